#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "check/rules_internal.h"

/* What the manual asks of whoever writes in French: remarks, since readers understand all
 * the same. */

/* Where the first of each stands in a text; NULL: nowhere. */
struct seen {
	const char *median; /* a median point between two letters: "chargé·e·s" */
	const char *ending; /* what ends a word: "chargé(e)s", "chargé.e.s" */
	const char *tight;  /* a high sign behind a word without a space: "Que faire?" */
};

static const char MEDIAN[] = "·";

static bool is_between_letters(const char *text, const char *at, const char *end)
{
	const char *behind = at + strlen(MEDIAN), *next = behind;
	return at > text && at[-1] != ' ' && behind < end &&
	       text_is_letter(text_next(&next, end));
}

static bool ends_word(const char *text, const char *at, const char *end)
{
	static const char *const endings[] = {"(e)", ".e.s", "(ne)", "(trice)", "-e-s"};
	if (end - at < 3 || (at[1] != 'e' && at[1] != 'n' && at[1] != 't'))
		return false; /* most, at once */
	bool is_behind_word = at > text && (unsigned char)at[-1] > ' ' && at[-1] != '.' &&
	                      at[-1] != '(';
	for (size_t i = 0; is_behind_word && i < COUNT(endings); i++)
		if (text_start_length(at, (size_t)(end - at), endings[i]))
			return true;
	return false;
}

/* Whether a colon ends a name between two: ":warning:". */
static bool is_emoji_name(const char *text, const char *colon)
{
	const char *at = colon;
	while (at > text && ((at[-1] >= 'a' && at[-1] <= 'z') || at[-1] == '_'))
		at--;
	return *colon == ':' && (at == text || at[-1] == ':');
}

static bool is_tight(const char *text, const char *at, const char *end)
{
	if (at - text < 2 || (at + 1 < end && at[1] != ' '))
		return false;
	bool is_word = (at[-1] >= 'a' && at[-1] <= 'z') ||
	               (at[-2] == '\xc3' && (unsigned char)at[-1] >= 0xa0);
	return is_word && !is_emoji_name(text, at);
}

#define BYTES(c) (0x0101010101010101u * (uint64_t)(c))

/* The top bit of each of eight bytes, the first one lowest, from "!" to "?", and of the
 * first one of a median point: one in ten, of which the signs are picked out. */
static inline uint64_t signs_of(const char *at)
{
	uint64_t x;
	memcpy(&x, at, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	uint64_t low = x & BYTES(0x7f), median = x ^ BYTES(0xc2);
	uint64_t is_sign = (low + BYTES(0x7f - ' ')) & ~(low + BYTES(0x7f - '?')) & ~x;
	return (is_sign | ((median - BYTES(1)) & ~median)) & BYTES(0x80);
}

static inline void look_at_sign(struct seen *seen, const char *text, const char *at,
                                const char *end)
{
	switch (*at) {
	case '\xc2':
		if (!seen->median && text_start_length(at, (size_t)(end - at), MEDIAN) &&
		    is_between_letters(text, at, end))
			seen->median = at;
		break;
	case '(':
	case '.':
	case '-':
		if (!seen->ending && ends_word(text, at, end))
			seen->ending = at;
		break;
	case '?':
	case '!':
	case ';':
	case ':':
		if (!seen->tight && is_tight(text, at, end))
			seen->tight = at;
		break;
	}
}

/* Every text of every page passes here. */
static struct seen look_through(const char *text, const char *end)
{
	struct seen seen = {0};
	const char *at = text;
	for (; end - at >= 8; at += 8)
		for (uint64_t signs = signs_of(at); signs; signs &= signs - 1)
			look_at_sign(&seen, text, at + __builtin_ctzll(signs) / 8, end);
	for (; at < end; at++)
		look_at_sign(&seen, text, at, end);
	return seen;
}

/* Where a picture stands among letters; NULL: nowhere. */
static const char *find_emoji(const char *text, const char *end)
{
	for (const char *at = text; at < end;) {
		const char *start = at;
		uint32_t c = text_next(&at, end);
		if (c >= 0x2600 && c != 0xfe0f && text_is_emoji(c))
			return start;
	}
	return NULL;
}

/* Reports at a byte of a text, whose line mostly has it as it is. */
static void report(struct rules *r, const cmark_node *node, enum message m,
                   const char *found)
{
	struct place at = node_place(r->doc, node);
	const char *text = (const char *)node->as.literal.data;
	size_t len, n = (size_t)node->as.literal.len, offset = (size_t)(found - text);
	const char *line = document_line(r->doc, at.line, &len);
	const char *there = memmem(line, len, text, n);
	if (there)
		at.column = text_length(line, (size_t)(there - line) + offset) + 1;
	diag_report(r->diag, m, at, NULL);
}

static bool is_in_heading(const cmark_node *node)
{
	const cmark_node *up = node->parent;
	while (up && CMARK_NODE_TYPE_INLINE_P(up->type))
		up = up->parent;
	return up && up->type == CMARK_NODE_HEADING;
}

void rules_look_at_writing(struct rules *r, const cmark_node *node)
{
	const char *text = (const char *)node->as.literal.data;
	const char *end = text + node->as.literal.len;
	struct seen seen = look_through(text, end);
	const char *found = seen.median ? seen.median : seen.ending;
	if (found && rules_may_report(r))
		report(r, node, MSG_WRITING_MEDIAN, found);
	if (seen.tight && rules_may_report(r))
		report(r, node, MSG_WRITING_SPACE, seen.tight);
	found = is_in_heading(node) ? find_emoji(text, end) : NULL;
	if (found && rules_may_report(r))
		report(r, node, MSG_WRITING_EMOJI, found);
}
