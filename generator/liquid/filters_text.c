#include "liquid/filters.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "data/value.h"

/* Filters for text. Text is UTF-8; positions and lengths count characters. */

static struct value result(struct render *r, const struct buf *b)
{
	return render_counts(r, b->len) ? value_from_buf(b) : VALUE_NONE;
}

static struct value text_of(struct render *r, struct slice s)
{
	return text_from(r, s.at, s.len);
}

/* --- case ------------------------------------------------------------------------ */

/* Capital letters, and how far their small ones are; with step 2 every other one is
 * capital. */
static const struct {
	uint32_t first, last;
	int distance, step;
} capitals[] = {
	{'A', 'Z', 32, 1},      {0xc0, 0xd6, 32, 1},     {0xd8, 0xde, 32, 1},
	{0x100, 0x12e, 1, 2},   {0x132, 0x136, 1, 2},    {0x139, 0x147, 1, 2},
	{0x14a, 0x176, 1, 2},   {0x178, 0x178, -121, 1}, {0x179, 0x17d, 1, 2},
	{0x386, 0x386, 38, 1},  {0x388, 0x38a, 37, 1},   {0x38c, 0x38c, 64, 1},
	{0x38e, 0x38f, 63, 1},  {0x391, 0x3a1, 32, 1},   {0x3a3, 0x3ab, 32, 1},
	{0x400, 0x40f, 80, 1},  {0x410, 0x42f, 32, 1},   {0x460, 0x480, 1, 2},
	{0x48a, 0x4be, 1, 2},   {0x4d0, 0x52e, 1, 2},    {0x1e00, 0x1e94, 1, 2},
	{0x1ea0, 0x1efe, 1, 2},
};

static bool is_capital(uint32_t c, size_t row)
{
	return c >= capitals[row].first && c <= capitals[row].last &&
	       (c - capitals[row].first) % (uint32_t)capitals[row].step == 0;
}

static uint32_t to_small(uint32_t c)
{
	for (size_t i = 0; i < COUNT(capitals); i++)
		if (is_capital(c, i))
			return (uint32_t)((int)c + capitals[i].distance);
	return c;
}

static void add_capital(struct buf *b, uint32_t c)
{
	if (c == 0xdf) { /* ß */
		buf_add_string(b, "SS");
		return;
	}
	for (size_t i = 0; i < COUNT(capitals); i++)
		if (is_capital((uint32_t)((int)c - capitals[i].distance), i)) {
			text_add_utf8(b, (uint32_t)((int)c - capitals[i].distance));
			return;
		}
	text_add_utf8(b, c);
}

FILTER(upcase)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	for (const char *at = s.at; at < s.at + s.len;)
		add_capital(&b, text_next(&at, s.at + s.len));
	return result(r, &b);
}

FILTER(downcase)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	for (const char *at = s.at; at < s.at + s.len;)
		text_add_utf8(&b, to_small(text_next(&at, s.at + s.len)));
	return result(r, &b);
}

FILTER(capitalize)
{
	struct slice s = value_as_text(r, input);
	const char *at = s.at, *end = s.at + s.len;
	struct buf b = buf_new(r->arena);
	if (at < end)
		add_capital(&b, text_next(&at, end));
	while (at < end)
		text_add_utf8(&b, to_small(text_next(&at, end)));
	return result(r, &b);
}

/* --- white space ----------------------------------------------------------------- */

FILTER(strip)
{
	return text_of(r, slice_strip_right(slice_strip_left(value_as_text(r, input))));
}

FILTER(lstrip)
{
	return text_of(r, slice_strip_left(value_as_text(r, input)));
}

FILTER(rstrip)
{
	return text_of(r, slice_strip_right(value_as_text(r, input)));
}

/* Every run of white space as one space, none at the ends. */
FILTER(squish)
{
	struct slice s = slice_strip_right(slice_strip_left(value_as_text(r, input)));
	struct buf b = buf_new(r->arena);
	if (input.kind == VALUE_NIL)
		return VALUE_NONE;
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_space(s.at[i]))
			buf_add_char(&b, s.at[i]);
		else if (!char_is_space(s.at[i - 1]))
			buf_add_char(&b, ' ');
	return result(r, &b);
}

FILTER(strip_newlines)
{
	struct slice s = value_as_text(r, input);
	struct buf b = buf_new(r->arena);
	for (size_t i = 0; i < s.len; i++) {
		bool is_return = s.at[i] == '\r' && i + 1 < s.len && s.at[i + 1] == '\n';
		if (s.at[i] != '\n' && !is_return)
			buf_add_char(&b, s.at[i]);
	}
	return result(r, &b);
}

