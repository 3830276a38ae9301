#include "format/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/buffer.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/registry.h>
#include <cmark-gfm/syntax_extension.h>
#include <string.h>

#include "base/text.h"
#include "format/blocks.h"

/* The extensions' own node types; no installed header declares them. */
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
	CMARK_NODE_STRIKETHROUGH;

/* cmark's allocator: a bump of the page's arena, which gives all back at once. */

static struct arena *page_arena; /* cmark_mem has no user pointer */

enum { SIZE_HEADER = 16, ZEROED_AT_ONCE = 64 };

/* What was asked for stands before it, for page_realloc. */
static void *with_header(char *p, size_t size)
{
	*(size_t *)(void *)p = size;
	return p + SIZE_HEADER;
}

static void *page_calloc(size_t n, size_t size)
{
	size_t wanted, len;
	if (__builtin_mul_overflow(n, size, &wanted) ||
	    __builtin_add_overflow(wanted, SIZE_HEADER + ZEROED_AT_ONCE - 1, &len))
		mem_exhausted(n);
	len -= len % ZEROED_AT_ONCE;
	char *p = arena_alloc_raw(page_arena, len);
	/* A node is three of these: a call would cost more than it writes. */
	for (size_t at = 0; at < len; at += ZEROED_AT_ONCE)
		memset(p + at, 0, ZEROED_AT_ONCE);
	return with_header(p, wanted);
}

static void *page_alloc_raw(size_t size)
{
	if (size > SIZE_MAX - SIZE_HEADER)
		mem_exhausted(size);
	return with_header(arena_alloc_raw(page_arena, size + SIZE_HEADER), size);
}

static void *page_realloc(void *old, size_t size)
{
	if (!old)
		return page_alloc_raw(size);
	size_t *old_size = (size_t *)(void *)((char *)old - SIZE_HEADER);
	if (size <= *old_size)
		return old;
	if (arena_extend(page_arena, old, *old_size, size)) {
		*old_size = size;
		return old;
	}
	void *p = page_alloc_raw(size);
	memcpy(p, old, *old_size);
	return p;
}

static void page_free(void *p)
{
	(void)p;
}

static cmark_mem page_mem = {page_calloc, page_realloc, page_free};

const char markdown_formula[] = "math";

/*
 * The extension. A line that starts with a tag is a leaf of its own, and so is
 * a formula between two lines of "$$"; either may go on over further lines. A
 * tag within a line is a piece of raw HTML until blocks.c looks at it, a
 * formula there is code.
 */

static cmark_node_type element_block, element_inline, tag_line;
static cmark_syntax_extension *tag_extension, *inner_extension;

/* GitHub's extensions; a text without its sign needs none of that one's work. */
enum { TABLES, STRIKETHROUGH, AUTOLINKS, TASKS, N_GFM };
static const struct {
	const char *name;
	char sign;
} gfm_rows[N_GFM] = {
	[TABLES] = {"table", '\0'}, /* a column alone needs no "|" */
	[STRIKETHROUGH] = {"strikethrough", '~'},
	[AUTOLINKS] = {"autolink", '\0'},
	[TASKS] = {"tasklist", '['},
};
static cmark_syntax_extension *gfm_extensions[N_GFM];
/* Finds addresses of the web as AUTOLINKS does, but none of mail: for these the whole
 * tree is walked twice once more. */
static cmark_syntax_extension autolinks_without_mail;

/* A tag or a formula that is longer is none. */
enum { MOST_LINES = 300 };

static bool starts_with(const char *line, size_t len, const char *word)
{
	size_t n = strlen(word);
	return len >= n && memcmp(line, word, n) == 0;
}

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

/* The last line of what starts on line `first`; 0 when it is never closed. */
static int find_last_line(struct document *doc, int first, const char *at, size_t len,
                          enum ending (*ending)(const char *, size_t, bool))
{
	enum ending found = ending(at, len, true);
	int line = first;
	while (found == ENDS_NOT && line - first < MOST_LINES) {
		size_t n;
		const char *next = markdown_line(doc, ++line, &n);
		if (next == doc->text + doc->len || !*next)
			return 0;
		found = ending(next, n, false);
	}
	return found == ENDS_HERE ? line : 0;
}

