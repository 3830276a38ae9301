#include "compose/embeds.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"

enum kind {
	KIND_VIDEO,
	KIND_AUDIO,
	KIND_DOCUMENT,
	KIND_SLIDES,
	KIND_TABLE,
	KIND_FORM,
	KIND_FOLDER,
	KIND_DESIGN,
	KIND_BOARD,
	KIND_CODE,
	KIND_DEMO,
	KIND_MAP,
	KIND_CALENDAR,
	KIND_CHAT,
	KIND_POST,
	N_KINDS
};

/* clang-format off */
static const char *const verbs[N_KINDS][N_LANGUAGES] = {
	[KIND_VIDEO]    = {"Voir la vidéo sur", "Watch the video on"},
	[KIND_AUDIO]    = {"Écouter sur", "Listen on"},
	[KIND_DOCUMENT] = {"Ouvrir le document dans", "Open the document in"},
	[KIND_SLIDES]   = {"Voir la présentation dans", "See the slides in"},
	[KIND_TABLE]    = {"Ouvrir le tableau dans", "Open the table in"},
	[KIND_FORM]     = {"Ouvrir le formulaire dans", "Open the form in"},
	[KIND_FOLDER]   = {"Ouvrir le dossier dans", "Open the folder in"},
	[KIND_DESIGN]   = {"Voir la maquette dans", "See the design in"},
	[KIND_BOARD]    = {"Ouvrir le tableau blanc dans", "Open the board in"},
	[KIND_CODE]     = {"Voir le code sur", "See the code on"},
	[KIND_DEMO]     = {"Voir la démonstration sur", "See the demonstration on"},
	[KIND_MAP]      = {"Voir la carte sur", "See the map on"},
	[KIND_CALENDAR] = {"Voir l’agenda dans", "See the calendar in"},
	[KIND_CHAT]     = {"Rejoindre le salon sur", "Join the room on"},
	[KIND_POST]     = {"Voir la publication sur", "See the post on"},
};

/* The first row whose host is that of the address, or ends it, and whose path starts
 * its path. A name of NULL is the host itself. */
