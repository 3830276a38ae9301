#include "french/phrases.h"

#include <string.h>

#include "base/buf.h"
#include "french/inflection.h"

/* What stands between two words of a phrase. */
enum gap { GAP_SPACE, GAP_APOSTROPHE, GAP_OTHER };

struct word {
	const char *key;
	size_t len;
	enum gap gap;      /* before it */
	const char *other; /* GAP_OTHER: the bytes themselves */
	size_t other_len;
};

struct phrase {
	inflection *inflection;
	struct phrase *next; /* with the same first word, as long or shorter */
	struct phrase *last; /* of as many words: known to the first of these */
	size_t number, n_words;
	struct word *words;
};

/* A word of a text: bytes [start, end). */
struct token {
	size_t start, end;
};

enum { MOST_WORDS = 12, LONGEST_ACRONYM = 7 };

/* How many bytes of a word start here; 0: none. Bytes of letters beyond ASCII count as
 * they come; no-break spaces, quotes and dashes are C2 and E2 in UTF-8. */
static size_t word_bytes(const char *text, size_t len, size_t at)
{
	unsigned char c = (unsigned char)text[at];
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
		return 1;
	if (c < 0xc3 || c == 0xe2)
		return 0;
	size_t n = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
	return n < len - at ? n : len - at;
}

static bool next_token(const char *text, size_t len, size_t from, struct token *out)
{
	size_t n;
	while (from < len && word_bytes(text, len, from) == 0)
		from++;
	out->start = from;
	while (from < len && (n = word_bytes(text, len, from)) > 0)
		from += n;
	out->end = from;
	return out->end > out->start;
}

/* "DDT", "C2B": at least two capitals, and nothing small; a longer word is shouted. */
static bool is_acronym(const char *word, size_t len)
{
	size_t n = 0;
	if (len > LONGEST_ACRONYM)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (word[i] >= 'a' && word[i] <= 'z')
			return false;
		n += word[i] >= 'A' && word[i] <= 'Z';
	}
	return n >= 2;
}

/* A word's key in `out`: its inflection's; an acronym's are its letters, which no key in
 * lower case can be. */
static size_t make_key(inflection *inflection, const char *word, size_t len, char *out)
{
	size_t bare = len > 2 && word[len - 1] == 's' ? len - 1 : len; /* les DDTs */
	if (!is_acronym(word, bare))
		return inflection(word, len, out);
	if (bare > INFLECTION_LONGEST)
		return 0;
	memcpy(out, word, bare);
	return bare;
}

static bool is_space(const char *gap, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (gap[i] == ' ' || gap[i] == '\t' || gap[i] == '\n')
			continue;
		if (i + 1 < len && memcmp(gap + i, "\xc2\xa0", 2) == 0)
			i += 1;
		else if (i + 2 < len && memcmp(gap + i, "\xe2\x80\xaf", 3) == 0)
			i += 2;
		else
			return false;
	}
	return len > 0;
}

/* A hyphen is a space: "mot clé" and "mot-clé" are one phrase. */
static enum gap gap_of(const char *gap, size_t len)
{
	if ((len == 1 && gap[0] == '-') || is_space(gap, len))
		return GAP_SPACE;
	if ((len == 1 && gap[0] == '\'') || (len == 3 && memcmp(gap, "’", 3) == 0))
		return GAP_APOSTROPHE;
	return GAP_OTHER;
}

struct phrases *phrases_new(struct arena *a, inflection *inflection)
{
	struct phrases *p = arena_alloc(a, sizeof *p);
	p->arena = a;
	p->inflection = inflection;
	p->by_word = map_new(a);
	p->by_words = map_new(a);
	return p;
}

/* Splits into words; false when there are none, or too many or too long ones. */
static bool split(const struct phrases *p, const char *text, struct phrase *out)
{
	struct word words[MOST_WORDS] = {0};
	struct token t = {0, 0};
	size_t len = strlen(text), end = 0;
	char key[INFLECTION_LONGEST];
	while (next_token(text, len, end, &t)) {
		size_t n = make_key(p->inflection, text + t.start, t.end - t.start, key);
		if (out->n_words == MOST_WORDS || n == 0)
			return false;
		words[out->n_words++] = (struct word){
			.key = arena_copy(p->arena, key, n),
			.len = n,
			.gap = gap_of(text + end, t.start - end),
			.other = arena_copy(p->arena, text + end, t.start - end),
			.other_len = t.start - end};
		end = t.end;
	}
	out->words = arena_array(p->arena, out->n_words + 1, sizeof *out->words);
	memcpy(out->words, words, out->n_words * sizeof *words);
	return out->n_words > 0;
}

/* All words of a phrase as one key, which does not tell what is between them. */
static const char *whole_key(struct arena *a, const struct phrase *phrase)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; i < phrase->n_words; i++) {
		buf_add(&b, phrase->words[i].key, phrase->words[i].len);
		buf_add_char(&b, ' ');
	}
	return buf_text(&b);
}

