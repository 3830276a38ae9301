#ifndef HTML_HTML_H
#define HTML_HTML_H

/*
 * The one serialiser: a page's tree to its body.
 *
 * What compose found out about a node (a heading's id, where a link leads,
 * how large an image is), and what settle decided, hangs on the node (notes.h);
 * this module writes it, decides nothing, and never looks at what it wrote. The tests
 * hold it to cmark's own renderer (tests/plain.h).
 */

#include "base/buf.h"
#include "base/mem.h"
#include "course/composed.h"
#include "course/page_kinds.h"
#include "markup/tree.h"
#include "settle/notes.h"
#include "words/labels.h"

struct html_writer {
	struct buf out;
	struct document *doc;
	const struct labels *labels; /* in the page's language */
	enum page_type type;
	struct ref *refs; /* in the order of `out` */
	size_t n_refs, cap_refs;
	struct part *parts; /* in the order of `out` */
	size_t n_parts, cap_parts;
	const struct quiz *quiz; /* NULL: the page is none */
	bool is_copy;        /* what is written was written before: its ids are taken */
	const char *section; /* words of the last heading; NULL: none yet */
	const cmark_node *note; /* that is open, of those at the page's end */
	int n_hints, n_tables, n_codes, n_questions, n_footnotes;
};

struct html_writer html_writer(struct arena *scratch, struct document *doc,
                               const struct labels *labels, enum page_type type);
/* Writes a node and what is below it. */
void html_write(struct html_writer *w, const cmark_node *root);
/* What was written, in the writer's memory. */
struct body html_finish(struct html_writer *w);

/* Leaves something to whoever writes the body out. */
void html_add_ref(struct html_writer *w, enum ref_kind kind, size_t number);

#endif
