#ifndef DATA_BARE_H
#define DATA_BARE_H

/*
 * An address that stands alone in a text: where it ends, and what its source says.
 *
 * GitHub's rules, and what they leave out: GitBook escapes signs in addresses as in any
 * text, French puts no-break spaces and « … » around them, and Chinese full stops.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "base/mem.h"

/* The bytes of the address that starts at `at`, at most `len`. */
size_t bare_length(const char *at, size_t len);
/* What source says, escapes and entities resolved; the source itself when there are none.
 */
struct bytes bare_decode(struct arena *a, const char *at, size_t len);
/* The bytes of source that say `value`; 0: it starts otherwise. */
size_t bare_source_length(const char *at, size_t len, const char *value);

/* Whether GitHub's rules are enough for these bytes. */
bool bare_is_plain(const char *at, size_t len);
/* Whether readers see that an address starts at "www." there, but GitHub's rules do not.
 */
bool bare_starts_unseen(const char *text, size_t at);

#endif
