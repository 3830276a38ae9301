#include "model/history.h"

#include <git2.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "model/history_tracks.h"
#include "model/source.h"

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

enum {
	LONGEST_PATH = 4096,   /* of folders: nothing on disk is deeper */
	BYTES_KEPT = 16 << 20, /* what libgit2 remembers of what it read */
	LARGEST_TREE_KEPT = 1 << 20,
	LIBGIT2_BYTES_KEPT = 256 << 20, /* its defaults, put back afterwards */
	LIBGIT2_LARGEST_TREE_KEPT = 4 << 10,
};

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

/* A file that a commit takes away or brings. */
struct moved {
	const char *path;
	unsigned char id[GIT_OID_RAWSZ];
	const struct node *taken_by; /* the name that it got */
	struct moved *next;          /* of the same content */
};

struct walk {
	const struct history_options *options;
	const char *prefix; /* "" or "docs/" */
	git_repository *repo;
	git_odb *odb;
	git_mailmap *mailmap;
	struct arena scratch,
		of_commit; /* of_commit: what is forgotten at the next one */
	struct tracks tracks;
	struct map commits, names;
	struct commit **order; /* as they are found */
	size_t n_order, cap_order;
	/* the comparison at hand */
	size_t parent; /* with which of the commit's parents */
	struct buf path;
	struct node **changed; /* paths of ours that differ */
	size_t n_changed, cap_changed;
	const struct commit *moved_in; /* whose gone and come these are */
	struct map gone, come;         /* content -> struct moved */
	git_oid empty; /* content that says nothing of where it comes from */
};

/* One entry of a tree as git stores it: "100644 name\0" and 20 bytes. */
struct entry {
	const char *name;
	size_t name_len, len; /* len: of the whole entry */
	unsigned mode;
	const unsigned char *id;
};

struct cursor {
	git_odb_object *tree;
	const char *at, *end;
	struct entry now; /* name is NULL at the end */
};

static void read_entry(struct cursor *c)
{
	const char *at = c->at;
	unsigned mode = 0;
	c->now = (struct entry){0};
	if (at == c->end)
		return;
	while (at < c->end && *at >= '0' && *at <= '7' && mode < 01000000)
		mode = mode << 3 | (unsigned)(*at++ - '0');
	const char *name = at + 1;
	const char *nul = name < c->end ? memchr(name, 0, (size_t)(c->end - name)) : NULL;
	if (!nul || c->end - nul <= GIT_OID_RAWSZ)
		return; /* the end, or not a tree */
	c->now = (struct entry){
		.name = name,
		.name_len = (size_t)(nul - name),
		.len = (size_t)(nul + 1 + GIT_OID_RAWSZ - c->at),
		.mode = mode,
		.id = (const unsigned char *)nul + 1,
	};
}

static void advance(struct cursor *c)
{
	c->at += c->now.len;
	read_entry(c);
}

/* Goes over what both have. */
static void skip_equal(struct cursor *a, struct cursor *b)
{
	while (a->now.len > 0 && a->now.len <= (size_t)(b->end - b->at) &&
	       memcmp(a->at, b->at, a->now.len) == 0) {
		b->at += a->now.len;
		advance(a);
	}
	read_entry(b);
}

/* No id: a tree without entries. False when the repository lacks it. */
static bool open_tree(struct walk *w, struct cursor *c, const unsigned char *id)
{
	git_oid oid;
	*c = (struct cursor){0};
	if (!id)
		return true;
	git_oid_fromraw(&oid, id);
	if (git_odb_read(&c->tree, w->odb, &oid) < 0)
		return false;
	c->at = git_odb_object_data(c->tree);
	c->end = c->at + git_odb_object_size(c->tree);
	read_entry(c);
	return git_odb_object_type(c->tree) == GIT_OBJECT_TREE;
}

static bool is_folder(const struct entry *e)
{
	return e && e->mode == GIT_FILEMODE_TREE;
}

