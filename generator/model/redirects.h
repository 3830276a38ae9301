#ifndef MODEL_REDIRECTS_H
#define MODEL_REDIRECTS_H

/*
 * Earlier addresses: `redirects:` of site.yml and .gitbook.yaml, and `aliases` of pages.
 */

#include "model/outputs.h"

/*
 * Fills site->redirects. A living page wins over a redirect from its address, and the
 * first of two redirects over the second; both are reported, and so is a target that does
 * not exist.
 */
void redirects_read(struct site *site, struct outputs *outputs);

#endif
