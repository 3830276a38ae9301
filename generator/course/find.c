#include "course/find.h"

#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"

static const struct source_file *find_exact(const struct site *site, const char *path)
{
	const struct source_file *f = source_find(&site->source, path);
	if (f)
		return f;
	struct arena scratch = ARENA_PRIVATE;
	const char *nfc = text_nfc(&scratch, path);
	if (nfc != path)
		f = source_find(&site->source, nfc);
	if (!f)
		f = map_find_string(&site->source.by_nfc, nfc);
	arena_release(&scratch);
	return f;
}

const struct source_file *site_find_file(const struct site *site, const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	size_t len = strlen(path);
	bool is_folder = len == 0 || path[len - 1] == '/';
	const char *readme =
		site->config.readme && len == 0 ? site->config.readme : "README.md";
	const struct source_file *f = is_folder ? NULL : find_exact(site, path);
	if (!f && is_folder)
		f = find_exact(site, arena_format(&scratch, "%s%s", path, readme));
	if (!f && !is_folder)
		f = find_exact(site, arena_format(&scratch, "%s/README.md", path));
	if (!f && !is_folder)
		f = find_exact(site, arena_format(&scratch, "%s.md", path));
	if (!f && is_folder && len > 0)
		f = find_exact(site,
		               arena_format(&scratch, "%.*s.md", (int)len - 1, path));
	if (!f && len > 3 &&
	    strcmp(path + len - 3, ".md") ==
	            0) { /* X.md moved to X/README.md, and back */
		const char *stem = arena_copy(&scratch, path, len - 3);
		f = find_exact(site, arena_format(&scratch, "%s/README.md", stem));
		if (!f && len > 10 && strcmp(path + len - 10, "/README.md") == 0)
			f = find_exact(site, arena_format(&scratch, "%.*s.md",
			                                  (int)len - 10, path));
	}
	arena_release(&scratch);
	return f;
}

const struct source_file *site_find_alike(const struct site *site, const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	const struct source_file *f =
		map_find_string(&site->by_folded, text_fold(&scratch, path));
	arena_release(&scratch);
	return f;
}

bool path_is_page(const char *text, size_t len)
{
	return len > 3 && memcmp(text + len - 3, ".md", 3) == 0 &&
	       !memchr(text, ' ', len);
}

bool path_names_file(const char *path, const char *file)
{
	size_t len = strlen(path);
	if (strcmp(path, file) == 0)
		return true;
	while (len > 0 && path[len - 1] == '/')
		len--;
	bool is_inside = strncmp(path, file, len) == 0 && (len == 0 || file[len] == '/');
	return is_inside && strcmp(file + len + (len > 0), "README.md") == 0;
}

struct map site_map_unlisted(const struct site *site, struct arena *a)
{
	struct map m = map_new(a);
	for (size_t i = 0; i < site->n_unlisted; i++)
		map_put_string(&m, site->unlisted[i].shown_path, &site->unlisted[i]);
	return m;
}
