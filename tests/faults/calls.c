/*
 * Preloaded: makes the nth call of one kind fail, or kills the program there (count.h).
 *
 * Files are counted as open, write and close when they are opened to be written, as
 * open-read and close-read otherwise; the lock is none of them.
 */

#include "count.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>

enum { MOST_FILES = 1024 };

static bool is_ours[MOST_FILES]; /* descriptors opened to be written */
static bool is_read[MOST_FILES]; /* and to be read */

/* A call that fails, or is made. The name may be that of another kind. */
#define CALL_AS(kind, type, name, params, args, failure)                                 \
	type name params                                                                 \
	{                                                                                \
		static type(*real) params;                                               \
		if (!real)                                                               \
			real = (type(*) params)dlsym(RTLD_NEXT, #name);                  \
		return fails(kind) ? failure : real args;                                \
	}
#define CALL(type, name, params, args, failure)                                          \
	CALL_AS(#name, type, name, params, args, failure)

static void *next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

static int note_open(int fd, int flags)
{
	if (fd >= 0 && fd < MOST_FILES) {
		is_ours[fd] = (flags & O_ACCMODE) == O_WRONLY; /* the lock is O_RDWR */
		is_read[fd] = (flags & O_ACCMODE) == O_RDONLY;
	}
	return fd;
}

static bool open_fails(int flags)
{
	int way = flags & O_ACCMODE;
	return way == O_WRONLY ? fails("open") : way == O_RDONLY && fails("open-read");
}

#define OPEN(name, params, path_args)                                                    \
	int name params                                                                  \
	{                                                                                \
		static int(*real) params;                                                \
		va_list args;                                                            \
		va_start(args, flags);                                                   \
		mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;                \
		va_end(args);                                                            \
		if (!real)                                                               \
			real = (int(*) params)next(#name);                               \
		return open_fails(flags) ? -1 : note_open(real path_args, flags);        \
	}
OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode))
OPEN(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode))

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
	bool breaks = (counts && fails("close")) || (was_read && fails("close-read"));
	return breaks ? -1 : result;
}

/* clang-format off */
CALL(ssize_t, read, (int fd, void *data, size_t len), (fd, data, len), -1)
CALL_AS("read", ssize_t, pread, (int fd, void *data, size_t len, off_t at), (fd, data, len, at), -1)
CALL(int, fstat, (int fd, struct stat *st), (fd, st), -1)
CALL_AS("fstat", int, fstat64, (int fd, struct stat64 *st), (fd, st), -1)
CALL(int, stat, (const char *path, struct stat *st), (path, st), -1)
CALL_AS("stat", int, stat64, (const char *path, struct stat64 *st), (path, st), -1)
CALL(int, lstat, (const char *path, struct stat *st), (path, st), -1)
CALL_AS("lstat", int, lstat64, (const char *path, struct stat64 *st), (path, st), -1)
CALL(int, fstatat, (int at, const char *path, struct stat *st, int flags), (at, path, st, flags), -1)
CALL(int, access, (const char *path, int mode), (path, mode), -1)
CALL_AS("access", int, faccessat, (int at, const char *path, int mode, int flags), (at, path, mode, flags), -1)
CALL(ssize_t, readlink, (const char *path, char *to, size_t len), (path, to, len), -1)
CALL(char *, realpath, (const char *path, char *to), (path, to), NULL)
CALL(char *, getcwd, (char *to, size_t len), (to, len), NULL)
CALL(DIR *, opendir, (const char *path), (path), NULL)
CALL(struct dirent *, readdir, (DIR *dir), (dir), NULL)
CALL_AS("readdir", struct dirent64 *, readdir64, (DIR *dir), (dir), NULL)
CALL(int, closedir, (DIR *dir), (dir), -1)

CALL(int, rename, (const char *from, const char *to), (from, to), -1)
CALL_AS("rename", int, renameat, (int at, const char *from, int to_at, const char *to), (at, from, to_at, to), -1)
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
CALL_AS("mkdir", int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode), -1)
CALL(int, unlink, (const char *path), (path), -1)
CALL_AS("unlink", int, unlinkat, (int at, const char *path, int flags), (at, path, flags), -1)
CALL(int, rmdir, (const char *path), (path), -1)
CALL(int, link, (const char *from, const char *to), (from, to), -1)
CALL_AS("link", int, linkat, (int at, const char *from, int to_at, const char *to, int flags), (at, from, to_at, to, flags), -1)
CALL(int, symlink, (const char *to, const char *path), (to, path), -1)
CALL(int, fsync, (int fd), (fd), -1)
CALL(int, ftruncate, (int fd, off_t len), (fd, len), -1)
CALL(int, flock, (int fd, int how), (fd, how), -1)

CALL(pid_t, fork, (void), (), -1)
CALL(pid_t, waitpid, (pid_t pid, int *status, int how), (pid, status, how), -1)
CALL(int, pipe, (int ends[2]), (ends), -1)
CALL(int, pipe2, (int ends[2], int flags), (ends, flags), -1)
CALL(int, dup, (int fd), (fd), -1)
CALL(int, dup2, (int fd, int to), (fd, to), -1)
CALL(int, setitimer, (__itimer_which_t which, const struct itimerval *to, struct itimerval *was), (which, to, was), -1)
CALL(int, setrlimit, (__rlimit_resource_t which, const struct rlimit *to), (which, to), -1)
CALL(int, munmap, (void *at, size_t len), (at, len), -1)
CALL(int, madvise, (void *at, size_t len, int advice), (at, len, advice), -1)
CALL(void *, mmap, (void *at, size_t len, int how, int flags, int fd, off_t from), (at, len, how, flags, fd, from), MAP_FAILED)
CALL_AS("mmap", void *, mmap64, (void *at, size_t len, int how, int flags, int fd, off64_t from), (at, len, how, flags, fd, from), MAP_FAILED)
/* clang-format on */
