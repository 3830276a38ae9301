#include "source/history.h"

#include <errno.h>
#include <git2.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "source/apart.h"
#include "source/history_tracks.h"
#include "source/source.h"
#include "words/language.h"
#include "words/reason.h"

/*
 * Files are followed from the revision towards the first commits as
 * `git log -- FILE` does it (git-log(1), History Simplification): at each
 * commit, to the first parent that has the same entry; where no parent has
 * it, the commit changed the file, and it is followed to all parents.
 *
 * Each commit is looked at once, after all its children, with the set of
 * files that reached it. Two trees are compared by the ids of their entries,
 * and only folders that hold a file of ours are opened: a commit costs as
 * much as it changed.
 *
 * A file that a commit takes away is followed further, since it may have been
 * brought back later; unless its content went elsewhere in that commit: then
 * what has its name today is another page.
 */

enum { LONGEST_PATH = 4096 }; /* nothing on disk lies deeper */

struct commit {
	git_oid id, tree;
	int64_t time;
	int offset;
	const char *author; /* after mailmap, where authors are wanted */
	struct commit **parents;
	unsigned n_parents;
	size_t n_children; /* that have not been looked at yet */
	struct set reached;
};

struct walk {
	const struct history_options *options;
	const char *prefix; /* "" or "docs/" */
	git_repository *repo;
	git_mailmap *mailmap;
	struct arena scratch;
	struct tracks tracks;
	struct map commits, names;
	struct commit **order; /* as they are found */
	size_t n_order, cap_order;
	/* the comparison at hand */
	size_t parent; /* with which of the commit's parents */
	struct buf path;
	struct node **changed; /* paths of ours that differ */
	size_t n_changed, cap_changed;
	const struct commit *moved_in; /* whose moves these are */
	struct moves moves;
	git_oid empty; /* content that says nothing of where it comes from */
};

/* Which files a comparison visits; w->path names the one at hand, and of what it was
 * before and is afterwards one may be NULL. */
enum scope { OURS, ALL };

static void visit_ours(struct walk *w, const git_tree_entry *before,
                       const git_tree_entry *after)
{
	struct node *node = map_find(&w->tracks.nodes, w->path.data, w->path.len);
	if (!node)
		return;
	node->is_there = after != NULL;
	node->was_there = before != NULL || (w->parent > 0 && node->was_there);
	if (after)
		memcpy(node->id, git_tree_entry_id(after)->id, sizeof node->id);
	if (before)
		memcpy(node->old_id, git_tree_entry_id(before)->id, sizeof node->old_id);
	ARRAY_ADD(&w->scratch, w->changed, w->n_changed, w->cap_changed, node);
}

static void visit_moved(struct walk *w, const git_tree_entry *before,
                        const git_tree_entry *after)
{
	const git_tree_entry *e = before ? before : after;
	bool is_file = (git_tree_entry_filemode_raw(e) & 0170000) == 0100000;
	bool is_empty = git_oid_equal(git_tree_entry_id(e), &w->empty);
	if (is_file && !is_empty && !(before && after))
		moves_add(&w->moves, before ? MOVE_GONE : MOVE_COME, w->path.data,
		          git_tree_entry_id(e)->id);
}

static bool has_ours(const struct walk *w)
{
	return map_find(&w->tracks.nodes, w->path.data, w->path.len) != NULL;
}

static bool is_folder(const git_tree_entry *e)
{
	return git_tree_entry_type(e) == GIT_OBJECT_TREE;
}

/* Of a mode git compares the kind and whether the file may be run. */
static bool is_same(const git_tree_entry *a, const git_tree_entry *b)
{
	return a && b && git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) &&
	       ((git_tree_entry_filemode_raw(a) ^ git_tree_entry_filemode_raw(b)) &
	        0170100) == 0;
}

/* No id: no tree. False when the repository lacks it. */
static bool open_tree(struct walk *w, git_tree **tree, const git_oid *id)
{
	return !id || git_tree_lookup(tree, w->repo, id) == 0;
}

static const git_tree_entry *entry_of(const git_tree *tree, size_t i)
{
	return tree ? git_tree_entry_byindex(tree, i) : NULL; /* NULL at the end */
}

