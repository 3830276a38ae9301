#ifndef MARKUP_MARKDOWN_H
#define MARKUP_MARKDOWN_H

/*
 * Markdown to a tree: feeding cmark, then footnotes, then pairing tags and
 * raw HTML. After markdown_parse no HTML_BLOCK and no HTML_INLINE is left.
 */

#include "markup/tree.h"

/* Tells cmark, once in a process, all that parsing needs. Who starts workers does it
 * before: cmark ends a process that has no memory for it, in words of its own. */
void markdown_open(void);
/* Parses the text of a document that holds what its caller gives (see struct document)
 * and nothing else. The tree is gone when its arena is reset. Faults of tags and raw HTML
 * are reported. */
void markdown_parse(struct document *doc);

#endif
