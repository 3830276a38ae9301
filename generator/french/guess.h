#ifndef FRENCH_GUESS_H
#define FRENCH_GUESS_H

/*
 * Which language texts are written in, by their script and their small words.
 *
 * For a course that does not say it. The same texts give the same answer; there is none
 * where they are few, or mixed.
 */

#include "base/map.h"
#include "base/mem.h"

enum { N_SCRIPTS = 16, MOST_GUESSED = 48 };

struct guess {
	struct map words;          /* small word -> struct small_word */
	size_t scripts[N_SCRIPTS]; /* words of each script; guess.c knows them */
	size_t hits[MOST_GUESSED]; /* small words of each language; guess.c knows them */
};

/* What the words that were read say. */
enum guess_state {
	GUESS_NOTHING, /* too few, or of no language that is known */
	GUESS_FEW,     /* of one language, in fewer words than one may go by */
	GUESS_MIXED,   /* of several languages */
	GUESS_CLEAR,
};

struct guess guess_new(struct arena *a);
/* Counts the words of a page: Markdown, of which front matter, code, tags and addresses
 * are passed over. */
void guess_read(struct guess *g, const char *text, size_t len);
/* The language's tag is "" where nothing, or several, are found. */
enum guess_state guess_language(const struct guess *g, const char **tag);

#endif
