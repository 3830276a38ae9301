#include "format/json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { DEEPEST = 64 };

struct reader {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	const char *at, *end;
	int line;
	const char
		*counted; /* up to here `column` is right: a long line is counted once */
	int column;
	int depth;
};

/* --- places ---------------------------------------------------------------------- */

static int column_of(struct reader *r)
{
	r->column += text_length(r->counted, (size_t)(r->at - r->counted));
	r->counted = r->at;
	return r->column;
}

static bool fault(struct reader *r)
{
	struct place at = {.path = r->path, .line = r->line, .column = column_of(r)};
	diag_report(r->diag, MSG_JSON_SYNTAX, at, NULL);
	return false;
}

static void skip_spaces(struct reader *r)
{
	for (; r->at < r->end && *r->at && strchr(" \t\r\n", *r->at); r->at++)
		if (*r->at == '\n') {
			r->line++;
			r->counted = r->at + 1;
			r->column = 1;
		}
}

static bool take(struct reader *r, char c)
{
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

/* --- scalars --------------------------------------------------------------------- */

static const char *skip_digits(const char *at, const char *end)
{
	while (at < end && *at >= '0' && *at <= '9')
		at++;
	return at;
}

/* The end of the fraction and exponent that start at `at`; NULL when they are not whole.
 */
static const char *skip_fraction(const char *at, const char *end)
{
	if (at < end && *at == '.') {
		const char *stop = skip_digits(at + 1, end);
		if (stop == at + 1)
			return NULL;
		at = stop;
	}
	if (at < end && (*at == 'e' || *at == 'E')) {
		at++;
		at += at < end && (*at == '+' || *at == '-');
		const char *stop = skip_digits(at, end);
		return stop == at ? NULL : stop;
	}
	return at;
}

/* An integer of more than 64 bits becomes a float. */
static bool read_number(struct reader *r, struct value *out)
{
	const char *digits = r->at + (*r->at == '-');
	const char *whole = skip_digits(digits, r->end),
		   *stop = skip_fraction(whole, r->end);
	bool has_zero = whole - digits > 1 && *digits == '0';
	if (whole == digits || has_zero || !stop)
		return fault(r);
	char *text = arena_copy(r->arena, r->at, (size_t)(stop - r->at));
	r->at = stop;
	errno = 0;
	long long i = strtoll(text, NULL, 10);
	if (stop == whole && errno == 0)
		*out = value_int(i);
	else
		*out = value_float(strtod(text, NULL));
	return true;
}

static bool read_word(struct reader *r, struct value *out)
{
	static const struct {
		const char *word;
		struct value value;
	} words[] = {
		{"null", {.kind = VALUE_NIL}},
		{"true", {.kind = VALUE_BOOL, .boolean = true}},
		{"false", {.kind = VALUE_BOOL}},
	};
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t len = strlen(words[i].word);
		if ((size_t)(r->end - r->at) < len ||
		    memcmp(r->at, words[i].word, len) != 0)
			continue;
		*out = words[i].value;
		r->at += len;
		return true;
	}
	return fault(r);
}

/* Four hexadecimal digits; -1 when they are not. */
static long read_hex(struct reader *r)
{
	long c = 0;
	for (int i = 0; i < 4; i++, r->at++) {
		const char *digits = "0123456789abcdef", *digit = NULL;
		if (r->at < r->end && *r->at)
			digit = strchr(digits, *r->at >= 'A' && *r->at <= 'F'
			                               ? *r->at | 32
			                               : *r->at);
		if (!digit)
			return -1;
		c = c * 16 + (digit - digits);
	}
	return c;
}

/* What follows \u: one character, of two surrogates where needed. */
static bool read_unicode(struct reader *r, struct buf *b)
{
	long c = read_hex(r);
	if (c >= 0xd800 && c < 0xdc00) {
		long low = take(r, '\\') && take(r, 'u') ? read_hex(r) : -1;
		c = low >= 0xdc00 && low < 0xe000
		            ? 0x10000 + (c - 0xd800) * 0x400 + (low - 0xdc00)
		            : -1;
	} else if (c >= 0xdc00 && c < 0xe000) {
		c = -1;
	}
	if (c < 0)
		return fault(r);
	text_add_utf8(b, (uint32_t)c);
	return true;
}

