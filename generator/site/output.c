#include "site/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/machine.h"
#include "words/reason.h"

static const char OURS[] = ".sommaire";

enum { LARGEST_MANIFEST = 1 << 28, LONGEST_NAME = 256 };

static char *inside(const struct output *o, struct arena *a, const char *path)
{
	return path_join(a, o->folder, path);
}

static char *staged_path(const struct output *o, struct arena *a, const char *path)
{
	return path_join(a, inside(o, a, ".sommaire/new"), path);
}

/* Whether one folder is the other or holds it. */
static bool holds(const char *folder, const char *path)
{
	size_t len = strlen(folder);
	return strncmp(folder, path, len) == 0 &&
	       (path[len] == '\0' || path[len] == '/' || len == 1);
}

/* A path without links, for a folder that may not exist yet. */
static char *real_path(struct arena *a, const char *path)
{
	char *real = file_real_path(a, path);
	if (real)
		return real;
	char *folder = path_folder(a, path);
	size_t len = strlen(folder);
	while (len > 1 && folder[len - 1] == '/')
		folder[--len] = '\0';
	if (strcmp(folder, path) == 0 || !*path_name(path))
		return arena_string(a, path);
	return path_join(a, real_path(a, *folder ? folder : "."), path_name(path));
}

/*
 * The content, the theme and .git are not to be mixed with the output. Where
 * the content is the course's folder itself, the output may lie in it: the
 * listing of the content passes it over.
 */
static bool overlaps(const struct site *site, const char *folder, struct arena *a)
{
	const struct options *o = site->options;
	const char *out = real_path(a, folder);
	const char *root = real_path(a, o->root);
	const char *theme = real_path(a, path_join(a, o->root, "themes"));
	const char *git = real_path(a, path_join(a, o->root, ".git"));
	const char *content = real_path(a, path_join(a, o->root, site->config.content));
	if (holds(out, root) || holds(theme, out) || holds(git, out) ||
	    holds(out, content))
		return true;
	return *site->config.content && holds(content, out);
}

