#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "course/page_kinds.h"
#include "theme/view_internal.h"

/*
 * Navigation as templates see it. A page carries its own branch: ancestors,
 * children, at most 40 siblings around the one that is open; the rest is one
 * link to the parent's page. So a page's weight does not grow with the site.
 */

enum { MOST_SIBLINGS = 40 };

enum extent { NEAR, WHOLE };

static const struct value_list nothing;

/* One entry, and how much of what is below it is shown. */
struct nav_item {
	const struct entry *entry;
	const struct page *page; /* that the navigation is drawn for */
	enum extent extent;
};

static bool is_shown(const struct entry *e);

static bool has_shown_child(const struct entry *e)
{
	const struct entry *child = e->first_child;
	while (child && !is_shown(child))
		child = child->next;
	return child != NULL;
}

/* A hidden page is not, nor a group that holds nothing to show. */
static bool is_shown(const struct entry *e)
{
	const struct page *page = e->place ? e->place->page : e->page;
	if (page || e->kind != ENTRY_GROUP)
		return !page || page->state == STATE_PUBLISHED;
	return has_shown_child(e);
}

/* Whether an entry is the page's own or above it. */
static bool is_above(const struct entry *e, const struct page *page)
{
	for (const struct entry *up = page->entry; up; up = up->parent)
		if (up == e)
			return true;
	return false;
}

static bool is_open(const struct nav_item *item)
{
	return item->entry->kind == ENTRY_GROUP || is_above(item->entry, item->page);
}

static struct value new_item(struct view *view, const struct entry *e,
                             const struct page *page, enum extent extent)
{
	struct nav_item *item = arena_alloc(view->arena, sizeof *item);
	*item = (struct nav_item){e, page, extent};
	return value_object(&view_nav_type, item);
}

/* The first of the siblings to show: so that the open one stands in the middle. */
static const struct entry *window_start(const struct entry *parent,
                                        const struct page *page)
{
	const struct entry *open = page->entry;
	while (open && open->parent != parent)
		open = open->parent;
	if (!open)
		return parent->first_child;
	size_t back = MOST_SIBLINGS / 2;
	if (parent->n_children - open->rank <
	    back) /* near the end there is room before it */
		back = MOST_SIBLINGS - (parent->n_children - open->rank);
	for (; back > 0 && open->previous; back--)
		open = open->previous;
	return open;
}

static struct value children_of(struct view *view, const struct entry *parent,
                                const struct page *page, enum extent extent)
{
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	bool is_cut = extent == NEAR && parent->n_children > MOST_SIBLINGS;
	const struct entry *e = is_cut ? window_start(parent, page) : parent->first_child;
	for (size_t n = 0; e && !(is_cut && n == MOST_SIBLINGS); e = e->next) {
		if (!is_shown(e))
			continue;
		n++;
		value_list_add(view->arena, list, new_item(view, e, page, extent));
	}
	return value_of_list(list);
}

struct value view_near_navigation(struct view *view, const struct page *page)
{
	return children_of(view, view->site->entries, page, NEAR);
}

struct value view_whole_navigation(struct view *view)
{
	return children_of(view, view->site->entries, view->page, WHOLE);
}

struct value view_ancestors(struct view *view, const struct page *page)
{
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	const struct entry *above[64];
	size_t n = 0;
	if (page == view->site->home)
		return value_of_list(list);
	for (const struct entry *e = page->entry ? page->entry->parent : NULL;
	     e && e->parent && n < COUNT(above); e = e->parent)
		above[n++] = e;
	if (!(n > 0 && above[n - 1]->page == view->site->home))
		value_list_add(view->arena, list,
		               new_item(view, view->site->home->entry, page, NEAR));
	while (n > 0)
		value_list_add(view->arena, list, new_item(view, above[--n], page, NEAR));
	return value_of_list(list);
}

static struct value entry_address(const struct view *view, const struct entry *e)
{
	const struct page *page = e->place ? e->place->page : e->page;
	if (page)
		return view_address(view, page);
	return e->url ? value_text(text_one_fragment(view->arena, e->url)) : VALUE_NONE;
}

