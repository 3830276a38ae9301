#include "address/outputs.h"

#include <stdint.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

/* Stands for what is no page. */
static const struct page asset;

/* Kept from pages whatever the theme is: an address does not change with it. */
static const char *const reserved[] = {"404.html", "robots.txt", "sitemap.xml",
                                       "_redirects", "redirections.nginx.conf"};

/* The file behind an address: a folder's is its index. */
static const char *file_of(struct arena *a, const char *path)
{
	size_t len = strlen(path);
	return len == 0 || path[len - 1] == '/' ? path_join(a, path, "index.html") : path;
}

const struct page *outputs_find(struct outputs *o, const char *path)
{
	const char *file = text_fold(&o->arena, file_of(&o->arena, path));
	const struct page *found = map_find_string(&o->files, file);
	if (!found)
		found = map_find_string(&o->folders, file);
	for (const char *p = file; !found && (p = strchr(p, '/')); p++)
		found = map_find(&o->files, file, (size_t)(p - file));
	return found;
}

void outputs_take(struct outputs *o, const char *path, const struct page *page)
{
	const char *file = text_fold(&o->arena, file_of(&o->arena, path));
	void *owner = (void *)(uintptr_t)(page ? page : &asset);
	map_put_string(&o->files, file, owner);
	for (const char *p = file; (p = strchr(p, '/')); p++)
		if (!map_find(&o->folders, file, (size_t)(p - file)))
			map_put(&o->folders, file, (size_t)(p - file), owner);
}

void outputs_reserve(struct outputs *o, const char *path)
{
	struct page *named = arena_alloc(&o->arena, sizeof *named);
	named->title = arena_string(&o->arena, path);
	outputs_take(o, path, named);
}

const char *outputs_shortened(struct arena *a, const char *address, const char *kind)
{
	size_t len = strlen(address);
	if (len <= LONGEST_ADDRESS)
		return address;
	return arena_format(a, "%s-%016llx%s", kind,
	                    (unsigned long long)hash_bytes(address, len),
	                    address[len - 1] == '/' ? "/" : path_extension(address));
}

const char *outputs_choose(struct outputs *o, struct arena *a, const char *path,
                           size_t end, const struct page *page)
{
	const char *chosen = path;
	size_t stem = strlen(path) - end;
	uintptr_t i = (uintptr_t)map_find_string(&o->numbers, path);
	for (i += i == 0; outputs_find(o, chosen);) /* the second is number 2 */
		chosen = arena_format(&o->arena, "%.*s-%d%s", (int)stem, path, (int)++i,
		                      path + stem);
	if (chosen != path)
		map_put_string(&o->numbers, arena_string(&o->arena, path), (void *)i);
	outputs_take(o, chosen, page);
	return chosen == path ? path : arena_string(a, chosen);
}

void outputs_open(struct outputs *o)
{
	*o = (struct outputs){.arena = ARENA_PRIVATE};
	o->files = map_new(&o->arena);
	o->folders = map_new(&o->arena);
	o->numbers = map_new(&o->arena);
	for (size_t i = 0; i < COUNT(reserved); i++)
		outputs_reserve(o, reserved[i]);
}

void outputs_close(struct outputs *o)
{
	arena_release(&o->arena);
}
