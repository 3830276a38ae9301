#ifndef SITE_STAGES_H
#define SITE_STAGES_H

/*
 * The recipe, as a library.
 *
 *     load -> history -> compose -> connect -> lay out -> finish
 *     parent  worker     workers    parent     workers    parent
 *
 * Commands call the stages in this order and stop where they have what they
 * need. A stage takes what the ones before it returned as const. Several
 * courses may be held by one process, each in stages of its own; only one of
 * them works at a time.
 */

#include "base/mem.h"
#include "compose/compose.h"
#include "connect/book.h"
#include "course/composed.h"
#include "course/site.h"
#include "site/layout.h"
#include "site/output.h"
#include "source/history.h"
#include "theme/edition.h"
#include "theme/theme.h"
#include "words/diag.h"

enum stage {
	STAGE_LOAD,
	STAGE_HISTORY,
	STAGE_COMPOSE,
	STAGE_CONNECT,
	STAGE_LAYOUT,
	STAGE_FINISH,
	N_STAGES
};

/* One course, and how far it has come. */
struct stages {
	const struct options *options;
	struct mapping *mapping;
	struct arena arena; /* the parent's, over the mapping */
	struct diag diag;   /* everything that was found */

	struct site site; /* load */
	struct theme theme;
	struct history_file *history;      /* history; by number of page */
	const struct composed **composed;  /* compose; by number of page */
	const struct connected *connected; /* connect */
	struct laid_out *laid_out;         /* lay out; by number of page */
	struct laid_out *assets;           /* the same of files, as in site.assets */
	struct output output;              /* where it is laid out to */
	struct book book;                  /* all of these, for who only reads them */
	struct edition edition, one_page;  /* as what they are shown */

	/* Called when a stage begins and when it ends; NULL: nobody watches. */
	void (*watch)(const struct stages *s, enum stage stage, bool begins);
	/* Called now and then within a stage, with how many pages are done; NULL, too. */
	void (*count)(const struct stages *s, size_t done, size_t n);
	enum stage stage; /* at hand */
	double seconds[N_STAGES];
	size_t peak;              /* bytes of all processes together; 0: not asked for */
	double started;           /* the stage at hand */
	bool is_git_lost;         /* it did not give a file that was there */
	struct composer composer; /* of a worker; laying out takes its scratch, too */
};

/* Makes room for a course. `options` must outlive the stages. */
void stages_open(struct stages *s, const struct options *options);
/* Reads the course and its theme. False, with a report, when there is none or the machine
 * is at fault. */
bool stages_load(struct stages *s);
/* When each page last changed, and who wrote it, from git. */
void stages_read_history(struct stages *s);
/* Composes all pages, each on its own. False, with a report: the machine is at fault. */
bool stages_compose(struct stages *s);
void stages_connect(struct stages *s);
/* Of the pages that are in no table of contents: those that are awaited there, or drafts
 * too, and what belongs to other spaces. */
enum outside_pages { OUTSIDE_AWAITED, OUTSIDE_ALL };
/* Composes these pages for a report that looks at them too: what is wrong there is added
 * to `d`. Behind stages_connect. */
bool stages_look_outside(struct stages *s, enum outside_pages which, struct diag *d);
/* Asks search what editors expect of it, where nothing is laid out, which does so, too.
 */
void stages_ask_search(struct stages *s);
/* Takes the output folder. False, with a report, when it is refused or in use. */
bool stages_open_output(struct stages *s);
/* Lays out all pages, and puts all in its place. False, with a report. */
bool stages_write(struct stages *s);
void stages_close(struct stages *s);

#endif
