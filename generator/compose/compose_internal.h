#ifndef COMPOSE_COMPOSE_INTERNAL_H
#define COMPOSE_COMPOSE_INTERNAL_H

/* What the files of compose share; nothing here is for others. */

#include "compose/aliases.h"
#include "compose/ids.h"
#include "compose/links.h"
#include "compose/mentions.h"
#include "course/composed.h"
#include "french/typography.h"
#include "markup/tree.h"
#include "words/diag.h"

/* The texts of one block in reading order, whatever they stand in. */
struct runs {
	struct text_run *items; /* as typed; `result` has the typography */
	cmark_node **nodes;
	size_t n, cap, cap_nodes;
};

struct composing {
	const struct site *site;
	const struct page *page;
	struct composed out;
	struct diag diag;
	struct document doc;
	struct link_context links;
	struct mentions mentions;
	struct page_ids ids;
	struct heading *headings;
	size_t n_headings, cap_headings;
	struct aliases aliases;
	int levels[6]; /* of the headings that are open, as the author wrote them */
	int n_levels;
	const char **waiting; /* ids above a heading, which gets them */
	size_t n_waiting, cap_waiting;
	struct runs runs;     /* room for those of the block that is looked at */
	const char **players; /* origins, each once */
	size_t n_players, cap_players;
	typography *typography; /* NULL: texts stay as they were typed */
};

/* The text without blanks around it; it is changed. */
char *compose_trim(char *text);

/* Headings (headings.c), in the order of the page: the title is first. */

/* The page's first heading is its title, which the theme prints: here it only leaves its
 * anchors. */
void headings_take_title(struct composing *c);
/* A heading, and its texts, which have their typography. Without words it is taken out.
 */
void headings_note(struct composing *c, cmark_node *node, const struct runs *runs);
/* Takes out a paragraph of nothing but anchors above a heading, which gets them. */
void headings_note_paragraph(struct composing *c, cmark_node *node);
/* The id of an element of raw HTML, which is dropped when it is taken, and its level. */
void headings_note_html(struct composing *c, const cmark_node *node, struct element *e);

#endif
