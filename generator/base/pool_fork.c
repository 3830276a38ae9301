#include "base/pool_internal.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Worker processes, their clock and their memory. While they work, this
 * process waits for signals: a child's end, and what asks it to end.
 */

enum {
	MOST_JOBS = 64,
	MOST_ITEMS = 128, /* that a worker takes at once */
	MOST_IDLE_DEATHS = 8,
	WATCH_MICROSECONDS = 100000, /* between two looks of who watches */
};

static const size_t NO_ITEM = SIZE_MAX;
/* Bytes of its own, a worker: a page of 1 MiB needs 370 MiB at most, of what a machine
 * with few has for several. */
static const rlim_t USUAL_MEMORY = (rlim_t)512 << 20;

/* What the processes of one run share. */
struct control {
	atomic_size_t next;
	atomic_size_t memory; /* sum of the workers' PSS as they ended */
	atomic_size_t current[MOST_JOBS];
	size_t at[MOST_JOBS],
		end[MOST_JOBS]; /* what each worker took and has not begun */
};

/* The signals that are waited for, and what they were before. */
struct signals {
	sigset_t waited, mask;
	struct sigaction child, alarm;
	struct itimerval clock; /* the caller's own, where somebody watches */
};

struct run {
	const struct pool *pool;
	struct control *control;
	size_t n;
	pid_t workers[MOST_JOBS];
	size_t again[MOST_JOBS]; /* the item that each tries a second time, from 1 */
	int n_workers, n_idle_deaths;
	struct signals signals;
};

/* What asks a program to end. One that the caller ignores (nohup) is none of ours. */
static const int stops[] = {SIGHUP, SIGINT, SIGTERM};

static bool is_ignored(int signal)
{
	struct sigaction now;
	return sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

unsigned pool_hold_stops(void)
{
	unsigned held = 0;
	sigset_t block, mask;
	sigprocmask(SIG_BLOCK, NULL, &mask);
	sigemptyset(&block);
	for (size_t i = 0; i < COUNT(stops); i++) {
		if (is_ignored(stops[i]) || sigismember(&mask, stops[i]))
			continue;
		sigaddset(&block, stops[i]);
		held |= 1U << i;
	}
	sigprocmask(SIG_BLOCK, &block, NULL);
	return held;
}

bool pool_is_stopped(unsigned held)
{
	sigset_t pending;
	sigemptyset(&pending);
	if (held == 0 || sigpending(&pending) < 0)
		return false;
	bool is_stopped = false;
	for (size_t i = 0; i < COUNT(stops); i++)
		is_stopped |= (held & 1U << i) && sigismember(&pending, stops[i]) == 1;
	return is_stopped;
}

void pool_release_stops(unsigned held)
{
	sigset_t set;
	sigemptyset(&set);
	for (size_t i = 0; i < COUNT(stops); i++)
		if (held & 1U << i)
			sigaddset(&set, stops[i]);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void pool_ignore_file_limit(void)
{
	signal(SIGXFSZ, SIG_IGN);
}

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
	size_t all = 0, shared = 0;
	while (fgets(line, sizeof line, f))
		if (strncmp(line, "Pss:", 4) == 0)
			all = strtoul(line + 4, NULL, 10);
		else if (strncmp(line, "Pss_Shmem:", 10) == 0)
			shared = strtoul(line + 10, NULL, 10);
	fclose(f);
	return (all - shared) << 10;
}

/* Starts the clocks of one item, of CPU and of the day; the end of either is its signal's
 * default, death. An item without its clock may never end: a worker that gets none leaves
 * it to another, and where none gets one the run fails. */
static void set_clocks(int seconds, int patience)
{
	struct itimerval cpu = {.it_value = {.tv_sec = seconds}},
			 day = {.it_value = {.tv_sec = patience}};
	if ((setitimer(ITIMER_PROF, &cpu, NULL) < 0 && seconds > 0) ||
	    (patience > 0 && setitimer(ITIMER_REAL, &day, NULL) < 0))
		_exit(1);
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
		set_clocks(p->seconds, p->patience);
		size_t item = r->control->at[worker]++;
		atomic_store(&r->control->current[worker], item);
		p->work(p->context, item, &site);
		atomic_store(&r->control->current[worker], NO_ITEM);
	}
	set_clocks(0, 0);
}

