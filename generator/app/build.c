#include "app/build.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "app/complain.h"
#include "base/terminal.h"
#include "report/baseline.h"
#include "report/places.h"
#include "site/output.h"
#include "site/stages.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/sentence.h"

/* clang-format off */
static const struct { const char *id; enum sentence shown; } stages[N_STAGES] = {
	[STAGE_LOAD]    = {"load", SAY_STAGE_LOAD},
	[STAGE_HISTORY] = {"history", SAY_STAGE_HISTORY},
	[STAGE_COMPOSE] = {"compose", SAY_STAGE_COMPOSE},
	[STAGE_CONNECT] = {"connect", SAY_STAGE_CONNECT},
	[STAGE_LAYOUT]  = {"layout", SAY_STAGE_LAYOUT},
	[STAGE_FINISH]  = {"finish", SAY_STAGE_FINISH},
};
/* clang-format on */

struct build {
	const struct build_options *options;
	struct stages stages;
	struct baseline known;
};

/* Says which stage begins, on a terminal, on one line that is written over. */
static void show_stage(const struct stages *s, enum stage stage, bool begins)
{
	if (begins)
		fprintf(stderr, "\r\033[K%s…",
		        sentence_text(stages[stage].shown, s->site.config.messages));
	else
		fputs("\r\033[K", stderr);
}

/* And how far it has come; where the work is done by this process, each page is told. */
static void show_count(const struct stages *s, size_t done, size_t n)
{
	struct arena a = ARENA_PRIVATE;
	enum language lang = s->site.config.messages;
	fprintf(stderr, "\r\033[K%s",
	        sentence_fill(&a, SAY_STAGE_COUNT, lang,
	                      sentence_text(stages[s->stage].shown, lang),
	                      arena_format(&a, "%zu", done), arena_format(&a, "%zu", n),
	                      NULL));
	arena_release(&a);
}

/* Whoever waits at a terminal sees what is being done. */
static void watch(struct stages *s, const struct options *o)
{
	if (o->is_quiet || !terminal_of(STDERR_FILENO).can_rewrite)
		return;
	s->watch = show_stage;
	s->count = show_count;
}

/* The stages, in order. False when the machine is at fault. */
static bool run_stages(struct build *b)
{
	struct stages *s = &b->stages;
	bool writes = b->options->goal == BUILD_WRITE;
	stages_open(s, &b->options->options);
	watch(s, &b->options->options);
	bool ok = stages_load(s);
	report_check_config(&s->site);
	if (ok)
		baseline_read(&b->known, &s->site);
	if (!ok || s->diag.has_unread || b->known.is_refused ||
	    (writes && !stages_open_output(s)))
		return false;
	stages_read_history(s);
	ok = !s->diag.has_unread && stages_compose(s);
	if (!ok)
		return false;
	stages_connect(s);
	enum outside_pages outside =
		b->options->format == REPORT_MARKDOWN ? OUTSIDE_ALL : OUTSIDE_AWAITED;
	if (!writes) {
		stages_ask_search(s);
		ok = stages_look_outside(s, outside, &s->diag);
	}
	ok = ok && !s->diag.has_unread && (!writes || stages_write(s));
	output_close(&s->output);
	return ok;
}

static enum language language_of(const struct build *b)
{
	return b->options->has_language ? b->options->lang
	                                : b->stages.site.config.messages;
}

/* Says why a file was not written, which errno tells; returns false. */
static bool tell_unwritten(const struct build *b, const char *shown)
{
	struct finding f = report_unwritten(shown, errno);
	if (f.message == MSG_WRITE_TAKEN)
		f.message = MSG_WRITE_BASELINE;
	report_alone(language_of(b), &f, stderr);
	return false;
}

/* Those that were laid out, ours too. */
static size_t n_pages(const struct build *b)
{
	return b->options->options.edition == EDITION_SITE ? b->stages.site.n_pages : 1;
}

/* The course's, as the report counts them. */
static size_t n_listed(const struct build *b)
{
	return b->options->options.edition == EDITION_SITE ? b->stages.site.n_listed : 1;
}

/* False, told, when the file does not hold them all. It may stand anywhere, and be a
 * device. */
static bool write_stats(const struct build *b, const char *path)
{
	FILE *f = fopen(path, "w");
	if (!f)
		return tell_unwritten(b, path);
	fprintf(f, "{\n  \"pages\": %zu,\n  \"bytes\": %" PRIu64 ",\n", n_pages(b),
	        b->stages.output.bytes);
	fprintf(f,
	        "  \"files_written\": %zu,\n  \"files_kept\": %zu,\n  \"files_removed\": "
	        "%zu,\n",
	        b->stages.output.n_written, b->stages.output.n_kept,
	        b->stages.output.n_removed);
	fprintf(f, "  \"peak_memory\": %zu,\n  \"seconds\": {", b->stages.peak);
	for (int i = 0; i < N_STAGES; i++)
		fprintf(f, "%s\"%s\": %.4f", i ? ", " : "", stages[i].id,
		        b->stages.seconds[i]);
	fputs("}\n}\n", f);
	bool is_whole = !ferror(f);
	return (fclose(f) == 0 && is_whole) || tell_unwritten(b, path);
}

static const char *count(struct arena *a, size_t n)
{
	return arena_format(a, "%zu", n);
}

