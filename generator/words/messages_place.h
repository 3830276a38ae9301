/* What is said of the place that the course comes from or goes to: folders, repositories,
 * history, the machine.
 * Rows of words/messages.h. */

/* clang-format off */

/* the folder or the repository that the course comes from */
MESSAGE(FOLDER_UNREADABLE, "dossier-illisible", ERROR,
	"le dossier ne peut pas être lu ({2})",
	"the folder cannot be read ({3})",
	"vérifiez qu’il existe, et que son chemin n’est pas trop long",
	"check that it exists, and that its path is not too long")
EXPLAIN("dossier-illisible",
	"Un dossier du cours n’existe pas, ou il y a trop de dossiers les uns dans les autres : ses pages manquent au site. Corrigez son nom, ou rapprochez-le du dossier du cours.",
	"A folder of the course does not exist, or too many folders lie in one another: its pages are missing from the site. Mend its name, or move it nearer to the course’s folder.")

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

MESSAGE(LEADS_OUTSIDE, "hors-du-cours", ERROR,
	"« {1} » mène hors du dossier du cours : rien n’y est lu, et le site reste tel qu’il est",
	"“{1}” leads outside the course’s folder: nothing is read there, and the site stays as it is",
	"mettez-le dans le dossier du cours : une copie, et non un raccourci (lien symbolique)",
	"put it in the course’s folder: a copy, not a symbolic link")
EXPLAIN("hors-du-cours",
	"Le contenu, le thème et les réglages d’un cours sont dans son dossier. Un chemin qui remonte au-dessus (« ../ »), ou un raccourci (lien symbolique) qui mène ailleurs, montrerait à tous des fichiers de la machine qui n’ont pas été écrits pour être publiés. Corrigez le chemin, ou copiez dans le cours ce qu’il désigne. Le dossier « .git » n’est pas du cours non plus.",
	"The content, the theme and the settings of a course are in its folder. A path that climbs above it (“../”), or a symbolic link that leads elsewhere, would show files of the machine to all that were not written to be published. Mend the path, or copy into the course what it points to. The folder “.git” is no part of the course either.")

MESSAGE(LINK_CYCLE, "lien-en-boucle", WARNING,
	"ce raccourci (lien symbolique) tourne en rond",
	"this symbolic link leads in a circle",
	"supprimez-le, ou faites-le mener à un autre dossier",
	"remove it, or make it lead to another folder")
EXPLAIN("lien-en-boucle",
	"Un raccourci (lien symbolique) mène à un dossier qui le contient, ou à lui-même : le suivre ne finirait jamais. Il est laissé de côté. Supprimez-le, ou faites-le mener ailleurs dans le cours.",
	"A symbolic link leads to a folder that holds it, or to itself: following it would never end. It is left out. Remove it, or make it lead elsewhere in the course.")

MESSAGE(NO_REPOSITORY, "depot-absent", ERROR,
	"ce dossier n’est dans aucun dépôt git",
	"this folder is in no git repository",
	"donnez le dossier d’un dépôt git, ou retirez --ref",
	"name the folder of a git repository, or leave --ref out")
MESSAGE(NO_REPOSITORY_HERE, "depot-absent", ERROR,
	"le dossier où vous êtes n’est dans aucun dépôt git",
	"the folder where you are is in no git repository",
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
	"the git repository cannot be read ({2})",
	"« git fsck » dit ce qui manque ; le plus simple est de le cloner à nouveau",
	"“git fsck” says what is missing; cloning it again is simplest")
/* why git failed; {1}: what it was about */
SENTENCE(GIT_OBJECT, "un objet manque ou est abîmé : {1}", "an object is missing or damaged: {1}")
SENTENCE(GIT_OBJECTS, "un objet manque ou est abîmé", "an object is missing or damaged")
SENTENCE(GIT_REFERENCE, "une branche ou une étiquette est abîmée", "a branch or a tag is damaged")
SENTENCE(GIT_CONFIG, "sa configuration ne se lit pas", "its configuration cannot be read")
SENTENCE(GIT_FORMAT, "{1}", "{1}")
SENTENCE(GIT_OTHER, "git ne dit pas pourquoi", "git does not say why")
EXPLAIN("contenu-absent",
	"Le dépôt git annonce des fichiers dont il n’a pas le contenu : il a été cloné en partie (--filter), ou il est abîmé. Clonez-le à nouveau, entièrement.",
	"The git repository lists files whose content it does not have: it was cloned in part (--filter), or it is damaged. Clone it again, as a whole.")
