#include "settle/quiz.h"

#include "base/mem.h"
#include "settle/notes.h"

bool quiz_is_section(const cmark_node *node)
{
	return node->type == CMARK_NODE_HEADING && node->as.heading.level == 2;
}

bool quiz_has_boxes(const cmark_node *node)
{
	if (node->type != CMARK_NODE_LIST)
		return false;
	for (const cmark_node *item = node->first_child; item; item = item->next)
		if (node_is_task(item))
			return true;
	return false;
}

/* The paragraph that says a choice; NULL: it has no words. */
static const cmark_node *find_words(const cmark_node *choice)
{
	const cmark_node *first = choice->first_child;
	bool has_words =
		first && first->type == CMARK_NODE_PARAGRAPH && first->first_child;
	return has_words ? first : NULL;
}

static void find_choices(struct document *doc, struct question *q)
{
	size_t cap = 0;
	for (const cmark_node *item = q->list->first_child; item; item = item->next) {
		struct choice choice = {.item = item, .words = find_words(item)};
		choice.is_right = node_is_task(item) && node_is_checked(doc, item);
		q->n_right += choice.is_right;
		ARRAY_ADD(doc->arena, q->choices, q->n_choices, cap, choice);
	}
}

struct quiz quiz_parse(struct document *doc)
{
	struct quiz quiz = {0};
	size_t cap = 0;
	struct question q = {0};
	const cmark_node *node = doc->root->first_child;
	for (;; node = node->next) {
		bool is_end = !node || quiz_is_section(node) ||
		              node->type == CMARK_NODE_FOOTNOTE_DEFINITION;
		if (is_end && q.list) {
			q.end = node;
			find_choices(doc, &q);
			heading_note_of(q.heading)->is_question = true;
			ARRAY_ADD(doc->arena, quiz.questions, quiz.n, cap, q);
		}
		if (!node)
			return quiz;
		if (is_end)
			q = (struct question){.heading = quiz_is_section(node) ? node
			                                                       : NULL};
		else if (q.heading && !q.list && quiz_has_boxes(node))
			q.list = node;
	}
}
