#include "site/commit.h"

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "site/manifest.h"
#include "words/reason.h"

/* What a folder on the way of new files is. */
enum way {
	WAY_UNKNOWN,
	WAY_ABSENT,  /* it is moved with all that it holds */
	WAY_MOVED,   /* and was */
	WAY_FOLDER,  /* files are moved into it */
	WAY_BLOCKED, /* a file that is to go has its name */
};

struct commit {
	struct output *output;
	struct diag *diag;
	struct arena arena, scratch;
	struct map now;     /* path -> file of this build */
	struct map folders; /* path -> enum way */
	struct map going;   /* path -> file of an earlier build that is to go */
	struct map blocks;  /* paths where something that is to go is in the way */
	bool has_begun;     /* something was put in its place, or taken away */
	int unnoted; /* why something could not be noted meanwhile, an errno; or 0 */
};

static char *inside(const struct output *o, struct arena *a, const char *path)
{
	return path_join(a, o->folder, path);
}

static bool fail(struct commit *c, const char *path, int reason)
{
	diag_report_failure(c->diag, c->has_begun ? MSG_MACHINE_PLACE : MSG_MACHINE_WRITE,
	                    (struct place){0}, path, reason);
	return false;
}

/* --- 1. look --- */

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

/* Looks at what earlier builds left and this one does not make: what nobody changed is to
 * go. False, reported, when something may be there and cannot be read. */
static bool look_at_old(struct commit *c)
{
	struct output *o = c->output;
	bool ok = true;
	for (size_t i = 0; i < o->before.n; i++) {
		struct output_file *old = &o->before.files[i];
		struct bytes bytes;
		if (map_find_string(&c->now, old->path))
			continue;
		arena_reset(&c->scratch);
		char *path = inside(o, &c->scratch, old->path);
		if (is_way_plain(o, path) &&
		    file_read(&c->scratch, path, SIZE_MAX / 4, &bytes)) {
			old->is_ours = hash_content(bytes.data, bytes.len) == old->hash;
			if (old->is_ours)
				map_put_string(&c->going, old->path, old);
		} else if (reason_is_of_machine(errno)) {
			diag_report_unread(c->diag, MSG_MACHINE_READ, path, errno);
			ok = false;
		}
	}
	return ok;
}

/* Whether a folder holds nothing but folders and files that are to go. */
static bool is_to_be_empty(const struct commit *c, const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	DIR *dir = opendir(inside(c->output, &scratch, path));
	bool ok = dir != NULL;
	for (struct dirent *e; ok && (errno = 0, e = readdir(dir));) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		struct stat st;
		const char *below = path_join(&scratch, path, e->d_name);
		ok = map_find_string(&c->going, below) ||
		     (lstat(inside(c->output, &scratch, below), &st) == 0 &&
		      S_ISDIR(st.st_mode) && is_to_be_empty(c, below));
	}
	ok = ok && errno == 0;
	if (dir)
		closedir(dir);
	arena_release(&scratch);
	return ok;
}

/* Looks at a folder on the way. WAY_UNKNOWN, with errno: what is there is neither a
 * folder nor to go. */
static enum way look_at_folder(struct commit *c, const char *path)
{
	struct stat st;
	arena_reset(&c->scratch);
	if (lstat(inside(c->output, &c->scratch, path), &st) < 0)
		return reason_is_absence(errno) ? WAY_ABSENT : WAY_UNKNOWN;
	if (S_ISDIR(st.st_mode))
		return WAY_FOLDER;
	errno = S_ISLNK(st.st_mode) ? ELOOP : ENOTDIR;
	if (!map_find_string(&c->going, path))
		return WAY_UNKNOWN;
	map_put_string(&c->blocks, path, c);
	return WAY_BLOCKED;
}

/* The first folder on the way to a file that is none to move into; NULL: all of them are.
 * Its state is in `way`. */
static const char *find_stop(struct commit *c, const char *path, enum way *way)
{
	for (const char *slash = path; (slash = strchr(slash, '/')); slash++) {
		size_t len = (size_t)(slash - path);
		*way = (enum way)(uintptr_t)map_find(&c->folders, path, len);
		if (*way == WAY_FOLDER)
			continue;
		const char *folder = arena_copy(&c->arena, path, len);
		if (*way == WAY_UNKNOWN) {
			*way = look_at_folder(c, folder);
			map_put_string(&c->folders, folder, (void *)(uintptr_t)*way);
		}
		if (*way != WAY_FOLDER)
			return folder;
	}
	return NULL;
}