/* The source of a leaf: from `at` in its first line to the end of its last one. */
static char *leaf_text(struct document *doc, int first, int last, const char *at,
                       size_t len)
{
	struct buf b = buf_new(page_arena);
	buf_add(&b, at, trimmed_length(at, len));
	for (int line = first + 1; line <= last; line++) {
		size_t n;
		const char *next = markdown_line(doc, line, &n);
		buf_add_char(&b, '\n');
		buf_add(&b, next, trimmed_length(next, n));
	}
	return arena_copy(page_arena, buf_text(&b), b.len);
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
	struct document *doc = parser->root->user_data;
	int line = parser->line_number, last = 0;
	if (starts_with(at, rest, "{%")) {
		bool is_known = tag_is_known_at(at, trimmed_length(at, rest));
		last = is_known || memmem(at, rest, "%}", 2)
		               ? find_last_line(doc, line, at, rest, tag_ending)
		               : 0;
		if (last == 0 && is_known) /* cut: read to the end of its line */
			last = line;
	} else if (starts_with(at, rest, "$$")) {
		last = find_last_line(doc, line, at, rest, formula_ending);
	}
	if (last == 0)
		return NULL;
	cmark_node *node = cmark_parser_add_child(parser, parent, tag_line, first + 1);
	cmark_node_set_syntax_extension(node, self);
	cmark_node_set_user_data(node, leaf_text(doc, line, last, at, rest));
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
	if (leaf->type != tag_line || parser->line_number > leaf->as.html_block_type)
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
	bool is_tag = starts_with(src, line, "{%");
	if (line < 5 || !(is_tag || starts_with(src, line, "$$")))
		return 0;
	const char *close = memmem(src + 2, line - 2, is_tag ? "%}" : "$$", 2);
	if (!close || (!is_tag && (close == src + 2 || strchr(" \t", src[2]))))
		return 0;
	return (size_t)(close + 2 - src);
}

static cmark_node *new_literal(cmark_node_type type, const char *text, size_t len)
{
	cmark_node *node = cmark_node_new_with_mem(type, &page_mem);
	char *copy = arena_copy(page_arena, text, len);
	node->as.literal = (cmark_chunk){(unsigned char *)copy, (bufsize_t)len, 0};
	return node;
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
		struct diag quiet = {.arena = page_arena};
		len = tag_parse(page_arena, src, len, &tag, (struct place){0}, &quiet);
		if (len == 0)
			return NULL;
		((struct document *)parser->root->user_data)->has_inner_tags = true;
	}
	size_t marks = is_tag ? 0 : 2;
	cmark_node *node = new_literal(is_tag ? CMARK_NODE_HTML_INLINE : CMARK_NODE_CODE,
	                               src + marks, len - 2 * marks);
	if (!is_tag)
		node->user_data = (void *)(uintptr_t)markdown_formula;
	node->start_line = node->end_line = cmark_inline_parser_get_line(inlines);
	node->start_column = cmark_inline_parser_get_column(inlines);
	node->end_column = node->start_column + (int)len - 1;
	cmark_inline_parser_set_offset(inlines, offset + (int)len);
	return node;
}

static int can_contain(cmark_syntax_extension *self, cmark_node *node,
                       cmark_node_type child)
{
	(void)self, (void)child;
	return node->type != tag_line;
}

