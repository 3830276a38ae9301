#ifndef WORDS_CALENDAR_H
#define WORDS_CALENDAR_H

/*
 * Dates that people read: years of four digits, which all C libraries know alike.
 */

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "words/diag.h"

/* The day and the time in a zone `offset` seconds east of UTC, of a moment in seconds
 * since 1970. False when its year has not four digits, as a spoilt commit may say. */
bool calendar_of(int64_t seconds, int offset, struct tm *out);
/* The name of a month, from 1 to 12. */
const char *calendar_month(int month, enum language lang);

#endif
