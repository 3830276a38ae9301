#include <cmark-gfm/buffer.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "markup/parser.h"
#include "markup/parser_internal.h"
#include "markup/tree_internal.h"

/*
 * GitBook's tags and formulas, as an extension of cmark. A line that starts with a tag is
 * a leaf of its own, and so is a formula between two lines of "$$"; either may go on over
 * further lines. A tag within a line is a piece of raw HTML until blocks.c looks at it, a
 * formula there is code.
 */

static struct extensions extensions;

/* A tag or a formula that is longer is none. */
enum { MOST_LINES = 300 };

static size_t trimmed_length(const char *line, size_t len)
{
	while (len > 0 && strchr(" \t\r\n", line[len - 1]))
		len--;
	return len;
}

/* Whether a line ends what an earlier one opened: a tag at its "%}", a formula at its
 * "$$". What comes first may also show that it was never closed. */
enum ending { ENDS_NOT, ENDS_HERE, ENDS_WITHOUT };

static enum ending tag_ending(const char *line, size_t len, bool is_first)
{
	const char *close = memmem(line, len, "%}", 2);
	const char *open = is_first ? NULL : memmem(line, len, "{%", 2);
	if (open && (!close || open < close))
		return ENDS_WITHOUT;
	return close ? ENDS_HERE : ENDS_NOT;
}

static enum ending formula_ending(const char *line, size_t len, bool is_first)
{
	size_t end = trimmed_length(line, len), from = is_first ? 2 : 0;
	if (end >= from + 2 && memcmp(line + end - 2, "$$", 2) == 0 &&
	    !memmem(line + from, end - from - 2, "$$", 2))
		return ENDS_HERE;
	bool is_other = end == 0 || memmem(line + from, end - from, "$$", 2);
	return is_other ? ENDS_WITHOUT : ENDS_NOT;
}

/* What starts a line: a tag or a formula may. */
struct start {
	struct document *doc;
	int line;
	const char *at; /* up to the line's end */
	size_t len;
};

/* The last line of what starts so; 0 when it is never closed. */
static int find_last_line(const struct start *start,
                          enum ending (*ending)(const char *, size_t, bool))
{
	struct document *doc = start->doc;
	enum ending found = ending(start->at, start->len, true);
	int line = start->line;
	while (found == ENDS_NOT && line - start->line < MOST_LINES) {
		size_t n;
		const char *next = document_line(doc, ++line, &n);
		if (next == doc->text + doc->len || !*next)
			return 0;
		found = ending(next, n, false);
	}
	return found == ENDS_HERE ? line : 0;
}

/* The source of a leaf, to the end of its last line. */
static char *leaf_text(const struct start *start, int last)
{
	struct buf b = buf_new(tree_arena());
	buf_add(&b, start->at, trimmed_length(start->at, start->len));
	for (int line = start->line + 1; line <= last; line++) {
		size_t n;
		const char *next = document_line(start->doc, line, &n);
		buf_add_char(&b, '\n');
		buf_add(&b, next, trimmed_length(next, n));
	}
	return arena_copy(tree_arena(), buf_text(&b), b.len);
}

/* The last line of the tag or the formula that stands there; 0: none does. */
static int find_mark(const struct start *start)
{
	const char *at = start->at;
	size_t len = start->len;
	if (text_start_length(at, len, "$$"))
		return find_last_line(start, formula_ending);
	if (!text_start_length(at, len, "{%"))
		return 0;
	bool is_known = tag_is_known_at(at, trimmed_length(at, len));
	int last = is_known || memmem(at, len, "%}", 2)
	                   ? find_last_line(start, tag_ending)
	                   : 0;
	return last == 0 && is_known ? start->line : last; /* cut: to its line's end */
}

