#ifndef RENDER_SLIPS_H
#define RENDER_SLIPS_H

/*
 * Slips of the pen: what was meant for Markdown and stayed text, and
 * questions of a quiz that cannot be answered.
 *
 * The page is only read, before anything else is done to its tree.
 */

#include "format/markdown.h"
#include "model/site.h"

void slips_report(struct document *doc, enum page_type type, struct diag *d);

#endif
