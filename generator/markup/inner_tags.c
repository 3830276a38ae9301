#include "markup/inner_tags.h"

#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "words/diag.h"

bool inner_tag_is(const cmark_node *node)
{
	return node->type == CMARK_NODE_HTML_INLINE && node->as.literal.len > 4 &&
	       memcmp(node->as.literal.data, "{%", 2) == 0;
}

const char *inner_tag_url(const struct tag *tag)
{
	/* clang-format off */
	static const struct { enum tag_id id; const char *attribute; } links[] = {
		{TAG_CONTENT_REF, "url"}, {TAG_PAGE_REF, "page"}, {TAG_EMBED, "url"}, {TAG_FILE, "src"},
	};
	/* clang-format on */
	for (size_t i = 0; !tag->is_end && i < COUNT(links); i++)
		if (tag->kind->id == links[i].id)
			return attribute_find(tag->attributes, tag->n_attributes,
			                      links[i].attribute);
	return NULL;
}

void inner_tag_close_gap(cmark_node *node)
{
	const cmark_node *before = node->prev;
	cmark_node *after = node->next;
	if (!before || before->type != CMARK_NODE_TEXT || !after ||
	    after->type != CMARK_NODE_TEXT || before->as.literal.len == 0 ||
	    before->as.literal.data[before->as.literal.len - 1] != ' ')
		return;
	while (after->as.literal.len > 0 && *after->as.literal.data == ' ') {
		after->as.literal.data++;
		after->as.literal.len--;
	}
}

/* Reads a tag without a word: blocks.c reads it again, and reports. */
static bool read_quietly(struct document *doc, const char *text, size_t len,
                         struct tag *tag)
{
	struct diag quiet = {.arena = doc->arena};
	return tag_parse(doc->arena, text, len, tag, (struct place){0}, &quiet) > 0;
}

static bool read_inner(struct document *doc, const cmark_node *node, struct tag *tag)
{
	return inner_tag_is(node) &&
	       read_quietly(doc, (const char *)node->as.literal.data,
	                    (size_t)node->as.literal.len, tag);
}

/* Whether the first tag of this name from `node` on, among its siblings, is an end. */
static bool ends_among(struct document *doc, const cmark_node *node, const char *name,
                       bool *is_decided)
{
	for (struct tag tag; node; node = node->next) {
		bool is_tag = node->type == node_type_tag_line()
		                      ? read_quietly(doc, node->user_data,
		                                     strlen(node->user_data), &tag)
		                      : read_inner(doc, node, &tag);
		if (is_tag && strcmp(tag.name, name) == 0) {
			*is_decided = true;
			return tag.is_end;
		}
	}
	return false;
}

static bool has_end(struct document *doc, const cmark_node *node, const char *name)
{
	bool is_decided = false;
	bool found = ends_among(doc, node->next, name, &is_decided);
	for (const cmark_node *next = node->parent->next; next && !is_decided;
	     next = next->next)
		if (next->type == CMARK_NODE_PARAGRAPH)
			found = ends_among(doc, next->first_child, name, &is_decided);
	return is_decided ? found
	                  : ends_among(doc, node->parent->next, name, &is_decided);
}

static bool is_break(const cmark_node *node)
{
	return node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK;
}

/* What a piece of raw HTML does to the code around it: 1 opens one, -1 closes one. */
static int code_step(const cmark_node *html)
{
	static const char *const names[] = {"code", "kbd", "samp", "pre"};
	const char *at = (const char *)html->as.literal.data;
	size_t len = (size_t)html->as.literal.len;
	bool is_end = len > 1 && at[1] == '/';
	at += 1 + is_end;
	len -= len > 1 ? 1 + (size_t)is_end : len;
	for (size_t i = 0; i < COUNT(names); i++) {
		size_t n = strlen(names[i]);
		if (len > n && strncasecmp(at, names[i], n) == 0 &&
		    strchr("> \t\n", at[n]))
			return is_end ? -1 : 1;
	}
	return 0;
}

void inner_tags_show_in_code(cmark_node *container)
{
	int depth = 0;
	for (cmark_node *node = container->first_child; node; node = node->next) {
		if (node->type != CMARK_NODE_HTML_INLINE)
			continue;
		if (!inner_tag_is(node))
			depth += code_step(node);
		else if (depth > 0)
			node->type = CMARK_NODE_TEXT;
	}
}

/* Whether a tag within a line is to be a block. What has no end, or no known name, is
 * more likely an example of how tags are written. */
static bool may_be_lifted(struct document *doc, const cmark_node *node)
{
	struct tag tag;
	if (!read_inner(doc, node, &tag) || tag.kind->id == TAG_UNKNOWN)
		return false;
	bool starts_line = !node->prev || is_break(node->prev);
	return tag.is_end || tag.kind->body != TAG_HAS_BODY || starts_line ||
	       has_end(doc, node, tag.name);
}

/* The byte of its line at which a tag stands, from 1. */
static int find_column(struct document *doc, const cmark_node *node)
{
	size_t len;
	const char *line = document_line(doc, node->start_line, &len);
	const char *at =
		memmem(line, len, node->as.literal.data, (size_t)node->as.literal.len);
	return at ? (int)(at - line) + 1 : 1;
}

static void trim_breaks(cmark_node *paragraph)
{
	while (paragraph->first_child && is_break(paragraph->first_child))
		node_unlink(paragraph->first_child);
	while (paragraph->last_child && is_break(paragraph->last_child))
		node_unlink(paragraph->last_child);
}

/* Cuts a paragraph around a tag; what stands behind it stays in the paragraph. */
static void lift(struct document *doc, cmark_node *paragraph, cmark_node *node)
{
	const cmark_chunk *text = &node->as.literal;
	cmark_node *before = node_new_paragraph(paragraph->start_line);
	before->start_column = paragraph->start_column;
	before->end_line = node->start_line;
	cmark_node *line = node_new_tag_line(
		arena_copy(doc->arena, (const char *)text->data, (size_t)text->len),
		node->start_line, find_column(doc, node));
	while (paragraph->first_child != node)
		node_append(before, paragraph->first_child);
	node_unlink(node);
	trim_breaks(before);
	if (before->first_child)
		node_insert_before(paragraph, before);
	node_insert_before(paragraph, line);
	paragraph->start_line = line->start_line;
}

static void lift_all(struct document *doc, cmark_node *paragraph)
{
	bool is_cut = false;
	for (cmark_node *node = paragraph->first_child, *next; node; node = next) {
		next = node->next;
		if (!inner_tag_is(node) || !may_be_lifted(doc, node))
			continue;
		lift(doc, paragraph, node);
		is_cut = true;
	}
	if (!is_cut)
		return;
	trim_breaks(paragraph);
	if (!paragraph->first_child)
		node_unlink(paragraph);
}

void inner_tags_lift(struct document *doc, cmark_node *container)
{
	for (cmark_node *child = container->first_child; child; child = child->next)
		if (child->type == CMARK_NODE_PARAGRAPH)
			inner_tags_show_in_code(child);
	for (cmark_node *child = container->first_child, *next; child; child = next) {
		next = child->next;
		if (child->type == CMARK_NODE_PARAGRAPH)
			lift_all(doc, child);
	}
}
