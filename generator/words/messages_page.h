/* What is said of a page's text: its files, tags, links and questions.
 * Rows of words/messages.h. */

/* clang-format off */

/* models of pages */
MESSAGE(PLACEHOLDER, "modele-non-rempli", WARNING,
	"« {1} » vient du modèle : les lecteurs le verront tel quel",
	"“{1}” comes from the model: readers will see it as it is",
	"remplacez ces mots par les vôtres, chevrons compris ; si vous n’avez rien à écrire ici, retirez la ligne ou la partie",
	"put your own words in place of these, and of the signs around them; where you have nothing to say, take the line or the part out")
MESSAGE(PLACEHOLDERS, "modele-non-rempli", WARNING,
	"{2} passages viennent du modèle, à commencer par « {1} » : les lecteurs les verront tels quels",
	"{2} passages come from the model, the first is “{1}”: readers will see them as they are",
	"remplacez-les par vos mots, chevrons compris, et retirez les lignes ou les parties où vous n’avez rien à écrire ; si la page n’est pas prête, une ligne « draft: true » dans l’en-tête la garde hors du site",
	"put your own words in place of them, and of the signs around them, and take out the lines or parts where you have nothing to say; while the page is not ready, a line “draft: true” in its front matter keeps it out of the site")
EXPLAIN("modele-non-rempli",
	"Les modèles de page mettent entre « et » ce qu’il faut remplacer. Ces mots-là y sont encore. Les autres citations entre « et » ne sont pas signalées.",
	"The models of pages put what is to be replaced between « and ». These words still stand there. Other quotations between « and » are not reported.")

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
MESSAGE(TAG_CONDITION, "contenu-conditionnel", NOTE,
	"ce passage n’est destiné qu’à certains lecteurs : il est affiché à tous",
	"this passage is meant for some readers only: it is shown to all",
	"retirez {% if %} et {% endif %}, ou le passage",
	"take {% if %} and {% endif %} out, or the passage")
EXPLAIN("contenu-conditionnel",
	"Entre {% if %} et {% endif %}, GitBook ne montre un passage qu’à certains lecteurs. Les pages de ce site sont les mêmes pour tous : le passage y est affiché.",
	"Between {% if %} and {% endif %}, GitBook shows a passage to some readers only. The pages of this site are the same for all: the passage is shown.")
MESSAGE(TAG_MIDDLE, "balise-mal-placee", WARNING,
	"la balise « {1} » est au milieu d’un texte : elle est retirée, ce qui l’entoure reste",
	"the tag “{1}” stands within a text: it is taken out, what is around it stays",
	"si c’est un exemple, écrivez-le entre accents graves (`) ; si c’est un bloc, mettez la balise seule sur sa ligne",
	"if it is an example, write it between backticks (`); if it is a block, put the tag alone on its line")
EXPLAIN("balise-mal-placee",
	"Une balise {% nom %} ouvre un bloc : elle se place seule sur sa ligne, hors d’un titre, d’une cellule de tableau ou d’un mot en gras. Ailleurs elle est retirée, et le texte qui l’entoure est affiché.",
	"A tag {% name %} opens a block: it stands alone on its line, outside of headings, cells and words in bold. Elsewhere it is taken out, and the text around it is shown.")
MESSAGE(INCLUDE_MISSING, "inclusion", ERROR,
	"le texte à inclure « {1} » n’existe pas",
	"there is no text “{1}” to include",
	"le chemin part de la page où vous écrivez, et mène à un fichier .md ; ceux du dossier .gitbook/includes se citent aussi par leur nom",
	"the path starts from this page and leads to a .md file; those of the folder .gitbook/includes may be named alone")
MESSAGE(INCLUDE_CYCLE, "inclusion", ERROR,
	"« {1} » s’inclut lui-même",
	"“{1}” includes itself",
	"retirez cette inclusion",
	"take this inclusion out")
MESSAGE(INCLUDE_MANY, "inclusion", ERROR,
	"cette page inclut trop de textes",
	"this page includes too many texts",
	"au-delà de cent, ils ne sont plus affichés",
	"beyond a hundred they are not shown")
