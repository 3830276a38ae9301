#include "check/shelves.h"

#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "course/page_kinds.h"
#include "words/diag.h"
#include "words/message_names.h"

/* The line of an entry, or of the last one below it. */
static int last_line(const struct entry *e)
{
	while (e->last_child)
		e = e->last_child;
	return e->line;
}

/* Whether the page itself lacks spaces, and not those below it that have too many: it
 * stands at the margin, behind a page that has others below it. */
static bool is_too_far_left(const struct entry *e)
{
	bool is_top = !e->parent->page;
	return is_top && e->previous && e->previous->page && e->previous->first_child;
}

static void report_leaf(struct site *site, const struct entry *e, struct arena *scratch)
{
	const struct entry *child = e->first_child;
	const struct config *c = &site->config;
	bool is_left = is_too_far_left(e);
	const char *spaces = arena_format(scratch, "%d", child->indent - e->indent);
	const char *last = last_line(e) > child->line
	                           ? arena_format(scratch, "%d", last_line(e))
	                           : NULL;
	struct place at = {path_join(scratch, c->content, c->summary),
	                   is_left ? e->line : child->line, 0};
	diag_report(site->diag, is_left ? MSG_LEAF_LEFT : MSG_LEAF_CHILDREN, at,
	            child->title, e->title, spaces, last, NULL);
	if (is_left && child->indent > e->indent)
		diag_cure(site->diag,
		          (struct change){.at = at,
		                          .old = "",
		                          .fresh = arena_format(scratch, "%*s",
		                                                child->indent - e->indent,
		                                                "")});
}

void shelves_check(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		const struct entry *child = page->entry->first_child;
		if (child && child->line && page_kinds[page->type].is_leaf)
			report_leaf(site, page->entry, &scratch);
	}
	arena_release(&scratch);
}
