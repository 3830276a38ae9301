#ifndef FORMAT_EMOJI_H
#define FORMAT_EMOJI_H

/*
 * Short names of emoji: `:rocket:`. The table holds those that people write;
 * what it does not know stays as it is, `:rougir:` as much as `12:30:`.
 */

#include "base/buf.h"

/* The emoji of a name, without its colons; NULL: none is known. */
const char *emoji_find(const char *name, size_t len);
/* Whether a name, known or not, may stand between the colon at `at` and another. */
bool emoji_may_start(const char *at, const char *end);
/* The text with its names replaced: itself when it holds none. */
const char *emoji_replace(struct arena *a, const char *text, size_t len,
                          size_t *replaced_len);

#endif
