#ifndef REPORT_EXCERPT_H
#define REPORT_EXCERPT_H

/*
 * The line that a finding is about, from the course's file. A file is read once for all
 * of its findings, when these come in order.
 */

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "course/site.h"
#include "source/source.h"
#include "words/diag.h"

struct excerpt {
	const struct site *site; /* NULL: there is no line to show */
	int widest;              /* characters of a line that are shown; 0: 200 */
	struct arena arena;
	const char *path;
	struct bytes bytes;
	bool is_there;
	/* The last place asked for, since findings come in order: a line, where it
	 * starts, and the byte of a column in it. */
	int line, column;
	const char *at;
	size_t byte, len; /* len: of the line */
};

/* The file behind a path as authors know it; NULL: it is no file of the content. */
const struct source_file *excerpt_file(const struct site *site, const char *path);
/* Adds the line of a finding, cut when it is very long, and a caret below the place;
 * nothing when there is no such line. */
void excerpt_add(struct excerpt *x, const struct finding *f, struct buf *out);
/* What a finding stands on: its line from its column on, without the white space around
 * it; "" when there is no such line. Lives until the next call. */
const char *excerpt_text(struct excerpt *x, const struct finding *f, size_t *len);
void excerpt_close(struct excerpt *x);

#endif
