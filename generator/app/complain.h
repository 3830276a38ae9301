#ifndef APP_COMPLAIN_H
#define APP_COMPLAIN_H

/*
 * What is wrong with a command, where no report is written: said on standard error as
 * reports say the faults of a course.
 */

#include "words/diag.h"
#include "words/language.h"

/* With the strings for {1}, {2} … (at most 4), closed by NULL. */
void complain(enum language lang, enum message m, ...) __attribute__((sentinel));

#endif
