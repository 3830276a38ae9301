#include "report/report_markdown.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "course/find.h"
#include "course/page_kinds.h"
#include "course/site.h"
#include "french/anchors.h"
#include "report/bounded.h"
#include "report/report.h"
#include "report/report_internal.h"
#include "words/diag.h"
#include "words/message_names.h"

/* Findings by kind. */

static void add_items(struct markdown *m, const struct diag *all, bool is_known)
{
	struct diag d = all ? bounded_copy(&m->arena, all) : (struct diag){0};
	for (size_t i = 0; i < d.n; i++) {
		const struct finding *f = &d.findings[i];
		struct item item = {.finding = f,
		                    .severity = report_severity(m->r, f),
		                    .is_known = is_known,
		                    .order = m->n};
		item.kind = report_kind_of(f->message, &item.rank);
		bool is_list = item.kind && item.kind->is_list;
		item.is_outside = !is_list && f->at.path &&
		                  map_find_string(&m->outside, f->at.path);
		if (item.severity > SEVERITY_NONE)
			ARRAY_ADD(&m->arena, m->items, m->n, m->cap, item);
	}
}

static const char *kind_code(const struct item *item)
{
	return message_code(item->finding->message);
}

/* By kind; what readers meet first; then by place. */
static int compare_items(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int order = a->rank - b->rank;
	if (!order && !a->kind)
		order = b->severity != a->severity ? (int)b->severity - (int)a->severity
		                                   : strcmp(kind_code(a), kind_code(b));
	order = order ? order : a->is_outside - b->is_outside;
	const struct place *pl = &a->finding->at, *pr = &b->finding->at;
	if (!order && pl->path && pr->path)
		order = strcmp(pl->path, pr->path);
	order = order ? order : (pl->line > pr->line) - (pl->line < pr->line);
	return order ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_same_kind(const struct item *a, const struct item *b)
{
	return a->rank == b->rank && (a->kind || strcmp(kind_code(a), kind_code(b)) == 0);
}

static const char *kind_name(const struct markdown *m, const struct item *item)
{
	return item->kind ? markdown_say(m, item->kind->name) : kind_code(item);
}

/* The items of the kind that starts at `first` end before this one. */
static size_t kind_end(const struct markdown *m, size_t first)
{
	size_t end = first;
	while (end < m->n && is_same_kind(&m->items[first], &m->items[end]))
		end++;
	return end;
}

struct counts {
	size_t inside, outside, known;
	size_t n_inside; /* items, of which some stand for many findings */
};

static struct counts count_items(const struct markdown *m, size_t first, size_t end)
{
	struct counts c = {0};
	for (size_t i = first; i < end; i++) {
		const struct item *item = &m->items[i];
		size_t weight = finding_weight(item->finding);
		*(item->is_outside ? &c.outside : &c.inside) += weight;
		c.known += item->is_known ? weight : 0;
		c.n_inside += !item->is_outside;
	}
	return c;
}

static void write_table(struct markdown *m)
{
	bool has_known = m->r->known != NULL;
	m->is_below_heading = false;
	fputs(markdown_say(m, SAY_REPORT_COLUMNS), m->out);
	fputs(has_known ? markdown_say(m, SAY_REPORT_COLUMN_KNOWN) : "\n", m->out);
	fputs("| --- | --- | --- | ---: | ---: |", m->out);
	fputs(has_known ? " ---: |\n" : "\n", m->out);
	for (size_t i = 0, end; i < m->n; i = end) {
		const struct item *item = &m->items[i];
		end = kind_end(m, i);
		struct counts c = count_items(m, i, end);
		const char *name = kind_name(m, item);
		const char *link = report_link(&m->arena, m->r, item->finding);
		fprintf(m->out, "| [%s](#%s) | ", name, anchor_github(&m->arena, name));
		if (link)
			fprintf(m->out, "[`%s`](<%s>)", kind_code(item), link);
		else
			fprintf(m->out, "`%s`", kind_code(item));
		fprintf(m->out, " | %s | %zu | %zu |",
		        severity_name(item->severity, m->r->lang), c.inside, c.outside);
		if (has_known)
			fprintf(m->out, " %zu |", c.known);
		fputc('\n', m->out);
	}
}

/* The cure of a message that names nothing of its finding; NULL: it has none. */
static const char *general_help(struct markdown *m, const struct finding *f)
{
	struct finding bare = {.message = f->message, .at = f->at};
	return report_help(&m->arena, &bare, m->r->lang);
}

/* The general cure that most items share; NULL: no two have the same. */
static const char *common_help(struct markdown *m, size_t first, size_t end)
{
	struct map counts = map_new(&m->arena);
	const char *common = NULL;
	uintptr_t most = 1;
	for (size_t i = first; i < end; i++) {
		const char *help =
			report_help(&m->arena, m->items[i].finding, m->r->lang);
		const char *general = general_help(m, m->items[i].finding);
		if (!help || !general || strcmp(help, general) != 0)
			continue;
		uintptr_t n = (uintptr_t)map_find_string(&counts, help) + 1;
		map_put_string(&counts, help, (void *)n);
		if (n > most) {
			most = n;
			common = help;
		}
	}
	return common;
}

/* What several items say word for word; NULL: they differ, or there is one. How many more
 * there are is said apart. */
static const char *common_text(struct markdown *m, size_t first, size_t end)
{
	const char *common = NULL;
	for (size_t i = first; i < end; i++) {
		if (m->items[i].finding->n_more)
			continue;
		const char *text =
			report_sentence(&m->arena, m->items[i].finding, m->r->lang);
		if (common && strcmp(common, text) != 0)
			return NULL;
		common = text;
	}
	return end - first > 1 ? common : NULL;
}

/* What is told once above a list; NULL: each item tells it. */
struct common {
	const char *text, *help;
};

/* A cure; a line to be copied, which ends it between backquotes, as code: its blanks
 * stay.
 */
static void write_help(struct markdown *m, const char *help)
{
	const char *open = strchr(help, '`');
	size_t len = open ? strlen(open) : 0;
	bool has_line = len > 2 && open[len - 1] == '`';
	markdown_text(m, has_line ? arena_copy(&m->arena, help, (size_t)(open - help))
	                          : help);
	if (has_line)
		markdown_code(m, arena_copy(&m->arena, open + 1, len - 2));
}

static void write_item(struct markdown *m, const struct item *item,
                       const struct common *common)
{
	const struct finding *f = item->finding;
	struct arena scratch = ARENA_PRIVATE;
	const char *help = report_help(&scratch, f, m->r->lang);
	const char *path = f->at.path ? f->at.path : "", *space = *path ? " " : "";
	fputs("- ", m->out);
	if (*path)
		markdown_code(
			m, f->at.line ? arena_format(&scratch, "%s:%d", path, f->at.line)
				      : path);
	if (!common->text || f->n_more) {
		fputs(space, m->out);
		markdown_text(m, report_sentence(&scratch, f, m->r->lang));
	}
	if (help && (!common->help || strcmp(help, common->help) != 0)) {
		fputs(" — ", m->out);
		write_help(m, help);
	}
	fputs(item->is_known ? markdown_say(m, SAY_REPORT_IS_KNOWN) : "", m->out);
	fputc('\n', m->out);
	arena_release(&scratch);
}

static void write_common(struct markdown *m, const char *before, const char *text)
{
	if (!text)
		return;
	fputs(before, m->out);
	markdown_text(m, text);
	fputs(".\n\n", m->out);
}

static void write_items(struct markdown *m, size_t first, size_t end)
{
	struct common common = {common_text(m, first, end), common_help(m, first, end)};
	if (first == end)
		return;
	m->is_below_heading = false;
	write_common(m, markdown_say(m, SAY_REPORT_AT_EACH), common.text);
	write_common(m, markdown_say(m, SAY_REPORT_CURE), common.help);
	bool is_folded =
		markdown_open_list(m, end - first, markdown_say(m, SAY_REPORT_LIST));
	for (size_t i = first; i < end; i++)
		write_item(m, &m->items[i], &common);
	markdown_close_list(m, is_folded);
}

static void write_kind(struct markdown *m, size_t first, size_t end)
{
	struct counts c = count_items(m, first, end);
	const char *name = kind_name(m, &m->items[first]);
	markdown_heading(m, 3, name);
	write_items(m, first, first + c.n_inside);
	if (c.inside && c.outside)
		fputc('\n', m->out);
	if (c.outside)
		fputs(markdown_say(m, SAY_REPORT_OUTSIDE), m->out);
	write_items(m, first + c.n_inside, end);
}

static void write_kinds(struct markdown *m, bool of_lists)
{
	for (size_t i = 0, end; i < m->n; i = end) {
		end = kind_end(m, i);
		if ((m->items[i].kind && m->items[i].kind->is_list) == of_lists)
			write_kind(m, i, end);
	}
}

static size_t count_type(const struct site *site, enum page_type type)
{
	size_t n = 0;
	for (size_t i = 0; i < site->n_listed; i++)
		n += site->pages[i].type == type && site->pages[i].state != STATE_HIDDEN;
	return n;
}

/* What pages say in figures: "twelve sheets". Elsewhere there is nothing to count. */
static void write_types(struct markdown *m)
{
	static const enum page_type types[] = {PAGE_CHAPTER, PAGE_SHEET, PAGE_CASE,
	                                       PAGE_QUIZ};
	size_t counts[COUNT(types)], n = 0;
	for (size_t i = 0; i < COUNT(types); i++)
		n += counts[i] = count_type(m->r->site, types[i]);
	if (n)
		markdown_counts(m, SAY_REPORT_COUNT_TYPES, counts, COUNT(types));
}

static void write_head(struct markdown *m)
{
	const struct site *site = m->r->site;
	struct report *r = m->r;
	size_t n_used = 0;
	for (size_t i = 0; i < site->n_assets; i++)
		n_used += r->connected && r->connected->uses_asset[i];
	fputs(markdown_say(m, SAY_REPORT_TITLE), m->out);
	markdown_text(m, site->config.title ? site->config.title : ".");
	markdown_counts(m, SAY_REPORT_COUNTS,
	                (size_t[]){site->n_listed, markdown_count_hidden(site),
	                           site->n_unlisted, n_used, site->n_assets - n_used,
	                           r->n_errors, r->n_warnings, r->n_notes},
	                8);
	if (r->known)
		markdown_counts(m, SAY_REPORT_COUNT_KNOWN,
		                (size_t[]){diag_count(r->known)}, 1);
	write_types(m);
	fputs(".\n", m->out);
}

/* Whether something found belongs to the lists, or to what is to be mended. */
static bool has_items(const struct markdown *m, bool of_lists)
{
	for (size_t i = 0; i < m->n; i++)
		if ((m->items[i].kind && m->items[i].kind->is_list) == of_lists)
			return true;
	return false;
}

static void write_all(struct markdown *m)
{
	write_head(m);
	if (m->n) {
		markdown_heading(m, 2, markdown_say(m, SAY_REPORT_IN_SHORT));
		write_table(m);
	}
	if (has_items(m, false)) {
		markdown_heading(m, 2, markdown_say(m, SAY_REPORT_FOUND));
		write_kinds(m, false);
	}
	markdown_addresses(m);
	markdown_redirects(m);
	markdown_reviews(m);
	if (has_items(m, true) || markdown_count_hidden(m->r->site) > 0) {
		markdown_heading(m, 2, markdown_say(m, SAY_REPORT_LISTS));
		write_kinds(m, true);
		markdown_hidden(m);
	}
	markdown_differences(m);
}

void report_markdown(struct report *r, const struct diag *d, FILE *out)
{
	struct markdown m = {.r = r, .out = out};
	m.outside = site_map_unlisted(r->site, &m.arena);
	add_items(&m, d, false);
	add_items(&m, r->known, true);
	if (m.n)
		qsort(m.items, m.n, sizeof *m.items, compare_items);
	write_all(&m);
	arena_release(&m.arena);
}
