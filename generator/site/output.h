#ifndef SITE_OUTPUT_H
#define SITE_OUTPUT_H

/*
 * Writing the site so that readers never meet half of it.
 *
 * What differs from the file already there goes to its path in OUT/.sommaire/new/; once
 * all is written, files, and folders that are new as a whole, are renamed to their
 * places, in the order that site/commit.h says. A failure before the first rename leaves
 * the old site whole; after a kill every page that readers come to is there, and the next
 * build repairs.
 *
 * OUT/.sommaire/manifest lists path and hash of what is ours, also of what could not be
 * removed. One that cannot be read, was cut short, or is missing where files are, refuses
 * the build: it would tell nobody's files from ours. A file that is not listed is never
 * touched, one that somebody changed is not removed.
 *
 * Pages are not forced onto the disk, which would take longer than making them; the
 * manifest is. After a power loss the next build writes again what did not arrive.
 */

#include "base/mem.h"
#include "course/site.h"
#include "site/manifest.h"
#include "words/diag.h"

struct output {
	const char *folder;
	struct arena *arena;
	int lock;
	bool is_fresh;          /* nothing lies there but what we note */
	struct manifest before; /* what earlier builds left */
	unsigned held;          /* of pool_hold_stops */
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

/* Before anything is staged: who asks the program to end waits until output_close has
 * put it away. */
void output_begin(struct output *o);
/* Whether somebody does, and waits. */
bool output_is_stopped(const struct output *o);

/*
 * Stages a file, in any process: compares it with the one there and, if it
 * differs, writes it. False with errno.
 */
bool output_stage(const struct output *o, const char *path, const void *data, size_t len,
                  struct arena *scratch, bool *is_kept);

/* Parent only: notes a staged file, in the order in which they are to appear. */
void output_add(struct output *o, const char *path, uint64_t hash, size_t len,
                bool is_kept);
/* Gives the folder back; what was staged and not committed is removed. A program that was
 * asked to end does so here. */
void output_close(struct output *o);

#endif
