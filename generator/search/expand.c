#include "search/expand.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "search/words.h"

enum {
	OF_STEM = 11,     /* of the same stem */
	OF_ENDING = 11,   /* the same but for its ending */
	BEGUN = 10,       /* begun by a word that is unknown, */
	BEGUN_BESIDE = 4, /* by one that is known, too */
	SHARES_START = 6, /* the longest start that any word has */
	SHORTEST_BASE = 4,
	SHORTEST_BEGUN = 3, /* letters, from here on */
	SHORTEST_NEAR = 4,
	SHORTEST_RARE = 7,
	SHORTEST_FAR = 8, /* from here on two slips */
	SHORTEST_START = 4,
	SHORTEST_SHARED = 5,
	MOST_RARE = 2, /* pages that a rare word is on, of few */
	MOST_BEGUN = 24,
	MOST_NEAR = 24
};
/* Near words, by their distance. */
static const uint32_t near[] = {0, 11, 8};

/* The quality of each word; 0: it is not meant. */
struct meant {
	const struct search_index *x;
	struct arena *a;
	uint32_t *quality; /* by number */
	uint32_t *numbers; /* those that are meant */
	size_t n, cap;
};

static void add(struct meant *m, size_t number, uint32_t quality)
{
	if (m->quality[number] == 0)
		ARRAY_ADD(m->a, m->numbers, m->n, m->cap, (uint32_t)number);
	if (quality > m->quality[number])
		m->quality[number] = quality;
}

static void add_group(struct meant *m, const struct search_group *g, uint32_t quality)
{
	for (uint32_t i = 0; g && i < g->n; i++)
		add(m, m->x->members[g->first + i], quality);
}

/* Words in an order, of which a few are taken. */
struct candidate {
	uint32_t number, spread, distance;
};

/* Nearer ones first, then those that are spread wider. */
static int compare_candidates(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->distance != y->distance)
		return x->distance < y->distance ? -1 : 1;
	if (x->spread != y->spread)
		return x->spread > y->spread ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

struct candidates {
	struct candidate *items;
	size_t n, cap;
};

static void propose(struct meant *m, struct candidates *c, size_t number,
                    uint32_t distance)
{
	struct candidate one = {(uint32_t)number, m->x->words[number].n_postings,
	                        distance};
	ARRAY_ADD(m->a, c->items, c->n, c->cap, one);
}

static void sort_candidates(struct candidates *c)
{
	if (c->n > 1)
		qsort(c->items, c->n, sizeof *c->items, compare_candidates);
}

