#include "address/pages.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/text.h"
#include "course/find.h"
#include "course/front.h"
#include "course/summary.h"
#include "data/emoji.h"
#include "french/anchors.h"
#include "french/locale.h"
#include "french/typography.h"
#include "source/source.h"

static void list_add(struct arena *a, struct page_list *list, const struct page *page)
{
	ARRAY_ADD(a, list->items, list->n, list->cap, page);
}

const char *address_root(struct arena *a, const char *address)
{
	size_t n = 0;
	for (const char *p = address; (p = strchr(p, '/')); p++)
		n++;
	if (n == 0)
		return "./";
	char *root = arena_alloc(a, n * 3 + 1);
	for (size_t i = 0; i < n; i++)
		memcpy(root + i * 3, "../", 3);
	return root;
}

/* The name of a file that addresses are made of: "a/pitch.md" gives pitch, "a/README.md"
 * a. */
static const char *base_name(struct arena *a, const char *path, size_t *len)
{
	const char *name = path_name(path);
	if (strcmp(name, "README.md") == 0 && name > path) {
		const char *folder = arena_copy(a, path, (size_t)(name - path) - 1);
		name = path_name(folder);
	}
	*len = strlen(name);
	if (*len > 3 && strcmp(name + *len - 3, ".md") == 0)
		*len -= 3;
	return name;
}

/* What addresses are made in: the site keeps the address only. */
struct assigning {
	struct arena scratch;
	struct outputs *outputs;
};

static const char *entry_slug(struct arena *a, const struct entry *e)
{
	const char *path = e->place ? e->place->path : e->path;
	if (e->slug)
		return e->slug;
	if (!path)
		return slug_make(a, e->title, strlen(e->title));
	size_t len;
	const char *name = base_name(a, path, &len);
	return slug_make(a, name, len);
}

/* Addresses by place: the parent's prefix and the slug of the file's name. */
static const char *gitbook_address(struct site *site, const struct entry *e,
                                   struct arena *scratch)
{
	const char *slug = entry_slug(scratch, e);
	return path_join(site->arena, e->parent->prefix, path_join(scratch, slug, ""));
}

/* Addresses by file: each segment of the path, made safe. */
static const char *file_address(struct arena *a, const char *path)
{
	struct buf b = buf_new(a);
	const char *name = path_name(path);
	for (const char *at = path; at < name;) {
		size_t len = strcspn(at, "/");
		buf_add_string(&b, slug_make(a, at, len));
		buf_add_char(&b, '/');
		at += len + 1;
	}
	if (strcmp(name, "README.md") != 0) {
		size_t len = strlen(name) - 3;
		buf_add_string(&b, slug_make(a, name, len));
		buf_add_string(&b, ".html");
	}
	return buf_text(&b);
}

const char *address_of_file(struct arena *a, const char *path)
{
	struct buf b = buf_new(a);
	struct arena scratch = ARENA_PRIVATE;
	const char *name = path_name(path);
	for (const char *at = path; at < name;) {
		size_t len = strcspn(at, "/");
		buf_add_string(&b, slug_make(&scratch, at, len));
		buf_add_char(&b, '/');
		at += len + 1;
	}
	if (strcmp(name, "README.md") != 0) {
		size_t len;
		name = base_name(&scratch, path, &len);
		buf_add_string(&b, slug_make(&scratch, name, len));
		buf_add_char(&b, '/');
	}
	arena_release(&scratch);
	return buf_text(&b);
}

static const char *output_of(struct arena *a, const char *address)
{
	size_t len = strlen(address);
	bool is_folder = len == 0 || address[len - 1] == '/';
	return is_folder ? path_join(a, address, "index.html") : address;
}

/* Nearly all are the same in an attribute. */
static const char *encoded(struct arena *a, const char *address)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	text_add_path(&b, address, strlen(address));
	bool is_same = strcmp(buf_text(&b), address) == 0;
	const char *href = is_same ? address : arena_string(a, buf_text(&b));
	arena_release(&scratch);
	return href;
}

static void set_address(struct site *site, struct page *page, const char *address)
{
	page->address = address;
	page->href = encoded(site->arena, address);
	page->output = output_of(site->arena, address);
	page->root = address_root(site->arena, address);
}

/* The line of a sheet, case study or quiz that stands at the margin, below a page that it
 * may belong to; NULL when it stands elsewhere. */
static const char *line_without_spaces(struct assigning *p, const struct page *page)
{
	const struct entry *e = page->entry;
	bool is_at_margin = e->line && !e->indent && !e->parent->page && e->previous;
	return is_at_margin && page_kinds[page->type].is_leaf
	               ? arena_format(&p->scratch, "%d", e->line)
	               : NULL;
}

/* The line above a page, beside it, whose star does not stand where those of the list do:
 * it has moved the page. NULL: none. */
