#include "base/nearest.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"

/*
 * Most names are not compared at all: they are too long or too short, or lack
 * too many letters, to be nearer than the best one so far. Others start like
 * the name before them and share what was worked out for that one.
 *
 * Comparing fills the table of text_distance by columns. A column is three
 * words, in which a bit says how a cell differs from its neighbour; so a few
 * instructions do for all its rows (Hyyrö, "A bit-vector algorithm for
 * computing Levenshtein and Damerau edit distances", 2003).
 */

enum { CLASSES = 32 }; /* of bytes, by their low bits: each small letter has its own */

_Static_assert(LONGEST_NEAR <= 64, "a bit of a word for each byte of a name");
_Static_assert(CLASSES % sizeof(vector) == 0, "counts are read as vectors");

struct near_name {
	const char *name, *folded;
	unsigned char counts[CLASSES]; /* of its bytes */
	size_t shared; /* first bytes that are those of the name before it */
	size_t number; /* of names that were added before */
};

struct near_names {
	struct near_name *items;
	size_t n, cap;
};

struct nearest {
	struct arena *arena;
	struct near_names by_length[LONGEST_NEAR + 1]; /* of the folded names */
	size_t n;
};

struct column {
	uint64_t grows, falls; /* by row: one more, one less than the row above */
	uint64_t keeps;        /* the same as on the row above, a column before */
	int distance; /* on the diagonal to the last cell, where it never falls */
};

/* A name that is looked for. */
struct wanted {
	size_t len;
	unsigned char counts[CLASSES];
	uint64_t rows[256]; /* by byte: where the name has it */
	const struct near_name *best;
	int limit; /* the distance of the best one; without one, how far it may be */
	struct column columns[LONGEST_NEAR + 1];
	size_t n_columns; /* behind the first: those that hold for the name at hand */
};

static void count_bytes(unsigned char counts[CLASSES], const char *folded)
{
	for (; *folded; folded++)
		counts[(unsigned char)*folded % CLASSES]++;
}

/* How many bytes a name has more than another, class by class: at most LONGEST_NEAR. */
static int surplus(const unsigned char *counts, const unsigned char *others)
{
	vector sum = vector_of(0);
	for (size_t i = 0; i < CLASSES; i += sizeof sum) {
		vector mine = vector_load(counts + i), other = vector_load(others + i);
		sum += (mine - other) & (vector)(mine > other);
	}
	return (int)vector_sum(sum);
}

static size_t shared_bytes(const char *a, const char *b)
{
	size_t n = 0;
	while (a[n] && a[n] == b[n])
		n++;
	return n;
}

struct nearest *nearest_new(struct arena *a)
{
	struct nearest *x = arena_alloc(a, sizeof *x);
	x->arena = a;
	return x;
}

void nearest_add(struct nearest *x, const char *name)
{
	struct near_name item = {
		.name = name, .folded = text_fold(x->arena, name), .number = x->n++};
	size_t len = strlen(item.folded);
	if (len > LONGEST_NEAR)
		return; /* near to none */
	struct near_names *names = &x->by_length[len];
	count_bytes(item.counts, item.folded);
	if (names->n > 0)
		item.shared =
			shared_bytes(item.folded, names->items[names->n - 1].folded);
	ARRAY_ADD(x->arena, names->items, names->n, names->cap, item);
}

/* The distance to a name of `len` bytes; what is beyond the limit is that far at least.
 */
static int distance(struct wanted *w, const char *folded, size_t len, int limit)
{
	size_t i = w->n_columns;
	struct column c = w->columns[i];
	uint64_t before = i > 0 ? w->rows[(unsigned char)folded[i - 1]] : 0;
	while (i < len && c.distance <= limit) {
		uint64_t equal = w->rows[(unsigned char)folded[i]];
		uint64_t swapped = (~c.keeps & equal) << 1 & before;
		c.keeps = (((equal & c.grows) + c.grows) ^ c.grows) | equal | c.falls |
		          swapped;
		uint64_t grows_across = (c.falls | ~(c.keeps | c.grows)) << 1 | 1;
		uint64_t falls_across = (c.keeps & c.grows) << 1;
		c.grows = falls_across | ~(c.keeps | grows_across);
		c.falls = grows_across & c.keeps;
		if (w->len + i >= len)
			c.distance += (c.keeps >> (w->len + i - len) & 1) == 0;
		before = equal;
		w->columns[++i] = c;
	}
	w->n_columns = i;
	return c.distance;
}

/* Whether a name cannot be within the limit: each slip takes one byte away at most, and
 * the longer name has more to lose. */
static bool is_far(const struct wanted *w, const struct near_name *item, size_t len,
                   int limit)
{
	if (w->columns[w->n_columns].distance > limit)
		return true;
	return (w->len > len ? surplus(w->counts, item->counts)
	                     : surplus(item->counts, w->counts)) > limit;
}

/* Looks for a better one among the names of one length. */
static void look_through(struct wanted *w, const struct near_names *names, size_t len)
{
	w->n_columns = 0;
	w->columns[0] = (struct column){
		.grows = UINT64_MAX,
		.distance = (int)(w->len > len ? w->len - len : len - w->len)};
	for (size_t i = 0; i < names->n; i++) {
		const struct near_name *item = &names->items[i];
		if (w->n_columns > item->shared)
			w->n_columns = item->shared;
		bool is_later = w->best && w->best->number < item->number;
		int limit = is_later ? w->limit - 1 : w->limit;
		if (is_far(w, item, len, limit))
			continue;
		int d = distance(w, item->folded, len, limit);
		if (d <= limit) {
			w->limit = d;
			w->best = item;
		}
	}
}

static void want(struct wanted *w, const char *folded)
{
	w->len = strlen(folded);
	w->limit = text_reach(w->len);
	count_bytes(w->counts, folded);
	for (size_t i = 0; i < w->len; i++)
		w->rows[(unsigned char)folded[i]] |= (uint64_t)1 << i;
}

const char *nearest_find(const struct nearest *x, const char *name)
{
	struct arena scratch = ARENA_PRIVATE;
	struct wanted w = {.limit = -1};
	const char *folded = text_fold(&scratch, name);
	if (strlen(folded) <= LONGEST_NEAR)
		want(&w, folded);
	arena_release(&scratch);
	for (int gap = 0; gap <= w.limit; gap++) {
		size_t shorter = w.len - (size_t)gap, longer = w.len + (size_t)gap;
		if (shorter <= w.len)
			look_through(&w, &x->by_length[shorter], shorter);
		if (gap > 0 && longer <= LONGEST_NEAR)
			look_through(&w, &x->by_length[longer], longer);
	}
	return w.best ? w.best->name : NULL;
}
