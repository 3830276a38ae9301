#ifndef SETTLE_DESTINATIONS_H
#define SETTLE_DESTINATIONS_H

/*
 * Where in a text the destinations of its links stand.
 *
 * The parser tells what a link leads to, not from which bytes it read that.
 * So the lines of what holds the link are read again. What is recorded is
 * right: its bytes, decoded as its kind says, are what the node leads to.
 * What is not found is not recorded.
 */

#include "markup/tree.h"

enum destination_kind {
	DESTINATION_LINK,       /* `[…](here)`, `<here>` too */
	DESTINATION_IMAGE,      /* `![…](here)` */
	DESTINATION_DEFINITION, /* `[…]: here`, once for all that refer to it */
	DESTINATION_AUTOLINK,   /* `<https://…>`, or an address that stands alone */
	DESTINATION_TAG,        /* an attribute of a tag */
	DESTINATION_INCLUDE,    /* the same, of `{% include %}` */
	DESTINATION_HTML,       /* an attribute of raw HTML */
	N_DESTINATION_KINDS
};

struct written {
	enum destination_kind kind;
	size_t start, end;             /* bytes of the document's text */
	const char *value;             /* decoded */
	const cmark_node *node;        /* a link or image that leads there … */
	const struct element *element; /* … or a tag or raw HTML */
	size_t rank;                   /* in which it was found */
};

struct destinations {
	struct written *items; /* in the order of the text, each place once */
	size_t n, cap;
	size_t n_missed; /* links that were found nowhere */
};

/* Of a document that was just parsed, and keeps its elements. */
struct destinations destinations_find(struct document *doc);

/* The attribute that says where an element leads; NULL: it leads nowhere. */
const char *element_destination(const struct element *e);

#endif