/* Registers once in a process; cmark's registry is global. */
static void register_extensions(void)
{
	if (tag_extension)
		return;
	cmark_gfm_core_extensions_ensure_registered();
	for (size_t i = 0; i < N_GFM; i++)
		gfm_extensions[i] = cmark_find_syntax_extension(gfm_rows[i].name);
	autolinks_without_mail = *gfm_extensions[AUTOLINKS];
	autolinks_without_mail.postprocess_func = NULL;
	element_block = cmark_syntax_extension_add_node(0);
	tag_line = cmark_syntax_extension_add_node(0);
	element_inline = cmark_syntax_extension_add_node(1);
	tag_extension = cmark_syntax_extension_new("course");
	cmark_syntax_extension_set_open_block_func(tag_extension, open_tag_line);
	cmark_syntax_extension_set_match_block_func(tag_extension, continues);
	cmark_syntax_extension_set_can_contain_func(tag_extension, can_contain);
	cmark_mem *mem = cmark_get_default_mem_allocator();
	cmark_llist *marks = cmark_llist_append(mem, NULL, (void *)(uintptr_t)'{');
	marks = cmark_llist_append(mem, marks, (void *)(uintptr_t)'$');
	inner_extension = cmark_syntax_extension_new("course-inline");
	cmark_syntax_extension_set_special_inline_chars(inner_extension, marks);
	cmark_syntax_extension_set_match_inline_func(inner_extension, match_inline);
}

/* Whether an "@" may stand in the text, which an entity may stand for. */
static bool may_hold_mail(const char *at, size_t len)
{
	const char *end = at + len;
	if (memchr(at, '@', len))
		return true;
	while ((at = memchr(at, '&', (size_t)(end - at))) && end - at > 1 &&
	       at[1] != '#' && at[1] != 'c') /* "&commat;" */
		at++;
	return at != NULL;
}

static bool may_hold_notes(const char *at, size_t len)
{
	const char *end = at + len;
	for (const char *p = at; (p = memchr(p, '^', (size_t)(end - p))); p++)
		if (p > at && p[-1] == '[')
			return true;
	return false;
}

/* A parser for this text: what cannot occur in it is not looked for. */
static cmark_parser *new_parser(enum markdown_mode mode, const char *text, size_t len)
{
	register_extensions();
	bool is_bare = mode == MARKDOWN_BARE;
	int options = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE |
	              (!is_bare && may_hold_notes(text, len) ? CMARK_OPT_FOOTNOTES : 0);
	cmark_parser *parser = cmark_parser_new_with_mem(options, &page_mem);
	/* Before tables, or "{% endtab %}" becomes a row. */
	if (mode == MARKDOWN_COURSE)
		cmark_parser_attach_syntax_extension(parser, tag_extension);
	for (size_t i = 0; !is_bare && i < N_GFM; i++) {
		cmark_syntax_extension *extension = gfm_extensions[i];
		if (gfm_rows[i].sign && !memchr(text, gfm_rows[i].sign, len))
			continue;
		if (i == AUTOLINKS && !may_hold_mail(text, len))
			extension = &autolinks_without_mail;
		cmark_parser_attach_syntax_extension(parser, extension);
	}
	return parser;
}

/* The next "{%", or NULL. */
static const char *find_tag(const char *at, const char *end)
{
	while ((at = memchr(at, '{', (size_t)(end - at))) && end - at > 1 && at[1] != '%')
		at++;
	return at && end - at > 1 ? at : NULL;
}

