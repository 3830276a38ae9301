#include "settle/destinations.h"

#include "markup/markdown.h"

#include "../tap.h"
#include "said.h"

/*
 * Each destination as its kind, its bytes in the text, and in brackets what
 * they say there; behind them the number of links that were found nowhere.
 */

/* clang-format off */
static const char *const kinds[N_DESTINATION_KINDS] = {
	"link", "image", "definition", "autolink", "tag", "include", "html"};

static const struct { const char *src, *found; } cases[] = {
	{"", ""},
	{"a [b](c.md) d", "link 6-10 [c.md]"},
	{"[a](<b c.md> \"d\")", "link 5-11 [b c.md]"},
	{"[a](b\\(c.md 'd')", "link 4-11 [b\\(c.md]"},
	{"[a](b(c).md)", "link 4-11 [b(c).md]"},
	{"[a](b&amp;c.md)", "link 4-14 [b&amp;c.md]"},
	{"[a\nb](\n c.md\n)", "link 8-12 [c.md]"},
	{"> [a](\n> b.md)", "link 9-13 [b.md]"},
	{"![a](b.png)[c](d.md)", "image 5-10 [b.png], link 15-19 [d.md]"},
	{"[![a](b.png)](c.md)", "image 6-11 [b.png], link 14-18 [c.md]"},
	{"[a [b](c.md)](d.md)", "link 7-11 [c.md]"},
	{"[]()", ""},
	{"[a]()", ""},

	/* what looks alike */
	{"`[a](b.md)` [a](b.md)", "link 16-20 [b.md]"},
	{"\\[a](b.md) [a](b.md)", "link 15-19 [b.md]"},
	{"a](b.md) [a](b.md)", "link 13-17 [b.md]"},
	{"a <!-- [a](b.md) --> [a](b.md)", "link 25-29 [b.md]"},
	{"<b title=\"[a](b.md)\">[a](b.md)</b>", "link 25-29 [b.md]"},
	{"$$[a](b.md)$$ [a](b.md)", "link 18-22 [b.md]"},
	{"![a](b.md) [a](b.md)", "image 5-9 [b.md], link 15-19 [b.md]"},
	{"    [a](b.md)\n\n[a](b.md)", "link 19-23 [b.md]"},

	/* definitions, once */
	{"[a][b] [b] [B][]\n\n[b]: c.md 'd'\n", "definition 23-27 [c.md]"},
	{"[b]\n\n[b]:\n  <c d.md>\n[e]: f.md\n", "definition 13-19 [c d.md]"},
	{"```\n[b]: c.md\n```\n\n[b]\n\n[b]: c.md\n", "definition 29-33 [c.md]"},
	{"> [b]\n>\n> [b]: c.md\n", "definition 15-19 [c.md]"},
	{"a[^1]\n\n[^1]: [b](c.md)\n", "link 17-21 [c.md]"},

	/* addresses alone */
	{"<https://a.fr/?b=c&amp;d>", "autolink 1-24 [https://a.fr/?b=c&amp;d]"},
	{"a https://a.fr/b. www.a.fr m@a.fr <m@a.fr>",
		"autolink 2-16 [https://a.fr/b], autolink 18-26 [www.a.fr], autolink 27-33 [m@a.fr], autolink 35-41 [m@a.fr]"},
	{"https://a.fr/b\\_c&#x20; « www.a.fr/&amp;d »",
		"autolink 0-17 [https://a.fr/b\\_c], autolink 27-42 [www.a.fr/&amp;d]"},
	{"a\\_b@a.fr, \\[https://a.fr/b\\]", "autolink 0-9 [a\\_b@a.fr], autolink 13-27 [https://a.fr/b]"},
	{"[https://a.fr](https://a.fr)", "link 15-27 [https://a.fr]"},
	{"[m@a.fr](mailto:m@a.fr)", "link 9-22 [mailto:m@a.fr]"},

	/* tables */
	{"| a | b |\n|---|---|\n| ` | [c](d.md) ` |\n", "link 30-34 [d.md]"},
	{"| a |\n|---|\n| b \\| [c](d.md) |\n| [c](d.md) |\n", "link 23-27 [d.md], link 37-41 [d.md]"},

	/* tags */
	{"{% content-ref url=\"a.md\" %}\n[a.md](a.md)\n{% endcontent-ref %}\n", "tag 20-24 [a.md], link 36-40 [a.md]"},
	{"{% include \"a.md\" %}\n", "include 12-16 [a.md]"},
	{"{% embed\n  url='https://a.fr'\n%}\n", "tag 16-28 [https://a.fr]"},
	{"{% file src=\"a\\_b.pdf\" caption=\"c\" %}\n", "tag 13-21 [a\\_b.pdf]"},
	{"a {% file src=\"b.pdf\" %} c [d](e.md)\n", "tag 15-20 [b.pdf], link 31-35 [e.md]"},
	{"# A {% file src=\"b.pdf\" %}\n", "tag 17-22 [b.pdf]"},

	/* raw HTML */
	{"<a href=\"a.md?b&amp;c\">d</a>", "html 9-21 [a.md?b&amp;c]"},
	{"a <a href='b.md'>c</a> <a href=b.md>c</a>", "html 11-15 [b.md], html 31-35 [b.md]"},
	{"<img\nsrc=a.png>", "html 9-14 [a.png]"},
	{"<picture><source srcset=\"a.png 2x\"><img src=\"b.png\"></picture>", "html 25-30 [a.png], html 45-50 [b.png]"},
	{"# A <a href=\"#a\" id=\"a\"></a>", ""},
	{"<iframe src=\"https://a.fr\"></iframe>", "html 13-25 [https://a.fr]"},
	{"<div data-gb-custom-block data-tag=\"content-ref\" data-url=\"a.md\"></div>", "html 59-63 [a.md]"},
	{"<table data-view=\"cards\"><thead><tr><th></th><th data-hidden data-card-target></th></tr></thead>"
		"<tbody><tr><td>a</td><td><a href=\"b.md\">b</a></td></tr></tbody></table>", "html 130-134 [b.md]"},
};
/* clang-format on */

static void test_case(size_t i)
{
	struct arena a = ARENA_PRIVATE;
	struct diag d = {.arena = &a};
	const char *src = cases[i].src;
	struct document doc = {.arena = &a,
	                       .path = "",
	                       .text = src,
	                       .len = strlen(src),
	                       .first_line = 1,
	                       .mode = MARKDOWN_COURSE,
	                       .diag = &d,
	                       .keeps_elements = true};
	markdown_parse(&doc);
	struct destinations found = destinations_find(&doc);
	struct buf b = buf_new(&a);
	for (size_t k = 0; k < found.n; k++) {
		const struct written *w = &found.items[k];
		buf_add_format(&b, "%s%s %zu-%zu [%.*s]", k ? ", " : "", kinds[w->kind],
		               w->start, w->end, (int)(w->end - w->start),
		               src + w->start);
	}
	if (found.n_missed)
		buf_add_format(&b, " missed %zu", found.n_missed);
	is(buf_text(&b), cases[i].found, "%s", src);
	arena_release(&a);
}

int main(void)
{
	for (size_t i = 0; i < COUNT(cases); i++)
		test_case(i);
	return finish();
}
