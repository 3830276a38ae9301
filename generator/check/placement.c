#include "check/placement.h"

#include <limits.h>
#include <string.h>

#include "address/pages.h"
#include "address/spaces.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "course/front.h"
#include "course/page_kinds.h"
#include "course/summary.h"
#include "course/summary_write.h"
#include "data/value.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

/* Chains of pages that want each other read before are followed so far. */
enum { MOST_ROUNDS = 50 };

/* A line of the table: one that is there, or one to be added. */
struct slot {
	const struct page *page; /* NULL: a group, a link, a page that is not read */
	struct slot *parent;     /* the line of the page above it; NULL: none */
	const char *title;       /* as the table has it */
	const char *folder;      /* in which it stands beside others; NULL: none */
	int indent, line;        /* line 0: to be added */
	struct placement *added; /* NULL: it is there */
	bool is_at_end;          /* nothing tells where it belongs */
	struct slot *next, *previous;
};

struct placing {
	const struct site *site;
	struct arena *arena;
	struct slot first; /* before all lines */
	struct slot *last;
	struct map by_page;    /* path -> slot */
	struct map by_folder;  /* the last slot of a folder */
	struct map by_type;    /* the same of a folder and a type: "fiches/\tfiche" */
	struct map last_of;    /* the last slot of a type, there before: "fiche" */
	struct map called;     /* id, last part of it or folded title -> unlisted page */
	struct map waiting;    /* path -> unlisted page that has no place yet */
	struct map included;   /* path -> anything */
	unsigned nested, flat; /* bits of types that stand below a page, below none */
	struct start {
		bool is_known;
		size_t len; /* bytes of the title of the type's last line */
	} starts[N_PAGE_TYPES];
	struct placement *items;
	size_t n;
};

static bool is_readme(const struct page *page)
{
	return strcmp(path_name(page->path), "README.md") == 0;
}

/* The folder that a page stands in beside others: that of a README.md is the one above
 * its own; NULL for the home page. */
static const char *folder_of(struct arena *a, const char *path)
{
	const char *folder = path_folder(a, path);
	if (strcmp(path_name(path), "README.md") != 0)
		return folder;
	size_t len = strlen(folder);
	return len ? path_folder(a, arena_copy(a, folder, len - 1)) : NULL;
}

static const char *type_key(struct placing *p, const char *folder, enum page_type type)
{
	return arena_format(p->arena, "%s\t%s", folder, page_kinds[type].name);
}

static void index_slot(struct placing *p, struct slot *s)
{
	if (!s->page || !s->page->path)
		return;
	const char *type = page_kinds[s->page->type].name;
	map_put_string(&p->by_page, s->page->path, s);
	if (!s->line)
		return;
	*(s->parent ? &p->nested : &p->flat) |= 1u << s->page->type;
	map_put_string(&p->last_of, type, s);
	if (!s->folder)
		return;
	map_put_string(&p->by_folder, s->folder, s);
	map_put_string(&p->by_type, type_key(p, s->folder, s->page->type), s);
}

/* Puts a slot behind another. */
static void insert(struct placing *p, struct slot *s, struct slot *before)
{
	s->previous = before;
	s->next = before->next;
	if (before->next)
		before->next->previous = s;
	else
		p->last = s;
	before->next = s;
	index_slot(p, s);
}

static struct slot *slot_above(struct placing *p, const struct entry *e)
{
	const struct entry *up = e->parent;
	return up && up->page && up->path ? map_find_string(&p->by_page, up->path) : NULL;
}

static void read_table(struct placing *p)
{
	p->last = &p->first;
	for (struct entry *e = p->site->entries->first_child; e; e = entry_next(e)) {
		if (!e->line)
			continue;
		struct slot *s = arena_alloc(p->arena, sizeof *s);
		*s = (struct slot){.page = e->page,
		                   .title = e->title,
		                   .folder =
		                           e->path ? folder_of(p->arena, e->path) : NULL,
		                   .indent = e->indent,
		                   .line = e->line};
		s->parent = slot_above(p, e);
		insert(p, s, p->last);
	}
}

/* Included files. */

/* The path between the quotes of an include's tag. */
static void note_include(struct placing *p, const struct page *page, const char *at,
                         const char *end)
{
	const char *open = memchr(at, '"', (size_t)(end - at));
	const char *close = open ? memchr(open + 1, '"', (size_t)(end - open - 1)) : NULL;
	if (!close)
		return;
	const char *target = arena_copy(p->arena, open + 1, (size_t)(close - open - 1));
	const char *path = path_resolve(p->arena, page->path, target);
	if (path)
		map_put_string(&p->included, path, p);
}

