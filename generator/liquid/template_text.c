#include "liquid/template_internal.h"

#include "base/text.h"

/*
 * Values as text: what filters read, and what is written. Lists and maps
 * that are printed whole look as Ruby prints them.
 */

/* --- slices ---------------------------------------------------------------------- */

bool slice_is(struct slice s, const char *text)
{
	return s.len == strlen(text) && memcmp(s.at, text, s.len) == 0;
}

bool slice_equal(struct slice a, struct slice b)
{
	return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

bool char_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

struct slice slice_strip_left(struct slice s)
{
	while (s.len > 0 && (char_is_space(*s.at) || !*s.at))
		s = (struct slice){s.at + 1, s.len - 1};
	return s;
}

struct slice slice_strip_right(struct slice s)
{
	while (s.len > 0 && (char_is_space(s.at[s.len - 1]) || !s.at[s.len - 1]))
		s.len--;
	return s;
}

struct value text_from(struct render *r, const char *src, size_t len)
{
	render_counts(r, len);
	return value_text_n(arena_copy(r->arena, src, len), len);
}

struct value value_from_buf(const struct buf *b)
{
	return value_text_n(buf_text(b), b->len);
}

bool value_is_text(struct value v)
{
	return v.kind == VALUE_TEXT || v.kind == VALUE_HTML;
}

/* --- as Ruby inspects values ----------------------------------------------------- */

static void inspect_char(struct buf *out, unsigned char c, char next)
{
	static const char named[] = {
		['\a'] = 'a', ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\v'] = 'v',
		['\f'] = 'f', ['\r'] = 'r', [27] = 'e',   ['"'] = '"',  ['\\'] = '\\'};
	bool opens = c == '#' && (next == '{' || next == '$' || next == '@');
	if (c < sizeof named && named[c])
		buf_add_format(out, "\\%c", named[c]);
	else if (c < 0x20)
		buf_add_format(out, "\\u%04X", c);
	else if (c == 0x7f)
		buf_add_string(out, "\\u007F");
	else
		buf_add_format(out, "%s%c", opens ? "\\" : "", c);
}

static void inspect_text(struct buf *out, const char *text, size_t len)
{
	buf_add_char(out, '"');
	for (size_t i = 0; i < len; i++)
		inspect_char(out, (unsigned char)text[i], text[i + 1]);
	buf_add_char(out, '"');
}

static void inspect(struct buf *out, struct value v);

static void inspect_list(struct buf *out, const struct value_list *list)
{
	buf_add_char(out, '[');
	for (size_t i = 0; i < list->n; i++) {
		buf_add_string(out, i ? ", " : "");
		inspect(out, list->items[i]);
	}
	buf_add_char(out, ']');
}

static void inspect_map(struct buf *out, const struct value_map *map)
{
	buf_add_char(out, '{');
	for (size_t i = 0; i < map->n; i++) {
		buf_add_string(out, i ? ", " : "");
		inspect_text(out, map->entries[i].key, strlen(map->entries[i].key));
		buf_add_string(out, "=>");
		inspect(out, map->entries[i].value);
	}
	buf_add_char(out, '}');
}

static void write_range(struct buf *out, const struct range *range)
{
	value_write_number(out, value_int(range->first));
	buf_add_string(out, "..");
	value_write_number(out, value_int(range->last));
}

/* The one recursion of this file: lists and maps are finite and were built to a depth
 * limit. */
static void inspect(struct buf *out, struct value v)
{
	switch (v.kind) {
	case VALUE_NIL: buf_add_string(out, "nil"); break;
	case VALUE_BOOL: buf_add_string(out, v.boolean ? "true" : "false"); break;
	case VALUE_INT:
	case VALUE_FLOAT: value_write_number(out, v); break;
	case VALUE_TEXT:
	case VALUE_HTML: inspect_text(out, v.text, v.len); break;
	case VALUE_LIST: inspect_list(out, v.list); break;
	case VALUE_MAP: inspect_map(out, v.map); break;
	case VALUE_OBJECT:
		if (value_range(v))
			write_range(out, value_range(v));
		else
			buf_add_string(out, v.type->name);
		break;
	}
}

struct slice value_identity(struct render *r, struct value v)
{
	struct buf b = buf_new(r->arena);
	inspect(&b, v);
	if (v.kind == VALUE_OBJECT && !value_range(v))
		buf_add(&b, (const char *)&v.self, sizeof v.self);
	return (struct slice){buf_text(&b), b.len};
}

/* --- text and output ------------------------------------------------------------- */

struct slice value_as_text(struct render *r, struct value v)
{
	if (value_is_text(v))
		return (struct slice){v.text, v.len};
	if (v.kind == VALUE_NIL)
		return (struct slice){"", 0};
	if (v.kind == VALUE_BOOL)
		return v.boolean ? (struct slice){"true", 4} : (struct slice){"false", 5};
	struct buf b = buf_new(r->arena);
	inspect(&b, v);
	render_counts(r, b.len);
	return (struct slice){buf_text(&b), b.len};
}

static void write_text(struct buf *out, const char *text, size_t len,
                       enum escaping escaping)
{
	if (escaping == ESCAPE_HTML)
		text_add_html(out, text, len);
	else if (escaping == ESCAPE_JSON)
		text_add_json(out, text, len);
	else
		buf_add(out, text, len);
}

static void write_other(struct render *r, struct buf *out, struct value v,
                        enum escaping escaping)
{
	if (v.kind == VALUE_OBJECT && !value_range(v)) {
		render_fault(r, MSG_TEMPLATE_OBJECT, v.type->name, NULL);
		return;
	}
	struct slice text = value_as_text(r, v);
	write_text(out, text.at, text.len, escaping);
}

void value_write(struct render *r, struct buf *out, struct value v,
                 enum escaping escaping)
{
	switch (v.kind) {
	case VALUE_NIL: break;
	case VALUE_TEXT: write_text(out, v.text, v.len, escaping); break;
	case VALUE_HTML:
		write_text(out, v.text, v.len,
		           escaping == ESCAPE_JSON ? ESCAPE_JSON : ESCAPE_NONE);
		break;
	case VALUE_INT:
	case VALUE_FLOAT: value_write_number(out, v); break;
	case VALUE_LIST:
		for (size_t i = 0; i < v.list->n; i++)
			value_write(r, out, v.list->items[i], escaping);
		break;
	default: write_other(r, out, v, escaping);
	}
}
