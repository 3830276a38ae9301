/* What is said of the course as a whole: its table of contents, configuration, front
 * matter and redirects, and of the syntaxes that these are written in. Rows of
 * words/messages.h. */

/* clang-format off */

/* files */
MESSAGE(FILE_UNREADABLE, "fichier-illisible", ERROR,
	"le fichier ne peut pas être publié ({2})",
	"the file cannot be published ({3})",
	"déposez-le ailleurs, et faites un lien vers lui",
	"put it elsewhere, and link to it")
EXPLAIN("fichier-illisible",
	"Un fichier du cours est trop gros pour être publié avec lui : plus d’un gibioctet. Déposez-le ailleurs, et faites un lien vers lui.",
	"A file of the course is too large to be published with it: more than one gibibyte. Put it elsewhere, and link to it.")

MESSAGE(BAD_UTF8, "encodage", ERROR,
	"les accents de ce fichier sont illisibles à partir d’ici",
	"the accents of this file cannot be read from here on",
	"copiez le texte depuis votre logiciel et collez-le dans la page de la forge, à la place de celui-ci (ou enregistrez-le en UTF-8)",
	"copy the text from your program and paste it into the forge’s page, in place of this one (or save it as UTF-8)")
MESSAGE(LINE_ENDS, "encodage", ERROR,
	"les fins de ligne de ce fichier sont d’un ancien format : son en-tête n’est pas lu",
	"the ends of lines of this file are of an old format: its front matter is not read",
	"copiez le texte depuis votre logiciel et collez-le dans la page de la forge, à la place de celui-ci (ou enregistrez-le avec des fins de ligne « LF »)",
	"copy the text from your program and paste it into the forge’s page, in place of this one (or save it with line ends “LF”)")
MESSAGE(SPOILT_ACCENTS, "encodage", WARNING,
	"les accents de ce texte sont abîmés : « {1} » tient lieu d’une seule lettre ou d’un seul signe",
	"the accents of this text are spoilt: “{1}” stands for a single letter or sign",
	"copiez de nouveau le texte depuis votre logiciel et collez-le dans la page de la forge, à la place de celui-ci",
	"copy the text from your program again and paste it into the forge’s page, in place of this one")
EXPLAIN("encodage",
	"Le fichier vient d’un logiciel qui écrit les accents, ou les fins de ligne, autrement que ce site ne les lit. Ouvrez-le dans ce logiciel, copiez le texte et collez-le dans la page de la forge : elle l’écrit comme il faut, en UTF-8. Si ce qui s’affiche dans le logiciel est déjà abîmé (deux signes étranges pour un « é »), retapez les lettres accentuées.",
	"The file comes from a program that writes accents, or ends of lines, in another way than this site reads them. Open it there, copy the text and paste it into the forge’s page, which writes it as it should be, as UTF-8. If the program itself shows spoilt letters (two strange signs for an “é”), type the accented letters again.")

/* YAML */
MESSAGE(YAML_COLON, "en-tete-illisible", ERROR,
	"deux-points inattendu : ce qui suit ressemble à une autre clé",
	"unexpected colon: what follows looks like another key",
	"mettez la valeur entre guillemets droits (\"), par exemple : title: \"Chapitre 1 : introduction\"",
	"put the value in quotes, for instance: title: \"Chapter 1: introduction\"")
MESSAGE(YAML_NO_COLON, "en-tete-illisible", ERROR,
	"cette ligne n’a pas la forme « clé: valeur »",
	"this line does not have the form “key: value”",
	"écrivez la clé, deux-points, une espace, puis la valeur : title: Mon titre",
	"write the key, a colon, a space, then the value: title: My title")
MESSAGE(YAML_FIRST_SIGN, "en-tete-illisible", ERROR,
	"une valeur ne peut pas commencer par « {1} »",
	"a value cannot start with “{1}”",
	"mettez la valeur entre guillemets droits (\")",
	"put the value in straight quotes (\")")
MESSAGE(YAML_NO_BREAK, "en-tete-illisible", ERROR,
	"l’espace qui suit les deux-points est insécable : la clé n’est pas reconnue",
	"the space behind the colon is a no-break space: the key is not recognised",
	"effacez cette espace, puis retapez-la au clavier",
	"delete this space, then type it again")
MESSAGE(YAML_TAB, "en-tete-illisible", ERROR,
	"une tabulation sert de retrait",
	"a tab is used to indent",
	"remplacez la tabulation par deux espaces",
	"replace the tab with two spaces")
MESSAGE(YAML_CONTROL, "en-tete-illisible", ERROR,
	"un caractère invisible empêche de lire ce passage",
	"an invisible control character keeps this from being read",
	"effacez la ligne et tapez-la de nouveau",
	"delete the line and type it again")
MESSAGE(YAML_SYNTAX, "en-tete-illisible", ERROR,
	"ce passage ne suit pas la forme « clé: valeur »",
	"this does not have the form “key: value” ({1})",
	"vérifiez les guillemets, les crochets et les retraits autour de cet endroit",
	"check quotes, brackets and indentation around this place")
MESSAGE(YAML_ITEM_SIGN, "en-tete-illisible", ERROR,
	"cette ligne d’une liste commence par « {1} »",
	"this line of a list starts with “{1}”",
	"mettez un tiret (-) et une espace à la place de ce signe",
	"put a hyphen (-) and a space in the place of this sign", 2)
MESSAGE(YAML_DASH_TIGHT, "en-tete-illisible", ERROR,
	"il manque une espace après le tiret de cette liste",
	"a space is missing behind the dash of this list",
	"écrivez « - », une espace, puis la valeur, une ligne par valeur",
	"write “-”, a space, then the value, one line a value", 2)
MESSAGE(YAML_INLINE_LIST, "en-tete-illisible", ERROR,
	"une liste ne commence pas sur la ligne de sa clé",
	"a list does not start on the line of its key",
	"passez à la ligne après les deux-points : une valeur par ligne, derrière deux espaces, un tiret et une espace",
	"start a new line behind the colon: one value a line, behind two spaces, a dash and a space")
MESSAGE(YAML_INDENT, "en-tete-illisible", ERROR,
	"cette ligne a {1} {1?espace:espaces} de trop au début",
	"this line has {1} {1?space:spaces} too many at its start",
	"retirez ce qui précède la clé : elle commence au bord, comme les autres",
	"take out what stands before the key: it starts at the margin, as the others do")
MESSAGE(YAML_DASH_APART, "en-tete-illisible", ERROR,
	"ce tiret n’est pas aligné avec ceux du dessus",
	"this dash does not stand below the others",
	"mettez devant lui autant d’espaces que devant les autres",
	"put as many spaces before it as before the others")
MESSAGE(YAML_QUOTE_OPEN, "en-tete-illisible", ERROR,
	"ce guillemet n’est pas fermé",
	"this quote is never closed",
	"ajoutez {1} à la fin de la valeur",
	"add {1} at the end of the value")
MESSAGE(YAML_QUOTE_BEHIND, "en-tete-illisible", ERROR,
	"la valeur continue derrière le guillemet qui la ferme",
	"the value goes on behind the quote that closes it",
	"mettez le second {1} à la fin de la valeur ; à l’intérieur, écrivez « … »",
	"put the second {1} at the end of the value; within it write “…”")
MESSAGE(YAML_QUOTE_INSIDE, "en-tete-illisible", ERROR,
	"des guillemets droits se trouvent à l’intérieur de la valeur",
	"there are straight quotes within the value",
	"gardez ceux du début et de la fin ; à l’intérieur, écrivez « … »",
	"keep those at its start and its end; within it write “…”")
MESSAGE(YAML_APOSTROPHE, "en-tete-illisible", ERROR,
	"la valeur est entre apostrophes ('), et en contient",
	"the value stands between apostrophes (') and holds some",
	"mettez-la entre guillemets droits (\")",
	"put it in straight quotes (\")")
MESSAGE(YAML_BRACKET, "en-tete-illisible", ERROR,
	"cette valeur commence par « {1} », et ce n’est pas une liste entière",
	"this value starts with “{1}” and is no whole list",
	"mettez la valeur entre guillemets droits (\") ; si c’est une liste, fermez-la par « {2} »",
	"put the value in straight quotes (\"); if it is a list, close it with “{2}”")
