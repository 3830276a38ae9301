#ifndef APP_INIT_H
#define APP_INIT_H

/*
 * `sommaire init [DIR]`: makes a repository of content ready: site.yml, the faults of
 * today as known ones, and a forge's workflow. What is there is left as it is, and said.
 */

#include "app/build.h"

/* The folder, the language and whether to keep quiet are read from the options. */
enum status init_course(const struct build_options *asked);

#endif
