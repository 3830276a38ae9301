#include "course/find.h"

#include "../tap.h"

/* clang-format off */
static const struct { const char *text; bool is_page; } pages[] = {
	{"page.md", true},
	{"dossier/page.md", true},
	{"é.md", true},
	{".md", false},
	{"", false},
	{"page.MD", false},
	{"page.md.txt", false},
	{"lire page.md", false},
	{"md", false},
};

static const struct { const char *path, *file; bool is_named; } files[] = {
	{"a/b.md", "a/b.md", true},
	{"a", "a/README.md", true},
	{"a/", "a/README.md", true},
	{"a//", "a/README.md", true},
	{"", "README.md", true},
	{"/", "README.md", true},
	{"a/README.md", "a/README.md", true},
	{"a", "ab/README.md", false},
	{"ab", "a/README.md", false},
	{"a", "a/b/README.md", false},
	{"a/b.md", "a/c.md", false},
	{"a", "a.md", false},
	{"a", "a/readme.md", false},
};
/* clang-format on */

int main(void)
{
	for (size_t i = 0; i < COUNT(pages); i++)
		ok(path_is_page(pages[i].text, strlen(pages[i].text)) == pages[i].is_page,
		   "a page's file: %s", pages[i].text);
	for (size_t i = 0; i < COUNT(files); i++)
		ok(path_names_file(files[i].path, files[i].file) == files[i].is_named,
		   "\"%s\" and %s", files[i].path, files[i].file);
	return finish();
}
