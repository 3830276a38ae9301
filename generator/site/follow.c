#include "site/follow.h"

#include <string.h>

#include "base/buf.h"
#include "base/edits.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/composed.h"
#include "course/front.h"
#include "course/site.h"
#include "data/value.h"
#include "source/source.h"
#include "words/diag.h"

/* How a place says which file it means. */
enum form {
	FORM_LINK, /* by a path from its own file, as Markdown and HTML have it */
	FORM_PATH, /* by a path from the content, in YAML */
	FORM_PAGE  /* by the name of a page, in YAML */
};

/* A place that leads to a file. */
struct use {
	enum form form;
	const char *path;  /* FORM_LINK: of its file, from the content */
	size_t start, len; /* FORM_LINK: the bytes of the path */
	struct place at;   /* others */
	const char *text;
	struct use *next; /* to the same file */
};

static struct arena *arena_of(const struct following *f)
{
	return f->located->edits->arena;
}

static void add_use(struct following *f, const char *target, struct use use)
{
	struct use *kept = arena_alloc(arena_of(f), sizeof *kept);
	*kept = use;
	kept->next = map_find_string(&f->uses, target);
	map_put_string(&f->uses, arena_string(arena_of(f), target), kept);
}

/* Links. */

static const char *shown_path(const struct following *f, const char *path)
{
	return path_join(arena_of(f), f->stages->site.config.content, path);
}

/* Bytes of a destination's path. */
static size_t path_length(const struct bytes *text, const struct destination *d)
{
	size_t n = 0;
	while (n < d->end - d->start && !strchr("#?", text->data[d->start + n]))
		n++;
	return n;
}

static void read_page(struct following *f, const struct composed *page)
{
	const struct source_file *files = f->stages->site.source.files;
	for (size_t i = 0; page && i < page->n_destinations; i++) {
		const struct destination *d = &page->destinations[i];
		if (d->target == NO_TARGET)
			continue;
		const char *path = page->files[d->file];
		const struct bytes *text =
			edits_bytes(f->located->edits, shown_path(f, path));
		bool is_there = text && d->end <= text->len;
		add_use(f, files[d->target].path,
		        (struct use){.form = FORM_LINK,
		                     .path = path,
		                     .start = d->start,
		                     .len = is_there ? path_length(text, d) : 0});
	}
}

static void read_pages(struct following *f)
{
	struct stages *s = f->stages;
	struct diag quiet = {.arena = arena_of(f)}; /* what is wrong there was told */
	stages_look_outside(s, OUTSIDE_ALL, &quiet);
	for (size_t i = 0; i < s->site.n_pages; i++)
		read_page(f, s->composed[i]);
	for (size_t i = 0; s->outside && i < s->site.n_unlisted; i++)
		read_page(f, s->outside[i]);
}

/* What stands between the brackets of links, in a file that is no page: the table of
 * contents, one that is to become a page. */
static void read_brackets(struct following *f, const char *file)
{
	struct arena *a = arena_of(f);
	const struct bytes *text =
		source_find(&f->stages->site.source, file)
			? edits_bytes(f->located->edits, shown_path(f, file))
			: NULL;
	const char *at = text ? text->data : "", *end = text ? at + text->len : at;
	while (at < end && (at = memmem(at, (size_t)(end - at), "](", 2))) {
		at += 2;
		at += at < end && *at == '<';
		size_t len = strcspn(at, ")>#?\" \r\n");
		const char *path = path_resolve(a, file, text_decode_url(a, at, len));
		if (path)
			add_use(f, path,
			        (struct use){.form = FORM_LINK,
			                     .path = file,
			                     .start = (size_t)(at - text->data),
			                     .len = len});
	}
}

/* YAML. */

static void add_value(struct following *f, enum form form, const char *file,
                      const struct value *v)
{
	if (v->kind != VALUE_TEXT || !v->line)
		return;
	struct arena *a = arena_of(f);
	const char *target = arena_copy(a, v->text, strcspn(v->text, "#?"));
	const char *path = *target ? path_resolve(a, "", target) : NULL;
	if (path)
		add_use(f, path,
		        (struct use){.form = form,
		                     .at = {file, v->line, v->column},
		                     .text = target});
}

static void read_list(struct following *f, const char *file, const struct value *list)
{
	for (size_t i = 0; list->kind == VALUE_LIST && i < list->list->n; i++)
		add_value(f, FORM_PAGE, file, &list->list->items[i]);
}

