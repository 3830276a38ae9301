#ifndef WORDS_ABOUT_H
#define WORDS_ABOUT_H

/*
 * What the manuals say of a command, an option, a key or a type of page, by its name. The
 * tables of those things decide which there are.
 */

#include "words/language.h"

/* Of "build" among "command", of "title" in "site.yml"; words between accents (`) are
 * what one types. NULL: nothing is said of it. */
const char *about(const char *of, const char *name, enum language lang);

#endif