static const struct provider { const char *host, *path; enum kind kind; const char *name; } providers[] = {
	{"youtube.com", "", KIND_VIDEO, "YouTube"},
	{"youtube-nocookie.com", "", KIND_VIDEO, "YouTube"},
	{"youtu.be", "", KIND_VIDEO, "YouTube"},
	{"vimeo.com", "", KIND_VIDEO, "Vimeo"},
	{"dailymotion.com", "", KIND_VIDEO, "Dailymotion"},
	{"dai.ly", "", KIND_VIDEO, "Dailymotion"},
	{"loom.com", "", KIND_VIDEO, "Loom"},
	{"wistia.com", "", KIND_VIDEO, "Wistia"},
	{"ted.com", "/talks", KIND_VIDEO, "TED"},
	{"spotify.com", "", KIND_AUDIO, "Spotify"},
	{"soundcloud.com", "", KIND_AUDIO, "SoundCloud"},
	{"deezer.com", "", KIND_AUDIO, "Deezer"},
	{"podcasts.apple.com", "", KIND_AUDIO, "Apple Podcasts"},
	{"docs.google.com", "/document", KIND_DOCUMENT, "Google Docs"},
	{"docs.google.com", "/spreadsheets", KIND_TABLE, "Google Sheets"},
	{"docs.google.com", "/presentation", KIND_SLIDES, "Google Slides"},
	{"docs.google.com", "/forms", KIND_FORM, "Google Forms"},
	{"docs.google.com", "/drawings", KIND_DESIGN, "Google Drawings"},
	{"forms.gle", "", KIND_FORM, "Google Forms"},
	{"drive.google.com", "/drive", KIND_FOLDER, "Google Drive"},
	{"drive.google.com", "", KIND_DOCUMENT, "Google Drive"},
	{"calendar.google.com", "", KIND_CALENDAR, "Google Agenda"},
	{"google.com", "/maps", KIND_MAP, "Google Maps"},
	{"maps.app.goo.gl", "", KIND_MAP, "Google Maps"},
	{"airtable.com", "", KIND_TABLE, "Airtable"},
	{"grist.numerique.gouv.fr", "", KIND_TABLE, "Grist"},
	{"getgrist.com", "", KIND_TABLE, "Grist"},
	{"docs.numerique.gouv.fr", "", KIND_DOCUMENT, "Docs"},
	{"pad.numerique.gouv.fr", "", KIND_DOCUMENT, "Pad"},
	{"pad.incubateur.net", "", KIND_DOCUMENT, "Pad"},
	{"hackmd.io", "", KIND_DOCUMENT, "HackMD"},
	{"notion.so", "", KIND_DOCUMENT, "Notion"},
	{"notion.site", "", KIND_DOCUMENT, "Notion"},
	{"dropbox.com", "", KIND_DOCUMENT, "Dropbox"},
	{"figma.com", "/proto", KIND_DEMO, "Figma"},
	{"figma.com", "/board", KIND_BOARD, "FigJam"},
	{"figma.com", "", KIND_DESIGN, "Figma"},
	{"whimsical.com", "", KIND_BOARD, "Whimsical"},
	{"miro.com", "", KIND_BOARD, "Miro"},
	{"excalidraw.com", "", KIND_BOARD, "Excalidraw"},
	{"canva.com", "", KIND_DESIGN, "Canva"},
	{"slideshare.net", "", KIND_SLIDES, "SlideShare"},
	{"speakerdeck.com", "", KIND_SLIDES, "Speaker Deck"},
	{"tally.so", "", KIND_FORM, "Tally"},
	{"typeform.com", "", KIND_FORM, "Typeform"},
	{"framaforms.org", "", KIND_FORM, "Framaforms"},
	{"codepen.io", "", KIND_CODE, "CodePen"},
	{"codesandbox.io", "", KIND_CODE, "CodeSandbox"},
	{"stackblitz.com", "", KIND_CODE, "StackBlitz"},
	{"gist.github.com", "", KIND_CODE, "GitHub"},
	{"arcade.software", "", KIND_DEMO, "Arcade"},
	{"supademo.com", "", KIND_DEMO, "Supademo"},
	{"umap.openstreetmap.fr", "", KIND_MAP, "uMap"},
	{"openstreetmap.org", "", KIND_MAP, "OpenStreetMap"},
	{"tchap.gouv.fr", "", KIND_CHAT, "Tchap"},
	{"twitter.com", "", KIND_POST, "X"},
	{"x.com", "", KIND_POST, "X"},
	{"linkedin.com", "/posts", KIND_POST, "LinkedIn"},
	{"linkedin.com", "/embed", KIND_POST, "LinkedIn"},
	/* PeerTube, on anybody's machine */
	{"", "/w/", KIND_VIDEO, NULL},
	{"", "/videos/watch/", KIND_VIDEO, NULL},
	{"", "/videos/embed/", KIND_VIDEO, NULL},
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

const char *embed_label(struct arena *a, const char *url, enum language lang)
{
	size_t len;
	const char *host = find_host(url, &len);
	if (!host || len == 0)
		return url;
	const struct provider *provider = find_provider(host, len);
	if (!provider)
		return readable(a, url, host);
	return arena_format(a, "%s %s", verbs[provider->kind][lang],
	                    provider->name ? provider->name : arena_copy(a, host, len));
}

/* "1,2 Mo": three figures at most. */
static void add_size(struct buf *b, size_t size, enum language lang)
{
	static const char *const units[][N_LANGUAGES] = {
		{"octets", "bytes"}, {"ko", "kB"}, {"Mo", "MB"}, {"Go", "GB"}};
	size_t unit = 0, tenths = size * 10;
	while (tenths >= 9995 && unit + 1 < COUNT(units)) {
		tenths = (tenths + 500) / 1000;
		unit++;
	}
	size_t whole = tenths / 10, rest = tenths % 10;
	if (unit == 0 || whole >= 10)
		buf_add_format(b, "%zu", whole + (rest >= 5));
	else
		buf_add_format(b, "%zu%c%zu", whole, lang == LANGUAGE_FR ? ',' : '.',
		               rest);
	buf_add_format(b, NBSP "%s", units[unit][lang]);
}

const char *file_detail(struct arena *a, const char *path, size_t size,
                        enum language lang)
{
	struct buf b = buf_new(a);
	const char *extension = path_extension(path);
	for (const char *c = *extension ? extension + 1 : ""; *c; c++)
		buf_add_char(&b, (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c));
	if (b.len && size)
		buf_add_string(&b, ", ");
	if (size)
		add_size(&b, size, lang);
	return b.len ? buf_text(&b) : NULL;
}
