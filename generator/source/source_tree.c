#include <errno.h>
#include <git2.h>
#include <limits.h>
#include <string.h>
#include <strings.h>

#include "data/image.h"
#include "source/source_internal.h"
#include "words/reason.h"

/*
 * A tree of a git repository. A link is followed by its own path only: one
 * whose path passes through another link counts as leading nowhere.
 */

enum { MOST_ERRORS = 134 }; /* what Linux has an errno for; elsewhere fewer */

struct git_tree_source {
	git_repository *repo;
	git_odb *odb;
};

const char *source_git_reason(void)
{
	const git_error *e = git_error_last();
	return e && e->message ? e->message : "?";
}

/* Libgit2 keeps no errno: the system's words stand at the end of its own. */
static bool ends_in_machine_reason(const char *message)
{
	size_t len = strlen(message);
	for (int error = 1; error < MOST_ERRORS; error++) {
		const char *reason = strerror(error);
		size_t n = strlen(reason);
		if (n <= len && strcmp(message + len - n, reason) == 0)
			return reason_is_of_machine(error);
	}
	return false;
}

bool source_git_machine_failed(void)
{
	const git_error *e = git_error_last();
	return e && (e->klass == GIT_ERROR_NOMEMORY ||
	             (e->klass == GIT_ERROR_OS && ends_in_machine_reason(e->message)));
}

enum repository_state source_find_repository(const char *root,
                                             struct git_repository **out)
{
	int rc = git_repository_open_ext(out, *root ? root : ".", 0, NULL);
	if (rc == 0)
		return REPOSITORY_FOUND;
	*out = NULL;
	/* libgit2 1.5 looks for the exception in a configuration that may not exist,
	 * and says that instead of GIT_EOWNER. */
	if (rc == GIT_EOWNER || strstr(source_git_reason(), "safe.directory"))
		return REPOSITORY_FOREIGN;
	return rc == GIT_ENOTFOUND ? REPOSITORY_NONE : REPOSITORY_UNREADABLE;
}

const char *source_prefix(struct arena *a, struct git_repository *repo, const char *root)
{
	const char *folder =
		git_repository_workdir(repo); /* NULL: bare, it has no other folder */
	const char *outer = folder ? source_real_path(a, folder) : "";
	const char *inner = outer ? source_real_path(a, root) : NULL;
	if (!inner)
		return NULL;
	const char *inside = folder ? source_path_inside(outer, inner) : NULL;
	if (!inside || !*inside || source_passes_over_path(inside))
		return "";
	return arena_format(a, "%s/", inside);
}

/* What is done with a tree's files by the end of their names. */
enum { IS_TEXT = 1, IS_IMAGE = 2 };

/* clang-format off */
static const struct {
	const char *extension;
	int is;
} readable[] = {
	{".md", IS_TEXT}, {".yml", IS_TEXT}, {".yaml", IS_TEXT}, {".html", IS_TEXT},
	{".css", IS_TEXT}, {".js", IS_TEXT}, {".json", IS_TEXT}, {".txt", IS_TEXT},
	{".csv", IS_TEXT}, {".svg", IS_TEXT | IS_IMAGE},
	{".png", IS_IMAGE}, {".jpg", IS_IMAGE}, {".jpeg", IS_IMAGE}, {".gif", IS_IMAGE},
	{".webp", IS_IMAGE},
};
/* clang-format on */

static int kind_of(const char *path)
{
	for (size_t i = 0; i < COUNT(readable); i++)
		if (strcasecmp(path_extension(path), readable[i].extension) == 0)
			return readable[i].is;
	return strncmp(path_name(path), "SUMMARY", 7) == 0 ? IS_TEXT : 0;
}

static bool blob_size(git_odb *odb, const git_oid *id, size_t *size)
{
	git_object_t type;
	return git_odb_read_header(size, &type, odb, id) == 0 && type == GIT_OBJECT_BLOB;
}

/* A blob's bytes, which the caller gives back; NULL when the repository lacks them. */
static git_odb_object *read_blob(git_odb *odb, const git_oid *id)
{
	git_odb_object *blob = NULL;
	if (git_odb_read(&blob, odb, id) == 0 &&
	    git_odb_object_type(blob) == GIT_OBJECT_BLOB)
		return blob;
	git_odb_object_free(blob);
	return NULL;
}

bool source_read_blob(const struct git_tree_source *t, struct arena *a,
                      const struct source_file *f, struct bytes *out)
{
	git_oid id;
	git_oid_fromraw(&id, f->id);
	git_odb_object *blob = t->odb ? read_blob(t->odb, &id) : NULL;
	errno = EIO;
	if (!blob)
		return false;
	*out = (struct bytes){arena_copy(a, git_odb_object_data(blob), f->size), f->size};
	git_odb_object_free(blob);
	return true;
}

