#ifndef DATA_URL_H
#define DATA_URL_H

/*
 * What an address may be, by where it is written.
 */

#include <stdbool.h>

/* Whether an address may be followed: relative, http, https, mailto, tel … but not
 * javascript or data, however it is disguised. */
bool url_is_safe(const char *url);
/* Whether pages may stand below an address: http or https, a host, and nothing that an
 * address may not hold. */
bool url_is_site(const char *text);

#endif
