#include "search/rank.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "compose/lexicon.h"
#include "search/expand.h"
#include "search/stops.h"
#include "search/words.h"

/*
 * A page's score adds up, over the terms of the query, how rare a term is times how much
 * the page is about it, which more and more weight makes hardly more. A page that has
 * only some of the terms loses more than they are worth, and one whose title the query
 * nearly is gains.
 */

enum {
	SATURATION = 40, /* the weight that is half of the most */
	ENOUGH = 24,     /* the weight by which a page covers a term */
	UNIT = 1024,
	LEAST_COVERAGE = 205, /* what is left of a page that covers nothing */
	MOST_CHECKED = 60,    /* pages that are looked at for phrases, the best first */
	LEAST_RARITY = 8,     /* of what is on all pages */
	RARITY_BITS = 6,      /* of a fraction */
	TITLE_PARTS = 10,
	TITLE_GAIN = 10,
	OF_UNKNOWN = 6, /* tenths of the most rarity, for a term that no page has */
};

/* What is gathered for a page. */
struct tally {
	int64_t score, covered;
	uint32_t n_title;
	uint32_t weight; /* of the term at hand */
	bool is_in_title;
};

struct ranking {
	const struct search_index *x;
	struct arena scratch;
	struct search_term terms[MOST_TERMS];
	size_t n_terms;
	struct tally *tallies; /* by page */
	int64_t total;         /* rarity of all terms */
	struct expansions expanded[MOST_TERMS];
	int64_t rarity[MOST_TERMS];
	struct {
		uint32_t first, second; /* hashes */
	} pairs[MOST_TERMS];            /* words that must stand side by side */
	size_t n_pairs;
};

/* Quotes that open and close; the straight one does both. */
static bool is_quote(uint32_t c, bool opens)
{
	return c == '"' || c == (opens ? 0xab : 0xbb) || c == (opens ? 0x201c : 0x201d);
}

/* Words between quotes: where each is, in the query. A quote that nobody closes is none.
 */
struct quoted {
	const char *start, *end;
};

/* The next one, from `at` on; false: there is none. */
static bool find_quoted(const char *at, const char *end, struct quoted *q)
{
	q->start = NULL;
	while (at < end) {
		const char *here = at;
		uint32_t c = text_next(&at, end);
		q->end = here;
		if (q->start && is_quote(c, false))
			return true;
		if (is_quote(c, true))
			q->start = at;
	}
	return false;
}

static void note_pair(struct ranking *r, const struct search_term *before,
                      const struct search_term *t)
{
	r->pairs[r->n_pairs].first = pair_hash_word(before->word, before->len);
	r->pairs[r->n_pairs++].second = pair_hash_word(t->word, t->len);
}

static bool says_something(const struct ranking *r, const struct search_term *t)
{
	bool is_letter = t->len == 1 && !text_is_digit((unsigned char)*t->word);
	return !is_letter && !stops_has(r->x->stops, t->word, t->len);
}

/* The words that mean something; all of them when none does. */
static void read_terms(struct ranking *r, const char *query)
{
	const char *folded = text_fold(&r->scratch, query);
	struct search_term all[MOST_TERMS];
	size_t n_all = 0;
	struct words w = words_of(folded);
	struct quoted q;
	bool has_quoted = find_quoted(folded, w.end, &q);
	const char *phrase = NULL; /* of the word before */
	while (words_next(&w) && n_all < MOST_TERMS) {
		while (has_quoted && w.word >= q.end)
			has_quoted = find_quoted(q.end + 1, w.end, &q);
		struct search_term t = {w.word, w.len,
		                        w.at == w.end && w.word + w.len == w.end,
		                        has_quoted && w.word >= q.start};
		if (t.is_exact && phrase == q.start)
			note_pair(r, &all[n_all - 1], &t);
		phrase = t.is_exact ? q.start : NULL;
		all[n_all++] = t;
		if (says_something(r, &t))
			r->terms[r->n_terms++] = t;
	}
	if (r->n_terms == 0)
		memcpy(r->terms, all, (r->n_terms = n_all) * sizeof *all);
	for (size_t i = 0; r->n_terms > 1 && i < r->n_terms; i++)
		r->terms[i].is_typed = false;
}

