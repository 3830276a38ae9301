#include "format/template_internal.h"

#include <ctype.h>

/*
 * Dates as people write them, the ways that Ruby's Time.parse understands and
 * that name a year: 2016-03-14, 14/03/2016, 14 March 2016, March 14, 2016,
 * 14-Mar-2016, 20160314T101112Z, each with a time and a zone or without.
 *
 * What was recognised is blanked out, so that each search is over the rest.
 */

enum { LONGEST_DATE = 127 };

/* A number as it was written: how many digits it has tells years from days. */
struct number {
	int value;
	int n_digits; /* 0: not given */
};

struct parts {
	struct number year, month, day;
	int hour, minute, second, nanoseconds;
	bool has_time;
	struct moment zone; /* offset and is_utc */
};

static char *skip_spaces(char *at)
{
	while (*at == ' ')
		at++;
	return at;
}

/* Reads at most 9 digits. */
static struct number read_number(char **at)
{
	struct number n = {0};
	for (; isdigit((unsigned char)**at) && n.n_digits < 9; ++*at, n.n_digits++)
		n.value = n.value * 10 + (**at - '0');
	return n;
}

static void blank(char *from, const char *to)
{
	while (from < to)
		*from++ = ' ';
}

/* The number of the first name that starts the word at `at`; -1 when none does. */
static int find_name(const char *at, const char *names)
{
	for (int i = 0; *names; i++, names += 3)
		if (strncmp(at, names, 3) == 0)
			return i;
	return -1;
}

static bool starts_word(const char *text, const char *at)
{
	return at == text || !isalpha((unsigned char)at[-1]);
}

static void blank_weekdays(char *text)
{
	for (char *at = text; *at; at++)
		if (starts_word(text, at) &&
		    find_name(at, "sunmontuewedthufrisat") >= 0) {
			char *end = at;
			while (isalpha((unsigned char)*end))
				end++;
			blank(at, end);
		}
}

/* --- times and zones ------------------------------------------------------------- */

