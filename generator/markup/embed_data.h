#ifndef MARKUP_EMBED_DATA_H
#define MARKUP_EMBED_DATA_H

/*
 * `{% embed data="{\"url\":\"…\",\"title\":\"…\"}" %}`: how GitBook wrote embeds before
 * 2020. All is in one value, in JSON.
 */

#include "markup/tags.h"

/*
 * Gives the tag the attributes that it would have today, `url` and `caption`, ahead of
 * its own. It stays as it is when `data` is no JSON, has no address, or is not needed.
 */
void embed_data_unfold(struct arena *a, struct tag *tag);

#endif