/* The logarithm to the base of two of numerator / denominator, at least 0, in 1 / 64. */
static int64_t rarity_of(uint64_t numerator, uint64_t denominator)
{
	uint64_t v = (numerator << 15) / denominator; /* from 1 on */
	int64_t whole = 0;
	while (v >= (uint64_t)2 << 15) {
		v >>= 1;
		whole++;
	}
	for (int i = 0; i < RARITY_BITS; i++) {
		v = v * v >> 15;
		whole *= 2;
		if (v >= (uint64_t)2 << 15) {
			v >>= 1;
			whole++;
		}
	}
	return whole;
}

/* How rare what stands on `n` of all pages is. */
static int64_t rarity(const struct search_index *x, size_t n)
{
	int64_t rare = rarity_of(2 * ((uint64_t)x->n_pages + 1), 2 * (uint64_t)n + 1);
	return rare < LEAST_RARITY ? LEAST_RARITY : rare;
}

static size_t gather_weights(struct ranking *r, const struct expansions *e)
{
	size_t n_pages = 0;
	for (size_t i = 0; i < e->n; i++) {
		const struct search_word *w = &r->x->words[e->items[i].word];
		for (uint32_t k = 0; k < w->n_postings; k++) {
			const struct search_posting *p = &w->postings[k];
			struct tally *t = &r->tallies[p->page];
			uint32_t more = p->weight * e->items[i].quality / QUALITY_UNIT;
			n_pages += t->weight == 0 && more > 0;
			t->weight += more;
			t->is_in_title |= p->is_in_title;
		}
	}
	return n_pages;
}

static void count_term(struct ranking *r, int64_t rare)
{
	for (size_t i = 0; i < r->x->n_pages; i++) {
		struct tally *t = &r->tallies[i];
		int64_t w = t->weight;
		t->score += rare * (w * UNIT / (w + SATURATION));
		t->covered += rare * (w < ENOUGH ? w : ENOUGH);
		t->n_title += t->is_in_title;
		t->weight = 0;
		t->is_in_title = false;
	}
}

static void score_term(struct ranking *r, size_t number)
{
	const struct search_term *t = &r->terms[number];
	struct expansions *e = &r->expanded[number];
	*e = search_expand(r->x, t, &r->scratch);
	size_t n_pages = gather_weights(r, e);
	int64_t rare = rarity(r->x, n_pages);
	if (n_pages == 0)
		rare = rare * OF_UNKNOWN / 10;
	r->rarity[number] = rare;
	r->total += rare;
	count_term(r, rare);
}

static int64_t final_score(const struct ranking *r, size_t page)
{
	const struct tally *t = &r->tallies[page];
	uint32_t n_title = r->x->pages[page].n_title_words;
	if (t->score == 0 || r->total == 0)
		return 0;
	int64_t c = t->covered * UNIT / (r->total * ENOUGH);
	int64_t score =
		t->score *
		(LEAST_COVERAGE + (UNIT - LEAST_COVERAGE) * (c * c / UNIT) / UNIT) /
		UNIT * r->x->pages[page].weight / PAGE_UNIT;
	if (n_title == 0)
		return score;
	uint32_t of_query = t->n_title < n_title ? t->n_title : n_title;
	return score * (TITLE_PARTS * n_title + TITLE_GAIN * of_query) /
	       (TITLE_PARTS * n_title);
}

static const struct search_posting *posting_of(const struct search_word *w, uint32_t page)
{
	size_t low = 0, high = w->n_postings;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (w->postings[middle].page < page)
			low = middle + 1;
		else
			high = middle;
	}
	return low < w->n_postings && w->postings[low].page == page ? &w->postings[low]
	                                                            : NULL;
}

