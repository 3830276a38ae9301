#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/map.h"

/*
 * Unicode's own tables (case, marks, categories, widths) come from utf8proc;
 * the rules of French, GitBook and HTML are here.
 */

static const uint32_t REPLACEMENT = 0xfffd;
static const uint64_t HIGH_BITS = 0x8080808080808080u; /* eight bytes of ASCII have none */

static bool is_ascii(const char *src, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)src[i] >= 0x80)
			return false;
	return true;
}

size_t text_check(const char *src, size_t len)
{
	size_t i = 0;
	while (i < len) {
		uint64_t word;
		if (i + sizeof word <= len && (memcpy(&word, src + i, sizeof word), (word & HIGH_BITS) == 0)) {
			i += sizeof word;
			continue;
		}
		if ((unsigned char)src[i] < 0x80) {
			i++;
			continue;
		}
		utf8proc_int32_t c;
		utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)src + i,
		                                      (utf8proc_ssize_t)(len - i), &c);
		if (n < 1)
			return i;
		i += (size_t)n;
	}
	return len;
}

uint32_t text_next(const char **at, const char *end)
{
	unsigned char first = (unsigned char)**at;
	if (first < 0x80) {
		(*at)++;
		return first;
	}
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)*at, end - *at, &c);
	if (n < 1) {
		(*at)++;
		return REPLACEMENT;
	}
	*at += n;
	return (uint32_t)c;
}

void text_add_utf8(struct buf *b, uint32_t c)
{
	utf8proc_uint8_t bytes[4];
	bool is_valid = c != 0 && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
	utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)(is_valid ? c : REPLACEMENT), bytes);
	buf_add(b, (const char *)bytes, (size_t)n);
}

const char *text_repair(struct arena *a, const char *src, size_t len, size_t *repaired_len)
{
	*repaired_len = len;
	if (text_check(src, len) == len)
		return src;
	struct buf b = buf_new(a);
	for (const char *at = src, *end = src + len; at < end;)
		text_add_utf8(&b, text_next(&at, end));
	*repaired_len = b.len;
	return buf_text(&b);
}

int text_length(const char *src, size_t len)
{
	int n = 0;
	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)src[i] & 0xc0) != 0x80;
	return n;
}

int text_width(const char *src, size_t len)
{
	int width = 0;
	for (const char *at = src, *end = src + len; at < end;) {
		uint32_t c = text_next(&at, end);
		width += c == '\t' ? 1 : utf8proc_charwidth((utf8proc_int32_t)c);
	}
	return width;
}

/* The top bit of each byte that is part of a word: letters, what is not ASCII, digits, `'`. */
static uint64_t word_bytes(uint64_t bytes)
{
	const uint64_t ones = 0x0101010101010101u, low = ~HIGH_BITS;
	uint64_t letters = bytes | bytes << 1;                    /* from 0x40 on */
	uint64_t digit = bytes ^ ones * '0', quote = bytes ^ ones * '\'';
	uint64_t digits = ~(((digit & low) + ones * (0x80 - 10)) | digit); /* '0' to '9' */
	uint64_t quotes = ~(((quote & low) + low) | quote);
	return (letters | digits | quotes) & HIGH_BITS;
}

size_t text_words(const char *src, size_t len)
{
	size_t n = 0;
	uint64_t inside = 0; /* whether the byte before was part of a word, in the lowest byte's top bit */
	for (size_t i = 0; i < len; i += 8) {
		uint64_t bytes = 0;
		memcpy(&bytes, src + i, len - i < 8 ? len - i : 8);
		uint64_t words = word_bytes(bytes);
		n += (size_t)__builtin_popcountll(words & ~(words << 8 | inside));
		inside = words >> 56;
	}
	return n;
}

bool text_is_space(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x202f || c == 0x2028 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x3000;
}

bool text_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)c);
	return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
	       kind == UTF8PROC_CATEGORY_MN;
}

