#include "words/located.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"

struct lines {
	const char **starts;
	size_t n, cap;
	const char *end;
	bool has_returns; /* lines end in two bytes */
	bool is_sure;     /* lines are what places count */
};

/* Whether lines are what places count: a lone return ends a line for some readers only,
 * and bytes that are no text are read as others. */
static bool has_sure_places(const struct bytes *text)
{
	for (const char *at = text->data, *end = at + text->len;
	     (at = memchr(at, '\r', (size_t)(end - at))); at++)
		if (at[1] != '\n')
			return false;
	return text_check(text->data, text->len) == text->len;
}

static struct lines *read_lines(struct arena *a, const struct bytes *text)
{
	struct lines *lines = arena_alloc(a, sizeof *lines);
	const char *at = text->data, *end = at + text->len;
	const char *newline = memchr(at, '\n', text->len);
	*lines = (struct lines){.end = end,
	                        .has_returns = newline > at && newline[-1] == '\r',
	                        .is_sure = has_sure_places(text)};
	if (text->len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	while (at) {
		ARRAY_ADD(a, lines->starts, lines->n, lines->cap, at);
		newline = memchr(at, '\n', (size_t)(end - at));
		at = newline ? newline + 1 : NULL;
	}
	return lines;
}

static struct lines *find_lines(struct located *l, const char *path)
{
	struct arena *a = l->edits->arena;
	const struct bytes *text = edits_bytes(l->edits, path);
	if (!text)
		return NULL;
	if (!l->by_path.arena)
		l->by_path = map_new(a);
	struct lines *lines = map_find_string(&l->by_path, path);
	if (!lines) {
		lines = read_lines(a, text);
		map_put_string(&l->by_path, arena_string(a, path), lines);
	}
	return lines;
}

/* The byte of a place; NULL: the file has none such. A line behind the last one is its
 * end. */
static const char *find_place(const struct lines *lines, struct place place)
{
	size_t number = place.line > 0 ? (size_t)place.line - 1 : 0;
	const char *end = lines->end;
	if (number >= lines->n)
		return place.column > 1 ? NULL : end;
	const char *at = lines->starts[number];
	for (int i = 1; i < place.column; i++) {
		if (at == end || *at == '\n')
			return NULL;
		text_next(&at, end);
	}
	return at;
}

/* With the line ends that the file has. */
static struct bytes with_line_ends(struct arena *a, const char *text, bool has_returns)
{
	struct buf b = buf_new(a);
	for (; *text; text++) {
		if (*text == '\n' && has_returns)
			buf_add_char(&b, '\r');
		buf_add_char(&b, *text);
	}
	return (struct bytes){buf_text(&b), b.len};
}

bool located_edit(struct located *l, const struct change *c, struct edit *edit)
{
	struct arena *a = l->edits->arena;
	const struct lines *lines = find_lines(l, c->at.path);
	if (!lines)
		return false;
	errno = 0;
	const char *at = lines->is_sure ? find_place(lines, c->at) : NULL;
	if (!at)
		return false;
	const char *start = edits_bytes(l->edits, c->at.path)->data;
	const char *fresh = c->fresh;
	size_t len = strlen(fresh);
	bool is_behind =
		at == lines->end && at > start && at[-1] != '\n' && c->at.column == 0;
	if (is_behind && len > 0 && fresh[len - 1] == '\n') /* the last line stays open */
		fresh = arena_format(a, "\n%.*s", (int)len - 1, fresh);
	*edit = (struct edit){.path = c->at.path,
	                      .start = (size_t)(at - start),
	                      .old = with_line_ends(a, c->old, lines->has_returns),
	                      .fresh = with_line_ends(a, fresh, lines->has_returns)};
	return true;
}
