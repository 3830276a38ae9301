#ifndef ADDRESS_REDIRECTS_H
#define ADDRESS_REDIRECTS_H

/*
 * Earlier addresses: `redirects:` of site.yml, then of .gitbook.yaml, then `aliases` of
 * pages; and, where a page's place in the table of contents is not its file's, the
 * address that its file would give, unless something has it.
 */

#include "address/outputs.h"
#include "course/site.h"

/*
 * Fills site->redirects, after addresses_open. A target is the path of a file, another
 * earlier address, which is followed to its end, or the address of a page. A living page
 * wins over a redirect from its address, and the first of two redirects over the second;
 * both are reported, and so are targets that do not exist or are not published, chains
 * and circles.
 */
void redirects_read(struct site *site, struct outputs *outputs);

#endif
