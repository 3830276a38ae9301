#ifndef CHECK_OMISSIONS_H
#define CHECK_OMISSIONS_H

/*
 * What a page most likely lacks by oversight: any text, or the type that all
 * other pages of its folder have.
 */

#include "course/site.h"
#include "data/yaml.h"

/* Whether a page's file holds nothing but front matter and a heading. */
bool omissions_is_empty(const struct front_matter *f);
void omissions_check(struct site *site);

#endif
