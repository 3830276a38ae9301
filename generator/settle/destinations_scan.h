#ifndef SETTLE_DESTINATIONS_SCAN_H
#define SETTLE_DESTINATIONS_SCAN_H

/*
 * What may be a destination in the source of some lines, found without their
 * tree: who has the tree takes those that it knows.
 */

#include "base/mem.h"
#include "settle/destinations.h"

struct candidate {
	enum destination_kind kind;
	const char *start,
		*end; /* an address that stands alone ends where its link says */
	bool is_bare;
};

struct candidates {
	struct arena *arena;
	struct candidate *items;
	size_t n, cap;
};

/* Those of the lines of a paragraph, heading or cell, in their order. Code, comments and
 * what is escaped hold none. */
struct candidates candidates_read(struct arena *a, const char *at, const char *end);

/* The destination of a link that starts at `at`, behind "(" or "]:" and blanks, and where
 * it ends; NULL: there is none. */
const char *candidate_end(const char **at, const char *end);

/* The end of a tag or of a tag of raw HTML that starts at `at`; its values are added.
 * NULL: none starts there. */
const char *candidates_of_tag(struct candidates *c, const char *at, const char *end);

#endif
