#ifndef COMPOSE_LEXICON_H
#define COMPOSE_LEXICON_H

/*
 * The words of a page, each once, and how often its sections have them.
 *
 * A word is a run of letters and digits, in lower case and without accents (text_fold);
 * apostrophes, dashes and all else part words. What is longer than 64 bytes is cut.
 */

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "course/composed.h"

enum { LEXICON_ROOM = 16 };

/*
 * Which words stand side by side, for phrases that are searched as they are written: a
 * filter of bits, a power of two of them, about eight a pair. One that is not set says
 * that the pair is nowhere; of others one in eight or less is set by chance.
 *
 * The hash of a word is FNV-1a, of 32 bits, of its bytes; a browser makes the same.
 */
enum { MOST_PAIR_BITS = 1 << 14 };
uint32_t pair_hash_word(const char *word, size_t len);
static inline uint32_t pair_bit(uint32_t first, uint32_t second)
{
	return (first * 0x9e3779b1u ^ second) >> 18;
}

/* What is known of words stays from page to page, since those of a course are much the
 * same. What is found in a page does not depend on it. `{0}` is a new one. */
struct lexicon {
	struct arena arena;
	struct map words;             /* by their names */
	struct lexicon_token *tokens; /* short ones that were seen: a hash table */
	size_t n_tokens, cap_tokens;
	unsigned hash_shift;
	struct lexicon_word **parts; /* words: those of each token side by side */
	size_t n_parts, cap_parts;

	/* of the page at hand, in its arena */
	struct arena *page;
	struct word_count *counts; /* section by section */
	size_t n_counts, cap_counts;
	struct lexicon_word **used; /* its words, each once, as they come up */
	size_t n_used, cap_used;
	struct buf names; /* theirs, one behind the other, each with its NUL */
	uint32_t *pairs;  /* a filter of MOST_PAIR_BITS */
	uint32_t before;  /* the hash of the word before; 0: there is none */
};

void lexicon_begin_page(struct lexicon *l, struct arena *page);
/* Counts the words of a text, as those of one section. LEXICON_ROOM bytes of zero are
 * behind it. */
void lexicon_count(struct lexicon *l, const char *text, size_t len);
/* The filter of the page, of `n` words of 32 bits, in its arena. */
uint32_t *lexicon_pairs(struct lexicon *l, size_t *n);
void lexicon_end_page(struct lexicon *l);
void lexicon_release(struct lexicon *l);

#endif
