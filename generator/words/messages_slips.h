/* Slips of the pen that readers would see: questions, terms, lists, tables and marks that
 * are not what they were meant to be. Rows of words/messages.h; the code "quiz" and
 * others are explained in messages_page.h. */

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

/* lists */
MESSAGE(LIST_SPACE, "liste-mal-ecrite", WARNING,
	"il manque une espace après « {1} » : cette liste est affichée comme du texte",
	"a space is missing behind “{1}”: this list is shown as text",
	"mettez une espace ordinaire après le signe de chaque élément, et une ligne vide avant le premier",
	"put an ordinary space behind the sign of each item, and an empty line before the first")
MESSAGE(LIST_SIGN, "liste-mal-ecrite", WARNING,
	"« {1} » ne fait pas une liste : ces lignes sont affichées comme du texte",
	"“{1}” makes no list: these lines are shown as text",
	"mettez « - » et une espace devant chaque élément, à la place de « {1} »",
	"put “-” and a space before each item in place of “{1}”")
MESSAGE(BOX_DASH, "liste-mal-ecrite", WARNING,
	"il manque « - » devant « {1} » : cette ligne est affichée comme du texte",
	"“-” is missing before “{1}”: this line is shown as text",
	"écrivez « - {1} », puis une espace et le texte",
	"write “- {1}”, then a space and the text")
MESSAGE(BOX_SPACE, "liste-mal-ecrite", WARNING,
	"il manque une espace après le tiret : cette ligne est affichée comme du texte",
	"a space is missing behind the dash: this line is shown as text",
	"écrivez « - {1} », puis une espace et le texte",
	"write “- {1}”, then a space and the text")
EXPLAIN("liste-mal-ecrite",
	"Un élément de liste est une ligne qui commence par « - » et une espace, ou par « 1. » et une espace. Sans l’espace, ou avec le signe d’un traitement de texte (•, –), les lignes sont affichées à la suite l’une de l’autre.",
	"An item of a list is a line that starts with “-” and a space, or with “1.” and a space. Without the space, or with the sign of a word processor (•, –), the lines are shown one behind the other.")

/* tables */
MESSAGE(TABLE_TEXT, "tableau-mal-ecrit", WARNING,
	"ce tableau est affiché comme du texte : il manque la ligne de tirets sous celle des titres",
	"this table is shown as text: the line of dashes below its headings is missing",
	"ajoutez sous cette ligne : {1}|ajoutez sous cette ligne une ligne d’autant de cases « --- »",
	"add below this line: {1}|add a line with as many cells “---” below this line")
MESSAGE(TABLE_SHORT, "tableau-mal-ecrit", WARNING,
	"ce tableau est affiché comme du texte : sa ligne de tirets n’a pas autant de cases que celle des titres",
	"this table is shown as text: its line of dashes has not as many cells as that of its headings",
	"remplacez la ligne suivante par : {1}|mettez dans la ligne suivante autant de cases « --- » que de titres",
	"replace the next line by: {1}|put as many cells “---” in the next line as there are headings")
MESSAGE(TABLE_CELLS, "tableau-mal-ecrit", WARNING,
	"cette ligne a plus de cases que le tableau n’a de colonnes ({2}) : « {1} » n’est pas affiché",
	"this row has more cells than the table has columns ({2}): “{1}” is not shown",
	"retirez la barre verticale de trop, ou mettez devant elle une barre oblique inversée (\\) si elle fait partie du texte ; sinon ajoutez une case aux deux premières lignes du tableau",
	"take the bar that is too many out, or put a backslash (\\) before it if it belongs to the text; otherwise add a cell to the first two lines of the table")
EXPLAIN("tableau-mal-ecrit",
	"Un tableau commence par la ligne des titres, « | Quoi | Quand | », et une ligne de tirets avec autant de cases, « | --- | --- | ». Sans elle, tout est affiché comme du texte. Les lignes suivantes ont autant de cases que de titres : ce qui est en trop n’est pas affiché.",
	"A table starts with the line of its headings, “| What | When |”, and a line of dashes with as many cells, “| --- | --- |”. Without it all is shown as text. The lines below have as many cells as there are headings: what is too many is not shown.")