/* The first word that is not before `start`. */
static size_t first_from(const struct search_index *x, const char *start, size_t len)
{
	size_t low = 0, high = x->n_words;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strncmp(x->words[middle].name, start, len) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void find_begun(struct meant *m, struct candidates *c, const char *word,
                       size_t len)
{
	const struct search_index *x = m->x;
	for (size_t i = first_from(x, word, len);
	     i < x->n_words && strncmp(x->words[i].name, word, len) == 0; i++)
		if (x->words[i].is_common && x->words[i].len > len)
			propose(m, c, i, 0);
	sort_candidates(c);
}

static void add_begun(struct meant *m, const char *word, size_t len, uint32_t quality)
{
	struct candidates c = {0};
	find_begun(m, &c, word, len);
	for (size_t i = 0; i < c.n && i < MOST_BEGUN; i++)
		add(m, c.items[i].number, quality);
}

/* Inflections. */

/* Endings that a word may change for one another, folded; the browser has them by
 * search_endings. Of an unknown word the stem is not asked for, since a browser has no
 * stemmer. */
static const char endings[] =
	" s e es ee ees er ez ent ant ante ants antes ement ements ation ations ateur "
	"ateurs "
	"eur eurs euse euses rice rices age ages ais ait ons ions iez era if ifs ive "
	"ives al "
	"ale ales aux ien iens ienne iennes ier iers iere ieres ite ites ing ed ly ";

const char *search_endings(void)
{
	return endings;
}

static bool is_ending(const char *text)
{
	size_t len = strlen(text);
	for (const char *at = endings; len && (at = strstr(at, text)); at++)
		if (at[-1] == ' ' && at[len] == ' ')
			return true;
	return len == 0;
}

/* Words that are the same but for an ending, with as much in common as can be. */
static void add_inflected(struct meant *m, const char *word, size_t len)
{
	const struct search_index *x = m->x;
	const char *whole = arena_copy(m->a, word, len);
	for (size_t base = len; base >= SHORTEST_BASE && m->n == 0; base--) {
		if (!is_ending(whole + base))
			continue;
		for (size_t i = first_from(x, word, base);
		     i < x->n_words && strncmp(x->words[i].name, word, base) == 0; i++)
			if (is_ending(x->words[i].name + base)) {
				add(m, i, OF_ENDING);
				add_group(m, &x->groups[x->words[i].group],
				          OF_ENDING * OF_STEM / QUALITY_UNIT);
			}
	}
}

/* Near words. */

enum { LONGEST_LETTERS = LONGEST_SEARCHED };
struct letters {
	uint32_t at[LONGEST_LETTERS];
	size_t n;
};

static struct letters letters_of(const char *word, size_t len)
{
	struct letters l = {.n = 0};
	for (const char *at = word, *end = word + len; at < end && l.n < LONGEST_LETTERS;)
		l.at[l.n++] = text_next(&at, end);
	return l;
}

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/*
 * Letters that are missing, too many, wrong, or in the place of their neighbour: how many
 * slips lead from one word to the other (optimal string alignment); `most` + 1 when there
 * are more than `most`.
 */
static uint32_t distance(const struct letters *a, const struct letters *b, uint32_t most)
{
	uint32_t rows[3][LONGEST_LETTERS + 1];
	for (size_t k = 0; k <= b->n; k++)
		rows[0][k] = (uint32_t)k;
	for (size_t i = 1; i <= a->n; i++) {
		uint32_t *row = rows[i % 3], *above = rows[(i + 2) % 3],
			 *before = rows[(i + 1) % 3], best = row[0] = (uint32_t)i;
		for (size_t k = 1; k <= b->n; k++) {
			bool differs = a->at[i - 1] != b->at[k - 1];
			row[k] = least(above[k - 1] + differs,
			               least(above[k], row[k - 1]) + 1);
			if (i > 1 && k > 1 && a->at[i - 1] == b->at[k - 2] &&
			    a->at[i - 2] == b->at[k - 1])
				row[k] = least(row[k], before[k - 2] + 1);
			best = least(best, row[k]);
		}
		if (best > most)
			return most + 1;
	}
	return least(rows[a->n % 3][b->n], most + 1);
}

static void add_near(struct meant *m, const struct letters *word)
{
	const struct search_index *x = m->x;
	uint32_t most = word->n < SHORTEST_FAR ? 1 : 2;
	struct candidates c = {0};
	for (size_t i = 0; i < x->n_words; i++) {
		if (!x->words[i].is_common || x->words[i].len + most < word->n)
			continue;
		struct letters other = letters_of(x->words[i].name, x->words[i].len);
		if (other.n > word->n + most || other.n + most < word->n)
			continue;
		uint32_t d = distance(word, &other, most);
		if (d > 0 && d <= most)
			propose(m, &c, i, d);
	}
	sort_candidates(&c);
	for (size_t i = 0;
	     i < c.n && i < MOST_NEAR && c.items[i].distance == c.items[0].distance;
	     i++) {
		uint32_t quality = near[c.items[i].distance];
		const struct search_word *w = &x->words[c.items[i].number];
		add(m, c.items[i].number, quality);
		add_group(m, &x->groups[w->group], quality * OF_STEM / QUALITY_UNIT);
	}
}

/* Nothing else was found: words that start as it does, as far as any does. */
static void add_sharing(struct meant *m, const struct letters *letters, const char *word,
                        size_t len)
{
	for (size_t n = letters->n - 1; n >= SHORTEST_START && m->n == 0; n--) {
		size_t bytes = text_offset(word, len, (int)n);
		add_begun(m, word, bytes,
		          SHARES_START * (uint32_t)n / (uint32_t)letters->n);
	}
}

static int compare_numbers(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

/* Pages that have any of the words; more than `most` are not counted. */
static size_t count_pages(const struct meant *m, size_t most)
{
	size_t n = 0;
	for (size_t i = 0; i < m->n; i++)
		n += m->x->words[m->numbers[i]].n_postings;
	return n < most + 1 ? n : most + 1;
}

/* What is meant, by number. */
static struct expansions listed(struct meant *m)
{
	if (m->n > 1)
		qsort(m->numbers, m->n, sizeof *m->numbers, compare_numbers);
	struct expansions e = {.n = m->n};
	e.items = arena_array(m->a, m->n + 1, sizeof *e.items);
	for (size_t i = 0; i < m->n; i++)
		e.items[i] = (struct expansion){m->numbers[i], m->quality[m->numbers[i]]};
	return e;
}

struct expansions search_expand(const struct search_index *x,
                                const struct search_term *term, struct arena *a)
{
	const char *word = term->word;
	size_t len = term->len;
	struct meant m = {.x = x, .a = a};
	struct letters letters = letters_of(word, len);
	m.quality = arena_array(a, x->n_words + 1, sizeof *m.quality);
	const struct search_word *same = search_find(x, word, len);
	if (term->is_exact) {
		if (same)
			add(&m, (size_t)(same - x->words), QUALITY_UNIT);
		return listed(&m);
	}
	if (same) {
		add(&m, (size_t)(same - x->words), QUALITY_UNIT);
		add_group(&m, &x->groups[same->group], OF_STEM);
	} else {
		add_inflected(&m, word, len);
	}
	size_t few = MOST_RARE + x->n_pages / PAGES_OF_FEW;
	bool is_known = m.n > 0, is_rare = count_pages(&m, few) <= few;
	if (letters.n >= SHORTEST_BEGUN && (term->is_typed || !is_known))
		add_begun(&m, word, len, is_known ? BEGUN_BESIDE : BEGUN);
	if (letters.n >= SHORTEST_NEAR &&
	    (!is_known || (is_rare && letters.n >= SHORTEST_RARE)))
		add_near(&m, &letters);
	if (m.n == 0 && letters.n >= SHORTEST_SHARED)
		add_sharing(&m, &letters, word, len);
	return listed(&m);
}
