#include "app/neighbour.h"

#include "site/load.h"
#include "theme/theme.h"
#include "words/diag.h"

const char *neighbour_find(struct arena *a, const struct options *o, enum page_type type)
{
	struct mapping *mapping = mapping_open();
	struct arena own = mapping_arena(mapping);
	struct diag diag = {.arena = &own};
	struct options options = *o;
	struct site site = {
		.mapping = mapping, .arena = &own, .diag = &diag, .options = &options};
	struct theme theme;
	const char *found = NULL;
	options.with_drafts = true;
	bool ok = load_site(&site, &theme);
	for (size_t i = 0; ok && i < site.n_listed; i++)
		if (site.pages[i].type == type && site.pages[i].path)
			found = site.pages[i].path;
	found = found ? arena_string(a, found) : NULL;
	load_close(&site);
	mapping_close(mapping);
	return found;
}
