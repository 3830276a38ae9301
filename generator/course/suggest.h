#ifndef COURSE_SUGGEST_H
#define COURSE_SUGGEST_H

/*
 * The file that may be meant by a path where none is.
 *
 * All files are looked at once, by the first search of a process, and what is
 * kept is in its own memory: a course without dead links pays nothing, and
 * workers do not meet.
 */

#include "course/site.h"
#include "source/source.h"

struct suggestions *suggestions_open(const struct source *source);
void suggestions_close(struct suggestions *s); /* NULL: nothing */

/* The path of the page, or of the other file, that is nearest to a path of the content by
 * its letters, where its last part is near, too; or else the only one of the same name in
 * another folder. NULL: none is likely. */
const char *suggest_page(const struct site *site, const char *path);
const char *suggest_asset(const struct site *site, const char *path);

#endif
