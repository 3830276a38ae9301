#include "course/page_models.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "course/config.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/reason.h"

enum { LARGEST_MODEL = 64 << 10 };

const char *page_model_own_path(const struct site *site, enum page_type type)
{
	struct arena *a = site->arena;
	return path_join(a, site->config.content,
	                 arena_format(a, ".modeles/%s.md", page_kinds[type].name));
}

/* What is no file to read is no model; a machine that fails is told. */
static bool tell_failure(const struct site *site, const char *path)
{
	if (reason_is_of_machine(errno))
		diag_report_unread(site->diag, MSG_MACHINE_READ, path, errno);
	return false;
}

/* A link could lead to any file of the machine, which `new` would copy into the course.
 */
static bool read_own(const struct site *site, const char *path, struct bytes *out)
{
	const struct options *o = site->options;
	bool is_safe = o->revision || file_has_no_link(o->root, path);
	return (is_safe && site_read_file(site, path, LARGEST_MODEL, out)) ||
	       tell_failure(site, path);
}

/* The theme may stand behind links that stay in the course. */
static bool read_of_theme(const struct site *site, const char *type, struct bytes *out)
{
	const char *path = arena_format(site->arena, "%s/modeles/%s.md",
	                                site->config.theme_folder, type);
	return site_read_file(site, path, LARGEST_MODEL, out) || tell_failure(site, path);
}

static bool read_installed(const struct site *site, const char *theme, const char *type,
                           struct bytes *out)
{
	const char *name =
		arena_format(site->arena, "themes/%s/modeles/%s.md", theme, type);
	const char *path = file_beside_program(site->arena, name);
	return (path && file_read(site->arena, path, LARGEST_MODEL, out)) ||
	       tell_failure(site, name);
}

static bool read_at(const struct site *site, enum model_origin origin,
                    enum page_type type, struct bytes *out)
{
	const char *name = page_kinds[type].name;
	switch (origin) {
	case MODEL_OF_COURSE: return read_own(site, page_model_own_path(site, type), out);
	case MODEL_OF_THEME: return read_of_theme(site, name, out);
	case MODEL_OF_INSTALLED:
		return read_installed(site, path_name(site->config.theme_folder), name,
		                      out);
	case MODEL_OF_PROGRAM: return read_installed(site, "cours", name, out);
	case N_MODEL_ORIGINS: break;
	}
	return false;
}

bool page_model_read(const struct site *site, enum model_origin origin,
                     enum page_type type, struct bytes *out)
{
	return read_at(site, origin, type, out) &&
	       text_check(out->data, out->len) == out->len;
}

bool page_model_find(const struct site *site, enum page_type type, struct bytes *out)
{
	for (int origin = 0; origin < N_MODEL_ORIGINS && !site->diag->has_unread;
	     origin++)
		if (page_model_read(site, (enum model_origin)origin, type, out))
			return true;
	return false;
}
