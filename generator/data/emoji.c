#include "data/emoji.h"

#include <string.h>

#include "base/buf.h"

enum { LONGEST_NAME = 40, LONGEST_SHORT = 4, LARGEST_TABLE = 1 << 20 };

bool emoji_read(struct arena *a, struct bytes *table)
{
	const char *path = file_beside_program(a, "themes/emoji.tsv");
	return path && file_read(a, path, LARGEST_TABLE, table);
}

/* The order of a name and of the line at `at`, which goes to `end`. */
static int compare(struct bytes name, const char *at, const char *end)
{
	const char *tab = memchr(at, '\t', (size_t)(end - at));
	size_t len = (size_t)((tab ? tab : end) - at);
	int order = memcmp(name.data, at, name.len < len ? name.len : len);
	return order ? order : (name.len > len) - (name.len < len);
}

struct bytes emoji_find(const struct bytes *table, struct bytes name)
{
	if (table->len == 0) /* it could not be read */
		return (struct bytes){0};
	const char *low = table->data, *high = low + table->len;
	while (low < high) {
		const char *at = low + (high - low) / 2;
		while (at > low && at[-1] != '\n')
			at--;
		const char *newline = memchr(at, '\n', (size_t)(high - at));
		const char *end = newline ? newline : high;
		int order = compare(name, at, end);
		if (order == 0) {
			at += name.len + (at + name.len < end);
			return (struct bytes){at, (size_t)(end - at)};
		}
		if (order < 0)
			high = at;
		else
			low = newline ? newline + 1 : high;
	}
	return (struct bytes){0};
}

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
	       c == '-';
}

/* The length of a name behind the colon at `at`, when another colon ends it. */
static size_t name_length(const char *at, const char *end)
{
	size_t n = 0;
	while (at + 1 + n < end && n <= LONGEST_NAME && is_name_byte(at[1 + n]))
		n++;
	return at + 1 + n < end && at[1 + n] == ':' ? n : 0;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Whether the colons at both ends of a short name stand within a word: `fr:de:it`,
 * `1:100:000`, where nobody means a flag. */
static bool is_within_word(struct bytes text, struct bytes name)
{
	const char *before = name.data - 2, *after = name.data + name.len + 1;
	return name.len <= LONGEST_SHORT && before >= text.data &&
	       after < text.data + text.len && is_word_byte(*before) &&
	       is_word_byte(*after);
}

bool emoji_may_start(const char *at, const char *end)
{
	return name_length(at, end) > 0;
}

struct bytes emoji_replace(struct arena *a, const struct bytes *table, struct bytes text)
{
	const char *end = text.data + text.len, *from = text.data, *at = text.data;
	struct buf b = buf_new(a);
	while (table && at < end && (at = memchr(at, ':', (size_t)(end - at)))) {
		struct bytes name = {at + 1, name_length(at, end)}, shown = {0};
		if (name.len && !is_within_word(text, name))
			shown = emoji_find(table, name);
		if (shown.data) {
			buf_add(&b, from, (size_t)(at - from));
			buf_add(&b, shown.data, shown.len);
			at += name.len + 1;
			from = at + 1;
		}
		at++;
	}
	if (from == text.data)
		return text;
	buf_add(&b, from, (size_t)(end - from));
	return (struct bytes){buf_text(&b), b.len};
}
