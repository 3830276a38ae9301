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

/* What is called now and then: within a loop it would take registers from the rest. */
#define RARE static __attribute__((noinline))

#define BYTES(c) (0x0101010101010101u * (uint64_t)(c))

/* The bytes of a token, zero behind them. */
struct token_key {
	uint64_t first, second;
};

struct lexicon_token {
	struct token_key key;      /* zero: no token */
	struct lexicon_word *word; /* NULL: it is none, or several */
	uint32_t first, n_parts;   /* those of several */
};

struct lexicon_word {
	const char *name;
	uint32_t len;
	uint32_t number;     /* in the page; nothing while it has no count there */
	uint32_t last_count; /* the place of its last one, from 1 */
	uint32_t hash;
};

static void make_room(struct lexicon *l, size_t cap)
{
	l->tokens = arena_array(&l->arena, cap, sizeof *l->tokens);
	l->cap_tokens = cap;
	l->hash_shift = 64 - (unsigned)__builtin_ctzll(cap);
}

uint32_t pair_hash_word(const char *word, size_t len)
{
	uint32_t hash = 0x811c9dc5u;
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)word[i]) * 0x01000193u;
	return hash;
}

void lexicon_begin_page(struct lexicon *l, struct arena *page)
{
	if (l->n_tokens > MOST_TOKENS)
		lexicon_release(l);
	if (!l->tokens) {
		make_room(l, FIRST_TOKENS);
		l->words = map_new(&l->arena);
	}
	l->page = page;
	l->names = buf_new(page);
	l->counts = NULL;
	l->used = NULL;
	l->n_counts = l->cap_counts = l->n_used = l->cap_used = 0;
	l->pairs = arena_array(page, MOST_PAIR_BITS / 32, sizeof *l->pairs);
}

/* Bits are numbered alike in each size: half of the filter is laid over the other while
 * there is room. */
uint32_t *lexicon_pairs(struct lexicon *l, size_t *n)
{
	size_t bits = MOST_PAIR_BITS;
	for (; bits > 32 && bits / 2 >= l->n_counts * 8; bits /= 2)
		for (size_t i = 0, half = bits / 64; i < half; i++)
			l->pairs[i] |= l->pairs[half + i];
	*n = bits / 32;
	return l->pairs;
}

void lexicon_end_page(struct lexicon *l)
{
	for (size_t i = 0; i < l->n_used; i++)
		l->used[i]->last_count = 0;
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
	return (unsigned)__builtin_ctzll(blank) / 8;
}

/* The lowest bytes of eight, by how many they are. */
static const uint64_t first_bytes[] = {
	0,          0xff,         0xffff,         0xffffff,
	0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff};

/* Where a token belongs; behind it where that is taken. */
static inline size_t place_of(const struct lexicon *l, struct token_key key)
{
	uint64_t both = key.first ^ key.second * 0x9e3779b97f4a7c15u;
	return (size_t)(both * 0xc2b2ae3d27d4eb4fu >> l->hash_shift);
}

static struct lexicon_token *free_place(struct lexicon *l, struct token_key key)
{
	size_t i = place_of(l, key);
	while (l->tokens[i].key.first)
		i = (i + 1) & (l->cap_tokens - 1);
	return &l->tokens[i];
}

static void grow(struct lexicon *l)
{
	const struct lexicon_token *old = l->tokens;
	size_t cap = l->cap_tokens;
	make_room(l, cap * 2);
	for (size_t i = 0; i < cap; i++)
		if (old[i].key.first)
			*free_place(l, old[i].key) = old[i];
}

/* A word that is being folded. */
struct word {
	char bytes[LONGEST_WORD];
	size_t len;
	bool is_full; /* longer than a word may be */
};

static struct lexicon_word *find_word(struct lexicon *l, const struct word *w)
{
	struct lexicon_word *word = map_find(&l->words, w->bytes, w->len);
	if (word)
		return word;
	word = arena_alloc(&l->arena, sizeof *word);
	word->name = arena_copy(&l->arena, w->bytes, w->len);
	word->len = (uint32_t)w->len;
	word->hash = pair_hash_word(w->bytes, w->len);
	map_put(&l->words, word->name, w->len, word);
	return word;
}

