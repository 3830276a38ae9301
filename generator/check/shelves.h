#ifndef CHECK_SHELVES_H
#define CHECK_SHELVES_H

/*
 * Where pages stand in the table of contents. A line that is pasted without the spaces of
 * its neighbours moves them below it, and with them their addresses: so cures name a line
 * and a number of spaces.
 */

#include "course/site.h"

/* Says which pages that hold no others have some below them. */
void shelves_check(struct site *site);

#endif