/* What is no fault stands in the report; here, how much of it there is. */
static void print_more(const struct build *b, const struct report *r, struct arena *a)
{
	size_t n_hidden = 0;
	for (size_t i = 0; i < b->stages.site.n_listed; i++)
		n_hidden += b->stages.site.pages[i].state == STATE_HIDDEN;
	if (b->options->format != REPORT_TEXT || n_hidden + r->n_remarks == 0)
		return;
	const char *hidden =
		sentence_fill(a, SAY_DONE_HIDDEN, r->lang, count(a, n_hidden), NULL);
	const char *others =
		sentence_fill(a, SAY_DONE_OTHERS, r->lang, count(a, r->n_remarks), NULL);
	const char *both = arena_format(
		a, "%s%s%s", n_hidden ? hidden : "",
		n_hidden && r->n_remarks ? sentence_text(SAY_DONE_AND, r->lang) : "",
		r->n_remarks ? others : "");
	fprintf(stderr, "%s\n", sentence_fill(a, SAY_DONE_REMARKS, r->lang, both, NULL));
}

static void print_summary(const struct build *b, const struct report *r)
{
	struct arena a = ARENA_PRIVATE;
	const struct output *o = &b->stages.output;
	if (b->options->options.is_quiet)
		return;
	if (b->options->goal == BUILD_WRITE)
		fprintf(stderr, "%s\n",
		        sentence_fill(&a, SAY_DONE_SITE, r->lang, count(&a, n_listed(b)),
		                      b->options->options.out, count(&a, o->n_written),
		                      count(&a, o->n_kept), count(&a, o->n_removed),
		                      NULL));
	fprintf(stderr, "%s\n",
	        sentence_fill(&a, SAY_DONE_FAULTS, r->lang, count(&a, r->n_errors),
	                      count(&a, r->n_warnings), count(&a, r->n_notes), NULL));
	size_t n_known = r->known ? diag_count(r->known) : 0;
	if (n_known)
		fprintf(stderr, "%s\n",
		        sentence_fill(&a, SAY_DONE_KNOWN, r->lang, count(&a, n_known),
		                      NULL));
	if (b->options->goal == BUILD_CHECK)
		print_more(b, r, &a);
	arena_release(&a);
}

/* Says what became of the baseline that the command line asks for. */
static bool write_baseline(struct build *b, struct baseline *known, enum language lang)
{
	const struct options *o = &b->options->options;
	const char *path = o->write_baseline ? o->write_baseline : known->path;
	const char *shown = path == known->path ? known->shown : path;
	if (b->options->facts && !known->taken.n)
		return true;
	if (!path) {
		complain(lang, MSG_BASELINE_NONE, NULL);
		return false;
	}
	if (!baseline_write(known, path, lang))
		return tell_unwritten(b, shown);
	struct arena a = ARENA_PRIVATE;
	if (!o->is_quiet)
		fprintf(stderr, "%s\n",
		        sentence_fill(&a, SAY_DONE_BASELINE, lang, shown,
		                      count(&a, diag_count(&known->taken)), NULL));
	arena_release(&a);
	return true;
}

/* Sorts what was found, and sets apart what the baseline knows. False when a baseline was
 * to be written and was not. */
static bool settle_findings(struct build *b, struct baseline *known, struct report *r)
{
	const struct options *o = &b->options->options;
	diag_sort(&b->stages.diag);
	if (b->options->goal == BUILD_CHECK)
		baseline_weigh_outside(known, &b->stages.diag);
	if (o->write_baseline)
		baseline_take_all(known, r, &b->stages.diag);
	else
		baseline_take(known, r, &b->stages.diag);
	if (known->path || o->write_baseline)
		r->known = &known->taken;
	return (!o->write_baseline && !o->shrinks_baseline) ||
	       write_baseline(b, known, r->lang);
}

enum status build_run(const struct build_options *options)
{
	struct build b = {.options = options};
	bool ok = run_stages(&b);
	const struct options *o = &options->options;
	const struct site *site = &b.stages.site;
	FILE *out = options->goal == BUILD_CHECK ? stdout : stderr;
	struct report report = {.site = site,
	                        .connected = b.stages.connected,
	                        .lang = language_of(&b),
	                        .terminal = terminal_of(fileno(out)),
	                        .lists_all = options->lists_all,
	                        .places = places_of(&b.stages.arena, o),
	                        .is_strict = o->is_strict,
	                        .without_exceptions = o->without_exceptions};
	struct baseline *known = &b.known;
	bool is_settled = ok && settle_findings(&b, known, &report);
	if (b.stages.diag.has_unread)
		diag_keep_unread(&b.stages.diag);
	if (!ok)
		diag_sort(&b.stages.diag);
	if (!options->facts || !is_settled)
		report_write(&report, &b.stages.diag, options->format, out);
	fflush(stdout); /* the summary comes last where both streams go to one file */
	if (is_settled)
		print_summary(&b, &report);
	if (ok && options->facts) {
		options->facts->title =
			arena_string(options->facts->arena, site->config.title);
		options->facts->language = site->config.language_from == LANGUAGE_ASSUMED
		                                   ? NULL
		                                   : arena_string(options->facts->arena,
		                                                  site->config.language);
		options->facts->messages = site->config.messages;
		options->facts->n_known =
			o->write_baseline ? diag_count(&known->taken) : 0;
	}
	bool is_measured = !o->stats || write_stats(&b, o->stats);
	baseline_close(known);
	stages_close(&b.stages);
	return !is_settled || !is_measured ? STATUS_MACHINE
	       : report.n_errors           ? STATUS_COURSE
	                                   : STATUS_FINE;
}
