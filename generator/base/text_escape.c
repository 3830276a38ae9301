#include "base/text.h"

#include <string.h>

#include "base/vector.h"

/* Escaping for each place a string can enter: adding a place is adding a table. */

/* What a byte becomes; NULL: it stays. */
typedef const char *escapes[256];

/* Which of sixteen bytes are `&`, `<`, `>`, `"` or `'`, as all ones. */
static vector specials_at(const char *src)
{
	vector v = vector_load(src);
	vector quotes = v & vector_of(0xfe), angles = v & vector_of(0xfd);
	/* & and ' differ in one bit; so do < and > */
	return (vector)(quotes == vector_of('&')) | (vector)(angles == vector_of('<')) |
	       (vector)(v == vector_of('"'));
}

/* Most texts have none of these. */
static bool has_special(const char *src, size_t len)
{
	if (len < sizeof(vector))
		return true;                           /* perhaps */
	const char *last = src + len - sizeof(vector); /* some are seen again */
	vector found = specials_at(last);
	for (; src < last; src += sizeof(vector))
		found |= specials_at(src);
	return !vector_is_zero(found);
}

/* Copies what stays in one go. */
static void add_escaped(struct buf *b, const char *src, size_t len, const escapes table)
{
	enum { BLOCK = 64 };
	size_t start = 0;
	for (size_t i = 0, end; i < len; i = end) {
		end = len - i < BLOCK ? len : i + BLOCK;
		if (!has_special(src + i, end - i))
			continue;
		for (; i < end; i++) {
			const char *instead = table[(unsigned char)src[i]];
			if (!instead)
				continue;
			buf_add(b, src + start, i - start);
			buf_add_string(b, instead);
			start = i + 1;
		}
	}
	buf_add(b, src + start, len - start);
}

void text_add_html(struct buf *b, const char *src, size_t len)
{
	static const escapes table = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};
	add_escaped(b, src, len, table);
}

void text_add_attr(struct buf *b, const char *src, size_t len)
{
	static const escapes table = {['&'] = "&amp;",
	                              ['<'] = "&lt;",
	                              ['>'] = "&gt;",
	                              ['"'] = "&quot;",
	                              ['\''] = "&#39;"};
	add_escaped(b, src, len, table);
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Where a byte may stand as it is: in a whole address, in a path, behind "#". */
enum { IN_ADDRESS = 1, IN_PATH = 2, IN_FRAGMENT = 4, ANYWHERE = 7 };

/* clang-format off */
static const unsigned char safe_bytes[256] = {
	['a'] = ANYWHERE, ['b'] = ANYWHERE, ['c'] = ANYWHERE, ['d'] = ANYWHERE, ['e'] = ANYWHERE, ['f'] = ANYWHERE,
	['g'] = ANYWHERE, ['h'] = ANYWHERE, ['i'] = ANYWHERE, ['j'] = ANYWHERE, ['k'] = ANYWHERE, ['l'] = ANYWHERE,
	['m'] = ANYWHERE, ['n'] = ANYWHERE, ['o'] = ANYWHERE, ['p'] = ANYWHERE, ['q'] = ANYWHERE, ['r'] = ANYWHERE,
	['s'] = ANYWHERE, ['t'] = ANYWHERE, ['u'] = ANYWHERE, ['v'] = ANYWHERE, ['w'] = ANYWHERE, ['x'] = ANYWHERE,
	['y'] = ANYWHERE, ['z'] = ANYWHERE,
	['A'] = ANYWHERE, ['B'] = ANYWHERE, ['C'] = ANYWHERE, ['D'] = ANYWHERE, ['E'] = ANYWHERE, ['F'] = ANYWHERE,
	['G'] = ANYWHERE, ['H'] = ANYWHERE, ['I'] = ANYWHERE, ['J'] = ANYWHERE, ['K'] = ANYWHERE, ['L'] = ANYWHERE,
	['M'] = ANYWHERE, ['N'] = ANYWHERE, ['O'] = ANYWHERE, ['P'] = ANYWHERE, ['Q'] = ANYWHERE, ['R'] = ANYWHERE,
	['S'] = ANYWHERE, ['T'] = ANYWHERE, ['U'] = ANYWHERE, ['V'] = ANYWHERE, ['W'] = ANYWHERE, ['X'] = ANYWHERE,
	['Y'] = ANYWHERE, ['Z'] = ANYWHERE,
	['0'] = ANYWHERE, ['1'] = ANYWHERE, ['2'] = ANYWHERE, ['3'] = ANYWHERE, ['4'] = ANYWHERE, ['5'] = ANYWHERE,
	['6'] = ANYWHERE, ['7'] = ANYWHERE, ['8'] = ANYWHERE, ['9'] = ANYWHERE,
	['-'] = ANYWHERE, ['_'] = ANYWHERE, ['.'] = ANYWHERE, ['~'] = ANYWHERE, ['!'] = ANYWHERE, ['*'] = ANYWHERE,
	['('] = ANYWHERE, [')'] = ANYWHERE, [';'] = ANYWHERE, ['@'] = ANYWHERE, ['='] = ANYWHERE, ['+'] = ANYWHERE,
	['$'] = ANYWHERE, [','] = ANYWHERE, ['/'] = ANYWHERE,
	[':'] = IN_ADDRESS | IN_FRAGMENT, ['?'] = IN_ADDRESS | IN_FRAGMENT, ['#'] = IN_ADDRESS,
};
/* clang-format on */

static void add_percent(struct buf *b, unsigned char c)
{
	static const char digits[] = "0123456789ABCDEF";
	char encoded[] = {'%', digits[c >> 4], digits[c & 15]};
	buf_add(b, encoded, sizeof encoded);
}

/* Bytes that are not safe are percent-encoded; `&` is an entity, for attributes. */
static void add_address(struct buf *b, const char *src, size_t len, unsigned where)
{
	for (size_t i = 0; i < len; i++) {
		size_t start = i;
		while (i < len && safe_bytes[(unsigned char)src[i]] & where)
			i++;
		buf_add(b, src + start, i - start);
		if (i == len)
			break;
		bool is_encoded = src[i] == '%' && where != IN_PATH && i + 2 < len &&
		                  is_hex(src[i + 1]) && is_hex(src[i + 2]);
		if (is_encoded)
			buf_add_char(b, '%');
		else if (src[i] == '&')
			buf_add_string(b, "&amp;");
		else if (src[i] == '\'')
			buf_add_string(b, "&#x27;");
		else
			add_percent(b, (unsigned char)src[i]);
	}
}

void text_add_fragment(struct buf *b, const char *src, size_t len)
{
	add_address(b, src, len, IN_FRAGMENT);
}

void text_add_url(struct buf *b, const char *src, size_t len)
{
	const char *mark = memchr(src, '#', len);
	size_t start = mark ? (size_t)(mark - src) + 1 : len;
	add_address(b, src, start, IN_ADDRESS);
	text_add_fragment(b, src + start, len - start);
}

const char *text_one_fragment(struct arena *a, const char *src)
{
	const char *at = src + strcspn(src, "#");
	if (!*at || !strchr(at + 1, '#'))
		return src;
	struct buf b = buf_new(a);
	buf_add(&b, src, (size_t)(at - src) + 1);
	while (*++at)
		if (*at == '#')
			buf_add_string(&b, "%23");
		else
			buf_add_char(&b, *at);
	return buf_text(&b);
}

void text_add_path(struct buf *b, const char *src, size_t len)
{
	add_address(b, src, len, IN_PATH);
}

void text_add_query(struct buf *b, const char *src, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = src[i];
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9'))
			buf_add_char(b, c);
		else
			add_percent(b, (unsigned char)c);
	}
}

