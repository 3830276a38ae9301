#ifndef DATA_INVISIBLE_H
#define DATA_INVISIBLE_H

/*
 * Signs that nobody sees and that word processors leave behind: control
 * characters, ends of lines of their own, spaces of no width.
 */

#include "base/file.h"
#include "base/mem.h"
#include "words/diag.h"

/* A file, which is UTF-8, from a byte on: what stands before is looked at by others. */
struct invisible_in {
	struct bytes file;
	size_t from;
	const char *path; /* for places */
};

/* The same bytes, of which nobody sees some: each kind of them is reported once, with the
 * changes that take all of them out. Control characters, which HTML does not allow, are
 * as many blanks then, and the bytes are in `a`. */
struct bytes invisible_clean(const struct invisible_in *in, struct arena *a,
                             struct diag *d);

#endif
