#include "app/fix.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/complain.h"
#include "base/edits.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "course/site.h"
#include "report/baseline.h"
#include "report/report.h"
#include "report/report_changes.h"
#include "site/follow.h"
#include "site/stages.h"
#include "words/diag.h"
#include "words/language.h"
#include "words/located.h"
#include "words/message_names.h"
#include "words/reason.h"
#include "words/sentence.h"

/* What one change uncovers is mended in the next round; this many are enough for all that
 * is known. */
enum { MOST_ROUNDS = 8 };

struct round {
	const struct build_options *asked;
	enum language lang;
	struct arena arena;
	struct edits edits;
	struct diag mended;
	struct located located;
	struct following following;
	struct map refused; /* files that may not be edited, which was told */
};

/* Says once of a file that it stays as it is; errno tells why. */
static void tell_refused(struct round *r, const char *path)
{
	int reason = errno;
	if (!r->refused.arena)
		r->refused = map_new(&r->arena);
	if (map_find_string(&r->refused, path) || r->asked->options.is_quiet)
		return;
	map_put_string(&r->refused, arena_string(&r->arena, path), r);
	complain(r->lang, MSG_FIX_REFUSED, path, reason_text(reason, LANGUAGE_FR),
	         reason_text(reason, LANGUAGE_EN), NULL);
}

/* A change as an edit. False where it cannot be placed for sure. */
static bool place_change(struct round *r, const struct change *c, struct edit *edit)
{
	if (located_edit(&r->located, c, edit))
		return true;
	if (errno)
		tell_refused(r, c->at.path);
	return false;
}

/* A file gets another name, and all that leads to it with it. */
static bool rename_one(struct round *r, const struct change *c)
{
	struct arena *a = &r->arena;
	const char *to = path_join(a, path_folder(a, c->at.path), c->fresh);
	return follow_renaming(&r->following, c->at.path, to);
}

/* Gathering. */

/* A page that was left out on purpose, perhaps, is published only where it is a fault
 * that it is not listed. */
static bool may_mend(const struct report *report, const struct finding *f)
{
	enum severity severity = report_severity(report, f);
	bool is_unlisted = strcmp(message_code(f->message), "page-non-listee") == 0;
	return f->n_changes > 0 && severity != SEVERITY_NONE &&
	       (!is_unlisted || severity > SEVERITY_NOTE);
}

static void mend(struct round *r, const struct finding *f)
{
	struct edit edits[MOST_CHANGES];
	size_t n = 0;
	bool ok = true;
	for (size_t i = 0; ok && i < f->n_changes; i++) {
		if (f->changes[i].renames)
			ok = rename_one(r, &f->changes[i]);
		else
			ok = place_change(r, &f->changes[i], &edits[n++]);
	}
	if (!ok || !edits_add(&r->edits, edits, n))
		return;
	struct finding kept = {.message = f->message, .at = f->at};
	kept.at.path = arena_string(&r->arena, f->at.path);
	diag_add(&r->mended, &kept, 1);
}

/* What is to be mended, in the order in which it was reported: lines that go to one place
 * stand in it. */
struct choice {
	const struct finding *finding;
	size_t rank;
};

struct chosen {
	struct choice *items;
	size_t n, cap;
};

static int compare_chosen(const void *a, const void *b)
{
	const struct choice *x = a, *y = b;
	size_t at = x->finding->changes[0].order, other = y->finding->changes[0].order;
	return at != other         ? at < other ? -1 : 1
	       : x->rank < y->rank ? -1
	                           : x->rank > y->rank;
}

static void choose(struct round *r, struct chosen *chosen, const struct report *report,
                   const struct diag *d)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		struct choice choice = {f, chosen->n};
		if (may_mend(report, f))
			ARRAY_ADD(&r->arena, chosen->items, chosen->n, chosen->cap,
			          choice);
	}
}

static void gather(struct round *r, struct stages *s)
{
	struct baseline known = {0};
	struct report report = {.site = &s->site,
	                        .connected = s->connected,
	                        .lang = r->lang,
	                        .is_strict = r->asked->options.is_strict,
	                        .without_exceptions =
	                                r->asked->options.without_exceptions};
	baseline_read(&known, &s->site);
	diag_sort(&s->diag);
	baseline_weigh_outside(&known, &s->diag);
	baseline_take(&known, &report, &s->diag);
	report.known = known.path ? &known.taken : NULL;
	struct chosen chosen = {0};
	r->located = (struct located){.edits = &r->edits};
	r->following = (struct following){.located = &r->located, .stages = s};
	if (!known.is_refused) { /* or the check tells */
		choose(r, &chosen, &report, &s->diag);
		choose(r, &chosen, &report, &known.taken);
	}
	if (chosen.n > 1)
		qsort(chosen.items, chosen.n, sizeof *chosen.items, compare_chosen);
	for (size_t i = 0; i < chosen.n; i++)
		mend(r, chosen.items[i].finding);
	baseline_close(&known);
}

/* Reads the course. False when it could not be read whole: the check tells. */
static bool look(struct round *r)
{
	struct options options = r->asked->options;
	options.wants_changes = options.wants_source_map = true;
	options.is_quiet = true;
	options.write_baseline = NULL;
	struct stages s;
	stages_open(&s, &options);
	bool ok = stages_load(&s) && !s.diag.has_unread;
	if (ok)
		stages_read_history(&s); /* says which pages are new */
	ok = ok && !s.diag.has_unread && stages_compose(&s);
	if (ok)
		stages_connect(&s);
	ok = ok && stages_look_outside(&s, OUTSIDE_AWAITED, &s.diag) &&
	     !s.diag.has_unread;
	r->lang = r->asked->has_language ? r->asked->lang : s.site.config.messages;
	if (ok)
		gather(r, &s);
	stages_close(&s);
	return ok;
}

