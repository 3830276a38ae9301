#include <string.h>

#include "base/text.h"
#include "markup/parser.h"
#include "markup/tree_internal.h"

/*
 * A page's text on its way into cmark. Where Markdown starts that cmark would
 * take for the rest of raw HTML, an empty line is put before it, which counts
 * for no line. A row of a table whose code goes over lines is fed as one.
 */

enum { MOST_ROW_LINES = 50 }; /* of code in a cell; what is longer is none */

/* The start of the line on which a "{%" stands, if only markers of blocks are before it.
 */
static const char *tag_line_start(const char *text, const char *tag)
{
	const char *start = tag;
	while (start > text && start[-1] != '\n' && strchr(" \t>*+-", start[-1]))
		start--;
	return start == text || start[-1] == '\n' ? start : NULL;
}

/*
 * Raw HTML swallows what follows until an empty line, tags included. So
 * before a tag's line an open block of raw HTML is ended by an empty line,
 * which is not counted.
 */
static void end_raw_html(cmark_parser *parser)
{
	const cmark_node *current = parser->current;
	if (current->type != CMARK_NODE_HTML_BLOCK || current->as.html_block_type < 6)
		return;
	cmark_parser_feed(parser, "\n", 1);
	parser->line_number--;
}

/* What is open in raw HTML; what a table holds ends with it. */
struct nesting {
	int n_tables, n_around;
};

/* The open block of raw HTML that was looked at last, and how far. */
struct reading {
	const cmark_node *block;
	bufsize_t n_read;
	struct nesting nesting;
};

static bool is_block(const struct html_token *t)
{
	return t->kind != HTML_TEXT && t->element->flags & HTML_BLOCK;
}

static bool is_table(const struct html_token *t)
{
	return t->kind != HTML_TEXT && strcmp(t->element->name, "table") == 0;
}

/* False when it closes what is not open. */
static bool enter(struct nesting *n, const struct html_token *t)
{
	if (t->kind == HTML_TEXT || t->element->flags & HTML_VOID ||
	    (n->n_tables > 0 && !is_table(t)))
		return true;
	int *count = is_table(t) ? &n->n_tables : &n->n_around;
	if (t->kind == HTML_CLOSE && *count == 0)
		return false;
	*count += t->kind == HTML_OPEN ? 1 : -1;
	return true;
}

/* A reader of a piece of raw HTML, whose faults are told when blocks are paired. */
static struct html_reader quiet_reader(struct diag *quiet, const char *src, size_t len)
{
	*quiet = (struct diag){.arena = tree_arena()};
	return (struct html_reader){
		.arena = quiet->arena, .diag = quiet, .src = src, .len = len};
}

/* Reads what the open block got since it was looked at. */
static void read_on(struct reading *reading, const cmark_node *block)
{
	if (reading->block != block)
		*reading = (struct reading){.block = block};
	struct diag quiet;
	struct html_reader r =
		quiet_reader(&quiet, (const char *)block->content.ptr + reading->n_read,
	                     (size_t)(block->content.size - reading->n_read));
	struct html_token t;
	while (html_next(&r, &t))
		enter(&reading->nesting, &t);
	reading->n_read = block->content.size;
}

/*
 * Where Markdown starts in a line of raw HTML: behind the table that nothing
 * is around, when words follow it and not another block. NULL: nowhere, nor
 * when what follows closes what stands further up.
 */
static const char *find_glued(struct nesting n, const char *line, const char *end)
{
	struct diag quiet;
	struct html_reader r = quiet_reader(&quiet, line, (size_t)(end - line));
	struct html_token t;
	const char *glued = NULL;
	bool has_words = false;
	while (html_next(&r, &t)) {
		bool was_table = n.n_tables > 0;
		bool is_matched = enter(&n, &t);
		if (has_words && is_block(&t) && !is_matched)
			return NULL;
		if (has_words)
			continue;
		has_words = glued && t.kind == HTML_TEXT && !text_is_blank(t.text, t.len);
		if (is_table(&t) && was_table && n.n_tables == 0 && n.n_around == 0)
			glued = line + r.at;
		else if (is_block(&t))
			glued = NULL;
	}
	return has_words ? glued + strspn(glued, " \t") : NULL;
}

/* Whether a line starts a block of raw HTML that goes on until an empty line. */
static bool starts_raw_html(const char *line)
{
	size_t indent = strspn(line, " ");
	const char *name = line + indent + 1;
	if (indent > 3 || line[indent] != '<')
		return false;
	size_t len = strcspn(name, " \t\r\n/>");
	const struct html_element *e = len ? html_element_find(name, len) : NULL;
	return e && (e->flags & (HTML_BLOCK | HTML_VERBATIM)) == HTML_BLOCK;
}

/* Whether the open block takes the next line whatever it holds. */
static bool is_swallowing(const cmark_parser *parser)
{
	const cmark_node *current = parser->current;
	if (current->type == CMARK_NODE_CODE_BLOCK)
		return current->as.code.fenced;
	if (current->type == CMARK_NODE_HTML_BLOCK)
		return current->as.html_block_type < 6;
	return current->type == node_type_tag_line() &&
	       parser->line_number < current->as.html_block_type;
}

/* Feeds a line up to where Markdown starts in it, and ends the raw HTML there. Returns
 * what is left to feed: the whole line, where nothing is glued. */
