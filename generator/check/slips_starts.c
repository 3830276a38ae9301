/*
 * What a line of a paragraph starts with, and was not meant as text: the sign
 * of a list, a box, a mark of git, a tag.
 */

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "check/slips_internal.h"

struct stretch slips_stretch(const cmark_node *node)
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

const cmark_node *slips_next_line(const cmark_node *text)
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

const cmark_node *slips_line_above(const cmark_node *text)
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

/* "*" and "+" before a no-break space: an ordinary one makes a list of them. */
static size_t star_sign(const struct stretch *s)
{
	bool is_sign = s->len > 1 && strchr("*+", s->text[0]);
	return is_sign && slips_blank_length(s->text + 1, s->len - 1) > 1 ? 1 : 0;
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
	const cmark_node *previous = slips_line_above(s->node),
			 *next = slips_next_line(s->node);
	struct stretch above = slips_stretch(previous), below = slips_stretch(next);
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
	{star_sign,    MSG_LIST_SPACE},
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
	     s = slips_stretch(slips_next_line(s.node))) {
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

/* Lists that Markdown does not see. */

/* Bytes of "b)" or "1 ." before a blank. */
static size_t letter_sign(const struct stretch *s)
{
	if (s->len < 4)
		return 0;
	bool is_letter = isalpha((unsigned char)s->text[0]) && s->text[1] == ')';
	bool is_apart = isdigit((unsigned char)s->text[0]) && s->text[1] == ' ' &&
	                (s->text[2] == '.' || s->text[2] == ')');
	size_t n = is_letter ? 2 : 3;
	return (is_letter || is_apart) && s->text[n] == ' ' ? n : 0;
}

/* Bytes of "2." before a blank; what starts with 1 makes a list below any line. */
static size_t later_sign(const struct stretch *s)
{
	size_t n = 0;
	while (n < s->len && n < 2 && isdigit((unsigned char)s->text[n]))
		n++;
	bool is_first = n == 1 && s->text[0] == '1';
	return n && !is_first && n + 2 < s->len && strchr(".)", s->text[n]) &&
	                       s->text[n + 1] == ' '
	               ? n + 1
	               : 0;
}

static bool follows_colon(const struct stretch *s)
{
	const cmark_node *last = s->node->prev ? s->node->prev->prev : NULL;
	struct stretch above = slips_stretch(last);
	return above.len > 0 && above.text[above.len - 1] == ':';
}

/* Whether this is the first line of two that start so. */
static bool starts_letters(const struct stretch *s)
{
	const cmark_node *previous = slips_line_above(s->node),
			 *next = slips_next_line(s->node);
	struct stretch above = slips_stretch(previous), below = slips_stretch(next);
	bool is_behind_number = s->node->prev && !above.node->prev &&
	                        s->node->parent->parent->type == CMARK_NODE_ITEM;
	if (above.len && letter_sign(&above))
		return false;
	return (below.len && letter_sign(&below)) || (above.len && is_behind_number);
}

static void look_for_joined_list(struct slips *l, const struct stretch *s)
{
	size_t letter = letter_sign(s), later = letter ? 0 : later_sign(s);
	struct place place = {0};
	if ((letter && starts_letters(s)) || (later && follows_colon(s)))
		place = slips_place(l, s, s->text, letter + later);
	if (!place.path)
		return;
	diag_report(l->diag, letter ? MSG_LIST_LETTER : MSG_LIST_JOINED, place,
	            arena_copy(l->doc->arena, s->text, letter + later), NULL);
	if (later)
		slips_cure(l, place, 0, (struct slip_change){"", "\n"});
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

/* "- [ ]" of a list, whose sign no ordinary space follows. */
static bool look_for_joined_box(struct slips *l, const struct stretch *s, size_t box)
{
	const char *at = s->text + box, *end = s->text + s->len;
	size_t blank = blanks_length(at, s->len - box);
	bool is_item = s->node->parent->parent->type == CMARK_NODE_ITEM && !s->node->prev;
	if (!is_item || at == end || *at == ' ' || *at == '(' || *at == '[' ||
	    (!blank && !text_is_letter(text_next(&(const char *){at}, end))))
		return false;
	struct place place = slips_place(l, s, s->text, box);
	if (!place.path)
		return false;
	struct arena *a = l->doc->arena;
	diag_report(l->diag, MSG_BOX_NBSP, place, arena_copy(a, s->text, box), NULL);
	slips_cure(l, place, (int)box,
	           (struct slip_change){arena_copy(a, at, blank), " "});
	return true;
}

/* "[ x]", "[]" and "[NBSP]" at the start of an item: nearly a box. */
static bool look_for_odd_box(struct slips *l, const struct stretch *s)
{
	const char *close = memchr(s->text, ']', s->len < 8 ? s->len : 8);
	const char *end = s->text + s->len;
	size_t n_crosses = 0, n = 1;
	bool is_item = s->node->parent->parent->type == CMARK_NODE_ITEM && !s->node->prev;
	if (s->text[0] != '[' || !close || !is_item || close + 2 >= end ||
	    !slips_blank_length(close + 1, (size_t)(end - close) - 1))
		return false;
	for (size_t step = 1; s->text + n < close && step; n += step) {
		step = slips_blank_length(s->text + n, (size_t)(close - s->text) - n);
		bool is_cross = strchr("xX", s->text[n]) != NULL;
		n_crosses += is_cross;
		step += is_cross;
	}
	bool is_right = close == s->text + 2 && (s->text[1] == ' ' || n_crosses == 1);
	if (s->text + n < close || n_crosses > 1 || is_right)
		return false;
	struct place place = slips_place(l, s, s->text, (size_t)(end - s->text));
	if (!place.path)
		return false;
	const char *old =
		arena_copy(l->doc->arena, s->text, (size_t)(close + 1 - s->text));
	const char *fresh = n_crosses ? "[x]" : "[ ]";
	diag_report(l->diag, MSG_BOX_ODD, place, old, fresh, NULL);
	slips_cure(l, place, 0, (struct slip_change){old, fresh});
	return true;
}

/* "[ ] Une réponse" and "-[ ] Une réponse". */
static bool look_for_box(struct slips *l, const struct stretch *s)
{
	size_t dash = s->text[0] == '-';
	size_t box = box_length(s->text + dash, s->len - dash);
	if ((box && !dash && look_for_joined_box(l, s, box)) ||
	    (!box && look_for_odd_box(l, s)))
		return true;
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

/* A no-break space before the sign of a line. */

static bool starts_heading(const char *at, size_t len)
{
	size_t n = 0;
	while (n < len && at[n] == '#')
		n++;
	return n > 0 && n < 7 && n < len && at[n] == ' ';
}

static bool starts_item(const char *at, size_t len)
{
	size_t n = 0;
	while (n < len && n < 3 && isdigit((unsigned char)at[n]))
		n++;
	const char *signs = n ? ".)" : "-*+";
	return n + 2 < len && strchr(signs, at[n]) && at[n + 1] == ' ';
}

static bool starts_row(const char *at, size_t len)
{
	return len > 4 && *at == '|' && memchr(at + 1, '|', len - 1);
}

/* clang-format off */
static const struct {
	bool (*starts)(const char *at, size_t len);
	enum message message;
} indented[] = {
	{starts_heading, MSG_HEADING_BEHIND_BLANK},
	{starts_item,    MSG_LIST_BEHIND_BLANK},
	{starts_row,     MSG_TABLE_BEHIND_BLANK},
};
/* clang-format on */

/* "NBSP```": a code of one line to the parser, which keeps none of its signs. */
static bool look_for_fence_behind(struct slips *l, const struct stretch *s, size_t n)
{
	struct place place = {0};
	size_t len;
	if (n > 1 && n == s->len && s->node->next &&
	    s->node->next->type == CMARK_NODE_CODE)
		place = slips_place(l, s, s->text, n);
	if (!place.path)
		return false;
	const char *line = document_line(l->doc, place.line, &len);
	const char *at = memmem(line, len, s->text, n);
	bool is_fence = text_start_length(at + n, len - (size_t)(at - line) - n, "```");
	if (is_fence)
		diag_report(l->diag, MSG_FENCE_BEHIND_BLANK, place, NULL);
	return is_fence;
}

/* "NBSP## Titre": what no ordinary space would have spoilt. */
static void look_behind_blank(struct slips *l, const struct stretch *s)
{
	size_t n = blanks_length(s->text, s->len), i = 0;
	struct place place = {0};
	if (look_for_fence_behind(l, s, n))
		return;
	while (i < COUNT(indented) && !indented[i].starts(s->text + n, s->len - n))
		i++;
	if (n > 1 && i < COUNT(indented))
		place = slips_place(l, s, s->text, s->len);
	if (!place.path)
		return;
	diag_report(l->diag, indented[i].message, place, NULL);
	slips_cure(l, place, 0,
	           (struct slip_change){arena_copy(l->doc->arena, s->text, n), ""});
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
		slips_look_for_table(l, s);
	else if (c == '{')
		look_for_tag(l, s);
	else if (c == ':' || c == '!' || c == '?')
		slips_look_for_box(l, s);
	else if ((c == '[' || c == '-') && look_for_box(l, s))
		return;
	else if (c == '-' || (c >= '0' && c <= '9') || (unsigned char)c >= 0xc2 ||
	         c == '*' || c == '+')
		look_for_list(l, s);
	if (slips_blank_length(s->text, s->len) > 1)
		look_behind_blank(l, s);
	if (c == '+')
		slips_look_for_grid(l, s);
	if (isalnum((unsigned char)c) && s->len > 3 &&
	    !isalpha((unsigned char)s->text[1]))
		look_for_joined_list(l, s);
	if (!s->node->prev && memchr(s->text, '\t', s->len))
		slips_look_for_cells(l, s);
}
