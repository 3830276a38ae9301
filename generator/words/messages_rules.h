/* What readers stumble over although it is well formed: images without words, headings
 * that skip a level, links that do not say where they lead, acronyms, lengths. Rows of
 * words/messages.h. */

/* clang-format off */

/* images */
MESSAGE(IMAGE_NO_ALTERNATIVE, "image-sans-alternative", WARNING,
	"cette image n’a pas d’alternative : qui ne la voit pas ne sait pas ce qu’elle montre",
	"this image has no alternative: those who do not see it cannot tell what it shows",
	"dites en une phrase ce qu’elle apprend : alt=\"…\" ; si elle n’apprend rien, écrivez alt=\"\"",
	"say in one sentence what it teaches: alt=\"…\"; if it teaches nothing, write alt=\"\"")
MESSAGE(IMAGE_NAMED, "image-sans-alternative", WARNING,
	"« {1} » ne dit pas ce que montre l’image",
	"“{1}” does not say what the image shows",
	"écrivez à la place une phrase qui dit ce qu’elle apprend ; si elle n’apprend rien, laissez vide",
	"write a sentence in its place that says what it teaches; leave it empty if it teaches nothing")
EXPLAIN("image-sans-alternative",
	"L’alternative est lue aux personnes qui ne voient pas l’image. Elle s’écrit entre les crochets d’une image, ou dans alt=\"…\" en HTML. Un nom de fichier ou le mot « image » ne leur apprend rien. Une image décorative a des crochets vides, ou alt=\"\".",
	"The alternative is read to those who do not see the image. It stands between the brackets of an image, or in alt=\"…\" in HTML. The name of a file or the word “image” teaches nothing. A decorative image has empty brackets, or alt=\"\".")
MESSAGE(FIGURE_UNSAID, "alternative-vide", NOTE,
	"cette figure a une alternative vide : elle est tenue pour décorative",
	"the alternative of this figure is empty: it is taken to be decorative",
	"si elle apprend quelque chose, dites-le entre les guillemets de alt=\"\"",
	"if it teaches something, say so between the quotes of alt=\"\"")
EXPLAIN("alternative-vide",
	"Une image collée dans GitBook reçoit une alternative vide (alt=\"\"), comme une image décorative, sans que personne l’ait voulu. Si la figure apprend quelque chose, écrivez-le entre ces guillemets ; une légende ne la remplace pas. Si elle est décorative, il n’y a rien à faire.",
	"An image pasted into GitBook gets an empty alternative (alt=\"\"), as a decorative one has, though nobody meant it. If the figure teaches something, write it between these quotes; a caption does not replace it. If it is decorative, nothing is to be done.")

/* headings */
MESSAGE(LEVEL_SKIPPED, "niveau-de-titre", WARNING,
	"ce titre est de niveau {2}, sous un titre de niveau {1} : un niveau est sauté",
	"this heading is of level {2}, below one of level {1}: a level is skipped",
	"écrivez « {3} » devant ce titre, ou donnez-lui un titre intermédiaire",
	"write “{3}” before it, or put a heading between the two")
EXPLAIN("niveau-de-titre",
	"Le titre de la page est de niveau 1, ses parties (##) de niveau 2, leurs sous-parties (###) de niveau 3. Qui écoute la page se repère à ces niveaux : en sauter un fait croire qu’une partie manque. Ne choisissez pas un niveau pour la taille de ses lettres.",
	"The page’s title is of level 1, its sections (##) of level 2, their parts (###) of level 3. Those who listen to the page find their way by these levels: skipping one suggests that a part is missing. Do not choose a level for the size of its letters.")
MESSAGE(BOLD_HEADING, "titre-en-gras", WARNING,
	"ce paragraphe tout en gras tient lieu de titre, sans en être un",
	"this paragraph, all in bold, serves as a heading and is none",
	"écrivez « {1} » devant, et retirez les étoiles",
	"write “{1}” before it, and take the asterisks out")
EXPLAIN("titre-en-gras",
	"Un titre s’écrit avec des signes #. Un paragraphe en gras n’est ni dans le sommaire de la page, ni dans la liste des titres d’un lecteur d’écran, et l’on ne peut pas y mener un lien.",
	"A heading is written with signs #. A paragraph in bold stands neither in the contents of the page nor in a screen reader’s list of headings, and no link can lead to it.")
MESSAGE(TITLE_AGAIN, "titre-de-page", NOTE,
	"ce titre est de niveau 1, comme celui de la page",
	"this heading is of level 1, as that of the page is",
	"écrivez « ## » devant : une page n’a qu’un titre « # »",
	"write “##” before it: a page has one heading “#”")
