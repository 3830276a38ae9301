#include "french/typography.h"

#include "../tap.h"
#include "base/text.h"

/*
 * In these rows ~ is a no-break space and ^ a narrow one; | stands between
 * two runs, and a run in backquotes is opaque. A second application must
 * change nothing.
 */

/* clang-format off */
static const struct { const char *text, *expected; } cases[] = {
	/* nothing to do */
	{"", ""},
	{"Bonjour le monde", "Bonjour le monde"},
	{"Une phrase. Une autre, plus longue.", "Une phrase. Une autre, plus longue."},
	{"« ~»", "«~»"},

	/* 1: high signs take a narrow space where one was typed */
	{"Quoi ?", "Quoi^?"},
	{"Quoi ? Oui !", "Quoi^? Oui^!"},
	{"un ; deux", "un^; deux"},
	{"Vraiment ?!", "Vraiment^?!"},
	{"Quoi?", "Quoi?"},
	{"Yahoo! et a?b", "Yahoo! et a?b"},
	{"a ?b", "a ?b"},
	{"Quoi   ?", "Quoi^?"},
	{"Quoi~?", "Quoi^?"},
	{"Quoi^?", "Quoi^?"},
	{"Quoi\t?", "Quoi^?"},
	{"été !", "été^!"},
	{"en 2024 !", "en 2024^!"},
	{"(oui) ; [non] !", "(oui)^; [non]^!"},
	{"à 10 % ; à 3 € !", "à 10~%^; à 3~€^!"},
	{"« oui » !", "«~oui~»^!"},
	{"“oui” ! \"non\" ?", "“oui”^! \"non\"^?"},
	{"peut-être… !", "peut-être…^!"},
	{"(pourquoi ?)", "(pourquoi^?)"},
	{"« pourquoi ? »", "«~pourquoi^?~»"},
	{"Quoi ?…", "Quoi^?…"},
	{"Bravo 🎉 !", "Bravo 🎉^!"},
	{"10 m² ; 20 m²", "10 m²^; 20 m²"},
	{"- ! - ?", "- ! - ?"},
	{"! ?", "! ?"},
	{" !", " !"},
	{"mot\n! suite", "mot\n! suite"},
	{"mot !\nsuite", "mot^!\nsuite"},
	{"— ! « ?", "— ! «~?"},
	{"Merci ;) et :) et :-) et :D", "Merci ;) et :) et :-) et :D"},

	/* 2: the colon takes a whole one */
	{"Attention : danger", "Attention~: danger"},
	{"Attention: danger", "Attention: danger"},
	{"Attention^: danger", "Attention~: danger"},
	{"à 12:30, :smile:, https://x.fr", "à 12:30, :smile:, https://x.fr"},
	{"un rapport de 3 :2 ou 3 :/", "un rapport de 3 :2 ou 3 :/"},
	{"Bon :smile:", "Bon :smile:"},
	{"C++ : un langage", "C++~: un langage"},
	{"etc. : la suite", "etc.~: la suite"},
	{"a :: b", "a :: b"},
	{"La fin :", "La fin~:"},
	{"« mot » : sens", "«~mot~»~: sens"},
	{"« : »", "«~:~»"},

	/* 3: guillemets, typed with spaces or not */
	{"« mot »", "«~mot~»"},
	{"«mot»", "«~mot~»"},
	{"«^mot^»", "«~mot~»"},
	{"«  mot  »", "«~mot~»"},
	{"«»", "«~»"},
	{"« « a » b »", "«~«~a~» b~»"},
	{"il dit «oui» et «non».", "il dit «~oui~» et «~non~»."},
	{"la fin «", "la fin «"},
	{"» le début", "» le début"},
	{"«\nmot\n»", "«\nmot\n»"},
	{"\"mot\"", "\"mot\""},

	/* 4: apostrophes between letters */
	{"l'eau", "l’eau"},
	{"aujourd'hui, l'été, d'œuvre, à l'Île", "aujourd’hui, l’été, d’œuvre, à l’Île"},
	{"d'1 heure, l'«eau»", "d’1 heure, l’«~eau~»"},
	{"les années '90, 'n', 5'10, rock 'n' roll", "les années '90, 'n', 5'10, rock 'n' roll"},
	{"'entre apostrophes'", "'entre apostrophes'"},
	{"l’eau", "l’eau"},
	{"l'", "l'"},
	{"qu' il", "qu' il"},

	/* 5: three dots */
	{"attends...", "attends…"},
	{"a, b... et c", "a, b… et c"},
	{"(...) [...]", "(…) […]"},
	{"non.... jamais..", "non.... jamais.."},
	{"../../a ./... main...feature 1...5", "../../a ./... main...feature 1...5"},
	{"mot... : suite", "mot…~: suite"},
	{"mot ?...", "mot^?…"},
	{"...", "…"},

	/* 6: numbers */
	{"10 % de 3 €", "10~% de 3~€"},
	{"5 k€, 2 M€, 20 °C", "5~k€, 2~M€, 20~°C"},
	{"3 h, 30 min, 5 j, 1 an, 2 ans", "3~h, 30~min, 5~j, 1~an, 2~ans"},
	{"4 km, 5 Mo, 6 Go, 7 ko, 16 px", "4~km, 5~Mo, 6~Go, 7~ko, 16~px"},
	{"12,5 % et 3.5 km", "12,5~% et 3.5~km"},
	{"10^%", "10~%"},
	{"10% et 3€", "10% et 3€"},
	{"3 histoires, 2 jours, 1 annexe, 4 kms", "3 histoires, 2 jours, 1 annexe, 4 kms"},
	{"en 2024 j'ai, en 2024 j’ai", "en 2024 j’ai, en 2024 j’ai"},
	{"A4 h, v2 j", "A4 h, v2 j"},
	{"3 h 30", "3~h 30"},
	{"10\n%", "10\n%"},
	{"10 000 agents", "10^000 agents"},
	{"10~000 agents", "10^000 agents"},
	{"1 234 567,89 €", "1^234^567,89~€"},
	{"de 1 000 à 2 000 €", "de 1^000 à 2^000~€"},
	{"01 23 45 67 89", "01 23 45 67 89"},
	{"+33 123 456 789", "+33 123 456 789"},
	{"0 800 123 456", "0 800 123 456"},
	{"en 2024 150 agents", "en 2024 150 agents"},
	{"123 456 789 00012", "123 456 789 00012"},
	{"0,123 456", "0,123 456"},
	{"10  000", "10  000"},
	{"10 000e", "10^000e"},

	/* 7: what stays with its number or name */
	{"n° 12, N° 3", "n°~12, N°~3"},
	{"p. 12, art. L. 123-4, fig. A", "p.~12, art.~L. 123-4, fig.~A"},
	{"l'art. 12 du code", "l’art.~12 du code"},
	{"une œuvre d'art. Il est tard", "une œuvre d’art. Il est tard"},
	{"un coup. 12 autres", "un coup. 12 autres"},
	{"M. Dupont, Mme Durand, Dr Émile", "M.~Dupont, Mme~Durand, Dr~Émile"},
	{"MM. Dupont et Mmes Durand", "MM.~Dupont et Mmes~Durand"},
	{"IBM. Ensuite", "IBM. Ensuite"},
	{"20° 12", "20° 12"},

	/* 8: never */
	{"1er, 2e, XXIe, 2ème, un - deux -- trois", "1er, 2e, XXIe, 2ème, un - deux -- trois"},
	{"charg\xc3\xa9\xc2\xb7" "e\xc2\xb7s", "charg\xc3\xa9\xc2\xb7" "e\xc2\xb7s"},

	/* runs */
	{"Attention| : danger", "Attention|~: danger"},
	{"Attention |: danger", "Attention~|: danger"},
	{"Attention | : danger", "Attention|~: danger"},
	{"a  |  |  ! b", "a||^! b"},
	{"l'|eau| d'|`code`", "l’|eau| d’|`code`"},
	{"l|'|eau", "l|’|eau"},
	{"`code`| : suite", "`code`|~: suite"},
	{"voir |`a ? b`| !", "voir |`a ? b`|^!"},
	{"«|mot|»", "«~|mot|~»"},
	{"«|`code`|»", "«~|`code`|~»"},
	{"« |mot| »", "«~|mot|~»"},
	{"10| |%", "10|~|%"},
	{"10|`x`|%", "10|`x`|%"},
	{"mot|\n|: suite", "mot|\n|: suite"},
	{"||a ?||", "||a^?||"},
	{"..|.", "|…"},
	{"`a`|`b`", "`a`|`b`"},
};
/* clang-format on */

