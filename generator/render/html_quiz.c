#include "render/html_internal.h"

/*
 * A quiz page, without scripts: each `##` is a question, the task list below
 * it the choices. Answers and explanations stand behind <details>. What comes
 * before the first question is ordinary text.
 */

bool html_is_quiz(const struct html_writer *w)
{
	return w->type == PAGE_QUIZ && w->doc->mode == MARKDOWN_COURSE;
}

static bool is_question(const cmark_node *node)
{
	return node->type == CMARK_NODE_HEADING && node->as.heading.level == 2;
}

static bool is_choices(const cmark_node *node)
{
	return node->type == CMARK_NODE_LIST && node->first_child &&
	       node_is_task(node->first_child);
}

static int count_questions(const cmark_node *root)
{
	int n = 0;
	for (const cmark_node *node = root->first_child; node; node = node->next)
		n += is_question(node);
	return n;
}

/* The words of a choice: its first paragraph, without tags of a paragraph. */
static void write_words(struct html_writer *w, const cmark_node *item)
{
	const cmark_node *first = item->first_child;
	if (first && first->type == CMARK_NODE_PARAGRAPH)
		for (const cmark_node *n = first->first_child; n; n = n->next)
			html_write(w, n);
}

static void write_choices(struct html_writer *w, const cmark_node *list)
{
	html_add(w, "<ul class=\"choices\">\n");
	for (const cmark_node *item = list->first_child; item; item = item->next) {
		html_add(w, "<li><span>");
		write_words(w, item);
		html_add(w, "</span></li>\n");
	}
	html_add(w, "</ul>\n");
}

static void write_explanations(struct html_writer *w, const cmark_node *list)
{
	html_add(w, "<ul class=\"answers\">\n");
	for (const cmark_node *item = list->first_child; item; item = item->next) {
		bool right = html_is_checked(w, item);
		buf_add_format(&w->out, "<li class=\"%s\"><p><b>%s%s</b>",
		               right ? "right" : "wrong",
		               body_label(right ? LABEL_RIGHT : LABEL_WRONG, w->lang),
		               w->lang == LANGUAGE_FR ? NBSP ": " : ": ");
		write_words(w, item);
		html_add(w, "</p>\n");
		const cmark_node *rest = item->first_child;
		for (rest = rest ? rest->next : NULL; rest; rest = rest->next)
			html_write(w, rest);
		html_line(w);
		html_add(w, "</li>\n");
	}
	html_add(w, "</ul>\n");
}

/* Writes a question from its heading on; returns the node behind it. */
static const cmark_node *write_question(struct html_writer *w, const cmark_node *heading,
                                        int total)
{
	const struct heading_note *note = html_heading_note(heading);
	const cmark_node *node = heading->next, *choices = NULL;
	html_line(w);
	html_add(w, "<section class=\"question\"");
	if (note && note->id)
		html_add_attribute(w, "aria-labelledby", note->id);
	buf_add_format(&w->out, ">\n<p class=\"question-number\">%s %d %s %d</p>\n",
	               body_label(LABEL_QUESTION, w->lang), ++w->n_questions,
	               body_label(LABEL_OF, w->lang), total);
	html_write(w, heading);
	for (; node && !is_question(node) && !choices; node = node->next) {
		if (is_choices(node))
			choices = node;
		else
			html_write(w, node);
	}
	if (choices) {
		write_choices(w, choices);
		buf_add_format(&w->out,
		               "<details class=\"fold answer\"><summary>%s</summary>\n",
		               body_label(LABEL_ANSWER, w->lang));
		write_explanations(w, choices);
		for (; node && !is_question(node) &&
		       node->type != CMARK_NODE_FOOTNOTE_DEFINITION;
		     node = node->next)
			html_write(w, node);
		html_line(w);
		html_add(w, "</details>\n");
	}
	html_line(w);
	html_add(w, "</section>\n");
	return node;
}

void html_quiz(struct html_writer *w, const cmark_node *root)
{
	int total = count_questions(root);
	for (const cmark_node *node = root->first_child; node;) {
		if (is_question(node)) {
			node = write_question(w, node, total);
			continue;
		}
		html_write(w, node);
		node = node->next;
	}
}