EXPLAIN("inclusion",
	"La balise {% include \"chemin.md\" %} affiche à sa place le texte d’un autre fichier du cours. Le fichier manque, sort du cours, s’inclut lui-même, ou il y en a plus de cent.",
	"The tag {% include \"path.md\" %} shows the text of another file of the course in its place. The file is missing, lies outside of the course, includes itself, or there are more than a hundred.")
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
	"ajoutez un guillemet droit (\") à la fin de la valeur, avant « {1} »|ajoutez un guillemet droit (\") avant %}",
	"add a straight quote (\") at the end of the value, before “{1}”|add a straight quote (\") before %}")
MESSAGE(HTML_QUOTE, "balise-ouverte", ERROR,
	"il manque le guillemet qui ferme cette valeur",
	"the quote that closes this value is missing",
	"ajoutez un guillemet droit (\") à la fin de l’adresse, avant >",
	"add a straight quote (\") at the end of the address, before >")
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
	"employez une adresse http, https, mailto, ou le chemin d’un fichier, avec « ./ » devant si son nom a deux points",
	"use an address http, https, mailto, or the path of a file, with “./” before it if its name has a colon")
MESSAGE(IMAGE_PASTED, "lien-dangereux", ERROR,
	"cette image est collée dans le texte, et non déposée : elle n’est pas publiée",
	"this image is pasted into the text, and no file: it is not published",
	"déposez l’image dans le dossier « assets », puis donnez son chemin à la place de « data:… »",
	"put the image into the folder “assets”, then give its path in place of “data:…”", 2)
EXPLAIN("lien-dangereux",
	"Une adresse qui commence par « javascript: », « data: » ou un protocole inconnu pourrait nuire aux lecteurs. Remplacez-la par une adresse ordinaire.",
	"An address that starts with “javascript:”, “data:” or an unknown scheme could harm readers. Replace it with an ordinary address.")
MESSAGE(DEAD_PAGE, "lien-mort", ERROR,
	"la page « {1} » n’existe pas",
	"there is no page “{1}”",
	"vouliez-vous dire « {2} » ?|vérifiez le nom du fichier et son dossier ; le chemin part de la page où vous écrivez",
	"did you mean “{2}”?|check the file’s name and its folder; the path starts from this page")
MESSAGE(DEAD_MISNAMED, "lien-mort", ERROR,
	"la page « {1} » n’existe pas",
	"there is no page “{1}”",
	"le fichier s’appelle « {2} » : renommez-le « {3} »",
	"the file is called “{2}”: rename it “{3}”")
MESSAGE(DEAD_FILE, "lien-mort", ERROR,
	"le fichier « {1} » n’existe pas",
	"there is no file “{1}”",
	"vouliez-vous dire « {2} » ?|vérifiez le nom du fichier et son dossier ; le chemin part de la page où vous écrivez",
	"did you mean “{2}”?|check the file’s name and its folder; the path starts from this page")
MESSAGE(GITBOOK_FILE, "lien-mort", ERROR,
	"le fichier « {1} » manque : ce nom est un numéro que seul GitBook connaît",
	"there is no file “{1}”: this name is a number that only GitBook knows",
	"enregistrez le fichier depuis GitBook, mettez-le dans le dossier du cours et écrivez son chemin",
	"save the file from GitBook, put it into the folder of the course and write its path")
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
MESSAGE(LINK_TOO_HIGH, "lien-mort", ERROR,
	"« {1} » sort du dossier du cours",
	"“{1}” leaves the folder of the course",
	"trop de « ../ » : vouliez-vous dire « {3} » ?",
	"too many “../”: did you mean “{3}”?")
MESSAGE(LINK_ABOVE, "lien-mort", ERROR,
	"« {1} » sort du dossier du cours",
	"“{1}” leaves the folder of the course",
	"copiez le fichier dans le dossier du cours, puis faites le lien vers lui",
	"copy the file into the course’s folder, then link to it")
MESSAGE(LINK_SLIP, "lien-mort", ERROR,
	"l’adresse « {1} » est mal écrite : elle ne mène nulle part",
	"the address “{1}” is misspelt: it leads nowhere",
	"écrivez {2}",
	"write {2}", 2)
EXPLAIN("lien-mort",
	"Un lien du cours mène à une page, à un fichier ou à une image qui n’existe pas à cet endroit. Le texte du lien est affiché sans lien. Vérifiez le nom, les majuscules et le dossier ; le chemin part de la page où se trouve le lien.",
	"A link leads to a page, file or image that is not there. Its text is shown without a link. Check the name, its letter case and the folder; the path starts from the page that holds the link.")
