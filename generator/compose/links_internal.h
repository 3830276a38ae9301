#ifndef COMPOSE_LINKS_INTERNAL_H
#define COMPOSE_LINKS_INTERNAL_H

/* What the files of the links share; nothing here is for others. */

#include "compose/links.h"
#include "source/source.h"

/* An address taken apart. */
struct address {
	const char *path;   /* decoded, without query and fragment */
	const char *query;  /* "?…" or "" */
	const char *anchor; /* decoded, without "#"; NULL: none */
};

struct address link_take_apart(struct arena *a, const char *url);
struct link_note *link_new_note(struct link_context *c, enum link_kind kind);
struct link_note *link_to_page(struct link_context *c, const struct page *target,
                               const struct address *address, struct place at);
struct link_note *link_to_asset(struct link_context *c, const struct source_file *file,
                                const struct address *address, struct place at);

/* The cure of what was just reported of the link that is looked at: its address leads to
 * the file `path`, from the content; its query and anchor stay. Nothing where it does not
 * stand in the page's own text. */
void link_cure(struct link_context *c, const char *path);
/* The cure of what was just reported of it: another address, all of it. */
void link_cure_address(struct link_context *c, const char *fresh);
/*
 * An address with a scheme that is not what it seems: the site's own is made
 * local, GitBook's name for a page of another space becomes that space's
 * address, and the editor's is dropped. NULL: it is another site's.
 */
struct link_note *link_absolute(struct link_context *c, const char *url, struct place at);
/* The address of the web that was meant by one with a slip, as "http:/a.fr",
 * "htpps://a.fr", "https//a.fr"; NULL: none was. */
const char *link_web_meant(struct arena *a, const char *url);
/* Whether an address is on the machine or in the network of who wrote it. */
bool link_is_private(const char *url);

#endif