/* code */
MESSAGE(FENCE_OPEN, "code-mal-ecrit", ERROR,
	"ce bloc de code n’est pas fermé : ce qui suit est affiché comme du code",
	"this block of code is never closed: what follows is shown as code",
	"ajoutez une ligne {1} là où le code finit, avec le même retrait que celle-ci",
	"add a line {1} where the code ends, indented like this one")
MESSAGE(CODE_INDENT, "code-mal-ecrit", NOTE,
	"ce texte en retrait est affiché comme du code",
	"this indented text is shown as code",
	"retirez les espaces ou la tabulation au début de ses lignes ; si c’est bien du code, mettez-le entre deux lignes ```",
	"take the spaces or the tab at the start of its lines out; if it is code indeed, put it between two lines ```")
EXPLAIN("code-mal-ecrit",
	"Un bloc de code se place entre deux lignes ```. Quatre espaces ou une tabulation au début d’une ligne en font un aussi, même sans qu’on l’ait voulu : c’est le retrait de paragraphe d’un traitement de texte.",
	"A block of code stands between two lines ```. Four spaces or a tab at the start of a line make one, too, even when nobody meant it: word processors indent paragraphs so.")

/* marks, tags and notes */
MESSAGE(CONFLICT, "conflit", ERROR,
	"deux versions de ce texte se contredisent ici, et les deux sont affichées",
	"two versions of this text contradict each other here, and both are shown",
	"gardez l’une des deux (elles sont séparées par « ======= »), et retirez les lignes « <<<<<<< », « ======= » et « >>>>>>> »",
	"keep one of them (they are parted by “=======”) and take the lines “<<<<<<<”, “=======” and “>>>>>>>” out")
MESSAGE(CONFLICT_READ, "conflit", ERROR,
	"deux versions de ces lignes se contredisent ici",
	"two versions of these lines contradict each other here",
	"gardez l’une des deux (elles sont séparées par « ======= »), ou les lignes des deux qu’il faut, et retirez « <<<<<<< », « ======= » et « >>>>>>> »",
	"keep one of them (they are parted by “=======”), or the lines of both that are needed, and take “<<<<<<<”, “=======” and “>>>>>>>” out")
EXPLAIN("conflit",
	"Deux personnes ont changé le même passage. Git a gardé les deux versions, entre « <<<<<<< » et « ======= », puis entre « ======= » et « >>>>>>> ». Choisissez, et retirez ces trois lignes.",
	"Two people changed the same passage. Git kept both versions, between “<<<<<<<” and “=======”, then between “=======” and “>>>>>>>”. Choose, and take these three lines out.")
MESSAGE(TAG_SPACED, "balise-ouverte", ERROR,
	"« {% » s’écrit sans espace : cette balise est affichée comme du texte",
	"“{%” is written without a space: this tag is shown as text",
	"écrivez par exemple : {% hint style=\"info\" %}",
	"write for instance: {% hint style=\"info\" %}")
MESSAGE(ALERT_LINE, "balise-inconnue", WARNING,
	"« {1} » se met seul sur sa ligne : ici il est affiché comme du texte",
	"“{1}” stands on a line of its own: here it is shown as text",
	"allez à la ligne après « {1} », et commencez la ligne suivante par « > »",
	"start a new line behind “{1}”, and start that line with “>”")
MESSAGE(HEADING_NBSP, "titre-mal-ecrit", WARNING,
	"l’espace après « {1} » est insécable : ce titre est lu comme du texte",
	"the space behind “{1}” is a no-break space: this heading is read as text",
	"effacez l’espace, et retapez-la",
	"delete the space and type it again")
MESSAGE(LINK_SWAPPED, "lien-en-texte", WARNING,
	"les crochets et les parenthèses de ce lien sont inversés : il est affiché tel quel",
	"brackets and parentheses of this link are swapped: it is shown as it is written",
	"écrivez le texte entre crochets, puis l’adresse entre parenthèses : [texte](adresse)",
	"write the text between brackets, then the address between parentheses: [text](address)")
MESSAGE(NOTE_SPACE, "note-absente", WARNING,
	"une espace est de trop entre les crochets de cette note : elle est affichée comme du texte",
	"there is a space too many between the brackets of this note: it is shown as text",
	"retirez l’espace : [^{1}]",
	"take the space out: [^{1}]")
