/* What is known of a language by its tag, and the words that the theme `cours` has. */

#include "french/locale.h"

#include "../tap.h"
#include "../words.h"

/* clang-format off */
static const struct { const char *tag, *code, *direction; enum language messages; bool is_set; } cases[] = {
	{"fr",             "fr",  "ltr", LANGUAGE_FR, true},
	{"fr-CA",          "fr",  "ltr", LANGUAGE_FR, true},
	{"FR",             "fr",  "ltr", LANGUAGE_FR, true},
	{"fra",            "fr",  "ltr", LANGUAGE_FR, true},
	{"frr",            "frr", "ltr", LANGUAGE_EN, false}, /* North Frisian */
	{"en",             "en",  "ltr", LANGUAGE_EN, false},
	{"EN-gb",          "en",  "ltr", LANGUAGE_EN, false},
	{"eng",            "en",  "ltr", LANGUAGE_EN, false},
	{"enm",            "enm", "ltr", LANGUAGE_EN, false}, /* Middle English */
	{"es",             "es",  "ltr", LANGUAGE_EN, false},
	{"PT-BR",          "pt",  "ltr", LANGUAGE_EN, false},
	{"ar",             "ar",  "rtl", LANGUAGE_EN, false},
	{"HE-IL",          "he",  "rtl", LANGUAGE_EN, false},
	{"fa-AF",          "fa",  "rtl", LANGUAGE_EN, false},
	{"az-Arab",        "az",  "rtl", LANGUAGE_EN, false},
	{"az-arab-IR",     "az",  "rtl", LANGUAGE_EN, false},
	{"ar-Latn",        "ar",  "ltr", LANGUAGE_EN, false},
	{"arn",            "arn", "ltr", LANGUAGE_EN, false}, /* Mapudungun */
	{"",               "",    "ltr", LANGUAGE_EN, false},
};
/* clang-format on */

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct locale *l = locale_of(cases[i].tag);
		is(locale_code(&a, cases[i].tag), cases[i].code, "code of %s",
		   cases[i].tag);
		is(locale_direction(cases[i].tag), cases[i].direction, "direction of %s",
		   cases[i].tag);
		ok(l->messages == cases[i].messages, "messages of %s", cases[i].tag);
		ok(!l->typography == !cases[i].is_set, "typography of %s", cases[i].tag);
		ok(l->inflection != NULL, "inflection of %s", cases[i].tag);
	}
	struct labels fr = {0}, en = {0};
	ok(words_read(&fr, &a, "fr") == 0, "the theme has all words in French");
	ok(words_read(&en, &a, "en") == 0, "and in English");
	arena_release(&a);
	return finish();
}
