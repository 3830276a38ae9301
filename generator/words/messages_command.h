/* What is said of the command line: its mistakes, help, and what a command did.
 * Rows of words/messages.h. */

/* clang-format off */

/* mistakes of the command line */
MESSAGE(COMMAND_UNKNOWN, "ligne-de-commande", ERROR,
	"la commande « {1} » n’existe pas",
	"there is no command “{1}”",
	"vouliez-vous dire « {2} » ?|pour lire la liste des commandes : sommaire help",
	"did you mean “{2}”?|for the list of commands: sommaire help")
MESSAGE(COMMAND_MISSING, "ligne-de-commande", ERROR,
	"il manque une commande",
	"a command is missing",
	"pour lire la liste des commandes : sommaire help",
	"for the list of commands: sommaire help")
MESSAGE(OPTION_UNKNOWN, "ligne-de-commande", ERROR,
	"l’option « {1} » n’existe pas",
	"there is no option “{1}”",
	"vouliez-vous dire « {3} » ?|pour lire ce qui existe : sommaire {2}",
	"did you mean “{3}”?|for what there is: sommaire {2}")
MESSAGE(OPTION_ELSEWHERE, "ligne-de-commande", ERROR,
	"la commande « {2} » n’a pas d’option « {1} »",
	"the command “{2}” has no option “{1}”",
	"cette option s’emploie avec : {3}",
	"this option goes with: {3}")
MESSAGE(OPTION_AMBIGUOUS, "ligne-de-commande", ERROR,
	"« {1} » abrège plusieurs options ({2})",
	"“{1}” is short for several options ({2})",
	"écrivez en entier celle que vous voulez",
	"write the one that you want in full")
MESSAGE(OPTION_NO_VALUE, "ligne-de-commande", ERROR,
	"il manque une valeur à l’option « {1} »",
	"the option “{1}” lacks a value",
	"écrivez : {1} {2}, où {2} est l’un de : {3}|écrivez : {1} {2}",
	"write: {1} {2}, where {2} is one of: {3}|write: {1} {2}")
MESSAGE(OPTION_APART, "ligne-de-commande", ERROR,
	"les options « {1} » et « {2} » ne vont pas ensemble",
	"the options “{1}” and “{2}” do not go together",
	"gardez l’une des deux",
	"keep one of the two")
MESSAGE(OPTION_VALUE, "ligne-de-commande", ERROR,
	"l’option « {1} » ne prend pas de valeur (« {2} »)",
	"the option “{1}” takes no value (“{2}”)",
	"écrivez seulement : {1}",
	"only write: {1}")
MESSAGE(OPTION_CHOICE, "ligne-de-commande", ERROR,
	"« {2} » n’est pas une valeur de l’option « {1} » (admis : {3})",
	"“{2}” is no value of the option “{1}” (allowed: {3})",
	"vouliez-vous dire « {4} » ?",
	"did you mean “{4}”?")
MESSAGE(OPTION_NUMBER, "ligne-de-commande", ERROR,
	"« {2} » n’est pas une valeur de l’option « {1} » : elle veut un nombre entier, de 0 à {3}",
	"“{2}” is no value of the option “{1}”: it wants a whole number, from 0 to {3}",
	NULL, NULL)
MESSAGE(OPTION_ADDRESS, "ligne-de-commande", ERROR,
	"« {2} » n’est pas une valeur de l’option « {1} » : elle veut une adresse complète, sans « ? » ni « # »",
	"“{2}” is no value of the option “{1}”: it wants a whole address, without “?” or “#”",
	"par exemple : {1} https://exemple.fr/cours/",
	"for instance: {1} https://example.org/course/")
MESSAGE(OPTION_TAG, "ligne-de-commande", ERROR,
	"« {2} » n’est pas une valeur de l’option « {1} » : elle veut le code d’une langue",
	"“{2}” is no value of the option “{1}”: it wants the code of a language",
	"par exemple : {1} en",
	"for instance: {1} en")
MESSAGE(WORD_MISSING, "ligne-de-commande", ERROR,
	"la commande « {1} » attend : {2}",
	"the command “{1}” needs: {2}",
	"par exemple : {3}",
	"for instance: {3}")