static const char *feed_raw_html(cmark_parser *parser, struct document *doc,
                                 struct reading *reading, const char *line,
                                 const char *end)
{
	const cmark_node *current = parser->current;
	bool is_open = current->type == CMARK_NODE_HTML_BLOCK;
	if (is_swallowing(parser) || (is_open && current->parent != parser->root) ||
	    (!is_open && !starts_raw_html(line)))
		return line;
	if (is_open)
		read_on(reading, current);
	const char *rest =
		find_glued(is_open ? reading->nesting : (struct nesting){0}, line, end);
	if (!rest)
		return line;
	size_t indent = is_open ? 0 : strspn(line, " "); /* in a list, it belongs there */
	cmark_parser_feed(parser, line, (size_t)(rest - line));
	cmark_parser_feed(parser, "\n", 1);
	struct glued glued = {parser->line_number, (size_t)(rest - line) - indent};
	ARRAY_ADD(doc->arena, doc->glued, doc->n_glued, doc->cap_glued, glued);
	end_raw_html(parser);
	parser->line_number--;
	cmark_parser_feed(parser, line, indent);
	return rest;
}

/* The end of the line that ends the code of a row, and the row; NULL: none does. */
static const char *find_row_end(const char *newline, const char *end)
{
	static const char sign[] = "</pre>";
	for (int i = 0; i < MOST_ROW_LINES && newline; i++) {
		const char *line = newline + 1;
		newline = memchr(line, '\n', (size_t)(end - line));
		if (!newline || text_is_blank(line, (size_t)(newline - line)) ||
		    *line == '|')
			return NULL;
		if (memmem(line, (size_t)(newline - line), sign, sizeof sign - 1))
			return memrchr(line, '|', (size_t)(newline - line)) ? newline
			                                                    : NULL;
	}
	return NULL;
}

/* Feeds lines as one, whose ends are characters of it. */
static void feed_as_one(cmark_parser *parser, const char *line, const char *end)
{
	int n_ends = 0;
	const char *newline;
	while ((newline = memchr(line, '\n', (size_t)(end - line)))) {
		const char *stop = newline[-1] == '\r' ? newline - 1 : newline;
		cmark_parser_feed(parser, line, (size_t)(stop - line));
		cmark_parser_feed(parser, "&#10;", 5);
		line = newline + 1;
		n_ends++;
	}
	cmark_parser_feed(parser, line, (size_t)(end - line));
	cmark_parser_feed(parser, "\n", 1);
	parser->line_number += n_ends;
}

static bool leaves_code_open(const char *pre, const char *end)
{
	for (const char *next = pre; next;
	     next = memmem(pre + 1, (size_t)(end - pre - 1), "<pre", 4))
		pre = next;
	return !memmem(pre, (size_t)(end - pre), "</pre>", 6);
}

/* The next tag that starts so, or NULL. Most texts have no "<" to look behind. */
static const char *find_sign(const char *at, const char *end, const char *sign)
{
	size_t len = strlen(sign);
	while ((at = memchr(at, '<', (size_t)(end - at))) &&
	       ((size_t)(end - at) < len || memcmp(at, sign, len) != 0))
		at++;
	return at;
}

/* GitBook breaks lines of code within a row of a table, where a row is a line. */
static void feed_text(cmark_parser *parser, const char *at, const char *end)
{
	const char *pre = at;
	while ((pre = find_sign(pre, end, "<pre"))) {
		const char *line = memrchr(at, '\n', (size_t)(pre - at));
		const char *newline = memchr(pre, '\n', (size_t)(end - pre));
		line = line ? line + 1 : at;
		if (!newline)
			break;
		const char *row_end = *line == '|' && leaves_code_open(pre, newline)
		                              ? find_row_end(newline, end)
		                              : NULL;
		pre = row_end ? row_end + 1 : newline;
		if (!row_end)
			continue;
		cmark_parser_feed(parser, at, (size_t)(line - at));
		at = line;
		if (node_gfm_type(parser->current) == GFM_NONE)
			continue;
		feed_as_one(parser, line, row_end);
		at = row_end + 1;
	}
	cmark_parser_feed(parser, at, (size_t)(end - at));
}

/* GitBook put no end of a line behind tables until 2021. */
static void feed_lines(cmark_parser *parser, struct document *doc, const char *at,
                       const char *end)
{
	static const char sign[] = "</table>";
	const char *table = at;
	struct reading reading = {0};
	while ((table = find_sign(table, end, sign))) {
		const char *line = memrchr(at, '\n', (size_t)(table - at));
		line = line ? line + 1 : at;
		const char *behind = table + sizeof sign - 1;
		const char *newline = memchr(behind, '\n', (size_t)(end - behind));
		table = newline ? newline : end;
		if (text_is_blank(behind, (size_t)(table - behind)))
			continue;
		feed_text(parser, at, line);
		at = feed_raw_html(parser, doc, &reading, line, table);
	}
	feed_text(parser, at, end);
}

void parser_feed(cmark_parser *parser, struct document *doc)
{
	const char *at = doc->text, *end = doc->text + doc->len, *tag = at;
	if (doc->mode != MARKDOWN_COURSE) {
		cmark_parser_feed(parser, at, doc->len);
		return;
	}
	while ((tag = parser_find_tag(tag, end)) != NULL) {
		const char *line = tag_line_start(doc->text, tag);
		tag += 2;
		if (!line || line < at)
			continue;
		feed_lines(parser, doc, at, line);
		end_raw_html(parser);
		at = line;
	}
	feed_lines(parser, doc, at, end);
}