/* Where the folder of a file is there: what has its own name. False with errno. */
static bool look_at_place(struct commit *c, struct output_file *file)
{
	struct stat st;
	const struct output_file *before =
		map_find_string(&c->output->before.by_path, file->path);
	bool is_home = strcmp(file->path, "index.html") == 0;
	arena_reset(&c->scratch);
	file->turn = is_home ? TURN_HOME : TURN_NEW;
	if (lstat(inside(c->output, &c->scratch, file->path), &st) < 0)
		return reason_is_absence(errno);
	if (S_ISDIR(st.st_mode)) {
		file->turn = TURN_BLOCKED;
		map_put_string(&c->blocks, file->path, c);
		bool ok = is_to_be_empty(c, file->path);
		errno = EEXIST;
		return ok;
	}
	errno = EEXIST;
	if (before && !before->is_loose)
		file->turn = TURN_CHANGED;
	return before != NULL;
}

/* Finds out when a staged file's turn is. False, reported, when something of somebody
 * else is where it goes. */
static bool look_at_way(struct commit *c, struct output_file *file)
{
	enum way way;
	if (!find_stop(c, file->path, &way))
		return look_at_place(c, file) || fail(c, file->path, errno);
	file->turn = way == WAY_BLOCKED ? TURN_BLOCKED : TURN_NEW;
	return way != WAY_UNKNOWN || fail(c, file->path, errno);
}

static bool look(struct commit *c)
{
	struct output *o = c->output;
	bool ok = look_at_old(c);
	for (size_t i = 0; ok && i < o->n; i++) {
		struct output_file *file = &o->files[i];
		const struct output_file *before =
			map_find_string(&o->before.by_path, file->path);
		if (!file->is_kept)
			ok = look_at_way(c, file);
		/* one that is the same may lead to others that are not there yet */
		file->is_loose = file->is_kept ? before && before->is_loose
		                               : file->turn != TURN_CHANGED;
	}
	return ok;
}

/* --- 2, 4, 6, 8. note --- */

/* Which of the files of earlier builds are listed. */
enum listed { LISTED_ALL, LISTED_LEFT };

static int compare_files(const void *a, const void *b)
{
	return strcmp(((const struct output_file *)a)->path,
	              ((const struct output_file *)b)->path);
}

