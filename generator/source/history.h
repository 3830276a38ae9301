#ifndef SOURCE_HISTORY_H
#define SOURCE_HISTORY_H

/*
 * What git knows of each page: when it last and first changed, who wrote it,
 * under which names it lived before.
 *
 * Nothing rather than a guess: outside a repository, on an unborn branch, in
 * a shallow clone, or where a repository belongs to somebody else, there is
 * no history and one message says why and what to do. What is there and cannot
 * be read is a failure of the machine (diag.has_unread): no site loses its dates
 * to a damaged repository. Only the parent process calls this.
 */

#include <stdint.h>

#include "base/mem.h"
#include "words/diag.h"

struct history_file {
	const char *path; /* in: relative to the folder `root` of history_read */
	/* out: */
	/* seconds since 1970 of the last commit that changed it, as `git log -1
	 * --format=%ct`; 0: not known */
	int64_t changed;
	int changed_offset; /* minutes east of UTC, of that commit */
	/* of the first commit that had it, under this name or an earlier one; 0: not
	 * known */
	int64_t created;
	/* names after mailmap, latest first, each once, merges not counted; filled when
	 * asked for */
	const char **authors;
	size_t n_authors;
	/* earlier paths (exact renames), latest first, relative to root */
	const char **former;
	size_t n_former;
};

struct history_options {
	const char *root; /* a folder inside a work tree, or a repository (bare too) */
	/* path inside the repository's tree where `path`s start; NULL: found from root */
	const char *prefix;
	const char *revision; /* NULL: HEAD */
	bool wants_authors;
	bool wants_former;
	int seconds;  /* of CPU; 0: no limit */
	size_t *peak; /* as a pool's */
};

/*
 * Fills the files' histories. False when there is none, after one report
 * (a note when there is simply no repository or no commit). Git is read apart
 * where the arena is shared (source/apart.h); the files lie in its mapping then.
 */
bool history_read(struct history_file *files, size_t n,
                  const struct history_options *options, struct arena *a, struct diag *d);

#endif
