/* Phrases found in text: what is found, and where. */

#include "../tap.h"

#include "french/phrases.h"

static const char *const known[] = {
	"Canal d’acquisition",
	"DDT",
	"Direction départementale des territoires",
	"Mot-clé",
	"Préfet",
	"Échappée",
	"Bêta fermée",
	"Bêta",
	"beta.gouv.fr",
	"Intrapreneur",
	"OpenLab",
	"Service déconcentré",
	"Startup d’État",
	"A",
};

/* clang-format off */
static const struct { const char *text, *found; } cases[] = {
	{"Un canal d’acquisition.",              "canal d’acquisition"},
	{"Deux canaux d'acquisition.",           "canaux d'acquisition"},
	{"Un canal\nd’acquisition",              "canal\nd’acquisition"},
	{"Un canal, d’acquisition",              NULL},
	{"Un canal",                             NULL},
	{"La DDT répond",                        "DDT"},
	{"les DDTs",                             "DDTs"},
	{"la ddt",                               NULL},
	{"les directions départementales des territoires", "directions départementales des territoires"},
	{"mots-clés",                            "mots-clés"},
	{"un mot clé",                           "mot clé"},
	{"Mots clés",                           "Mots clés"},
	{"le préfet",                            "préfet"},
	{"la préfète",                           NULL},
	{"le sous-préfet",                       NULL},
	{"préfet-maritime",                      NULL},
	{"Le préfet - quel qu’il soit",          "préfet"},
	{"une ÉCHAPPÉE",                         "ÉCHAPPÉE"},
	{"une échappée",                         "échappée"},
	{"l’échappée",                           "échappée"},
	{"les échappées belles",                 "échappées"},
	{"une bêta fermée",                      "bêta fermée"},
	{"des bêtas fermées",                    "bêtas fermées"},
	{"une bêta ouverte",                     "bêta"},
	{"bêtatest",                             NULL},
	{"chez beta.gouv.fr, on",                "beta.gouv.fr"},
	{"contact@beta.gouv.fr",                 NULL},
	{"www.beta.gouv.fr",                     NULL},
	{"beta.gouv.fr.example",                 NULL},
	{"une intrapreneuse",                    "intrapreneuse"},
	{"prix/préfet",                          NULL},
	{"préfet/maire",                         "préfet"},
	{"préfet.",                              "préfet"},
	{"services  déconcentrés",               "services  déconcentrés"},
	{"services\xc2\xa0""déconcentrés",       "services\xc2\xa0""déconcentrés"},
	{"des startups d’État",                  "startups d’État"},
	{"a",                                    NULL},
	{"",                                     NULL},
	{"sixième openlab",                      "openlab"},
};
/* clang-format on */

static const char *find(struct arena *a, const struct phrases *p, const char *text)
{
	struct phrase_match m;
	if (!phrases_find(p, text, strlen(text), 0, &m))
		return NULL;
	return arena_copy(a, text + m.start, m.len);
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct phrases *p = phrases_new(&a, inflection_key);
	struct phrase_match m;
	for (size_t i = 0; i < COUNT(known); i++)
		ok(phrases_add(p, known[i], i) == i, "%s is made known", known[i]);
	ok(phrases_add(p, "canaux d’acquisition", 99) == 0, "a form of it is known");
	ok(phrases_add(p, "ddt", 98) == 98, "small letters are another word");
	p = phrases_new(&a, inflection_key);
	for (size_t i = 0; i < COUNT(known); i++)
		phrases_add(p, known[i], i);
	for (size_t i = 0; i < COUNT(cases); i++)
		is(find(&a, p, cases[i].text), cases[i].found, "in: %s", cases[i].text);
	const char *text = "le préfet et la DDT";
	ok(phrases_find(p, text, strlen(text), 0, &m) && m.number == 4 &&
	           phrases_find(p, text, strlen(text), m.start + m.len, &m) &&
	           m.number == 1 &&
	           !phrases_find(p, text, strlen(text), m.start + m.len, &m),
	   "one after the other");
	ok(phrases_add(p, "  ", 7) == 7 && phrases_add(p, "", 7) == 7,
	   "what has no word is never found");
	arena_release(&a);
	return finish();
}
