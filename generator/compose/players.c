#include "compose/players.h"

#include <string.h>
#include <strings.h>

#define DIGITS  "0123456789"
#define HEX     DIGITS "abcdef"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

enum { LONGEST_HOST = 253 };

/* An address of this host whose path starts so, then an identifier: in the path, or in
 * the query as `parameter`. Where `key` is set, a film may have a secret that goes along:
 * a second part of the path, or this parameter. A host of NULL: any. An origin of NULL:
 * the film's own. */
/* clang-format off */
static const struct source {
	const char *host, *path, *parameter;
	const char *alphabet;
	size_t shortest, longest;
	const char *origin, *before, *after, *key;
} sources[] = {
	{"youtube.com",          "/watch",         "v",  LETTERS DIGITS "-_", 11, 11, "https://www.youtube-nocookie.com", "/embed/", "",       NULL},
	{"youtube.com",          "/embed/",        NULL, LETTERS DIGITS "-_", 11, 11, "https://www.youtube-nocookie.com", "/embed/", "",       NULL},
	{"youtube.com",          "/live/",         NULL, LETTERS DIGITS "-_", 11, 11, "https://www.youtube-nocookie.com", "/embed/", "",       NULL},
	{"youtube.com",          "/shorts/",       NULL, LETTERS DIGITS "-_", 11, 11, "https://www.youtube-nocookie.com", "/embed/", "",       NULL},
	{"youtube-nocookie.com", "/embed/",        NULL, LETTERS DIGITS "-_", 11, 11, "https://www.youtube-nocookie.com", "/embed/", "",       NULL},
	{"youtu.be",             "/",              NULL, LETTERS DIGITS "-_", 11, 11, "https://www.youtube-nocookie.com", "/embed/", "",       NULL},
	{"player.vimeo.com",     "/video/",        NULL, DIGITS,               6, 12, "https://player.vimeo.com",         "/video/", "?dnt=1", "h"},
	{"vimeo.com",            "/",              NULL, DIGITS,               6, 12, "https://player.vimeo.com",         "/video/", "?dnt=1", "h"},
	{"dailymotion.com",      "/video/",        NULL, LETTERS DIGITS,       5, 10, "https://www.dailymotion.com",      "/embed/video/", "", NULL},
	{"dai.ly",               "/",              NULL, LETTERS DIGITS,       5, 10, "https://www.dailymotion.com",      "/embed/video/", "", NULL},
	/* PeerTube: a UUID, or its short form */
	{NULL,                   "/w/",            NULL, LETTERS DIGITS,      22, 22, NULL, "/videos/embed/", "?p2p=0", NULL},
	{NULL,                   "/w/",            NULL, HEX "-",             36, 36, NULL, "/videos/embed/", "?p2p=0", NULL},
	{NULL,                   "/videos/watch/", NULL, LETTERS DIGITS,      22, 22, NULL, "/videos/embed/", "?p2p=0", NULL},
	{NULL,                   "/videos/watch/", NULL, HEX "-",             36, 36, NULL, "/videos/embed/", "?p2p=0", NULL},
	{NULL,                   "/videos/embed/", NULL, LETTERS DIGITS,      22, 22, NULL, "/videos/embed/", "?p2p=0", NULL},
	{NULL,                   "/videos/embed/", NULL, HEX "-",             36, 36, NULL, "/videos/embed/", "?p2p=0", NULL},
};
/* clang-format on */

static bool is_host(const char *host, size_t len, const char *name)
{
	size_t www = len > 4 && strncasecmp(host, "www.", 4) == 0 ? 4 : 0;
	return !name || (len - www == strlen(name) &&
	                 strncasecmp(host + www, name, len - www) == 0);
}

/* The value of a parameter in the query of an address; NULL: there is none. */
static const char *find_parameter(const char *path, const char *name)
{
	size_t len = strlen(name);
	const char *at = path + strcspn(path, "?#");
	while (*at == '?' || *at == '&') {
		at++;
		if (strncmp(at, name, len) == 0 && at[len] == '=')
			return at + len + 1;
		at += strcspn(at, "&#");
	}
	return NULL;
}

/* Whether a part of an address ends before this byte. */
static bool is_end(char c)
{
	return !c || strchr("/?&#", c);
}

/* Where the identifier of a film stands, and its length; NULL: it is none of this row's.
 */
static const char *find_id(const struct source *source, const char *path, size_t *len)
{
	size_t start = strlen(source->path);
	if (strncmp(path, source->path, start) != 0)
		return NULL;
	const char *id = path + start;
	if (source->parameter) {
		if (*id != '?')
			return NULL;
		id = find_parameter(path, source->parameter);
	}
	if (!id)
		return NULL;
	*len = strspn(id, source->alphabet);
	return is_end(id[*len]) && *len >= source->shortest && *len <= source->longest
	               ? id
	               : NULL;
}

/* The secret behind the identifier of a film, and its length; NULL: there is none. */
static const char *find_key(const char *rest, const char *name, size_t *len)
{
	const char *key = *rest == '/' ? rest + 1 : find_parameter(rest, name);
	*len = key ? strspn(key, HEX) : 0;
	return *len > 0 && is_end(key[*len]) ? key : NULL;
}

static struct player make(struct arena *a, const struct source *source, const char *host,
                          size_t host_len, const char *id, size_t len)
{
	struct player player = {.origin = source->origin};
	if (!player.origin)
		player.origin = arena_format(a, "https://%.*s", (int)host_len, host);
	player.address = arena_format(a, "%s%s%.*s%s", player.origin, source->before,
	                              (int)len, id, source->after);
	size_t key_len;
	const char *key = source->key ? find_key(id + len, source->key, &key_len) : NULL;
	if (key)
		player.address = arena_format(a, "%s&%s=%.*s", player.address,
		                              source->key, (int)key_len, key);
	return player;
}

struct player player_find(struct arena *a, const char *url)
{
	size_t scheme = strncasecmp(url, "https://", 8) == 0  ? 8
	                : strncasecmp(url, "http://", 7) == 0 ? 7
	                                                      : 0;
	if (!scheme)
		return (struct player){0};
	const char *host = url + scheme;
	size_t host_len = strspn(host, LETTERS DIGITS ".-"), len;
	const char *path = host + host_len;
	if (host_len == 0 || host_len > LONGEST_HOST || *path != '/')
		return (struct player){0};
	for (size_t i = 0; i < COUNT(sources); i++) {
		const char *id = is_host(host, host_len, sources[i].host)
		                         ? find_id(&sources[i], path, &len)
		                         : NULL;
		if (id)
			return make(a, &sources[i], host, host_len, id, len);
	}
	return (struct player){0};
}
