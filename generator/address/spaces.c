#include "address/spaces.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/docs.h"
#include "data/value.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

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

enum { MOST_NAMED = 8 };

/* What is typed to build a space: its folder from where the command was typed. */
static const char *typed_folder(const struct site *site, const char *folder)
{
	const char *root = site->options->root;
	const char *path =
		path_join(site->arena, strcmp(root, ".") == 0 ? "" : root,
	                  path_join(site->arena, site->config.content, folder));
	return text_shell_word(site->arena, path);
}

bool spaces_refuse(struct site *site)
{
	struct buf names = buf_new(site->arena);
	const char *first = NULL, *last = "";
	size_t n = 0;
	for (size_t i = 0; i < site->source.n; i++) {
		const struct source_file *file = &site->source.files[i];
		bool is_part = *last && text_starts(file->path, last); /* of that space */
		if (is_part || !is_other_summary(site, file))
			continue;
		char *folder = path_folder(site->arena, file->path);
		last = arena_string(site->arena, folder);
		folder[strlen(folder) - 1] = '\0';
		if (n++ == 0)
			first = folder;
		if (n <= MOST_NAMED)
			buf_add_format(&names, "%s%s", n > 1 ? ", " : "", folder);
	}
	if (n > MOST_NAMED)
		buf_add_string(&names, "…");
	/* One below a folder that says what it is may be a book of that course. */
	bool is_refused = n > (site->config.has_file ? 1 : 0);
	if (is_refused)
		diag_report(site->diag, MSG_SEVERAL_SPACES, (struct place){0},
		            buf_text(&names), typed_folder(site, first), NULL);
	return is_refused;
}

static void see_space(void *context, const struct value *space)
{
	struct site *site = context;
	struct arena scratch = ARENA_PRIVATE;
	const struct value *directory;
	const char *folder = docs_folder(&scratch, space, &directory);
	bool is_noted = folder &&
	                !*site->config.content && /* at its own table of contents */
	                source_find(&site->source, path_join(&scratch, folder, NAME));
	if (folder && strcmp(folder, site->config.content) != 0 && !is_noted)
		diag_report(site->diag, MSG_OTHER_SPACE,
		            (struct place){site->docs.path, directory->line,
		                           directory->column},
		            *folder ? folder : ".", NULL);
	arena_release(&scratch);
}

void spaces_record(struct site *site)
{
	record_summaries(site);
	docs_each(site, see_space, site);
}
