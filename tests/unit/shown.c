#include "words/shown.h"

#include "../tap.h"

/* clang-format off */
static const struct { const char *text, *shown; } texts[] = {
	{"", ""},
	{"Où cela mène-t-il ?", "Où cela mène-t-il ?"},
	{"a\tb\r\nc\x7f" "d", "a b  c d"},
	{"\x1b[31m\xc2\x9b" "31m", " [31m 31m"},
	{"\xc2\x85\xc2\x9f\xc2\xa0", "  \xc2\xa0"},
	{"facture\xe2\x80\xaegnp.exe", "facture<U+202E>gnp.exe"},
	{"\xe2\x81\xa6" "a\xe2\x81\xa9", "<U+2066>a<U+2069>"},
	{"a\xe2\x80\x8b" "b\xe2\x81\xa0" "c\xef\xbb\xbf", "a<U+200B>b<U+2060>c<U+FEFF>"},
	{"a\xe2\x80\xa8" "b\xe2\x80\xa9" "c", "a<U+2028>b<U+2029>c"},
	{"a\xf3\xa0\x81\xa1", "a<U+E0061>"},
	{"a\xe2\x80\x8d" "b", "a<U+200D>b"},
	{"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8c\xbe", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8c\xbe"}, /* one emoji */
	{"co\xc2\xadop", "co\xc2\xadop"}, /* a soft hyphen */
	{"n\xff.md", "n\xef\xbf\xbd.md"},
	{"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	{"x ##[add-mask]y", "x ##\\[add-mask]y"},
	{"####[group]", "####\\[group]"},
	{"##vso[task.x]##teamcity[y]", "##vso\\[task.x]##teamcity\\[y]"},
	{"## [un](a.md) ##vso #[", "## [un](a.md) ##vso #["},
	{"::error::x", "::error::x"},
};

/* A line of a log. */
static const struct { const char *text, *shown; } lines[] = {
	{"::add-mask::a", "| ::add-mask::a"},
	{" \t\xc2\xa0\xe2\x80\x83\x1b::stop", "|   \xc2\xa0\xe2\x80\x83 ::stop"},
	{"a ::add-mask::b", "a ::add-mask::b"},
	{":a:: b", ":a:: b"},
	{":", ":"},
	{"", ""},
	{"\xe2\x80\x8b::x", "<U+200B>::x"},
	{"##[x]", "##\\[x]"},
};
/* clang-format on */

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	for (size_t i = 0; i < COUNT(texts); i++) {
		char *shown = shown_text(&a, texts[i].text);
		is(shown, texts[i].shown, "text %zu", i);
		is(shown_text(&a, shown), shown, "text %zu once more", i);
	}
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct buf b = buf_new(&a), again = buf_new(&a);
		shown_add_line(&b, lines[i].text, strlen(lines[i].text));
		is(buf_text(&b), lines[i].shown, "line %zu", i);
		shown_add_line(&again, buf_text(&b), b.len);
		is(buf_text(&again), lines[i].shown, "line %zu once more", i);
	}
	arena_release(&a);
	return finish();
}