static void add_blob(struct walk *w, const char *path, const git_oid *id)
{
	struct source_file found = {.path = path};
	int is = kind_of(path);
	git_odb_object *blob = NULL;
	bool ok = blob_size(w->s->tree->odb, id, &found.size);
	if (ok && is && found.size <= LONGEST_TEXT) {
		blob = read_blob(w->s->tree->odb, id);
		ok = blob != NULL;
	}
	if (!ok) {
		source_report(w, MSG_BLOB_MISSING, path, NULL);
		return;
	}
	struct image_size image;
	if (blob && is & IS_IMAGE &&
	    image_measure(git_odb_object_data(blob), found.size, &image)) {
		found.width = image.width;
		found.height = image.height;
	}
	if (blob && is & IS_TEXT)
		found.text = (struct bytes){
			arena_copy(w->a, git_odb_object_data(blob), found.size),
			found.size};
	git_odb_object_free(blob);
	memcpy(found.id, id->id, sizeof found.id);
	*source_add_file(w, path) = found;
}

/* The path in the repository that a link's text means; NULL when that is outside the
 * course. */
static char *resolve_link(struct walk *w, const char *from, const char *target)
{
	char *path = *target == '/' ? NULL : path_resolve(&w->scratch, from, target);
	if (!path)
		return NULL;
	size_t len = strlen(path);
	if (len > 0 && path[len - 1] == '/')
		path[len - 1] = '\0';
	const char *inside = source_path_inside(w->s->prefix, path);
	if (!*w->s->prefix)
		inside = path;
	return inside && !source_passes_over_path(inside) ? path : NULL;
}

/* Where one link leads: its real path replaces *real. N_MESSAGES when all is well. */
static enum message follow_once(struct walk *w, const git_oid *id, const char **real,
                                git_tree_entry **entry)
{
	size_t size;
	bool is_short = blob_size(w->s->tree->odb, id, &size) && size < PATH_MAX;
	git_odb_object *blob = is_short ? read_blob(w->s->tree->odb, id) : NULL;
	if (!blob)
		return MSG_BLOB_MISSING;
	const char *text = arena_copy(&w->scratch, git_odb_object_data(blob), size);
	git_odb_object_free(blob);
	*real = resolve_link(w, *real, text);
	if (!*real)
		return MSG_LINK_OUTSIDE;
	if (!**real) /* the repository's root holds every link */
		return MSG_LINK_CYCLE;
	return git_tree_entry_bypath(entry, w->whole, *real) == 0 ? N_MESSAGES
	                                                          : MSG_LINK_DEAD;
}

static bool is_real_above(const struct folder *f, const char *real)
{
	while (f && strcmp(f->real, real) != 0)
		f = f->parent;
	return f != NULL;
}

/* The entry that links lead to in the end, and its real path; NULL when it was reported.
 */
static git_tree_entry *link_entry(struct walk *w, const char *path, const git_oid *id,
                                  struct folder *inner)
{
	git_tree_entry *entry = NULL;
	git_oid at = *id;
	enum message fault = follow_once(w, &at, &inner->real, &entry);
	for (int i = 1; entry && git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK;
	     i++) {
		at = *git_tree_entry_id(entry);
		git_tree_entry_free(entry);
		entry = NULL;
		fault = MSG_LINK_CYCLE;
		if (i < MOST_LINKS_IN_A_ROW)
			fault = follow_once(w, &at, &inner->real, &entry);
	}
	bool is_folder = entry && git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE;
	if (is_folder && (is_real_above(inner->parent, inner->real) ||
	                  ++w->n_folder_links > MOST_FOLDER_LINKS))
		fault = MSG_LINK_CYCLE;
	if (fault == N_MESSAGES)
		return entry;
	source_report(w, fault, path, NULL);
	git_tree_entry_free(entry);
	return NULL;
}

