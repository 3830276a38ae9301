#include "app/starter.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "report/report.h"
#include "source/source.h"
#include "words/diag.h"

static bool is_summary(const char *path)
{
	return text_same(path_name(path), "summary.md");
}

/* Whether a folder is below one that is a course already: then it is a part of it. */
static bool is_inside(const struct starting *s, const char *last, const char *folder)
{
	return s->n_courses > 0 && text_starts(folder, last);
}

static void look_at(struct starting *s, struct buf *names, const char **last,
                    const char *path)
{
	struct arena *a = names->arena;
	if (text_starts(path, "build/"))
		return;
	s->has_pages |= text_same(path_extension(path), ".md");
	char *folder = path_folder(a, path);
	if (!is_summary(path) || is_inside(s, *last, folder))
		return;
	s->has_summary |= !*folder;
	if (!*folder)
		return;
	*last = arena_string(a, folder);
	folder[strlen(folder) - 1] = '\0';
	s->first_course = s->n_courses ? s->first_course : folder;
	buf_add_format(names, "%s%s", s->n_courses ? ", " : "", folder);
	s->n_courses++;
}

bool starter_look(struct starting *s, struct arena *a, const char *folder,
                  enum language lang)
{
	struct diag d = {.arena = a};
	struct source files;
	struct buf names = buf_new(a);
	const char *last = "";
	*s = (struct starting){0};
	if (!file_exists(folder))
		return true;
	bool ok = source_open_folder(&files, a, folder, NULL, &d) && !d.has_unread;
	for (size_t i = 0; ok && i < files.n; i++)
		look_at(s, &names, &last, files.files[i].path);
	s->courses = buf_text(&names);
	source_close(&files);
	diag_keep_unread(&d);
	if (!ok && d.n)
		report_alone(lang, d.findings, stderr);
	return ok;
}

bool starter_list(struct arena *a, const char *folder, const char ***paths, size_t *n)
{
	struct diag d = {.arena = a};
	struct source files;
	if (!source_open_folder(&files, a, folder, NULL, &d))
		return false;
	*paths = arena_array(a, files.n + 1, sizeof **paths);
	*n = files.n;
	for (size_t i = 0; i < files.n; i++)
		(*paths)[i] = arena_string(a, files.files[i].path);
	source_close(&files);
	return files.n > 0 && !d.has_unread;
}
