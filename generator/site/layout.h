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

/* What became of a page, or of a file of the content. */
struct laid_out {
	uint64_t hash; /* of the file */
	size_t size;
	bool is_kept; /* the file there was equal */
	/* otherwise `reason`, an errno, says why not; 0: it may not be */
	bool is_written;
	int reason;
	const struct finding *findings; /* on the template, or the file */
	size_t n_findings;
};

/* One page as its file will have it, in `scratch`; it needs no output. What is wrong with
 * the template is added to `d`. */
struct bytes layout_render(const struct layout *l, const struct page *page,
                           struct arena *scratch, struct diag *d);
/* Lays one page out and stages it. Findings live in `results`; `scratch` is reset. */
struct laid_out layout_page(const struct layout *l, const struct page *page,
                            struct arena *results, struct arena *scratch);

/* Stages a file of the content, in the same way. Of a git tree it is read by this
 * process, which that may end (source/apart.h). */
struct laid_out layout_asset(const struct layout *l, const struct asset *asset,
                             struct arena *results, struct arena *scratch);

/* All that was laid out: pages by number, files of the content by their place in
 * site.assets. */
struct all_laid_out {
	const struct laid_out *pages, *assets;
};

/*
 * Parent: notes all files in the order in which readers may meet them:
 * assets, pages, shared files. False, with a report, when the machine refuses.
 */
bool layout_finish(const struct layout *l, struct output *output,
                   const struct all_laid_out *all, struct diag *d);

#endif
