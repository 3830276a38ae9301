/*
 * Which page a file of a course became: one line a page, five fields between
 * tabs: its file from the content's folder, its file in the site, "published"
 * or "hidden", its title, and the line on which its body starts.
 *
 *     build/tests/corpora DIR
 *
 * Pages that no file holds are left out.
 */

#include <stdio.h>
#include <string.h>

#include "site/load.h"

static void print_page(const struct page *page)
{
	printf("%s\t%s\t%s\t%s\t%d\n", page->path, page->output,
	       page->state == STATE_HIDDEN ? "hidden" : "published", page->title,
	       page->body_line);
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: corpora DIR\n", stderr);
		return 2;
	}
	struct mapping *mapping = mapping_open();
	struct arena arena = mapping_arena(mapping);
	struct diag diag = {.arena = &arena};
	struct options options = {.root = argv[1], .out = "", .is_quiet = true};
	struct site site = {
		.mapping = mapping, .arena = &arena, .diag = &diag, .options = &options};
	struct theme theme;
	bool ok = load_site(&site, &theme);
	for (size_t i = 0; ok && i < site.n_pages; i++)
		if (site.pages[i].file)
			print_page(&site.pages[i]);
	load_close(&site);
	mapping_close(mapping);
	return ok ? 0 : 2;
}
