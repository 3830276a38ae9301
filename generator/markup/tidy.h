#ifndef MARKUP_TIDY_H
#define MARKUP_TIDY_H

/*
 * What GitBook leaves in texts and readers are not to see: `&#xNAN;`, empty
 * bold, a backslash at the end of a paragraph, `:rocket:` for a picture, icons
 * of a font that we do not have, links that only call a note; and comments.
 */

#include "markup/tree.h"

/* Whether texts hold anything that may have to be mended. */
bool tidy_is_needed(const char *text, size_t len);
/* Mends one node, its children being paired; returns what stands there now, NULL when
 * nothing does. */
cmark_node *tidy_node(struct document *doc, cmark_node *node);

/* Puts breaks around a block of raw HTML that stands within a line, where its tags are
 * left out: the words before, in and behind it would become one. */
void tidy_break_lines(struct document *doc, cmark_node *node);

/* Whether a text stands in an element of raw HTML that shows code. */
bool tidy_is_in_code(const cmark_node *text);

/* An icon of a font: `<i class="fa-leaf">:leaf:</i>`. */
bool tidy_is_icon(const cmark_node *node);

#endif
