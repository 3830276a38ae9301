#include "search/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "compose/lexicon.h"
#include "course/composed.h"
#include "course/page_kinds.h"
#include "search/stops.h"
#include "search/synonyms.h"
#include "search/words.h"

/*
 * Pages are read one after the other. What the page at hand has of a word is gathered in
 * that word's `hits`, which count for this page alone; then each hit becomes a posting.
 * The postings of all pages are sorted by word at the end.
 */

enum field {
	FIELD_TITLE,
	FIELD_SLUG,
	FIELD_MENU,
	FIELD_DESCRIPTION,
	FIELD_OBJECTIVES,
	FIELD_PARENTS,
	FIELD_TERMS,
	FIELD_HEADINGS,
	N_FIELDS
};

/* What a field weighs against one occurrence in the text, and how far its length, or
 * that of the page, takes from it, in hundredths. */
enum { TITLE_LENGTH = 6 };
static const struct {
	unsigned weight;
} fields[N_FIELDS] = {
	[FIELD_TITLE] = {6},      [FIELD_SLUG] = {2},     [FIELD_DESCRIPTION] = {2},
	[FIELD_PARENTS] = {3},    [FIELD_HEADINGS] = {2}, [FIELD_MENU] = {3},
	[FIELD_OBJECTIVES] = {1}, [FIELD_TERMS] = {1},
};
enum {
	LENGTH_SHARE = 30,
	TITLE_SHARE = 40,
	HEADING_SECTION = 6,
	OF_ASIDE = 5,
	OF_QUIZ = 8,
	OF_LISTING = 10
};

/* What the page at hand has of a word. */
struct hits {
	uint32_t page; /* which that is, from 1; an earlier one: nothing */
	uint32_t n;    /* in its text */
	uint16_t fields[N_FIELDS];
	uint32_t section, n_there; /* the one at hand, and what it has */
	struct search_posting posting;
};

struct gathered {
	const char *name;
	uint32_t len, number; /* in the order of names, at last */
	uint32_t hash;        /* as pairs are made of it */
	uint32_t n_postings;
	bool is_in_heading; /* of some page */
	bool is_idle;       /* nobody looks for it: see is_searched */
	struct hits hits;
};

struct pending {
	struct gathered *word;
	struct search_posting posting;
};

/* What a term of the glossary is called. */
struct names {
	struct gathered **items;
	size_t n, cap;
};

struct indexing {
	struct search_index *x;
	const struct book *book;
	struct arena scratch;
	struct map by_name; /* struct gathered */
	struct gathered **gathered;
	size_t n, cap;
	struct pending *pending;
	size_t n_pending, cap_pending;
	struct gathered **touched; /* words of the page at hand */
	size_t n_touched, cap_touched;
	uint32_t page; /* from 1 */
	uint64_t mean_length;
	struct names *names; /* of each term */
	struct map terms;    /* the same by its name */
};

/* Words. */

/* Whether a word is one that is looked for: single letters are what is left of elisions.
 */
static bool is_searched(const struct indexing *in, const char *word, size_t len)
{
	bool is_letter = len == 1 && !text_is_digit((unsigned char)word[0]);
	return !is_letter && !stops_has(in->x->stops, word, len);
}

static struct gathered *find_gathered(struct indexing *in, const char *name, size_t len)
{
	struct gathered *e = map_find(&in->by_name, name, len);
	if (e)
		return e;
	e = arena_alloc(&in->scratch, sizeof *e);
	e->name = arena_copy(in->x->arena, name, len);
	e->len = (uint32_t)len;
	e->is_idle = !is_searched(in, name, len);
	e->hash = pair_hash_word(name, len);
	map_put(&in->by_name, e->name, len, e);
	if (!e->is_idle)
		ARRAY_ADD(&in->scratch, in->gathered, in->n, in->cap, e);
	return e;
}

/* Makes words known that say the same as one that is: who asks for them finds it. */
static void add_synonyms(struct indexing *in, const char *row)
{
	struct words w = words_of(row);
	bool is_known = false;
	while (words_next(&w))
		is_known |= map_find(&in->by_name, w.word, w.len) != NULL;
	w = words_of(row);
	while (is_known && words_next(&w))
		find_gathered(in, w.word, w.len);
}