/* A symbolic link to a folder is none: it would lead out of the site. */
static bool is_real_folder(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* What became of a staged folder: moved with all that it holds, or met where it goes. */
enum placed { PLACED_NOT, PLACED_WHOLE, PLACED_MET };

/* Where a commit has come. */
struct placing {
	struct output *output;
	struct arena arena, scratch;
	struct map folders; /* path -> enum placed */
};

static bool move(struct placing *p, const char *path)
{
	arena_reset(&p->scratch);
	return rename(staged_path(p->output, &p->scratch, path),
	              inside(p->output, &p->scratch, path)) == 0;
}

/* Moves a staged folder unless one is there. Not, with errno: something else is. */
static enum placed place_folder(struct placing *p, const char *path)
{
	struct stat st;
	arena_reset(&p->scratch);
	bool is_there = lstat(inside(p->output, &p->scratch, path), &st) == 0;
	errno = is_there && S_ISLNK(st.st_mode) ? ELOOP : ENOTDIR;
	if (is_there ? !S_ISDIR(st.st_mode) : !move(p, path))
		return PLACED_NOT;
	enum placed placed = is_there ? PLACED_MET : PLACED_WHOLE;
	map_put_string(&p->folders, path, (void *)(uintptr_t)placed);
	return placed;
}

/* Moves a staged file to its place, with the highest folder above it that is new there.
 * False, with errno. */
static bool put_in_place(struct placing *p, const char *path)
{
	for (const char *slash = path; (slash = strchr(slash, '/')); slash++) {
		size_t len = (size_t)(slash - path);
		enum placed placed =
			(enum placed)(uintptr_t)map_find(&p->folders, path, len);
		if (placed == PLACED_NOT)
			placed = place_folder(p, arena_copy(&p->arena, path, len));
		if (placed != PLACED_MET)
			return placed == PLACED_WHOLE;
	}
	return move(p, path);
}

/* Whether only folders stand on the way from the site's folder to a file in it. False
 * with errno: ELOOP for a symbolic link. */
static bool is_way_plain(const struct output *o, char *path)
{
	struct stat st;
	for (char *p = path + strlen(o->folder) + 1; (p = strchr(p, '/')); p++) {
		*p = '\0';
		bool is_there = lstat(path, &st) == 0;
		*p = '/';
		errno = is_there ? ELOOP : errno;
		if (!is_there || S_ISLNK(st.st_mode))
			return false;
	}
	return true;
}

/* Whether the folder may be written to; false with errno: EEXIST when it is somebody's.
 */
static bool is_empty_or_ours(const char *folder)
{
	DIR *dir = opendir(folder);
	if (!dir) /* a file in the way is no folder of somebody's */
		return reason_is_absence(errno);
	struct arena scratch = ARENA_PRIVATE;
	bool is_ours = false, is_empty = true;
	errno = 0;
	for (struct dirent *e; (e = readdir(dir)); errno = 0) {
		if (strcmp(e->d_name, OURS) == 0 &&
		    is_real_folder(path_join(&scratch, folder, OURS)))
			is_ours = true;
		else if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			is_empty = false;
	}
	int reason = errno ? errno : EEXIST;
	closedir(dir);
	arena_release(&scratch);
	errno = reason;
	return reason == EEXIST && (is_ours || is_empty);
}

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

/* Lines "hash path". False with errno when there is one and it cannot be read: what is
 * ours is not known then. */
static bool read_manifest(struct output *o)
{
	struct bytes bytes;
	char *path = inside(o, o->arena, ".sommaire/manifest");
	o->before = map_new(o->arena);
	if (!file_read(o->arena, path, LARGEST_MANIFEST, &bytes))
		return reason_is_absence(errno);
	for (const char *at = bytes.data, *end = at + bytes.len; at < end;) {
		size_t len = strcspn(at, "\n");
		char *after;
		uint64_t hash = strtoull(at, &after, 16);
		if (*after == ' ' && after + 1 < at + len) {
			const char *name = arena_copy(o->arena, after + 1,
			                              (size_t)(at + len - after - 1));
			if (is_inside(name))
				ARRAY_ADD(
					o->arena, o->old, o->n_old, o->cap_old,
					(struct output_file){.path = name, .hash = hash});
		}
		at += len + 1;
	}
	for (size_t i = 0; i < o->n_old; i++)
		map_put_string(&o->before, o->old[i].path, &o->old[i]);
	return true;
}

static void report_write(const char *path, int reason, struct diag *d)
{
	diag_report_failure(d, MSG_MACHINE_WRITE, (struct place){0}, path, reason);
}

/*
 * What lies in the folder must be the same edition: another would take its
 * files away. OUT/.sommaire/edition names it; the site has none. False with errno:
 * EEXIST when it is another.
 */
static bool take_edition(struct output *o, enum edition_kind kind)
{
	struct bytes name = {0};
	const char *wanted = edition_names[kind];
	char *path = inside(o, o->arena, ".sommaire/edition");
	bool is_named = file_read(o->arena, path, LONGEST_NAME, &name);
	if (!is_named && !reason_is_absence(errno))
		return false;
	const char *there = is_named ? name.data : edition_names[EDITION_SITE];
	if (o->n_old > 0) {
		errno = EEXIST;
		return strcmp(there, wanted) == 0;
	}
	if (kind == EDITION_SITE)
		return unlink(path) == 0 || reason_is_absence(errno);
	return file_write(path, wanted, strlen(wanted));
}

bool output_open(struct output *o, const struct site *site, struct arena *a,
                 struct diag *d)
{
	*o = (struct output){.folder = site->options->out, .arena = a, .lock = -1};
	if (overlaps(site, o->folder, a)) {
		diag_report(d, MSG_OUTPUT_OVERLAP, (struct place){0}, o->folder, NULL);
		return false;
	}
	if (!is_empty_or_ours(o->folder)) {
		if (errno == EEXIST)
			diag_report(d, MSG_OUTPUT_REFUSED, (struct place){0}, o->folder,
			            NULL);
		else
			diag_report_unread(d, MSG_MACHINE_LIST, o->folder, errno);
		return false;
	}
	char *lock = inside(o, a, ".sommaire/lock"), *new = inside(o, a, ".sommaire/new");
	if (!file_make_parents(lock) ||
	    (o->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0666)) < 0) {
		report_write(o->folder, errno, d);
		return false;
	}
	if (!machine_lock(o->lock)) {
		diag_report(d, MSG_OUTPUT_LOCKED, (struct place){0}, o->folder, NULL);
		output_close(o);
		return false;
	}
	if (!file_remove_tree(new) || !file_make_folder(new)) {
		report_write(new, errno, d);
		return false;
	}
	bool is_read = read_manifest(o);
	if (is_read && take_edition(o, site->options->edition))
		return true;
	if (is_read && errno == EEXIST)
		diag_report(d, MSG_OUTPUT_EDITION, (struct place){0}, o->folder, NULL);
	else
		diag_report_unread(
			d, MSG_MACHINE_READ,
			inside(o, a,
		               is_read ? ".sommaire/edition" : ".sommaire/manifest"),
			errno);
	output_close(o);
	return false;
}

