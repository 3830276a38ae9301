#include "markup/rawhtml.h"

#include "../tap.h"
#include "said.h"

#define BYTES(literal) literal, sizeof literal - 1

#define CURLY "cette valeur n’est pas entre guillemets droits [html-inconnu]"
#define EMBEDDING(name)                                                                  \
	"<" name "> n’est pas admis~: une vidéo ou une page d’un autre site ne "    \
	"s’affiche pas ici [html-inconnu]"
#define EMBEDDED(name)                                                                   \
	"<" name "> n’est pas admis~: il est affiché comme un lien [html-inconnu]"
#define UNKNOWN(name)                                                                    \
	"<" name                                                                         \
	"> n’est pas un élément admis~: il est affiché comme du texte [html-inconnu]"
#define SCRIPT(name)                                                                     \
	"l’attribut «~" name                                                             \
	"~» pourrait exécuter un programme~: il est retiré [html-inconnu]"
#define DROPPED(name, of)                                                                \
	"l’attribut «~" name "~» de <" of "> n’est pas repris [html-inconnu]"
#define UNSAFE(url)                                                                      \
	"l’adresse «~" url "~» n’est pas admise~: le lien est retiré [lien-dangereux]"

/* clang-format off */

/* Tokens are told as <open a=value>, </close> and text in brackets; the source starts at 2:3. */
static const struct { const char *src, *told, *said; } cases[] = {
	{"", "", ""},
	{"abc", "[abc]", ""},
	{"<p>a</p>", "<p>[a]</p>", ""},
	{"<P>a</P>", "<p>[a]</p>", ""},
	{"<br>", "<br>", ""},
	{"<br/>", "<br>", ""},
	{"<br />", "<br>", ""},
	{"</p >", "</p>", ""},
	{"a<b>c</b>d", "[a]<b>[c]</b>[d]", ""},
	{"<table><tr><td>a</td></tr></table>", "<table><tr><td>[a]</td></tr></table>", ""},
	{"<details open>\n<summary>T</summary>\n", "<details open>[\n]<summary>[T]</summary>[\n]", ""},
	{"<p\nlang='fr'\n>a", "<p lang=fr>[a]", ""},

	/* comments and their like vanish */
	{"<!-- a -->", "", ""},
	{"a<!-- <b> -- x -->c", "[a][c]", ""},
	{"<!---->a", "[a]", ""},
	{"a<!-- never closed <b>", "[a]",
		"2:4: ce commentaire n’est pas fermé~: ce qui suit n’est pas affiché [commentaire-ouvert]"},
	{"<!DOCTYPE html>a", "[a]", ""},
	{"<?php echo '>' ?>a", "[a]", ""},
	{"<![CDATA[<b>]]>a", "[a]", ""},

	/* what is no tag is text */
	{"a < b > c", "[a < b > c]", ""},
	{"<", "[<]", ""},
	{"<>", "[<>]", ""},
	{"</>", "[</>]", ""},
	{"</ p>", "[</ p>]", ""},
	{"<3 toi", "[<3 toi]", ""},
	{"<p", "[<p]", ""},
	{"<p class=\"a", "[<p class=\"a]", ""},
	{"<a <b>c", "[<a ]<b>[c]", ""},

	/* elements that the table does not know */
	{"<mon-application>", "[<mon-application>]", "2:3: " UNKNOWN("mon-application")},
	{"été <générer un mot>", "[été ][<générer un mot>]", "2:7: " UNKNOWN("générer")},
	{"<script>alert(1)</script>", "[<script>alert(1)][</script>]", "2:3: " UNKNOWN("script")},
	{"<style>a{}</style>", "[<style>a{}][</style>]", "2:3: " UNKNOWN("style")},
	{"<iframe src=\"https://a.fr\" title=b width=\"5\" onload=c allowfullscreen></iframe>", "<iframe src=https://a.fr title=b></iframe>", "2:3: " EMBEDDED("iframe")},
	{"<video controls src='//a.fr/b.mp4'>", "<video src=https://a.fr/b.mp4>", "2:3: " EMBEDDED("video")},
	{"<iframe src=\"javascript:a\">b</iframe>", "[<iframe src=\"javascript:a\">b]</iframe>", "2:3: " EMBEDDING("iframe")},
	{"<iframe>", "[<iframe>]", "2:3: " EMBEDDING("iframe")},
	{"<video src=b.mp4>", "[<video src=b.mp4>]", "2:3: " EMBEDDING("video")},
	{"<svg onload=alert(1)>", "[<svg onload=alert(1)>]", "2:3: " UNKNOWN("svg")},
	{"<object><embed><form><input>", "[<object>][<embed>][<form>][<input>]",
		"2:3: " EMBEDDING("object") "\n2:11: " EMBEDDING("embed") "\n2:18: " UNKNOWN("form") "\n2:24: " UNKNOWN("input")},
	{"<img src=“a.png” alt=« un mot >", "<img src=a.png alt= un mot >",
		"2:12: " CURLY "\n2:24: " CURLY},
	{"<bl>", "[<bl>]", "2:3: " UNKNOWN("bl")},
	{"<blockquotes>", "[<blockquotes>]", "2:3: " UNKNOWN("blockquotes")},
	{"a\nb <x>\n<y>", "[a\nb ][<x>\n][<y>]", "3:3: " UNKNOWN("x") "\n4:1: " UNKNOWN("y")},
	{"<x>&amp;</x>", "[<x>&][</x>]", "2:3: " UNKNOWN("x")},

	/* attributes: kept */
	{"<a href=\"b.md\" title='T' id=x>", "<a href=b.md title=T id=x>", ""},
	{"<a HREF=\"b.md\">", "<a href=b.md>", ""},
	{"<a name=\"x\">", "<a id=x>", ""},
	{"<a name=y href=\"b.md\" id=x>", "<a id=x href=b.md>", ""},
	{"<a id=\" un  mot\n\">", "<a id=un-mot>", ""},
	{"<a name='un mot' id=' '>", "<a id=un-mot>", ""},
	{"<span id=\"\">", "<span>", ""},
	{"<p name=x>", "<p>", "2:6: " DROPPED("name", "p")},
	{"<a href = \"b.md\">", "<a href=b.md>", ""},
	{"<a href= \"b>c.md\">d", "<a href=b>c.md>[d]", ""},
	{"<a href=\"a>b\" title='<c>'>d", "<a href=a>b title=<c>>[d]", ""},
	{"<a href=b.md/>", "<a href=b.md/>", ""},
	{"<a href=\"x\"title=\"y\">", "<a href=x title=y>", ""},
	{"<a href>", "<a href>", ""},
	{"<a href=\"\">", "<a href=>", ""},
	{"<a href=\"a?b&amp;c&#x26;d\">", "<a href=a?b&c&d>", ""},
	{"<img src=\"../image (38).png\" alt=\"\" width=\"10\">", "<img src=../image (38).png alt= width=10>", ""},
	{"<p lang=\"en\" dir=\"ltr\" id=\"a\" title=\"b\">", "<p lang=en dir=ltr id=a title=b>", ""},
	{"<th data-hidden data-card-target data-type=\"content-ref\">", "<th data-hidden data-card-target data-type=content-ref>", ""},
	{"<mark style=\"color:red;\">", "<mark style=color:red;>", ""},
	/* dropped without a word: looks, data, aria */
	{"<p style=\"color:red\" class=\"x\" align=\"center\">", "<p align=center>", ""},
	{"<td width=\"100\" bgcolor=red rowspan=2>", "<td width=100 rowspan=2>", ""},
	{"<p data-x=\"1\" aria-label=\"x\" role=\"note\">", "<p>", ""},
	/* dropped, and said */
	{"<p onclick=\"a()\">", "<p>", "2:6: " SCRIPT("onclick")},
	{"<img src=x OnError=alert(1)>", "<img src=x>", "2:14: " SCRIPT("onerror")},
	{"<p\n onclick=x>", "<p>", "3:2: " SCRIPT("onclick")},
	{"<p foo=1 bar>", "<p>", "2:6: " DROPPED("foo", "p") "\n2:12: " DROPPED("bar", "p")},
	{"<a href=\"x\" download>", "<a href=x>", "2:15: " DROPPED("download", "a")},
	{"<a href=\"javascript:alert(1)\">x</a>", "<a>[x]</a>", "2:6: " UNSAFE("javascript:alert(1)")},
	{"<a href=\"java&#115;cript&colon;a\">", "<a>", "2:6: " UNSAFE("javascript:a")},
	{"<a title=\"été\" href='data:text/html,x'>", "<a title=été>", "2:18: " UNSAFE("data:text/html,x")},
	{"<img src=\"data:image/png;base64,AA\">", "<img>", "2:8: cette image est collée dans le texte, et non déposée~: elle n’est pas publiée [lien-dangereux]"},
	{"<a href=\"javascript:a\" href=\"b.md\">", "<a href=b.md>", "2:6: " UNSAFE("javascript:a")},
	{"<a\nhref=\"vbscript:a\"\nonclick=b>", "<a>", "3:1: " UNSAFE("vbscript:a") "\n4:1: " SCRIPT("onclick")},
	{"<p title=\"javascript:x\">", "<p title=javascript:x>", ""},
	/* of what closes there are none */
	{"</p onclick=\"x\">", "</p>", ""},

	/* entities in texts */
	{"a &amp; &lt;b&gt; &eacute;", "[a & <b> é]", ""},
	{"&#65;&#x42;&#X43;", "[ABC]", ""},
	{"&nbsp;&#xa0;", "[~~]", ""},
	{"&rien; & &; &#; &#x;", "[&rien; & &; &#; &#x;]", ""},
	{"&#x20;", "[ ]", ""},
	{"&#0;&#xD800;&#x110000;", "[\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd]", ""},
	{"a&#xNAN;b", "[ab]", ""},
	{"&#xNaN;&#XNAN;", "[]", ""},
	{"&#xNAN", "[&#xNAN]", ""},
};

