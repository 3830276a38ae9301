#include "address/relations.h"

#include "address/pages.h"
#include "base/buf.h"
#include "base/mem.h"
#include "course/front.h"
#include "course/page_kinds.h"
#include "words/diag.h"
#include "words/message_names.h"

/*
 * Circles are found by following prerequisites depth first: one that leads
 * back to a page on the path closes a circle. So each is named once, and a
 * course whose circles are all mended has none left.
 */

enum {
	MOST_CYCLES = 100, /* told of one course: somebody who sees so many starts anew */
	MOST_NAMES = 20,   /* of a circle; the middle of a longer one is left out */
	MOST_FAULTS = 20,  /* of one list: each is looked up again in its front matter */
};

/* A page on the path, and how many of its prerequisites were followed. */
struct step {
	const struct page *page;
	size_t n_followed;
};

struct checking {
	struct site *site;
	struct arena scratch;
	struct step *path;
	size_t n_path;
	size_t *depths; /* by number of page: its place on the path, from 1; 0: not yet */
	size_t *first_edge; /* by number of page: the number of its first prerequisite */
	bool *is_told;      /* by number of prerequisite: as part of a circle */
	int n_cycles;
};

enum { LEFT = -1 }; /* a depth: everything behind this page was followed */

static bool is_read_in_order(const struct page *page)
{
	return page->state == STATE_PUBLISHED;
}

static void drop_itself(struct site *site, struct page *page)
{
	struct page_list *list = &page->prerequisites;
	size_t kept = 0;
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i] != page)
			list->items[kept++] = list->items[i];
	if (kept < list->n)
		diag_report(site->diag, MSG_PREREQUISITE_ITSELF,
		            page_citation(site, page, &page->front->prerequisites, page),
		            NULL);
	list->n = kept;
}

static void check_sheets(struct site *site, struct page *page)
{
	struct page_list *list = &page->sheets;
	size_t kept = 0, n_faults = 0;
	bool is_case = page->type == PAGE_CASE;
	if (list->n > 0 && !is_case)
		diag_report(
			site->diag, MSG_RELATION_SOURCE,
			page_citation(site, page, &page->front->sheets, list->items[0]),
			NULL);
	for (size_t i = 0; is_case && i < list->n; i++) {
		const struct page *sheet = list->items[i];
		if (sheet->type == PAGE_SHEET)
			list->items[kept++] = sheet;
		else if (!sheet->has_lost_header && n_faults++ < MOST_FAULTS)
			diag_report(
				site->diag, MSG_RELATION_TARGET,
				page_citation(site, page, &page->front->sheets, sheet),
				sheet->id, NULL);
	}
	list->n = kept;
}

/* "a → b → a": from the page that is read first, whose prerequisite surely comes too
 * late. */
static const char *cycle_names(struct checking *c, size_t from, size_t n, size_t first)
{
	struct buf b = buf_new(&c->scratch);
	for (size_t i = 0; i <= n; i++) {
		bool is_left_out =
			n > MOST_NAMES && i >= MOST_NAMES / 2 && i + MOST_NAMES / 2 < n;
		if (!is_left_out)
			buf_add_format(&b, "%s%s", i > 0 ? " → " : "",
			               c->path[from + (first + i) % n].page->id);
		else if (i == MOST_NAMES / 2)
			buf_add_string(&b, " → …");
	}
	return buf_text(&b);
}

/* The path from this place on is a circle. */
static void report_cycle(struct checking *c, size_t from)
{
	size_t n = c->n_path - from, first = 0;
	for (size_t i = 1; i < n; i++)
		if (c->path[from + i].page->number < c->path[from + first].page->number)
			first = i;
	const struct step *start = &c->path[from + first];
	size_t edge = start->n_followed - 1;
	c->is_told[c->first_edge[start->page->number] + edge] = true;
	if (c->n_cycles++ >= MOST_CYCLES)
		return;
	diag_report(c->site->diag, MSG_PREREQUISITE_CYCLE,
	            page_citation(c->site, start->page,
	                          &start->page->front->prerequisites,
	                          start->page->prerequisites.items[edge]),
	            cycle_names(c, from, n, first), NULL);
}

