#include "address/addresses.h"

#include <string.h>

#include "address/pages.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"

/* The form in which addresses are compared. */
static const char *plain(struct arena *a, const char *address)
{
	static const char index[] = "index.html";
	while (*address == '/')
		address++;
	char *folded = text_fold(a, address);
	size_t len = strlen(folded), end = strlen(index);
	if (len >= end && strcmp(folded + len - end, index) == 0 &&
	    (len == end || folded[len - end - 1] == '/'))
		len -= end;
	while (len > 0 && folded[len - 1] == '/')
		len--;
	folded[len] = '\0';
	return folded;
}

void addresses_add(struct site *site, const char *address, const struct page *page)
{
	const char *key = plain(site->arena, address);
	if (!map_find_string(&site->by_address, key))
		map_put_string(&site->by_address, key, (void *)(uintptr_t)page);
}

void addresses_open(struct site *site)
{
	site->by_address = map_new(site->arena);
	site->asset_by_output = map_new(site->arena);
	map_reserve(&site->by_address, site->n_pages);
	for (size_t i = 0; i < site->n_pages; i++)
		addresses_add(site, site->pages[i].address, &site->pages[i]);
	for (size_t i = 0; site->config.url && i < site->n_assets; i++)
		map_put_string(&site->asset_by_output, site->assets[i].output,
		               &site->assets[i]);
}

const struct page *site_find_address(const struct site *site, const char *address)
{
	struct arena scratch = ARENA_PRIVATE;
	const struct page *page =
		map_find_string(&site->by_address, plain(&scratch, address));
	arena_release(&scratch);
	return page;
}

const struct page *site_find_namesake(const struct site *site, const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	size_t len = strlen(path);
	if (len >= 9 && strcmp(path + len - 9, "README.md") == 0)
		len -= 9;
	else if (len > 3 && strcmp(path + len - 3, ".md") == 0)
		len -= 3;
	while (len > 0 && path[len - 1] == '/')
		len--;
	const char *name = path_name(arena_copy(&scratch, path, len));
	const struct page *page = *name ? pages_called(site, name) : NULL;
	arena_release(&scratch);
	return page;
}