/* The order of entries in a tree: folders as if their name ended in "/". */
static int compare_entries(const struct entry *a, const struct entry *b)
{
	size_t len = a->name_len < b->name_len ? a->name_len : b->name_len;
	int order = memcmp(a->name, b->name, len);
	if (order)
		return order;
	int after_a = len < a->name_len ? (unsigned char)a->name[len]
	              : is_folder(a)    ? '/'
	                                : 0;
	int after_b = len < b->name_len ? (unsigned char)b->name[len]
	              : is_folder(b)    ? '/'
	                                : 0;
	return after_a - after_b;
}

/* Of a mode git keeps the kind and whether the file may be run. */
static bool is_same(const struct entry *a, const struct entry *b)
{
	return a && b && ((a->mode ^ b->mode) & 0170100) == 0 &&
	       memcmp(a->id, b->id, GIT_OID_RAWSZ) == 0;
}

/* What is done with a file that differs, its name in w->path; one of both may be NULL. */
typedef void visit_function(struct walk *w, const struct entry *before,
                            const struct entry *after);

static void visit_ours(struct walk *w, const struct entry *before,
                       const struct entry *after)
{
	struct node *node = map_find(&w->tracks.nodes, w->path.data, w->path.len);
	if (!node)
		return;
	node->is_there = after != NULL;
	node->was_there = before != NULL || (w->parent > 0 && node->was_there);
	if (after)
		memcpy(node->id, after->id, sizeof node->id);
	if (before)
		memcpy(node->old_id, before->id, sizeof node->old_id);
	ARRAY_ADD(&w->scratch, w->changed, w->n_changed, w->cap_changed, node);
}

static void visit_moved(struct walk *w, const struct entry *before,
                        const struct entry *after)
{
	const struct entry *e = before ? before : after;
	struct map *moves = before ? &w->gone : &w->come;
	bool is_file = (e->mode & 0170000) == 0100000;
	if ((before && after) || !is_file ||
	    memcmp(e->id, w->empty.id, GIT_OID_RAWSZ) == 0)
		return;
	struct moved *m = arena_alloc(&w->of_commit, sizeof *m);
	m->path = arena_copy(&w->of_commit, w->path.data, w->path.len);
	memcpy(m->id, e->id, sizeof m->id);
	m->next = map_put(moves, (char *)m->id, sizeof m->id, m);
}

static bool has_ours(const struct walk *w)
{
	return map_find(&w->tracks.nodes, w->path.data, w->path.len) != NULL;
}

/* Visits the files by which two trees differ. False when the repository lacks a tree. */
static bool compare_trees(struct walk *w, const unsigned char *before,
                          const unsigned char *after, visit_function *visit)
{
	struct cursor a = {0}, b = {0};
	size_t len = w->path.len;
	bool ok = open_tree(w, &a, before) && open_tree(w, &b, after);
	for (skip_equal(&a, &b); ok && (a.now.name || b.now.name); skip_equal(&a, &b)) {
		int order = !b.now.name   ? -1
		            : !a.now.name ? 1
		                          : compare_entries(&a.now, &b.now);
		const struct entry *old = order <= 0 ? &a.now : NULL;
		const struct entry *new = order >= 0 ? &b.now : NULL;
		const struct entry *e = old ? old : new;
		buf_add(&w->path, e->name, e->name_len);
		buf_add(&w->path, "/", is_folder(e));
		if (!is_folder(e) && !is_same(old, new))
			visit(w, old, new);
		else if (is_folder(e) && !is_same(old, new) &&
		         w->path.len < LONGEST_PATH &&
		         (visit != visit_ours || has_ours(w)))
			ok = compare_trees(w, old ? old->id : NULL, new ? new->id : NULL,
			                   visit);
		w->path.len = len;
		if (old)
			advance(&a);
		if (new)
			advance(&b);
	}
	git_odb_object_free(a.tree);
	git_odb_object_free(b.tree);
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
	if (!compare_trees(w, parent ? parent->tree.id : NULL, c->tree.id, visit_ours))
		return false;
	for (size_t i = 0; i < w->n_changed; i++)
		for (struct track *t = w->changed[i]->tracks; t; t = t->next)
			set_add(&w->tracks, differs, t->number);
	return true;
}