/* Spells no-break spaces out, from the signs of the table to UTF-8 or back. */
static const char *spell(struct arena *a, const char *text, size_t len, bool is_back)
{
	static const char *const pairs[][2] = {{"~", NBSP}, {"^", NNBSP}};
	struct buf b = buf_new(a);
	for (size_t i = 0; i < len;) {
		size_t before = b.len;
		for (size_t k = 0; k < COUNT(pairs) && b.len == before; k++) {
			const char *from = pairs[k][is_back];
			if (strncmp(text + i, from, strlen(from)) != 0)
				continue;
			buf_add_string(&b, pairs[k][!is_back]);
			i += strlen(from);
		}
		if (b.len == before)
			buf_add_char(&b, text[i++]);
	}
	return buf_text(&b);
}

enum { MOST_RUNS = 8 };

static size_t split(struct arena *a, const char *text, struct text_run *runs)
{
	size_t n = 0;
	for (const char *at = text; n < MOST_RUNS; at++) {
		size_t len = strcspn(at, "|");
		runs[n] = (struct text_run){.text = spell(a, at, len, false),
		                            .is_opaque = *at == '`'};
		runs[n].len = strlen(runs[n].text);
		n++;
		at += len;
		if (!*at)
			break;
	}
	return n;
}

static const char *results(struct arena *a, const struct text_run *runs, size_t n)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_add_char(&b, '|');
		buf_add_string(&b, spell(a, runs[i].result, runs[i].result_len, true));
	}
	return buf_text(&b);
}

