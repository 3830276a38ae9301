#ifndef THEME_LABELS_H
#define THEME_LABELS_H

/*
 * The words that readers see, from a theme's labels.<language>.yml: the whole map for
 * templates, and what stands below `words` for the program (words/labels.h).
 *
 * One rule for all of them: a site in a language that its theme has no file for shows
 * the theme's English words, or else its French ones, and is told so once. What a theme
 * does not say below `words` is taken from the theme `cours`, which comes with the
 * program, in the same language.
 */

#include "base/mem.h"
#include "course/site.h"
#include "data/value.h"
#include "theme/theme.h"
#include "words/labels.h"

/* Fills theme->labels and site->labels, behind theme_open; a theme that was not found has
 * the words of `cours`. */
void labels_read(struct theme *theme, struct site *site);
/* The words of a page in this language: the site's where no theme has any. */
const struct labels *labels_of(struct theme *theme, struct site *site, const char *tag);

/* Fills what is missing from a file's map. Returns how many there are still to find. */
size_t labels_fill(struct labels *labels, struct value file, struct arena *a);
/* What nothing filled is shown by its key. */
void labels_finish(struct labels *labels, struct arena *a);

#endif
