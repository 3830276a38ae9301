#include "report/places.h"

#include <string.h>

#include "base/file.h"

/* The folder that holds ".git", above a path without links or the path itself: how many
 * bytes of it that is. 0: there is none. */
static size_t find_top(struct arena *a, const char *path)
{
	for (size_t len = strlen(path); len > 0; len--) {
		bool is_whole = path[len] == '\0' || path[len] == '/';
		if (is_whole &&
		    file_exists(path_join(a, arena_copy(a, path, len), ".git")))
			return len;
	}
	return 0;
}

static const char *find_in_repository(struct arena *a, const char *folder)
{
	const char *real = file_real_path(a, *folder ? folder : ".");
	size_t top = real ? find_top(a, real) : 0;
	return top ? real + top + strspn(real + top, "/") : "";
}

/* "./cours/" as "cours"; what leads elsewhere stays as it was typed. */
static const char *plain_folder(struct arena *a, const char *root)
{
	while (root[0] == '.' && root[1] == '/')
		root += 1 + strspn(root + 1, "/");
	size_t len = strlen(root);
	while (len > 1 && root[len - 1] == '/')
		len--;
	return strcmp(root, ".") == 0 ? "" : arena_copy(a, root, len);
}

struct places places_of(struct arena *a, const struct options *o)
{
	struct places p = {.folder = plain_folder(a, o->root), .typed = o->baseline};
	p.in_repository = find_in_repository(a, p.folder);
	return p;
}

static const char *below(struct arena *a, const char *folder, const char *path)
{
	bool is_below = folder && *folder && *path != '/';
	return is_below ? path_join(a, folder, path) : path;
}

const char *places_here(struct arena *a, const struct places *p, const char *path)
{
	bool is_typed = p->typed && strcmp(path, p->typed) == 0;
	if (strcmp(path, ".") == 0)
		return p->folder && *p->folder ? p->folder : path;
	return is_typed ? path : below(a, p->folder, path);
}

const char *places_in_repository(struct arena *a, const struct places *p,
                                 const char *path)
{
	return below(a, p->in_repository, path);
}
