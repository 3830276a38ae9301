#ifndef SETTLE_SETTLE_H
#define SETTLE_SETTLE_H

/*
 * What each node of a page becomes, decided once before it is written.
 *
 * The serialiser writes what stands in the notes and asks nobody: as what an
 * element is written, whether a link is around, what class a list has, where
 * a note's ways back stand. This pass fills them in, from the tree and from
 * what compose found out; it changes neither.
 */

#include "markup/tree.h"

/* A heading of raw HTML, before the others: the page's outline needs it. Whether it is
 * written as one: neither within a line, nor around another. */
bool settle_heading(const cmark_node *node);

/* All other nodes, once everything is noted. */
void settle(struct document *doc);

#endif
