#include "words/calendar.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 9999 };

bool calendar_of(int64_t seconds, int offset, struct tm *out)
{
	if (__builtin_add_overflow(seconds, offset, &seconds))
		return false;
	time_t time = (time_t)seconds;
	return time == seconds && gmtime_r(&time, out) &&
	       out->tm_year >= FIRST_YEAR - 1900 && out->tm_year <= LAST_YEAR - 1900;
}

const char *calendar_text(struct arena *a, const struct labels *words,
                          const struct tm *day, const char *space)
{
	const char *number = day->tm_mday == 1 ? words->text[LABEL_FIRST_DAY]
	                                       : arena_format(a, "%d", day->tm_mday);
	return arena_format(a, "%s%s%s %d", number, space,
	                    words->text[LABEL_JANUARY + day->tm_mon],
	                    day->tm_year + 1900);
}
