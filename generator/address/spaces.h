#ifndef ADDRESS_SPACES_H
#define ADDRESS_SPACES_H

/*
 * Several spaces in one repository: each folder with a table of contents of its own, and
 * what docs.yaml lists, is another site. One is built at a time.
 */

#include "course/site.h"

/* Whether a file belongs to a folder that has a table of contents of its own. */
bool spaces_own(const struct site *site, const char *path);
/* Whether the content is no course, but a folder of several: then they are told. For a
 * content without a table of contents. */
bool spaces_refuse(struct site *site);
/* Records each space that is not built, and how it would be. */
void spaces_record(struct site *site);

#endif
