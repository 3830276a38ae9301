#ifndef MARKUP_EMBED_DATA_H
#define MARKUP_EMBED_DATA_H

/*
 * `{% embed data="{\"url\":\"…\",\"title\":\"…\"}" %}`: how GitBook wrote embeds before
 * 2020. All is in one value, in JSON.
 */

#include "base/mem.h"

struct embed_data {
	const char *url, *title; /* NULL: it says none */
};

/* What the value says; nothing when it is no JSON. */
struct embed_data embed_data_read(struct arena *a, const char *json);

#endif
