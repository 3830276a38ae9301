#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/terminal.h"
#include "base/text.h"
#include "course/find.h"
#include "report/look.h"
#include "report/places.h"
#include "report/report_internal.h"
#include "report/report_kinds.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/sentence.h"

/*
 * What a person sees who asks at a terminal: the worst findings, then how many there are
 * of each kind. A screen holds so much; the rest is asked for.
 */

enum {
	MOST_WORST = 10,
	MOST_ALIKE = 3, /* of a kind, while there are others as grave */
	LEAST_WIDTH = 4 /* of the column of numbers */
};

struct item {
	const struct finding *finding;
	const struct report_kind *kind; /* NULL: its code has no row */
	int rank;
	enum severity severity;
	bool is_outside; /* on a page that nobody sees */
	bool is_chosen;  /* told above the summary */
	size_t order;    /* among all: by place */
};

struct view {
	struct report *r;
	struct item *items; /* by severity, then by kind */
	size_t n, cap, n_chosen;
	size_t weight; /* of all */
	struct excerpt excerpt;
	struct arena arena;
	FILE *out;
};

static const char *code_of(const struct item *item)
{
	return message_code(item->finding->message);
}

static int compare_kinds(const struct item *a, const struct item *b)
{
	int order = (int)b->severity - (int)a->severity;
	order = order ? order : a->rank - b->rank;
	return order || a->kind ? order : strcmp(code_of(a), code_of(b));
}

static int compare(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int order = compare_kinds(a, b);
	order = order ? order : a->is_outside - b->is_outside;
	return order ? order : (a->order > b->order) - (a->order < b->order);
}

static void add_items(struct view *v, const struct diag *d)
{
	struct map outside = site_map_unlisted(v->r->site, &v->arena);
	for (size_t i = 0; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		struct item item = {
			.finding = f, .severity = report_severity(v->r, f), .order = i};
		item.kind = report_kind_of(f->message, &item.rank);
		item.is_outside = f->at.path && map_find_string(&outside, f->at.path);
		if (item.severity <= SEVERITY_REMARK)
			continue;
		v->weight += finding_weight(f);
		ARRAY_ADD(&v->arena, v->items, v->n, v->cap, item);
	}
	if (v->n)
		qsort(v->items, v->n, sizeof *v->items, compare);
}

/* Marks findings as grave as `s`, at most so many more of a kind. One that stands for
 * many has no place to go to. */
static void choose(struct view *v, enum severity s, size_t most)
{
	for (size_t i = 0, n_alike = 0; i < v->n && v->n_chosen < MOST_WORST; i++) {
		struct item *item = &v->items[i];
		bool is_new = i == 0 || compare_kinds(item - 1, item) != 0;
		n_alike = is_new ? 0 : n_alike;
		if (item->severity != s || item->is_chosen || item->finding->n_more ||
		    n_alike == most)
			continue;
		item->is_chosen = true;
		n_alike++;
		v->n_chosen++;
	}
}

static void choose_worst(struct view *v)
{
	for (int s = SEVERITY_ERROR; s > SEVERITY_REMARK; s--) {
		choose(v, (enum severity)s, MOST_ALIKE);
		choose(v, (enum severity)s, MOST_WORST);
	}
}

static void write_buf(const struct view *v, const struct buf *b)
{
	fwrite(b->data, 1, b->len, v->out);
}

static void write_heading(struct view *v, enum severity s, const char *text)
{
	struct buf b = buf_new(&v->arena);
	look_add(&b, &v->r->terminal, s, text);
	buf_add_string(&b, "\n\n");
	write_buf(v, &b);
}

static void write_worst(struct view *v)
{
	for (size_t i = 0; i < v->n; i++) {
		if (!v->items[i].is_chosen)
			continue;
		report_text(v->r, &v->excerpt, v->items[i].finding, v->items[i].severity,
		            v->out);
		fputc('\n', v->out);
	}
}

/* One of a kind that was not told yet, and its cure. */
static void write_example(struct view *v, const struct item *item, int indent)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	const struct finding *f = item->finding;
	const char *place = report_place(&scratch, v->r, &f->at);
	const char *what = report_sentence(&scratch, f, v->r->lang);
	const char *text = *place ? sentence_fill(&scratch, SAY_TERMINAL_EXAMPLE,
	                                          v->r->lang, place, what, NULL)
	                          : what;
	buf_add_format(&b, "%*s", indent, "");
	look_add_wrapped(&b, &v->r->terminal, text, (struct margins){indent, indent});
	report_text_help(&b, v->r, f, indent);
	write_buf(v, &b);
	arena_release(&scratch);
}

