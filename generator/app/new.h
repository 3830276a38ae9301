#ifndef APP_NEW_H
#define APP_NEW_H

/*
 * `sommaire new TYPE "Titre" [DIR]`: a page of the right shape, and its line
 * in the table of contents. Nothing that exists is written over.
 */

#include "app/build.h"

/* The folder, the language and whether to keep quiet are read from the options. */
enum status new_page(const char *type, const char *title,
                     const struct build_options *asked);

#endif
