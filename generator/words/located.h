#ifndef WORDS_LOCATED_H
#define WORDS_LOCATED_H

/* Changes that findings carry as edits: the bytes at their places. Each file's lines are
 * looked for once, however many changes it has. */

#include "base/edits.h"
#include "base/map.h"
#include "words/diag.h"

struct located {
	struct edits *edits;
	struct map by_path; /* its lines */
};

/* A change as an edit, in the edits' arena. False where it cannot be placed for sure:
 * errno tells why its file may not be edited, and is 0 where it may. */
bool located_edit(struct located *l, const struct change *c, struct edit *edit);

#endif