MESSAGE(WORD_EXTRA, "ligne-de-commande", ERROR,
	"« {2} » est de trop : la commande « {1} » ne prend que {3}",
	"“{2}” is one word too many: the command “{1}” only takes {3}",
	"un nom ou un titre de plusieurs mots se met entre guillemets : \"{4}\"|retirez ce mot",
	"a name or title of several words goes between quotes: \"{4}\"|take this word out")
MESSAGE(WORD_DASH, "ligne-de-commande", ERROR,
	"« {1} » commence par un tiret long, qui n’annonce pas une option",
	"“{1}” begins with a long dash, which announces no option",
	"écrivez deux traits d’union : --{2}",
	"write two hyphens: --{2}")
MESSAGE(WORD_EMPTY, "ligne-de-commande", ERROR,
	"un mot est vide, là où la commande « {1} » attend : {2}",
	"a word is empty where the command “{1}” needs: {2}",
	"retirez les guillemets vides ; si c’est une variable, donnez-lui une valeur",
	"take the empty quotes out; if it is a variable, give it a value")
MESSAGE(WORD_REFUSED, "ligne-de-commande", ERROR,
	"« {2} » est de trop : la commande « {1} » ne prend que des options",
	"“{2}” is one word too many: the command “{1}” only takes options",
	"retirez ce mot",
	"take this word out")
MESSAGE(CODE_UNKNOWN, "ligne-de-commande", ERROR,
	"aucun message ne porte le code « {1} »",
	"no message has the code “{1}”",
	"vouliez-vous dire {2} ?|pour en lire la liste : sommaire explain",
	"did you mean {2}?|for the list: sommaire explain")
EXPLAIN("ligne-de-commande",
	"La commande n’a pas été comprise : un mot manque, est de trop ou n’existe pas. Rien n’a été fait. « sommaire help » dit les commandes, « sommaire help build » dit les options de l’une d’elles et en donne un exemple.",
	"The command was not understood: a word is missing, too many or unknown. Nothing was done. “sommaire help” lists the commands, “sommaire help build” lists the options of one of them and gives an example.")

/* help: the frame */
SENTENCE(HELP_TITLE,
	"sommaire {1} : d’un cours écrit en Markdown, un site",
	"sommaire {1}: from a course in Markdown, a site")
SENTENCE(HELP_USAGE, "sommaire COMMANDE [OPTION…] …", "sommaire COMMAND [OPTION…] …")
SENTENCE(HELP_COMMANDS, "Commandes :", "Commands:")
SENTENCE(HELP_OPTIONS, "Options :", "Options:")
SENTENCE(HELP_COMMON_OPTIONS, "Options de toutes les commandes :", "Options of all commands:")
SENTENCE(HELP_EXAMPLE, "Exemple :", "Example:")
SENTENCE(HELP_MORE,
	"Les options d’une commande, et un exemple : sommaire help COMMANDE",
	"The options of a command, and an example: sommaire help COMMAND")
SENTENCE(HELP_OPERANDS, "sommaire {1} [OPTION…]", "sommaire {1} [OPTION…]")

/* help: commands */
SENTENCE(BUILD_OPERANDS, "[DOSSIER]", "[FOLDER]")
SENTENCE(BUILD_SUMMARY, "Construit le site.", "Builds the site.")
SENTENCE(BUILD_DETAIL,
	"DOSSIER est celui du cours : celui où vous êtes, s’il n’est pas dit.",
	"FOLDER is that of the course: the one where you are, if none is given.")
SENTENCE(BUILD_EXAMPLE,
	"sommaire build -o public --url https://exemple.fr/cours/",
	"sommaire build -o public --url https://example.org/course/")
SENTENCE(CHECK_SUMMARY, "Vérifie le cours, sans rien publier.", "Checks the course, and publishes nothing.")
SENTENCE(CHECK_EXAMPLE,
	"sommaire check --format markdown >../rapport.md",
	"sommaire check --format markdown >../report.md")
