#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "source/source_internal.h"
#include "words/reason.h"

/*
 * A folder on disk. Symbolic links are the only entries that cost more than
 * their name: for a regular file nothing is asked of the disk.
 */

/* Reports a folder that cannot be listed: it is too deep, or the machine refuses. */
static void report_folder(struct walk *w, const char *path, int error)
{
	bool is_failure = reason_is_of_machine(error);
	source_report_unread(w, is_failure ? MSG_MACHINE_LIST : MSG_FOLDER_UNREADABLE,
	                     path, error);
}

/* Reports a link that leads nowhere. One that leads where this user may not look leads
 * outside, as all that is inside is looked at. */
static void report_link(struct walk *w, const char *path, int error)
{
	if (error != EACCES && reason_is_of_machine(error))
		source_report_unread(w, MSG_MACHINE_READ, path, error);
	else
		source_report(w, error == ELOOP ? MSG_LINK_CYCLE : MSG_LINK_DEAD, path,
		              NULL);
}

/* What a link on disk leads to: S_IFREG, S_IFDIR, or 0 when it is reported and left out.
 */
static mode_t link_target(struct walk *w, const char *path, const char *disk)
{
	struct stat st;
	const char *real = source_real_path(&w->scratch, disk);
	if (!real || stat(real, &st) < 0) {
		report_link(w, path, errno);
		return 0;
	}
	if (!w->real_root)
		w->real_root = source_real_path(&w->scratch, w->s->root);
	if (!w->real_root) {
		source_report_unread(w, MSG_MACHINE_LIST, "", errno);
		return 0;
	}
	const char *inside = source_path_inside(w->real_root, real);
	bool is_skipped = w->real_skip && source_path_inside(w->real_skip, real);
	if (!inside || is_skipped || source_passes_over_path(inside)) {
		source_report(w, MSG_LINK_OUTSIDE, path, NULL);
		return 0;
	}
	if (S_ISDIR(st.st_mode) && ++w->n_folder_links > MOST_FOLDER_LINKS) {
		source_report(w, MSG_LINK_CYCLE, path, NULL);
		return 0;
	}
	return st.st_mode & S_IFMT;
}

/* The entry's kind as S_IFMT; 0 when it vanished meanwhile. Most file systems say it for
 * free. */
static mode_t entry_kind(struct walk *w, DIR *dir, const struct dirent *e,
                         const char *path)
{
	struct stat st;
	if (e->d_type != DT_UNKNOWN)
		return DTTOIF(e->d_type);
	if (fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return st.st_mode & S_IFMT;
	if (!reason_is_absence(errno))
		source_report_unread(w, MSG_MACHINE_READ, path, errno);
	return 0;
}

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool is_above(const struct folder *f, const struct stat *st)
{
	while (f && !is_same(&f->st, st))
		f = f->parent;
	return f != NULL;
}

/* Opens a folder and notes which one it is; NULL, reported, when it cannot be listed. */
static DIR *open_folder(struct walk *w, const char *path, struct folder *here)
{
	const char *disk = path_join(&w->scratch, w->s->root, path);
	errno = ENAMETOOLONG;
	DIR *dir = here->depth < DEEPEST ? opendir(*disk ? disk : ".") : NULL;
	if (dir && fstat(dirfd(dir), &here->st) == 0)
		return dir;
	report_folder(w, path, errno);
	if (dir)
		closedir(dir);
	return NULL;
}

/* False when the folder itself cannot be listed. */
static bool walk_folder(struct walk *w, const char *path, const struct folder *parent)
{
	struct folder here = {.parent = parent, .depth = parent ? parent->depth + 1 : 0};
	DIR *dir = open_folder(w, path, &here);
	if (!dir)
		return false;
	bool is_skipped = parent && w->real_skip && is_same(&here.st, &w->skip);
	bool is_cycle = is_above(parent, &here.st);
	if (is_cycle)
		source_report(w, MSG_LINK_CYCLE, path, NULL);
	errno = 0;
	for (struct dirent *e; !is_skipped && !is_cycle && (e = readdir(dir));
	     errno = 0) {
		if (source_passes_over(e->d_name, strlen(e->d_name)))
			continue;
		const char *below = path_join(w->a, path, e->d_name);
		mode_t kind = entry_kind(w, dir, e, below);
		if (S_ISLNK(kind))
			kind = link_target(w, below,
			                   path_join(&w->scratch, w->s->root, below));
		if (S_ISREG(kind))
			source_add_file(w, below);
		else if (S_ISDIR(kind))
			walk_folder(w, below, &here);
	}
	if (errno)
		report_folder(w, path, errno);
	closedir(dir);
	return true;
}

/* Notes the folder that is passed over. False, reported, when it may be there and cannot
 * be looked at: it would be taken for content. */
static bool find_skipped(struct walk *w, const char *skip)
{
	if (!skip)
		return true;
	if (stat(skip, &w->skip) == 0)
		w->real_skip = source_real_path(&w->scratch, skip);
	if (w->real_skip || !reason_is_of_machine(errno))
		return true;
	diag_report_unread(w->d, MSG_MACHINE_LIST, skip, errno);
	return false;
}

bool source_open_folder(struct source *s, struct arena *a, const char *root,
                        const char *skip, struct diag *d)
{
	struct walk w = {.s = s, .a = a, .d = d};
	source_begin(s, a, root);
	bool ok = find_skipped(&w, skip) && walk_folder(&w, "", NULL);
	source_index(s, a);
	arena_release(&w.scratch);
	return ok;
}