static const struct { const char *name; const char *found; } elements[] = {
	{"a", "a"}, {"A", "a"}, {"wbr", "wbr"}, {"blockquote", "blockquote"}, {"BlockQuote", "blockquote"}, {"b", "b"},
	{"h1", "h1"}, {"h6", "h6"}, {"h7", NULL}, {"h", NULL}, {"script", NULL}, {"", NULL}, {"zzz", NULL}, {"aa", NULL},
	{"tables", NULL}, {"tabl", NULL},
};
/* clang-format on */

static void add_token(struct buf *b, const struct html_token *t)
{
	if (t->kind == HTML_TEXT) {
		buf_add_format(b, "[%s]",
		               spelt(b->arena, arena_copy(b->arena, t->text, t->len)));
		return;
	}
	buf_add_format(b, "<%s%s", t->kind == HTML_CLOSE ? "/" : "", t->element->name);
	for (size_t i = 0; i < t->n_attributes; i++) {
		const struct attribute *at = &t->attributes[i];
		buf_add_format(b, at->value ? " %s=%s" : " %s", at->name, at->value);
	}
	buf_add_char(b, '>');
}

static const char *told(struct arena *a, const char *src, struct diag *d)
{
	size_t len = strlen(src);
	/* cmark's literals end in NUL, which is not counted: a block of their exact size
	 */
	struct html_reader r = {.arena = a,
	                        .src = arena_copy(a, src, len),
	                        .len = len,
	                        .place = {NULL, 2, 3},
	                        .diag = d};
	struct html_token t;
	struct buf b = buf_new(a);
	size_t before = 0;
	while (html_next(&r, &t)) {
		if (t.offset < before || t.offset >= len)
			buf_add_string(&b, " (offset) ");
		before = t.offset;
		add_token(&b, &t);
	}
	return buf_text(&b);
}