/* Visits the files by which two trees differ. False when the repository lacks a tree. */
static bool compare_trees(struct walk *w, const git_oid *before, const git_oid *after,
                          enum scope scope)
{
	git_tree *a = NULL, *b = NULL;
	size_t i = 0, j = 0, len = w->path.len;
	bool ok = open_tree(w, &a, before) && open_tree(w, &b, after);
	while (ok) {
		const git_tree_entry *old = entry_of(a, i), *new = entry_of(b, j);
		if (!old && !new)
			break;
		int order = !new ? -1 : !old ? 1 : git_tree_entry_cmp(old, new);
		old = order <= 0 ? old : NULL;
		new = order >= 0 ? new : NULL;
		i += old != NULL;
		j += new != NULL;
		if (is_same(old, new))
			continue;
		const git_tree_entry *e = old ? old : new;
		buf_add_string(&w->path, git_tree_entry_name(e));
		buf_add(&w->path, "/", is_folder(e));
		if (is_folder(e) && w->path.len < LONGEST_PATH &&
		    (scope == ALL || has_ours(w)))
			ok = compare_trees(w, old ? git_tree_entry_id(old) : NULL,
			                   new ? git_tree_entry_id(new) : NULL, scope);
		else if (!is_folder(e) && scope == OURS)
			visit_ours(w, old, new);
		else if (!is_folder(e))
			visit_moved(w, old, new);
		w->path.len = len;
	}
	git_tree_free(a);
	git_tree_free(b);
	return ok;
}

/* Fills w->changed with the paths of ours by which a commit differs from a parent, or
 * from nothing; the set tells whose names they are. */
static bool find_changed(struct walk *w, const struct commit *parent,
                         const struct commit *c, struct set *differs)
{
	w->n_changed = 0;
	if (parent && git_oid_equal(&parent->tree, &c->tree))
		return true;
	if (!compare_trees(w, parent ? &parent->tree : NULL, &c->tree, OURS))
		return false;
	for (size_t i = 0; i < w->n_changed; i++)
		for (struct track *t = w->changed[i]->tracks; t; t = t->next)
			set_add(&w->tracks, differs, t->number);
	return true;
}

/* Fills w->moves with what a commit of one parent takes away and brings. */
static bool find_moves(struct walk *w, const struct commit *c)
{
	if (w->moved_in == c)
		return true;
	w->moved_in = c;
	moves_reset(&w->moves);
	return compare_trees(w, &c->parents[0]->tree, &c->tree, ALL);
}

static void record_former(struct walk *w, const struct commit *c, struct follow *f,
                          const char *path)
{
	size_t len = strlen(w->prefix);
	if (!w->options->wants_former || strncmp(path, w->prefix, len) != 0)
		return;
	path = arena_string(&w->scratch, path + len);
	bool is_utf8 = text_check(path, strlen(path)) == strlen(path);
	if (is_utf8 && strcmp(path, f->file->path) != 0)
		sightings_add(&f->former, &w->scratch, path, c->time);
}

static void record_change(struct walk *w, const struct commit *c, struct follow *f)
{
	struct history_file *file = f->file;
	/* Until a first change a file is at one commit at a time: it is the last change.
	 */
	if (file->changed == 0) {
		file->changed = c->time;
		file->changed_offset = c->offset;
	}
	if (c->author && c->n_parents < 2) /* who merged need not have written */
		sightings_add(&f->authors, &w->scratch, c->author, c->time);
}

/* What becomes of a file that a commit changed, and under which name it goes on. */
static bool pass_on(struct walk *w, const struct commit *c, struct track *t)
{
	const struct node *node = t->node;
	struct follow *f = t->follow;
	bool has_come = node->is_there && !node->was_there, has_gone = !node->is_there;
	bool may_have_moved = c->n_parents == 1 && (has_come || has_gone);
	const char *former = NULL;
	if (node->is_there)
		record_change(w, c, f);
	if (may_have_moved && !find_moves(w, c))
		return false;
	if (may_have_moved && has_gone && moves_went_elsewhere(&w->moves, node))
		return true; /* another page had this name */
	if (may_have_moved && has_come)
		former = moves_former_name(&w->moves, node);
	if (former) {
		record_former(w, c, f, former);
		t = tracks_get(&w->tracks, f, former);
	} else if (has_come && (f->file->created == 0 || c->time < f->file->created)) {
		f->file->created = c->time;
	}
	for (size_t i = 0; i < c->n_parents; i++)
		set_add(&w->tracks, &c->parents[i]->reached, t->number);
	return true;
}