static void enter(struct checking *c, const struct page *page)
{
	c->path[c->n_path++] = (struct step){page, 0};
	c->depths[page->number] = c->n_path;
}

/* Follows all that leads on from a page; the path is an array, so that a long chain
 * costs no stack. */
static void follow(struct checking *c, const struct page *start)
{
	enter(c, start);
	while (c->n_path > 0) {
		struct step *step = &c->path[c->n_path - 1];
		if (step->n_followed == step->page->prerequisites.n) {
			c->depths[step->page->number] = (size_t)LEFT;
			c->n_path--;
			continue;
		}
		const struct page *before =
			step->page->prerequisites.items[step->n_followed++];
		size_t depth = c->depths[before->number];
		if (depth == 0)
			enter(c, before);
		else if (depth != (size_t)LEFT)
			report_cycle(c, depth - 1);
	}
}

static const char *line_of(struct checking *c, const struct page *page)
{
	return page->entry->line ? arena_format(&c->scratch, "%d", page->entry->line)
	                         : NULL;
}

static bool is_below(const struct page *page, const struct page *above)
{
	const struct entry *e = page->entry;
	while (e && e != above->entry)
		e = e->parent;
	return e != NULL;
}

/* The entry, or the one above it, that stands beside another; NULL: none does. A line
 * that moves there keeps its address, and those below it theirs. */
static const struct entry *beside(const struct entry *e, const struct entry *other)
{
	while (e && e->parent != other->parent)
		e = e->parent;
	return e;
}

static void report_later(struct checking *c, const struct page *page,
                         const struct page *before)
{
	const struct entry *from = before->entry, *last = from;
	const struct entry *to = beside(page->entry, from);
	bool is_under = is_below(before, page), has_lines = from->line > 0;
	while (last->last_child)
		last = last->last_child;
	enum message m = is_under            ? MSG_PREREQUISITE_BELOW
	                 : !has_lines        ? MSG_PREREQUISITE_LATER
	                 : !to               ? MSG_PREREQUISITE_ELSEWHERE
	                 : from->first_child ? MSG_PREREQUISITE_LATER_WHOLE
	                                     : MSG_PREREQUISITE_LATER;
	const char *end = arena_format(&c->scratch, "%d", last->line);
	const char *target =
		to && has_lines ? arena_format(&c->scratch, "%d", to->line) : NULL;
	diag_report(c->site->diag, m,
	            page_citation(c->site, page, &page->front->prerequisites, before),
	            before->id, line_of(c, before), target, end, NULL);
}

static void check_order(struct checking *c, const struct page *page)
{
	size_t n_faults = 0;
	for (size_t i = 0; i < page->prerequisites.n && n_faults < MOST_FAULTS; i++) {
		const struct page *before = page->prerequisites.items[i];
		bool is_later = before->number > page->number &&
		                is_read_in_order(before) && is_read_in_order(page);
		if (!is_later || c->is_told[c->first_edge[page->number] + i])
			continue;
		n_faults++;
		report_later(c, page, before);
	}
}

static void check_prerequisites(struct site *site)
{
	struct checking c = {.site = site};
	size_t n = site->n_listed + 1, n_edges = 0;
	c.first_edge = arena_array(&c.scratch, n, sizeof *c.first_edge);
	for (size_t i = 0; i < site->n_listed; i++) {
		c.first_edge[i] = n_edges;
		n_edges += site->pages[i].prerequisites.n;
	}
	c.path = arena_array(&c.scratch, n, sizeof *c.path);
	c.depths = arena_array(&c.scratch, n, sizeof *c.depths);
	c.is_told = arena_array(&c.scratch, n_edges + 1, sizeof *c.is_told);
	for (size_t i = 0; n_edges > 0 && i < site->n_listed; i++)
		if (c.depths[i] == 0)
			follow(&c, &site->pages[i]);
	for (size_t i = 0; i < site->n_listed; i++)
		check_order(&c, &site->pages[i]);
	arena_release(&c.scratch);
}

void relations_check(struct site *site)
{
	for (size_t i = 0; i < site->n_listed; i++) {
		drop_itself(site, &site->pages[i]);
		check_sheets(site, &site->pages[i]);
	}
	check_prerequisites(site);
}
