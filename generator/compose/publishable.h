#ifndef COMPOSE_PUBLISHABLE_H
#define COMPOSE_PUBLISHABLE_H

/*
 * Whether a file of the content may stand in the site as it is: content never
 * brings anything that runs into the site's origin.
 *
 * Every link and image that leads to a file passes publishable_check, and only
 * what passed is copied; a drawing is judged once more as its bytes are.
 */

#include "base/file.h"
#include "base/mem.h"
#include "course/site.h"
#include "words/diag.h"

/* Of one page: what it may show. */
struct publishing {
	const struct site *site;
	struct arena *arena;
	struct diag *diag;
	struct drawing *drawings; /* SVG that were looked through, each once */
	size_t n_drawings, cap_drawings;
};

/* False, with a report at the link, when the file it leads to may not be published. One
 * that cannot be read passes: that is the machine's fault, and told as such. */
bool publishable_check(struct publishing *p, const struct asset *asset, struct place at);
/* The same for the bytes that are about to be copied, with a report at the file. */
bool publishable_check_bytes(const struct site *site, const struct asset *asset,
                             struct bytes bytes, struct diag *d);

#endif
