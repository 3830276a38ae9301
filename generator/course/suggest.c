#include "course/suggest.h"

#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/nearest.h"

struct paths {
	struct nearest *near; /* NULL: not filled yet */
	struct map by_name;   /* last part -> the first path that ends so */
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
	return (struct paths){.near = nearest_new(a), .by_name = map_new(a)};
}

/* Each folder has a README.md: to have one is to say nothing. */
static void add_path(struct paths *paths, const char *path)
{
	const char *name = path_name(path);
	nearest_add(paths->near, path);
	if (strcmp(name, "README.md") != 0 && !map_find_string(&paths->by_name, name))
		map_put_string(&paths->by_name, name, (void *)(uintptr_t)path);
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

static const char *nearest_path(const struct paths *paths, const char *path)
{
	const char *nearest = nearest_find(paths->near, path);
	return nearest ? nearest : map_find_string(&paths->by_name, path_name(path));
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
