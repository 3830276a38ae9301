#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/vector.h"

/*
 * Unicode's own tables (case, marks, categories, widths) come from utf8proc;
 * the rules of French and HTML are here.
 */

static const uint32_t REPLACEMENT = 0xfffd;
static const uint64_t HIGH_BITS =
	0x8080808080808080u; /* eight bytes of ASCII have none */
static const uint64_t ONES = 0x0101010101010101u;

static bool is_ascii(const char *src, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)src[i] >= 0x80)
			return false;
	return true;
}

static bool continues(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* Length of a character of two or three bytes whose lead leaves no doubt; 0: look closer.
 */
static size_t plain_length(const unsigned char *at, size_t len)
{
	if (at[0] >= 0xc2 && at[0] <= 0xdf && len > 1 && continues(at[1]))
		return 2;
	bool is_triple = at[0] > 0xe0 && at[0] < 0xf0 && at[0] != 0xed;
	return is_triple && len > 2 && continues(at[1]) && continues(at[2]) ? 3 : 0;
}

/* Length of the character at the start; 0: none. */
static size_t char_length(const char *src, size_t len)
{
	const unsigned char *at = (const unsigned char *)src;
	size_t plain = at[0] < 0x80 ? 1 : plain_length(at, len);
	if (plain)
		return plain;
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate(at, (utf8proc_ssize_t)len, &c);
	return n < 1 ? 0 : (size_t)n;
}

/* How many of eight bytes are ASCII before the first that is not. */
static size_t ascii_bytes(uint64_t word)
{
	word &= HIGH_BITS;
	return word ? (size_t)__builtin_ctzll(word) / 8 : sizeof word;
}

size_t text_check(const char *src, size_t len)
{
	size_t i = 0;
	while (i < len) {
		uint64_t word;
		size_t n = 0;
		if (i + sizeof word <= len) {
			memcpy(&word, src + i, sizeof word);
			n = ascii_bytes(word);
		}
		i += n;
		if (n == sizeof word)
			continue;
		n = char_length(src + i, len - i);
		if (n == 0)
			return i;
		i += n;
	}
	return len;
}

uint32_t text_next_foreign(const char **at, const char *end)
{
	const unsigned char *bytes = (const unsigned char *)*at;
	if (bytes[0] >= 0xc2 && bytes[0] <= 0xdf && end - *at > 1 &&
	    continues(bytes[1])) {
		*at += 2;
		return (uint32_t)(bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f);
	}
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate(bytes, end - *at, &c);
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
	utf8proc_ssize_t n = utf8proc_encode_char(
		(utf8proc_int32_t)(is_valid ? c : REPLACEMENT), bytes);
	buf_add(b, (const char *)bytes, (size_t)n);
}

const char *text_repair(struct arena *a, const char *src, size_t len,
                        size_t *repaired_len)
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
	size_t n = len, i = 0;
	for (uint64_t bytes; i + sizeof bytes <= len; i += sizeof bytes) {
		memcpy(&bytes, src + i, sizeof bytes);
		n -= (size_t)((bytes >> 7 & ~(bytes >> 6) & ONES) * ONES >> 56);
	}
	for (; i < len; i++)
		n -= continues((unsigned char)src[i]);
	return (int)n;
}

size_t text_offset(const char *src, size_t len, int n)
{
	const char *at = src, *end = src + len;
	for (uint64_t bytes; n > 0 && at < end;) {
		size_t ascii = 0;
		if (n >= (int)sizeof bytes && (size_t)(end - at) >= sizeof bytes) {
			memcpy(&bytes, at, sizeof bytes);
			ascii = ascii_bytes(bytes);
		}
		at += ascii;
		n -= (int)ascii;
		if (ascii < sizeof bytes) {
			text_next(&at, end);
			n--;
		}
	}
	return (size_t)(at - src);
}

int text_width(const char *src, size_t len)
{
	int width = 0;
	for (const char *at = src, *end = src + len; at < end;) {
		uint32_t c = text_next(&at, end);
		bool is_plain = (c >= ' ' && c < 0x7f) || c == '\t';
		width += is_plain ? 1 : utf8proc_charwidth((utf8proc_int32_t)c);
	}
	return width;
}

/* The top bit of each byte that is part of a word: letters, what is not ASCII, digits,
 * `'`. */