/* Puts a phrase behind those that start likewise and are as long or longer. */
static void insert(struct phrases *p, struct phrase *new)
{
	const struct word *first = &new->words[0];
	struct phrase *before = NULL, *at = map_find(&p->by_word, first->key, first->len);
	while (at && at->n_words >= new->n_words) {
		struct phrase *run = at;
		before = run->last;
		at = before->next;
		if (run->n_words == new->n_words)
			run->last = new;
	}
	new->last = new;
	new->next = at;
	if (before)
		before->next = new;
	else
		map_put(&p->by_word, first->key, first->len, new);
}

static size_t pair_of(const char *at)
{
	return (size_t)(unsigned char)at[0] << 8 | (unsigned char)at[1];
}

static void record_start(struct phrases *p, const char *word)
{
	size_t pair = pair_of(word);
	p->starts[pair / 8] |= (unsigned char)(1 << pair % 8);
}

/* A phrase may start small or with a capital, whichever way it was made known. */
static void record_starts(struct phrases *p, const char *word)
{
	char other[2] = {word[0], word[1]};
	record_start(p, word);
	if ((other[0] >= 'a' && other[0] <= 'z') || (other[0] >= 'A' && other[0] <= 'Z'))
		other[0] ^= 32;
	else if ((unsigned char)other[0] == 0xc3)
		other[1] ^= 32; /* É and é */
	else if ((unsigned char)other[0] == 0xc5)
		other[1] ^= 1; /* Œ and œ */
	record_start(p, other);
}

size_t phrases_add(struct phrases *p, const char *phrase, size_t number)
{
	struct phrase *new = arena_alloc(p->arena, sizeof *new);
	struct token first;
	new->number = number;
	new->inflection = p->inflection;
	if (!split(p, phrase, new) || !next_token(phrase, strlen(phrase), 0, &first))
		return number;
	const char *key = whole_key(p->arena, new);
	const struct phrase *known = map_find_string(&p->by_words, key);
	if (known)
		return known->number;
	map_put_string(&p->by_words, key, new);
	insert(p, new);
	record_starts(p, phrase + first.start);
	p->n++;
	return number;
}

/* Whether the phrase goes on behind its first word; *end: where it does. */
static bool goes_on(const struct phrase *phrase, const char *text, size_t len,
                    size_t *end)
{
	char key[INFLECTION_LONGEST];
	for (size_t i = 1; i < phrase->n_words; i++) {
		const struct word *w = &phrase->words[i];
		struct token t;
		if (!next_token(text, len, *end, &t))
			return false;
		size_t gap = t.start - *end;
		if (w->gap == GAP_OTHER ? gap != w->other_len ||
		                                  memcmp(text + *end, w->other, gap) != 0
		                        : gap_of(text + *end, gap) != w->gap)
			return false;
		size_t n = make_key(phrase->inflection, text + t.start, t.end - t.start,
		                    key);
		if (n != w->len || memcmp(key, w->key, n) != 0)
			return false;
		*end = t.end;
	}
	return true;
}

/* Whether what stands before makes the word a part of something else. */
static bool is_bound_before(const char *text, size_t at)
{
	if (at == 0)
		return false;
	if (memchr("@/#_\\", text[at - 1], 5))
		return true;
	bool joins = text[at - 1] == '-' || text[at - 1] == '.';
	return joins && at > 1 && text[at - 2] != ' ' && text[at - 2] != '\n';
}

static bool is_bound_behind(const char *text, size_t len, size_t at)
{
	if (at >= len)
		return false;
	if (memchr("@_", text[at], 2))
		return true;
	return memchr("-.", text[at], 2) && at + 1 < len &&
	       word_bytes(text, len, at + 1) > 0;
}

static bool match_at(const struct phrases *p, const char *text, size_t len,
                     const struct token *t, struct phrase_match *out)
{
	char key[INFLECTION_LONGEST];
	size_t n = make_key(p->inflection, text + t->start, t->end - t->start, key);
	const struct phrase *phrase = n ? map_find(&p->by_word, key, n) : NULL;
	for (; phrase; phrase = phrase->next) {
		size_t end = t->end;
		if (!goes_on(phrase, text, len, &end) || is_bound_behind(text, len, end))
			continue;
		*out = (struct phrase_match){t->start, end - t->start, phrase->number};
		return true;
	}
	return false;
}

bool phrases_find(const struct phrases *p, const char *text, size_t len, size_t from,
                  struct phrase_match *out)
{
	for (struct token t; next_token(text, len, from, &t); from = t.end) {
		size_t pair = t.end - t.start > 1 ? pair_of(text + t.start) : 0;
		if ((p->starts[pair / 8] >> pair % 8 & 1) == 0 ||
		    is_bound_before(text, t.start))
			continue;
		if (match_at(p, text, len, &t, out))
			return true;
	}
	return false;
}
