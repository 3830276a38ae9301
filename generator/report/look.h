#ifndef REPORT_LOOK_H
#define REPORT_LOOK_H

/*
 * How a line looks where a person reads it: words that break where lines end, and a few
 * colours, which are never the only sign.
 */

#include "base/buf.h"
#include "base/terminal.h"
#include "words/diag.h"

/* Adds `text` in the colour of a severity; SEVERITY_NONE stands for what is only made to
 * stand out. */
void look_add(struct buf *b, const struct terminal *t, enum severity s, const char *text);
/* Where text may stand on a line: its first word from cell `at` on, others below it. */
struct margins {
	int at, below;
};
/* Adds `text` and the end of its last line, broken at blanks so that it fits; no-break
 * spaces and names longer than a line stay whole. */
void look_add_wrapped(struct buf *b, const struct terminal *t, const char *text,
                      struct margins margins);

#endif
