#include "base/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../tap.h"

enum { ITEMS = 1000 };

/* What goes wrong in an item of a row below. */
enum fault {
	DONE,
	GROWS,
	ABORTS_ONCE,
	ABORTS, /* from here on items are lost */
	IS_KILLED,
	EXITS,
	EXITS_CLEANLY,
	GROWS_LARGE,
	LOOPS, /* and from here on by a clock */
	WAITS
};

/* In the mapping: workers write it, the parent reads it. */
struct seen {
	atomic_int tries[ITEMS]; /* that each item was begun */
	atomic_int times[ITEMS]; /* and done */
	atomic_int lost[ITEMS];  /* and lost */
	enum loss why[ITEMS];
	const char *texts[ITEMS];
	pid_t workers[ITEMS];
	enum fault faults[ITEMS];
	atomic_int begun;
};

/* Under a sanitizer memory has no limit. */
static void grow(size_t size)
{
	struct arena own = ARENA_PRIVATE;
	if (ARENA_IS_MALLOC && size > (size_t)512 << 20)
		mem_exhausted(size);
	arena_alloc_raw(&own, size);
	arena_release(&own);
}

static void work(void *context, size_t item, struct arena *site)
{
	struct seen *seen = context;
	atomic_fetch_add(&seen->begun, 1);
	int tries = 1 + atomic_fetch_add(&seen->tries[item], 1);
	switch (seen->faults[item]) {
	case DONE: break;
	case ABORTS_ONCE:
		if (tries == 1)
			abort();
		break;
	case ABORTS: abort();
	case IS_KILLED: raise(SIGKILL); break;
	case GROWS: grow((size_t)400 << 20); break;
	case GROWS_LARGE: grow((size_t)600 << 20); break;
	case EXITS: _exit(3);
	case EXITS_CLEANLY: _exit(0);
	case WAITS:
		for (;;)
			pause();
	case LOOPS:
		for (volatile int on = 1; on;)
			;
	}
	seen->texts[item] = arena_format(site, "item %zu", item);
	seen->workers[item] = getpid();
	atomic_fetch_add(&seen->times[item], 1);
}

static void lose(void *context, size_t item, enum loss why)
{
	struct seen *seen = context;
	seen->why[item] = why;
	atomic_fetch_add(&seen->lost[item], 1);
}

/* Whether each item below n was done once or, when it has a fault, lost once for that
 * reason. */
static bool is_right(const struct seen *seen, const struct mapping *m, size_t n)
{
	for (size_t i = 0; i < ITEMS; i++) {
		enum fault fault = i < n ? seen->faults[i] : DONE;
		bool is_faulty = fault > ABORTS_ONCE, by_clock = fault >= LOOPS;
		if (seen->times[i] != (i < n && !is_faulty) || seen->lost[i] != is_faulty)
			return false;
		enum loss why = by_clock               ? LOSS_TIME
		                : fault == GROWS_LARGE ? LOSS_MEMORY
		                                       : LOSS_CRASH;
		if (is_faulty && seen->why[i] != why)
			return false;
		/* A death is not enough, but by the clock. */
		if (i < n && seen->tries[i] != 1 + (fault > GROWS && !by_clock))
			return false;
		char text[32];
		snprintf(text, sizeof text, "item %zu", i);
		if (seen->times[i] && (!mapping_holds(m, seen->texts[i]) ||
		                       strcmp(seen->texts[i], text) != 0))
			return false;
	}
	return true;
}

static int count_workers(const struct seen *seen, size_t n)
{
	int n_workers = 0;
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;
		while (k < i && seen->workers[k] != seen->workers[i])
			k++;
		n_workers += k == i && seen->workers[i];
	}
	return n_workers;
}

