#ifndef BASE_POOL_INTERNAL_H
#define BASE_POOL_INTERNAL_H

/*
 * What pool.c asks of a machine: pool_fork.c, where there are processes, or pool_none.c,
 * which also gives pool_memory and pool_processors.
 */

#include "base/pool.h"

/* The items one after the other, in this process. */
bool pool_run_here(const struct pool *p, size_t n);
/* By worker processes, at least one; false with errno when there are none to be had. */
bool pool_run_apart(const struct pool *p, size_t n);

#endif
