#include "data/url.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

bool url_is_safe(const char *url)
{
	static const char *const allowed[] = {"http", "https",  "mailto", "tel",
	                                      "sms",  "matrix", "xmpp",   "ftp",
	                                      "geo",  "callto"};
	char scheme[16];
	size_t n = 0;
	for (const char *p = url; *p; p++) {
		unsigned char c = (unsigned char)*p;
		if (c <= ' ' || c == 0x7f) /* browsers skip these, so do we */
			continue;
		if (c == '/' || c == '?' || c == '#')
			return true;
		if (c == ':')
			break;
		if (n + 1 == sizeof scheme)
			return strchr(p, ':') == NULL ||
			       strcspn(p, "/?#") < strcspn(p, ":");
		scheme[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	if (!strchr(url, ':'))
		return true;
	scheme[n] = '\0';
	for (size_t i = 0; i < COUNT(allowed); i++)
		if (strcmp(scheme, allowed[i]) == 0)
			return true;
	return n == 0;
}

bool url_is_site(const char *text)
{
	size_t scheme = strncmp(text, "https://", 8) == 0  ? 8
	                : strncmp(text, "http://", 7) == 0 ? 7
	                                                   : 0;
	const char *host = text + scheme;
	size_t len = strcspn(host, "/");
	bool has_host = len > 0 && text_check(host, len) == len &&
	                strcspn(host, "@\\%'()$&*+,;=!~") >= len && *host != ':' &&
	                *host != '.' && *host != '-';
	for (const char *p = text; *p; p++)
		if ((unsigned char)*p <= ' ' || strchr("\x7f\"<>\\^`{|}?#", *p))
			return false;
	return scheme > 0 && has_host;
}
