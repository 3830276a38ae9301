/* What is said of known faults (the baseline), and what a report lists besides faults.
 * Rows of words/messages.h. */

/* clang-format off */

/* the baseline */
MESSAGE(BASELINE_MISSING, "fautes-connues", ERROR,
	"le fichier de fautes connues « {1} » ne peut pas être lu ({2})",
	"the baseline “{1}” cannot be read ({3})",
	"faites-le avec : sommaire check --write-baseline {1}",
	"make it with: sommaire check --write-baseline {1}")
MESSAGE(BASELINE_UNFIT, "fautes-connues", ERROR,
	"le fichier de fautes connues « {1} » ne peut pas être lu ({2})",
	"the baseline “{1}” cannot be read ({3})",
	"vérifiez le nom du fichier ; pour en faire un : sommaire check --write-baseline fautes-connues.txt",
	"check the file’s name; to make one: sommaire check --write-baseline known-faults.txt")
MESSAGE(BASELINE_OTHER_FILE, "fautes-connues", ERROR,
	"ce n’est pas un fichier de fautes connues : il devrait commencer par « # sommaire »",
	"this is no baseline: it should start with “# sommaire”",
	"vérifiez le nom du fichier ; pour en faire un : sommaire check --write-baseline fautes-connues.txt",
	"check the file’s name; to make one: sommaire check --write-baseline known-faults.txt")
MESSAGE(BASELINE_LINE, "fautes-connues", ERROR,
	"cette ligne du fichier de fautes connues n’a pas la forme « fichier, sorte, nombre, texte »",
	"this line of the baseline does not have the form “file, code, number, text”",
	"effacez la ligne ; après une fusion git, retirez les marques de conflit",
	"delete the line; after a git merge, take the conflict marks out")
MESSAGE(BASELINE_STALE, "fautes-connues", NOTE,
	"lignes de ce fichier qui ne servent plus, ou dont la page a changé de nom : {1}",
	"lines of this file that are no longer needed, or whose page was renamed: {1}",
	"pour les retirer : sommaire check --baseline {2} --shrink-baseline",
	"to take them out: sommaire check --baseline {2} --shrink-baseline")
MESSAGE(BASELINE_NONE, "fautes-connues", ERROR,
	"aucun fichier de fautes connues n’est en vigueur",
	"no baseline is in force",
	"nommez-le : --baseline FICHIER, ou « baseline: FICHIER » dans site.yml",
	"name it: --baseline FILE, or “baseline: FILE” in site.yml")
EXPLAIN("fautes-connues",
	"Le fichier de fautes connues (clé « baseline » de site.yml, ou --baseline) liste les fautes héritées : une par ligne, avec le fichier, la sorte, le nombre et le texte dont il s’agit, séparés par des tabulations. Elles ne sont plus signalées et ne comptent plus ; une faute nouvelle l’est toujours. « sommaire check --write-baseline fautes-connues.txt » le refait avec les fautes d’aujourd’hui, « sommaire check --shrink-baseline » n’en retire que ce qui est corrigé, --no-exceptions l’ignore.",
	"The baseline (key “baseline” of site.yml, or --baseline) lists inherited faults: one a line, with the file, the code, the number and the text that is meant, between tabs. They are told no more and count no more; a new fault always is. “sommaire check --write-baseline known-faults.txt” makes it anew with the faults of today, “sommaire check --shrink-baseline” only takes out what was mended, --no-exceptions ignores it.")
/* By the first line, which stays as it is, a file is known that may be written over. */
SENTENCE(BASELINE_FIRST,
	"# sommaire : fautes connues, que check et build ne signalent plus. Une par ligne : fichier, sorte, nombre, texte.",
	"# sommaire: known faults, which check and build tell no more. One a line: file, code, number, text.")
SENTENCE(BASELINE_REST,
	"# Tout noter de nouveau : sommaire check --write-baseline {1}\n# Retirer ce qui est corrigé : sommaire check --baseline {1} --shrink-baseline\n",
	"# Note all anew: sommaire check --write-baseline {1}\n# Take out what was mended: sommaire check --baseline {1} --shrink-baseline\n")

/* what a report lists */
MESSAGE(TITLE_DIFFERS, "titre-different", REMARK,
	"la page s’intitule « {1} », le menu l’appelle « {2} »",
	"the page is called “{1}”, the menu calls it “{2}”",
	"si ce n’est pas voulu, écrivez le même titre dans SUMMARY.md et dans la page",
	"unless it is meant, write one title in SUMMARY.md and in the page")
