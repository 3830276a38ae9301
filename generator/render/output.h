#ifndef RENDER_OUTPUT_H
#define RENDER_OUTPUT_H

/*
 * Writing the site so that readers never meet half of it.
 *
 * What differs from the file already there goes to OUT/.sommaire/new/; once
 * all is written, files are renamed to their places, and files of an earlier
 * build that nothing produces any more go last. A failure before the first
 * rename leaves the old site whole; after a kill the next build repairs.
 * OUT/.sommaire/manifest lists path and hash of what is ours: a file that is
 * not listed is never touched, one that somebody changed is not removed.
 */

#include "model/site.h"

struct output_file {
	const char *path;
	uint64_t hash;
	int staged; /* number of the file in .sommaire/new/; -1: the one there is kept */
};

struct output {
	const char *folder;
	struct arena *arena;
	int lock;
	struct map before; /* path -> struct output_file of the last build */
	struct output_file *old;
	size_t n_old, cap_old;
	struct output_file
		*files; /* of this build, in the order in which they are renamed */
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
 * differs, writes it as number `number`. False with errno.
 */
bool output_stage(const struct output *o, const char *path, const void *data, size_t len,
                  int number, struct arena *scratch, bool *is_kept);

/* Parent only: notes a staged file, in the order in which they are to appear. */
void output_add(struct output *o, const char *path, uint64_t hash, size_t len,
                int staged);
/* Parent only: puts everything in its place. False, with a report, when the machine
 * refuses. */
bool output_commit(struct output *o, struct diag *d);
/* Gives the folder back; what was staged and not committed is removed. */
void output_close(struct output *o);

#endif
