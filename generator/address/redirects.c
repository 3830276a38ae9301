#include "address/redirects.h"

#include <stdlib.h>
#include <string.h>

#include "address/addresses.h"
#include "address/pages.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/find.h"
#include "course/front.h"
#include "course/summary.h"
#include "data/value.h"
#include "data/yaml.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

enum progress { WAITING, FOLLOWED, SETTLED };

/* Why an earlier address leads nowhere. */
enum fault { FAULT_NONE, FAULT_DEAD, FAULT_OTHER_SITE, FAULT_UNPUBLISHED, FAULT_CIRCLE };

/* One earlier address as somebody wrote it. */
struct line {
	const char *from, *target; /* target: NULL for an alias, whose page says it */
	const char *address;       /* `from` as an address of the site */
	struct place at, target_at;
	enum progress progress;
	enum fault fault;
	const struct page *to;
	const char *anchor; /* of its target, or of those that it leads to; NULL: none */
	struct line *next;  /* the earlier address that its target is */
};

struct reading {
	struct site *site;
	struct outputs *outputs;
	struct line *lines;
	size_t n, cap, cap_redirects;
	struct map by_address; /* folded -> struct line */
};

static bool has_control(const char *text)
{
	while ((unsigned char)*text >= ' ' && *text != 0x7f)
		text++;
	return *text;
}

/* An earlier address as a folder of the site: decoded, without leading "/", with its last
 * one; NULL when it cannot be one. */
