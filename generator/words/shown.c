#include "words/shown.h"

#include "base/text.h"

enum { ZERO_WIDTH_NON_JOINER = 0x200c, ZERO_WIDTH_JOINER = 0x200d };

/* clang-format off */
/* https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing, and what has no
 * width; not the soft hyphen and the selectors of variants, which texts do hold. */
static const struct { uint32_t first, last; } unseen[] = {
	{0x061c, 0x061c}, {0x180e, 0x180e}, {0x200b, 0x200f}, {0x2028, 0x202e},
	{0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
};
/* GitHub, Azure, TeamCity: what stands before the "[" of what each obeys in a log. */
static const char *const commands[] = {"##", "##vso", "##teamcity"};
/* clang-format on */

bool shown_is_unseen(uint32_t c)
{
	for (size_t i = 0; i < COUNT(unseen); i++)
		if (c >= unseen[i].first && c <= unseen[i].last)
			return true;
	return false;
}

static bool is_control(uint32_t c)
{
	return c < ' ' || (c >= 0x7f && c < 0xa0);
}

/* Joiners make emoji of several, and words of scripts that have no blanks. */
static bool is_joiner(uint32_t c, uint32_t before)
{
	bool is_one = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
	return is_one && before > 0x7f && !shown_is_unseen(before);
}

bool shown_opens_command(const struct buf *b)
{
	for (size_t i = 0; i < COUNT(commands); i++) {
		size_t len = strlen(commands[i]);
		if (b->len >= len &&
		    memcmp(b->data + b->len - len, commands[i], len) == 0)
			return true;
	}
	return false;
}

/* The bytes of letters of French, and of signs that nobody obeys, which most texts are.
 */
static size_t plain_length(const char *at, const char *end)
{
	const unsigned char *p = (const unsigned char *)at;
	const unsigned char *stop = (const unsigned char *)end;
	for (; p < stop; p++) {
		bool is_letter = *p == 0xc3 && p + 1 < stop && (p[1] & 0xc0) == 0x80;
		if (!is_letter && (*p < ' ' || *p > '~' || *p == '['))
			break;
		p += is_letter;
	}
	return (size_t)(p - (const unsigned char *)at);
}

void shown_add(struct buf *b, const char *text, size_t len)
{
	uint32_t c = 0, before;
	for (const char *at = text, *end = text + len; at < end;) {
		size_t plain = plain_length(at, end);
		buf_add(b, at, plain);
		at += plain;
		if (plain > 0)
			c = (unsigned char)at[-1]; /* of a letter its last byte */
		if (at == end)
			break;
		before = c;
		c = text_next(&at, end);
		if (c == '[' && shown_opens_command(b))
			buf_add_char(b, '\\');
		if (is_control(c))
			buf_add_char(b, ' ');
		else if (shown_is_unseen(c) && !is_joiner(c, before))
			buf_add_format(b, "<U+%04X>", (unsigned)c);
		else
			text_add_utf8(b, c);
	}
}

char *shown_text(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);
	shown_add(&b, text, strlen(text));
	return arena_copy(a, buf_text(&b), b.len);
}

/* Whether a character is printed as a blank, or is one. */
static bool is_blank(uint32_t c)
{
	return is_control(c) || text_is_space(c) || c == 0x1680 || c == 0x205f;
}

void shown_add_line(struct buf *b, const char *text, size_t len)
{
	const char *end = text + len, *at = text, *next = text;
	while (next < end && is_blank(text_next(&next, end)))
		at = next;
	if (text_start_length(at, (size_t)(end - at), "::"))
		buf_add_string(b, "| ");
	shown_add(b, text, len);
}
