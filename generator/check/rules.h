#ifndef CHECK_RULES_H
#define CHECK_RULES_H

/*
 * Rules for editors: what is well formed, and readers stumble over.
 *
 * Images without words, headings that skip a level or head nothing, bold that
 * plays heading, links that do not say where they lead, tables without
 * headings, acronyms that nobody explains, paragraphs and sentences that are
 * too long. A rule that cannot be sure says less: each warning is right at
 * least nine times in ten on real pages.
 */

#include "course/site.h"
#include "markup/tree.h"
#include "words/diag.h"

struct rules;

/* The page is only read, before anything else is done to its tree: all its nodes, in
 * reading order. */
struct rules *rules_open(const struct site *site, const struct page *page,
                         struct document *doc, struct diag *d);
void rules_look_at(struct rules *r, const cmark_node *node);
/* Reports what needs the whole page. */
void rules_close(struct rules *r);
/* Pages without description: each where most pages have one, else their number once. */
void rules_report_descriptions(const struct site *site, struct diag *d);

#endif