static const char *uneven_line(struct assigning *p, const struct page *page)
{
	const struct entry *e = page->entry;
	while (e->previous && e->previous->line && e->indent > 0)
		e = e->previous;
	for (const struct entry *other = page->entry; other->indent > 0 && other != e;
	     other = other->previous)
		if (other->previous->indent != e->indent || other->previous == e)
			return arena_format(&p->scratch, "%d",
			                    other->previous == e ? other->line
			                                         : other->previous->line);
	return NULL;
}

/* An address that no other page has: the second page's ends with a digit, and is
 * reported. */
static const char *free_address(struct site *site, struct assigning *p, struct page *page,
                                const char *address)
{
	const struct page *other = outputs_find(p->outputs, address);
	const char *uneven = other && page->entry ? uneven_line(p, page) : NULL;
	if (other)
		diag_report(site->diag,
		            uneven ? MSG_SAME_ADDRESS_MOVED : MSG_SAME_ADDRESS,
		            (struct place){page->shown_path, 0, 0}, address,
		            other->shown_path ? other->shown_path : other->title,
		            uneven ? uneven : line_without_spaces(p, page), NULL);
	size_t len = strlen(address);
	size_t end = len == 0 ? 0 : address[len - 1] == '/' ? 1 : strlen(".html");
	return outputs_choose(p->outputs, site->arena, address, end, page);
}

static void assign_entry(struct site *site, struct assigning *p, struct entry *e)
{
	if (!e->page) {
		e->prefix = outputs_shortened(
			site->arena, gitbook_address(site, e, &p->scratch), "page");
		return;
	}
	bool by_file = site->config.addresses == ADDRESSES_FILES;
	bool is_home = e->page == site->home;
	const char *address = is_home   ? ""
	                      : by_file ? file_address(site->arena, e->path)
	                                : gitbook_address(site, e, &p->scratch);
	address = outputs_shortened(site->arena, address, "page");
	set_address(site, e->page, free_address(site, p, e->page, address));
	e->prefix = is_home ? "readme/" : e->page->address;
}

/* Nearest page above an entry; groups are no pages. */
static struct page *page_above(const struct entry *e)
{
	for (const struct entry *up = e->parent; up; up = up->parent)
		if (up->page)
			return up->page;
	return NULL;
}

static bool is_in_menus(const struct page *page)
{
	return page->state == STATE_PUBLISHED;
}

static void relate_to_parent(struct site *site, struct page *page)
{
	struct page *parent = page_above(page->entry);
	page->parent = parent;
	page->chapter = page->type == PAGE_CHAPTER ? page
	                : parent                   ? parent->chapter
	                                           : NULL;
	if (parent && is_in_menus(page))
		list_add(site->arena, &parent->children, page);
	page->rank = parent ? parent->children.n : 0;
}

void pages_assign_addresses(struct site *site, struct outputs *outputs)
{
	struct assigning p = {.scratch = ARENA_PRIVATE, .outputs = outputs};
	struct page *before = NULL;
	site->entries->prefix = "";
	for (struct entry *e = site->entries->first_child; e; e = entry_next(e)) {
		if (e->place)
			e->prefix = gitbook_address(site, e, &p.scratch);
		if (e->kind == ENTRY_LINK)
			continue;
		assign_entry(site, &p, e);
		if (!e->page)
			continue;
		relate_to_parent(site, e->page);
		if (!is_in_menus(e->page))
			continue;
		e->page->previous = before;
		if (before)
			before->next = e->page;
		before = e->page;
	}
	arena_release(&p.scratch);
	for (size_t i = 0; i < site->n_listed; i++) {
		struct page *page = &site->pages[i];
		page->n_siblings = page->parent ? page->parent->children.n : 0;
	}
}

static struct page *add_own(struct site *site, enum page_type type, const char *address,
                            const char *title)
{
	struct page *page = &site->pages[site->n_pages];
	*page = (struct page){.number = site->n_pages,
	                      .type = type,
	                      .title = title,
	                      .nav_title = title,
	                      .id = page_kinds[type].name};
	set_address(site, page, address);
	site->n_pages++;
	return page;
}

/* The address that the label behind a title's wishes for. */
static const char *own_address(const struct site *site, enum page_type type,
                               enum label title)
{
	const char *wanted = site->labels->text[title + 1];
	const char *slug = slug_make(site->arena, wanted, strlen(wanted));
	return arena_format(site->arena, "%s/", *slug ? slug : page_kinds[type].name);
}

const struct page *pages_add_own(struct site *site, struct outputs *outputs,
                                 enum page_type type, enum label title)
{
	const char *address = own_address(site, type, title);
	while (outputs_find(outputs, address))
		address = arena_format(site->arena, "site-%s", address);
	struct page *page = add_own(site, type, address, site->labels->text[title]);
	outputs_take(outputs, address, page);
	return page;
}

