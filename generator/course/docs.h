#ifndef COURSE_DOCS_H
#define COURSE_DOCS_H

/*
 * docs.yaml, in which GitBook keeps what a site of several spaces is: its title, and the
 * folder and the language of each space.
 */

#include "base/mem.h"
#include "course/site.h"
#include "data/value.h"
#include "words/diag.h"

/* Reads it into site->docs; what is no file of GitBook's says nothing. */
void docs_read(struct site *site);

/* A line of its structure: a space, or what holds others. Calls back for each, from the
 * top. */
void docs_each(const struct site *site,
               void (*see)(void *context, const struct value *item), void *context);
/* The folder of a space's content, without "/" at its ends; NULL: it names none, or one
 * outside. `at` is where it says so. */
const char *docs_folder(struct arena *a, const struct value *item,
                        const struct value **at);

/* The site's title; NULL: none. */
const char *docs_title(const struct site *site);
/* The language of the space that the content is, or of the site; NULL: none. */
const char *docs_language(const struct site *site, struct place *at);

#endif
