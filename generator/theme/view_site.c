#include <string.h>

#include "base/version.h"
#include "course/page_kinds.h"
#include "french/locale.h"
#include "theme/view_internal.h"
#include "words/labels.h"

#define SITE(name, expression)                                                           \
	static struct value site_##name(const void *self, void *env)                     \
	{                                                                                \
		const struct site *site = self;                                          \
		struct view *view = env;                                                 \
		(void)site, (void)view;                                                  \
		return expression;                                                       \
	}

SITE(title, value_text(site->config.title))
SITE(description, value_text(site->config.description))
SITE(language, value_text(site->config.language))
SITE(dir, value_text(locale_direction(site->config.language)))
SITE(url, value_text(site->config.url))
SITE(home, value_object(&view_page_type, site->home))
SITE(tree, view_whole_navigation(view))
SITE(menu, view_page_list(&site->menu, view))
SITE(repository_url, value_text(site->config.repository_url))
SITE(contact, value_text(site->config.contact))
SITE(contact_url, view_contact_url(view, NULL))
SITE(licence, value_text(site->config.licence))
SITE(accessibility, site->config.accessibility)
SITE(legal, site->config.legal)
SITE(privacy, site->config.privacy)
SITE(map_page, value_object(&view_page_type, site->map_page))
SITE(search_page, value_object(&view_page_type, site->search_page))
SITE(one_page, value_object(&view_page_type, site->one_page))
SITE(accessibility_page, value_object(&view_page_type, site->accessibility_page))
SITE(legal_page, value_object(&view_page_type, site->legal_page))
SITE(privacy_page, value_object(&view_page_type, site->privacy_page))
SITE(n_pages, value_int((int64_t)view->book->connected->n_published))
SITE(sheets, view_page_list(&view->book->connected->sheets, view))
SITE(cases, view_page_list(&view->book->connected->cases, view))
SITE(duration, value_int(view->book->connected->minutes))
SITE(generator, value_text("sommaire " SOMMAIRE_VERSION))

static struct value site_pages(const void *self, void *env)
{
	const struct site *site = self;
	struct view *view = env;
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	for (size_t i = 0; i < site->n_pages; i++)
		if (site->pages[i].state == STATE_PUBLISHED)
			value_list_add(view->arena, list,
			               value_object(&view_page_type, &site->pages[i]));
	return value_of_list(list);
}

/* Whether a page that the edition holds has a part of a kind. */
static bool has_part(const struct view *view, enum part_kind kind)
{
	for (size_t i = 0; i < view->site->n_listed; i++) {
		const struct body *body = &view->book->composed[i]->body;
		if (edition_page(view->edition, &view->site->pages[i]).is_outside)
			continue;
		for (size_t k = 0; k < body->n_parts; k++)
			if (body->parts[k].kind == kind)
				return true;
	}
	return false;
}

SITE(notes, value_bool(has_part(view, PART_NOTES)))
SITE(answers, value_bool(has_part(view, PART_ANSWER)))

static struct value site_glossaries(const void *self, void *env)
{
	const struct site *site = self;
	struct view *view = env;
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	for (size_t i = 0; i < site->n_listed; i++)
		if (site->pages[i].type == PAGE_GLOSSARY &&
		    site->pages[i].state == STATE_PUBLISHED &&
		    !edition_page(view->edition, &site->pages[i]).is_outside)
			value_list_add(view->arena, list,
			               value_object(&view_page_type, &site->pages[i]));
	return value_of_list(list);
}

/* The sentence that the law asks of a public body on every page: "Accessibilité : non
 * conforme". Nil where nobody claims anything. */
