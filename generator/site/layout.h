#ifndef SITE_LAYOUT_H
#define SITE_LAYOUT_H

/*
 * The last stages of a page: the theme's template over its view, staged in
 * the output; and the files that stand for no page.
 */

#include "base/file.h"
#include "base/mem.h"
#include "course/site.h"
#include "site/output.h"
#include "theme/edition.h"
#include "theme/theme.h"
#include "words/diag.h"

struct layout {
	const struct edition *edition;
	/* for the page that holds the whole course; NULL: there is none */
	const struct edition *one_page;
	bool is_alone; /* it is all that is laid out */
	const struct theme *theme;
	const struct output *output;
};

/* What became of a page. */
struct laid_out {
	uint64_t hash; /* of the file */
	size_t size;
	bool is_kept;    /* the file there was equal */
	bool is_written; /* otherwise `reason`, an errno, says why not */
	int reason;
	const struct finding *findings; /* on the template */
	size_t n_findings;
};

/* One page as its file will have it, in `scratch`; it needs no output. What is wrong with
 * the template is added to `d`. */
struct bytes layout_render(const struct layout *l, const struct page *page,
                           struct arena *scratch, struct diag *d);
/* Lays one page out and stages it. Findings live in `results`; `scratch` is reset. */
struct laid_out layout_page(const struct layout *l, const struct page *page,
                            struct arena *results, struct arena *scratch);

/*
 * Parent: notes all files in the order in which readers may meet them:
 * assets, pages, shared files. `pages` are by number. False, with a report, when the
 * machine refuses.
 */
bool layout_finish(const struct layout *l, struct output *output,
                   const struct laid_out *pages, struct diag *d);

#endif