MESSAGE(YAML_ALIAS, "en-tete-illisible", ERROR,
	"les renvois « & » et « * » ne sont pas admis ici",
	"anchors (&) and aliases (*) are not allowed here",
	"écrivez la valeur en entier, ou mettez-la entre guillemets droits (\")",
	"write the value in full, or put it in quotes")
MESSAGE(YAML_DEEP, "en-tete-illisible", ERROR,
	"trop de niveaux imbriqués (16 au plus)",
	"too many levels (16 at most)",
	"simplifiez cette valeur",
	"simplify this value")
MESSAGE(YAML_NOT_MAP, "en-tete-illisible", ERROR,
	"on attend ici des lignes « clé: valeur »",
	"lines “key: value” are expected here",
	"écrivez une clé par ligne, suivie de deux-points, d’une espace et de sa valeur",
	"write one key a line, followed by a colon, a space and its value")
MESSAGE(FRONT_MATTER_OPEN, "en-tete-illisible", ERROR,
	"l’en-tête de la page n’est pas fermé",
	"the front matter is never closed",
	"ajoutez une ligne « --- » après la dernière clé",
	"add a line “---” after the last key")
MESSAGE(FRONT_MATTER_LONG, "en-tete-illisible", ERROR,
	"l’en-tête de la page n’est pas fermé au bout de 64 Kio",
	"the front matter is not closed within 64 KiB",
	"ajoutez une ligne « --- » après la dernière clé, ou raccourcissez-le",
	"add a line “---” after the last key, or shorten it")
MESSAGE(FRONT_MATTER_LATE, "en-tete-illisible", ERROR,
	"l’en-tête de la page ne commence pas par « --- » : il est lu comme du texte",
	"the front matter does not start with “---”: it is read as text",
	"la toute première ligne du fichier doit être « --- », seule",
	"the very first line of the file must be “---”, alone")
MESSAGE(FRONT_MATTER_BELOW, "en-tete-illisible", ERROR,
	"l’en-tête de la page est sous le titre : il est lu comme du texte",
	"the front matter stands below the heading: it is read as text",
	"la toute première ligne du fichier doit être « --- » : descendez le titre sous la ligne « --- » qui ferme l’en-tête",
	"the very first line of the file must be “---”: move the heading below the line “---” that closes the front matter")
MESSAGE(FRONT_MATTER_FENCED, "en-tete-illisible", ERROR,
	"la page commence par le cadre du modèle (```) : elle est affichée comme du code",
	"the page starts with the fence of its model (```): it is shown as code",
	"retirez cette ligne, et la ligne {1} qui ferme le cadre : la toute première ligne du fichier doit être « --- »|retirez cette ligne : la toute première ligne du fichier doit être « --- »",
	"take this line out, and line {1} that closes the fence: the very first line of the file must be “---”|take this line out: the very first line of the file must be “---”")
MESSAGE(FRONT_MATTER_TWICE, "en-tete-illisible", ERROR,
	"un second en-tête suit le premier : il est affiché comme du texte",
	"a second front matter follows the first: it is shown as text",
	"gardez un seul en-tête, entre deux lignes « --- », avec une ligne par clé",
	"keep one front matter, between two lines “---”, with one line a key", 2)
MESSAGE(YAML_LOST, "en-tete-illisible", WARNING,
	"ce qui suit « # » dans l’en-tête n’est pas lu : « {1} » est perdu",
	"what follows “#” in the front matter is not read: “{1}” is lost",
	"mettez la valeur entière entre guillemets droits (\")",
	"put the whole value in straight quotes (\")")
EXPLAIN("en-tete-illisible",
	"L’en-tête d’une page (entre les deux lignes « --- ») et le fichier site.yml s’écrivent en lignes « clé: valeur ». Une valeur qui contient deux-points, un guillemet ou un crochet se met entre guillemets droits (\") ; les retraits se font avec des espaces.",
	"The front matter of a page (between the two lines “---”) and site.yml hold lines “key: value”. A value with a colon, a quote or a bracket goes in quotes; indentation is made of spaces.")
MESSAGE(YAML_DUPLICATE, "cle-en-double", ERROR,
	"la clé « {1} » est écrite deux fois (déjà ligne {2})",
	"the key “{1}” is written twice (first on line {2})",
	"gardez une seule des deux lignes",
	"keep one of the two lines")
EXPLAIN("cle-en-double",
	"Une même clé ne s’écrit qu’une fois dans un en-tête. La première est prise en compte, l’autre est ignorée : supprimez celle qui est fausse.",
	"A key is written once in a front matter. The first one counts and the other is ignored: delete the wrong one.")

/* table of contents */
MESSAGE(SUMMARY_LINE, "table-des-matieres", WARNING,
	"cette ligne de la table des matières (SUMMARY.md) n’est pas comprise : elle est ignorée",
	"this line of the table of contents (SUMMARY.md) is not understood: it is ignored",
	"écrivez une ligne par page : * [Titre](chemin/de/la-page.md)",
	"write one line a page: * [Title](path/of/page.md)")
MESSAGE(SUMMARY_LONG, "table-des-matieres", ERROR,
	"cette ligne a plus de {1} octets : la suite n’en est pas lue",
	"this line has more than {1} bytes: what follows them is not read",
	"écrivez une ligne par page, avec un titre court : * [Titre](chemin/de/la-page.md)",
	"write one line a page, with a short title: * [Title](path/of/page.md)")
MESSAGE(SUMMARY_LABEL, "table-des-matieres", WARNING,
	"cette ligne n’a pas de page : « {1} » est dans le menu, sans lien, au-dessus des pages qui en dépendent",
	"this line has no page: “{1}” is in the menu, without a link, above the pages below it",
	"donnez-lui une page : * [{1}](chemin/de/la-page.md)",
	"give it a page: * [{1}](path/of/page.md)")
MESSAGE(SUMMARY_DEEP_HEADING, "table-des-matieres", WARNING,
	"seuls les titres « ## » ouvrent un groupe : celui-ci est ignoré, et ses pages restent dans le groupe du dessus",
	"only headings “##” open a group: this one is ignored, and its pages stay in the group above",
	"écrivez « ## {1} », ou faites-en une page dont les autres dépendent",
	"write “## {1}”, or make a page of it that has the others below it")
MESSAGE(SUMMARY_GROUP_PAGE, "table-des-matieres", WARNING,
	"un groupe n’a pas de page : « {1} » n’est pas publiée",
	"a group has no page: “{1}” is not published",
	"mettez-la en tête du groupe, sur une ligne à elle : * [{2}]({1})",
	"put it first in the group, on a line of its own: * [{2}]({1})")
MESSAGE(SUMMARY_ANCHOR, "table-des-matieres", WARNING,
	"une page n’a qu’une ligne, la première ; celle-ci mène à un titre de « {1} » : elle est ignorée",
	"a page has one line, the first one; this one leads to a heading of “{1}”: it is ignored",
	"retirez-la : chaque page a déjà la liste de ses titres",
	"take it out: each page has a list of its headings already")
MESSAGE(STRUCTURE_OUTSIDE, "table-des-matieres", ERROR,
	"« {1} » est hors du dossier du cours : « {2} » est pris à sa place",
	"“{1}” is outside the folder of the course: “{2}” stands for it",
	"écrivez le chemin à partir du dossier que donne « root »",
	"write the path from the folder that `root` names")
MESSAGE(STRUCTURE_MISSING, "table-des-matieres", ERROR,
	"la table des matières « {1} » n’existe pas : toutes les pages sont publiées, dans l’ordre des dossiers",
	"the table of contents “{1}” does not exist: all pages are published, in the order of folders",
	"vérifiez le nom du fichier ; le chemin part du dossier que donne « root »",
	"check the file’s name; the path starts from the folder that `root` names")
MESSAGE(SUMMARY_STAR, "table-des-matieres", ERROR,
	"il manque une espace après « {1} » : cette page n’est pas publiée",
	"a space is missing behind “{1}”: this page is not published",
	"une espace sépare l’étoile du crochet : * [Titre](chemin/de/la-page.md)",
	"a space parts the star from the bracket: * [Title](path/of/page.md)")
MESSAGE(SUMMARY_NO_STAR, "table-des-matieres", ERROR,
	"il manque l’étoile au début de cette ligne : cette page n’est pas publiée",
	"the star at the start of this line is missing: this page is not published",
	"mettez une étoile et une espace devant le crochet : * [Titre](chemin/de/la-page.md)",
	"put a star and a space before the bracket: * [Title](path/of/page.md)")
