/* What is said of known faults (the baseline), and what a report lists besides faults.
 * Rows of words/messages.h. */

/* clang-format off */

/* the baseline */
MESSAGE(BASELINE_MISSING, "fautes-connues", ERROR,
	"le fichier de fautes connues « {1} » ne peut pas être lu ({2})",
	"the baseline “{1}” cannot be read ({3})",
	"faites-le avec : sommaire check --write-baseline {1}",
	"make it with: sommaire check --write-baseline {1}")
MESSAGE(BASELINE_OTHER_FILE, "fautes-connues", ERROR,
	"ce n’est pas un fichier de fautes connues : il devrait commencer par « # sommaire »",
	"this is no baseline: it should start with “# sommaire”",
	"faites-le de nouveau avec : sommaire check --write-baseline {1}",
	"make it anew with: sommaire check --write-baseline {1}")
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
	"Le fichier de fautes connues (clé « baseline » de site.yml, ou --baseline) liste les fautes héritées : une par ligne, avec le fichier, la sorte, le nombre et le texte dont il s’agit, séparés par des tabulations. Elles ne sont plus signalées et ne comptent plus ; une faute nouvelle l’est toujours. « sommaire check --write-baseline FICHIER » le refait avec les fautes d’aujourd’hui, « sommaire check --shrink-baseline » n’en retire que ce qui est corrigé, --no-exceptions l’ignore.",
	"The baseline (key “baseline” of site.yml, or --baseline) lists inherited faults: one a line, with the file, the code, the number and the text that is meant, between tabs. They are told no more and count no more; a new fault always is. “sommaire check --write-baseline FILE” makes it anew with the faults of today, “sommaire check --shrink-baseline” only takes out what was mended, --no-exceptions ignores it.")

/* what a report lists */
MESSAGE(TITLE_DIFFERS, "titre-different", REMARK,
	"la page s’intitule « {1} », le menu l’appelle « {2} »",
	"the page is called “{1}”, the menu calls it “{2}”",
	"si ce n’est pas voulu, écrivez le même titre dans SUMMARY.md et dans la page",
	"unless it is meant, write one title in SUMMARY.md and in the page")
EXPLAIN("titre-different",
	"La table des matières (SUMMARY.md) et la page ne donnent pas le même titre. Ce peut être voulu : un titre court pour le menu. Le menu montre celui de SUMMARY.md, la page le sien. Cette remarque ne paraît que dans le rapport (check --format markdown, json ou sarif).",
	"The table of contents (SUMMARY.md) and the page give different titles. This may be meant: a short one for the menu. The menu shows that of SUMMARY.md, the page its own. This remark is shown in the report only (check --format markdown, json or sarif).")
MESSAGE(TITLE_HIDDEN, "titre-remplace", NOTE,
	"ce titre, « {1} », n’est pas montré : la clé « title » de l’en-tête dit « {2} »",
	"this title, “{1}”, is not shown: the key `title` of the front matter says “{2}”",
	"gardez l’un des deux : retirez « title » de l’en-tête, ou écrivez-y ce titre",
	"keep one of the two: take `title` out of the front matter, or write this title there")
EXPLAIN("titre-remplace",
	"La page a deux titres : un titre « # » et la clé « title » de son en-tête. Le site montre celui de l’en-tête ; GitBook et les forges montrent l’autre. Gardez-en un, de préférence le titre « # », que l’on voit partout.",
	"The page has two titles: a heading “#” and the key `title` of its front matter. The site shows the latter; GitBook and forges show the other one. Keep one, the heading rather, which is seen everywhere.")
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
