#ifndef BASE_FILE_H
#define BASE_FILE_H

/*
 * Files of the machine: reading, writing, listing. A failure of the machine
 * is told by errno; the caller, who knows what the file is for, reports it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct bytes {
	const char *data; /* ends in NUL, which `len` does not count */
	size_t len;
};

/* Reads a whole regular file of at most `max` bytes into the arena. False with errno:
 * EFBIG when larger, EISDIR, ELOOP, EINVAL for what is not a regular file, or the
 * system's reason. */
bool file_read(struct arena *a, const char *path, size_t max, struct bytes *out);
/* Writes, checked to the close; false with errno. The file is new or replaced in place.
 */
bool file_write(const char *path, const void *data, size_t len);
/* The same for a short file on which others depend: what was there, a link too, is
 * replaced as a whole, by way of `fresh`, a path beside it that nobody else uses; it is
 * on the disk when this returns, and so is its name. */
bool file_write_safely(const char *path, const char *fresh, struct bytes text);
/*
 * Files in a folder that people keep, where anybody may have planted a link. `path` leads
 * from `root` ("": the current folder), which may itself be a link; none is followed
 * behind it. False with errno: ELOOP for a symbolic link, EXDEV for what leads out of
 * `root`, or the system's reason; nothing of others was changed then.
 */
/* Whether no link stands on the way to `path`, itself included. What is missing is none.
 */
bool file_has_no_link(const char *root, const char *path);
/* Makes a file and the folders above it; EEXIST where anything has its name. */
bool file_make_new(const char *root, const char *path, struct bytes text);
/* Puts a whole file in the place of another, or of none, in a folder that is there; it
 * keeps that one's permissions. At any moment the old file or the new one is there. */
bool file_replace(const char *root, const char *path, struct bytes text);

/* The open folder that holds `path`; -1 with errno. */
int file_open_parent(const char *root, const char *path);
void file_close_folder(int folder); /* errno stays */
/* Makes a file in an open folder, with these permissions; EEXIST where anything has its
 * name. It is whole and on the disk, or not there. */
bool file_fill_new(int folder, const char *name, struct bytes text, unsigned mode);

/* The program's own file, without links; NULL where the system does not say. */
char *file_program(struct arena *a);
/* The path of a file or folder that comes with the program, "themes/cours": in the folder
 * above the program's own or its generator/install, where it was compiled; in its
 * share/sommaire, where it was installed. NULL, with errno: ENOENT when there is none. */
const char *file_beside_program(struct arena *a, const char *name);
/* Makes every missing folder on the way to the file `path`. */
bool file_make_parents(const char *path);
bool file_make_folder(const char *path); /* and its parents; true when it is there */
/* The path without links, "." and ".."; NULL, with errno, when it leads nowhere. */
char *file_real_path(struct arena *a, const char *path);
bool file_is_folder(const char *path);
bool file_exists(const char *path);
/* Bytes of a regular file; false with errno, EINVAL for what is none. */
bool file_size(const char *path, size_t *size);
bool file_remove_tree(const char *path); /* never follows symbolic links */

/* Path arithmetic, without looking at the disk. */
char *path_join(struct arena *a, const char *folder, const char *name);
/* The folder of a path with its "/", or "" ("a/b.md" -> "a/"). */
char *path_folder(struct arena *a, const char *path);
const char *path_name(const char *path);      /* what follows the last "/" */
const char *path_extension(const char *path); /* ".md", or "" */
/* `target` as seen from the folder of the file `from`, "." and ".." worked out;
 * NULL when it climbs above the root. */
char *path_resolve(struct arena *a, const char *from, const char *target);
/* "./content/" and "/content" as "content"; "." and "./" as ""; NULL when it climbs above
 * the root. */
const char *path_plain_folder(struct arena *a, const char *path);
/* The relative address that leads from the file `from` to the file `to`, both from one
 * root. */
char *path_relative(struct arena *a, const char *from, const char *to);

#endif
