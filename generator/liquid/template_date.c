#include "liquid/template_internal.h"

#include <ctype.h>
#include <time.h>

#include "words/calendar.h"

/*
 * The filter `date`. It reads dates of numbers that name a year of four digits, with a
 * time and its zone or without: 2016-03-14, 14/03/2016, 2016-03-14T10:11:12+02:00. It
 * writes those directives that every C library knows alike in the C locale, and few more:
 * the bytes of a site do not depend on the machine.
 */

/* --- reading --------------------------------------------------------------------- */

static bool take(struct slice *s, char c)
{
	if (s->len == 0 || *s->at != c)
		return false;
	*s = (struct slice){s->at + 1, s->len - 1};
	return true;
}

/* Reads up to `most` digits; returns how many there were. */
static int take_number(struct slice *s, int most, int *out)
{
	int n = 0;
	for (*out = 0; n < most && s->len > 0 && char_is_digit(*s->at); n++) {
		*out = *out * 10 + (*s->at - '0');
		take(s, *s->at);
	}
	return n;
}

/* 2016-03-14, 2016/3/14, 14.03.2016 */
static bool take_day(struct slice *s, struct tm *out)
{
	int first, last = 0, n_last = 0, n_first = take_number(s, 4, &first);
	char sign = s->len > 0 && strchr("-/.", *s->at) ? *s->at : '\0';
	if (take(s, sign) && take_number(s, 2, &out->tm_mon) > 0 && take(s, sign))
		n_last = take_number(s, 4, &last);
	bool has_year_first = n_first == 4;
	int n_day = has_year_first ? n_last : n_first;
	out->tm_year = (has_year_first ? first : last) - 1900;
	out->tm_mon--;
	out->tm_mday = has_year_first ? last : first;
	return (has_year_first || n_last == 4) && n_day >= 1 && n_day <= 2 &&
	       out->tm_mon >= 0 && out->tm_mon < 12 && out->tm_mday >= 1 &&
	       out->tm_mday <= 31;
}

/* 10:11, 10:11:12, 10:11:12.5, of which the fraction does not count */
static bool take_time(struct slice *s, struct tm *out)
{
	int fraction;
	bool is_whole = take_number(s, 2, &out->tm_hour) > 0 && take(s, ':') &&
	                take_number(s, 2, &out->tm_min) == 2;
	if (is_whole && take(s, ':'))
		is_whole = take_number(s, 2, &out->tm_sec) == 2 &&
		           (!take(s, '.') || take_number(s, 9, &fraction) > 0);
	return is_whole && out->tm_hour <= 24 && out->tm_min < 60 && out->tm_sec <= 60;
}

/* Z, UTC, +02:00, +0200; without a zone UTC is meant. */
static bool take_zone(struct slice *s, int *offset)
{
	int hours, minutes;
	bool is_west = s->len > 0 && *s->at == '-';
	*offset = 0;
	if (s->len == 0 || take(s, 'Z') || (take(s, 'U') && take(s, 'T') && take(s, 'C')))
		return true;
	if ((!take(s, '+') && !take(s, '-')) || take_number(s, 2, &hours) < 2)
		return false;
	take(s, ':');
	if (take_number(s, 2, &minutes) < 2)
		return false;
	*offset = (is_west ? -60 : 60) * (hours * 60 + minutes);
	return true;
}

static bool take_time_and_zone(struct slice *s, struct tm *out, int *offset)
{
	if ((!take(s, 'T') && !take(s, ' ')) || !take_time(s, out))
		return false;
	take(s, ' ');
	return take_zone(s, offset);
}

bool moment_parse(struct slice text, struct moment *out)
{
	struct slice s = slice_strip_right(slice_strip_left(text));
	struct tm tm = {0};
	out->offset = 0;
	if (!take_day(&s, &tm) ||
	    (s.len > 0 && !take_time_and_zone(&s, &tm, &out->offset)))
		return false;
	out->seconds = timegm(&tm) - out->offset; /* 30 February is 1 or 2 March */
	return s.len == 0;
}

/* --- writing --------------------------------------------------------------------- */

/* What follows a "%". */
struct field {
	bool is_short; /* "-": without zeros or spaces in front */
	bool is_upper; /* "^": in capitals */
	bool has_colon;
	char directive;
};

/* Reads the field at `at`; returns its end. */
static const char *read_field(const char *at, const char *end, struct field *f)
{
	*f = (struct field){0};
	for (; at < end && (*at == '-' || *at == '^'); at++) {
		f->is_short |= *at == '-';
		f->is_upper |= *at == '^';
	}
	f->has_colon = at + 1 < end && at[0] == ':' && at[1] == 'z';
	at += f->has_colon;
	f->directive = at < end ? *at : '\0';
	return at < end ? at + 1 : end;
}

/* +0200, or +02:00 */
static void write_offset(struct buf *out, const struct field *f, int offset)
{
	int minutes = (offset < 0 ? -offset : offset) / 60;
	buf_add_format(out, "%c%02d%s%02d", offset < 0 ? '-' : '+', minutes / 60,
	               f->has_colon ? ":" : "", minutes % 60);
}

/* Those of the C library: false when it is none. */
static bool write_directive(struct buf *out, const struct field *f, const struct tm *tm)
{
	static const char known[] = "aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyY%";
	char text[64], format[] = {'%', f->directive, '\0'}, *at = text;
	if (!f->directive || !strchr(known, f->directive))
		return false;
	size_t n = strftime(text, sizeof text, format, tm);
	for (; f->is_short && n > 1 && (*at == '0' || *at == ' '); n--)
		at++;
	for (size_t i = 0; f->is_upper && i < n; i++)
		at[i] = (char)toupper((unsigned char)at[i]);
	buf_add(out, at, n);
	return true;
}

static bool write_field(struct buf *out, const struct field *f, const struct moment *m,
                        const struct tm *tm)
{
	switch (f->directive) {
	case 's': buf_add_format(out, "%lld", (long long)m->seconds); return true;
	case 'z': write_offset(out, f, m->offset); return true;
	default: return write_directive(out, f, tm);
	}
}

bool moment_write(struct buf *out, const struct moment *m, struct slice format)
{
	const char *at = format.at, *end = at + format.len;
	struct tm tm;
	if (!calendar_of(m->seconds, m->offset, &tm))
		return false;
	while (at < end) {
		const char *mark = memchr(at, '%', (size_t)(end - at));
		struct field f;
		buf_add(out, at, (size_t)((mark ? mark : end) - at));
		if (!mark)
			break;
		at = read_field(mark + 1, end, &f);
		if (!write_field(out, &f, m, &tm))
			buf_add(out, mark, (size_t)(at - mark));
	}
	return true;
}
