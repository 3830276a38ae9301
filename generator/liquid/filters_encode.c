#include "liquid/filters.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "data/value.h"
#include "words/message_names.h"

/* Filters between text and HTML, addresses, base64. */

/* HTML in templates that escape, text in others. */
static struct value html_result(struct render *r, const struct buf *b)
{
	struct value v = render_counts(r, b->len) ? value_from_buf(b) : VALUE_NONE;
	if (v.kind == VALUE_TEXT && filter_makes_html(r))
		v.kind = VALUE_HTML;
	return v;
}

/* --- HTML ------------------------------------------------------------------------ */

static const char *entity_of(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

FILTER(escape)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	if (input.kind == VALUE_NIL)
		return VALUE_NONE;
	for (size_t i = 0; i < s.len; i++)
		if (entity_of(s.at[i]))
			buf_add_string(&b, entity_of(s.at[i]));
		else
			buf_add_char(&b, s.at[i]);
	return html_result(r, &b);
}

/* Length of `&name;` or `&#1;` at the start of the text, 0 when there is none. */
static size_t entity_length(struct slice s)
{
	size_t i = 1;
	bool is_number = s.len > 1 && s.at[1] == '#';
	size_t start = i += is_number;
	while (i < s.len && ((is_number && s.at[i] >= '0' && s.at[i] <= '9') ||
	                     (!is_number && ((s.at[i] >= 'a' && s.at[i] <= 'z') ||
	                                     (s.at[i] >= 'A' && s.at[i] <= 'Z')))))
		i++;
	return i > start && i < s.len && s.at[i] == ';' ? i + 1 : 0;
}

FILTER(escape_once)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	for (size_t i = 0; i < s.len; i++) {
		size_t len = s.at[i] == '&'
		                     ? entity_length((struct slice){s.at + i, s.len - i})
		                     : 0;
		if (len == 0 && entity_of(s.at[i]))
			buf_add_string(&b, entity_of(s.at[i]));
		else
			buf_add_char(&b, s.at[i]);
	}
	return html_result(r, &b);
}

FILTER(html)
{
	struct slice s = value_as_text(r, input);
	if (input.kind == VALUE_NIL || !filter_makes_html(r))
		return input;
	return value_html(s.at, s.len);
}

FILTER(newline_to_br)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena), source = buf_new(r->arena);
	if (filter_makes_html(r) && input.kind != VALUE_HTML) {
		text_add_html(&source, s.at, s.len);
		s = (struct slice){buf_text(&source), source.len};
	}
	for (size_t i = 0; i < s.len; i++) {
		bool is_return = s.at[i] == '\r' && i + 1 < s.len && s.at[i + 1] == '\n';
		if (s.at[i] == '\n')
			buf_add_string(&b, "<br />\n");
		else if (!is_return)
			buf_add_char(&b, s.at[i]);
	}
	return html_result(r, &b);
}

/* Where a script, comment or style that starts here ends; NULL when none does. */
static const char *end_of_hidden(const char *at, const char *end)
{
	static const struct {
		const char *open, *close;
	} hidden[] = {{"<script", "</script>"}, {"<!--", "-->"}, {"<style", "</style>"}};
	for (size_t i = 0; i < COUNT(hidden); i++) {
		size_t open = strlen(hidden[i].open), close = strlen(hidden[i].close);
		if ((size_t)(end - at) < open || memcmp(at, hidden[i].open, open) != 0)
			continue;
		const char *stop = memmem(at + open, (size_t)(end - at) - open,
		                          hidden[i].close, close);
		return stop ? stop + close : NULL;
	}
	return NULL;
}

/* Copies what is neither tag, comment, script nor style. */
static void add_without_tags(struct buf *out, struct slice s)
{
	const char *at = s.at, *end = s.at + s.len;
	int n_open = 0; /* hidden parts that never end: each costs a search to the end */
	while (at < end) {
		const char *tag = memchr(at, '<', (size_t)(end - at));
		buf_add(out, at, (size_t)((tag ? tag : end) - at));
		if (!tag)
			return;
		const char *stop = n_open < 8 ? end_of_hidden(tag, end) : NULL;
		n_open += !stop && end - tag > 1 && strchr("s!", tag[1]) && tag[1];
		if (!stop) {
			stop = memchr(tag, '>', (size_t)(end - tag));
			stop = stop ? stop + 1 : NULL;
		}
		if (!stop) {
			buf_add(out, tag, (size_t)(end - tag));
			return;
		}
		at = stop;
	}
}

/* The character that `&…;` stands for; 0 when it is none we know. */
static uint32_t decode_entity(struct slice name)
{
	static const struct {
		const char *name;
		uint32_t c;
	} names[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
	             {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xa0}};
	char digits[12];
	if (name.len > 1 && name.len < sizeof digits && *name.at == '#') {
		bool is_hex = name.at[1] == 'x' || name.at[1] == 'X';
		size_t skip = is_hex ? 2 : 1;
		memcpy(digits, name.at + skip, name.len - skip);
		digits[name.len - skip] = '\0';
		unsigned long c = strtoul(digits, NULL, is_hex ? 16 : 10);
		return c < 0x110000 && (c < 0xd800 || c > 0xdfff) ? (uint32_t)c : 0;
	}
	for (size_t i = 0; i < COUNT(names); i++)
		if (slice_is(name, names[i].name))
			return names[i].c;
	return 0;
}

