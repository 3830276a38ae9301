#ifndef COURSE_FIND_H
#define COURSE_FIND_H

/* Files of the content, found by the paths that authors write. */

#include "course/site.h"

/* The file that authors mean by a path ("x.md", "x/", "x", "./"), as the source has it.
 * NULL: none. */
const struct source_file *site_find_file(const struct site *site, const char *path);
/* The file whose path differs from this one by letter case or accents only. NULL: none.
 */
const struct source_file *site_find_alike(const struct site *site, const char *path);

#endif
