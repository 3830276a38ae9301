#include "source/apart.h"

#include "base/pool.h"

/* One item, by a pool of one worker. */

static const size_t MOST_MEMORY = (size_t)1
                                  << 30; /* objects, unpacked, and what we note */

struct run {
	const struct apart_work *asked;
	enum apart end;
};

static void work(void *context, size_t item, struct arena *a)
{
	const struct run *r = context;
	(void)item;
	r->asked->work(r->asked->context, a);
}

static void lost(void *context, size_t item, enum loss why)
{
	struct run *r = context;
	(void)item;
	r->end = why == LOSS_TIME ? APART_SLOW : APART_CRASH;
}

enum apart apart_run(struct arena *a, const struct apart_work *w)
{
	struct run r = {.asked = w, .end = APART_DONE};
	struct pool pool = {.jobs = 1,
	                    .seconds = w->seconds,
	                    .patience = w->seconds * APART_PATIENCE,
	                    .memory = MOST_MEMORY,
	                    .mapping = a->mapping,
	                    .work = work,
	                    .lost = lost,
	                    .context = &r,
	                    .peak = w->peak};
	if (!a->mapping)
		w->work(w->context, a);
	else if (!pool_run(&pool, 1))
		r.end = APART_NO_PROCESS;
	return r.end;
}
