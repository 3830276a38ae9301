/*
 * What a line of a paragraph starts with, and was not meant as text: the sign
 * of a list, a box, a row of a table, a mark of git, a tag.
 */

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "check/slips_internal.h"

/* A delimiter row for more columns is not spelt out. */
enum { MOST_COLUMNS = 12 };

static struct stretch stretch_at(const cmark_node *node)
{
	bool is_text = node && node->type == CMARK_NODE_TEXT;
	return is_text ? (struct stretch){node, (const char *)node->as.literal.data,
	                                  (size_t)node->as.literal.len}
	               : (struct stretch){0};
}

static bool is_break(const cmark_node *node)
{
	return node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK;
}

/* What the line below starts with, in this paragraph or the next one; NULL: none. */
static const cmark_node *next_start(const cmark_node *text)
{
	const cmark_node *n = text, *paragraph = text->parent->next;
	while (n && !is_break(n))
		n = n->next;
	if (n)
		return n->next;
	return paragraph && paragraph->type == CMARK_NODE_PARAGRAPH
	               ? paragraph->first_child
	               : NULL;
}

static const cmark_node *previous_start(const cmark_node *text)
{
	const cmark_node *paragraph = text->parent->prev, *n = NULL;
	if (text->prev)
		n = text->prev->prev;
	else if (paragraph && paragraph->type == CMARK_NODE_PARAGRAPH)
		n = paragraph->last_child;
	while (n && n->prev && !is_break(n->prev))
		n = n->prev;
	return n;
}

/* Lists. */

/* Whether a word follows the sign at once, or behind a no-break space. */
static bool is_followed(const struct stretch *s, size_t sign)
{
	const char *at = s->text + sign, *end = s->text + s->len;
	const cmark_node *next = s->node->next;
	if (at == end)
		return next &&
		       (next->type == CMARK_NODE_STRONG || next->type == CMARK_NODE_LINK);
	uint32_t c = text_next(&at, end);
	return text_is_letter(c) || c == 0xa0 || c == 0x202f;
}

/* Bytes of "-" before a word; 0 when none stands there. */
static size_t hyphen_sign(const struct stretch *s)
{
	return text_start_length(s->text, s->len, "-") && is_followed(s, 1) ? 1 : 0;
}

/* Whether what follows "4." is one letter more of the same number, as in "4.a. …" and in
 * "2.b …", and no word of an item. */
static bool goes_on_with_letter(const char *at, const char *end)
{
	if (end - at < 2 || !isalpha((unsigned char)*at))
		return false;
	bool is_lower = *at >= 'a';
	return at[1] == '.' || at[1] == ')' || (at[1] == ' ' && is_lower);
}

/* Bytes of "1." before a word. */
static size_t number_sign(const struct stretch *s)
{
	size_t n = 0;
	while (n < s->len && n < 2 && s->text[n] >= '0' && s->text[n] <= '9')
		n++;
	bool is_sign = n > 0 && n < s->len && (s->text[n] == '.' || s->text[n] == ')');
	if (!is_sign || goes_on_with_letter(s->text + n + 1, s->text + s->len))
		return 0;
	return is_followed(s, n + 1) ? n + 1 : 0;
}

/* Bytes of the sign that word processors put before an element; the last one is in a
 * font of theirs. */
static size_t foreign_sign(const struct stretch *s)
{
	static const char *const signs[] = {"•", "·", "▪", "◦",
	                                    "‣", "●", "■", "\xef\x82\xb7"};
	for (size_t i = 0;
	     s->len && (unsigned char)s->text[0] >= 0x80 && i < COUNT(signs); i++)
		if (text_start_length(s->text, s->len, signs[i]))
			return strlen(signs[i]);
	return 0;
}

/* Dashes that start replies, too: those are set apart by more than a line's end. */
static size_t dash_sign(const struct stretch *s)
{
	return text_start_length(s->text, s->len, "–") ||
	                       text_start_length(s->text, s->len, "—")
	               ? strlen("–")
	               : 0;
}

static bool is_joined(const cmark_node *text, const cmark_node *next)
{
	return next && next->parent == text->parent &&
	       next->prev->type == CMARK_NODE_SOFTBREAK;
}

typedef size_t sign_finder(const struct stretch *);

/* Whether this line is the first of two or more that start so. */
static bool starts_list(const struct stretch *s, sign_finder *find)
{
	const cmark_node *previous = previous_start(s->node), *next = next_start(s->node);
	struct stretch above = stretch_at(previous), below = stretch_at(next);
	if (above.len && find(&above))
		return false;
	bool may_be_apart = find != dash_sign;
	return below.len && find(&below) && (may_be_apart || is_joined(s->node, next));
}

/* "-deux" between "- un" and "- trois". */
static bool is_lost_item(const struct stretch *s)
{
	const cmark_node *paragraph = s->node->parent;
	return s->node->prev && hyphen_sign(s) &&
	       paragraph->parent->type == CMARK_NODE_ITEM;
}

