#ifndef COMPOSE_MENTIONS_H
#define COMPOSE_MENTIONS_H

/*
 * First mentions of the glossary's terms: each becomes a button that shows
 * the definition, which the theme prints once at the page's end.
 *
 * Never in a heading, a link, code, the label of a box to tick, nor on
 * glossary and quiz pages.
 */

#include "course/site.h"
#include "french/typography.h"
#include "markup/tree.h"

struct mentions {
	const struct site *site;
	struct document *doc;
	typography *typography; /* of the page */
	bool *seen; /* by number of the term; NULL: nothing is looked for on this page */
	uint32_t *found; /* numbers of terms */
	size_t n_found, cap_found;
};

struct mentions mentions_new(const struct site *site, const struct page *page,
                             struct document *doc);
/* Marks the mentions in a block's own text, before its typography is set. */
void mentions_wrap(struct mentions *m, cmark_node *container);

#endif
