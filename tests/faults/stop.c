/*
 * Preloaded: sends a signal to the program at the nth call that changes files.
 *
 * STOP_SIGNAL=number, STOP_AT=n (from 1), STOP_IN=parent: calls of the program itself;
 * worker: those of each of its workers, and the program gets the signal. STOP_CALL=rename
 * counts those only. STOP_FIRED names
 * a file that is made when it came to that, STOP_COUNT one that says at the end how many
 * calls there were. A call that is killed did not happen; a write wrote half.
 */

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static pid_t program;
static int n_calls;

static void *next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

__attribute__((constructor)) static void begin(void)
{
	program = getpid();
}

static void note(const char *path)
{
	int (*real_open)(const char *, int, ...) = next("open");
	int fd = path ? real_open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666) : -1;
	if (fd >= 0) {
		dprintf(fd, "%d", n_calls);
		close(fd);
	}
}

static bool counts(void)
{
	const char *in = getenv("STOP_IN");
	return in && (strcmp(in, "parent") == 0) == (getpid() == program);
}

__attribute__((destructor)) static void end(void)
{
	if (counts())
		note(getenv("STOP_COUNT"));
}

/* How workers end. */
void _exit(int status)
{
	end();
	syscall(SYS_exit_group, status);
	__builtin_unreachable();
}

/* Whether this call is the one. */
static bool is_now(const char *call)
{
	const char *at = getenv("STOP_AT"), *only = getenv("STOP_CALL");
	return at && counts() && (!only || strcmp(only, call) == 0) &&
	       ++n_calls == (int)strtol(at, NULL, 10);
}

static void stop(void)
{
	const char *number = getenv("STOP_SIGNAL");
	note(getenv("STOP_FIRED"));
	kill(getpid() == program ? program : getppid(),
	     number ? (int)strtol(number, NULL, 10) : SIGKILL);
}

static void count(const char *call)
{
	if (is_now(call))
		stop();
}

int open(const char *path, int flags, ...)
{
	int (*real)(const char *, int, ...) = next("open");
	va_list args;
	va_start(args, flags);
	mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
	va_end(args);
	if ((flags & O_ACCMODE) != O_RDONLY)
		count("open");
	return real(path, flags, mode);
}

ssize_t write(int fd, const void *data, size_t len)
{
	ssize_t (*real)(int, const void *, size_t) = next("write");
	if (!is_now("write"))
		return real(fd, data, len);
	size_t half = len / 2;
	ssize_t done = half ? real(fd, data, half) : 0;
	stop();
	return done;
}

int rename(const char *from, const char *to)
{
	int (*real)(const char *, const char *) = next("rename");
	count("rename");
	return real(from, to);
}

int mkdir(const char *path, mode_t mode)
{
	int (*real)(const char *, mode_t) = next("mkdir");
	count("mkdir");
	return real(path, mode);
}

int unlink(const char *path)
{
	int (*real)(const char *) = next("unlink");
	count("unlink");
	return real(path);
}

int rmdir(const char *path)
{
	int (*real)(const char *) = next("rmdir");
	count("rmdir");
	return real(path);
}

int fsync(int fd)
{
	int (*real)(int) = next("fsync");
	count("fsync");
	return real(fd);
}
