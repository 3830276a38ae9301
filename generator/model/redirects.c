#include "model/redirects.h"

#include <string.h>

#include "base/text.h"
#include "format/yaml.h"

struct reading {
	struct site *site;
	struct outputs *outputs;
	size_t cap;
};

enum { LONGEST_ADDRESS = 1000 };

static bool has_control(const char *text)
{
	while ((unsigned char)*text >= ' ' && *text != 0x7f)
		text++;
	return *text;
}

/* An earlier address as a folder of the site: without leading "/", with its last one;
 * NULL when it cannot be one. */
static const char *plain_address(struct arena *a, const char *from)
{
	const char *path = path_resolve(a, "", from);
	if (!path || !*path || strpbrk(path, "?#\\") || has_control(path))
		return NULL;
	size_t len = strlen(path);
	if (len > LONGEST_ADDRESS)
		return NULL;
	for (const char *at = path; *at; at += strspn(at, "/")) {
		size_t segment = strcspn(at, "/");
		if (segment > 200 || *at == '.') /* ours, git's, or hidden by servers */
			return NULL;
		at += segment;
	}
	bool is_file = len > 5 && strcmp(path + len - 5, ".html") == 0;
	return is_file || path[len - 1] == '/' ? path : arena_format(a, "%s/", path);
}

static void add_redirect(struct reading *r, const char *from, const struct page *to,
                         struct place at)
{
	struct site *site = r->site;
	const char *address = plain_address(site->arena, from);
	if (!address) {
		diag_report(site->diag, MSG_REDIRECT_FORM, at, from, NULL);
		return;
	}
	if (outputs_find(r->outputs, address)) {
		diag_report(site->diag, MSG_REDIRECT_TAKEN, at, address, NULL);
		return;
	}
	outputs_take(r->outputs, address, to);
	ARRAY_ADD(site->arena, site->redirects, site->n_redirects, r->cap,
	          (struct redirect){address, to});
}

/* The published page that a redirect's target names: a path, with or without its first
 * "/". */
static const struct page *find_target(const struct site *site, const char *target)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *path = path_resolve(
		&scratch, "", arena_copy(&scratch, target, strcspn(target, "#?")));
	const struct page *page = path ? site_find_page(site, path) : NULL;
	arena_release(&scratch);
	return page && page_is_published(site, page) ? page : NULL;
}

static void read_map(struct reading *r)
{
	struct site *site = r->site;
	const struct value *map = &site->config.redirects;
	for (size_t i = 0; map->kind == VALUE_MAP && i < map->map->n; i++) {
		const struct value_entry *e = &map->map->entries[i];
		struct place at = {site->config.redirects_path, e->line, e->column};
		const char *target = value_scalar(site->arena, &e->value);
		const struct page *to = target ? find_target(site, target) : NULL;
		if (to)
			add_redirect(r, e->key, to, at);
		else
			diag_report(site->diag, MSG_REDIRECT_DEAD, at, e->key,
			            target ? target : "", NULL);
	}
}

void redirects_read(struct site *site, struct outputs *outputs)
{
	struct reading r = {.site = site, .outputs = outputs};
	read_map(&r);
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		for (size_t k = 0; k < page->n_aliases; k++)
			add_redirect(&r, page->aliases[k], page,
			             (struct place){page->shown_path, 0, 0});
	}
}
