#include "theme/theme.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "course/page_kinds.h"
#include "data/yaml.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/reason.h"

enum { LARGEST_ASSET = 64 << 20 };

/* A folder of the course takes the place of a theme of the program: its scripts run on
 * all pages, which whoever named a theme may not expect. */
static void tell_own(const struct theme *theme, struct site *site)
{
	struct arena *a = site->arena;
	const char *ours = file_beside_program(a, path_join(a, "themes", theme->name));
	if (!*theme->name || !ours || strchr(site->config.theme, '/'))
		return;
	const char *real = file_real_path(a, ours);
	const char *own =
		file_real_path(a, path_join(a, site->options->root, theme->folder));
	if (!own || !real || strcmp(own, real) != 0)
		diag_report(site->diag, MSG_THEME_OWN,
		            (struct place){theme->folder, 0, 0}, theme->name, NULL);
}

/* What is found of the course's own theme is told by paths from the course's folder. */
static bool open_folder(struct theme *theme, struct site *site, const char *root)
{
	size_t first = site->diag->n;
	bool ok = source_open_folder(&theme->source, site->arena, root, NULL, site->diag);
	diag_name_from(site->diag, first, site->options->root);
	return ok;
}

static bool open_source(struct theme *theme, struct site *site)
{
	const char *name = site->config.theme;
	bool is_path = strchr(name, '/') != NULL;
	const char *inside =
		is_path ? name : arena_format(site->arena, "themes/%s", name);
	const char *folder = site->config.theme_folder;
	theme->folder = inside;
	theme->name = path_name(folder);
	if (site->options->revision) {
		source_narrow(&theme->source, &site->folder, folder, site->arena);
		if (theme->source.n > 0) {
			tell_own(theme, site);
			return true;
		}
	}
	const char *supplied = path_join(site->arena, "themes", theme->name);
	const char *roots[] = {
		path_join(site->arena, site->options->root, folder),
		NULL, /* beside the program: asked for when it is needed */
	};
	for (size_t i = site->options->revision ? 1 : 0; i < COUNT(roots); i++) {
		errno = 0;
		if (i == 1 && *theme->name)
			roots[i] = file_beside_program(site->arena, supplied);
		if (roots[i] && file_is_folder(roots[i])) {
			if (i == 0)
				tell_own(theme, site);
			return open_folder(theme, site, roots[i]);
		}
		if (errno && reason_is_of_machine(errno)) {
			diag_report_unread(site->diag, MSG_MACHINE_LIST,
			                   i == 0     ? folder
			                   : roots[i] ? roots[i]
			                              : supplied,
			                   errno);
			return false;
		}
	}
	return false;
}

static bool read_file(struct theme *theme, struct site *site,
                      const struct source_file *file, struct bytes *out)
{
	if (source_read(&theme->source, site->arena, file, LARGEST_ASSET, out))
		return true;
	int reason = errno;
	diag_report_unread(site->diag, MSG_MACHINE_READ,
	                   path_join(site->arena, theme->folder, file->path), reason);
	return false;
}

/* "cours.css" as "assets/cours.1a2b3c4d.css": a new name whenever its bytes change. */
static const char *fingerprinted(struct arena *a, const char *name, struct bytes bytes)
{
	const char *extension = path_extension(name);
	return arena_format(
		a, "assets/%.*s.%08x%s", (int)(strlen(name) - strlen(extension)), name,
		(unsigned)(hash_bytes(bytes.data, bytes.len) & 0xffffffffu), extension);
}

static void add_template(struct theme *theme, struct site *site,
                         struct theme_files *files, const char *name,
                         const struct source_file *file)
{
	struct theme_file item = {.name = name, .output = name};
	if (!read_file(theme, site, file, &item.bytes))
		return;
	size_t valid = text_check(item.bytes.data, item.bytes.len);
	const char *shown = path_join(site->arena, theme->folder, file->path);
	if (valid < item.bytes.len) {
		diag_report(site->diag, MSG_BAD_UTF8, (struct place){shown, 0, 0}, NULL);
		return;
	}
	item.template = template_new(site->arena, shown, item.bytes.data, item.bytes.len);
	ARRAY_ADD(site->arena, files->items, files->n, files->cap, item);
}

static void add_asset(struct theme *theme, struct site *site, struct value_map *paths,
                      const char *name, const struct source_file *file)
{
	struct theme_file item = {.name = name};
	if (!read_file(theme, site, file, &item.bytes))
		return;
	item.output = fingerprinted(site->arena, name, item.bytes);
	value_map_add(site->arena, paths, name, value_text(item.output));
	ARRAY_ADD(site->arena, theme->assets.items, theme->assets.n, theme->assets.cap,
	          item);
}

