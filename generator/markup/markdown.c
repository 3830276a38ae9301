#include "markup/markdown.h"

#include "markup/blocks.h"
#include "markup/footnotes.h"
#include "markup/parser.h"
#include "markup/tree_internal.h"

void markdown_parse(struct document *doc, struct arena *a, const char *path,
                    const char *text, size_t len, int first_line, enum markdown_mode mode,
                    struct diag *d)
{
	tree_use_arena(a);
	*doc = (struct document){.arena = a,
	                         .path = path,
	                         .text = text,
	                         .len = len,
	                         .first_line = first_line,
	                         .mode = mode,
	                         .diag = d,
	                         .emoji = doc->emoji};
	cmark_parser *parser = parser_new(mode, text, len);
	parser->line_number = first_line - 1;
	parser->root->user_data = doc; /* for the extension */
	parser_feed(parser, doc);
	if (mode == MARKDOWN_COURSE)
		notes_keep(parser, doc);
	doc->root = cmark_parser_finish(parser);
	doc->root->user_data = NULL;
	cmark_parser_free(parser);
	if (mode != MARKDOWN_COURSE)
		return;
	notes_take(doc);
	blocks_pair(doc);
}
