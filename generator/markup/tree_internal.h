#ifndef MARKUP_TREE_INTERNAL_H
#define MARKUP_TREE_INTERNAL_H

/* What makes trees, and the parser, share: cmark's memory and its registry. */

#include <cmark-gfm/syntax_extension.h>

#include "markup/tree.h"

/* All that cmark allocates from now on is this arena's, which must be private. */
void tree_use_arena(struct arena *a);
struct arena *tree_arena(void);
/* cmark's allocator over that arena. */
extern cmark_mem tree_mem;

/* The extension that our nodes belong to, and their types; cmark's registry is global:
 * registered when first asked for. */
struct tree_types {
	cmark_syntax_extension *extension;
	cmark_node_type element_block, element_inline;
	cmark_node_type tag_line; /* a leaf; its source is its user_data */
};
const struct tree_types *tree_types(void);

/* The user_data of a block whose words were cut. */
extern const char node_cut[];

cmark_node *node_new_literal(cmark_node_type type, const char *text, size_t len);

#endif