static bool look_at(struct walk *w, struct commit *c)
{
	struct set rest = c->reached, nowhere = {0};
	size_t n = c->n_parents > 0 ? c->n_parents : 1;
	bool ok = true;
	c->reached = (struct set){0};
	for (w->parent = 0; ok && w->parent < n && !set_is_empty(&rest); w->parent++) {
		struct commit *parent = c->n_parents > 0 ? c->parents[w->parent] : NULL;
		struct set differs = {0};
		ok = find_changed(w, parent, c, &differs);
		set_move(&w->tracks, &rest, &differs,
		         parent ? &parent->reached : &nowhere);
		set_release(&w->tracks, &differs);
	}
	for (size_t i = set_next(&rest, 0); ok && i != SIZE_MAX;
	     i = set_next(&rest, i + 1))
		ok = pass_on(w, c, w->tracks.items[i]);
	set_release(&w->tracks, &rest);
	set_release(&w->tracks, &nowhere);
	return ok;
}

/* Looks at all commits, each after its children. */
static bool go_back(struct walk *w, struct commit *head)
{
	struct commit **ready = arena_array(&w->scratch, w->n_order, sizeof *ready);
	size_t n = 0;
	bool ok = true;
	for (ready[n++] = head; ok && n > 0;) {
		struct commit *c = ready[--n];
		ok = look_at(w, c);
		for (size_t i = 0; i < c->n_parents; i++)
			if (--c->parents[i]->n_children == 0)
				ready[n++] = c->parents[i];
	}
	return ok;
}

static struct commit *get_commit(struct walk *w, const git_oid *id)
{
	struct commit *c = map_find(&w->commits, (const char *)id->id, GIT_OID_RAWSZ);
	if (c)
		return c;
	c = arena_alloc(&w->scratch, sizeof *c);
	c->id = *id;
	map_put(&w->commits, (char *)c->id.id, GIT_OID_RAWSZ, c);
	ARRAY_ADD(&w->scratch, w->order, w->n_order, w->cap_order, c);
	return c;
}

/* A name in UTF-8; old commits may have been written in Latin-1. */
static const char *to_utf8(struct arena *a, const char *name)
{
	size_t len = strlen(name);
	if (text_check(name, len) == len)
		return arena_string(a, name);
	struct buf b = buf_new(a);
	for (size_t i = 0; i < len; i++)
		text_add_utf8(&b, (unsigned char)name[i]);
	return buf_text(&b);
}

static const char *author_of(struct walk *w, git_commit *found)
{
	git_signature *author = NULL;
	if (git_commit_author_with_mailmap(&author, found, w->mailmap) < 0)
		return NULL;
	const char *name = map_find_string(&w->names, author->name);
	if (!name) {
		name = to_utf8(&w->scratch, author->name);
		map_put_string(&w->names, arena_string(&w->scratch, author->name),
		               (char *)(uintptr_t)name);
	}
	git_signature_free(author);
	return name;
}

static bool load_commit(struct walk *w, struct commit *c)
{
	git_commit *found = NULL;
	if (git_commit_lookup(&found, w->repo, &c->id) < 0)
		return false;
	c->tree = *git_commit_tree_id(found);
	c->time = git_commit_time(found);
	c->offset = git_commit_time_offset(found);
	c->n_parents = git_commit_parentcount(found);
	c->parents = arena_array(&w->scratch, c->n_parents, sizeof(struct commit *));
	for (unsigned i = 0; i < c->n_parents; i++) {
		c->parents[i] = get_commit(w, git_commit_parent_id(found, i));
		c->parents[i]->n_children++;
	}
	if (w->options->wants_authors)
		c->author = author_of(w, found);
	git_commit_free(found);
	return true;
}

static bool load_commits(struct walk *w)
{
	for (size_t i = 0; i < w->n_order; i++) /* it grows while we read */
		if (!load_commit(w, w->order[i]))
			return false;
	return true;
}

/* Starts to follow the files that the revision has under the names in the book. */
static bool start_known(struct walk *w, struct commit *head)
{
	struct set found = {0};
	if (!find_changed(w, NULL, head, &found))
		return false;
	for (size_t i = set_next(&found, 0); i != SIZE_MAX; i = set_next(&found, i + 1)) {
		struct follow *f = w->tracks.items[i]->follow;
		if (!f->is_found)
			set_add(&w->tracks, &head->reached, i);
		f->is_found = true;
	}
	set_release(&w->tracks, &found);
	return true;
}

/* Starts with names as they are written, then tries the others in NFC: macOS gives names
 * back in another form than git has. */