static uint64_t word_bytes(uint64_t bytes)
{
	const uint64_t low = ~HIGH_BITS;
	uint64_t letters = bytes | bytes << 1; /* from 0x40 on */
	uint64_t digit = bytes ^ ONES * '0', quote = bytes ^ ONES * '\'';
	uint64_t digits =
		~(((digit & low) + ONES * (0x80 - 10)) | digit); /* '0' to '9' */
	uint64_t quotes = ~(((quote & low) + low) | quote);
	return (letters | digits | quotes) & HIGH_BITS;
}

/* How many words start in eight bytes; *inside: whether the byte before was part of one.
 */
static size_t word_starts(uint64_t bytes, uint64_t *inside)
{
	uint64_t words = word_bytes(bytes), starts = words & ~(words << 8 | *inside);
	*inside = words >> 56;
	return (size_t)((starts >> 7) * ONES >> 56);
}

/* Bytes that are part of a word, as all ones. */
static vector word_vector(vector v)
{
	vector letters =
		(vector)((v & vector_of(0xc0)) != vector_of(0)); /* from 0x40 on */
	vector digits = (vector)(v - vector_of('0') < vector_of(10));
	return letters | digits | (vector)(v == vector_of('\''));
}

/*
 * Words that start in [1, 1 + n * 16) of a text: where a byte is part of one
 * and the byte before is not. A byte of the sum counts to 255: n is less.
 */
static size_t vector_starts(const char *src, size_t n)
{
	vector sum = vector_of(0);
	for (size_t i = 0; i < n; i++, src += sizeof sum)
		sum -= word_vector(vector_load(src + 1)) & ~word_vector(vector_load(src));
	return vector_sum(sum);
}

size_t text_words(const char *src, size_t len)
{
	size_t n = 0;
	uint64_t inside = 0, bytes;
	bool is_long = len >= sizeof bytes;
	if (len > 2 * sizeof(vector)) {
		size_t blocks = (len - 1) / sizeof(vector);
		blocks = blocks > 255 ? 255 : blocks;
		size_t done = blocks * sizeof(vector);
		n = vector_starts(src, blocks) +
		    word_starts((unsigned char)src[0], &inside);
		inside = word_bytes((unsigned char)src[done]) & HIGH_BITS & 0x80;
		src += done + 1;
		len -= done + 1;
	}
	for (; len >= sizeof bytes; src += sizeof bytes, len -= sizeof bytes) {
		memcpy(&bytes, src, sizeof bytes);
		n += word_starts(bytes, &inside);
	}
	if (len == 0)
		return n;
	if (is_long) { /* the last eight, without those that were seen */
		memcpy(&bytes, src + len - sizeof bytes, sizeof bytes);
		bytes >>= 8 * (sizeof bytes - len);
	} else {
		bytes = 0;
		for (size_t i = 0; i < len; i++)
			bytes |= (uint64_t)(unsigned char)src[i] << 8 * i;
	}
	return n + word_starts(bytes, &inside);
}

/* Where ASCII's capitals are, and @ [ \ ] ^ _. */
static vector capitals_at(const char *src)
{
	return (vector)((vector_load(src) & 0xe0) == 0x40);
}

bool text_may_have_capitals(const char *src, size_t len)
{
	vector pairs = {0};
	if (len <= sizeof pairs) {
		for (size_t i = 1; i < len; i++)
			if ((src[i - 1] & 0xe0) == 0x40 && (src[i] & 0xe0) == 0x40)
				return true;
		return false;
	}
	const char *last = src + len - sizeof pairs - 1; /* some are seen again */
	for (; src < last; src += sizeof pairs)
		pairs |= capitals_at(src) & capitals_at(src + 1);
	return !vector_is_zero(pairs | (capitals_at(last) & capitals_at(last + 1)));
}

const char *text_line_end(const char *at, const char *end)
{
	/* Further and further: a text may have one of the two alone. */
	for (size_t some = 128; at < end; some *= 2) {
		size_t left = (size_t)(end - at), len = some < left ? some : left;
		const char *newline = memchr(at, '\n', len);
		const char *r = memchr(at, '\r', newline ? (size_t)(newline - at) : len);
		if (r && (r + 1 == end || r[1] != '\n'))
			return r;
		if (r || newline)
			return r ? r + 1 : newline;
		at += len;
	}
	return NULL;
}

bool text_is_space(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 || c == 0x202f ||
	       c == 0x2028 || (c >= 0x2000 && c <= 0x200a) || c == 0x3000;
}

