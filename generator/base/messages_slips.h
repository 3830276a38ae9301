/* Slips of the pen that readers would see: questions, terms, lists, tables and marks that
 * are not what they were meant to be. Rows of base/messages.h; the code "quiz" and others
 * are explained in messages_page.h. */

/* clang-format off */

/* quizzes and glossaries */
MESSAGE(QUIZ_TYPE, "quiz", WARNING,
	"cette page est écrite comme un quiz, sans en avoir le type : les bonnes réponses sont montrées d’avance",
	"this page is written like a quiz without being of that type: its right answers are shown",
	"écrivez « type: quiz » dans l’en-tête de la page, entre les deux lignes « --- » qui la commencent ; à la place de son type, si elle en a un",
	"write “type: quiz” in the page’s front matter, between the two lines “---” at its start; in place of its type if it has one")
MESSAGE(QUIZ_OUTSIDE, "quiz", ERROR,
	"ces réponses ne sont sous aucune question : la bonne est montrée d’avance",
	"these answers belong to no question: the right one is shown",
	"écrivez la question sur une ligne qui commence par « ## » et une espace, sans étoiles",
	"write the question on a line that starts with “##” and a space, without asterisks")
MESSAGE(QUIZ_GLUED, "quiz", WARNING,
	"une réponse et son explication se suivent sans ligne vide : l’explication est montrée d’avance",
	"an answer and its explanation follow each other without an empty line: the explanation is shown before",
	"laissez une ligne vide avant cette ligne, et commencez-la par deux espaces ; si c’est la suite de la réponse, mettez-la sur la même ligne qu’elle",
	"leave an empty line before this line and start it with two spaces; if it belongs to the answer, put it on the same line")
MESSAGE(QUIZ_INDENT, "quiz", ERROR,
	"ce texte sans retrait sépare les réponses : celles qui suivent ne comptent pas",
	"this text, not indented, parts the answers: those below do not count",
	"si c’est l’explication de la réponse qui précède, commencez chacune de ses lignes par deux espaces ; si c’est une autre question, écrivez « ## » devant",
	"if it explains the answer above, start each of its lines with two spaces; if it is another question, write “##” before it")
MESSAGE(TERM_LEVEL, "terme-mal-ecrit", WARNING,
	"dans un glossaire, un terme est un titre « ## » : celui-ci est joint à la définition qui précède",
	"in a glossary a term is a heading “##”: this one is joined to the definition above",
	"écrivez « ## » devant ; si ce n’est pas un terme, retirez les signes #",
	"write “##” before it; if it is no term, take the signs # out")
EXPLAIN("terme-mal-ecrit",
	"Dans un glossaire, chaque terme est un titre de niveau 2 (##), et le texte qui suit sa définition. Un titre plus petit (###) fait partie de la définition du terme qui précède : les pages ne le reconnaissent pas.",
	"In a glossary each term is a heading of level 2 (##), and the text below it its definition. A smaller heading (###) belongs to the definition of the term above: pages do not find it.")

/* clang-format on */
