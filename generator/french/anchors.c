#include "french/anchors.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/text.h"
#include "french/spoken.h"

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
 * Runs of characters that are neither letters, digits nor in `kept` become
 * one "-"; apostrophes vanish; letters of other alphabets stay.
 */
struct slug {
	struct buf *b;
	const char *kept;
	bool is_name; /* of a file: servers hide those that start with a dot, and ".."
	                 leads out */
	bool has_gap;
};

/* `c` is folded. */
static void add_slug_char(struct slug *s, uint32_t c)
{
	if (c == '\'')
		return;
	if (c == '.' && s->is_name && s->b->len == 0)
		return;
	bool stays = text_is_digit(c) || text_is_letter(c) ||
	             (c < 0x80 && c && strchr(s->kept, (int)c));
	if (!stays) {
		s->has_gap = s->b->len > 0;
		return;
	}
	if (s->has_gap)
		buf_add_char(s->b, '-');
	s->has_gap = false;
	if (c < 0x80)
		buf_add_char(s->b, (char)c);
	else
		text_add_utf8(s->b, c);
}

/* How many small letters and digits stand next: no rule changes them. */
static size_t slug_run(const char *at, const char *end)
{
	size_t n = 0;
	while (at + n < end &&
	       ((at[n] >= 'a' && at[n] <= 'z') || (at[n] >= '0' && at[n] <= '9')))
		n++;
	return n;
}

/* Adds them as they are; returns how many. */
static size_t add_slug_run(struct slug *s, const char *at, const char *end)
{
	size_t n = slug_run(at, end);
	if (n > 0 && s->has_gap)
		buf_add_char(s->b, '-');
	s->has_gap = s->has_gap && n == 0;
	buf_add(s->b, at, n);
	return n;
}

/* Whether the marks of a letter are a part of it: kana, and syllables of Hangul. */
static bool has_own_marks(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0xac00 && c <= 0xd7a3);
}

static bool add_spoken(struct slug *s, uint32_t c)
{
	const char *text = spoken(c);
	for (const char *at = text; at && *at; at++)
		add_slug_char(s, (unsigned char)*at);
	return text != NULL;
}

/* A character by what it means: "m²" is m2, "½" 1-2, "€" eur. */
static void add_slug_meant(struct slug *s, uint32_t c)
{
	uint32_t parts[MOST_FOLDED];
	if (add_spoken(s, c))
		return;
	if (c < 0x80 || has_own_marks(c)) {
		add_slug_char(s, text_lower(c));
		return;
	}
	size_t n = text_meant_char(c, parts);
	for (size_t i = 0; i < n; i++)
		if (!add_spoken(s, parts[i]))
			add_slug_char(s, parts[i]);
}

/* Letters with their marks, of which some are none without them. */
static const char *composed_marks(struct arena *a, const char *src, size_t len)
{
	static const char leads[] = "\xcc\xcd\xe1\xe3"; /* of marks, jamo, kana */
	for (const char *lead = leads; *lead; lead++)
		if (memchr(src, *lead, len))
			return text_nfc(a, arena_copy(a, src, len));
	return src;
}

char *slug_make(struct arena *a, const char *src, size_t len)
{
	struct buf b = buf_new(a);
	struct slug slug = {.b = &b, .kept = "._+", .is_name = true};
	const char *composed = composed_marks(a, src, len);
	if (composed != src)
		len = strlen(composed);
	buf_reserve(&b, len);
	for (const char *at = composed, *end = composed + len; at < end;)
		add_slug_meant(&slug, text_next(&at, end));
	if (b.len == 0)
		buf_add_string(&b, "page");
	cut_segment(&b);
	return b.data;
}

/* Bytes of a shortcode such as ":smile:" behind its first colon; 0: none. */
static size_t shortcode_length(const char *at)
{
	size_t n = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789_+-");
	return n > 0 && at[n] == ':' ? n + 1 : 0;
}

/* Emoji and shortcodes are dropped, and signs are spoken. */
char *anchor_gitbook(struct arena *a, const char *src)
{
	src = composed_marks(a, src, strlen(src));
	size_t len = strlen(src);
	struct buf b = buf_new(a);
	struct slug slug = {.b = &b, .kept = "._"};
	uint32_t before = ' ';
	buf_reserve(&b, len);
	for (const char *at = src, *end = src + len; at < end;) {
		size_t n = add_slug_run(&slug, at, end);
		if (n > 0) {
			at += n;
			before = (unsigned char)at[-1];
			continue;
		}
		uint32_t c = text_next(&at, end);
		if (c == ':' && !text_is_letter(before) &&
		    !text_is_digit(before)) /* not 12:30:45 */
			at += shortcode_length(at);
		before = c;
		if (!text_is_emoji(c) || spoken(c))
			add_slug_meant(&slug, c);
	}
	bool is_numeric = b.len && text_is_digit((unsigned char)b.data[0]);
	return is_numeric ? arena_format(a, "id-%s", b.data) : b.data;
}

char *anchor_github(struct arena *a, const char *src)
{
	size_t len = strlen(src);
	struct buf b = buf_new(a);
	buf_reserve(&b, len);
	for (const char *at = src, *end = src + len; at < end;) {
		size_t n = slug_run(at, end);
		buf_add(&b, at, n);
		at += n;
		if (at == end)
			break;
		uint32_t c = text_next(&at, end);
		bool stays =
			c == '-' || c == '_' || text_is_digit(c) || text_is_letter(c);
		if (c == ' ')
			buf_add_char(&b, '-');
		else if (stays && c < 0x80)
			buf_add_char(&b, (char)text_lower(c));
		else if (stays)
			text_add_utf8(&b, text_lower(c));
	}
	return b.data;
}

bool anchor_rules_agree(const char *src)
{
	bool is_start = true; /* of a word: no blank and no dash may stand here */
	if (text_is_digit((unsigned char)*src))
		return false;
	for (; *src; src++) {
		unsigned char c = (unsigned char)*src;
		bool is_gap = c == ' ' || c == '-';
		bool is_word = c < 0x80 && (text_is_letter(c) || text_is_digit(c));
		if (is_gap ? is_start : !is_word)
			return false;
		is_start = is_gap;
	}
	return !is_start;
}

char *anchor_bare(struct arena *a, const char *src)
{
	struct buf b = buf_new(a);
	for (const char *at = text_fold(a, src), *end = at + strlen(at); at < end;) {
		uint32_t c = text_next(&at, end);
		if (text_is_digit(c) || text_is_letter(c))
			text_add_utf8(&b, c);
	}
	buf_reserve(&b, 0);
	b.data[b.len] = '\0';
	return b.data;
}
