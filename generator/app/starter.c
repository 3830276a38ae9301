#include "app/starter.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "report/report.h"
#include "source/source.h"
#include "words/diag.h"

bool starter_look(struct starting *s, struct arena *a, const char *folder,
                  enum language lang)
{
	struct diag d = {.arena = a};
	struct source files;
	*s = (struct starting){0};
	if (!file_exists(folder))
		return true;
	bool ok = source_open_folder(&files, a, folder, NULL, &d) && !d.has_unread;
	for (size_t i = 0; ok && i < files.n; i++)
		s->has_pages |= !text_starts(files.files[i].path, "build/") &&
		                text_same(path_extension(files.files[i].path), ".md");
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