/* Whether a page has each word that is asked for as it is written. */
static bool has_quoted_words(const struct ranking *r, size_t page)
{
	for (size_t i = 0; i < r->n_terms; i++) {
		const struct expansions *e = &r->expanded[i];
		if (!r->terms[i].is_exact || !says_something(r, &r->terms[i]))
			continue;
		if (e->n == 0 ||
		    !posting_of(&r->x->words[e->items[0].word], (uint32_t)page))
			return false;
	}
	return true;
}

static bool has_phrases(const struct ranking *r, uint32_t page)
{
	for (size_t i = 0; i < r->n_pairs; i++)
		if (!search_has_pair(&r->x->pages[page], r->pairs[i].first,
		                     r->pairs[i].second))
			return false;
	return true;
}

static size_t take_best(const struct ranking *r, struct search_result *results,
                        size_t most)
{
	size_t n = 0;
	for (size_t i = 0; i < r->x->n_pages; i++) {
		struct search_result one = {.page = (uint32_t)i,
		                            .score = final_score(r, i)};
		if (one.score == 0 || !has_quoted_words(r, i) ||
		    (n == most && one.score <= results[n - 1].score))
			continue;
		size_t at = n < most ? n++ : n - 1;
		for (; at > 0 && results[at - 1].score < one.score; at--)
			results[at] = results[at - 1];
		results[at] = one;
	}
	return n;
}

/* Sections. */

struct section_score {
	uint32_t number;
	int64_t score;
};

struct section_scores {
	struct section_score *items;
	size_t n, cap;
};

static void add_score(struct ranking *r, struct section_scores *s, uint32_t number,
                      int64_t score)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->items[i].number == number) {
			s->items[i].score += score;
			return;
		}
	struct section_score one = {number, score};
	ARRAY_ADD(&r->scratch, s->items, s->n, s->cap, one);
}

/* Of equals the one that is read first. */
static void take_best_sections(struct search_result *result,
                               const struct section_scores *s)
{
	int64_t scores[MOST_SHOWN_SECTIONS];
	for (size_t i = 0; i < s->n; i++) {
		struct section_score one = s->items[i];
		size_t at = result->n_sections;
		while (at > 0 && (scores[at - 1] < one.score ||
		                  (scores[at - 1] == one.score &&
		                   result->sections[at - 1] > one.number)))
			at--;
		if (at == MOST_SHOWN_SECTIONS)
			continue;
		if (result->n_sections < MOST_SHOWN_SECTIONS)
			result->n_sections++;
		for (size_t k = result->n_sections - 1; k > at; k--) {
			scores[k] = scores[k - 1];
			result->sections[k] = result->sections[k - 1];
		}
		scores[at] = one.score;
		result->sections[at] = one.number;
	}
}

static void find_sections(struct ranking *r, struct search_result *result)
{
	struct section_scores s = {0};
	for (size_t t = 0; t < r->n_terms; t++)
		for (size_t i = 0; i < r->expanded[t].n; i++) {
			const struct expansion *e = &r->expanded[t].items[i];
			const struct search_posting *p =
				posting_of(&r->x->words[e->word], result->page);
			for (size_t k = 0; p && k < p->n_sections; k++)
				add_score(r, &s, p->sections[k].number,
				          r->rarity[t] * p->sections[k].weight *
				                  e->quality);
		}
	take_best_sections(result, &s);
}

size_t search_rank(const struct search_index *x, const char *query,
                   struct search_result results[MOST_RESULTS])
{
	struct ranking r = {.x = x, .scratch = ARENA_PRIVATE};
	read_terms(&r, query);
	r.tallies = arena_array(&r.scratch, x->n_pages + 1, sizeof *r.tallies);
	for (size_t i = 0; i < r.n_terms; i++)
		score_term(&r, i);
	struct search_result checked[MOST_CHECKED];
	size_t n = 0, n_checked = take_best(&r, checked,
	                                    r.n_pairs ? MOST_CHECKED : MOST_RESULTS);
	for (size_t i = 0; i < n_checked && n < MOST_RESULTS; i++)
		if (has_phrases(&r, checked[i].page))
			results[n++] = checked[i];
	for (size_t i = 0; i < n; i++)
		find_sections(&r, &results[i]);
	arena_release(&r.scratch);
	return n;
}
