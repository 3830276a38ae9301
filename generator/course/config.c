#include "course/config.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "course/keys.h"
#include "data/url.h"
#include "data/value.h"
#include "data/yaml.h"
#include "french/locale.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/reason.h"

enum { LARGEST_CONFIG = 1 << 20 };

/* What site.yml says; a copy of struct config's own fields and of nested maps. */
struct site_file {
	struct config config;
	struct value repository;
	int addresses;
};

static const char *addresses_word(size_t number)
{
	static const char *const words[] = {"gitbook", "fichiers"};
	return number < COUNT(words) ? words[number] : NULL;
}

const char *const edition_names[N_EDITIONS + 1] = {
	[EDITION_SITE] = "site", [EDITION_ONE_PAGE] = "une-page"};

/* Those beside the site, which is always made. */
static const char *edition_word(size_t number)
{
	return number + 1 < N_EDITIONS ? edition_names[number + 1] : NULL;
}

#define FIELD(name) offsetof(struct site_file, config.name)
/* clang-format off */
static const struct key site_keys[] = {
	{"title",        KEY_TEXT, FIELD(title), NULL},
	{"description",  KEY_TEXT, FIELD(description), NULL},
	{"url",          KEY_TEXT, FIELD(url), NULL},
	{"language",     KEY_LANGUAGE, FIELD(language), NULL},
	{"editions",     KEY_WORDS, FIELD(editions), edition_word},
	{"content",      KEY_TEXT, FIELD(content), NULL},
	{"theme",        KEY_TEXT, FIELD(theme), NULL},
	{"addresses",    KEY_CHOICE, offsetof(struct site_file, addresses), addresses_word},
	{"repository",   KEY_MAP,  offsetof(struct site_file, repository), NULL},
	{"authors",      KEY_BOOL, FIELD(wants_authors), NULL},
	{"typography",   KEY_BOOL, FIELD(wants_typography), NULL},
	{"glossary",     KEY_BOOL, FIELD(wants_glossary), NULL},
	{"contact",      KEY_CONTACT, FIELD(contact), NULL},
	{"licence",      KEY_TEXT, FIELD(licence), NULL},
	{"accessibilite", KEY_MAP, FIELD(accessibility), NULL},
	{"mentions-legales", KEY_MAP, FIELD(legal), NULL},
	{"donnees-personnelles", KEY_MAP, FIELD(privacy), NULL},
	{"menu",         KEY_LIST, FIELD(menu), NULL},
	{"checks",       KEY_MAP,  FIELD(checks), NULL},
	{"baseline",     KEY_TEXT, FIELD(baseline), NULL},
	{"aide",         KEY_SITE, FIELD(help), NULL},
	{"redirects",    KEY_MAP,  FIELD(redirects), NULL},
	{"spaces",       KEY_MAP,  FIELD(spaces), NULL},
	{"organisme-public", KEY_BOOL, FIELD(is_public_body), NULL},
	{"espaces",      KEY_LIST, KEY_UNKEPT, NULL}, /* see `coming` */
	{"jumeaux",      KEY_BOOL, KEY_UNKEPT, NULL},
	{"search",       KEY_BOOL, FIELD(wants_search), NULL},
};
#undef FIELD

/* Keys of site.yml that have their meaning, and nothing in this version that acts by them. */
static const char *const coming[] = {"espaces", "jumeaux"};

static const struct key repository_keys[] = {
	{"url",    KEY_SITE, offsetof(struct config, repository_url), NULL},
	{"branch", KEY_TEXT, offsetof(struct config, repository_branch), NULL},
};

struct gitbook_file {
	const char *root;
	struct value structure, redirects;
	const char *readme, *summary;
};

static const struct key gitbook_keys[] = {
	{"root",      KEY_TEXT, offsetof(struct gitbook_file, root), NULL},
	{"structure", KEY_MAP,  offsetof(struct gitbook_file, structure), NULL},
	{"redirects", KEY_MAP,  offsetof(struct gitbook_file, redirects), NULL},
};

