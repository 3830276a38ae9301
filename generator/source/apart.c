#include "source/apart.h"

#include <errno.h>
#include <stdio.h>

#include "base/pool.h"

/* One item, by a pool of one worker. */

/* Objects, unpacked, and what we note. */
static const size_t MOST_MEMORY = (size_t)1 << 30;

struct run {
	const struct apart_work *asked;
	bool is_lost;
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
	const struct apart_work *w = r->asked;
	char seconds[24];
	(void)item;
	snprintf(seconds, sizeof seconds, "%d", w->seconds);
	diag_report(w->diag, why == LOSS_TIME ? w->slow : w->crash, (struct place){0},
	            seconds, NULL);
	r->is_lost = true;
}

bool apart_run(struct arena *a, const struct apart_work *w)
{
	struct run r = {.asked = w};
	struct pool pool = {.jobs = 1,
	                    .seconds = w->seconds,
	                    .patience = w->seconds * APART_PATIENCE,
	                    .memory = MOST_MEMORY,
	                    .mapping = a->mapping,
	                    .work = work,
	                    .lost = lost,
	                    .context = &r,
	                    .peak = w->peak};
	if (!a->mapping) {
		w->work(w->context, a);
	} else if (!pool_run(&pool, 1)) {
		diag_report_failure(w->diag, MSG_MACHINE_FORK, (struct place){0}, "",
		                    errno);
		return false;
	}
	return !r.is_lost;
}
