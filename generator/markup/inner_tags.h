#ifndef MARKUP_INNER_TAGS_H
#define MARKUP_INNER_TAGS_H

/*
 * Tags that do not start their line: `a text {% endhint %}`.
 *
 * The parser leaves them in the text as raw HTML. Those of a paragraph that
 * can be blocks are taken out of it: the paragraph is cut in two around a
 * line of their own. Others stay, and only their content is shown.
 */

#include "markup/tags.h"
#include "markup/tree.h"

bool inner_tag_is(const cmark_node *node);
/* Where a tag that is a link leads (content-ref, embed, file …); NULL: it is none. */
const char *inner_tag_url(const struct tag *tag);
/* Leaves one blank where a tag that is dropped stood between two. */
void inner_tag_close_gap(cmark_node *node);
/* Between `<code>` and `</code>` tags are examples of how they are written: texts. */
void inner_tags_show_in_code(cmark_node *container);
/* Cuts the paragraphs among a container's children. */
void inner_tags_lift(struct document *doc, cmark_node *container);

#endif
