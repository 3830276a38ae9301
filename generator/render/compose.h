#ifndef RENDER_COMPOSE_H
#define RENDER_COMPOSE_H

/*
 * One page, alone: its Markdown to a body and to the page's facts.
 *
 * Headings get their ids, links and images are resolved against what load
 * knows, typography is set, and the serialiser writes. No other page's body
 * is looked at: a link to an anchor of another page leaves two holes.
 */

#include "model/site.h"

/*
 * Fills the fields of a page under "compose". `store` is an arena over the
 * shared mapping, `scratch` a private one, which is reset. Faults go to the
 * page's own diag.
 */
void compose_page(const struct site *site, struct page *page, struct arena *store,
                  struct arena *scratch);

/* What stands for a page that could not be composed: its title and a sentence. */
void compose_lost(const struct site *site, struct page *page, struct arena *store, enum message why);

#endif