/* The items of the kind of `first` end before this one; they weigh so much. */
static size_t kind_end(const struct view *v, size_t first, size_t *weight)
{
	size_t end = first;
	for (*weight = 0; end < v->n; end++) {
		if (compare_kinds(&v->items[first], &v->items[end]) != 0)
			break;
		*weight += finding_weight(v->items[end].finding);
	}
	return end;
}

static int digits(size_t n)
{
	int count = 1;
	while (n /= 10)
		count++;
	return count < LEAST_WIDTH ? LEAST_WIDTH : count;
}

static void write_kind(struct view *v, size_t first, size_t end, size_t weight)
{
	const struct item *item = &v->items[first];
	int width = digits(v->weight), indent = width + 2;
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	const char *name = item->kind ? sentence_text(item->kind->name, v->r->lang) : "";
	buf_add_format(&b, "%*zu  ", width, weight);
	look_add_wrapped(&b, &v->r->terminal,
	                 *name ? arena_format(&scratch, "%s [%s]", name, code_of(item))
	                       : arena_format(&scratch, "[%s]", code_of(item)),
	                 (struct margins){indent, indent});
	write_buf(v, &b);
	arena_release(&scratch);
	while (first < end && v->items[first].is_chosen)
		first++;
	if (first < end)
		write_example(v, &v->items[first], indent);
}

/* Above the kinds of one severity, how many findings they are. */
static void write_severity(struct view *v, enum severity s)
{
	static const enum sentence names[] = {[SEVERITY_NOTE] = SAY_TERMINAL_NOTES,
	                                      [SEVERITY_WARNING] = SAY_TERMINAL_WARNINGS,
	                                      [SEVERITY_ERROR] = SAY_TERMINAL_ERRORS};
	size_t n = s == SEVERITY_ERROR     ? v->r->n_errors
	           : s == SEVERITY_WARNING ? v->r->n_warnings
	                                   : v->r->n_notes;
	write_heading(v, s,
	              sentence_fill(&v->arena, names[s], v->r->lang,
	                            arena_format(&v->arena, "%zu", n), NULL));
}

static void write_kinds(struct view *v)
{
	enum severity last = SEVERITY_NONE;
	size_t weight;
	for (size_t i = 0, end; i < v->n; i = end) {
		end = kind_end(v, i, &weight);
		if (last != SEVERITY_NONE && last != v->items[i].severity)
			fputc('\n', v->out);
		if (last != v->items[i].severity)
			write_severity(v, v->items[i].severity);
		last = v->items[i].severity;
		write_kind(v, i, end, weight);
	}
	fputc('\n', v->out);
}

static void write_ways_on(struct view *v, const struct item *first)
{
	struct arena *a = &v->arena;
	const char *folder = v->r->places.folder;
	struct buf b = buf_new(a);
	look_add_wrapped(
		&b, &v->r->terminal,
		sentence_fill(a, SAY_TERMINAL_ALL, v->r->lang,
	                      *folder ? arena_format(a, " %s", text_shell_word(a, folder))
	                              : "",
	                      NULL),
		(struct margins){0, 2});
	look_add_wrapped(
		&b, &v->r->terminal,
		sentence_fill(a, SAY_TERMINAL_EXPLAIN, v->r->lang, code_of(first), NULL),
		(struct margins){0, 2});
	buf_add_char(&b, '\n');
	write_buf(v, &b);
}

void report_terminal(struct report *r, const struct diag *d, FILE *out)
{
	struct view v = {.r = r,
	                 .excerpt = {.site = r->site, .widest = r->terminal.columns - 4},
	                 .out = out};
	add_items(&v, d);
	choose_worst(&v);
	bool has_more = v.n_chosen < v.n;
	if (has_more)
		write_heading(&v, SEVERITY_NONE,
		              sentence_text(SAY_TERMINAL_WORST, r->lang));
	write_worst(&v);
	if (has_more) {
		write_heading(&v, SEVERITY_NONE,
		              sentence_text(SAY_TERMINAL_KINDS, r->lang));
		write_kinds(&v);
		write_ways_on(&v, &v.items[0]);
	}
	excerpt_close(&v.excerpt);
	arena_release(&v.arena);
}
