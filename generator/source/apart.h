#ifndef SOURCE_APART_H
#define SOURCE_APART_H

/*
 * A repository is read apart, by a process with a clock and a bound of memory: libgit2
 * may hang, die or write past its memory where an object is damaged, and then costs what
 * it was asked for and nothing else.
 */

#include "base/mem.h"
#include "words/diag.h"
#include "words/message_names.h"

/* For each second of CPU, how many of the day: a pipe in the place of a file keeps a
 * reader waiting for ever, a slow disk and a machine with much to do must not be taken
 * for that. */
enum { APART_PATIENCE = 20 };

struct apart_work {
	/* Leaves in `a` what is to outlive its process. */
	void (*work)(void *context, struct arena *a);
	void *context; /* what it is to fill lies in a shared arena, too */
	int seconds;   /* of CPU; 0: no limit */
	size_t *peak;  /* as a pool's; NULL: not so */
	struct diag *diag;
	/* What is told when the clock ended it, and when it died or asked for too much
	 * memory: {1} is the seconds. */
	enum message slow, crash;
};

/* Runs it in a process of its own; with a private arena, which no process can leave
 * anything in, in this one. False, reported, when it was not run to its end. */
bool apart_run(struct arena *a, const struct apart_work *w);

#endif