static cmark_node *open_tag_line(cmark_syntax_extension *self, int indented,
                                 cmark_parser *parser, cmark_node *parent,
                                 unsigned char *input, int len)
{
	int first = cmark_parser_get_first_nonspace(parser);
	const char *at = (const char *)input + first;
	size_t rest = (size_t)(len - first);
	if (indented || first + 2 > len || (*at != '{' && *at != '$'))
		return NULL;
	struct start start = {parser->root->user_data, parser->line_number, at, rest};
	int last = find_mark(&start);
	if (last == 0)
		return NULL;
	cmark_node *node =
		cmark_parser_add_child(parser, parent, tree_types()->tag_line, first + 1);
	cmark_node_set_syntax_extension(node, self);
	cmark_node_set_user_data(node, leaf_text(&start, last));
	node->as.html_block_type = last; /* a node of ours: the field is free */
	cmark_parser_advance_offset(
		parser, (const char *)input,
		(int)trimmed_length((const char *)input, (size_t)len) -
			cmark_parser_get_offset(parser),
		0);
	return node;
}

static int continues(cmark_syntax_extension *self, cmark_parser *parser,
                     unsigned char *input, int len, cmark_node *leaf)
{
	(void)self;
	if (leaf->type != tree_types()->tag_line ||
	    parser->line_number > leaf->as.html_block_type)
		return 0;
	size_t end = trimmed_length((const char *)input, (size_t)len);
	int rest = (int)end - cmark_parser_get_offset(parser);
	if (rest > 0)
		cmark_parser_advance_offset(parser, (const char *)input, rest, 0);
	return 1;
}

/* The end of a tag or a formula at the start of `src`, on its line; 0: there is none. */
static size_t inline_length(const char *src, size_t len)
{
	if (len < 5 || src[1] != (*src == '{' ? '%' : '$'))
		return 0;
	const char *newline = memchr(src, '\n', len);
	size_t line = newline ? (size_t)(newline - src) : len;
	bool is_tag = text_start_length(src, line, "{%");
	if (line < 5 || !(is_tag || text_start_length(src, line, "$$")))
		return 0;
	const char *close = memmem(src + 2, line - 2, is_tag ? "%}" : "$$", 2);
	if (!close || (!is_tag && (close == src + 2 || strchr(" \t", src[2]))))
		return 0;
	return (size_t)(close + 2 - src);
}

static cmark_node *match_inline(cmark_syntax_extension *self, cmark_parser *parser,
                                cmark_node *parent, unsigned char character,
                                cmark_inline_parser *inlines)
{
	(void)self, (void)parent;
	struct cmark_chunk *chunk = cmark_inline_parser_get_chunk(inlines);
	int offset = cmark_inline_parser_get_offset(inlines);
	const char *src = (const char *)chunk->data + offset;
	size_t len = inline_length(src, (size_t)(chunk->len - offset));
	bool is_tag = character == '{';
	if (len == 0)
		return NULL;
	if (is_tag) {
		struct tag tag;
		struct diag quiet = {.arena = tree_arena()};
		len = tag_parse(tree_arena(), src, len, &tag, (struct place){0}, &quiet);
		if (len == 0)
			return NULL;
		((struct document *)parser->root->user_data)->has_inner_tags = true;
	}
	size_t marks = is_tag ? 0 : 2;
	cmark_node *node =
		node_new_literal(is_tag ? CMARK_NODE_HTML_INLINE : CMARK_NODE_CODE,
	                         src + marks, len - 2 * marks);
	if (!is_tag)
		node->user_data = (void *)(uintptr_t)node_formula;
	node->start_line = node->end_line = cmark_inline_parser_get_line(inlines);
	node->start_column = cmark_inline_parser_get_column(inlines);
	node->end_column = node->start_column + (int)len - 1;
	cmark_inline_parser_set_offset(inlines, offset + (int)len);
	return node;
}

const struct extensions *parser_extensions(void)
{
	if (extensions.lines)
		return &extensions;
	extensions.lines = tree_types()->extension;
	cmark_syntax_extension_set_open_block_func(extensions.lines, open_tag_line);
	cmark_syntax_extension_set_match_block_func(extensions.lines, continues);
	cmark_mem *mem = cmark_get_default_mem_allocator();
	cmark_llist *signs = cmark_llist_append(mem, NULL, (void *)(uintptr_t)'{');
	signs = cmark_llist_append(mem, signs, (void *)(uintptr_t)'$');
	extensions.within = cmark_syntax_extension_new("course-inline");
	cmark_syntax_extension_set_special_inline_chars(extensions.within, signs);
	cmark_syntax_extension_set_match_inline_func(extensions.within, match_inline);
	return &extensions;
}
