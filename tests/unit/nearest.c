#include "base/nearest.h"

#include <stdint.h>

#include "../tap.h"
#include "base/buf.h"
#include "base/text.h"

/* clang-format off */
static const char *const names[] = {
	"README.md", "fiches/tri.md", "fiches/tir.md", "Fiches/Été.md", "a", "", "fiches/tri-2.md", "fiches/tri.md",
};

static const struct { const char *name, *nearest; } cases[] = {
	{"fiches/tri.md", "fiches/tri.md"},
	{"fiche/tri.md", "fiches/tri.md"},
	{"fiches/tro.md", "fiches/tri.md"},     /* the first of those equally near */
	{"fiches/tr-2.md", "fiches/tri-2.md"},
	{"fiches/tri2.md", "fiches/tri.md"},    /* of two lengths, likewise */
	{"fiches/ete.md", "Fiches/Été.md"},     /* folded */
	{"readme.MD", "README.md"},
	{"REDAME.md", "README.md"},             /* swapped */
	{"b", "a"},                             /* one slip in up to four bytes */
	{"", ""},
	{"xyz", NULL},
	{"fiches/tri-par-couleur.md", NULL},
	{"cours/ateliers/accueil.md", NULL},
	{"images/plan.svg", NULL},
};
/* clang-format on */

static struct nearest *index_of(struct arena *a, const char *const *all, size_t n)
{
	struct nearest *x = nearest_new(a);
	for (size_t i = 0; i < n; i++)
		nearest_add(x, all[i]);
	return x;
}

static void test_few(struct arena *a)
{
	struct nearest *x = index_of(a, names, COUNT(names));
	is(nearest_find(nearest_new(a), "a"), NULL, "nearest of none");
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *found = nearest_find(x, cases[i].name);
		is(found, cases[i].nearest, "nearest to %s", cases[i].name);
		ok(found == text_nearest(cases[i].name, names, COUNT(names)),
		   "which text_nearest gives, too");
	}
}

/* The same numbers on every machine. */
static size_t random_below(uint64_t *state, size_t n)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(*state >> 33) % n;
}

/* What random names are made of: few letters, so that many names are near. */
struct kind {
	const char *shown;
	const char *letters[8];
	size_t n_letters, shortest, longest;
};

static const struct kind kinds[] = {
	{"of two letters", {"a", "b"}, 2, 0, 9},
	{"of four letters", {"a", "b", "c", "/"}, 4, 0, 40},
	{"of one length", {"a", "b", "c", "d", "e", "f", "g", "-"}, 8, 30, 30},
	{"at the largest length", {"a", "b", "c", "d", "e", "f"}, 6, 61, 67},
	{"that folding changes", {"é", "e", "É", "œ", "日", "A", "%", "%%"}, 8, 0, 25},
};

enum { MANY = 400, SEARCHES = 200 };

static const char *random_name(struct arena *a, const struct kind *k, uint64_t *state)
{
	struct buf b = buf_new(a);
	size_t n = k->shortest + random_below(state, k->longest - k->shortest + 1);
	for (size_t i = 0; i < n; i++)
		buf_add_string(&b, k->letters[random_below(state, k->n_letters)]);
	return buf_text(&b);
}

/* A name with a few slips in its bytes, whatever they were. */
static const char *with_slips(struct arena *a, const char *name, uint64_t *state)
{
	char *slipped = arena_string(a, name);
	size_t len = strlen(name);
	for (size_t n = random_below(state, 12); len > 1 && n > 0; n--) {
		size_t i = random_below(state, len - 1);
		char c = slipped[i];
		switch (random_below(state, 3)) {
		case 0: slipped[i] = "abcdef/-"[random_below(state, 8)]; break;
		case 1:
			slipped[i] = slipped[i + 1];
			slipped[i + 1] = c;
			break;
		default: memmove(slipped + i, slipped + i + 1, len-- - i); break;
		}
	}
	return slipped;
}

/* Random names, looked for with both: the same name of the array, not only the same
 * bytes. */
static void test_many(struct arena *a, const struct kind *k)
{
	const char *all[MANY];
	uint64_t state = 1;
	size_t n_found = 0, n_wrong = 0;
	for (size_t i = 0; i < MANY; i++)
		all[i] = random_name(a, k, &state);
	struct nearest *x = index_of(a, all, MANY);
	for (size_t i = 0; i < SEARCHES; i++) {
		const char *name = i % 2 ? random_name(a, k, &state)
		                         : with_slips(a, all[i % MANY], &state);
		const char *found = nearest_find(x, name);
		const char *expected = text_nearest(name, all, MANY);
		n_found += found != NULL;
		if (found != expected && ++n_wrong == 1)
			diag("%s: %s, not %s", name, found ? found : "(NULL)",
			     expected ? expected : "(NULL)");
	}
	ok(n_wrong == 0 && n_found > 0, "%d names %s: the same %zu of %d are found", MANY,
	   k->shown, n_found, SEARCHES);
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_few(&a);
	for (size_t i = 0; i < COUNT(kinds); i++)
		test_many(&a, &kinds[i]);
	arena_release(&a);
	return finish();
}
