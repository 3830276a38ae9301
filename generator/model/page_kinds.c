#include "model/page_kinds.h"

/* clang-format off */
const struct page_kind page_kinds[N_PAGE_TYPES] = {
	[PAGE_PLAIN]         = {"page",          "page.html",          "", false},
	[PAGE_SECTION]       = {"section",       "section.html",       "", true},
	[PAGE_CHAPTER]       = {"chapitre",      "chapitre.html",      "", false},
	[PAGE_SHEET]         = {"fiche",         "fiche.html",         "fiches/", false},
	[PAGE_CASE]          = {"etude-de-cas",  "etude-de-cas.html",  "etudes-de-cas/", false},
	[PAGE_QUIZ]          = {"quiz",          "quiz.html",          "quiz/", false},
	[PAGE_GLOSSARY]      = {"glossaire",     "glossaire.html",     "", false},
	[PAGE_MAP]           = {"plan",          "plan.html",          NULL, false},
	[PAGE_ACCESSIBILITY] = {"accessibilite", "accessibilite.html", NULL, false},
	[PAGE_LEGAL]         = {"mentions",      "mentions.html",      NULL, false},
	[PAGE_PRIVACY]       = {"donnees",       "donnees.html",       NULL, false},
};
/* clang-format on */

const char *page_type_word(size_t type)
{
	return type < N_WRITTEN_TYPES ? page_kinds[type].name : NULL;
}
