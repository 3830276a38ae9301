#ifndef REPORT_REPORT_GITBOOK_H
#define REPORT_REPORT_GITBOOK_H

/*
 * What GitBook shows and this site shows otherwise, and the pages where it occurs.
 *
 * Found in the files as they are written, fenced code left out: a list for people who
 * move a course, not a finding.
 */

#include "base/mem.h"
#include "course/site.h"
#include "words/message_names.h"

enum { N_DIFFERENCES = 13 };

struct difference {
	enum sentence text;     /* one sentence or two */
	struct page_list pages; /* published ones */
};

/* Fills `found`; rows without a page do not occur in the course. */
void report_differences(const struct site *site, struct arena *a,
                        struct difference found[N_DIFFERENCES]);

#endif
