#include "course/misnamed.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/map.h"
#include "course/find.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

/* Ends of names that are changed to ".md". */
/* clang-format off */
static const struct {
	const char *end;
	bool is_surely_a_page; /* whoever asks for it or not */
} ends[] = {
	{".md.txt", true}, {".markdown", true}, {".mdx", true}, {".mdown", true},
	{".MD", true}, {"", false},
};
/* clang-format on */

static const char *shown_path(const struct site *site, struct arena *a, const char *path)
{
	return path_join(a, site->config.content, path);
}

/* The length of a path without the end of a page's name, in whatever letters. */
static size_t stem_length(const char *path)
{
	size_t len = strlen(path);
	return len > 3 && strcasecmp(path + len - 3, ".md") == 0 ? len - 3 : len;
}

/* A file outside the content; it may be in a tree of git. */
static bool is_in_course(const struct site *site, const char *path)
{
	if (site->options->revision)
		return source_find(&site->folder, path) != NULL;
	return source_leads_inside(site->options->root, path);
}

/* README.md, CONTRIBUTING.md: a repository's own, whose place is not in the content. */
static bool is_of_repository(const char *name)
{
	size_t stem = strcspn(name, ".");
	for (size_t i = 0; i < stem; i++)
		if (name[i] >= 'a' && name[i] <= 'z')
			return false;
	return true;
}

/* Where the course's folder has the page that its content should have: under the same
 * path, or under its name alone. */
static const char *find_outside(const struct site *site, const char *path)
{
	const char *name = path_name(path);
	if (!*site->config.content || is_of_repository(name))
		return NULL;
	if (is_in_course(site, path))
		return path;
	return is_in_course(site, name) ? name : NULL;
}

struct misnamed misnamed_find(const struct site *site, struct arena *a, const char *path)
{
	size_t len = stem_length(path);
	struct misnamed m = {0};
	bool is_other_file = !path[len] && *path_extension(path); /* "plan.png" */
	if (len == 0 || path[len - 1] == '/' || is_other_file)
		return m;
	const char *page = arena_format(a, "%.*s.md", (int)len, path);
	for (size_t i = 0; i < COUNT(ends) && !m.found; i++) {
		const struct source_file *file = site_find_alike(
			site, arena_format(a, "%.*s%s", (int)len, path, ends[i].end));
		if (file && strcmp(path_extension(file->path), ".md") != 0)
			m.found = shown_path(site, a, file->path);
	}
	if (!m.found)
		m.found = find_outside(site, page);
	if (m.found)
		m.wanted = shown_path(site, a, page);
	return m;
}

void misnamed_cure(struct diag *d, const struct misnamed *m)
{
	size_t len = strlen(m->found) - strlen(path_name(m->found));
	bool is_beside =
		strncmp(m->found, m->wanted, len) == 0 && !strchr(m->wanted + len, '/');
	if (is_beside)
		diag_cure(d, (struct change){.at = {m->found, 0, 0},
		                             .old = "",
		                             .fresh = path_name(m->wanted),
		                             .renames = true});
}

/* The length of a name's end that hides a page; 0: none does. */
static size_t hiding_end(const char *path)
{
	size_t len = strlen(path);
	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t n = strlen(ends[i].end);
		bool has_end = len > n && strcasecmp(path + len - n, ends[i].end) == 0;
		if (has_end && ends[i].is_surely_a_page &&
		    strcmp(path + len - n, ".md") != 0)
			return n;
	}
	return 0;
}

void misnamed_check(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < site->source.n; i++) {
		const char *path = site->source.files[i].path;
		size_t n = hiding_end(path);
		if (n == 0 || path[0] == '.' || strstr(path, "/.") ||
		    map_find_string(&site->misread, path))
			continue;
		const char *page =
			arena_format(&scratch, "%.*s.md", (int)(strlen(path) - n), path);
		struct place at = {shown_path(site, &scratch, path), 0, 0};
		if (source_find(&site->source, page))
			continue;
		diag_report(site->diag, MSG_FILE_NO_PAGE, at, path + strlen(path) - n,
		            path_name(page), NULL);
		diag_cure(site->diag, (struct change){.at = at,
		                                      .old = "",
		                                      .fresh = path_name(page),
		                                      .renames = true});
	}
	arena_release(&scratch);
}
