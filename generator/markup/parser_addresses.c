#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "markup/parser.h"
#include "markup/parser_internal.h"
#include "markup/tree_internal.h"

/*
 * Addresses that stand bare in a text. GitHub's rule finds them, and takes all bytes up
 * to a blank as they are; GitBook escapes signs there as in any text, writes blanks as
 * entities, and French puts no-break spaces and signs of its own behind them.
 */

/* A character of the address as it is written: how many bytes, and what it means. */
struct unit {
	size_t written;
	uint32_t meant;
	bool is_escaped;
};

/* "&amp;", "&#38;", "&#x26;". Of other names none stands in an address. */
static struct unit entity_at(const char *at, size_t len)
{
	static const struct {
		const char *name;
		uint32_t c;
	} known[] = {
		{"&amp;", '&'}, {"&nbsp;", 0xa0}, {"&lt;", '<'},
		{"&gt;", '>'},  {"&quot;", '"'},
	};
	for (size_t i = 0; i < COUNT(known); i++)
		if (text_start_length(at, len, known[i].name))
			return (struct unit){strlen(known[i].name), known[i].c, false};
	if (len < 4 || at[1] != '#')
		return (struct unit){1, '&', false};
	bool is_hex = at[2] == 'x' || at[2] == 'X';
	char digits[9] = {0};
	size_t from = is_hex ? 3 : 2, n = 0;
	while (n < sizeof digits - 1 && from + n < len && at[from + n] != ';')
		digits[n] = at[from + n], n++;
	char *end;
	unsigned long c = strtoul(digits, &end, is_hex ? 16 : 10);
	bool is_known = n > 0 && !*end && c > 0 && c <= 0x10ffff;
	return is_known ? (struct unit){from + n + (from + n < len), (uint32_t)c, false}
	                : (struct unit){1, '&', false};
}

static struct unit unit_at(const char *at, const char *end)
{
	static const char escaped[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
	size_t len = (size_t)(end - at);
	if (*at == '\\')
		return len > 1 && strchr(escaped, at[1])
		               ? (struct unit){2, (unsigned char)at[1], true}
		               : (struct unit){1, '\\', false};
	if (*at == '&')
		return entity_at(at, len);
	const char *next = at;
	uint32_t c = text_next(&next, end);
	return (struct unit){(size_t)(next - at), c, false};
}

/* No address goes on behind it: blanks, quotes, full-width signs, escaped brackets. */
static bool ends_address(struct unit u)
{
	static const uint32_t signs[] = {
		0xa0,   0x202f, 0x1680, 0x2028, 0x2029, 0x3000, 0xfeff, 0xab,   0xbb,
		0x201c, 0x201d, 0x3001, 0x3002, 0xff01, 0xff08, 0xff09, 0xff0c, 0xff1a,
		0xff1b, 0xff1f, 0x300c, 0x300d, '<',    '>',    '"'};
	if (u.meant <= ' ' || (u.meant >= 0x2000 && u.meant <= 0x200b))
		return true;
	if (u.is_escaped && strchr("[]", (int)u.meant))
		return true;
	for (size_t i = 0; i < COUNT(signs); i++)
		if (u.meant == signs[i])
			return true;
	return false;
}

/* Signs that belong to the sentence when nothing of the address follows. */
static bool is_of_sentence(uint32_t c)
{
	static const uint32_t signs[] = {0x2026, 0x2013, 0x2014, 0x2018, 0x2019};
	for (size_t i = 0; i < COUNT(signs); i++)
		if (c == signs[i])
			return true;
	return c < 0x80 && strchr("?!.,:;*_~'\\", (int)c);
}

/* The bytes of an address among those that were taken for one; `b` gets what they mean.
 * It ends at the first sign that ends any, and before those of the sentence. */
static size_t address_length(const char *text, size_t len, struct buf *b)
{
	const char *end = text + len;
	size_t kept = 0, kept_meant = 0;
	int n_open = 0;
	for (const char *at = text; at < end;) {
		struct unit u = unit_at(at, end);
		if (ends_address(u))
			break;
		n_open += (u.meant == '(') - (u.meant == ')');
		at += u.written;
		text_add_utf8(b, u.meant);
		if (is_of_sentence(u.meant) || (u.meant == ')' && n_open < 0))
			continue;
		kept = (size_t)(at - text);
		kept_meant = b->len;
	}
	b->len = kept_meant; /* the rest is the sentence's */
	if (b->data)
		b->data[b->len] = '\0';
	return kept;
}

static bool is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == '\\' || text[i] == '&' || (unsigned char)text[i] >= 0x80)
			return false;
	return true;
}

/* Whether more than a scheme is left. */
static bool is_address(const char *text)
{
	const char *host = strstr(text, "://");
	host = host ? host + 3 : text;
	return strchr(host, '.') || (*host && *host != '/');
}

size_t parser_address_length(const char *at, const char *end, const char *value)
{
	const char *start = at, *wanted = value, *wanted_end = value + strlen(value);
	while (wanted < wanted_end && at < end) {
		struct unit u = unit_at(at, end);
		if (text_next(&wanted, wanted_end) != u.meant)
			return 0;
		at += u.written;
	}
	return wanted == wanted_end ? (size_t)(at - start) : 0;
}

static cmark_match_inline_func match_as_github;

static cmark_node *match_inline(cmark_syntax_extension *self, cmark_parser *parser,
                                cmark_node *parent, unsigned char character,
                                cmark_inline_parser *inlines)
{
	cmark_node *link = match_as_github(self, parser, parent, character, inlines);
	cmark_node *shown = link ? link->first_child : NULL;
	if (!shown || shown->type != CMARK_NODE_TEXT)
		return link;
	const char *text = (const char *)shown->as.literal.data;
	size_t len = (size_t)shown->as.literal.len;
	if (is_plain(text, len))
		return link;
	struct buf b = buf_new(tree_arena());
	size_t kept = address_length(text, len, &b);
	const char *meant = buf_text(&b);
	if (!is_address(meant))
		return link;
	cmark_inline_parser_set_offset(inlines, cmark_inline_parser_get_offset(inlines) -
	                                                (int)(len - kept));
	const char *url =
		character == 'w' ? arena_format(tree_arena(), "http://%s", meant) : meant;
	shown->as.literal = cmark_chunk_literal(meant);
	shown->as.literal.len = (bufsize_t)b.len;
	link->as.link.url = cmark_chunk_literal(url);
	link->end_column = shown->end_column -= (int)(len - kept);
	return link;
}

void parser_mend_addresses(cmark_syntax_extension *extension)
{
	match_as_github = extension->match_inline;
	extension->match_inline = match_inline;
}
