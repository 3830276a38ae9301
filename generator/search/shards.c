#include "search/shards.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "course/composed.h"
#include "course/page_kinds.h"
#include "course/site.h"
#include "search/expand.h"
#include "search/stops.h"

enum {
	SHARD_BYTES = 4 << 10, /* about 1.4 kB as they are sent */
	MOST_SHARED = 25,
	N_SINGLE = 2,      /* index.js, lexique.js */
	PAGES_OF_PAIRS = 4 /* in a file: few are asked for at once */
};

static const char call[] = "recherche";

/* Numbers. */

static const char digits[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

enum { MOST_DIGITS = 13 };

static inline char *put_number(char *at, uint64_t n)
{
	for (; n >= 32; n /= 32)
		*at++ = digits[32 + n % 32];
	*at++ = digits[n];
	return at;
}

static void add_number(struct buf *b, uint64_t n)
{
	char text[MOST_DIGITS];
	buf_add(b, text, (size_t)(put_number(text, n) - text));
}

static void add_string(struct buf *b, const char *text)
{
	buf_add_char(b, '"');
	text_add_json(b, text, strlen(text));
	buf_add_char(b, '"');
}

/* Words. */

/* What both start with: letters of one byte, so that a script counts them alike. */
static size_t shared(const char *a, const char *b)
{
	size_t n = 0;
	while (n < MOST_SHARED && a[n] && a[n] == b[n] && (unsigned char)a[n] < 0x80)
		n++;
	return n;
}

static void add_word(struct buf *b, const char *previous, const char *word)
{
	size_t n = shared(previous, word);
	buf_add_char(b, (char)('A' + n));
	text_add_json(b, word + n, strlen(word + n));
}

/* Postings. */

static char *put_sections(char *at, const struct search_posting *p)
{
	uint32_t previous = 0;
	for (size_t i = 0; i < p->n_sections; i++) {
		at = put_number(at, p->sections[i].number - previous);
		at = put_number(at, p->sections[i].weight);
		previous = p->sections[i].number;
	}
	return at;
}

static void add_postings(struct buf *b, const struct search_word *w)
{
	char text[(3 + 2 * MOST_SECTIONS) * MOST_DIGITS];
	uint32_t previous = 0;
	add_number(b, w->n_postings);
	for (uint32_t i = 0; i < w->n_postings; i++) {
		const struct search_posting *p = &w->postings[i];
		char *at = put_number(text, p->page - previous);
		at = put_number(at, p->weight);
		at = put_number(at, p->n_sections * 2u + p->is_in_title);
		at = put_sections(at, p);
		buf_add(b, text, (size_t)(at - text));
		previous = p->page;
	}
}

struct search_shards shards_open(const struct search_index *x, struct arena *a)
{
	struct search_shards s = {.x = x};
	struct buf b = buf_new(a);
	size_t start = 0,
	       names = 0; /* of the shard at hand: where it starts, and its words */
	s.first = arena_array(a, x->n_words + 2, sizeof *s.first);
	s.starts = arena_array(a, x->n_words + 2, sizeof *s.starts);
	for (size_t i = 0; i < x->n_words; i++) {
		if (i == 0 || b.len - start + names > SHARD_BYTES) {
			s.starts[s.n] = start = b.len;
			s.first[s.n++] = (uint32_t)i;
			names = 0;
		}
		names += x->words[i].len + 1;
		add_postings(&b, &x->words[i]);
	}
	s.first[s.n] = (uint32_t)x->n_words;
	s.starts[s.n] = b.len;
	s.postings = buf_text(&b);
	return s;
}

size_t shards_count(const struct search_shards *s)
{
	return N_SINGLE + s->n + s->x->n_pages +
	       (s->x->n_pages + PAGES_OF_PAIRS - 1) / PAGES_OF_PAIRS;
}

/* The other words of the stem of a word's group, once for each group: those of this shard
 * by their number in it, others by their names. */
static void add_group(struct buf *b, const struct search_shards *s, size_t number,
                      const struct search_group *g)
{
	const struct search_index *x = s->x;
	uint32_t first = s->first[number], end = s->first[number + 1];
	for (uint32_t i = 0; i < g->n; i++) {
		uint32_t word = x->members[g->first + i];
		buf_add_char(b, i ? ',' : '[');
		if (word >= first && word < end)
			buf_add_number(b, word - first);
		else
			add_string(b, x->words[word].name);
	}
	buf_add_char(b, ']');
}

/* Whether a word is the first of its group that is in the shard. */
static bool is_first_here(const struct search_index *x, uint32_t word, uint32_t first)
{
	const struct search_group *g = &x->groups[x->words[word].group];
	for (uint32_t i = 0; i < g->n; i++)
		if (x->members[g->first + i] >= first)
			return x->members[g->first + i] == word;
	return false;
}

static void add_groups(struct buf *b, const struct search_shards *s, size_t number)
{
	const struct search_index *x = s->x;
	bool is_next = false;
	buf_add_char(b, '[');
	for (uint32_t i = s->first[number]; i < s->first[number + 1]; i++) {
		const struct search_group *g = &x->groups[x->words[i].group];
		if (g->n < 2 || !is_first_here(x, i, s->first[number]))
			continue;
		if (is_next)
			buf_add_char(b, ',');
		is_next = true;
		add_group(b, s, number, g);
	}
	buf_add_char(b, ']');
}

static void add_shard(struct buf *b, const struct search_shards *s, size_t number)
{
	const char *previous = "";
	buf_add_format(b, "%s.mots(%zu,\"", call, number);
	for (uint32_t i = s->first[number]; i < s->first[number + 1]; i++) {
		add_word(b, previous, s->x->words[i].name);
		previous = s->x->words[i].name;
	}
	buf_add_string(b, "\",\"");
	buf_add(b, s->postings + s->starts[number],
	        s->starts[number + 1] - s->starts[number]);
	buf_add_string(b, "\",");
	add_groups(b, s, number);
	buf_add_string(b, ")\n");
}

static void add_lexicon(struct buf *b, const struct search_index *x)
{
	const char *previous = "";
	buf_add_format(b, "%s.lexique(\"", call);
	for (size_t i = 0; i < x->n_words; i++) {
		const struct search_word *w = &x->words[i];
		if (!w->is_common)
			continue;
		add_word(b, previous, w->name);
		buf_add_char(b, (char)('A' + (w->spread < MOST_SHARED ? w->spread
		                                                      : MOST_SHARED)));
		previous = w->name;
	}
	buf_add_string(b, "\")\n");
}

/* The shortest start of a shard's first word that the one before it has not. */
static void add_start(struct buf *b, const struct search_index *x, uint32_t word)
{
	const char *name = x->words[word].name;
	size_t n = 0, len = strlen(name);
	if (word > 0) {
		const char *before = x->words[word - 1].name;
		while (name[n] && name[n] == before[n])
			n++;
		for (n++; n < len && ((unsigned char)name[n] & 0xc0) == 0x80;)
			n++;
	}
	text_add_json(b, name, n < len ? n : len);
}

static void add_index(struct buf *b, const struct search_shards *s)
{
	const struct search_index *x = s->x;
	buf_add_format(b, "%s.commence({\"vides\":", call);
	add_string(b, x->stops->list);
	buf_add_string(b, ",\"fins\":");
	add_string(b, search_endings());
	buf_add_string(b, ",\"mots\":\"");
	for (size_t i = 0; i < s->n; i++) {
		buf_add_string(b, i ? " " : "");
		add_start(b, x, s->first[i]);
	}
	buf_add_string(b, "\",\"titres\":\"");
	for (size_t i = 0; i < x->n_pages; i++)
		add_number(b, x->pages[i].n_title_words);
	buf_add_string(b, "\",\"noms\":\"");
	for (size_t i = 0; page_type_word(i); i++)
		buf_add_format(b, i ? " %s" : "%s", page_type_word(i));
	buf_add_string(b, "\",\"poids\":\"");
	for (size_t i = 0; i < x->n_pages; i++)
		add_number(b, x->pages[i].weight);
	buf_add_string(b, "\",\"types\":\"");
	for (size_t i = 0; i < x->n_pages; i++)
		buf_add_char(b, digits[x->pages[i].page->type]);
	buf_add_string(b, "\"})\n");
}

static void add_trail(struct buf *b, const struct page *page)
{
	if (!page->parent)
		return;
	add_trail(b, page->parent);
	if (page->parent->parent)
		buf_add_char(b, ',');
	add_string(b, page->parent->nav_title);
}

static void add_page(struct buf *b, const struct search_index *x, const struct book *book,
                     size_t number)
{
	const struct page *page = x->pages[number].page;
	const struct composed *c = book->composed[page->number];
	buf_add_format(b, "%s.page(%zu,[", call, number);
	add_string(b, page->title);
	buf_add_char(b, ',');
	add_string(b, page->href);
	buf_add_string(b, ",[");
	add_trail(b, page);
	buf_add_string(b, "],[");
	for (size_t i = 0; i < c->n_sections; i++) {
		const struct heading *h = &c->headings[c->sections[i].heading];
		buf_add_string(b, i ? ",[" : "[");
		add_string(b, i || c->sections[i].heading ? h->id : "");
		buf_add_char(b, ',');
		add_string(b, c->sections[i].heading ? h->text : "");
		buf_add_char(b, ',');
		add_string(b, c->sections[i].excerpt);
		buf_add_char(b, ']');
	}
	buf_add_string(b, "]])\n");
}

/* Six bits a letter, the lowest first. */
static void add_bits(struct buf *b, const struct search_page *p)
{
	buf_reserve(b, p->n_pairs * 6 + 1); /* 32 bits are 5.3 letters */
	char *at = b->data + b->len;
	uint64_t bits = 0;
	unsigned n = 0;
	for (size_t i = 0; i < p->n_pairs; i++) {
		bits |= (uint64_t)p->pairs[i] << n;
		for (n += 32; n >= 6; n -= 6, bits >>= 6)
			*at++ = digits[bits & 63];
	}
	if (n > 0)
		*at++ = digits[bits & 63];
	b->len = (size_t)(at - b->data);
}

static void add_pairs(struct buf *b, const struct search_index *x, size_t number)
{
	size_t first = number * PAGES_OF_PAIRS;
	buf_add_format(b, "%s.suites(%zu,[", call, number);
	for (size_t i = first; i < first + PAGES_OF_PAIRS && i < x->n_pages; i++) {
		buf_add_string(b, i == first ? "\"" : ",\"");
		add_bits(b, &x->pages[i]);
		buf_add_char(b, '"');
	}
	buf_add_string(b, "])\n");
}

struct search_file shards_file(const struct search_shards *s, const struct book *book,
                               size_t number, struct arena *a)
{
	struct buf b = buf_new(a);
	struct search_file f = {0};
	if (number == 0) {
		f.name = "index.js";
		add_index(&b, s);
	} else if (number == 1) {
		f.name = "lexique.js";
		add_lexicon(&b, s->x);
	} else if (number < N_SINGLE + s->n) {
		f.name = arena_format(a, "mots-%zu.js", number - N_SINGLE);
		add_shard(&b, s, number - N_SINGLE);
	} else if (number < N_SINGLE + s->n + s->x->n_pages) {
		f.name = arena_format(a, "page-%zu.js", number - N_SINGLE - s->n);
		add_page(&b, s->x, book, number - N_SINGLE - s->n);
	} else {
		size_t k = number - N_SINGLE - s->n - s->x->n_pages;
		f.name = arena_format(a, "suites-%zu.js", k);
		add_pairs(&b, s->x, k);
	}
	f.bytes = (struct bytes){buf_text(&b), b.len};
	return f;
}
