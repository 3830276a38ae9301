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

struct site;

/* One walk over a page's nodes, in reading order, serves all who look at them. */
struct slips *slips_open(struct document *doc, struct diag *d);
/* Which files there are, for who wants changes, and the path that links start from: a
 * link that would be dead is not mended. */
void slips_know(struct slips *s, const struct site *site, const char *from);
void slips_look_at(struct slips *s, const cmark_node *node);
/* Reports what needs the whole page. */
void slips_close(struct slips *s);

#endif