/* clang-format off */
static const struct { sign_finder *find; enum message message; } signs[] = {
	{hyphen_sign,  MSG_LIST_SPACE},
	{number_sign,  MSG_LIST_SPACE},
	{foreign_sign, MSG_LIST_SIGN},
	{dash_sign,    MSG_LIST_SIGN},
};
/* clang-format on */

/* Blanks at the start of a text, no-break spaces too. */
static size_t blanks_length(const char *at, size_t len)
{
	size_t n = 0;
	for (const char *p = at, *end = at + len; p < end; n = (size_t)(p - at)) {
		uint32_t c = text_next(&p, end);
		if (c != ' ' && c != 0xa0 && c != 0x202f)
			return n;
	}
	return n;
}

/* Each line of the list starts with its sign and one blank; foreign signs become dashes.
 * Lines that go with others but cannot be found leave it as it is. */
static void cure_list(struct slips *l, const struct stretch *first, sign_finder *find)
{
	struct arena *a = l->doc->arena;
	struct stretch s = *first;
	for (size_t sign; s.len && (sign = find(&s));
	     s = stretch_at(next_start(s.node))) {
		struct place place = slips_place(l, &s, s.text, sign);
		size_t blank = blanks_length(s.text + sign, s.len - sign);
		const char *fresh =
			find == foreign_sign ? "-" : arena_copy(a, s.text, sign);
		if (!place.path)
			return;
		slips_cure(l, place, 0,
		           (struct slip_change){arena_copy(a, s.text, sign + blank),
		                                arena_format(a, "%s ", fresh)});
	}
}

static void look_for_list(struct slips *l, const struct stretch *s)
{
	size_t i = 0, sign = 0;
	while (i < COUNT(signs) && !(sign = signs[i].find(s)))
		i++;
	if (!sign || !(is_lost_item(s) || starts_list(s, signs[i].find)))
		return;
	struct place place = slips_place(l, s, s->text, sign);
	if (!place.path)
		return;
	diag_report(l->diag, signs[i].message, place,
	            arena_copy(l->doc->arena, s->text, sign), NULL);
	if (diag_wants_changes(l->diag) && signs[i].find != dash_sign)
		cure_list(l, s, signs[i].find);
}

/* Bytes of "[ ]", "[x]" or "[]"; 0: none. */
static size_t box_length(const char *at, size_t len)
{
	if (len < 3 || at[0] != '[')
		return 0;
	if (strchr(" xX", at[1]) && at[2] == ']')
		return 3;
	return 0;
}

/* "[ ] Une réponse" and "-[ ] Une réponse". */
static bool look_for_box(struct slips *l, const struct stretch *s)
{
	size_t dash = s->text[0] == '-';
	size_t box = box_length(s->text + dash, s->len - dash);
	bool is_alone =
		dash + box == s->len && (!s->node->next || is_break(s->node->next));
	if (!box || is_alone || (!dash && s->len > box && s->text[box] != ' '))
		return false;
	struct place place = slips_place(l, s, s->text, dash + box);
	if (place.path)
		diag_report(l->diag, dash ? MSG_BOX_SPACE : MSG_BOX_DASH, place,
		            arena_copy(l->doc->arena, s->text + dash, box), NULL);
	if (place.path)
		slips_cure(l, place, (int)dash,
		           (struct slip_change){"", dash ? " " : "- "});
	return true;
}

/* Tables. */

/* The columns of a line that starts with "|". */
static size_t count_columns(const char *line, size_t len)
{
	size_t n = 0, last = 0;
	while (len > 0 && strchr(" \t\r", line[len - 1]))
		len--;
	for (size_t i = 0; i < len; i++) {
		if (line[i] == '\\')
			i++;
		else if (line[i] == '|')
			n++, last = i;
	}
	return n > 0 && last + 1 == len ? n - 1 : n;
}

static bool is_of_dashes(const char *line, size_t len)
{
	size_t n = 0;
	for (size_t i = 0; i < len; i++) {
		if (!strchr(" \t\r|:-", line[i]))
			return false;
		n += line[i] == '-';
	}
	return n > 0;
}

/* "| --- | --- |"; NULL where that would be long. */
static const char *delimiter_row(struct arena *a, size_t n_columns)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; i < n_columns; i++)
		buf_add_string(&b, i ? " --- |" : "| --- |");
	return n_columns <= MOST_COLUMNS ? buf_text(&b) : NULL;
}

/* The line of dashes below the titles, new or whole, behind what their line starts with.
 */