SENTENCE(EXPLAIN_OPERANDS, "[CODE]", "[CODE]")
SENTENCE(EXPLAIN_SUMMARY, "Explique un message.", "Explains a message.")
SENTENCE(EXPLAIN_DETAIL,
	"CODE est le mot entre crochets à la fin d’un message. Sans lui, tous les codes sont dits, avec une phrase chacun.",
	"CODE is the word in brackets at the end of a message. Without it all codes are listed, with a sentence each.")
SENTENCE(EXPLAIN_EXAMPLE, "sommaire explain lien-mort", "sommaire explain lien-mort")
/* explain --format markdown: the page of all messages */
SENTENCE(CODES_HEAD,
	"# Les messages\n\n"
	"Chaque message finit par un code entre crochets, et dit le plus souvent son remède. Voici tous les codes, dans l’ordre alphabétique : ce qui est dit, pourquoi, et que faire.\n",
	"# Messages\n\n"
	"Each message ends with a code in brackets, and mostly says its cure. These are all codes, in alphabetical order: what is said, why, and what to do.\n")
SENTENCE(CODES_ITEM, "{1} : {2}", "{1}: {2}")
SENTENCE(FACTS_SUMMARY,
	"Dit ce qui est connu de chaque page, en JSON, pour d’autres outils.",
	"Says what is known of each page, as JSON, for other tools.")
SENTENCE(FACTS_EXAMPLE, "sommaire facts >../cours.json", "sommaire facts >../course.json")
SENTENCE(HELP_COMMAND_OPERANDS, "[COMMANDE]", "[COMMAND]")
SENTENCE(HELP_SUMMARY, "Dit comment s’emploie une commande.", "Says how a command is used.")
SENTENCE(HELP_DETAIL, "Sans COMMANDE, la liste des commandes.", "Without COMMAND, the list of commands.")
SENTENCE(HELP_COMMAND_EXAMPLE, "sommaire help build", "sommaire help build")
SENTENCE(INIT_SUMMARY,
	"Commence un cours, ou prépare un dossier de pages.",
	"Begins a course, or makes a folder of pages ready.")
SENTENCE(INIT_EXAMPLE, "sommaire init mon-cours", "sommaire init my-course")
SENTENCE(NEW_OPERANDS, "TYPE TITRE [DOSSIER]", "TYPE TITLE [FOLDER]")
SENTENCE(NEW_SUMMARY,
	"Crée une page et l’ajoute à la table des matières.",
	"Makes a page and adds it to the table of contents.")
SENTENCE(NEW_DETAIL,
	"TYPE est l’un de : {1}. TITRE se met entre guillemets. DOSSIER est celui du cours.",
	"TYPE is one of: {1}. TITLE goes between quotes. FOLDER is that of the course.")
SENTENCE(NEW_EXAMPLE,
	"sommaire new fiche \"Relancer un contact\"",
	"sommaire new fiche \"Following up a contact\"")

SENTENCE(VERSION_SUMMARY, "Dit la version du programme.", "Says the program’s version.")
SENTENCE(VERSION_EXAMPLE, "sommaire version", "sommaire version")

/* help: options */
SENTENCE(VALUE_FILE, "FICHIER", "FILE")
SENTENCE(VALUE_FOLDER, "DOSSIER", "FOLDER")
SENTENCE(VALUE_EDITION, "ÉDITION", "EDITION")
SENTENCE(VALUE_FORM, "FORME", "FORM")
SENTENCE(VALUE_LANGUAGE, "LANGUE", "LANGUAGE")
SENTENCE(VALUE_NUMBER, "N", "N")
SENTENCE(VALUE_REVISION, "VERSION", "REVISION")
SENTENCE(VALUE_ADDRESS, "ADRESSE", "ADDRESS")
SENTENCE(OPTION_ALL,
	"lister chaque faute à l’écran aussi",
	"list each fault on a terminal, too")
SENTENCE(OPTION_BASELINE,
	"ne pas signaler les fautes connues que liste ce fichier",
	"do not tell the known faults that this file lists")
SENTENCE(OPTION_DRAFTS, "publier aussi les brouillons", "publish drafts, too")
SENTENCE(OPTION_DRY_RUN,
	"montrer les corrections de --fix, et ne rien changer",
	"show what --fix would change, and change nothing")
