#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

/*
 * What search knows of a course: its words, and how much each page is about them.
 *
 * All figures are integers, so that whoever ranks with them, here or in a browser, ranks
 * alike. A page's weight for a word adds up what its fields say (index.c has them in one
 * table); it is taken in sixteenths of one occurrence in a text of average length.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/mem.h"
#include "connect/book.h"
#include "course/site.h"
#include "french/stemming.h"
#include "search/stops.h"

enum {
	PAGE_UNIT = 16,
	/* For each so many a word is on one page more and still seldom. */
	PAGES_OF_FEW = 512,
	WEIGHT_UNIT = 16,   /* an occurrence in an average text */
	MOST_WEIGHT = 1023, /* that a page has for a word */
	/* Sections that are kept of a page for a word: those that have most of it. */
	MOST_SECTIONS = 3,
	MOST_SECTION_WEIGHT = 15
};

/* A section of a page that has a word. */
struct search_section {
	uint16_t number; /* among the sections of the page */
	uint16_t weight; /* 1 to MOST_SECTION_WEIGHT */
};

/* What a page has of a word. */
struct search_posting {
	uint32_t page; /* number among the pages of the index */
	uint16_t weight;
	uint8_t is_in_title, n_sections;
	struct search_section sections[MOST_SECTIONS]; /* in the order of their numbers */
};

struct search_word {
	const char *name;
	uint32_t len;
	uint32_t group;
	const struct search_posting *postings; /* in the order of pages */
	uint32_t n_postings;
	/* On several pages, of so many, or in a heading: it is known everywhere, and
	 * found by its start and by what is near it. Of others only themselves are. */
	bool is_common;
	/* How many pages have it: 4 times the logarithm to the base of 2. */
	uint8_t spread;
};

/* Words of one stem. */
struct search_group {
	uint32_t first, n; /* in `members` */
};

struct search_page {
	const struct page *page;
	uint32_t n_title_words; /* that mean something */
	/* Which words stand side by side: compose/lexicon.h. */
	uint32_t *pairs;
	size_t n_pairs; /* its length, a power of two */
	/* Of PAGE_UNIT: less where it leads to others, repeats them, or is hidden. */
	uint32_t weight;
};

struct search_index {
	struct arena *arena;
	struct stemmer stemmer;
	const struct search_stops *stops;
	struct search_word *words; /* in the order of their names */
	size_t n_words;
	struct search_group *groups;
	size_t n_groups;
	uint32_t *members;         /* numbers of words, group by group, in order */
	struct map by_name;        /* of words */
	struct search_page *pages; /* in reading order */
	size_t n_pages;
};

/* Of all pages that the table of contents shows; their sections were asked for
 * (options.wants_sections). It lives in the arena; search_close gives the rest back. */
struct search_index *search_open(const struct book *book, struct arena *a);
void search_close(struct search_index *x);

/* NULL: no page has it. */
const struct search_word *search_find(const struct search_index *x, const char *name,
                                      size_t len);

/* Whether two words, by their hashes, may stand side by side on a page: if not, they do
 * nowhere. */
bool search_has_pair(const struct search_page *p, uint32_t before, uint32_t hash);

#endif
