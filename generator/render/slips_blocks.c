/*
 * Code that is none, and cells that a table does not show.
 */

#include <string.h>

#include "base/text.h"
#include "render/slips_internal.h"

/* Fewer words are no sentence. */
enum { FEWEST_WORDS = 4 };

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
	const char *line = markdown_line(l->doc, code->end_line, &len);
	line = skip_marks(line, &len);
	while (n < len && line[n] == code->as.code.fence_char)
		n++;
	return code->end_line > code->start_line && n >= code->as.code.fence_length;
}

static void look_at_fence(struct slips *l, const cmark_node *code)
{
	const char *fence = code->as.code.fence_char == '~' ? "~~~" : "```";
	if (!is_closed(l, code))
		diag_report(l->diag, MSG_FENCE_OPEN, markdown_place(l->doc, code), fence,
		            NULL);
}

/* Whether indented code is a text that somebody moved in: a sentence, or a list. Signs of
 * programs speak against it. */
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
	uint32_t c = first ? text_next(&at, text + first) : ' ';
	return (is_item || text_is_letter(c)) && text_words(text, len) >= FEWEST_WORDS;
}

void slips_look_at_code(struct slips *l, const cmark_node *code)
{
	const cmark_chunk *text = &code->as.code.literal;
	if (code->as.code.fenced)
		look_at_fence(l, code);
	else if (reads_like_prose((const char *)text->data, (size_t)text->len))
		diag_report(l->diag, MSG_CODE_INDENT, markdown_place(l->doc, code), NULL);
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
	const char *line = markdown_line(l->doc, row->start_line, &len);
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