MESSAGE(LINK_EMPTY, "lien-vide", WARNING,
	"le lien « {1} » ne mène nulle part : son adresse est vide",
	"the link “{1}” leads nowhere: its address is empty",
	"donnez-lui une adresse, ou ne gardez que ses mots",
	"give it an address, or keep its words alone")
MESSAGE(LINK_EMPTY_UNNAMED, "lien-vide", WARNING,
	"ce lien n’a ni mots ni adresse : il n’est pas affiché",
	"this link has neither words nor an address: it is not shown",
	"donnez-lui une adresse, ou retirez-le",
	"give it an address, or take it out")
MESSAGE(IMAGE_EMPTY, "lien-vide", WARNING,
	"cette image n’a pas d’adresse : seul son texte de remplacement est affiché",
	"this image has no address: only its alternative text is shown",
	"donnez le chemin du fichier de l’image, ou retirez-la",
	"give the path of the image’s file, or take it out")
EXPLAIN("lien-vide",
	"L’adresse d’un lien, d’un bloc ou d’une image est vide : rien ne dit où il mène. Ses mots sont affichés sans lien. Donnez-lui une adresse, ou retirez ce qui en fait un lien.",
	"The address of a link, a block or an image is empty: nothing says where it leads. Its words are shown without a link. Give it an address, or take away what makes it a link.")
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
MESSAGE(PATH_UNICODE, "casse-du-lien", NOTE,
	"« {1} » s’affiche comme le nom du fichier, mais ses accents sont codés autrement",
	"“{1}” looks like the file’s name, but its accents are encoded differently",
	"renommez le fichier sans accent, ou copiez son nom dans le lien",
	"rename the file without accents, or copy its name into the link")
MESSAGE(PATH_INEXACT, "lien-approche", NOTE,
	"« {1} » désigne « {2} »",
	"“{1}” means “{2}”",
	"écrivez ce chemin-là : sur la forge, l’autre est mort",
	"write that path: on the forge the other one is dead")
MESSAGE(LINK_EXPORTED, "lien-approche", NOTE,
	"« {1} » sort du dossier du cours : « {2} », qui porte le même nom, est pris à sa place",
	"“{1}” leaves the folder of the course: “{2}”, which has the same name, is taken in its place",
	"écrivez ce chemin-là : {3}",
	"write that path: {3}", 2)
EXPLAIN("lien-approche",
	"Le lien fonctionne sur le site, mais son chemin n’est pas celui du fichier : il y manque « .md », la page est devenue un dossier avec un README.md, ou GitBook, dans un dépôt de plusieurs espaces, a mis un « ../ » de trop devant « .gitbook/assets ». Sur la forge, ce chemin ne mène à rien.",
	"The link works on the site, but its path is not the file’s: “.md” is missing, the page has become a folder with a README.md, or GitBook, in a repository of several spaces, wrote one “../” too many before “.gitbook/assets”. On the forge this path leads nowhere.")
MESSAGE(SELF_LINK, "lien-vers-soi", NOTE,
	"ce lien donne l’adresse publique d’une page de ce site",
	"this link gives the public address of a page of this site",
	"écrivez son chemin, qui est vérifié et suit les changements d’adresse : {1}",
	"write its path, which is checked and follows changes of address: {1}")
MESSAGE(FORGE_LINK, "lien-vers-soi", NOTE,
	"ce lien mène au fichier d’une page sur la forge, où elle s’écrit, et non à la page",
	"this link leads to the file of a page on the forge, where it is written, and not to the page",
	"écrivez son chemin : {1}",
	"write its path: {1}", 2)
EXPLAIN("lien-vers-soi",
	"Le site connaît sa propre adresse (« url » dans site.yml, ou « --url ») et reconnaît ses pages : le lien est rendu local. Un chemin vers le fichier .md vaut mieux : il marche aussi sur la forge, et ne meurt pas quand la page change de place.",
	"The site knows its own address (“url” in site.yml, or “--url”) and its pages: the link is made local. A path to the .md file is better: it works on the forge too, and does not die when the page moves.")
MESSAGE(SELF_DEAD, "lien-mort", ERROR,
	"aucune page de ce site n’est à l’adresse « {1} »",
	"no page of this site is at the address “{1}”",
	"vouliez-vous dire la page « {2} » ?|cherchez la page qui en traite aujourd’hui, et donnez le chemin de son fichier",
	"did you mean the page “{2}”?|look for the page that is about it today, and give the path of its file")
