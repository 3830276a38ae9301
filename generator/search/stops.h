#ifndef SEARCH_STOPS_H
#define SEARCH_STOPS_H

/*
 * Words that say nothing of what a page is about, by language: a question is found by the
 * others that it holds.
 */

#include "base/map.h"
#include "base/mem.h"

struct search_stops {
	const char *list; /* folded, in one line, blanks between them */
	struct map words;
};

/* Of a language, a tag of BCP 47; none of one without a row. */
struct search_stops *stops_open(const char *language, struct arena *a);
bool stops_has(const struct search_stops *s, const char *word, size_t len);

#endif