MESSAGE(SUMMARY_SIGN, "table-des-matieres", ERROR,
	"cette ligne commence par « {1} » : cette page n’est pas publiée",
	"this line starts with “{1}”: this page is not published",
	"remplacez ce signe par une étoile, suivie d’une espace : * [Titre](chemin/de/la-page.md)",
	"put a star in its place, and a space behind it: * [Title](path/of/page.md)")
MESSAGE(SUMMARY_BACKSLASH, "table-des-matieres", ERROR,
	"une barre oblique inverse précède le signe de liste : cette page n’est pas publiée",
	"a backslash stands before the sign of the list: this page is not published",
	"effacez la barre : * [Titre](chemin/de/la-page.md)",
	"take the backslash out: * [Title](path/of/page.md)")
MESSAGE(SUMMARY_NO_BREAK, "table-des-matieres", ERROR,
	"une espace insécable se trouve devant le crochet : cette page n’est pas publiée",
	"a no-break space stands before the bracket: this page is not published",
	"effacez tout ce qui précède le crochet, puis retapez les espaces et l’étoile au clavier",
	"delete all that stands before the bracket, then type the spaces and the star again")
MESSAGE(SUMMARY_HEADING, "table-des-matieres", ERROR,
	"il manque une espace après les signes « # » : ce groupe n’existe pas, et les adresses de ses pages changent",
	"a space is missing behind the signs “#”: this group does not exist, and the addresses of its pages change",
	"mettez une espace entre les signes « # » et le titre",
	"put a space between the signs “#” and the heading")
MESSAGE(SUMMARY_APART, "table-des-matieres", ERROR,
	"une espace sépare le crochet de la parenthèse : cette page n’est pas publiée",
	"a space parts the square bracket from the round one: this page is not published",
	"collez-les : [Titre](chemin/de/la-page.md)",
	"put them side by side: [Title](path/of/page.md)")
MESSAGE(SUMMARY_TOO_FAR, "table-des-matieres", ERROR,
	"cette ligne a trop d’espaces devant son étoile : cette page n’est pas publiée",
	"this line has too many spaces before its star: this page is not published",
	"mettez-en autant que devant la ligne du dessus, ou deux de plus pour la ranger sous elle",
	"put as many as on the line above, or two more to place it below that one")
MESSAGE(SUMMARY_SPACE, "table-des-matieres", ERROR,
	"le nom du fichier « {1} » contient une espace : cette page n’est pas publiée",
	"the file’s name “{1}” holds a space: this page is not published",
	"renommez le fichier « {2} », et écrivez ce nom ici",
	"rename the file “{2}”, and write this name here")
MESSAGE(SUMMARY_MISNAMED, "table-des-matieres", ERROR,
	"la table des matières cite « {1} », qui n’existe pas",
	"the table of contents names “{1}”, which does not exist",
	"le fichier s’appelle « {2} » : renommez-le « {3} », et écrivez ici « {4} »|le fichier s’appelle « {2} » : renommez-le « {3} »",
	"the file is called “{2}”: rename it “{3}”, and write “{4}” here|the file is called “{2}”: rename it “{3}”")
MESSAGE(SUMMARY_MISSING, "table-des-matieres", ERROR,
	"la table des matières cite « {1} », qui n’existe pas",
	"the table of contents names “{1}”, which does not exist",
	"vouliez-vous dire « {2} » ?|vérifiez le nom du fichier et son dossier ; le chemin part du dossier de la table des matières",
	"did you mean “{2}”?|check the file’s name and its folder; the path starts from the folder of the table of contents")
MESSAGE(SUMMARY_TWICE, "table-des-matieres", WARNING,
	"la page « {1} » est citée deux fois ; la première place compte",
	"the page “{1}” is listed twice; its first place counts",
	"retirez l’une des deux lignes",
	"take one of the two lines out")
MESSAGE(SUMMARY_TWICE_ABOVE, "table-des-matieres", WARNING,
	"la page « {1} » est citée deux fois ; la place qui a des pages sous elle compte",
	"the page “{1}” is listed twice; the place that has pages below it counts",
	"retirez la ligne {2}",
	"take line {2} out", 2)
MESSAGE(SUMMARY_ITSELF, "table-des-matieres", WARNING,
	"la table des matières se cite elle-même : cette ligne est ignorée",
	"the table of contents lists itself: this line is ignored",
	"retirez cette ligne",
	"take this line out")
MESSAGE(SUMMARY_NO_PAGE, "table-des-matieres", ERROR,
	"le cours n’a aucune page à publier",
	"the course has no page to publish",
	"créez un fichier README.md avec un titre, puis recommencez",
	"make a file README.md with a heading, then try again")
MESSAGE(SUMMARY_EMPTY, "table-des-matieres", ERROR,
	"la table des matières ne cite aucune page : il n’y a rien à publier",
	"the table of contents lists no page: there is nothing to publish",
	"écrivez une ligne par page, par exemple : `* [Accueil](README.md)` ; si elle a été vidée par erreur, reprenez-la dans l’historique du fichier ; si ce fichier est un texte et non la table, donnez-lui un autre nom",
	"write one line a page, for instance: `* [Home](README.md)`; if it was emptied by mistake, take it from the file’s history; if this file is a text and not the table, give it another name")
MESSAGE(SUMMARY_MEANT, "table-des-matieres", ERROR,
	"le chemin « {1} » ne mène à aucune page d’ici",
	"the path “{1}” leads to no page from here",
	"retirez « {3} » : le chemin part du dossier de la table des matières ({2})|écrivez : {2}",
	"take “{3}” out: the path starts from the folder of the table of contents ({2})|write: {2}", 2)
MESSAGE(SUMMARY_NOT_PAGE, "table-des-matieres", ERROR,
	"« {1} » n’est pas une page : la table des matières ne cite que des fichiers « .md »",
	"“{1}” is no page: the table of contents lists files “.md” only",
	"copiez son texte dans une page, et citez celle-ci ; pour le donner à télécharger, faites un lien vers lui dans le texte d’une page",
	"copy its text into a page, and list that one; to offer it for download, link to it in the text of a page")
MESSAGE(SUMMARY_BROKEN, "table-des-matieres", ERROR,
	"cette ligne cite « {1} » sans en faire un lien : la page n’est pas publiée",
	"this line names “{1}” and does not link to it: the page is not published",
	"écrivez : `{2}`",
	"write: `{2}`", 2)
MESSAGE(SUMMARY_TWO_STARS, "table-des-matieres", WARNING,
	"cette ligne a deux signes de liste (« * », « - » ou « 1. »)",
	"this line has two signs of a list (“*”, “-” or “1.”)",
	"gardez la première étoile : * [Titre](chemin/de/la-page.md)",
	"keep the first star: * [Title](path/of/page.md)", 2)
MESSAGE(SUMMARY_REST, "table-des-matieres", WARNING,
	"« {1} » n’est pas lu : d’une ligne, seul le lien compte",
	"“{1}” is not read: of a line only the link counts",
	"mettez ces mots entre les crochets, dans le titre, ou retirez-les",
	"put these words between the square brackets, in the title, or take them out", 2)
MESSAGE(SUMMARY_REST_BELOW, "table-des-matieres", WARNING,
	"« {1} » n’est pas lu : c’est la suite de la ligne du dessus",
	"“{1}” is not read: it goes on with the line above",
	"si c’est le titre d’un groupe, laissez une ligne vide au-dessus et écrivez « ## {1} » ; sinon, retirez ces mots",
	"if it is the title of a group, leave an empty line above it and write “## {1}”; otherwise take these words out", 2)
MESSAGE(SUMMARY_SECOND, "table-des-matieres", ERROR,
	"une ligne ne cite qu’une page : « {1} » n’est pas publiée",
	"a line lists one page: “{1}” is not published",
	"écrivez ce lien sur une ligne à lui, derrière une étoile et une espace",
	"write this link on a line of its own, behind a star and a space", 2)
MESSAGE(SUMMARY_NO_GROUP, "table-des-matieres", WARNING,
	"« {1} » n’ouvre pas de groupe : cette ligne est ignorée",
	"“{1}” opens no group: this line is ignored",
	"si c’est le titre d’un groupe, écrivez « ## {1} » ; sinon, retirez la ligne",
	"if it is the title of a group, write “## {1}”; otherwise take the line out")
