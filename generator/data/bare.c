#include "data/bare.h"

#include <cmark-gfm.h>
#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "words/shown.h"

/* Signs of other keyboards than the one that addresses were made for: they stay in none.
 */
static const char *const closing_signs[] = {
	"«",  "»",  "“",  "”",  "„",  "。", "，", "、", "；", "：", "！",
	"？", "（", "）", "「", "」", "『", "』", "《", "》", "【", "】",
};
/* Those that may stand in one, but do not end it. */
static const char *const last_signs[] = {"’", "‘", "…", "—", "–", "·", "‹", "›"};

/* One sign of an address as it is meant, and how it is written. */
struct sign {
	uint32_t c;
	size_t len;
	bool is_escaped;
};

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7f && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
}

/* The sign that an entity stands for; its length is 0 where none does. One that stands
 * for several is told by the first. */
static struct sign read_entity(const char *at, size_t len)
{
	struct sign sign = {.is_escaped = true};
	cmark_strbuf out;
	cmark_strbuf_init(cmark_get_default_mem_allocator(), &out, 0);
	bufsize_t n =
		houdini_unescape_ent(&out, (const uint8_t *)at + 1, (bufsize_t)len - 1);
	const char *text = (const char *)out.ptr;
	if (n > 0 && out.size > 0) {
		sign.c = text_next(&text, text + out.size);
		sign.len = (size_t)n + 1;
	}
	cmark_strbuf_free(&out);
	return sign;
}

static struct sign read_sign(const char *at, size_t len)
{
	if (*at == '\\' && len > 1 && is_punctuation(at[1]))
		return (struct sign){(unsigned char)at[1], 2, true};
	if (*at == '\\' && (len == 1 || at[1] == '\n' || at[1] == '\r'))
		return (struct sign){'\n', 1, true}; /* it breaks the line */
	struct sign entity = {0};
	if (*at == '&' && len > 2)
		entity = read_entity(at, len);
	if (entity.len > 0)
		return entity;
	const char *behind = at;
	uint32_t c = text_next(&behind, at + len);
	return (struct sign){c, (size_t)(behind - at), false};
}

static bool is_among(const char *const *signs, size_t n, const char *at, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (text_start_length(at, len, signs[i]))
			return true;
	return false;
}

/* Whether no address goes on with this sign. */
static bool is_end(struct sign sign, const char *at, size_t len)
{
	if (sign.c < 0x80)
		return sign.c <= ' ' || sign.c == '<' ||
		       (sign.is_escaped && strchr(">\"`", (int)sign.c));
	return text_is_space(sign.c) || shown_is_unseen(sign.c) ||
	       (!sign.is_escaped &&
	        is_among(closing_signs, COUNT(closing_signs), at, len));
}

/* Whether an address does not end with this sign; `depths` counts brackets that are
 * open. */
static bool is_no_last(struct sign sign, const char *at, size_t len, int depths[2])
{
	if (sign.c >= 0x80)
		return is_among(last_signs, COUNT(last_signs), at, len);
	bool is_square = sign.c == '[' || sign.c == ']';
	if (sign.c == '(' || sign.c == '[')
		depths[is_square]++;
	if (sign.c != ')' && sign.c != ']')
		return strchr("?!.,:;*_~'\"", (int)sign.c) != NULL;
	bool is_open = depths[is_square] > 0;
	depths[is_square] -= is_open;
	return !is_open;
}

size_t bare_length(const char *at, size_t len)
{
	size_t end = 0;
	int depths[2] = {0};
	for (size_t i = 0; i < len;) {
		struct sign sign = read_sign(at + i, len - i);
		if (is_end(sign, at + i, len - i))
			break;
		bool is_last = !is_no_last(sign, at + i, len - i, depths);
		i += sign.len;
		if (is_last)
			end = i;
	}
	return end;
}

struct bytes bare_decode(struct arena *a, const char *at, size_t len)
{
	if (!memchr(at, '\\', len) && !memchr(at, '&', len))
		return (struct bytes){at, len};
	struct buf b = buf_new(a);
	for (size_t i = 0; i < len;) {
		struct sign sign = read_sign(at + i, len - i);
		if (sign.is_escaped)
			text_add_utf8(&b, sign.c);
		else
			buf_add(&b, at + i, sign.len);
		i += sign.len;
	}
	return (struct bytes){buf_text(&b), b.len};
}

size_t bare_source_length(const char *at, size_t len, const char *value)
{
	const char *wanted = value, *end = value + strlen(value);
	size_t i = 0;
	while (wanted < end && i < len) {
		struct sign sign = read_sign(at + i, len - i);
		if (text_next(&wanted, end) != sign.c)
			return 0;
		i += sign.len;
	}
	return wanted == end ? i : 0;
}

bool bare_is_plain(const char *at, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)at[i] >= 0x80 || at[i] == '\\' || at[i] == '&')
			return false;
	return true;
}

bool bare_starts_unseen(const char *text, size_t at)
{
	static const char *const signs[] = {NBSP, NNBSP, "«",  "“",  "„",  "‘",
	                                    "’",  "‹",   "「", "（", "，", "："};
	for (size_t i = 0; i < COUNT(signs); i++) {
		size_t len = strlen(signs[i]);
		if (at >= len && memcmp(text + at - len, signs[i], len) == 0)
			return true;
	}
	return at > 1 && text[at - 1] == '[' && text[at - 2] == '\\';
}
