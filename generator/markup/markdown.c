#include "markup/markdown.h"

#include "markup/blocks.h"
#include "markup/footnotes.h"
#include "markup/parser.h"
#include "markup/tree_internal.h"

void markdown_parse(struct document *doc)
{
	bool is_course = doc->mode == MARKDOWN_COURSE;
	tree_use_arena(doc->arena);
	cmark_parser *parser = parser_new(doc->mode, doc->text, doc->len);
	parser->line_number = doc->first_line - 1;
	parser->root->user_data = doc; /* for the extension */
	parser_feed(parser, doc);
	if (doc->longest_words)
		parser_cut(parser, doc);
	if (is_course)
		footnotes_keep(parser, doc);
	doc->root = cmark_parser_finish(parser);
	doc->root->user_data = NULL;
	cmark_parser_free(parser);
	if (!is_course)
		return;
	footnotes_take(doc);
	blocks_pair(doc);
}
