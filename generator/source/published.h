#ifndef SOURCE_PUBLISHED_H
#define SOURCE_PUBLISHED_H

/*
 * Which files the branch that is published has already: that of the remote named origin,
 * or what came before where its last commit is at hand. Where there is no such branch
 * nothing is known, and nothing is taken for new.
 */

#include "base/mem.h"
#include "words/diag.h"

struct published_file {
	const char *path; /* in: relative to the folder */
	bool is_added;    /* out: the branch does not have it */
};

struct published {
	const char *root; /* a folder inside a work tree */
	int seconds;      /* of CPU that git may take; 0: no limit */
	struct published_file *files;
	size_t n;
};

/* Fills the files, which lie in the shared arena: git is read apart (source/apart.h). */
void published_compare(const struct published *p, struct arena *a, struct diag *d);

#endif
