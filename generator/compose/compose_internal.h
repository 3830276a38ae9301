#ifndef COMPOSE_COMPOSE_INTERNAL_H
#define COMPOSE_COMPOSE_INTERNAL_H

/* What the files of compose share; nothing here is for others. */

#include "compose/aliases.h"
#include "compose/ids.h"
#include "compose/lexicon.h"
#include "compose/links.h"
#include "compose/mentions.h"
#include "course/composed.h"
#include "french/typography.h"
#include "markup/tree.h"
#include "settle/destinations.h"
#include "settle/notes.h"
#include "words/diag.h"

/* The texts of one block in reading order, whatever they stand in. */
struct runs {
	struct text_run *items; /* as typed; `result` has the typography */
	cmark_node **nodes;
	size_t n, cap, cap_nodes;
};

/* Where the page comes from (sources.c). */
struct source_map {
	const char **files; /* paths from the content folder; the page's own first */
	size_t n_files, cap_files;
	struct include **includes; /* those that were found, in the order of the page */
	size_t n_includes, cap_includes;
	struct destinations written; /* in the page's own file */
	struct block *blocks;
	size_t n_blocks, cap_blocks;
	struct destination *destinations;
	size_t n_destinations, cap_destinations;
	size_t n_lost; /* destinations that were found nowhere */
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
	struct runs runs; /* room for those of the block that is looked at */
	struct source_map source_map;
	struct sections *sections; /* NULL: they are not wanted */
	const char **players;      /* origins, each once */
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

/* Where the page comes from (sources.c). Blocks are those of the tree that was parsed,
 * before anything is taken out of it; destinations get their targets when links were
 * resolved. */

/* Numbers the files of the page: itself, and what it includes. */
void source_map_number_files(struct composing *c);
/* Numbers the blocks of the tree, and notes their lines. */
void source_map_record_blocks(struct composing *c);
/* Notes the questions of a quiz as blocks, behind all others. */
void source_map_record_questions(struct composing *c, struct quiz *quiz);
/* Notes the destinations of all files, and what they lead to. */
void source_map_record_destinations(struct composing *c);
/* The document that an include reads; that of the page for NULL. */
struct document *source_map_document(struct composing *c, struct include *include);

/* The page as what can be searched, and seen to change (sections.c). */

/* Reads the words of the tree as they were typed, with what is included in its place. */
void sections_read(struct composing *c, struct lexicon *lexicon);
/* Names the sections by their headings, and takes the starts of their texts. */
void sections_name(struct composing *c);
/* The questions of a quiz, whose sections are named. */
void sections_record_questions(struct composing *c, const struct quiz *quiz);

#endif