static void read_redirects(struct following *f, const char *file, const struct value *map)
{
	for (size_t i = 0; map->kind == VALUE_MAP && i < map->map->n; i++)
		add_value(f, FORM_PATH, file, &map->map->entries[i].value);
}

static void read_front(struct following *f, const struct page *pages, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!pages[i].front || !pages[i].shown_path)
			continue;
		read_list(f, pages[i].shown_path, &pages[i].front->prerequisites);
		read_list(f, pages[i].shown_path, &pages[i].front->sheets);
	}
}

static void read_uses(struct following *f)
{
	const struct site *site = &f->stages->site;
	f->uses = map_new(arena_of(f));
	read_pages(f);
	read_brackets(f, site->config.summary);
	read_redirects(f, "site.yml", &site->config.redirects);
	read_redirects(f, ".gitbook.yaml", &site->config.gitbook_redirects);
	read_list(f, "site.yml", &site->config.menu);
	read_front(f, site->pages, site->n_listed);
	read_front(f, site->unlisted, site->n_unlisted);
}

/* Writing. */

/* What a path may not hold that stands in YAML as it is. */
static bool is_plain(const char *path)
{
	return !strpbrk(path, " :#\"'[]{},&*!|>%@`\\?");
}

static bool write_link(struct following *f, const struct use *use, const char *to,
                       struct edit *edit)
{
	struct arena *a = arena_of(f);
	const char *shown = shown_path(f, use->path);
	const struct bytes *text = edits_bytes(f->located->edits, shown);
	struct buf b = buf_new(a);
	if (!text || use->len == 0)
		return false;
	text_add_destination(&b, path_relative(a, use->path, to));
	*edit = (struct edit){.path = shown,
	                      .start = use->start,
	                      .old = {text->data + use->start, use->len},
	                      .fresh = {buf_text(&b), b.len}};
	return true;
}

/* "fiches/x.md" as front matter calls it: "fiches/x". */
static const char *name_of_page(struct arena *a, const char *path)
{
	size_t len = strlen(path);
	return strcmp(path_extension(path), ".md") == 0 ? arena_copy(a, path, len - 3)
	                                                : path;
}

static bool write_value(struct following *f, const struct use *use, const char *to,
                        struct edit *edit)
{
	const char *fresh = use->form == FORM_PAGE ? name_of_page(arena_of(f), to) : to;
	struct change c = {.at = use->at, .old = use->text, .fresh = fresh};
	if (!is_plain(fresh) || !located_edit(f->located, &c, edit))
		return false;
	const struct bytes *text = edits_bytes(f->located->edits, use->at.path);
	if (edit->start < text->len && strchr("\"'", text->data[edit->start]))
		edit->start++; /* what is quoted starts behind its sign */
	return true;
}

static const char *content_path(const struct following *f, const char *shown)
{
	const char *content = f->stages->site.config.content;
	size_t len = strlen(content);
	bool is_inside = strncmp(shown, content, len) == 0 && shown[len] == '/';
	return len == 0 ? shown : is_inside ? shown + len + 1 : NULL;
}

/* A file that several pages include is read with each of them. */
static bool has_edit(const struct edit *edits, size_t n, const struct edit *edit)
{
	for (size_t i = 0; i < n; i++)
		if (edits[i].start == edit->start &&
		    strcmp(edits[i].path, edit->path) == 0)
			return true;
	return false;
}

bool follow_renaming(struct following *f, const char *from, const char *to)
{
	struct edits *e = f->located->edits;
	const char *old = content_path(f, from), *fresh = content_path(f, to);
	if (!old || !fresh)
		return false;
	if (!f->uses.arena)
		read_uses(f);
	read_brackets(f, old);
	struct edit *edits = NULL;
	size_t n = 0, cap = 0, n_before = e->n_renamings;
	for (const struct use *use = map_find_string(&f->uses, old); use;
	     use = use->next) {
		struct edit edit;
		bool ok = use->form == FORM_LINK ? write_link(f, use, fresh, &edit)
		                                 : write_value(f, use, fresh, &edit);
		if (!ok)
			return false;
		if (!has_edit(edits, n, &edit))
			ARRAY_ADD(e->arena, edits, n, cap, edit);
	}
	if (!edits_rename(e, from, to))
		return false;
	if (!edits_add(e, edits, n)) {
		e->n_renamings = n_before;
		return false;
	}
	return true;
}
