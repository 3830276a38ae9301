#ifndef THEME_EDITION_H
#define THEME_EDITION_H

/*
 * An edition: a way to show the course. It says where each page is reached,
 * how its ids begin, how deep its headings stand, and where numbers go on
 * that count through the course. Bodies and templates ask it for every
 * internal address.
 *
 * In the site each page is a file of its own. In one page all pages that the
 * table of contents shows follow one another; what is not among them, or below
 * a hidden page, stays outside.
 */

#include "base/buf.h"
#include "base/mem.h"
#include "connect/book.h"
#include "course/site.h"

/* How an edition shows one page. */
struct edition_page {
	const char *prefix; /* of all its ids */
	int shift;          /* added to the levels of its headings */
	uint32_t first_footnote, first_table, first_code; /* added to its numbers */
	bool is_outside; /* the edition does not hold it */
};

struct edition {
	const struct book *book;
	/* By number of page; NULL: each page is a file. */
	const struct edition_page *pages;
	/* Leads to pages outside: to the site's root, "" when it is the edition's own, or
	 * the site's address. NULL: they cannot be reached. */
	const char *outside;
};

/* The site itself. */
struct edition edition_site(const struct book *book);
/* The course in one page, seen from there by `outside` (see above). */
struct edition edition_one_page(const struct book *book, const char *outside,
                                struct arena *a);
/* How a page is shown. */
struct edition_page edition_page(const struct edition *e, const struct page *page);
/* Where a link leads: to a heading's id, or, NULL, to the page itself. */
struct edition_target {
	const struct page *page;
	const char *id;
};

/*
 * Appends an address as an attribute may hold it, from a place that `root` leads
 * back from to the site's root. False, with nothing appended: the edition has
 * no way there.
 */
bool edition_add_address(const struct edition *e, struct buf *b, struct edition_target to,
                         const char *root);

#endif
