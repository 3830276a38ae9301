#include "connect/connect.h"

#include <string.h>

#include "check/placeholders.h"
#include "check/rules.h"
#include "compose/links.h"
#include "connect/derive.h"

enum { WORDS_A_MINUTE = 200 };

/* Minutes that a page takes: what its author says, or its words. */
static int minutes_of(const struct page *page, const struct composed *composed)
{
	if (page->minutes)
		return page->minutes;
	return (int)((composed->n_words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
}

static const char *shown_name(const struct page *page)
{
	return page->path ? page->path : page->title;
}

struct connecting {
	const struct site *site;
	const struct composed *const *composed;
	struct connected *out;
	struct arena *arena; /* of the result */
	struct diag *diag;   /* where dead anchors are told */
	struct arena scratch;
	struct anchors *anchors; /* by number of page; made when a link leads to one */
	enum message dead_anchor;
	int n_searches; /* for the links of one page */
};

/* Where links lead to that name no section, or one of a page that was not composed. */
static const struct heading top = {.id = "", .text = ""};

/* The heading that a link leads to; NULL, with a report: none. */
static const struct heading *connect_link(struct connecting *c, const struct link *link)
{
	const struct composed *target = c->composed[link->target];
	if (!link->anchor)
		return &top;
	struct anchors *anchors = &c->anchors[link->target];
	if (target->is_lost) /* its own fault was told already */
		return &top;
	if (!anchors->arena)
		*anchors = anchors_of(target->headings, target->n_headings, &c->scratch);
	const struct heading *found = anchor_find(anchors, link->anchor);
	if (found)
		return found;
	const char *nearest = c->n_searches++ < MOST_SEARCHES
	                              ? anchor_nearest(anchors, link->anchor)
	                              : NULL;
	diag_report(c->diag, c->dead_anchor, link->at,
	            shown_name(&c->site->pages[link->target]), link->anchor, nearest,
	            NULL);
	return NULL;
}

static const struct heading **connect_links(struct connecting *c,
                                            const struct composed *page)
{
	const struct heading **leads_to =
		arena_alloc_raw(c->arena, page->n_links * sizeof *leads_to);
	c->n_searches = 0;
	for (size_t i = 0; i < page->n_links; i++)
		leads_to[i] = connect_link(c, &page->links[i]);
	return leads_to;
}

/* Readers of an earlier address arrive where its target says. */
static void connect_redirects(struct connecting *c)
{
	const struct site *site = c->site;
	c->dead_anchor = MSG_REDIRECT_ANCHOR;
	c->n_searches = 0;
	for (size_t i = 0; i < site->n_redirects; i++) {
		const struct redirect *r = &site->redirects[i];
		struct link link = {r->to->number, r->anchor, r->at};
		const struct heading *h = connect_link(c, &link);
		c->out->redirect_ids[i] = h && *h->id ? h->id : NULL;
	}
}

/* A page stands behind the one above it: from the last to the first, each has its sum
 * when it is added. */
static void add_up_minutes(struct connecting *c)
{
	for (size_t i = c->site->n_pages; i-- > 0;) {
		const struct page *page = &c->site->pages[i];
		struct connected_page *own = &c->out->pages[i];
		bool counts = page->entry && page->state == STATE_PUBLISHED;
		if (page->parent)
			c->out->pages[page->parent->number].total_minutes +=
				own->total_minutes + (counts ? own->minutes : 0);
		own->total_minutes += own->minutes;
	}
}

/* Terms and headings of a glossary follow one another in one order. */
static void connect_terms(struct connecting *c)
{
	const struct site *site = c->site;
	for (size_t i = 0, k = 0; i < site->n_terms; i++) {
		const struct term *term = &site->terms[i];
		const struct composed *page = c->composed[term->page->number];
		if (i > 0 && term->page != site->terms[i - 1].page)
			k = 0;
		size_t at = k;
		while (at < page->n_headings &&
		       (page->headings[at].level != 2 ||
		        strcmp(page->headings[at].text, term->name) != 0))
			at++;
		if (at < page->n_headings) {
			c->out->terms[i].anchor = page->headings[at].id;
			k = at + 1;
		}
		if (!c->out->terms[i].is_used && !term->is_double &&
		    site->config.wants_glossary &&
		    !placeholder_is_whole(site, term->name))
			diag_report(c->diag, MSG_TERM_UNUSED, term->at, term->name, NULL);
	}
}

static void connect_page(struct connecting *c, const struct page *page)
{
	const struct composed *composed = c->composed[page->number];
	struct connected_page *own = &c->out->pages[page->number];
	own->minutes = minutes_of(page, composed);
	diag_add(c->diag, composed->findings, composed->n_findings);
	own->leads_to = connect_links(c, composed);
	if (page->entry && page->state == STATE_PUBLISHED) {
		c->out->n_published++;
		c->out->minutes += own->minutes;
	}
	for (size_t i = 0; i < composed->n_assets; i++)
		c->out->uses_asset[composed->assets[i]] = true;
	for (size_t i = 0; i < composed->n_terms; i++)
		c->out->terms[composed->terms[i]].is_used = true;
}

const struct connected *connect_site(const struct site *site,
                                     const struct composed *const *composed,
                                     struct arena *a, struct diag *d)
{
	struct connected *out = arena_alloc(a, sizeof *out);
	struct connecting c = {
		.site = site, .composed = composed, .out = out, .arena = a, .diag = d};
	c.dead_anchor = MSG_DEAD_ANCHOR;
	c.anchors = arena_array(&c.scratch, site->n_pages + 1, sizeof *c.anchors);
	out->pages = arena_array(a, site->n_pages + 1, sizeof *out->pages);
	out->terms = arena_array(a, site->n_terms + 1, sizeof *out->terms);
	out->uses_asset = arena_array(a, site->n_assets + 1, sizeof *out->uses_asset);
	out->redirect_ids =
		arena_array(a, site->n_redirects + 1, sizeof *out->redirect_ids);
	for (size_t i = 0; i < site->n_pages; i++)
		connect_page(&c, &site->pages[i]);
	connect_redirects(&c);
	connect_terms(&c);
	rules_report_descriptions(site, d);
	arena_release(&c.scratch);
	add_up_minutes(&c);
	derive_relations(out, site, composed, a);
	return out;
}

void connect_unlisted(const struct book *book, const struct composed *const *unlisted,
                      struct diag *d)
{
	const struct site *site = book->site;
	struct connecting c = {.site = site, .composed = book->composed, .diag = d};
	c.arena = &c.scratch;
	c.dead_anchor = MSG_DEAD_ANCHOR;
	c.anchors = arena_array(&c.scratch, site->n_pages + 1, sizeof *c.anchors);
	for (size_t i = 0; i < site->n_unlisted; i++) {
		diag_add(d, unlisted[i]->findings, unlisted[i]->n_findings);
		connect_links(&c, unlisted[i]);
	}
	arena_release(&c.scratch);
}
