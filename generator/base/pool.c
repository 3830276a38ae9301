#include "base/pool_internal.h"

/* What is the same on every machine: the work done by the caller itself. */

bool pool_run_here(const struct pool *p, size_t n)
{
	struct arena site = mapping_arena(p->mapping);
	for (size_t i = 0; i < n; i++) {
		if (p->watch)
			p->watch(p->watcher, i, n);
		p->work(p->context, i, &site);
	}
	return true;
}

bool pool_run(const struct pool *p, size_t n)
{
	return p->jobs == 0 ? pool_run_here(p, n) : pool_run_apart(p, n);
}