static void walk_tree(struct walk *w, const git_oid *id, const char *path,
                      const struct folder *here)
{
	git_tree *tree = NULL;
	if (here->depth >= DEEPEST) {
		source_report_unread(w, MSG_FOLDER_UNREADABLE, path, ENAMETOOLONG);
		return;
	}
	if (git_tree_lookup(&tree, w->s->tree->repo, id) < 0) {
		source_report(w, MSG_REPOSITORY_BROKEN, path, source_git_reason());
		return;
	}
	for (size_t i = 0; i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		const char *name = git_tree_entry_name(entry);
		if (source_passes_over(name, strlen(name)) || strchr(name, '/'))
			continue;
		const char *below = path_join(w->a, path, name);
		struct folder inner = {.parent = here, .depth = here->depth + 1};
		inner.real = path_join(&w->scratch, here->real, name);
		git_tree_entry *target = NULL;
		if (git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK)
			entry = target =
				link_entry(w, below, git_tree_entry_id(entry), &inner);
		git_object_t type =
			entry ? git_tree_entry_type(entry) : GIT_OBJECT_INVALID;
		if (type == GIT_OBJECT_TREE)
			walk_tree(w, git_tree_entry_id(entry), below, &inner);
		else if (type == GIT_OBJECT_BLOB)
			add_blob(w, below, git_tree_entry_id(entry));
		git_tree_entry_free(target);
	}
	git_tree_free(tree);
}

static bool open_repository(struct walk *w, struct git_tree_source *t)
{
	static const enum message faults[] = {
		[REPOSITORY_NONE] = MSG_NO_REPOSITORY,
		[REPOSITORY_FOREIGN] = MSG_FOREIGN_OWNER,
		[REPOSITORY_UNREADABLE] = MSG_REPOSITORY_BROKEN,
	};
	const char *root = *w->s->root ? w->s->root : ".";
	enum repository_state state = source_find_repository(root, &t->repo);
	if (state == REPOSITORY_FOUND && git_repository_odb(&t->odb, t->repo) < 0)
		state = REPOSITORY_UNREADABLE;
	if (state == REPOSITORY_FOUND)
		return true;
	const char *reason = state == REPOSITORY_UNREADABLE ? source_git_reason() : root;
	diag_report(w->d, faults[state], (struct place){0}, reason, NULL);
	return false;
}

/* The tree of the revision, in w->whole, and the id of the course's folder in it. */
static bool find_tree(struct walk *w, const char *revision, git_oid *id)
{
	git_object *found = NULL;
	git_tree_entry *entry = NULL;
	struct source *s = w->s;
	int rc = git_revparse_single(&found, s->tree->repo, revision);
	if (rc == 0)
		rc = git_object_peel((git_object **)&w->whole, found, GIT_OBJECT_TREE);
	git_object_free(found);
	if (rc < 0) {
		diag_report(w->d, MSG_NO_SUCH_REVISION, (struct place){0}, revision,
		            NULL);
		return false;
	}
	*id = *git_tree_id(w->whole);
	if (!*s->prefix)
		return true;
	char *folder = arena_copy(&w->scratch, s->prefix, strlen(s->prefix) - 1);
	bool ok = git_tree_entry_bypath(&entry, w->whole, folder) == 0 &&
	          git_tree_entry_type(entry) == GIT_OBJECT_TREE;
	if (ok)
		*id = *git_tree_entry_id(entry);
	else
		diag_report(w->d, MSG_NO_SUCH_FOLDER, (struct place){0}, folder, revision,
		            NULL);
	git_tree_entry_free(entry);
	return ok;
}

void source_close(struct source *s)
{
	if (!s || !s->tree)
		return;
	git_odb_free(s->tree->odb);
	git_repository_free(s->tree->repo);
	s->tree = NULL;
	git_libgit2_shutdown();
}

/* Where the course lies in the tree; false, reported, when the machine does not tell:
 * all of the repository would be taken for it. */
static bool find_prefix(struct walk *w)
{
	const char *prefix = source_prefix(w->a, w->s->tree->repo, w->s->root);
	if (prefix)
		w->s->prefix = prefix;
	else
		source_report_unread(w, MSG_MACHINE_LIST, "", errno);
	return prefix != NULL;
}

bool source_open_tree(struct source *s, struct arena *a, const char *root,
                      const char *revision, struct diag *d)
{
	struct walk w = {.s = s, .a = a, .d = d};
	git_oid id;
	source_begin(s, a, root);
	git_libgit2_init();
	s->tree = arena_alloc(a, sizeof *s->tree);
	bool ok = open_repository(&w, s->tree) && find_prefix(&w) &&
	          find_tree(&w, revision, &id);
	if (ok) {
		size_t len = strlen(s->prefix);
		struct folder top = {
			.real = arena_copy(&w.scratch, s->prefix, len ? len - 1 : 0)};
		walk_tree(&w, &id, "", &top);
		source_index(s, a);
	}
	git_tree_free(w.whole);
	arena_release(&w.scratch);
	if (!ok)
		source_close(s);
	return ok;
}