MESSAGE(SUMMARY_UNEVEN, "table-des-matieres", WARNING,
	"cette ligne a {1} {1?espace:espaces} devant son étoile, et celle du dessus (la ligne {3}) {2}",
	"this line has {1} {1?space:spaces} before its star, and the one above (line {3}) {2}",
	"mettez-en {2} pour la ranger avec la ligne {3}, ou {4} pour la ranger au-dessus d’elle|mettez-en {2} pour la ranger avec la ligne {3}",
	"put {2} to place it with line {3}, or {4} to place it a step above that one|put {2} to place it with line {3}", 2)
EXPLAIN("table-des-matieres",
	"La table des matières (SUMMARY.md) donne l’ordre des pages : une ligne par page, « * [Titre](chemin.md) », deux espaces de retrait par niveau, et des titres « ## » pour les groupes.",
	"The table of contents (SUMMARY.md) gives the order of pages: one line a page, “* [Title](path.md)”, two spaces a level, and headings “##” for groups.")
MESSAGE(UNLISTED, "page-non-listee", NOTE,
	"la page n’est dans aucune table des matières : elle n’est pas publiée",
	"the page is in no table of contents: it is not published",
	"ajoutez cette ligne à la fin de {2} : `{1}`",
	"add this line at the end of {2}: `{1}`")
MESSAGE(UNLISTED_BESIDE, "page-non-listee", NOTE,
	"la page n’est dans aucune table des matières : elle n’est pas publiée",
	"the page is in no table of contents: it is not published",
	"ajoutez cette ligne à {3}, juste sous la ligne {2}, avec {4} {4?espace:espaces} devant l’étoile : `{1}`|ajoutez cette ligne à {3}, juste sous la ligne {2} : `{1}`",
	"add this line to {3}, right below line {2}, with {4} {4?space:spaces} before the star: `{1}`|add this line to {3}, right below line {2}: `{1}`")
MESSAGE(UNLISTED_AFTER, "page-non-listee", NOTE,
	"la page n’est dans aucune table des matières : elle n’est pas publiée",
	"the page is in no table of contents: it is not published",
	"ajoutez cette ligne à {3}, juste sous celle de « {2} », que vous ajoutez aussi, avec {4} {4?espace:espaces} devant l’étoile : `{1}`|ajoutez cette ligne à {3}, juste sous celle de « {2} », que vous ajoutez aussi : `{1}`",
	"add this line to {3}, right below the one of “{2}”, which you add too, with {4} {4?space:spaces} before the star: `{1}`|add this line to {3}, right below the one of “{2}”, which you add too: `{1}`")
MESSAGE(UNLISTED_NEW, "page-non-listee", ERROR,
	"la page n’est dans aucune table des matières : elle n’est pas publiée",
	"the page is in no table of contents: it is not published",
	"ajoutez cette ligne à la fin de {2} : `{1}`",
	"add this line at the end of {2}: `{1}`", 2)
MESSAGE(UNLISTED_NEW_BESIDE, "page-non-listee", ERROR,
	"la page n’est dans aucune table des matières : elle n’est pas publiée",
	"the page is in no table of contents: it is not published",
	"ajoutez cette ligne à {3}, juste sous la ligne {2}, avec {4} {4?espace:espaces} devant l’étoile : `{1}`|ajoutez cette ligne à {3}, juste sous la ligne {2} : `{1}`",
	"add this line to {3}, right below line {2}, with {4} {4?space:spaces} before the star: `{1}`|add this line to {3}, right below line {2}: `{1}`", 2)
MESSAGE(UNLISTED_NEW_AFTER, "page-non-listee", ERROR,
	"la page n’est dans aucune table des matières : elle n’est pas publiée",
	"the page is in no table of contents: it is not published",
	"ajoutez cette ligne à {3}, juste sous celle de « {2} », que vous ajoutez aussi, avec {4} {4?espace:espaces} devant l’étoile : `{1}`|ajoutez cette ligne à {3}, juste sous celle de « {2} », que vous ajoutez aussi : `{1}`",
	"add this line to {3}, right below the one of “{2}”, which you add too, with {4} {4?space:spaces} before the star: `{1}`|add this line to {3}, right below the one of “{2}”, which you add too: `{1}`", 2)
MESSAGE(UNLISTED_MANY, "page-non-listee", NOTE,
	"{1} pages ne sont dans aucune table des matières : elles ne sont pas publiées",
	"{1} pages are in no table of contents: they are not published",
	"leur liste, avec les lignes à ajouter : sommaire check --format markdown",
	"their list, with the lines to add: sommaire check --format markdown")
EXPLAIN("page-non-listee",
	"Seules les pages que cite la table des matières (SUMMARY.md) sont publiées. Ajoutez la ligne proposée sous la ligne indiquée, avec les mêmes espaces devant l’étoile que ses voisines : sans elles, les lignes suivantes passeraient sous la nouvelle page et changeraient d’adresse. Ou supprimez le fichier.",
	"Only pages named by the table of contents (SUMMARY.md) are published. Add the line proposed below the line named, with as many spaces before its star as its neighbours: without them the lines that follow would move below the new page and change their addresses. Or delete the file.")
MESSAGE(LEAF_LEFT, "page-mal-rangee", WARNING,
	"« {2} » n’est pas rangée avec ses voisines : « {1} » se retrouve sous elle, et son adresse change",
	"“{2}” does not stand with its neighbours: “{1}” comes below it, and its address changes",
	"ajoutez {3} {3?espace:espaces} au début de cette ligne",
	"add {3} {3?space:spaces} at the start of this line")
MESSAGE(LEAF_CHILDREN, "page-mal-rangee", WARNING,
	"« {1} » est rangée sous « {2} », une fiche, une étude de cas ou un quiz : son adresse change",
	"“{1}” stands below “{2}”, a technique sheet, case study or quiz: its address changes",
	"retirez {3} {3?espace:espaces} au début de cette ligne et des suivantes, jusqu’à la ligne {4}|retirez {3} {3?espace:espaces} au début de cette ligne",
	"take {3} {3?space:spaces} out at the start of this line and of those down to line {4}|take {3} {3?space:spaces} out at the start of this line")
EXPLAIN("page-mal-rangee",
	"Dans la table des matières (SUMMARY.md), les espaces devant l’étoile disent sous quelle page une page est rangée. Une fiche, une étude de cas ou un quiz n’a rien sous elle : il manque des espaces devant sa ligne, ou il y en a trop devant les suivantes. L’adresse d’une page dépend de celle qui est au-dessus.",
	"In the table of contents (SUMMARY.md), the spaces before the star say below which page a page stands. A technique sheet, case study or quiz has none below it: its line lacks spaces, or those that follow have too many. The address of a page depends on the one above it.")
MESSAGE(FILE_NO_PAGE, "nom-de-page", WARNING,
	"ce fichier n’est pas lu comme une page : son nom finit par « {1} »",
	"this file is not read as a page: its name ends with “{1}”",
	"renommez-le « {2} »",
	"rename it “{2}”")
EXPLAIN("nom-de-page",
	"Le nom d’une page finit par « .md », en minuscules. Sous un autre nom, le fichier est copié tel quel sur le site, et n’y est pas une page : renommez-le.",
	"A page’s name ends with “.md”, in small letters. Under another name the file is copied to the site as it is, and is no page: rename it.")
MESSAGE(SAME_ADDRESS, "adresse-en-double", ERROR,
	"cette page aurait la même adresse (« {1} ») que « {2} »",
	"this page would have the same address (“{1}”) as “{2}”",
	"si cette page appartient à un chapitre, remettez deux espaces devant son étoile (SUMMARY.md, ligne {3}) ; sinon, renommez l’un des deux fichiers ; en attendant, son adresse finit par un chiffre|renommez l’un des deux fichiers ; en attendant, son adresse finit par un chiffre",
	"if this page belongs to a chapter, put two spaces back before its star (SUMMARY.md, line {3}); otherwise rename one of the files; meanwhile its address ends with a digit|rename one of the files; meanwhile its address ends with a digit")
MESSAGE(SAME_ADDRESS_MOVED, "adresse-en-double", ERROR,
	"cette page aurait la même adresse (« {1} ») que « {2} »",
	"this page would have the same address (“{1}”) as “{2}”",
	"la ligne {3} de la table des matières (SUMMARY.md) n’a pas le retrait de ses voisines, et déplace celle-ci : corrigez-la d’abord",
	"line {3} of the table of contents (SUMMARY.md) is not indented as its neighbours are, and moves this one: mend it first")