MESSAGE(TITLE_SAME, "titre-de-page", NOTE,
	"cette page a le même titre que « {2} » : « {1} »",
	"this page has the same title as “{2}”: “{1}”",
	"donnez à l’une des deux un titre qui la distingue, dans les menus et les listes",
	"give one of them a title that tells it apart in menus and lists")
MESSAGE(TITLE_NUMBERED, "titre-de-page", NOTE,
	"le titre de la page porte un numéro : « {1} »",
	"the title of the page has a number: “{1}”",
	"écrivez le numéro dans la table des matières (SUMMARY.md) seulement : il change quand un chapitre s’ajoute",
	"write the number in the table of contents (SUMMARY.md) only: it changes when a chapter is added")
EXPLAIN("titre-de-page",
	"Une page a un seul titre « # », qui est le sien et ne porte pas de numéro : les numéros s’écrivent dans la table des matières, et ses parties ont des titres « ## ».",
	"A page has one heading “#”, which is its own and has no number: numbers are written in the table of contents, and its sections have headings “##”.", 2)
MESSAGE(WRITING_MEDIAN, "redaction", REMARK,
	"ce mot est écrit avec un point médian, des parenthèses ou des points",
	"this word is written with median points, brackets or full stops",
	"écrivez les deux formes (« chargées et chargés »), ou un mot qui vaut pour toutes et tous (« les équipes »)",
	"write both forms, or a word that stands for all")
MESSAGE(WRITING_SPACE, "redaction", REMARK,
	"il manque une espace devant ce signe",
	"a space is missing before this sign",
	"en français, une espace précède « ? », « ! », « ; » et « : »",
	"in French a space stands before “?”, “!”, “;” and “:”")
MESSAGE(WRITING_EMOJI, "redaction", REMARK,
	"ce titre contient un pictogramme",
	"this heading holds a pictogram",
	"retirez-le : il est lu à voix haute, et se retrouve dans les menus",
	"take it out: it is read aloud, and shows in menus")
EXPLAIN("redaction",
	"Les choix d’écriture du cours : pas de point médian ni de parenthèses dans un mot, pas de pictogramme dans un titre, une espace devant les signes doubles. Ce sont des remarques : elles ne paraissent que dans le rapport (check --format markdown, json ou sarif).",
	"How the course is written: no median point nor brackets within a word, no pictogram in a heading, in French a space before double signs. These are remarks, shown in the report only (check --format markdown, json or sarif).", 2)
MESSAGE(SECTION_EMPTY, "section-vide", WARNING,
	"rien ne suit ce titre",
	"nothing follows this heading",
	"écrivez le texte de cette partie ; si ces mots ne sont pas un titre, retirez les signes #",
	"write the text of this section; if these words are no heading, take the signs # out")
EXPLAIN("section-vide",
	"Un titre annonce un texte. Celui-ci est suivi d’un titre de même rang ou plus haut, ou de la fin de la page. Un titre qui en introduit d’autres, de rang inférieur, n’est pas signalé.",
	"A heading announces a text. This one is followed by a heading of its own rank or a higher one, or by the end of the page. A heading that introduces deeper ones is not reported.")

/* links */
MESSAGE(LINK_VAGUE, "lien-vague", WARNING,
	"« {1} » ne dit pas où mène ce lien",
	"“{1}” does not say where this link leads",
	"mettez entre les crochets ce que l’on trouve au bout : « [le guide du bon contact](…) »",
	"put what is found behind it between the brackets: “[the guide to good contacts](…)”")
EXPLAIN("lien-vague",
	"Les liens se lisent aussi seuls : un lecteur d’écran en donne la liste, l’œil saute de l’un à l’autre. « Ici », « ce lien » ou « cliquez ici » n’y disent rien. Nommez la page ou le document.",
	"Links are also read alone: a screen reader lists them, the eye jumps from one to the next. “Here”, “this link” or “click here” say nothing then. Name the page or the document.")
MESSAGE(LINK_ADDRESS, "adresse-affichee", NOTE,
	"le texte de ce lien est une adresse",
	"the text of this link is an address",
	"dites où il mène : [nom de la page](adresse)",
	"say where it leads: [name of the page](address)")
MESSAGE(LINK_BARE, "adresse-affichee", NOTE,
	"cette adresse est affichée telle quelle",
	"this address is shown as it is",
	"dites où elle mène : [nom de la page](adresse)",
	"say where it leads: [name of the page](address)")
EXPLAIN("adresse-affichee",
	"Une adresse se lit mal, s’écoute plus mal encore, et ne dit pas toujours ce que l’on trouvera. Écrivez [nom de la page](adresse). À garder si l’adresse est elle-même l’information.",
	"An address reads badly, sounds worse, and does not always say what will be found. Write [name of the page](address). Keep it where the address itself is the information.")

