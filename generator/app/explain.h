#ifndef APP_EXPLAIN_H
#define APP_EXPLAIN_H

/* `sommaire explain CODE`: cause and cure of a diagnostic; without a code, the list of
 * codes. */

#include "app/build.h"

enum status explain_code(const char *code, enum language lang);

#endif
