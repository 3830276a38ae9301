#include "compose/lexicon.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/text.h"

/*
 * Text is cut at blanks, eight bytes at a time. What such a token says, no word, one
 * or several ("l'accès,"), is found out when it comes up first. A token of up to 16
 * bytes is its own key.
 */

enum {
	LONGEST_WORD = 64,
	LONGEST_KEY = 16,
	FIRST_TOKENS = 4096,
	MOST_TOKENS = 1 << 17 /* that are kept for the next page */
};

#define BYTES(c) (0x0101010101010101u * (uint64_t)(c))

/* The bytes of a token, zero behind them. */
struct token_key {
	uint64_t first, second;
};

struct lexicon_token {
	struct token_key key; /* zero: no token */
	uint32_t n_parts;
	uint32_t said; /* the word's number; of several, their place in parts */
};

struct lexicon_word {
	const char *name;
	uint32_t last_count; /* the place of its last count in the page, from 1 */
};

void lexicon_begin_page(struct lexicon *l, struct arena *page)
{
	if (l->n_tokens > MOST_TOKENS)
		lexicon_release(l);
	if (!l->tokens) {
		l->cap_tokens = FIRST_TOKENS;
		l->tokens = arena_array(&l->arena, l->cap_tokens, sizeof *l->tokens);
		l->by_name = map_new(&l->arena);
	}
	l->page = page;
	l->counts = NULL;
	l->used = NULL;
	l->n_counts = l->cap_counts = l->n_used = l->cap_used = 0;
}

const char **lexicon_end_page(struct lexicon *l)
{
	const char **names = arena_array(l->page, l->n_used, sizeof *names);
	for (size_t i = 0; i < l->n_used; i++) {
		struct lexicon_word *word = &l->words[l->used[i]];
		word->last_count = 0;
		names[i] = word->name;
	}
	return names;
}

