#ifndef RENDER_CONNECT_H
#define RENDER_CONNECT_H

/*
 * What needs all pages: anchors of links between pages, relations, which
 * files are used. After it the model is const.
 */

#include "model/site.h"

void connect_site(struct site *site);
/* Adds to `d` what is wrong on pages that are not published, which were composed for it.
 */
void connect_unlisted(struct site *site, struct diag *d);
/* Minutes that a page takes: what its author says, or its words at 200 a minute. */
int page_minutes(const struct page *page);

#endif