/* clang-format off */
static const struct {
	const char *name;
	int jobs, seconds;
	size_t n;
	enum fault faults[8]; /* of the first items */
} cases[] = {
	{"no items", 4, 0, 0, {DONE}},
	{"no items, no workers", 0, 0, 0, {DONE}},
	{"one item", 1, 0, 1, {DONE}},
	{"more workers than items", 8, 0, 3, {DONE}},
	{"one worker", 1, 0, ITEMS, {DONE}},
	{"eight workers", 8, 0, ITEMS, {DONE}},
	{"more workers than there may be", 1000, 0, ITEMS, {DONE}},
	{"no workers: the caller's own process", 0, 0, ITEMS, {DONE}},
	{"an item that aborts once", 2, 0, ITEMS, {DONE, ABORTS_ONCE}},
	{"the same with one worker, and as the last", 1, 0, 2, {DONE, ABORTS_ONCE}},
	{"items that abort once beside one that always does", 1, 0, 4, {ABORTS_ONCE, ABORTS, ABORTS_ONCE}},
	{"an item that aborts", 2, 0, ITEMS, {DONE, ABORTS}},
	{"an item that is killed", 2, 0, ITEMS, {IS_KILLED}},
	{"an item that exits with a status", 2, 0, ITEMS, {DONE, DONE, EXITS}},
	{"an item that exits as if all were well", 2, 0, ITEMS, {EXITS_CLEANLY}},
	{"the same with one worker", 1, 0, ITEMS, {DONE, EXITS_CLEANLY}},
	{"the last item", 1, 0, 2, {DONE, ABORTS}},
	{"the only item", 1, 0, 1, {ABORTS}},
	{"all items", 2, 0, 8, {ABORTS, ABORTS, EXITS, ABORTS, IS_KILLED, ABORTS, ABORTS, EXITS_CLEANLY}},
	{"more deaths than workers may die idle", 1, 0, ITEMS,
		{ABORTS, ABORTS, ABORTS, ABORTS, ABORTS, ABORTS, ABORTS, ABORTS}},
	{"items with much memory, and with more than may be", 2, 0, ITEMS, {GROWS, GROWS_LARGE, GROWS}},
	{"a crash beside one that never ends", 2, 1, ITEMS, {LOOPS, ABORTS}},
	{"one that waits for ever", 1, 1, 3, {WAITS}},
};
/* clang-format on */

static void test_case(size_t i)
{
	struct mapping *m = mapping_open();
	struct arena a = mapping_arena(m);
	struct seen *seen = arena_alloc(&a, sizeof *seen);
	size_t peak = 0;
	memcpy(seen->faults, cases[i].faults, sizeof cases[i].faults);
	struct pool pool = {.jobs = cases[i].jobs,
	                    .seconds = cases[i].seconds,
	                    .patience = cases[i].seconds * 2,
	                    .memory = (size_t)500 << 20,
	                    .mapping = m,
	                    .work = work,
	                    .lost = lose,
	                    .context = seen,
	                    .peak = &peak};
	bool went_well = pool_run(&pool, cases[i].n);
	ok(went_well && is_right(seen, m, cases[i].n), "%s: each is done or lost, once",
	   cases[i].name);
	bool is_here = cases[i].n == 0 || seen->workers[0] == getpid();
	if (cases[i].faults[0] == DONE)
		ok(is_here == (cases[i].jobs == 0 || cases[i].n == 0), "%s: by whom",
		   cases[i].name);
	bool is_measured = cases[i].jobs == 0 || pool_memory() == 0 || peak > 4096;
	ok(is_measured && count_workers(seen, cases[i].n) <= 64, "%s: memory and workers",
	   cases[i].name);
	mapping_close(m);
}

/* A pool of two workers over some items, in a mapping of its own. */
static struct pool new_pool(void)
{
	struct mapping *m = mapping_open();
	struct arena a = mapping_arena(m);
	return (struct pool){.jobs = 2,
	                     .mapping = m,
	                     .work = work,
	                     .lost = lose,
	                     .context = arena_alloc(&a, sizeof(struct seen))};
}

/* What the caller made of signals before. */
enum habit { NO_HABIT, IGNORES_CHILDREN, IGNORES_CLOCK, BLOCKS_CLOCK };

/* clang-format off */
static const struct { const char *name; enum habit habit; } habits[] = {
	{"a child of the caller's own", NO_HABIT},
	{"a caller that ignores its children", IGNORES_CHILDREN},
	{"a caller that ignores the clock", IGNORES_CLOCK},
	{"a caller that blocks the clock", BLOCKS_CLOCK},
};
/* clang-format on */