static bool start(struct walk *w, struct follow *follows, size_t n, struct commit *head)
{
	bool ok = true, is_complete = false;
	for (int is_nfc = 0; ok && !is_complete && is_nfc < 2; is_nfc++) {
		is_complete = true;
		for (size_t i = 0; i < n; i++) {
			if (follows[i].is_found)
				continue;
			const char *path = follows[i].file->path;
			path = is_nfc ? text_nfc(&w->scratch, path) : path;
			path = arena_format(&w->scratch, "%s%s", w->prefix, path);
			tracks_get(&w->tracks, &follows[i], path);
			is_complete = false;
		}
		ok = is_complete || start_known(w, head);
	}
	return ok;
}

static void report(struct walk *w, struct diag *d, enum message m, const char *argument)
{
	const char *root = *w->options->root ? w->options->root : ".";
	diag_report(d, m, (struct place){0}, argument ? argument : root, NULL);
}

static void report_failure(struct walk *w, struct diag *d, const char *reason_fr,
                           const char *reason_en)
{
	const char *root = *w->options->root ? w->options->root : ".";
	diag_report(d, MSG_MACHINE_HISTORY, (struct place){root, 0, 0}, root, reason_fr,
	            reason_en, NULL);
}

/* Reports what libgit2 failed at: the machine's fault, or what the repository lacks. */
static void report_git(struct walk *w, struct diag *d, enum message m)
{
	const char *fr = source_git_reason(&w->scratch, LANGUAGE_FR);
	const char *en = source_git_reason(&w->scratch, LANGUAGE_EN);
	if (source_git_machine_failed())
		report_failure(w, d, fr, en);
	else
		diag_report(d, m, (struct place){0}, fr, en, NULL);
}

/* Finds the repository and that it has a whole past; reports what is missing. */
static bool open_repository(struct walk *w, struct diag *d)
{
	enum repository_state state = source_find_repository(w->options->root, &w->repo);
	if (state == REPOSITORY_NONE)
		report(w, d, MSG_NO_HISTORY, NULL);
	else if (state == REPOSITORY_FOREIGN)
		report(w, d, MSG_HISTORY_FOREIGN_OWNER, NULL);
	else if (state == REPOSITORY_UNKNOWN)
		report_git(w, d, MSG_HISTORY_UNKNOWN);
	else if (state == REPOSITORY_UNREADABLE)
		report_git(w, d, MSG_HISTORY_BROKEN);
	else if (!w->options->revision && git_repository_head_unborn(w->repo) == 1)
		report(w, d, MSG_NO_COMMIT, NULL);
	else if (git_repository_is_shallow(w->repo) == 1)
		report(w, d, MSG_SHALLOW, NULL);
	else
		return true;
	return false;
}

static struct commit *find_head(struct walk *w, struct diag *d)
{
	git_object *found = NULL, *commit = NULL;
	const char *revision = w->options->revision ? w->options->revision : "HEAD";
	struct commit *head = NULL;
	int rc = git_revparse_single(&found, w->repo, revision);
	if (rc == 0)
		rc = git_object_peel(&commit, found, GIT_OBJECT_COMMIT);
	if (rc == 0)
		head = get_commit(w, git_object_id(commit));
	else if (w->options->revision && !source_git_is_damage(rc))
		report(w, d, MSG_NO_SUCH_REVISION, revision);
	else
		report_git(w, d, MSG_HISTORY_BROKEN);
	git_object_free(commit);
	git_object_free(found);
	return head;
}

static bool follow_files(struct walk *w, struct follow *follows, size_t n, struct diag *d)
{
	struct commit *head = find_head(w, d);
	if (!head)
		return false;
	git_mailmap_from_repository(&w->mailmap, w->repo); /* NULL, no mailmap, will do */
	bool ok = git_odb_hash(&w->empty, "", 0, GIT_OBJECT_BLOB) == 0 &&
	          load_commits(w) && start(w, follows, n, head) && go_back(w, head);
	if (!ok)
		report_git(w, d, MSG_HISTORY_BROKEN);
	return ok;
}

/* Hands the texts over; of a history that broke off nothing is kept. */
static void finish(struct follow *f, struct arena *a, bool ok)
{
	struct history_file *file = f->file;
	if (!ok) {
		*file = (struct history_file){.path = file->path};
		return;
	}
	file->authors = sightings_texts(&f->authors, a);
	file->n_authors = f->authors.n;
	file->former = sightings_texts(&f->former, a);
	file->n_former = f->former.n;
}