MESSAGE(SPACE_UNKNOWN, "espace-inconnu", WARNING,
	"ce lien mène à un autre espace de GitBook (« {1} ») dont l’adresse n’est pas connue : il est affiché comme du texte",
	"this link leads to another GitBook space (“{1}”) whose address is not known: it is shown as text",
	"donnez l’adresse publique de la page ; ou ajoutez à site.yml, sous « spaces: », la ligne {1}: https://…",
	"give the public address of the page; or add to site.yml, below “spaces:”, the line {1}: https://…")
EXPLAIN("espace-inconnu",
	"Un lien « app.gitbook.com/s/… » désigne une page d’un autre espace par un numéro que seul GitBook connaît : les lecteurs n’y ont pas accès. La table « spaces: » de site.yml dit à quelle adresse, ou dans quel dossier voisin du site, chaque espace est publié.",
	"A link “app.gitbook.com/s/…” names a page of another space by a number that only GitBook knows: readers have no access. The table “spaces:” of site.yml says at which address, or in which folder beside this site, each space is published.")
MESSAGE(EDITOR_LINK, "lien-vers-l-editeur", WARNING,
	"ce lien mène dans l’éditeur de GitBook, que les lecteurs ne peuvent pas ouvrir : il est affiché comme du texte",
	"this link leads into GitBook’s editor, which readers cannot open: it is shown as text",
	"donnez le chemin du fichier, ou l’adresse publique de la page",
	"give the path of the file, or the public address of the page")
EXPLAIN("lien-vers-l-editeur",
	"L’adresse a été copiée dans l’éditeur de GitBook, pas sur le site publié : elle demande un compte. Remplacez-la par le chemin du fichier .md, ou par l’adresse que voient les lecteurs.",
	"The address was copied in GitBook’s editor, not on the published site: it asks for an account. Replace it by the path of the .md file, or by the address that readers see.")
MESSAGE(LINK_ABSOLUTE, "chemin-absolu", WARNING,
	"« {1} » est un chemin propre à un ordinateur",
	"“{1}” is a path of one computer",
	"écrivez son chemin dans le cours : {2}|déposez d’abord le fichier dans le cours, puis écrivez son chemin à partir de la page, par exemple ../assets/image.png",
	"write its path in the course: {2}|put the file into the course first, then write its path from the page, for instance ../assets/image.png")
MESSAGE(LINK_PRIVATE, "chemin-absolu", NOTE,
	"« {1} » est une adresse propre à un ordinateur ou à un réseau : ailleurs, elle ne mène nulle part",
	"“{1}” is an address of one computer or network: elsewhere it leads nowhere",
	"donnez l’adresse publique de ce site ; si c’est bien celle-là qui est à ouvrir, écrivez-la entre accents graves (`)",
	"give the public address of that site; if this is the one to open, write it between backquotes (`)", 2)
EXPLAIN("chemin-absolu",
	"Un chemin comme « C:\\… » ou « file://… » ne vaut que sur l’ordinateur où il a été écrit. Copiez le fichier dans le cours et faites un lien relatif.",
	"A path such as “C:\\…” or “file://…” is only good on the computer where it was written. Copy the file into the course and link to it relatively.")
MESSAGE(REMOTE_IMAGE, "image-distante", WARNING,
	"cette image est prise sur un autre site ({1})",
	"this image is fetched from another site ({1})",
	"enregistrez l’image dans le dossier du cours et faites le lien vers elle",
	"save the image in the folder of the course and link to it")
MESSAGE(PRIVATE_IMAGE, "image-privee", ERROR,
	"cette image n’est pas sur le web ({1}) : personne d’autre ne la voit",
	"this image is not on the web ({1}): nobody else sees it",
	"enregistrez l’image dans le dossier du cours et faites le lien vers elle",
	"save the image in the folder of the course and link to it")
