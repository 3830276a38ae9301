#include "data/invisible.h"

#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "words/message_names.h"

enum { MOST_TAKEN = 50 };

/* Control characters, and what stands for them where it is known: some are the signs of
 * an alphabet of Windows, read as another one. HTML allows none of them. */
static const struct {
	unsigned char c;
	const char *instead;
} controls[] = {
	{0x1e, "-"}, {0x1f, ""},  {0x80, "€"}, {0x85, "…"}, {0x8c, "Œ"}, {0x91, "‘"},
	{0x92, "’"}, {0x93, "“"}, {0x94, "”"}, {0x96, "–"}, {0x97, "—"}, {0x9c, "œ"},
};

/* Others, what they are called, and what stands for them. */
static const struct invisible {
	const char *sign, *name, *instead;
	enum message message;
} invisible[] = {
	{"\xe2\x80\xa8", "U+2028", " ", MSG_INVISIBLE_BREAK},
	{"\xe2\x80\xa9", "U+2029", " ", MSG_INVISIBLE_BREAK},
	{"\xe2\x80\x8b", "U+200B", "", MSG_INVISIBLE_SPACE},
	{"\xef\xbb\xbf", "U+FEFF", "", MSG_INVISIBLE_SPACE},
};

struct cleaning {
	const struct invisible_in *in;
	struct diag *diag;
};

static const char *find_sign(const char *at, const char *end, const char *sign)
{
	size_t len = strlen(sign);
	while (at < end && (at = memchr(at, *sign, (size_t)(end - at)))) {
		if (text_start_length(at, (size_t)(end - at), sign))
			return at;
		at += len;
	}
	return NULL;
}

/* Whether a sign of E2 80 … may be here: apostrophes start so, and are passed by once. */
static bool holds_general(const char *at, const char *end)
{
	while (end - at > 2 && (at = memchr(at, 0xe2, (size_t)(end - at) - 2))) {
		unsigned char last = (unsigned char)at[2];
		if (at[1] == '\x80' && (last == 0xa8 || last == 0xa9 || last == 0x8b))
			return true;
		at += 3;
	}
	return false;
}

/* Bytes of the control character that stands here; 0: none does. NUL is told apart. */
static size_t control_length(const char *at, const char *end)
{
	unsigned char c = (unsigned char)*at;
	if (c == 0xc2)
		return end - at > 1 && (unsigned char)at[1] < 0xa0 ? 2 : 0;
	return c == 0x7f || (c < ' ' && c && !strchr("\t\n\r", c)) ? 1 : 0;
}

/* Whether sixteen bytes may hold one. */
static bool may_be_control(vector v)
{
	vector low = (vector)(v < vector_of(' ')) & (vector)(v != vector_of('\n')) &
	             (vector)(v != vector_of('\t')) & (vector)(v != vector_of('\r'));
	return !vector_is_zero(low | (vector)(v == vector_of(0x7f)) |
	                       (vector)(v == vector_of(0xc2)));
}

/* The next control character; NULL: there is none. */
static const char *find_control(const char *at, const char *end)
{
	while (at < end) {
		bool is_whole = (size_t)(end - at) >= sizeof(vector);
		const char *stop = is_whole ? at + sizeof(vector) : end;
		if (is_whole && !may_be_control(vector_load(at)))
			at = stop;
		for (; at < stop; at++)
			if (control_length(at, end))
				return at;
	}
	return NULL;
}

static struct place place_of(const struct cleaning *c, const char *at)
{
	const char *start = c->in->file.data;
	return place_of_byte(c->in->path, start, (size_t)(at - start), 1);
}

static void take_out(const struct cleaning *c, const char *at, size_t len,
                     const char *instead)
{
	diag_cure(c->diag, (struct change){.at = place_of(c, at),
	                                   .old = arena_copy(c->diag->arena, at, len),
	                                   .fresh = instead});
}

/* Where it comes first, with the changes that take all of them out. */
static void report_invisible(const struct cleaning *c, const struct invisible *sign,
                             const char *found)
{
	const char *end = c->in->file.data + c->in->file.len;
	diag_report(c->diag, sign->message, place_of(c, found), sign->name, NULL);
	for (int n = 0; found && n < MOST_TAKEN && diag_wants_changes(c->diag); n++) {
		size_t len = strlen(sign->sign);
		take_out(c, found, len, sign->instead);
		found = find_sign(found + len, end, sign->sign);
	}
}

static const char *instead_of(unsigned char control)
{
	for (size_t i = 0; i < COUNT(controls); i++)
		if (controls[i].c == control)
			return controls[i].instead;
	return control < ' ' ? " " : "";
}

static void report_controls(const struct cleaning *c, const char *found)
{
	const char *end = c->in->file.data + c->in->file.len, *next = found;
	uint32_t first = text_next(&next, end);
	diag_report(c->diag, MSG_INVISIBLE_BREAK, place_of(c, found),
	            arena_format(c->diag->arena, "U+%04X", first), NULL);
	for (int n = 0; found && n < MOST_TAKEN && diag_wants_changes(c->diag); n++) {
		size_t len = control_length(found, end);
		take_out(c, found, len, instead_of((unsigned char)found[len - 1]));
		found = find_control(found + len, end);
	}
}

/* As many bytes, so that each place stays where it was. */
static struct bytes without_controls(const struct invisible_in *in, struct arena *a)
{
	char *clean = arena_copy(a, in->file.data, in->file.len);
	char *end = clean + in->file.len;
	for (char *at = clean + in->from; at < end; at++)
		memset(at, ' ', control_length(at, end));
	return (struct bytes){clean, in->file.len};
}

struct bytes invisible_clean(const struct invisible_in *in, struct arena *a,
                             struct diag *d)
{
	const struct cleaning c = {in, d};
	const char *from = in->file.data + in->from, *end = in->file.data + in->file.len;
	bool has_general = holds_general(from, end);
	for (size_t i = 0; i < COUNT(invisible); i++) {
		const char *at = from, *found = NULL, *sign = invisible[i].sign;
		if (in->from == 0 && text_start_length(at, in->file.len, sign))
			at += strlen(sign); /* the mark of a file's start is no fault */
		if (has_general || *sign != '\xe2')
			found = find_sign(at, end, sign);
		if (found)
			report_invisible(&c, &invisible[i], found);
	}
	const char *control = find_control(from, end);
	if (!control)
		return in->file;
	report_controls(&c, control);
	return without_controls(in, a);
}