EXPLAIN("titre-different",
	"La table des matières (SUMMARY.md) et la page ne donnent pas le même titre. Ce peut être voulu : un titre court pour le menu. Le menu montre celui de SUMMARY.md, la page le sien. Un menu plus court, fait des mots du titre, ce qu’il met devant (« Chapitre 1. ») et le nom de l’accueil ne sont pas signalés. Cette remarque ne paraît que dans le rapport (check --format markdown, json ou sarif).",
	"The table of contents (SUMMARY.md) and the page give different titles. This may be meant: a short one for the menu. The menu shows that of SUMMARY.md, the page its own. A shorter one of the title’s words, what a menu puts before it (“Chapter 1.”) and that of the home page are not told. This remark is shown in the report only (check --format markdown, json or sarif).")
MESSAGE(TITLE_HIDDEN, "titre-remplace", NOTE,
	"ce titre, « {1} », n’est pas montré : la clé « title » de l’en-tête dit « {2} »",
	"this title, “{1}”, is not shown: the key `title` of the front matter says “{2}”",
	"gardez l’un des deux : retirez « title » de l’en-tête, ou écrivez-y ce titre",
	"keep one of the two: take `title` out of the front matter, or write this title there")
EXPLAIN("titre-remplace",
	"La page a deux titres : un titre « # » et la clé « title » de son en-tête. Le site montre celui de l’en-tête ; GitBook et les forges montrent l’autre. Gardez-en un, de préférence le titre « # », que l’on voit partout.",
	"The page has two titles: a heading “#” and the key `title` of its front matter. The site shows the latter; GitBook and forges show the other one. Keep one, the heading rather, which is seen everywhere.")
MESSAGE(TITLE_LONG, "titre-trop-long", ERROR,
	"le titre de la page a plus de {1} octets : la suite n’en est pas montrée",
	"the title of the page has more than {1} bytes: what follows them is not shown",
	"écrivez un titre court sur la première ligne, et le texte en dessous",
	"write a short title on the first line, and the text below it")
EXPLAIN("titre-trop-long",
	"Le premier titre d’une page est dans le menu de toutes les autres, dans l’onglet du navigateur et dans les recherches. Celui-ci est plus long qu’aucun titre : c’est sans doute le texte de la page, derrière un « # » de trop, ou souligné de signes « = ».",
	"The first heading of a page is in the menu of all others, in the browser’s tab and in searches. This one is longer than any title: it is the page’s text, no doubt, behind a “#” too many, or underlined by signs “=”.")
MESSAGE(TITLE_FILE_NAME, "titre-nom-de-fichier", NOTE,
	"le titre de la page, « {1} », est un nom de fichier : celui de SUMMARY.md le remplace",
	"the title of the page, “{1}”, is the name of a file: that of SUMMARY.md stands for it",
	"écrivez un vrai titre sur la première ligne : # Mon titre",
	"write a real title on the first line: # My title")
EXPLAIN("titre-nom-de-fichier",
	"La première ligne de la page est le nom d’un fichier (# clubs-de-partage.md) : un outil l’a écrite, personne ne l’a relue. Le site montre le titre de la table des matières à la place.",
	"The first line of the page is the name of a file (# sharing-clubs.md): a tool wrote it and nobody read it. The site shows the title of the table of contents instead.")
MESSAGE(FILE_UNUSED, "fichier-inutilise", REMARK,
	"aucune page publiée n’emploie ce fichier : il n’est pas publié",
	"no published page uses this file: it is not published",
	"supprimez-le, ou faites un lien vers lui",
	"remove it, or link to it")
EXPLAIN("fichier-inutilise",
	"Une image ou un document du cours ne sert à aucune page publiée : il n’est pas copié dans le site. Cette remarque ne paraît que dans le rapport (check --format markdown, json ou sarif).",
	"An image or a document of the course is used by no published page: it is not copied to the site. This remark is shown in the report only (check --format markdown, json or sarif).")

/* the report in Markdown */
SENTENCE(REPORT_COLUMNS,
	"| Sorte | Code | Gravité | Nombre | Hors du site |",
	"| Kind | Code | Severity | Number | Off the site |")
SENTENCE(REPORT_COLUMN_KNOWN, " Dont connues |\n", " Known |\n")
SENTENCE(REPORT_IS_KNOWN, " (connue)", " (known)")
SENTENCE(REPORT_AT_EACH, "À chaque endroit : ", "At each place: ")
SENTENCE(REPORT_CURE, "Remède : ", "Cure: ")
SENTENCE(REPORT_LIST, "La liste", "The list")
SENTENCE(REPORT_OUTSIDE,
	"Sur des pages qui ne sont pas publiées :\n\n",
	"On pages that are not published:\n\n")
