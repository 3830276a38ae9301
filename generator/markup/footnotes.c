#include "markup/footnotes.h"

#include <string.h>

#include "base/map.h"
#include "markup/tree_internal.h"

static const char MARK[] = "data-footnote-ref";
static const char START[] = "#user-content-fn-";

/* cmark resolves references wherever they stand: one of ours for each note, as the
 * document's first children, which no open block of the text can swallow. */
void notes_keep(cmark_parser *parser, const struct document *doc)
{
	if (!(parser->options & CMARK_OPT_FOOTNOTES) ||
	    !memmem(doc->text, doc->len, MARK, sizeof MARK - 1))
		return;
	if (doc->text[doc->len - 1] != '\n') /* or the last line is not read yet */
		cmark_parser_feed(parser, "\n", 1);
	cmark_node *root = parser->root;
	for (cmark_node *n = root; n; n = node_next(n, root)) {
		if (n->type != CMARK_NODE_FOOTNOTE_DEFINITION)
			continue;
		cmark_node *reference =
			cmark_node_new_with_mem(CMARK_NODE_FOOTNOTE_REFERENCE, &tree_mem);
		reference->as.literal = n->as.literal;
		reference->user_data =
			arena_copy(doc->arena, (const char *)n->as.literal.data,
		                   (size_t)n->as.literal.len);
		node_insert_before(root->first_child, reference);
	}
}

void notes_take(struct document *doc)
{
	cmark_node *first;
	while ((first = doc->root->first_child) &&
	       first->type == CMARK_NODE_FOOTNOTE_REFERENCE) {
		if (!doc->notes) {
			doc->notes = arena_alloc(doc->arena, sizeof *doc->notes);
			*doc->notes = map_new(doc->arena);
		}
		map_put_string(doc->notes, first->user_data, first->parent_footnote_def);
		node_unlink(first);
	}
}

/* The name of the note that an element calls; NULL when it calls none. */
static const char *called_name(const struct element *e)
{
	const char *href = element_attribute(e, "href");
	return href && strncmp(href, START, sizeof START - 1) == 0
	               ? href + sizeof START - 1
	               : NULL;
}

bool note_is_call(const struct element *e)
{
	for (size_t i = 0; i < e->n_attributes; i++) /* it has no value */
		if (strcmp(e->attributes[i].name, MARK) == 0)
			return called_name(e) != NULL;
	return false;
}

void notes_add_reference(struct document *doc, cmark_node *call)
{
	const struct element *e = node_element(call);
	cmark_node *note =
		doc->notes ? map_find_string(doc->notes, called_name(e)) : NULL;
	if (!note)
		return;
	cmark_node *reference =
		cmark_node_new_with_mem(CMARK_NODE_FOOTNOTE_REFERENCE, &tree_mem);
	reference->parent_footnote_def = note;
	reference->start_line = e->at.line;
	reference->start_column = e->at.column;
	if (call->next)
		node_insert_before(call->next, reference);
	else
		node_append(call->parent, reference);
}

static void take_notes_out(struct document *doc)
{
	for (cmark_node *n = doc->root->first_child, *next; n; n = next) {
		next = n->next;
		if (n->type != CMARK_NODE_FOOTNOTE_DEFINITION)
			continue;
		n->footnote.def_count = 0;
		node_unlink(n);
	}
}

void notes_number(struct document *doc)
{
	int n_notes = 0;
	take_notes_out(doc);
	/* Each goes back to the end when it is called first: what it calls itself is
	 * met there. Its number stands where its name was. */
	for (cmark_node *n = doc->root; n; n = node_next(n, doc->root)) {
		if (n->type != CMARK_NODE_FOOTNOTE_REFERENCE)
			continue;
		cmark_node *note = n->parent_footnote_def;
		if (note->footnote.def_count == 0) {
			char *number = arena_format(doc->arena, "%d", ++n_notes);
			note->as.literal = (cmark_chunk){(unsigned char *)number,
			                                 (bufsize_t)strlen(number), 0};
			node_append(doc->root, note);
		}
		n->footnote.ref_ix = ++note->footnote.def_count;
		n->as.literal = note->as.literal;
	}
}
