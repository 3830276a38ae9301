#ifndef CHECK_RULES_INTERNAL_H
#define CHECK_RULES_INTERNAL_H

/*
 * What the files of the rules share: the page that is looked at, and the text
 * of one of its blocks. For check/rules*.c only.
 */

#include "base/map.h"
#include "check/rules.h"
#include "course/page_kinds.h"

/* Where a text of the tree starts in a passage. */
struct passage_part {
	size_t start;
	const cmark_node *node;
};

/* The words of a paragraph, heading or cell, whatever they stand in. Code, images and
 * addresses are a space, a hard break is a newline. */
struct passage {
	const char *text;
	size_t len;
	struct passage_part *parts;
	size_t n_parts, cap_parts;
};

/* An acronym of the page, and where it stands first. */
struct acronym {
	const char *name;
	struct place at;
	bool is_explained;
};

/* The block whose texts are being seen, and whether they want a closer look. */
struct words_seen {
	const cmark_node *block;
	bool is_paragraph;
	bool may_hold_acronyms;
	size_t n_bytes;
};

struct rules {
	const struct site *site;
	struct document *doc;
	struct diag *diag;
	const cmark_node *start; /* the first node behind the page's title */
	bool is_behind_title;
	enum page_type type;
	bool has_title;     /* of level 1, before what is looked at */
	bool is_judged;     /* how it is written: French, of a course */
	bool has_own_rules; /* terms and questions that are empty are told elsewhere */
	int level;          /* of the last heading, as it is printed */
	const cmark_node *section; /* the heading under which nothing stands yet */
	int section_level;
	const cmark_node *behind_heading; /* the first node that is no part of it */
	bool is_behind_heading;
	int n_reports;
	struct words_seen words;
	struct map by_name; /* acronyms */
	struct acronym **acronyms;
	size_t n_acronyms, cap_acronyms;
};

/* What a page has more of is told often enough, and looking for places takes time. */
enum { MOST_RULE_REPORTS = 100 };
bool rules_may_report(struct rules *r);
/* And what is nested deeper is no heading, label or alternative. */
enum { MOST_RULE_NODES = 200 };
/* The text below a node, markup left aside; false when it is longer than there is room,
 * or no text alone. */
bool rules_read_text(const cmark_node *node, char *text, size_t size);

/* Where a part of a passage stands in the file. */
struct place passage_place(struct rules *r, const struct passage *p, size_t at,
                           size_t len);

/* Whether a node is GitBook's cards: a table that is none to a reader, or the list made
 * of it. */
bool rules_is_cards(const cmark_node *node);

/* The texts of a block that holds inlines follow; the block before is done with. */
void rules_begin_words(struct rules *r, const cmark_node *block);
void rules_look_at_text(struct rules *r, const cmark_node *text);
void rules_end_words(struct rules *r);
/* Looks at where a link says it leads. */
void rules_look_at_link(struct rules *r, const cmark_node *link);

/* Looks at how a text is written, in French. */
void rules_look_at_writing(struct rules *r, const cmark_node *text);

/* Notes the acronyms of a passage, and what it explains. */
void acronyms_look_at(struct rules *r, const struct passage *p);
/* Notes what the page's title explains; its acronyms are looked for in the text. */
void acronyms_look_at_title(struct rules *r, const char *title);
/* Notes that a text is explained: `<abbr title="…">`. */
void acronyms_explain(struct rules *r, const char *text);
void acronyms_report(struct rules *r);

#endif