static void end_word(struct lexicon *l, struct word *w)
{
	if (w->len == 0)
		return;
	struct lexicon_word *word = find_word(l, w);
	ARRAY_ADD(&l->arena, l->parts, l->n_parts, l->cap_parts, word);
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
		bool is_capital = c >= 'A' && c <= 'Z', is_small = c >= 'a' && c <= 'z';
		if (is_capital || is_small || (c >= '0' && c <= '9'))
			add_ascii(&w, (char)(is_capital ? c + 32 : c));
		else
			end_word(l, &w);
		at++;
	}
	end_word(l, &w);
}

/* A token that came up first. */
RARE const struct lexicon_token *learn(struct lexicon *l, const char *text, size_t len,
                                       struct token_key key)
{
	struct lexicon_token token = {.key = key, .first = (uint32_t)l->n_parts};
	read_words(l, text, len);
	token.n_parts = (uint32_t)l->n_parts - token.first;
	if (token.n_parts == 1)
		token.word = l->parts[--l->n_parts];
	if (++l->n_tokens > l->cap_tokens / 2)
		grow(l);
	struct lexicon_token *place = free_place(l, key);
	*place = token;
	return place;
}

static inline const struct lexicon_token *find_token(struct lexicon *l, const char *text,
                                                     size_t len, struct token_key key)
{
	for (size_t i = place_of(l, key);; i = (i + 1) & (l->cap_tokens - 1)) {
		const struct lexicon_token *token = &l->tokens[i];
		if (token->key.first == key.first && token->key.second == key.second)
			return token;
		if (!token->key.first)
			return learn(l, text, len, key);
	}
}

RARE void use_word(struct lexicon *l, struct lexicon_word *word)
{
	word->number = (uint32_t)l->n_used;
	buf_add(&l->names, word->name, word->len + 1);
	ARRAY_ADD(l->page, l->used, l->n_used, l->cap_used, word);
}

static inline void note_pair(struct lexicon *l, uint32_t hash)
{
	uint32_t bit = pair_bit(l->before, hash);
	l->pairs[bit >> 5] |= 1u << (bit & 31);
	l->before = hash;
}

static inline void count_word(struct lexicon *l, struct lexicon_word *word,
                              size_t first_count)
{
	note_pair(l, word->hash);
	if (word->last_count > first_count) {
		l->counts[word->last_count - 1].n++;
		return;
	}
	if (word->last_count == 0)
		use_word(l, word);
	struct word_count first = {word->number, 1};
	ARRAY_ADD(l->page, l->counts, l->n_counts, l->cap_counts, first);
	word->last_count = (uint32_t)l->n_counts;
}

RARE void count_parts(struct lexicon *l, size_t first, size_t n, size_t first_count)
{
	for (size_t i = first; i < first + n; i++)
		count_word(l, l->parts[i], first_count);
}

/* A token of more than 16 bytes, which is not kept; its length. */
RARE size_t count_long(struct lexicon *l, const char *at, size_t first_count)
{
	size_t first = l->n_parts, len = LONGEST_KEY;
	uint64_t blank;
	while (!(blank = blanks(load(at + len))))
		len += 8;
	len += bytes_before(blank);
	read_words(l, at, len);
	count_parts(l, first, l->n_parts - first, first_count);
	l->n_parts = first;
	return len;
}

/* Counts a token, or nothing where a blank stands; its length. */
static inline size_t count_token(struct lexicon *l, const char *at, size_t first_count)
{
	struct token_key key = {.first = load(at)};
	uint64_t blank = blanks(key.first);
	size_t len;
	if (blank) {
		len = bytes_before(blank);
		key.first &= first_bytes[len];
	} else {
		key.second = load(at + 8);
		blank = blanks(key.second);
		if (!blank)
			return count_long(l, at, first_count);
		len = 8 + bytes_before(blank);
		key.second &= first_bytes[len - 8];
	}
	if (len == 0)
		return 0;
	const struct lexicon_token *token = find_token(l, at, len, key);
	if (token->word)
		count_word(l, token->word, first_count);
	else
		count_parts(l, token->first, token->n_parts, first_count);
	return len;
}

void lexicon_count(struct lexicon *l, const char *text, size_t len)
{
	size_t first_count = l->n_counts;
	l->before = 0;
	for (const char *at = text, *end = text + len; at < end; at++)
		at += count_token(l, at, first_count);
}