EXPLAIN("adresse-en-double",
	"Deux pages voisines ont des noms de fichier qui donnent la même adresse. Renommez l’une des deux.",
	"Two neighbouring pages have file names that give the same address. Rename one of them.")

MESSAGE(LANGUAGE_GUESSED, "langue-devinee", NOTE,
	"la langue du site, que rien ne dit, est prise de ses premières pages : « {1} » (pour la fixer, dans site.yml : language: {1})",
	"the site’s language, which nothing says, is taken from its first pages: “{1}” (to fix it, in site.yml: language: {1})",
	NULL, NULL)
MESSAGE(LANGUAGE_MIXED, "langue-devinee", NOTE,
	"rien ne dit la langue du site, et ses premières pages ne la montrent pas clairement : il est présenté en français",
	"nothing says the site’s language, and its first pages do not show it clearly: it is presented in French",
	"écrivez-la dans site.yml, par exemple : language: en",
	"write it in site.yml, for instance: language: en")
MESSAGE(LANGUAGE_FEW, "langue-devinee", NOTE,
	"rien ne dit la langue du site : il est présenté en français, mais ses premières pages semblent écrites en « {1} »",
	"nothing says the site’s language: it is presented in French, but its first pages seem to be written in “{1}”",
	"si c’est le cas, écrivez dans site.yml : language: {1}",
	"if so, write in site.yml: language: {1}")
EXPLAIN("langue-devinee",
	"La langue d’un site règle ses menus, sa typographie, les messages et la voix des lecteurs d’écran. Elle se dit dans site.yml (« language: fr »), dans docs.yaml ou par l’option --site-language. Quand rien ne la dit, elle est devinée à ce que sont écrites les dix premières pages, si elles ont plus de 300 mots et si c’est clair ; sinon, c’est le français.",
	"The language of a site settles its menus, its typography, messages and the voice of screen readers. It is said in site.yml (“language: en”), in docs.yaml or by the option --site-language. Where nothing says it, it is guessed by what the first ten pages are written in, if they have more than 300 words and if it is clear; otherwise it is French.")
MESSAGE(TITLE_OF_PLACE, "titre-du-site", NOTE,
	"le titre de l’accueil, « {1} », pourrait être celui de tout autre site : celui-ci s’appelle « {2} », comme son dépôt ou son dossier",
	"the home’s title, “{1}”, could be that of any other site: this one is called “{2}”, like its repository or folder",
	"écrivez son vrai nom dans site.yml : title: …",
	"write its true name in site.yml: title: …")
EXPLAIN("titre-du-site",
	"Le nom du site est dans l’onglet du navigateur, les favoris et les résultats de recherche, à côté du titre de chaque page. Sans « title » dans site.yml, c’est le titre de l’accueil ; quand celui-ci ne dit que « Accueil » ou « Introduction », c’est le nom du dépôt ou du dossier.",
	"The site’s name stands in the tab of the browser, in bookmarks and in results of searches, beside the title of each page. Without “title” in site.yml it is the home’s title; where that one only says “Home” or “Introduction”, it is the name of the repository or folder.")
MESSAGE(NO_URL, "adresse-du-site", NOTE,
	"l’adresse du site n’est pas dite : sa page d’erreur (404.html) est faite pour un site à la racine de son domaine, et ses liens seraient morts sous « /{1}/ »",
	"the site’s address is not said: its page of errors (404.html) is made for a site at the root of its domain, and its links would be dead below “/{1}/”",
	"écrivez-la dans site.yml (url: https://…), ou donnez-la par --url",
	"write it in site.yml (url: https://…), or give it by --url")
EXPLAIN("adresse-du-site",
	"Les pages mènent les unes aux autres par des liens relatifs, qui vont bien à toute adresse. La page d’erreur, elle, est montrée à n’importe quelle adresse : ses liens partent de celle du site, que donne « url » dans site.yml, ou --url. Les forges publient d’ordinaire un dépôt sous son nom (organisation.github.io/depot) : sans adresse, cette page y est sans mise en forme et ses liens sont morts.",
	"Pages lead to each other by relative links, which are right at any address. The page of errors is shown at any address: its links start from that of the site, which “url” in site.yml or --url gives. Forges usually publish a repository below its name (organisation.github.io/repository): without an address that page has no style there, and its links are dead.")
MESSAGE(NAME_UNREAD, "fichier-non-lu", WARNING,
	"ce fichier n’est pas lu : seul « {1} » l’est",
	"this file is not read: only “{1}” is",
	"renommez-le « {1} »",
	"rename it “{1}”")
MESSAGE(NAME_UNREAD_BESIDE, "fichier-non-lu", WARNING,
	"ce fichier n’est pas lu : « {1} », qui est là aussi, l’est à sa place",
	"this file is not read: “{1}”, which is there, too, is read in its place",
	"mettez dans « {1} » ce qu’il dit d’utile, puis supprimez-le",
	"put into “{1}” what it says of use, then remove it")
MESSAGE(SUMMARY_CASE, "fichier-non-lu", NOTE,
	"ce fichier est lu comme la table des matières, mais son nom n’est pas celui qu’attend GitBook",
	"this file is read as the table of contents, but its name is not the one that GitBook expects",
	"renommez-le « {1} »",
	"rename it “{1}”")
MESSAGE(README_CASE, "fichier-non-lu", NOTE,
	"cette page n’est pas celle de son dossier : seul « README.md » l’est",
	"this page is not that of its folder: only “README.md” is",
	"renommez-la « {1} », et changez les liens qui y mènent",
	"rename it “{1}”, and change the links that lead to it")
EXPLAIN("fichier-non-lu",
	"Quelques fichiers ne sont reconnus qu’à leur nom exact, majuscules comprises : site.yml, .gitbook.yaml, SUMMARY.md, et README.md, la page d’un dossier. Celui-ci a presque l’un de ces noms. Ce qu’il dit ne compte pas tant qu’il n’est pas renommé.",
	"A few files are known only by their exact name, capitals included: site.yml, .gitbook.yaml, SUMMARY.md, and README.md, the page of a folder. This one has nearly one of these names. What it says does not count until it is renamed.")
MESSAGE(EXPECTED_MISSED, "recherche-manquee", WARNING,
	"la recherche « {1} » ne donne pas {2} parmi ses trois premiers résultats ; elle donne {3}",
	"the query “{1}” does not bring {2} among its first three results; it brings {3}",
	"écrivez ces mots dans le titre de la page, dans sa description ou dans le titre d’une partie ; si une autre page répond mieux, nommez-la ici",
	"write these words in the page’s title, its description or the heading of a section; if another page answers better, name that one here", 2)
MESSAGE(EXPECTED_NOTHING, "recherche-manquee", WARNING,
	"la recherche « {1} » ne donne rien ; elle devrait donner {2}",
	"the query “{1}” brings nothing; it should bring {2}",
	"écrivez ces mots dans la page, ou dans le glossaire, sous « Autres formes », s’ils disent autrement un de ses termes",
	"write these words in the page, or in the glossary as another form, if they are another name of one of its terms", 2)
EXPLAIN("recherche-manquee",
	"Le fichier recherche.yml dit, pour des recherches que font vos lectrices et vos lecteurs, quelle page doit venir parmi les trois premières. Celle-ci ne vient pas. Comptent d’abord les mots du titre, puis ceux des titres de parties et de la description, puis ceux du texte.",
	"The file recherche.yml says, for queries that your readers make, which page must come among the first three. This one does not. Words of the title count most, then those of headings and of the description, then those of the text.", 2)
MESSAGE(EXPECTED_NO_PAGE, "recherche-attendue", WARNING,
	"la page « {1} » n’existe pas",
	"there is no page “{1}”",
	"écrivez « {2} », si c’est elle|écrivez le chemin d’une page, depuis le dossier du contenu",
	"write “{2}”, if that is the one|write the path of a page, from the folder of the content", 2)
MESSAGE(EXPECTED_UNSEARCHED, "recherche-attendue", WARNING,
	"la page « {1} » n’est pas publiée : aucune recherche ne la donne",
	"the page “{1}” is not published: no query brings it",
	"ajoutez-la à la table des matières, ou nommez une autre page",
	"add it to the table of contents, or name another page", 2)
