#include "report/excerpt.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "course/config.h"
#include "words/shown.h"

enum { LARGEST_FILE = 64 << 20, WIDEST_LINE = 200 };

const struct source_file *excerpt_file(const struct site *site, const char *path)
{
	const struct source *content = &site->source;
	size_t len = strlen(site->config.content);
	const char *inside =
		len && strncmp(path, site->config.content, len) == 0 && path[len] == '/'
			? path + len + 1
			: path;
	return content->n ? source_find(content, inside) : NULL;
}

static void open_file(struct excerpt *x, const char *path)
{
	if (x->path && strcmp(x->path, path) == 0)
		return;
	arena_reset(&x->arena);
	x->path = path;
	x->is_there = false;
	x->at = NULL;
	const struct source_file *file = x->site ? excerpt_file(x->site, path) : NULL;
	if (!x->site)
		return;
	if (file)
		x->is_there = source_read(&x->site->source, &x->arena, file, LARGEST_FILE,
		                          &x->bytes);
	else
		x->is_there = site_read_file(x->site, path, LARGEST_FILE, &x->bytes);
}

/* Where the line of an open file starts; NULL: there is none. */
static const char *find_line(struct excerpt *x, int number)
{
	const char *end = x->bytes.data + x->bytes.len;
	bool is_behind = x->at && x->line <= number;
	const char *at = is_behind ? x->at : x->bytes.data;
	for (int line = is_behind ? x->line : 1; line < number; line++) {
		at = text_line_end(at, end);
		if (!at)
			return NULL;
		at++;
	}
	if (!is_behind || x->line < number) {
		const char *stop = text_line_end(at, end);
		x->len = (size_t)((stop ? stop : end) - at);
		while (x->len > 0 && at[x->len - 1] == '\r')
			x->len--;
		x->column = 1;
		x->byte = 0;
	}
	x->line = number;
	x->at = at;
	return at;
}

/* The line of a finding, without what ends it; NULL: there is none. */
static const char *line_of(struct excerpt *x, const struct finding *f, size_t *len)
{
	const char *line = f->line;
	if (!f->at.path || f->at.line < 1)
		return NULL;
	if (line) {
		*len = strlen(line);
	} else {
		open_file(x, f->at.path);
		line = x->is_there ? find_line(x, f->at.line) : NULL;
		if (!line)
			return NULL;
		const char *end = x->bytes.data + x->bytes.len;
		const char *stop = text_line_end(line, end);
		*len = (size_t)((stop ? stop : end) - line);
	}
	while (*len > 0 && line[*len - 1] == '\r')
		(*len)--;
	return line;
}

/* The line as it may be printed, and below it a caret, behind as many cells as are before
 * byte `place`; no caret when that is SIZE_MAX. */
static void print_line(struct buf *out, const char *line, size_t len, size_t place)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf whole = buf_new(&scratch), rest = buf_new(&scratch);
	shown_add_line(&whole, line, len);
	buf_add_string(out, "  ");
	buf_add(out, whole.data, whole.len);
	buf_add_char(out, '\n');
	if (place <= len) {
		shown_add(&rest, line + place, len - place);
		buf_add_format(out, "  %*s^\n",
		               text_width(buf_text(&whole), whole.len - rest.len), "");
	}
	arena_release(&scratch);
}

/* The byte that starts the nth character before byte `at`. */
static size_t bytes_back(const char *line, size_t at, int n)
{
	while (at > 0 && n > 0)
		n -= ((unsigned char)line[--at] & 0xc0) != 0x80;
	return at;
}

/* The byte of a finding's column; in a file's line, which may be long, counted on from
 * the last one asked for. */
static size_t find_column(struct excerpt *x, const struct finding *f, const char *line,
                          size_t len)
{
	int column = f->at.column;
	if (f->line)
		return text_offset(line, len, column - 1);
	if (column < x->column || x->byte > len) {
		x->column = 1;
		x->byte = 0;
	}
	x->byte += text_offset(line + x->byte, len - x->byte, column - x->column);
	x->column = column > 1 ? column : 1;
	return x->byte;
}

void excerpt_add(struct excerpt *x, const struct finding *f, struct buf *out)
{
	size_t len, start = 0;
	const char *line = line_of(x, f, &len);
	if (!line || len == 0)
		return;
	size_t before = find_column(x, f, line, len);
	/* Of a very long line only the part around the place is shown. */
	int widest = x->widest > 0 ? x->widest : WIDEST_LINE;
	if (len > (size_t)widest) {
		start = bytes_back(line, before, widest / 2);
		size_t stop = start + text_offset(line + start, len - start, widest);
		len = stop;
	}
	print_line(out, line + start, len - start,
	           f->at.column > 0 ? before - start : SIZE_MAX);
}

const char *excerpt_text(struct excerpt *x, const struct finding *f, size_t *len)
{
	const char *line = line_of(x, f, len);
	if (!line) {
		*len = 0;
		return "";
	}
	size_t start = find_column(x, f, line, *len);
	for (; start < *len && strchr(" \t", line[start]); start++)
		;
	while (*len > start && strchr(" \t", line[*len - 1]))
		(*len)--;
	*len -= start;
	return line + start;
}

void excerpt_close(struct excerpt *x)
{
	arena_release(&x->arena);
}
