#ifndef COURSE_SUMMARY_SLIPS_H
#define COURSE_SUMMARY_SLIPS_H

/*
 * Lines of the table of contents that miss its form by a sign: a star without
 * its space, a dash of a word processor, a no-break space, a path with a space.
 * A page whose line is not understood is not published, so these are errors.
 */

#include "course/site.h"
#include "markup/tree.h"

/*
 * Says what is wrong with the lines of a paragraph, one message a line, and
 * notes the files they mean in site->misread: that they are in no table of
 * contents need not be told. False when nothing was found.
 */
bool summary_slips_report(struct site *site, struct document *doc,
                          const cmark_node *paragraph);

#endif
