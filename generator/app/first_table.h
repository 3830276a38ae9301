#ifndef APP_FIRST_TABLE_H
#define APP_FIRST_TABLE_H

/*
 * The first table of contents of a course that had none. Without one all of it is
 * published; with one, only what it lists is: so the first one lists all that is
 * published today, in the order of today.
 */

#include "base/mem.h"
#include "course/site.h"
#include "words/language.h"

/* The table as text, in the arena of the caller, for the course that the options name.
 * NULL, told in `lang`: not all of the course could be seen. */
const char *first_table_make(struct arena *a, const struct options *o,
                             enum language lang);

#endif