MESSAGE(NOTE_TWICE, "note-absente", WARNING,
	"deux notes portent le nom « {1} » : seule celle de la ligne {2} est affichée",
	"two notes are named “{1}”: only the one on line {2} is shown",
	"donnez un autre nom à celle-ci, ici et là où elle est appelée",
	"give this one another name, here and where it is called")

/* raw HTML */
MESSAGE(COMMENT_OPEN, "commentaire-ouvert", ERROR,
	"ce commentaire n’est pas fermé : ce qui suit n’est pas affiché",
	"this comment is never closed: what follows is not shown",
	"ajoutez --> là où le commentaire finit",
	"add --> where the comment ends")
MESSAGE(COMMENT_TEXT, "commentaire-ouvert", WARNING,
	"ce commentaire n’est pas fermé : il est affiché comme du texte",
	"this comment is never closed: it is shown as text",
	"ajoutez --> là où le commentaire finit, dans le même paragraphe",
	"add --> where the comment ends, in the same paragraph")
EXPLAIN("commentaire-ouvert",
	"Ce qui se trouve entre <!-- et --> n’est montré à personne. Sans la fin, -->, tout ce qui suit disparaît de la page ; au milieu d’une phrase, le commentaire est affiché.",
	"What stands between <!-- and --> is shown to nobody. Without its end, -->, all that follows is gone from the page; within a sentence the comment is shown.")
MESSAGE(DETAILS_OPEN, "balise-ouverte", ERROR,
	"<details> n’est pas fermé : tout ce qui suit est replié avec lui",
	"<details> is never closed: all that follows is folded with it",
	"ajoutez une ligne </details> là où il finit, entre deux lignes vides",
	"add a line </details> where it ends, between two empty lines")
MESSAGE(HTML_CURLY, "html-inconnu", WARNING,
	"cette valeur n’est pas entre guillemets droits",
	"this value is not between straight quotes",
	"remplacez ces guillemets par des guillemets droits, par exemple : alt=\"…\"",
	"replace these quotes by straight ones, for instance: alt=\"…\"")
MESSAGE(HTML_EMBEDDING, "html-inconnu", WARNING,
	"<{1}> n’est pas admis : une vidéo ou une page d’un autre site ne s’affiche pas ici",
	"<{1}> is not allowed: no video and no page of another site is shown here",
	"faites un lien : [Voir la vidéo](adresse)",
	"make a link: [Watch the video](address)")
MESSAGE(HTML_EMBEDDED, "html-inconnu", NOTE,
	"<{1}> n’est pas admis : il est affiché comme un lien",
	"<{1}> is not allowed: it is shown as a link",
	"écrivez à sa place, seul sur sa ligne : {% embed url=\"{2}\" %}",
	"write in its place, alone on its line: {% embed url=\"{2}\" %}")
MESSAGE(HTML_GLUED, "html-inconnu", WARNING,
	"ce texte touche à une ligne de HTML : ses signes (« {1} ») sont affichés tels quels",
	"this text touches a line of HTML: its signs (“{1}”) are shown as they are",
	"laissez une ligne vide avant lui, et une autre après",
	"leave an empty line before it, and another behind it")

/* images */
MESSAGE(IMAGE_UNSAID, "alternative-vide", NOTE,
	"cette image a une alternative vide : elle est tenue pour décorative",
	"the alternative of this image is empty: it is taken to be decorative",
	"si elle apprend quelque chose, dites-le entre les crochets : ![…](adresse)",
	"if it teaches something, say so between the brackets: ![…](address)")
MESSAGE(IMAGE_UNREADABLE, "image-illisible", WARNING,
	"« {1} » n’est pas une image qu’un navigateur sait montrer : le fichier est vide, abîmé, ou d’une autre sorte que ne le dit son nom",
	"“{1}” is no image that a browser can show: the file is empty, damaged, or of another kind than its name says",
	"ouvrez l’image sur votre ordinateur, enregistrez-la en PNG ou en JPEG, et déposez-la de nouveau sous le même nom",
	"open the image on your computer, save it as PNG or JPEG, and put it here again under the same name")
