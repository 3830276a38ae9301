/*
 * Code that is none, cells that a table does not show, and Markdown that raw
 * HTML keeps from being read.
 */

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "check/slips_internal.h"
#include "markup/rawhtml.h"

/* Fewer words are no sentence. */
enum { FEWEST_WORDS = 4 };
/* How far below its element a text is looked for. */
enum { MOST_LINES = 100 };

static const char *skip_marks(const char *line, size_t *len)
{
	while (*len > 0 && strchr(" \t>", *line))
		line++, (*len)--;
	return line;
}

/* Whether the last line of a block is the fence that closes it. */
static bool is_closed(struct slips *l, const cmark_node *code)
{
	size_t len, n = 0;
	const char *line = document_line(l->doc, code->end_line, &len);
	line = skip_marks(line, &len);
	while (n < len && line[n] == code->as.code.fence_char)
		n++;
	return code->end_line > code->start_line && n >= code->as.code.fence_length;
}

static void look_at_fence(struct slips *l, const cmark_node *code)
{
	const char *fence = code->as.code.fence_char == '~' ? "~~~" : "```";
	if (!is_closed(l, code))
		diag_report(l->diag, MSG_FENCE_OPEN, node_place(l->doc, code), fence,
		            NULL);
}

/* Whether indented code is a text that somebody moved in: a sentence, which starts with a
 * capital or ends as one, or a list. Signs of programs speak against it. */
static bool reads_like_prose(const char *text, size_t len)
{
	const char *at = text, *end = memchr(text, '\n', len);
	size_t first = end ? (size_t)(end - text) : len;
	while (len > 0 && strchr(" \n\r", text[len - 1]))
		len--;
	for (size_t i = 0; i < len; i++)
		if (strchr("{}=<>$\\;_|#@/", text[i]))
			return false;
	bool is_item = first > 2 && strchr("-*+", text[0]) && text[1] == ' ';
	bool is_ended = len > 0 && strchr(".:!?", text[len - 1]);
	uint32_t c = first ? text_next(&at, text + first) : ' ';
	bool is_capital = (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde);
	return (is_item || is_capital || (is_ended && text_is_letter(c))) &&
	       text_words(text, len) >= FEWEST_WORDS;
}

void slips_look_at_code(struct slips *l, const cmark_node *code)
{
	const cmark_chunk *text = &code->as.code.literal;
	bool is_formula = !code->as.code.fenced && code->as.code.info.len;
	if (is_formula)
		return;
	if (code->as.code.fenced)
		look_at_fence(l, code);
	else if (reads_like_prose((const char *)text->data, (size_t)text->len))
		diag_report(l->diag, MSG_CODE_INDENT, node_place(l->doc, code), NULL);
}

static size_t count_children(const cmark_node *node)
{
	size_t n = 0;
	for (const cmark_node *child = node->first_child; child; child = child->next)
		n++;
	return n;
}

/* Where the cell behind so many begins, of a row that starts with its first cell or
 * the "|" before; NULL: it has no more. */
static const char *find_cell(const char *row, const char *end, size_t n_before)
{
	size_t n = 0;
	for (const char *p = row + (*row == '|'); p < end; p++) {
		if (*p == '\\')
			p++;
		else if (*p == '|' && ++n == n_before)
			return p + 1;
	}
	return NULL;
}

/* A row with more cells than the table has columns: what is too many is left out. */
void slips_look_at_row(struct slips *l, const cmark_node *row)
{
	size_t len, n_columns = count_children(row->parent->first_child);
	if (row == row->parent->first_child)
		return;
	const char *line = document_line(l->doc, row->start_line, &len);
	const char *start = skip_marks(line, &len);
	const char *end = start + len;
	const char *lost = len ? find_cell(start, end, n_columns) : NULL;
	while (lost && lost < end && strchr(" \t\r|", *lost))
		lost++;
	if (!lost || lost == end)
		return;
	struct place place = {l->doc->path, row->start_line,
	                      text_length(line, (size_t)(lost - line)) + 1};
	while (strchr(" \t\r|", end[-1]))
		end--;
	diag_report(l->diag, MSG_TABLE_CELLS, place,
	            arena_copy(l->doc->arena, lost, (size_t)(end - lost)),
	            arena_format(l->doc->arena, "%zu", n_columns), NULL);
}

/* clang-format off */
static const struct { const char *signs, *shown; } markdown_signs[] = {
	{"**", "**"}, {"](", "[](…)"}, {"\n- ", "-"}, {"\n* ", "*"}, {"\n## ", "##"},
	{"\n### ", "###"},
};
/* clang-format on */

/* A block that Markdown may stand in, when an empty line parts it from the tags. */
static bool may_hold_markdown(const cmark_node *node)
{
	return node_is_html(node, HTML_DETAILS) || node_is_html(node, HTML_DIV) ||
	       node_is_html(node, HTML_BLOCKQUOTE);
}

/* The line on which a part of a raw text stands, at its element or below. */
static struct place find_place(struct slips *l, struct place at, const char *line,
                               size_t len)
{
	for (int i = 0; i < MOST_LINES; i++) {
		size_t there_len;
		const char *there = document_line(l->doc, at.line + i, &there_len);
		const char *found = memmem(there, there_len, line, len);
		if (found)
			return (struct place){
				at.path, at.line + i,
				text_length(there, (size_t)(found - there)) + 1};
	}
	return at;
}

void slips_look_at_raw(struct slips *l, const struct stretch *s)
{
	const char *end = s->text + s->len, *first = memchr(s->text, '\n', s->len);
	if (!first || !may_hold_markdown(s->node->parent) ||
	    l->n_searches++ >= MOST_REPORTS)
		return;
	for (size_t i = 0; i < COUNT(markdown_signs); i++) {
		const char *signs = markdown_signs[i].signs;
		const char *at =
			memmem(first, (size_t)(end - first), signs, strlen(signs));
		if (!at)
			continue;
		at += *at == '\n';
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		struct place place = find_place(l, node_element(s->node->parent)->at, at,
		                                (size_t)((stop ? stop : end) - at));
		diag_report(l->diag, MSG_HTML_GLUED, place, markdown_signs[i].shown,
		            NULL);
		return;
	}
}
