#ifndef THEME_BODY_H
#define THEME_BODY_H

/*
 * A composed body as an edition shows it: its references become bytes.
 */

#include "base/file.h"
#include "connect/book.h"

/* The HTML of a page's body, seen from a place that `root` leads back from to the site's
 * root. A body without references is not copied. */
struct bytes body_write(const struct book *book, const struct page *page,
                        const char *root, struct arena *a);

#endif