static const char *plain_address(struct arena *a, const char *from)
{
	const char *decoded = text_decode_url(a, from, strlen(from));
	if (text_check(decoded, strlen(decoded)) < strlen(decoded))
		decoded = from;
	const char *path = path_resolve(a, "", decoded);
	if (!path || !*path || strpbrk(path, "?#\\") || has_control(path) ||
	    strstr(decoded, "://"))
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

/* The key under which a line is found: letter case and the last "/" do not matter. */
static const char *line_key(struct arena *a, const char *address)
{
	char *key = text_fold(a, address);
	size_t len = strlen(key);
	if (len > 0 && key[len - 1] == '/')
		key[len - 1] = '\0';
	return key;
}

static void add_line(struct reading *r, struct line line)
{
	struct arena *a = r->site->arena;
	line.address = plain_address(a, line.from);
	if (line.address)
		ARRAY_ADD(a, r->lines, r->n, r->cap, line);
	else
		diag_report(r->site->diag, MSG_REDIRECT_FORM, line.at, line.from, NULL);
}

static void read_map(struct reading *r, const struct value *map, const char *path)
{
	for (size_t i = 0; map->kind == VALUE_MAP && i < map->map->n; i++) {
		const struct value_entry *e = &map->map->entries[i];
		const char *target = value_scalar(r->site->arena, &e->value);
		add_line(r, (struct line){
				    .from = e->key,
				    .target = target ? target : "",
				    .at = {path, e->line, e->column},
				    .target_at = {path, e->value.line,
		                                  e->value.column + e->value.is_quoted}});
	}
}

static void read_aliases(struct reading *r)
{
	for (size_t i = 0; i < r->site->n_listed; i++) {
		const struct page *page = &r->site->pages[i];
		for (size_t k = 0; k < page->n_aliases; k++) {
			const struct value *v = &page->front->aliases.list->items[k];
			add_line(r, (struct line){
					    .from = page->aliases[k],
					    .to = page,
					    .at = {page->shown_path, v->line, v->column},
					    .progress = SETTLED});
		}
	}
}

static void index_lines(struct reading *r)
{
	map_reserve(&r->by_address, r->n);
	for (size_t i = 0; i < r->n; i++) {
		const char *key = line_key(r->site->arena, r->lines[i].address);
		if (!map_find_string(&r->by_address, key))
			map_put_string(&r->by_address, key, &r->lines[i]);
	}
}

/* What a line should say to lead to this page, and to the same part of it; NULL: the page
 * has no file. */
static const char *better_target(struct site *site, const struct line *line,
                                 const struct page *page)
{
	const char *later = line->next ? line->next->anchor : NULL;
	if (!page->path)
		return NULL;
	if (later)
		return arena_format(site->arena, "%s#%s", page->path, later);
	return arena_format(site->arena, "%s%s", page->path,
	                    line->target + strcspn(line->target, "#?"));
}

/* The cure of what was just reported of a line: it leads to this page. Nothing where the
 * path would need quotes. */
static void cure(struct site *site, const struct line *line, const struct page *page)
{
	if (!diag_wants_changes(site->diag) || !page->path || !*line->target)
		return;
	const char *fresh = better_target(site, line, page);
	if (!strpbrk(page->path, "#?") && !strpbrk(fresh, " :\"'[]{},&*!|>%@`\\"))
		diag_cure(site->diag, (struct change){.at = line->target_at,
		                                      .old = line->target,
		                                      .fresh = fresh});
}

/* Looks one step on: a file, a page by its address, another earlier address. */
static void look_up_target(struct reading *r, struct line *line)
{
	struct site *site = r->site;
	struct arena scratch = ARENA_PRIVATE;
	const char *target =
		arena_copy(&scratch, line->target, strcspn(line->target, "#?"));
	const char *path = *target ? path_resolve(&scratch, "", target) : NULL;
	const struct source_file *file = path ? site_find_file(site, path) : NULL;
	const struct page *page = NULL;
	if (!file && path && *path) {
		page = site_find_address(site, path);
		if (!page)
			line->next =
				map_find_string(&r->by_address, line_key(&scratch, path));
		if (!page && !line->next)
			file = site_find_alike(site, path);
	}
	page = file ? site_page_of(site, file) : page;
	line->to = page;
	bool is_dead = !page && !line->next;
	line->fault = is_dead && strstr(target, "://")         ? FAULT_OTHER_SITE
	              : is_dead                                ? FAULT_DEAD
	              : page && !page_is_published(site, page) ? FAULT_UNPUBLISHED
	                                                       : FAULT_NONE;
	if (page && page->path && !path_names_file(path, page->path)) {
		diag_report(site->diag,
		            text_same(path, page->path) ? MSG_WRONG_CASE
		                                        : MSG_PATH_INEXACT,
		            line->at, line->target, page->path, NULL);
		cure(site, line, page);
	}
	arena_release(&scratch);
}

/* What a target says behind "#"; NULL: nothing. */
static const char *anchor_of(struct arena *a, const char *target)
{
	const char *sign = target ? strchr(target, '#') : NULL;
	return sign && sign[1] ? text_decode_url(a, sign + 1, strlen(sign + 1)) : NULL;
}

/* Gives each line on the way its anchor: that of the last target which has one, as
 * browsers have it. */
static void keep_anchors(struct arena *a, struct line *first)
{
	const char *anchor = NULL;
	const struct line *last = NULL;
	for (struct line *line = first; line; line = line->next) {
		bool is_settled = line->progress == SETTLED;
		const char *own = is_settled ? line->anchor : anchor_of(a, line->target);
		last = own ? line : last;
		anchor = own ? own : anchor;
		if (is_settled)
			break;
	}
	for (struct line *line = first; last && line->progress == FOLLOWED;
	     line = line->next) {
		line->anchor = anchor;
		if (line == last)
			break;
	}
}

/* Follows a line to the end, then tells all lines on the way. */
static void settle(struct reading *r, struct line *first)
{
	struct line *last = first;
	for (; last->progress == WAITING; last = last->next) {
		last->progress = FOLLOWED;
		look_up_target(r, last);
		if (!last->next)
			break;
	}
	bool is_circle = last->progress == FOLLOWED && last->next;
	if (!is_circle)
		keep_anchors(r->site->arena, first);
	const struct page *to = is_circle ? NULL : last->to;
	enum fault fault = is_circle ? FAULT_CIRCLE : last->fault;
	for (struct line *line = first; line && line->progress == FOLLOWED;
	     line = line->next) {
		line->progress = SETTLED;
		line->to = to;
		line->fault = fault;
	}
}

static void report_fault(const struct reading *r, const struct line *line)
{
	static const enum message messages[] = {
		[FAULT_DEAD] = MSG_REDIRECT_DEAD,
		[FAULT_OTHER_SITE] = MSG_REDIRECT_OTHER_SITE,
		[FAULT_UNPUBLISHED] = MSG_REDIRECT_UNPUBLISHED,
		[FAULT_CIRCLE] = MSG_REDIRECT_CIRCLE,
	};
	const struct page *namesake = line->fault == FAULT_DEAD
	                                      ? site_find_namesake(r->site, line->target)
	                                      : NULL;
	diag_report(r->site->diag, messages[line->fault], line->at, line->from,
	            line->target, namesake ? namesake->path : NULL, NULL);
}

static void add_redirect(struct reading *r, const struct line *line)
{
	struct site *site = r->site;
	if (outputs_find(r->outputs, line->address)) {
		diag_report(site->diag, MSG_REDIRECT_TAKEN, line->at, line->address,
		            NULL);
		return;
	}
	if (line->next) {
		diag_report(site->diag, MSG_REDIRECT_CHAIN, line->at, line->from,
		            line->target, better_target(site, line, line->to), NULL);
		cure(site, line, line->to);
	}
	outputs_take(r->outputs, line->address, line->to);
	addresses_add(site, line->address, line->to);
	ARRAY_ADD(site->arena, site->redirects, site->n_redirects, r->cap_redirects,
	          (struct redirect){.from = line->address,
	                            .to = line->to,
	                            .anchor = line->anchor,
	                            .at = line->target ? line->target_at : line->at});
}

/* An address that nobody wrote leads to a page, unless something has it. */
static void add_place(struct reading *r, const char *address, const struct page *page)
{
	struct site *site = r->site;
	const char *from = plain_address(site->arena, address);
	if (!from || outputs_find(r->outputs, from))
		return;
	outputs_take(r->outputs, from, page);
	addresses_add(site, from, page);
	ARRAY_ADD(site->arena, site->redirects, site->n_redirects, r->cap_redirects,
	          (struct redirect){.from = from, .to = page, .is_of_file = true});
}

/* Who knows where a page's file is looks for the page there: where its place in the table
 * of contents is another, that address leads to it. So does the other place of one that
 * is listed twice. */
static void add_places(struct reading *r)
{
	struct site *site = r->site;
	for (const struct entry *e = site->entries->first_child; e; e = entry_next(e))
		if (e->place && e->place->page &&
		    e->place->page->state == STATE_PUBLISHED)
			add_place(r, e->prefix, e->place->page);
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		if (page->path && page->state == STATE_PUBLISHED)
			add_place(r, address_of_file(site->arena, page->path), page);
	}
}

static int compare_redirects(const void *a, const void *b)
{
	return strcmp(((const struct redirect *)a)->from,
	              ((const struct redirect *)b)->from);
}

void redirects_read(struct site *site, struct outputs *outputs)
{
	struct reading r = {
		.site = site, .outputs = outputs, .by_address = map_new(site->arena)};
	read_map(&r, &site->config.redirects, "site.yml");
	read_map(&r, &site->config.gitbook_redirects, ".gitbook.yaml");
	read_aliases(&r);
	index_lines(&r);
	for (size_t i = 0; i < r.n; i++)
		settle(&r, &r.lines[i]);
	for (size_t i = 0; i < r.n; i++) {
		if (r.lines[i].fault)
			report_fault(&r, &r.lines[i]);
		else
			add_redirect(&r, &r.lines[i]);
	}
	if (site->config.addresses != ADDRESSES_FILES)
		add_places(&r);
	if (site->n_redirects > 1)
		qsort(site->redirects, site->n_redirects, sizeof *site->redirects,
		      compare_redirects); /* addresses differ: no tie */
}
