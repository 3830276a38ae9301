#ifndef MODEL_ACRONYMS_H
#define MODEL_ACRONYMS_H

/*
 * Acronyms that the glossary explains: those of its terms and of their other
 * forms, as they are written.
 */

#include "model/site.h"

/* Reads the pages of type `glossaire`; after the pages were read, before they are
 * composed. */
void acronyms_load(struct site *site);
/* Whether a page of the glossary explains an acronym, written without a plural's s. */
bool acronym_is_in_glossary(const struct site *site, const char *name);

/* One word of a text, and whether it is an acronym: 2 to 6 capitals, perhaps with the s
 * of a plural. */
struct acronym_word {
	size_t start, end; /* bytes; the s is left out of an acronym */
	bool is_acronym;
	bool is_capitals; /* two of them at least, and no other letter: perhaps shouted */
};
/* The next word from byte `*at` on, which moves behind it; false at the end. */
bool acronym_word_next(const char *text, size_t len, size_t *at,
                       struct acronym_word *word);

#endif
