#include "data/svg.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../tap.h"

/* Bytes of a literal, NULs included. */
#define BYTES(literal) literal, sizeof literal - 1
#define X                                                                                \
	"xmlns=\"http://www.w3.org/2000/svg\" "                                          \
	"xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define SVG(inner) BYTES("<svg " X ">\n" inner "\n</svg>\n")

/* clang-format off */
static const struct { const char *name, *data; size_t len; const char *fault; } cases[] = {
	{"nothing",                    BYTES(""), ""},
	{"words",                      BYTES("Bonjour & bonsoir"), ""},
	{"an empty image",             SVG(""), ""},
	{"mark of UTF-8",              BYTES("\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><svg " X "/>"), ""},
	{"doctype of SVG",             BYTES("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/a.dtd\"><svg/>"), ""},
	{"shortest doctype",           BYTES("<!DOCTYPE svg><svg/>"), ""},
	{"comments",                   BYTES("<!-- <script> --><svg " X "><!----><g/><!-- - > --></svg>"), ""},
	{"CDATA in a style",           SVG("<style><![CDATA[ .a > b {fill:url( '#x' )} ]]></style>"), ""},
	{"a sheet with rules",         SVG("<style>@font-face{src:url(data:font/woff2;base64,A)} @media print{a{fill:red}}</style>"), ""},
	{"reference in a sheet",       SVG("<style>a{fill:&#x75;rl(#a)}</style>"), ""},
	{"quotes escaped in CSS",      SVG("<text style=\"font-family:'\\'A\\''\"/>"), ""},
	{"shapes used again",          SVG("<use href='#a'/><use xlink:href=\" #a \"/><path fill='url(#b) red'/>"), ""},
	{"images within",              SVG("<image href='DATA:image/PNG;base64,&#10;AAAA'/><feImage href='#a'/>"), ""},
	{"links",                      SVG("<a href='https://a.fr/?a:b'/><a xlink:href='../b/#c:d'/><a href='mailto:a@b.fr'/>"), ""},
	{"animation",                  SVG("<circle><animate attributeName='opacity' values='0;1'/></circle>"), ""},
	{"unknown attributes",         SVG("<g p-id='1' data-name='C:\\url(x)' aria-label='javascript: un langage' class='a\\b'/>"), ""},
	{"a drawing program's own",    SVG("<d:grid xmlns:d='http://dessin.example/' d:a='C:\\b' style='url(//c)'><d:x/></d:grid>"), ""},
	{"names without prefix, too",  SVG("<metadata><sfw xmlns='urn:a'><slices a='b'/></sfw></metadata><g/>"), ""},
	{"prefix svg",                 BYTES("<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:g/></svg:svg>"), ""},
	{"accents of another encoding", BYTES("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><svg><text>\xe9</text></svg>"), ""},

	/* elements */
	{"script",                     SVG("<script>a</script>"), "2 active script"},
	{"script, mixed case",         SVG("<g><ScRiPt/></g>"), "2 active ScRiPt"},
	{"script with a prefix",       SVG("<svg:script/>"), "2 active svg:script"},
	{"script of nobody's prefix",  SVG("<a:script/>"), "2 active a:script"},
	{"script behind metadata",     SVG("<metadata><sfw xmlns='urn:a'/><script/></metadata>"), "2 active script"},
	{"script in metadata",         SVG("<m xmlns='urn:a'><script/></m>"), "2 active script"},
	{"foreignObject",              SVG("<switch><foreignObject/></switch>"), "2 active foreignObject"},
	{"iframe",                     SVG("<iframe/>"), "2 active iframe"},
	{"embed",                      SVG("<embed/>"), "2 active embed"},
	{"handler",                    SVG("<ev:handler/>"), "2 active ev:handler"},
	{"an element nobody knows",    SVG("<quelconque/>"), "2 active quelconque"},
	{"element of a case unknown",  SVG("<clippath/>"), "2 active clippath"},
	{"element within a style",     SVG("<style>a<g/></style>"), "2 active g"},
	{"a page",                     BYTES("<html><script/></html>"), "1 active html"},
	{"two roots",                  BYTES("<svg/>\n<svg><script/></svg>"), "2 active script"},

	/* namespaces */
	{"XHTML by default",           SVG("<g xmlns='http://www.w3.org/1999/xhtml'/>"), "2 active http://www.w3.org/1999/xhtml"},
	{"XHTML by a prefix",          SVG("<g xmlns:inkscape='http://www.w3.org/1999/xhtml'/>"), "2 active http://www.w3.org/1999/xhtml"},
	{"XHTML spelt with references", SVG("<g xmlns:a='http://www.w3.org/1999/&#120;html'/>"), "2 active http://www.w3.org/1999/xhtml"},
	{"SVG by another prefix",      SVG("<g xmlns:a='http://www.w3.org/2000/svg'/>"), "2 active http://www.w3.org/2000/svg"},
	{"SVG within names of another", SVG("<m xmlns='urn:a'><n xmlns='http://www.w3.org/2000/svg'/></m>"), "2 active http://www.w3.org/2000/svg"},
	{"events",                     SVG("<g xmlns:ev='http://www.w3.org/2001/xml-events'/>"), "2 active http://www.w3.org/2001/xml-events"},
	{"no name at all",             SVG("<g xmlns=''/>"), "2 active xmlns"},

	/* attributes */
	{"onload",                     SVG("<g onload='a'/>"), "2 active onload"},
	{"onload, mixed case",         SVG("<g OnLoad='a'/>"), "2 active OnLoad"},
	{"onload with a prefix",       SVG("<g a:onload='b'/>"), "2 active a:onload"},
	{"onload of a drawing program", SVG("<d:g xmlns:d='urn:a' onload='b'/>"), "2 active onload"},
	{"onload behind a slash",      SVG("<g/onload='a'/>"), "2 malformed /onload='a'/>"},
	{"link that runs",             SVG("<a href='javascript:a'/>"), "2 active javascript:a"},
	{"link with references",       SVG("<a href='&#106;avascript&#x3A;a'/>"), "2 active javascript:a"},
	{"link with a tab",            SVG("<a xlink:href=' java&#9;script:a'/>"), "2 active  java\tscript:a"},
	{"link to data",               SVG("<a href='data:text/html,a'/>"), "2 active data:text/html,a"},
	{"href by another prefix",     SVG("<use xmlns:l='http://www.w3.org/1999/xlink' l:href='//a'/>"), "2 elsewhere //a"},
	{"image elsewhere",            SVG("<image href='https://a.fr/b.png'/>"), "2 elsewhere https://a.fr/b.png"},
	{"image beside it",            SVG("<image href='b.png'/>"), "2 elsewhere b.png"},
	{"SVG within an image",        SVG("<image href='data:image/svg+xml,a'/>"), "2 elsewhere data:image/svg+xml,a"},
	{"base",                       SVG("<g xml:base='https://a.fr/'/>"), "2 elsewhere https://a.fr/"},
	{"ping",                       SVG("<a href='#a' ping='https://a.fr/'/>"), "2 elsewhere https://a.fr/"},
	{"animated link",              SVG("<set attributeName=' href' to='javascript:a'/>"), "2 active  href"},
	{"animated action",            SVG("<animate attributeName='onclick'/>"), "2 active onclick"},
	{"animated to a script",       SVG("<set attributeName='x' to=' JavaScript:a'/>"), "2 active  JavaScript:a"},
	{"value without quotes",       SVG("<g id=a/>"), "2 malformed id=a/>"},
	{"sign within a value",        SVG("<g id='<script>'/>"), "2 malformed id='<script>'/>"},
	{"unknown reference",          SVG("<g id='&amp;&nbsp;'/>"), "2 malformed id='&amp;&nbsp;'/>"},
	{"reference beyond Unicode",   SVG("<g id='&#x110000;'/>"), "2 malformed id='&#x110000;'/>"},
	{"value that never ends",      BYTES("<svg id='"), "1 malformed id='"},
	{"tag that never ends",        BYTES("<svg "), "1 malformed "},

	/* CSS */
	{"url elsewhere",              SVG("<g fill='URL( \"https://a.fr\" )'/>"), "2 elsewhere https://a.fr"},
	{"url behind references",      SVG("<g fill='u&#114;l(//a)'/>"), "2 elsewhere //a"},
	{"url behind many blanks",     SVG("<g fill='url(\"                                                                       //a\")'/>"), "2 elsewhere //a"},
	{"url behind an escape",       SVG("<g style='fill:\\75 rl(//a)'/>"), "2 active \\75"},
	{"url behind a letter escaped", SVG("<g style='fill:\\url(//a)'/>"), "2 active \\url(//a"},
	{"url cut by a comment",       SVG("<style>a{fill:ur<!-- -->l(//a)}</style>"), "2 elsewhere //a"},
	{"url cut by CDATA",           SVG("<style>a{fill:u<![CDATA[r]]>l(//a)}</style>"), "2 elsewhere //a"},
	{"url in a comment of CSS",    SVG("<style>/* url(//a) */</style>"), "2 elsewhere //a"},
	{"a set of images",            SVG("<style>a{fill:image-set('//a' 1x)}</style>"), "2 active image-set('//a'"},
	{"import",                     SVG("<style>\n@IMPORT '//a';</style>"), "2 active @IMPORT"},
	{"namespace",                  SVG("<style>@namespace url(a)</style>"), "2 active @namespace"},
	{"expression",                 SVG("<g style='width:expression(a)'/>"), "2 active expression(a"},
	{"style that never ends",      BYTES("<svg><style>@import 'a'"), "1 active @import"},
	{"style of a prefix",          SVG("<svg:style>@import 'a'</svg:style>"), "2 active @import"},

	/* what is around */
	{"entities",                   BYTES("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"), "1 active <!DOCTYPE"},
	{"doctype of a page",          BYTES("<!DOCTYPE html><svg/>"), "1 active <!DOCTYPE"},
	{"doctype of XHTML",           BYTES("<!DOCTYPE svg PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"\"><svg/>"), "1 active <!DOCTYPE"},
	{"doctype that a quote hides", BYTES("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG > <!--\" \"\"><svg onload=\"a\"/><!-- -->"), "1 active <!DOCTYPE"},
	{"doctype of its own file",    BYTES("<!DOCTYPE svg SYSTEM \"a.dtd\"><svg/>"), "1 active <!DOCTYPE"},
	{"small doctype",              BYTES("<!doctype svg><svg/>"), "1 active <!doctype svg><svg/>"},
	{"sheet of another file",      BYTES("<?xml version='1.0'?>\n<?xml-stylesheet href='a'?><svg/>"), "2 active xml-stylesheet"},
	{"program of a server",        SVG("<?php a ?>"), "2 active php"},
	{"declaration that is late",   BYTES("\n<?xml version='1.0'?><svg/>"), "2 active xml"},
	{"CDATA that hides",           SVG("<desc><![CDATA[<script>]]></desc>"), "2 active <![CDATA[<script>]]>"},
	{"comment that HTML ends",     SVG("<!--><script>a</script>-->"), "2 malformed <!--><script>a</scri"},
	{"comment that XML ends",      SVG("<!-- a -- b -->"), "2 malformed <!-- a -- b -->"},
	{"comment that never ends",    SVG("<!-- a"), "2 malformed <!-- a"},
	{"end without a start",        BYTES("</svg>"), "1 malformed </svg>"},

	/* encodings */
	{"UTF-16",                     BYTES("\xff\xfe<\0s\0v\0g\0/\0>\0"), "1 encoding UTF-16"},
	{"UTF-16 without its mark",    BYTES("\0<\0s\0v\0g\0/\0>"), "1 encoding UTF-16"},
	{"UTF-7",                      BYTES("<?xml version='1.0' encoding='utf-7'?><svg/>"), "1 encoding utf-7"},
	{"an encoding with escapes",   BYTES("<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?><svg/>"), "1 encoding iso-2022-jp"},
	{"encoding said twice",        BYTES("<?xml version=' encoding=\"utf-8\"' encoding='hz'?><svg/>"), "1 encoding encoding=\"utf-8\"' encoding='hz'"},
	{"bytes that are not UTF-8",   BYTES("<svg>\n\xe9</svg>"), "2 encoding UTF-8"},
	{"a NUL",                      BYTES("<svg>\n\0<script/></svg>"), "2 encoding UTF-16"},
};

