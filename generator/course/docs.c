#include "course/docs.h"

#include <string.h>

#include "base/file.h"
#include "course/config.h"
#include "data/yaml.h"
#include "french/locale.h"

enum { LARGEST_DOCS = 1 << 20, DEEPEST = 16 };

/* What GitBook calls it, by the year. */
static const char *const names[] = {"docs.yaml", "gitbook-docs.yaml"};

static const struct value *child(const struct value *v, const char *key)
{
	const struct value_entry *e = v && v->kind == VALUE_MAP
	                                      ? value_map_find(v->map, key, strlen(key))
	                                      : NULL;
	return e ? &e->value : NULL;
}

static const char *text_of(const struct value *v)
{
	return v && v->kind == VALUE_TEXT && *v->text ? v->text : NULL;
}

void docs_read(struct site *site)
{
	struct bytes bytes;
	for (size_t i = 0; i < COUNT(names) && !site->docs.path; i++) {
		if (site_read_optional(site, names[i], LARGEST_DOCS, &bytes) !=
		    READING_DONE)
			continue;
		struct value whole = yaml_parse(site->arena, names[i], bytes.data,
		                                bytes.len, 1, site->diag);
		const struct value *of_site = child(&whole, "site");
		site->docs =
			(struct docs_file){names[i], of_site ? *of_site : VALUE_NONE};
	}
}

struct walk {
	void (*see)(void *context, const struct value *item);
	void *context;
};

/* Sections and groups hold spaces, and each other. */
static void walk_list(const struct walk *w, const struct value *list, int depth)
{
	static const char *const below[] = {"structure", "children", "spaces", "sections",
	                                    "items"};
	if (depth == DEEPEST || !list || list->kind != VALUE_LIST)
		return;
	for (size_t i = 0; i < list->list->n; i++) {
		const struct value *item = &list->list->items[i];
		w->see(w->context, item);
		for (size_t k = 0; k < COUNT(below); k++)
			walk_list(w, child(item, below[k]), depth + 1);
	}
}

void docs_each(const struct site *site,
               void (*see)(void *context, const struct value *item), void *context)
{
	struct walk w = {see, context};
	walk_list(&w, child(&site->docs.site, "structure"), 0);
}

const char *docs_folder(struct arena *a, const struct value *item,
                        const struct value **at)
{
	const struct value *directory = child(child(item, "content"), "directory");
	*at = directory;
	return directory && directory->kind == VALUE_TEXT
	               ? path_plain_folder(a, directory->text)
	               : NULL;
}

const char *docs_title(const struct site *site)
{
	return text_of(child(&site->docs.site, "title"));
}

struct search {
	const struct site *site;
	const struct value *language; /* of the space that the content is */
};

static void see_language(void *context, const struct value *item)
{
	struct search *s = context;
	const struct value *at, *language = child(child(item, "content"), "language");
	struct arena scratch = ARENA_PRIVATE;
	const char *folder = docs_folder(&scratch, item, &at);
	if (!language)
		language = child(item, "language");
	if (!s->language && text_of(language) && folder &&
	    strcmp(folder, s->site->config.content) == 0)
		s->language = language;
	arena_release(&scratch);
}

const char *docs_language(const struct site *site, struct place *at)
{
	struct search s = {.site = site};
	docs_each(site, see_language, &s);
	if (!s.language)
		s.language = child(&site->docs.site, "language");
	if (!text_of(s.language) || !locale_is_tag(text_of(s.language)))
		return NULL;
	*at = (struct place){site->docs.path, s.language->line, s.language->column};
	return s.language->text;
}
