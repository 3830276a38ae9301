#include "connect/derive.h"

#include "course/page_kinds.h"

enum {
	MOST_FOLLOW_UPS =
		5, /* a reader chooses among a few; the next page is always there */
	MOST_BACKLINKS =
		40, /* kept of a page that everybody cites: its weight is bounded */
};

struct deriving {
	struct connected *out;
	const struct site *site;
	const struct composed *const *composed;
	struct arena *arena;
};

static void list_add(struct deriving *x, struct page_list *list, const struct page *page)
{
	ARRAY_ADD(x->arena, list->items, list->n, list->cap, page);
}

static struct connected_page *own(struct deriving *x, const struct page *page)
{
	return &x->out->pages[page->number];
}

static bool is_shown(const struct page *page)
{
	return page->entry && page->state == STATE_PUBLISHED;
}

static void add_follow_up(struct deriving *x, const struct page *before,
                          const struct page *page)
{
	bool is_shown_already = before->next == page || page->parent == before;
	struct page_list *list = &own(x, before)->follow_ups;
	if (!is_shown_already && list->n < MOST_FOLLOW_UPS)
		list_add(x, list, page);
}

static void relate(struct deriving *x, const struct page *page)
{
	for (size_t i = 0; i < page->sheets.n; i++)
		list_add(x, &own(x, page->sheets.items[i])->cases, page);
	for (size_t i = 0; i < page->prerequisites.n; i++)
		add_follow_up(x, page->prerequisites.items[i], page);
	if (page->type == PAGE_CASE)
		list_add(x, &x->out->cases, page);
	if (page->type != PAGE_SHEET)
		return;
	list_add(x, &x->out->sheets, page);
	if (page->chapter)
		list_add(x, &own(x, page->chapter)->chapter_sheets, page);
}

/* The links between pages, turned round: those that lead to page i stand from first[i]
 * to first[i + 1]. */
struct incoming {
	size_t *first;
	const struct page **from;
	size_t *shown; /* by number of page: the page, from 1, that names it already */
};

/* Home and glossary link to everything, and everything links to them: nobody learns from
 * it. */
static bool counts(const struct site *site, const struct page *page)
{
	return page->entry && page != site->home && page->type != PAGE_GLOSSARY;
}

/* An overview cites all pages of its kind; so does its list. */
static bool lists(const struct page *overview, const struct page *page)
{
	return (overview->listing == LISTING_SHEETS && page->type == PAGE_SHEET) ||
	       (overview->listing == LISTING_CASES && page->type == PAGE_CASE);
}

static void collect(const struct deriving *x, struct incoming *in, struct arena *scratch)
{
	size_t n = x->site->n_pages, *end = arena_array(scratch, n + 1, sizeof *end);
	in->first = arena_array(scratch, n + 1, sizeof *in->first);
	in->shown = arena_array(scratch, n + 1, sizeof *in->shown);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < x->composed[i]->n_linked; k++)
			in->first[x->composed[i]->linked[k] + 1]++;
	for (size_t i = 0; i < n; i++)
		end[i + 1] = in->first[i + 1] += in->first[i];
	in->from = arena_array(scratch, in->first[n] + 1, sizeof(struct page *));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < x->composed[i]->n_linked; k++)
			in->from[end[x->composed[i]->linked[k]]++] = &x->site->pages[i];
}

static void add_incoming(struct incoming *in, const struct page_list *list, size_t by)
{
	for (size_t i = 0; i < list->n; i++)
		in->shown[list->items[i]->number] = by;
}

static void add_backlinks(struct deriving *x, const struct page *page,
                          struct incoming *in)
{
	size_t by = page->number + 1;
	struct connected_page *to = own(x, page);
	const struct page *around[] = {page, page->parent, page->previous, page->next};
	const struct page_list *named[] = {&page->children, &page->prerequisites,
	                                   &page->sheets,   &to->cases,
	                                   &to->follow_ups, &to->chapter_sheets};
	for (size_t i = 0; i < COUNT(around); i++)
		if (around[i])
			in->shown[around[i]->number] = by;
	for (size_t i = 0; i < COUNT(named); i++)
		add_incoming(in, named[i], by);
	for (size_t i = in->first[by - 1]; i < in->first[by]; i++) {
		const struct page *from = in->from[i];
		if (!is_shown(from) || !counts(x->site, from) || lists(from, page) ||
		    in->shown[from->number] == by)
			continue;
		if (to->n_backlinks++ < MOST_BACKLINKS)
			list_add(x, &to->backlinks, from);
	}
}

void derive_relations(struct connected *connected, const struct site *site,
                      const struct composed *const *composed, struct arena *a)
{
	struct deriving x = {connected, site, composed, a};
	struct arena scratch = ARENA_PRIVATE;
	struct incoming in;
	for (size_t i = 0; i < site->n_pages; i++)
		if (is_shown(&site->pages[i]))
			relate(&x, &site->pages[i]);
	collect(&x, &in, &scratch);
	for (size_t i = 0; i < site->n_pages; i++)
		if (counts(site, &site->pages[i]))
			add_backlinks(&x, &site->pages[i], &in);
	arena_release(&scratch);
}