/* Whether the file there has these bytes; its size is asked first. */
static bool is_same(const char *path, const void *data, size_t len, struct arena *scratch)
{
	struct stat st;
	struct bytes there;
	if (lstat(path, &st) < 0 || !S_ISREG(st.st_mode) || (size_t)st.st_size != len)
		return false;
	return file_read(scratch, path, len, &there) &&
	       memcmp(there.data, data, len) == 0;
}

bool output_stage(const struct output *o, const char *path, const void *data, size_t len,
                  struct arena *scratch, bool *is_kept)
{
	/* Only what an earlier build left can be equal. */
	*is_kept = o->n_old > 0 && is_same(inside(o, scratch, path), data, len, scratch);
	if (*is_kept)
		return true;
	char *staged = staged_path(o, scratch, path);
	return file_make_parents(staged) && file_write(staged, data, len);
}

void output_add(struct output *o, const char *path, uint64_t hash, size_t len,
                bool is_kept)
{
	struct output_file file = {.path = path, .hash = hash, .is_kept = is_kept};
	ARRAY_ADD(o->arena, o->files, o->n, o->cap, file);
	o->bytes += len;
	if (is_kept)
		o->n_kept++;
	else
		o->n_written++;
}

static void add_line(struct buf *b, const struct output_file *file)
{
	buf_add_format(b, "%016llx %s\n", (unsigned long long)file->hash, file->path);
}

static int compare_files(const void *a, const void *b)
{
	return strcmp(((const struct output_file *)a)->path,
	              ((const struct output_file *)b)->path);
}

/* Written before the first rename with the old files too, and again without them at the
 * end, but for those that could not be removed. */
static bool write_manifest(struct output *o, bool with_old)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	struct output_file *files = arena_array(&scratch, o->n + 1, sizeof *files);
	struct map now = map_new(&scratch);
	if (o->n > 0)
		memcpy(files, o->files, o->n * sizeof *files);
	for (size_t i = 0; with_old && o->n_old > 0 && i < o->n; i++)
		map_put_string(&now, files[i].path, &files[i]);
	qsort(files, o->n, sizeof *files, compare_files); /* paths are unique: no tie */
	for (size_t i = 0; i < o->n; i++)
		add_line(&b, &files[i]);
	for (size_t i = 0; i < o->n_old; i++)
		if (o->old[i].is_kept ||
		    (with_old && !map_find_string(&now, o->old[i].path)))
			add_line(&b, &o->old[i]);
	char *path = inside(o, &scratch, ".sommaire/manifest");
	char *fresh = inside(o, &scratch, ".sommaire/manifest.new");
	bool ok = is_same(path, buf_text(&b), b.len, &scratch) ||
	          ((unlink(fresh) == 0 || errno == ENOENT) &&
	           file_write(fresh, buf_text(&b), b.len) && rename(fresh, path) == 0);
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

static bool put_all_in_place(struct output *o, struct diag *d)
{
	struct placing p = {.output = o};
	bool has_begun = false, ok = true;
	p.folders = map_new(&p.arena);
	for (size_t i = 0; ok && i < o->n; i++) {
		if (o->files[i].is_kept)
			continue;
		ok = put_in_place(&p, o->files[i].path);
		if (!ok)
			diag_report_failure(
				d, has_begun ? MSG_MACHINE_PLACE : MSG_MACHINE_WRITE,
				(struct place){0}, o->files[i].path, errno);
		has_begun = true;
	}
	arena_release(&p.arena);
	arena_release(&p.scratch);
	return ok;
}