MESSAGE(REVISION_LONG, "version-trop-grande", ERROR,
	"la version « {1} » du dépôt git a plus de {2} fichiers et dossiers",
	"revision “{1}” of the git repository has more than {2} files and folders",
	"donnez une version qui ne contient que le cours ; sans --ref, un dossier peut être plus grand",
	"name a revision that holds the course only; without --ref a folder may be larger")
MESSAGE(REVISION_LARGE, "version-trop-grande", ERROR,
	"les textes de la version « {1} » du dépôt git font plus de {2} Mio",
	"the texts of revision “{1}” of the git repository are more than {2} MiB",
	"donnez une version qui ne contient que le cours ; sans --ref, un dossier peut être plus grand",
	"name a revision that holds the course only; without --ref a folder may be larger")
EXPLAIN("version-trop-grande",
	"Une version enregistrée (--ref) est lue en entier dans la mémoire. Celle-ci dépasse ce qu’un cours peut demander ; un petit dépôt peut le faire, s’il répète sans fin les mêmes dossiers. Rien n’est construit, et l’ancien site reste.",
	"A recorded revision (--ref) is read into memory as a whole. This one is larger than any course; a small repository can be so where it repeats the same folders without end. Nothing is built, and the old site stays.")

/* history */
MESSAGE(REPOSITORY_SLOW, "depot-abime", ERROR,
	"le dépôt git n’a pas pu être lu en {1} s de calcul",
	"the git repository could not be read in {1} s of computing",
	"« git fsck » dit s’il est abîmé : clonez-le alors à nouveau ; s’il est seulement très grand, ajoutez --git-seconds",
	"“git fsck” says whether it is damaged: clone it again, then; if it is only very large, add --git-seconds")
MESSAGE(REPOSITORY_CRASH, "depot-abime", ERROR,
	"la lecture du dépôt git s’est arrêtée net : il est sans doute abîmé",
	"reading the git repository broke off: it is probably damaged",
	"« git fsck » dit ce qui est abîmé ; le plus simple est de cloner le dépôt à nouveau",
	"“git fsck” says what is damaged; cloning the repository again is simplest")
MESSAGE(HISTORY_SLOW, "depot-abime", ERROR,
	"le passé du dépôt git n’a pas pu être lu en {1} s de calcul",
	"the past of the git repository could not be read in {1} s of computing",
	"« git fsck » dit s’il est abîmé : clonez-le alors à nouveau ; sinon, ajoutez --git-seconds, ou --no-history pour un site sans dates",
	"“git fsck” says whether it is damaged: clone it again, then; otherwise add --git-seconds, or --no-history for a site without dates")
MESSAGE(HISTORY_CRASH, "depot-abime", ERROR,
	"la lecture du passé du dépôt git s’est arrêtée net : il est sans doute abîmé",
	"reading the past of the git repository broke off: it is probably damaged",
	"« git fsck » dit ce qui est abîmé : clonez le dépôt à nouveau, ou ajoutez --no-history pour un site sans dates",
	"“git fsck” says what is damaged: clone the repository again, or add --no-history for a site without dates")
EXPLAIN("depot-abime",
	"Un objet du dépôt git est abîmé, comme après un disque plein ou une panne de courant : sa lecture ne finit pas, ou s’arrête net. Plutôt qu’un site sans dates ou sans une partie de ses pages, rien n’est construit, et l’ancien site reste. « git fsck » dit ce qui est abîmé ; clonez le dépôt à nouveau. En attendant, --no-history construit le site sans dates, à partir des fichiers du dossier.",
	"An object of the git repository is damaged, as after a full disk or a power failure: reading it never ends, or breaks off. Rather than a site without dates or without some of its pages nothing is built, and the old site stays. “git fsck” says what is damaged; clone the repository again. Meanwhile --no-history builds the site without dates, from the files of the folder.")

MESSAGE(NO_HISTORY, "historique-absent", NOTE,
	"ce dossier n’est dans aucun dépôt git : les pages n’ont pas de date",
	"this folder is in no git repository: pages have no date",
	NULL, NULL)