bool text_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool text_is_emoji(uint32_t c)
{
	return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) || c == 0x200d ||
	       (c >= 0xfe00 && c <= 0xfe0f) || c == 0x20e3 || (c >= 0xe0020 && c <= 0xe007f) ||
	       (c >= 0x2b00 && c <= 0x2bff) || (c >= 0x2300 && c <= 0x23ff);
}

/* Letters that Unicode does not decompose, and signs with several shapes. */
static const char *fold_of(uint32_t c)
{
	switch (c) {
	case 0x0153: case 0x0152: return "oe";
	case 0x00e6: case 0x00c6: return "ae";
	case 0x00df: return "ss";
	case 0x00f8: case 0x00d8: return "o";
	case 0x0142: case 0x0141: return "l";
	case 0x0111: case 0x0110: return "d";
	case 0x2019: case 0x02bc: return "'";
	case 0x00a0: case 0x202f: return " ";
	default: return NULL;
	}
}

/* Adds one character in lower case without its accents. */
static void add_folded(struct buf *b, uint32_t c)
{
	const char *known = fold_of(c);
	if (known) {
		buf_add_string(b, known);
		return;
	}
	utf8proc_int32_t parts[8];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, COUNT(parts),
	                                             UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
	if (n < 1 || n > (utf8proc_ssize_t)COUNT(parts)) {
		text_add_utf8(b, c);
		return;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN)
			text_add_utf8(b, (uint32_t)parts[i]);
}

static void add_folded_text(struct buf *b, const char *src, size_t len)
{
	buf_reserve(b, len);
	for (const char *at = src, *end = src + len; at < end;) {
		uint32_t c = text_next(&at, end);
		if (c < 0x80)
			buf_add_char(b, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
		else
			add_folded(b, c);
	}
}

char *text_fold(struct arena *a, const char *src)
{
	struct buf b = buf_new(a);
	add_folded_text(&b, src, strlen(src));
	buf_reserve(&b, 0);
	b.data[b.len] = '\0';
	return b.data;
}

bool text_same(const char *a, const char *b)
{
	if (strcmp(a, b) == 0)
		return true;
	struct arena scratch = ARENA_PRIVATE;
	bool same = strcmp(text_fold(&scratch, a), text_fold(&scratch, b)) == 0;
	arena_release(&scratch);
	return same;
}

const char *text_nfc(struct arena *a, const char *src)
{
	size_t len = strlen(src);
	if (is_ascii(src, len))
		return src;
	utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)src);
	if (!nfc)
		return src;
	const char *result = strcmp((char *)nfc, src) == 0 ? src : arena_string(a, (char *)nfc);
	free(nfc);
	return result;
}

enum { LONGEST_SEGMENT = 200 };

/* Cuts an over-long segment at a character and marks it with its hash. */
static void cut_segment(struct buf *b)
{
	if (b->len <= LONGEST_SEGMENT)
		return;
	unsigned hash = (unsigned)(hash_bytes(b->data, b->len) & 0xffffffffu);
	size_t cut = LONGEST_SEGMENT - 9;
	while (cut > 0 && ((unsigned char)b->data[cut] & 0xc0) == 0x80)
		cut--;
	b->len = cut;
	buf_add_format(b, "-%08x", hash);
}

/*
 * Runs of characters that are neither ASCII letters, digits nor in `kept`
 * become one "-"; apostrophes vanish; letters of other alphabets stay.
 */
static void add_slug(struct buf *b, const char *src, size_t len, const char *kept)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf folded = buf_new(&scratch);
	add_folded_text(&folded, src, len);
	const char *at = buf_text(&folded), *end = at + folded.len;
	bool gap = false;
	while (at < end) {
		uint32_t c = text_next(&at, end);
		if (c == '\'')
			continue;
		bool stays = text_is_digit(c) || text_is_letter(c) || (c < 0x80 && c && strchr(kept, (int)c));
		if (!stays) {
			gap = b->len > 0;
			continue;
		}
		if (gap)
			buf_add_char(b, '-');
		gap = false;
		text_add_utf8(b, c);
	}
	arena_release(&scratch);
}