void pages_reserve_one_page(const struct site *site, struct outputs *outputs)
{
	struct page *reserved = arena_alloc(site->arena, sizeof *reserved);
	const char *address = own_address(site, PAGE_ONE_PAGE, LABEL_ONE_PAGE_TITLE);
	reserved->path = reserved->title = site->labels->text[LABEL_ONE_PAGE_TITLE];
	outputs_take(outputs, address, reserved);
}

const struct page *pages_add_one_page(struct site *site)
{
	bool is_alone = site->options->edition == EDITION_ONE_PAGE;
	const char *address =
		is_alone ? "" : own_address(site, PAGE_ONE_PAGE, LABEL_ONE_PAGE_TITLE);
	struct page *page = add_own(site, PAGE_ONE_PAGE, address,
	                            site->labels->text[LABEL_ONE_PAGE_TITLE]);
	/* out of search and sitemap: all of it is elsewhere */
	page->state = STATE_HIDDEN;
	return page;
}

/* Stands in by_id for a last part that several pages have. */
static struct page several;

static void index_ids(struct site *site)
{
	site->by_id = map_new(site->arena);
	map_reserve(&site->by_id, 2 * site->n_listed);
	for (size_t i = 0; i < site->n_listed; i++)
		map_put_string(&site->by_id, site->pages[i].id, &site->pages[i]);
	for (size_t i = 0; i < site->n_listed; i++) {
		struct page *page = &site->pages[i];
		const char *last = path_name(page->id);
		if (last == page->id)
			continue;
		struct page *other = map_find_string(&site->by_id, last);
		if (!other)
			map_put_string(&site->by_id, last, page);
		else if (strcmp(other->id ? other->id : "", last) != 0)
			map_put_string(&site->by_id, last, &several);
	}
}

const struct page *pages_called(const struct site *site, const char *name)
{
	const struct page *page = map_find_string(&site->by_id, name);
	return page == &several ? NULL : page;
}

/* Whether an id is that of a page whose line in the table of contents is told of. */
static bool is_misread(const struct site *site, const char *id)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *file = arena_format(&scratch, "%s.md", id);
	bool is_told = map_find_string(&site->misread, file) ||
	               map_find_string(&site->misread,
	                               arena_format(&scratch, "%s/README.md", id));
	arena_release(&scratch);
	return is_told;
}

/* Names that are looked for among all: each costs more, the more pages there are. */
enum { MOST_SUGGESTIONS = 1000 };

/* One list of ids; the same page twice is told by what `seen` holds. */
struct citing {
	struct site *site;
	const char *key, *shown_path;
	size_t *seen; /* by number of page: the last list that named it */
	size_t list;  /* from 1 */
	size_t n_suggestions;
	struct arena *arena;
	/* made when first asked for */
	struct nearest *ids;
	struct map *unpublished; /* id, last part of it -> struct page */
	struct map *by_last;     /* last part of an id -> the first struct page */
	struct map *by_title; /* folded, in the table of contents or its own: likewise */
};

/* Ids, and last parts of ids. */
static struct nearest *all_ids(const struct site *site, struct arena *a)
{
	struct nearest *ids = nearest_new(a);
	for (size_t i = 0; i < site->n_listed; i++) {
		nearest_add(ids, site->pages[i].id);
		nearest_add(ids, path_name(site->pages[i].id));
	}
	return ids;
}

static const char *nearest_id(struct citing *c, const char *id)
{
	if (c->n_suggestions++ >= MOST_SUGGESTIONS)
		return NULL;
	if (!c->ids)
		c->ids = all_ids(c->site, c->arena);
	return nearest_find(c->ids, id);
}

static struct map *new_map(const struct citing *c)
{
	struct map *m = arena_alloc(c->arena, sizeof *m);
	*m = map_new(c->arena);
	return m;
}

static void add_once(struct map *m, const char *key, const struct page *page)
{
	if (!map_find_string(m, key))
		map_put_string(m, key, (void *)(uintptr_t)page);
}

/* Whether an id is that of a page which is there but not published. */
static bool is_unpublished(struct citing *c, const char *id)
{
	const struct site *site = c->site;
	if (!c->unpublished) {
		c->unpublished = new_map(c);
		for (size_t i = 0; i < site->n_unlisted; i++) {
			const struct page *page = &site->unlisted[i];
			add_once(c->unpublished, page->id, page);
			add_once(c->unpublished, path_name(page->id), page);
		}
	}
	return map_find_string(c->unpublished, id) != NULL;
}

