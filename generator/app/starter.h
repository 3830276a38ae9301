#ifndef APP_STARTER_H
#define APP_STARTER_H

/*
 * What stands in a folder that is to become a course: pages of its own, or nothing yet;
 * and the pages that a new course starts with.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "words/language.h"

struct starting {
	bool has_pages; /* any file of Markdown, but for what was built */
};

/* Looks through a folder, which may not be there. False, told: it could not be listed. */
bool starter_look(struct starting *s, struct arena *a, const char *folder,
                  enum language lang);
/* The pages of a new course, from `folder`, which came with the program: their paths
 * there. False: there are none. */
bool starter_list(struct arena *a, const char *folder, const char ***paths, size_t *n);

#endif
