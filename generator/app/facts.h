#ifndef APP_FACTS_H
#define APP_FACTS_H

/*
 * `sommaire facts [DIR]`: what the generator knows of each page, as JSON, for tools
 * that search a course, follow its changes or rewrite its links.
 *
 * The form is stable: keys may be added, none changes its sense. sommaire(1) describes
 * it.
 */

#include "app/build.h"

/* Writes them to standard output. What is wrong in the course is not told: that is
 * `check`. */
enum status facts_run(const struct build_options *asked);

#endif