MESSAGE(EXPECTED_FORM, "recherche-attendue", WARNING,
	"une recherche doit être suivie du chemin d’une page",
	"a query must be followed by the path of a page",
	"écrivez par exemple : comment relancer: fiches/suivre-ses-contacts.md",
	"write for example: how to follow up: sheets/follow-up.md", 2)
EXPLAIN("recherche-attendue",
	"Dans recherche.yml, chaque ligne a une recherche, deux-points, puis le chemin de la page qui doit y répondre, depuis le dossier du contenu. La page doit être publiée.",
	"In recherche.yml each line has a query, a colon, then the path of the page that must answer it, from the folder of the content. The page must be published.", 2)
MESSAGE(SEVERAL_SPACES, "plusieurs-espaces", ERROR,
	"ce dossier n’a pas de table des matières (SUMMARY.md), mais ces dossiers en ont une, et sont chacun un cours : {1}",
	"this folder has no table of contents (SUMMARY.md), but these folders have one, and each is a course: {1}",
	"donnez l’un d’eux à la même commande, par exemple : {2}",
	"give one of them to the same command, for example: {2}")
EXPLAIN("plusieurs-espaces",
	"Un dépôt peut tenir plusieurs espaces de GitBook : un dossier chacun, avec sa table des matières (SUMMARY.md). Construire le dossier qui les contient mêlerait toutes leurs pages ; rien n’est donc construit. Donnez au programme le dossier d’un espace, une fois pour chacun, avec une sortie (« -o ») et une adresse (« --url ») à lui. Si le dossier est bien un seul cours, écrivez sa table des matières.",
	"A repository may hold several GitBook spaces: a folder each, with its table of contents (SUMMARY.md). To build the folder that holds them would mix all their pages; so nothing is built. Give the folder of one space to the program, once for each, with an output (“-o”) and an address (“--url”) of its own. If the folder is one course indeed, write its table of contents.")
MESSAGE(OTHER_SPACE, "espace-a-part", NOTE,
	"le dossier « {1} » est un autre espace, avec sa propre table des matières : il n’est pas construit ici",
	"the folder “{1}” is another space with a table of contents of its own: it is not built here",
	"construisez-le à part, en donnant ce dossier au programme, et une autre sortie : build {1} -o build/site/{1}",
	"build it by itself, giving this folder to the program and another output: build {1} -o build/site/{1}")
EXPLAIN("espace-a-part",
	"Un dépôt peut tenir plusieurs espaces de GitBook : un dossier chacun, avec son SUMMARY.md. Une construction en fait un seul. Lancez-la une fois par dossier, chacune avec sa sortie (un dossier du site principal convient) et son adresse (« --url ») ; la table « spaces: » de site.yml relie leurs pages. Si ce fichier est un reste, supprimez-le.",
	"A repository may hold several GitBook spaces: a folder each, with its SUMMARY.md. One run builds one of them. Run it once a folder, each with its output (a folder of the main site will do) and its address (“--url”); the table “spaces:” of site.yml links their pages. If the file is a remainder, remove it.")

/* redirects */
MESSAGE(REDIRECT_DEAD, "redirection-morte", WARNING,
	"l’ancienne adresse « {1} » renvoie à « {2} », qui n’existe pas",
	"the earlier address “{1}” leads to “{2}”, which does not exist",
	"vouliez-vous dire « {3} » ?|donnez le chemin d’une page d’aujourd’hui, ou retirez la ligne",
	"did you mean “{3}”?|name the path of a page of today, or take the line out")
MESSAGE(REDIRECT_OTHER_SITE, "redirection-morte", WARNING,
	"l’ancienne adresse « {1} » renvoie à un autre site, « {2} » : seule une page de celui-ci peut y répondre",
	"the earlier address “{1}” leads to another site, “{2}”: only a page of this one can answer",
	"donnez le chemin d’une page, avec un lien vers cette adresse dans son texte, ou retirez la ligne",
	"name the path of a page, with a link to that address in its text, or take the line out")
MESSAGE(REDIRECT_UNPUBLISHED, "page-non-publiee", WARNING,
	"l’ancienne adresse « {1} » renvoie à « {2} », qui n’est pas publiée",
	"the earlier address “{1}” leads to “{2}”, which is not published",
	"ajoutez cette page à la table des matières (SUMMARY.md), donnez-en une autre, ou retirez la ligne",
	"add that page to the table of contents (SUMMARY.md), name another one, or take the line out")
MESSAGE(REDIRECT_CIRCLE, "redirection-morte", WARNING,
	"l’ancienne adresse « {1} » renvoie à « {2} », qui tourne en rond",
	"the earlier address “{1}” leads to “{2}”, which goes round in a circle",
	"donnez le chemin d’une page d’aujourd’hui",
	"name the path of a page of today")
MESSAGE(REDIRECT_CHAIN, "redirection-en-chaine", NOTE,
	"l’ancienne adresse « {1} » renvoie à « {2} », qui est elle-même une ancienne adresse",
	"the earlier address “{1}” leads to “{2}”, which is an earlier address itself",
	"elle mène à « {3} » : donnez ce chemin",
	"it leads to “{3}”: name this path")
EXPLAIN("redirection-en-chaine",
	"Une ancienne adresse en désigne une autre. Les lecteurs arrivent à la bonne page, d’un seul coup ; mais si l’autre ligne était retirée, les deux seraient mortes. Donnez le chemin de la page.",
	"An earlier address names another one. Readers come to the right page, in one step; but if the other line went, both would be dead. Name the path of the page.")
MESSAGE(REDIRECT_ANCHOR, "redirection-morte", WARNING,
	"la page « {1} » n’a pas de titre « #{2} » : l’ancienne adresse mène en haut de la page",
	"the page “{1}” has no heading “#{2}”: the earlier address leads to the top of the page",
	"vouliez-vous dire « #{3} » ?|retirez « #{2} », ou reprenez l’un des titres de cette page",
	"did you mean “#{3}”?|take “#{2}” away, or take one of that page’s headings", 2)
MESSAGE(REDIRECT_TAKEN, "redirection-morte", WARNING,
	"l’ancienne adresse « {1} » est prise : une page, un fichier du thème ou une autre ligne y répond déjà",
	"the earlier address “{1}” is taken: a page, a file of the theme or another line answers already",
	"retirez la ligne",
	"take the line out")
MESSAGE(REDIRECT_FORM, "redirection-morte", WARNING,
	"« {1} » ne peut pas être l’adresse d’une page de ce site",
	"“{1}” cannot be the address of a page of this site",
	"écrivez un chemin du site, par exemple ancien/chapitre",
	"write a path of the site, for instance old/chapter")
EXPLAIN("redirection-morte",
	"Une redirection garde en vie une ancienne adresse : « ancienne/adresse: chemin/de/la-page.md ». Celle-ci ne mène nulle part, ou son adresse est déjà prise par une page vivante, qui l’emporte.",
	"A redirect keeps an earlier address alive: “old/address: path/of/page.md”. This one leads nowhere, or a living page has its address and wins.")

/* configuration and front matter */
MESSAGE(UNKNOWN_KEY, "cle-inconnue", WARNING,
	"la clé « {1} » est inconnue",
	"unknown key “{1}”",
	"vouliez-vous dire « {2} » ?|vérifiez son orthographe, ou retirez la ligne",
	"did you mean “{2}”?|check how it is spelt, or take the line out")
MESSAGE(UNKNOWN_KEY_OFTEN, "cle-inconnue", WARNING,
	"la clé « {1} » est inconnue, dans {3} pages ; celle-ci est la première",
	"unknown key “{1}”, on {3} pages; this is the first one",
	"vouliez-vous dire « {2} » ?|vérifiez son orthographe, ou retirez ces lignes",
	"did you mean “{2}”?|check how it is spelt, or take these lines out")
MESSAGE(OTHER_TOOL_KEY_OFTEN, "cle-inconnue", NOTE,
	"la clé « {1} » n’est pas employée ici ({3} pages l’ont, dont celle-ci)",
	"the key “{1}” is not used here ({3} pages have it, this one too)",
	NULL, NULL)
