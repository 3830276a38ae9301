#include "app/build.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/baseline.h"
#include "app/complain.h"
#include "base/pool.h"
#include "base/reason.h"
#include "base/sentence.h"
#include "base/text.h"
#include "model/history.h"
#include "model/load.h"
#include "render/compose.h"
#include "render/connect.h"
#include "render/inventory.h"
#include "render/layout.h"

enum stage {
	STAGE_LOAD,
	STAGE_HISTORY,
	STAGE_COMPOSE,
	STAGE_CONNECT,
	STAGE_LAYOUT,
	STAGE_FINISH,
	N_STAGES
};

/* clang-format off */
static const struct { const char *id, *shown[N_LANGUAGES]; } stages[N_STAGES] = {
	[STAGE_LOAD]    = {"load",    {"lecture du cours", "reading the course"}},
	[STAGE_HISTORY] = {"history", {"lecture de l’historique", "reading history"}},
	[STAGE_COMPOSE] = {"compose", {"composition des pages", "composing pages"}},
	[STAGE_CONNECT] = {"connect", {"vérification des liens", "checking links"}},
	[STAGE_LAYOUT]  = {"layout",  {"mise en page", "laying out"}},
	[STAGE_FINISH]  = {"finish",  {"mise en place", "putting in place"}},
};
/* clang-format on */

struct build {
	const struct build_options *options;
	struct mapping *mapping;
	struct arena arena;
	struct diag diag;
	struct diag outside; /* faults of pages that are not published */
	struct site site;
	struct theme theme;
	struct output output;
	struct layout layout;
	struct baseline known;
	struct arena scratch; /* of a worker, reset for each page */
	struct arena bodies;  /* of a worker, over the mapping */
	double seconds[N_STAGES];
	struct timespec started;
	size_t peak;
};

