#ifndef REPORT_REPORT_MARKDOWN_H
#define REPORT_REPORT_MARKDOWN_H

/* What the parts of the Markdown report share: its findings, and how it is written. */

#include "base/map.h"
#include "base/mem.h"
#include "report/report_internal.h"
#include "report/report_kinds.h"

/* One finding of the report. */
struct item {
	const struct finding *finding;
	const struct report_kind *kind; /* NULL: its code is its kind */
	int rank;
	enum severity severity;
	bool is_known, is_outside;
	size_t order; /* in which it was found */
};

struct markdown {
	struct report *r;
	FILE *out;
	struct arena arena;
	struct map outside; /* paths of pages that are not published */
	struct item *items;
	size_t n, cap;
	bool is_below_heading; /* which left a blank line */
};

/* The sentence in the report's language. */
const char *markdown_say(const struct markdown *m, enum sentence s);
/* Writes one, with these counts (at most 9) for {1}, {2} … */
void markdown_counts(struct markdown *m, enum sentence s, const size_t *counts, size_t n);
/* Text of the course between our Markdown: it is no markup, and nothing of it is obeyed.
 */
void markdown_text(struct markdown *m, const char *text);
void markdown_code(struct markdown *m, const char *text); /* the same as code */
void markdown_heading(struct markdown *m, int level, const char *text);
/* A list is open where it is short. Returns whether it was folded, for the other one. */
bool markdown_open_list(struct markdown *m, size_t n, const char *name);
void markdown_close_list(struct markdown *m, bool was_folded);

size_t markdown_count_hidden(const struct site *site);
/* Parts that are about the course as a whole. */
void markdown_addresses(struct markdown *m);
void markdown_redirects(struct markdown *m);
void markdown_reviews(struct markdown *m);
void markdown_hidden(struct markdown *m);
void markdown_differences(struct markdown *m);

#endif
