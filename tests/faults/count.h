#ifndef FAULTS_COUNT_H
#define FAULTS_COUNT_H

/*
 * Which call is to fail, for what is preloaded.
 *
 * FAULT_CALL names a kind of calls, FAULT_NTH the one that fails (from 1; 0: none, they
 * are counted), FAULT_ERRNO why. With FAULT_STAYS=1 all later ones fail too; with
 * FAULT_KILL=1 the program is killed there. FAULT_COUNT names a file of two ints that the
 * processes of one run share: the calls so far, and how many of them failed. With
 * FAULT_TRACE the file of that name gets the addresses of who called.
 */

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MOST_CALLERS = 60 };

static struct {
	const char *call, *trace;
	int nth, error;
	bool stays, kills;
	atomic_int *counts; /* of calls, of failures */
} fault;

/* The system's own calls are made here: those by name are ours. */
__attribute__((constructor)) static void read_fault(void)
{
	const struct rlimit none = {0, 0}; /* an abort is meant: no core */
	const char *nth = getenv("FAULT_NTH"), *error = getenv("FAULT_ERRNO");
	const char *shared = getenv("FAULT_COUNT");
	syscall(SYS_prlimit64, 0, RLIMIT_CORE, &none, NULL);
	if (!nth || !shared)
		return;
	long fd = syscall(SYS_openat, AT_FDCWD, shared, O_RDWR | O_CLOEXEC);
	if (fd < 0)
		return;
	long at = syscall(SYS_mmap, 0L, 2 * sizeof(int), (long)(PROT_READ | PROT_WRITE),
	                  (long)MAP_SHARED, fd, 0L);
	syscall(SYS_close, fd);
	if (at == -1)
		return;
	fault.counts = (atomic_int *)at;
	fault.trace = getenv("FAULT_TRACE");
	fault.nth = (int)strtol(nth, NULL, 10);
	fault.error = error ? (int)strtol(error, NULL, 10) : EIO;
	fault.stays = getenv("FAULT_STAYS") != NULL;
	fault.kills = getenv("FAULT_KILL") != NULL;
	fault.call = getenv("FAULT_CALL");
}

static void write_trace(void)
{
	const char *path = fault.trace;
	void *callers[MOST_CALLERS];
	fault.trace = NULL; /* it calls, too */
	const char *call = fault.call;
	fault.call = NULL;
	long fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	backtrace_symbols_fd(callers, backtrace(callers, MOST_CALLERS), (int)fd);
	syscall(SYS_close, fd);
	fault.call = call;
}

/* Whether this call is to fail; errno is set then. */
static bool fails(const char *call)
{
	if (!fault.call || strcmp(fault.call, call) != 0)
		return false;
	int now = 1 + atomic_fetch_add(&fault.counts[0], 1);
	if (!fault.nth || now < fault.nth || (now > fault.nth && !fault.stays))
		return false;
	atomic_fetch_add(&fault.counts[1], 1);
	if (fault.kills)
		raise(SIGKILL);
	if (fault.trace)
		write_trace();
	errno = fault.error;
	return true;
}

#endif