static void list_files(struct theme *theme, struct site *site)
{
	struct value_map *paths = arena_alloc(site->arena, sizeof *paths);
	for (size_t i = 0; i < theme->source.n; i++) {
		const struct source_file *file = &theme->source.files[i];
		const char *path = file->path;
		if (text_starts(path, "layouts/"))
			add_template(theme, site, &theme->layouts, path + 8, file);
		else if (text_starts(path, "partials/"))
			add_template(theme, site, &theme->partials, path + 9, file);
		else if (text_starts(path, "extras/"))
			add_template(theme, site, &theme->extras, path + 7, file);
		else if (text_starts(path, "assets/"))
			add_asset(theme, site, paths, path + 7, file);
	}
	theme->asset_paths = value_of_map(paths);
}

void theme_open(struct theme *theme, struct site *site)
{
	*theme = (struct theme){0};
	theme->is_found = open_source(theme, site);
	if (theme->is_found)
		list_files(theme, site);
}

/* "head" names partials/head.html, or partials/head.xml … with its ending. */
static struct template *find_partial(void *context, const char *name)
{
	const struct theme *theme = context;
	const struct theme_file *file = map_find_string(&theme->partials_by_name, name);
	return file ? file->template : NULL;
}

static void index_partials(struct theme *theme, struct site *site)
{
	struct theme_files *p = &theme->partials;
	theme->partials_by_name = map_new(site->arena);
	theme->partial_names =
		arena_array(site->arena, p->n + 1, sizeof *theme->partial_names);
	for (size_t i = 0; i < p->n; i++) {
		const char *name = p->items[i].name, *extension = path_extension(name);
		const char *stem =
			arena_copy(site->arena, name, strlen(name) - strlen(extension));
		map_put_string(&theme->partials_by_name, name, &p->items[i]);
		map_put_string(&theme->partials_by_name, stem, &p->items[i]);
		theme->partial_names[i] = stem;
	}
}

static void parse_templates(struct theme *theme, struct site *site)
{
	struct theme_files *const kinds[] = {&theme->partials, &theme->layouts,
	                                     &theme->extras};
	static const char *const globals[] = {"site", "page", "theme", "labels"};
	theme->templates = (struct template_source){.find = find_partial,
	                                            .context = theme,
	                                            .partials = theme->partial_names,
	                                            .n_partials = theme->partials.n,
	                                            .globals = globals,
	                                            .n_globals = COUNT(globals)};
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t i = 0; i < kinds[k]->n; i++)
			template_parse(kinds[k]->items[i].template, &theme->templates,
			               site->diag);
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t i = 0; i < kinds[k]->n; i++)
			template_check(kinds[k]->items[i].template, site->diag);
}

struct value theme_read_yaml(struct theme *theme, struct site *site, const char *name)
{
	struct bytes bytes;
	const struct source_file *file = source_find(&theme->source, name);
	if (!file || !read_file(theme, site, file, &bytes))
		return VALUE_NONE;
	return yaml_parse(site->arena, path_join(site->arena, theme->folder, name),
	                  bytes.data, bytes.len, 1, site->diag);
}

static void read_options(struct theme *theme, struct site *site)
{
	static const struct value_map empty;
	struct value about = theme_read_yaml(theme, site, "theme.yml");
	const struct value_entry *options =
		about.kind == VALUE_MAP ? value_map_find(about.map, "options", 7) : NULL;
	theme->options = options && options->value.kind == VALUE_MAP
	                         ? options->value
	                         : value_of_map(&empty);
}

static struct theme_file *find_file(const struct theme_files *files, const char *name)
{
	for (size_t i = 0; i < files->n; i++)
		if (strcmp(files->items[i].name, name) == 0)
			return &files->items[i];
	return NULL;
}

/* False, with a report: the theme lacks a layout that nothing else stands for. */
static bool has_layout(const struct theme *theme, struct site *site, const char *name)
{
	if (find_file(&theme->layouts, name))
		return true;
	diag_report(site->diag, MSG_NO_LAYOUT, (struct place){0},
	            arena_format(site->arena, "%s/layouts/%s", theme->folder, name),
	            NULL);
	return false;
}

bool theme_has_layout_of(const struct theme *theme, enum page_type type)
{
	return find_file(&theme->layouts, page_kinds[type].layout) != NULL;
}

bool theme_read(struct theme *theme, struct site *site)
{
	if (!theme->is_found) {
		diag_report(site->diag, MSG_NO_THEME, (struct place){0},
		            site->config.theme, NULL);
		return false;
	}
	index_partials(theme, site);
	parse_templates(theme, site);
	read_options(theme, site);
	bool has_edition = !site->one_page ||
	                   has_layout(theme, site, page_kinds[PAGE_ONE_PAGE].layout);
	return has_layout(theme, site, "page.html") &&
	       (has_edition || site->options->edition == EDITION_SITE);
}

const struct template *theme_layout(const struct theme *theme, const struct site *site,
                                    const struct page *page)
{
	const struct theme_file *file =
		page == site->home ? find_file(&theme->layouts, "accueil.html") : NULL;
	if (!file)
		file = find_file(&theme->layouts, page_kinds[page->type].layout);
	if (!file)
		file = find_file(&theme->layouts, "page.html");
	return file ? file->template : NULL;
}

const struct template *theme_redirect(const struct theme *theme)
{
	const struct theme_file *file = find_file(&theme->layouts, "redirection.html");
	return file ? file->template : NULL;
}
