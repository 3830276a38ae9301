#ifndef MARKUP_MARKDOWN_INTERNAL_H
#define MARKUP_MARKDOWN_INTERNAL_H

/* What the files of markdown*.c share; nothing here is for others. */

#include <cmark-gfm/parser.h>
#include <cmark-gfm/syntax_extension.h>

#include "markup/markdown.h"

/* Of the document that is being parsed, or was last. */
struct arena *markdown_arena(void);
/* cmark's allocator over that arena. */
extern cmark_mem markdown_mem;

/* The next "{%", or NULL. */
const char *markdown_find_tag(const char *at, const char *end);
/* Feeds the parser all of the document's text. */
void markdown_feed(cmark_parser *parser, struct document *doc);

cmark_node *markdown_new_literal(cmark_node_type type, const char *text, size_t len);

/* Tags and formulas: lines of their own, and within lines. Registered when first asked
 * for. */
struct marks {
	cmark_syntax_extension *lines, *within;
	cmark_node_type line; /* a leaf; its source is its user_data */
};
const struct marks *markdown_marks(void);

#endif
