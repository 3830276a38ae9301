#include "model/config.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/reason.h"
#include "base/text.h"
#include "format/yaml.h"
#include "model/keys.h"

enum { LARGEST_CONFIG = 1 << 20 };

/* clang-format off */
const struct page_kind page_kinds[N_PAGE_TYPES] = {
	[PAGE_PLAIN]         = {"page",         "page.html"},
	[PAGE_SECTION]       = {"section",      "section.html"},
	[PAGE_CHAPTER]       = {"chapitre",     "chapitre.html"},
	[PAGE_SHEET]         = {"fiche",        "fiche.html"},
	[PAGE_CASE]          = {"etude-de-cas", "etude-de-cas.html"},
	[PAGE_QUIZ]          = {"quiz",         "quiz.html"},
	[PAGE_GLOSSARY]      = {"glossaire",    "glossaire.html"},
	[PAGE_MAP]           = {"plan",         "plan.html"},
	[PAGE_ACCESSIBILITY] = {"accessibilite", "accessibilite.html"},
	[PAGE_LEGAL]         = {"mentions",     "mentions.html"},
	[PAGE_PRIVACY]       = {"donnees",      "donnees.html"},
};

/* What site.yml says; a copy of struct config's own fields and of nested maps. */
struct site_file {
	struct config config;
	struct value repository;
	int addresses;
};

#define FIELD(name) offsetof(struct site_file, config.name)
static const struct key site_keys[] = {
	{"title",        KEY_TEXT, FIELD(title), NULL},
	{"description",  KEY_TEXT, FIELD(description), NULL},
	{"url",          KEY_TEXT, FIELD(url), NULL},
	{"language",     KEY_TEXT, FIELD(language), NULL},
	{"content",      KEY_TEXT, FIELD(content), NULL},
	{"theme",        KEY_TEXT, FIELD(theme), NULL},
	{"addresses",    KEY_CHOICE, offsetof(struct site_file, addresses), "gitbook fichiers"},
	{"repository",   KEY_MAP,  offsetof(struct site_file, repository), NULL},
	{"authors",      KEY_BOOL, FIELD(wants_authors), NULL},
	{"typography",   KEY_BOOL, FIELD(wants_typography), NULL},
	{"glossary",     KEY_BOOL, FIELD(wants_glossary), NULL},
	{"contact",      KEY_TEXT, FIELD(contact), NULL},
	{"licence",      KEY_TEXT, FIELD(licence), NULL},
	{"accessibilite", KEY_MAP, FIELD(accessibility), NULL},
	{"mentions-legales", KEY_MAP, FIELD(legal), NULL},
	{"donnees-personnelles", KEY_MAP, FIELD(privacy), NULL},
	{"menu",         KEY_LIST, FIELD(menu), NULL},
	{"checks",       KEY_MAP,  FIELD(checks), NULL},
	{"baseline",     KEY_TEXT, FIELD(baseline), NULL},
	{"redirects",    KEY_MAP,  FIELD(redirects), NULL},
	{"spaces",       KEY_MAP,  FIELD(spaces), NULL},
};
#undef FIELD

#define FIELD(name) offsetof(struct front, name)
static const struct key front_keys[] = {
	{"title",         KEY_TEXT,    FIELD(title), NULL},
	{"description",   KEY_TEXT,    FIELD(description), NULL},
	{"icon",          KEY_TEXT,    FIELD(icon), NULL},
	{"lang",          KEY_TEXT,    FIELD(language), NULL},
	{"tags",          KEY_ANY,     FIELD(tags), NULL},
	{"aliases",       KEY_LIST,    FIELD(aliases), NULL},
	{"draft",         KEY_BOOL,    FIELD(is_draft), NULL},
	{"hidden",        KEY_BOOL,    FIELD(is_hidden), NULL},
	{"type",          KEY_CHOICE,  FIELD(type), "page section chapitre fiche etude-de-cas quiz glossaire"},
	{"id",            KEY_TEXT,    FIELD(id), NULL},
	{"objectifs",     KEY_LIST,    FIELD(objectives), NULL},
	{"duree",         KEY_MINUTES, FIELD(minutes), NULL},
	{"liste",         KEY_CHOICE,  FIELD(listing), "fiches etudes-de-cas"},
	{"prerequis",     KEY_LIST,    FIELD(prerequisites), NULL},
	{"fiches",        KEY_LIST,    FIELD(sheets), NULL},
	{"service",       KEY_TEXT,    FIELD(service), NULL},
	{"periode",       KEY_TEXT,    FIELD(period), NULL},
	{"resultats",     KEY_MAP,     FIELD(results), NULL},
	{"sources",       KEY_LIST,    FIELD(sources), NULL},
	{"cout",          KEY_TEXT,    FIELD(cost), NULL},
	{"mise-en-oeuvre", KEY_TEXT,   FIELD(effort), NULL},
	{"verifie-le",    KEY_TEXT,    FIELD(last_checked), NULL},
	/* GitBook's */
	{"layout",        KEY_IGNORED, 0, NULL},
	{"cover",         KEY_IGNORED, 0, NULL},
	{"coverY",        KEY_IGNORED, 0, NULL},
	{"coverHeight",   KEY_IGNORED, 0, NULL},
	{"metaLinks",     KEY_IGNORED, 0, NULL},
	{"noIndex",       KEY_IGNORED, 0, NULL},
	{"noRobotsIndex", KEY_IGNORED, 0, NULL},
	{"vars",          KEY_IGNORED, 0, NULL},
	{"if",            KEY_IGNORED, 0, NULL},
	{"name",          KEY_IGNORED, 0, NULL},
	/* other tools' */
	{"date",          KEY_FOREIGN, 0, NULL},
	{"author",        KEY_FOREIGN, 0, NULL},
	{"authors",       KEY_FOREIGN, 0, NULL},
	{"permalink",     KEY_FOREIGN, 0, NULL},
	{"slug",          KEY_FOREIGN, 0, NULL},
	{"weight",        KEY_FOREIGN, 0, NULL},
	{"sidebar_position", KEY_FOREIGN, 0, NULL},
	{"sidebar_label", KEY_FOREIGN, 0, NULL},
	{"nav_order",     KEY_FOREIGN, 0, NULL},
	{"categories",    KEY_FOREIGN, 0, NULL},
	{"keywords",      KEY_FOREIGN, 0, NULL},
};
#undef FIELD

