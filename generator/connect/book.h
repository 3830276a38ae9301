#ifndef CONNECT_BOOK_H
#define CONNECT_BOOK_H

/*
 * The whole course, read and connected: what an edition shows.
 *
 * Each part is what one stage returned, const for all who come later. Pages
 * are asked for by their number; a page that the site does not have, as the
 * one of 404.html, has the number n_pages and nothing known of it.
 */

#include "course/composed.h"
#include "course/site.h"
#include "source/history.h"

/* What is known of a page once all pages are composed. */
struct connected_page {
	const struct heading **leads_to; /* its links, in their order; NULL: to none */
	struct page_list cases; /* published case studies that illustrate this sheet */
	/* Pages that want this one read before: a few, without the next one and those
	 * below it. */
	struct page_list follow_ups;
	struct page_list chapter_sheets; /* technique sheets below this chapter */
	/* Pages whose text links to it and that it names nowhere else: the first ones. */
	struct page_list backlinks;
	size_t n_backlinks; /* all of them */
	int minutes;        /* what its author says, or its words at 200 a minute */
	int total_minutes;  /* that it takes with all pages below it */
};

/* What is known of a term. */
struct connected_term {
	const char *anchor; /* of its heading; NULL: none was found */
	bool is_used;       /* another page mentions it */
};

struct connected {
	struct connected_page *pages; /* by number */
	struct connected_term *terms; /* by number */
	bool *uses_asset;             /* by number */
	const char **redirect_ids;    /* by number of redirect; NULL: the page's top */
	size_t n_published;           /* pages of the table of contents that menus show */
	int minutes;                  /* that all of them take */
	struct page_list sheets, cases; /* of those pages, in reading order */
};

struct book {
	const struct site *site;
	const struct history_file *history;     /* by number of page */
	const struct composed *const *composed; /* likewise */
	const struct connected *connected;
};

#endif
