#ifndef MARKUP_FOOTNOTES_H
#define MARKUP_FOOTNOTES_H

/*
 * Notes that raw HTML calls: `<a data-footnote-ref href="#user-content-fn-1">`.
 *
 * GitBook writes so in tables and code, and the notes as `[^1]: …` at the
 * page's end. cmark knows no such call: it would drop these notes, and give
 * the others numbers that leave them out.
 */

#include <cmark-gfm/parser.h>

#include "markup/tree.h"

/* Before the parser finishes: has notes kept that nothing of Markdown calls, on pages
 * where raw HTML may call them. */
void notes_keep(cmark_parser *parser, const struct document *doc);
/* Thereafter: takes out what kept them, and fills doc->notes. */
void notes_take(struct document *doc);

bool note_is_call(const struct element *e);
/* Puts a reference behind a call; nothing when its note does not exist. */
void notes_add_reference(struct document *doc, cmark_node *call);

/* Numbers notes in the order of their first calls. What nothing calls is left out. For
 * pages that have doc->notes. */
void notes_number(struct document *doc);

#endif