static const struct key repository_keys[] = {
	{"url",    KEY_TEXT, offsetof(struct config, repository_url), NULL},
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

bool site_read_file(const struct site *site, const char *path, size_t max,
                    struct bytes *out)
{
	if (site->options->revision) {
		const struct source_file *file = source_find(&site->folder, path);
		errno = ENOENT;
		return file && source_read(&site->folder, site->arena, file, max, out);
	}
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

/* "./content/" and "/content" as "content"; "." and "./" as "". */
static const char *plain_folder(struct arena *a, const char *path)
{
	const char *plain = path_resolve(a, "", path);
	size_t len = plain ? strlen(plain) : 0;
	while (len > 0 && plain[len - 1] == '/')
		len--;
	return arena_copy(a, plain ? plain : "", len);
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

static void read_gitbook_file(struct site *site)
{
	static const char readme[] = "README.md", summary[] = "SUMMARY.md";
	struct config *c = &site->config;
	struct gitbook_file g = {.root = "", .readme = readme, .summary = summary};
	struct value v = read_yaml(site, ".gitbook.yaml");
	keys_read(gitbook_keys, COUNT(gitbook_keys), v, &g, ".gitbook.yaml", site->arena,
	          site->diag);
	keys_read(structure_keys, COUNT(structure_keys), g.structure, &g, ".gitbook.yaml",
	          site->arena, site->diag);
	c->content = plain_folder(site->arena, g.root);
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
	bool is_web = url && (strncmp(url, "https://", 8) == 0 ||
	                      strncmp(url, "http://", 7) == 0);
	if (url && !is_web)
		diag_report(site->diag, MSG_WRONG_TYPE, at, "url",
		            "une adresse complète (https://…)",
		            "a whole address (https://…)", NULL);
	c->url = NULL;
	c->base_path = "/";
	if (!is_web)
		return;
	size_t len = strlen(url);
	c->url = url[len - 1] == '/' ? url : arena_format(site->arena, "%s/", url);
	c->base_path = base_path(site->arena, c->url);
}

void config_read(struct site *site)
{
	struct config *c = &site->config;
	*c = (struct config){.theme = "cours",
	                     .language = "fr",
	                     .repository_branch = "main",
	                     .wants_typography = true,
	                     .wants_glossary = true};
	read_gitbook_file(site);
	struct value v = read_yaml(site, "site.yml");
	struct site_file file = {.config = *c};
	keys_read(site_keys, COUNT(site_keys), v, &file, "site.yml", site->arena,
	          site->diag);
	*c = file.config;
	keys_read(repository_keys, COUNT(repository_keys), file.repository, c, "site.yml",
	          site->arena, site->diag);
	c->addresses = file.addresses == 1 ? ADDRESSES_FILES : ADDRESSES_GITBOOK;
	c->content = plain_folder(site->arena, c->content);
	c->messages = strncmp(c->language, "en", 2) == 0 ? LANGUAGE_EN : LANGUAGE_FR;
	const struct value_entry *url =
		v.kind == VALUE_MAP ? value_map_find(v.map, "url", 3) : NULL;
	struct place at = {url && !site->options->url ? "site.yml" : NULL,
	                   url ? url->value.line : 0, url ? url->value.column : 0};
	settle_url(site, site->options->url ? site->options->url : c->url, at);
}

const char *front_key_name(const char *key)
{
	const struct key *known = keys_find(front_keys, COUNT(front_keys), key);
	return known ? known->name : key;
}

bool front_has_key(const char *key)
{
	return keys_find(front_keys, COUNT(front_keys), key) != NULL;
}

void front_read(struct front *front, struct value meta, const char *shown_path,
                struct arena *a, struct diag *d)
{
	*front = (struct front){.type = -1, .listing = -1};
	keys_read(front_keys, COUNT(front_keys), meta, front, shown_path, a, d);
}