EXPLAIN("image-privee",
	"L’adresse de l’image désigne l’ordinateur de la personne qui l’a collée, ou le réseau où elle se trouvait. Son texte de remplacement est affiché à sa place. Enregistrez l’image dans le cours.",
	"The image’s address means the computer of the person who pasted it, or the network they were in. Its alternative text stands in its place. Save the image in the course.")
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
/* files that may not stand in the site as they are */
MESSAGE(FILE_ACTIVE, "fichier-actif", ERROR,
	"« {1} » n’est pas publié : un nom en « {2} » le fait exécuter par des navigateurs ou des serveurs",
	"“{1}” is not published: with “{2}” in its name, browsers or servers run it",
	"mettez-le dans une archive .zip et faites le lien vers elle ; si c’est un texte à lire, faites-en une page ; si le nom trompe, changez-le",
	"put it into a .zip archive and link to that; if it is a text to read, make it a page; if the name misleads, change it")
EXPLAIN("fichier-actif",
	"Une page HTML, un script ou un programme agirait au nom de ce site chez toute personne qui l’ouvre, ou sur le serveur. Ces fichiers ne sont pas publiés, et le texte du lien reste affiché. « .php » compte aussi au milieu d’un nom : des serveurs regardent chacune de ses parties. Dans une archive .zip, le fichier se télécharge sans danger pour le site.",
	"An HTML page, a script or a program would act in the name of this site for everybody who opens it, or on the server. Such files are not published, and the link’s text stays. “.php” counts in the middle of a name, too: some servers look at each of its parts. In a .zip archive the file is downloaded without any danger for the site.")
MESSAGE(FILE_TYPE_UNKNOWN, "type-de-fichier", ERROR,
	"« {1} » n’est pas publié : ce site ne connaît pas les fichiers « {2} »",
	"“{1}” is not published: this site does not know files “{2}”",
	"mettez-le dans une archive .zip et faites le lien vers elle, ou enregistrez-le en PDF, en texte (.txt) ou en tableau (.csv)",
	"put it into a .zip archive and link to that, or save it as PDF, text (.txt) or table (.csv)")
MESSAGE(FILE_TYPE_NONE, "type-de-fichier", ERROR,
	"« {1} » n’est pas publié : la fin de son nom ne dit pas de quel type il est",
	"“{1}” is not published: the end of its name does not say of which type it is",
	"donnez-lui l’extension de son type, par exemple .pdf ou .txt, et reprenez le lien",
	"give it the extension of its type, for instance .pdf or .txt, and mend the link")
EXPLAIN("type-de-fichier",
	"Les serveurs et les navigateurs décident d’après la fin du nom, comme .pdf, de ce qu’ils font d’un fichier. Seuls sont publiés les types que personne n’exécute : images, sons, films, PDF, documents de bureau, textes et tableaux (.txt, .csv, .json…), polices, archives. Pour les autres, une archive .zip convient toujours. En attendant, le texte du lien est affiché sans lien.",
	"Servers and browsers decide by the end of a name, such as .pdf, what they do with a file. Only types that nobody runs are published: images, sounds, films, PDF, documents of offices, texts and tables (.txt, .csv, .json …), fonts, archives. For others a .zip archive always does. Meanwhile the link’s text is shown without a link.")
MESSAGE(SVG_ACTIVE, "image-active", ERROR,
	"l’image « {1} » n’est pas publiée : « {3} », à sa ligne {2}, n’a rien à faire dans une image fixe",
	"the image “{1}” is not published: “{3}”, on its line {2}, has no place in a still image",
	"enregistrez-la de nouveau en SVG simple, sans script ni texte mis en forme, ou en PNG",
	"save it again as plain SVG, without scripts and formatted text, or as PNG")
MESSAGE(SVG_ELSEWHERE, "image-active", ERROR,
	"l’image « {1} » n’est pas publiée : sa ligne {2} va chercher quelque chose ailleurs (« {3} »)",
	"the image “{1}” is not published: its line {2} fetches something from elsewhere (“{3}”)",
	"incorporez dans l’image ce qu’elle va chercher, ou enregistrez-la en PNG",
	"embed in the image what it fetches, or save it as PNG")
MESSAGE(SVG_ENCODING, "image-active", ERROR,
	"l’image « {1} » n’est pas publiée : elle n’est pas écrite en UTF-8 (ligne {2} : « {3} »)",
	"the image “{1}” is not published: it is not written in UTF-8 (line {2}: “{3}”)",
	"enregistrez-la de nouveau en UTF-8, ou en PNG",
	"save it again in UTF-8, or as PNG")
