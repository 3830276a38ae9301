#include "compose/embeds.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"

/* clang-format off */
/* The first row whose host is that of the address, or ends it, and whose path starts
 * its path. A name of NULL is the host itself. */
static const struct provider { const char *host, *path; enum label verb; const char *name; } providers[] = {
	{"youtube.com", "", LABEL_SEE_VIDEO, "YouTube"},
	{"youtube-nocookie.com", "", LABEL_SEE_VIDEO, "YouTube"},
	{"youtu.be", "", LABEL_SEE_VIDEO, "YouTube"},
	{"vimeo.com", "", LABEL_SEE_VIDEO, "Vimeo"},
	{"dailymotion.com", "", LABEL_SEE_VIDEO, "Dailymotion"},
	{"dai.ly", "", LABEL_SEE_VIDEO, "Dailymotion"},
	{"loom.com", "", LABEL_SEE_VIDEO, "Loom"},
	{"wistia.com", "", LABEL_SEE_VIDEO, "Wistia"},
	{"ted.com", "/talks", LABEL_SEE_VIDEO, "TED"},
	{"spotify.com", "", LABEL_SEE_AUDIO, "Spotify"},
	{"soundcloud.com", "", LABEL_SEE_AUDIO, "SoundCloud"},
	{"deezer.com", "", LABEL_SEE_AUDIO, "Deezer"},
	{"podcasts.apple.com", "", LABEL_SEE_AUDIO, "Apple Podcasts"},
	{"docs.google.com", "/document", LABEL_SEE_DOCUMENT, "Google Docs"},
	{"docs.google.com", "/spreadsheets", LABEL_SEE_TABLE, "Google Sheets"},
	{"docs.google.com", "/presentation", LABEL_SEE_SLIDES, "Google Slides"},
	{"docs.google.com", "/forms", LABEL_SEE_FORM, "Google Forms"},
	{"docs.google.com", "/drawings", LABEL_SEE_DESIGN, "Google Drawings"},
	{"forms.gle", "", LABEL_SEE_FORM, "Google Forms"},
	{"drive.google.com", "/drive", LABEL_SEE_FOLDER, "Google Drive"},
	{"drive.google.com", "", LABEL_SEE_DOCUMENT, "Google Drive"},
	{"calendar.google.com", "", LABEL_SEE_CALENDAR, "Google Agenda"},
	{"google.com", "/maps", LABEL_SEE_MAP, "Google Maps"},
	{"maps.app.goo.gl", "", LABEL_SEE_MAP, "Google Maps"},
	{"airtable.com", "", LABEL_SEE_TABLE, "Airtable"},
	{"grist.numerique.gouv.fr", "", LABEL_SEE_TABLE, "Grist"},
	{"getgrist.com", "", LABEL_SEE_TABLE, "Grist"},
	{"docs.numerique.gouv.fr", "", LABEL_SEE_DOCUMENT, "Docs"},
	{"pad.numerique.gouv.fr", "", LABEL_SEE_DOCUMENT, "Pad"},
	{"pad.incubateur.net", "", LABEL_SEE_DOCUMENT, "Pad"},
	{"hackmd.io", "", LABEL_SEE_DOCUMENT, "HackMD"},
	{"notion.so", "", LABEL_SEE_DOCUMENT, "Notion"},
	{"notion.site", "", LABEL_SEE_DOCUMENT, "Notion"},
	{"dropbox.com", "", LABEL_SEE_DOCUMENT, "Dropbox"},
	{"figma.com", "/proto", LABEL_SEE_DEMO, "Figma"},
	{"figma.com", "/board", LABEL_SEE_BOARD, "FigJam"},
	{"figma.com", "", LABEL_SEE_DESIGN, "Figma"},
	{"whimsical.com", "", LABEL_SEE_BOARD, "Whimsical"},
	{"miro.com", "", LABEL_SEE_BOARD, "Miro"},
	{"excalidraw.com", "", LABEL_SEE_BOARD, "Excalidraw"},
	{"canva.com", "", LABEL_SEE_DESIGN, "Canva"},
	{"slideshare.net", "", LABEL_SEE_SLIDES, "SlideShare"},
	{"speakerdeck.com", "", LABEL_SEE_SLIDES, "Speaker Deck"},
	{"tally.so", "", LABEL_SEE_FORM, "Tally"},
	{"typeform.com", "", LABEL_SEE_FORM, "Typeform"},
	{"framaforms.org", "", LABEL_SEE_FORM, "Framaforms"},
	{"codepen.io", "", LABEL_SEE_CODE, "CodePen"},
	{"codesandbox.io", "", LABEL_SEE_CODE, "CodeSandbox"},
	{"stackblitz.com", "", LABEL_SEE_CODE, "StackBlitz"},
	{"gist.github.com", "", LABEL_SEE_CODE, "GitHub"},
	{"arcade.software", "", LABEL_SEE_DEMO, "Arcade"},
	{"supademo.com", "", LABEL_SEE_DEMO, "Supademo"},
	{"umap.openstreetmap.fr", "", LABEL_SEE_MAP, "uMap"},
	{"openstreetmap.org", "", LABEL_SEE_MAP, "OpenStreetMap"},
	{"tchap.gouv.fr", "", LABEL_SEE_CHAT, "Tchap"},
	{"twitter.com", "", LABEL_SEE_POST, "X"},
	{"x.com", "", LABEL_SEE_POST, "X"},
	{"linkedin.com", "/posts", LABEL_SEE_POST, "LinkedIn"},
	{"linkedin.com", "/embed", LABEL_SEE_POST, "LinkedIn"},
	/* PeerTube, on anybody's machine */
	{"", "/w/", LABEL_SEE_VIDEO, NULL},
	{"", "/videos/watch/", LABEL_SEE_VIDEO, NULL},
	{"", "/videos/embed/", LABEL_SEE_VIDEO, NULL},
};
/* clang-format on */