MESSAGE(NO_COMMIT, "historique-absent", NOTE,
	"le dépôt git n’a encore aucun enregistrement (commit) : les pages n’ont pas de date",
	"the git repository has no commit yet: pages have no date",
	NULL, NULL)
EXPLAIN("historique-absent",
	"Les dates et les auteurs des pages viennent de git. Le cours n’y est pas encore enregistré : rien n’est affiché plutôt qu’une date fausse.",
	"Dates and authors of pages come from git. The course is not recorded there yet: nothing is shown rather than a wrong date.")

MESSAGE(REPOSITORY_UNKNOWN, "depot-inconnu", ERROR,
	"le dépôt git est d’un format inconnu ici ({1})",
	"the git repository has a format that is unknown here ({2})",
	"clonez-le sans cette extension, ou retirez --ref",
	"clone it without that extension, or leave --ref out")
MESSAGE(HISTORY_UNKNOWN, "depot-inconnu", WARNING,
	"le dépôt git est d’un format inconnu ici ({1}) : les pages n’ont pas de date",
	"the git repository has a format that is unknown here ({2}): pages have no date",
	"clonez-le sans cette extension ; --no-history retire cet avertissement",
	"clone it without that extension; --no-history leaves this warning out")
EXPLAIN("depot-inconnu",
	"Git a des formats récents, par exemple des identifiants SHA-256, que ce programme ne sait pas lire. Sans --ref, le site est construit sans dates ni auteurs.",
	"Git has recent formats, SHA-256 identifiers for one, that this program cannot read. Without --ref the site is built without dates or authors.")

MESSAGE(SHALLOW, "historique-incomplet", WARNING,
	"le dépôt git a été copié sans son passé : les pages n’ont pas de date",
	"the git repository was cloned without its past: pages have no date",
	"git fetch --unshallow ; sur GitLab, GIT_DEPTH: 0 ; sur GitHub, fetch-depth: 0",
	"git fetch --unshallow; on GitLab, GIT_DEPTH: 0; on GitHub, fetch-depth: 0")
MESSAGE(HISTORY_BROKEN, "historique-incomplet", ERROR,
	"une partie du passé manque au dépôt git, ou est abîmée ({1})",
	"a part of the past is missing from the git repository, or damaged ({2})",
	"clonez le dépôt entièrement (sans --depth ni --filter), ou ajoutez --no-history pour un site sans dates",
	"clone the whole repository (without --depth or --filter), or add --no-history for a site without dates")
EXPLAIN("historique-incomplet",
	"Les dates et les auteurs des pages viennent de git. Une partie du passé manque à cette copie du dépôt : les dates seraient fausses, il n’y en a donc pas. Les outils de publication ne copient souvent que le dernier enregistrement ; demandez-leur tout : « git fetch --unshallow », « GIT_DEPTH: 0 » sur GitLab, « fetch-depth: 0 » sur GitHub. S’il manque des objets au milieu du passé, rien n’est construit, pour que l’ancien site garde ses dates ; --no-history construit un site sans dates.",
	"Dates and authors of pages come from git. A part of the past is missing from this copy of the repository: dates would be wrong, so there are none. Publishing tools often copy the last commit only; ask them for everything: “git fetch --unshallow”, “GIT_DEPTH: 0” on GitLab, “fetch-depth: 0” on GitHub. Where objects are missing in the midst of the past nothing is built, so that the old site keeps its dates; --no-history builds a site without dates.")

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
MESSAGE(THEME_OWN, "theme-du-cours", NOTE,
	"ce dossier remplace le thème « {1} » du programme",
	"this folder takes the place of the program’s theme “{1}”",
	"si c’est voulu, donnez-lui un nom à lui ; sinon, retirez-le",
	"if that is meant give it a name of its own; otherwise remove it")
EXPLAIN("theme-du-cours",
	"Le cours a un dossier « themes » où un thème porte le nom d’un de ceux du programme : c’est lui qui sert, avec ses scripts et ses feuilles de style. Si c’est voulu, donnez-lui un autre nom, et le même à la clé « theme » de site.yml ; sinon, retirez ce dossier.",
	"The course has a folder “themes” in which a theme bears the name of one of the program’s: it is the one that is used, with its scripts and its style sheets. If that is meant give it another name, and the same to the key “theme” of site.yml; otherwise remove that folder.")