/* --- parts ----------------------------------------------------------------------- */

/* Where the i-th character starts; the end when there are fewer. */
static const char *character_at(struct slice s, int64_t i)
{
	const char *at = s.at, *end = s.at + s.len;
	while (i-- > 0 && at < end)
		text_next(&at, end);
	return at;
}

static struct value slice_list(struct render *r, const struct value_list *list,
                               int64_t from, int64_t count)
{
	struct value_list *part = arena_alloc(r->arena, sizeof *part);
	for (int64_t i = from; i < (int64_t)list->n && count > 0; i++, count--)
		value_list_add(r->arena, part, list->items[i]);
	return value_of_list(part);
}

FILTER(slice)
{
	int64_t from, count = 1, size;
	if (!value_integer(r, args[0], &from) ||
	    (args[1].kind != VALUE_NIL && !value_integer(r, args[1], &count)))
		return VALUE_NONE;
	struct slice s =
		input.kind == VALUE_LIST ? (struct slice){0} : value_as_text(r, input);
	size = input.kind == VALUE_LIST ? (int64_t)input.list->n
	                                : text_length(s.at, s.len);
	if (from < 0)
		from += size;
	if (from < 0 || from > size)
		count = 0;
	if (input.kind == VALUE_LIST)
		return slice_list(r, input.list, from, count);
	if (count <= 0)
		return value_text("");
	const char *start = character_at(s, from);
	struct slice rest = {start, (size_t)(s.at + s.len - start)};
	return text_from(r, start, (size_t)(character_at(rest, count) - start));
}

FILTER(truncate)
{
	int64_t length = 50;
	if (input.kind == VALUE_NIL || (n > 0 && !value_integer(r, args[0], &length)))
		return VALUE_NONE;
	struct slice s = value_as_text(r, input);
	struct slice ellipsis =
		n > 1 ? value_as_text(r, args[1]) : (struct slice){"...", 3};
	if (text_length(s.at, s.len) <= length)
		return text_of(r, s);
	int64_t kept = (length > 0 ? length : 0) - text_length(ellipsis.at, ellipsis.len);
	struct buf b = buf_new(r->arena);
	buf_add(&b, s.at, (size_t)(character_at(s, kept) - s.at));
	buf_add(&b, ellipsis.at, ellipsis.len);
	return result(r, &b);
}

/* The next word, and *at behind it; empty at the end. */
static struct slice next_word(const char **at, const char *end)
{
	while (*at < end && (char_is_space(**at) || !**at))
		++*at;
	const char *start = *at;
	while (*at < end && !char_is_space(**at) && **at)
		++*at;
	return (struct slice){start, (size_t)(*at - start)};
}

FILTER(truncatewords)
{
	int64_t words = 15;
	if (input.kind == VALUE_NIL || (n > 0 && !value_integer(r, args[0], &words)))
		return VALUE_NONE;
	struct slice s = value_as_text(r, input), word;
	struct slice ellipsis =
		n > 1 ? value_as_text(r, args[1]) : (struct slice){"...", 3};
	const char *at = s.at, *end = s.at + s.len;
	struct buf b = buf_new(r->arena);
	for (int64_t i = 0; i < words || i == 0; i++) {
		word = next_word(&at, end);
		if (i > 0 && word.len > 0)
			buf_add_char(&b, ' ');
		buf_add(&b, word.at, word.len);
		if (word.len == 0)
			return text_of(r, s);
	}
	if (at == end)
		return text_of(r, s);
	buf_add(&b, ellipsis.at,
	        ellipsis.len); /* spaces alone count, as in Ruby's split */
	return result(r, &b);
}

static void add_item(struct render *r, struct value_list *list, const char *start,
                     const char *end)
{
	value_list_add(r->arena, list, text_from(r, start, (size_t)(end - start)));
}

static void split_words(struct render *r, struct slice s, struct value_list *list)
{
	const char *at = s.at, *end = s.at + s.len;
	for (;;) {
		struct slice word = next_word(&at, end);
		if (word.len == 0)
			return;
		add_item(r, list, word.at, word.at + word.len);
	}
}

static void split_characters(struct render *r, struct slice s, struct value_list *list)
{
	for (const char *at = s.at, *start = at; at < s.at + s.len; start = at) {
		text_next(&at, s.at + s.len);
		add_item(r, list, start, at);
	}
}

