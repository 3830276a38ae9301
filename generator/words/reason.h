#ifndef WORDS_REASON_H
#define WORDS_REASON_H

/*
 * What an errno means: in words of the reader's language, and whether it says
 * that nothing is there, that something odd is, or that the machine failed.
 */

#include <stdbool.h>

#include "words/language.h"

/* In words; where the table has none, that the system gave none: its own may be of
 * another language. */
const char *reason_text(int error, enum language lang);
/* Whether nothing stands at the path: all that a file which may be missing can answer. */
bool reason_is_absence(int error);
/* Whether it tells neither of what the course holds nor of what it lacks: the same
 * reading may go well another time, or for another user. */
bool reason_is_of_machine(int error);

#endif
