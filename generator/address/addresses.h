#ifndef ADDRESS_ADDRESSES_H
#define ADDRESS_ADDRESSES_H

/*
 * Who answers at an address of the site: a page, or the page that an earlier
 * address leads to. Letter case, accents and the last "/" do not matter, as
 * on GitBook.
 */

#include "course/site.h"

/* Notes the addresses of all pages, and where the site knows its url those of assets. */
void addresses_open(struct site *site);
/* Notes an earlier address, which must outlive the site. The first one stays. */
void addresses_add(struct site *site, const char *address, const struct page *page);

/* The page at an address from the site's root: "a/b", "/A/B/", "a/b/index.html". NULL:
 * none. */
const struct page *site_find_address(const struct site *site, const char *address);
/* The one published page whose file or folder has the last name of a path: "x" of
 * "a/x.md", "a/x/README.md" and "a/x/". NULL: none, or several. */
const struct page *site_find_namesake(const struct site *site, const char *path);

#endif