/* An item that asks for more than this is lost, before the machine is. The mapping is not
 * counted. */
static void limit_memory(rlim_t memory)
{
	const struct rlimit limit = {memory, memory};
	if (!ARENA_IS_MALLOC)
		setrlimit(RLIMIT_DATA, &limit);
}

/* A worker whose parent is killed has nobody to work for, and would keep its lock. */
static void die_with(pid_t parent)
{
#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent) /* it was quicker */
		_exit(1);
}

static void do_nothing(int signal)
{
	(void)signal;
}

/* They are kept until they are waited for, so that none comes between two looks. The
 * handler makes children wait for us even where the caller ignores theirs. */
static void hold_signals(struct signals *s, const struct pool *p)
{
	struct sigaction seen = {.sa_handler = do_nothing};
	unsigned held = p->held;
	sigemptyset(&seen.sa_mask);
	sigemptyset(&s->waited);
	sigaddset(&s->waited, SIGCHLD);
	if (p->watch)
		sigaddset(&s->waited, SIGALRM);
	sigprocmask(SIG_BLOCK, &s->waited, &s->mask);
	for (size_t i = 0; i < COUNT(stops); i++)
		if (!is_ignored(stops[i]) &&
		    (held & 1U << i || !sigismember(&s->mask, stops[i])))
			sigaddset(&s->waited, stops[i]);
	sigaction(SIGCHLD, &seen, &s->child);
	sigprocmask(SIG_BLOCK, &s->waited, NULL);
	if (p->watch) {
		const struct timeval often = {.tv_usec = WATCH_MICROSECONDS};
		sigaction(SIGALRM, &seen, &s->alarm);
		setitimer(ITIMER_REAL, &(struct itimerval){often, often}, &s->clock);
	}
}

/* The last look of a clock that was stopped may still wait: it comes to do_nothing. */
static void release_signals(const struct signals *s, const struct pool *p)
{
	if (p->watch)
		setitimer(ITIMER_REAL, &(struct itimerval){0}, NULL);
	sigprocmask(SIG_SETMASK, &s->mask, NULL);
	sigaction(SIGCHLD, &s->child, NULL);
	if (!p->watch)
		return;
	sigaction(SIGALRM, &s->alarm, NULL);
	setitimer(ITIMER_REAL, &s->clock, NULL);
}

