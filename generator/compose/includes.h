#ifndef COMPOSE_INCLUDES_H
#define COMPOSE_INCLUDES_H

/*
 * `{% include "../.gitbook/includes/contact.md" %}`: another file's text in
 * this one's place.
 *
 * The file is parsed by itself, so that nothing that it leaves open swallows
 * the page; its tree hangs below the tag's element. Faults in it are told at
 * its own lines, and its links start from its own folder. What a page
 * includes is found while it is composed: no other page is looked at.
 */

#include "course/site.h"
#include "markup/tree.h"

/* Reads what a page includes, and what that includes. */
void includes_expand(const struct site *site, const struct page *page,
                     struct document *doc);

#endif