enum { LONGEST_LABEL = 64 };

/* Where the host of an address starts, and its length; NULL: it has none. */
static const char *find_host(const char *url, size_t *len)
{
	const char *at = strstr(url, "://");
	if (at)
		at += 3;
	else if (strncmp(url, "//", 2) == 0)
		at = url + 2;
	else
		return NULL;
	if (strncasecmp(at, "www.", 4) == 0)
		at += 4;
	*len = strcspn(at, "/?#:");
	return at;
}

/* Whether a host is this one, or lies in its domain. */
static bool is_host(const char *host, size_t len, const char *name)
{
	size_t n = strlen(name);
	return len >= n && strncasecmp(host + len - n, name, n) == 0 &&
	       (n == 0 || len == n || host[len - n - 1] == '.');
}

static const struct provider *find_provider(const char *host, size_t len)
{
	const char *path = host + len;
	for (size_t i = 0; i < COUNT(providers); i++)
		if (is_host(host, len, providers[i].host) &&
		    strncmp(path, providers[i].path, strlen(providers[i].path)) == 0)
			return &providers[i];
	return NULL;
}

const char *embed_host(struct arena *a, const char *url)
{
	size_t len;
	const char *host = find_host(url, &len);
	return host && len ? arena_copy(a, host, len) : NULL;
}

/* An address as one would say it: no scheme, no query, not too long. */
static const char *readable(struct arena *a, const char *url, const char *host)
{
	size_t len = strcspn(host, "?#");
	while (len > 0 && host[len - 1] == '/')
		len--;
	if (len == 0)
		return url;
	const char *at = host, *end = host + len;
	for (int n = 0; at < end && n < LONGEST_LABEL; n++)
		text_next(&at, end);
	return arena_format(a, "%.*s%s", (int)(at - host), host, at < end ? "…" : "");
}

const char *embed_label(struct arena *a, const char *url, const struct labels *words)
{
	size_t len;
	const char *host = find_host(url, &len);
	if (!host || len == 0)
		return url;
	const struct provider *provider = find_provider(host, len);
	if (!provider)
		return readable(a, url, host);
	return arena_format(a, "%s %s", words->text[provider->verb],
	                    provider->name ? provider->name : arena_copy(a, host, len));
}

/* "1,2 Mo": three figures at most. */
static void add_size(struct buf *b, size_t size, const struct labels *words)
{
	enum { N_UNITS = LABEL_GIGABYTES - LABEL_BYTES + 1 };
	size_t unit = 0, tenths = size * 10;
	while (tenths >= 9995 && unit + 1 < N_UNITS) {
		tenths = (tenths + 500) / 1000;
		unit++;
	}
	size_t whole = tenths / 10, rest = tenths % 10;
	if (unit == 0 || whole >= 10)
		buf_add_format(b, "%zu", whole + (rest >= 5));
	else
		buf_add_format(b, "%zu%s%zu", whole, words->text[LABEL_DECIMAL], rest);
	buf_add_format(b, NBSP "%s", words->text[LABEL_BYTES + unit]);
}

const char *file_detail(struct arena *a, const char *path, size_t size,
                        const struct labels *words)
{
	struct buf b = buf_new(a);
	const char *extension = path_extension(path);
	for (const char *c = *extension ? extension + 1 : ""; *c; c++)
		buf_add_char(&b, (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c));
	if (b.len && size)
		buf_add_string(&b, ", ");
	if (size)
		add_size(&b, size, words);
	return b.len ? buf_text(&b) : NULL;
}
