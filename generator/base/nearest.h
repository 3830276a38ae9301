#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

/*
 * Many names, of which the one nearest to a misspelt name is found in far less
 * time than it takes to compare it with each. What is near is text_nearest's
 * rule, and so is the answer: that function does for the few names of a table.
 */

#include "base/mem.h"

struct nearest *nearest_new(struct arena *a);
/* The name is not copied. */
void nearest_add(struct nearest *x, const char *name);
/* Of the names that are nearest to `name` once folded, the one that was added first; NULL
 * when none is near. */
const char *nearest_find(const struct nearest *x, const char *name);

#endif
