#ifndef DATA_CONFLICTS_H
#define DATA_CONFLICTS_H

/*
 * The marks that git leaves where two versions of a text contradict each other, and the
 * text as one of them has it: so that they are told once, and nothing else of them is.
 * https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
 */

#include "base/mem.h"
#include "words/diag.h"

/* Lines of one conflict, from 1; `end` is that of the mark that closes it, or the last
 * one of the text. */
struct conflict {
	int start, end;
};

struct conflicts {
	struct conflict *items;
	size_t n, cap;
};

/* What is left between the marks. */
enum conflict_keep { KEEP_FIRST, KEEP_BOTH };

/* The conflicts of a text; in the arena. */
struct conflicts conflicts_find(struct arena *a, const char *text, size_t len);
/* The text with blanks in the place of marks, and of a version that is left out: lines
 * and bytes stay where they are. `text` itself where there is no conflict. */
const char *conflicts_settle(struct arena *a, const char *text, size_t len,
                             enum conflict_keep keep);
/* Reports each at its first line; `first_line` is the line of the file on which the text
 * starts. */
void conflicts_report(const struct conflicts *c, const char *path, int first_line,
                      struct diag *d);
/* Whether a line is in one of them, or at its end. */
bool conflicts_hold(const struct conflicts *c, int line);

#endif
