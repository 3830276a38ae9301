#ifndef WORDS_TALLY_H
#define WORDS_TALLY_H

/*
 * How often something was counted of a path: what a million times the same slip needs, so
 * that it is not kept a million times.
 */

#include "base/map.h"
#include "base/mem.h"

struct tally {
	size_t n;    /* so far */
	size_t rest; /* for the caller: where what goes beyond its limit is kept */
	uint64_t key[2];
};

/* The tally of a kind and a path, which may be NULL; a new one is 0. Kept in the arena.
 */
struct tally *tally_get(struct map *tallies, struct arena *a, size_t kind,
                        const char *path);

#endif
