#ifndef SETTLE_QUIZ_H
#define SETTLE_QUIZ_H

/*
 * The questions of a quiz, and what is said of them to its author: whether
 * they can be answered, and whether they can be guessed without reading.
 *
 * A question is a heading of level 2 with a list of boxes below it, before the
 * next such heading: the boxes are its choices, `[x]` the right ones. The first
 * paragraph of a choice is its words, what is nested behind it its explanation;
 * what follows the list explains the whole. Any other heading of level 2 is
 * ordinary text: before the last question that is reported, behind it this is
 * how a page ends.
 */

#include "course/site.h"
#include "markup/tree.h"
#include "settle/notes.h"
#include "words/diag.h"

/* Headings of level 2; lists with boxes. */
bool quiz_is_section(const cmark_node *node);
bool quiz_has_boxes(const cmark_node *node);
/* Finds the questions of a page whose headings have their notes, and notes there that
 * they are questions. They live in the document's arena. */
struct quiz quiz_parse(struct document *doc);
/* Reports what its author should mend (quiz_check.c). */
void quiz_check(struct document *doc, const struct quiz *quiz, struct diag *d);
/* Reports a page that is plainly a quiz and has another type. */
void quiz_look_for(struct document *doc, const struct page *page, struct diag *d);

#endif
