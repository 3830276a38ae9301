#ifndef SEARCH_SHARDS_H
#define SEARCH_SHARDS_H

/*
 * The index as a browser loads it: scripts that call one function each, so that they load
 * from the disk, too, where nothing may be fetched.
 *
 *     index.js      what is asked of each query: stop words, endings, pages,
 *                   where shards start
 *     lexique.js    the common words, for what is being typed and for slips
 *     mots-N.js     words in the order of their names, with their postings
 *     page-N.js     a page's title, address, trail and sections
 *     suites-N.js   of four pages, which words stand side by side, for phrases
 *
 * Numbers are written as digits of base 32 in the letters of base64, the lowest first,
 * with the highest bit for "more follow". Words are written by what they share with the
 * word before them: a capital letter says how much, as in "Arelance" and "Hr".
 */

#include "base/file.h"
#include "base/mem.h"
#include "connect/book.h"
#include "search/index.h"

struct search_shards {
	const struct search_index *x;
	uint32_t *first; /* words of each shard, and the end */
	size_t n;
	const char *postings; /* of all words, in their order */
	size_t *starts;       /* where those of each shard start, and the end */
};

struct search_shards shards_open(const struct search_index *x, struct arena *a);
size_t shards_count(const struct search_shards *s);
/* The name of a file, and its bytes, in `a`. */
struct search_file {
	const char *name;
	struct bytes bytes;
};
struct search_file shards_file(const struct search_shards *s, const struct book *book,
                               size_t number, struct arena *a);

#endif
