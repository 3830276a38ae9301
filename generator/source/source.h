#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

/*
 * Where a course's files come from: a folder, or a tree of a git repository.
 *
 * Both look alike: a sorted list of files, and their bytes. A tree is read
 * without a checkout and the work tree is never touched. Paths are relative
 * to the source's root, with "/", in the bytes that the disk or git has.
 */

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "words/diag.h"
#include "words/language.h"

struct source_file {
	const char *path;
	const char *nfc; /* the path in NFC: the same pointer where it is so already */
	size_t size;     /* bytes, of a tree's files (see source_size) */
	/* what is kept: a tree's text files (see source_open_tree), and pages
	 * (source_keep); NULL data otherwise */
	struct bytes text;
	int width, height;    /* a tree's images, in pixels; 0: not measured */
	unsigned char id[20]; /* a tree's blob */
};

struct source {
	/* folder on disk, as the user named it; "" is the current one */
	const char *root;
	/* a tree: the root's path inside the repository, "" or "docs/" */
	const char *prefix;
	struct source_file *files;
	size_t n, cap;
	struct map by_path; /* path -> struct source_file */
	/* of the files whose path is not NFC: their NFC -> struct source_file */
	struct map by_nfc;
	struct git_tree_source *tree; /* NULL: a folder */
	/* a tree's paths that are links out of the course, each of them reported */
	const char **outside;
	size_t n_outside, cap_outside;
};

/*
 * Lists a folder. ".git", the folder `skip` (the output; NULL: none), "node_modules" and
 * the program's own ".sommaire" are passed over. Symbolic links are followed while they
 * stay inside the root and make no cycle; others are reported (MSG_LINK_OUTSIDE,
 * MSG_LINK_CYCLE) and left out. Unreadable folders are reported, as the machine's failure
 * (diag.has_unread). False when the root itself cannot be listed.
 */
bool source_open_folder(struct source *s, struct arena *a, const char *root,
                        const char *skip, struct diag *d);

struct source_git {
	const char *revision; /* branch, tag, commit */
	int seconds;          /* of CPU that a reading of git may take; 0: no limit */
};

/*
 * Lists the tree of a revision (of a bare repository too) and reads every text file (.md
 * .yml .yaml .html .svg .css .js .json .txt .csv and SUMMARY) into the arena, so that
 * nobody else needs git; equal ones are kept once, images (.png .jpg .jpeg .gif .webp)
 * are measured. `root` may be a folder inside the repository. Git is read apart where the
 * arena is shared (source/apart.h). A blob that is missing is reported and its file left
 * out. False, with a report, when there is no such repository or revision, it is damaged,
 * or too large.
 */
bool source_open_tree(struct source *s, struct arena *a, const char *root,
                      const struct source_git *git, struct diag *d);

/* The part of a tree below a folder ("": all of it), as a source of its own. */
void source_narrow(struct source *sub, const struct source *whole, const char *folder,
                   struct arena *a);

/* Whether a path from the folder `root` leads to what lies in it and may be listed, links
 * followed. False with errno: EXDEV when it leads elsewhere, or why it leads nowhere. */
bool source_leads_inside(const char *root, const char *path);
/* The same of a tree: whether a path, or a folder above it, is a link out of the course.
 */
bool source_is_outside(const struct source *tree, const char *path);
/* Whether one of the parts of a path is a name that is never listed. */
bool source_passes_over_path(const char *path);

const struct source_file *source_find(const struct source *s, const char *path);
/* Reads a file; false with errno. Workers: only files whose `text` is set when it is a
 * tree; git is read apart for the others, one process a file. */
bool source_read(const struct source *s, struct arena *a, const struct source_file *f,
                 size_t max, struct bytes *out);
/* The same where git may end this process: in a worker for many files. */
bool source_read_here(const struct source *s, struct arena *a,
                      const struct source_file *f, size_t max, struct bytes *out);
/* The same, and keeps the bytes in the arena: source_read gives them from then on. */
bool source_keep(const struct source *s, struct arena *a, const struct source_file *f,
                 size_t max, struct bytes *out);
/* Bytes of a file, without reading it; false with errno. */
bool source_size(const struct source *s, const struct source_file *f, size_t *size);
/* Gives up what source_keep kept, for its memory to be used again; nothing of a tree. */
struct bytes source_forget(const struct source *s, const struct source_file *f);
void source_close(struct source *s); /* a tree's part; the rest is the arena's */

/*
 * For source/history.c, between source_git_start and source_git_end: the repository
 * that a folder lies in (the caller frees it), and the folder's path inside its tree: ""
 * or "docs/"; NULL, with errno, when that cannot be told.
 */
struct git_repository;
enum repository_state {
	REPOSITORY_FOUND,
	REPOSITORY_NONE,
	REPOSITORY_FOREIGN, /* it belongs to somebody else */
	REPOSITORY_UNKNOWN, /* of a format that libgit2 does not know */
	REPOSITORY_UNREADABLE,
};
void source_git_start(void);
void source_git_end(void);
enum repository_state source_find_repository(const char *root,
                                             struct git_repository **out);
const char *source_prefix(struct arena *a, struct git_repository *repo, const char *root);
/* What went wrong last, in words of ours: libgit2's are English. It names the object, or
 * the extension, that libgit2 names. */
const char *source_git_reason(struct arena *a, enum language lang);
/* Whether what it answered means that something is there and cannot be read. */
bool source_git_is_damage(int rc);
/* Whether that was a failure of the machine, and nothing that the repository lacks. */
bool source_git_machine_failed(void);

#endif
