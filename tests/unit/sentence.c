#include "words/sentence.h"

#include "../tap.h"
#include "said.h"

/* clang-format off */
static const struct { const char *fmt, *count; enum language lang; const char *text; } counted[] = {
	{"{1} {1?page:pages}", "0", LANGUAGE_FR, "0 page"},
	{"{1} {1?page:pages}", "1", LANGUAGE_FR, "1 page"},
	{"{1} {1?page:pages}", "2", LANGUAGE_FR, "2 pages"},
	{"{1} {1?page:pages}", "10", LANGUAGE_FR, "10 pages"},
	{"{1} {1?page:pages}", "0", LANGUAGE_EN, "0 pages"},
	{"{1} {1?page:pages}", "1", LANGUAGE_EN, "1 page"},
	{"{1} {1?page:pages}", "11", LANGUAGE_EN, "11 pages"},
	{"{1?:de }{1}", "1", LANGUAGE_FR, "1"},
	{"{1?un fichier:{1} fichiers}", "1", LANGUAGE_FR, "{1?un fichier:1 fichiers}"}, /* marks do not nest */
	{"{1", "1", LANGUAGE_FR, "{1"},
	{"{} {0} {2} {a} {1?x} {{1}}", "1", LANGUAGE_FR, "{} {0} {2} {a} {1?x} {1}"},
	{"{% hint %}", "1", LANGUAGE_FR, "{% hint %}"},
};
/* clang-format on */

static void test_counts(struct arena *a)
{
	for (size_t i = 0; i < COUNT(counted); i++) {
		struct filling with = {&counted[i].count, 1, counted[i].lang};
		is(message_fill(a, counted[i].fmt, &with), counted[i].text,
		   "row %zu: %s with %s", i, counted[i].fmt, counted[i].count);
	}
	const char *none = NULL;
	ok(!message_fill(a, "{1?a:b}", &(struct filling){&none, 1, LANGUAGE_FR}),
	   "nothing is said without the count");
}

/* Every row reads well, and in both languages. Comments of files keep the spaces that
 * they had: known faults are known by theirs. */
static void test_table(struct arena *a)
{
	is(sentence_text(SAY_NOTHING, LANGUAGE_FR), "", "nothing");
	for (int s = SAY_NOTHING + 1; s < N_SENTENCES; s++) {
		const char *fr = sentence_text((enum sentence)s, LANGUAGE_FR);
		ok(*fr && *sentence_text((enum sentence)s, LANGUAGE_EN) &&
		           (*fr == '#' || is_typographic(a, fr)),
		   "%s", fr);
	}
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_counts(&a);
	test_table(&a);
	is(spelt(&a, sentence_fill(&a, SAY_DONE_SITE, LANGUAGE_FR, "1", "x", "1", "0",
	                           "2", NULL)),
	   "1 page dans x~: 1 fichier écrit, 0 inchangé, 2 retirés", "five arguments");
	arena_release(&a);
	return finish();
}
