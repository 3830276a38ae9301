#include "course/page_models.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "course/config.h"
#include "french/locale.h"
#include "words/diag.h"
#include "words/language.h"
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
static bool read_of_theme(const struct site *site, const char *name, struct bytes *out)
{
	const char *path =
		arena_format(site->arena, "%s/%s", site->config.theme_folder, name);
	return site_read_file(site, path, LARGEST_MODEL, out) || tell_failure(site, path);
}

static bool read_installed(const struct site *site, const char *theme, const char *name,
                           struct bytes *out)
{
	const char *inside = arena_format(site->arena, "themes/%s/%s", theme, name);
	const char *path = file_beside_program(site->arena, inside);
	return (path && file_read(site->arena, path, LARGEST_MODEL, out)) ||
	       tell_failure(site, inside);
}

static bool read_named(const struct site *site, enum model_origin origin,
                       const char *name, struct bytes *out)
{
	const char *theme = path_name(site->config.theme_folder);
	return origin == MODEL_OF_THEME       ? read_of_theme(site, name, out)
	       : origin == MODEL_OF_INSTALLED ? read_installed(site, theme, name, out)
	                                      : read_installed(site, "cours", name, out);
}

static bool read_at(const struct site *site, struct model_place place,
                    enum page_type type, struct bytes *out)
{
	static const char *const folders[N_LANGUAGES] = {"modeles", "modeles/en"};
	const char *name = arena_format(site->arena, "%s/%s.md", folders[place.lang],
	                                page_kinds[type].name);
	if (place.origin != MODEL_OF_COURSE)
		return read_named(site, place.origin, name, out);
	return place.lang == LANGUAGE_FR &&
	       read_own(site, page_model_own_path(site, type), out);
}

bool page_model_read(const struct site *site, struct model_place place,
                     enum page_type type, struct bytes *out)
{
	return read_at(site, place, type, out) &&
	       text_check(out->data, out->len) == out->len;
}

/* That in which the site's authors read. */
static enum language language_of(const struct site *site)
{
	const char *tag = site->config.language;
	return tag ? locale_of(tag)->messages : LANGUAGE_FR;
}

bool page_model_find(const struct site *site, enum page_type type, struct bytes *out)
{
	for (int i = 0; i < N_MODEL_ORIGINS; i++)
		for (int lang = (int)language_of(site); lang >= LANGUAGE_FR; lang--) {
			struct model_place place = {(enum model_origin)i,
			                            (enum language)lang};
			if (site->diag->has_unread)
				return false;
			if (page_model_read(site, place, type, out))
				return true;
		}
	return false;
}
