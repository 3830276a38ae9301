#ifndef CONNECT_DERIVE_H
#define CONNECT_DERIVE_H

/*
 * What pages are to each other, derived from what one of the two says: the
 * case studies of a sheet, what a page prepares for, the sheets of a chapter,
 * the pages that link to one. Everything is linear in pages and links, and in
 * reading order.
 */

#include "base/mem.h"
#include "connect/book.h"
#include "course/composed.h"
#include "course/site.h"

/* Fills the lists of pages of a connected site. */
void derive_relations(struct connected *connected, const struct site *site,
                      const struct composed *const *composed, struct arena *a);

#endif
