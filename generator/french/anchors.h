#ifndef FRENCH_ANCHORS_H
#define FRENCH_ANCHORS_H

/*
 * Segments of addresses and anchors of headings, made of French texts by the
 * rules of GitBook and GitHub: addresses that readers have must stay.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/* One segment of an address from the name of a file, as GitBook makes it: lower case, no
 * accents, Greek, Cyrillic and signs as npm's limax writes them (`&` as "and"), runs of
 * what is not a letter, digit, `.`, `_` or `+` as one `-`. Never empty ("page"), never
 * with a dot in front; over 200 bytes it is cut and ends with 8 digits of its hash. */
char *slug_make(struct arena *a, const char *src, size_t len);
/* The anchor of a heading, GitBook's rule (emoji and shortcodes are no part of it) and
 * GitHub's (lower case, accents kept; each space is a dash, signs vanish). Both may
 * return "". */
char *anchor_gitbook(struct arena *a, const char *src);
char *anchor_github(struct arena *a, const char *src);
/* Whether both rules surely make the same of it, seen without making it: words of ASCII,
 * one space or dash apart. */
bool anchor_rules_agree(const char *src);
/* Letters and digits only, folded: the last try when an anchor is looked for. */
char *anchor_bare(struct arena *a, const char *src);

#endif
