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

static int number_of(const char *digits, int n)
{
	int number = 0;
	for (int i = 0; i < n; i++)
		number = number * 10 + digits[i] - '0';
	return number;
}

bool calendar_read(const char *text, struct tm *out)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	static const char form[] = "0000-00-00";
	for (size_t i = 0; form[i]; i++)
		if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
			return false;
	int year = number_of(text, 4), month = number_of(text + 5, 2),
	    day = number_of(text + 8, 2);
	bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 ||
	    day > days[month - 1] + (month == 2 && is_leap) ||
	    (text[10] && text[10] != 'T'))
		return false;
	*out = (struct tm){.tm_mday = day, .tm_mon = month - 1, .tm_year = year - 1900};
	return true;
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