/* As Ruby splits: one space means words, nothing means characters, empty ends are
 * dropped. */
FILTER(split)
{
	struct slice s = value_as_text(r, input), by = value_as_text(r, args[0]);
	struct value_list *list = arena_alloc(r->arena, sizeof *list);
	const char *at = s.at, *end = s.at + s.len;
	if (by.len == 0) {
		split_characters(r, s, list);
	} else if (by.len == 1 && *by.at == ' ') {
		split_words(r, s, list);
	} else {
		for (const char *hit;
		     (hit = memmem(at, (size_t)(end - at), by.at, by.len));
		     at = hit + by.len)
			add_item(r, list, at, hit);
		add_item(r, list, at, end);
	}
	while (list->n > 0 && list->items[list->n - 1].len == 0)
		list->n--;
	return value_of_list(list);
}

/* --- joining and replacing ------------------------------------------------------- */

static struct value join_two(struct render *r, struct value a, struct value b)
{
	struct slice left = value_as_text(r, a), right = value_as_text(r, b);
	struct buf out = buf_new(r->arena);
	buf_reserve(&out, left.len + right.len);
	buf_add(&out, left.at, left.len);
	buf_add(&out, right.at, right.len);
	return result(r, &out);
}

FILTER(append)
{
	return join_two(r, input, args[0]);
}

FILTER(prepend)
{
	return join_two(r, args[0], input);
}

/* With nothing to look for, `by` enters before each character and at the end. */
static struct value interleave(struct render *r, struct slice s, struct slice by)
{
	struct buf b = buf_new(r->arena);
	const char *at = s.at, *end = s.at + s.len;
	buf_add(&b, by.at, by.len);
	while (at < end && render_counts(r, by.len)) {
		const char *start = at;
		text_next(&at, end);
		buf_add(&b, start, (size_t)(at - start));
		buf_add(&b, by.at, by.len);
	}
	return value_from_buf(&b);
}

static struct value replace_all(struct render *r, struct slice s, struct slice what,
                                struct slice by)
{
	const char *at = s.at, *end = s.at + s.len;
	struct buf b = buf_new(r->arena);
	if (what.len == 0)
		return interleave(r, s, by);
	for (const char *hit; (hit = memmem(at, (size_t)(end - at), what.at, what.len));
	     at = hit + what.len) {
		if (!render_counts(r, by.len))
			return VALUE_NONE;
		buf_add(&b, at, (size_t)(hit - at));
		buf_add(&b, by.at, by.len);
	}
	buf_add(&b, at, (size_t)(end - at));
	return result(r, &b);
}

/* The text with `by` instead of the `len` bytes at `hit`; as it was when `hit` is NULL.
 */
static struct value replace_at(struct render *r, struct slice s, const char *hit,
                               size_t len, struct slice by)
{
	if (!hit)
		return text_of(r, s);
	struct buf b = buf_new(r->arena);
	buf_add(&b, s.at, (size_t)(hit - s.at));
	buf_add(&b, by.at, by.len);
	buf_add(&b, hit + len, (size_t)(s.at + s.len - hit) - len);
	return result(r, &b);
}

static const char *find_last(struct slice s, struct slice what)
{
	if (what.len > s.len)
		return NULL;
	for (size_t i = s.len - what.len + 1; i-- > 0;)
		if (memcmp(s.at + i, what.at, what.len) == 0)
			return s.at + i;
	return NULL;
}

FILTER(replace)
{
	return replace_all(r, value_as_text(r, input), value_as_text(r, args[0]),
	                   value_as_text(r, args[1]));
}

FILTER(replace_first)
{
	struct slice s = value_as_text(r, input), what = value_as_text(r, args[0]);
	const char *hit = memmem(s.at, s.len, what.at, what.len);
	return replace_at(r, s, hit, what.len, value_as_text(r, args[1]));
}

FILTER(replace_last)
{
	struct slice s = value_as_text(r, input), what = value_as_text(r, args[0]);
	return replace_at(r, s, find_last(s, what), what.len, value_as_text(r, args[1]));
}

FILTER(remove)
{
	return filter_replace(r, input, (struct value[]){args[0], VALUE_NONE}, n);
}

FILTER(remove_first)
{
	return filter_replace_first(r, input, (struct value[]){args[0], VALUE_NONE}, n);
}

FILTER(remove_last)
{
	return filter_replace_last(r, input, (struct value[]){args[0], VALUE_NONE}, n);
}