MESSAGE(IMAGE_FOREIGN, "image-illisible", WARNING,
	"aucun navigateur courant ne montre « {1} » : le format {2} n’est pas fait pour le web",
	"no usual browser shows “{1}”: the format {2} is not made for the web",
	"ouvrez l’image sur votre ordinateur, enregistrez-la en JPEG ou en PNG, déposez ce fichier, et citez-le à la place",
	"open the image on your computer, save it as JPEG or PNG, put that file here, and name it in place of this one", 2)
MESSAGE(IMAGE_DOCUMENT, "image-illisible", WARNING,
	"« {1} » n’est pas une image : les lecteurs ne voient rien à cet endroit",
	"“{1}” is no image: readers see nothing there",
	"faites-en un lien : retirez le « ! » devant le crochet, et dites entre les crochets ce que contient le fichier",
	"make it a link: take away the “!” before the bracket, and say between the brackets what the file holds", 2)
EXPLAIN("image-illisible",
	"Le contenu de ce fichier n’est pas celui d’une image PNG, JPEG, GIF, WebP ou SVG, comme son nom le dit. Renommer un fichier ne le convertit pas : une photo de téléphone (.heic), un PDF ou une page web restent ce qu’ils sont. Un fichier vide vient d’un envoi interrompu.",
	"The content of this file is not that of a PNG, JPEG, GIF, WebP or SVG image as its name says. Renaming a file does not convert it: a photo of a phone (.heic), a PDF or a web page stay what they are. An empty file comes from an upload that was cut off.")
MESSAGE(IMAGE_HEAVY, "fichier-lourd", NOTE,
	"l’image « {1} » pèse plus de {2} Mo : elle tarde à paraître sur un téléphone",
	"the image “{1}” weighs more than {2} MB: on a phone it takes long to appear",
	"réduisez la largeur et le nombre d’images de « {3} » ; une image fixe, en PNG, dit souvent la même chose|réduisez-la à 1 600 pixels de large, ou enregistrez-la en JPEG",
	"make “{3}” less wide, with fewer pictures; one still image, as PNG, often says the same|reduce it to a width of 1,600 pixels, or save it as JPEG")
MESSAGE(FILE_HEAVY, "fichier-lourd", NOTE,
	"« {1} » pèse {2} Mo : il tarde à venir, et git en garde chaque version pour toujours",
	"“{1}” weighs {2} MB: it takes long to come, and git keeps each version of it for ever",
	"déposez-en une version de moins de 10 Mo, ou faites le lien vers un endroit fait pour les gros fichiers",
	"put a version of less than 10 MB here, or link to a place made for large files", 2)
EXPLAIN("fichier-lourd",
	"Une image de plus d’un mégaoctet fait attendre qui lit en 4G, et lui coûte. Une photo ou une capture d’écran de 1 600 pixels de large suffit à tous les écrans ; enregistrée en JPEG ou en WebP, elle pèse rarement plus de 300 ko.",
	"An image of more than a megabyte makes those wait who read on a phone, and costs them. A photo or screenshot of a width of 1,600 pixels is enough for all screens; saved as JPEG or WebP it seldom weighs more than 300 kB.")
MESSAGE(COMMENT_GLUED, "html-inconnu", WARNING,
	"ce texte suit un commentaire sur la même ligne : ses signes (« {1} ») sont affichés tels quels",
	"this text follows a comment on the same line: its signs (“{1}”) are shown as they are",
	"mettez le commentaire à la fin de la ligne, après le texte",
	"put the comment at the end of the line, behind the text", 2)

/* marks that stayed text */
MESSAGE(MARK_BLANK, "gras-mal-ecrit", WARNING,
	"« {1} » reste affiché : une espace sépare ces signes des mots qu’ils entourent",
	"“{1}” is shown: a blank parts these signs from the words that they enclose",
	"écrivez : {2}|collez « {1} » au premier et au dernier mot, et mettez l’espace à l’extérieur ; si ce sont des signes à montrer, mettez-les entre accents graves (`)",
	"write: {2}|put “{1}” right before the first word and right behind the last one, blanks outside; if the signs are to be shown, put them between backticks (`)", 2)
