#ifndef COURSE_COMPOSED_H
#define COURSE_COMPOSED_H

/*
 * What composing a page returns: a value.
 *
 * It is one allocation that points to nothing outside itself: other pages,
 * files and terms are numbers of the site that was loaded. So it can be
 * kept, copied, or thrown away alone. Numbers hold until the course is loaded
 * again; what lives longer is a page's path.
 */

#include <stdint.h>

#include "words/diag.h"

struct heading {
	int level; /* as the site writes it, from 1; 0: a place that is no heading */
	const char *id;
	const char *text;     /* plain, typographic */
	const char **aliases; /* further ids that lead here */
	size_t n_aliases;
};

/* A link to an anchor of another page: connect finds where it leads. */
struct link {
	size_t target;      /* number of the page */
	const char *anchor; /* as written, without # */
	struct place at;
};

/* What a body leaves to whoever writes it out. */
enum ref_kind {
	REF_LINK_OPEN, /* the tag of a link, by its number */
	REF_LINK_TEXT, /* its words, where they are those of what it leads to */
	REF_LINK_CLOSE,
};

struct ref {
	uint32_t at; /* bytes of the body that stand before it */
	uint32_t kind;
	uint32_t number; /* of what the kind says */
};

/* Bytes, and references among them in their order. */
struct body {
	const char *bytes;
	size_t len;
	const struct ref *refs;
	size_t n_refs;
};

struct composed {
	size_t size;  /* bytes of the whole allocation */
	bool is_lost; /* it could not be composed: the body says so */
	struct body body;
	const struct heading *headings; /* the title is first */
	size_t n_headings;
	const struct link *links;
	size_t n_links;
	const uint32_t *linked; /* numbers of the pages that it links to, each once */
	size_t n_linked;
	const uint32_t *assets; /* of the files that it shows or links to */
	size_t n_assets;
	const uint32_t *terms; /* that it mentions, in the order of their first mention */
	size_t n_terms;
	size_t n_words;
	size_t n_questions;
	/* origins of the players of its films, blanks between them; NULL: it has none */
	const char *players;
	const struct finding *findings;
	size_t n_findings;
};

/* A page of ours: the theme has all that it needs. */
extern const struct composed composed_nothing;

/* A copy in one allocation, with all that it points to. */
const struct composed *composed_keep(const struct composed *draft, struct arena *a);

#endif