char *text_slug(struct arena *a, const char *src, size_t len)
{
	struct buf b = buf_new(a);
	add_slug(&b, src, len, "._+");
	if (b.len == 0 || strcmp(b.data, ".") == 0 || strcmp(b.data, "..") == 0) {
		b.len = 0;
		buf_add_string(&b, "page");
	}
	cut_segment(&b);
	return b.data;
}

/* Drops emoji, and gives `&` its word: the text that a heading's anchor is made of. */
static void add_spoken(struct buf *b, const char *src)
{
	for (const char *at = src, *end = src + strlen(src); at < end;) {
		uint32_t c = text_next(&at, end);
		if (c == '&')
			buf_add_string(b, " and ");
		else if (!text_is_emoji(c))
			text_add_utf8(b, c);
	}
}

char *text_anchor(struct arena *a, const char *src)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf spoken = buf_new(&scratch), b = buf_new(a);
	add_spoken(&spoken, src);
	struct buf slug = buf_new(&scratch);
	add_slug(&slug, buf_text(&spoken), spoken.len, "._");
	if (slug.len && text_is_digit((unsigned char)slug.data[0]))
		buf_add_string(&b, "id-");
	buf_add_string(&b, buf_text(&slug));
	buf_reserve(&b, 0);
	b.data[b.len] = '\0';
	arena_release(&scratch);
	return b.data;
}

char *text_github_anchor(struct arena *a, const char *src)
{
	struct buf b = buf_new(a);
	for (const char *at = src, *end = src + strlen(src); at < end;) {
		uint32_t c = text_next(&at, end);
		if (c == ' ')
			buf_add_char(&b, '-');
		else if (c == '-' || c == '_' || text_is_digit(c) || text_is_letter(c))
			text_add_utf8(&b, (uint32_t)utf8proc_tolower((utf8proc_int32_t)c));
	}
	buf_reserve(&b, 0);
	b.data[b.len] = '\0';
	return b.data;
}

char *text_bare(struct arena *a, const char *src)
{
	struct buf folded = buf_new(a), b = buf_new(a);
	add_folded_text(&folded, src, strlen(src));
	for (const char *at = buf_text(&folded), *end = at + folded.len; at < end;) {
		uint32_t c = text_next(&at, end);
		if (text_is_digit(c) || text_is_letter(c))
			text_add_utf8(&b, c);
	}
	buf_reserve(&b, 0);
	b.data[b.len] = '\0';
	return b.data;
}

int text_distance(const char *a, const char *b, int limit)
{
	enum { LONGEST = 64 };
	int n = (int)strnlen(a, LONGEST + 1), m = (int)strnlen(b, LONGEST + 1);
	if (n > LONGEST || m > LONGEST || abs(n - m) > limit)
		return limit + 1;
	int rows[3][LONGEST + 1];
	for (int j = 0; j <= m; j++)
		rows[0][j] = j;
	for (int i = 1; i <= n; i++) {
		int *row = rows[i % 3], *above = rows[(i + 2) % 3], *twice = rows[(i + 1) % 3];
		row[0] = i;
		for (int j = 1; j <= m; j++) {
			int best = above[j - 1] + (a[i - 1] != b[j - 1]);
			if (above[j] + 1 < best)
				best = above[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    twice[j - 2] + 1 < best)
				best = twice[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[n % 3][m];
}

const char *text_nearest(const char *name, const char *const *candidates, size_t n)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *folded = text_fold(&scratch, name), *nearest = NULL;
	int limit = (int)strlen(folded) <= 4 ? 1 : (int)strlen(folded) / 3, best = limit + 1;
	for (size_t i = 0; i < n; i++) {
		int d = text_distance(folded, text_fold(&scratch, candidates[i]), limit);
		if (d < best) {
			best = d;
			nearest = candidates[i];
		}
	}
	arena_release(&scratch);
	return nearest;
}
