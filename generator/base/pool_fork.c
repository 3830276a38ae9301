#include "base/pool_internal.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* Worker processes, their clock and their memory. */

enum {
	MOST_JOBS = 64,
	MOST_ITEMS = 128, /* that a worker takes at once */
	MOST_IDLE_DEATHS = 8,
};

static const size_t NO_ITEM = SIZE_MAX;
static const rlim_t MOST_MEMORY = (rlim_t)2 << 30; /* bytes of its own, a worker */

/* What the processes of one run share. */
struct control {
	atomic_size_t next;
	atomic_size_t memory; /* sum of the workers' PSS as they ended */
	atomic_size_t current[MOST_JOBS];
	size_t at[MOST_JOBS],
		end[MOST_JOBS]; /* what each worker took and has not begun */
};

struct run {
	const struct pool *pool;
	struct control *control;
	size_t n;
	pid_t workers[MOST_JOBS];
	int n_workers, n_idle_deaths;
};

int pool_processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : n > MOST_JOBS ? MOST_JOBS : (int)n;
}

size_t pool_memory(void)
{
	FILE *f = fopen("/proc/self/smaps_rollup", "re");
	if (!f)
		return 0;
	char line[256];
	size_t kib = 0;
	while (fgets(line, sizeof line, f))
		if (strncmp(line, "Pss:", 4) == 0)
			kib = strtoul(line + 4, NULL, 10);
	fclose(f);
	return kib << 10;
}

/* Starts the CPU clock of one item; its end is SIGPROF's default, death. */
static void set_clock(int seconds)
{
	struct itimerval t = {.it_value = {.tv_sec = seconds}};
	setitimer(ITIMER_PROF, &t, NULL);
}

/*
 * Whether a worker has an item to begin; takes some more when it has none. They are taken
 * by the dozen, so that neighbours in memory are one worker's: the system maps shared
 * memory in blocks of 64 KiB, and two workers that take turns both map nearly all of it.
 */
static bool take_items(const struct run *r, int worker)
{
	struct control *c = r->control;
	if (c->at[worker] < c->end[worker])
		return true;
	size_t share = r->n / ((size_t)r->pool->jobs * 16);
	size_t some = share < 1 ? 1 : share > MOST_ITEMS ? MOST_ITEMS : share;
	size_t first = atomic_fetch_add(&c->next, some);
	if (first >= r->n)
		return false;
	c->at[worker] = first;
	c->end[worker] = r->n - first < some ? r->n : first + some;
	return true;
}

static void work_through(const struct run *r, int worker)
{
	const struct pool *p = r->pool;
	struct arena site = mapping_arena(p->mapping);
	while (take_items(r, worker)) {
		size_t item = r->control->at[worker]++;
		atomic_store(&r->control->current[worker], item);
		set_clock(p->seconds);
		p->work(p->context, item, &site);
		atomic_store(&r->control->current[worker], NO_ITEM);
	}
	set_clock(0);
}

/* An item that asks for more than this is lost, before the machine is. The mapping is not
 * counted. */
static void limit_memory(void)
{
	const struct rlimit limit = {MOST_MEMORY, MOST_MEMORY};
	if (!ARENA_IS_MALLOC)
		setrlimit(RLIMIT_DATA, &limit);
}

static bool fork_worker(struct run *r, int worker)
{
	atomic_store(&r->control->current[worker], NO_ITEM);
	fflush(NULL);
	pid_t pid = fork();
	if (pid < 0)
		return false;
	if (pid == 0) {
		signal(SIGPROF, SIG_DFL);
		limit_memory();
		work_through(r, worker);
		if (r->pool->peak)
			atomic_fetch_add(&r->control->memory, pool_memory());
		_exit(0);
	}
	r->workers[worker] = pid;
	r->n_workers++;
	return true;
}

static int find_worker(const struct run *r, pid_t pid)
{
	for (int i = 0; i < MOST_JOBS; i++)
		if (r->workers[i] == pid)
			return i;
	return -1;
}

/* False when workers die without having an item: another one would die, too. */
static bool answer_death(struct run *r, int worker, int status)
{
	size_t item = atomic_load(&r->control->current[worker]);
	bool by_clock = WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF;
	if (item != NO_ITEM)
		r->pool->lost(r->pool->context, item, by_clock ? LOSS_TIME : LOSS_CRASH);
	else if (++r->n_idle_deaths > MOST_IDLE_DEATHS) {
		errno = ECHILD;
		return false;
	}
	/* Another one goes on where it stopped. */
	bool has_items = r->control->at[worker] < r->control->end[worker];
	if (!has_items && atomic_load(&r->control->next) >= r->n)
		return true;
	return fork_worker(r, worker) || (!has_items && r->n_workers > 0);
}

static bool wait_for_workers(struct run *r)
{
	bool ok = true;
	while (r->n_workers > 0) {
		int status;
		pid_t pid = waitpid(-1, &status, 0);
		if (pid < 0 && errno == EINTR)
			continue;
		if (pid < 0)
			return false;
		int worker = find_worker(r, pid);
		if (worker < 0)
			continue;
		r->workers[worker] = 0;
		r->n_workers--;
		bool is_clean = WIFEXITED(status) && WEXITSTATUS(status) == 0 &&
		                atomic_load(&r->control->current[worker]) == NO_ITEM;
		if (!is_clean)
			ok = answer_death(r, worker, status) && ok;
	}
	/* Every worker may have died after the last fork failed. */
	return ok && atomic_load(&r->control->next) >= r->n;
}

bool pool_run_apart(const struct pool *p, size_t n)
{
	struct arena site = mapping_arena(p->mapping);
	struct run r = {
		.pool = p, .n = n, .control = arena_alloc(&site, sizeof(struct control))};
	int jobs = p->jobs > MOST_JOBS ? MOST_JOBS : p->jobs;
	for (int i = 0; i < jobs; i++)
		if (!fork_worker(&r, i))
			break;
	if (r.n_workers == 0)
		return false;
	mapping_rest(p->mapping);
	bool ok = wait_for_workers(&r);
	size_t sum = p->peak ? atomic_load(&r.control->memory) + pool_memory() : 0;
	if (p->peak && sum > *p->peak)
		*p->peak = sum;
	return ok;
}