static double seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) +
	       (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* Says which stage begins, on a terminal, on one line that is written over. */
static void begin_stage(struct build *b, enum stage stage)
{
	clock_gettime(CLOCK_MONOTONIC, &b->started);
	if (!b->options->options.is_quiet && b->options->goal == BUILD_WRITE &&
	    isatty(STDERR_FILENO))
		fprintf(stderr, "\r\033[K%s…",
		        stages[stage].shown[b->site.config.messages]);
}

static void end_stage(struct build *b, enum stage stage)
{
	b->seconds[stage] = seconds_since(&b->started);
	if (b->options->options.stats) {
		size_t memory = pool_memory();
		b->peak = memory > b->peak ? memory : b->peak;
	}
	if (!b->options->options.is_quiet && b->options->goal == BUILD_WRITE &&
	    isatty(STDERR_FILENO))
		fputs("\r\033[K", stderr);
}

static void compose_item(void *context, size_t item, struct arena *site)
{
	struct build *b = context;
	struct compose_arenas arenas = {
		.facts = site, .bodies = &b->bodies, .scratch = &b->scratch};
	compose_page(&b->site, &b->site.pages[item], &arenas);
}

/* A page whose worker died is published with its title and a sentence. */
static void compose_died(void *context, size_t item, enum loss why)
{
	struct build *b = context;
	compose_lost(&b->site, &b->site.pages[item], &b->arena,
	             why == LOSS_TIME ? MSG_PAGE_SLOW : MSG_PAGE_CRASH);
}

/* Pages that are in no table of contents, for the report that looks at them too. */
static void unlisted_item(void *context, size_t item, struct arena *site)
{
	struct build *b = context;
	struct compose_arenas arenas = {
		.facts = site, .bodies = &b->bodies, .scratch = &b->scratch};
	compose_page(&b->site, &b->site.unlisted[item], &arenas);
}

static void unlisted_died(void *context, size_t item, enum loss why)
{
	struct build *b = context;
	compose_lost(&b->site, &b->site.unlisted[item], &b->arena,
	             why == LOSS_TIME ? MSG_PAGE_SLOW : MSG_PAGE_CRASH);
}

static void layout_item(void *context, size_t item, struct arena *site)
{
	struct build *b = context;
	layout_page(&b->layout, &b->site.pages[item], site, &b->scratch);
}

/* Laying out is our code and the theme's: a death there is tried once more without the
 * body. */
static void layout_died(void *context, size_t item, enum loss why)
{
	struct build *b = context;
	struct page *page = &b->site.pages[item];
	compose_lost(&b->site, page, &b->arena,
	             why == LOSS_TIME ? MSG_PAGE_SLOW : MSG_PAGE_CRASH);
	struct diag diag = page->diag;
	struct arena scratch = ARENA_PRIVATE;
	layout_page(&b->layout, page, &b->arena, &scratch);
	diag_append(&page->diag, &diag);
	arena_release(&scratch);
}

static bool run_pool(struct build *b, size_t n,
                     void (*work)(void *, size_t, struct arena *),
                     void (*lost)(void *, size_t, enum loss))
{
	const struct options *o = &b->options->options;
	struct pool pool = {.jobs = o->jobs < 0 ? pool_processors() : o->jobs,
	                    .seconds = o->page_seconds,
	                    .mapping = b->mapping,
	                    .work = work,
	                    .lost = lost,
	                    .context = b,
	                    .peak = o->stats ? &b->peak : NULL};
	/* A few pages are done before a second process has started. */
	if (o->jobs < 0 && n < 16)
		pool.jobs = 1;
	if (pool_run(&pool, n))
		return true;
	diag_report_failure(&b->diag, MSG_MACHINE_FORK, (struct place){0}, "", errno);
	return false;
}

/* When each page last changed, and who wrote it, from git. */
static void read_history(struct build *b)
{
	struct site *site = &b->site;
	const struct options *o = &b->options->options;
	struct history_file *files =
		arena_array(&b->arena, site->n_listed + 1, sizeof *files);
	struct history_options options = {
		.root = path_join(&b->arena, o->root, site->config.content),
		.revision = o->revision,
		.wants_authors = site->config.wants_authors};
	if (o->revision) { /* perhaps a bare repository, which has no such folder */
		options.root = o->root;
		options.prefix =
			*site->config.content
				? arena_format(&b->arena, "%s/", site->config.content)
				: NULL;
	}
	for (size_t i = 0; i < site->n_listed; i++)
		files[i].path = site->pages[i].path;
	if (!history_read(files, site->n_listed, &options, &b->arena, &b->diag))
		return;
	for (size_t i = 0; i < site->n_listed; i++) {
		site->pages[i].changed = files[i].changed;
		site->pages[i].changed_offset = files[i].changed_offset;
		site->pages[i].authors = files[i].authors;
		site->pages[i].n_authors = files[i].n_authors;
	}
}

static bool load(struct build *b)
{
	b->mapping = mapping_open();
	b->arena = mapping_arena(b->mapping);
	b->bodies = mapping_arena(b->mapping);
	b->diag = (struct diag){.arena = &b->arena};
	b->site = (struct site){.mapping = b->mapping,
	                        .arena = &b->arena,
	                        .diag = &b->diag,
	                        .options = &b->options->options};
	bool ok = load_site(&b->site) && b->site.n_pages > 0 &&
	          theme_read(&b->theme, &b->site);
	report_check_config(&b->site);
	if (ok)
		baseline_read(&b->known, &b->site);
	return ok && !b->diag.has_unread;
}

/* Lays out, and puts all in its place. */
static bool write_site(struct build *b)
{
	b->layout = (struct layout){&b->site, &b->theme, &b->output};
	begin_stage(b, STAGE_LAYOUT);
	bool ok = run_pool(b, b->site.n_pages, layout_item, layout_died);
	end_stage(b, STAGE_LAYOUT);
	begin_stage(b, STAGE_FINISH);
	ok = ok && layout_finish(&b->layout, &b->output, &b->site) &&
	     output_commit(&b->output, &b->diag);
	end_stage(b, STAGE_FINISH);
	return ok;
}

static bool look_outside(struct build *b)
{
	b->outside = (struct diag){.arena = &b->arena};
	for (size_t i = 0; i < b->site.n_unlisted; i++)
		b->site.unlisted[i].root =
			""; /* they have no address: nobody reads their body */
	bool ok = run_pool(b, b->site.n_unlisted, unlisted_item, unlisted_died);
	connect_unlisted(&b->site, &b->outside);
	diag_sort(&b->outside);
	if (b->outside.has_unread)
		diag_append(&b->diag, &b->outside);
	return ok;
}

/* The stages, in order. False when the machine is at fault. */
static bool run_stages(struct build *b)
{
	begin_stage(b, STAGE_LOAD);
	bool ok = load(b);
	end_stage(b, STAGE_LOAD);
	if (!ok)
		return false;
	if (b->options->goal == BUILD_WRITE &&
	    !output_open(&b->output, &b->site, &b->arena, &b->diag))
		return false;
	begin_stage(b, STAGE_HISTORY);
	read_history(b);
	end_stage(b, STAGE_HISTORY);
	begin_stage(b, STAGE_COMPOSE);
	ok = run_pool(b, b->site.n_pages, compose_item, compose_died);
	end_stage(b, STAGE_COMPOSE);
	begin_stage(b, STAGE_CONNECT);
	connect_site(&b->site);
	inventory_report(&b->site);
	if (b->options->goal == BUILD_CHECK && b->options->format == REPORT_MARKDOWN)
		ok = look_outside(b) && ok;
	end_stage(b, STAGE_CONNECT);
	ok = ok && !b->diag.has_unread;
	ok = ok && (b->options->goal == BUILD_CHECK || write_site(b));
	output_close(&b->output);
	return ok;
}

static enum language language_of(const struct build *b)
{
	return b->options->has_language ? b->options->lang : b->site.config.messages;
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

/* False, told, when the file does not hold them all. It may stand anywhere, and be a
 * device. */
static bool write_stats(const struct build *b, const char *path)
{
	FILE *f = fopen(path, "w");
	if (!f)
		return tell_unwritten(b, path);
	fprintf(f, "{\n  \"pages\": %zu,\n  \"bytes\": %" PRIu64 ",\n", b->site.n_pages,
	        b->output.bytes);
	fprintf(f,
	        "  \"files_written\": %zu,\n  \"files_kept\": %zu,\n  \"files_removed\": "
	        "%zu,\n",
	        b->output.n_written, b->output.n_kept, b->output.n_removed);
	fprintf(f, "  \"peak_memory\": %zu,\n  \"seconds\": {", b->peak);
	for (int i = 0; i < N_STAGES; i++)
		fprintf(f, "%s\"%s\": %.4f", i ? ", " : "", stages[i].id, b->seconds[i]);
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
	for (size_t i = 0; i < b->site.n_listed; i++)
		n_hidden += b->site.pages[i].state == STATE_HIDDEN;
	if (b->options->format != REPORT_TEXT || n_hidden + r->n_remarks == 0)
		return;
	fprintf(stderr, "%s\n",
	        sentence_fill(a, SAY_DONE_REMARKS, r->lang, count(a, n_hidden),
	                      count(a, r->n_remarks), NULL));
}

static void print_summary(const struct build *b, const struct report *r)
{
	struct arena a = ARENA_PRIVATE;
	const struct output *o = &b->output;
	if (b->options->options.is_quiet)
		return;
	if (b->options->goal == BUILD_WRITE)
		fprintf(stderr, "%s\n",
		        sentence_fill(&a, SAY_DONE_SITE, r->lang,
		                      count(&a, b->site.n_pages), b->options->options.out,
		                      count(&a, o->n_written), count(&a, o->n_kept),
		                      count(&a, o->n_removed), NULL));
	fprintf(stderr, "%s\n",
	        sentence_fill(&a, SAY_DONE_FAULTS, r->lang, count(&a, r->n_errors),
	                      count(&a, r->n_warnings), count(&a, r->n_notes), NULL));
	if (r->known && r->known->n)
		fprintf(stderr, "%s\n",
		        sentence_fill(&a, SAY_DONE_KNOWN, r->lang, count(&a, r->known->n),
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
		                      count(&a, known->taken.n), NULL));
	arena_release(&a);
	return true;
}

/* Sorts what was found, and sets apart what the baseline knows. False when a baseline was
 * to be written and was not. */
static bool settle_findings(struct build *b, struct baseline *known, struct report *r)
{
	const struct options *o = &b->options->options;
	diag_sort(&b->diag);
	if (o->write_baseline)
		baseline_take_all(known, r, &b->diag);
	else
		baseline_take(known, r, &b->diag);
	if (known->path || o->write_baseline)
		r->known = &known->taken;
	return (!o->write_baseline && !o->shrinks_baseline) ||
	       write_baseline(b, known, r->lang);
}

enum status build_run(const struct build_options *options)
{
	struct build b = {.options = options, .output = {.lock = -1}};
	bool ok = run_stages(&b);
	const struct options *o = &options->options;
	struct report report = {.site = &b.site,
	                        .lang = language_of(&b),
	                        .is_strict = o->is_strict,
	                        .without_exceptions = o->without_exceptions,
	                        .outside = &b.outside};
	struct baseline *known = &b.known;
	bool is_settled = ok && settle_findings(&b, known, &report);
	if (b.diag.has_unread)
		diag_keep_unread(&b.diag);
	if (!ok)
		diag_sort(&b.diag);
	if (!options->facts || !is_settled)
		report_write(&report, &b.diag, options->format,
		             options->goal == BUILD_CHECK ? stdout : stderr);
	fflush(stdout); /* the summary comes last where both streams go to one file */
	if (ok)
		print_summary(&b, &report);
	if (ok && options->facts) {
		options->facts->title =
			arena_string(options->facts->arena, b.site.config.title);
		options->facts->n_known = o->write_baseline ? known->taken.n : 0;
	}
	bool is_measured = !o->stats || write_stats(&b, o->stats);
	load_close(&b.site);
	baseline_close(known);
	mapping_close(b.mapping);
	arena_release(&b.scratch);
	return !is_settled || !is_measured ? STATUS_MACHINE
	       : report.n_errors           ? STATUS_COURSE
	                                   : STATUS_FINE;
}
