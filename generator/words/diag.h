#ifndef WORDS_DIAG_H
#define WORDS_DIAG_H

/*
 * Diagnostics: what we tell the author about the course.
 *
 * A stage reports a problem and goes on. Every message is a row of
 * words/messages.h, in French and English; several messages may share one
 * code, the stable name that `explain` and `checks:` know. Only progress
 * prints to stderr beside this module.
 */

#include <stdbool.h>
#include <stdio.h>

#include "base/map.h"
#include "base/mem.h"
#include "words/language.h"
#include "words/message_names.h"

struct place {
	/* as the author knows it: "content/ch1.md"; NULL: no file is meant */
	const char *path;
	int line;   /* from 1; 0 when the whole file is meant */
	int column; /* in characters, from 1; 0 when the whole line is */
};

enum severity {
	SEVERITY_NONE,
	SEVERITY_REMARK, /* of style: in reports that are read at leisure, nowhere else */
	SEVERITY_NOTE,
	SEVERITY_WARNING,
	SEVERITY_ERROR
};

/*
 * A part of the one cure that a finding has: where it stands, the text there, and what
 * comes in its place. An empty `old` inserts. Lines are the file's, columns are counted
 * as those of places; 0 is the line's start. With `renames` the file itself gets the name
 * `fresh`, from the same folder as its own, and all links to it with it.
 */
struct change {
	struct place at;
	const char *old, *fresh;
	bool renames;
	size_t order; /* in which the diag got it */
};

/* Of one finding so many are kept: what is longer is mended in several goes. */
enum { MOST_CHANGES = 32 };

struct finding {
	enum message message;
	struct place at;
	int width;           /* characters that the caret underlines; 0 counts as 1 */
	const char *args[4]; /* what {1} … {4} stand for; NULL when not given */
	/* not 0: it stands for so many more of its message in its file, which are not
	 * kept one by one */
	size_t n_more;
	/* its severity is no higher, whatever its row and site.yml say: readers do not
	 * see its page; 0: as they say */
	enum severity at_most;
	/* the line of its place, where it was at hand; NULL: it must be read to be shown
	 */
	const char *line;
	/* its one cure; none where nobody asked, or where a person must choose */
	struct change *changes;
	size_t n_changes;
};

/* Of a message in one file so many are kept: what somebody can mend one by one. */
enum { MOST_KEPT = 1000 };

struct diag {
	struct arena *arena; /* findings and their strings are kept here */
	struct finding *findings;
	size_t n, cap;
	struct map tallies; /* how often each message was reported of each file */
	/* something is there and could not be read: nothing that would be made of the
	 * rest may be published */
	bool has_unread;
	bool wants_changes; /* findings carry their cures */
	bool is_last_kept;  /* of what was reported */
	size_t n_changes;
};

/* Where byte `offset` of `src` stands, a text whose first line has this number in the
 * file. */
struct place place_of_byte(const char *path, const char *src, size_t offset,
                           int first_line);

/*
 * Report a message at a place, with the strings for {1}, {2} … (at most 4),
 * closed by NULL. Strings and the path are copied into the diag's arena.
 */
void diag_report(struct diag *d, enum message m, struct place at, ...)
	__attribute__((sentinel));
/*
 * The cure of what was reported just now: a change, one call each, whose strings are
 * copied. Call it where there is one cure only, which leaves nothing to choose and makes
 * what was reported go. It costs nothing where nobody wants changes; who must work for
 * its arguments asks diag_wants_changes first.
 */
void diag_cure(struct diag *d, struct change change);
bool diag_wants_changes(const struct diag *d);
/* Report a failure of the machine: what the message names ({1}), and in words why
 * (errno; {2} in French, {3} in English). */
void diag_report_failure(struct diag *d, enum message m, struct place at,
                         const char *name, int error);
/* Report that a file, or a folder, is there and could not be read: MSG_MACHINE_READ,
 * MSG_MACHINE_LIST. */
void diag_report_unread(struct diag *d, enum message m, const char *path, int error);
/* Findings from `first` on name their files by way of `folder`: from here on they name
 * them from that folder, as all others do. */
void diag_name_from(struct diag *d, size_t first, const char *folder);
/* Add all findings of `src`, whose strings must outlive `dst`. */
void diag_append(struct diag *dst, const struct diag *src);
/* The same for findings that a diag gave. */
void diag_add(struct diag *dst, const struct finding *findings, size_t n);
/* Order by path, line, column, code, arguments; equal findings are kept once. */
void diag_sort(struct diag *d);
/* How many a finding stands for: 1, or its n_more. */
size_t finding_weight(const struct finding *f);
/* How many were reported. */
size_t diag_count(const struct diag *d);

/* Leave only what could not be read: what else was found of a course that was not read
 * whole may be wrong. */
void diag_keep_unread(struct diag *d);

/* One code and what is said of it. */
struct explanation {
	const char *code;
	const char *text[N_LANGUAGES]; /* cause and cure */
	int since;                     /* see message_since */
};
const struct explanation *diag_explanations(size_t *n);
const char *message_code(enum message m);
enum severity message_severity(enum message m);
/* Messages have come in generations, from 1: that of a message, or of its code, and the
 * newest one. A baseline knows nothing of those that are newer than itself. */
int message_since(enum message m);
int message_newest(void);
/* What stands in the place of {1}, {2} … of a sentence. */
struct filling {
	const char *const *args;
	size_t n; /* 9 at most */
	enum language lang;
};
/* A sentence of a table with its arguments in place, as they may be printed (shown.h).
 * "{1?page:pages}" is the form that the count {1} takes in the language. NULL when an
 * argument that it needs is NULL. */
char *message_fill(struct arena *a, const char *fmt, const struct filling *with);
/* The sentence of a finding, filled; its help, or NULL. */
char *finding_text(struct arena *a, const struct finding *f, enum language lang);
char *finding_help(struct arena *a, const struct finding *f, enum language lang);
/* What the sentence names, by which a finding is known again: its arguments without
 * numbers, which change with lines and counts, and with "." for its own file, which may
 * be renamed; "" when it names nothing. */
char *finding_subject(struct arena *a, const struct finding *f);
const char *severity_name(enum severity s, enum language lang);

#endif
