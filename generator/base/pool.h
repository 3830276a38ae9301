#ifndef BASE_POOL_H
#define BASE_POOL_H

/*
 * Worker processes: the same function over items 0 … n-1.
 *
 * Workers are processes and not threads because cmark-gfm keeps global
 * tables. They share the mapping made before; item numbers are handed out by
 * one atomic counter. A worker that dies, or spends more than `seconds` of
 * CPU or `memory` on one item, costs that item: the parent calls `lost` for it and forks
 * another worker. Any end but a clean one counts as a death; of any but by a clock the
 * item is tried once more before it is lost, as the machine may have been at fault.
 *
 * Other children of the caller are left alone, and what it made of SIGCHLD, SIGPROF
 * and SIGALRM does not matter. SIGHUP, SIGINT and SIGTERM, unless it ignores or
 * blocks them, reach the caller after the last worker has gone; where it is
 * killed, its workers are, too (Linux). A caller that has something to put away
 * first holds them.
 */

#include "base/mem.h"

enum loss { LOSS_CRASH, LOSS_TIME, LOSS_MEMORY };

struct pool {
	/* workers; 0: the caller's own process does the work (debuggers, fuzzing) */
	int jobs;
	int seconds; /* CPU seconds an item may take; 0: no limit */
	/* seconds an item may take when it waits, for a disk or for what will never come;
	 * 0: no limit */
	int patience;
	/* bytes of its own that a worker may ask for, the mapping not counted; 0: 512 MiB
	 */
	size_t memory;
	struct mapping *mapping;
	/* In the worker. `site` is the worker's own arena over the mapping. */
	void (*work)(void *context, size_t item, struct arena *site);
	/* In the parent, for an item whose worker died. */
	void (*lost)(void *context, size_t item, enum loss why);
	void *context;
	/* Called in the parent, now and then, with how many items are done; NULL: nobody
	 * watches. */
	void (*watch)(void *watcher, size_t done, size_t n);
	void *watcher;
	/* what pool_hold_stops returned, where the caller holds them: they end the
	 * workers nevertheless */
	unsigned held;
	/* raised to the sum of all processes' memory (PSS), in bytes; NULL: not so */
	size_t *peak;
};

/* False with errno when no worker could be forked, or when the caller holds or handles
 * the signal that ended the workers (EINTR). */
bool pool_run(const struct pool *p, size_t n);

/* From here on SIGHUP, SIGINT and SIGTERM wait, those that the caller neither ignores nor
 * blocks: which, for the two below. */
unsigned pool_hold_stops(void);
/* Whether one of them has come. */
bool pool_is_stopped(unsigned held);
/* They reach the caller again: one that has come does now, and ends it unless it has a
 * handler. */
void pool_release_stops(unsigned held);
/* Once, when a program starts: a file that may not grow any more is an error of writing,
 * not the end of the program. */
void pool_ignore_file_limit(void);

/* This process's share of memory (PSS) in bytes, without shared mappings; 0 where the
 * system does not say. Processes that end one after another would each count pages of a
 * mapping that the others let go: mapping_used counts them once. */
size_t pool_memory(void);
/* Processors this process may use. */
int pool_processors(void);

#endif
