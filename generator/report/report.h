#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

/*
 * Findings as people and machines read them, and how grave each is here.
 */

#include <stdio.h>

#include "base/terminal.h"
#include "connect/book.h"
#include "course/site.h"
#include "report/places.h"
#include "words/diag.h"
#include "words/language.h"
#include "words/message_names.h"

enum report_format {
	REPORT_TEXT,
	REPORT_MARKDOWN,
	REPORT_JSON,
	REPORT_SARIF,
	REPORT_GITHUB
};

struct report {
	const struct site *site;
	const struct connected *connected; /* NULL: it did not come so far */
	enum language lang;
	bool is_strict;           /* warnings count as errors */
	bool without_exceptions;  /* severities of `checks:` are ignored */
	const struct diag *known; /* that the baseline knows; NULL: none is in force */
	/* what it is written to; a text says only the worst there, unless all is asked
	 * for */
	struct terminal terminal;
	bool lists_all;
	struct places places; /* as who reads opens what is found */
	size_t n_errors, n_warnings, n_notes, n_remarks;
};

/* How grave a finding is, `checks:` of site.yml considered. */
enum severity report_severity(const struct report *r, const struct finding *f);
/* Counts the sorted findings; writes them to `out` in a format. Text shows the line and a
 * caret. Faults of pages that are published come first in text and annotations, and in
 * text many pages that are not in the table of contents are one line. */
void report_write(struct report *r, const struct diag *d, enum report_format format,
                  FILE *out);
/* One finding that belongs to no report: why a command did nothing. */
void report_alone(enum language lang, const struct finding *f, FILE *out);
/* Why a file of the course was not written, by errno; the finding keeps `path`. */
struct finding report_unwritten(const char *path, int reason);
/* Reports unknown codes and severities in `checks:`. */
void report_check_config(struct site *site);

#endif