/* The names that Time.parse knows; others count as none. */
static const struct {
	const char *name;
	int hours;
} zones[] = {
	{"z", 0},    {"utc", 0},  {"ut", 0},   {"gmt", 0},  {"est", -5}, {"edt", -4},
	{"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7},
};

/* +0200, +02:00, +2 */
static char *read_offset(char *at, struct moment *zone)
{
	int sign = *at == '-' ? -1 : 1;
	at++;
	struct number hours = read_number(&at), minutes = {0};
	if (hours.n_digits > 2) {
		minutes.value = hours.value % 100;
		hours.value /= 100;
	} else if (*at == ':') {
		at++;
		minutes = read_number(&at);
	}
	zone->offset = sign * (hours.value % 100 * 3600 + minutes.value % 60 * 60);
	zone->is_utc = sign < 0 && zone->offset == 0;
	return at;
}

static char *read_zone(char *at, struct moment *zone)
{
	char *start = skip_spaces(at), *end = start;
	while (isalpha((unsigned char)*end))
		end++;
	bool is_offset = (*end == '+' || *end == '-') && isdigit((unsigned char)end[1]);
	if (is_offset)
		return read_offset(end, zone);
	for (size_t i = 0; i < COUNT(zones); i++)
		if (strlen(zones[i].name) == (size_t)(end - start) &&
		    memcmp(zones[i].name, start, (size_t)(end - start)) == 0) {
			zone->offset = zones[i].hours * 3600;
			zone->is_utc = i < 4;
			return end;
		}
	return at;
}

static char *read_fraction(char *at, struct parts *p)
{
	if ((*at != '.' && *at != ',') || !isdigit((unsigned char)at[1]))
		return at;
	int unit = 100000000;
	for (at++; isdigit((unsigned char)*at); at++, unit /= 10)
		p->nanoseconds += (*at - '0') * unit;
	return at;
}

/* am, pm; the end of it, or `at`. */
static char *read_half(char *at, struct parts *p)
{
	char *half = skip_spaces(at);
	bool is_half = (*half == 'a' || *half == 'p') && half[1] == 'm' &&
	               !isalpha((unsigned char)half[2]);
	if (!is_half)
		return at;
	p->hour = p->hour % 12 + (*half == 'p' ? 12 : 0);
	return half + 2;
}

/* 10:11:12.5 pm +0200 at `at`; NULL when there is none. */
static char *read_time(char *at, struct parts *p)
{
	p->hour = read_number(&at).value;
	char *after_hour = at;
	if (*at == ':' && isdigit((unsigned char)at[1])) {
		at++;
		p->minute = read_number(&at).value;
		if (*at == ':' && isdigit((unsigned char)at[1])) {
			at++;
			p->second = read_number(&at).value;
			at = read_fraction(at, p);
		}
		at = read_half(at, p);
	} else {
		at = read_half(at, p);
		if (at == after_hour)
			return NULL;
	}
	p->has_time = true;
	return read_zone(at, &p->zone);
}

static void take_time(char *text, struct parts *p)
{
	for (char *at = text; *at; at++) {
		bool starts = isdigit((unsigned char)*at) &&
		              (at == text || !isdigit((unsigned char)at[-1]));
		char *end = starts ? read_time(at, p) : NULL;
		if (end) {
			blank(at, end);
			return;
		}
	}
	p->hour = 0;
}

/* --- days ------------------------------------------------------------------------ */

static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

/* Year, month and day in this order, unless the numbers of digits say otherwise. */
static void set_date(struct parts *p, struct number year, struct number month,
                     struct number day)
{
	bool is_swapped = year.n_digits <= 2 && day.n_digits > 2;
	p->year = is_swapped ? day : year;
	p->month = month;
	p->day = is_swapped ? year : day;
}

static char *find_month(char *text, struct number *month)
{
	for (char *at = text; *at; at++) {
		int i = starts_word(text, at) ? find_name(at, months) : -1;
		if (i >= 0) {
			*month = (struct number){i + 1, 2};
			return at;
		}
	}
	return NULL;
}

/* The number that ends before `at`, with st, nd, th, spaces or a dash between. */
static struct number number_before(char *text, char *at)
{
	while (at > text &&
	       (at[-1] == ' ' || at[-1] == '-' || isalpha((unsigned char)at[-1])))
		at--;
	while (at > text && isdigit((unsigned char)at[-1]))
		at--;
	return read_number(&at);
}

static char *skip_to_digit(char *at)
{
	while (*at && !isdigit((unsigned char)*at))
		at++;
	return at;
}

/* 14 March 2016, 14-Mar-2016, March 14, 2016, March 2016 */
static bool take_named(char *text, struct parts *p)
{
	struct number month;
	char *at = find_month(text, &month);
	if (!at)
		return false;
	struct number day = number_before(text, at);
	char *next = skip_to_digit(at);
	struct number first = read_number(&next);
	next = skip_to_digit(next);
	struct number second = read_number(&next);
	if (day.n_digits > 0)
		set_date(p, first, month, day);
	else if (first.n_digits > 2 && second.n_digits == 0)
		set_date(p, first, month, (struct number){1, 1});
	else
		set_date(p, second, month, first);
	return p->year.n_digits > 0;
}

/* 2016-03-14, 14/03/2016, 14.3.2016 */
static bool take_numbers(char *text, struct parts *p)
{
	for (char *at = skip_to_digit(text); *at; at = skip_to_digit(at)) {
		struct number a = read_number(&at);
		char sign = *at;
		if ((sign != '-' && sign != '/' && sign != '.') ||
		    !isdigit((unsigned char)at[1]))
			continue;
		at++;
		struct number b = read_number(&at);
		if (*at != sign || !isdigit((unsigned char)at[1]))
			continue;
		at++;
		set_date(p, a, b, read_number(&at));
		return true;
	}
	return false;
}

static bool all_digits(const char *at, int n)
{
	for (int i = 0; i < n; i++)
		if (!isdigit((unsigned char)at[i]))
			return false;
	return true;
}

static int two_digits(const char *at)
{
	return (at[0] - '0') * 10 + at[1] - '0';
}

/* 20160314T101112Z: days and time without signs between. */
static bool take_compact(char *text, struct parts *p)
{
	char *at = skip_spaces(text);
	if (strlen(at) < 9 || !all_digits(at, 8) || at[8] != 't' ||
	    !all_digits(at + 9, 4))
		return false;
	p->year = (struct number){two_digits(at) * 100 + two_digits(at + 2), 4};
	p->month = (struct number){two_digits(at + 4), 2};
	p->day = (struct number){two_digits(at + 6), 2};
	p->hour = two_digits(at + 9);
	p->minute = two_digits(at + 11);
	bool has_seconds = all_digits(at + 13, 2);
	p->second = has_seconds ? two_digits(at + 13) : 0;
	read_zone(at + (has_seconds ? 15 : 13), &p->zone);
	p->has_time = true;
	return true;
}

/* --- the moment ------------------------------------------------------------------ */

/* Days since 1970-01-01 in the Gregorian calendar; a day past the month's end is one of
 * the next. */
int64_t days_from_civil(int64_t year, int month, int day)
{
	int64_t y = year - (month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era =
		year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

static bool is_sound(const struct parts *p)
{
	return p->month.value >= 1 && p->month.value <= 12 && p->day.value >= 1 &&
	       p->day.value <= 31 && p->hour <= 24 && p->minute < 60 && p->second <= 60;
}

bool moment_parse(struct slice s, struct moment *out)
{
	char text[LONGEST_DATE + 1];
	struct parts p = {.zone = {.is_utc = true}};
	if (s.len > LONGEST_DATE)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		char c = (char)tolower((unsigned char)s.at[i]);
		text[i] = isalnum((unsigned char)c) || (c && strchr("-+',./:", c)) ? c
		                                                                   : ' ';
	}
	text[s.len] = '\0';
	blank_weekdays(text);
	if (!take_compact(text, &p)) {
		take_time(text, &p);
		if (!take_named(text, &p) && !take_numbers(text, &p))
			return false;
	}
	if (p.year.n_digits == 0 || !is_sound(&p))
		return false;
	if (p.year.n_digits <= 2)
		p.year.value += p.year.value >= 69 ? 1900 : 2000;
	*out = p.zone;
	out->seconds = days_from_civil(p.year.value, p.month.value, p.day.value) * 86400 +
	               p.hour * 3600 + p.minute * 60 + p.second - p.zone.offset;
	out->nanoseconds = p.nanoseconds;
	return true;
}
