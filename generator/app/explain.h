#ifndef APP_EXPLAIN_H
#define APP_EXPLAIN_H

/* `sommaire explain CODE`: cause and cure of a diagnostic; without a code, the list of
 * codes with a sentence each. As Markdown, a page where each code is a heading, so that
 * its anchor is the code, with all that its messages say. */

#include "app/build.h"
#include "report/report.h"
#include "words/language.h"

/* `typed`: a code, or NULL. */
enum status explain_code(const char *typed, enum report_format format,
                         enum language lang);

#endif
