#include "data/filetypes.h"

#include <string.h>

#include "../tap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* clang-format off */
static const struct { const char *name; enum file_type type; const char *decisive; } cases[] = {
	{"plan.png",               FILE_PASSIVE, ".png"},
	{"fichiers/a.b/PLAN.JPeG", FILE_PASSIVE, ".JPeG"},
	{"cours.tar.gz",           FILE_PASSIVE, ".gz"},
	{"v1.2.pdf",               FILE_PASSIVE, ".pdf"},
	{"node.js.pdf",            FILE_PASSIVE, ".pdf"},
	{"logo.svg.png",           FILE_PASSIVE, ".png"},
	{"page.html.zip",          FILE_PASSIVE, ".zip"},
	{"x.php-2.txt",            FILE_PASSIVE, ".txt"},
	{"php/x.txt",              FILE_PASSIVE, ".txt"},
	{"a..png",                 FILE_PASSIVE, ".png"},
	{"x.php/y.txt",            FILE_PASSIVE, ".txt"},
	{"plan.svg",               FILE_DRAWING, ".svg"},
	{"plan.html.SVG",          FILE_DRAWING, ".SVG"},

	{"page.html",              FILE_ACTIVE, ".html"},
	{"PAGE.HTM",               FILE_ACTIVE, ".HTM"},
	{"plan.svgz",              FILE_ACTIVE, ".svgz"},
	{"a.xml",                  FILE_ACTIVE, ".xml"},
	{"trace.gpx",              FILE_ACTIVE, ".gpx"},
	{"a.mjs",                  FILE_ACTIVE, ".mjs"},
	{"a.css",                  FILE_ACTIVE, ".css"},
	{"a.php",                  FILE_ACTIVE, ".php"},
	{"a.php.txt",              FILE_ACTIVE, ".php.txt"},
	{"a.b.CGI.c.png",          FILE_ACTIVE, ".CGI.c.png"},
	{"page.shtml.fr.pdf",      FILE_ACTIVE, ".shtml.fr.pdf"},
	{"page.html.gz",           FILE_ACTIVE, ".html.gz"},
	{"page.html.fr.br",        FILE_ACTIVE, ".html.fr.br"},
	{"plan.svg.gz",            FILE_ACTIVE, ".svg.gz"},
	{".htaccess",              FILE_ACTIVE, ".htaccess"},
	{"a.php.quelconque",       FILE_ACTIVE, ".php.quelconque"},

	{"",                       FILE_UNKNOWN, ""},
	{"LISEZMOI",               FILE_UNKNOWN, ""},
	{"htaccess",               FILE_UNKNOWN, ""},
	{"point.",                 FILE_UNKNOWN, ""},
	{"page.html.",             FILE_UNKNOWN, ""},
	{"a.png/",                 FILE_UNKNOWN, ""},
	{"a.pn",                   FILE_UNKNOWN, ".pn"},
	{"a.pngg",                 FILE_UNKNOWN, ".pngg"},
	{"a.png ",                 FILE_UNKNOWN, ".png "},
	{"a.jpg jpeg",             FILE_UNKNOWN, ".jpg jpeg"},
	{"a. ",                    FILE_UNKNOWN, ". "},
	{"page.html.fr",           FILE_UNKNOWN, ".fr"},
};
/* clang-format on */

int main(void)
{
	plan(COUNT(cases));
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *decisive;
		enum file_type type = file_type_of(cases[i].name, &decisive);
		ok(type == cases[i].type && strcmp(decisive, cases[i].decisive) == 0,
		   "\"%s\" is %d by \"%s\", should be %d by \"%s\"", cases[i].name, type,
		   decisive, cases[i].type, cases[i].decisive);
	}
	return finish();
}
