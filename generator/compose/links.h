#ifndef COMPOSE_LINKS_H
#define COMPOSE_LINKS_H

/*
 * Where a link or an image of a page leads, checked.
 */

#include "base/map.h"
#include "base/mem.h"
#include "compose/publishable.h"
#include "course/composed.h"
#include "course/site.h"
#include "markup/tree.h"
#include "settle/destinations.h"
#include "settle/notes.h"
#include "words/diag.h"

struct link_context {
	const struct site *site;
	const struct page *page;
	/* the file that paths start from: the page's, or an included one */
	const char *from;
	struct document *doc;
	struct diag *diag;
	/* the node or element whose address is looked at, and where addresses stand in
	 * the page's own text; NULL: nobody wants changes */
	const void *looked_at;
	const struct destinations *written;
	struct link *links;
	size_t n_links, cap_links;
	uint32_t *linked; /* numbers of pages, each once */
	size_t n_linked, cap_linked;
	uint32_t *assets; /* likewise of files */
	size_t n_assets, cap_assets;
	struct publishing publishing;
	/* to anchors of the page itself: checked by links_check_locals */
	struct local_link *locals;
	size_t n_locals, cap_locals;
	int n_searches; /* for the nearest name of what is not there */
};

/* Resolves an address as the author wrote it. Never NULL. An empty one is told with the
 * link's words, which may be "". */
struct link_note *link_resolve(struct link_context *c, const char *url, const char *words,
                               struct place at);
struct link_note *image_resolve(struct link_context *c, const char *url, struct place at);
/* "modèle.pdf" of an address, decoded. */
const char *link_file_name(struct arena *a, const char *url);

/* What dead links of a page may have meant is looked for so often: a search sees many
 * names. */
enum { MOST_SEARCHES = 20 };

/* The anchors of a page, ready to be looked up: indexed when they are many, or not found
 * as written. */
struct anchors {
	const struct heading *headings;
	size_t n;
	struct arena *arena;
	struct map exact; /* id, alias -> struct heading */
	/* what GitBook makes of its text, the page's title too; letters and digits alone
	 */
	struct map computed, bare;
	bool is_loose;        /* these two are filled */
	struct nearest *near; /* ids; NULL: nobody looked for the nearest yet */
};

struct anchors anchors_of(const struct heading *headings, size_t n, struct arena *a);
/* The heading that an anchor means: its id, an alias, what its text gives on GitBook, or
 * the same letters and digits; NULL: none. Only the first two are printed; links are
 * written anew, with the id. */
const struct heading *anchor_find(struct anchors *x, const char *anchor);
/* The id of the heading nearest to an anchor that does not exist; NULL: none is near. */
const char *anchor_nearest(struct anchors *x, const char *anchor);
/* Once all of the page's anchors are known: links get their headings' ids and words, dead
 * ones are reported and dropped. */
void links_check_locals(struct link_context *c, const struct heading *headings, size_t n);

#endif
