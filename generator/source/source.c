#include "source/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "source/source_internal.h"

/* What folders and trees share: the list of files, and their bytes. */

bool source_passes_over(const char *name, size_t len)
{
	static const char *const names[] = {".", "..", ".git", ".sommaire",
	                                    "node_modules"};
	for (size_t i = 0; i < COUNT(names); i++)
		if (strlen(names[i]) == len && strncasecmp(names[i], name, len) == 0)
			return true;
	return false;
}

bool source_passes_over_path(const char *path)
{
	for (size_t len; *path; path += len + (path[len] == '/')) {
		len = strcspn(path, "/");
		if (source_passes_over(path, len))
			return true;
	}
	return false;
}

/* A path of the source as the author knows it. */
const char *source_shown_path(struct walk *w, const char *path)
{
	const char *folder = w->s->tree ? w->s->prefix : w->s->root;
	const char *whole = *path ? path_join(&w->scratch, folder, path) : folder;
	return *whole ? whole : ".";
}

void source_report(struct walk *w, enum message m, const char *path, const char *reason)
{
	diag_report(w->d, m, (struct place){.path = source_shown_path(w, path)}, reason,
	            NULL);
}

void source_report_unread(struct walk *w, enum message m, const char *path, int error)
{
	diag_report_unread(w->d, m, source_shown_path(w, path), error);
}

struct source_file *source_add_file(struct walk *w, const char *path)
{
	struct source *s = w->s;
	ARRAY_ADD(w->a, s->files, s->n, s->cap, (struct source_file){.path = path});
	return &s->files[s->n - 1];
}

static int compare_files(const void *a, const void *b)
{
	return strcmp(((const struct source_file *)a)->path,
	              ((const struct source_file *)b)->path);
}

void source_index(struct source *s, struct arena *a)
{
	if (s->n > 1)
		qsort(s->files, s->n, sizeof *s->files,
		      compare_files); /* paths differ: no tie */
	map_reserve(&s->by_path, s->n);
	for (size_t i = 0; i < s->n; i++) {
		struct source_file *f = &s->files[i];
		f->nfc = text_nfc(a, f->path);
		map_put_string(&s->by_path, f->path, f);
		if (f->nfc != f->path && !map_find_string(&s->by_nfc, f->nfc))
			map_put_string(&s->by_nfc, f->nfc, f);
	}
}

const char *source_path_inside(const char *outer, const char *inner)
{
	size_t len = strlen(outer);
	while (len > 0 && outer[len - 1] == '/')
		len--;
	if (strncmp(outer, inner, len) != 0 || (inner[len] != '/' && inner[len] != '\0'))
		return NULL;
	return inner + len + (inner[len] == '/');
}

const char *source_real_path(struct arena *a, const char *path)
{
	return file_real_path(a, *path ? path : ".");
}

bool source_leads_inside(const char *root, const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *outer = source_real_path(&scratch, root), *inner = NULL;
	if (outer)
		inner = source_real_path(&scratch, path_join(&scratch, root, path));
	const char *inside = inner ? source_path_inside(outer, inner) : NULL;
	bool ok = inside && !source_passes_over_path(inside);
	int reason = inner ? EXDEV : errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

bool source_is_outside(const struct source *tree, const char *path)
{
	for (size_t i = 0; i < tree->n_outside; i++)
		if (source_path_inside(tree->outside[i], path))
			return true;
	return false;
}

void source_begin(struct source *s, struct arena *a, const char *root)
{
	*s = (struct source){.root = arena_string(a, root), .prefix = ""};
	s->by_path = map_new(a);
	s->by_nfc = map_new(a);
}

void source_narrow(struct source *sub, const struct source *whole, const char *folder,
                   struct arena *a)
{
	size_t len = strlen(folder);
	*sub = (struct source){.root = whole->root,
	                       .tree = whole->tree,
	                       .by_path = map_new(a),
	                       .by_nfc = map_new(a)};
	for (size_t i = 0; i < whole->n; i++) {
		struct source_file f = whole->files[i];
		bool is_inside = len == 0 || (strncmp(f.path, folder, len) == 0 &&
		                              f.path[len] == '/');
		if (!is_inside)
			continue;
		f.nfc = f.nfc == f.path ? f.path + len + (len > 0)
		                        : text_nfc(a, f.path + len + (len > 0));
		f.path += len + (len > 0);
		ARRAY_ADD(a, sub->files, sub->n, sub->cap, f);
	}
	for (size_t i = 0; i < sub->n; i++) {
		map_put_string(&sub->by_path, sub->files[i].path, &sub->files[i]);
		if (sub->files[i].nfc != sub->files[i].path)
			map_put_string(&sub->by_nfc, sub->files[i].nfc, &sub->files[i]);
	}
}

const struct source_file *source_find(const struct source *s, const char *path)
{
	return map_find_string(&s->by_path, path);
}

static bool read_by(const struct source *s, struct arena *a, const struct source_file *f,
                    size_t max, struct bytes *out, enum reader reader)
{
	if (!s->tree && !f->text.data)
		return file_read(a, path_join(a, s->root, f->path), max, out);
	errno = EFBIG;
	if ((s->tree ? f->size : f->text.len) > max)
		return false;
	if (f->text.data) {
		*out = f->text;
		return true;
	}
	return source_read_blob(s->tree, a, f, out, reader);
}

bool source_read(const struct source *s, struct arena *a, const struct source_file *f,
                 size_t max, struct bytes *out)
{
	return read_by(s, a, f, max, out, READER_APART);
}

bool source_read_here(const struct source *s, struct arena *a,
                      const struct source_file *f, size_t max, struct bytes *out)
{
	return read_by(s, a, f, max, out, READER_HERE);
}

bool source_size(const struct source *s, const struct source_file *f, size_t *size)
{
	*size = s->tree ? f->size : f->text.len;
	if (s->tree || f->text.data)
		return true;
	struct arena scratch = ARENA_PRIVATE;
	bool ok = file_size(path_join(&scratch, s->root, f->path), size);
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

/* The list's own entry: who reads the list has it const. */
static struct source_file *own_file(const struct source *s, const struct source_file *f)
{
	return &s->files[f - s->files];
}

bool source_keep(const struct source *s, struct arena *a, const struct source_file *f,
                 size_t max, struct bytes *out)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *path = path_join(&scratch, s->root, f->path);
	bool ok = s->tree || f->text.data ? source_read(s, a, f, max, out)
	                                  : file_read(a, path, max, out);
	int reason = errno;
	if (ok && !s->tree)
		own_file(s, f)->text = *out;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

struct bytes source_forget(const struct source *s, const struct source_file *f)
{
	struct bytes kept = s->tree ? (struct bytes){0} : f->text;
	if (!s->tree)
		own_file(s, f)->text = (struct bytes){0};
	return kept;
}