/* Whether tags or formulas may stand within lines; most pages have none. */
static bool holds_marks(const char *at, const char *end)
{
	if (find_tag(at, end))
		return true;
	while ((at = memchr(at, '$', (size_t)(end - at))) && end - at > 1 && at[1] != '$')
		at++;
	return at && end - at > 1;
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

static void feed(cmark_parser *parser, const struct document *doc)
{
	const char *at = doc->text, *end = doc->text + doc->len, *tag = at;
	while (doc->mode == MARKDOWN_COURSE && (tag = find_tag(tag, end)) != NULL) {
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

void markdown_parse(struct document *doc, struct arena *a, const char *path,
                    const char *text, size_t len, int first_line, enum markdown_mode mode,
                    struct diag *d)
{
	page_arena = a;
	*doc = (struct document){.arena = a,
	                         .path = path,
	                         .text = text,
	                         .len = len,
	                         .first_line = first_line,
	                         .mode = mode,
	                         .diag = d};
	cmark_parser *parser = new_parser(mode, text, len);
	if (mode == MARKDOWN_COURSE && holds_marks(text, text + len))
		cmark_parser_attach_syntax_extension(parser, inner_extension);
	parser->line_number = first_line - 1;
	parser->root->user_data = doc; /* for the extension */
	feed(parser, doc);
	doc->root = cmark_parser_finish(parser);
	doc->root->user_data = NULL;
	cmark_parser_free(parser);
	if (mode == MARKDOWN_COURSE)
		blocks_pair(doc);
}

cmark_node *markdown_parse_piece(const char *text, size_t len, int line)
{
	cmark_parser *parser =
		new_parser(MARKDOWN_PLAIN, text, len); /* its tags were found already */
	parser->options &= ~CMARK_OPT_FOOTNOTES;       /* notes are the whole page's */
	parser->line_number = line - 1;
	cmark_parser_feed(parser, text, len);
	cmark_node *root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

cmark_node_type markdown_element_block(void)
{
	register_extensions();
	return element_block;
}

cmark_node_type markdown_element_inline(void)
{
	register_extensions();
	return element_inline;
}

cmark_node_type markdown_tag_line(void)
{
	register_extensions();
	return tag_line;
}

struct element *node_element(const cmark_node *node)
{
	return node->type == element_block || node->type == element_inline
	               ? node->user_data
	               : NULL;
}

bool node_is_tag(const cmark_node *node, enum tag_id id)
{
	const struct element *e = node_element(node);
	return e && e->tag && e->tag->id == id;
}

bool node_is_html(const cmark_node *node, const char *name)
{
	const struct element *e = node_element(node);
	return e && e->html && strcmp(e->html->name, name) == 0;
}

bool node_is_task(const cmark_node *item)
{
	return item->type == CMARK_NODE_ITEM && item->extension &&
	       item->extension == gfm_extensions[TASKS];
}

enum gfm_type node_gfm_type(const cmark_node *node)
{
	if (node->type == CMARK_NODE_TABLE)
		return GFM_TABLE;
	if (node->type == CMARK_NODE_TABLE_ROW)
		return GFM_TABLE_ROW;
	if (node->type == CMARK_NODE_TABLE_CELL)
		return GFM_TABLE_CELL;
	return node->type == CMARK_NODE_STRIKETHROUGH ? GFM_STRIKETHROUGH : GFM_NONE;
}

cmark_node *markdown_new_element(struct document *doc, bool is_block,
                                 const struct element *e)
{
	cmark_node *node = cmark_node_new_with_mem_and_ext(
		is_block ? element_block : element_inline, &page_mem, tag_extension);
	struct element *copy = arena_alloc(doc->arena, sizeof *copy);
	*copy = *e;
	cmark_node_set_user_data(node, copy);
	node->start_line = e->at.line;
	node->start_column = e->at.column;
	return node;
}

cmark_node *markdown_new_text(struct document *doc, const char *text, size_t len)
{
	(void)doc; /* its arena is the page's */
	return new_literal(CMARK_NODE_TEXT, text, len);
}

cmark_node *markdown_new_paragraph(int line)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, &page_mem);
	node->start_line = node->end_line = line;
	node->start_column = 1;
	return node;
}

cmark_node *markdown_new_link(struct document *doc, const char *url)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_LINK, &page_mem);
	char *copy = arena_string(doc->arena, url);
	node->as.link.url =
		(cmark_chunk){(unsigned char *)copy, (bufsize_t)strlen(copy), 0};
	return node;
}

cmark_node *markdown_new_tag_line(const char *text, int line, int column)
{
	cmark_node *node =
		cmark_node_new_with_mem_and_ext(tag_line, &page_mem, tag_extension);
	node->user_data = (void *)(uintptr_t)text;
	node->start_line = node->end_line = line;
	node->start_column = column;
	return node;
}

