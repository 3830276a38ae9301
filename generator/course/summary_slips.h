#ifndef COURSE_SUMMARY_SLIPS_H
#define COURSE_SUMMARY_SLIPS_H

/*
 * Lines of the table of contents that miss its form by a sign: a star without
 * its space, a dash of a word processor, a no-break space, a path with a space.
 * A page whose line is not understood is not published, so these are errors.
 */

#include "base/mem.h"
#include "course/site.h"
#include "markup/tree.h"

/* The page of the content that a path means which leads to none from the table: one with
 * the content's folder before it, with "\\" for "/", or the forge's own address. NULL:
 * none. `*prefix` is what is too much at its start; NULL: it is otherwise wrong. */
const char *summary_find_meant(const struct site *site, struct arena *a,
                               const char *written, const char **prefix);
/* A line that names a page and is no link: reports how it should be. False when it names
 * none. */
bool summary_report_broken(struct site *site, struct document *doc, int line);
/* Reports what is lost of the words of a line: those around its link, a second link. */
void summary_report_rest(struct site *site, struct document *doc, const cmark_node *link);
/*
 * Says what is wrong with the lines of a paragraph, one message a line, and
 * notes the files they mean in site->misread: that they are in no table of
 * contents need not be told. False when nothing was found.
 */
bool summary_slips_report(struct site *site, struct document *doc,
                          const cmark_node *paragraph);

#endif