static struct hits *touch(struct indexing *in, struct gathered *e)
{
	struct hits *h = &e->hits;
	if (h->page == in->page)
		return h;
	*h = (struct hits){.page = in->page, .posting.page = in->page - 1};
	ARRAY_ADD(&in->scratch, in->touched, in->n_touched, in->cap_touched, e);
	return h;
}

/* Sections. */

/* Keeps the sections that have most of a word; of equals the first ones. */
static void keep_section(struct search_posting *p, uint32_t number, uint32_t weight)
{
	struct search_section s = {
		(uint16_t)number,
		(uint16_t)(weight < MOST_SECTION_WEIGHT ? weight : MOST_SECTION_WEIGHT)};
	size_t least = 0;
	if (p->n_sections < MOST_SECTIONS) {
		p->sections[p->n_sections++] = s;
		return;
	}
	for (size_t i = 1; i < MOST_SECTIONS; i++)
		if (p->sections[i].weight <= p->sections[least].weight)
			least = i;
	if (p->sections[least].weight >= s.weight)
		return;
	memmove(p->sections + least, p->sections + least + 1,
	        (MOST_SECTIONS - 1 - least) * sizeof s);
	p->sections[MOST_SECTIONS - 1] = s;
}

static void end_section(struct hits *h)
{
	if (h->n_there > 0)
		keep_section(&h->posting, h->section, h->n_there);
	h->n_there = 0;
}

static void add_to_section(struct hits *h, uint32_t section, uint32_t n)
{
	if (h->section != section)
		end_section(h);
	h->section = section;
	h->n_there += n;
}

/* Fields. */

static void add_pair(struct search_page *p, uint32_t before, uint32_t hash)
{
	uint32_t bit = pair_bit(before, hash);
	p->pairs[(bit >> 5) & (p->n_pairs - 1)] |= 1u << (bit & 31);
}

bool search_has_pair(const struct search_page *p, uint32_t before, uint32_t hash)
{
	uint32_t bit = pair_bit(before, hash);
	return p->pairs[(bit >> 5) & (p->n_pairs - 1)] & 1u << (bit & 31);
}

static void add_field(struct indexing *in, enum field f, const char *text,
                      uint32_t section)
{
	if (!text)
		return;
	struct words w = words_of(text_fold(&in->scratch, text));
	uint32_t before = 0;
	while (words_next(&w)) {
		struct gathered *e = find_gathered(in, w.word, w.len);
		add_pair(&in->x->pages[in->page - 1], before, e->hash);
		before = e->hash;
		if (e->is_idle)
			continue;
		struct hits *h = touch(in, e);
		if (f == FIELD_HEADINGS || h->fields[f] == 0)
			h->fields[f]++;
		if (f != FIELD_HEADINGS && f != FIELD_TITLE)
			continue;
		e->is_in_heading = true;
		add_to_section(h, section, HEADING_SECTION);
	}
}

/* Terms of the glossary. */

/* What a term is called besides: its forms, and the initials of those of several words
 * ("Product Manager": "PM"). */
static void find_names(struct indexing *in, struct names *names, const char *form)
{
	struct words w = words_of(text_fold(&in->scratch, form));
	char initials[LONGEST_SEARCHED];
	size_t n = 0;
	while (words_next(&w)) {
		if (!is_searched(in, w.word, w.len))
			continue;
		ARRAY_ADD(&in->scratch, names->items, names->n, names->cap,
		          find_gathered(in, w.word, w.len));
		if (n < sizeof initials && (unsigned char)*w.word < 0x80)
			initials[n++] = *w.word;
	}
	if (n > 1)
		ARRAY_ADD(&in->scratch, names->items, names->n, names->cap,
		          find_gathered(in, initials, n));
}

static void read_terms(struct indexing *in)
{
	const struct site *site = in->book->site;
	in->names = arena_array(&in->scratch, site->n_terms + 1, sizeof *in->names);
	in->terms = map_new(&in->scratch);
	for (size_t i = 0; i < site->n_terms; i++) {
		const struct term *term = &site->terms[i];
		find_names(in, &in->names[i], term->name);
		for (const char *at = term->forms; *at;) {
			size_t len = strcspn(at, ",;");
			find_names(in, &in->names[i], arena_copy(&in->scratch, at, len));
			at += len + (at[len] != '\0');
		}
		map_put(&in->terms, term->name, strlen(term->name), &in->names[i]);
	}
}

