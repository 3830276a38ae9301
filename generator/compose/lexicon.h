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
};

void lexicon_begin_page(struct lexicon *l, struct arena *page);
/* Counts the words of a text, as those of one section. LEXICON_ROOM bytes of zero are
 * behind it. */
void lexicon_count(struct lexicon *l, const char *text, size_t len);
void lexicon_end_page(struct lexicon *l);
void lexicon_release(struct lexicon *l);

#endif