static struct value site_accessibility_label(const void *self, void *env)
{
	static const struct {
		const char *state;
		enum label label;
	} states[] = {{"non-conforme", LABEL_NOT_COMPLIANT},
	              {"partiellement-conforme", LABEL_PARTLY_COMPLIANT},
	              {"totalement-conforme", LABEL_FULLY_COMPLIANT}};
	const struct site *site = self;
	(void)env;
	const struct value *map = &site->config.accessibility;
	if (map->kind != VALUE_MAP && !site->config.is_public_body)
		return VALUE_NONE;
	const struct value_entry *state =
		map->kind == VALUE_MAP ? value_map_find(map->map, "etat", 4) : NULL;
	size_t i = COUNT(states) - 1;
	while (i > 0 && !(state && state->value.kind == VALUE_TEXT &&
	                  strcmp(state->value.text, states[i].state) == 0))
		i--;
	return value_text(site->labels->text[states[i].label]);
}

/* clang-format off */
static const struct value_field site_fields[] = {
	{"accessibility",       "map or nil",   site_accessibility},
	{"accessibility_label", "text or nil",  site_accessibility_label},
	{"accessibility_page",  "page or nil",  site_accessibility_page},
	{"answers",             "true or false", site_answers},
	{"cases",               "list of page", site_cases},
	{"contact",             "text or nil",  site_contact},
	{"contact_url",         "text or nil",  site_contact_url},
	{"description",         "text or nil",  site_description},
	{"dir",                 "text",         site_dir},
	{"duration",            "number",       site_duration},
	{"generator",           "text",         site_generator},
	{"glossaries",          "list of page", site_glossaries},
	{"home",                "page",         site_home},
	{"language",            "text",         site_language},
	{"legal",               "map or nil",   site_legal},
	{"legal_page",          "page or nil",  site_legal_page},
	{"licence",             "text or nil",  site_licence},
	{"map_page",            "page or nil",  site_map_page},
	{"menu",                "list of page", site_menu},
	{"n_pages",             "number",       site_n_pages},
	{"notes",               "true or false", site_notes},
	{"one_page",            "page or nil",  site_one_page},
	{"pages",               "list of page", site_pages},
	{"privacy",             "map or nil",   site_privacy},
	{"privacy_page",        "page or nil",  site_privacy_page},
	{"repository_url",      "text or nil",  site_repository_url},
	{"search_page",         "page or nil",  site_search_page},
	{"sheets",              "list of page", site_sheets},
	{"title",               "text",         site_title},
	{"tree",                "list of nav",  site_tree},
	{"url",                 "text or nil",  site_url},
};
/* clang-format on */

const struct value_type view_site_type = {"site", site_fields, COUNT(site_fields)};

static struct value theme_name(const void *self, void *env)
{
	(void)env;
	return value_text(((const struct theme *)self)->name);
}

static struct value theme_assets(const void *self, void *env)
{
	(void)env;
	return ((const struct theme *)self)->asset_paths;
}

static struct value theme_options(const void *self, void *env)
{
	(void)env;
	return ((const struct theme *)self)->options;
}

static const struct value_field theme_fields[] = {
	{"assets", "map", theme_assets},
	{"name", "text", theme_name},
	{"options", "map", theme_options},
};

const struct value_type view_theme_type = {"theme", theme_fields, COUNT(theme_fields)};

static struct value global_site(const void *self, void *env)
{
	(void)env;
	return value_object(&view_site_type, ((const struct view *)self)->site);
}

static struct value global_page(const void *self, void *env)
{
	(void)env;
	return value_object(&view_page_type, ((const struct view *)self)->page);
}

static struct value global_theme(const void *self, void *env)
{
	(void)env;
	return value_object(&view_theme_type, ((const struct view *)self)->theme);
}

static struct value global_labels(const void *self, void *env)
{
	(void)env;
	return ((const struct view *)self)->theme->labels;
}

static const struct value_field global_fields[] = {
	{"labels", "map", global_labels},
	{"page", "page", global_page},
	{"site", "site", global_site},
	{"theme", "theme", global_theme},
};

static const struct value_type globals_type = {"globals", global_fields,
                                               COUNT(global_fields)};

struct value view_globals(struct view *view)
{
	return value_object(&globals_type, view);
}

const struct value_type *const *view_types(size_t *n)
{
	static const struct value_type *const types[] = {&view_site_type, &view_page_type,
	                                                 &view_nav_type, &view_theme_type,
	                                                 &view_term_type};
	*n = COUNT(types);
	return types;
}
