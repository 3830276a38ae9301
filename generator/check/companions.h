#ifndef CHECK_COMPANIONS_H
#define CHECK_COMPANIONS_H

/*
 * What a conflict of git makes a page look like: the marks are told, the findings that
 * follow from them are not. Who has chosen a version hears of the rest.
 */

#include "course/site.h"
#include "markup/tree.h"
#include "words/diag.h"

/* Takes from the findings of a page those that a conflict in its text may be the cause
 * of, or front matter that is shown as text. */
void companions_drop(const struct page *page, struct document *doc, struct diag *d);

#endif