SENTENCE(OPTION_EDITION,
	"ce qui est construit : {1} (le cours entier, à imprimer)",
	"what is built: {1} (the whole course, to print)")
SENTENCE(OPTION_FIX,
	"corriger ce qui n’a qu’une correction possible",
	"mend what has one cure only")
SENTENCE(OPTION_EXPLAIN_FORMAT, "forme de l’explication : {1}", "form of the explanation: {1}")
SENTENCE(OPTION_FORMAT, "forme du rapport : {1}", "form of the report: {1}")
SENTENCE(OPTION_HELP, "afficher cette aide", "show this help")
SENTENCE(OPTION_JOBS, "nombre de processus (0 : aucun autre)", "number of processes (0: no other)")
SENTENCE(OPTION_LANG, "langue des messages : {1}", "language of messages: {1}")
SENTENCE(OPTION_GIT_SECONDS,
	"temps de calcul accordé à la lecture de git, en secondes",
	"computing time that reading git may take, in seconds")
SENTENCE(OPTION_NO_HISTORY, "ne pas lire les dates et les auteurs dans git", "do not read dates and authors from git")
SENTENCE(OPTION_NO_EXCEPTIONS, "ignorer les exceptions de site.yml", "ignore the exceptions of site.yml")
SENTENCE(OPTION_OUTPUT, "dossier du site (build/site, sinon)", "folder of the site (otherwise build/site)")
SENTENCE(OPTION_PAGE_SECONDS,
	"temps de calcul accordé à une page, en secondes",
	"computing time that a page may take, in seconds")
SENTENCE(OPTION_QUIET, "ne dire que les fautes", "only tell faults")
SENTENCE(OPTION_REF,
	"lire une branche, une étiquette ou un commit du dépôt git",
	"read a branch, tag or commit of the git repository")
SENTENCE(OPTION_SHRINK_BASELINE,
	"retirer des fautes connues celles qui sont corrigées",
	"take out of the known faults those that were mended")
SENTENCE(OPTION_SITE_LANGUAGE,
	"langue du site (fr, en, pt-BR…) : celle de site.yml, sinon, ou celle des pages",
	"language of the site (fr, en, pt-BR…): otherwise that of site.yml, or of the pages")
SENTENCE(OPTION_STATS, "écrire des mesures, en JSON", "write measures, as JSON")
SENTENCE(OPTION_STRICT,
	"compter les avertissements comme des erreurs",
	"count warnings as errors")
SENTENCE(OPTION_URL, "adresse publique du site", "public address of the site")
SENTENCE(OPTION_VERSION, "dire la version du programme", "say the program’s version")
SENTENCE(OPTION_WRITE_BASELINE,
	"noter dans ce fichier toutes les fautes d’aujourd’hui",
	"note all faults of today in this file")

/* manuals: before the words that an option or a key takes */
SENTENCE(MANUAL_CHOICES, "Admis :", "Allowed:")
SENTENCE(MANUAL_OF, " : ", ": ")

/* what a command did */
SENTENCE(DONE_SITE,
	"{1} {1?page:pages} dans {2} : {3} {3?fichier écrit:fichiers écrits}, {4} {4?inchangé:inchangés}, {5} {5?retiré:retirés}",
	"{1} {1?page:pages} in {2}: {3} {3?file:files} written, {4} unchanged, {5} removed")
SENTENCE(DONE_FAULTS,
	"{1} {1?erreur:erreurs}, {2} {2?avertissement:avertissements}, {3} {3?note:notes}",
	"{1} {1?error:errors}, {2} {2?warning:warnings}, {3} {3?note:notes}")
SENTENCE(DONE_KNOWN,
	"fautes connues, qui ne comptent pas : {1}",
	"known faults, which do not count: {1}")
SENTENCE(DONE_REMARKS,
	"Dans le rapport (sommaire check --format markdown) : {1}",
	"In the report (sommaire check --format markdown): {1}")
SENTENCE(DONE_HIDDEN, "pages cachées, {1}", "hidden pages, {1}")
SENTENCE(DONE_AND, " ; ", "; ")
SENTENCE(DONE_OTHERS,
	"titres différents, fichiers inutilisés et autres remarques, {1}",
	"different titles, unused files and other remarks, {1}")