MESSAGE(NO_EMOJI, "emoji-absents", WARNING,
	"la liste des noms d’emoji manque à l’installation : ils restent tels quels dans le texte",
	"the list of the names of emoji is missing from the installation: they stay as they are in the text",
	"réinstallez sommaire, dossier « themes » compris",
	"install sommaire again, its folder “themes” included")
EXPLAIN("emoji-absents",
	"Les noms d’emoji et leurs images sont dans le fichier themes/emoji.tsv, qui s’installe avec le programme. Il manque, ou ne peut pas être lu : le site est complet, mais les noms entre deux-points s’y lisent tels quels.",
	"The names of emoji and their pictures are in the file themes/emoji.tsv, which is installed with the program. It is missing, or cannot be read: the site is complete, but names between colons are read there as they are.")
MESSAGE(NO_COURSE, "cours-absent", ERROR,
	"« {1} » n’est pas un dossier",
	"“{1}” is not a folder",
	"donnez le dossier du cours : celui qui contient site.yml",
	"name the folder of the course: the one with site.yml")
EXPLAIN("cours-absent",
	"Le dossier demandé n’existe pas ou ne contient aucun cours. Placez-vous dans le dossier qui contient site.yml, ou donnez son chemin. Un dépôt qui réunit plusieurs espaces de GitBook en a un par dossier.",
	"The folder asked for does not exist or holds no course. Go to the folder with site.yml, or name its path. A repository of several GitBook spaces has one a folder.")
MESSAGE(OUTPUT_REFUSED, "sortie-refusee", ERROR,
	"le dossier « {1} » contient des fichiers qui ne viennent pas d’ici : rien n’y est écrit",
	"the folder “{1}” holds files that are not ours: nothing is written there",
	"choisissez un dossier vide ou nouveau (-o DOSSIER)",
	"choose an empty or new folder (-o FOLDER)")
MESSAGE(OUTPUT_EDITION, "sortie-refusee", ERROR,
	"le dossier « {1} » contient une autre édition du cours : elle serait retirée, rien n’y est écrit",
	"the folder “{1}” holds another edition of the course, which would be removed: nothing is written there",
	"choisissez un autre dossier pour celle-ci (-o DOSSIER)",
	"choose another folder for this one (-o FOLDER)")
MESSAGE(OUTPUT_OVERLAP, "sortie-refusee", ERROR,
	"le dossier « {1} » se mêle à celui du cours, du thème ou de .git : rien n’y est écrit",
	"the folder “{1}” overlaps that of the course, the theme or .git: nothing is written there",
	"choisissez un dossier à part (-o DOSSIER)",
	"choose a folder apart (-o FOLDER)")
MESSAGE(OUTPUT_LINK, "sortie-refusee", ERROR,
	"un raccourci (lien symbolique) du dossier du cours mène « {1} » ailleurs : rien n’y est écrit",
	"a symbolic link in the course’s folder leads “{1}” elsewhere: nothing is written there",
	"remplacez le raccourci par un vrai dossier, ou nommez celui où il mène (-o DOSSIER)",
	"put a real folder in the link’s place, or name the one that it leads to (-o FOLDER)")
MESSAGE(OUTPUT_UNLISTED, "sortie-refusee", ERROR,
	"la liste de ce que le dossier « {1} » tient d’ici manque ou est incomplète : rien n’y est écrit",
	"the list of what is ours in the folder “{1}” is missing or incomplete: nothing is written there",
	"supprimez ce dossier, ou choisissez-en un autre (-o DOSSIER)",
	"delete this folder, or choose another one (-o FOLDER)")
MESSAGE(OUTPUT_LOCKED, "sortie-refusee", ERROR,
	"une autre construction écrit déjà dans « {1} »",
	"another build is writing to “{1}”",
	"attendez qu’elle finisse, puis recommencez",
	"wait until it ends, then try again")
MESSAGE(OUTPUT_NO_FOLDER, "sortie-refusee", ERROR,
	"le site ne peut pas s’écrire dans « {1} » ({2})",
	"the site cannot be written to “{1}” ({3})",
	"choisissez un dossier vide ou nouveau (-o DOSSIER)",
	"choose an empty or new folder (-o FOLDER)")
