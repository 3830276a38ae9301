/*
 * Tables that stayed text, and rows that are none or are not shown whole.
 */

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "check/slips_internal.h"

/* A delimiter row for more columns is not spelt out. */
enum { MOST_COLUMNS = 12 };

const char *slips_skip_marks(const char *line, size_t *len)
{
	while (*len > 0 && strchr(" \t>", *line))
		line++, (*len)--;
	return line;
}

/* Rows of a table. */

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

/* The line of a row without what its block starts with; and its length. */
static const char *row_line(struct slips *l, const cmark_node *row, size_t *len)
{
	const char *line = document_line(l->doc, row->start_line, len);
	return slips_skip_marks(line, len);
}

static bool has_bar(const char *line, size_t len)
{
	return memchr(line, '|', len) != NULL;
}

/* A row that is none: "Source : le rapport" right below a table, or the rest of a cell in
 * which somebody started a line. `line` starts behind the marks of its block. */
static bool look_for_glued(struct slips *l, const cmark_node *row, const char *line,
                           size_t len)
{
	size_t above_len;
	const char *above = row_line(l, row->prev, &above_len);
	while (above_len > 0 && strchr(" \t\r", above[above_len - 1]))
		above_len--;
	bool is_row_above = above_len > 1 && *above == '|';
	struct place place = {l->doc->path, row->start_line, 1};
	if (is_row_above && *line != '|' && row->prev->prev &&
	    above[above_len - 1] != '|' && has_bar(line, len)) {
		place.line = row->prev->start_line;
		diag_report(l->diag, MSG_TABLE_CUT, place, NULL);
	} else if (!has_bar(line, len) && has_bar(above, above_len)) {
		diag_report(l->diag, MSG_TABLE_GLUED, place, NULL);
	} else {
		return false;
	}
	return true;
}