SENTENCE(DONE_BASELINE, "{1} : fautes connues, {2}", "{1}: known faults, {2}")

/* what init did */
SENTENCE(INIT_MADE, "créé : {1}", "made: {1}")
SENTENCE(INIT_KEPT,
	"laissé tel quel, il existe déjà : {1}",
	"left as it is, for it is there: {1}")
SENTENCE(INIT_MADE_BASELINE,
	"créé : {1} (fautes d’aujourd’hui : {2})",
	"made: {1} (faults of today: {2})")
SENTENCE(INIT_SITE_BASELINE,
	"\n"
	"# Les fautes du jour où ce fichier a été créé : elles ne sont plus signalées, les nouvelles le sont.\n"
	"# Pour retirer celles qui sont corrigées : sommaire check --shrink-baseline\n"
	"baseline: {1}\n",
	"\n"
	"# The faults of the day when this file was made: they are told no more, new ones are.\n"
	"# To take out those that were mended: sommaire check --shrink-baseline\n"
	"baseline: {1}\n")
SENTENCE(INIT_STEPS, "\nÀ faire maintenant :", "\nTo do now:")
SENTENCE(INIT_STEP_BASELINE,
	"ajoutez à site.yml la ligne « baseline: {1} » ;",
	"add the line “baseline: {1}” to site.yml;")
SENTENCE(INIT_STEP_LANGUAGE,
	"dans site.yml, voyez si la langue du site est la bonne (language: {1}) ;",
	"in site.yml, see whether the site’s language is right (language: {1});")
SENTENCE(INIT_STEP_URL,
	"dans site.yml, donnez l’adresse du site (url) ;",
	"in site.yml, give the address of the site (url);")
SENTENCE(INIT_STEP_REPOSITORY,
	"dans {1}, donnez l’adresse du dépôt du programme (SOMMAIRE_REPOSITORY) et sa version (SOMMAIRE_VERSION) ;",
	"in {1}, give the address of the program’s repository (SOMMAIRE_REPOSITORY) and its version (SOMMAIRE_VERSION);")
SENTENCE(INIT_STEP_PAGES,
	"sur la forge : Settings, Pages, Source : « GitHub Actions » ;",
	"on the forge: Settings, Pages, Source: “GitHub Actions”;")
SENTENCE(INIT_STEP_COMMIT,
	"enregistrez ces fichiers dans git (git add, git commit, git push).",
	"keep these files in git (git add, git commit, git push).")
SENTENCE(INIT_EITHER, "{1} (GitHub) ou {2} (GitLab)", "{1} (GitHub) or {2} (GitLab)")
SENTENCE(INIT_FIRST_BUILD,
	"construisez le site : sommaire build{1} ; puis ouvrez {2} ;",
	"build the site: sommaire build{1}; then open {2};")
SENTENCE(INIT_FIRST_WRITE,
	"lisez ses pages, qui disent comment elles s’écrivent, et mettez vos textes à la place des leurs ;",
	"read its pages, which say how they are written, and put your texts in their place;")
SENTENCE(INIT_FIRST_NEW,
	"pour ajouter une page : sommaire new fiche \"Mon titre\"{1} ; pour tout vérifier : sommaire check{1} ;",
	"to add a page: sommaire new fiche \"My title\"{1}; to check it all: sommaire check{1};")
SENTENCE(INIT_FIRST_SITE,
	"dans {1}, donnez le titre du site et son adresse (url) ;",
	"in {1}, give the title of the site and its address (url);")
SENTENCE(INIT_FIRST_FORGE,
	"enregistrez tout dans git, puis publiez : ce qui est à remplir est écrit en tête de {1}.",
	"keep it all in git, then publish: what is to fill in stands at the head of {1}.")
SENTENCE(INIT_REPORT,
	"\nPour lire tout ce qui a été trouvé : sommaire check --format markdown >../rapport.md",
	"\nTo read all that was found: sommaire check --format markdown >../report.md")

