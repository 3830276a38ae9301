#include "report/report_changes.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "words/message_names.h"
#include "words/sentence.h"
#include "words/shown.h"

/* Lines of a file, and what stands in their place afterwards. */
struct hunk {
	const char *before, *before_end;
	struct buf after;
	size_t first_before, first_after; /* numbers of lines, from 1 */
};

static const char *line_start(const char *text, const char *at)
{
	while (at > text && at[-1] != '\n')
		at--;
	return at;
}

static const char *line_end(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));
	return newline ? newline + 1 : end;
}

static size_t count_lines(const char *at, const char *end)
{
	size_t n = 0;
	for (; at < end; at = line_end(at, end))
		n++;
	return n;
}

/* Leaves out the lines that both start and end with. */
static void trim(struct hunk *h, const char **after, const char **after_end)
{
	const char *b = h->before, *a = *after;
	while (b < h->before_end && a < *after_end) {
		size_t len = (size_t)(line_end(b, h->before_end) - b);
		if (len != (size_t)(line_end(a, *after_end) - a) ||
		    memcmp(a, b, len) != 0)
			break;
		b += len;
		a += len;
		h->first_before++;
		h->first_after++;
	}
	h->before = b;
	*after = a;
	while (h->before_end > b && *after_end > a) {
		const char *last_b = line_start(b, h->before_end - 1),
			   *last_a = line_start(a, *after_end - 1);
		size_t len = (size_t)(h->before_end - last_b);
		if (len != (size_t)(*after_end - last_a) ||
		    memcmp(last_a, last_b, len) != 0)
			break;
		h->before_end = last_b;
		*after_end = last_a;
	}
}

struct lines {
	char sign; /* "-": they go, "+": they come */
	const char *at, *end;
};

static void print_lines(struct arena *a, struct lines l, FILE *out)
{
	const char *at = l.at, *end = l.end;
	for (const char *next; at < end; at = next) {
		next = line_end(at, end);
		size_t len = (size_t)(next - at);
		while (len > 0 && strchr("\r\n", at[len - 1]))
			len--;
		struct buf b = buf_new(a);
		shown_add(&b, at, len);
		fprintf(out, "%c%s\n", l.sign, buf_text(&b));
	}
}

static void print_hunk(struct arena *a, struct hunk *h, FILE *out)
{
	const char *after = buf_text(&h->after), *after_end = after + h->after.len;
	trim(h, &after, &after_end);
	size_t n_before = count_lines(h->before, h->before_end),
	       n_after = count_lines(after, after_end);
	fprintf(out, "@@ -%zu,%zu +%zu,%zu @@\n", h->first_before - (n_before == 0),
	        n_before, h->first_after - (n_after == 0), n_after);
	print_lines(a, (struct lines){'-', h->before, h->before_end}, out);
	print_lines(a, (struct lines){'+', after, after_end}, out);
}

/* Edits whose lines touch are shown together. Returns how many were. */
static size_t take(struct hunk *h, const struct bytes *text, const struct edit *edits,
                   size_t n)
{
	const char *end = text->data + text->len, *at = text->data + edits->start;
	size_t i = 0;
	h->before = at = line_start(text->data, at);
	h->before_end = h->before;
	for (; i < n; i++) {
		const char *start = text->data + edits[i].start;
		const char *stop = start + edits[i].old.len;
		if (i > 0 && start > h->before_end)
			break;
		buf_add(&h->after, at, (size_t)(start - at));
		buf_add(&h->after, edits[i].fresh.data, edits[i].fresh.len);
		at = stop;
		bool is_at_end = edits[i].old.len > 0 && stop[-1] == '\n';
		const char *line = is_at_end ? stop : line_end(stop, end);
		h->before_end = line > h->before_end ? line : h->before_end;
	}
	if (h->before_end > at)
		buf_add(&h->after, at, (size_t)(h->before_end - at));
	return i;
}

static void print_file(const struct edits *e, const struct edited_file *file, FILE *out)
{
	struct arena a = ARENA_PRIVATE;
	size_t n, line_before = 1, line_after = 1;
	const struct edit *edits = edited_edits(file, &n);
	struct bytes text = edited_before(file);
	const char *at = text.data;
	struct buf name = buf_new(&a);
	shown_add_line(&name, edited_path(file), strlen(edited_path(file)));
	const char *folder = *e->root && strcmp(e->root, ".") != 0 ? e->root : "";
	const char *path = path_join(&a, folder, buf_text(&name));
	fprintf(out, "--- %s\n+++ %s\n", path, path);
	for (size_t i = 0; i < n;) {
		struct hunk h = {.after = buf_new(&a)};
		i += take(&h, &text, edits + i, n - i);
		size_t between = count_lines(at, h.before);
		at = h.before_end;
		h.first_before = line_before + between;
		h.first_after = line_after + between;
		line_before = h.first_before + count_lines(h.before, h.before_end);
		const char *after = buf_text(&h.after);
		line_after = h.first_after + count_lines(after, after + h.after.len);
		print_hunk(&a, &h, out);
	}
	arena_release(&a);
}

void report_changes(const struct edits *e, enum language lang, FILE *out)
{
	struct arena a = ARENA_PRIVATE;
	for (size_t i = 0; i < e->n_files; i++) {
		size_t n;
		edited_edits(e->files[i], &n);
		if (n > 0)
			print_file(e, e->files[i], out);
	}
	for (size_t i = 0; i < e->n_renamings; i++)
		fprintf(out, "%s\n",
		        sentence_fill(&a, SAY_FIX_WILL_RENAME, lang, e->renamings[i].from,
		                      e->renamings[i].to, NULL));
	arena_release(&a);
}
