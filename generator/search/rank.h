#ifndef SEARCH_RANK_H
#define SEARCH_RANK_H

/*
 * Which pages answer a query, the best first. The browser does the same, step by step and
 * in the same integers: what is changed here is changed in the theme's recherche.js, and
 * a test holds that both give the same.
 */

#include "search/index.h"

enum { MOST_RESULTS = 10, MOST_TERMS = 12, MOST_SHOWN_SECTIONS = 3 };

struct search_result {
	uint32_t page; /* number among the pages of the index */
	int64_t score;
	uint32_t sections[MOST_SHOWN_SECTIONS]; /* of the page, the best first */
	size_t n_sections;
};

/* At most MOST_RESULTS; their number. Of equal scores the page that is read first. */
size_t search_rank(const struct search_index *x, const char *query,
                   struct search_result results[MOST_RESULTS]);

#endif