MESSAGE(SVG_MALFORMED, "image-active", ERROR,
	"l’image « {1} » n’est pas publiée : sa ligne {2} n’est pas du SVG (« {3} »)",
	"the image “{1}” is not published: its line {2} is no SVG (“{3}”)",
	"enregistrez-la de nouveau depuis le logiciel de dessin, ou en PNG",
	"save it again from the drawing program, or as PNG")
MESSAGE(SVG_TOO_LARGE, "image-active", ERROR,
	"l’image « {1} » n’est pas publiée : au-delà de 16 Mo, un SVG ne peut pas être vérifié",
	"the image “{1}” is not published: beyond 16 MB an SVG cannot be checked",
	"enregistrez-la en PNG, ou allégez-la",
	"save it as PNG, or make it smaller")
EXPLAIN("image-active",
	"Un SVG ouvert seul est une page : il peut contenir des scripts, du HTML (foreignObject), des actions (« onclick »…), et aller chercher des fichiers ailleurs. Seules les images fixes et complètes sont publiées ; une image refusée est remplacée par son texte. Inkscape : « SVG simple » ; draw.io : désactivez « Texte mis en forme » et « Retour à la ligne » avant d’exporter ; Illustrator : « SVG », sans « Conserver les fonctions d’édition ». Une image PNG convient toujours.",
	"An SVG that is opened by itself is a page: it may hold scripts, HTML (foreignObject), actions (“onclick” …), and fetch files from elsewhere. Only images that are still and complete are published; a refused one is replaced by its text. Inkscape: “Plain SVG”; draw.io: switch “Formatted Text” and “Word Wrap” off before you export; Illustrator: “SVG”, without “Preserve editing capabilities”. A PNG always does.")

/* anchors */
MESSAGE(ID_DUPLICATE, "ancre-en-double", WARNING,
	"l’ancre « {1} » est déjà prise dans cette page",
	"the anchor “{1}” is taken already on this page",
	"donnez un autre nom à l’une des deux",
	"give one of the two another name")
EXPLAIN("ancre-en-double",
	"Deux endroits d’une page portent le même nom d’ancre : les liens mènent au premier. Renommez l’un des deux.",
	"Two places of a page have the same anchor: links lead to the first. Rename one of them.")

/* what was meant for Markdown and stayed text */
MESSAGE(LINK_AS_TEXT, "lien-en-texte", WARNING,
	"ce lien n’est pas compris : il est affiché tel quel",
	"this link is not understood: it is shown as it is written",
	"pas d’espace dans l’adresse, ni entre le crochet et la parenthèse ; et la parenthèse se ferme",
	"no space in the address, none between bracket and parenthesis; and the parenthesis is closed")
MESSAGE(LINK_BLANKS, "lien-en-texte", WARNING,
	"ce lien reste du texte : il y a des espaces dans son adresse, « {1} »",
	"this link stays text: there are spaces in its address, “{1}”",
	"écrivez l’adresse ainsi : {2}",
	"write the address so: {2}", 2)
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
MESSAGE(QUIZ_NO_QUESTION, "quiz", WARNING,
	"ce quiz n’a pas de question",
	"this quiz has no question",
	"écrivez chaque question comme un titre « ## », suivi de la liste de ses réponses : « - [ ] » devant une fausse, « - [x] » devant la bonne",
	"write each question as a heading “##” and below it a list of its choices: “- [ ]” before a wrong one, “- [x]” before the right one")
MESSAGE(QUIZ_NO_CHOICES, "quiz", WARNING,
	"cette question n’a pas de réponses à choisir",
	"this question has no choices",
	"ajoutez une liste : « - [ ] » devant une réponse fausse, « - [x] » devant la bonne ; si ce n’est pas une question, placez cette partie après la dernière question",
	"add a list: “- [ ]” before a wrong answer, “- [x]” before the right one; if this is no question, put it behind the last question")
MESSAGE(QUIZ_NO_RIGHT, "quiz", ERROR,
	"aucune réponse de cette question n’est marquée comme juste",
	"no answer of this question is marked as right",
	"écrivez « - [x] » devant la bonne réponse",
	"write “- [x]” before the right answer")
MESSAGE(QUIZ_SEVERAL, "quiz", NOTE,
	"cette question a {1} réponses justes : elle se répond avec des cases à cocher",
	"this question has {1} right answers: it is answered with boxes",
	"si ce n’est pas voulu, n’en gardez qu’une",
	"keep one, unless this is meant")
