#ifndef RENDER_HTML_H
#define RENDER_HTML_H

/*
 * The one serialiser: a page's tree to its body.
 *
 * What compose found out about a node (a heading's id, where a link leads,
 * how large an image is) hangs on the node as a note; this module only
 * writes. In plain mode the bytes are those of cmark's own renderer, which
 * the tests hold it to.
 */

#include "base/buf.h"
#include "format/markdown.h"
#include "model/site.h"
#include "render/composed.h"

enum link_kind {
	LINK_DROPPED, /* printed as text */
	LINK_DIRECT,  /* href is known */
	LINK_HOLE,    /* to an anchor of another page: connect decides */
};

/* What hangs on LINK and IMAGE nodes, and on raw `a` and `img`. */
struct link_note {
	enum link_kind kind;
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

struct quiz; /* render/quiz.h */

struct html_writer {
	struct buf out;
	struct document *doc;
	enum language lang;
	enum page_type type;
	struct ref *refs; /* in the order of `out` */
	size_t n_refs, cap_refs;
	const struct quiz *quiz; /* NULL: the page is none */
	bool is_copy;        /* what is written was written before: its ids are taken */
	const char *section; /* words of the last heading; NULL: none yet */
	int n_tabs, n_hints, n_tables, n_codes, n_questions, n_footnotes;
};

struct html_writer html_writer(struct arena *scratch, struct document *doc,
                               enum language lang, enum page_type type);
/* Writes a node and what is below it. */
void html_write(struct html_writer *w, const cmark_node *root);
/* What was written, in the writer's memory. */
struct body html_finish(struct html_writer *w);

/* Leaves something to whoever writes the body out. */
void html_add_ref(struct html_writer *w, enum ref_kind kind, size_t number);

void html_set_link_note(cmark_node *node, struct link_note *note);
void html_set_heading_note(cmark_node *node, struct heading_note *note);
struct link_note *html_link_note(const cmark_node *node);
struct heading_note *html_heading_note(const cmark_node *node);

/* Whether a heading of raw HTML is written as one: neither within a line, nor around
 * another. */
bool html_is_heading(const cmark_node *node);

/* Words that the body itself needs, in the page's language. */
enum body_label {
	LABEL_HINT_INFO,
	LABEL_HINT_SUCCESS,
	LABEL_HINT_WARNING,
	LABEL_HINT_DANGER,
	LABEL_CODE,
	LABEL_TABLE,
	LABEL_COLON,
	LABEL_NOTES,
	LABEL_NOTE,
	LABEL_NOTE_BACK,
	LABEL_TAB,
	LABEL_QUESTION,
	LABEL_OF,
	LABEL_SEVERAL,
	LABEL_ANSWER,
	LABEL_RIGHT,
	LABEL_WRONG,
	LABEL_REMOTE_IMAGE,
	LABEL_FAILED,
	LABEL_RIGHT_ANSWER,
	LABEL_RIGHT_ANSWERS,
	LABEL_DIAGRAM,
	LABEL_FORMULA,
	LABEL_BLOCK,
	LABEL_PROMPT,
	LABEL_SHOW_CODE,
	LABEL_API,
	LABEL_API_SCHEMAS,
	LABEL_API_ANSWER,
	LABEL_API_REQUIRED,
	N_BODY_LABELS
};
const char *body_label(enum body_label label, enum language lang);

#endif