static int hex_value(char c)
{
	return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

char *text_decode_url(struct arena *a, const char *src, size_t len)
{
	char *out = arena_alloc(a, len + 1), *to = out;
	for (size_t i = 0; i < len; i++) {
		bool is_encoded = src[i] == '%' && i + 2 < len && is_hex(src[i + 1]) &&
		                  is_hex(src[i + 2]);
		int byte = is_encoded ? hex_value(src[i + 1]) * 16 + hex_value(src[i + 2])
		                      : 0;
		*to++ = byte ? (char)byte : src[i];
		i += byte ? 2 : 0;
	}
	*to = '\0';
	return out;
}

void text_add_json(struct buf *b, const char *src, size_t len)
{
	static const escapes table = {
		['"'] = "\\\"",    ['\\'] = "\\\\",   ['\n'] = "\\n", ['\r'] = "\\r",
		['\t'] = "\\t",    ['\b'] = "\\b",    ['\f'] = "\\f", ['<'] = "\\u003c",
		['>'] = "\\u003e", ['&'] = "\\u0026",
	};
	size_t from = 0; /* what needs nothing goes in one piece */
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)src[i];
		if (c >= 0x20 && !table[c])
			continue;
		buf_add(b, src + from, i - from);
		from = i + 1;
		if (table[c])
			buf_add_string(b, table[c]);
		else
			buf_add_format(b, "\\u%04x", c);
	}
	buf_add(b, src + from, len - from);
}

void text_add_destination(struct buf *b, const char *path)
{
	size_t len = strlen(path);
	bool is_text = text_check(path, len) == len;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)path[i];
		if (c <= ' ' || c == 0x7f || strchr("%#()<>\\\"'&:`", c) ||
		    (c >= 0x80 && !is_text))
			buf_add_format(b, "%%%02X", c);
		else
			buf_add_char(b, (char)c);
	}
}

const char *text_shell_word(struct arena *a, const char *name)
{
	struct buf b = buf_new(a);
	if (!name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                       "0123456789/._-")])
		return name;
	buf_add_char(&b, '\'');
	for (; *name; name++)
		if (*name == '\'')
			buf_add_string(&b, "'\\''");
		else
			buf_add_char(&b, *name);
	buf_add_char(&b, '\'');
	return buf_text(&b);
}