SENTENCE(REPORT_TITLE, "# Rapport : ", "# Report: ")
SENTENCE(REPORT_COUNTS,
	"\n\n- pages publiées : {1}, dont cachées : {2} ;\n- pages non publiées : {3} ;\n- fichiers publiés avec elles : {4}, inutilisés : {5} ;\n- erreurs : {6}, avertissements : {7}, notes : {8}",
	"\n\n- published pages: {1}, of which hidden: {2};\n- unpublished pages: {3};\n- files published with them: {4}, unused: {5};\n- errors: {6}, warnings: {7}, notes: {8}")
SENTENCE(REPORT_COUNT_KNOWN,
	" ;\n- fautes connues, qui ne comptent pas : {1}",
	";\n- known faults, which do not count: {1}")
SENTENCE(REPORT_COUNT_TYPES,
	" ;\n- chapitres : {1}, fiches : {2}, études de cas : {3}, quiz : {4}",
	";\n- chapters: {1}, sheets: {2}, case studies: {3}, quizzes: {4}")
SENTENCE(REPORT_IN_SHORT, "En bref", "In short")
SENTENCE(REPORT_FOUND, "Ce qui a été trouvé", "What was found")
SENTENCE(REPORT_LISTS, "Pages, titres et fichiers à revoir", "Pages, titles and files to look at")
SENTENCE(REPORT_ADDRESSES, "Adresses publiées", "Published addresses")
SENTENCE(REPORT_ADDRESSES_COUNTS,
	"L’adresse d’une page vient de sa place dans la table des matières. Pages dont l’adresse est celle du fichier : {1}. Pages dont elle diffère : {2}.\n\n",
	"The address of a page comes from its place in the table of contents. Pages with the address of their file: {1}. Pages where it differs: {2}.\n\n")
SENTENCE(REPORT_ADDRESSES_OTHER, "Adresses qui diffèrent", "Addresses that differ")
SENTENCE(REPORT_REDIRECTS, "Redirections", "Redirects")
SENTENCE(REPORT_REDIRECTS_COUNTS,
	"Anciennes adresses qui mènent à une page : {1}. Redirections qui ne mènent nulle part : {2}, listées plus haut.\n\n",
	"Earlier addresses that lead to a page: {1}. Redirects that lead nowhere: {2}, listed above.\n\n")
SENTENCE(REPORT_REDIRECTS_LIVING, "Anciennes adresses vivantes", "Living redirects")
SENTENCE(REPORT_HIDDEN, "Pages cachées", "Hidden pages")
SENTENCE(REPORT_HIDDEN_WHY,
	"Publiées, mais hors des menus et du plan pour les moteurs ; la recherche du site les trouve (`hidden: true`).\n\n",
	"Published, but out of menus and of the map for search engines; the site’s own search finds them (`hidden: true`).\n\n")
SENTENCE(REPORT_DIFFERENCES,
	"Ce que GitBook montrait et que ce site montre autrement",
	"What GitBook showed and this site shows otherwise")
SENTENCE(REPORT_DIFFERENCES_PAGES, "Pages concernées", "Pages")
SENTENCE(REPORT_REVIEWS, "Faits à vérifier de nouveau", "Facts to check again")
SENTENCE(REPORT_PAGES, "Pages", "Pages")
SENTENCE(REPORT_FOLDED, "{1} : {2}", "{1}: {2}")

/* a finding, on a terminal */
SENTENCE(FINDING, "{1} : {2} [{3}]", "{1}: {2} [{3}]")
SENTENCE(FINDING_MORE,
	"et {1} {1?autre:autres} de cette sorte dans ce fichier",
	"and {1} {1?other:others} of this kind in this file")
SENTENCE(TERMINAL_WORST, "Par quoi commencer", "Where to start")
SENTENCE(TERMINAL_KINDS, "Tout ce qui a été trouvé", "All that was found")
SENTENCE(TERMINAL_ERRORS, "{1} {1?erreur:erreurs}", "{1} {1?error:errors}")
SENTENCE(TERMINAL_WARNINGS, "{1} {1?avertissement:avertissements}", "{1} {1?warning:warnings}")
SENTENCE(TERMINAL_NOTES, "{1} {1?note:notes}", "{1} {1?note:notes}")
SENTENCE(TERMINAL_EXAMPLE, "{1} : {2}", "{1}: {2}")
SENTENCE(TERMINAL_ALL,
	"Pour les lire toutes : sommaire check --all{1}",
	"To read them all: sommaire check --all{1}")
SENTENCE(TERMINAL_EXPLAIN,
	"Pour comprendre un message : sommaire explain {1}",
	"To understand a message: sommaire explain {1}")
SENTENCE(FINDING_LINK, "voir : {1}", "see: {1}")
SENTENCE(FINDING_HELP, "aide : {1}", "help: {1}")
