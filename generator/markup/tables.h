#ifndef MARKUP_TABLES_H
#define MARKUP_TABLES_H

/*
 * Tables of raw HTML as GitBook writes them.
 *
 * Hidden columns go. A table of cards becomes a list of cards: an element
 * `ul` of class "cards", an `li` a row, in which come a cover, a title (a
 * link of the class "card-link" where the card leads somewhere) and the other
 * cells. Cells of a type (select, rating, checkbox) hold what readers can read.
 */

#include "markup/tree.h"

/* Arranges the element of a table; returns what stands there now. */
cmark_node *tables_arrange(struct document *doc, cmark_node *table);

#endif
