#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/machine.h"

static bool read_all(int fd, char *data, size_t len)
{
	size_t done = 0;
	while (done < len) {
		ssize_t n = read(fd, data + done, len - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		if (n == 0)
			break;
		done += (size_t)n;
	}
	memset(data + done, 0, len + 1 - done);
	return true;
}

bool file_read(struct arena *a, const char *path, size_t max, struct bytes *out)
{
	struct stat st;
	bool ok = false;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return false;
	if (fstat(fd, &st) < 0)
		goto out;
	errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	if (!S_ISREG(st.st_mode))
		goto out;
	errno = EFBIG;
	if (st.st_size < 0 || (size_t)st.st_size > max)
		goto out;
	char *data = arena_alloc_raw(a, (size_t)st.st_size + 1);
	ok = read_all(fd, data, (size_t)st.st_size);
	*out = (struct bytes){data, (size_t)st.st_size};
out:;
	int reason = errno;
	close(fd);
	errno = reason;
	return ok;
}

static bool write_all(int fd, const char *data, size_t len)
{
	for (size_t done = 0; done < len;) {
		ssize_t n = write(fd, data + done, len - done);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			done += (size_t)n;
	}
	return true;
}

/* Closes what was written; false, with the first reason, when any of it failed. */
static bool close_written(int fd, bool ok)
{
	int reason = errno;
	if (close(fd) < 0 && ok) {
		ok = false;
		reason = errno;
	}
	errno = reason;
	return ok;
}

bool file_write(const char *path, const void *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	return fd >= 0 && close_written(fd, write_all(fd, data, len));
}

bool file_is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_size(const char *path, size_t *size)
{
	struct stat st;
	if (stat(path, &st) < 0)
		return false;
	*size = (size_t)st.st_size;
	errno = EINVAL;
	return S_ISREG(st.st_mode);
}

bool file_exists(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

bool file_make_folder(const char *path)
{
	if (mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_folder(path)))
		return true;
	if (errno != ENOENT || !file_make_parents(path))
		return false;
	return mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_folder(path));
}

bool file_make_parents(const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	char *folder = path_folder(&scratch, path);
	size_t len = strlen(folder);
	while (len > 1 && folder[len - 1] == '/')
		folder[--len] = '\0';
	bool ok = len == 0 || file_make_folder(folder);
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

void file_close_folder(int fd)
{
	int reason = errno;
	close(fd);
	errno = reason;
}

static bool is_link(int folder, const char *name)
{
	struct stat st;
	return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISLNK(st.st_mode);
}

/* Opens a folder inside another, which is closed; -1 with errno, ELOOP for a link. */
static int step_into(int folder, const char *name, bool makes_it)
{
	int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	int fd = openat(folder, name, flags);
	if (fd < 0 && errno == ENOENT && makes_it &&
	    (mkdirat(folder, name, 0777) == 0 || errno == EEXIST))
		fd = openat(folder, name, flags);
	if (fd < 0 && errno == ENOTDIR && is_link(folder, name))
		errno = ELOOP; /* the system may say either */
	file_close_folder(folder);
	return fd;
}

/* Opens the folder that holds `path`, folder by folder so that nobody can put a link in
 * the way meanwhile; -1 with errno. */
static int open_parent(const char *root, const char *path, bool makes_it)
{
	struct arena scratch = ARENA_PRIVATE;
	char *way = path_resolve(&scratch, "", path);
	int fd = -1;
	errno = EXDEV;
	if (way)
		fd = open(*root ? root : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	for (char *slash; fd >= 0 && (slash = strchr(way, '/')); way = slash + 1) {
		*slash = '\0';
		fd = step_into(fd, way, makes_it);
	}
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return fd;
}

int file_open_parent(const char *root, const char *path)
{
	return open_parent(root, path, false);
}

bool file_has_no_link(const char *root, const char *path)
{
	int folder = open_parent(root, path, false);
	if (folder < 0)
		return errno == ENOENT;
	bool is_free = !is_link(folder, path_name(path));
	close(folder);
	errno = ELOOP;
	return is_free;
}

/* A new file in an open folder; -1 with errno where anything has its name. */
static int create(int folder, const char *name)
{
	return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	              0666);
}

/* Fills a file that was created just now; takes it away again when that fails. */
static bool fill(int folder, const char *name, int fd, struct bytes text)
{
	bool ok = write_all(fd, text.data, text.len) && fsync(fd) == 0;
	ok = close_written(fd, ok);
	int reason = errno;
	if (!ok)
		unlinkat(folder, name, 0);
	errno = reason;
	return ok;
}

bool file_fill_new(int folder, const char *name, struct bytes text, unsigned mode)
{
	int fd = create(folder, name);
	if (fd < 0)
		return false;
	machine_permit(fd, mode);
	return fill(folder, name, fd, text);
}

static void sync_folder_of(const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *folder = path_folder(&scratch, path);
	int fd = open(*folder ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd); /* some file systems know no such thing */
		close(fd);
	}
	arena_release(&scratch);
}

