#include "data/emoji.h"

#include "../tap.h"

#include "base/mem.h"

/* clang-format off */
static const struct { const char *text, *shown; } cases[] = {
	{"", ""},
	{"Partir :rocket:", "Partir 🚀"},
	{":+1::-1:", "👍👎"},
	{":100: et :1st_place_medal:", "💯 et 🥇"},
	{"a:warning:b", "a⚠️b"},
	{":star::star::a:", "⭐⭐🅰️"},
	{":fr: :de::it:, (:x:)", "🇫🇷 🇩🇪🇮🇹, (❌)"},
	{":couplekiss_man_woman::man_playing_handball:", "👩‍❤️‍💋‍👨🤾‍♂️"},
	{":tools:", "🛠️"}, /* GitBook's own */
	{":south_georgia_south_sandwich_islands:", "🇬🇸"},
	/* what is none stays */
	{":rougir:", ":rougir:"},
	{":rouge :rocket:", ":rouge 🚀"},
	{"12:30:45 ratio 3:4", "12:30:45 ratio 3:4"},
	{"fr:de:it", "fr:de:it"},
	{"1:100:000, 2:1234:B", "1:100:000, 2:1234:B"},
	{"fr:de: :fr:de", "fr🇩🇪 🇫🇷de"},
	{"::", "::"},
	{":", ":"},
	{"fin :rocket", "fin :rocket"},
	{":Rocket:", ":Rocket:"},
	{":roc:", ":roc:"},
	{":rocketship:", ":rocketship:"},
	{"http://a.fr:80:", "http://a.fr:80:"},
	{":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:", ":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:"},
};

/* Tables that nobody would write, and what "b" is in them. */
static const struct { const char *table, *shown; } tables[] = {
	{"", NULL},
	{"\n", NULL},
	{"b\t1", "1"},
	{"a\t0\nb\t1", "1"},
	{"b\t1\nc\t2\n", "1"},
	{"# a\n#\n# z\nb\t1\nbb\t2\n", "1"},
	{"b", ""},
	{"b\n", ""},
	{"ab\t0\nba\t1\n", NULL},
	{"a\t0\n\n", NULL},
};
/* clang-format on */

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){text, strlen(text)};
}

/* Every name is found where it stands: the lines are in order. */
static void test_each(const struct bytes *table)
{
	size_t n = 0, n_found = 0;
	for (const char *at = table->data; *at; at += strcspn(at, "\n") + 1) {
		struct bytes name = {at, strcspn(at, "\t\n")};
		if (*at == '#')
			continue;
		n++;
		n_found += emoji_find(table, name).data == at + name.len + 1;
	}
	ok(n == 1914, "%zu names, those of the package and one", n);
	ok(n_found == n, "%zu of them are found", n_found);
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct bytes table = {0}, unread = {0};
	file_read(&a, "themes/emoji.tsv", 1 << 20, &table);
	plan(COUNT(cases) + COUNT(tables) + 4);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct bytes shown = emoji_replace(&a, &table, bytes_of(cases[i].text));
		is(arena_copy(&a, shown.data, shown.len), cases[i].shown, "%s",
		   cases[i].text);
	}
	for (size_t i = 0; i < COUNT(tables); i++) {
		struct bytes t = bytes_of(tables[i].table);
		struct bytes shown = emoji_find(&t, bytes_of("b"));
		is(shown.data ? arena_copy(&a, shown.data, shown.len) : NULL,
		   tables[i].shown, "b in a table: %s", tables[i].table);
	}
	test_each(&table);
	is(emoji_find(&unread, bytes_of("x")).data, NULL, "in one that cannot be read");
	is(emoji_replace(&a, NULL, bytes_of(":x:")).data, ":x:", "without a table");
	arena_release(&a);
	return finish();
}
