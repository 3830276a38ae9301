#ifndef REPORT_REPORT_CHANGES_H
#define REPORT_REPORT_CHANGES_H

/* Changes to files as people read them before they are made: lines that go, lines that
 * come. */

#include <stdio.h>

#include "base/edits.h"
#include "words/language.h"

/* File by file, in the form of a unified diff without context, and then the renamings. */
void report_changes(const struct edits *e, enum language lang, FILE *out);

#endif
