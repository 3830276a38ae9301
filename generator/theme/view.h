#ifndef THEME_VIEW_H
#define THEME_VIEW_H

/*
 * What templates see of the model: tables of fields, read when asked for.
 *
 * themes/README.md documents every row; a test holds the two together.
 */

#include "base/mem.h"
#include "connect/book.h"
#include "course/site.h"
#include "data/value.h"
#include "theme/edition.h"
#include "theme/theme.h"

/* The page being laid out, and memory for it; the `env` of every getter. */
struct view {
	const struct edition *edition;
	const struct book *book; /* the edition's */
	const struct site *site; /* the book's */
	const struct theme *theme;
	const struct page *page;
	/* leads to the site's root: the page's own, or absolute for 404.html */
	const char *root;
	const char *type; /* of the page, as templates know it */
	const char *id;   /* of its heading that `page.url` leads to; NULL: to its top */
	struct arena *arena;
	struct value body, nav, toc; /* of the page, once they were asked for */
};

/* The globals: site, page, theme, labels. */
struct value view_globals(struct view *view);
/* All tables, for the documentation's test. */
const struct value_type *const *view_types(size_t *n);

#endif