static const struct key structure_keys[] = {
	{"readme",  KEY_TEXT, offsetof(struct gitbook_file, readme), NULL},
	{"summary", KEY_TEXT, offsetof(struct gitbook_file, summary), NULL},
};
/* clang-format on */

const struct key_table *config_tables(size_t *n)
{
	static const struct key_table tables[] = {
		{"site.yml", site_keys, COUNT(site_keys)},
		{"repository", repository_keys, COUNT(repository_keys)},
		{".gitbook.yaml", gitbook_keys, COUNT(gitbook_keys)},
		{"structure", structure_keys, COUNT(structure_keys)},
	};
	*n = COUNT(tables);
	return tables;
}

bool site_leads_outside(const struct site *site, const char *path)
{
	if (site->options->revision)
		return source_is_outside(&site->folder, path);
	return !source_leads_inside(site->options->root, path) && errno == EXDEV;
}

bool site_read_file(const struct site *site, const char *path, size_t max,
                    struct bytes *out)
{
	if (site->options->revision) {
		const struct source_file *file = source_find(&site->folder, path);
		errno = site_leads_outside(site, path) ? EXDEV : ENOENT;
		return file && source_read(&site->folder, site->arena, file, max, out);
	}
	if (!source_leads_inside(site->options->root, path))
		return false;
	struct arena scratch = ARENA_PRIVATE;
	bool ok = file_read(site->arena, path_join(&scratch, site->options->root, path),
	                    max, out);
	int reason = errno;
	arena_release(&scratch);
	errno = reason;
	return ok;
}

enum reading site_read_optional(const struct site *site, const char *path, size_t max,
                                struct bytes *out)
{
	if (site_read_file(site, path, max, out))
		return READING_DONE;
	if (reason_is_absence(errno))
		return READING_ABSENT;
	if (errno == EXDEV)
		diag_report(site->diag, MSG_LEADS_OUTSIDE, (struct place){path, 0, 0},
		            path, NULL);
	else
		diag_report_unread(site->diag, MSG_MACHINE_READ, path, errno);
	return READING_FAILED;
}

static struct value read_yaml(struct site *site, const char *path)
{
	struct bytes bytes;
	if (site_read_optional(site, path, LARGEST_CONFIG, &bytes) != READING_DONE)
		return VALUE_NONE;
	site->config.has_file |= strcmp(path, "site.yml") == 0;
	return yaml_parse(site->arena, path, bytes.data, bytes.len, 1, site->diag);
}

/* The folder that a key names, from the course's. One that leads out is reported, and ""
 * stands for it; of one that is missing nothing is said here. */
static const char *course_folder(struct site *site, const char *path, struct place at)
{
	const char *plain = path_plain_folder(site->arena, path);
	bool is_outside = !plain || source_passes_over_path(plain) ||
	                  site_leads_outside(site, plain);
	if (is_outside)
		diag_report(site->diag, MSG_LEADS_OUTSIDE, at, path, NULL);
	return is_outside ? "" : plain;
}

/* The path of a file that `structure` names, from the content: GitBook starts there. One
 * that stands elsewhere is reported, and the usual one is read. */
static const char *structure_path(struct site *site, const struct value *structure,
                                  const char *key, const char *written, const char *usual)
{
	struct arena *a = site->arena;
	const char *content = site->config.content;
	size_t len = strlen(content);
	const char *whole =
		path_resolve(a, *content ? arena_format(a, "%s/", content) : "", written);
	if (whole && len == 0)
		return whole;
	if (whole && strncmp(whole, content, len) == 0 && whole[len] == '/')
		return whole + len + 1;
	const struct value_entry *e = value_map_find(structure->map, key, strlen(key));
	diag_report(site->diag, MSG_STRUCTURE_OUTSIDE,
	            (struct place){".gitbook.yaml", e->value.line, e->value.column},
	            written, usual, NULL);
	return usual;
}

