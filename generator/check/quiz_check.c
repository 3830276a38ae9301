#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/page_kinds.h"
#include "course/site.h"
#include "french/anchors.h"
#include "markup/tree.h"
#include "settle/notes.h"
#include "settle/quiz.h"
#include "words/diag.h"
#include "words/message_names.h"

/* What is said of a quiz to its author. */

/* Fewer questions say nothing about habits. MOST_LISTED: what one message can hold. */
enum { FEWEST_QUESTIONS = 4, MOST_LISTED = 12 };

struct checking {
	struct document *doc;
	const struct quiz *quiz;
	struct diag *diag;
};

static struct place place_of(struct checking *c, const cmark_node *node)
{
	return node_place(c->doc, node);
}

static const char *number(struct checking *c, int n)
{
	return arena_format(c->doc->arena, "%d", n);
}

/* "[x] Une autre" below a choice: the dash before it is missing, or the space behind. */
static bool is_lost_choice(const cmark_node *text)
{
	const char *at = (const char *)text->as.literal.data;
	size_t len = (size_t)text->as.literal.len;
	if (text->type != CMARK_NODE_TEXT || !text->prev ||
	    text->prev->type != CMARK_NODE_SOFTBREAK)
		return false;
	return len > 3 && (at[0] == '[' || (strchr("-*+", at[0]) && at[1] == '['));
}

/* The second line of a choice without explanation, which it may well be; NULL: none. */
static const cmark_node *find_glued(const cmark_node *words)
{
	const cmark_node *n = words->first_child;
	while (n && n->type != CMARK_NODE_SOFTBREAK)
		n = n->next;
	return !words->next && n && n->next && !is_lost_choice(n->next) ? n->next : NULL;
}

/* Where nothing is marked as right nobody knows what is wrong. */
static void check_choice(struct checking *c, const struct question *q,
                         const struct choice *choice)
{
	struct place at = place_of(c, choice->item);
	const cmark_node *words = choice->words;
	if (!node_is_task(choice->item))
		diag_report(c->diag, MSG_QUIZ_CHOICE, at, NULL);
	else if (!words)
		diag_report(c->diag, MSG_QUIZ_EMPTY, at, NULL);
	else if (find_glued(words))
		diag_report(c->diag, MSG_QUIZ_GLUED, place_of(c, find_glued(words)),
		            NULL);
	else if (q->n_right > 0 && !words->next && !choice->is_right)
		diag_report(c->diag, MSG_QUIZ_UNEXPLAINED, at, NULL);
}

/* Whether a block stands where a question would: a smaller heading, or bold alone. */
static bool is_like_question(const cmark_node *block)
{
	const cmark_node *bold = block->first_child;
	return block->type == CMARK_NODE_HEADING ||
	       (block->type == CMARK_NODE_PARAGRAPH && bold && !bold->next &&
	        bold->type == CMARK_NODE_STRONG);
}

/* Choices that belong to no question are an ordinary list, which shows the right one. */
static void report_outside(struct checking *c, const cmark_node *choices)
{
	const cmark_node *above = choices->prev;
	bool is_heading = above && above->type == CMARK_NODE_HEADING;
	diag_report(c->diag, MSG_QUIZ_OUTSIDE, place_of(c, is_heading ? above : choices),
	            NULL);
}

/* Where the next list of choices stands, from this block to the question's end. */
static const cmark_node *find_choices(const cmark_node *from, const cmark_node *end)
{
	while (from && from != end && !quiz_has_boxes(from))
		from = from->next;
	return from == end ? NULL : from;
}

/* Text between two choices that is not indented ends the list: the next one starts
 * another. A heading between them was meant to be a question. */
static void check_rest(struct checking *c, const struct question *q)
{
	bool is_split = false;
	const cmark_node *n = q->list;
	while ((n = find_choices(n->next, q->end))) {
		if (is_like_question(n->prev)) {
			report_outside(c, n);
		} else if (!is_split) {
			bool is_text = n->prev->type == CMARK_NODE_PARAGRAPH;
			diag_report(c->diag, is_text ? MSG_QUIZ_INDENT : MSG_QUIZ_SPLIT,
			            place_of(c, is_text ? n->prev : n), NULL);
			is_split = true;
		}
	}
}

/* Whether a choice may be missing from the list for a slip that is told elsewhere. */
static bool may_have_lost_choices(const struct question *q)
{
	for (size_t i = 0; i < q->n_choices; i++) {
		const cmark_node *words = q->choices[i].words;
		for (const cmark_node *n = words ? words->first_child : NULL; n;
		     n = n->next)
			if (is_lost_choice(n))
				return true;
	}
	return find_choices(q->list->next, q->end) != NULL;
}

