#ifndef APP_NEIGHBOUR_H
#define APP_NEIGHBOUR_H

/*
 * Where the pages of a type live in a course: a new one goes there.
 */

#include "base/mem.h"
#include "course/page_kinds.h"
#include "course/site.h"

/* The path, from the content's folder, of the last page of a type in reading order; NULL:
 * the course has none, or could not be read, of which nothing is said. */
const char *neighbour_find(struct arena *a, const struct options *o, enum page_type type);

#endif
