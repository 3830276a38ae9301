#ifndef SEARCH_EXPECTED_H
#define SEARCH_EXPECTED_H

/*
 * What editors expect of search: recherche.yml, beside site.yml, says for queries which
 * page each must bring among the first three.
 *
 *     comment relancer: fiches/suivre-ses-contacts.md
 */

#include "course/site.h"
#include "search/index.h"
#include "words/diag.h"

/* Reads that file to site.expected; faults of its form are told. */
void expected_read(struct site *site);
/* Asks each query, and tells which bring another page, and which name none. */
void expected_check(const struct search_index *x, const struct site *site,
                    struct diag *d);

#endif