/* Repeated, these are slow for a reader that looks at anything twice. */
static const char *const repeated[] = {
	"url(", "url(\"", "<g>", "<!---->", "<g a='&amp;'/>", "&amp;", "<style>url( </style>", "<", "<g ",
	"<![CDATA[]]>", "</g>", "@", "\\", "<m xmlns='urn:a'>", "<g style='url( url( url('/>",
};
/* clang-format on */

static const char *judged(struct arena *a, const char *data, size_t len)
{
	static const char *const kinds[] = {
		[SVG_ACTIVE] = "active",       [SVG_ELSEWHERE] = "elsewhere",
		[SVG_ENCODING] = "encoding",   [SVG_MALFORMED] = "malformed",
		[SVG_TOO_LARGE] = "too large",
	};
	struct svg_fault fault;
	if (svg_is_still(a, data, len, &fault))
		return "";
	return arena_format(a, "%d %s %s", fault.line, kinds[fault.kind], fault.name);
}

/* Every shorter head must be read without looking behind its end. */
static void judge_heads(struct arena *a, const char *data, size_t len)
{
	for (size_t n = 0; n < len; n++) {
		char *copy = malloc(n + 1);
		memcpy(copy, data, n);
		copy[n] = '\0';
		judged(a, copy, n);
		free(copy);
	}
}

