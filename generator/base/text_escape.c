#include "base/text.h"

#include <string.h>

/* Escaping for each place a string can enter: adding a place is adding a table. */

/* What a byte becomes; NULL: it stays. */
typedef const char *escapes[256];

/* Copies what stays in one go. */
static void add_escaped(struct buf *b, const char *src, size_t len, const escapes table)
{
	size_t start = 0;
	for (size_t i = 0; i < len; i++) {
		const char *instead = table[(unsigned char)src[i]];
		if (!instead)
			continue;
		buf_add(b, src + start, i - start);
		buf_add_string(b, instead);
		start = i + 1;
	}
	buf_add(b, src + start, len - start);
}

void text_add_html(struct buf *b, const char *src, size_t len)
{
	static const escapes table = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
	add_escaped(b, src, len, table);
}

void text_add_attr(struct buf *b, const char *src, size_t len)
{
	static const escapes table = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};
	add_escaped(b, src, len, table);
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static void add_percent(struct buf *b, unsigned char c)
{
	static const char digits[] = "0123456789ABCDEF";
	char encoded[] = {'%', digits[c >> 4], digits[c & 15]};
	buf_add(b, encoded, sizeof encoded);
}

/* Bytes outside `safe` and alphanumerics are percent-encoded; `&` is an entity, for attributes. */
static void add_address(struct buf *b, const char *src, size_t len, const char *safe, bool keeps_percent)
{
	size_t start = 0;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)src[i];
		bool is_encoded = c == '%' && keeps_percent && i + 2 < len && is_hex(src[i + 1]) &&
		                  is_hex(src[i + 2]);
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		    (c && c < 0x80 && strchr(safe, c)) || is_encoded)
			continue;
		buf_add(b, src + start, i - start);
		start = i + 1;
		if (c == '&')
			buf_add_string(b, "&amp;");
		else if (c == '\'')
			buf_add_string(b, "&#x27;");
		else
			add_percent(b, c);
	}
	buf_add(b, src + start, len - start);
}

void text_add_url(struct buf *b, const char *src, size_t len)
{
	add_address(b, src, len, "-_.~!*();:@=+$,/?#", true);
}

void text_add_path(struct buf *b, const char *src, size_t len)
{
	add_address(b, src, len, "-_.~!*();@=+$,/", false);
}

void text_add_json(struct buf *b, const char *src, size_t len)
{
	static const escapes table = {
		['"'] = "\\\"", ['\\'] = "\\\\", ['\n'] = "\\n", ['\r'] = "\\r", ['\t'] = "\\t",
		['\b'] = "\\b", ['\f'] = "\\f",  ['<'] = "\\u003c", ['>'] = "\\u003e", ['&'] = "\\u0026",
	};
	size_t start = 0;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)src[i];
		if (c >= 0x20 || table[c])
			continue;
		add_escaped(b, src + start, i - start, table);
		buf_add_format(b, "\\u%04x", c);
		start = i + 1;
	}
	add_escaped(b, src + start, len - start, table);
}