EXPLAIN("sortie-refusee",
	"Le site s’écrit dans un dossier à lui, vide ou déjà écrit par ce programme, hors du cours, du thème et de .git, une construction à la fois.",
	"The site is written to a folder of its own, empty or written by this program before, outside the course, the theme and .git, one build at a time.")
MESSAGE(MACHINE_WRITE, "machine", ERROR,
	"« {1} » n’a pas pu être écrit ({2}) ; l’ancien site est intact",
	"“{1}” could not be written ({3}); the earlier site is whole",
	"vérifiez la place sur le disque et les droits du dossier",
	"check the room on the disk and the folder’s permissions")
MESSAGE(MACHINE_PLACE, "machine", ERROR,
	"« {1} » n’a pas pu être mis en place ({2}) ; le site mêle pour l’instant pages nouvelles et anciennes",
	"“{1}” could not be put in place ({3}); for now the site mixes new and earlier pages",
	"réglez cela, puis recommencez : la construction suivante finira",
	"settle this, then try again: the next build will finish")
MESSAGE(MACHINE_FORK, "machine", ERROR,
	"le travail n’a pas pu être partagé entre les processeurs ({2})",
	"the work could not be shared between processors ({3})",
	"fermez d’autres programmes, ou ajoutez --jobs 1",
	"close other programs, or add --jobs 1")
MESSAGE(MACHINE_READ, "machine", ERROR,
	"ce fichier n’a pas pu être lu ({2}) ; le site reste tel qu’il est",
	"this file could not be read ({3}); the site stays as it is",
	"vérifiez ses droits d’accès et l’état de la machine, puis recommencez",
	"check its permissions and the state of the machine, then try again")
MESSAGE(MACHINE_LIST, "machine", ERROR,
	"ce dossier n’a pas pu être lu ({2}) ; le site reste tel qu’il est",
	"this folder could not be read ({3}); the site stays as it is",
	"vérifiez ses droits d’accès et l’état de la machine, puis recommencez",
	"check its permissions and the state of the machine, then try again")
MESSAGE(MACHINE_HISTORY, "machine", ERROR,
	"le passé des pages, gardé par git, n’a pas pu être lu ({2}) ; le site reste tel qu’il est",
	"the pages’ past, kept by git, could not be read ({3}); the site stays as it is",
	"vérifiez les droits d’accès du dossier « .git » et l’état de la machine, puis recommencez",
	"check the permissions of the folder “.git” and the state of the machine, then try again")
MESSAGE(MACHINE_REMOVE, "machine", ERROR,
	"le nouveau site est en place, mais « {1} », qui n’en est plus, n’a pas pu être retiré ({2})",
	"the new site is in place, but “{1}”, no longer a part of it, could not be removed ({3})",
	"réglez les droits du dossier, puis recommencez : la construction suivante le retirera",
	"mend the folder’s permissions, then try again: the next build will remove it")
MESSAGE(MACHINE_NOTE, "machine", ERROR,
	"le nouveau site est en place, mais « {1} » n’a pas pu être écrit ({2})",
	"the new site is in place, but “{1}” could not be written ({3})",
	"vérifiez la place sur le disque, puis recommencez",
	"check the room on the disk, then try again")
MESSAGE(OUTPUT_LOST, "machine", ERROR,
	"ce qui devait être affiché n’a pas pu être écrit en entier",
	"what was to be printed could not be written as a whole",
	"vérifiez la place sur le disque, et le fichier ou le programme qui devait le recevoir",
	"check the room on the disk, and the file or program that was to take it")
EXPLAIN("machine",
	"La machine a refusé quelque chose : disque plein, droits insuffisants, fichier ou dossier qui ne se laisse pas lire, mémoire épuisée. Ce qui n’a pas pu être lu n’est jamais pris pour absent : le site reste tel qu’il est. Rien de l’ancien site n’est perdu.",
	"The machine refused something: disk full, permissions, a file or folder that cannot be read, memory. What could not be read is never taken for absent: the site stays as it is. Nothing of the earlier site is lost.")

/* what commands write in the course's own folder */
MESSAGE(WRITE_LINK, "ecriture-refusee", ERROR,
	"« {1} » est un raccourci (lien symbolique), ou se trouve derrière un raccourci : rien n’est écrit",
	"“{1}” is a symbolic link, or stands behind one: nothing is written",
	"remplacez le raccourci par un vrai fichier ou un vrai dossier, puis recommencez",
	"put a real file or folder in the link’s place, then try again")
