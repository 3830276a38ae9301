#ifndef CHECK_SLIPS_H
#define CHECK_SLIPS_H

/*
 * Slips of the pen: what was meant for Markdown and stayed text.
 *
 * The page is only read, before anything else is done to its tree.
 */

#include "markup/tree.h"
#include "words/diag.h"

struct slips;

/* One walk over a page's nodes, in reading order, serves all who look at them. */
struct slips *slips_open(struct document *doc, struct diag *d);
void slips_look_at(struct slips *s, const cmark_node *node);
/* Reports what needs the whole page. */
void slips_close(struct slips *s);

#endif
