#ifndef APP_INIT_H
#define APP_INIT_H

/*
 * `sommaire init [DIR]`: makes a repository of content ready: site.yml, the faults of
 * today as known ones, and a forge's workflow. What is there is left as it is, and said.
 */

#include "app/build.h"

enum status init_course(const char *root);

#endif
