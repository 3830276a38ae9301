#ifndef FRENCH_PHRASES_H
#define FRENCH_PHRASES_H

/*
 * Finding known phrases in running text, in any of their forms.
 *
 * A phrase is one word or several: "canal d’acquisition" is found in "canaux
 * d'acquisition". Words are compared by their inflection key; one in capitals
 * ("DDT", "SEO") only as it is, with or without a plural s. Nothing is found
 * inside another word, a compound ("sous-préfet") or an address.
 */

#include <stdbool.h>

#include "base/map.h"
#include "base/mem.h"
#include "french/inflection.h"

struct phrases {
	struct arena *arena;
	inflection *inflection;
	struct map by_word;  /* key of the first word -> struct phrase, longest first */
	struct map by_words; /* keys of all words -> struct phrase */
	/* a bit for each pair of bytes that a phrase starts with */
	unsigned char starts[1 << 13];
	size_t n;
};

struct phrase_match {
	size_t start, len; /* bytes of the text */
	size_t number;
};

struct phrases *phrases_new(struct arena *a, inflection *inflection);
/*
 * Makes a phrase known under a number. Returns the number that had it before
 * (the first one keeps it), or the same number.
 */
size_t phrases_add(struct phrases *p, const char *phrase, size_t number);
/* The first phrase at byte `from` or behind it, the longest where several start. */
bool phrases_find(const struct phrases *p, const char *text, size_t len, size_t from,
                  struct phrase_match *out);

#endif
