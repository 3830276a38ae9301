#include "format/template_internal.h"

#include <ctype.h>
#include <stdio.h>

/* Dates written as Ruby's Time#strftime writes them, names in English. */

enum { WIDEST_FIELD = 256 };

/* A moment in its own zone. */
struct calendar {
	int64_t year;
	int month, day, hour, minute, second; /* month and day from 1 */
	int weekday;                          /* 0: Sunday */
	int yearday;                          /* from 1 */
};

/* %-10:z: flags, width, colons. */
struct field {
	bool no_padding, is_upper, changes_case;
	char padding; /* '0', ' ', or NUL: the directive's own */
	int width;    /* -1: the directive's own */
	int n_colons;
	char directive;
};

static int64_t divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static struct calendar calendar_of(const struct moment *m)
{
	int64_t seconds = m->seconds + m->offset, days = divide(seconds, 86400);
	int rest = (int)(seconds - days * 86400);
	int64_t z = days + 719468, era = divide(z, 146097), day_of_era = z - era * 146097;
	int64_t year = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
	                day_of_era / 146096) /
	               365;
	int64_t day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * day_of_year + 2) / 153;
	struct calendar c = {
		.day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.hour = rest / 3600,
		.minute = rest / 60 % 60,
		.second = rest % 60,
		.weekday = (int)(days + 4 - divide(days + 4, 7) * 7),
	};
	c.year = year + era * 400 + (c.month <= 2);
	c.yearday = (int)(days - days_from_civil(c.year, 1, 1)) + 1;
	return c;
}

/* Week of the year by ISO 8601, and the year that it belongs to. */
static int iso_week(const struct calendar *c, int64_t *year)
{
	int from_monday = (c->weekday + 6) % 7;
	int64_t thursday = days_from_civil(c->year, c->month, c->day) - from_monday + 3;
	struct moment m = {.seconds = thursday * 86400};
	struct calendar t = calendar_of(&m);
	*year = t.year;
	return (t.yearday - 1) / 7 + 1;
}

/* --- fields ---------------------------------------------------------------------- */

static void pad(struct buf *out, char padding, int n)
{
	while (n-- > 0)
		buf_add_char(out, padding);
}

static void add_number(struct buf *out, const struct field *f, int64_t number, int width,
                       char padding)
{
	char digits[32];
	uint64_t size = number < 0 ? -(uint64_t)number : (uint64_t)number;
	int n = snprintf(digits, sizeof digits, "%llu", (unsigned long long)size);
	int missing =
		f->no_padding ? 0 : (f->width >= 0 ? f->width : width) - n - (number < 0);
	padding = f->padding ? f->padding : padding;
	if (number < 0 && padding == '0')
		buf_add_char(out, '-');
	pad(out, padding, missing);
	if (number < 0 && padding != '0')
		buf_add_char(out, '-');
	buf_add(out, digits, (size_t)n);
}

static void add_name(struct buf *out, const struct field *f, const char *name, size_t len)
{
	pad(out, f->padding ? f->padding : ' ', f->no_padding ? 0 : f->width - (int)len);
	for (size_t i = 0; i < len; i++)
		buf_add_char(out, (char)(f->is_upper ? toupper((unsigned char)name[i])
		                                     : name[i]));
}

/* %p is AM, %P and %#p are am. */
static void add_half(struct buf *out, struct field f, const struct calendar *c)
{
	bool is_small = f.directive == 'P' || f.changes_case;
	f.is_upper = f.is_upper && !f.changes_case;
	add_name(out, &f,
	         is_small ? (c->hour < 12 ? "am" : "pm") : (c->hour < 12 ? "AM" : "PM"),
	         2);
}

static void add_fraction(struct buf *out, const struct field *f, int nanoseconds,
                         int width)
{
	char digits[16];
	snprintf(digits, sizeof digits, "%09d", nanoseconds);
	if (f->width > 0)
		width = f->width;
	buf_add(out, digits, (size_t)(width < 9 ? width : 9));
	pad(out, '0', width - 9);
}

/* +0200, +02:00, +02:00:00 */
static void add_offset(struct buf *out, const struct field *f, int offset)
{
	int size = offset < 0 ? -offset : offset;
	buf_add_char(out, offset < 0 ? '-' : '+');
	buf_add_format(out, "%02d%s%02d", size / 3600, f->n_colons ? ":" : "",
	               size / 60 % 60);
	if (f->n_colons > 1)
		buf_add_format(out, ":%02d", size % 60);
}

static const char *composite(char directive)
{
	switch (directive) {
	case 'c': return "%a %b %e %H:%M:%S %Y";
	case 'D':
	case 'x': return "%m/%d/%y";
	case 'F': return "%Y-%m-%d";
	case 'T':
	case 'X': return "%H:%M:%S";
	case 'R': return "%H:%M";
	case 'r': return "%I:%M:%S %p";
	case 'v': return "%e-%^b-%4Y";
	default: return NULL;
	}
}

