#ifndef RENDER_NOTES_H
#define RENDER_NOTES_H

/*
 * Notes: what the stages of compose find out about a node, hung on the node.
 *
 * Who finds something out fills a note; who needs it later reads the note, and
 * asks nobody. Nothing here looks at the site.
 */

#include "format/markdown.h"

struct page;
struct source_file;

enum link_kind {
	LINK_DROPPED, /* printed as text */
	LINK_DIRECT,  /* href is known */
	LINK_HOLE,    /* to an anchor of another page: connect decides */
};

/* What hangs on LINK and IMAGE nodes, and on raw `a` and `img`. */
struct link_note {
	enum link_kind kind;
	/* What the address names, be it published or not: a page, or else a file of the
	 * content. NULL: neither. */
	const struct page *page;
	const struct source_file *file;
	const char *href;  /* escaped by the writer as an address */
	size_t hole;       /* number of the page's link */
	const char *title; /* NULL: none */
	/* Printed in place of the link's own text; NULL: its own. Of a section, its
	 * heading's words are, as soon as they are known. */
	const char *text;
	const char *detail; /* of a page: its description; of a file: type and size; of
	                       another site: its host */
	const char *player; /* of a film: what shows it in the page; NULL: nothing */
	bool is_remote_image;
	int width, height;
};

/* What hangs on headings. */
struct heading_note {
	int level;            /* as printed */
	const char *id;       /* NULL: none */
	const char **aliases; /* printed too, as empty elements in front of its words */
	size_t n_aliases;
	const char *text;
	bool has_own_id;  /* its author gave it */
	bool is_question; /* of a quiz: no link to itself, it names its choices */
};

/* What hangs on the button of a mention. */
struct mention {
	const char *id;   /* of the element with the definition */
	const char *name; /* the whole phrase, where the button holds its last word; or
	                     NULL */
};

/* What hangs on the tag of a file that is included. */
struct include {
	struct document doc;         /* of the included file, for places */
	const char *path;            /* of it, from the content folder */
	const struct include *outer; /* NULL: the page itself */
};

void link_note_set(cmark_node *node, struct link_note *note);
void heading_note_set(cmark_node *node, struct heading_note *note);
/* The note of a link, an image, a heading; NULL: it is another node, or has none. */
struct link_note *link_note_of(const cmark_node *node);
struct heading_note *heading_note_of(const cmark_node *node);
/* What an element includes; NULL: it is another element, or nothing was found. */
struct include *include_of(const cmark_node *node);

#endif
