#include "compose/lexicon.h"

#include "base/buf.h"

#include "../tap.h"

/* Many more than are kept from page to page. */
enum { N_NEW_WORDS = 300000 };

/* The sections of a page, "|" between them, and their words. */
static const struct {
	const char *page, *said;
} pages[] = {
	{"", ""},
	{"  \n", ""},
	{"mot", "mot 1"},
	{"un deux un", "un 2, deux 1"},
	{"Le LE le lé", "le 4"},
	{"l’accès, l'accès;d'accès", "l 2, acces 3, d 1"},
	{"huit--8- seize-----16---", "huit 1, 8 1, seize 1, 16 1"},
	{"abcdefgh abcdefghijklmnop abcdefghijklmnopq",
         "abcdefgh 1, abcdefghijklmnop 1, abcdefghijklmnopq 1"},
	{"abcdefgh\tabcdefgh\x01"
         "abcdefgh\x7f"
         "abcdefgh",
         "abcdefgh 4"},
	{"interopérabilité de l’interopérabilité", "interoperabilite 2, de 1, l 1"},
	{"cœur\u00a0: Œuvre\u202f!", "coeur 1, oeuvre 1"},
	{"--- … « »", ""},
	{"Ελλάδα ελλαδα", "ελλαδα 2"},
	{"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggghhhh",
         "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg 1"},
	{"un deux|deux trois un|un", "un 1, deux 1|deux 1, trois 1, un 1|un 1"},
	{"||fin", "||fin 1"},
};

/* Counts the words of a section. */
static void count(struct lexicon *l, struct arena *a, const char *text, size_t len)
{
	struct buf b = buf_new(a);
	buf_add(&b, text, len);
	buf_reserve(&b, LEXICON_ROOM + 1);
	memset(b.data + len, 0, LEXICON_ROOM);
	lexicon_count(l, b.data, len);
}

static const char *read_page(struct lexicon *l, struct arena *a, const char *page)
{
	struct buf b = buf_new(a);
	size_t ends[8], n = 0;
	lexicon_begin_page(l, a);
	for (const char *at = page;; at += strcspn(at, "|") + 1) {
		count(l, a, at, strcspn(at, "|"));
		ends[n++] = l->n_counts;
		if (!at[strcspn(at, "|")])
			break;
	}
	lexicon_end_page(l);
	const char **words = arena_array(a, l->n_used, sizeof *words);
	const char *name = l->names.data;
	for (size_t i = 0; i < l->n_used; i++, name += strlen(name) + 1)
		words[i] = name;
	for (size_t i = 0, k = 0; k < n; k++) {
		const char *gap = k > 0 ? "|" : "";
		for (; i < ends[k]; i++, gap = ", ")
			buf_add_format(&b, "%s%s %u", gap, words[l->counts[i].word],
			               l->counts[i].n);
		if (*gap == '|')
			buf_add_char(&b, '|');
	}
	return buf_text(&b);
}

static void test_pages(struct lexicon *l, struct arena *a, const char *when)
{
	for (size_t i = 0; i < COUNT(pages); i++)
		is(read_page(l, a, pages[i].page), pages[i].said, "\"%s\", %s",
		   pages[i].page, when);
}

static void read_many(struct lexicon *l, struct arena *a)
{
	struct buf b = buf_new(a);
	for (int i = 0; i < N_NEW_WORDS; i++)
		buf_add_format(&b, "un mot%d ", i);
	lexicon_begin_page(l, a);
	count(l, a, b.data, b.len);
	lexicon_end_page(l);
	ok(l->n_used == N_NEW_WORDS + 1 && l->counts[0].n == N_NEW_WORDS,
	   "many words are counted");
}

static uint32_t hash(const char *word)
{
	return pair_hash_word(word, strlen(word));
}

/* Whether words stand side by side, as the filter of a page says. */
static void test_pairs(struct lexicon *l, struct arena *a)
{
	static const struct {
		const char *first, *second;
		bool is_there;
	} pairs[] = {
		{"cahier", "des", true},   {"des", "charges", true},
		{"l", "etat", true},       {"cahier", "charges", false},
		{"charges", "des", false}, {"charges", "autre", false},
	};
	size_t n;
	read_page(l, a, "Cahier des\u00a0charges|Autre, l’État");
	const uint32_t *filter = lexicon_pairs(l, &n);
	for (size_t i = 0; i < COUNT(pairs); i++) {
		uint32_t bit = pair_bit(hash(pairs[i].first), hash(pairs[i].second));
		bool is_set = filter[(bit >> 5) & (n - 1)] & 1u << (bit & 31);
		ok(is_set == pairs[i].is_there, "%s %s", pairs[i].first, pairs[i].second);
	}
	ok(n == 2, "the filter is as long as its words ask for");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct lexicon l = {0};
	test_pages(&l, &a, "as the first pages");
	test_pages(&l, &a, "when the words are known");
	read_many(&l, &a);
	size_t known = l.words.n;
	test_pages(&l, &a, "behind many others");
	ok(l.words.n < known, "too many words are forgotten");
	test_pairs(&l, &a);
	lexicon_release(&l);
	arena_release(&a);
	return finish();
}
