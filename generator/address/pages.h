#ifndef ADDRESS_PAGES_H
#define ADDRESS_PAGES_H

/*
 * From the table of contents to pages: which are published, their addresses,
 * their order and their relations to each other.
 */

#include "address/outputs.h"
#include "base/mem.h"
#include "course/page_kinds.h"
#include "course/site.h"
#include "data/value.h"
#include "words/diag.h"
#include "words/labels.h"

/* Gives every entry its prefix and every page its address, order, parents and neighbours.
 */
void pages_assign_addresses(struct site *site, struct outputs *outputs);
/* What leads from an address to the site's root: "../" for each folder, "./" at the root.
 */
const char *address_root(struct arena *a, const char *address);
/* The address that a page's file has where each folder has its page, as on the forge or
 * in a table of contents that nobody wrote. */
const char *address_of_file(struct arena *a, const char *path);
/* The page whose id, or the last part of it, is this, where one page only has it; NULL:
 * none, or several. After pages_relate. */
const struct page *pages_called(const struct site *site, const char *name);
/* Resolves the ids that front matter cites: prerequisites, sheets, the menu. */
void pages_relate(struct site *site);
/* Where a list of its front matter names a page; the whole file when it does not. */
struct place page_citation(const struct site *site, const struct page *page,
                           const struct value *ids, const struct page *cited);
/* Adds one of our own pages (site map, legal notice …): its address, which may be taken,
 * and title are labels: that of the address stands behind the title's. */
const struct page *pages_add_own(struct site *site, struct outputs *outputs,
                                 enum page_type type, enum label title);
/* Keeps the address of the course in one page for it: before pages_assign_addresses. */
void pages_reserve_one_page(const struct site *site, struct outputs *outputs);
/* Adds it, at that address, or at the root where it is all that is built. */
const struct page *pages_add_one_page(struct site *site);

#endif
