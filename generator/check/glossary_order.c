#include "check/glossary_order.h"

#include <string.h>

#include "base/text.h"
#include "words/diag.h"
#include "words/message_names.h"

enum {
	MOST_TERMS = 2000,  /* each is compared with all before it */
	FEWEST_TERMS = 3,   /* of two nobody knows which one is wrong */
	LEAST_IN_ORDER = 4, /* of five: what has less is sorted otherwise */
	OF = 5,
};

/* Letters and digits of a term, folded. */
static const char *letters_of(struct arena *a, const char *name)
{
	char *form = text_fold(a, name), *to = form;
	for (const char *at = form, *end = form + strlen(form); at < end;) {
		const char *start = at;
		uint32_t c = text_next(&at, end);
		if (!text_is_letter(c) && !text_is_digit(c))
			continue;
		memmove(to, start, (size_t)(at - start));
		to += at - start;
	}
	*to = '\0';
	return form;
}

/* A term as it is compared. */
struct key {
	const char *words, *letters;
};

/* Whether one may come before another: letter by letter or word by word, as dictionaries
 * differ. */
static bool may_precede(const struct key *a, const struct key *b)
{
	return strcmp(a->letters, b->letters) <= 0 || strcmp(a->words, b->words) <= 0;
}

struct ordering {
	struct key *keys;
	size_t *lengths,
		*before; /* of the longest row that ends here; before: 0 is none */
	bool *is_kept;
	size_t n;
};

/* Finds the longest row of terms that are in order: the others are out of it. Returns its
 * length. */
static size_t keep_longest(struct ordering *o)
{
	size_t best = 0;
	for (size_t i = 0; i < o->n; i++) {
		o->lengths[i] = 1;
		for (size_t k = 0; k < i; k++)
			if (o->lengths[k] >= o->lengths[i] &&
			    may_precede(&o->keys[k], &o->keys[i])) {
				o->lengths[i] = o->lengths[k] + 1;
				o->before[i] = k + 1;
			}
		if (o->lengths[i] > o->lengths[best])
			best = i;
	}
	for (size_t i = best + 1; i > 0; i = o->before[i - 1])
		o->is_kept[i - 1] = true;
	return o->lengths[best];
}

/* The last of those in order that may come before a term; NULL: none does. */
static const struct term *place_of(const struct ordering *o, const struct term *terms,
                                   size_t number)
{
	const struct term *behind = NULL;
	for (size_t i = 0; i < o->n; i++)
		if (o->is_kept[i] &&
		    strcmp(o->keys[i].letters, o->keys[number].letters) <= 0)
			behind = &terms[i];
	return behind;
}

struct misplaced_list glossary_misplaced(const struct site *site, size_t first, size_t n,
                                         struct arena *a)
{
	const struct term *terms = site->terms + first;
	struct misplaced_list out = {0};
	if (n < FEWEST_TERMS || n > MOST_TERMS)
		return out;
	struct ordering o = {.n = n};
	o.keys = arena_array(a, n, sizeof *o.keys);
	o.lengths = arena_array(a, n, sizeof *o.lengths);
	o.before = arena_array(a, n, sizeof *o.before);
	o.is_kept = arena_array(a, n, sizeof *o.is_kept);
	for (size_t i = 0; i < n; i++)
		o.keys[i] = (struct key){text_fold(a, terms[i].name),
		                         letters_of(a, terms[i].name)};
	size_t n_kept = keep_longest(&o);
	bool is_sorted = n_kept * OF >= n * LEAST_IN_ORDER || n - n_kept == 1;
	out.items = arena_array(a, n - n_kept + 1, sizeof *out.items);
	for (size_t i = 0; is_sorted && i < n; i++)
		if (!o.is_kept[i])
			out.items[out.n++] =
				(struct misplaced){&terms[i], place_of(&o, terms, i)};
	return out;
}

static void report(struct site *site, const struct misplaced *m, const struct term *first,
                   struct arena *a)
{
	const struct term *by = m->behind ? m->behind : first;
	diag_report(site->diag, m->behind ? MSG_TERM_ORDER : MSG_TERM_ORDER_FIRST,
	            m->term->at, m->term->name, by->name,
	            arena_format(a, "%d", by->at.line), NULL);
}

void glossary_order_check(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	for (size_t first = 0, end; first < site->n_terms; first = end) {
		const struct page *page = site->terms[first].page;
		for (end = first; end < site->n_terms && site->terms[end].page == page;)
			end++;
		struct misplaced_list list =
			glossary_misplaced(site, first, end - first, &scratch);
		for (size_t i = 0; i < list.n; i++)
			report(site, &list.items[i], &site->terms[first], &scratch);
	}
	arena_release(&scratch);
}
