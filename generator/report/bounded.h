#ifndef REPORT_BOUNDED_H
#define REPORT_BOUNDED_H

/*
 * Findings as reports list them: the first of each code in each file, and how many more
 * there are. Nobody reads the rest, and a log ends somewhere.
 */

#include "base/mem.h"
#include "words/diag.h"

/* Of sorted findings; the strings stay those of `d`. What is graver is bounded by itself:
 * one code may have both errors and notes. */
struct diag bounded_copy(struct arena *a, const struct diag *d);

#endif