static void add_decoded(struct buf *out, const char *src, size_t len)
{
	const char *at = src, *end = src + len;
	for (const char *mark; (mark = memchr(at, '&', (size_t)(end - at)));) {
		size_t room = (size_t)(end - mark) < 12 ? (size_t)(end - mark) : 12;
		const char *stop = memchr(mark, ';', room);
		uint32_t c = stop ? decode_entity((struct slice){
					    mark + 1, (size_t)(stop - mark - 1)})
		                  : 0;
		buf_add(out, at, (size_t)(mark - at));
		if (c)
			text_add_utf8(out, c);
		else
			buf_add_char(out, '&');
		at = c ? stop + 1 : mark + 1;
	}
	buf_add(out, at, (size_t)(end - at));
}

/* What HTML says, as text: without tags, with characters for entities. Text only loses
 * tags. */
FILTER(strip_html)
{
	struct buf b = buf_new(r->arena), decoded = buf_new(r->arena);
	add_without_tags(&b, value_as_text(r, input));
	if (!render_counts(r, b.len))
		return VALUE_NONE;
	if (input.kind != VALUE_HTML)
		return value_from_buf(&b);
	add_decoded(&decoded, buf_text(&b), b.len);
	return value_from_buf(&decoded);
}

/* --- addresses ------------------------------------------------------------------- */

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c && strchr("-_.~", c));
}

FILTER(url_encode)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	if (input.kind == VALUE_NIL)
		return VALUE_NONE;
	for (size_t i = 0; i < s.len; i++)
		if (is_plain(s.at[i]))
			buf_add_char(&b, s.at[i]);
		else if (s.at[i] == ' ')
			buf_add_char(&b, '+');
		else
			buf_add_format(&b, "%%%02X", (unsigned char)s.at[i]);
	return render_counts(r, b.len) ? value_from_buf(&b) : VALUE_NONE;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 32) >= 'a' && (c | 32) <= 'f')
		return (c | 32) - 'a' + 10;
	return -1;
}

/* Decoded bytes must be text again. */
static struct value checked(struct render *r, const struct buf *b, const char *filter)
{
	if (text_check(buf_text(b), b->len) != b->len)
		return render_fault(r, MSG_TEMPLATE_NOT_TEXT, filter, NULL);
	return render_counts(r, b->len) ? value_from_buf(b) : VALUE_NONE;
}

FILTER(url_decode)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	if (input.kind == VALUE_NIL)
		return VALUE_NONE;
	for (size_t i = 0; i < s.len; i++) {
		bool is_code = s.at[i] == '%' && i + 2 < s.len &&
		               hex_digit(s.at[i + 1]) >= 0 && hex_digit(s.at[i + 2]) >= 0;
		if (is_code) {
			buf_add_char(&b, (char)(hex_digit(s.at[i + 1]) * 16 +
			                        hex_digit(s.at[i + 2])));
			i += 2;
		} else {
			buf_add_char(&b, s.at[i] == '+' ? ' ' : s.at[i]);
		}
	}
	return checked(r, &b, "url_decode");
}

/* --- base64 ---------------------------------------------------------------------- */

static const char standard[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char url_safe[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static struct value encode(struct render *r, struct value input, const char *alphabet)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	for (size_t i = 0; i < s.len; i += 3) {
		size_t left = s.len - i;
		uint32_t bits = (uint32_t)(unsigned char)s.at[i] << 16;
		bits |= left > 1 ? (uint32_t)(unsigned char)s.at[i + 1] << 8 : 0;
		bits |= left > 2 ? (uint32_t)(unsigned char)s.at[i + 2] : 0;
		char group[4] = {alphabet[bits >> 18], alphabet[bits >> 12 & 63],
		                 left > 1 ? alphabet[bits >> 6 & 63] : '=',
		                 left > 2 ? alphabet[bits & 63] : '='};
		buf_add(&b, group, sizeof group);
	}
	return render_counts(r, b.len) ? value_from_buf(&b) : VALUE_NONE;
}

/* Strict: whole groups, `=` only at the end. False when it is not base64. */
static bool decode(struct slice s, const char *alphabet, struct buf *out)
{
	size_t padding = 0;
	while (padding < 2 && s.len > padding && s.at[s.len - 1 - padding] == '=')
		padding++;
	if (padding > 0 && s.len % 4 != 0)
		return false;
	uint32_t bits = 0;
	size_t n = 0;
	for (; n < s.len - padding; n++) {
		const char *digit = s.at[n] ? strchr(alphabet, s.at[n]) : NULL;
		if (!digit)
			return false;
		bits = bits << 6 | (uint32_t)(digit - alphabet);
		if (n % 4 > 0)
			buf_add_char(out, (char)(bits >> (6 - 2 * (n % 4))));
	}
	uint32_t unused = n % 4 == 2 ? bits & 15 : n % 4 == 3 ? bits & 3 : 0;
	return n % 4 != 1 && unused == 0;
}

FILTER(base64_encode)
{
	return encode(r, input, standard);
}

FILTER(base64_url_safe_encode)
{
	return encode(r, input, url_safe);
}

FILTER(base64_decode)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	if (s.len % 4 != 0 || !decode(s, standard, &b))
		return render_fault(r, MSG_TEMPLATE_NOT_TEXT, "base64_decode", NULL);
	return checked(r, &b, "base64_decode");
}

FILTER(base64_url_safe_decode)
{
	struct buf b = buf_new(r->arena);
	if (!decode(value_as_text(r, input), url_safe, &b))
		return render_fault(r, MSG_TEMPLATE_NOT_TEXT, "base64_url_safe_decode",
		                    NULL);
	return checked(r, &b, "base64_url_safe_decode");
}
