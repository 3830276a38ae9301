#ifndef SITE_FOLLOW_H
#define SITE_FOLLOW_H

/*
 * What leads to a file that gets another name, wherever the course says it: links of
 * pages and of files that they include, lines of the table of contents, redirects of
 * site.yml and .gitbook.yaml, the menu, front matter.
 */

#include "base/map.h"
#include "site/stages.h"
#include "words/located.h"

struct following {
	struct located *located;
	struct stages *stages;
	struct map uses; /* path of a file of the content -> what leads to it */
};

/* Renames a file of the course, and writes anew all that leads to it; both paths as
 * authors know them. False, and nothing is changed, when one of these cannot be written.
 */
bool follow_renaming(struct following *f, const char *from, const char *to);

#endif