/* Fills w->gone and w->come with what a commit of one parent takes away and brings. */
static bool find_moves(struct walk *w, const struct commit *c)
{
	if (w->moved_in == c)
		return true;
	arena_reset(&w->of_commit);
	w->gone = map_new(&w->of_commit);
	w->come = map_new(&w->of_commit);
	w->moved_in = c;
	return compare_trees(w, c->parents[0]->tree.id, c->tree.id, visit_moved);
}

/* Whether a was more likely than b the earlier name of a path: the same file name, the
 * order. */
static bool is_nearer(const char *path, const char *a, const char *b)
{
	bool is_a = strcmp(path_name(path), path_name(a)) == 0;
	bool is_b = strcmp(path_name(path), path_name(b)) == 0;
	return is_a != is_b ? is_a : strcmp(a, b) < 0;
}

/* The name that a new path had before: one that is gone and had the same content; or
 * NULL. */
static const char *former_name(struct walk *w, const struct node *node)
{
	struct moved *nearest = NULL;
	for (struct moved *m = map_find(&w->gone, (char *)node->id, sizeof node->id); m;
	     m = m->next) {
		if (m->taken_by == node)
			return m->path;
		if (!m->taken_by &&
		    (!nearest || is_nearer(node->path, m->path, nearest->path)))
			nearest = m;
	}
	if (!nearest)
		return NULL;
	nearest->taken_by = node;
	return nearest->path;
}

static void note_former(struct walk *w, const struct commit *c, struct follow *f,
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

static void note_change(struct walk *w, const struct commit *c, struct follow *f)
{
	struct history_file *file = f->file;
	if (file->changed ==
	    0) { /* until then a file is at one commit only: it is the last */
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
	const char *former = NULL;
	if (node->is_there)
		note_change(w, c, f);
	if (c->n_parents == 1 && (has_come || has_gone) && !find_moves(w, c))
		return false;
	if (c->n_parents == 1 && has_gone &&
	    map_find(&w->come, (char *)node->old_id, sizeof node->old_id))
		return true; /* another page had this name */
	if (c->n_parents == 1 && has_come)
		former = former_name(w, node);
	if (former) {
		note_former(w, c, f, former);
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

/* Puts the files that the revision has into its set: as they are written, else in NFC,
 * since macOS gives names back in another form than git has. */
static bool start(struct walk *w, struct follow *follows, size_t n, struct commit *head)
{
	for (int is_nfc = 0; is_nfc < 2; is_nfc++) {
		struct set found = {0};
		for (size_t i = 0; i < n; i++) {
			const char *path = follows[i].file->path;
			path = is_nfc ? text_nfc(&w->scratch, path) : path;
			if (!follows[i].is_found)
				tracks_get(&w->tracks, &follows[i],
				           arena_format(&w->scratch, "%s%s", w->prefix,
				                        path));
		}
		if (!find_changed(w, NULL, head, &found))
			return false;
		for (size_t i = set_next(&found, 0); i != SIZE_MAX;
		     i = set_next(&found, i + 1)) {
			struct track *t = w->tracks.items[i];
			if (t->follow->is_found)
				continue;
			t->follow->is_found = true;
			set_add(&w->tracks, &head->reached, i);
		}
		set_release(&w->tracks, &found);
	}
	return true;
}

static void report(struct walk *w, struct diag *d, enum message m, const char *argument)
{
	const char *root = *w->options->root ? w->options->root : ".";
	diag_report(d, m, (struct place){0}, argument ? argument : root, NULL);
}

/* Finds the repository and that it has a whole past; reports what is missing. */
static bool open_repository(struct walk *w, struct diag *d)
{
	switch (source_find_repository(w->options->root, &w->repo)) {
	case REPOSITORY_FOUND: break;
	case REPOSITORY_NONE: report(w, d, MSG_NO_HISTORY, NULL); return false;
	case REPOSITORY_FOREIGN:
		report(w, d, MSG_HISTORY_FOREIGN_OWNER, NULL);
		return false;
	case REPOSITORY_UNREADABLE:
		report(w, d, MSG_HISTORY_BROKEN, source_git_reason());
		return false;
	}
	if (!w->options->revision && git_repository_head_unborn(w->repo) == 1) {
		report(w, d, MSG_NO_COMMIT, NULL);
		return false;
	}
	if (git_repository_is_shallow(w->repo) == 1) {
		report(w, d, MSG_SHALLOW, NULL);
		return false;
	}
	return true;
}

static struct commit *find_head(struct walk *w, struct diag *d)
{
	git_object *found = NULL, *commit = NULL;
	const char *revision = w->options->revision ? w->options->revision : "HEAD";
	struct commit *head = NULL;
	if (git_revparse_single(&found, w->repo, revision) == 0 &&
	    git_object_peel(&commit, found, GIT_OBJECT_COMMIT) == 0)
		head = get_commit(w, git_object_id(commit));
	else
		report(w, d, MSG_NO_SUCH_REVISION, revision);
	git_object_free(commit);
	git_object_free(found);
	return head;
}

/* Ids are trusted while we read, which saves a third of the time; what we remember is
 * bounded. */
static void begin_reading(void)
{
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE,
	                 (size_t)LARGEST_TREE_KEPT);
	git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t)BYTES_KEPT);
}

static void end_reading(void)
{
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
	git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE,
	                 (size_t)LIBGIT2_LARGEST_TREE_KEPT);
	git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t)LIBGIT2_BYTES_KEPT);
}

