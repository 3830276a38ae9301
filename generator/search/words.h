#ifndef SEARCH_WORDS_H
#define SEARCH_WORDS_H

/*
 * The words of a text, as search knows them: runs of letters and digits of a folded text
 * (text_fold), cut at 64 bytes; those that compose/lexicon.h counts.
 */

#include <stdbool.h>
#include <stddef.h>

enum { LONGEST_SEARCHED = 64 };

struct words {
	const char *at, *end; /* of the folded text, behind the word at hand */
	const char *word;
	size_t len;
};

struct words words_of(const char *folded);
/* The next word; false when there are no more. */
bool words_next(struct words *w);

#endif
