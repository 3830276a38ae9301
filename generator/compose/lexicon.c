#include "compose/lexicon.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/text.h"

/*
 * Text is cut into tokens by eight bytes at a time: runs of ASCII's letters and
 * digits and of all that is not ASCII. What a token says, no word, one or
 * several ("l’accès"), is found out when it comes up first. A token of ASCII
 * alone, in lower case, is its own word; one of up to 16 bytes is its own key.
 */

enum { LONGEST_WORD = 64, FIRST_TOKENS = 512, SHORT_TOKEN = 16 };

#define BYTES(c) (0x0101010101010101u * (uint64_t)(c))

struct lexicon_token {
	uint64_t key[2];
	uint32_t len;
	uint32_t n_parts; /* and one more, so that 0 is nothing */
	uint32_t first;   /* the word's number; of several, their place in parts */
};

/* What a token is made of, by the same rules. */
struct said {
	uint32_t first, n_parts;
};

struct lexicon lexicon_new(struct arena *a)
{
	struct lexicon l = {.arena = a, .cap_tokens = FIRST_TOKENS};
	l.tokens = arena_array(a, l.cap_tokens, sizeof *l.tokens);
	l.by_name = arena_alloc(a, sizeof *l.by_name);
	*l.by_name = map_new(a);
	return l;
}

