#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "check/rules_internal.h"

/* What the manual asks of whoever writes in French: remarks, since readers understand all
 * the same. */

static const char MEDIAN[] = "·";

/* Where a median point stands between two letters: "chargé·e·s"; NULL: nowhere. */
static const char *find_median(const char *text, const char *end)
{
	for (const char *at = text;
	     (at = memmem(at, (size_t)(end - at), MEDIAN, strlen(MEDIAN)));) {
		const char *behind = at + strlen(MEDIAN), *next = behind;
		bool is_inside = at > text && at[-1] != ' ' && behind < end &&
		                 text_is_letter(text_next(&next, end));
		if (is_inside)
			return at;
		at = behind;
	}
	return NULL;
}

/* Where "(e)" or ".e.s" ends a word: "chargé(e)s", "chargé.e.s"; NULL: nowhere. */
static const char *find_ending(const char *text, const char *end)
{
	static const char *const endings[] = {"(e)", ".e.s", "(ne)", "(trice)", "-e-s"};
	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t n = strlen(endings[i]);
		const char *at = memmem(text, (size_t)(end - text), endings[i], n);
		bool is_ending = at && at > text && (unsigned char)at[-1] > ' ' &&
		                 at[-1] != '.' && at[-1] != '(';
		if (is_ending)
			return at;
	}
	return NULL;
}

/* Whether a colon ends a name between two: ":warning:". */
static bool is_emoji_name(const char *text, const char *colon)
{
	const char *at = colon;
	while (at > text && ((at[-1] >= 'a' && at[-1] <= 'z') || at[-1] == '_'))
		at--;
	return *colon == ':' && (at == text || at[-1] == ':');
}

/* Where a high sign follows a word without a space: "Que faire?"; NULL: nowhere. */
static const char *find_tight_sign(const char *text, const char *end)
{
	for (const char *at = text + 2; at < end; at++) {
		if (!strchr("?!;:", *at) || *at == '\0')
			continue;
		bool is_end = at + 1 == end || at[1] == ' ';
		bool is_word = (at[-1] >= 'a' && at[-1] <= 'z') ||
		               (at[-2] == '\xc3' && (unsigned char)at[-1] >= 0xa0);
		if (is_end && is_word && !is_emoji_name(text, at))
			return at;
	}
	return NULL;
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
	const char *median = find_median(text, end);
	const char *found = median ? median : find_ending(text, end);
	if (found && rules_may_report(r))
		report(r, node, MSG_WRITING_MEDIAN, found);
	found = end - text > 2 ? find_tight_sign(text, end) : NULL;
	if (found && rules_may_report(r))
		report(r, node, MSG_WRITING_SPACE, found);
	found = is_in_heading(node) ? find_emoji(text, end) : NULL;
	if (found && rules_may_report(r))
		report(r, node, MSG_WRITING_EMOJI, found);
}