MESSAGE(QUIZ_CHOICE, "quiz", WARNING,
	"cette réponse n’a pas de case : elle est comptée comme fausse",
	"this answer has no box: it is taken for a wrong one",
	"écrivez « - [ ] » ou « - [x] », puis une espace et la réponse",
	"write “- [ ]” or “- [x]”, then a space and the answer")
MESSAGE(QUIZ_EMPTY, "quiz", WARNING,
	"cette réponse n’a pas de texte",
	"this answer has no words",
	"écrivez la réponse sur la ligne de sa case",
	"write the answer on the line of its box")
MESSAGE(QUIZ_UNEXPLAINED, "quiz", WARNING,
	"cette réponse fausse n’est pas expliquée",
	"this wrong answer is not explained",
	"dites pourquoi elle est fausse sous la réponse, après une ligne vide, avec deux espaces au début de la ligne",
	"say why it is wrong below it, behind an empty line, indented by two spaces")
MESSAGE(QUIZ_SPLIT, "quiz", ERROR,
	"les réponses de cette question forment plusieurs listes : celles-ci ne comptent pas",
	"the answers of this question are in several lists: these do not count",
	"mettez deux espaces devant chaque ligne de texte qui se trouve entre deux réponses, et le même tiret devant toutes les réponses",
	"indent each line of text between two answers by two spaces, and write the same dash before all answers")
MESSAGE(QUIZ_SAME_ID, "quiz", WARNING,
	"cette question a le même titre que celle de la ligne {1} : son adresse dépend de leur ordre",
	"this question has the same words as the one on line {1}: its address depends on their order",
	"changez les mots de l’une des deux, ou donnez-lui un nom à la fin de sa ligne : <a href=\"#son-nom\" id=\"son-nom\"></a>",
	"change the words of one of them, or name it at the end of its line: <a href=\"#its-name\" id=\"its-name\"></a>")
EXPLAIN("quiz",
	"Dans un quiz, une question est un titre « ## » suivi d’une liste de cases : « - [ ] » devant une réponse fausse, « - [x] » devant la bonne. L’explication d’une réponse se place sous elle, après une ligne vide, avec deux espaces de retrait : chaque réponse fausse en a une. Un titre « ## » sans cases n’est admis qu’après la dernière question : c’est alors une partie ordinaire.",
	"In a quiz a question is a heading “##” with a list of boxes below it: “- [ ]” before a wrong answer, “- [x]” before the right one. The explanation of an answer stands below it, behind an empty line, indented by two spaces: each wrong answer has one. A heading “##” without boxes may only stand behind the last question: there it is an ordinary section.")
MESSAGE(QUIZ_POSITIONS, "quiz-devinable", WARNING,
	"les bonnes réponses ne sont pas également réparties : de la première position à la dernière, {1}",
	"right answers are not evenly spread: from the first position to the last, {1}",
	"échangez par exemple, dans cette question, la réponse {2} (la bonne) et la réponse {3} ; d’une position à l’autre, l’écart ne dépasse pas un",
	"for instance, swap answer {2} (the right one) and answer {3} of this question; no two positions should differ by more than one")
MESSAGE(QUIZ_LONGEST, "quiz-devinable", WARNING,
	"la bonne réponse est la plus longue dans {1} questions sur {2} (lignes {3})",
	"the right answer is the longest one in {1} questions of {2} (lines {3})",
	"raccourcissez la bonne réponse, ou étoffez une réponse fausse : {4} sur {2} au plus, sinon on devine sans lire",
	"shorten the right answer, or lengthen a wrong one: at most {4} of {2}, or one guesses without reading")
EXPLAIN("quiz-devinable",
	"À partir de quatre questions, un quiz ne doit pas se deviner. La bonne réponse occupe chaque position aussi souvent, à une fois près, et elle est la plus longue dans trois questions sur dix au plus (on compte les caractères affichés, sans l’explication). Changez l’ordre des réponses, raccourcissez une bonne réponse ou étoffez une fausse.",
	"From four questions on a quiz should not be guessed. The right answer stands in each position as often, within one, and is the longest in at most three questions out of ten (characters shown, without the explanation). Change the order of answers, shorten a right one or lengthen a wrong one.")