void lexicon_release(struct lexicon *l)
{
	arena_release(&l->arena);
	*l = (struct lexicon){0};
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

/* The top bit of each byte that is a blank or a control character. */
static inline uint64_t blanks(uint64_t x)
{
	return ~(((x & BYTES(0x7f)) + BYTES(0x7f - ' ')) | x) & BYTES(0x80);
}

static inline size_t bytes_before(uint64_t blank)
{
	return (size_t)__builtin_ctzll(blank) / 8;
}

static inline uint64_t cut_before(uint64_t x, uint64_t blank)
{
	return x & (blank ^ (blank - 1)) >> 8;
}

/* The token of a key, or the free place where it belongs. */
static inline struct lexicon_token *probe(const struct lexicon *l, struct token_key key)
{
	uint64_t hash =
		(key.first ^ key.second * 0x9e3779b97f4a7c15u) * 0xc2b2ae3d27d4eb4fu;
	size_t i = (size_t)(hash >> 40) & (l->cap_tokens - 1);
	while ((l->tokens[i].key.first != key.first ||
	        l->tokens[i].key.second != key.second) &&
	       l->tokens[i].key.first)
		i = (i + 1) & (l->cap_tokens - 1);
	return &l->tokens[i];
}

static void grow(struct lexicon *l)
{
	struct lexicon_token *old = l->tokens;
	size_t cap = l->cap_tokens;
	l->cap_tokens = cap * 2;
	l->tokens = arena_array(&l->arena, l->cap_tokens, sizeof *l->tokens);
	for (size_t i = 0; i < cap; i++)
		if (old[i].key.first)
			*probe(l, old[i].key) = old[i];
}

/* A word that is being folded. */
struct word {
	char bytes[LONGEST_WORD];
	size_t len;
	bool is_full; /* longer than a word may be */
};

static uint32_t number_of(struct lexicon *l, const struct word *w)
{
	size_t number = (size_t)(uintptr_t)map_find(&l->by_name, w->bytes, w->len);
	if (number)
		return (uint32_t)number - 1;
	struct lexicon_word new = {.name = arena_copy(&l->arena, w->bytes, w->len)};
	ARRAY_ADD(&l->arena, l->words, l->n_words, l->cap_words, new);
	map_put(&l->by_name, new.name, w->len, (void *)(uintptr_t)l->n_words);
	return (uint32_t)l->n_words - 1;
}

static void end_word(struct lexicon *l, struct word *w)
{
	if (w->len == 0)
		return;
	uint32_t number = number_of(l, w);
	ARRAY_ADD(&l->arena, l->parts, l->n_parts, l->cap_parts, number);
	*w = (struct word){.len = 0};
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

/* Puts the words of a token behind the other parts. */
static void read_words(struct lexicon *l, const char *at, size_t len)
{
	const char *end = at + len;
	struct word w = {.len = 0};
	while (at < end) {
		unsigned char c = (unsigned char)*at;
		if (c >= 0x80) {
			add_other(l, &w, text_next(&at, end));
			continue;
		}
		if (text_is_letter(c) || text_is_digit(c))
			add_ascii(&w, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
		else
			end_word(l, &w);
		at++;
	}
	end_word(l, &w);
}

/* A token that came up first. */
static const struct lexicon_token *learn(struct lexicon *l, const char *text, size_t len,
                                         struct token_key key)
{
	size_t first = l->n_parts;
	if (++l->n_tokens > l->cap_tokens / 2)
		grow(l);
	read_words(l, text, len);
	struct lexicon_token *token = probe(l, key);
	token->key = key;
	token->n_parts = (uint32_t)(l->n_parts - first);
	token->said = (uint32_t)first;
	if (token->n_parts == 1)
		token->said = l->parts[--l->n_parts];
	return token;
}

static uint32_t use_word(struct lexicon *l, uint32_t word)
{
	ARRAY_ADD(l->page, l->used, l->n_used, l->cap_used, word);
	return (uint32_t)l->n_used - 1;
}

static inline void count_word(struct lexicon *l, uint32_t number, size_t first_count)
{
	struct lexicon_word *word = &l->words[number];
	if (word->last_count > first_count) {
		l->counts[word->last_count - 1].n++;
		return;
	}
	struct word_count first = {.n = 1};
	first.word = word->last_count ? l->counts[word->last_count - 1].word
	                              : use_word(l, number);
	ARRAY_ADD(l->page, l->counts, l->n_counts, l->cap_counts, first);
	word->last_count = (uint32_t)l->n_counts;
}

static void count_parts(struct lexicon *l, size_t first, size_t n, size_t first_count)
{
	for (size_t i = first; i < first + n; i++)
		count_word(l, l->parts[i], first_count);
}

/* A token of more than 16 bytes, which is not kept: behind it. */
static const char *count_long(struct lexicon *l, const char *at, const char *end,
                              size_t first_count)
{
	size_t first = l->n_parts, len = LONGEST_KEY;
	uint64_t blank = 0;
	for (; at + len < end && !blank; len += blank ? bytes_before(blank) : 8)
		blank = blanks(load(at + len));
	if (at + len > end)
		len = (size_t)(end - at);
	read_words(l, at, len);
	count_parts(l, first, l->n_parts - first, first_count);
	l->n_parts = first;
	return at + len;
}

void lexicon_count(struct lexicon *l, const char *text, size_t len)
{
	size_t first_count = l->n_counts;
	const char *at = text, *end = text + len;
	while (at < end) {
		struct token_key key = {.first = load(at)};
		uint64_t blank = blanks(key.first);
		size_t n = 0;
		if (blank) {
			key.first = cut_before(key.first, blank);
		} else {
			key.second = load(at + 8);
			blank = blanks(key.second);
			if (!blank) {
				at = count_long(l, at, end, first_count);
				continue;
			}
			key.second = cut_before(key.second, blank);
			n = 8;
		}
		n += bytes_before(blank);
		if (n > 0) {
			const struct lexicon_token *token = probe(l, key);
			if (!token->key.first)
				token = learn(l, at, n, key);
			if (token->n_parts == 1)
				count_word(l, token->said, first_count);
			else
				count_parts(l, token->said, token->n_parts, first_count);
		}
		at += n + 1; /* behind the blank */
	}
}