static bool follow_files(struct walk *w, struct follow *follows, size_t n, struct diag *d)
{
	struct commit *head = find_head(w, d);
	if (!head)
		return false;
	git_mailmap_from_repository(&w->mailmap, w->repo); /* NULL, no mailmap, will do */
	bool ok = git_repository_odb(&w->odb, w->repo) == 0 &&
	          git_odb_hash(&w->empty, "", 0, GIT_OBJECT_BLOB) == 0 &&
	          load_commits(w) && start(w, follows, n, head) && go_back(w, head);
	if (!ok)
		report(w, d, MSG_HISTORY_BROKEN, source_git_reason());
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

bool history_read(struct history_file *files, size_t n,
                  const struct history_options *options, struct arena *a, struct diag *d)
{
	struct walk w = {.options = options};
	w.tracks = tracks_new(&w.scratch);
	w.commits = map_new(&w.scratch);
	w.names = map_new(&w.scratch);
	w.path = buf_new(&w.scratch);
	struct follow *follows = arena_array(&w.scratch, n, sizeof *follows);
	for (size_t i = 0; i < n; i++) {
		files[i] = (struct history_file){.path = files[i].path};
		follows[i].file = &files[i];
	}
	git_libgit2_init();
	begin_reading();
	bool ok = open_repository(&w, d);
	if (ok) {
		w.prefix = options->prefix
		                   ? options->prefix
		                   : source_prefix(&w.scratch, w.repo, options->root);
		ok = follow_files(&w, follows, n, d);
	}
	for (size_t i = 0; i < n; i++)
		finish(&follows[i], a, ok);
	git_mailmap_free(w.mailmap);
	git_odb_free(w.odb);
	git_repository_free(w.repo);
	end_reading();
	git_libgit2_shutdown();
	arena_release(&w.of_commit);
	arena_release(&w.scratch);
	return ok;
}