/* The first byte is the lowest. */
static inline uint64_t load(const char *at)
{
	uint64_t x;
	memcpy(&x, at, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return x;
}

static inline uint64_t first_bytes(uint64_t x, size_t n)
{
	return n >= 8 ? x : x & ((UINT64_C(1) << 8 * n) - 1);
}

/* The top bit of each byte that is part of no token. */
static inline uint64_t gaps(uint64_t x)
{
	uint64_t low = (x | BYTES(0x20)) & BYTES(0x7f), as_is = x & BYTES(0x7f);
	uint64_t letters = (low + BYTES(0x80 - 'a')) & ~(low + BYTES(0x7f - 'z'));
	uint64_t digits = (as_is + BYTES(0x80 - '0')) & ~(as_is + BYTES(0x7f - '9'));
	return ~(letters | digits | x) & BYTES(0x80);
}

static inline size_t first_of(uint64_t bits)
{
	return (size_t)__builtin_ctzll(bits) / 8;
}

static inline struct lexicon_token *probe(const struct lexicon *l, uint64_t a, uint64_t b,
                                          uint32_t len)
{
	uint64_t hash = (a ^ b * 0x9e3779b97f4a7c15u) * 0xc2b2ae3d27d4eb4fu;
	size_t i = (size_t)(hash >> 40) & (l->cap_tokens - 1);
	while (l->tokens[i].n_parts &&
	       (l->tokens[i].key[0] != a || l->tokens[i].key[1] != b ||
	        l->tokens[i].len != len))
		i = (i + 1) & (l->cap_tokens - 1);
	return &l->tokens[i];
}

static void grow(struct lexicon *l)
{
	struct lexicon_token *old = l->tokens;
	size_t cap = l->cap_tokens;
	l->cap_tokens = cap * 2;
	l->tokens = arena_array(l->arena, l->cap_tokens, sizeof *l->tokens);
	for (size_t i = 0; i < cap; i++)
		if (old[i].n_parts)
			*probe(l, old[i].key[0], old[i].key[1], old[i].len) = old[i];
}

static void keep_token(struct lexicon *l, struct lexicon_token token)
{
	if (++l->n_tokens > l->cap_tokens / 2)
		grow(l);
	*probe(l, token.key[0], token.key[1], token.len) = token;
}

static uint32_t new_word(struct lexicon *l, const char *word, size_t len)
{
	char *copy = arena_copy(l->arena, word, len);
	if (l->n_words == l->cap_last)
		l->last_counts = array_grow(l->arena, l->last_counts, l->n_words,
		                            &l->cap_last, sizeof *l->last_counts);
	l->last_counts[l->n_words] = 0;
	ARRAY_ADD(l->arena, l->words, l->n_words, l->cap_words, copy);
	return (uint32_t)l->n_words - 1;
}

/* A word that is being folded; what is behind its bytes is zero. */
struct word {
	char bytes[LONGEST_WORD + 8];
	size_t len;
	bool is_other, is_full; /* not of ASCII alone; longer than a word may be */
};

static uint32_t number_of(struct lexicon *l, const struct word *w)
{
	if (w->is_other || w->len > SHORT_TOKEN) {
		size_t number = (size_t)(uintptr_t)map_find(l->by_name, w->bytes, w->len);
		if (number)
			return (uint32_t)number - 1;
		uint32_t word = new_word(l, w->bytes, w->len);
		map_put(l->by_name, l->words[word], w->len,
		        (void *)(uintptr_t)(word + 1));
		return word;
	}
	uint64_t a = load(w->bytes), b = load(w->bytes + 8);
	const struct lexicon_token *known = probe(l, a, b, (uint32_t)w->len);
	if (known->n_parts)
		return known->first;
	uint32_t word = new_word(l, w->bytes, w->len);
	keep_token(l, (struct lexicon_token){{a, b}, (uint32_t)w->len, 2, word});
	return word;
}

static void end_word(struct lexicon *l, struct word *w)
{
	if (w->len == 0)
		return;
	uint32_t number = number_of(l, w);
	ARRAY_ADD(l->arena, l->parts, l->n_parts, l->cap_parts, number);
	memset(w, 0, sizeof *w);
}

static void add_char(struct word *w, uint32_t c)
{
	struct arena none = ARENA_PRIVATE;
	struct buf b = buf_new(&none);
	text_add_utf8(&b, c);
	w->is_full |= w->len + b.len > LONGEST_WORD;
	if (!w->is_full)
		memcpy(w->bytes + w->len, buf_text(&b), b.len);
	w->len += w->is_full ? 0 : b.len;
	w->is_other |= c >= 0x80;
	arena_release(&none);
}

static void add_ascii(struct word *w, char c)
{
	w->is_full |= w->len == LONGEST_WORD;
	if (!w->is_full)
		w->bytes[w->len++] = c;
}

/* Letters of Latin-1 without their accents, from U+00C0 on; a blank: it is seen to as all
 * others are. */
static const char plain[] =
	"aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y";

/* A character that is not ASCII. */
static void add_other(struct lexicon *l, struct word *w, uint32_t c)
{
	uint32_t parts[MOST_FOLDED];
	bool is_latin = c >= 0xc0 && c <= 0xff && plain[c - 0xc0] != ' ';
	bool is_punctuation = c >= 0x2000 && c < 0x2070;
	if (is_latin) {
		add_ascii(w, plain[c - 0xc0]);
		return;
	}
	size_t n = is_punctuation ? 0 : text_fold_char(c, parts);
	if (is_punctuation)
		end_word(l, w);
	for (size_t i = 0; i < n; i++)
		if (text_is_letter(parts[i]) || text_is_digit(parts[i]))
			add_char(w, parts[i]);
		else
			end_word(l, w);
}

/* Finds out what a token says. */
static struct said read_token(struct lexicon *l, const char *at, size_t len)
{
	const char *end = at + len;
	size_t first = l->n_parts;
	struct word w = {0};
	while (at < end) {
		unsigned char c = (unsigned char)*at;
		if (c >= 0x80) {
			add_other(l, &w, text_next(&at, end));
			continue;
		}
		add_ascii(&w, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
		at++;
	}
	end_word(l, &w);
	size_t n = l->n_parts - first;
	return (struct said){n == 1 ? l->parts[first] : (uint32_t)first, (uint32_t)n};
}

static inline void count_word(struct lexicon *l, uint32_t word, size_t first_count)
{
	size_t last = l->last_counts[word];
	if (last > first_count) {
		l->counts[last - 1].n++;
		return;
	}
	struct word_count first = {word, 1};
	ARRAY_ADD(l->arena, l->counts, l->n_counts, l->cap_counts, first);
	l->last_counts[word] = (uint32_t)l->n_counts;
}

static void count(struct lexicon *l, struct said said, size_t first_count)
{
	if (said.n_parts == 1) {
		count_word(l, said.first, first_count);
		return;
	}
	for (uint32_t i = 0; i < said.n_parts; i++)
		count_word(l, l->parts[said.first + i], first_count);
}

/* A token of ASCII: its key is its word, in lower case. */
static struct said learn_plain(struct lexicon *l, struct lexicon_token token)
{
	char bytes[SHORT_TOKEN];
	for (size_t i = 0; i < token.len; i++)
		bytes[i] = (char)(token.key[i / 8] >> 8 * (i % 8));
	token.first = new_word(l, bytes, token.len);
	token.n_parts = 2;
	keep_token(l, token);
	return (struct said){token.first, 1};
}

/* A token that came up first. */
static struct said learn(struct lexicon *l, const char *text, struct lexicon_token token)
{
	if (!((token.key[0] | token.key[1]) & BYTES(0x80)))
		return learn_plain(l, token);
	struct said said = read_token(l, text, token.len);
	const struct lexicon_token *known =
		probe(l, token.key[0], token.key[1], token.len);
	token.first = said.first;
	token.n_parts = said.n_parts + 1;
	if (!known->n_parts) /* or it is its own word */
		keep_token(l, token);
	return said;
}

/* The bytes of a token of more than 16. */
static size_t long_length(const char *at, const char *end)
{
	size_t len = SHORT_TOKEN;
	for (uint64_t gap = 0; at + len < end && !gap;) {
		gap = gaps(load(at + len));
		len += gap ? first_of(gap) : 8;
	}
	return at + len < end ? len : (size_t)(end - at);
}

void lexicon_count(struct lexicon *l, const char *text, size_t len)
{
	size_t first_count = l->n_counts;
	const char *at = text, *end = text + len;
	while (at < end) {
		uint64_t a = load(at), b = 0, gap = gaps(a);
		size_t n = gap ? first_of(gap) : 8;
		if (n == 0) {
			uint64_t tokens = gap ^ BYTES(0x80);
			at += tokens ? first_of(tokens) : 8;
			continue;
		}
		if (!gap) {
			b = load(at + 8);
			gap = gaps(b);
			n += gap ? first_of(gap) : 8;
		}
		if (!gap || at + n > end) {
			n = gap ? (size_t)(end - at) : long_length(at, end);
		}
		if (n > SHORT_TOKEN) {
			count(l, read_token(l, at, n), first_count);
			at += n;
			continue;
		}
		a = first_bytes(a, n);
		b = n > 8 ? first_bytes(b, n - 8) : 0;
		if (!((a | b) & BYTES(0x80))) { /* in lower case */
			a = first_bytes(a | BYTES(0x20), n);
			b = n > 8 ? first_bytes(b | BYTES(0x20), n - 8) : 0;
		}
		const struct lexicon_token *t = probe(l, a, b, (uint32_t)n);
		struct said said = {t->first, t->n_parts - 1};
		if (!t->n_parts)
			said = learn(l, at,
			             (struct lexicon_token){.key = {a, b},
			                                    .len = (uint32_t)n});
		count(l, said, first_count);
		at += n;
		at += at < end && *at == ' ';
	}
}
