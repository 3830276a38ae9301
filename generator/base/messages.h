/*
 * What we tell authors: one row a message, no guard on purpose.
 *
 * MESSAGE(name, code, severity, sentence fr, sentence en, help fr, help en)
 *   {1} … {4} are the arguments of diag_report; a help may be NULL. What stands behind a
 * "|" in a help is said instead when an argument that it needs was not given.
 * EXPLAIN(code, fr, en): cause and cure of a code, for `sommaire explain`.
 *
 * French sentences are typographic (« », ’, no-break spaces) and use no word
 * of developers. Rows of one code stand together.
 */
#ifndef MESSAGE
#define MESSAGE(...)
#endif
#ifndef EXPLAIN
#define EXPLAIN(...)
#endif

/* clang-format off */

/* files */
MESSAGE(FILE_UNREADABLE, "fichier-illisible", ERROR,
	"le fichier ne peut pas être lu ({1})",
	"the file cannot be read ({1})",
	"vérifiez ses droits d’accès, puis recommencez",
	"check its permissions, then try again")
EXPLAIN("fichier-illisible",
	"Un fichier du cours existe, mais la machine refuse de le lire : droits d’accès, disque abîmé, ou ce n’est pas un vrai fichier. Corrigez ses droits ou remplacez-le.",
	"A file of the course exists but the machine refuses to read it: permissions, a damaged disk, or not a regular file. Mend its permissions or replace it.")

MESSAGE(BAD_UTF8, "encodage", ERROR,
	"ce fichier n’est pas écrit en UTF-8 à cet endroit",
	"the file is not UTF-8 here",
	"enregistrez le fichier en UTF-8, puis recommencez",
	"save the file as UTF-8, then try again")
EXPLAIN("encodage",
	"Les fichiers du cours s’écrivent en UTF-8, l’encodage de tous les éditeurs d’aujourd’hui. Ouvrez le fichier, choisissez « Enregistrer avec l’encodage UTF-8 », et vérifiez les lettres accentuées.",
	"Files of the course are written in UTF-8, the encoding of every editor of today. Open the file, save it with the encoding UTF-8, and check accented letters.")

