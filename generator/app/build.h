#ifndef APP_BUILD_H
#define APP_BUILD_H

/*
 * The recipe: the stages, in order.
 *
 *     load -> history -> compose -> connect -> lay out -> finish
 *     parent  worker     workers    parent     workers    parent
 */

#include "base/mem.h"
#include "course/site.h"
#include "report/report.h"
#include "words/language.h"

/* Exit statuses of every command. */
enum status {
	STATUS_FINE = 0,
	/* the course has errors; everything was written all the same */
	STATUS_COURSE = 1,
	/* the command or the machine is at fault; nothing earlier was lost */
	STATUS_MACHINE = 2,
};

enum build_goal {
	BUILD_WRITE, /* the whole site */
	BUILD_CHECK, /* up to connect, and the theme's templates: nothing is written */
};

/* What `init` asks of a check. */
struct build_facts {
	struct arena *arena;          /* the caller's, for title and language */
	const char *title, *language; /* of the site; NULL: its language is not known */
	enum language messages;       /* what authors are told in */
	size_t n_known;               /* faults that were written to the baseline */
};

/* Of CPU that a page, and that a reading of git may take, unless asked otherwise. */
enum { PAGE_SECONDS = 10, GIT_SECONDS = 60 };

struct build_options {
	struct options options;
	enum build_goal goal;
	enum report_format format;
	bool fixes, is_dry_run; /* of a check: app/fix.h */
	bool lists_all;         /* on a terminal, too */
	bool has_language;
	enum language lang; /* of messages, when asked for; the site's otherwise */
	/* to fill; then findings are told only when the check failed, and a baseline
	 * without faults is not written. NULL otherwise */
	struct build_facts *facts;
};

enum status build_run(const struct build_options *options);

#endif