/* What cannot be looked at may be there. */
static bool may_be_there(struct arena *a, const char *folder, const char *name)
{
	return file_exists(path_join(a, folder, name)) || !reason_is_absence(errno);
}

/*
 * Whether the folder or one above it looks like a repository: where none does
 * libgit2 is left alone, whose start reads every certificate of the machine.
 */
static bool may_have_repository(const char *root)
{
	struct arena a = ARENA_PRIVATE;
	char *folder = file_real_path(&a, *root ? root : ".");
	bool found = !folder; /* libgit2 knows why */
	while (!found) {
		found = may_be_there(&a, folder, ".git") ||
		        (may_be_there(&a, folder, "HEAD") &&
		         may_be_there(&a, folder, "objects"));
		char *slash = strrchr(folder, '/');
		if (slash == folder && slash[1] == '\0')
			break;
		slash[slash == folder] = '\0';
	}
	arena_release(&a);
	return found;
}

static bool walk_repository(struct walk *w, struct follow *follows, size_t n,
                            struct diag *d)
{
	source_git_start();
	bool ok = open_repository(w, d);
	if (ok) {
		const char *found = source_prefix(&w->scratch, w->repo, w->options->root);
		w->prefix = w->options->prefix ? w->options->prefix : found;
		if (!w->prefix)
			report_failure(w, d, reason_text(errno, LANGUAGE_FR),
			               reason_text(errno, LANGUAGE_EN));
		ok = w->prefix && follow_files(w, follows, n, d);
	}
	git_mailmap_free(w->mailmap);
	git_repository_free(w->repo);
	source_git_end();
	return ok;
}

/* A history that is read, perhaps by another process. */
struct reading {
	struct history_file *files;
	size_t n;
	const struct history_options *options;
	struct diag found;
	bool ok;
};

static void read_files(void *context, struct arena *a)
{
	struct reading *r = context;
	struct walk w = {.options = r->options};
	w.tracks = tracks_new(&w.scratch);
	w.commits = map_new(&w.scratch);
	w.names = map_new(&w.scratch);
	w.path = buf_new(&w.scratch);
	r->found.arena = a;
	struct follow *follows = arena_array(&w.scratch, r->n, sizeof *follows);
	for (size_t i = 0; i < r->n; i++)
		follows[i].file = &r->files[i];
	r->ok = walk_repository(&w, follows, r->n, &r->found);
	for (size_t i = 0; i < r->n; i++)
		finish(&follows[i], a, r->ok);
	arena_release(&w.moves.arena);
	arena_release(&w.scratch);
}

static void forget(struct history_file *files, size_t n)
{
	for (size_t i = 0; i < n; i++)
		files[i] = (struct history_file){.path = files[i].path};
}

/* By a process with a clock; false, reported, when it did not end. */
static bool read_once(struct reading *r, struct arena *a, struct diag *d)
{
	forget(r->files, r->n);
	r->found = (struct diag){0};
	return apart_run(a, &(struct apart_work){.work = read_files,
	                                         .context = r,
	                                         .seconds = r->options->seconds,
	                                         .peak = r->options->peak,
	                                         .diag = d,
	                                         .slow = MSG_HISTORY_SLOW,
	                                         .crash = MSG_HISTORY_CRASH});
}

static bool found_any(const struct reading *r)
{
	size_t i = 0;
	while (i < r->n && !r->files[i].changed)
		i++;
	return i < r->n;
}

/* libgit2 takes much of what a machine fails at for something that the repository lacks,
 * or for a repository without a folder of files. What broke off or found nothing is read
 * once more, and that counts. */
bool history_read(struct history_file *files, size_t n,
                  const struct history_options *options, struct arena *a, struct diag *d)
{
	forget(files, n);
	if (!may_have_repository(options->root)) {
		diag_report(d, MSG_NO_HISTORY, (struct place){0},
		            *options->root ? options->root : ".", NULL);
		return false;
	}
	struct reading *r = arena_alloc(a, sizeof *r);
	*r = (struct reading){.files = files, .n = n, .options = options};
	bool is_done = read_once(r, a, d);
	if (is_done && (!r->ok || !found_any(r)))
		is_done = read_once(r, a, d);
	if (is_done) {
		diag_append(d, &r->found);
		return r->ok;
	}
	forget(files, n);
	return false;
}