/* YAML */
MESSAGE(YAML_COLON, "en-tete-illisible", ERROR,
	"deux-points inattendu : ce qui suit ressemble à une autre clé",
	"unexpected colon: what follows looks like another key",
	"mettez la valeur entre guillemets, par exemple : title: \"Chapitre 1 : introduction\"",
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
MESSAGE(YAML_TAB, "en-tete-illisible", ERROR,
	"une tabulation sert de retrait",
	"a tab is used to indent",
	"remplacez la tabulation par des espaces",
	"replace the tab with spaces")
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
MESSAGE(YAML_ALIAS, "en-tete-illisible", ERROR,
	"les renvois « & » et « * » ne sont pas admis ici",
	"anchors (&) and aliases (*) are not allowed here",
	"écrivez la valeur en entier, ou mettez-la entre guillemets",
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
EXPLAIN("en-tete-illisible",
	"L’en-tête d’une page (entre les deux lignes « --- ») et le fichier site.yml s’écrivent en lignes « clé: valeur ». Une valeur qui contient deux-points, un guillemet ou un crochet se met entre guillemets ; les retraits se font avec des espaces.",
	"The front matter of a page (between the two lines “---”) and site.yml hold lines “key: value”. A value with a colon, a quote or a bracket goes in quotes; indentation is made of spaces.")
MESSAGE(YAML_DUPLICATE, "cle-en-double", ERROR,
	"la clé « {1} » est écrite deux fois (déjà ligne {2})",
	"the key “{1}” is written twice (first on line {2})",
	"gardez une seule des deux lignes",
	"keep one of the two lines")
EXPLAIN("cle-en-double",
	"Une même clé ne s’écrit qu’une fois dans un en-tête. La première est prise en compte, l’autre est ignorée : supprimez celle qui est fausse.",
	"A key is written once in a front matter. The first one counts and the other is ignored: delete the wrong one.")

/* tags and raw HTML */
MESSAGE(TAG_UNKNOWN, "balise-inconnue", WARNING,
	"la balise « {1} » est inconnue : son contenu est affiché sans elle",
	"unknown tag “{1}”: its content is shown without it",
	"vouliez-vous dire « {2} » ?|vérifiez l’orthographe de la balise, ou retirez-la",
	"did you mean “{2}”?|check how the tag is spelt, or take it out")
MESSAGE(TAG_ALONE, "balise-inconnue", WARNING,
	"la balise « {1} » ne s’emploie qu’à l’intérieur de « {2} »",
	"the tag “{1}” only stands inside “{2}”",
	"mettez {% {2} %} avant la première, et {% end{2} %} après la dernière",
	"put {% {2} %} before the first, and {% end{2} %} behind the last")
EXPLAIN("balise-inconnue",
	"Une ligne « {% nom %} » demande un bloc particulier (encadré, onglets…). Ce nom n’est pas connu, ou le bloc n’est pas à sa place. Le texte qu’il contient est affiché quand même.",
	"A line “{% name %}” asks for a special block (hint, tabs …). This name is not known, or the block is not in its place. The text inside is shown all the same.")
MESSAGE(ALERT_UNKNOWN, "balise-inconnue", WARNING,
	"« {1} » n’est pas un encadré connu : il est affiché comme une citation",
	"“{1}” is no alert that is known: it is shown as a quote",
	"écrivez [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] ou [!CAUTION]",
	"write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]")
MESSAGE(TAG_CUT, "balise-ouverte", ERROR,
	"il manque « %} » à la fin de cette balise",
	"“%}” is missing at the end of this tag",
	"une balise tient sur une ligne, entre {% et %}",
	"a tag stands on one line, between {% and %}")
MESSAGE(TAG_CURLY, "balise-ouverte", ERROR,
	"cette valeur n’est pas entre guillemets droits",
	"this value is not between straight quotes",
	"écrivez par exemple : style=\"info\"",
	"write for instance: style=\"info\"")
MESSAGE(TAG_OPEN, "balise-ouverte", ERROR,
	"la balise « {1} » n’est pas fermée",
	"the tag “{1}” is never closed",
	"ajoutez une ligne {% end{1} %} là où le bloc finit",
	"add a line {% end{1} %} where the block ends")
MESSAGE(HTML_OPEN, "balise-ouverte", WARNING,
	"l’élément HTML <{1}> n’est pas fermé",
	"the HTML element <{1}> is never closed",
	"ajoutez </{1}> là où il finit",
	"add </{1}> where it ends")
MESSAGE(TAG_END, "balise-ouverte", ERROR,
	"« end{1} » ne ferme rien : aucune balise « {1} » n’est ouverte ici",
	"“end{1}” closes nothing: no tag “{1}” is open here",
	"retirez cette ligne, ou ajoutez l’ouverture qui manque",
	"take this line out, or add the missing opening")
MESSAGE(HTML_END, "balise-ouverte", WARNING,
	"</{1}> ne ferme rien : aucun <{1}> n’est ouvert ici",
	"</{1}> closes nothing: no <{1}> is open here",
	"retirez-le, ou ajoutez l’ouverture qui manque",
	"take it out, or add the missing opening")
MESSAGE(TAG_QUOTE, "balise-ouverte", ERROR,
	"il manque le guillemet qui ferme cette valeur",
	"the quote that closes this value is missing",
	"ajoutez un guillemet droit (\") avant %}",
	"add a straight quote (\") before %}")
EXPLAIN("balise-ouverte",
	"Un bloc ouvert doit être fermé, dans l’ordre inverse des ouvertures, au même niveau de liste ou de citation. Ajoutez la fermeture manquante ou retirez celle qui est en trop.",
	"A block that is opened must be closed, in the reverse order, at the same level of list or quote. Add the closing that is missing or take out the one too many.")
MESSAGE(HTML_UNKNOWN, "html-inconnu", WARNING,
	"<{1}> n’est pas un élément admis : il est affiché comme du texte",
	"<{1}> is not an allowed element: it is shown as text",
	"si c’est du texte, écrivez-le entre accents graves (`) ; sinon, employez du Markdown",
	"if it is text, write it between backticks (`); otherwise use Markdown")
MESSAGE(ATTRIBUTE_UNKNOWN, "html-inconnu", NOTE,
	"l’attribut « {1} » de <{2}> n’est pas repris",
	"the attribute “{1}” of <{2}> is dropped",
	NULL, NULL)
MESSAGE(ATTRIBUTE_SCRIPT, "html-inconnu", WARNING,
	"l’attribut « {1} » pourrait exécuter un programme : il est retiré",
	"the attribute “{1}” could run a script: it is dropped",
	"retirez-le du texte",
	"take it out of the text")
EXPLAIN("html-inconnu",
	"Une page peut contenir quelques éléments HTML sûrs (tableaux, details, figure, mark…). Les autres sont affichés comme du texte, et ce qui pourrait exécuter un programme est retiré.",
	"A page may hold some safe HTML elements (tables, details, figure, mark …). Others are shown as text, and what could run a script is dropped.")

/* links and images */
MESSAGE(UNSAFE_LINK, "lien-dangereux", ERROR,
	"l’adresse « {1} » n’est pas admise : le lien est retiré",
	"the address “{1}” is not allowed: the link is dropped",
	"employez une adresse http, https, mailto ou le chemin d’un fichier",
	"use an address http, https, mailto or the path of a file")
EXPLAIN("lien-dangereux",
	"Une adresse qui commence par « javascript: », « data: » ou un protocole inconnu pourrait nuire aux lecteurs. Remplacez-la par une adresse ordinaire.",
	"An address that starts with “javascript:”, “data:” or an unknown scheme could harm readers. Replace it with an ordinary address.")
MESSAGE(DEAD_PAGE, "lien-mort", ERROR,
	"la page « {1} » n’existe pas",
	"there is no page “{1}”",
	"vouliez-vous dire « {2} » ?|vérifiez le nom du fichier et son dossier ; le chemin part de la page où vous écrivez",
	"did you mean “{2}”?|check the file’s name and its folder; the path starts from this page")
MESSAGE(DEAD_FILE, "lien-mort", ERROR,
	"le fichier « {1} » n’existe pas",
	"there is no file “{1}”",
	"vouliez-vous dire « {2} » ?|vérifiez le nom du fichier et son dossier ; le chemin part de la page où vous écrivez",
	"did you mean “{2}”?|check the file’s name and its folder; the path starts from this page")
MESSAGE(NOT_IMAGE, "lien-mort", ERROR,
	"« {1} » n’est pas une image",
	"“{1}” is no image",
	"pour mener à une page, écrivez le lien sans « ! » devant",
	"to lead to a page, write the link without “!” before it")
MESSAGE(BROKEN_REFERENCE, "lien-mort", ERROR,
	"ce lien menait à une page qui n’existe plus (« {1} »)",
	"this link led to a page that is gone (“{1}”)",
	"choisissez une autre page, ou retirez le lien",
	"choose another page, or take the link out")
MESSAGE(LINK_ABOVE, "lien-mort", ERROR,
	"« {1} » sort du dossier du cours",
	"“{1}” leaves the folder of the course",
	"copiez le fichier dans le dossier du cours, puis faites le lien vers lui",
	"copy the file into the course’s folder, then link to it")
EXPLAIN("lien-mort",
	"Un lien du cours mène à une page, à un fichier ou à une image qui n’existe pas à cet endroit. Le texte du lien est affiché sans lien. Vérifiez le nom, les majuscules et le dossier ; le chemin part de la page où se trouve le lien.",
	"A link leads to a page, file or image that is not there. Its text is shown without a link. Check the name, its letter case and the folder; the path starts from the page that holds the link.")
MESSAGE(DEAD_ANCHOR, "ancre-morte", ERROR,
	"la page « {1} » n’a pas de titre « #{2} »",
	"the page “{1}” has no heading “#{2}”",
	"vouliez-vous dire « #{3} » ?|ouvrez la page visée et reprenez l’un de ses titres",
	"did you mean “#{3}”?|open the page that is meant and take one of its headings")
EXPLAIN("ancre-morte",
	"La fin d’un lien, après le signe #, nomme un titre de la page visée. Aucun titre n’a ce nom : il a sans doute été réécrit. En attendant, le texte du lien est affiché sans lien.",
	"The end of a link, behind the sign #, names a heading of the page it leads to. No heading has this name: it was probably rewritten. Meanwhile the text is shown without a link.")
MESSAGE(WRONG_CASE, "casse-du-lien", WARNING,
	"« {1} » s’écrit « {2} »",
	"“{1}” is written “{2}”",
	"recopiez le nom avec les mêmes majuscules et les mêmes accents",
	"copy the name with the same letter case and accents")
EXPLAIN("casse-du-lien",
	"Le lien fonctionne ici, mais une majuscule ou un accent diffère du nom du fichier : sur une autre machine, il serait mort.",
	"The link works here, but a letter’s case or an accent differs from the file’s name: on another machine it would be dead.")
MESSAGE(LINK_ABSOLUTE, "chemin-absolu", WARNING,
	"« {1} » est un chemin propre à un ordinateur",
	"“{1}” is a path of one computer",
	"écrivez le chemin à partir de la page, par exemple ../assets/image.png",
	"write the path from the page, for instance ../assets/image.png")
EXPLAIN("chemin-absolu",
	"Un chemin comme « C:\\… » ou « file://… » ne vaut que sur l’ordinateur où il a été écrit. Copiez le fichier dans le cours et faites un lien relatif.",
	"A path such as “C:\\…” or “file://…” is only good on the computer where it was written. Copy the file into the course and link to it relatively.")
MESSAGE(REMOTE_IMAGE, "image-distante", WARNING,
	"cette image est prise sur un autre site ({1})",
	"this image is fetched from another site ({1})",
	"enregistrez l’image dans le dossier du cours et faites le lien vers elle",
	"save the image in the folder of the course and link to it")
EXPLAIN("image-distante",
	"Une image prise ailleurs peut disparaître, et chaque lecteur serait signalé à cet autre site. Elle est remplacée par un lien. Enregistrez-la dans le cours.",
	"An image from elsewhere may vanish, and every reader would be known to that other site. A link stands in its place. Save it in the course.")
MESSAGE(PAGE_UNPUBLISHED, "page-non-publiee", WARNING,
	"la page « {1} » n’est pas publiée : le lien est affiché comme du texte",
	"the page “{1}” is not published: the link is shown as text",
	"ajoutez-la à la table des matières (SUMMARY.md), ou retirez le lien",
	"add it to the table of contents (SUMMARY.md), or take the link out")
MESSAGE(PAGE_DRAFT, "page-non-publiee", WARNING,
	"la page « {1} » est un brouillon : le lien est affiché comme du texte",
	"the page “{1}” is a draft: the link is shown as text",
	"quand elle sera prête, retirez « draft » de son en-tête ; ou retirez le lien",
	"take “draft” out of its front matter when it is ready, or take the link out")
MESSAGE(FILE_UNPUBLISHED, "page-non-publiee", WARNING,
	"le fichier « {1} » n’est pas publié : le lien est affiché comme du texte",
	"the file “{1}” is not published: the link is shown as text",
	"SUMMARY.md, site.yml et les noms qui commencent par un point ne servent qu’à écrire le cours : choisissez un autre fichier",
	"SUMMARY.md, site.yml and names that start with a dot only serve to write the course: choose another file")
MESSAGE(ID_UNPUBLISHED, "page-non-publiee", WARNING,
	"« {1} » cite la page « {2} », qui n’est pas publiée",
	"“{1}” names the page “{2}”, which is not published",
	"publiez cette page, ou ne la citez pas",
	"publish that page, or do not name it")
EXPLAIN("page-non-publiee",
	"Le lien mène à un fichier qui existe, mais que la table des matières ne cite pas, ou qui est un brouillon. Ajoutez la page à SUMMARY.md ou retirez le lien.",
	"The link leads to a file that exists but that the table of contents does not name, or that is a draft. Add the page to SUMMARY.md or take the link out.")
MESSAGE(ID_DUPLICATE, "ancre-en-double", WARNING,
	"l’ancre « {1} » est déjà prise dans cette page",
	"the anchor “{1}” is taken already on this page",
	"donnez un autre nom à l’une des deux",
	"give one of the two another name")
EXPLAIN("ancre-en-double",
	"Deux endroits d’une page portent le même nom d’ancre : les liens mènent au premier. Renommez l’un des deux.",
	"Two places of a page have the same anchor: links lead to the first. Rename one of them.")

/* table of contents */
MESSAGE(SUMMARY_LINE, "table-des-matieres", WARNING,
	"cette ligne de la table des matières (SUMMARY.md) n’est pas comprise : elle est ignorée",
	"this line of the table of contents (SUMMARY.md) is not understood: it is ignored",
	"écrivez une ligne par page : * [Titre](chemin/de/la-page.md)",
	"write one line a page: * [Title](path/of/page.md)")
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
EXPLAIN("table-des-matieres",
	"La table des matières (SUMMARY.md) donne l’ordre des pages : une ligne par page, « * [Titre](chemin.md) », deux espaces de retrait par niveau, et des titres « ## » pour les groupes.",
	"The table of contents (SUMMARY.md) gives the order of pages: one line a page, “* [Title](path.md)”, two spaces a level, and headings “##” for groups.")
MESSAGE(UNLISTED, "page-non-listee", NOTE,
	"la page n’est dans aucune table des matières : elle n’est pas publiée",
	"the page is in no table of contents: it is not published",
	"ajoutez cette ligne à SUMMARY.md : * [{1}]({2})",
	"add this line to SUMMARY.md: * [{1}]({2})")
EXPLAIN("page-non-listee",
	"Seules les pages que cite la table des matières (SUMMARY.md) sont publiées. Ajoutez la ligne proposée là où la page doit se lire, ou supprimez le fichier.",
	"Only pages named by the table of contents (SUMMARY.md) are published. Add the line proposed where the page should be read, or delete the file.")
MESSAGE(SAME_ADDRESS, "adresse-en-double", ERROR,
	"cette page aurait la même adresse (« {1} ») que « {2} »",
	"this page would have the same address (“{1}”) as “{2}”",
	"renommez l’un des deux fichiers ; en attendant, son adresse finit par un chiffre",
	"rename one of the files; meanwhile its address ends with a digit")
EXPLAIN("adresse-en-double",
	"Deux pages voisines ont des noms de fichier qui donnent la même adresse. Renommez l’une des deux.",
	"Two neighbouring pages have file names that give the same address. Rename one of them.")

/* redirects */
MESSAGE(REDIRECT_DEAD, "redirection-morte", WARNING,
	"l’ancienne adresse « {1} » renvoie à « {2} », qui n’est pas une page publiée",
	"the earlier address “{1}” leads to “{2}”, which is no published page",
	"donnez le chemin d’une page d’aujourd’hui, ou retirez la ligne",
	"name the path of a page of today, or take the line out")
MESSAGE(REDIRECT_TAKEN, "redirection-morte", WARNING,
	"l’ancienne adresse « {1} » est prise : une page ou une autre ligne y répond déjà",
	"the earlier address “{1}” is taken: a page or another line answers already",
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

/* what was meant for Markdown and stayed text */
MESSAGE(LINK_AS_TEXT, "lien-en-texte", WARNING,
	"ce lien n’est pas compris : il est affiché tel quel",
	"this link is not understood: it is shown as it is written",
	"pas d’espace dans l’adresse, ni entre le crochet et la parenthèse ; et la parenthèse se ferme",
	"no space in the address, none between bracket and parenthesis; and the parenthesis is closed")
EXPLAIN("lien-en-texte",
	"Un lien s’écrit [texte](adresse), sans espace entre le crochet et la parenthèse, ni dans l’adresse. Renommez un fichier dont le nom contient des espaces, ou mettez l’adresse entre chevrons : [texte](<mon fichier.pdf>).",
	"A link is written [text](address), without a space between bracket and parenthesis or in the address. Rename a file whose name has spaces, or put angle brackets around the address: [text](<my file.pdf>).")
MESSAGE(NOTE_MISSING, "note-absente", WARNING,
	"la note « {1} » n’est écrite nulle part : son appel est affiché tel quel",
	"the note “{1}” is written nowhere: its call is shown as it is",
	"ajoutez à la fin de la page, après une ligne vide : [^{1}]: texte de la note",
	"add at the end of the page, behind an empty line: [^{1}]: text of the note")
MESSAGE(NOTE_UNUSED, "note-absente", WARNING,
	"la note « {1} » n’est pas affichée : rien ne l’appelle, ou une autre porte son nom",
	"the note “{1}” is not shown: nothing calls it, or another one has its name",
	"écrivez [^{1}] là où elle doit être appelée, ou retirez-la",
	"write [^{1}] where it is to be called, or take it out")
EXPLAIN("note-absente",
	"Un appel de note, [^1], renvoie à une ligne « [^1]: texte de la note » de la même page. Cette ligne manque ; ou bien elle est là, et rien ne l’appelle.",
	"A call of a note, [^1], points to a line “[^1]: text of the note” of the same page. That line is missing; or it is there, and nothing calls it.")
MESSAGE(HEADING_SPACE, "titre-mal-ecrit", WARNING,
	"il manque une espace après « {1} » : ce titre est lu comme du texte",
	"a space is missing behind “{1}”: this heading is read as text",
	"écrivez par exemple : {1} Titre",
	"write for instance: {1} Title")
EXPLAIN("titre-mal-ecrit",
	"Un titre s’écrit avec un ou plusieurs signes #, une espace, puis les mots : « ## Les étapes ». Sans l’espace, la ligne est affichée comme du texte.",
	"A heading is written with one or more signs #, a space, then its words: “## Steps”. Without the space the line is shown as text.")

/* quizzes */
MESSAGE(QUIZ_NO_CHOICES, "quiz", WARNING,
	"cette question n’a pas de réponses à choisir",
	"this question has no choices",
	"ajoutez une liste : « - [ ] » devant une réponse fausse, « - [x] » devant la bonne",
	"add a list: “- [ ]” before a wrong answer, “- [x]” before the right one")
MESSAGE(QUIZ_NO_RIGHT, "quiz", ERROR,
	"aucune réponse de cette question n’est marquée comme juste",
	"no answer of this question is marked as right",
	"écrivez « - [x] » devant la bonne réponse",
	"write “- [x]” before the right answer")
MESSAGE(QUIZ_SEVERAL, "quiz", NOTE,
	"cette question a {1} réponses justes",
	"this question has {1} right answers",
	"si ce n’est pas voulu, n’en gardez qu’une",
	"keep one, unless this is meant")
MESSAGE(QUIZ_CHOICE, "quiz", WARNING,
	"cette réponse n’a pas de case : elle n’est pas comprise comme un choix",
	"this answer has no box: it is not understood as a choice",
	"écrivez « - [ ] » ou « - [x] », puis une espace et la réponse",
	"write “- [ ]” or “- [x]”, then a space and the answer")
EXPLAIN("quiz",
	"Dans un quiz, chaque titre « ## » est une question, suivie d’une liste de cases : « - [ ] » devant une réponse fausse, « - [x] » devant la bonne. L’explication d’une réponse se place sous elle, avec deux espaces de retrait.",
	"In a quiz each heading “##” is a question, followed by a list of boxes: “- [ ]” before a wrong answer, “- [x]” before the right one. The explanation of an answer stands below it, indented by two spaces.")

/* configuration and front matter */
MESSAGE(UNKNOWN_KEY, "cle-inconnue", WARNING,
	"la clé « {1} » est inconnue",
	"unknown key “{1}”",
	"vouliez-vous dire « {2} » ?|vérifiez son orthographe, ou retirez la ligne",
	"did you mean “{2}”?|check how it is spelt, or take the line out")
MESSAGE(OTHER_TOOL_KEY, "cle-inconnue", NOTE,
	"la clé « {1} » n’est pas employée ici",
	"the key “{1}” is not used here",
	NULL, NULL)
EXPLAIN("cle-inconnue",
	"Cette clé ne dit rien à la construction du site. Si c’est une faute de frappe, corrigez-la ; sinon, retirez la ligne.",
	"This key says nothing to the building of the site. If it is a slip, mend it; otherwise take the line out.")
MESSAGE(WRONG_TYPE, "valeur-inattendue", ERROR,
	"« {1} » attend {2}",
	"“{1}” wants {3}",
	NULL, NULL)
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
	"vouliez-vous dire « {3} » ?|écrivez le chemin de la page sans « .md », par exemple fiches/pitch",
	"did you mean “{3}”?|write the page’s path without “.md”, for instance fiches/pitch")
MESSAGE(AMBIGUOUS_ID, "page-inconnue", ERROR,
	"« {1} » cite « {2} », nom que portent plusieurs pages",
	"“{1}” names “{2}”, which several pages are called",
	"écrivez son chemin : « {3} » par exemple",
	"write its path: “{3}” for instance")
EXPLAIN("page-inconnue",
	"Les clés « prerequis » et « fiches » citent des pages par leur chemin sans « .md » (fiches/pitch), ou par la dernière partie de ce chemin quand une seule page le porte.",
	"The keys “prerequis” and “fiches” name pages by their path without “.md” (fiches/pitch), or by its last part where one page only has it.")
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
	"enregistrez le fichier en UTF-8 (et non en UTF-16)",
	"save the file as UTF-8 (not as UTF-16)")

/* themes and the machine */
MESSAGE(NO_THEME, "theme-absent", ERROR,
	"le thème « {1} » n’existe pas",
	"there is no theme “{1}”",
	"vérifiez la clé « theme » de site.yml et le dossier « themes »",
	"check the key “theme” of site.yml and the folder “themes”")
MESSAGE(NO_LAYOUT, "theme-absent", ERROR,
	"le thème n’a pas de fichier « {1} »",
	"the theme has no file “{1}”",
	NULL, NULL)
EXPLAIN("theme-absent",
	"Un thème est un dossier qui contient au moins layouts/page.html. Son nom est celui de la clé « theme » de site.yml.",
	"A theme is a folder with at least layouts/page.html. Its name is that of the key “theme” in site.yml.")
MESSAGE(NO_COURSE, "cours-absent", ERROR,
	"« {1} » n’est pas un dossier",
	"“{1}” is not a folder",
	"donnez le dossier du cours : celui qui contient site.yml",
	"name the folder of the course: the one with site.yml")
EXPLAIN("cours-absent",
	"Le dossier demandé n’existe pas ou ne contient aucun cours. Placez-vous dans le dossier qui contient site.yml, ou donnez son chemin.",
	"The folder asked for does not exist or holds no course. Go to the folder with site.yml, or name its path.")
MESSAGE(OUTPUT_REFUSED, "sortie-refusee", ERROR,
	"le dossier « {1} » contient des fichiers qui ne viennent pas d’ici : rien n’y est écrit",
	"the folder “{1}” holds files that are not ours: nothing is written there",
	"choisissez un dossier vide ou nouveau (-o DOSSIER)",
	"choose an empty or new folder (-o FOLDER)")
MESSAGE(OUTPUT_OVERLAP, "sortie-refusee", ERROR,
	"le dossier « {1} » se mêle à celui du cours, du thème ou de .git : rien n’y est écrit",
	"the folder “{1}” overlaps that of the course, the theme or .git: nothing is written there",
	"choisissez un dossier à part (-o DOSSIER)",
	"choose a folder apart (-o FOLDER)")
MESSAGE(OUTPUT_LOCKED, "sortie-refusee", ERROR,
	"une autre construction écrit déjà dans « {1} »",
	"another build is writing to “{1}”",
	"attendez qu’elle finisse, puis recommencez",
	"wait until it ends, then try again")
EXPLAIN("sortie-refusee",
	"Le site s’écrit dans un dossier à lui, vide ou déjà écrit par ce programme, hors du cours, du thème et de .git, une construction à la fois.",
	"The site is written to a folder of its own, empty or written by this program before, outside the course, the theme and .git, one build at a time.")
MESSAGE(MACHINE_WRITE, "machine", ERROR,
	"« {1} » n’a pas pu être écrit ({2}) ; l’ancien site est intact",
	"“{1}” could not be written ({2}); the earlier site is whole",
	"vérifiez la place sur le disque et les droits du dossier",
	"check the room on the disk and the folder’s permissions")
MESSAGE(MACHINE_PLACE, "machine", ERROR,
	"« {1} » n’a pas pu être mis en place ({2}) ; le site mêle pour l’instant pages nouvelles et anciennes",
	"“{1}” could not be put in place ({2}); for now the site mixes new and earlier pages",
	"réglez cela, puis recommencez : la construction suivante finira",
	"settle this, then try again: the next build will finish")
MESSAGE(MACHINE_FORK, "machine", ERROR,
	"le travail n’a pas pu être partagé entre les processeurs ({1})",
	"the work could not be shared between processors ({1})",
	"fermez d’autres programmes, ou ajoutez --jobs 1",
	"close other programs, or add --jobs 1")
EXPLAIN("machine",
	"La machine a refusé quelque chose : disque plein, droits insuffisants, mémoire épuisée. Rien de l’ancien site n’est perdu.",
	"The machine refused something: disk full, permissions, memory. Nothing of the earlier site is lost.")

/* the folder or the repository that the course comes from */
MESSAGE(FOLDER_UNREADABLE, "dossier-illisible", ERROR,
	"le dossier ne peut pas être lu ({1})",
	"the folder cannot be read ({1})",
	"vérifiez qu’il existe, et ses droits d’accès",
	"check that it exists, and its permissions")
EXPLAIN("dossier-illisible",
	"Un dossier du cours n’existe pas, ou la machine refuse de montrer ce qu’il contient : ses pages manquent au site. Corrigez son nom ou ses droits d’accès.",
	"A folder of the course does not exist, or the machine refuses to list it: its pages are missing from the site. Mend its name or its permissions.")

MESSAGE(LINK_OUTSIDE, "lien-hors-dossier", WARNING,
	"ce raccourci (lien symbolique) mène hors du dossier du cours",
	"this symbolic link leads outside the course’s folder",
	"remplacez-le par une copie de ce qu’il désigne",
	"replace it by a copy of what it points to")
MESSAGE(LINK_DEAD, "lien-hors-dossier", WARNING,
	"ce raccourci (lien symbolique) ne mène à rien",
	"this symbolic link leads nowhere",
	"supprimez-le, ou remplacez-le par le fichier voulu",
	"remove it, or replace it by the file that is meant")
EXPLAIN("lien-hors-dossier",
	"Un raccourci (lien symbolique) doit mener à un fichier ou à un dossier du cours. Celui-ci est laissé de côté : ce qui se trouve ailleurs sur la machine n’a pas été écrit pour être publié. Copiez dans le cours ce qui doit paraître.",
	"A symbolic link must lead to a file or folder of the course. This one is left out: what lies elsewhere on the machine was not written to be published. Copy into the course what is to appear.")

MESSAGE(LINK_CYCLE, "lien-en-boucle", WARNING,
	"ce raccourci (lien symbolique) tourne en rond",
	"this symbolic link leads in a circle",
	"supprimez-le, ou faites-le mener à un autre dossier",
	"remove it, or make it lead to another folder")
EXPLAIN("lien-en-boucle",
	"Un raccourci (lien symbolique) mène à un dossier qui le contient, ou à lui-même : le suivre ne finirait jamais. Il est laissé de côté. Supprimez-le, ou faites-le mener ailleurs dans le cours.",
	"A symbolic link leads to a folder that holds it, or to itself: following it would never end. It is left out. Remove it, or make it lead elsewhere in the course.")

MESSAGE(NO_REPOSITORY, "depot-absent", ERROR,
	"« {1} » n’est dans aucun dépôt git",
	"“{1}” is in no git repository",
	"donnez le dossier d’un dépôt git, ou retirez --ref",
	"name the folder of a git repository, or leave --ref out")
EXPLAIN("depot-absent",
	"Pour publier une version enregistrée du cours (--ref), il faut un dépôt git. Le dossier donné n’en est pas un et n’est dans aucun. Sans --ref, les fichiers du dossier sont pris tels qu’ils sont.",
	"To publish a recorded version of the course (--ref) a git repository is needed. The folder is none and lies in none. Without --ref the files of the folder are taken as they are.")

MESSAGE(FOREIGN_OWNER, "depot-etranger", ERROR,
	"le dépôt git de « {1} » appartient à quelqu’un d’autre",
	"the git repository of “{1}” belongs to somebody else",
	"si vous lui faites confiance : git config --global --add safe.directory LE-DOSSIER",
	"if you trust it: git config --global --add safe.directory THE-FOLDER")
MESSAGE(HISTORY_FOREIGN_OWNER, "depot-etranger", WARNING,
	"le dépôt git de « {1} » appartient à quelqu’un d’autre : les pages n’ont pas de date",
	"the git repository of “{1}” belongs to somebody else: pages have no date",
	"si vous lui faites confiance : git config --global --add safe.directory LE-DOSSIER",
	"if you trust it: git config --global --add safe.directory THE-FOLDER")
EXPLAIN("depot-etranger",
	"Git refuse de lire un dépôt dont le dossier appartient à un autre compte de la machine, ce qui arrive souvent dans un conteneur. Donnez le dossier à votre compte, ou dites à git que vous lui faites confiance : git config --global --add safe.directory LE-DOSSIER.",
	"Git refuses to read a repository whose folder belongs to another account of the machine, as often happens in a container. Give the folder to your account, or tell git that you trust it: git config --global --add safe.directory THE-FOLDER.")

MESSAGE(NO_SUCH_REVISION, "version-absente", ERROR,
	"le dépôt git n’a pas de version « {1} »",
	"the git repository has no revision “{1}”",
	"donnez le nom d’une branche, d’une étiquette ou d’un enregistrement (commit)",
	"name a branch, a tag or a commit")
MESSAGE(NO_SUCH_FOLDER, "version-absente", ERROR,
	"la version « {2} » n’a pas de dossier « {1} »",
	"revision “{2}” has no folder “{1}”",
	NULL, NULL)
EXPLAIN("version-absente",
	"La branche, l’étiquette ou l’enregistrement (commit) demandé n’existe pas dans le dépôt git, ou le dossier du cours n’y était pas encore. « git branch --all » et « git tag » montrent ce qui existe ; « git fetch » va chercher ce qui manque.",
	"The branch, tag or commit does not exist in the git repository, or the course’s folder was not there yet. “git branch --all” and “git tag” show what exists; “git fetch” gets what is missing.")

MESSAGE(BLOB_MISSING, "contenu-absent", ERROR,
	"le dépôt git n’a pas le contenu de ce fichier",
	"the git repository does not have this file’s content",
	"clonez le dépôt entièrement (sans --filter)",
	"clone the whole repository (without --filter)")
MESSAGE(REPOSITORY_BROKEN, "contenu-absent", ERROR,
	"le dépôt git ne peut pas être lu ({1})",
	"the git repository cannot be read ({1})",
	"« git fsck » dit ce qui manque ; le plus simple est de le cloner à nouveau",
	"“git fsck” says what is missing; cloning it again is simplest")
EXPLAIN("contenu-absent",
	"Le dépôt git annonce des fichiers dont il n’a pas le contenu : il a été cloné en partie (--filter), ou il est abîmé. Clonez-le à nouveau, entièrement.",
	"The git repository lists files whose content it does not have: it was cloned in part (--filter), or it is damaged. Clone it again, as a whole.")

/* history */
MESSAGE(NO_HISTORY, "historique-absent", NOTE,
	"« {1} » n’est dans aucun dépôt git : les pages n’ont pas de date",
	"“{1}” is in no git repository: pages have no date",
	NULL, NULL)
MESSAGE(NO_COMMIT, "historique-absent", NOTE,
	"le dépôt git n’a encore aucun enregistrement (commit) : les pages n’ont pas de date",
	"the git repository has no commit yet: pages have no date",
	NULL, NULL)
EXPLAIN("historique-absent",
	"Les dates et les auteurs des pages viennent de git. Le cours n’y est pas encore enregistré : rien n’est affiché plutôt qu’une date fausse.",
	"Dates and authors of pages come from git. The course is not recorded there yet: nothing is shown rather than a wrong date.")

MESSAGE(SHALLOW, "historique-incomplet", WARNING,
	"le dépôt git a été copié sans son passé : les pages n’ont pas de date",
	"the git repository was cloned without its past: pages have no date",
	"git fetch --unshallow ; sur GitLab, GIT_DEPTH: 0 ; sur GitHub, fetch-depth: 0",
	"git fetch --unshallow; on GitLab, GIT_DEPTH: 0; on GitHub, fetch-depth: 0")
MESSAGE(HISTORY_BROKEN, "historique-incomplet", WARNING,
	"une partie du passé manque au dépôt git ({1}) : les pages n’ont pas de date",
	"a part of the past is missing from the git repository ({1}): pages have no date",
	"clonez le dépôt entièrement (sans --depth ni --filter)",
	"clone the whole repository (without --depth or --filter)")
EXPLAIN("historique-incomplet",
	"Les dates et les auteurs des pages viennent de git. Une partie du passé manque à cette copie du dépôt : les dates seraient fausses, il n’y en a donc pas. Les outils de publication ne copient souvent que le dernier enregistrement ; demandez-leur tout : « git fetch --unshallow », « GIT_DEPTH: 0 » sur GitLab, « fetch-depth: 0 » sur GitHub.",
	"Dates and authors of pages come from git. A part of the past is missing from this copy of the repository: dates would be wrong, so there are none. Publishing tools often copy the last commit only; ask them for everything: “git fetch --unshallow”, “GIT_DEPTH: 0” on GitLab, “fetch-depth: 0” on GitHub.")

/* themes */
MESSAGE(TEMPLATE_UNKNOWN_NAME, "gabarit", ERROR,
	"le nom « {1} » est inconnu",
	"unknown name “{1}”",
	"vouliez-vous dire « {2} » ?",
	"did you mean “{2}”?")
MESSAGE(TEMPLATE_UNKNOWN_FIELD, "gabarit", ERROR,
	"« {1} » n’a pas de champ « {2} »",
	"“{1}” has no field “{2}”",
	"vouliez-vous dire « {3} » ?",
	"did you mean “{3}”?")
MESSAGE(TEMPLATE_UNKNOWN_FILTER, "gabarit", ERROR,
	"le filtre « {1} » n’existe pas",
	"there is no filter “{1}”",
	"vouliez-vous dire « {2} » ?",
	"did you mean “{2}”?")
MESSAGE(TEMPLATE_UNKNOWN_PARTIAL, "gabarit", ERROR,
	"le morceau de gabarit « {1} » n’existe pas",
	"there is no partial “{1}”",
	"vouliez-vous dire « {2} » ?",
	"did you mean “{2}”?")
MESSAGE(TEMPLATE_UNKNOWN_TAG, "gabarit", ERROR,
	"la balise « {1} » n’existe pas",
	"there is no tag “{1}”",
	"vouliez-vous dire « {2} » ?",
	"did you mean “{2}”?")
MESSAGE(TEMPLATE_STRAY_TAG, "gabarit", ERROR,
	"la balise « {1} » n’a pas sa place ici",
	"the tag “{1}” has no place here",
	"elle suit ou ferme une autre balise, qui manque ou qui est déjà fermée",
	"it continues or closes another tag, which is missing or closed already")
MESSAGE(TEMPLATE_NOT_CLOSED, "gabarit", ERROR,
	"« {1} » n’est pas fermé par « {2} »",
	"“{1}” is not closed by “{2}”",
	NULL, NULL)
MESSAGE(TEMPLATE_TAG_NAMELESS, "gabarit", ERROR,
	"cette balise n’a pas de nom",
	"this tag has no name",
	NULL, NULL)
MESSAGE(TEMPLATE_BLOCK_OPEN, "gabarit", ERROR,
	"la balise « {1} » n’est jamais fermée",
	"the tag “{1}” is never closed",
	"ajoutez « {% end{1} %} »",
	"add “{% end{1} %}”")
MESSAGE(TEMPLATE_TAG_FORM, "gabarit", ERROR,
	"la balise « {1} » est mal écrite",
	"the tag “{1}” is badly written",
	"elle s’écrit « {2} »",
	"it is written “{2}”")
MESSAGE(TEMPLATE_UNEXPECTED, "gabarit", ERROR,
	"« {1} » n’est pas attendu ici",
	"“{1}” is not expected here",
	NULL, NULL)
MESSAGE(TEMPLATE_INCOMPLETE, "gabarit", ERROR,
	"il manque quelque chose avant la fin de la balise",
	"something is missing before the end of the tag",
	NULL, NULL)
MESSAGE(TEMPLATE_QUOTE_OPEN, "gabarit", ERROR,
	"le guillemet {1} n’est jamais fermé",
	"the quote {1} is never closed",
	NULL, NULL)
MESSAGE(TEMPLATE_TOO_DEEP, "gabarit", ERROR,
	"trop de balises ou de crochets les uns dans les autres",
	"too many tags or brackets within each other",
	NULL, NULL)
MESSAGE(TEMPLATE_FILTER_ARGUMENTS, "gabarit", ERROR,
	"valeurs données au filtre « {1} » : {2} au lieu de {3}",
	"values given to the filter “{1}”: {2} instead of {3}",
	NULL, NULL)
MESSAGE(TEMPLATE_FILTER_OPTION, "gabarit", ERROR,
	"le filtre « {1} » n’a pas d’option « {2} »",
	"the filter “{1}” has no option “{2}”",
	NULL, NULL)
MESSAGE(TEMPLATE_HTML, "gabarit", ERROR,
	"le filtre « {1} » abîmerait du HTML",
	"the filter “{1}” would damage HTML",
	"mettez « strip_html » avant lui",
	"put “strip_html” before it")
MESSAGE(TEMPLATE_OBJECT, "gabarit", ERROR,
	"« {1} » ne s’écrit pas tel quel",
	"“{1}” cannot be written as it is",
	"écrivez l’un de ses champs",
	"write one of its fields")
MESSAGE(TEMPLATE_ZERO, "gabarit", ERROR,
	"division par zéro",
	"division by zero",
	NULL, NULL)
MESSAGE(TEMPLATE_NUMBER_RANGE, "gabarit", ERROR,
	"le nombre {1} sort de ce qui se calcule",
	"the number {1} is out of range",
	NULL, NULL)
MESSAGE(TEMPLATE_NOT_INTEGER, "gabarit", ERROR,
	"« {1} » n’est pas un nombre entier",
	"“{1}” is not an integer",
	NULL, NULL)
MESSAGE(TEMPLATE_COMPARE, "gabarit", ERROR,
	"« {1} » et « {2} » ne se comparent pas",
	"“{1}” and “{2}” cannot be compared",
	NULL, NULL)
MESSAGE(TEMPLATE_SORT, "gabarit", ERROR,
	"cette liste mêle des valeurs qui ne se comparent pas",
	"this list mixes values that cannot be compared",
	NULL, NULL)
MESSAGE(TEMPLATE_PROPERTY, "gabarit", ERROR,
	"ces valeurs n’ont pas de champ « {1} »",
	"these values have no field “{1}”",
	NULL, NULL)
MESSAGE(TEMPLATE_NOT_LIST, "gabarit", ERROR,
	"le filtre « {1} » attend une liste",
	"the filter “{1}” wants a list",
	NULL, NULL)
MESSAGE(TEMPLATE_NOT_TEXT, "gabarit", ERROR,
	"le filtre « {1} » ne donne pas un texte lisible",
	"the filter “{1}” does not give readable text",
	NULL, NULL)
MESSAGE(TEMPLATE_NOW, "gabarit", ERROR,
	"« {1} » change chaque jour : le même cours doit toujours donner les mêmes pages",
	"“{1}” changes every day: the same course must always give the same pages",
	"employez une date de la page",
	"use a date of the page")
MESSAGE(TEMPLATE_RENDERS, "gabarit", ERROR,
	"« {1} » s’emploie lui-même sans fin (64 fois de suite)",
	"“{1}” renders itself without end (64 times over)",
	NULL, NULL)
MESSAGE(TEMPLATE_STEPS, "gabarit", ERROR,
	"ce gabarit ne finit pas (10 millions d’étapes)",
	"this template does not come to an end (10 million steps)",
	NULL, NULL)
MESSAGE(TEMPLATE_TOO_LARGE, "gabarit", ERROR,
	"ce gabarit écrit plus de 64 Mio",
	"this template writes more than 64 MiB",
	NULL, NULL)
EXPLAIN("gabarit",
	"Un gabarit du thème contient une faute : une balise mal fermée, un nom, un filtre ou un morceau de gabarit qui n’existe pas. La ligne et la colonne montrent l’endroit ; le manuel du thème (themes/README.md) donne la liste de ce que l’on peut écrire.",
	"A template of the theme has a fault: a tag that is not closed, a name, a filter or a partial that does not exist. Line and column show the place; the theme’s manual (themes/README.md) lists what can be written.")

/* JSON, which only our own tools write */
MESSAGE(JSON_SYNTAX, "json", ERROR,
	"ce n’est pas du JSON à partir d’ici",
	"this is not JSON from here on",
	NULL, NULL)
EXPLAIN("json",
	"Un fichier JSON est mal formé : virgule en trop, guillemet oublié, clé écrite deux fois, ou plus de 64 niveaux. La ligne et la colonne montrent l’endroit.",
	"A JSON file is malformed: a comma too many, a missing quote, a key written twice, or more than 64 levels. Line and column show the place.")

#undef MESSAGE
#undef EXPLAIN