/* A page that mentions a term is found by its other names, too. */
static void add_mentions(struct indexing *in, const struct composed *c)
{
	for (size_t i = 0; i < c->n_terms; i++) {
		const struct names *names = &in->names[c->terms[i]];
		for (size_t k = 0; k < names->n; k++)
			touch(in, names->items[k])->fields[FIELD_TERMS] = 1;
	}
}

/* And where it is explained, as if all its names were the heading. */
static void add_names(struct indexing *in, const char *heading, uint32_t section)
{
	const struct names *names = map_find(&in->terms, heading, strlen(heading));
	for (size_t k = 0; names && k < names->n; k++) {
		struct hits *h = touch(in, names->items[k]);
		h->fields[FIELD_HEADINGS] = 1;
		add_to_section(h, section, HEADING_SECTION);
	}
}

static uint32_t count_title_words(const struct indexing *in, const char *title)
{
	struct arena scratch = ARENA_PRIVATE;
	struct words w = words_of(text_fold(&scratch, title));
	uint32_t n = 0;
	while (words_next(&w))
		n += is_searched(in, w.word, w.len);
	arena_release(&scratch);
	return n;
}

/* The last segment of an address. */
static const char *slug_of(struct indexing *in, const char *address)
{
	size_t len = strlen(address);
	while (len > 0 && address[len - 1] == '/')
		len--;
	size_t start = len;
	while (start > 0 && address[start - 1] != '/')
		start--;
	return arena_copy(&in->scratch, address + start, len - start);
}

/* Pages. */

static size_t length_of(const struct composed *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n_word_counts; i++)
		n += c->word_counts[i].n;
	return n;
}

/* `n` occurrences, less in what is longer than usual: `share` hundredths of that. */
static uint64_t damp(uint64_t n, uint64_t share, uint64_t length, uint64_t usual)
{
	return n * WEIGHT_UNIT * 100 * usual / ((100 - share) * usual + share * length);
}

static uint16_t weight_of(const struct indexing *in, const struct hits *h, size_t length,
                          uint32_t n_title_words)
{
	uint64_t sum = damp(h->n + (uint64_t)fields[FIELD_HEADINGS].weight *
	                                    h->fields[FIELD_HEADINGS],
	                    LENGTH_SHARE, length, in->mean_length) +
	               damp((uint64_t)fields[FIELD_TITLE].weight * h->fields[FIELD_TITLE],
	                    TITLE_SHARE, n_title_words, TITLE_LENGTH);
	for (size_t f = FIELD_SLUG; f < FIELD_HEADINGS; f++)
		sum += (uint64_t)fields[f].weight * h->fields[f] * WEIGHT_UNIT;
	return (uint16_t)(sum < MOST_WEIGHT ? sum : MOST_WEIGHT);
}

/* What the text says, section by section. */
static void read_text(struct indexing *in, const struct page *page,
                      const struct composed *c)
{
	struct gathered **words =
		arena_array(&in->scratch, c->n_distinct + 1, sizeof *words);
	const char *name = c->words;
	for (size_t i = 0; i < c->n_distinct; i++) {
		size_t len = strlen(name);
		struct gathered *e = find_gathered(in, name, len);
		words[i] = e->is_idle ? NULL : e;
		name += len + 1;
	}
	for (uint32_t s = 0; s < c->n_sections; s++) {
		const struct section *section = &c->sections[s];
		const struct heading *heading = &c->headings[section->heading];
		if (section->heading > 0)
			add_field(in, FIELD_HEADINGS, heading->text, s);
		if (section->heading > 0 && page->type == PAGE_GLOSSARY)
			add_names(in, heading->text, s);
		for (uint32_t i = 0; i < section->n_counts; i++) {
			const struct word_count *count =
				&c->word_counts[section->first_count + i];
			if (!words[count->word])
				continue;
			struct hits *h = touch(in, words[count->word]);
			h->n += count->n;
			add_to_section(h, s, count->n);
		}
	}
}