static bool note(struct commit *c, enum listed which)
{
	const struct output *o = c->output;
	struct arena scratch = ARENA_PRIVATE;
	struct manifest m = {
		.files = arena_array(&scratch, o->n + o->before.n + 1, sizeof *m.files)};
	if (o->n > 0)
		memcpy(m.files, o->files, o->n * sizeof *m.files);
	m.n = o->n;
	qsort(m.files, m.n, sizeof *m.files, compare_files); /* paths differ: no tie */
	for (size_t i = 0; i < o->before.n; i++) {
		const struct output_file *old = &o->before.files[i];
		const struct output_file *now = map_find_string(&c->now, old->path);
		if (which == LISTED_ALL ? !now || now->hash != old->hash : old->is_kept)
			m.files[m.n++] = *old;
	}
	bool ok = manifest_write(&m, o->folder);
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

/* What is new is there, and so is what it leads to. Where this cannot be noted, as on a
 * full disk, nothing stops half way: it is told at the end. */
static void note_new(struct commit *c)
{
	const struct output *o = c->output;
	bool has_changes = false;
	for (size_t i = 0; i < o->n; i++) {
		has_changes |= !o->files[i].is_kept && o->files[i].turn == TURN_CHANGED;
		o->files[i].is_loose = false;
	}
	if (has_changes && !note(c, LISTED_ALL))
		c->unnoted = errno;
}

/* No page leads to what is to go any more. The same holds. */
static void note_going(struct commit *c)
{
	struct manifest *before = &c->output->before;
	bool has_going = false;
	for (size_t i = 0; i < before->n; i++) {
		before->files[i].is_loose |= before->files[i].is_ours;
		has_going |= before->files[i].is_ours;
	}
	if (has_going && !note(c, LISTED_ALL))
		c->unnoted = errno;
}

/* --- 3, 5. place --- */

static bool move(struct commit *c, const char *path)
{
	arena_reset(&c->scratch);
	const char *staged = path_join(
		&c->scratch, inside(c->output, &c->scratch, ".sommaire/new"), path);
	bool ok = rename(staged, inside(c->output, &c->scratch, path)) == 0;
	c->has_begun |= ok;
	return ok;
}

/* Moves a staged file, or the highest folder above it that is new. False with errno. */
static bool put_in_place(struct commit *c, const char *path)
{
	enum way way;
	const char *folder = find_stop(c, path, &way);
	if (!folder)
		return move(c, path);
	if (way == WAY_MOVED)
		return true;
	if (way == WAY_UNKNOWN || !move(c, folder))
		return false;
	map_put_string(&c->folders, folder, (void *)(uintptr_t)WAY_MOVED);
	return true;
}

static bool put_those(struct commit *c, enum output_turn turn)
{
	struct output *o = c->output;
	for (size_t i = 0; i < o->n; i++) {
		const struct output_file *file = &o->files[i];
		if (!file->is_kept && file->turn == turn && !put_in_place(c, file->path))
			return fail(c, file->path, errno);
	}
	return true;
}

/* --- 7. remove --- */

/* Removes a file of an earlier build, and the folders it leaves empty. False with errno.
 */
static bool remove_old(struct commit *c, struct output_file *old)
{
	arena_reset(&c->scratch);
	char *path = inside(c->output, &c->scratch, old->path);
	size_t root = strlen(c->output->folder);
	if (unlink(path) < 0)
		return reason_is_absence(errno);
	c->has_begun = true;
	old->is_ours = false;
	c->output->n_removed++;
	for (char *slash; (slash = strrchr(path + root + 1, '/'));) {
		*slash = '\0';
		if (rmdir(path) < 0)
			break;
	}
	return true;
}

/* Removes what is to go; what refuses stays in the manifest, for the next build. */
static bool remove_all_old(struct commit *c)
{
	bool ok = true;
	for (size_t i = 0; i < c->output->before.n; i++) {
		struct output_file *old = &c->output->before.files[i];
		if (!old->is_ours || remove_old(c, old))
			continue;
		diag_report_failure(c->diag, MSG_MACHINE_REMOVE, (struct place){0},
		                    old->path, errno);
		old->is_kept = true;
		ok = false;
	}
	return ok;
}

static bool is_in_the_way(const struct commit *c, const char *path)
{
	for (const char *slash = path; (slash = strchr(slash, '/')); slash++)
		if (map_find(&c->blocks, path, (size_t)(slash - path)))
			return true;
	return map_find_string(&c->blocks, path) != NULL;
}

/* Removes a folder that holds nothing but folders; what is none stays. */
static void remove_empty(const char *path)
{
	DIR *dir = opendir(path);
	if (!dir)
		return;
	struct arena scratch = ARENA_PRIVATE;
	for (struct dirent *e; (e = readdir(dir));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			remove_empty(path_join(&scratch, path, e->d_name));
	closedir(dir);
	arena_release(&scratch);
	rmdir(path);
}

/* Where a file becomes a folder, or a folder a file, the old one has to go first: pages
 * that lead to either wait no longer than this takes. */
static bool put_blocked(struct commit *c)
{
	struct output *o = c->output;
	for (size_t i = 0; c->blocks.n > 0 && i < o->before.n; i++) {
		struct output_file *old = &o->before.files[i];
		if (old->is_ours && is_in_the_way(c, old->path) && !remove_old(c, old))
			return fail(c, old->path, errno);
	}
	for (size_t i = 0; c->blocks.n > 0 && i < o->n; i++) {
		arena_reset(&c->scratch);
		if (o->files[i].turn == TURN_BLOCKED)
			remove_empty(inside(o, &c->scratch, o->files[i].path));
	}
	return put_those(c, TURN_BLOCKED);
}

static bool run(struct commit *c)
{
	struct output *o = c->output;
	for (size_t i = 0; o->before.n > 0 && i < o->n; i++)
		map_put_string(&c->now, o->files[i].path, &o->files[i]);
	if (!look(c))
		return false;
	if (!note(c, LISTED_ALL))
		return fail(c, ".sommaire/manifest", errno);
	if (!put_those(c, TURN_NEW) || !put_blocked(c))
		return false;
	note_new(c);
	if (!put_those(c, TURN_CHANGED) || !put_those(c, TURN_HOME))
		return false;
	note_going(c);
	bool ok = remove_all_old(c);
	if (!note(c, LISTED_LEFT))
		c->unnoted = errno;
	if (c->unnoted)
		diag_report_failure(c->diag, MSG_MACHINE_NOTE, (struct place){0},
		                    ".sommaire/manifest", c->unnoted);
	return ok && !c->unnoted;
}

bool commit_output(struct output *o, struct diag *d)
{
	struct commit c = {.output = o, .diag = d};
	c.now = map_new(&c.arena);
	c.folders = map_new(&c.arena);
	c.going = map_new(&c.arena);
	c.blocks = map_new(&c.arena);
	bool ok = !output_is_stopped(o) && run(&c);
	arena_release(&c.arena);
	arena_release(&c.scratch);
	return ok;
}
