#include "render/inventory.h"

#include <string.h>

#include "base/file.h"

static void report_title(struct site *site, const struct page *page)
{
	if (page->entry && strcmp(page->title, page->nav_title) != 0)
		diag_report(site->diag, MSG_TITLE_DIFFERS,
		            (struct place){page->shown_path, 0, 0}, page->title,
		            page->nav_title, NULL);
}

static void report_file(struct site *site, const struct asset *asset)
{
	if (asset->is_used)
		return;
	struct place at = {
		path_join(site->arena, site->config.content, asset->file->path), 0, 0};
	diag_report(site->diag, MSG_FILE_UNUSED, at, NULL);
}

void inventory_report(struct site *site)
{
	for (size_t i = 0; i < site->n_listed; i++)
		report_title(site, &site->pages[i]);
	for (size_t i = 0; i < site->n_assets; i++)
		report_file(site, &site->assets[i]);
}