static void check_question(struct checking *c, const struct question *q)
{
	struct place at = place_of(c, q->heading);
	if (q->n_right == 0 && !may_have_lost_choices(q))
		diag_report(c->diag, MSG_QUIZ_NO_RIGHT, at, NULL);
	else if (q->n_right > 1)
		diag_report(c->diag, MSG_QUIZ_SEVERAL, at, number(c, q->n_right), NULL);
	for (size_t i = 0; i < q->n_choices; i++)
		check_choice(c, q, &q->choices[i]);
	check_rest(c, q);
}

/* Headings without choices; without any question, each was meant to be one. */
static void check_sections(struct checking *c)
{
	const struct quiz *quiz = c->quiz;
	const cmark_node *last = quiz->n ? quiz->questions[quiz->n - 1].heading : NULL;
	size_t n_reports = 0;
	for (const cmark_node *n = c->doc->root->first_child; n && n != last; n = n->next)
		if (quiz_is_section(n) && !heading_note_of(n)->is_question) {
			diag_report(c->diag, MSG_QUIZ_NO_CHOICES, place_of(c, n), NULL);
			n_reports++;
		}
	if (quiz->n == 0 && n_reports == 0)
		diag_report(c->diag, MSG_QUIZ_NO_QUESTION,
		            (struct place){c->doc->path, 0, 0}, NULL);
}

/* Choices above the first question. */
static void check_start(struct checking *c)
{
	const cmark_node *n = c->doc->root->first_child;
	for (; n && !quiz_is_section(n); n = n->next)
		if (quiz_has_boxes(n))
			report_outside(c, n);
}

/* Of two questions with the same words the second is told apart by a number, which their
 * order decides. */
static void check_ids(struct checking *c)
{
	struct map seen = map_new(c->doc->arena);
	for (size_t i = 0; i < c->quiz->n; i++) {
		const cmark_node *heading = c->quiz->questions[i].heading;
		const struct heading_note *note = heading_note_of(heading);
		if (note->has_own_id)
			continue;
		const char *anchor = anchor_gitbook(c->doc->arena, note->text);
		const cmark_node *earlier = map_find_string(&seen, anchor);
		if (earlier)
			diag_report(c->diag, MSG_QUIZ_SAME_ID, place_of(c, heading),
			            number(c, earlier->start_line), NULL);
		else
			map_put_string(&seen, anchor, (void *)(uintptr_t)heading);
	}
}

/* Right answers by position, and what is fair: a question with two right answers of four
 * gives each position a half. */
struct position {
	int n_right;
	double fair;
};

static size_t count_positions(const struct quiz *quiz)
{
	size_t most = 0;
	for (size_t i = 0; i < quiz->n; i++)
		if (quiz->questions[i].n_choices > most)
			most = quiz->questions[i].n_choices;
	return most;
}

static void add_positions(const struct question *q, struct position *positions)
{
	for (size_t i = 0; i < q->n_choices; i++) {
		positions[i].n_right += q->choices[i].is_right;
		positions[i].fair += (double)q->n_right / (double)q->n_choices;
	}
}

/* Within one: where all questions have as many choices, no two positions differ by more.
 * Sums of fractions are not exact. */
static bool is_fair(const struct position *p)
{
	return p->n_right >= floor(p->fair + 1e-6) && p->n_right <= ceil(p->fair - 1e-6);
}

/* The question to mend: its right answer can go from one position to the other. */
static const struct question *find_movable(struct checking *c, size_t from, size_t to)
{
	for (size_t i = 0; i < c->quiz->n; i++) {
		const struct question *q = &c->quiz->questions[i];
		bool has_both = q->n_choices > from && q->n_choices > to;
		if (has_both && q->choices[from].is_right && !q->choices[to].is_right)
			return q;
	}
	return &c->quiz->questions[0];
}

static void add_listed(struct buf *b, size_t i, int n)
{
	if (i < MOST_LISTED)
		buf_add_format(b, i ? ", %d" : "%d", n);
	else if (i == MOST_LISTED)
		buf_add_string(b, " …");
}

