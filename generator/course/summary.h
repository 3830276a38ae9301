#ifndef COURSE_SUMMARY_H
#define COURSE_SUMMARY_H

/*
 * The table of contents: SUMMARY.md as GitBook writes it, or the folders
 * themselves where there is none.
 */

#include "course/site.h"

/* Whether the content has a table of contents. One whose name is in other letters is
 * read, as GitBook once did, and told: site->config.summary names it then. */
bool summary_find(struct site *site);
/*
 * Returns the root of the entries; its children are groups, pages and links
 * in order. Pages are named by the path of their file; those that do not
 * exist are reported and left out, and so is what is listed twice.
 */
struct entry *summary_read(struct site *site, const char *path, const char *shown_path);
struct entry *summary_from_folders(struct site *site);

/* The entry after this one in reading order; NULL at the end. */
struct entry *entry_next(const struct entry *entry);

#endif