static bool read_escape(struct reader *r, struct buf *b)
{
	static const char codes[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
	char c = r->at < r->end ? *r->at : '\0';
	const char *code = c ? strchr(codes, c) : NULL;
	if (take(r, 'u'))
		return read_unicode(r, b);
	if (!code)
		return fault(r);
	buf_add_char(b, characters[code - codes]);
	r->at++;
	return true;
}

static bool read_string(struct reader *r, struct value *out)
{
	struct buf b = buf_new(r->arena);
	if (!take(r, '"'))
		return fault(r);
	while (!take(r, '"')) {
		if (r->at == r->end || (unsigned char)*r->at < 0x20)
			return fault(r);
		if (!take(r, '\\'))
			buf_add_char(&b, *r->at++);
		else if (!read_escape(r, &b))
			return false;
	}
	*out = value_text_n(buf_text(&b), b.len);
	return true;
}

/* --- lists and maps -------------------------------------------------------------- */

static bool read_value(struct reader *r, struct value *out);

static bool read_list(struct reader *r, struct value *out)
{
	struct value_list *list = arena_alloc(r->arena, sizeof *list);
	*out = value_of_list(list);
	r->at++;
	skip_spaces(r);
	if (take(r, ']'))
		return true;
	do {
		struct value item;
		if (!read_value(r, &item))
			return false;
		value_list_add(r->arena, list, item);
	} while (take(r, ','));
	return take(r, ']') || fault(r);
}

static bool read_entry(struct reader *r, struct value_map *map)
{
	struct value key, value;
	skip_spaces(r);
	int line = r->line, column = column_of(r);
	if (!read_string(r, &key))
		return false;
	if (strlen(key.text) != key.len || value_map_find(map, key.text, key.len))
		return fault(r);
	skip_spaces(r);
	if (!take(r, ':'))
		return fault(r);
	if (!read_value(r, &value))
		return false;
	struct value_entry *entry = value_map_add(r->arena, map, key.text, value);
	entry->line = line;
	entry->column = column;
	return true;
}

static bool read_map(struct reader *r, struct value *out)
{
	struct value_map *map = arena_alloc(r->arena, sizeof *map);
	*out = value_of_map(map);
	r->at++;
	skip_spaces(r);
	if (take(r, '}'))
		return true;
	do
		if (!read_entry(r, map))
			return false;
	while (take(r, ','));
	return take(r, '}') || fault(r);
}

static bool read_any(struct reader *r, struct value *out)
{
	switch (r->at < r->end ? *r->at : '\0') {
	case '{': return read_map(r, out);
	case '[': return read_list(r, out);
	case '"': return read_string(r, out);
	case 't':
	case 'f':
	case 'n': return read_word(r, out);
	default: return r->at < r->end ? read_number(r, out) : fault(r);
	}
}

/* A value with the spaces around it. */
static bool read_value(struct reader *r, struct value *out)
{
	skip_spaces(r);
	int line = r->line, column = column_of(r);
	if (r->depth >= DEEPEST)
		return fault(r);
	r->depth++;
	bool ok = read_any(r, out);
	r->depth--;
	out->line = line;
	out->column = column;
	skip_spaces(r);
	return ok;
}

bool json_parse(struct arena *a, const char *path, const char *src, size_t len,
                struct value *out, struct diag *d)
{
	struct reader r = {
		.arena = a,
		.diag = d,
		.path = path,
		.at = src,
		.end = src + len,
		.line = 1,
		.counted = src,
		.column = 1,
	};
	*out = VALUE_NONE;
	size_t bad = text_check(src, len);
	if (bad < len) {
		r.at = src + bad;
		return fault(&r);
	}
	return read_value(&r, out) && (r.at == r.end || fault(&r));
}