static void end_page(struct indexing *in, size_t length, uint32_t n_title_words)
{
	for (size_t i = 0; i < in->n_touched; i++) {
		struct gathered *e = in->touched[i];
		end_section(&e->hits);
		e->hits.posting.weight = weight_of(in, &e->hits, length, n_title_words);
		e->hits.posting.is_in_title = e->hits.fields[FIELD_TITLE] > 0;
		e->n_postings++;
		struct pending p = {e, e->hits.posting};
		ARRAY_ADD(&in->scratch, in->pending, in->n_pending, in->cap_pending, p);
	}
	in->n_touched = 0;
}

/* What leads to other pages, or asks what they say, comes behind them; and so does what a
 * course hides from its menus, which is for those who write it. */
static uint32_t share_of_page(const struct site *site, const struct page *page)
{
	if (site->is_course && page->state == STATE_HIDDEN)
		return OF_ASIDE;
	if (page->type == PAGE_QUIZ)
		return OF_QUIZ;
	bool leads_on = page == site->home || page->listing != LISTING_NONE;
	return leads_on ? OF_LISTING : PAGE_UNIT;
}

static void copy_pairs(struct indexing *in, struct search_page *p,
                       const struct composed *c)
{
	p->n_pairs = c->n_pairs ? c->n_pairs : 1; /* a page that was lost has none */
	p->pairs = arena_array(in->x->arena, p->n_pairs, sizeof *p->pairs);
	if (c->n_pairs)
		memcpy(p->pairs, c->pairs, c->n_pairs * sizeof *p->pairs);
}

static void read_page(struct indexing *in, const struct page *page)
{
	const struct composed *c = in->book->composed[page->number];
	struct search_page *p = &in->x->pages[in->x->n_pages++];
	in->page = (uint32_t)in->x->n_pages;
	p->page = page;
	copy_pairs(in, p, c);
	p->weight = share_of_page(in->book->site, page);
	p->n_title_words = count_title_words(in, page->title);
	add_field(in, FIELD_TITLE, page->title, 0);
	add_field(in, FIELD_SLUG, slug_of(in, page->address), 0);
	add_field(in, FIELD_MENU, page->nav_title, 0);
	add_field(in, FIELD_DESCRIPTION, page->description, 0);
	for (size_t i = 0; i < page->n_objectives; i++)
		add_field(in, FIELD_OBJECTIVES, page->objectives[i], 0);
	if (page->parent)
		add_field(in, FIELD_PARENTS, page->parent->title, 0);
	add_mentions(in, c);
	read_text(in, page, c);
	end_page(in, length_of(c), p->n_title_words);
}

static bool is_searched_page(const struct page *p)
{
	return (p->state == STATE_PUBLISHED || p->state == STATE_HIDDEN) && p->entry;
}

static void measure(struct indexing *in)
{
	const struct site *site = in->book->site;
	size_t n = 0;
	uint64_t sum = 0;
	for (size_t i = 0; i < site->n_pages; i++)
		if (is_searched_page(&site->pages[i])) {
			n++;
			sum += length_of(in->book->composed[i]);
		}
	in->mean_length = n && sum > n ? sum / n : 1;
	in->x->pages = arena_array(in->x->arena, n + 1, sizeof *in->x->pages);
}

/* Sorting. */

static int compare_names(const void *a, const void *b)
{
	return strcmp((*(struct gathered *const *)a)->name,
	              (*(struct gathered *const *)b)->name);
}

/* 4 times the logarithm to the base of 2, down to a whole number. */
static uint8_t spread_of(uint32_t n)
{
	uint64_t power = (uint64_t)n * n;
	unsigned bits = 0;
	for (power *= power; power > 1; power >>= 1)
		bits++;
	return (uint8_t)bits;
}

