#ifndef RENDER_SLIPS_H
#define RENDER_SLIPS_H

/*
 * Slips of the pen: what was meant for Markdown and stayed text.
 *
 * The page is only read, before anything else is done to its tree.
 */

#include "format/markdown.h"

void slips_report(struct document *doc, struct diag *d);

#endif
