#ifndef SITE_OUTPUT_H
#define SITE_OUTPUT_H

/*
 * Writing the site so that readers never meet half of it.
 *
 * What differs from the file already there goes to its path in
 * OUT/.sommaire/new/; once all is written, files, and folders that are new as
 * a whole, are renamed to their places, and files of an earlier build that
 * nothing produces any more go last, once all of them could be looked at. A failure
 * before the first
 * rename leaves the old site whole; after a kill the next build repairs.
 * OUT/.sommaire/manifest lists path and hash of what is ours, also of what could not be
 * removed; one that cannot be read refuses the build. A file that is
 * not listed is never touched, one that somebody changed is not removed.
 */

#include "base/map.h"
#include "base/mem.h"
#include "course/site.h"
#include "words/diag.h"

struct output_file {
	const char *path;
	uint64_t hash;
	/* the one there is the same; otherwise it is staged. Of the last build: it could
	 * not be removed */
	bool is_kept;
	bool is_ours; /* of the last build: it is there as we left it, and is to go */
};

struct output {
	const char *folder;
	struct arena *arena;
	int lock;
	struct map before; /* path -> struct output_file of the last build */
	struct output_file *old;
	size_t n_old, cap_old;
	/* of this build, in the order in which they are renamed */
	struct output_file *files;
	size_t n, cap;
	size_t n_written, n_kept, n_removed;
	uint64_t bytes;
};

/*
 * Takes the folder for this build: makes it, locks it, reads what the last
 * one left. False, with a report, when it is refused or in use.
 */
bool output_open(struct output *o, const struct site *site, struct arena *a,
                 struct diag *d);

/*
 * Stages a file, in any process: compares it with the one there and, if it
 * differs, writes it. False with errno.
 */
bool output_stage(const struct output *o, const char *path, const void *data, size_t len,
                  struct arena *scratch, bool *is_kept);

/* Parent only: notes a staged file, in the order in which they are to appear. */
void output_add(struct output *o, const char *path, uint64_t hash, size_t len,
                bool is_kept);
/* Parent only: puts everything in its place. False, with a report, when the machine
 * refuses. */
bool output_commit(struct output *o, struct diag *d);
/* Gives the folder back; what was staged and not committed is removed. */
void output_close(struct output *o);

#endif
