#include "render/mentions.h"

#include <string.h>

#include "format/phrases.h"

/* Between the start of an id of ours (see is_of_our_family in compose.c) and its number.
 */
static const char ID_START[] = "cours_terme-";

char *mention_id(struct arena *a, const struct site *site, const struct term *term)
{
	return arena_format(a, "%s%zu", ID_START, (size_t)(term - site->terms) + 1);
}

struct mentions mentions_new(const struct site *site, const struct page *page,
                             struct document *doc)
{
	struct mentions m = {.site = site, .doc = doc};
	if (site->phrases && page->type != PAGE_GLOSSARY && page->type != PAGE_QUIZ)
		m.seen = arena_array(doc->arena, site->n_terms + 1, sizeof *m.seen);
	return m;
}

/* Elements whose text is no running text, or that do something when pressed. */
static bool is_closed_element(const struct element *e)
{
	static const char names[] =
		" a button code kbd samp pre summary th caption h1 h2 h3 h4 h5 h6 label ";
	return e && e->html && html_list_has(names, e->html->name);
}

static bool is_first_row(const cmark_node *node)
{
	return node_gfm_type(node) == GFM_TABLE_ROW && !node->prev;
}

/* A task's first paragraph is the label of its box. */
static bool is_label(const cmark_node *node)
{
	return node->parent && node_is_task(node->parent) && !node->prev;
}

static bool may_hold_terms(const cmark_node *container)
{
	for (const cmark_node *n = container; n; n = n->parent)
		if (n->type == CMARK_NODE_HEADING || n->type == CMARK_NODE_LINK ||
		    is_first_row(n) || is_label(n) || is_closed_element(node_element(n)))
			return false;
	return true;
}

static cmark_node *new_button(struct mentions *m, const struct term *term,
                              const cmark_node *text)
{
	static const struct html_element button = {"button", 0, NULL, NULL};
	struct element e = {.html = &button,
	                    .name = button.name,
	                    .at = {m->doc->path, text->start_line, 0},
	                    .note = mention_id(m->doc->arena, m->site, term)};
	return markdown_new_element(m->doc, false, &e);
}

/* Cuts a text into what stands before the mention, the mention, and the rest, which is
 * returned: the node itself. */
static void cut(struct mentions *m, cmark_node *node, const struct phrase_match *match,
                const struct term *term)
{
	const char *text = (const char *)node->as.literal.data;
	size_t len = (size_t)node->as.literal.len, end = match->start + match->len;
	cmark_node *button = new_button(m, term, node);
	if (match->start > 0)
		node_insert_before(node, markdown_new_text(m->doc, text, match->start));
	node_insert_before(node, button);
	node_append(button, markdown_new_text(m->doc, text + match->start, match->len));
	node->as.literal.data += end;
	node->as.literal.len = (bufsize_t)(len - end);
}

static void mark_text(struct mentions *m, cmark_node *node)
{
	struct phrase_match match;
	size_t from = 0;
	while (phrases_find(m->site->phrases, (const char *)node->as.literal.data,
	                    (size_t)node->as.literal.len, from, &match)) {
		const struct term *term = &m->site->terms[match.number];
		from = match.start + match.len;
		if (m->seen[match.number])
			continue;
		m->seen[match.number] = true;
		ARRAY_ADD(m->doc->arena, m->found, m->n_found, m->cap_found, term);
		cut(m, node, &match, term);
		from = 0;
	}
}

/* Its own text: blocks inside it are looked at when their turn comes. */
static bool is_passed_over(const cmark_node *node)
{
	return node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE ||
	       !CMARK_NODE_TYPE_INLINE_P(node->type) ||
	       is_closed_element(node_element(node));
}

void mentions_mark(struct mentions *m, cmark_node *container)
{
	if (!m->seen || !may_hold_terms(container))
		return;
	for (cmark_node *n = container->first_child, *next; n; n = next) {
		if (n->type == CMARK_NODE_TEXT)
			mark_text(m, n);
		next = is_passed_over(n) ? node_next_beside(n, container)
		                         : node_next(n, container);
	}
}
