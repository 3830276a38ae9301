#ifndef DATA_IMAGE_H
#define DATA_IMAGE_H

/*
 * The size of an image, read from its first bytes: PNG, JPEG, GIF, WebP, SVG.
 * Files are hostile: every offset is checked, nothing is decoded.
 */

#include <stdbool.h>
#include <stddef.h>

struct image_size {
	int width, height; /* CSS pixels */
};

enum { IMAGE_HEAD = 256 << 10 }; /* bytes that are enough for all but odd JPEG files */

/* False when it is none of these kinds, or says no size (an SVG without width or
 * viewBox). */
bool image_measure(const void *data, size_t len, struct image_size *out);

/* Whether a browser can show a file of this name: of PNG, JPEG, GIF, WebP and SVG, only
 * what starts like one of them; of other names anything but an empty file. */
bool image_is_shown(const char *name, const void *data, size_t len);

/* What a file of this name is that no browser shows as an image; told by its name alone.
 */
enum image_kind {
	IMAGE_SHOWN,    /* an image, or none that is known */
	IMAGE_FOREIGN,  /* of a telephone, a scanner, a drawing program */
	IMAGE_DOCUMENT, /* a text, a table, a film, an archive: to be linked to */
};
enum image_kind image_kind_of(const char *name);

#endif