static void take_habit(enum habit habit)
{
	sigset_t clock;
	sigemptyset(&clock);
	sigaddset(&clock, SIGPROF);
	signal(SIGCHLD, habit == IGNORES_CHILDREN ? SIG_IGN : SIG_DFL);
	signal(SIGPROF, habit == IGNORES_CLOCK ? SIG_IGN : SIG_DFL);
	sigprocmask(habit == BLOCKS_CLOCK ? SIG_BLOCK : SIG_UNBLOCK, &clock, NULL);
}

/* The caller's child ends meanwhile, and is there to be waited for. */
static void test_habit(size_t i)
{
	struct pool pool = new_pool();
	struct seen *seen = pool.context;
	pool.seconds = 1;
	seen->faults[0] = LOOPS;
	seen->faults[3] = ABORTS;
	fflush(stdout);
	pid_t child = fork();
	if (child == 0)
		_exit(7);
	take_habit(habits[i].habit);
	bool went_well = pool_run(&pool, ITEMS);
	ok(went_well && is_right(seen, pool.mapping, ITEMS),
	   "%s: each is done or lost, once", habits[i].name);
	struct sigaction now;
	sigaction(SIGCHLD, NULL, &now);
	ok((now.sa_handler == SIG_IGN) == (habits[i].habit == IGNORES_CHILDREN),
	   "%s: stays", habits[i].name);
	take_habit(NO_HABIT);
	int status = 0;
	bool is_there = waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 7;
	bool may_have_gone = habits[i].habit == IGNORES_CHILDREN; /* nobody waits */
	ok(is_there || may_have_gone, "%s: nobody else waited for it", habits[i].name);
	mapping_close(pool.mapping);
}

static void note_signal(int signal)
{
	(void)signal;
}

/* clang-format off */
static const struct {
	const char *name;
	int sent;
	bool has_handler;
} ends[] = {
	{"SIGTERM", SIGTERM, false},
	{"SIGINT", SIGINT, false},
	{"SIGHUP", SIGHUP, false},
	{"SIGTERM, and the caller has a handler", SIGTERM, true},
#ifdef __linux__
	{"SIGKILL", SIGKILL, false},
#endif
};
/* clang-format on */

/* In a process of its own: status 5 when the pool said that it was ended. */
static void run_for_ever(size_t i, const struct pool *pool)
{
	signal(ends[i].sent, ends[i].has_handler ? note_signal : SIG_DFL);
	bool went_well = pool_run(pool, ITEMS);
	_exit(!went_well && errno == EINTR ? 5 : 6);
}

/* Whether all who have the other end are gone, or will be in that time. */
static bool are_gone(int end, int milliseconds)
{
	struct pollfd wait = {.fd = end, .events = POLLIN};
	return poll(&wait, 1, milliseconds) == 1 && (wait.revents & POLLHUP);
}

static void test_end(size_t i)
{
	struct pool pool = new_pool();
	struct seen *seen = pool.context;
	int ends_of_pipe[2], status = 0;
	for (size_t k = 0; k < ITEMS; k++)
		seen->faults[k] = LOOPS;
	if (pipe(ends_of_pipe) < 0)
		exit(1);
	fflush(stdout);
	pid_t parent = fork();
	if (parent == 0)
		run_for_ever(i, &pool);
	close(ends_of_pipe[1]); /* the parent and its workers have it */
	while (atomic_load(&seen->begun) < pool.jobs)
		usleep(1000);
	kill(parent, ends[i].sent);
	waitpid(parent, &status, 0);
	bool is_right = ends[i].has_handler
	                        ? WIFEXITED(status) && WEXITSTATUS(status) == 5
	                        : WIFSIGNALED(status) && WTERMSIG(status) == ends[i].sent;
	ok(is_right, "%s: ends the caller", ends[i].name);
	int delay = ends[i].sent == SIGKILL ? 10000 : 0; /* others wait for them */
	ok(are_gone(ends_of_pipe[0], delay), "%s: and its workers", ends[i].name);
	close(ends_of_pipe[0]);
	mapping_close(pool.mapping);
}

int main(void)
{
	for (size_t i = 0; i < COUNT(cases); i++)
		test_case(i);
	for (size_t i = 0; i < COUNT(habits); i++)
		test_habit(i);
	for (size_t i = 0; i < COUNT(ends); i++)
		test_end(i);
	ok(pool_processors() >= 1 && pool_processors() <= 64, "there is a processor");
	return finish();
}
