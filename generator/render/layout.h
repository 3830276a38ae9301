#ifndef RENDER_LAYOUT_H
#define RENDER_LAYOUT_H

/*
 * The last stages of a page: the theme's template over its view, staged in
 * the output; and the files that stand for no page.
 */

#include "render/output.h"
#include "render/theme.h"

struct layout {
	const struct site *site;
	const struct theme *theme;
	const struct output *output;
};

/* Lays one page out and stages it; fills its fields under "lay out". Faults go to
 * page->diag, which is emptied first; a failure of the machine to page->write_error. */
void layout_page(const struct layout *l, struct page *page, struct arena *store,
                 struct arena *scratch);

/*
 * Parent: notes all files in the order in which readers may meet them:
 * assets, pages, shared files. False, with a report, when the machine refuses.
 */
bool layout_finish(const struct layout *l, struct output *output, struct site *site);

#endif
