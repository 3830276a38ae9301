#include "compose/links_internal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "address/addresses.h"
#include "base/file.h"
#include "base/text.h"
#include "data/value.h"

/* Where the host starts, behind "https://" or "//". */
static const char *host_of(const char *url)
{
	const char *slashes = strstr(url, "//");
	return slashes ? slashes + 2 : url + strlen(url);
}

/* What follows the site's own public address; NULL: it is not the site's. http and https
 * are one. */
static const char *below_own(const struct site *site, const char *url)
{
	if (!site->config.url)
		return NULL;
	const char *own = host_of(site->config.url), *host = host_of(url);
	size_t len = strlen(own) - 1; /* without its last "/" */
	if (strncasecmp(url, "http", 4) != 0 && url[0] != '/')
		return NULL;
	if (strncasecmp(own, host, len) != 0 || (host[len] && !strchr("/?#", host[len])))
		return NULL;
	return host + len + (host[len] == '/');
}

/* A link to the site by its public address. */
static struct link_note *link_to_own(struct link_context *c, const char *below,
                                     struct place at)
{
	struct address address = link_take_apart(c->doc->arena, below);
	const struct page *page = site_find_address(c->site, address.path);
	const struct asset *asset =
		page ? NULL : map_find_string(&c->site->asset_by_output, address.path);
	const char *file = page ? page->path : asset ? asset->file->path : NULL;
	if (file)
		diag_report(c->diag, MSG_SELF_LINK, at,
		            path_relative(c->doc->arena, c->from, file), NULL);
	if (file)
		link_cure(c, file);
	if (page)
		return link_to_page(c, page, &address, at);
	if (asset)
		return link_to_asset(c, asset->file, &address, at);
	const struct page *namesake = site_find_namesake(c->site, address.path);
	diag_report(c->diag, MSG_SELF_DEAD, at, address.path,
	            namesake ? namesake->path : NULL, NULL);
	return link_new_note(c, LINK_DROPPED);
}

/* Takes the next segment of a path if it is `name`. */
static bool skip_segment(const char **at, const char *name)
{
	size_t len = strlen(name);
	if (strncmp(*at, name, len) != 0 || ((*at)[len] && (*at)[len] != '/'))
		return false;
	*at += len + ((*at)[len] == '/');
	return true;
}

static size_t segment_length(const char *at)
{
	return strcspn(at, "/?#");
}

static void skip_any(const char **at)
{
	*at += segment_length(*at);
	*at += **at == '/';
}

/* Names a space, and what follows it: "s/ID/path", behind "o/ORGANISATION" or
 * "@organisation"; a proposed change is the space's page. False: no space. */
static bool parse_space(struct arena *a, const char *at, const char **id,
                        const char **rest)
{
	if (*at == '@')
		skip_any(&at);
	else if (skip_segment(&at, "o"))
		skip_any(&at);
	if (!skip_segment(&at, "s") || !*at)
		return false;
	*id = arena_copy(a, at, segment_length(at));
	skip_any(&at);
	if (skip_segment(&at, "~")) { /* ~/changes/12/ */
		skip_any(&at);
		skip_any(&at);
	}
	*rest = at;
	return true;
}

static const char *space_target(const struct site *site, const char *id)
{
	const struct value *spaces = &site->config.spaces;
	const struct value_entry *e =
		spaces->kind == VALUE_MAP ? value_map_find(spaces->map, id, strlen(id))
					  : NULL;
	return e && e->value.kind == VALUE_TEXT ? e->value.text : NULL;
}

static bool is_this_site(const char *target)
{
	return !target[strspn(target, "./")] && !strstr(target, "..");
}

/* A page of another space: below its address, or in a folder that leads there from this
 * site's root. */
static struct link_note *link_to_space(struct link_context *c, const char *target,
                                       const char *rest)
{
	struct arena *a = c->doc->arena;
	bool is_web = strstr(target, "://") != NULL;
	struct link_note *note = link_new_note(c, is_web ? LINK_DIRECT : LINK_BESIDE);
	size_t len = strlen(target),
	       path = segment_length(rest) ? strcspn(rest, "?#") : 0;
	while (len > 0 && target[len - 1] == '/')
		len--;
	/* A folder's page stands in a folder; an address is left to its host. */
	bool wants_slash = !is_web && path > 0 && rest[path - 1] != '/';
	note->href = arena_format(a, "%.*s/%.*s%s%s", (int)len, target, (int)path, rest,
	                          wants_slash ? "/" : "", rest + path);
	return note;
}

static struct link_note *link_into_gitbook(struct link_context *c, const char *path,
                                           struct place at)
{
	const char *id, *rest;
	if (skip_segment(&path, "u")) /* somebody is named */
		return link_new_note(c, LINK_DROPPED);
	if (!parse_space(c->doc->arena, path, &id, &rest)) {
		if (!*path)
			return NULL; /* GitBook itself is meant */
		diag_report(c->diag, MSG_EDITOR_LINK, at, NULL);
		return link_new_note(c, LINK_DROPPED);
	}
	const char *target = space_target(c->site, id);
	if (target && is_this_site(target))
		return link_to_own(c, rest, at);
	if (target)
		return link_to_space(c, target, rest);
	diag_report(c->diag, MSG_SPACE_UNKNOWN, at, id, NULL);
	return link_new_note(c, LINK_DROPPED);
}

