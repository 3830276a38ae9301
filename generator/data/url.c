#include "data/url.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "words/shown.h"

static bool is_among(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* No scheme has a blank or a percent sign: with one before its colon an address is a
 * path, unless it is a scheme in disguise. */
bool url_is_safe(const char *url)
{
	static const char *const allowed[] = {"http", "https",  "mailto", "tel",
	                                      "sms",  "matrix", "xmpp",   "ftp",
	                                      "geo",  "callto", "news"};
	static const char *const refused[] = {"javascript", "vbscript", "data"};
	char scheme[16];
	size_t n = 0;
	bool is_path = false;
	const char *colon = url + strcspn(url, ":/?#");
	if (*colon != ':')
		return true;
	for (const char *p = url; p < colon; p++) {
		unsigned char c = (unsigned char)*p;
		is_path |= (c == ' ' && n > 0) || c == '%';
		if (c <= ' ' || c == 0x7f) /* browsers skip these, so do we */
			continue;
		if (n + 1 < sizeof scheme)
			scheme[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	scheme[n] = '\0';
	if (is_among(allowed, COUNT(allowed), scheme) || n == 0)
		return true;
	return is_path && !is_among(refused, COUNT(refused), scheme);
}

/* The bytes of "https://" or "http://" before a host; 0: none is there. */
static size_t scheme_length(const char *text)
{
	size_t len = text_starts(text, "https://")  ? 8
	             : text_starts(text, "http://") ? 7
	                                            : 0;
	return text[len] && !strchr(":.-/?#", text[len]) ? len : 0;
}

/* Whether a text is one run of seen characters that an address may hold. */
static bool is_one_word(const char *text)
{
	const char *at = text, *end = text + strlen(text);
	if (text_check(text, (size_t)(end - text)) != (size_t)(end - text))
		return false;
	while (at < end) {
		uint32_t c = text_next(&at, end);
		if (c <= ' ' || (c >= 0x7f && c < 0xa0) || text_is_space(c) ||
		    shown_is_unseen(c) || (c < 0x80 && strchr("\"<>\\^`{|}", (int)c)))
			return false;
	}
	return true;
}

bool url_is_web(const char *text)
{
	const char *host = text + scheme_length(text);
	size_t len = strcspn(host, "/?#");
	return host > text && !memchr(host, '@', len) && is_one_word(text);
}

bool url_is_site(const char *text)
{
	const char *host = text + scheme_length(text);
	size_t len = strcspn(host, "/");
	return url_is_web(text) && !strpbrk(text, "?#") &&
	       strcspn(host, "%'()$&*+,;=!~") >= len;
}

bool url_is_folder(const char *text)
{
	return *text && *text != '/' && !strpbrk(text, ":?#") && is_one_word(text);
}

bool url_is_mailbox(const char *text)
{
	const char *at = strchr(text, '@');
	return at && at > text && at[1] && !strchr(at + 1, '@') &&
	       !strpbrk(text, ":/?#&%,;()[]") && is_one_word(text);
}

bool url_looks_web(const char *text)
{
	size_t len = strspn(text, "+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	                          "abcdefghijklmnopqrstuvwxyz");
	return strncasecmp(text, "http", 4) == 0 && text[len] == ':' &&
	       !strchr(text, ' ');
}

const char *url_collapse(struct arena *a, const char *url)
{
	const char *host = url + scheme_length(url), *path = strchr(host, '/');
	if (!path || !strstr(path, "//"))
		return url;
	struct buf b = buf_new(a);
	buf_add(&b, url, (size_t)(path - url));
	for (const char *p = path; *p; p++)
		if (*p != '/' || p[1] != '/')
			buf_add_char(&b, *p);
	return buf_text(&b);
}

bool url_is_image(const char *url)
{
	return strncasecmp(url, "data:image/", 11) == 0;
}

const char *url_told(struct arena *a, const char *url)
{
	enum { LONGEST_TOLD = 60 };
	if (strlen(url) <= LONGEST_TOLD)
		return url;
	return arena_format(a, "%.*s…", (int)text_cut(url, LONGEST_TOLD), url);
}