/* stages of a build, while they last */
SENTENCE(STAGE_LOAD, "lecture du cours", "reading the course")
SENTENCE(STAGE_HISTORY, "lecture de l’historique", "reading history")
SENTENCE(STAGE_COMPOSE, "composition des pages", "composing pages")
SENTENCE(STAGE_CONNECT, "vérification des liens", "checking links")
SENTENCE(STAGE_LAYOUT, "mise en page", "laying out")
SENTENCE(STAGE_COUNT, "{1} : {2} sur {3}…", "{1}: {2} of {3}…")
SENTENCE(STAGE_FINISH, "mise en place", "putting in place")

/* check --fix */
MESSAGE(FIX_REVISION, "correction", ERROR,
	"une version du dépôt git (--ref) ne se corrige pas : rien n’est changé",
	"a revision of the git repository (--ref) cannot be mended: nothing is changed",
	"corrigez les fichiers d’aujourd’hui : sommaire check --fix, sans --ref",
	"mend the files of today: sommaire check --fix, without --ref")
MESSAGE(FIX_STALE, "correction", ERROR,
	"« {1} » a changé pendant la correction : aucun fichier n’est changé",
	"“{1}” changed meanwhile: no file is changed",
	"enregistrez-le dans votre éditeur, puis recommencez",
	"save it in your editor, then try again")
MESSAGE(FIX_FAILED, "correction", ERROR,
	"« {1} » n’a pas pu être changé ({2}) : aucun fichier n’est changé",
	"“{1}” could not be changed ({3}): no file is changed",
	"vérifiez la place sur le disque et les droits du dossier",
	"see to the space on the disk and the folder’s permissions")
MESSAGE(FIX_REFUSED, "correction", WARNING,
	"« {1} » ne peut pas être changé ({2}) : ses fautes restent",
	"“{1}” cannot be changed ({3}): its faults stay",
	"donnez-vous le droit d’y écrire ; un raccourci (lien symbolique) n’est pas suivi",
	"give yourself the right to write it; a symbolic link is not followed")
MESSAGE(FIX_MIXED, "correction", ERROR,
	"« {1} » n’a pas pu être changé ({2}), et d’autres fichiers qui l’étaient déjà n’ont pas pu être remis",
	"“{1}” could not be changed ({3}), and others that were could not be put back",
	"ce que ces fichiers étaient est à côté d’eux, sous des noms qui commencent par .sommaire- et finissent par .old",
	"what these files were is beside them, under names that start with .sommaire- and end in .old")
EXPLAIN("correction",
	"« sommaire check --fix » change ce qui n’a qu’une correction possible, et rien d’autre : commentaires et fins de ligne restent. Sur un terminal, il montre d’abord les changements et demande s’il faut les faire ; --dry-run les montre seulement. Tous les fichiers sont changés, ou aucun.",
	"“sommaire check --fix” changes what has one cure only, and nothing else: comments and line ends stay. On a terminal it shows the changes first and asks whether to make them; --dry-run only shows them. All files are changed, or none.")
SENTENCE(FIX_NOTHING, "Rien ne se corrige seul ici.", "Nothing here has one cure only.")
SENTENCE(FIX_ASK,
	"Faire {1} {1?changement:changements} dans {2} {2?fichier:fichiers} ? [o/N]",
	"Make {1} {1?change:changes} in {2} {2?file:files}? [y/N]")
SENTENCE(FIX_DECLINED, "Rien n’est changé.", "Nothing is changed.")
SENTENCE(FIX_MADE, "{1} : corrigé [{2}]", "{1}: mended [{2}]")
SENTENCE(FIX_RENAMED, "{1} s’appelle maintenant {2}", "{1} is now called {2}")
SENTENCE(FIX_WILL_RENAME, "{1} s’appellera {2}", "{1} will be called {2}")
SENTENCE(FIX_DONE,
	"{1} {1?changement:changements} dans {2} {2?fichier:fichiers}",
	"{1} {1?change:changes} in {2} {2?file:files}")
SENTENCE(EXPLAIN_MENDED,
	"Se corrige seul : « sommaire check --fix » le change là où il n’y a qu’une correction possible.",
	"Mends itself: “sommaire check --fix” changes it where there is one cure only.")