static void read_includes(struct placing *p, const struct page *page)
{
	static const char word[] = "include";
	struct arena scratch = ARENA_PRIVATE;
	struct bytes b = {"", 0};
	if (!page->file ||
	    !source_read(&p->site->source, &scratch, page->file, LARGEST_PAGE, &b))
		b = (struct bytes){"", 0};
	const char *end = b.data + b.len;
	for (const char *at = b.data; at < end; at++) {
		at = memmem(at, (size_t)(end - at), "{%", 2);
		if (!at)
			break;
		const char *stop = memmem(at, (size_t)(end - at), "%}", 2);
		const char *name = at + 2;
		while (stop && name < stop && *name == ' ')
			name++;
		if (stop && text_start_length(name, (size_t)(stop - name), word))
			note_include(p, page, name, stop);
	}
	arena_release(&scratch);
}

/* Which pages want a line. */

static bool wants_line(const struct placing *p, const struct page *page)
{
	bool is_kept_out = page->entry || page->front->is_draft || page->front->is_hidden;
	is_kept_out |= text_same(path_name(page->path), "SUMMARY.md");
	return !is_kept_out && !spaces_own(p->site, page->path) &&
	       !map_find_string(&p->site->misread, page->path) &&
	       !map_find_string(&p->included, page->path);
}

static void add_name(struct placing *p, const char *name, const struct page *page)
{
	if (!map_find_string(&p->called, name))
		map_put_string(&p->called, name, (void *)page);
}

static void list_waiting(struct placing *p)
{
	const struct site *site = p->site;
	for (size_t i = 0; i < site->n_unlisted; i++) {
		const struct page *page = &site->unlisted[i];
		if (!wants_line(p, page))
			continue;
		map_put_string(&p->waiting, page->path, (void *)page);
		add_name(p, page->id, page);
	}
	for (size_t i = 0; i < site->n_unlisted; i++)
		if (map_find_string(&p->waiting, site->unlisted[i].path))
			add_name(p, path_name(site->unlisted[i].id), &site->unlisted[i]);
}

/* Places. */

/* What front matter wants read before; NULL: no page is called so. */
static const struct page *page_called(const struct placing *p, const char *id)
{
	const struct page *page = pages_called(p->site, id);
	return page ? page : map_find_string(&p->called, id);
}

static const struct value *ids_of(const struct page *page, size_t *n)
{
	const struct value *ids = &page->front->prerequisites;
	*n = ids->kind == VALUE_LIST ? ids->list->n : 0;
	return *n ? ids->list->items : NULL;
}

static bool stands_before(const struct slot *a, const struct slot *b)
{
	while (a && a != b)
		a = a->next;
	return a != NULL;
}

/* The last in reading order of those that are to be read before; NULL: none has a place.
 */
static struct slot *find_before(struct placing *p, const struct page *page)
{
	size_t n;
	const struct value *ids = ids_of(page, &n);
	struct slot *last = NULL;
	for (size_t i = 0; i < n; i++) {
		const struct page *before = page_called(p, ids[i].text);
		struct slot *s = before && before->path
		                         ? map_find_string(&p->by_page, before->path)
		                         : NULL;
		if (s && (!last || stands_before(last, s)))
			last = s;
	}
	return last;
}

/* The slot behind which a line stands that comes after another and all below it. */
static struct slot *end_of(struct slot *s)
{
	struct slot *end = s;
	while (end->next && end->next->indent > s->indent)
		end = end->next;
	return end;
}

/* In a chapter sheets come first, then case studies, then its quiz. */
static int rank_of(const struct page *page)
{
	return page->type == PAGE_SHEET  ? 1
	       : page->type == PAGE_CASE ? 2
	       : page->type == PAGE_QUIZ ? 3
	                                 : 0;
}

static bool is_leaf(const struct page *page)
{
	return page_kinds[page->type].is_leaf;
}

/* Behind a slot and those beside it that come before a page of this rank. */
static struct slot *pass_earlier(struct slot *s, const struct page *page)
{
	struct slot *end = end_of(s);
	while (end->next && end->next->page && end->next->indent == s->indent &&
	       is_leaf(end->next->page) && rank_of(end->next->page) < rank_of(page))
		end = end_of(end->next);
	return end;
}

/* Where a line is put. */
struct spot {
	struct slot *behind, *parent;
	int indent;
	bool is_at_end; /* nothing tells where it belongs */
};

