#include <string.h>

#include "base/text.h"
#include "markup/tree.h"

/* Where nodes stand in their file, which cmark does not tell exactly. */

/* Whether a "\r" ends a line by itself, which few texts have: for cmark it does. */
static bool has_lone_returns(const char *at, const char *end)
{
	while ((at = memchr(at, '\r', (size_t)(end - at))) && at + 1 < end &&
	       at[1] == '\n')
		at++;
	return at != NULL;
}

static const char *line_end(const struct document *doc, const char *at)
{
	const char *end = doc->text + doc->len;
	return doc->has_lone_returns ? text_line_end(at, end)
	                             : memchr(at, '\n', (size_t)(end - at));
}

static void find_lines(struct document *doc)
{
	const char *end = doc->text + doc->len;
	doc->has_lone_returns = has_lone_returns(doc->text, end);
	for (const char *at = doc->text; at <= end;) {
		ARRAY_ADD(doc->arena, doc->lines, doc->n_lines, doc->cap_lines, at);
		const char *stop = line_end(doc, at);
		if (!stop)
			break;
		at = stop + 1;
	}
}

const char *document_line(struct document *doc, int line, size_t *len)
{
	if (!doc->lines)
		find_lines(doc);
	*len = 0;
	int i = line - doc->first_line;
	if (i < 0 || (size_t)i >= doc->n_lines)
		return "";
	const char *start = doc->lines[i], *end = doc->text + doc->len;
	if (doc->asked.start != start) {
		const char *stop = line_end(doc, start);
		doc->asked.start = start;
		doc->asked.len = (size_t)((stop ? stop : end) - start);
		doc->asked.byte = 0;
		doc->asked.characters = 0;
	}
	*len = doc->asked.len;
	return start;
}

/* The line on which a node starts: of a link over several lines, cmark tells where it
 * ends. */
static int link_line(const cmark_node *node)
{
	const cmark_node *first = node;
	if (node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE)
		while (first->first_child && first->first_child->start_line > 0)
			first = first->first_child;
	return first->start_line < node->start_line ? first->start_line
	                                            : node->start_line;
}

bool node_is_checked(struct document *doc, const cmark_node *item)
{
	size_t len;
	const char *line = document_line(doc, item->start_line, &len);
	size_t start = item->start_column > 0 ? (size_t)item->start_column - 1 : 0;
	const char *bracket = start < len ? memchr(line + start, '[', len - start) : NULL;
	return bracket && bracket + 1 < line + len &&
	       (bracket[1] == 'x' || bracket[1] == 'X');
}

/* The paragraph that an inline stands in; NULL: none. */
static const cmark_node *paragraph_of(const cmark_node *node)
{
	const cmark_node *block = node;
	while (block && CMARK_NODE_TYPE_INLINE_P(block->type))
		block = block->parent;
	return block && block->type == CMARK_NODE_PARAGRAPH ? block : NULL;
}

/* Where the text of a paragraph's line starts, behind marks of quotes and spaces. */
static size_t text_start(const char *line, size_t len)
{
	size_t start = 0;
	while (start < len && strchr(" \t>", line[start]))
		start++;
	return start;
}

/* What stands before the Markdown of a line that starts with raw HTML. */
static size_t bytes_before(const struct document *doc, const cmark_node *node, int line)
{
	size_t low = 0, high = doc->n_glued;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (doc->glued[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	bool is_glued = low < doc->n_glued && doc->glued[low].line == line &&
	                node->type != CMARK_NODE_HTML_BLOCK;
	return is_glued ? doc->glued[low].bytes : 0;
}

/*
 * The byte of its line at which a node starts. In the second line of a
 * paragraph and below, cmark counts from the column of the first one, however
 * the line is indented.
 */
static size_t byte_in_line(const cmark_node *node, const cmark_node *block, int number,
                           const char *line, size_t len)
{
	int column = node->start_column;
	if (!block || number == block->start_line)
		return column > 0 ? (size_t)column - 1 : 0;
	size_t start = text_start(line, len);
	return column > block->start_column
	               ? start + (size_t)(column - block->start_column)
	               : start;
}

/* The column of a byte of the line that was asked for last, counted from that of the one
 * before. */
static int column_of(struct document *doc, size_t byte)
{
	const char *line = doc->asked.start;
	size_t before = doc->asked.byte;
	if (!line)
		return 1;
	doc->asked.characters += byte > before ? text_length(line + before, byte - before)
	                                       : -text_length(line + byte, before - byte);
	doc->asked.byte = byte;
	return doc->asked.characters + 1;
}

struct place node_place(struct document *doc, const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (e)
		return e->at;
	while (node &&
	       node->start_line == 0) /* soft breaks and texts made by extensions */
		node = node->prev ? node->prev : node->parent;
	if (!node)
		return (struct place){doc->path, 0, 0};
	size_t len;
	int number = link_line(node);
	const char *line = document_line(doc, number, &len);
	const cmark_node *block = paragraph_of(node);
	size_t bytes = byte_in_line(node, block, number, line, len) +
	               bytes_before(doc, node, number);
	/* Behind a hard break that a backslash wrote, cmark counts on from the line
	 * before.
	 */
	while (block && bytes > len && number < block->end_line) {
		bytes -= len + 1;
		line = document_line(doc, ++number, &len);
		bytes += text_start(line, len);
	}
	return (struct place){doc->path, number,
	                      len ? column_of(doc, bytes < len ? bytes : len) : 1};
}
