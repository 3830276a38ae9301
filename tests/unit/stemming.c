#include "french/stemming.h"

#include "../tap.h"

/* Two words, folded, and whether they are forms of one. */
static const struct {
	const char *language, *a, *b;
	bool is_one;
} cases[] = {
	{"fr", "deploiement", "deploiements", true},
	{"fr", "chargee", "charges", true},
	{"fr", "relance", "relancer", true},
	{"fr", "demarchage", "demarcher", true},
	{"fr", "affichage", "afficher", true},
	{"fr", "village", "ville", false},
	{"fr", "message", "messe", false},
	{"fr", "partage", "part", false},
	{"fr", "ambassadrice", "ambassadeurs", true},
	{"fr", "directrices", "directeur", true},
	{"fr", "developpeuse", "developpeur", true},
	{"fr", "premiere", "premiers", true},
	{"fr", "regionaux", "regionale", true},
	{"fr", "a", "a", true},
	{"en", "deployments", "deployment", true},
	{"en", "village", "villages", true},
	{"xx", "forms", "form", false},
};

static bool is_same(const struct stemmer *s, const char *a, const char *b)
{
	char x[LONGEST_STEM + 1], y[LONGEST_STEM + 1];
	stemmer_stem(s, a, strlen(a), x);
	stemmer_stem(s, b, strlen(b), y);
	return strcmp(x, y) == 0;
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct stemmer s = stemmer_open(cases[i].language);
		ok(is_same(&s, cases[i].a, cases[i].b) == cases[i].is_one, "%s: %s, %s",
		   cases[i].language, cases[i].a, cases[i].b);
		stemmer_close(&s);
	}
	return finish();
}
