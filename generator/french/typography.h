#ifndef FRENCH_TYPOGRAPHY_H
#define FRENCH_TYPOGRAPHY_H

/*
 * French typography: no-break spaces, apostrophes, ellipses.
 *
 * It converts what was typed and adds no sign: a space before a colon becomes
 * no-break, a missing one stays missing (`a?b`, `12:30`, `:smile:`). The one
 * exception are guillemets, which get their space. Applying it twice changes
 * nothing.
 *
 * Rules see the text of a whole paragraph: `**Attention** :` is a word in
 * one node and a colon in the next. So a paragraph's texts are passed
 * together, as runs; what stands between two runs (code, an image) is an
 * opaque run, looked at but not changed. A line break, hard or soft, is the
 * run "\n": it bounds words and stays as it is.
 */

#include "base/mem.h"

struct text_run {
	const char *text;
	size_t len;
	bool is_opaque; /* code and the like: never changed; counts as a letter */
	/* out: the text as it should read; `text` itself when nothing changed */
	const char *result;
	size_t result_len;
};

/* Fills each run's result; new strings are in the arena. */
typedef void typography(struct arena *a, struct text_run *runs, size_t n);
typography typography_french;
/* One string, for titles and labels; itself where there is no typography (NULL). */
const char *typography_text(typography *set, struct arena *a, const char *text);

#endif
