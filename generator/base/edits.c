#include "base/edits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/machine.h"

/* What is larger is nothing that people write. */
enum { LARGEST_FILE = 16 << 20 };

struct edited_file {
	const char *path;
	struct bytes before;
	struct stat stat; /* when it was read */
	int reason;       /* an errno: it may not be edited */
	struct edit *edits;
	size_t n, cap;
	/* how far it has come, so that it can be undone */
	bool is_kept, is_written, is_replaced;
};

const char *edited_path(const struct edited_file *file)
{
	return file->path;
}

struct bytes edited_before(const struct edited_file *file)
{
	return file->before;
}

const struct edit *edited_edits(const struct edited_file *file, size_t *n)
{
	*n = file->n;
	return file->edits;
}

/* Reading. */

/* What stands at a path, a link itself; false with errno. */
static bool look(const struct edits *e, const char *path, struct stat *st)
{
	int folder = file_open_parent(e->root, path);
	if (folder < 0)
		return false;
	bool ok = fstatat(folder, path_name(path), st, AT_SYMLINK_NOFOLLOW) == 0;
	file_close_folder(folder);
	return ok;
}

static int judge(const struct stat *st)
{
	return S_ISLNK(st->st_mode)    ? ELOOP
	       : !S_ISREG(st->st_mode) ? EINVAL
	       : st->st_mode & 0222    ? 0
	                               : EACCES;
}

static int read_file(struct edits *e, struct edited_file *file)
{
	if (!look(e, file->path, &file->stat))
		return errno;
	int reason = judge(&file->stat);
	const char *path = path_join(e->arena, e->root, file->path);
	if (!reason && !file_read(e->arena, path, LARGEST_FILE, &file->before))
		reason = errno;
	return reason;
}

static struct edited_file *find_file(struct edits *e, const char *path)
{
	if (!e->by_path.arena)
		e->by_path = map_new(e->arena);
	struct edited_file *file = map_find_string(&e->by_path, path);
	if (file)
		return file;
	file = arena_alloc(e->arena, sizeof *file);
	*file = (struct edited_file){.path = arena_string(e->arena, path)};
	file->reason = read_file(e, file);
	map_put_string(&e->by_path, file->path, file);
	ARRAY_ADD(e->arena, e->files, e->n_files, e->cap_files, file);
	return file;
}

const struct bytes *edits_bytes(struct edits *e, const char *path)
{
	const struct edited_file *file = find_file(e, path);
	errno = file->reason;
	return file->reason ? NULL : &file->before;
}

/* Gathering. */

static bool is_same(const struct edit *a, const struct edit *b)
{
	return a->start == b->start && a->old.len == b->old.len &&
	       a->fresh.len == b->fresh.len &&
	       memcmp(a->fresh.data, b->fresh.data, a->fresh.len) == 0;
}

/* Whether bytes of both would change, or something be inserted within what changes. */
static bool is_in_the_way(const struct edit *a, const struct edit *b)
{
	return a->start < b->start + b->old.len && b->start < a->start + a->old.len;
}

static bool finds_its_bytes(const struct edited_file *file, const struct edit *edit)
{
	return !file->reason && edit->start <= file->before.len &&
	       edit->old.len <= file->before.len - edit->start &&
	       memcmp(file->before.data + edit->start, edit->old.data, edit->old.len) ==
	               0;
}

enum fit { FIT_NEW, FIT_THERE, FIT_NONE };

static enum fit fit(const struct edited_file *file, const struct edit *edit)
{
	if (!finds_its_bytes(file, edit))
		return FIT_NONE;
	for (size_t i = 0; i < file->n; i++) {
		if (is_same(&file->edits[i], edit))
			return FIT_THERE;
		if (is_in_the_way(&file->edits[i], edit))
			return FIT_NONE;
	}
	return FIT_NEW;
}

static struct bytes copy(struct arena *a, struct bytes text)
{
	return (struct bytes){arena_copy(a, text.data, text.len), text.len};
}

