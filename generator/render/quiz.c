#include "render/quiz.h"

#include "render/notes.h"

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

bool quiz_is_right(struct document *doc, const cmark_node *choice)
{
	return node_is_task(choice) && markdown_is_checked(doc, choice);
}

const cmark_node *quiz_words(const cmark_node *choice)
{
	const cmark_node *first = choice->first_child;
	bool has_words =
		first && first->type == CMARK_NODE_PARAGRAPH && first->first_child;
	return has_words ? first : NULL;
}

static void count_choices(struct document *doc, struct question *q)
{
	for (const cmark_node *item = q->choices->first_child; item; item = item->next) {
		q->n_choices++;
		q->n_right += quiz_is_right(doc, item);
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
		if (is_end && q.choices) {
			q.end = node;
			count_choices(doc, &q);
			heading_note_of(q.heading)->is_question = true;
			ARRAY_ADD(doc->arena, quiz.questions, quiz.n, cap, q);
		}
		if (!node)
			return quiz;
		if (is_end)
			q = (struct question){.heading = quiz_is_section(node) ? node
			                                                       : NULL};
		else if (q.heading && !q.choices && quiz_has_boxes(node))
			q.choices = node;
	}
}
