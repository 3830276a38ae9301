#ifndef CHECK_GLOSSARY_ORDER_H
#define CHECK_GLOSSARY_ORDER_H

/*
 * The order of a glossary's terms, by which its index of letters is made: é stands with
 * e, capitals and hyphens do not count. One that is sorted in no way is left alone.
 */

#include "base/mem.h"
#include "course/site.h"

/* A term that stands out of order, and where it goes. */
struct misplaced {
	const struct term *term;
	const struct term *behind; /* NULL: before all others of its page */
};

struct misplaced_list {
	struct misplaced *items;
	size_t n;
};

/* Those of a page, whose terms are site.terms[first] and the following n, in the order of
 * the file. In the arena. */
struct misplaced_list glossary_misplaced(const struct site *site, size_t first, size_t n,
                                         struct arena *a);
/* Reports those of all glossaries. */
void glossary_order_check(struct site *site);

#endif