cmark_node *markdown_new_code(const char *info, const char *text, size_t len)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CODE_BLOCK, &page_mem);
	char *name = arena_string(page_arena, info);
	char *copy = arena_copy(page_arena, text, len);
	node->as.code.info =
		(cmark_chunk){(unsigned char *)name, (bufsize_t)strlen(name), 0};
	node->as.code.literal = (cmark_chunk){(unsigned char *)copy, (bufsize_t)len, 0};
	return node;
}

void node_unlink(cmark_node *node)
{
	if (node->prev)
		node->prev->next = node->next;
	else if (node->parent)
		node->parent->first_child = node->next;
	if (node->next)
		node->next->prev = node->prev;
	else if (node->parent)
		node->parent->last_child = node->prev;
	node->parent = node->prev = node->next = NULL;
}

void node_append(cmark_node *parent, cmark_node *child)
{
	node_unlink(child);
	child->parent = parent;
	child->prev = parent->last_child;
	if (parent->last_child)
		parent->last_child->next = child;
	else
		parent->first_child = child;
	parent->last_child = child;
}

void node_insert_before(cmark_node *sibling, cmark_node *node)
{
	node_unlink(node);
	node->parent = sibling->parent;
	node->next = sibling;
	node->prev = sibling->prev;
	if (sibling->prev)
		sibling->prev->next = node;
	else if (sibling->parent)
		sibling->parent->first_child = node;
	sibling->prev = node;
}

static void find_lines(struct document *doc)
{
	const char *end = doc->text + doc->len;
	for (const char *at = doc->text; at <= end;) {
		ARRAY_ADD(doc->arena, doc->lines, doc->n_lines, doc->cap_lines, at);
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		if (!newline)
			break;
		at = newline + 1;
	}
}

const char *markdown_line(struct document *doc, int line, size_t *len)
{
	if (!doc->lines)
		find_lines(doc);
	*len = 0;
	int i = line - doc->first_line;
	if (i < 0 || (size_t)i >= doc->n_lines)
		return "";
	const char *start = doc->lines[i], *end = doc->text + doc->len;
	const char *newline = memchr(start, '\n', (size_t)(end - start));
	*len = (size_t)((newline ? newline : end) - start);
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

bool markdown_is_checked(struct document *doc, const cmark_node *item)
{
	size_t len;
	const char *line = markdown_line(doc, item->start_line, &len);
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

struct place markdown_place(struct document *doc, const cmark_node *node)
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
	const char *line = markdown_line(doc, number, &len);
	const cmark_node *block = paragraph_of(node);
	size_t bytes = byte_in_line(node, block, number, line, len);
	/* Behind a hard break that a backslash wrote, cmark counts on from the line
	 * before.
	 */
	while (block && bytes > len && number < block->end_line) {
		bytes -= len + 1;
		line = markdown_line(doc, ++number, &len);
		bytes += text_start(line, len);
	}
	return (struct place){doc->path, number,
	                      text_length(line, bytes < len ? bytes : len) + 1};
}

static void add_text(struct buf *b, const cmark_node *node)
{
	if (node->type == CMARK_NODE_TEXT || node->type == CMARK_NODE_CODE)
		buf_add(b, (const char *)node->as.literal.data,
		        (size_t)node->as.literal.len);
	else if (node->type == CMARK_NODE_SOFTBREAK ||
	         node->type == CMARK_NODE_LINEBREAK || node_is_html(node, "br"))
		buf_add_char(b, ' ');
}

cmark_node *node_next_beside(const cmark_node *node, const cmark_node *root)
{
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

cmark_node *node_next(const cmark_node *node, const cmark_node *root)
{
	return node->first_child ? node->first_child : node_next_beside(node, root);
}

char *node_text(struct arena *a, const cmark_node *node)
{
	struct buf b = buf_new(a);
	for (const cmark_node *n = node; n; n = node_next(n, node))
		if (n->type != CMARK_NODE_FOOTNOTE_REFERENCE)
			add_text(&b, n);
	buf_reserve(&b, 0);
	b.data[b.len] = '\0';
	return b.data;
}
