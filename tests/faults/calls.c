/*
 * Preloaded: makes the nth call of one kind fail, or kills the program there.
 *
 * FAULT_CALL=open|write|close|rename|mkdir|unlink|fork, or what looks and reads:
 * open-read|read|close-read|fstat|stat|lstat|opendir|readdir  FAULT_NTH=n (from 1, in
 * each process) FAULT_ERRNO=number, or FAULT_KILL=1. With FAULT_STAYS=1 all later calls
 * of that kind fail too. FAULT_FIRED names a file that is made when it came to that.
 * Files are counted as open, write and close only when they are opened to be written; the
 * lock is none of them.
 */

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 1024 };

static bool is_ours[MOST_FILES]; /* descriptors opened to be written */
static bool is_read[MOST_FILES]; /* and to be read */

static void *next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

static void note_fired(void)
{
	int (*real_open)(const char *, int, ...) = next("open");
	int (*real_close)(int) = next("close");
	const char *path = getenv("FAULT_FIRED");
	if (path)
		real_close(real_open(path, O_WRONLY | O_CREAT, 0666));
}

/* Whether this call is the one; errno is set then. */
static bool fails(const char *call)
{
	static int count;
	const char *wanted = getenv("FAULT_CALL"), *nth = getenv("FAULT_NTH");
	if (!wanted || !nth || strcmp(wanted, call) != 0)
		return false;
	int limit = (int)strtol(nth, NULL, 10);
	if (++count < limit || (count > limit && !getenv("FAULT_STAYS")))
		return false;
	note_fired();
	if (getenv("FAULT_KILL"))
		raise(SIGKILL);
	const char *reason = getenv("FAULT_ERRNO");
	errno = reason ? (int)strtol(reason, NULL, 10) : EIO;
	return true;
}

int open(const char *path, int flags, ...)
{
	int (*real)(const char *, int, ...) = next("open");
	va_list args;
	va_start(args, flags);
	mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
	va_end(args);
	bool is_written = (flags & O_ACCMODE) == O_WRONLY; /* the lock is O_RDWR */
	bool is_looked_at = (flags & O_ACCMODE) == O_RDONLY;
	if ((is_written && fails("open")) || (is_looked_at && fails("open-read")))
		return -1;
	int fd = real(path, flags, mode);
	if (fd >= 0 && fd < MOST_FILES) {
		is_ours[fd] = is_written;
		is_read[fd] = is_looked_at;
	}
	return fd;
}

ssize_t write(int fd, const void *data, size_t len)
{
	ssize_t (*real)(int, const void *, size_t) = next("write");
	if (fd >= 0 && fd < MOST_FILES && is_ours[fd] && fails("write")) {
		static bool was_full;
		bool takes_half = errno == ENOSPC && !was_full &&
		                  len > 1; /* as a disk that fills up */
		was_full = true;
		return takes_half ? real(fd, data, len / 2) : -1;
	}
	return real(fd, data, len);
}

int close(int fd)
{
	int (*real)(int) = next("close");
	bool counts = fd >= 0 && fd < MOST_FILES && is_ours[fd];
	bool was_read = fd >= 0 && fd < MOST_FILES && is_read[fd];
	if (counts || was_read)
		is_ours[fd] = is_read[fd] = false;
	int result = real(fd);
	return (counts && fails("close")) || (was_read && fails("close-read")) ? -1
	                                                                       : result;
}

ssize_t read(int fd, void *data, size_t len)
{
	ssize_t (*real)(int, void *, size_t) = next("read");
	return fails("read") ? -1 : real(fd, data, len);
}

int fstat(int fd, struct stat *st)
{
	int (*real)(int, struct stat *) = next("fstat");
	return fails("fstat") ? -1 : real(fd, st);
}

int stat(const char *path, struct stat *st)
{
	int (*real)(const char *, struct stat *) = next("stat");
	return fails("stat") ? -1 : real(path, st);
}

int lstat(const char *path, struct stat *st)
{
	int (*real)(const char *, struct stat *) = next("lstat");
	return fails("lstat") ? -1 : real(path, st);
}

DIR *opendir(const char *path)
{
	DIR *(*real)(const char *) = next("opendir");
	return fails("opendir") ? NULL : real(path);
}

struct dirent *readdir(DIR *dir)
{
	struct dirent *(*real)(DIR *) = next("readdir");
	return fails("readdir") ? NULL : real(dir);
}

int rename(const char *from, const char *to)
{
	int (*real)(const char *, const char *) = next("rename");
	return fails("rename") ? -1 : real(from, to);
}

int mkdir(const char *path, mode_t mode)
{
	int (*real)(const char *, mode_t) = next("mkdir");
	return fails("mkdir") ? -1 : real(path, mode);
}

int unlink(const char *path)
{
	int (*real)(const char *) = next("unlink");
	return fails("unlink") ? -1 : real(path);
}

pid_t fork(void)
{
	pid_t (*real)(void) = next("fork");
	return fails("fork") ? -1 : real();
}
