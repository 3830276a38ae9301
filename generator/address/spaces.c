#include "address/spaces.h"

#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "course/config.h"
#include "data/value.h"
#include "data/yaml.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

enum { LARGEST_DOCS = 1 << 20, DEEPEST = 16 };

static const char NAME[] = "SUMMARY.md";

/* Whether a file is another space's table of contents, which no entry of ours lists. */
static bool is_other_summary(const struct site *site, const struct source_file *file)
{
	const char *path = file->path;
	bool is_hidden = path[0] == '.' || strstr(path, "/.");
	return !is_hidden && path_name(path) > path &&
	       strcmp(path_name(path), NAME) == 0 &&
	       strcmp(path, site->config.summary) != 0;
}

bool spaces_own(const struct site *site, const char *path)
{
	struct arena scratch = ARENA_PRIVATE;
	bool found = false;
	for (const char *p = path; !found && (p = strchr(p, '/')); p++) {
		const char *folder = arena_copy(&scratch, path, (size_t)(p - path));
		const struct source_file *file =
			source_find(&site->source, path_join(&scratch, folder, NAME));
		found = file && is_other_summary(site, file);
	}
	arena_release(&scratch);
	return found;
}

static void record_summaries(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < site->source.n; i++) {
		const struct source_file *file = &site->source.files[i];
		const struct page *page = site_page_of(site, file);
		if (!is_other_summary(site, file) ||
		    (page && page_is_published(site, page)))
			continue;
		const char *shown = path_join(&scratch, site->config.content, file->path);
		const char *folder = path_folder(&scratch, shown);
		diag_report(site->diag, MSG_OTHER_SPACE, (struct place){shown, 0, 0},
		            arena_copy(&scratch, folder, strlen(folder) - 1), NULL);
	}
	arena_release(&scratch);
}

static const struct value *child(const struct value *v, const char *key)
{
	const struct value_entry *e = v && v->kind == VALUE_MAP
	                                      ? value_map_find(v->map, key, strlen(key))
	                                      : NULL;
	return e ? &e->value : NULL;
}

/* "./guides/" and "/guides" as "guides". */
static const char *plain_folder(struct arena *a, const char *path)
{
	const char *plain = path_resolve(a, "", path);
	size_t len = plain ? strlen(plain) : 0;
	while (len > 0 && plain[len - 1] == '/')
		len--;
	return plain ? arena_copy(a, plain, len) : NULL;
}

static void record_space(struct site *site, const struct value *space)
{
	struct arena scratch = ARENA_PRIVATE;
	const struct value *directory = child(child(space, "content"), "directory");
	const char *folder = directory && directory->kind == VALUE_TEXT
	                             ? plain_folder(&scratch, directory->text)
	                             : NULL;
	bool is_noted = folder &&
	                !*site->config.content && /* at its own table of contents */
	                source_find(&site->source, path_join(&scratch, folder, NAME));
	if (folder && strcmp(folder, site->config.content) != 0 && !is_noted)
		diag_report(
			site->diag, MSG_OTHER_SPACE,
			(struct place){"docs.yaml", directory->line, directory->column},
			*folder ? folder : ".", NULL);
	arena_release(&scratch);
}

/* Sections and groups hold spaces, and each other. */
static void record_structure(struct site *site, const struct value *list, int depth)
{
	static const char *const below[] = {"structure", "spaces", "sections", "items"};
	for (size_t i = 0;
	     depth < DEEPEST && list && list->kind == VALUE_LIST && i < list->list->n;
	     i++) {
		const struct value *item = &list->list->items[i];
		record_space(site, item);
		for (size_t k = 0; k < COUNT(below); k++)
			record_structure(site, child(item, below[k]), depth + 1);
	}
}

void spaces_record(struct site *site)
{
	struct bytes bytes;
	record_summaries(site);
	if (site_read_optional(site, "docs.yaml", LARGEST_DOCS, &bytes) != READING_DONE)
		return;
	struct value docs = yaml_parse(site->arena, "docs.yaml", bytes.data, bytes.len, 1,
	                               site->diag);
	record_structure(site, child(child(&docs, "site"), "structure"), 0);
}