static void test_tokens(struct arena *a)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct diag d = {.arena = a};
		is(told(a, cases[i].src, &d), cases[i].told, "%s", cases[i].src);
		is(said(a, &d), cases[i].said, "said of %s", cases[i].src);
	}
}

/* The table is looked up by bisection: each row must find itself. */
static void test_elements(struct arena *a)
{
	(void)a;
	for (size_t i = 0; i < COUNT(elements); i++) {
		const struct html_element *e =
			html_element_find(elements[i].name, strlen(elements[i].name));
		is(e ? e->name : NULL, elements[i].found, "the row of \"%s\"",
		   elements[i].name);
	}
	for (enum html_id id = HTML_NONE; id < N_HTML; id++) {
		const struct html_element *e = html_element_of(id);
		bool is_read = id >= HTML_A && id <= HTML_WBR;
		bool is_last = id == HTML_WBR || !is_read;
		ok(html_element_find(e->name, strlen(e->name)) == (is_read ? e : NULL) &&
		           (is_last || strcmp(e->name, e[1].name) < 0),
		   "\"%s\" stands where it is looked for", e->name);
		ok(e->id == id, "\"%s\" has the id of its row", e->name);
	}
}

/* Asked in order, whatever was said in between. */
static void test_places(struct arena *a)
{
	static const char src[] = "é<b>\n<x>\n <i onclick=a>é<u>";
	static const int places[][2] = {{2, 3}, {2, 4},  {2, 7}, {3, 1},
	                                {4, 2}, {4, 15}, {4, 16}};
	struct diag d = {.arena = a};
	struct html_reader r = {.arena = a,
	                        .src = src,
	                        .len = sizeof src - 1,
	                        .place = {NULL, 2, 3},
	                        .diag = &d};
	struct html_token t;
	for (size_t i = 0; html_next(&r, &t); i++) {
		struct place at = html_place(&r, t.offset);
		ok(i < COUNT(places) && at.line == places[i][0] &&
		           at.column == places[i][1],
		   "token %zu stands at %d:%d", i, at.line, at.column);
	}
	is(said(a, &d), "3:1: " UNKNOWN("x") "\n4:5: " SCRIPT("onclick"), "as was said");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_tokens(&a);
	test_elements(&a);
	test_places(&a);
	arena_release(&a);
	return finish();
}