static bool keeps_untouched(const struct text_run *runs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(runs[i].result, runs[i].text) == 0 &&
		    runs[i].result != runs[i].text)
			return false;
	return true;
}

/* Words in any order; a generator of our own, so that every run sees the same. */
static const char *random_text(struct arena *a, uint32_t *seed)
{
	static const char *const words[] = {
		" ",  " ",   " ",  NBSP,  NNBSP, "\n", "«",    "»",  "'",
		"’",  ":",   ";",  "!",   "?",   ".",  "...",  "…",  "…",
		"a",  "é",   "œ",  "M.",  "Mme", "p.", "art.", "n°", "1",
		"23", "456", "10", "000", "%",   "€",  "j",    "h",  "ans",
		")",  "(",   "/",  "🎉",   "—",   ",",  "\"",   "L",  "x",
	};
	struct buf b = buf_new(a);
	for (int i = 0; i < 12; i++) {
		*seed = *seed * 1664525 + 1013904223;
		buf_add_string(&b, words[(*seed >> 8) % COUNT(words)]);
	}
	return buf_text(&b);
}

/* Cut into runs anywhere between characters, a text reads as it does whole; twice is
 * once. */
static bool holds(struct arena *a, const char *text, uint32_t seed)
{
	const char *whole = typography_text(typography_french, a, text),
		   *end = text + strlen(text);
	struct text_run runs[MOST_RUNS] = {0};
	size_t n = 0;
	for (const char *at = text; at < end; n++) {
		const char *start = at;
		seed = seed * 1664525 + 1013904223;
		for (unsigned i = 0;
		     at < end && (n == MOST_RUNS - 1 || i <= (seed >> 28)); i++)
			text_next(&at, end);
		runs[n] = (struct text_run){.text = start, .len = (size_t)(at - start)};
	}
	typography_french(a, runs, n);
	struct buf b = buf_new(a);
	for (size_t i = 0; i < n; i++)
		buf_add(&b, runs[i].result, runs[i].result_len);
	return strcmp(buf_text(&b), whole) == 0 &&
	       strcmp(typography_text(typography_french, a, whole), whole) == 0;
}

static void test_random_texts(struct arena *a)
{
	enum { TEXTS = 20000 };
	uint32_t seed = 1;
	int failures = 0;
	for (int i = 0; i < TEXTS; i++) {
		const char *text = random_text(a, &seed);
		if (!holds(a, text, seed) && failures++ < 5)
			diag("%s", text);
		arena_reset(a);
	}
	ok(failures == 0, "texts cut anywhere read as whole, and twice is once");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct text_run runs[MOST_RUNS];
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t n = split(&a, cases[i].text, runs);
		typography_french(&a, runs, n);
		const char *got = results(&a, runs, n);
		is(got, cases[i].expected, "%s", cases[i].text);
		bool kept = keeps_untouched(runs, n);
		n = split(&a, got, runs);
		typography_french(&a, runs, n);
		const char *again = results(&a, runs, n);
		if (!kept || strcmp(again, got) != 0)
			ok(false, "untouched runs are not copied, twice is once: %s",
			   again);
		arena_reset(&a);
	}
	test_random_texts(&a);
	is(typography_text(typography_french, &a, "L'eau !"), "L’eau" NNBSP "!",
	   "one string");
	arena_release(&a);
	return finish();
}
