#include "check/unread.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/mem.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

static const char SITE[] = "site.yml", GITBOOK[] = ".gitbook.yaml",
		  SEARCH[] = "recherche.yml";

/* Names that people give to files of settings. */
static const struct {
	const char *name, *read;
} nearly[] = {{"site.yaml", SITE},
              {"Site.yml", SITE},
              {"SITE.yml", SITE},
              {"Site.yaml", SITE},
              {"site.YML", SITE},
              {".site.yml", SITE},
              {".site.yaml", SITE},
              {"_site.yml", SITE},
              {"_site.yaml", SITE},
              {"sites.yml", SITE},
              {"site.yml.txt", SITE},
              {"site.yaml.txt", SITE},
              {"site.yml.yml", SITE},
              {".gitbook.yml", GITBOOK},
              {"gitbook.yaml", GITBOOK},
              {"gitbook.yml", GITBOOK},
              {"_gitbook.yaml", GITBOOK},
              {".Gitbook.yaml", GITBOOK},
              {".GitBook.yaml", GITBOOK},
              {".gitbook.json", GITBOOK},
              {".gitbook.yaml.txt", GITBOOK},
              {"recherche.yaml", SEARCH},
              {"Recherche.yml", SEARCH},
              {"recherches.yml", SEARCH},
              {"recherche.yml.txt", SEARCH}};

/* Whether the course's folder has a file; it may be a tree of git. */
static bool is_in_course(const struct site *site, const char *path)
{
	if (site->options->revision)
		return source_find(&site->folder, path) != NULL;
	return source_leads_inside(site->options->root, path);
}

static void report(struct site *site, const char *path, const char *read)
{
	enum message told =
		is_in_course(site, read) ? MSG_NAME_UNREAD_BESIDE : MSG_NAME_UNREAD;
	diag_report(site->diag, told, (struct place){path, 0, 0}, read, NULL);
}

/* A disk without capitals finds one file under several names. */
static bool is_same_file(const struct site *site, const char *name, const char *read)
{
	return strcasecmp(name, read) == 0 && is_in_course(site, read);
}

static void check_settings(struct site *site)
{
	for (size_t i = 0; i < COUNT(nearly); i++)
		if (is_in_course(site, nearly[i].name) &&
		    !is_same_file(site, nearly[i].name, nearly[i].read))
			report(site, nearly[i].name, nearly[i].read);
	const char *const own[] = {SITE, GITBOOK, SEARCH};
	for (size_t i = 0; *site->config.content && i < COUNT(own); i++)
		if (source_find(&site->source, own[i]))
			report(site, path_join(site->arena, site->config.content, own[i]),
			       own[i]);
}

static bool is_nearly_readme(const struct site *site, const char *path)
{
	const char *name = path_name(path);
	if (strcasecmp(name, "README.md") != 0 || strcmp(name, "README.md") == 0 ||
	    path[0] == '.' || strstr(path, "/."))
		return false;
	struct arena scratch = ARENA_PRIVATE;
	const char *right = path_join(&scratch, path_folder(&scratch, path), "README.md");
	bool is_alone = !source_find(&site->source, right);
	arena_release(&scratch);
	return is_alone;
}

void unread_check(struct site *site)
{
	check_settings(site);
	for (size_t i = 0; i < site->source.n; i++) {
		const struct source_file *file = &site->source.files[i];
		const struct page *page = site_page_of(site, file);
		if (page && page->entry && page != site->home &&
		    is_nearly_readme(site, file->path))
			diag_report(site->diag, MSG_README_CASE,
			            (struct place){path_join(site->arena,
			                                     site->config.content,
			                                     file->path),
			                           0, 0},
			            "README.md", NULL);
	}
}