/* Telling. */

static const char *count(struct arena *a, size_t n)
{
	return arena_format(a, "%zu", n);
}

static size_t count_changes(const struct edits *e)
{
	return e->n_edits + e->n_renamings;
}

static size_t count_files(const struct edits *e)
{
	size_t n = 0;
	for (size_t i = 0; i < e->n_files; i++) {
		size_t n_edits;
		edited_edits(e->files[i], &n_edits);
		bool is_renamed = false;
		for (size_t k = 0; k < e->n_renamings; k++)
			is_renamed |= strcmp(e->renamings[k].from,
			                     edited_path(e->files[i])) == 0;
		n += n_edits > 0 || is_renamed;
	}
	return n;
}

static void tell_counts(struct round *r, enum sentence sentence, FILE *out)
{
	fputs(sentence_fill(&r->arena, sentence, r->lang,
	                    count(&r->arena, count_changes(&r->edits)),
	                    count(&r->arena, count_files(&r->edits)), NULL),
	      out);
}

static bool is_yes(const char *answer)
{
	static const char *const words[] = {"o", "oui", "y", "yes"};
	size_t len = strcspn(answer, "\r\n");
	for (size_t i = 0; i < COUNT(words); i++)
		if (strlen(words[i]) == len && strncasecmp(answer, words[i], len) == 0)
			return true;
	return false;
}

static bool agrees(struct round *r)
{
	char answer[16];
	report_changes(&r->edits, r->lang, stderr);
	tell_counts(r, SAY_FIX_ASK, stderr);
	fputc(' ', stderr);
	fflush(stderr);
	if (fgets(answer, sizeof answer, stdin) && is_yes(answer))
		return true;
	fprintf(stderr, "%s\n", sentence_text(SAY_FIX_DECLINED, r->lang));
	return false;
}

static void list_mended(struct round *r)
{
	diag_sort(&r->mended);
	for (size_t i = 0; i < r->mended.n; i++) {
		const struct finding *f = &r->mended.findings[i];
		fprintf(stderr, "%s\n",
		        sentence_fill(&r->arena, SAY_FIX_MADE, r->lang,
		                      f->at.line ? arena_format(&r->arena, "%s:%d",
		                                                f->at.path, f->at.line)
		                                 : f->at.path,
		                      message_code(f->message), NULL));
	}
	for (size_t i = 0; i < r->edits.n_renamings; i++)
		fprintf(stderr, "%s\n",
		        sentence_fill(&r->arena, SAY_FIX_RENAMED, r->lang,
		                      r->edits.renamings[i].from,
		                      r->edits.renamings[i].to, NULL));
}

static void tell_failure(struct round *r)
{
	int reason = errno;
	enum message m = r->edits.is_mixed  ? MSG_FIX_MIXED
	                 : reason == ESTALE ? MSG_FIX_STALE
	                                    : MSG_FIX_FAILED;
	complain(r->lang, m, r->edits.failed, reason_text(reason, LANGUAGE_FR),
	         reason_text(reason, LANGUAGE_EN), NULL);
}

/* Rounds. */

enum outcome { OUTCOME_CHANGED, OUTCOME_NOTHING, OUTCOME_DECLINED, OUTCOME_FAILED };

static enum outcome make_changes(struct round *r, bool is_asked)
{
	bool is_quiet = r->asked->options.is_quiet;
	if (is_asked && !agrees(r))
		return OUTCOME_DECLINED;
	if (!edits_apply(&r->edits)) {
		tell_failure(r);
		return OUTCOME_FAILED;
	}
	if (!is_quiet && !is_asked)
		list_mended(r);
	if (!is_quiet) {
		tell_counts(r, SAY_FIX_DONE, stderr);
		fputc('\n', stderr);
	}
	return OUTCOME_CHANGED;
}

static enum outcome run_round(struct round *r, bool is_first)
{
	const char *root = r->asked->options.root;
	r->mended = (struct diag){.arena = &r->arena};
	r->edits = (struct edits){.arena = &r->arena,
	                          .root = strcmp(root, ".") == 0 ? "" : root};
	if (!look(r))
		return OUTCOME_NOTHING;
	bool has_changes = count_changes(&r->edits) > 0;
	if (!has_changes && is_first && !r->asked->options.is_quiet)
		fprintf(stderr, "%s\n", sentence_text(SAY_FIX_NOTHING, r->lang));
	if (!has_changes)
		return OUTCOME_NOTHING;
	if (r->asked->is_dry_run) {
		report_changes(&r->edits, r->lang, stdout);
		return OUTCOME_DECLINED;
	}
	return make_changes(r, isatty(STDIN_FILENO) && isatty(STDERR_FILENO));
}

enum status fix_run(const struct build_options *options)
{
	enum outcome outcome = OUTCOME_CHANGED;
	if (options->options.revision) {
		complain(options->lang, MSG_FIX_REVISION, NULL);
		return STATUS_MACHINE;
	}
	for (int i = 0; i < MOST_ROUNDS && outcome == OUTCOME_CHANGED; i++) {
		struct round r = {.asked = options, .arena = ARENA_PRIVATE};
		outcome = run_round(&r, i == 0);
		arena_release(&r.arena);
	}
	if (outcome == OUTCOME_FAILED)
		return STATUS_MACHINE;
	return options->is_dry_run ? STATUS_FINE : build_run(options);
}