static struct spot beside(struct slot *s)
{
	return (struct spot){end_of(s), s->parent, s->indent, s->is_at_end};
}

/* Below a page, behind those of its pages that come before. */
static struct spot below(struct slot *s, const struct page *page)
{
	struct slot *child = s->next, *end = s;
	bool has_child = child && child->indent > s->indent;
	int indent = has_child ? child->indent : s->indent + 2;
	for (; child && child->indent > s->indent; child = child->next) {
		bool is_later = is_leaf(page) && child->indent == indent && child->page &&
		                rank_of(child->page) > rank_of(page);
		if (is_later)
			break;
		end = child;
	}
	return (struct spot){end, s, indent, s->is_at_end};
}

/* Whether the leaves of a chapter stand below it: they do, but where none of this type
 * does. */
static bool holds_leaf(const struct placing *p, const struct page *chapter,
                       const struct page *leaf)
{
	unsigned bit = 1u << leaf->type;
	bool is_flat = (p->flat & bit) && !(p->nested & bit);
	return chapter->type == PAGE_CHAPTER && is_leaf(leaf) && !is_flat;
}

static struct spot spot_behind(struct placing *p, struct slot *before,
                               const struct page *page)
{
	bool is_own = is_readme(before->page) &&
	              strcmp(path_folder(p->arena, before->page->path),
	                     path_folder(p->arena, page->path)) == 0;
	if (holds_leaf(p, before->page, page) || (is_own && *before->folder))
		return below(before, page);
	if (is_leaf(page) && is_leaf(before->page))
		return (struct spot){pass_earlier(before, page), before->parent,
		                     before->indent, before->is_at_end};
	while (!is_leaf(page) && is_leaf(before->page) && before->parent)
		before = before->parent;
	return beside(before);
}

static struct slot *find_readme(struct placing *p, const struct page *page)
{
	const char *folder = path_folder(p->arena, page->path);
	const char *readme = path_join(p->arena, folder, "README.md");
	bool may_be = *folder && !is_readme(page);
	return may_be ? map_find_string(&p->by_page, readme) : NULL;
}

static struct spot find_spot(struct placing *p, const struct page *page)
{
	struct slot *before = find_before(p, page), *s = NULL;
	if (before)
		return spot_behind(p, before, page);
	const char *folder = folder_of(p->arena, page->path);
	if (folder)
		s = map_find_string(&p->by_type, type_key(p, folder, page->type));
	if (!s && folder)
		s = map_find_string(&p->by_folder, folder);
	if (s)
		return beside(s);
	s = find_readme(p, page);
	return s ? below(s, page) : (struct spot){p->last, NULL, 0, true};
}

/* Titles. */

/* Plain spaces, as they are typed. */
static const char *as_typed(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);
	for (const char *at = text, *end = at + strlen(at); at < end;) {
		const char *start = at;
		uint32_t c = text_next(&at, end);
		if (c == 0xa0 || c == 0x202f)
			buf_add_char(&b, ' ');
		else
			buf_add(&b, start, (size_t)(at - start));
	}
	return buf_text(&b);
}

/* The number in a text: its first digits; 0: none. `*at` and `*len`: where they stand. */
static int number_in(const char *text, size_t *at, size_t *len)
{
	int number = 0;
	*at = strcspn(text, "0123456789");
	*len = strspn(text + *at, "0123456789");
	for (size_t i = 0; i < *len && i < 4; i++)
		number = number * 10 + (text[*at + i] - '0');
	return *len > 0 && *len < 4 ? number : 0;
}

static const char *with_number(struct arena *a, const char *text, int number)
{
	size_t at, len;
	number_in(text, &at, &len);
	return arena_format(a, "%.*s%d%s", (int)at, text, number, text + at + len);
}

/* What stands in the table before the page's own title: "Chapitre 2. "; 0: nothing. */
static size_t prefix_length(const struct slot *s, const char *listed)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *title = as_typed(&scratch, s->page->title);
	size_t len = strlen(listed), own = strlen(title);
	bool has_it =
		own > 1 && len > own && strcmp(listed + len - own + 1, title + 1) == 0;
	arena_release(&scratch);
	return has_it ? len - own : 0;
}

/* "Quiz : chapitre 2" in chapter 2 is "Quiz : chapitre 3" in chapter 3; NULL: its model
 * is not called after its chapter. */
