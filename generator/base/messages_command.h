/* What is said of the command line: its mistakes, help, and what a command did.
 * Rows of base/messages.h. */

/* clang-format off */

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
	"Dans le rapport (sommaire check --format markdown) : pages cachées, {1} ; titres différents, fichiers inutilisés et autres remarques, {2}",
	"In the report (sommaire check --format markdown): hidden pages, {1}; different titles, unused files and other remarks, {2}")
