#ifndef COMPOSE_IDS_H
#define COMPOSE_IDS_H

/*
 * The ids of a page: each is given once, and those that a theme or the
 * serialiser gives are nobody else's (see the manual of themes).
 */

#include "base/map.h"
#include "base/mem.h"
#include "markup/tree.h"

struct page_ids {
	const struct document *doc; /* its footnotes have an id of their own */
	struct arena *arena;
	struct map taken;
	struct map numbers; /* id -> the last number that was put behind it */
};

/* The id of the element that holds the definition of the glossary's term of this number,
 * from 1, for a page that mentions it. */
char *ids_of_term(struct arena *a, size_t number);

struct page_ids ids_new(const struct document *doc, struct arena *a);
/* Takes an id for the page, or says that it is taken. */
bool ids_take(struct page_ids *ids, const char *id);
/* Takes this id, or one like it. */
const char *ids_free(struct page_ids *ids, const char *id);

#endif
