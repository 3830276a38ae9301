#ifndef REPORT_PLACES_H
#define REPORT_PLACES_H

/*
 * Where findings are, as whoever reads a report opens them: people from the folder where
 * they stand, a forge from the top of the repository.
 */

#include "base/mem.h"
#include "course/site.h"

struct places {
	/* of the course, from where one stands; "": here */
	const char *folder;
	/* of the course, from the top of its repository; "": there */
	const char *in_repository;
	/* named on the command line, from where one stands; NULL: no file was */
	const char *typed;
};

/* Of the folder and the files that a command line names. */
struct places places_of(struct arena *a, const struct options *o);
/* The path of a finding, which has one. */
const char *places_here(struct arena *a, const struct places *p, const char *path);
const char *places_in_repository(struct arena *a, const struct places *p,
                                 const char *path);

#endif