/* Processor time for a megabyte of one thing, behind a start that lets it stand. */
static double seconds_for(struct arena *a, const char *start, const char *what)
{
	enum { SIZE = 1 << 20 };
	char *data = calloc(1, SIZE + 64);
	size_t len = strlen(start), n = strlen(what);
	memcpy(data, start, len);
	for (; len + n < SIZE; len += n)
		memcpy(data + len, what, n);
	clock_t before = clock();
	judged(a, data, len);
	free(data);
	return (double)(clock() - before) / CLOCKS_PER_SEC;
}

static void test_time(struct arena *a)
{
	static const char *const starts[] = {"<svg>", "<svg><style>", "<svg style=\"",
	                                     "<svg a='b' "};
	for (size_t i = 0; i < COUNT(repeated); i++)
		for (size_t k = 0; k < COUNT(starts); k++) {
			double seconds = seconds_for(a, starts[k], repeated[i]);
			ok(seconds < 5, "a megabyte of %s behind %s: %.2f s", repeated[i],
			   starts[k], seconds);
			arena_reset(a);
		}
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct svg_fault fault;
	plan(COUNT(cases) + COUNT(repeated) * 4 + 1);
	for (size_t i = 0; i < COUNT(cases); i++) {
		is(judged(&a, cases[i].data, cases[i].len), cases[i].fault, "%s",
		   cases[i].name);
		judge_heads(&a, cases[i].data, cases[i].len);
		arena_reset(&a);
	}
	test_time(&a);
	char *large = calloc(1, LARGEST_SVG + 2);
	memset(large, ' ', LARGEST_SVG + 1);
	ok(svg_is_still(&a, large, LARGEST_SVG, &fault) &&
	           !svg_is_still(&a, large, LARGEST_SVG + 1, &fault) &&
	           fault.kind == SVG_TOO_LARGE,
	   "the largest file is read, a larger one is not");
	free(large);
	arena_release(&a);
	return finish();
}