/* The id of one of several pages that are called so, as an example. */
static const char *one_called(struct citing *c, const char *last)
{
	const struct site *site = c->site;
	if (!c->by_last) {
		c->by_last = new_map(c);
		for (size_t i = 0; i < site->n_listed; i++)
			add_once(c->by_last, path_name(site->pages[i].id),
			         &site->pages[i]);
	}
	const struct page *page = map_find_string(c->by_last, last);
	return page ? page->id : NULL;
}

/* The id of the page that has this title; NULL: none. */
static const char *id_titled(struct citing *c, const char *title)
{
	const struct site *site = c->site;
	if (!c->by_title) {
		c->by_title = new_map(c);
		for (size_t i = 0; i < site->n_listed; i++) {
			const struct page *page = &site->pages[i];
			add_once(c->by_title, text_fold(c->arena, page->title), page);
			add_once(c->by_title, text_fold(c->arena, page->nav_title), page);
		}
	}
	const struct page *page =
		map_find_string(c->by_title, text_fold(c->arena, title));
	return page ? page->id : NULL;
}

/* What an id may have meant: a page's title, or one that is written nearly so. */
static const char *meant_id(struct citing *c, const char *id)
{
	const char *titled = id_titled(c, id);
	return titled ? titled : nearest_id(c, id);
}

static void resolve_ids(struct citing *c, const struct value *ids, struct page_list *out)
{
	struct site *site = c->site;
	const char *key = c->key;
	c->list++;
	for (size_t i = 0; ids->kind == VALUE_LIST && i < ids->list->n; i++) {
		const struct value *id = &ids->list->items[i];
		struct place at = {c->shown_path, id->line, id->column};
		const struct page *page = map_find_string(&site->by_id, id->text);
		if (page == &several)
			diag_report(site->diag, MSG_AMBIGUOUS_ID, at, key, id->text,
			            one_called(c, id->text), NULL);
		else if (page && c->seen[page->number] == c->list)
			diag_report(site->diag, MSG_ID_TWICE, at, key, page->id, NULL);
		else if (page)
			list_add(site->arena, out, page);
		else if (is_misread(site, id->text))
			continue;
		else if (is_unpublished(c, id->text))
			diag_report(site->diag, MSG_ID_UNPUBLISHED, at, key, id->text,
			            NULL);
		else
			diag_report(site->diag, MSG_UNKNOWN_ID, at, key, id->text,
			            meant_id(c, id->text), NULL);
		if (page && page != &several)
			c->seen[page->number] = c->list;
	}
}

void pages_relate(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	struct citing c = {.site = site, .arena = &scratch};
	c.seen = arena_array(&scratch, site->n_listed + 1, sizeof *c.seen);
	index_ids(site);
	for (size_t i = 0; i < site->n_listed; i++) {
		struct page *page = &site->pages[i];
		c.shown_path = page->shown_path;
		c.key = "prerequis";
		resolve_ids(&c, &page->front->prerequisites, &page->prerequisites);
		c.key = "fiches";
		resolve_ids(&c, &page->front->sheets, &page->sheets);
	}
	c.shown_path = "site.yml";
	c.key = "menu";
	resolve_ids(&c, &site->config.menu, &site->menu);
	arena_release(&scratch);
}

struct place page_citation(const struct site *site, const struct page *page,
                           const struct value *ids, const struct page *cited)
{
	for (size_t i = 0; ids->kind == VALUE_LIST && i < ids->list->n; i++) {
		const struct value *id = &ids->list->items[i];
		if (map_find_string(&site->by_id, id->text) == cited)
			return (struct place){page->shown_path, id->line, id->column};
	}
	return (struct place){page->shown_path, 0, 0};
}

struct page *site_page_of(const struct site *site, const struct source_file *file)
{
	return site->page_of[file - site->source.files];
}

static typography *typography_of(const struct site *site, const char *language)
{
	return site->config.wants_typography ? locale_of(language)->typography : NULL;
}

static const char *language_of(const struct site *site, const struct page *page)
{
	return page->language ? page->language : site->config.language;
}

typography *page_typography(const struct site *site, const struct page *page)
{
	return typography_of(site, language_of(site, page));
}

static const char *polish(const struct site *site, const char *language, const char *text)
{
	if (!text)
		return NULL;
	text = emoji_replace(site->arena, &site->emoji,
	                     (struct bytes){text, strlen(text)})
	               .data;
	return typography_text(typography_of(site, language), site->arena, text);
}

const char *site_polish(const struct site *site, const char *text)
{
	return polish(site, site->config.language, text);
}

const char *page_polish(const struct site *site, const struct page *page,
                        const char *text)
{
	return polish(site, language_of(site, page), text);
}

bool page_is_published(const struct site *site, const struct page *page)
{
	return page >= site->pages && page < site->pages + site->n_pages;
}

struct page *site_find_page(const struct site *site, const char *path)
{
	const struct source_file *file = site_find_file(site, path);
	return file ? site_page_of(site, file) : NULL;
}
