#include <string.h>

#include "format/markdown_internal.h"

/*
 * A page's text on its way into cmark. Where Markdown starts that cmark would
 * take for the rest of raw HTML, an empty line is put before it, which counts
 * for no line.
 */

const char *markdown_find_tag(const char *at, const char *end)
{
	while ((at = memchr(at, '{', (size_t)(end - at))) && end - at > 1 && at[1] != '%')
		at++;
	return at && end - at > 1 ? at : NULL;
}

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

void markdown_feed(cmark_parser *parser, const struct document *doc)
{
	const char *at = doc->text, *end = doc->text + doc->len, *tag = at;
	while (doc->mode == MARKDOWN_COURSE &&
	       (tag = markdown_find_tag(tag, end)) != NULL) {
		const char *line = tag_line_start(doc->text, tag);
		tag += 2;
		if (!line || line < at)
			continue;
		cmark_parser_feed(parser, at, (size_t)(line - at));
		end_raw_html(parser);
		at = line;
	}
	cmark_parser_feed(parser, at, (size_t)(end - at));
}