static void sort_words(struct indexing *in)
{
	struct search_index *x = in->x;
	struct search_posting *postings =
		arena_array(x->arena, in->n_pending + 1, sizeof *postings);
	struct search_posting **next = arena_array(&in->scratch, in->n + 1, sizeof *next);
	size_t few = 1 + x->n_pages / PAGES_OF_FEW;
	if (in->n > 1)
		qsort(in->gathered, in->n, sizeof *in->gathered, compare_names);
	x->words = arena_array(x->arena, in->n + 1, sizeof *x->words);
	x->n_words = in->n;
	x->by_name = map_new(x->arena);
	map_reserve(&x->by_name, in->n);
	for (size_t i = 0; i < in->n; i++) {
		struct gathered *e = in->gathered[i];
		e->number = (uint32_t)i;
		x->words[i] = (struct search_word){.name = e->name,
		                                   .len = e->len,
		                                   .postings = postings,
		                                   .n_postings = e->n_postings,
		                                   .is_common = e->n_postings > few ||
		                                                e->is_in_heading,
		                                   .spread = spread_of(e->n_postings)};
		next[i] = postings;
		postings += e->n_postings;
		map_put(&x->by_name, e->name, e->len, &x->words[i]);
	}
	for (size_t i = 0; i < in->n_pending; i++)
		*next[in->pending[i].word->number]++ = in->pending[i].posting;
}

/* Stems of words that say the same lead to that of the first one. */
static struct map join_stems(const struct search_index *x, const char *language,
                             struct arena *a)
{
	struct map first = map_new(a);
	char stem[LONGEST_STEM + 1];
	for (const char *const *row = synonyms_of(language); *row; row++) {
		const char *of_row = NULL;
		struct words w = words_of(*row);
		while (words_next(&w)) {
			size_t len = stemmer_stem(&x->stemmer, w.word, w.len, stem);
			const char *own = arena_copy(a, stem, len);
			of_row = of_row ? of_row : own;
			map_put(&first, own, len, (void *)of_row);
		}
	}
	return first;
}

/* Groups are numbered by their first words. */
static void group_words(struct search_index *x, const char *language)
{
	struct arena scratch = ARENA_PRIVATE;
	uint32_t *next = arena_array(&scratch, x->n_words + 1, sizeof *next);
	char stem[LONGEST_STEM + 1];
	x->groups = arena_array(x->arena, x->n_words + 1, sizeof *x->groups);
	x->members = arena_array(x->arena, x->n_words + 1, sizeof *x->members);
	struct map by_stem = map_new(&scratch);
	struct map first = join_stems(x, language, &scratch);
	for (size_t i = 0; i < x->n_words; i++) {
		struct search_word *w = &x->words[i];
		size_t len = stemmer_stem(&x->stemmer, w->name, w->len, stem);
		const char *same = map_find(&first, stem, len);
		if (same)
			memcpy(stem, same, (len = strlen(same)) + 1);
		struct search_group *g = map_find(&by_stem, stem, len);
		if (!g) {
			g = &x->groups[x->n_groups++];
			map_put(&by_stem, arena_copy(&scratch, stem, len), len, g);
		}
		w->group = (uint32_t)(g - x->groups);
		g->n++;
	}
	for (size_t i = 0, n = 0; i < x->n_groups; i++) {
		x->groups[i].first = next[i] = (uint32_t)n;
		n += x->groups[i].n;
	}
	for (size_t i = 0; i < x->n_words; i++)
		x->members[next[x->words[i].group]++] = (uint32_t)i;
	arena_release(&scratch);
}

struct search_index *search_open(const struct book *book, struct arena *a)
{
	const struct site *site = book->site;
	struct search_index *x = arena_alloc(a, sizeof *x);
	x->arena = a;
	x->stemmer = stemmer_open(site->config.language);
	x->stops = stops_open(site->config.language, a);
	struct indexing in = {.x = x, .book = book, .scratch = ARENA_PRIVATE};
	in.by_name = map_new(&in.scratch);
	measure(&in);
	read_terms(&in);
	for (size_t i = 0; i < site->n_pages; i++)
		if (is_searched_page(&site->pages[i]))
			read_page(&in, &site->pages[i]);
	for (const char *const *row = synonyms_of(site->config.language); *row; row++)
		add_synonyms(&in, *row);
	sort_words(&in);
	arena_release(&in.scratch);
	group_words(x, site->config.language);
	return x;
}

void search_close(struct search_index *x)
{
	stemmer_close(&x->stemmer);
}

const struct search_word *search_find(const struct search_index *x, const char *name,
                                      size_t len)
{
	return map_find(&x->by_name, name, len);
}