MESSAGE(KEY_NO_BREAK, "cle-inconnue", WARNING,
	"une espace insécable sépare la clé « {1} » des deux-points : la clé n’est pas reconnue",
	"a no-break space parts the key “{1}” from the colon: the key is not recognised",
	"effacez l’espace qui précède les deux-points : « {1}: … »",
	"delete the space before the colon: “{1}: …”")
MESSAGE(OTHER_TOOL_KEY, "cle-inconnue", NOTE,
	"la clé « {1} » n’est pas employée ici",
	"the key “{1}” is not used here",
	NULL, NULL)
EXPLAIN("cle-inconnue",
	"Cette clé ne dit rien à la construction du site. Si c’est une faute de frappe, corrigez-la ; sinon, retirez la ligne.",
	"This key says nothing to the building of the site. If it is a slip, mend it; otherwise take the line out.")
MESSAGE(KEY_COMING, "cle-a-venir", NOTE,
	"la clé « {1} » est lue, et n’a pas encore d’effet",
	"the key “{1}” is read, and has no effect yet",
	"laissez-la pour une version à venir, ou retirez la ligne",
	"leave it for a version to come, or take the line out")
EXPLAIN("cle-a-venir",
	"Le nom de cette clé est réservé : ce qu’elle demande viendra avec une version suivante. D’ici là, le site est le même avec elle et sans elle.",
	"The name of this key is reserved: what it asks for comes with a later version. Until then the site is the same with it and without it.")
MESSAGE(WRONG_TYPE, "valeur-inattendue", ERROR,
	"« {1} » attend {2}",
	"“{1}” wants {3}",
	NULL, NULL)
MESSAGE(UPDATE_DATE, "valeur-inattendue", WARNING,
	"« {1} » n’est pas un jour du calendrier : ces mots sont affichés tels quels",
	"“{1}” is no day of the calendar: these words are shown as they are",
	"écrivez l’année, le mois et le jour : date=\"2026-11-23\"",
	"write the year, the month and the day: date=\"2026-11-23\"")
MESSAGE(URL_SLASHES, "valeur-inattendue", WARNING,
	"l’adresse « {1} » a deux barres obliques de suite : une seule est gardée",
	"the address “{1}” has two slashes in a row: one of them is kept",
	"écrivez {2}",
	"write {2}")
MESSAGE(YAML_DASH, "valeur-inattendue", WARNING,
	"ce tiret n’est pas aligné avec ceux du dessus : sa ligne est lue comme la suite de la précédente",
	"this dash does not stand below the others: its line is read as part of the one before",
	"mettez devant lui autant d’espaces que devant les autres",
	"put as many spaces before it as before the others")
MESSAGE(EMPTY_ITEM, "valeur-inattendue", WARNING,
	"cette ligne de la liste « {1} » est vide",
	"this line of the list “{1}” is empty",
	"écrivez une valeur après le tiret, ou retirez la ligne",
	"write a value behind the dash, or take the line out")
MESSAGE(LIST_AS_TEXT, "valeur-inattendue", WARNING,
	"« {1} » est lu d’un seul tenant, sur plusieurs lignes : il manque des tirets",
	"“{1}” is read as one value over several lines: dashes are missing",
	"une valeur par ligne, chacune précédée de deux espaces, d’un tiret et d’une espace",
	"one value a line, each behind two spaces, a dash and a space")
MESSAGE(WRONG_CHOICE, "valeur-inattendue", ERROR,
	"« {2} » n’est pas une valeur de « {1} » (admis : {3})",
	"“{2}” is not a value of “{1}” (allowed: {3})",
	"vouliez-vous dire « {4} » ?|écrivez l’un des mots admis",
	"did you mean “{4}”?|write one of the words allowed")
EXPLAIN("valeur-inattendue",
	"La valeur de cette clé n’a pas la forme attendue : une liste s’écrit avec des tirets, un nombre sans guillemets, un choix avec l’un des mots admis.",
	"The value of this key has not the form expected: a list is written with dashes, a number without quotes, a choice with one of the words allowed.")
MESSAGE(UNKNOWN_ID, "page-inconnue", ERROR,
	"« {1} » cite la page « {2} », qui n’existe pas",
	"“{1}” names the page “{2}”, which does not exist",
	"vouliez-vous dire « {3} » ?|écrivez le chemin de la page sans « .md », par exemple dossier/ma-page",
	"did you mean “{3}”?|write the page’s path without “.md”, for instance folder/my-page")
MESSAGE(AMBIGUOUS_ID, "page-inconnue", ERROR,
	"« {1} » cite « {2} », nom que portent plusieurs pages",
	"“{1}” names “{2}”, which several pages are called",
	"écrivez son chemin : « {3} » par exemple",
	"write its path: “{3}” for instance")
EXPLAIN("page-inconnue",
	"Les clés « prerequis » et « fiches » citent des pages par leur chemin sans « .md » (fiches/pitch), ou par la dernière partie de ce chemin quand une seule page le porte.",
	"The keys “prerequis” and “fiches” name pages by their path without “.md” (fiches/pitch), or by its last part where one page only has it.")
MESSAGE(ID_TWICE, "page-citee-deux-fois", WARNING,
	"« {1} » cite deux fois la page « {2} »",
	"“{1}” names the page “{2}” twice",
	"retirez l’une des deux lignes",
	"take one of the two lines out")
EXPLAIN("page-citee-deux-fois",
	"Une liste de l’en-tête (« prerequis », « fiches ») ou du menu cite deux fois la même page, peut-être une fois par son chemin et une fois par la dernière partie de ce chemin. Elle ne compte qu’une fois : retirez l’autre ligne.",
	"A list of front matter (“prerequis”, “fiches”) or of the menu names the same page twice, perhaps once by its path and once by the last part of it. It counts once: take the other line out.")
MESSAGE(PREREQUISITE_ITSELF, "prerequis-en-cercle", ERROR,
	"la page se demande elle-même comme prérequis",
	"the page names itself as a prerequisite",
	"retirez cette ligne",
	"take this line out")
MESSAGE(PREREQUISITE_CYCLE, "prerequis-en-cercle", ERROR,
	"ces prérequis tournent en rond : {1}",
	"these prerequisites go round in a circle: {1}",
	"chaque flèche se lit « demande d’avoir lu » ; retirez l’un de ces prérequis",
	"each arrow reads “wants to be read after”; take one of these prerequisites out")
EXPLAIN("prerequis-en-cercle",
	"Une page demande d’en avoir lu une autre avant elle, qui demande à son tour, directement ou de page en page, d’avoir lu la première : personne ne peut commencer. Retirez de l’un des en-têtes le prérequis qui n’en est pas un.",
	"A page wants another one read before it, which in turn, directly or from page to page, wants the first one read: nobody can begin. Take out of one front matter the prerequisite that is none.")
MESSAGE(PREREQUISITE_LATER, "prerequis-plus-loin", ERROR,
	"le prérequis « {1} » se lit après cette page",
	"the prerequisite “{1}” is read after this page",
	"retirez ce prérequis, ou, dans la table des matières (SUMMARY.md), déplacez sa ligne (la ligne {2}) juste au-dessus de la ligne {3}|l’ordre de lecture vient ici des noms de fichiers : écrivez une table des matières (SUMMARY.md), ou retirez ce prérequis",
	"take this prerequisite out, or, in the table of contents (SUMMARY.md), move its line (line {2}) right above line {3}|the reading order comes from the names of files here: write a table of contents (SUMMARY.md), or take this prerequisite out")
MESSAGE(PREREQUISITE_LATER_WHOLE, "prerequis-plus-loin", ERROR,
	"le prérequis « {1} » se lit après cette page",
	"the prerequisite “{1}” is read after this page",
	"retirez ce prérequis, ou, dans la table des matières (SUMMARY.md), déplacez sa ligne avec celles qui sont rangées dessous (les lignes {2} à {4}) juste au-dessus de la ligne {3}",
	"take this prerequisite out, or, in the table of contents (SUMMARY.md), move its line with those below it (lines {2} to {4}) right above line {3}")
MESSAGE(PREREQUISITE_ELSEWHERE, "prerequis-plus-loin", ERROR,
	"le prérequis « {1} » se lit après cette page",
	"the prerequisite “{1}” is read after this page",
	"retirez ce prérequis : cette page est rangée ailleurs, plus loin dans la table des matières (SUMMARY.md, ligne {2}) ; la déplacer changerait son adresse",
	"take this prerequisite out: that page stands elsewhere, further on in the table of contents (SUMMARY.md, line {2}); moving it would change its address")