/* What follows the address of GitBook's editor; NULL: another host. */
static const char *below_gitbook(const char *url)
{
	static const char host[] = "app.gitbook.com";
	const char *at = host_of(url);
	size_t len = strlen(host);
	if (strncasecmp(at, host, len) != 0 || (at[len] && !strchr("/?#", at[len])))
		return NULL;
	return at + len + (at[len] == '/');
}

/* What follows the name of a branch in an address of the course's forge that shows a
 * file; NULL: it is another one. */
static const char *below_branch(const struct site *site, const char *url)
{
	static const char *const views[] = {"/blob/", "/-/blob/", "/src/branch/"};
	const char *own = site->config.repository_url;
	size_t len = own ? strlen(own) : 0;
	while (len > 0 && own[len - 1] == '/')
		len--;
	if (len == 0 || strncasecmp(url, own, len) != 0)
		return NULL;
	for (size_t i = 0; i < COUNT(views); i++)
		if (text_starts(url + len, views[i])) {
			const char *branch = url + len + strlen(views[i]);
			skip_any(&branch);
			return branch;
		}
	return NULL;
}

/* The file of a page, by its address on the forge: readers want the page. */
static void report_forge(struct link_context *c, const char *url, struct place at)
{
	struct arena *a = c->doc->arena;
	const char *below = below_branch(c->site, url),
		   *content = c->site->config.content;
	if (!below)
		return;
	const char *path = link_take_apart(a, below).path;
	size_t len = strlen(content);
	if (len > 0 && text_starts(path, content) && path[len] == '/')
		path += len + 1;
	const struct source_file *file = source_find(&c->site->source, path);
	const struct page *page = file ? site_page_of(c->site, file) : NULL;
	if (page && page_is_published(c->site, page))
		diag_report(c->diag, MSG_FORGE_LINK, at, path_relative(a, c->from, path),
		            NULL);
}

/* The scheme of the web that a name is, or nearly is; NULL: another one. */
static const char *web_scheme(const char *name)
{
	if (strcmp(name, "http") == 0 || text_distance(name, "https", 1) > 1)
		return text_distance(name, "http", 1) <= 1 ? "http" : NULL;
	return "https";
}

const char *link_web_meant(struct arena *a, const char *url)
{
	size_t n = strspn(url, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	if (n < 3 || n > 6)
		return NULL;
	const char *name = text_fold(a, arena_copy(a, url, n));
	const char *scheme = web_scheme(name), *rest = url + n;
	size_t between = strspn(rest, ":;/.");
	const char *host = rest + between;
	size_t len = strcspn(host, "/?#:");
	bool is_right = scheme && strcmp(scheme, name) == 0 &&
	                strncmp(rest, "://", 3) == 0 && between == 3;
	bool is_apart = memchr(rest, ':', between) || memchr(rest, ';', between) ||
	                text_starts(rest, "//");
	if (!scheme || is_right || !is_apart || !memchr(host, '.', len) ||
	    strpbrk(host, " <>\"\\"))
		return NULL;
	return arena_format(a, "%s://%s", scheme, host);
}

struct link_note *link_absolute(struct link_context *c, const char *url, struct place at)
{
	report_forge(c, url, at);
	const char *below = below_own(c->site, url);
	if (below)
		return link_to_own(c, below, at);
	const char *gitbook = below_gitbook(url);
	return gitbook ? link_into_gitbook(c, gitbook, at) : NULL;
}

/* Names and numbers that only mean something near the machine (RFC 1918, 2606, 6762,
 * 8375), and editors that show their own files under an address. */
bool link_is_private(const char *url)
{
	static const char *const ends[] = {
		"localhost",      ".localhost",
		".local",         ".internal",
		".lan",           ".home.arpa",
		".test",          ".invalid",
		"vscode-cdn.net", "vscode-resource.vscode-webview.net"};
	static const char *const starts[] = {"127.", "10.", "192.168.", "169.254.",
	                                     "[::1]"};
	const char *host = host_of(url), *name = host;
	size_t len = strcspn(host, "/?#");
	const char *user = memchr(host, '@', len);
	if (user) {
		len -= (size_t)(user + 1 - host);
		name = user + 1;
	}
	for (size_t i = 0; i < COUNT(starts); i++)
		if (strncmp(name, starts[i], strlen(starts[i])) == 0 &&
		    (name[0] == '[' || strspn(name, "0123456789.:") == len))
			return true;
	if (name[0] != '[' && memchr(name, ':', len)) /* a port */
		len = strcspn(name, ":");
	if (strncmp(name, "172.", 4) == 0 && strspn(name, "0123456789.") == len)
		return strtol(name + 4, NULL, 10) >= 16 &&
		       strtol(name + 4, NULL, 10) <= 31;
	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t n = strlen(ends[i]);
		if (len >= n && strncasecmp(name + len - n, ends[i], n) == 0)
			return true;
	}
	return false;
}
