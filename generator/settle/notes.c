#include "settle/notes.h"

#include "markup/rawhtml.h"
#include "markup/tags.h"

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

struct link_note *element_link(const struct element *e)
{
	/* clang-format off */
	static const bool tags[N_TAGS] = {
		[TAG_CONTENT_REF] = true, [TAG_PAGE_REF] = true, [TAG_EMBED] = true,
		[TAG_FILE] = true, [TAG_INTEGRATION] = true, [TAG_API] = true,
	};
	static const bool elements[N_HTML] = {
		[HTML_A] = true, [HTML_IMG] = true, [HTML_SOURCE] = true,
	};
	/* clang-format on */
	bool leads = e->tag ? tags[e->tag->id] : elements[e->html->id];
	return leads ? e->note : NULL;
}

enum form form_of(const cmark_node *node)
{
	return (enum form)(uintptr_t)node->user_data;
}

void form_set(cmark_node *node, enum form form)
{
	node->user_data = (void *)(uintptr_t)form;
}

struct include *include_of(const cmark_node *node)
{
	const struct element *e = node_element(node);
	return e && e->tag && e->tag->id == TAG_INCLUDE ? e->note : NULL;
}
