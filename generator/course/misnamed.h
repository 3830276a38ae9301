#ifndef COURSE_MISNAMED_H
#define COURSE_MISNAMED_H

/*
 * Pages that are there under a name that makes no page: without ".md", with
 * what a program put behind it (".md.txt"), in capitals, or outside the
 * content. Paths are given as authors know them, from the course's folder.
 */

#include "base/mem.h"
#include "course/site.h"
#include "words/diag.h"

struct misnamed {
	const char *found;  /* NULL: none */
	const char *wanted; /* the name that would make it a page */
};

/* The file that is meant where no page has this path, which starts from the content. */
struct misnamed misnamed_find(const struct site *site, struct arena *a, const char *path);
/* Says which files of the content look like pages by their name and are none, but for
 * those that the table of contents names. */
void misnamed_check(struct site *site);

/* The cure of what was reported just now of such a file: its name becomes the one that is
 * wanted. Nothing where it would change its folder, too. */
void misnamed_cure(struct diag *d, const struct misnamed *m);

#endif