MESSAGE(MARK_TIGHT, "gras-mal-ecrit", WARNING,
	"« {1} » reste affiché : entre un signe de ponctuation et une lettre, il ne marque rien",
	"“{1}” is shown: between a punctuation sign and a letter it marks nothing",
	"écrivez : {2}|laissez le signe de ponctuation à l’extérieur, ou mettez une espace de l’autre côté de « {1} »",
	"write: {2}|leave the punctuation sign outside, or put a blank on the other side of “{1}”", 2)
MESSAGE(MARK_NESTED, "gras-mal-ecrit", WARNING,
	"« {1} » devait fermer ici : entre un signe et une lettre, il ouvre de nouveau, et d’autres mots sont mis en valeur",
	"“{1}” was to close here: between a sign and a letter it opens again, and other words are marked",
	"écrivez : {2}",
	"write: {2}", 2)
MESSAGE(MARK_OPEN, "gras-mal-ecrit", WARNING,
	"« {1} » reste affiché : rien ne ferme ce qui commence ici",
	"“{1}” is shown: nothing closes what starts here",
	"ajoutez « {1} » juste après le dernier mot à mettre en valeur ; si ce sont des signes à montrer, mettez-les entre accents graves (`)",
	"add “{1}” right behind the last word that is meant; if the signs are to be shown, put them between backticks (`)", 2)
MESSAGE(MARK_RAW, "gras-mal-ecrit", WARNING,
	"« {1} » est dans du HTML : ses étoiles restent affichées",
	"“{1}” stands in HTML: its stars are shown",
	"écrivez : {2}",
	"write: {2}", 2)
MESSAGE(MARK_EMPTY, "gras-mal-ecrit", REMARK,
	"« {1} » n’entoure rien : ces signes ne sont pas affichés",
	"“{1}” encloses nothing: these signs are not shown",
	"retirez-les ; s’il faut les montrer, mettez-les entre accents graves (`)",
	"take them out; if they are to be shown, put them between backticks (`)", 2)
EXPLAIN("gras-mal-ecrit",
	"Le gras s’écrit **mot**, l’italique *mot* : les étoiles touchent le premier et le dernier mot, les espaces restent à l’extérieur. Entre une ponctuation et une lettre (**Note :**texte), elles ne marquent rien non plus : il faut une espace après.",
	"Bold is written **word**, italics *word*: the stars touch the first and the last word, blanks stay outside. Between punctuation and a letter (**Note:**text) they mark nothing either: a blank has to follow.")
MESSAGE(HEADING_ATTRIBUTES, "titre-mal-ecrit", WARNING,
	"« {1} » reste affiché dans ce titre : cette écriture vient d’un autre outil",
	"“{1}” is shown in this heading: this way of writing is another tool’s",
	"écrivez à la place : {2}|retirez « {1} »",
	"write in its place: {2}|take “{1}” out", 2)
MESSAGE(LINK_UNDEFINED, "lien-en-texte", WARNING,
	"ce lien cite l’adresse « {1} », que la page ne donne nulle part : il est affiché tel quel",
	"this link names the address “{1}”, which the page gives nowhere: it is shown as it is written",
	"vouliez-vous dire « {3} », comme dans [{2}][{3}] ?|écrivez l’adresse à sa place : [{2}](adresse) ; ou ajoutez à la fin de la page, après une ligne vide : [{1}]: adresse",
	"did you mean “{3}”, as in [{2}][{3}]?|write the address in its place: [{2}](address); or add at the end of the page, behind an empty line: [{1}]: address", 2)
MESSAGE(BOX_FOREIGN, "balise-inconnue", WARNING,
	"« {1} » vient d’un autre outil : cette ligne est affichée telle quelle",
	"“{1}” is another tool’s: this line is shown as it is written",
	"pour un encadré, écrivez {% hint style=\"info\" %} à la place de cette ligne, et {% endhint %} après le texte, chacun seul sur sa ligne",
	"for a box, write {% hint style=\"info\" %} in place of this line and {% endhint %} behind the text, each on a line of its own", 2)
