#ifndef MARKUP_MARKDOWN_H
#define MARKUP_MARKDOWN_H

/*
 * Markdown to a tree: feeding cmark, then footnotes, then pairing tags and
 * raw HTML. After markdown_parse no HTML_BLOCK and no HTML_INLINE is left.
 */

#include "markup/tree.h"

/*
 * Parses a body. `doc` is empty, or holds `emoji`. All memory is the arena's, which must
 * be private; the tree is gone when it is reset. Faults of tags and raw HTML are
 * reported.
 */
void markdown_parse(struct document *doc, struct arena *a, const char *path,
                    const char *text, size_t len, int first_line, enum markdown_mode mode,
                    struct diag *d);

#endif
