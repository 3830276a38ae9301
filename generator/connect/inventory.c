#include "connect/inventory.h"

#include <string.h>

#include "base/file.h"
#include "course/site.h"

static void report_title(const struct page *page, struct diag *d)
{
	if (page->entry && strcmp(page->title, page->nav_title) != 0)
		diag_report(d, MSG_TITLE_DIFFERS, (struct place){page->shown_path, 0, 0},
		            page->title, page->nav_title, NULL);
}

static void report_file(const struct book *book, size_t number, struct diag *d)
{
	const struct asset *asset = &book->site->assets[number];
	if (book->connected->uses_asset[number])
		return;
	struct place at = {
		path_join(d->arena, book->site->config.content, asset->file->path), 0, 0};
	diag_report(d, MSG_FILE_UNUSED, at, NULL);
}

void inventory_report(const struct book *book, struct diag *d)
{
	for (size_t i = 0; i < book->site->n_listed; i++)
		report_title(&book->site->pages[i], d);
	for (size_t i = 0; i < book->site->n_assets; i++)
		report_file(book, i, d);
}
