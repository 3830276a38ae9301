#ifndef RENDER_DERIVE_H
#define RENDER_DERIVE_H

/*
 * What pages are to each other, derived from what one of the two says: the
 * case studies of a sheet, what a page prepares for, the sheets of a chapter,
 * the pages that link to one. Everything is linear in pages and links, and in
 * reading order.
 */

#include "model/site.h"

/* Once all pages are composed: fills these fields under "connect". */
void derive_relations(struct site *site);

#endif