/* glossary */
MESSAGE(TERM_DEFINED_TWICE, "terme-en-double", WARNING,
	"« {1} » est défini deux fois (lignes {2} et {3})",
	"“{1}” is defined twice (lines {2} and {3})",
	"gardez une seule des deux entrées",
	"keep one of the two entries")
MESSAGE(TERM_FORM_IS_NAME, "terme-en-double", WARNING,
	"« {1} » est ici une autre forme de « {2} », et aussi le nom d’un terme (ligne {3})",
	"“{1}” is another form of “{2}” here, and the name of a term, too (line {3})",
	"retirez cette forme d’ici, ou retirez l’entrée de la ligne {3}",
	"take this form out here, or take the entry of line {3} out")
MESSAGE(TERM_TWICE, "terme-en-double", WARNING,
	"« {1} » est déjà une forme du terme « {2} »",
	"“{1}” is a form of the term “{2}” already",
	"gardez cette forme sous un seul terme ; les pluriels et les féminins réguliers n’ont pas besoin d’être écrits",
	"keep this form under one term; regular plurals and feminine forms need not be written")
EXPLAIN("terme-en-double",
	"Deux termes du glossaire portent le même nom, ou l’un est écrit parmi les « Autres formes » de l’autre. Le programme trouve seul les pluriels et les féminins réguliers. Le premier terme garde la forme.",
	"Two terms of the glossary have one name, or one is written among the “Autres formes” of the other. Regular plurals and feminine forms are found without being written. The first term keeps the form.")
MESSAGE(TERM_ORDER, "ordre-du-glossaire", WARNING,
	"« {1} » n’est pas à sa place dans l’ordre alphabétique",
	"“{1}” is out of alphabetical order",
	"déplacez ce terme et sa définition juste sous la définition de « {2} » (ligne {3})",
	"move this term and its definition right below the definition of “{2}” (line {3})")
MESSAGE(TERM_ORDER_FIRST, "ordre-du-glossaire", WARNING,
	"« {1} » n’est pas à sa place dans l’ordre alphabétique",
	"“{1}” is out of alphabetical order",
	"déplacez ce terme et sa définition juste au-dessus de « {2} » (ligne {3})",
	"move this term and its definition right above “{2}” (line {3})")
EXPLAIN("ordre-du-glossaire",
	"Les termes d’un glossaire se suivent dans l’ordre alphabétique : l’index des lettres, en haut de la page, est fait d’après lui. Les accents, les majuscules et les traits d’union ne comptent pas : « Échappée » se range avec les E.",
	"The terms of a glossary follow one another in alphabetical order: the index of letters at the top of the page is made after it. Accents, capitals and hyphens do not count: “Élan” stands with the E.", 2)
MESSAGE(TERM_FORMS_ODD, "terme-mal-ecrit", WARNING,
	"cette ligne est affichée comme une définition, et ses mots ne sont pas reconnus dans les pages",
	"this line is shown as a definition, and its words are not recognised on pages",
	"écrivez : Autres formes : une forme, une autre",
	"write: Other forms: one form, another one", 2)
MESSAGE(TERM_EMPTY, "terme-sans-definition", WARNING,
	"le terme « {1} » n’a pas de définition",
	"the term “{1}” has no definition",
	"écrivez sous le titre une ou deux phrases qui disent ce que c’est",
	"write one or two sentences below the heading that say what it is")
EXPLAIN("terme-sans-definition",
	"Dans un glossaire, chaque titre « ## » est un terme, et le texte qui suit est sa définition. Sans elle, les pages qui emploient le mot n’ont rien à montrer.",
	"In a glossary each heading “##” is a term, and the text below it its definition. Without one, pages that use the word have nothing to show.")
MESSAGE(TERM_UNUSED, "terme-inutilise", NOTE,
	"aucune page n’emploie le terme « {1} »",
	"no page uses the term “{1}”",
	"vérifiez son orthographe, ajoutez ses autres formes, ou retirez-le",
	"check its spelling, add its other forms, or take it out")
EXPLAIN("terme-inutilise",
	"Un terme du glossaire ne se trouve dans aucune page, ni sous son nom ni sous ses autres formes. Il est peut-être mal écrit, ou n’est plus utile. Les titres, les liens, le code et les quiz ne comptent pas.",
	"A term of the glossary stands on no page, neither by its name nor by its other forms. It may be misspelt, or no longer needed. Headings, links, code and quizzes do not count.")