static void check_positions(struct checking *c)
{
	size_t n = count_positions(c->quiz), fullest = 0, emptiest = 0, n_unfair = 0;
	struct position *positions = arena_array(c->doc->arena, n, sizeof *positions);
	for (size_t i = 0; i < c->quiz->n; i++)
		add_positions(&c->quiz->questions[i], positions);
	struct buf counts = buf_new(c->doc->arena);
	for (size_t i = 0; i < n; i++) {
		double excess = positions[i].n_right - positions[i].fair;
		if (excess > positions[fullest].n_right - positions[fullest].fair)
			fullest = i;
		if (excess < positions[emptiest].n_right - positions[emptiest].fair)
			emptiest = i;
		n_unfair += !is_fair(&positions[i]);
		add_listed(&counts, i, positions[i].n_right);
	}
	if (n_unfair == 0)
		return;
	const struct question *q = find_movable(c, fullest, emptiest);
	diag_report(c->diag, MSG_QUIZ_POSITIONS, place_of(c, q->heading),
	            buf_text(&counts), number(c, (int)fullest + 1),
	            number(c, (int)emptiest + 1), NULL);
}

/* Characters that a choice shows, without its explanation. */
static int choice_length(struct checking *c, const struct choice *choice)
{
	const char *text = choice->words ? node_text(c->doc->arena, choice->words) : "";
	return text_length(text, strlen(text));
}

static bool is_longest_right(struct checking *c, const struct question *q)
{
	int right = 0, wrong = 0;
	for (size_t i = 0; i < q->n_choices; i++) {
		int *longest = q->choices[i].is_right ? &right : &wrong;
		int len = choice_length(c, &q->choices[i]);
		*longest = len > *longest ? len : *longest;
	}
	return right > wrong;
}

/* Where several answers are right, one of them is often the longest by chance. */
static void check_lengths(struct checking *c)
{
	size_t n = 0, n_longest = 0;
	const cmark_node *first = NULL;
	struct buf lines = buf_new(c->doc->arena);
	for (size_t i = 0; i < c->quiz->n; i++) {
		const struct question *q = &c->quiz->questions[i];
		if (q->n_right != 1 || q->n_choices < 2)
			continue;
		n++;
		if (!is_longest_right(c, q))
			continue;
		first = first ? first : q->heading;
		add_listed(&lines, n_longest++, q->heading->start_line);
	}
	size_t most = n * 3 / 10;
	if (n >= FEWEST_QUESTIONS && n_longest > most)
		diag_report(c->diag, MSG_QUIZ_LONGEST, place_of(c, first),
		            number(c, (int)n_longest), number(c, (int)n),
		            buf_text(&lines), number(c, (int)most), NULL);
}

void quiz_check(struct document *doc, const struct quiz *quiz, struct diag *d)
{
	struct checking c = {.doc = doc, .quiz = quiz, .diag = d};
	for (size_t i = 0; i < quiz->n; i++)
		check_question(&c, &quiz->questions[i]);
	check_start(&c);
	check_sections(&c);
	check_ids(&c);
	if (quiz->n < FEWEST_QUESTIONS)
		return;
	check_positions(&c);
	check_lengths(&c);
}

/* Whether some boxes of a list are ticked and others not. */
static bool is_half_ticked(struct document *doc, const cmark_node *list)
{
	size_t n = 0, n_right = 0;
	for (const cmark_node *item = list->first_child; item; item = item->next, n++)
		n_right += node_is_task(item) && node_is_checked(doc, item);
	return n_right > 0 && n_right < n;
}

static bool asks(struct document *doc, const cmark_node *heading)
{
	const char *text = node_text(doc->arena, heading);
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return len > 0 && text[len - 1] == '?';
}

void quiz_look_for(struct document *doc, const struct page *page, struct diag *d)
{
	const cmark_node *heading = NULL;
	size_t n_lists = 0, n_ticked = 0, n_asked = 0;
	if (page->type == PAGE_QUIZ)
		return;
	for (const cmark_node *n = doc->root->first_child; n; n = n->next) {
		if (quiz_is_section(n)) {
			heading = n;
		} else if (heading && quiz_has_boxes(n)) {
			bool is_ticked = is_half_ticked(doc, n);
			n_lists++;
			n_ticked += is_ticked;
			n_asked += is_ticked && asks(doc, heading);
			heading = NULL;
		}
	}
	/* It says so in its name, or all its lists stand below questions. */
	bool is_named = n_ticked > 0 && strstr(text_fold(doc->arena, page->path), "quiz");
	if (is_named || (n_lists > 1 && n_asked == n_lists))
		diag_report(d, MSG_QUIZ_TYPE, (struct place){doc->path, 0, 0}, NULL);
}
