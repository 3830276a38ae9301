#ifndef MARKUP_PARSER_INTERNAL_H
#define MARKUP_PARSER_INTERNAL_H

/* What the files of parser*.c share; nothing here is for others. */

#include <cmark-gfm/syntax_extension.h>

/* Tags and formulas: lines of their own, and within lines. Made when first asked for. */
struct extensions {
	cmark_syntax_extension *lines, *within;
};
const struct extensions *parser_extensions(void);

/* Makes a copy of GitHub's extension for bare addresses read escapes and entities in
 * them, and end them before French signs. */
void parser_mend_addresses(cmark_syntax_extension *addresses);

#endif
