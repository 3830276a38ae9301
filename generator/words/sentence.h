#ifndef WORDS_SENTENCE_H
#define WORDS_SENTENCE_H

/*
 * Sentences that are no diagnostics: help, and what a command says when it is done. Rows
 * of words/messages.h, in French and English.
 */

#include "base/mem.h"
#include "words/diag.h"
#include "words/language.h"

/* As it stands in its row; "" of SAY_NOTHING. */
const char *sentence_text(enum sentence s, enum language lang);
/* With strings for {1}, {2} … (at most 5) in place, closed by NULL. */
char *sentence_fill(struct arena *a, enum sentence s, enum language lang, ...)
	__attribute__((sentinel));

#endif