static void cure_table(struct slips *l, int line, struct stretch before, const char *row)
{
	size_t len;
	struct arena *a = l->doc->arena;
	struct place at = {l->doc->path, line + 1, 0};
	const char *below = document_line(l->doc, line + 1, &len);
	bool is_there = is_of_dashes(below, len);
	while (len > 0 && strchr(" \t\r", below[len - 1]))
		len--;
	const char *fresh = arena_format(a, "%.*s%s%s", (int)before.len, before.text, row,
	                                 is_there ? "" : "\n");
	slips_cure(
		l, at, 0,
		(struct slip_change){is_there ? arena_copy(a, below, len) : "", fresh});
}

/* Rows that are no table, for want of the line of dashes below the first. */
static void look_for_table(struct slips *l, const struct stretch *s)
{
	struct stretch above = {0};
	struct place place = {0};
	size_t len, next_len;
	if (s->node->prev)
		above = stretch_at(previous_start(s->node));
	if (!(above.len && above.text[0] == '|'))
		place = slips_place(l, s, s->text, 1);
	if (!place.path)
		return;
	const char *line = document_line(l->doc, place.line, &len);
	const char *next = document_line(l->doc, place.line + 1, &next_len);
	const char *pipe = memchr(line, '|', len);
	size_t n = count_columns(pipe, len - (size_t)(pipe - line));
	bool is_short = is_of_dashes(next, next_len);
	bool has_rows = memchr(next, '|', next_len) != NULL;
	const char *row = delimiter_row(l->doc->arena, n);
	if (n < 2 || !has_rows)
		return;
	diag_report(l->diag, is_short ? MSG_TABLE_SHORT : MSG_TABLE_TEXT, place, row,
	            NULL);
	if (row && !memchr(next, ':', next_len))
		cure_table(l, place.line,
		           (struct stretch){.text = line, .len = (size_t)(pipe - line)},
		           row);
}

/* Marks of git, and tags. */

/* The seven signs that close a conflict are as many quotes. */
static bool is_in_seven_quotes(const cmark_node *text)
{
	int n = 0;
	for (const cmark_node *up = text->parent->parent;
	     n < 8 && up && up->type == CMARK_NODE_BLOCK_QUOTE; up = up->parent)
		n++;
	return n == 7;
}

/* A mark that closes is told only when none that opens was. */
static void report_conflict(struct slips *l, const struct stretch *s, bool is_opening)
{
	struct place place = node_place(l->doc, s->node);
	place.column = 1;
	if (is_opening || !l->has_conflict)
		diag_report(l->diag, MSG_CONFLICT, place, NULL);
	l->has_conflict = is_opening;
}

/* A quote of seven may go on for lines: the mark starts its line with its signs. */
static bool starts_with_mark(struct slips *l, const struct stretch *s)
{
	size_t len;
	const char *line = document_line(l->doc, node_place(l->doc, s->node).line, &len);
	return text_start_length(line, len, ">>>>>>>") > 0;
}

/* The line that parts the two versions makes a heading of the first one. */
static void look_for_conflict(struct slips *l, const struct stretch *s)
{
	if (text_start_length(s->text, s->len, "<<<<<<< "))
		report_conflict(l, s, true);
	else if (s->node->parent->parent->type == CMARK_NODE_BLOCK_QUOTE &&
	         is_in_seven_quotes(s->node) && starts_with_mark(l, s))
		report_conflict(l, s, false);
}

/* "{%", and "%}" where the line has it. */
static void cure_tag(struct slips *l, struct place at, const char *spaced)
{
	size_t len;
	const char *line = document_line(l->doc, at.line, &len);
	const char *end = memmem(line, len, "% }", 3);
	slips_cure(l, at, 0, (struct slip_change){spaced, "{%"});
	at.column = end ? text_length(line, (size_t)(end - line)) + 1 : 0;
	if (end)
		slips_cure(l, at, 0, (struct slip_change){"% }", "%}"});
}

/* "{ % hint % }". */
static void look_for_tag(struct slips *l, const struct stretch *s)
{
	static const char *const spaced[] = {"{ %", "{" NBSP "%", "{" NNBSP "%"};
	for (size_t i = 0; i < COUNT(spaced); i++) {
		size_t len = strlen(spaced[i]);
		struct place place = {0};
		if (text_start_length(s->text, s->len, spaced[i]))
			place = slips_place(l, s, s->text, len);
		if (place.path)
			diag_report(l->diag, MSG_TAG_SPACED, place, NULL);
		if (place.path)
			cure_tag(l, place, spaced[i]);
	}
}

void slips_look_at_start(struct slips *l, const struct stretch *s)
{
	char c = s->len ? s->text[0] : ' ';
	look_for_conflict(l, s);
	if (s->node->parent->type != CMARK_NODE_PARAGRAPH)
		return;
	if (c == '|')
		look_for_table(l, s);
	else if (c == '{')
		look_for_tag(l, s);
	else if ((c == '[' || c == '-') && look_for_box(l, s))
		return;
	else if (c == '-' || (c >= '0' && c <= '9') || (unsigned char)c >= 0xc2)
		look_for_list(l, s);
}
