#ifndef SOURCE_HISTORY_H
#define SOURCE_HISTORY_H

/*
 * What git knows of each page: when it last and first changed, who wrote it,
 * under which names it lived before.
 *
 * Nothing rather than a guess: outside a repository, on an unborn branch, in
 * a shallow clone, or where a repository belongs to somebody else, there is
 * no history and one message says why and what to do. Only the parent
 * process calls this.
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
};

/*
 * Fills the files' histories. False when there is none, after one report
 * (a note when there is simply no repository or no commit).
 */
bool history_read(struct history_file *files, size_t n,
                  const struct history_options *options, struct arena *a, struct diag *d);

#endif
