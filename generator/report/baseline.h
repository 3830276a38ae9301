#ifndef REPORT_BASELINE_H
#define REPORT_BASELINE_H

/*
 * The baseline: a file of faults that are known, so that a course with inherited ones is
 * green, and only new ones are told.
 *
 * A line names a fault by file, code and what it is about, with a number, never by its
 * place: text may move. Of more faults of one name than the number says, the last ones of
 * the file are new. A line whose file is gone stands for the same fault anywhere else:
 * the file was renamed. What is about no file of the course, or about the machine, is
 * never known.
 *
 * The file notes the version that wrote it, and the generation of its messages.
 */

#include "base/map.h"
#include "base/mem.h"
#include "course/site.h"
#include "report/report.h"
#include "words/diag.h"
#include "words/language.h"

struct baseline {
	const struct site *site;
	/* of the file, to open and to tell; NULL: none is in force */
	const char *path, *shown;
	struct arena arena;
	int generation; /* the newest messages that it may know: see message_since */
	struct known **known;
	size_t n, cap;
	/* by_rest: of files that are gone, without the file */
	struct map by_name, by_rest;
	struct map unlisted; /* see site_map_unlisted */
	struct diag taken;
	/* the command line names a file that is no baseline: nothing is to be done */
	bool is_refused;
	bool has_outside; /* pages that are not listed were looked at, too */
};

/* Reads the baseline that the command line or site.yml names, if any, and reports into
 * the site's diag what is wrong with it. */
void baseline_read(struct baseline *b, const struct site *site);
/* Of pages that no table of contents has: those that the baseline knows as such, or that
 * were there before (page.is_added), have notes at most; that another one is not listed
 * is a fault. */
void baseline_weigh_outside(struct baseline *b, struct diag *d);
/* Moves the findings that are known from the sorted `d` to b->taken, and adds to
 * `d` how many lines are no longer needed. Messages that are newer than the baseline are
 * remarks: it could not know them. */
void baseline_take(struct baseline *b, const struct report *r, struct diag *d);
/* The same for every finding that may stand in a baseline. */
void baseline_take_all(struct baseline *b, const struct report *r, struct diag *d);
/* Writes what was taken to a file that is new or a baseline, through no symbolic
 * link (see file_replace); false with errno, EEXIST when it is something else. */
bool baseline_write(struct baseline *b, const char *path, enum language lang);
void baseline_close(struct baseline *b);

#endif
