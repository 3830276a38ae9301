#ifndef CHECK_UNREAD_H
#define CHECK_UNREAD_H

/*
 * Files that are known by their exact name, and files that have nearly such a name.
 */

#include "course/site.h"

/* Says which files look like settings, or like the page of a folder, and are none. */
void unread_check(struct site *site);

#endif
