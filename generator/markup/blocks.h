#ifndef MARKUP_BLOCKS_H
#define MARKUP_BLOCKS_H

/*
 * One pass over each container's children pairs tags and raw HTML elements
 * with one stack.
 *
 * A closing that matches deeper closes what is above it, and says so; one
 * that matches nothing is dropped, and said; what is open at the container's
 * end is closed there, and said. What stands between is moved under the
 * element. GitHub's alerts (`> [!NOTE]`) become hints on the way.
 */

#include "markup/tree.h"

void blocks_pair(struct document *doc);

#endif
