#ifndef DATA_YAML_SLIPS_H
#define DATA_YAML_SLIPS_H

/*
 * Why YAML cannot be read, in the words of who typed it: the library names the place
 * where it stops, and the slip is often a line or a quote before.
 */

#include "words/diag.h"

/* A text that could not be read, and where the library stopped. */
struct yaml_fault {
	const char *path, *src;
	size_t len;
	int first_line;  /* of the file, on which `src` starts */
	struct place at; /* where it stopped, or where what it was in starts */
};

/* Reports the slip that is found at the place, or the first that is before it. False:
 * there is none that is known. */
bool yaml_slips_report(const struct yaml_fault *f, struct diag *d);
/* Bytes of a sign that was typed in the place of a list's "-", the space behind it left
 * aside; 0: none. */
size_t yaml_item_sign(const char *text, size_t len);
/* Whether a text starts with a "-" and a word, without the space that an item has. */
bool yaml_lacks_space(const char *text, size_t len);

#endif
