#ifndef DATA_EMOJI_H
#define DATA_EMOJI_H

/*
 * Short names of emoji: `:rocket:`. Which there are is a table that is read when the
 * program runs, themes/emoji.tsv; what it does not know stays as it is, `:rougir:` as
 * much as `12:30:`.
 */

#include "base/file.h"
#include "base/mem.h"

/*
 * The table, as it stands in its file: lines of a name, a tab and the emoji, in the order
 * of their bytes. A line that starts with "#", which no name does, comes first and says
 * nothing. Empty: no name is known. False with errno when it cannot be read.
 */
bool emoji_read(struct arena *a, struct bytes *table);

/* The emoji of a name, without its colons; no data: none is known. */
struct bytes emoji_find(const struct bytes *table, struct bytes name);
/* Whether a name, known or not, may stand between the colon at `at` and another. */
bool emoji_may_start(const char *at, const char *end);
/* The text with its names replaced: itself when it holds none, or where there is no table
 * (NULL). */
struct bytes emoji_replace(struct arena *a, const struct bytes *table, struct bytes text);

#endif
