#include <string.h>

#include "base/buf.h"
#include "markup/tree.h"

/* Trees of nodes: taken apart and put together, walked through, read as text. */

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

static void add_text(struct buf *b, const cmark_node *node)
{
	if (node->type == CMARK_NODE_TEXT || node->type == CMARK_NODE_CODE)
		buf_add(b, (const char *)node->as.literal.data,
		        (size_t)node->as.literal.len);
	else if (node->type == CMARK_NODE_SOFTBREAK ||
	         node->type == CMARK_NODE_LINEBREAK || node_is_html(node, HTML_BR))
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

/* Text below a node, without what is below nodes of the type `skipped`. */
static char *read_text(struct arena *a, const cmark_node *node, cmark_node_type skipped)
{
	struct buf b = buf_new(a);
	for (const cmark_node *n = node; n;) {
		bool is_skipped = n->type == skipped;
		if (!is_skipped && n->type != CMARK_NODE_FOOTNOTE_REFERENCE)
			add_text(&b, n);
		n = is_skipped ? node_next_beside(n, node) : node_next(n, node);
	}
	buf_reserve(&b, 0);
	b.data[b.len] = '\0';
	return b.data;
}

char *node_text(struct arena *a, const cmark_node *node)
{
	return read_text(a, node, CMARK_NODE_NONE);
}

char *node_title(struct arena *a, const cmark_node *heading)
{
	char *text = read_text(a, heading, CMARK_NODE_IMAGE);
	return text[strspn(text, " ")] ? text : node_text(a, heading);
}
