#ifndef COMPOSE_ALIASES_H
#define COMPOSE_ALIASES_H

/*
 * Further ids of a page's headings: addresses that people have elsewhere.
 *
 * A heading whose author gave it an id also has the one that GitBook makes of
 * its words, and each heading the one that GitHub makes of them. An id of the
 * page goes before, wherever it stands; what is taken so is not given, and no
 * alias is ever changed to be free. The page's title has none: who asks for
 * it arrives at the top of the page.
 */

#include "compose/ids.h"
#include "course/composed.h"
#include "settle/notes.h"

/* What a heading is called, until all ids of the page are known. */
struct titled {
	struct heading_note *note; /* NULL: the page's title, which GitHub counts */
	size_t number;             /* among the page's headings, from 0 */
	const char *computed;      /* by GitBook's rule */
	const char *github;        /* by GitHub's, of what was typed, not numbered */
};

struct aliases {
	struct page_ids *ids;
	struct titled *titled;
	size_t n, cap;
	bool has_any; /* otherwise there is nothing to give */
};

/* Gives a heading a further id, unless it is taken or empty. */
void aliases_add(struct aliases *all, struct heading *h, const char *id);
/* To be asked for each heading, in their order. */
void aliases_record(struct aliases *all, struct titled titled);
/* Once all ids of the page are taken: to the headings, and to their notes. */
void aliases_give(struct aliases *all, struct heading *headings);

#endif
