#ifndef SEARCH_EXPAND_H
#define SEARCH_EXPAND_H

/*
 * Which words of the course somebody may mean who types a word: itself and those of its
 * stem; those that it begins; those that are near it when it is unknown, or so rare that
 * it may be a slip that somebody else made, too.
 */

#include "base/mem.h"
#include "search/index.h"

enum { QUALITY_UNIT = 16 };

struct expansion {
	uint32_t word;    /* number in the index */
	uint32_t quality; /* of QUALITY_UNIT */
};

struct expansions {
	struct expansion *items; /* each word once, by number */
	size_t n;
};

/* A word of a query, folded. */
struct search_term {
	const char *word;
	size_t len;
	bool is_typed; /* the last one, and perhaps not ended */
	bool is_exact; /* between quotes: as it is written */
};

/* The words that the term may mean, in the arena. */
struct expansions search_expand(const struct search_index *x,
                                const struct search_term *term, struct arena *a);

/* The endings that words may change for one another, blanks between them. */
const char *search_endings(void);

#endif
