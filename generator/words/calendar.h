#ifndef WORDS_CALENDAR_H
#define WORDS_CALENDAR_H

/*
 * Dates that people read: years of four digits, which all C libraries know alike.
 */

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "base/mem.h"
#include "words/labels.h"

/* The day and the time in a zone `offset` seconds east of UTC, of a moment in seconds
 * since 1970. False when its year has not four digits, as a spoilt commit may say. */
bool calendar_of(int64_t seconds, int offset, struct tm *out);
/* The day that a text says, as "2026-11-23", of those that the calendar has; a time of it
 * may follow, as "T10:00:00Z". */
bool calendar_read(const char *text, struct tm *out);
/* "1er janvier 2026", with `space` behind the day. */
const char *calendar_text(struct arena *a, const struct labels *words,
                          const struct tm *day, const char *space);

#endif