/* Names: false when the directive is none of them. */
static bool write_name(struct buf *out, const struct field *f, const struct moment *m,
                       const struct calendar *c)
{
	static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
	                                   "Thursday", "Friday", "Saturday"};
	static const char *const months[] = {
		"January", "February", "March",     "April",   "May",      "June",
		"July",    "August",   "September", "October", "November", "December"};
	const char *day = days[c->weekday], *month = months[c->month - 1];
	switch (f->directive) {
	case 'A': add_name(out, f, day, strlen(day)); return true;
	case 'a': add_name(out, f, day, 3); return true;
	case 'B': add_name(out, f, month, strlen(month)); return true;
	case 'b':
	case 'h': add_name(out, f, month, 3); return true;
	case 'p':
	case 'P': add_half(out, *f, c); return true;
	case 'Z': add_name(out, f, "UTC", m->is_utc ? 3 : 0); return true;
	case 'n':
	case 't':
	case '%':
		add_name(out, f,
		         f->directive == 'n'   ? "\n"
		         : f->directive == 't' ? "\t"
		                               : "%",
		         1);
		return true;
	default: return false;
	}
}

/* Numbers: false when the directive is none of them. */
static bool write_number(struct buf *out, const struct field *f, const struct moment *m,
                         const struct calendar *c)
{
	int hour12 = c->hour % 12 ? c->hour % 12 : 12;
	int64_t iso_year;
	int week = iso_week(c, &iso_year);
	const struct {
		char directive;
		int64_t number;
		int width;
		char padding;
	} numbers[] = {
		{'Y', c->year, c->year < 0 ? 5 : 4, '0'},
		{'C', divide(c->year, 100), 2, '0'},
		{'y', c->year - divide(c->year, 100) * 100, 2, '0'},
		{'m', c->month, 2, '0'},
		{'d', c->day, 2, '0'},
		{'e', c->day, 2, ' '},
		{'j', c->yearday, 3, '0'},
		{'H', c->hour, 2, '0'},
		{'k', c->hour, 2, ' '},
		{'I', hour12, 2, '0'},
		{'l', hour12, 2, ' '},
		{'M', c->minute, 2, '0'},
		{'S', c->second, 2, '0'},
		{'s', m->seconds, 1, '0'},
		{'u', c->weekday ? c->weekday : 7, 1, '0'},
		{'w', c->weekday, 1, '0'},
		{'U', (c->yearday + 6 - c->weekday) / 7, 2, '0'},
		{'W', (c->yearday + 6 - (c->weekday + 6) % 7) / 7, 2, '0'},
		{'V', week, 2, '0'},
		{'G', iso_year, iso_year < 0 ? 5 : 4, '0'},
		{'g', iso_year - divide(iso_year, 100) * 100, 2, '0'},
	};
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (numbers[i].directive == f->directive) {
			add_number(out, f, numbers[i].number, numbers[i].width,
			           numbers[i].padding);
			return true;
		}
	return false;
}

/* --- formats --------------------------------------------------------------------- */

/* Reads the field after a `%`; returns its end, or NULL when it never comes. */
static const char *read_field(const char *at, const char *end, struct field *f)
{
	*f = (struct field){.width = -1};
	for (; at < end && *at && strchr("-0^#_", *at); at++) {
		f->no_padding |= *at == '-';
		f->is_upper |= *at == '^' || *at == '#';
		f->changes_case |= *at == '#';
		f->padding = *at == '0' ? '0' : *at == '_' ? ' ' : f->padding;
	}
	for (; at < end && isdigit((unsigned char)*at); at++) {
		f->width = (f->width < 0 ? 0 : f->width) * 10 + (*at - '0');
		f->width = f->width > WIDEST_FIELD ? WIDEST_FIELD : f->width;
	}
	for (; at < end && *at == ':'; at++)
		f->n_colons++;
	if (at == end)
		return NULL;
	f->directive = *at;
	return at + 1;
}

static void write_composite(struct buf *out, const struct field *f,
                            const struct moment *m, const char *format)
{
	struct buf inner = buf_new(out->arena);
	moment_write(&inner, m, (struct slice){format, strlen(format)});
	add_name(out, f, buf_text(&inner), inner.len);
}

static bool write_field(struct buf *out, const struct field *f, const struct moment *m,
                        const struct calendar *c)
{
	if (composite(f->directive)) {
		write_composite(out, f, m, composite(f->directive));
		return true;
	}
	switch (f->directive) {
	case 'L':
	case 'N':
		add_fraction(out, f, m->nanoseconds, f->directive == 'L' ? 3 : 9);
		return true;
	case 'z': add_offset(out, f, m->offset); return true;
	default: return write_name(out, f, m, c) || write_number(out, f, m, c);
	}
}

/* What is no directive stays as it is. */
void moment_write(struct buf *out, const struct moment *m, struct slice format)
{
	const char *at = format.at, *end = at + format.len;
	struct calendar c = calendar_of(m);
	while (at < end) {
		const char *mark = memchr(at, '%', (size_t)(end - at));
		struct field f;
		buf_add(out, at, (size_t)((mark ? mark : end) - at));
		if (!mark)
			return;
		at = read_field(mark + 1, end, &f);
		if (!at || !write_field(out, &f, m, &c))
			buf_add(out, mark, (size_t)((at ? at : end) - mark));
		at = at ? at : end;
	}
}
