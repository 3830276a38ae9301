#ifndef BASE_POOL_H
#define BASE_POOL_H

/*
 * Worker processes: the same function over items 0 … n-1.
 *
 * Workers are processes and not threads because cmark-gfm keeps global
 * tables. They share the mapping made before; item numbers are handed out by
 * one atomic counter. A worker that dies, or spends more than `seconds` of
 * CPU or 2 GiB on one item, costs that item: the parent calls `lost` for it and forks
 * another worker. Any end but a clean one counts as a death; of any but by the clock the
 * item is tried once more before it is lost, as the machine may have been at fault.
 *
 * Other children of the caller are left alone, and what it made of SIGCHLD and
 * SIGPROF does not matter. SIGHUP, SIGINT and SIGTERM, unless it ignores or
 * blocks them, reach the caller after the last worker has gone; where it is
 * killed, its workers are, too (Linux).
 */

#include "base/mem.h"

enum loss { LOSS_CRASH, LOSS_TIME };

struct pool {
	/* workers; 0: the caller's own process does the work (debuggers, fuzzing) */
	int jobs;
	int seconds; /* CPU seconds an item may take; 0: no limit */
	struct mapping *mapping;
	/* In the worker. `site` is the worker's own arena over the mapping. */
	void (*work)(void *context, size_t item, struct arena *site);
	/* In the parent, for an item whose worker died. */
	void (*lost)(void *context, size_t item, enum loss why);
	void *context;
	/* raised to the sum of all processes' memory (PSS), in bytes; NULL: not so */
	size_t *peak;
};

/* False with errno when no worker could be forked, or when the caller has a handler for
 * the signal that ended the workers (EINTR). */
bool pool_run(const struct pool *p, size_t n);
/* This process's share of memory (PSS) in bytes, without shared mappings; 0 where the
 * system does not say. Processes that end one after another would each count pages of a
 * mapping that the others let go: mapping_used counts them once. */
size_t pool_memory(void);
/* Processors this process may use. */
int pool_processors(void);

#endif
