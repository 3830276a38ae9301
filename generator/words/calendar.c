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

const char *calendar_month(int month, enum language lang)
{
	/* clang-format off */
	static const char *const months[][N_LANGUAGES] = {
		{"janvier", "January"}, {"février", "February"}, {"mars", "March"}, {"avril", "April"},
		{"mai", "May"}, {"juin", "June"}, {"juillet", "July"}, {"août", "August"},
		{"septembre", "September"}, {"octobre", "October"}, {"novembre", "November"},
		{"décembre", "December"},
	};
	/* clang-format on */
	return months[month - 1][lang];
}