/* A worker ends as any program does; its clocks must reach it. */
static void reset_signals(const struct signals *s)
{
	sigset_t mask = s->mask;
	sigdelset(&mask, SIGPROF);
	for (size_t i = 0; i < COUNT(stops); i++)
		if (sigismember(&s->waited, stops[i]))
			sigdelset(&mask, stops[i]);
	sigdelset(&mask, SIGALRM);
	signal(SIGPROF, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	signal(SIGCHLD, SIG_DFL);
	sigprocmask(SIG_SETMASK, &mask, NULL);
}

static bool fork_worker(struct run *r, int worker)
{
	atomic_store(&r->control->current[worker], NO_ITEM);
	fflush(NULL);
	pid_t parent = getpid(), pid = fork();
	if (pid < 0)
		return false;
	if (pid == 0) {
		die_with(parent);
		reset_signals(&r->signals);
		limit_memory(r->pool->memory ? r->pool->memory : USUAL_MEMORY);
		work_through(r, worker);
		if (r->pool->peak)
			atomic_fetch_add(&r->control->memory, pool_memory());
		_exit(0);
	}
	r->workers[worker] = pid;
	r->n_workers++;
	return true;
}

static enum loss loss_of(int status)
{
	int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	if (signal == SIGPROF || signal == SIGALRM)
		return LOSS_TIME;
	bool by_memory = WIFEXITED(status) && WEXITSTATUS(status) == MEM_STATUS;
	return by_memory ? LOSS_MEMORY : LOSS_CRASH;
}

/* Gives an item up, or to the next worker: memory that the machine refused once is no
 * fault of the item's. Time was enough. */
static void answer_loss(struct run *r, int worker, size_t item, enum loss why)
{
	if (why != LOSS_TIME && r->again[worker] != item + 1) {
		r->again[worker] = item + 1;
		r->control->at[worker] = item;
		return;
	}
	r->pool->lost(r->pool->context, item, why);
}

/* False when workers die without having an item: another one would die, too. */
static bool answer_death(struct run *r, int worker, int status)
{
	size_t item = atomic_load(&r->control->current[worker]);
	if (item != NO_ITEM) {
		answer_loss(r, worker, item, loss_of(status));
	} else if (++r->n_idle_deaths > MOST_IDLE_DEATHS) {
		errno = ECHILD;
		return false;
	}
	/* Another one goes on where it stopped. */
	bool has_items = r->control->at[worker] < r->control->end[worker];
	if (!has_items && atomic_load(&r->control->next) >= r->n)
		return true;
	return fork_worker(r, worker) || (!has_items && r->n_workers > 0);
}

/* Takes leave of the worker when it has ended; others' children are theirs. */
static bool reap_worker(struct run *r, int worker)
{
	int status = -1; /* no clean end, where nothing is known of it */
	pid_t pid = r->workers[worker], ended = 0;
	while (pid != 0 && (ended = waitpid(pid, &status, WNOHANG)) < 0 && errno == EINTR)
		;
	if (ended == 0)
		return true;
	r->workers[worker] = 0;
	r->n_workers--;
	bool is_clean = WIFEXITED(status) && WEXITSTATUS(status) == 0 &&
	                atomic_load(&r->control->current[worker]) == NO_ITEM;
	return is_clean || answer_death(r, worker, status);
}

static void end_workers(struct run *r)
{
	for (int i = 0; i < MOST_JOBS; i++)
		if (r->workers[i])
			kill(r->workers[i], SIGKILL);
	for (int i = 0; i < MOST_JOBS; i++)
		while (r->workers[i] && waitpid(r->workers[i], NULL, 0) < 0 &&
		       errno == EINTR)
			;
	r->n_workers = 0;
}

/* Whoever asks the program to end finds no worker behind it: nobody writes any more, and
 * the lock is free. */
static void stop(struct run *r, int signal)
{
	end_workers(r);
	release_signals(&r->signals, r->pool);
	raise(signal);
}

/* Of those that were handed out, all but what workers have at hand. */
static void tell_watcher(const struct run *r)
{
	struct control *c = r->control;
	size_t next = atomic_load(&c->next), done = next < r->n ? next : r->n;
	for (int i = 0; i < MOST_JOBS; i++) {
		size_t at = c->at[i], end = c->end[i];
		size_t open = (end > at ? end - at : 0) +
		              (r->workers[i] && atomic_load(&c->current[i]) != NO_ITEM);
		done -= open < done ? open : done;
	}
	r->pool->watch(r->pool->watcher, done, r->n);
}

static bool wait_for_workers(struct run *r)
{
	bool ok = true;
	while (r->n_workers > 0) {
		int signal = SIGCHLD;
		int failed = sigwait(&r->signals.waited, &signal);
		if (failed == 0 && signal == SIGALRM) {
			tell_watcher(r);
			continue;
		}
		if (failed == 0 && signal != SIGCHLD) {
			stop(r, signal);
			errno = EINTR; /* the caller holds it, or has a handler */
			return false;
		}
		for (int i = 0; i < MOST_JOBS; i++)
			ok = reap_worker(r, i) && ok;
	}
	/* Every worker may have died after the last fork failed. */
	return ok && atomic_load(&r->control->next) >= r->n;
}

/* False when no worker could be forked, or not enough of them. */
static bool run_workers(struct run *r)
{
	int jobs = r->pool->jobs > MOST_JOBS ? MOST_JOBS : r->pool->jobs;
	for (int i = 0; i < jobs; i++)
		if (!fork_worker(r, i))
			break;
	if (r->n_workers == 0)
		return false;
	mapping_rest(r->pool->mapping);
	return wait_for_workers(r);
}

bool pool_run_apart(const struct pool *p, size_t n)
{
	struct arena site = mapping_arena(p->mapping);
	struct run r = {
		.pool = p, .n = n, .control = arena_alloc(&site, sizeof(struct control))};
	hold_signals(&r.signals, p);
	bool ok = run_workers(&r);
	int reason = errno;
	release_signals(&r.signals, p);
	size_t sum = p->peak ? atomic_load(&r.control->memory) + pool_memory() +
	                               mapping_used(p->mapping)
	                     : 0;
	if (p->peak && sum > *p->peak)
		*p->peak = sum;
	errno = reason;
	return ok;
}
