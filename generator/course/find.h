#ifndef COURSE_FIND_H
#define COURSE_FIND_H

/* Files of the content, found by the paths that authors write. */

#include "base/map.h"
#include "base/mem.h"
#include "course/site.h"
#include "source/source.h"

/* The file that authors mean by a path ("x.md", "x/", "x", "./"), as the source has it.
 * NULL: none. */
const struct source_file *site_find_file(const struct site *site, const char *path);
/* The file whose path differs from this one by letter case or accents only. NULL: none.
 */
const struct source_file *site_find_alike(const struct site *site, const char *path);

/* Pages that are not published, by their shown_path: struct page. */
struct map site_map_unlisted(const struct site *site, struct arena *a);

/* Whether a text, with no blank in it, is a page's file: a tool wrote it where words
 * should stand. */
bool path_is_page(const char *text, size_t len);
/* Whether a path is a file's own, or that of the folder whose README.md it is. */
bool path_names_file(const char *path, const char *file);

#endif
