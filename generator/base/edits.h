#ifndef BASE_EDITS_H
#define BASE_EDITS_H

/*
 * Changes to files that people keep, all of which are made, or none.
 *
 * An edit is a file, a range of its bytes, the bytes that stand there and those that come
 * in their place; a renaming is a file that gets another name. They are gathered first,
 * where what does not go together is refused, and then made at once.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"

struct edit {
	const char *path; /* from the root */
	size_t start;
	struct bytes old, fresh; /* an empty `old` inserts */
};

struct renaming {
	const char *from, *to; /* from the root */
};

struct edited_file;

struct edits {
	struct arena *arena; /* all of what is gathered is kept here */
	const char *root;    /* the folder that no edit leaves; "": the current one */
	struct edited_file **files; /* in the order in which they were first edited */
	size_t n_files, cap_files;
	struct renaming *renamings;
	size_t n_renamings, cap_renamings;
	size_t n_edits;
	struct map by_path;
	/* the file that edits_apply stopped at; NULL: none */
	const char *failed;
	bool is_mixed; /* some that were changed by then could not be put back */
};

/* The bytes of a file as they are, for who makes edits of it; NULL, with errno, where it
 * may not be edited: ELOOP for a link on its way, EXDEV outside the root, EINVAL for what
 * is no regular file, EACCES for one that nobody may write, or the system's reason. It is
 * read once. */
const struct bytes *edits_bytes(struct edits *e, const char *path);
/* Adds some edits that belong together. False, and none of them is there, when one does
 * not find its old bytes or is in the way of another; what is there already is not added
 * again. Of insertions at one place the first one added comes first. */
bool edits_add(struct edits *e, const struct edit *edits, size_t n);
/* False when the file may not be renamed, or its new name is taken or outside. */
bool edits_rename(struct edits *e, const char *from, const char *to);
/* A file with all its edits; edits in the order of the file. */
struct bytes edits_text(const struct edits *e, const struct edited_file *file);
const char *edited_path(const struct edited_file *file);
struct bytes edited_before(const struct edited_file *file); /* as it is on the disk */
const struct edit *edited_edits(const struct edited_file *file, size_t *n);

/*
 * Makes all changes. Each new file is written whole beside its old one, and comes into
 * its place when all are; permissions stay. False with errno, and `failed`, when one of
 * them cannot be made or a file is no longer what it was (ESTALE): then all files are as
 * before. Where the machine refuses that, too, is_mixed says so, and what such a file was
 * stays beside it, under a name of ours that ends in ".old".
 */
bool edits_apply(struct edits *e);

#endif
