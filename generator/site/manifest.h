#ifndef SITE_MANIFEST_H
#define SITE_MANIFEST_H

/*
 * OUT/.sommaire/manifest: the list of the files in the site's folder that are ours, by
 * which a build knows what it may overwrite and what it has to take away.
 *
 * A line a file: its hash, " " or "+", its path. "+": no page that readers come to leads
 * there; it was new, or to be removed, when a build was ended. A build that is ended
 * leaves lines of its own and of those before. The last line, "= N", counts them all: a
 * list that was cut short is none.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/mem.h"

/* When a file of this build is put in its place. */
enum output_turn {
	TURN_NEW,     /* nothing is there that readers come to */
	TURN_BLOCKED, /* what is to go is in its way */
	TURN_CHANGED,
	TURN_HOME, /* a first page, where there is none yet */
};

struct output_file {
	const char *path;
	uint64_t hash;
	/* the one there is the same; otherwise it is staged. Of an earlier build: it
	 * could not be removed */
	bool is_kept;
	bool is_ours;  /* of an earlier build: it is there as we left it, and is to go */
	bool is_loose; /* the "+" */
	enum output_turn turn;
};

struct manifest {
	struct output_file *files;
	size_t n, cap;
	struct map by_path; /* path -> the first of its lines */
};

enum manifest_state {
	MANIFEST_READ,
	MANIFEST_NONE,
	MANIFEST_CUT,    /* it was cut short */
	MANIFEST_UNREAD, /* errno says why */
};

enum manifest_state manifest_read(struct manifest *m, const char *folder,
                                  struct arena *a);
/* Replaces the list, on the disk when this returns; one that says the same stays. False
 * with errno. */
bool manifest_write(const struct manifest *m, const char *folder);

#endif