MESSAGE(PREREQUISITE_BELOW, "prerequis-plus-loin", ERROR,
	"le prérequis « {1} » est rangé sous cette page, et se lit donc après elle",
	"the prerequisite “{1}” stands below this page, and is therefore read after it",
	"retirez ce prérequis : une page se lit avant celles qui sont rangées sous elle",
	"take this prerequisite out: a page is read before those that stand below it")
EXPLAIN("prerequis-plus-loin",
	"Une page demande d’en avoir lu une autre, que l’ordre de lecture place après elle. L’ordre est celui de la table des matières (SUMMARY.md). Retirez le prérequis ; ou déplacez la ligne de l’autre page, avec celles qui sont rangées dessous : ses voisines sont au même retrait, et son adresse change si elle passe sous une autre page.",
	"A page wants another one read before it, which the reading order places after it. That order is the one of the table of contents (SUMMARY.md). Take the prerequisite out; or move the other page’s line, with those below it: its neighbours have as many spaces, and its address changes if it comes below another page.")
MESSAGE(RELATION_TARGET, "relation-inattendue", WARNING,
	"« fiches » cite la page « {1} », qui n’est pas une fiche",
	"“fiches” names the page “{1}”, which is no technique sheet",
	"écrivez « type: fiche » dans l’en-tête de cette page, ou citez-la par un lien dans le texte",
	"write “type: fiche” in that page’s front matter, or link to it in the text")
MESSAGE(RELATION_SOURCE, "relation-inattendue", WARNING,
	"« fiches » ne relie rien ici : la page n’est pas une étude de cas",
	"“fiches” relates nothing here: the page is no case study",
	"écrivez « type: etude-de-cas » dans l’en-tête, ou retirez « fiches » et faites des liens dans le texte",
	"write “type: etude-de-cas” in the front matter, or take “fiches” out and link in the text")
EXPLAIN("relation-inattendue",
	"La clé « fiches » d’une étude de cas nomme les fiches qu’elle illustre ; chaque fiche montre d’elle-même ses études de cas. Entre d’autres sortes de pages, faites des liens dans le texte, ou employez « prerequis ».",
	"The key “fiches” of a case study names the technique sheets that it illustrates; each sheet shows its case studies by itself. Between pages of other kinds link in the text, or use “prerequis”.")
MESSAGE(PAGE_EMPTY, "page-vide", NOTE,
	"la page n’a pas de texte",
	"the page has no text",
	"écrivez-le ; en attendant, une ligne « draft: true » dans l’en-tête garde la page hors du site",
	"write it; until then a line “draft: true” in the front matter keeps the page off the site")
EXPLAIN("page-vide",
	"Le fichier ne contient rien, ou rien qu’un en-tête et un titre : le lecteur arrive sur une page vide. Écrivez le texte, retirez la page de la table des matières, ou gardez-la comme brouillon (« draft: true »). Une page qui en a d’autres sous elle les montre : elle n’est pas signalée. Rien n’est dit quand plus d’une page sur cinq est vide : le cours est alors un brouillon.",
	"The file holds nothing, or nothing but front matter and a heading: readers come to an empty page. Write the text, take the page out of the table of contents, or keep it as a draft (“draft: true”). A page with others below it shows them and is not reported. Nothing is said where more than one page in five is empty: the course is a draft then.")
MESSAGE(TYPE_MISSING, "type-absent", WARNING,
	"la page n’a pas de type, au contraire de toutes les autres de son dossier",
	"the page has no type, unlike all others of its folder",
	"ajoutez « type: {1} » à son en-tête, ou « type: page » si elle n’en est pas une",
	"add “type: {1}” to its front matter, or “type: page” if it is none")
EXPLAIN("type-absent",
	"Toutes les autres pages de ce dossier disent dans leur en-tête de quel type elles sont, et c’est le même. Sans lui, cette page n’a ni leur mise en page, ni sa place dans les listes.",
	"All other pages of this folder say in their front matter of which type they are, and it is the same one. Without it this page has neither their layout nor its place in lists.")
MESSAGE(PAGE_LARGE, "page-trop-grande", ERROR,
	"la page dépasse 1 Mio : elle est publiée sans son texte",
	"the page is over 1 MiB: it is published without its text",
	"partagez-la en plusieurs pages",
	"split it into several pages")
EXPLAIN("page-trop-grande",
	"Une page de plus de 1 Mio (environ mille feuilles) ne se lit pas. Partagez-la.",
	"A page over 1 MiB (about a thousand sheets) cannot be read. Split it.")
MESSAGE(PAGE_SLOW, "page-en-echec", ERROR,
	"la page demande trop de temps à composer : elle est publiée sans son texte",
	"the page takes too long to compose: it is published without its text",
	"cherchez-y un tableau immense, ou des crochets ouverts en très grand nombre",
	"look for a huge table, or brackets opened in great number")
MESSAGE(PAGE_HEAVY, "page-en-echec", ERROR,
	"la page demande trop de mémoire à composer : elle est publiée sans son texte",
	"the page takes too much memory to compose: it is published without its text",
	"cherchez-y un tableau immense, ou une adresse très longue citée très souvent",
	"look for a huge table, or a very long address that is cited very often")
MESSAGE(PAGE_CRASH, "page-en-echec", ERROR,
	"la page fait échouer sa composition : elle est publiée sans son texte",
	"the page makes its composition fail: it is published without its text",
	"signalez-nous ce fichier : c’est notre faute, pas la vôtre",
	"report this file to us: it is our fault, not yours")
EXPLAIN("page-en-echec",
	"Une page n’a pas pu être composée : elle est publiée avec son titre et une phrase. Les autres pages ne sont pas touchées.",
	"A page could not be composed: it is published with its title and a sentence. Other pages are not touched.")
MESSAGE(NUL_BYTE, "encodage", WARNING,
	"le fichier contient des octets nuls ; ils sont remplacés",
	"the file holds NUL bytes; they are replaced",
	"copiez le texte depuis votre logiciel et collez-le dans la page de la forge, à la place de celui-ci (ou enregistrez-le en UTF-8, et non en UTF-16)",
	"copy the text from your program and paste it into the forge’s page, in place of this one (or save it as UTF-8, not as UTF-16)")

/* files that are written anew, or beside the site */
SENTENCE(SUMMARY_TITLE, "Sommaire", "Table of contents")
SENTENCE(NGINX_HTTP,
	"# Anciennes adresses du site, pour nginx. Dans http { } :\n",
	"# Earlier addresses of the site, for nginx. In http { }:\n")
SENTENCE(NGINX_SERVER, "# Dans server { } :\n", "# In server { }:\n")
/* what a key wants */
SENTENCE(WANTS_TEXT, "un texte", "a text")
SENTENCE(WANTS_BOOL, "true ou false", "true or false")
SENTENCE(WANTS_MINUTES, "un nombre de minutes (par exemple 10)", "a number of minutes (for instance 10)")
SENTENCE(WANTS_DATE,
	"une date (année-mois-jour, par exemple 2026-11-23)",
	"a date (year-month-day, for instance 2026-11-23)")
SENTENCE(WANTS_LANGUAGE, "le code d’une langue (fr, en, pt-BR…)", "the code of a language (fr, en, pt-BR…)")
SENTENCE(WANTS_WORDS,
	"une liste de mots (un par ligne, précédé d’un tiret)",
	"a list of words (one a line, each with a dash)")
SENTENCE(WANTS_LIST,
	"une liste (une ligne par valeur, précédée d’un tiret)",
	"a list (one line a value, each with a dash)")
SENTENCE(WANTS_MAP, "des lignes « clé: valeur » en retrait", "indented lines “key: value”")
SENTENCE(WANTS_CHOICE, "un seul mot", "a single word")
SENTENCE(WANTS_URL,
	"une adresse complète (https://…), sans espace ni mot de passe",
	"a whole address (https://…), without blanks or a password")
SENTENCE(WANTS_CONTACT,
	"une adresse électronique (equipe@exemple.fr) ou une adresse complète (https://…)",
	"an e-mail address (team@example.org) or a whole address (https://…)")
SENTENCE(WANTS_SPACE,
	"une adresse complète (https://…) ou un dossier de ce site (../guide/)",
	"a whole address (https://…) or a folder of this site (../guide/)")