/* Looks at what the last build left and this one does not make: what nobody changed is to
 * go. False, reported, when something may be there and cannot be read. */
static bool look_at_old(struct output *o, struct diag *d)
{
	struct arena scratch = ARENA_PRIVATE;
	struct map now = map_new(&scratch);
	struct arena reading = ARENA_PRIVATE;
	bool ok = true;
	for (size_t i = 0; o->n_old > 0 && i < o->n; i++)
		map_put_string(&now, o->files[i].path, &o->files[i]);
	for (size_t i = 0; i < o->n_old; i++) {
		struct output_file *old = &o->old[i];
		struct bytes bytes;
		if (map_find_string(&now, old->path))
			continue;
		arena_reset(&reading);
		char *path = inside(o, &reading, old->path);
		if (is_way_plain(o, path) &&
		    file_read(&reading, path, SIZE_MAX / 4, &bytes)) {
			old->is_ours = hash_content(bytes.data, bytes.len) == old->hash;
		} else if (reason_is_of_machine(errno)) {
			diag_report_unread(d, MSG_MACHINE_READ, path, errno);
			ok = false;
		}
	}
	arena_release(&reading);
	arena_release(&scratch);
	return ok;
}

/* Removes a file of the last build, and the folders it leaves empty. False with errno. */
static bool remove_old(struct output *o, const char *name)
{
	struct arena scratch = ARENA_PRIVATE;
	char *path = inside(o, &scratch, name);
	size_t root = strlen(o->folder);
	bool ok = unlink(path) == 0;
	int reason = errno;
	o->n_removed += ok;
	for (char *slash; ok && (slash = strrchr(path + root + 1, '/'));) {
		*slash = '\0';
		if (rmdir(path) < 0)
			break;
	}
	arena_release(&scratch);
	errno = reason;
	return ok || reason_is_absence(reason);
}

/* Removes what is to go; what refuses stays in the manifest, for the next build. */
static bool remove_all_old(struct output *o, struct diag *d)
{
	bool ok = true;
	for (size_t i = 0; i < o->n_old; i++) {
		struct output_file *old = &o->old[i];
		if (!old->is_ours || remove_old(o, old->path))
			continue;
		diag_report_failure(d, MSG_MACHINE_REMOVE, (struct place){0}, old->path,
		                    errno);
		old->is_kept = true;
		ok = false;
	}
	return ok;
}

/* Whether none of our new files goes where somebody else's is; false, reported. Where the
 * folder is new, or its manifest is gone, nothing tells whose a file is. */
static bool meets_no_stranger(const struct output *o, struct diag *d)
{
	struct arena scratch = ARENA_PRIVATE;
	struct stat st;
	bool ok = true;
	for (size_t i = 0; o->n_old > 0 && i < o->n && ok; i++) {
		const struct output_file *file = &o->files[i];
		if (file->is_kept || map_find_string(&o->before, file->path))
			continue;
		arena_reset(&scratch);
		bool is_there = lstat(inside(o, &scratch, file->path), &st) == 0;
		ok = !is_there && reason_is_absence(errno);
		if (!ok)
			report_write(file->path, is_there ? EEXIST : errno, d);
	}
	arena_release(&scratch);
	return ok;
}

bool output_commit(struct output *o, struct diag *d)
{
	if (!meets_no_stranger(o, d) || !look_at_old(o, d))
		return false;
	if (!write_manifest(o, true)) {
		report_write(".sommaire/manifest", errno, d);
		return false;
	}
	if (!put_all_in_place(o, d))
		return false;
	if (o->n_old == 0) /* nothing to remove: the manifest says all already */
		return true;
	bool ok = remove_all_old(o, d);
	if (write_manifest(o, false))
		return ok;
	diag_report_failure(d, MSG_MACHINE_NOTE, (struct place){0}, ".sommaire/manifest",
	                    errno);
	return false;
}

void output_close(struct output *o)
{
	struct arena scratch = ARENA_PRIVATE;
	if (o->lock < 0)
		return;
	file_remove_tree(inside(o, &scratch, ".sommaire/new"));
	close(o->lock);
	o->lock = -1;
	arena_release(&scratch);
}
