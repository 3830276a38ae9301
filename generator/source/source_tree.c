#include <errno.h>
#include <git2.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "data/image.h"
#include "source/apart.h"
#include "source/source_internal.h"
#include "words/reason.h"
#include "words/sentence.h"

/*
 * A tree of a git repository. A link is followed by its own path only: one
 * whose path passes through another link counts as leading nowhere.
 */

enum { SHORTEST_ID = 7 };   /* digits of an object's, in messages of libgit2 */
enum { MOST_ERRORS = 134 }; /* what Linux has an errno for; elsewhere fewer */

struct git_tree_source {
	struct arena own; /* private, and this lies in it: each process has its own */
	const char *root;
	int seconds;
	struct mapping *mapping; /* NULL: git is read by this process */
	git_repository *repo;    /* NULL: this process has not read git */
	git_odb *odb;
};

/* A configuration of the user's in a folder that is closed to them is passed over, as git
 * does: a job runs with the home of another. */
static void pass_over_closed(git_config_level_t level, const char *name)
{
	struct arena scratch = ARENA_PRIVATE;
	git_buf folder = {0};
	if (git_libgit2_opts(GIT_OPT_GET_SEARCH_PATH, (int)level, &folder) == 0 &&
	    folder.ptr && access(path_join(&scratch, folder.ptr, name), R_OK) != 0 &&
	    errno == EACCES)
		git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, (int)level, "");
	git_buf_dispose(&folder);
	arena_release(&scratch);
}

/*
 * Habits of libgit2 that cost more than they give here: it checks every id, which git
 * itself leaves to `git fsck`, remembers every object, and maps whole packs. We read
 * most objects once.
 */
void source_git_start(void)
{
	git_libgit2_init();
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
	git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, (size_t)4 << 20);
	git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, (size_t)32 << 20);
	pass_over_closed(GIT_CONFIG_LEVEL_GLOBAL, ".gitconfig");
	pass_over_closed(GIT_CONFIG_LEVEL_XDG, "config");
}

void source_git_end(void)
{
	git_libgit2_shutdown();
}

static const char *git_message(void)
{
	const git_error *e = git_error_last();
	return e && e->message ? e->message : "";
}

bool source_git_is_damage(int rc)
{
	static const int absences[] = {0, GIT_ENOTFOUND, GIT_EINVALIDSPEC, GIT_EAMBIGUOUS,
	                               GIT_EPEEL};
	static const int kinds[] = {GIT_ERROR_NOMEMORY, GIT_ERROR_OS,   GIT_ERROR_ZLIB,
	                            GIT_ERROR_ODB,      GIT_ERROR_TREE, GIT_ERROR_OBJECT,
	                            GIT_ERROR_SHA};
	const git_error *e = git_error_last();
	for (size_t i = 0; i < COUNT(absences); i++)
		if (rc == absences[i])
			return false;
	for (size_t i = 0; e && i < COUNT(kinds); i++)
		if (e->klass == kinds[i])
			return true;
	return false;
}

/* Libgit2 keeps no errno: the system's words stand at the end of its own. 0: none do. */
static int errno_of(const char *message)
{
	size_t len = strlen(message);
	for (int error = 1; error < MOST_ERRORS; error++) {
		const char *reason = strerror(error);
		size_t n = strlen(reason);
		if (n <= len && strcmp(message + len - n, reason) == 0)
			return error;
	}
	return 0;
}

bool source_git_machine_failed(void)
{
	const git_error *e = git_error_last();
	if (!e || e->klass == GIT_ERROR_NOMEMORY)
		return e != NULL;
	int error = e->klass == GIT_ERROR_OS ? errno_of(e->message) : 0;
	return error && reason_is_of_machine(error);
}

/* The id that a message of libgit2 names, or the start of one; NULL: none. */
static const char *find_id(struct arena *a, const char *message)
{
	static const char digits[] = "0123456789abcdef";
	for (const char *at = message; *at; at++) {
		size_t len = strspn(at, digits);
		if (len >= SHORTEST_ID)
			return arena_copy(a, at, len);
		at += strcspn(at, " (");
		if (!*at)
			break;
	}
	return NULL;
}

/* The extension, or the number of the format, that libgit2 does not know; NULL: none. */
static const char *find_format(struct arena *a, const char *message)
{
	static const char *const starts[] = {"extensions.", "version "};
	for (size_t i = 0; i < COUNT(starts); i++) {
		const char *at = strstr(message, starts[i]);
		if (!at)
			continue;
		size_t len = strlen(starts[i]);
		return arena_copy(a, at, len + strcspn(at + len, " '.,;"));
	}
	return NULL;
}

static bool is_of_objects(int klass)
{
	static const int kinds[] = {GIT_ERROR_ODB,  GIT_ERROR_ZLIB, GIT_ERROR_OBJECT,
	                            GIT_ERROR_TREE, GIT_ERROR_SHA,  GIT_ERROR_INDEXER};
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (klass == kinds[i])
			return true;
	return false;
}