/* A row with more cells than the table has columns: what is too many is left out. */
void slips_look_at_row(struct slips *l, const cmark_node *row)
{
	size_t len, n_columns = count_children(row->parent->first_child);
	if (row == row->parent->first_child)
		return;
	const char *start = row_line(l, row, &len), *end = start + len;
	size_t line_len;
	const char *line = document_line(l->doc, row->start_line, &line_len);
	if (n_columns > 1 && len > 0 && (*start != '|' || !has_bar(start, len)) &&
	    look_for_glued(l, row, start, len))
		return;
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

/* Tables that stayed text. */

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

/* Org joins the dashes of columns by "+". No-break spaces are told apart by their bytes.
 */
static bool is_of_dashes(const char *line, size_t len)
{
	size_t n = 0;
	for (size_t i = 0; i < len; i++) {
		size_t blank = slips_blank_length(line + i, len - i);
		if (!blank && !strchr(" \t\r|:-+", line[i]))
			return false;
		n += line[i] == '-';
		i += blank ? blank - 1 : 0;
	}
	return n > 0;
}

static bool has_blank(const char *line, size_t len)
{
	return memmem(line, len, NBSP, strlen(NBSP)) ||
	       memmem(line, len, NNBSP, strlen(NNBSP));
}

/* "| –– | –– |": a word processor made long dashes of the ordinary ones. */
static bool is_of_long_dashes(const char *line, size_t len)
{
	size_t n = 0;
	for (size_t i = 0; i < len; i++) {
		bool is_dash = text_start_length(line + i, len - i, "–") ||
		               text_start_length(line + i, len - i, "—");
		if (!is_dash && !strchr(" \t\r|:-", line[i]))
			return false;
		n += is_dash;
		i += is_dash ? strlen("–") - 1 : 0;
	}
	return n > 0;
}

/* The table that an empty line parts from the row of this paragraph. */
static bool is_parted(const cmark_node *paragraph)
{
	const cmark_node *table = paragraph->prev;
	return table && node_gfm_type(table) == GFM_TABLE &&
	       table->end_line + 2 == paragraph->start_line;
}

/* The empty line at this one taken out. */
static void cure_parted(struct slips *l, int line)
{
	size_t len;
	const char *blank = document_line(l->doc, line, &len);
	slips_cure(l, (struct place){l->doc->path, line, 1}, 0,
	           (struct slip_change){
			   arena_format(l->doc->arena, "%.*s\n", (int)len, blank), ""});
}

/* An empty line between the titles, whose line this is, and their dashes. */
static bool look_for_parted_dashes(struct slips *l, const struct stretch *s, int line)
{
	const cmark_node *next = s->node->parent->next;
	size_t len;
	if (s->node->prev || !next || next->type != CMARK_NODE_PARAGRAPH ||
	    next->start_line != s->node->parent->start_line + 2)
		return false;
	const char *dashes = document_line(l->doc, line + 2, &len);
	dashes = slips_skip_marks(dashes, &len);
	if (!len || *dashes != '|' || !is_of_dashes(dashes, len))
		return false;
	diag_report(l->diag, MSG_TABLE_PARTED_DASHES,
	            (struct place){l->doc->path, line, 1}, NULL);
	cure_parted(l, line + 1);
	return true;
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
	bool is_there = is_of_dashes(below, len) || is_of_long_dashes(below, len);
	while (len > 0 && strchr(" \t\r", below[len - 1]))
		len--;
	const char *fresh = arena_format(a, "%.*s%s%s", (int)before.len, before.text, row,
	                                 is_there ? "" : "\n");
	slips_cure(
		l, at, 0,
		(struct slip_change){is_there ? arena_copy(a, below, len) : "", fresh});
}

/* Rows that are no table, for want of the line of dashes below the first. */
void slips_look_for_table(struct slips *l, const struct stretch *s)
{
	struct stretch above = {0};
	struct place place = {0};
	size_t len, next_len;
	if (s->node->prev)
		above = slips_stretch(slips_line_above(s->node));
	if (!(above.len && above.text[0] == '|'))
		place = slips_place(l, s, s->text, 1);
	if (!place.path)
		return;
	const char *line = document_line(l->doc, place.line, &len);
	const char *next = document_line(l->doc, place.line + 1, &next_len);
	const char *pipe = memchr(line, '|', len);
	size_t n = count_columns(pipe, len - (size_t)(pipe - line));
	bool is_short = is_of_dashes(next, next_len);
	bool is_long = is_of_long_dashes(next, next_len);
	bool has_rows = memchr(next, '|', next_len) != NULL;
	const char *row = delimiter_row(l->doc->arena, n);
	if (is_of_dashes(line, len) || look_for_parted_dashes(l, s, place.line))
		return;
	if (n > 1 && !s->node->prev && !is_short && !is_long &&
	    is_parted(s->node->parent)) {
		place.column = 1;
		diag_report(l->diag, MSG_TABLE_PARTED, place, NULL);
		if (count_children(s->node->parent->prev->first_child) == n)
			cure_parted(l, place.line - 1);
		return;
	}
	if (n < 2 || !has_rows)
		return;
	diag_report(l->diag,
	            is_long                                 ? MSG_TABLE_DASHES
	            : is_short && has_blank(next, next_len) ? MSG_TABLE_NBSP
	            : is_short                              ? MSG_TABLE_SHORT
	                                                    : MSG_TABLE_TEXT,
	            place, row, NULL);
	if (row && !memchr(next, ':', next_len))
		cure_table(l, place.line,
		           (struct stretch){.text = line, .len = (size_t)(pipe - line)},
		           row);
}

/* "+---+---+", the edge of a table that Pandoc and others draw. */
void slips_look_for_grid(struct slips *l, const struct stretch *s)
{
	struct stretch below = slips_stretch(slips_next_line(s->node));
	size_t n = 0, n_dashes = 0;
	while (n < s->len && strchr("+-=", s->text[n]))
		n_dashes += s->text[n++] == '-';
	if (s->node->prev || n < s->len || n_dashes < 3 || !below.len ||
	    *below.text != '|')
		return;
	struct place place = slips_place(l, s, s->text, s->len);
	if (place.path)
		diag_report(l->diag, MSG_TABLE_GRID, place,
		            delimiter_row(l->doc->arena,
		                          count_columns(below.text, below.len)),
		            NULL);
}

/* Lines of a paragraph with as many tabs: cells of a spreadsheet. */
static size_t count_tabs(const struct stretch *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->len; i++)
		n += s->text[i] == '\t';
	return n;
}

/* The cells of a line between bars. */
static const char *bars_of(struct arena *a, const struct stretch *s)
{
	struct buf b = buf_new(a);
	buf_add_string(&b, "| ");
	for (size_t i = 0; i < s->len; i++) {
		if (s->text[i] == '\t')
			buf_add_string(&b, " | ");
		else
			buf_add_char(&b, s->text[i]);
	}
	buf_add_string(&b, " |");
	return buf_text(&b);
}

void slips_look_for_cells(struct slips *l, const struct stretch *s)
{
	size_t n = count_tabs(s);
	struct stretch below = slips_stretch(slips_next_line(s->node));
	if (s->node->prev || !below.len || count_tabs(&below) != n ||
	    below.node->parent != s->node->parent)
		return;
	struct place place = slips_place(l, s, s->text, s->len);
	if (place.path)
		diag_report(l->diag, MSG_TABLE_TABS, place, bars_of(l->doc->arena, s),
		            delimiter_row(l->doc->arena, n + 1), NULL);
}
