#ifndef APP_NEW_H
#define APP_NEW_H

/*
 * `sommaire new TYPE "Titre" [DIR]`: a page of the right shape, and its line
 * in the table of contents. Nothing that exists is written over.
 */

#include "app/build.h"

enum status new_page(const char *type, const char *title, const char *root);

#endif
