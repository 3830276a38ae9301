#include "base/pool_internal.h"

/* Where no process can be forked: the caller does the work, and an item that never ends
 * or asks for too much memory is ended by whoever runs the program. */

bool pool_run_apart(const struct pool *p, size_t n)
{
	return pool_run_here(p, n);
}

size_t pool_memory(void)
{
	return 0;
}

int pool_processors(void)
{
	return 1;
}

/* Nothing asks this process to end but by ending it. */
unsigned pool_hold_stops(void)
{
	return 0;
}

bool pool_is_stopped(unsigned held)
{
	(void)held;
	return false;
}

void pool_release_stops(unsigned held)
{
	(void)held;
}

void pool_ignore_file_limit(void)
{
}