bool file_write_safely(const char *path, const char *fresh, struct bytes text)
{
	if (unlink(fresh) < 0 && errno != ENOENT)
		return false;
	int fd = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0 || !fill(AT_FDCWD, fresh, fd, text))
		return false;
	if (rename(fresh, path) == 0) {
		sync_folder_of(path);
		return true;
	}
	int reason = errno;
	unlink(fresh);
	errno = reason;
	return false;
}

bool file_make_new(const char *root, const char *path, struct bytes text)
{
	int folder = open_parent(root, path, true);
	if (folder < 0)
		return false;
	int fd = create(folder, path_name(path));
	bool ok = fd >= 0 && fill(folder, path_name(path), fd, text);
	file_close_folder(folder);
	return ok;
}

/* What has the name may be replaced: nothing, or a regular file. */
static bool is_replaceable(int folder, const char *name, mode_t *mode)
{
	struct stat st;
	*mode = 0;
	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT;
	*mode = st.st_mode;
	errno = S_ISLNK(st.st_mode) ? ELOOP : S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	return S_ISREG(st.st_mode);
}

static bool replace_in(int folder, const char *name, struct bytes text)
{
	char fresh[40]; /* a name that only this process uses */
	mode_t mode;
	snprintf(fresh, sizeof fresh, ".sommaire-%ld.new", machine_process());
	if (!is_replaceable(folder, name, &mode))
		return false;
	if (unlinkat(folder, fresh, 0) < 0 && errno != ENOENT)
		return false;
	int fd = create(folder, fresh);
	if (fd < 0)
		return false;
	if (mode)
		machine_permit(fd, mode & 0777);
	if (!fill(folder, fresh, fd, text))
		return false;
	if (renameat(folder, fresh, folder, name) == 0) {
		fsync(folder); /* some file systems know no such thing */
		return true;
	}
	int reason = errno;
	unlinkat(folder, fresh, 0);
	errno = reason;
	return false;
}

bool file_replace(const char *root, const char *path, struct bytes text)
{
	int folder = open_parent(root, path, false);
	if (folder < 0)
		return false;
	bool ok = replace_in(folder, path_name(path), text);
	file_close_folder(folder);
	return ok;
}

static bool is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* The folder is closed before those in it are opened: a deep tree needs no more open
 * files than a flat one. */
static bool remove_tree(const char *path)
{
	struct stat st;
	if (lstat(path, &st) < 0)
		return errno == ENOENT;
	if (!S_ISDIR(st.st_mode))
		return unlink(path) == 0;
	DIR *dir = opendir(path);
	if (!dir)
		return false;
	struct arena scratch = ARENA_PRIVATE;
	const char **names = NULL;
	size_t n = 0, cap = 0;
	for (struct dirent *e; (e = readdir(dir));)
		if (!is_dots(e->d_name))
			ARRAY_ADD(&scratch, names, n, cap,
			          path_join(&scratch, path, e->d_name));
	closedir(dir);
	bool ok = true;
	for (size_t i = 0; i < n; i++)
		ok = remove_tree(names[i]) && ok;
	arena_release(&scratch);
	return rmdir(path) == 0 && ok;
}

