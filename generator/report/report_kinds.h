#ifndef REPORT_REPORT_KINDS_H
#define REPORT_REPORT_KINDS_H

/*
 * Kinds of findings under the names that people give them: finer than codes, where one
 * code says several things. A code without a row is a kind named by itself.
 */

#include <stdbool.h>

#include "words/message_names.h"

struct report_kind {
	const char *code;
	int message;  /* an enum message; -1: all others of the code */
	bool is_list; /* no fault: it has a section of its own in the report */
	enum sentence name;
};

/* The kind of a message, NULL when its code has no row, and its rank in reports: small
 * numbers first, one for all codes without a row. */
const struct report_kind *report_kind_of(enum message m, int *rank);

#endif
