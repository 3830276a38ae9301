#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

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

bool file_write(const char *path, const void *data, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	bool ok = true;
	for (size_t done = 0; ok && done < len;) {
		ssize_t n = write(fd, (const char *)data + done, len - done);
		if (n < 0 && errno != EINTR)
			ok = false;
		if (n > 0)
			done += (size_t)n;
	}
	int reason = errno;
	if (close(fd) < 0 && ok) {
		ok = false;
		reason = errno;
	}
	errno = reason;
	return ok;
}

bool file_is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

size_t file_size(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (size_t)st.st_size : 0;
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
	bool ok = true;
	struct arena scratch = ARENA_PRIVATE;
	for (struct dirent *e; (e = readdir(dir));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			ok = remove_tree(path_join(&scratch, path, e->d_name)) && ok;
	arena_release(&scratch);
	closedir(dir);
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

bool path_is_page(const char *text, size_t len)
{
	return len > 3 && memcmp(text + len - 3, ".md", 3) == 0 &&
	       !memchr(text, ' ', len);
}

bool path_names_file(const char *path, const char *file)
{
	size_t len = strlen(path);
	if (strcmp(path, file) == 0)
		return true;
	while (len > 0 && path[len - 1] == '/')
		len--;
	bool is_inside = strncmp(path, file, len) == 0 && (len == 0 || file[len] == '/');
	return is_inside && strcmp(file + len + (len > 0), "README.md") == 0;
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
