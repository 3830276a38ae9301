#ifndef COMPOSE_EMBEDS_H
#define COMPOSE_EMBEDS_H

/*
 * What a block that leads elsewhere is called: a film at Vimeo, a table at
 * Airtable, a file to download.
 *
 * Nothing of the other site is loaded: neither a frame nor a picture. The
 * block is a link that says what is there and at whose place.
 */

#include "base/mem.h"
#include "words/labels.h"

/* "Voir la vidéo sur Vimeo"; for a site of which nothing is known its address, shortened.
 */
const char *embed_label(struct arena *a, const char *url, const struct labels *words);
/* "exemple.org"; NULL when the address has no host. */
const char *embed_host(struct arena *a, const char *url);
/* "PDF, 1,2 Mo": what a reader wants to know before taking a file. A size of 0 is not
 * known; NULL: nothing is. */
const char *file_detail(struct arena *a, const char *path, size_t size,
                        const struct labels *words);

#endif
