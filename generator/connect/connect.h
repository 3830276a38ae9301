#ifndef CONNECT_CONNECT_H
#define CONNECT_CONNECT_H

/*
 * What needs all pages: anchors of links between pages, relations, which
 * files and terms are used. After it all is const.
 */

#include "base/mem.h"
#include "connect/book.h"
#include "course/composed.h"
#include "course/site.h"
#include "words/diag.h"

/* Connects the composed pages of a site, which stand by their numbers. What is wrong, and
 * what was found on each page, is added to `d`. The result lives in the arena. */
const struct connected *connect_site(const struct site *site,
                                     const struct composed *const *composed,
                                     struct arena *a, struct diag *d);
/* Adds to `d` what is wrong on pages that are not published, composed for it, in the
 * order of site->unlisted. */
void connect_unlisted(const struct book *book, const struct composed *const *unlisted,
                      struct diag *d);

#endif