/* tables */
MESSAGE(TABLE_NO_HEADER, "colonnes-sans-titre", WARNING,
	"les colonnes de ce tableau n’ont pas de titre",
	"the columns of this table have no headings",
	"la première ligne est celle des titres : remplissez-la, ou faites une liste de ce tableau",
	"the first row holds the headings: fill it in, or turn the table into a list")
EXPLAIN("colonnes-sans-titre",
	"Qui écoute un tableau entend, devant chaque case, le titre de sa colonne. Ici la première ligne est vide (ou, en HTML, sans <th>). Écrivez-y ces titres.",
	"Those who listen to a table hear the heading of its column before each cell. Here the first row is empty (or, in HTML, without <th>). Write these headings there.")

/* descriptions */
MESSAGE(NO_DESCRIPTION, "description-absente", NOTE,
	"la page n’a pas de description",
	"the page has no description",
	"ajoutez à son en-tête une ligne « description: … », une phrase qui dit ce que l’on y apprend",
	"add a line “description: …” to its front matter, one sentence that says what it teaches")
MESSAGE(FEW_DESCRIPTIONS, "description-absente", REMARK,
	"pages sans description : {1} sur {2}",
	"pages without description: {1} of {2}",
	"ajoutez « description: … » à l’en-tête des pages, en commençant par les plus lues",
	"add “description: …” to the front matter of pages, the most read ones first")
EXPLAIN("description-absente",
	"La description paraît sous le titre, dans les renvois d’autres pages, dans la recherche et chez les moteurs de recherche. Quand la plupart des pages en ont une, celles qui n’en ont pas sont signalées ; sinon leur nombre est donné une fois, dans le rapport (check --format markdown).",
	"The description is shown below the title, in references from other pages, in search and by search engines. Where most pages have one, those without are reported; otherwise their number is told once, in the report (check --format markdown).")

/* words */
MESSAGE(ACRONYM_UNKNOWN, "sigle-inconnu", NOTE,
	"le sigle « {1} » n’est expliqué ni dans cette page, ni dans le glossaire",
	"the acronym “{1}” is explained neither on this page nor in the glossary",
	"écrivez-le en entier la première fois, « nom développé ({1}) », ou ajoutez-le au glossaire",
	"write it out the first time, “its full name ({1})”, or add it to the glossary")
EXPLAIN("sigle-inconnu",
	"Un sigle que l’on ne connaît pas arrête la lecture. Développez-le à sa première apparition dans la page, « direction départementale des territoires (DDT) » ou « DDT (direction départementale des territoires) », ou donnez-lui un titre ## dans le glossaire.",
	"An acronym that one does not know stops the reading. Write it out where it first appears on the page, “user experience (UX)” or “UX (user experience)”, or give it a heading ## in the glossary.")
MESSAGE(PARAGRAPH_LONG, "paragraphe-long", REMARK,
	"ce paragraphe compte {1} mots",
	"this paragraph has {1} words",
	"une idée par paragraphe : coupez-le, ou faites-en une liste (120 mots au plus)",
	"one idea a paragraph: split it, or make a list of it (120 words at most)")
EXPLAIN("paragraphe-long",
	"Au-delà de 120 mots, un paragraphe fait un pavé sur un téléphone, et l’on s’y perd. Cette remarque ne paraît que dans le rapport (check --format markdown, json ou sarif) ; pour la lire aussi ailleurs, écrivez dans site.yml, sous « checks: », une ligne « paragraphe-long: note ».",
	"Over 120 words a paragraph is a wall of text on a phone, and readers get lost. This remark is shown in the report only (check --format markdown, json or sarif); to read it elsewhere, too, write a line “paragraphe-long: note” under “checks:” in site.yml.")
MESSAGE(SENTENCE_LONG, "phrase-longue", REMARK,
	"cette phrase compte {1} mots",
	"this sentence has {1} words",
	"coupez-la en deux, ou faites une liste de ce qu’elle énumère (40 mots au plus)",
	"split it in two, or make a list of what it enumerates (40 words at most)")
EXPLAIN("phrase-longue",
	"On retient mal le début d’une phrase de plus de 40 mots. Cette remarque ne paraît que dans le rapport (check --format markdown, json ou sarif) ; pour la lire aussi ailleurs, écrivez dans site.yml, sous « checks: », une ligne « phrase-longue: note ».",
	"The start of a sentence of more than 40 words is forgotten at its end. This remark is shown in the report only (check --format markdown, json or sarif); to read it elsewhere, too, write a line “phrase-longue: note” under “checks:” in site.yml.")

/* clang-format on */
