#include "compose/lexicon.h"

#include <string.h>

#include "base/map.h"
#include "base/text.h"

/*
 * Text is cut into tokens by bytes, quickly: runs of ASCII's letters and digits
 * and of all that is not ASCII. What a token says, no word, one or several
 * ("l’accès"), is found out when it comes up first.
 */

enum { LONGEST_WORD = 64, FIRST_TOKENS = 1024, SHORT_TOKEN = 16 };

struct lexicon_token {
	const char *text;
	uint32_t len;
	uint32_t first_part, n_parts;
	uint32_t hash;
};

struct lexicon lexicon_new(struct arena *a)
{
	struct lexicon l = {.arena = a, .cap_tokens = FIRST_TOKENS};
	l.tokens = arena_array(a, l.cap_tokens, sizeof *l.tokens);
	l.by_word = arena_alloc(a, sizeof *l.by_word);
	*l.by_word = map_new(a);
	return l;
}

static void add_part(struct lexicon *l, const char *word, size_t len)
{
	size_t number = (size_t)(uintptr_t)map_find(l->by_word, word, len);
	if (!number) {
		char *copy = arena_copy(l->arena, word, len);
		if (l->n_words == l->cap_last)
			l->last_counts = array_grow(l->arena, l->last_counts, l->n_words,
			                            &l->cap_last, sizeof *l->last_counts);
		l->last_counts[l->n_words] = 0;
		ARRAY_ADD(l->arena, l->words, l->n_words, l->cap_words, copy);
		number = l->n_words;
		map_put(l->by_word, copy, len, (void *)(uintptr_t)number);
	}
	uint32_t part = (uint32_t)number - 1;
	ARRAY_ADD(l->arena, l->parts, l->n_parts, l->cap_parts, part);
}

/* A word may be longer than any that is meant to be one: an address, a key. */
static size_t cut(const char *word, size_t len)
{
	if (len <= LONGEST_WORD)
		return len;
	len = LONGEST_WORD;
	while (((unsigned char)word[len] & 0xc0) == 0x80)
		len--;
	return len;
}

static void add_words(struct lexicon *l, const char *token, size_t len)
{
	const char *text = text_fold(l->arena, arena_copy(l->arena, token, len));
	const char *end = text + strlen(text), *start = text;
	for (const char *at = text; at < end;) {
		const char *next = at;
		uint32_t c = text_next(&next, end);
		bool is_part = text_is_letter(c) || text_is_digit(c);
		if (!is_part && at > start)
			add_part(l, start, cut(start, (size_t)(at - start)));
		at = next;
		start = is_part ? start : at;
	}
	if (end > start)
		add_part(l, start, cut(start, (size_t)(end - start)));
}

static struct lexicon_token *probe(struct lexicon_token *tokens, size_t cap,
                                   const char *text, size_t len, uint32_t hash)
{
	size_t i = hash & (cap - 1);
	while (tokens[i].text && (tokens[i].hash != hash || tokens[i].len != len ||
	                          memcmp(tokens[i].text, text, len) != 0))
		i = (i + 1) & (cap - 1);
	return &tokens[i];
}

static void grow(struct lexicon *l)
{
	size_t cap = l->cap_tokens * 2;
	struct lexicon_token *tokens = arena_array(l->arena, cap, sizeof *tokens);
	for (size_t i = 0; i < l->cap_tokens; i++) {
		const struct lexicon_token *t = &l->tokens[i];
		if (t->text)
			*probe(tokens, cap, t->text, t->len, t->hash) = *t;
	}
	l->tokens = tokens;
	l->cap_tokens = cap;
}

static const struct lexicon_token *find_token(struct lexicon *l, const char *text,
                                              size_t len, uint32_t hash)
{
	struct lexicon_token *t = probe(l->tokens, l->cap_tokens, text, len, hash);
	if (t->text)
		return t;
	*t = (struct lexicon_token){.text = text,
	                            .len = (uint32_t)len,
	                            .hash = hash,
	                            .first_part = (uint32_t)l->n_parts};
	add_words(l, text, len);
	t->n_parts = (uint32_t)l->n_parts - t->first_part;
	if (++l->n_tokens <= l->cap_tokens / 2)
		return t;
	struct lexicon_token copy = *t;
	grow(l);
	return probe(l->tokens, l->cap_tokens, copy.text, copy.len, copy.hash);
}

static void count(struct lexicon *l, const struct lexicon_token *t, size_t first_count)
{
	for (uint32_t i = 0; i < t->n_parts; i++) {
		uint32_t word = l->parts[t->first_part + i];
		size_t last = l->last_counts[word];
		if (last > first_count) {
			l->counts[last - 1].n++;
			continue;
		}
		struct word_count first = {word, 1};
		ARRAY_ADD(l->arena, l->counts, l->n_counts, l->cap_counts, first);
		l->last_counts[word] = (uint32_t)l->n_counts;
	}
}

static inline bool is_token_byte(unsigned char c)
{
	return c >= 0x80 || (unsigned char)((c | 0x20) - 'a') < 26 ||
	       (unsigned char)(c - '0') < 10;
}

void lexicon_count(struct lexicon *l, const char *text, size_t len)
{
	size_t first_count = l->n_counts;
	const char *at = text, *end = text + len;
	while (at < end) {
		const char *start = at;
		uint32_t hash = 0;
		for (; at < end && is_token_byte((unsigned char)*at); at++)
			hash = (hash ^ (unsigned char)*at) * 0x9e3779b1u;
		if (at > start)
			count(l,
			      find_token(l, start, (size_t)(at - start),
			                 hash ^ hash >> 15),
			      first_count);
		else
			at++;
	}
}
