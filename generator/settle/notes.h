#ifndef SETTLE_NOTES_H
#define SETTLE_NOTES_H

/*
 * Notes: what the stages of compose find out about a node, hung on the node.
 *
 * Who finds something out fills a note; who needs it later reads the note, and
 * asks nobody. Nothing here looks at the site.
 */

#include "markup/tree.h"
#include "settle/destinations.h"

struct page;
struct source_file;

enum link_kind {
	LINK_DROPPED, /* printed as text */
	LINK_DIRECT,  /* to another site: `href` is all of it */
	LINK_LOCAL,   /* to the id `href` of the page itself, or "": to its top */
	LINK_PAGE,    /* to another page, which an edition knows how to reach */
	LINK_ASSET,   /* to a file of the content, or its part `anchor` */
	LINK_BESIDE,  /* to `href` as seen from the site's root: another space's folder */
};

/* What hangs on LINK and IMAGE nodes, and on raw `a` and `img`. */
struct link_note {
	enum link_kind kind;
	/* What the address names, be it published or not: a page, or else a file of the
	 * content. NULL: neither. */
	const struct page *page;
	const struct source_file *file;
	/* escaped by the writer as an address; see above. Of a file: its place in the
	 * site */
	const char *href;
	const char *anchor; /* of a file; NULL: none */
	size_t number;      /* of the page's link, of the site's file */
	bool has_section;   /* of LINK_PAGE: a section of the page is meant */
	const char *title;  /* NULL: none */
	/* Printed in place of the link's own text; NULL: its own. Of a section, its
	 * heading's words are, as soon as they are known. */
	const char *text;
	/* a page's description; a file's type and size; another site's host */
	const char *detail;
	const char *player; /* of a film: what shows it in the page; NULL: nothing */
	bool is_remote_image;
	int width, height;
	bool is_in_link; /* settled: another one is around, so it has no tags */
};

/* What hangs on headings. */
struct heading_note {
	int level;            /* as printed */
	size_t number;        /* among the page's headings */
	const char *id;       /* NULL: none */
	const char **aliases; /* printed too, as empty elements in front of its words */
	size_t n_aliases;
	const char *text;
	bool has_own_id;  /* its author gave it */
	bool is_question; /* of a quiz: no link to itself, it names its choices */
	bool has_anchor;  /* settled: a link to itself */
};

/* As what a node of Markdown is written, where that is not plain from its type. */
enum form {
	FORM_USUAL,
	FORM_BARE,     /* of paragraphs: no tags of their own */
	FORM_LABEL,    /* the label of its box ends with it */
	FORM_END,      /* a note ends with it: the ways back stand in it */
	FORM_OPEN_END, /* of notes: the ways back stand behind all else */
	FORM_TASKS,    /* of lists: some items have boxes */
	FORM_BOX,      /* of items */
	FORM_TICKED,
	FORM_BOX_ALONE, /* no paragraph is its label */
	FORM_TICKED_ALONE,
	FORM_IN_LINK, /* of calls of notes */
	FORM_HEADER,  /* of cells: at the left, in the middle, at the right */
	FORM_HEADER_CENTER,
	FORM_HEADER_NUM,
	FORM_CELL,
	FORM_CELL_CENTER,
	FORM_CELL_NUM,
	FORM_CELL_LONG, /* its words need a wide column */
	N_FORMS
};

/* What hangs on the button of a mention. */
struct mention {
	const char *id; /* of the element with the definition */
	/* the whole phrase, where the button holds its last word; or NULL */
	const char *name;
};

/* What was found of a page of type quiz (quiz.h), for who writes it. */
struct choice {
	const cmark_node *item;
	const cmark_node *words; /* the paragraph that says it; NULL: it has none */
	bool is_right;
};

struct question {
	const cmark_node *heading;
	const cmark_node *list;
	const cmark_node *end; /* the node behind the question; NULL: the page's end */
	struct choice *choices;
	size_t n_choices;
	int n_right;
	size_t block; /* its number, as node_number has it; 0: none */
};

struct quiz {
	struct question *questions;
	size_t n;
};

/* What hangs on the tag of a file that is included. */
struct include {
	struct document doc;         /* of the included file, for places */
	const char *path;            /* of it, from the content folder */
	const struct include *outer; /* NULL: the page itself */
	const struct source_file *file;
	uint32_t number;                  /* of its file, among those of the page */
	struct destinations destinations; /* in it, where they are wanted */
};

void link_note_set(cmark_node *node, struct link_note *note);
void heading_note_set(cmark_node *node, struct heading_note *note);
/* The note of a link, an image, a heading; NULL: it is another node, or has none. */
struct link_note *link_note_of(const cmark_node *node);
struct heading_note *heading_note_of(const cmark_node *node);
/* The note of an element that leads somewhere, raw HTML or a tag; NULL: it has none. */
struct link_note *element_link(const struct element *e);
/* What settle decided of a paragraph, list, item, cell, note or call of a note. */
enum form form_of(const cmark_node *node);
void form_set(cmark_node *node, enum form form);
/* What an element includes; NULL: it is another element, or nothing was found. */
struct include *include_of(const cmark_node *node);

#endif