MESSAGE(BOX_NBSP, "liste-mal-ecrite", WARNING,
	"il manque une espace ordinaire après « {1} » : cette case est affichée comme du texte",
	"an ordinary space is missing behind “{1}”: this box is shown as text",
	"effacez l’espace s’il y en a une, puis tapez-en une avec la barre d’espace",
	"delete the blank if there is one, then type one with the space bar", 2)
MESSAGE(TABLE_TABS, "tableau-mal-ecrit", WARNING,
	"ces lignes viennent d’un tableur : elles sont affichées à la suite, sans tableau",
	"these lines come from a spreadsheet: they are shown one behind the other, without a table",
	"séparez les cases par des barres : {1} ; puis, sous cette ligne : {2}",
	"part the cells by bars: {1}; then, below this line: {2}", 2)
MESSAGE(TABLE_GLUED, "tableau-mal-ecrit", WARNING,
	"cette ligne n’a aucune barre : elle est prise pour une ligne du tableau",
	"this line has no bar: it is taken for a row of the table",
	"laissez une ligne vide avant elle ; si elle continue une case, remettez-la dans celle-ci, avec <br> là où l’on va à la ligne",
	"leave an empty line before it; if it belongs to a cell, put it back there, with <br> where a line ends", 2)
MESSAGE(TABLE_CUT, "tableau-mal-ecrit", WARNING,
	"une case de ce tableau est coupée : la suite est prise pour une autre ligne",
	"a cell of this table is cut: what follows is taken for another row",
	"mettez toute la case sur une ligne, avec <br> là où l’on va à la ligne",
	"put the whole cell on one line, with <br> where a line ends", 2)
MESSAGE(TABLE_PARTED, "tableau-mal-ecrit", WARNING,
	"une ligne vide sépare cette ligne de son tableau : elle est affichée comme du texte",
	"an empty line parts this row from its table: it is shown as text",
	"retirez la ligne vide qui précède",
	"take the empty line before it out", 2)
MESSAGE(TABLE_DASHES, "tableau-mal-ecrit", WARNING,
	"ce tableau est affiché comme du texte : les tirets de sa deuxième ligne sont trop longs",
	"this table is shown as text: the dashes of its second line are too long",
	"remplacez la ligne suivante par : {1}|écrivez la ligne suivante avec des tirets ordinaires (-)",
	"replace the next line by: {1}|write the next line with ordinary dashes (-)", 2)
MESSAGE(LIST_JOINED, "liste-mal-ecrite", WARNING,
	"cette liste ne commence pas par 1 et suit le texte sans ligne vide : elle est affichée comme du texte",
	"this list does not start with 1 and follows the text without an empty line: it is shown as text",
	"laissez une ligne vide avant « {1} »",
	"leave an empty line before “{1}”", 2)
MESSAGE(LIST_LETTER, "liste-mal-ecrite", WARNING,
	"« {1} » ne fait pas une liste : ces lignes sont affichées à la suite",
	"“{1}” makes no list: these lines are shown one behind the other",
	"commencez chaque élément par « 1. », « 2. »… ou par « - », et une espace",
	"start each item with “1.”, “2.”… or with “-”, and a space", 2)
MESSAGE(NOTE_COLON, "note-absente", WARNING,
	"une espace sépare « [^{1}] » du deux-points : cette note est affichée comme du texte",
	"a blank parts “[^{1}]” from the colon: this note is shown as text",
	"retirez l’espace : [^{1}]: texte de la note",
	"take the blank out: [^{1}]: text of the note", 2)
MESSAGE(BOX_ODD, "liste-mal-ecrite", WARNING,
	"« {1} » n’est pas une case : ces crochets sont affichés comme du texte",
	"“{1}” is no box: these brackets are shown as text",
	"effacez ces crochets, et tapez : {2}",
	"delete these brackets, and type: {2}", 2)
MESSAGE(HEADING_BEHIND_BLANK, "titre-mal-ecrit", WARNING,
	"une espace insécable précède les signes # : ce titre est lu comme du texte",
	"a no-break space precedes the signs #: this heading is read as text",
	"effacez tout ce qui précède le premier # de la ligne",
	"delete all that precedes the first # of the line", 2)
