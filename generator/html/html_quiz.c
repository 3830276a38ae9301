#include "html/html_internal.h"

/*
 * A quiz page, complete without scripts: each question is a section with its
 * choices in a list; answers and explanations stand behind <details>. A theme's
 * script may make a form of it: `themes/README.md` says what it finds. What is
 * no question is ordinary text.
 */

/* The words of a choice, without tags of a paragraph. */
static void write_words(struct html_writer *w, const struct choice *choice)
{
	const cmark_node *words = choice->words;
	for (const cmark_node *n = words ? words->first_child : NULL; n; n = n->next)
		html_write(w, n);
}

static void write_choices(struct html_writer *w, const struct question *q)
{
	html_line(w);
	html_add(w, "<ul class=\"choices\">\n");
	for (size_t i = 0; i < q->n_choices; i++) {
		html_add(w, "<li><span>");
		write_words(w, &q->choices[i]);
		html_add(w, "</span></li>\n");
	}
	html_add(w, "</ul>\n");
}

/* What stands below a choice. */
static void write_explanation(struct html_writer *w, const struct choice *choice)
{
	const cmark_node *n =
		choice->words ? choice->words->next : choice->item->first_child;
	for (; n; n = n->next)
		html_write(w, n);
}

static void write_answers(struct html_writer *w, const struct question *q)
{
	html_add(w, "<ul class=\"answers\">\n");
	for (size_t i = 0; i < q->n_choices; i++) {
		bool right = q->choices[i].is_right;
		buf_add_format(&w->out, "<li class=\"%s\"><p><b>%s%s</b>",
		               right ? "right" : "wrong",
		               html_label(w, right ? LABEL_RIGHT : LABEL_WRONG),
		               html_label(w, LABEL_COLON));
		w->is_copy = true;
		write_words(w, &q->choices[i]);
		w->is_copy = false;
		html_add(w, "</p>\n");
		write_explanation(w, &q->choices[i]);
		html_line(w);
		html_add(w, "</li>\n");
	}
	html_add(w, "</ul>\n");
}

static void open_question(struct html_writer *w, const struct question *q)
{
	html_line(w);
	html_add(w, "<section class=\"question\"");
	html_add_id(w, "aria-labelledby", heading_note_of(q->heading)->id);
	buf_add_format(&w->out, ">\n<p class=\"question-number\">%s %d %s %zu",
	               html_label(w, LABEL_QUESTION), ++w->n_questions,
	               html_label(w, LABEL_OF), w->quiz->n);
	if (q->n_right > 1)
		buf_add_format(&w->out, ", %s", html_label(w, LABEL_SEVERAL));
	html_add(w, "</p>\n");
}

static void write_answer(struct html_writer *w, const struct question *q, size_t heading)
{
	size_t answer = html_begin_part(w, PART_ANSWER, heading);
	buf_add_format(&w->out, "<details class=\"fold answer\"><summary>%s</summary>\n",
	               html_label(w, LABEL_ANSWER));
	size_t text = html_begin_part(w, PART_ANSWER_TEXT, heading);
	write_answers(w, q);
	for (const cmark_node *n = q->list->next; n != q->end; n = n->next)
		html_write(w, n);
	html_line(w);
	html_end_part(w, text);
	html_add(w, "</details>\n");
	html_end_part(w, answer);
}

static void write_question(struct html_writer *w, const struct question *q)
{
	size_t heading = heading_note_of(q->heading)->number;
	size_t question = html_begin_part(w, PART_QUESTION, heading);
	open_question(w, q);
	for (const cmark_node *n = q->heading; n != q->list; n = n->next)
		html_write(w, n);
	write_choices(w, q);
	html_end_part(w, question);
	write_answer(w, q, heading);
	html_add(w, "</section>\n");
}

void html_quiz(struct html_writer *w, const cmark_node *root)
{
	const struct quiz *quiz = w->quiz;
	size_t i = 0;
	for (const cmark_node *node = root->first_child; node;) {
		if (i == quiz->n || node != quiz->questions[i].heading) {
			html_write(w, node);
			node = node->next;
			continue;
		}
		if (i == 0) {
			html_line(w);
			html_add(w, "<div class=\"quiz\">\n");
		}
		write_question(w, &quiz->questions[i]);
		node = quiz->questions[i].end;
		if (++i == quiz->n)
			html_add(w, "</div>\n");
	}
}