static const char *called_after_chapter(struct placing *p, const struct slot *model,
                                        const struct slot *parent)
{
	size_t at, len;
	if (!model->parent || !parent || model->parent == parent || !model->page ||
	    !is_leaf(model->page))
		return NULL;
	const char *listed = as_typed(p->arena, model->title);
	int own = number_in(listed, &at, &len);
	int above = number_in(as_typed(p->arena, model->parent->title), &at, &len);
	int here = number_in(as_typed(p->arena, parent->title), &at, &len);
	bool is_called_so = own && own == above && here && !prefix_length(model, listed);
	return is_called_so ? with_number(p->arena, listed, here) : NULL;
}

/* The number of a page among those of its type: that of its file's name, where theirs
 * have it too, else the one behind the last. */
static int next_number(struct placing *p, const struct slot *model, int last,
                       const struct page *page)
{
	size_t at, len;
	const char *theirs = path_name(arena_string(p->arena, model->page->id));
	const char *own = path_name(arena_string(p->arena, page->id));
	int number = number_in(own, &at, &len);
	return number && number_in(theirs, &at, &len) == last ? number : last + 1;
}

static size_t find_common_start(struct placing *p, const struct slot *model)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *listed = as_typed(p->arena, model->title);
	const char *colon = strstr(listed, " : ");
	size_t len = colon ? (size_t)(colon - listed) + 3 : 0, n = 0, n_alike = 0;
	for (const struct slot *s = p->first.next; len && s; s = s->next) {
		if (!s->line || !s->page || s->page->type != model->page->type)
			continue;
		n++;
		n_alike += strncmp(as_typed(&scratch, s->title), listed, len) == 0;
		arena_reset(&scratch);
	}
	arena_release(&scratch);
	return n > 1 && n_alike == n ? len : 0;
}

/* A word and a sign that all lines of a type start with: "Étude de cas : "; 0: none.
 * Lines that are added change nothing. */
static size_t common_start(struct placing *p, const struct slot *model)
{
	struct start *start = &p->starts[model->page->type];
	if (!start->is_known)
		*start = (struct start){true, find_common_start(p, model)};
	return start->len;
}

static const char *title_of(struct placing *p, const struct page *page,
                            const struct slot *parent)
{
	const char *title = as_typed(p->arena, page->title);
	const struct slot *model =
		map_find_string(&p->last_of, page_kinds[page->type].name);
	if (!model || page->type == PAGE_PLAIN)
		return title;
	const struct slot *beside_it = model;
	while (parent && beside_it &&
	       !(beside_it->line && beside_it->page &&
	         beside_it->page->type == page->type && beside_it->parent))
		beside_it = beside_it->previous;
	const char *named = beside_it ? called_after_chapter(p, beside_it, parent) : NULL;
	if (named)
		return named;
	const char *listed = as_typed(p->arena, model->title);
	size_t at, len, prefix = prefix_length(model, listed);
	const char *start = arena_copy(p->arena, listed, prefix);
	int last = number_in(start, &at, &len);
	if (prefix && last)
		return arena_format(
			p->arena, "%s%s",
			with_number(p->arena, start, next_number(p, model, last, page)),
			title);
	prefix = common_start(p, model);
	bool has_it = strncmp(title, listed, prefix) == 0;
	return arena_format(p->arena, "%.*s%s", has_it ? 0 : (int)prefix, listed, title);
}

/* Lines. */

/* Whether a line can be added only with another one. */
static bool needs_other(const struct spot *spot, const struct slot *before)
{
	return (spot->parent && spot->parent->added) || (before && before->added);
}

/* Behind the lines that go to the same place and were there first. */
static struct slot *behind_others(struct slot *behind, int indent)
{
	while (behind->next && behind->next->added && behind->next->indent >= indent)
		behind = behind->next;
	return behind;
}

static void add_line(struct placing *p, const struct page *page)
{
	struct spot spot = find_spot(p, page);
	bool is_bound = needs_other(&spot, find_before(p, page));
	struct placement *added = &p->items[p->n++];
	struct slot *s = arena_alloc(p->arena, sizeof *s);
	struct slot *behind =
		is_bound ? spot.behind : behind_others(spot.behind, spot.indent);
	struct buf b = buf_new(p->arena);
	*s = (struct slot){.page = page,
	                   .parent = spot.parent,
	                   .title = title_of(p, page, spot.parent),
	                   .folder = folder_of(p->arena, page->path),
	                   .indent = spot.indent,
	                   .added = added,
	                   .is_at_end = spot.is_at_end};
	summary_add_page(&b, spot.indent, s->title,
	                 path_relative(p->arena, p->site->config.summary, page->path));
	*added = (struct placement){
		.page = page,
		.after = is_bound ? behind->page : NULL,
		.indent = spot.indent,
		.line = arena_copy(p->arena, b.data, b.len - 1) /* without its end */
	};
	insert(p, s, behind);
	map_put_string(&p->waiting, page->path, NULL);
}

