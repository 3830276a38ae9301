#include "course/page_kinds.h"

/* clang-format off */
const struct page_kind page_kinds[N_PAGE_TYPES] = {
	[PAGE_PLAIN]         = {"page",          "page.html",          .folder = ""},
	[PAGE_SECTION]       = {"section",       "section.html",       .folder = "", .is_folder = true},
	[PAGE_CHAPTER]       = {"chapitre",      "chapitre.html",      .folder = "", .is_of_course = true},
	[PAGE_SHEET]         = {"fiche",         "fiche.html",         .folder = "fiches/", .is_of_course = true, .is_leaf = true},
	[PAGE_CASE]          = {"etude-de-cas",  "etude-de-cas.html",  .folder = "etudes-de-cas/", .is_of_course = true, .is_leaf = true},
	[PAGE_QUIZ]          = {"quiz",          "quiz.html",          .folder = "quiz/", .is_of_course = true, .is_leaf = true},
	[PAGE_GLOSSARY]      = {"glossaire",     "glossaire.html",     .folder = "", .is_of_course = true},
	[PAGE_MAP]           = {"plan",          "plan.html"},
	[PAGE_ACCESSIBILITY] = {"accessibilite", "accessibilite.html"},
	[PAGE_LEGAL]         = {"mentions",      "mentions.html"},
	[PAGE_PRIVACY]       = {"donnees",       "donnees.html"},
	[PAGE_SEARCH]        = {"recherche",     "recherche.html"},
	[PAGE_ONE_PAGE]      = {"une-page",      "une-page.html"},
};
/* clang-format on */

const char *page_type_word(size_t type)
{
	return type < N_WRITTEN_TYPES ? page_kinds[type].name : NULL;
}
