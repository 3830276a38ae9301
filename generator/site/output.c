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
#include "base/pool.h"
#include "words/reason.h"

static const char OURS[] = ".sommaire";

enum { LONGEST_NAME = 256 };

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

static bool is_link(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

/* Whether a symbolic link that lies in the course's folder is on the way: anybody who
 * wrote to the course may have planted it. Links elsewhere are whoever's folder it is. */
static bool is_led_out(const char *root, const char *folder, struct arena *a)
{
	const char *course = real_path(a, root);
	for (const char *at = folder; *at;) {
		at += strspn(at, "/");
		at += strcspn(at, "/");
		char *path = arena_copy(a, folder, (size_t)(at - folder));
		char *holder = path_folder(a, path);
		if (is_link(path) && holds(course, real_path(a, *holder ? holder : ".")))
			return true;
	}
	return false;
}

/* A symbolic link to a folder is none: it would lead out of the site. */
static bool is_real_folder(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Whether the folder may be written to; false with errno: EEXIST when it is somebody's.
 */
static bool look_at_folder(struct output *o)
{
	DIR *dir = opendir(o->folder);
	o->is_fresh = true;
	if (!dir) /* a file in the way is no folder of somebody's */
		return reason_is_absence(errno);
	struct arena scratch = ARENA_PRIVATE;
	bool is_ours = false;
	errno = 0;
	for (struct dirent *e; (e = readdir(dir)); errno = 0) {
		if (strcmp(e->d_name, OURS) == 0 &&
		    is_real_folder(path_join(&scratch, o->folder, OURS)))
			is_ours = true;
		else if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			o->is_fresh = false;
	}
	int reason = errno ? errno : EEXIST;
	closedir(dir);
	arena_release(&scratch);
	errno = reason;
	return reason == EEXIST && (is_ours || o->is_fresh);
}

static void report_write(const char *path, int reason, struct diag *d)
{
	diag_report_failure(d, MSG_MACHINE_WRITE, (struct place){0}, path, reason);
}

/*
 * What lies in the folder must be the same edition: another would take its
 * files away. OUT/.sommaire/edition names it; the site has none. False, reported.
 */
static bool take_edition(struct output *o, enum edition_kind kind, struct diag *d)
{
	struct bytes name = {0};
	const char *wanted = edition_names[kind];
	char *path = inside(o, o->arena, ".sommaire/edition");
	bool is_named = file_read(o->arena, path, LONGEST_NAME, &name);
	if (!is_named && !reason_is_absence(errno)) {
		diag_report_unread(d, MSG_MACHINE_READ, path, errno);
		return false;
	}
	const char *there = is_named ? name.data : edition_names[EDITION_SITE];
	bool is_same = strcmp(there, wanted) == 0;
	if (o->before.n > 0 && !is_same)
		diag_report(d, MSG_OUTPUT_EDITION, (struct place){0}, o->folder, NULL);
	if (o->before.n > 0)
		return is_same;
	bool ok = kind == EDITION_SITE
	                  ? unlink(path) == 0 || reason_is_absence(errno)
	                  : file_write_safely(
				    path, inside(o, o->arena, ".sommaire/edition.new"),
				    (struct bytes){wanted, strlen(wanted)});
	if (!ok)
		report_write(path, errno, d);
	return ok;
}

/* Whether this is a folder that may be written to; false, reported. */
static bool check_folder(struct output *o, const struct site *site, struct diag *d)
{
	if (overlaps(site, o->folder, o->arena))
		diag_report(d, MSG_OUTPUT_OVERLAP, (struct place){0}, o->folder, NULL);
	else if (is_led_out(site->options->root, o->folder, o->arena))
		diag_report(d, MSG_OUTPUT_LINK, (struct place){0}, o->folder, NULL);
	else if (look_at_folder(o))
		return true;
	else if (errno == EEXIST)
		diag_report(d, MSG_OUTPUT_REFUSED, (struct place){0}, o->folder, NULL);
	else
		diag_report_unread(d, MSG_MACHINE_LIST, o->folder, errno);
	return false;
}

/* Takes the folder, which may not be there yet, for this process and its workers. */
static bool take_lock(struct output *o, struct diag *d)
{
	char *lock = inside(o, o->arena, ".sommaire/lock");
	int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
	bool is_made = file_make_parents(lock);
	if (!is_made || (o->lock = open(lock, flags, 0666)) < 0) {
		if (reason_is_of_machine(errno) || errno == ELOOP)
			report_write(is_made ? lock : o->folder, errno, d);
		else
			diag_report_failure(d, MSG_OUTPUT_NO_FOLDER, (struct place){0},
			                    o->folder, errno);
		return false;
	}
	if (machine_lock(o->lock))
		return true;
	diag_report(d, MSG_OUTPUT_LOCKED, (struct place){0}, o->folder, NULL);
	close(o->lock);
	o->lock = -1;
	return false;
}

/* Removes what a build that was killed had staged. */
static bool clean(struct output *o, struct diag *d)
{
	char *new = inside(o, o->arena, ".sommaire/new");
	unsigned held = pool_hold_stops();
	bool ok = file_remove_tree(new);
	if (!ok)
		report_write(new, errno, d);
	pool_release_stops(held);
	return ok;
}

/* Reads what earlier builds left, and whether this one may go on with it. */
static bool read_notes(struct output *o, const struct site *site, struct diag *d)
{
	enum manifest_state state = manifest_read(&o->before, o->folder, o->arena);
	bool is_lost = state == MANIFEST_CUT || (state == MANIFEST_NONE && !o->is_fresh);
	if (is_lost)
		diag_report(d, MSG_OUTPUT_UNLISTED, (struct place){0}, o->folder, NULL);
	else if (state == MANIFEST_UNREAD)
		diag_report_unread(d, MSG_MACHINE_READ,
		                   inside(o, o->arena, ".sommaire/manifest"), errno);
	else
		return take_edition(o, site->options->edition, d);
	return false;
}

bool output_open(struct output *o, const struct site *site, struct arena *a,
                 struct diag *d)
{
	*o = (struct output){.folder = site->options->out, .arena = a, .lock = -1};
	if (!check_folder(o, site, d) || !take_lock(o, d))
		return false;
	if (clean(o, d) && read_notes(o, site, d))
		return true;
	output_close(o);
	return false;
}

void output_begin(struct output *o)
{
	o->held = pool_hold_stops();
}

bool output_is_stopped(const struct output *o)
{
	return pool_is_stopped(o->held);
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
	*is_kept =
		o->before.n > 0 && is_same(inside(o, scratch, path), data, len, scratch);
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

void output_close(struct output *o)
{
	struct arena scratch = ARENA_PRIVATE;
	if (o->lock < 0)
		return;
	file_remove_tree(inside(o, &scratch, ".sommaire/new"));
	close(o->lock);
	o->lock = -1;
	arena_release(&scratch);
	pool_release_stops(o->held);
	o->held = 0;
}