bool file_remove_tree(const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	char *name = arena_string(&scratch, path);
	for (size_t len = strlen(name); len > 1 && name[len - 1] == '/'; len--)
		name[len - 1] = '\0'; /* behind a link it would mean the folder */
	bool ok = remove_tree(name);
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

char *path_join(struct arena *a, const char *folder, const char *name)
{
	size_t len = strlen(folder), name_len = strlen(name);
	bool needs_slash = len > 0 && folder[len - 1] != '/';
	char *path = arena_alloc_raw(a, len + needs_slash + name_len + 1);
	memcpy(path, folder, len);
	path[len] = '/'; /* or the name's first byte */
	memcpy(path + len + needs_slash, name, name_len + 1);
	return path;
}

const char *path_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

char *path_folder(struct arena *a, const char *path)
{
	return arena_copy(a, path, (size_t)(path_name(path) - path));
}

const char *path_extension(const char *path)
{
	const char *name = path_name(path), *dot = strrchr(name, '.');
	return dot && dot != name ? dot : "";
}

/* Takes the last segment off a path that is "" or ends in "/". */
static bool climb(struct buf *b)
{
	if (b->len == 0)
		return false;
	do
		b->len--;
	while (b->len > 0 && b->data[b->len - 1] != '/');
	b->data[b->len] = '\0';
	return true;
}

char *path_resolve(struct arena *a, const char *from, const char *target)
{
	struct buf b = buf_new(a);
	if (target[0] != '/')
		buf_add(&b, from, (size_t)(path_name(from) - from));
	for (const char *at = target; *at;) {
		size_t len = strcspn(at, "/");
		bool is_up = len == 2 && memcmp(at, "..", 2) == 0;
		bool is_here = len == 0 || (len == 1 && at[0] == '.');
		if (is_up && !climb(&b))
			return NULL;
		if (!is_up && !is_here)
			buf_add(&b, at, len + (at[len] == '/'));
		at += len + (at[len] == '/');
	}
	buf_reserve(&b, 0);
	return b.data;
}

const char *path_plain_folder(struct arena *a, const char *path)
{
	const char *plain = path_resolve(a, "", path);
	size_t len = plain ? strlen(plain) : 0;
	while (len > 0 && plain[len - 1] == '/')
		len--;
	return plain ? arena_copy(a, plain, len) : NULL;
}

char *path_relative(struct arena *a, const char *from, const char *to)
{
	size_t shared = 0;
	for (size_t i = 0; from[i] && from[i] == to[i]; i++)
		if (from[i] == '/')
			shared = i + 1;
	struct buf b = buf_new(a);
	for (const char *p = from + shared; (p = strchr(p, '/')); p++)
		buf_add_string(&b, "../");
	buf_add_string(&b, to + shared);
	if (b.len == 0)
		buf_add_string(&b, "./");
	return b.data;
}

/* Where the program stands: what it came with is found from there, wherever that is. Its
 * usual place, with errno, where the system does not say; else errno is ENOENT. */
static const char *program_folder(struct arena *a)
{
	const char *path = file_program(a);
	if (!path)
		return "/usr/local/bin";
	errno = ENOENT;
	const char *folder = path_folder(a, path);
	return arena_copy(a, folder, strlen(folder) - (strlen(folder) > 1));
}

const char *file_beside_program(struct arena *a, const char *name)
{
	static const char *const ways[] = {"..", "../generator/install",
	                                   "../share/sommaire"};
	errno = ENOENT;
	const char *program = program_folder(a);
	int reason = errno;
	for (size_t i = 0; i < COUNT(ways); i++) {
		const char *path = arena_format(a, "%s/%s/%s", program, ways[i], name);
		if (access(path, F_OK) == 0)
			return path;
		if (errno != ENOENT && errno != ENOTDIR)
			reason = errno;
	}
	errno = reason;
	return NULL;
}
