#ifndef APP_COLUMNS_H
#define APP_COLUMNS_H

/*
 * A name and what is said of it, side by side in the 80 columns of a terminal.
 */

#include <stdio.h>

/* The text stands from this column on, broken between words, and on lines of its own when
 * the name is too wide. */
void columns_print(FILE *out, const char *name, int indent, const char *text);

#endif