MESSAGE(WRITE_OUTSIDE, "ecriture-refusee", ERROR,
	"« {1} » sort du dossier du cours : rien n’est écrit",
	"“{1}” leads out of the course’s folder: nothing is written",
	"donnez un chemin à l’intérieur du cours, sans « .. »",
	"give a path inside the course, without “..”")
MESSAGE(WRITE_TAKEN, "ecriture-refusee", ERROR,
	"« {1} » existe déjà : ce fichier reste tel quel",
	"“{1}” is there already: this file is left as it is",
	"choisissez un autre titre, ou complétez ce fichier",
	"choose another title, or complete this file")
MESSAGE(WRITE_BASELINE, "ecriture-refusee", ERROR,
	"« {1} » n’est pas une liste de fautes connues : ce fichier n’est pas remplacé",
	"“{1}” is no baseline: this file is not replaced",
	"donnez le nom d’un fichier qui n’existe pas encore",
	"give the name of a file that is not there yet")
MESSAGE(WRITE_FAILED, "ecriture-refusee", ERROR,
	"« {1} » n’a pas pu être écrit ({2})",
	"“{1}” could not be written ({3})",
	"vérifiez la place sur le disque et les droits du dossier",
	"check the room on the disk and the folder’s permissions")
MESSAGE(WRITE_PLACE, "ecriture-refusee", ERROR,
	"« {1} » n’a pas pu être écrit ({2})",
	"“{1}” could not be written ({3})",
	"vérifiez le chemin : il mène à un fichier, dans un dossier qui existe",
	"check the path: it leads to a file, in a folder that is there")
MESSAGE(INIT_NO_TEMPLATE, "ecriture-refusee", ERROR,
	"le fichier « {1} », qui vient avec le programme, n’a pas été trouvé : rien n’est créé",
	"the file “{1}”, which comes with the program, was not found: nothing is made",
	"installez de nouveau le programme, avec tous ses fichiers",
	"install the program again, with all its files")
EXPLAIN("ecriture-refusee",
	"Une commande devait écrire un fichier (une page, la table des matières, la liste des fautes connues, les mesures) et ne l’a pas fait : un raccourci (lien symbolique) mène ailleurs, un fichier qui n’est pas à elle porte ce nom, ou la machine a refusé. Les fichiers qui existaient sont intacts.",
	"A command was to write a file (a page, the table of contents, the baseline, the figures) and did not: a symbolic link leads elsewhere, a file that is not its own has this name, or the machine refused. The files that were there are whole.")
MESSAGE(NEW_NO_TITLE, "nouvelle-page", ERROR,
	"le titre est vide : la page n’est pas créée",
	"the title is empty: the page is not made",
	"donnez des mots, entre guillemets : sommaire new fiche \"Animer des ambassadeurs\"",
	"give words, between quotes: sommaire new fiche \"Leading ambassadors\"")
MESSAGE(NEW_BAD_TITLE, "nouvelle-page", ERROR,
	"le titre tient sur une ligne, sans tabulation ni signe de commande : la page n’est pas créée",
	"a title is one line, without a tab or a control character: the page is not made",
	"retapez le titre au clavier",
	"type the title again")
MESSAGE(NEW_BAD_TYPE, "nouvelle-page", ERROR,
	"le type de page « {1} » est inconnu",
	"the type of page “{1}” is unknown",
	"vouliez-vous dire « {2} » ?|les types sont : {3}",
	"did you mean “{2}”?|the types are: {3}")
MESSAGE(NEW_NO_MODEL, "nouvelle-page", ERROR,
	"aucun modèle n’a été trouvé pour le type « {1} » : la page n’est pas créée",
	"no model was found for the type “{1}”: the page is not made",
	"écrivez-en un dans « {2} », ou installez de nouveau le programme avec ses thèmes",
	"write one in “{2}”, or install the program again with its themes")
EXPLAIN("nouvelle-page",
	"« sommaire new fiche \"Titre\" » crée une page d’après un modèle et l’ajoute à la table des matières. Le type est un de ceux du cours, le titre une ligne de texte qui n’est pas vide. Rien n’est créé sinon.",
	"“sommaire new fiche \"Title\"” makes a page after a model and adds it to the table of contents. The type is one of the course’s, the title a line of text that is not empty. Nothing is made otherwise.")
