#ifndef RENDER_COMPOSE_H
#define RENDER_COMPOSE_H

/*
 * One page, alone: its Markdown to a body and to the page's facts.
 *
 * Headings get their ids, links and images are resolved against what load
 * knows, typography is set, and the serialiser writes. No other page's body
 * is looked at: a link to an anchor of another page leaves holes.
 */

#include "model/site.h"

/*
 * Where a page is composed. `facts` and `bodies` are arenas over the shared
 * mapping; they are two because only laying out reads bodies: what the parent
 * reads of all pages lies close together. `scratch` is private, and is reset.
 */
struct compose_arenas {
	struct arena *facts, *bodies, *scratch;
};

/* Fills the fields of a page under "compose". Faults go to the page's own diag. */
void compose_page(const struct site *site, struct page *page,
                  const struct compose_arenas *arenas);

/* What stands for a page that could not be composed: its title and a sentence. */
void compose_lost(const struct site *site, struct page *page, struct arena *store,
                  enum message why);

#endif
