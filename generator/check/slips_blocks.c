/*
 * Code that is none, and Markdown that raw HTML keeps from being read.
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

/* Whether the last line of a block is the fence that closes it. */
static bool is_closed(struct slips *l, const cmark_node *code)
{
	size_t len, n = 0;
	const char *line = document_line(l->doc, code->end_line, &len);
	line = slips_skip_marks(line, &len);
	while (n < len && line[n] == code->as.code.fence_char)
		n++;
	return code->end_line > code->start_line && n >= code->as.code.fence_length;
}

/* As many signs as open the block, fewer do not close it. */
static void look_at_fence(struct slips *l, const cmark_node *code)
{
	size_t n = code->as.code.fence_length;
	if (is_closed(l, code))
		return;
	char *fence = arena_alloc(l->doc->arena, n + 1);
	memset(fence, code->as.code.fence_char, n);
	diag_report(l->diag, MSG_FENCE_OPEN, node_place(l->doc, code), fence, NULL);
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

/* Whether the first two lines are the titles of a table and its dashes. */
static bool is_table(const char *text, size_t len)
{
	const char *end = text + len, *below = memchr(text, '\n', len);
	size_t n = 0, n_dashes = 0;
	if (!len || *text != '|' || !below)
		return false;
	for (below++; below + n < end && strchr("|:- ", below[n]); n++)
		n_dashes += below[n] == '-';
	return n_dashes > 2 && *below == '|' && (below + n == end || below[n] == '\n');
}

/* Whether code starts with a tag within an element of raw HTML: the rest of its table,
 * which an empty line before, and blanks, make code. */
static bool is_rest_of_html(const cmark_node *code, const char *text, size_t len)
{
	bool is_tag = len > 3 && *text == '<' &&
	              (text[1] == '/' || (text[1] >= 'a' && text[1] <= 'z'));
	return (is_tag || memmem(text, len, "\n</td>", 6)) && node_element(code->parent);
}

void slips_look_at_code(struct slips *l, const cmark_node *code)
{
	const cmark_chunk *text = &code->as.code.literal;
	bool is_formula = !code->as.code.fenced && code->as.code.info.len;
	if (is_formula)
		return;
	const char *bytes = (const char *)text->data;
	if (code->as.code.fenced)
		look_at_fence(l, code);
	else if (is_table(bytes, (size_t)text->len))
		diag_report(l->diag, MSG_TABLE_INDENTED, node_place(l->doc, code), NULL);
	else if (is_rest_of_html(code, bytes, (size_t)text->len))
		diag_report(l->diag, MSG_CODE_HTML, node_place(l->doc, code), NULL);
	else if (reads_like_prose((const char *)text->data, (size_t)text->len))
		diag_report(l->diag, MSG_CODE_INDENT, node_place(l->doc, code), NULL);
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
