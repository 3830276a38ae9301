#ifndef APP_EXPLAIN_H
#define APP_EXPLAIN_H

/* `sommaire explain CODE`: cause and cure of a diagnostic; without a code, the list of
 * codes with a sentence each. */

#include "app/build.h"
#include "words/language.h"

enum status explain_code(const char *typed, enum language lang);

#endif
