#ifndef MARKUP_PARSER_H
#define MARKUP_PARSER_H

/*
 * cmark's parser with the extensions that a text needs: GitHub's, and ours
 * for GitBook's tags and formulas.
 */

#include <cmark-gfm/parser.h>

#include "markup/tree.h"

/* A parser for this text: what cannot occur in it is not looked for. Its root's user_data
 * must be the document while a course's text is fed. */
cmark_parser *parser_new(enum markdown_mode mode, const char *text, size_t len);
/* Feeds it all of a document's text; what tells a course from plain Markdown is seen to.
 */
void parser_feed(cmark_parser *parser, struct document *doc);
/* Cuts what is longer than a document allows; all of its text was fed. */
void parser_cut(cmark_parser *parser, const struct document *doc);
/* Blocks of a piece of a line of the document parsed last, as children of a new document
 * node; tags are text in it, raw HTML is as it was. */
cmark_node *parser_parse_within(const char *text, size_t len, int line);

/* The next "{%", or NULL. */
const char *parser_find_tag(const char *at, const char *end);

/* The bytes of an address that stands bare at `at` and means `value`; 0: it is another.
 */
size_t parser_address_length(const char *at, const char *end, const char *value);

#endif
