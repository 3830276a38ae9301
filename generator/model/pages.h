#ifndef MODEL_PAGES_H
#define MODEL_PAGES_H

/*
 * From the table of contents to pages: which are published, their addresses,
 * their order and their relations to each other.
 */

#include "model/site.h"

/* Gives every entry its prefix and every page its address, order, parents and neighbours. */
void pages_place(struct site *site);
/* Resolves the ids that front matter cites: prerequisites, sheets, the menu. */
void pages_relate(struct site *site);
/* Adds one of our own pages (site map, legal notice …) at a free address. */
const struct page *pages_add_own(struct site *site, enum page_type type, const char *address,
                                 const char *title);

#endif