/* Where the value of a key of a file stands; nowhere, when it says nothing. */
static struct place place_of_key(const char *path, struct value file, const char *key)
{
	const struct value_entry *e = file.kind == VALUE_MAP
	                                      ? value_map_find(file.map, key, strlen(key))
	                                      : NULL;
	return e ? (struct place){path, e->value.line, e->value.column}
	         : (struct place){0};
}

/* Reads .gitbook.yaml; the place of the content that it names. */
static struct place read_gitbook_file(struct site *site, const char **root)
{
	static const char readme[] = "README.md", summary[] = "SUMMARY.md";
	struct config *c = &site->config;
	struct gitbook_file g = {.root = *root, .readme = readme, .summary = summary};
	struct value v = read_yaml(site, ".gitbook.yaml");
	keys_read(gitbook_keys, COUNT(gitbook_keys), v, &g, ".gitbook.yaml", site->arena,
	          site->diag);
	keys_read(structure_keys, COUNT(structure_keys), g.structure, &g, ".gitbook.yaml",
	          site->arena, site->diag);
	c->content = path_plain_folder(site->arena, g.root);
	c->content = c->content ? c->content : "";
	c->readme = structure_path(site, &g.structure, "readme", g.readme, readme);
	c->summary = structure_path(site, &g.structure, "summary", g.summary, summary);
	const struct value_entry *named =
		g.structure.kind == VALUE_MAP
			? value_map_find(g.structure.map, "summary", 7)
			: NULL;
	if (named && c->summary != summary)
		c->summary_at = (struct place){".gitbook.yaml", named->value.line,
		                               named->value.column};
	c->gitbook_redirects = g.redirects;
	*root = g.root;
	return place_of_key(".gitbook.yaml", v, "root");
}

/* The path of an address, with both slashes: "https://a.fr/b" gives "/b/". */
static const char *base_path(struct arena *a, const char *url)
{
	const char *host = strstr(url, "://");
	const char *path = host ? strchr(host + 3, '/') : NULL;
	if (!path)
		return "/";
	size_t len = strlen(path);
	return path[len - 1] == '/' ? path : arena_format(a, "%s/", path);
}

static void settle_url(struct site *site, const char *url, struct place at)
{
	struct config *c = &site->config;
	bool is_site = url && url_is_site(url);
	if (url && !is_site)
		keys_report(site->diag, at, "url", SAY_WANTS_URL);
	c->url = NULL;
	c->base_path = "/";
	if (!is_site)
		return;
	const char *written = url;
	url = url_collapse(site->arena, url);
	if (url != written)
		diag_report(site->diag, MSG_URL_SLASHES, at, written, url, NULL);
	size_t len = strlen(url);
	c->url = url[len - 1] == '/' ? url : arena_format(site->arena, "%s/", url);
	c->base_path = base_path(site->arena, c->url);
}

/* The folder below which a forge publishes a repository: its name; NULL: it is none of
 * these, or has a domain to itself ("organisation.github.io"). */
static const char *forge_folder(struct arena *a, const char *url)
{
	static const char *const hosts[] = {"https://github.com/", "https://gitlab.com/",
	                                    "https://codeberg.org/"};
	bool is_forge = false;
	for (size_t i = 0; url && i < COUNT(hosts); i++)
		is_forge |= text_starts(url, hosts[i]);
	if (!is_forge)
		return NULL;
	size_t len = strlen(url);
	while (url[len - 1] == '/')
		len--;
	const char *name = path_name(arena_copy(a, url, len));
	len = strlen(name);
	if (len > 4 && strcmp(name + len - 4, ".git") == 0)
		name = arena_copy(a, name, len - 4);
	return strchr(name, '.') ? NULL : name;
}

