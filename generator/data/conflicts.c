#include "data/conflicts.h"

#include <string.h>

#include "words/message_names.h"

enum { MARK_LENGTH = 7 };

/* The sign of the mark that a line is: "<<<<<<< HEAD", "=======", ">>>>>>> main",
 * "||||||| base"; NUL: none. */
static char mark_of(const char *line, const char *end)
{
	char sign = line < end ? *line : '\0';
	if (!sign || !strchr("<=>|", sign) || end - line < MARK_LENGTH)
		return '\0';
	for (int i = 1; i < MARK_LENGTH; i++)
		if (line[i] != sign)
			return '\0';
	const char *behind = line + MARK_LENGTH;
	bool is_bare = behind == end || *behind == '\r' || *behind == '\n';
	return is_bare || (sign != '=' && *behind == ' ') ? sign : '\0';
}

static const char *line_end(const char *line, const char *end)
{
	const char *newline = memchr(line, '\n', (size_t)(end - line));
	return newline ? newline + 1 : end;
}

/* A mark that opens one is enough: no text of a course starts a line so. One that closes
 * is told where it stands alone. */
struct conflicts conflicts_find(struct arena *a, const char *text, size_t len)
{
	struct conflicts c = {0};
	const char *end = text + len;
	bool is_open = false;
	int number = 1;
	if (!memmem(text, len, "<<<<<<<", MARK_LENGTH) &&
	    !memmem(text, len, ">>>>>>>", MARK_LENGTH))
		return c;
	for (const char *at = text; at < end; at = line_end(at, end), number++) {
		char mark = mark_of(at, end);
		bool starts = mark == '<' || (mark == '>' && !is_open);
		if (starts)
			ARRAY_ADD(a, c.items, c.n, c.cap,
			          ((struct conflict){number, number}));
		is_open = mark == '<' || (is_open && mark != '>');
		if (c.n && (is_open || mark == '>'))
			c.items[c.n - 1].end = number;
	}
	return c;
}

static void blank(char *from, const char *to)
{
	for (; from < to; from++)
		if (*from != '\n' && *from != '\r')
			*from = ' ';
}

const char *conflicts_settle(struct arena *a, const char *text, size_t len,
                             enum conflict_keep keep)
{
	struct conflicts c = conflicts_find(a, text, len);
	if (c.n == 0)
		return text;
	char *copy = arena_copy(a, text, len), *end = copy + len, *next;
	bool is_left_out = false, is_open = false;
	for (char *at = copy; at < end; at = next) {
		next = at + (line_end(at, end) - at);
		char mark = mark_of(at, end);
		is_open = mark == '<' || (is_open && mark != '>');
		if (mark == '<' || mark == '>')
			is_left_out = false;
		else if (is_open && mark)
			is_left_out = mark == '|' || keep == KEEP_FIRST;
		if (is_left_out || mark == '<' || mark == '>' || (is_open && mark))
			blank(at, next);
	}
	return copy;
}

void conflicts_report(const struct conflicts *c, const char *path, int first_line,
                      struct diag *d)
{
	for (size_t i = 0; i < c->n; i++)
		diag_report(d, MSG_CONFLICT_READ,
		            (struct place){path, first_line + c->items[i].start - 1, 1},
		            NULL);
}

bool conflicts_hold(const struct conflicts *c, int line)
{
	for (size_t i = 0; i < c->n; i++)
		if (line >= c->items[i].start && line <= c->items[i].end)
			return true;
	return false;
}
