#ifndef SOURCE_SOURCE_INTERNAL_H
#define SOURCE_SOURCE_INTERNAL_H

/*
 * What source.c, source_folder.c and source_tree.c share. The latter two walk
 * entry by entry; each folder knows those above it, so that a link back to one
 * of them is seen. Without git, source_none.c is in source_tree.c's place.
 */

#include <sys/stat.h>

#include "source/source.h"

enum {
	DEEPEST = 200,            /* folders inside folders: one open directory each */
	MOST_FOLDER_LINKS = 1000, /* links beside links can multiply without a cycle */
	MOST_LINKS_IN_A_ROW = 8,
	LONGEST_TEXT = 16 << 20, /* a tree's text beyond it is left to source_read */
	/* Of a tree: few objects can make more than all memory holds. */
	MOST_ENTRIES = 200000,
	MOST_MEBIBYTES = 1024, /* of texts and paths */
};

struct walk {
	struct source *s;
	struct arena *a;
	struct arena scratch;
	struct diag *d;
	size_t n_folder_links;
	/* a folder */
	const char *real_root; /* NULL: no link was met yet */
	const char *real_skip; /* NULL: nothing is skipped */
	struct stat skip;
	/* a tree */
	struct git_tree *whole; /* of the revision, the repository's root */
	const char *revision;
	struct map known;        /* content and how it is read -> struct known_blob */
	size_t n_entries, bytes; /* seen, and kept of them */
	bool is_over;            /* one of them is too many, and reported */
};

/* A folder being walked, and through `parent` those it lies in. */
struct folder {
	const struct folder *parent;
	int depth;
	struct stat st; /* a folder: which one it is */
	/* a tree: its path in the repository, links resolved: "" or "a/b" */
	const char *real;
};

void source_begin(struct source *s, struct arena *a, const char *root);
/* Whether no file of that name is ever listed: .git, .sommaire, node_modules, "." and
 * "..". */
bool source_passes_over(const char *name, size_t len);
struct source_file *source_add_file(struct walk *w, const char *path);
/* Sorts and indexes the files, once all are there. */
void source_index(struct source *s, struct arena *a);
/* A path of the source as the author knows it. */
const char *source_shown_path(struct walk *w, const char *path);
/* Reports at a path of the source; `reason` may be NULL. */
void source_report(struct walk *w, enum message m, const char *path, const char *reason);

/* The same of what cannot be read, with the words for an errno. */
void source_report_unread(struct walk *w, enum message m, const char *path, int error);
/* A tree's file that is not kept, read apart, or by this process; false with errno. */
enum reader { READER_APART, READER_HERE };
bool source_read_blob(struct git_tree_source *t, struct arena *a,
                      const struct source_file *f, struct bytes *out, enum reader reader);

/* Path of `inner` as seen from `outer`, both real: "" when equal, NULL when outside. */
const char *source_path_inside(const char *outer, const char *inner);
/* Without links, "." and ".."; NULL, with errno, when it leads nowhere. */
const char *source_real_path(struct arena *a, const char *path);

#endif