/* Puts an edit where it belongs in the order of the file. */
static void insert(struct edits *e, struct edited_file *file, const struct edit *edit)
{
	ARRAY_ADD(e->arena, file->edits, file->n, file->cap, *edit);
	size_t i = file->n - 1;
	for (; i > 0 && file->edits[i - 1].start > edit->start; i--)
		file->edits[i] = file->edits[i - 1];
	file->edits[i] = *edit;
	file->edits[i].path = file->path;
	file->edits[i].old = copy(e->arena, edit->old);
	file->edits[i].fresh = copy(e->arena, edit->fresh);
	e->n_edits++;
}

bool edits_add(struct edits *e, const struct edit *edits, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (fit(find_file(e, edits[i].path), &edits[i]) == FIT_NONE)
			return false;
		for (size_t k = 0; k < i; k++)
			if (strcmp(edits[k].path, edits[i].path) == 0 &&
			    is_in_the_way(&edits[k], &edits[i]))
				return false;
	}
	for (size_t i = 0; i < n; i++) {
		struct edited_file *file = find_file(e, edits[i].path);
		if (fit(file, &edits[i]) == FIT_NEW)
			insert(e, file, &edits[i]);
	}
	return true;
}

bool edits_rename(struct edits *e, const char *from, const char *to)
{
	struct stat st;
	for (size_t i = 0; i < e->n_renamings; i++) {
		const struct renaming *r = &e->renamings[i];
		if (strcmp(r->from, from) == 0 || strcmp(r->to, to) == 0)
			return strcmp(r->from, from) == 0 && strcmp(r->to, to) == 0;
	}
	if (!edits_bytes(e, from))
		return false;
	if (look(e, to, &st) || errno != ENOENT)
		return false;
	struct renaming r = {arena_string(e->arena, from), arena_string(e->arena, to)};
	ARRAY_ADD(e->arena, e->renamings, e->n_renamings, e->cap_renamings, r);
	return true;
}

struct bytes edits_text(const struct edits *e, const struct edited_file *file)
{
	struct buf b = buf_new(e->arena);
	size_t at = 0;
	for (size_t i = 0; i < file->n; i++) {
		const struct edit *edit = &file->edits[i];
		buf_add(&b, file->before.data + at, edit->start - at);
		buf_add(&b, edit->fresh.data, edit->fresh.len);
		at = edit->start + edit->old.len;
	}
	buf_add(&b, file->before.data + at, file->before.len - at);
	return (struct bytes){buf_text(&b), b.len};
}

/* Making. Steps that each open the folder anew: there may be more files than a process
 * may have open. */

enum beside { BESIDE_NEW, BESIDE_OLD };

/* A name beside a file that only this process uses. */
static const char *beside(char name[48], size_t number, enum beside which)
{
	snprintf(name, 48, ".sommaire-%ld-%zu.%s", machine_process(), number,
	         which == BESIDE_NEW ? "new" : "old");
	return name;
}

static bool write_beside(const struct edits *e, size_t number, enum beside which)
{
	const struct edited_file *file = e->files[number];
	char name[48];
	int folder = file_open_parent(e->root, file->path);
	bool ok = folder >= 0 &&
	          file_fill_new(folder, beside(name, number, which),
	                        which == BESIDE_NEW ? edits_text(e, file) : file->before,
	                        file->stat.st_mode & 0777);
	if (folder >= 0)
		file_close_folder(folder);
	return ok;
}

/* The old file under a name of ours: a second name of it, or a copy where a file may have
 * only one. */
static bool keep_old(const struct edits *e, size_t number)
{
	const struct edited_file *file = e->files[number];
	char name[48];
	int folder = file_open_parent(e->root, file->path);
	if (folder < 0)
		return false;
	bool ok = linkat(folder, path_name(file->path), folder,
	                 beside(name, number, BESIDE_OLD), 0) == 0;
	bool has_one_name = !ok && (errno == EPERM || errno == ENOTSUP ||
	                            errno == ENOSYS || errno == EMLINK);
	file_close_folder(folder);
	return ok || (has_one_name && write_beside(e, number, BESIDE_OLD));
}

static bool is_unchanged(const struct edits *e, const struct edited_file *file)
{
	struct stat now;
	if (!look(e, file->path, &now))
		return false;
	const struct stat *then = &file->stat;
	bool is_same_file = now.st_ino == then->st_ino && now.st_dev == then->st_dev &&
	                    now.st_size == then->st_size &&
	                    now.st_mtim.tv_sec == then->st_mtim.tv_sec &&
	                    now.st_mtim.tv_nsec == then->st_mtim.tv_nsec;
	errno = ESTALE;
	return is_same_file;
}

