#include "render/connect.h"

#include <string.h>

#include "render/derive.h"
#include "render/links.h"
#include "render/rules.h"

enum { WORDS_A_MINUTE = 200 };

int page_minutes(const struct page *page)
{
	if (page->minutes)
		return page->minutes;
	return (int)((page->n_words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
}

static const char *shown_name(const struct page *page)
{
	return page->path ? page->path : page->title;
}

struct connecting {
	struct site *site;
	struct diag *diag; /* where dead anchors are told */
	struct arena scratch;
	struct anchors *anchors; /* by number of page; made when a link leads to one */
	int n_searches;          /* for the links of one page */
};

/* Where links lead to on a page that was not composed. */
static const struct heading top = {.id = "", .text = ""};

static void connect_link(struct connecting *c, struct link *link)
{
	const struct page *target = link->target;
	struct anchors *anchors = &c->anchors[target->number];
	if (target->progress == PAGE_LOST) { /* its own fault was told already */
		link->leads_to = &top;
		return;
	}
	if (!anchors->arena)
		*anchors = anchors_of(target->headings, target->n_headings, &c->scratch);
	link->leads_to = anchor_find(anchors, link->anchor);
	if (link->leads_to)
		return;
	const char *nearest = c->n_searches++ < MOST_SEARCHES
	                              ? anchor_nearest(anchors, link->anchor)
	                              : NULL;
	diag_report(c->diag, MSG_DEAD_ANCHOR, link->at, shown_name(target), link->anchor,
	            nearest, NULL);
}

/* A page stands behind the one above it: from the last to the first, each has its sum
 * when it is added. */
static void add_up_minutes(struct site *site)
{
	for (size_t i = site->n_pages; i-- > 0;) {
		struct page *page = &site->pages[i];
		int own = page_minutes(page);
		bool counts = page->entry && page->state == STATE_PUBLISHED;
		if (page->parent)
			site->pages[page->parent->number].total_minutes +=
				page->total_minutes + (counts ? own : 0);
		page->total_minutes += own;
	}
}

static void mark_assets(struct site *site, const struct page *page)
{
	for (size_t i = 0; i < page->n_assets; i++) {
		struct asset *asset =
			map_find_string(&site->asset_by_path, page->assets[i]->path);
		asset->is_used = true;
	}
}

/* Terms and headings of a glossary follow one another in one order. */
static void connect_terms(struct site *site)
{
	for (size_t i = 0, k = 0; i < site->n_terms; i++) {
		struct term *term = &site->terms[i];
		const struct page *page = term->page;
		if (i > 0 && term->page != site->terms[i - 1].page)
			k = 0;
		size_t at = k;
		while (at < page->n_headings &&
		       (page->headings[at].level != 2 ||
		        strcmp(page->headings[at].text, term->name) != 0))
			at++;
		if (at < page->n_headings) {
			term->anchor = page->headings[at].id;
			k = at + 1;
		}
		if (!term->is_used && !term->is_double && site->config.wants_glossary)
			diag_report(site->diag, MSG_TERM_UNUSED, term->at, term->name,
			            NULL);
	}
}

static void mark_terms(const struct site *site, const struct page *page)
{
	for (size_t k = 0; k < page->n_terms; k++)
		site->terms[page->terms[k] - site->terms].is_used = true;
}

void connect_site(struct site *site)
{
	struct connecting c = {.site = site, .diag = site->diag};
	c.anchors = arena_array(&c.scratch, site->n_pages + 1, sizeof *c.anchors);
	for (size_t i = 0; i < site->n_pages; i++) {
		struct page *page = &site->pages[i];
		c.n_searches = 0;
		diag_append(site->diag, &page->diag);
		for (size_t k = 0; k < page->n_links; k++)
			connect_link(&c, &page->links[k]);
		if (page->entry && page->state == STATE_PUBLISHED) {
			site->n_published++;
			site->minutes += page_minutes(page);
		}
		mark_assets(site, page);
		mark_terms(site, page);
	}
	connect_terms(site);
	rules_report_descriptions(site);
	arena_release(&c.scratch);
	add_up_minutes(site);
	derive_relations(site);
}

void connect_unlisted(struct site *site, struct diag *d)
{
	struct connecting c = {.site = site, .diag = d};
	c.anchors = arena_array(&c.scratch, site->n_pages + 1, sizeof *c.anchors);
	for (size_t i = 0; i < site->n_unlisted; i++) {
		struct page *page = &site->unlisted[i];
		c.n_searches = 0;
		diag_append(d, &page->diag);
		for (size_t k = 0; k < page->n_links; k++)
			connect_link(&c, &page->links[k]);
	}
	arena_release(&c.scratch);
}
