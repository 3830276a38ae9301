#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/registry.h>
#include <string.h>

#include "markup/blocks.h"
#include "markup/footnotes.h"
#include "markup/markdown_internal.h"

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

cmark_mem markdown_mem = {page_calloc, page_realloc, page_free};

struct arena *markdown_arena(void)
{
	return page_arena;
}

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

static cmark_node_type element_block, element_inline;

/* Registers once in a process; cmark's registry is global. */
static void register_extensions(void)
{
	if (gfm_extensions[TABLES])
		return;
	cmark_gfm_core_extensions_ensure_registered();
	for (size_t i = 0; i < N_GFM; i++)
		gfm_extensions[i] = cmark_find_syntax_extension(gfm_rows[i].name);
	autolinks_without_mail = *gfm_extensions[AUTOLINKS];
	autolinks_without_mail.postprocess_func = NULL;
	element_block = cmark_syntax_extension_add_node(0);
	element_inline = cmark_syntax_extension_add_node(1);
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
	cmark_parser *parser = cmark_parser_new_with_mem(options, &markdown_mem);
	/* Before tables, or "{% endtab %}" becomes a row. */
	if (mode == MARKDOWN_COURSE)
		cmark_parser_attach_syntax_extension(parser, markdown_marks()->lines);
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

/* Whether tags or formulas may stand within lines; most pages have none. */
static bool holds_marks(const char *at, const char *end)
{
	if (markdown_find_tag(at, end))
		return true;
	while ((at = memchr(at, '$', (size_t)(end - at))) && end - at > 1 && at[1] != '$')
		at++;
	return at && end - at > 1;
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
	                         .diag = d,
	                         .emoji = doc->emoji,
	                         .keeps_elements = doc->keeps_elements};
	cmark_parser *parser = new_parser(mode, text, len);
	if (mode == MARKDOWN_COURSE && holds_marks(text, text + len))
		cmark_parser_attach_syntax_extension(parser, markdown_marks()->within);
	parser->line_number = first_line - 1;
	parser->root->user_data = doc; /* for the extension */
	markdown_feed(parser, doc);
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
	return markdown_marks()->line;
}

struct element *node_element(const cmark_node *node)
{
	return node->type == element_block || node->type == element_inline
	               ? node->user_data
	               : NULL;
}

const char *element_attribute(const struct element *e, const char *name)
{
	return e ? attribute_find(e->attributes, e->n_attributes, name) : NULL;
}

bool node_is_tag(const cmark_node *node, enum tag_id id)
{
	const struct element *e = node_element(node);
	return e && e->tag && e->tag->id == id;
}

bool node_is_html(const cmark_node *node, enum html_id id)
{
	const struct element *e = node_element(node);
	return e && e->html && e->html->id == id;
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

cmark_node *markdown_new_literal(cmark_node_type type, const char *text, size_t len)
{
	cmark_node *node = cmark_node_new_with_mem(type, &markdown_mem);
	char *copy = arena_copy(page_arena, text, len);
	node->as.literal = (cmark_chunk){(unsigned char *)copy, (bufsize_t)len, 0};
	return node;
}

cmark_node *markdown_new_element(struct document *doc, bool is_block,
                                 const struct element *e)
{
	cmark_node *node =
		cmark_node_new_with_mem_and_ext(is_block ? element_block : element_inline,
	                                        &markdown_mem, markdown_marks()->lines);
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
	return markdown_new_literal(CMARK_NODE_TEXT, text, len);
}

cmark_node *markdown_new_paragraph(int line)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, &markdown_mem);
	node->start_line = node->end_line = line;
	node->start_column = 1;
	return node;
}

cmark_node *markdown_new_link(struct document *doc, const char *url)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_LINK, &markdown_mem);
	char *copy = arena_string(doc->arena, url);
	node->as.link.url =
		(cmark_chunk){(unsigned char *)copy, (bufsize_t)strlen(copy), 0};
	return node;
}

cmark_node *markdown_new_tag_line(const char *text, int line, int column)
{
	cmark_node *node = cmark_node_new_with_mem_and_ext(
		markdown_marks()->line, &markdown_mem, markdown_marks()->lines);
	node->user_data = (void *)(uintptr_t)text;
	node->start_line = node->end_line = line;
	node->start_column = column;
	return node;
}

cmark_node *markdown_new_code(const char *info, const char *text, size_t len)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CODE_BLOCK, &markdown_mem);
	char *name = arena_string(page_arena, info);
	char *copy = arena_copy(page_arena, text, len);
	node->as.code.info =
		(cmark_chunk){(unsigned char *)name, (bufsize_t)strlen(name), 0};
	node->as.code.literal = (cmark_chunk){(unsigned char *)copy, (bufsize_t)len, 0};
	return node;
}
