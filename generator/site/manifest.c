#include "site/manifest.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "words/reason.h"

enum { LARGEST_MANIFEST = 1 << 28 };

/* A path that stays in the folder. */
static bool is_inside(const char *path)
{
	for (const char *at = path; *at; at += *at == '/') {
		size_t len = strcspn(at, "/");
		if (len == 0 || (len == 2 && at[0] == '.' && at[1] == '.'))
			return false;
		at += len;
	}
	return true;
}

/* One that leads out of the folder is passed over: it is none that we wrote. */
static void add_line(struct manifest *m, struct arena *a, const char *line, size_t len)
{
	char *mark;
	uint64_t hash = strtoull(line, &mark, 16);
	if ((*mark != ' ' && *mark != '+') || mark + 1 >= line + len)
		return;
	const char *path = arena_copy(a, mark + 1, (size_t)(line + len - mark - 1));
	if (!is_inside(path))
		return;
	struct output_file file = {.path = path, .hash = hash, .is_loose = *mark == '+'};
	ARRAY_ADD(a, m->files, m->n, m->cap, file);
}

enum manifest_state manifest_read(struct manifest *m, const char *folder, struct arena *a)
{
	struct bytes bytes;
	size_t n = 0, count = 0;
	*m = (struct manifest){.by_path = map_new(a)};
	if (!file_read(a, path_join(a, folder, ".sommaire/manifest"), LARGEST_MANIFEST,
	               &bytes))
		return reason_is_absence(errno) ? MANIFEST_NONE : MANIFEST_UNREAD;
	bool is_whole = false;
	for (const char *at = bytes.data, *end = at + bytes.len; at < end; n++) {
		size_t len = strcspn(at, "\n");
		is_whole = *at == '=' && at + len + 1 == end;
		if (is_whole)
			count = strtoull(at + 1, NULL, 10);
		else
			add_line(m, a, at, len);
		at += len + 1;
	}
	for (size_t i = 0; i < m->n; i++)
		if (!map_find_string(&m->by_path, m->files[i].path))
			map_put_string(&m->by_path, m->files[i].path, &m->files[i]);
	return is_whole && count == n - 1 ? MANIFEST_READ : MANIFEST_CUT;
}

bool manifest_write(const struct manifest *m, const char *folder)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	struct bytes there = {0};
	for (size_t i = 0; i < m->n; i++)
		buf_add_format(&b, "%016llx%c%s\n", (unsigned long long)m->files[i].hash,
		               m->files[i].is_loose ? '+' : ' ', m->files[i].path);
	buf_add_format(&b, "= %zu\n", m->n);
	struct bytes text = {buf_text(&b), b.len};
	const char *path = path_join(&scratch, folder, ".sommaire/manifest");
	bool ok = (file_read(&scratch, path, text.len, &there) && there.len == text.len &&
	           memcmp(there.data, text.data, text.len) == 0) ||
	          file_write_safely(path,
	                            path_join(&scratch, folder, ".sommaire/manifest.new"),
	                            text);
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}
