#include "check/shelves.h"

#include <limits.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "course/page_kinds.h"
#include "course/summary.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

/* The folder that a page stands in beside others: that of a README.md is the one above
 * its own; NULL for the home page. */
static const char *folder_of(struct arena *a, const char *path)
{
	const char *folder = path_folder(a, path);
	if (strcmp(path_name(path), "README.md") != 0)
		return folder;
	size_t len = strlen(folder);
	return len ? path_folder(a, arena_copy(a, folder, len - 1)) : NULL;
}

struct shelves shelves_of(const struct site *site, struct arena *a)
{
	struct shelves s = {.site = site, .arena = a, .last = map_new(a)};
	for (struct entry *e = site->entries->first_child; e; e = entry_next(e)) {
		const char *folder = e->path ? folder_of(a, e->path) : NULL;
		if (folder)
			map_put_string(&s.last, folder, e);
	}
	return s;
}

/* The line of an entry, or of the last one below it. */
static int last_line(const struct entry *e)
{
	while (e->last_child)
		e = e->last_child;
	return e->line;
}

/* "  * [Title](path.md)", which the table of contents understands. */
static const char *summary_line(struct arena *a, const struct page *page, int indent)
{
	struct buf b = buf_new(a);
	buf_add_format(&b, "%*s* [", indent, "");
	for (const char *p = page->title; *p; p++) {
		if (strchr("[]\\*_`<", *p))
			buf_add_char(&b, '\\');
		buf_add_char(&b, *p);
	}
	buf_add_string(&b, "](");
	for (const char *p = page->path; *p; p++)
		buf_add_string(&b, *p == ' ' ? "%20" : (char[]){*p, '\0'});
	buf_add_char(&b, ')');
	return buf_text(&b);
}

enum { LAST_LINE = INT_MAX };

/* The line that is missing, before that of this number. */
static void cure_unlisted(const struct shelves *s, int number, const char *line)
{
	const struct config *c = &s->site->config;
	struct place at = {path_join(s->arena, c->content, c->summary), number, 0};
	if (source_find(&s->site->source, c->summary))
		diag_cure(s->site->diag,
		          (struct change){.at = at,
		                          .old = "",
		                          .fresh = arena_format(s->arena, "%s\n", line)});
}

void shelves_report(const struct shelves *s, const struct page *page)
{
	const char *folder = folder_of(s->arena, page->path);
	const struct entry *beside = folder ? map_find_string(&s->last, folder) : NULL;
	struct place at = {page->shown_path, 0, 0};
	int indent = beside && beside->line ? beside->indent : 0;
	const char *line = summary_line(s->arena, page, indent),
		   *summary = s->site->config.summary;
	if (!beside || !beside->line) {
		diag_report(s->site->diag, MSG_UNLISTED, at, line, summary, NULL);
		cure_unlisted(s, LAST_LINE, line);
		return;
	}
	diag_report(s->site->diag, indent ? MSG_UNLISTED_BELOW : MSG_UNLISTED_BESIDE, at,
	            line, arena_format(s->arena, "%d", last_line(beside)),
	            arena_format(s->arena, "%d", indent), summary, NULL);
	cure_unlisted(s, last_line(beside) + 1, line);
}

/* Whether the page itself lacks spaces, and not those below it that have too many: it
 * stands at the margin, behind a page that has others below it. */
static bool is_too_far_left(const struct entry *e)
{
	bool is_top = !e->parent->page;
	return is_top && e->previous && e->previous->page && e->previous->first_child;
}

static void report_leaf(struct site *site, const struct entry *e, struct arena *scratch)
{
	const struct entry *child = e->first_child;
	const struct config *c = &site->config;
	bool is_left = is_too_far_left(e);
	const char *spaces = arena_format(scratch, "%d", child->indent - e->indent);
	const char *last = last_line(e) > child->line
	                           ? arena_format(scratch, "%d", last_line(e))
	                           : NULL;
	struct place at = {path_join(scratch, c->content, c->summary),
	                   is_left ? e->line : child->line, 0};
	diag_report(site->diag, is_left ? MSG_LEAF_LEFT : MSG_LEAF_CHILDREN, at,
	            child->title, e->title, spaces, last, NULL);
	if (is_left && child->indent > e->indent)
		diag_cure(site->diag,
		          (struct change){.at = at,
		                          .old = "",
		                          .fresh = arena_format(scratch, "%*s",
		                                                child->indent - e->indent,
		                                                "")});
}

void shelves_check(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		const struct entry *child = page->entry->first_child;
		if (child && child->line && page_kinds[page->type].is_leaf)
			report_leaf(site, page->entry, &scratch);
	}
	arena_release(&scratch);
}
