#ifndef COURSE_SUMMARY_WRITE_H
#define COURSE_SUMMARY_WRITE_H

/*
 * Lines of SUMMARY.md, such that summary_read understands them as they are meant: any
 * words, any name of a file.
 */

#include "base/buf.h"
#include "course/site.h"

/* Words as Markdown that reads as they are; those of a heading, of a link. */
void summary_add_words(struct buf *b, const char *words);
/* One line for a page, with this many spaces before its star; `path` starts from the
 * folder of SUMMARY.md. */
void summary_add_page(struct buf *b, int indent, const char *title, const char *path);
/* The whole table of a course that has been loaded, with the order, titles, nesting and
 * addresses that it has, drafts included. */
void summary_add_table(struct buf *b, const struct site *site);

#endif
