#include "markup/tree_internal.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/registry.h>
#include <string.h>

/* The memory of trees, node types of ours, and nodes made by hand. */

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

cmark_mem tree_mem = {page_calloc, page_realloc, page_free};

void tree_use_arena(struct arena *a)
{
	page_arena = a;
}

struct arena *tree_arena(void)
{
	return page_arena;
}

/* The extensions' own node types; no installed header declares them. */
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
	CMARK_NODE_STRIKETHROUGH;

const char node_formula[] = "math";

static struct tree_types types;

static int can_contain(cmark_syntax_extension *self, cmark_node *node,
                       cmark_node_type child)
{
	(void)self, (void)child;
	return node->type != types.tag_line;
}

const struct tree_types *tree_types(void)
{
	if (types.extension)
		return &types;
	types.element_block = cmark_syntax_extension_add_node(0);
	types.element_inline = cmark_syntax_extension_add_node(1);
	types.tag_line = cmark_syntax_extension_add_node(0);
	types.extension = cmark_syntax_extension_new("course");
	cmark_syntax_extension_set_can_contain_func(types.extension, can_contain);
	return &types;
}

cmark_node_type node_type_element_block(void)
{
	return tree_types()->element_block;
}

cmark_node_type node_type_element_inline(void)
{
	return tree_types()->element_inline;
}

cmark_node_type node_type_tag_line(void)
{
	return tree_types()->tag_line;
}

struct element *node_element(const cmark_node *node)
{
	return node->type == types.element_block || node->type == types.element_inline
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

const char node_cut[] = "";

bool node_is_cut(const cmark_node *block)
{
	return block->user_data == node_cut;
}

bool node_is_task(const cmark_node *item)
{
	return item->type == CMARK_NODE_ITEM && item->extension &&
	       item->extension == cmark_find_syntax_extension("tasklist");
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

cmark_node *node_new_literal(cmark_node_type type, const char *text, size_t len)
{
	cmark_node *node = cmark_node_new_with_mem(type, &tree_mem);
	char *copy = arena_copy(tree_arena(), text, len);
	node->as.literal = (cmark_chunk){(unsigned char *)copy, (bufsize_t)len, 0};
	return node;
}

cmark_node *node_new_element(struct document *doc, bool is_block, const struct element *e)
{
	cmark_node *node = cmark_node_new_with_mem_and_ext(
		is_block ? tree_types()->element_block : tree_types()->element_inline,
		&tree_mem, tree_types()->extension);
	struct element *copy = arena_alloc(doc->arena, sizeof *copy);
	*copy = *e;
	cmark_node_set_user_data(node, copy);
	node->start_line = e->at.line;
	node->start_column = e->at.column;
	return node;
}

cmark_node *node_new_text(struct document *doc, const char *text, size_t len)
{
	(void)doc; /* its arena is the page's */
	return node_new_literal(CMARK_NODE_TEXT, text, len);
}

cmark_node *node_new_paragraph(int line)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, &tree_mem);
	node->start_line = node->end_line = line;
	node->start_column = 1;
	return node;
}

cmark_node *node_new_link(struct document *doc, const char *url)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_LINK, &tree_mem);
	char *copy = arena_string(doc->arena, url);
	node->as.link.url =
		(cmark_chunk){(unsigned char *)copy, (bufsize_t)strlen(copy), 0};
	return node;
}

cmark_node *node_new_tag_line(const char *text, int line, int column)
{
	cmark_node *node = cmark_node_new_with_mem_and_ext(
		tree_types()->tag_line, &tree_mem, tree_types()->extension);
	node->user_data = (void *)(uintptr_t)text;
	node->start_line = node->end_line = line;
	node->start_column = column;
	return node;
}

cmark_node *node_new_code(const char *info, const char *text, size_t len)
{
	cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CODE_BLOCK, &tree_mem);
	char *name = arena_string(tree_arena(), info);
	char *copy = arena_copy(tree_arena(), text, len);
	node->as.code.info =
		(cmark_chunk){(unsigned char *)name, (bufsize_t)strlen(name), 0};
	node->as.code.literal = (cmark_chunk){(unsigned char *)copy, (bufsize_t)len, 0};
	return node;
}
