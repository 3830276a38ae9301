#ifndef DATA_SVG_H
#define DATA_SVG_H

/*
 * Whether an SVG is a still image: nothing in it runs, acts, or is fetched
 * from elsewhere when a browser opens it as a page of its own.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

enum svg_fault_kind {
	SVG_ACTIVE, /* an element, attribute or declaration that no still image needs */
	SVG_ELSEWHERE, /* an address that leads out of the file */
	SVG_ENCODING,  /* not UTF-8: it cannot be judged */
	SVG_MALFORMED, /* no browser reads on from there, and another one may differ */
	SVG_TOO_LARGE,
};

struct svg_fault {
	enum svg_fault_kind kind;
	int line; /* from 1 */
	/* what stands there, in the arena: "onload", "<script>"; cut when long */
	const char *name;
};

enum { LARGEST_SVG = 16 << 20 };

/* False, with the first fault, for what is not surely still. Time is linear in `len`; the
 * arena takes a few times as much at most. An empty file is still. */
bool svg_is_still(struct arena *a, const char *data, size_t len, struct svg_fault *out);

#endif
