#ifndef SITE_LOAD_H
#define SITE_LOAD_H

/*
 * The first stage: site.yml, the table of contents, front matter, addresses.
 *
 * After it the shared facts of every page are const, and no body has been
 * parsed: a page's title is looked for in its first lines where nothing else
 * gives one.
 */

#include "course/site.h"
#include "theme/theme.h"

/*
 * Fills the fields of `site` and its pages under "load", and opens its theme, whose
 * words pages have; mapping, arena, diag and options are set already. False when the
 * machine is at fault or there is no course at all, which is reported.
 */
bool load_site(struct site *site, struct theme *theme);
void load_close(struct site *site);

#endif
