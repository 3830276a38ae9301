#ifndef DATA_URL_H
#define DATA_URL_H

/*
 * What an address may be, by where it is written.
 */

#include <stdbool.h>

#include "base/mem.h"

/* Whether an address may be followed: relative, http, https, mailto, tel … but not
 * javascript or data, however it is disguised. */
bool url_is_safe(const char *url);
/* Whether this is a whole address of the web, and nothing beside it: http or https, a
 * host, nobody's password. */
bool url_is_web(const char *text);
/* Whether pages may stand below an address: one of the web without a query or an
 * anchor. */
bool url_is_site(const char *text);
/* Whether this is a folder of the same host, by its path from another one. */
bool url_is_folder(const char *text);
/* Whether one may write to it: "equipe@exemple.fr". */
bool url_is_mailbox(const char *text);
/* Whether an address of the web was meant, as by "https:a.fr", "HTTP://a.fr", "httpx:a":
 * it starts so, and is no sentence. */
bool url_looks_web(const char *text);
/* Whether it is an image itself, as one that was pasted. */
bool url_is_image(const char *url);
/* An address as messages name it: such an image may be megabytes long. */
const char *url_told(struct arena *a, const char *url);
/* The address with one slash for each run of them in its path, which "//a.fr" would not
 * stay in; `url` itself when there is none. */
const char *url_collapse(struct arena *a, const char *url);

#endif
