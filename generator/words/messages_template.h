/* What is said of themes: templates, layouts, labels.
 * Rows of words/messages.h. */

/* clang-format off */

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

/* words of themes */
SENTENCE(OF_ENGLISH, "de l’anglais", "of English")
SENTENCE(OF_FRENCH, "du français", "of French")
MESSAGE(LANGUAGE_WITHOUT_WORDS, "mots-du-theme", WARNING,
	"le thème n’a pas de mots pour la langue « {1} » : ceux {2} sont affichés",
	"the theme has no words for the language “{1}”: those {3} are shown",
	"ajoutez au thème un fichier labels.{1}.yml, ou choisissez dans site.yml une langue qu’il connaît",
	"add a file labels.{1}.yml to the theme, or choose a language in site.yml that it knows")
MESSAGE(GUESSED_WITHOUT_WORDS, "mots-du-theme", NOTE,
	"le thème n’a pas de mots pour la langue « {1} » : ceux {2} sont affichés",
	"the theme has no words for the language “{1}”: those {3} are shown",
	"ajoutez au thème un fichier labels.{1}.yml, ou choisissez dans site.yml une langue qu’il connaît",
	"add a file labels.{1}.yml to the theme, or choose a language in site.yml that it knows")
MESSAGE(WORDS_MISSING, "mots-du-theme", WARNING,
	"des mots manquent au thème pour la langue « {1} » : {2}",
	"the theme lacks words for the language “{1}”: {2}",
	"écrivez-les sous « words », comme dans labels.fr.yml du thème livré",
	"write them below `words`, as labels.en.yml of the theme that comes with the program does")
EXPLAIN("mots-du-theme",
	"Les mots que les lecteurs voient hors des textes (« À noter », « Page suivante »…) sont dans le thème, un fichier par langue : labels.fr.yml. Il n’en a pas pour la langue du site (« language » de site.yml), ou il en manque : ceux de l’anglais sont affichés, ou à défaut ceux du français. Une page d’une autre langue (« lang » de son en-tête) garde les mots du site quand le thème n’a pas ceux de sa langue.",
	"The words that readers see around texts (“Note”, “Next page” …) are in the theme, one file a language: labels.en.yml. It has none for the language of the site (`language` of site.yml), or some are missing: those of English are shown, or else those of French. A page in another language (`lang` of its front matter) keeps the words of the site where the theme has none of its language.")
