#ifndef THEME_BODY_H
#define THEME_BODY_H

/*
 * A composed body as an edition shows it: its references become bytes.
 */

#include "base/file.h"
#include "base/mem.h"
#include "connect/book.h"
#include "course/site.h"
#include "theme/edition.h"

/* What of a body is written. */
struct body_range {
	const struct page *page;
	const char *root;  /* leads from where it is shown back to the site's root */
	size_t from, to;   /* bytes of the body */
	unsigned left_out; /* parts that are not: bits by enum part_kind */
};

/* All of a page's body. */
struct body_range body_whole(const struct book *book, const struct page *page,
                             const char *root);
/* The HTML of a range. What has no reference is not copied. */
struct bytes body_write(const struct edition *e, const struct body_range *range,
                        struct arena *a);

#endif