MESSAGE(LIST_BEHIND_BLANK, "liste-mal-ecrite", WARNING,
	"une espace insécable précède le signe de cet élément : il est affiché comme du texte",
	"a no-break space precedes the sign of this item: it is shown as text",
	"effacez l’espace au début de la ligne ; si l’élément dépend d’un autre, remettez-la avec la barre d’espace",
	"delete the blank at the start of the line; if the item belongs to another one, type it with the space bar", 2)
MESSAGE(TABLE_BEHIND_BLANK, "tableau-mal-ecrit", WARNING,
	"une espace insécable précède cette ligne de tableau : elle est affichée comme du texte",
	"a no-break space precedes this row: it is shown as text",
	"effacez tout ce qui précède la première barre de la ligne",
	"delete all that precedes the first bar of the line", 2)
MESSAGE(FENCE_BEHIND_BLANK, "code-mal-ecrit", WARNING,
	"une espace insécable précède ce bloc de code : il est affiché comme du texte",
	"a no-break space precedes this block of code: it is shown as text",
	"effacez l’espace au début de la ligne, et de celle qui ferme le bloc",
	"delete the blank at the start of the line, and of the one that closes the block", 2)
MESSAGE(TABLE_NBSP, "tableau-mal-ecrit", WARNING,
	"ce tableau est affiché comme du texte : une espace insécable est dans la ligne de tirets",
	"this table is shown as text: there is a no-break space in its line of dashes",
	"remplacez la ligne suivante par : {1}|effacez les espaces de la ligne suivante",
	"replace the next line by: {1}|delete the blanks of the next line", 2)
MESSAGE(TABLE_PARTED_DASHES, "tableau-mal-ecrit", WARNING,
	"une ligne vide sépare les titres de ce tableau de leur ligne de tirets : tout est affiché comme du texte",
	"an empty line parts the headings of this table from their line of dashes: all is shown as text",
	"retirez la ligne vide qui suit celle-ci",
	"take the empty line below this one out", 2)
MESSAGE(TABLE_INDENTED, "tableau-mal-ecrit", WARNING,
	"ce tableau commence par quatre espaces : il est affiché comme du code",
	"this table starts with four spaces: it is shown as code",
	"retirez les espaces au début de ses lignes ; si c’est un exemple à montrer, mettez-le entre deux lignes ```",
	"take the spaces at the start of its lines out; if it is an example to be shown, put it between two lines ```", 2)
MESSAGE(TABLE_GRID, "tableau-mal-ecrit", WARNING,
	"ce tableau dessiné avec des « + » vient d’un autre outil : il est affiché comme du texte",
	"this table drawn with “+” is another tool’s: it is shown as text",
	"retirez les lignes qui commencent par « + » ; sous celle des titres, écrivez : {1}|retirez les lignes qui commencent par « + » ; sous celle des titres, mettez une ligne d’autant de cases « --- »",
	"take the lines that start with “+” out; below that of the headings write: {1}|take the lines that start with “+” out; below that of the headings put a line with as many cells “---”", 2)
MESSAGE(CODE_HTML, "code-mal-ecrit", WARNING,
	"ces lignes en retrait sont affichées comme du code, balises comprises",
	"these indented lines are shown as code, tags included",
	"retirez les espaces au début de ces lignes, ou la ligne vide qui les précède",
	"take the spaces at the start of these lines out, or the empty line before them", 2)
MESSAGE(ATTRIBUTES, "balise-inconnue", WARNING,
	"« {1} » reste affiché : cette écriture vient d’un autre outil",
	"“{1}” is shown: this way of writing is another tool’s",
	"retirez « {1} » ; si c’est un texte à montrer, mettez-le entre accents graves (`)",
	"take “{1}” out; if it is to be shown, put it between backticks (`)", 2)
MESSAGE(ATTRIBUTES_IMAGE, "balise-inconnue", WARNING,
	"« {1} » reste affiché sous l’image : cette écriture vient d’un autre outil",
	"“{1}” is shown beside the image: this way of writing is another tool’s",
	"retirez « {1} » ; pour une largeur, écrivez l’image ainsi : <img src=\"adresse\" alt=\"texte\" width=\"300\">",
	"take “{1}” out; for a width write the image so: <img src=\"address\" alt=\"text\" width=\"300\">", 2)

/* clang-format on */