/* The sentence for a kind of failure, where something is named or nothing is. */
static enum sentence sentence_of(int klass, const char *what)
{
	if (is_of_objects(klass))
		return what ? SAY_GIT_OBJECT : SAY_GIT_OBJECTS;
	switch (klass) {
	case GIT_ERROR_REFERENCE: return SAY_GIT_REFERENCE;
	case GIT_ERROR_CONFIG: return SAY_GIT_CONFIG;
	case GIT_ERROR_REPOSITORY: return what ? SAY_GIT_FORMAT : SAY_GIT_OTHER;
	default: return SAY_GIT_OTHER;
	}
}

const char *source_git_reason(struct arena *a, enum language lang)
{
	const git_error *e = git_error_last();
	const char *message = git_message();
	int klass = e ? e->klass : GIT_ERROR_NONE;
	int error = klass == GIT_ERROR_NOMEMORY ? ENOMEM
	            : klass == GIT_ERROR_OS     ? errno_of(message)
	                                        : 0;
	const char *what = klass == GIT_ERROR_REPOSITORY ? find_format(a, message)
	                                                 : find_id(a, message);
	return error ? reason_text(error, lang)
	             : sentence_fill(a, sentence_of(klass, what), lang, what, NULL);
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
	if (rc == GIT_EOWNER || strstr(git_message(), "safe.directory"))
		return REPOSITORY_FOREIGN;
	if (strncmp(git_message(), "unsupported ", 12) == 0)
		return REPOSITORY_UNKNOWN;
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

/* What was made of a blob. */
struct known_blob {
	unsigned char key[GIT_OID_RAWSZ + 1]; /* its id, and how it was read */
	struct source_file made;
};

/* False, reported, when the revision is larger than any course. */
static bool make_room(struct walk *w, size_t n_entries, size_t bytes)
{
	char most[24];
	w->n_entries += n_entries;
	w->bytes = bytes > SIZE_MAX - w->bytes ? SIZE_MAX : w->bytes + bytes;
	bool is_many = w->n_entries > MOST_ENTRIES;
	if (w->is_over || (!is_many && w->bytes >> 20 < MOST_MEBIBYTES))
		return !w->is_over;
	w->is_over = true;
	snprintf(most, sizeof most, "%d", is_many ? MOST_ENTRIES : MOST_MEBIBYTES);
	diag_report(w->d, is_many ? MSG_REVISION_LONG : MSG_REVISION_LARGE,
	            (struct place){0}, w->revision, most, NULL);
	return false;
}

/* Keeps of a blob's bytes what its kind asks for. */
static void keep(struct walk *w, struct source_file *file, const git_odb_object *blob,
                 int is)
{
	struct image_size image;
	const char *data = git_odb_object_data((git_odb_object *)blob);
	if (is & IS_IMAGE && image_measure(data, file->size, &image)) {
		file->width = image.width;
		file->height = image.height;
	}
	if (is & IS_TEXT)
		file->text =
			(struct bytes){arena_copy(w->a, data, file->size), file->size};
}

/* False when the repository lacks it. */
static bool read_file(struct walk *w, struct source_file *file, const git_oid *id, int is)
{
	if (!blob_size(w->s->tree->odb, id, &file->size))
		return false;
	memcpy(file->id, id->id, sizeof file->id);
	if (!is || file->size > LONGEST_TEXT)
		return true;
	git_odb_object *blob = read_blob(w->s->tree->odb, id);
	bool ok = blob && git_odb_object_size(blob) == file->size;
	if (ok)
		keep(w, file, blob, is);
	git_odb_object_free(blob);
	return ok;
}

static void add_blob(struct walk *w, const char *path, const git_oid *id)
{
	struct known_blob here = {0};
	int is = kind_of(path);
	memcpy(here.key, id->id, GIT_OID_RAWSZ);
	here.key[GIT_OID_RAWSZ] = (unsigned char)is;
	struct known_blob *known = map_find(&w->known, (char *)here.key, sizeof here.key);
	if (!known) {
		if (!read_file(w, &here.made, id, is)) {
			source_report(w, MSG_BLOB_MISSING, path, NULL);
			return;
		}
		known = arena_alloc(&w->scratch, sizeof *known);
		*known = here;
		map_put(&w->known, (char *)known->key, sizeof known->key, known);
	}
	/* Kept once, or too large to be kept, but looked at under each of its names. */
	if (is & IS_TEXT && !make_room(w, 0, known->made.size))
		return;
	struct source_file *file = source_add_file(w, path);
	*file = known->made;
	file->path = path;
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
	if (!blob || git_odb_object_size(blob) != size) {
		git_odb_object_free(blob);
		return MSG_BLOB_MISSING;
	}
	const char *text = arena_copy(&w->scratch, git_odb_object_data(blob), size);
	git_odb_object_free(blob);
	*real = resolve_link(w, *real, text);
	if (!*real)
		return MSG_LINK_OUTSIDE;
	if (!**real) /* the repository's root holds every link */
		return MSG_LINK_CYCLE;
	int rc = git_tree_entry_bypath(entry, w->whole, *real);
	return rc == 0                    ? N_MESSAGES
	       : source_git_is_damage(rc) ? MSG_BLOB_MISSING
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
	if (fault == MSG_LINK_OUTSIDE)
		ARRAY_ADD(w->a, w->s->outside, w->s->n_outside, w->s->cap_outside,
		          arena_string(w->a, path));
	source_report(w, fault, path, NULL);
	git_tree_entry_free(entry);
	return NULL;
}

/* What git failed at last, at a path of the source or, with NULL, at none. */
static void report_git(struct walk *w, enum message m, const char *path)
{
	struct place at = {path ? source_shown_path(w, path) : NULL, 0, 0};
	diag_report(w->d, m, at, source_git_reason(&w->scratch, LANGUAGE_FR),
	            source_git_reason(&w->scratch, LANGUAGE_EN), NULL);
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
		report_git(w, MSG_REPOSITORY_BROKEN, path);
		return;
	}
	for (size_t i = 0; i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		const char *name = git_tree_entry_name(entry);
		if (!make_room(w, 1, strlen(path) + strlen(name)))
			break;
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

/* The repository and its objects, in this process; false, and how it is told. */
static enum repository_state open_objects(struct git_tree_source *t)
{
	source_git_start();
	enum repository_state state =
		source_find_repository(*t->root ? t->root : ".", &t->repo);
	if (state == REPOSITORY_FOUND && git_repository_odb(&t->odb, t->repo) < 0)
		state = REPOSITORY_UNREADABLE;
	return state;
}

static void close_objects(struct git_tree_source *t)
{
	git_odb_free(t->odb);
	git_repository_free(t->repo);
	t->odb = NULL;
	t->repo = NULL;
	source_git_end();
}

static bool open_repository(struct walk *w)
{
	static const enum message faults[] = {
		[REPOSITORY_NONE] = MSG_NO_REPOSITORY,
		[REPOSITORY_FOREIGN] = MSG_FOREIGN_OWNER,
		[REPOSITORY_UNKNOWN] = MSG_REPOSITORY_UNKNOWN,
		[REPOSITORY_UNREADABLE] = MSG_REPOSITORY_BROKEN,
	};
	enum repository_state state = open_objects(w->s->tree);
	if (state == REPOSITORY_FOUND)
		return true;
	const char *root = *w->s->root ? w->s->root : ".";
	bool is_named = state == REPOSITORY_NONE || state == REPOSITORY_FOREIGN;
	if (state == REPOSITORY_NONE && strcmp(root, ".") == 0)
		diag_report(w->d, MSG_NO_REPOSITORY_HERE, (struct place){0}, NULL);
	else if (is_named)
		diag_report(w->d, faults[state], (struct place){0}, root, NULL);
	else
		report_git(w, faults[state], NULL);
	return false;
}

/* Reports that something is not there, unless its objects are there and damaged. */
static bool report_absence(struct walk *w, int rc, enum message m, const char *name)
{
	if (source_git_is_damage(rc))
		report_git(w, MSG_REPOSITORY_BROKEN, NULL);
	else
		diag_report(w->d, m, (struct place){0}, name, w->revision, NULL);
	return false;
}

/* The tree of the revision, in w->whole, and the id of the course's folder in it. */
static bool find_tree(struct walk *w, git_oid *id)
{
	git_object *found = NULL;
	git_tree_entry *entry = NULL;
	struct source *s = w->s;
	int rc = git_revparse_single(&found, s->tree->repo, w->revision);
	if (rc == 0)
		rc = git_object_peel((git_object **)&w->whole, found, GIT_OBJECT_TREE);
	git_object_free(found);
	if (rc < 0)
		return report_absence(w, rc, MSG_NO_SUCH_REVISION, w->revision);
	*id = *git_tree_id(w->whole);
	if (!*s->prefix)
		return true;
	char *folder = arena_copy(&w->scratch, s->prefix, strlen(s->prefix) - 1);
	rc = git_tree_entry_bypath(&entry, w->whole, folder);
	bool ok = rc == 0 && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
	if (ok)
		*id = *git_tree_entry_id(entry);
	else
		report_absence(w, rc, MSG_NO_SUCH_FOLDER, folder);
	git_tree_entry_free(entry);
	return ok;
}

/* A tree that is read, perhaps by another process. */
struct reading {
	const char *root, *revision;
	struct source source; /* its files and its prefix */
	struct diag found;
	bool ok;
};

/* Where the course lies in the tree; false, reported, when the machine does not tell: all
 * of the repository would be taken for it. */
static bool find_prefix(struct walk *w, git_repository *repo, const char *root)
{
	const char *prefix = source_prefix(w->a, repo, root);
	if (prefix)
		w->s->prefix = prefix;
	else
		source_report_unread(w, MSG_MACHINE_LIST, "", errno);
	return prefix != NULL;
}

static void read_tree(void *context, struct arena *a)
{
	struct reading *r = context;
	struct git_tree_source git = {.root = r->root};
	struct source *s = &r->source;
	struct walk w = {.s = s, .a = a, .d = &r->found, .revision = r->revision};
	git_oid id;
	r->found.arena = a;
	source_begin(s, a, r->root);
	s->tree = &git;
	w.known = map_new(&w.scratch);
	r->ok = open_repository(&w) && find_prefix(&w, git.repo, r->root) &&
	        find_tree(&w, &id);
	if (r->ok) {
		size_t len = strlen(s->prefix);
		struct folder top = {
			.real = arena_copy(&w.scratch, s->prefix, len ? len - 1 : 0)};
		walk_tree(&w, &id, "", &top);
		r->ok = !w.is_over;
	}
	git_tree_free(w.whole);
	arena_release(&w.scratch);
	close_objects(&git);
}

static struct git_tree_source *new_handle(const struct arena *a, const char *root,
                                          const struct source_git *git)
{
	struct arena own = ARENA_PRIVATE;
	struct git_tree_source *t = arena_alloc(&own, sizeof *t);
	t->root = arena_string(&own, root);
	t->seconds = git->seconds;
	t->mapping = a->mapping;
	t->own = own;
	return t;
}

bool source_open_tree(struct source *s, struct arena *a, const char *root,
                      const struct source_git *git, struct diag *d)
{
	struct reading *r = arena_alloc(a, sizeof *r);
	r->root = root;
	r->revision = git->revision;
	source_begin(s, a, root);
	if (!apart_run(a, &(struct apart_work){.work = read_tree,
	                                       .context = r,
	                                       .seconds = git->seconds,
	                                       .diag = d,
	                                       .slow = MSG_REPOSITORY_SLOW,
	                                       .crash = MSG_REPOSITORY_CRASH}))
		return false;
	diag_append(d, &r->found);
	if (!r->ok)
		return false;
	s->tree = new_handle(a, root, git);
	s->prefix = r->source.prefix;
	s->files = r->source.files;
	s->n = s->cap = r->source.n;
	s->outside = r->source.outside;
	s->n_outside = s->cap_outside = r->source.n_outside;
	source_index(s, a);
	return true;
}

static bool read_here(struct git_tree_source *t, struct arena *a,
                      const struct source_file *f, struct bytes *out)
{
	git_oid id;
	git_oid_fromraw(&id, f->id);
	bool is_open = t->repo || open_objects(t) == REPOSITORY_FOUND;
	git_odb_object *blob = is_open ? read_blob(t->odb, &id) : NULL;
	bool ok = blob && git_odb_object_size(blob) == f->size;
	if (ok)
		*out = (struct bytes){arena_copy(a, git_odb_object_data(blob), f->size),
		                      f->size};
	git_odb_object_free(blob);
	errno = EIO;
	return ok;
}

/* A file that is fetched by another process. */
struct fetching {
	struct git_tree_source *tree;
	const struct source_file *file;
	struct bytes bytes;
	bool ok;
};

static void fetch(void *context, struct arena *a)
{
	struct fetching *f = context;
	f->ok = read_here(f->tree, a, f->file, &f->bytes);
}

bool source_read_blob(struct git_tree_source *t, struct arena *a,
                      const struct source_file *f, struct bytes *out, enum reader reader)
{
	if (reader == READER_HERE || !t->mapping)
		return read_here(t, a, f, out);
	struct arena shared = mapping_arena(t->mapping);
	struct fetching *fetching = arena_alloc(&shared, sizeof *fetching);
	*fetching = (struct fetching){.tree = t, .file = f};
	struct diag quiet = {.arena = &shared}; /* who asked says which file it was */
	bool is_done =
		apart_run(&shared, &(struct apart_work){.work = fetch,
	                                                .context = fetching,
	                                                .seconds = t->seconds,
	                                                .diag = &quiet,
	                                                .slow = MSG_BLOB_MISSING,
	                                                .crash = MSG_BLOB_MISSING});
	*out = fetching->bytes;
	errno = EIO;
	return is_done && fetching->ok;
}

void source_close(struct source *s)
{
	if (!s || !s->tree)
		return;
	if (s->tree->repo)
		close_objects(s->tree);
	struct arena own = s->tree->own;
	arena_release(&own);
	s->tree = NULL;
}