static const char *theme_folder(struct site *site, struct place at)
{
	const char *name = site->config.theme;
	bool is_path = strchr(name, '/') != NULL;
	const char *path = is_path ? name : path_join(site->arena, "themes", name);
	return course_folder(site, path, at);
}

static void report_coming(struct diag *d, struct value file)
{
	for (size_t i = 0; i < COUNT(coming); i++) {
		struct place at = place_of_key("site.yml", file, coming[i]);
		if (at.path)
			diag_report(d, MSG_KEY_COMING, at, coming[i], NULL);
	}
}

/* Where other spaces of GitBook are: below an address, or in a folder of this site. What
 * is neither is reported, and leads nowhere. */
static void check_spaces(struct site *site)
{
	struct value spaces = site->config.spaces;
	for (size_t i = 0; spaces.kind == VALUE_MAP && i < spaces.map->n; i++) {
		struct value_entry *e = &spaces.map->entries[i];
		const char *text = e->value.kind == VALUE_TEXT ? e->value.text : "";
		if (url_is_site(text) || url_is_folder(text))
			continue;
		int line = e->value.line ? e->value.line : e->line;
		int column = e->value.line ? e->value.column : e->column;
		keys_report(site->diag, (struct place){"site.yml", line, column}, e->key,
		            SAY_WANTS_SPACE);
		e->value = VALUE_NONE;
	}
}

static void check_addresses(struct site *site)
{
	const struct config *c = &site->config;
	const struct value maps[] = {c->accessibility, c->legal, c->privacy};
	for (size_t i = 0; i < COUNT(maps); i++)
		for (size_t k = 0; maps[i].kind == VALUE_MAP && k < maps[i].map->n; k++)
			keys_check_addresses(&maps[i].map->entries[k], "site.yml",
			                     site->arena, site->diag);
	check_spaces(site);
}

/* The command line's, site.yml's, or French until something else is found. */
static void settle_language(struct site *site, struct place at)
{
	struct config *c = &site->config;
	const char *asked = site->options->language;
	c->language_from = asked || c->language ? LANGUAGE_SAID : LANGUAGE_ASSUMED;
	c->language = asked ? asked : c->language ? c->language : "fr";
	c->messages = locale_of(c->language)->messages;
	c->language_at = asked ? (struct place){0} : at;
}

void config_read(struct site *site)
{
	struct config *c = &site->config;
	*c = (struct config){.theme = "cours",
	                     .language = "fr",
	                     .repository_branch = "main",
	                     .wants_search = true,
	                     .wants_typography = true,
	                     .wants_glossary = true};
	const char *content = "";
	struct place content_at = read_gitbook_file(site, &content);
	struct value v = read_yaml(site, "site.yml");
	struct site_file file = {.config = *c};
	file.config.content = content;
	file.config.language = NULL;
	keys_read(site_keys, COUNT(site_keys), v, &file, "site.yml", site->arena,
	          site->diag);
	report_coming(site->diag, v);
	*c = file.config;
	keys_read(repository_keys, COUNT(repository_keys), file.repository, c, "site.yml",
	          site->arena, site->diag);
	check_addresses(site);
	c->addresses = file.addresses == 1 ? ADDRESSES_FILES : ADDRESSES_GITBOOK;
	struct place at = place_of_key("site.yml", v, "content");
	c->content = course_folder(site, c->content, at.path ? at : content_at);
	at = place_of_key("site.yml", v, "theme");
	c->theme_folder = theme_folder(site, at);
	settle_language(site, place_of_key("site.yml", v, "language"));
	at = place_of_key("site.yml", v, "url");
	if (site->options->url)
		at.path = NULL;
	settle_url(site, site->options->url ? site->options->url : c->url, at);
	const char *folder = c->url ? NULL : forge_folder(site->arena, c->repository_url);
	if (folder)
		diag_report(site->diag, MSG_NO_URL,
		            place_of_key("site.yml", v, "repository"), folder, NULL);
}
