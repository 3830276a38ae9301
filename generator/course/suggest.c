#include "course/suggest.h"

#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/text.h"

struct paths {
	struct nearest *near; /* NULL: not filled yet */
	struct nearest *names;
	struct map by_name; /* what it is about -> the path, or `several` */
	struct arena *arena;
};

struct suggestions {
	struct arena arena; /* this process's; it holds this, too */
	const struct source *source;
	struct paths pages, assets;
};

struct suggestions *suggestions_open(const struct source *source)
{
	struct arena arena = ARENA_PRIVATE;
	struct suggestions *s = arena_alloc(&arena, sizeof *s);
	s->arena = arena;
	s->source = source;
	return s;
}

void suggestions_close(struct suggestions *s)
{
	if (!s)
		return;
	struct arena arena = s->arena;
	arena_release(&arena);
}

static struct paths paths_new(struct arena *a)
{
	return (struct paths){.near = nearest_new(a),
	                      .names = nearest_new(a),
	                      .by_name = map_new(a),
	                      .arena = a};
}

/* Stands for a name that several paths have: none of them is likelier. */
static const char several[] = "";

/* What a path is about, folded: its last part without its end, or the folder of a
 * README.md. */
static const char *subject(struct arena *a, const char *path)
{
	size_t len = strlen(path);
	const char *readme = "README.md";
	if (len >= strlen(readme) && strcmp(path + len - strlen(readme), readme) == 0)
		len -= strlen(readme);
	while (len > 0 && path[len - 1] == '/')
		len--;
	const char *name = path_name(arena_copy(a, path, len));
	const char *extension = path_extension(name);
	return text_fold(a, arena_copy(a, name, strlen(name) - strlen(extension)));
}

static void add_path(struct paths *paths, const char *path)
{
	const char *name = subject(paths->arena, path);
	nearest_add(paths->near, path);
	if (*name && !map_find_string(&paths->by_name, name))
		nearest_add(paths->names, name);
	if (*name)
		map_put_string(&paths->by_name, name,
		               map_find_string(&paths->by_name, name)
		                       ? (void *)(uintptr_t)several
		                       : (void *)(uintptr_t)path);
}

static void fill(struct suggestions *s)
{
	s->pages = paths_new(&s->arena);
	s->assets = paths_new(&s->arena);
	for (size_t i = 0; i < s->source->n; i++) {
		const char *path = s->source->files[i].path;
		bool is_page = strcmp(path_extension(path), ".md") == 0;
		add_path(is_page ? &s->pages : &s->assets, path);
	}
}

/* Whether two names have the same digits: "image-12" is never meant by "image-13". */
static bool has_same_digits(const char *a, const char *b)
{
	static const char digits[] = "0123456789";
	for (;; a++, b++) {
		a += strcspn(a, digits);
		b += strcspn(b, digits);
		if (!*a || *a != *b)
			return *a == *b;
	}
}

/* Whether one name was meant by the other: a slip for each four letters. Whole paths are
 * near where their folders are, whatever stands in them. */
static bool is_likely(const char *name, const char *other)
{
	size_t len = strlen(name), other_len = strlen(other);
	int reach = (int)((len < other_len ? len : other_len) / 4);
	return strcmp(name, other) == 0 || (has_same_digits(name, other) &&
	                                    text_distance(name, other, reach) <= reach);
}

/* The path of that name, or of the one that is nearest to it. */
static const char *path_called(const struct paths *paths, const char *name)
{
	const char *path = map_find_string(&paths->by_name, name);
	const char *near = path ? NULL : nearest_find(paths->names, name);
	if (near && is_likely(name, near))
		path = map_find_string(&paths->by_name, near);
	return path;
}

static const char *nearest_path(const struct paths *paths, const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *name = subject(&scratch, path);
	const char *nearest = nearest_find(paths->near, path);
	if (!nearest || !is_likely(name, subject(&scratch, nearest)))
		nearest = path_called(paths, name);
	arena_release(&scratch);
	return nearest == several ? NULL : nearest;
}

static struct suggestions *filled(const struct site *site)
{
	if (!site->suggestions->pages.near)
		fill(site->suggestions);
	return site->suggestions;
}

const char *suggest_page(const struct site *site, const char *path)
{
	return nearest_path(&filled(site)->pages, path);
}

const char *suggest_asset(const struct site *site, const char *path)
{
	return nearest_path(&filled(site)->assets, path);
}
