#ifndef COURSE_FRONT_H
#define COURSE_FRONT_H

/*
 * Front matter, typed: what a page's first lines say, and the table of its keys.
 *
 * A field is here because C code reads it; what only templates show is checked by the
 * same table, and they ask `page.meta` for it.
 */

#include "base/mem.h"
#include "data/value.h"
#include "words/diag.h"

struct key;

struct front {
	const char *title, *description, *icon, *language, *id; /* NULL: not said */
	const char *last_checked; /* the day on which its facts were; NULL: not said */
	const char *review;       /* the day on which they should be again; NULL */
	const char *responsible;  /* who answers for it; NULL */
	bool is_draft, is_hidden;
	int type;    /* an enum page_type, or CHOICE_NONE, CHOICE_UNKNOWN */
	int listing; /* the number of its word, or CHOICE_NONE, CHOICE_UNKNOWN */
	int minutes; /* 0: not said */
	/* Lists of texts, as written; nil: not said. */
	struct value objectives, prerequisites, sheets, aliases;
	struct value results; /* a map, shared with `page.meta`; nil: not said */
};

/* Reads the map of a page's front matter, and reports what is wrong; `shown_path` is for
 * places. */
void front_read(struct front *front, struct value meta, const char *shown_path,
                struct arena *a, struct diag *d);
/* The name under which the manual knows a key of front matter: `durée` is "duree"; its
 * own when it is not known. */
const char *front_key_name(const char *key);
/* Whether front matter may hold a key of this name. */
bool front_has_key(const char *key);
/* The words of `liste:`, in the order of enum listing; NULL behind the last. */
const char *front_listing_word(size_t number);
/* The table of keys: first those that mean something here. */
const struct key *front_keys(size_t *n);
/* The keys that mean something here, in the order of the table; NULL behind the last. */
const char *front_key(size_t number);

#endif
