#ifndef CHECK_SHELVES_H
#define CHECK_SHELVES_H

/*
 * Where pages stand in the table of contents, and where one that it lacks
 * belongs. A line that is pasted without the spaces of its neighbours moves
 * them below it, and with them their addresses: so cures name a line and a
 * number of spaces.
 */

#include "base/map.h"
#include "base/mem.h"
#include "course/site.h"

struct shelves {
	const struct site *site;
	struct arena *arena;
	struct map last; /* folder -> the last entry that lists a page of it */
};

/* Which entry comes last of each folder; kept in the arena. */
struct shelves shelves_of(const struct site *site, struct arena *a);
/* Says that a page is in no table of contents, and where its line should stand: behind
 * the pages of its folder, as far from the margin as they are. */
void shelves_report(const struct shelves *s, const struct page *page);
/* Says which pages that hold no others have some below them. */
void shelves_check(struct site *site);

#endif
