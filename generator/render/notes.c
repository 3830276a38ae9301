#include "render/notes.h"

void link_note_set(cmark_node *node, struct link_note *note)
{
	node->user_data = note;
}

void heading_note_set(cmark_node *node, struct heading_note *note)
{
	node->user_data = note;
}

struct link_note *link_note_of(const cmark_node *node)
{
	bool has_note = node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE;
	return has_note ? node->user_data : NULL;
}

struct heading_note *heading_note_of(const cmark_node *node)
{
	return node->type == CMARK_NODE_HEADING ? node->user_data : NULL;
}

struct include *include_of(const cmark_node *node)
{
	const struct element *e = node_element(node);
	return e && e->tag && e->tag->id == TAG_INCLUDE ? e->note : NULL;
}