#define NAV(name, expression)                                                            \
	static struct value nav_##name(const void *self, void *env)                      \
	{                                                                                \
		const struct nav_item *item = self;                                      \
		const struct entry *e = item->entry;                                     \
		struct view *view = env;                                                 \
		(void)e, (void)view;                                                     \
		return expression;                                                       \
	}

NAV(title, value_text(e->title))
NAV(page, e->page ? value_object(&view_page_type, e->page) : VALUE_NONE)
NAV(url, entry_address(view, e))
NAV(is_current, value_bool(e->page && e->page == item->page))
NAV(is_open, value_bool(item->extent == WHOLE || is_open(item)))
NAV(is_group, value_bool(e->kind == ENTRY_GROUP))
NAV(is_external, value_bool(e->kind == ENTRY_LINK && !e->place))
NAV(has_children, value_bool(has_shown_child(e)))
NAV(duration, e->page ? value_int(view_connected(view, e->page)->minutes) : VALUE_NONE)
NAV(total_duration,
    e->page ? value_int(view_connected(view, e->page)->total_minutes) : VALUE_NONE)
NAV(page_type, e->page ? value_text(page_kinds[e->page->type].name) : VALUE_NONE)
NAV(children, item->extent == WHOLE || is_open(item)
                      ? children_of(view, e, item->page, item->extent)
                      : value_of_list(&nothing))

/* What an entry is to the reader of the page, in one word. */
static struct value nav_state(const void *self, void *env)
{
	const struct nav_item *item = self;
	const struct entry *e = item->entry;
	(void)env;
	return value_text(e->kind == ENTRY_GROUP                   ? "group"
	                  : e->kind == ENTRY_LINK && !e->place     ? "external"
	                  : e->page && e->page == item->page       ? "current"
	                  : !has_shown_child(e)                    ? "leaf"
	                  : item->extent == WHOLE || is_open(item) ? "open"
	                                                           : "closed");
}

/* Unique on a page: ranks from the top down. */
static struct value nav_id(const void *self, void *env)
{
	const struct nav_item *item = self;
	struct view *view = env;
	struct buf b = buf_new(view->arena);
	size_t ranks[64], n = 0;
	for (const struct entry *e = item->entry; e->parent && n < COUNT(ranks);
	     e = e->parent)
		ranks[n++] = e->rank;
	buf_add_string(&b, "nav");
	while (n > 0)
		buf_add_format(&b, "-%zu", ranks[--n] + 1);
	return value_text(buf_text(&b));
}

/* What stands at the end of an item's children: a link to the page that lists them all.
 */
static struct value nav_more(const void *self, void *env)
{
	const struct nav_item *item = self;
	struct view *view = env;
	const struct entry *e = item->entry;
	if (item->extent == WHOLE || e->n_children <= MOST_SIBLINGS || !is_open(item))
		return VALUE_NONE;
	const struct page *target = e->page ? e->page : view->site->map_page;
	struct value_map *map = arena_alloc(view->arena, sizeof *map);
	value_map_add(view->arena, map, "url", view_address(view, target));
	value_map_add(view->arena, map, "count",
	              value_int((int64_t)(e->n_children - MOST_SIBLINGS)));
	return value_of_map(map);
}

/* clang-format off */
static const struct value_field nav_fields[] = {
	{"children",     "list of nav",   nav_children},
	{"duration",     "number or nil", nav_duration},
	{"has_children", "true or false", nav_has_children},
	{"id",           "text",          nav_id},
	{"is_current",   "true or false", nav_is_current},
	{"is_external",  "true or false", nav_is_external},
	{"is_group",     "true or false", nav_is_group},
	{"is_open",      "true or false", nav_is_open},
	{"more",         "map or nil",    nav_more},
	{"page",         "page or nil",   nav_page},
	{"page_type",    "text or nil",   nav_page_type},
	{"state",        "text",          nav_state},
	{"title",        "text",          nav_title},
	{"total_duration", "number or nil", nav_total_duration},
	{"url",          "text or nil",   nav_url},
};
/* clang-format on */

const struct value_type view_nav_type = {"nav", nav_fields, COUNT(nav_fields)};