/* Whether a page must wait for another that has no place yet either. */
static bool must_wait(struct placing *p, const struct page *page)
{
	size_t n;
	const struct value *ids = ids_of(page, &n);
	for (size_t i = 0; i < n; i++) {
		const struct page *before = page_called(p, ids[i].text);
		if (before && before != page && before->path &&
		    map_find_string(&p->waiting, before->path))
			return true;
	}
	const char *folder = path_folder(p->arena, page->path);
	return !is_readme(page) && *folder &&
	       map_find_string(&p->waiting, path_join(p->arena, folder, "README.md"));
}

/* Places the pages that wait for none, or all that are left; false: there was none. */
static bool place_some(struct placing *p, bool all)
{
	bool has_placed = false;
	for (size_t i = 0; i < p->site->n_unlisted; i++) {
		const struct page *page = &p->site->unlisted[i];
		if (!map_find_string(&p->waiting, page->path) ||
		    (!all && must_wait(p, page)))
			continue;
		add_line(p, page);
		has_placed = true;
	}
	return has_placed;
}

/* Reads the lines off in the order of the file. */
static struct placements read_off(struct placing *p)
{
	struct placements all = {arena_array(p->arena, p->n + 1, sizeof *all.items), 0};
	int line = 0;
	for (const struct slot *s = p->first.next; s; s = s->next) {
		if (!s->added) {
			line = s->line;
			continue;
		}
		struct placement *to = &all.items[all.n++];
		*to = *s->added;
		to->below = s->is_at_end ? 0 : line;
		if (to->after && s->previous->added)
			to->after = s->previous->page;
	}
	return all;
}

struct placements placements_of(const struct site *site, struct arena *a)
{
	struct placing p = {.site = site, .arena = a};
	if (!site->n_unlisted)
		return (struct placements){0};
	struct map *const maps[] = {&p.by_page, &p.by_folder, &p.by_type, &p.last_of,
	                            &p.called,  &p.waiting,   &p.included};
	for (size_t i = 0; i < COUNT(maps); i++)
		*maps[i] = map_new(a);
	for (size_t i = 0; i < site->n_listed; i++)
		read_includes(&p, &site->pages[i]);
	for (size_t i = 0; i < site->n_unlisted; i++)
		read_includes(&p, &site->unlisted[i]);
	p.items = arena_array(a, site->n_unlisted + 1, sizeof *p.items);
	read_table(&p);
	list_waiting(&p);
	for (int round = 0; round < MOST_ROUNDS && place_some(&p, false); round++)
		;
	place_some(&p, true); /* those that wait for each other */
	return read_off(&p);
}

enum { LAST_LINE = INT_MAX };

/* The line of a page where it goes: behind those that were reported before it. */
static void cure(const struct site *site, const struct placement *to, struct arena *a)
{
	const struct config *c = &site->config;
	struct place at = {path_join(a, c->content, c->summary),
	                   to->below ? to->below + 1 : LAST_LINE, 0};
	if (source_find(&site->source, c->summary))
		diag_cure(site->diag,
		          (struct change){.at = at,
		                          .old = "",
		                          .fresh = arena_format(a, "%s\n", to->line)});
}

static void report(const struct site *site, const struct placement *to, struct arena *a)
{
	struct place at = {to->page->shown_path, 0, 0};
	const char *summary = site->config.summary;
	const char *spaces = to->indent ? arena_format(a, "%d", to->indent) : NULL;
	if (to->after)
		diag_report(site->diag, MSG_UNLISTED_AFTER, at, to->line, to->after->path,
		            summary, spaces, NULL);
	else if (to->below)
		diag_report(site->diag, MSG_UNLISTED_BESIDE, at, to->line,
		            arena_format(a, "%d", to->below), summary, spaces, NULL);
	else
		diag_report(site->diag, MSG_UNLISTED, at, to->line, summary, NULL);
	cure(site, to, a);
}

void placements_report(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	struct placements all = placements_of(site, &scratch);
	for (size_t i = 0; i < all.n; i++) {
		site->unlisted[all.items[i].page - site->unlisted].is_awaited = true;
		report(site, &all.items[i], &scratch);
	}
	arena_release(&scratch);
}
