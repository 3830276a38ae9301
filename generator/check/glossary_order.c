#include "check/glossary_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "source/source.h"
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

/* A glossary that is put in order: its terms and the lines of its file. */
struct sorting {
	struct site *site;
	struct arena *arena;
	const struct term *terms;
	size_t n;
	struct lines {
		const char **items; /* where each starts, and the end of the last */
		size_t n;
	} lines;
};

static void read_lines(struct sorting *s)
{
	struct bytes b;
	const struct page *page = s->terms[0].page;
	size_t cap = 0;
	s->lines.n = 0;
	if (!s->site->diag->wants_changes || !page->file ||
	    !source_read(&s->site->source, s->arena, page->file, LARGEST_PAGE, &b))
		return;
	const char *end = b.data + b.len;
	for (const char *at = b.data; at < end;) {
		ARRAY_ADD(s->arena, s->lines.items, s->lines.n, cap, at);
		at = memchr(at, '\n', (size_t)(end - at));
		at = at ? at + 1 : end;
	}
	ARRAY_ADD(s->arena, s->lines.items, s->lines.n, cap, end);
}

/* The line behind a term's definition: that of the next term, or the one behind the last
 * of the file. */
static int line_behind(const struct sorting *s, const struct term *term)
{
	return term + 1 < s->terms + s->n ? term[1].at.line : (int)s->lines.n;
}

/* Whether what follows a term up to the next one may belong to the whole page: a heading,
 * a footnote, the address of a reference. */
static bool has_strangers(const struct sorting *s, const struct term *term)
{
	int end = line_behind(s, term);
	for (int i = term->at.line + 1; i < end; i++) {
		const char *line = s->lines.items[i - 1];
		if (line[0] == '[' ||
		    (line[0] == '#' && (line[1] == ' ' || line[1] == '#')))
			return true;
	}
	return false;
}

/* All lines of a term and of its definition. */
static const char *lines_of(const struct sorting *s, const struct term *term)
{
	const char *from = s->lines.items[term->at.line - 1];
	const char *end = s->lines.items[line_behind(s, term) - 1];
	struct buf b = buf_new(s->arena);
	for (; from < end; from++)
		if (*from != '\r')
			buf_add_char(&b, *from);
	return arena_copy(s->arena, b.data, b.len);
}

/* Without what ends the last line, and empty ones behind it. */
static const char *without_end(struct arena *a, const char *lines)
{
	size_t len = strlen(lines);
	while (len > 0 && lines[len - 1] == '\n')
		len--;
	return arena_copy(a, lines, len);
}

/* The term goes where it was told to. */
static void cure(const struct sorting *s, const struct misplaced *m)
{
	int behind = m->behind ? line_behind(s, m->behind) : s->terms[0].at.line;
	bool is_last = behind == (int)s->lines.n;
	bool is_known = s->lines.n > 0 && behind <= (int)s->lines.n &&
	                line_behind(s, m->term) <= (int)s->lines.n;
	if (!is_known || has_strangers(s, m->term) ||
	    (is_last && has_strangers(s, m->behind)))
		return;
	struct place to = m->term->at, from = m->term->at;
	const char *lines = lines_of(s, m->term);
	const char *text = without_end(s->arena, lines);
	to.line = behind;
	to.column = from.column = 0;
	diag_cure(s->site->diag,
	          (struct change){.at = to,
	                          .old = "",
	                          .fresh = arena_format(s->arena,
	                                                is_last ? "\n%s\n" : "%s\n\n",
	                                                text)});
	diag_cure(s->site->diag, (struct change){.at = from, .old = lines, .fresh = ""});
}

static void report(const struct sorting *s, const struct misplaced *m)
{
	const struct term *by = m->behind ? m->behind : &s->terms[0];
	diag_report(s->site->diag, m->behind ? MSG_TERM_ORDER : MSG_TERM_ORDER_FIRST,
	            m->term->at, m->term->name, by->name,
	            arena_format(s->arena, "%d", by->at.line), NULL);
	cure(s, m);
}

/* Those that go to one place come there in their order. */
static int compare_misplaced(const void *a, const void *b)
{
	const struct misplaced *x = a, *y = b;
	struct arena scratch = ARENA_PRIVATE;
	int order = strcmp(letters_of(&scratch, x->term->name),
	                   letters_of(&scratch, y->term->name));
	arena_release(&scratch);
	return order ? order : x->term < y->term ? -1 : x->term > y->term;
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
		struct sorting s = {.site = site,
		                    .arena = &scratch,
		                    .terms = &site->terms[first],
		                    .n = end - first};
		if (list.n > 0) {
			read_lines(&s);
			qsort(list.items, list.n, sizeof *list.items, compare_misplaced);
		}
		for (size_t i = 0; i < list.n; i++)
			report(&s, &list.items[i]);
	}
	arena_release(&scratch);
}
