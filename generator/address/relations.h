#ifndef ADDRESS_RELATIONS_H
#define ADDRESS_RELATIONS_H

/*
 * What front matter says of other pages must make sense: a prerequisite is
 * read before, and never in a circle; a case study illustrates technique
 * sheets. What follows from it for the other page is derived by connect.
 */

#include "course/site.h"

/*
 * Once ids are resolved: reports what makes no sense at the place where it is
 * written, each circle once. A page that names itself is taken out of its
 * prerequisites, and what is no sheet out of `sheets`.
 */
void relations_check(struct site *site);

#endif