/* Puts what stands beside a file in its place. */
static bool put(const struct edits *e, size_t number, enum beside which)
{
	const char *path = e->files[number]->path;
	char name[48];
	int folder = file_open_parent(e->root, path);
	if (folder < 0)
		return false;
	bool ok = renameat(folder, beside(name, number, which), folder,
	                   path_name(path)) == 0;
	if (ok)
		fsync(folder); /* some file systems know no such thing */
	file_close_folder(folder);
	return ok;
}

static void remove_beside(const struct edits *e, size_t number, enum beside which)
{
	char name[48];
	int folder = file_open_parent(e->root, e->files[number]->path);
	if (folder < 0)
		return;
	unlinkat(folder, beside(name, number, which), 0);
	file_close_folder(folder);
}

/* Nothing that has the new name is replaced. */
static bool rename_file(const struct edits *e, const char *from, const char *to)
{
	struct stat st;
	int source = file_open_parent(e->root, from);
	int target = source < 0 ? -1 : file_open_parent(e->root, to);
	bool is_taken = target >= 0 &&
	                fstatat(target, path_name(to), &st, AT_SYMLINK_NOFOLLOW) == 0;
	bool ok = target >= 0 && !is_taken &&
	          renameat(source, path_name(from), target, path_name(to)) == 0;
	int reason = is_taken ? EEXIST : errno;
	if (target >= 0)
		close(target);
	if (source >= 0)
		close(source);
	errno = reason;
	return ok;
}

/* Steps of one file; `failed` names it. */
static bool prepare(struct edits *e, size_t number)
{
	struct edited_file *file = e->files[number];
	e->failed = file->path;
	if (!is_unchanged(e, file))
		return false;
	file->is_written = write_beside(e, number, BESIDE_NEW);
	file->is_kept = file->is_written && keep_old(e, number);
	return file->is_kept;
}

static bool replace(struct edits *e, size_t number)
{
	struct edited_file *file = e->files[number];
	e->failed = file->path;
	file->is_replaced = is_unchanged(e, file) && put(e, number, BESIDE_NEW);
	return file->is_replaced;
}

/* Runs a step for every file that is edited, until one fails. */
static bool for_all(struct edits *e, bool (*step)(struct edits *e, size_t number))
{
	for (size_t i = 0; i < e->n_files; i++)
		if (e->files[i]->n > 0 && !step(e, i))
			return false;
	return true;
}

/* Renames all; `*n` is how many were. */
static bool rename_all(struct edits *e, size_t *n)
{
	for (*n = 0; *n < e->n_renamings; ++*n) {
		const struct renaming *r = &e->renamings[*n];
		e->failed = r->from;
		if (!rename_file(e, r->from, r->to))
			return false;
	}
	e->failed = NULL;
	return true;
}

static void undo(struct edits *e, size_t n_renamed)
{
	for (size_t i = n_renamed; i > 0; i--)
		if (!rename_file(e, e->renamings[i - 1].to, e->renamings[i - 1].from))
			e->is_mixed = true;
	for (size_t i = 0; i < e->n_files; i++) {
		struct edited_file *file = e->files[i];
		bool is_lost = file->is_replaced && !put(e, i, BESIDE_OLD);
		file->is_kept = file->is_kept && !is_lost; /* it stays */
		e->is_mixed |= is_lost;
	}
}

/* Removes what is left beside the files, under their names of before. */
static void clean(struct edits *e)
{
	for (size_t i = 0; i < e->n_files; i++) {
		if (e->files[i]->is_written && !e->files[i]->is_replaced)
			remove_beside(e, i, BESIDE_NEW);
		if (e->files[i]->is_kept)
			remove_beside(e, i, BESIDE_OLD);
	}
}

bool edits_apply(struct edits *e)
{
	size_t n_renamed = 0;
	bool ok = for_all(e, prepare) && for_all(e, replace) && rename_all(e, &n_renamed);
	int reason = errno;
	if (!ok)
		undo(e, n_renamed);
	clean(e);
	errno = reason;
	return ok;
}
