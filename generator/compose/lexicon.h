#ifndef COMPOSE_LEXICON_H
#define COMPOSE_LEXICON_H

/*
 * The words of a page, each once, and how often its sections have them.
 *
 * A word is a run of letters and digits, in lower case and without accents (text_fold);
 * apostrophes, dashes and all else part words. What is longer than 64 bytes is cut.
 */

#include "base/map.h"
#include "base/mem.h"
#include "course/composed.h"

enum { LEXICON_ROOM = 16 };

struct lexicon {
	struct arena *arena;
	const char **words;
	size_t n_words, cap_words;
	struct word_count *counts; /* section by section */
	size_t n_counts, cap_counts;
	struct lexicon_token *tokens; /* short ones that were seen: a hash table */
	size_t n_tokens, cap_tokens;
	uint32_t *parts; /* numbers of words: those of each token side by side */
	size_t n_parts, cap_parts;
	uint32_t *last_counts; /* by word: the place of its last count, from 1 */
	size_t cap_last;
	struct map *by_name; /* long tokens and words, and words of other alphabets */
};

struct lexicon lexicon_new(struct arena *a);
/* Counts the words of a text, as those of one section. The text must stay, and
 * LEXICON_ROOM bytes behind it can be read. */
void lexicon_count(struct lexicon *l, const char *text, size_t len);

#endif
