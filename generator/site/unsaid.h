#ifndef SITE_UNSAID_H
#define SITE_UNSAID_H

/*
 * What a publisher left unsaid of the course: its language, its name. It is taken from
 * what is there, and told.
 */

#include "course/site.h"

/* Settles site->config.language where site.yml does not say it: by docs.yaml, or by what
 * the first pages of the table of contents are written in; it stays French where that is
 * not clear. */
void unsaid_language(struct site *site);
/* Settles site->config.title where site.yml does not say it: by docs.yaml, by the title
 * of the home, or, where any course could have that one, by the name of its repository or
 * folder. */
void unsaid_title(struct site *site);

#endif