bool text_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	if (c >= 0xc0 && c <= 0x17f)
		return c != 0xd7 && c != 0xf7; /* × ÷ */
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
	return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) ||
	       c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) || c == 0x20e3 ||
	       (c >= 0xe0020 && c <= 0xe007f) || (c >= 0x2b00 && c <= 0x2bff) ||
	       (c >= 0x2300 && c <= 0x23ff) || c == 0x2139;
}

/* Letters that Unicode does not decompose, and signs with several shapes. */
static const char *fold_of(uint32_t c)
{
	switch (c) {
	case 0x0153:
	case 0x0152: return "oe";
	case 0x00e6:
	case 0x00c6: return "ae";
	case 0x00df: return "ss";
	case 0x00f8:
	case 0x00d8: return "o";
	case 0x0142:
	case 0x0141: return "l";
	case 0x0111:
	case 0x0110: return "d";
	case 0x2019:
	case 0x02bc: return "'";
	case 0x00a0:
	case 0x202f: return " ";
	default: return NULL;
	}
}

static size_t fold_char(uint32_t c, utf8proc_option_t options,
                        uint32_t parts[MOST_FOLDED])
{
	const char *known = fold_of(c);
	size_t n_parts = 0;
	for (; known && known[n_parts]; n_parts++)
		parts[n_parts] = (unsigned char)known[n_parts];
	if (known)
		return n_parts;
	utf8proc_int32_t all[MOST_FOLDED];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, all,
	                                             MOST_FOLDED, options, &boundary);
	if (n < 1 || n > MOST_FOLDED) {
		parts[0] = c;
		return 1;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		if (utf8proc_category(all[i]) != UTF8PROC_CATEGORY_MN)
			parts[n_parts++] = (uint32_t)all[i];
	return n_parts;
}

size_t text_fold_char(uint32_t c, uint32_t parts[MOST_FOLDED])
{
	return fold_char(c, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, parts);
}

size_t text_meant_char(uint32_t c, uint32_t parts[MOST_FOLDED])
{
	return fold_char(c, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD,
	                 parts);
}

static uint32_t ascii_lower(uint32_t c)
{
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

uint32_t text_lower(uint32_t c)
{
	return c < 0x80 ? ascii_lower(c)
	                : (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

static void add_folded_text(struct buf *b, const char *src, size_t len)
{
	uint32_t parts[MOST_FOLDED];
	buf_reserve(b, len);
	for (const char *at = src, *end = src + len; at < end;) {
		uint32_t c = text_next(&at, end);
		if (c < 0x80) {
			buf_add_char(b, (char)ascii_lower(c));
			continue;
		}
		size_t n = text_fold_char(c, parts);
		for (size_t i = 0; i < n; i++)
			text_add_utf8(b, parts[i]);
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
	const char *result =
		strcmp((char *)nfc, src) == 0 ? src : arena_string(a, (char *)nfc);
	free(nfc);
	return result;
}

const char *text_id(struct arena *a, const char *src)
{
	static const char blanks[] = " \t\n\f\r";
	if (!src[strcspn(src, blanks)])
		return src;
	struct buf b = buf_new(a);
	for (src += strspn(src, blanks); *src; src += strspn(src, blanks)) {
		size_t len = strcspn(src, blanks);
		buf_add_string(&b, b.len ? "-" : "");
		buf_add(&b, src, len);
		src += len;
	}
	return buf_text(&b);
}

int text_distance(const char *a, const char *b, int limit)
{
	int n = (int)strnlen(a, LONGEST_NEAR + 1), m = (int)strnlen(b, LONGEST_NEAR + 1);
	if (n > LONGEST_NEAR || m > LONGEST_NEAR || abs(n - m) > limit)
		return limit + 1;
	int rows[3][LONGEST_NEAR + 1];
	for (int j = 0; j <= m; j++)
		rows[0][j] = j;
	for (int i = 1; i <= n; i++) {
		int *row = rows[i % 3], *above = rows[(i + 2) % 3],
		    *twice = rows[(i + 1) % 3];
		row[0] = i;
		for (int j = 1; j <= m; j++) {
			int best = above[j - 1] + (a[i - 1] != b[j - 1]);
			if (above[j] + 1 < best)
				best = above[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && twice[j - 2] + 1 < best)
				best = twice[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[n % 3][m] > limit ? limit + 1 : rows[n % 3][m];
}

int text_reach(size_t len)
{
	return len <= 4 ? 1 : (int)(len / 3);
}

const char *text_nearest(const char *name, const char *const *candidates, size_t n)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *folded = text_fold(&scratch, name), *nearest = NULL;
	int limit = text_reach(strlen(folded)), best = limit + 1;
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
