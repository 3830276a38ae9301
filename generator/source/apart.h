#ifndef SOURCE_APART_H
#define SOURCE_APART_H

/*
 * A repository is read apart, by a process with a clock and a bound of memory: libgit2
 * may hang, die or write past its memory where an object is damaged, and then costs what
 * it was asked for and nothing else.
 */

#include "base/mem.h"

/* For each second of CPU, how many of the day: a pipe in the place of a file keeps a
 * reader waiting for ever, a slow disk and a machine with much to do must not be taken
 * for that. */
enum { APART_PATIENCE = 20 };

enum apart {
	APART_DONE,
	APART_SLOW,       /* the clock ended it */
	APART_CRASH,      /* it died, or asked for too much memory */
	APART_NO_PROCESS, /* none could be had; errno says why */
};

struct apart_work {
	/* Leaves in `a` what is to outlive its process. */
	void (*work)(void *context, struct arena *a);
	void *context; /* what it is to fill lies in a shared arena, too */
	int seconds;   /* of CPU; 0: no limit */
	size_t *peak;  /* as a pool's; NULL: not so */
};

/* Runs it in a process of its own; with a private arena, which no process can leave
 * anything in, in this one. */
enum apart apart_run(struct arena *a, const struct apart_work *w);

#endif
