/* Forms of one word have one key; other words have another. */

#include "../tap.h"

#include "base/mem.h"
#include "french/inflection.h"

/* clang-format off */
static const struct { const char *a, *b; bool same; } cases[] = {
	{"contact",        "contacts",           true},
	{"Contact",        "contact",            true},
	{"canal",          "canaux",             true},
	{"tableau",        "tableaux",           true},
	{"noyau",          "noyaux",             true},
	{"lieu",           "lieux",              true},
	{"choix",          "choix",              true},
	{"chargé",         "chargée",            true},
	{"chargé",         "chargées",           true},
	{"déconcentré",    "déconcentrés",       true},
	{"intrapreneur",   "intrapreneuse",      true},
	{"intrapreneur",   "intrapreneuses",     true},
	{"intrapreneur",   "intrapreneures",     true},
	{"utilisateur",    "utilisatrices",      true},
	{"testeur",        "testeuses",          true},
	{"public",         "publique",           true},
	{"départemental",  "départementales",    true},
	{"départemental",  "départementaux",     true},
	{"institutionnel", "institutionnelle",   true},
	{"intervenant",    "intervenantes",      true},
	{"administratif",  "administratives",    true},
	{"ÉTAT",           "état",               true},
	{"ŒUVRE",          "œuvres",             true},
	{"technique",      "techniques",         true},
	{"cas",            "cas",                true},
	{"port",           "porte",              false},
	{"vent",           "vente",              false},
	{"plan",           "plante",             false},
	{"peu",            "peur",               false},
	{"cote",           "côte",               false},
	{"marche",         "marché",             false},
	{"bas",            "bal",                false},
	{"état",           "étal",               false},
	{"pas",            "pa",                 false},
};
/* clang-format on */

int main(void)
{
	char a[INFLECTION_LONGEST], b[INFLECTION_LONGEST], longer[INFLECTION_LONGEST + 1];
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t n = inflection_key(cases[i].a, strlen(cases[i].a), a);
		size_t m = inflection_key(cases[i].b, strlen(cases[i].b), b);
		bool same = n > 0 && n == m && memcmp(a, b, n) == 0;
		ok(same == cases[i].same, "%s and %s: %s", cases[i].a, cases[i].b,
		   cases[i].same ? "one word" : "two words");
	}
	memset(longer, 'a', sizeof longer);
	ok(inflection_key(longer, sizeof longer, a) == 0, "too long a word has no key");
	ok(inflection_key(longer, INFLECTION_LONGEST, a) == INFLECTION_LONGEST,
	   "the longest has one");
	return finish();
}
