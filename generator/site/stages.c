#include "site/stages.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/machine.h"
#include "base/pool.h"
#include "compose/compose.h"
#include "connect/connect.h"
#include "connect/inventory.h"
#include "data/value.h"
#include "markup/markdown.h"
#include "search/expected.h"
#include "search/index.h"
#include "site/commit.h"
#include "site/load.h"
#include "source/apart.h"
#include "source/published.h"

enum { FEW_PAGES = 16 }; /* are done before a second process has started */

/* A file of 1 GiB, as git gives it and as it is written, and some more. */
static const size_t ASSET_MEMORY = (size_t)3 << 30;

static void begin_stage(struct stages *s, enum stage stage)
{
	s->started = machine_seconds();
	s->stage = stage;
	if (s->watch)
		s->watch(s, stage, true);
}

static void count_pages(void *watcher, size_t done, size_t n)
{
	const struct stages *s = watcher;
	s->count(s, done, n);
}

static void end_stage(struct stages *s, enum stage stage)
{
	s->seconds[stage] = machine_seconds() - s->started;
	if (s->options->stats) {
		size_t memory = pool_memory() + mapping_used(s->mapping);
		s->peak = memory > s->peak ? memory : s->peak;
	}
	if (s->watch)
		s->watch(s, stage, false);
}

static void compose_item(void *context, size_t item, struct arena *results)
{
	struct stages *s = context;
	s->composed[item] =
		compose_page(&s->site, &s->site.pages[item], results, &s->composer);
}

/* A page whose worker died is published with its title and a sentence. */
static void compose_died(void *context, size_t item, enum loss why)
{
	struct stages *s = context;
	s->composed[item] =
		compose_lost(&s->site.pages[item], &s->arena, composed_loss(why));
}

static struct layout layout_of(const struct stages *s)
{
	return (struct layout){.edition = &s->edition,
	                       .one_page = s->site.one_page ? &s->one_page : NULL,
	                       .is_alone = s->options->edition == EDITION_ONE_PAGE,
	                       .theme = &s->theme,
	                       .output = &s->output};
}

/* The page that is laid out first: of one that stands alone, itself. */
static size_t first_page(const struct stages *s)
{
	return s->options->edition == EDITION_ONE_PAGE ? s->site.one_page->number : 0;
}

static void layout_item(void *context, size_t item, struct arena *results)
{
	struct stages *s = context;
	struct layout l = layout_of(s);
	if (output_is_stopped(&s->output))
		return;
	item += first_page(s);
	s->laid_out[item] =
		layout_page(&l, &s->site.pages[item], results, &s->composer.scratch);
}

/* Laying out is our code and the theme's: a death there is tried once more without the
 * body. */
static void layout_died(void *context, size_t item, enum loss why)
{
	struct stages *s = context;
	struct layout l = layout_of(s);
	struct arena scratch = ARENA_PRIVATE;
	item += first_page(s);
	compose_died(s, item, why);
	diag_add(&s->diag, s->composed[item]->findings, s->composed[item]->n_findings);
	s->laid_out[item] = layout_page(&l, &s->site.pages[item], &s->arena, &scratch);
	arena_release(&scratch);
}

/* Files of a git tree are read apart, by one worker. */
static void asset_item(void *context, size_t item, struct arena *results)
{
	struct stages *s = context;
	struct layout l = layout_of(s);
	if (s->connected->uses_asset[item] && !s->is_git_lost)
		s->assets[item] = layout_asset(&l, &s->site.assets[item], results,
		                               &s->composer.scratch);
}

/* One that git does not give is enough: the others would each cost their time. */
static void asset_died(void *context, size_t item, enum loss why)
{
	struct stages *s = context;
	const char *path = s->site.assets[item].file->path;
	(void)why;
	s->is_git_lost = true;
	diag_report(
		&s->diag, MSG_BLOB_MISSING,
		(struct place){path_join(&s->arena, s->site.config.content, path), 0, 0},
		NULL);
}

/* Runs the work of a pool over n items, in as many processes as were asked for. */
static bool run(struct stages *s, struct pool pool, size_t n)
{
	const struct options *o = s->options;
	pool.jobs = o->jobs < 0 ? pool_processors() : o->jobs;
	if (o->jobs < 0 && n < FEW_PAGES)
		pool.jobs = 1;
	pool.seconds = o->page_seconds;
	pool.mapping = s->mapping;
	pool.held = s->output.held;
	pool.peak = o->stats ? &s->peak : NULL;
	pool.watch = s->count ? count_pages : NULL;
	pool.watcher = s;
	if (pool_run(&pool, n))
		return true;
	diag_report_failure(&s->diag, MSG_MACHINE_FORK, (struct place){0}, "", errno);
	return false;
}

void stages_open(struct stages *s, const struct options *options)
{
	markdown_open();
	*s = (struct stages){.options = options, .output = {.lock = -1}};
	s->mapping = mapping_open();
	s->arena = mapping_arena(s->mapping);
	s->diag = (struct diag){.arena = &s->arena,
	                        .wants_changes = options->wants_changes};
	s->site = (struct site){.mapping = s->mapping,
	                        .arena = &s->arena,
	                        .diag = &s->diag,
	                        .options = options};
	s->book = (struct book){.site = &s->site};
}

/* One more than there are pages: what is known of a page that the site does not have. */
static void make_room(struct stages *s)
{
	size_t n = s->site.n_pages + 1;
	s->history = arena_array(&s->arena, n, sizeof *s->history);
	s->composed = arena_array(&s->arena, n, sizeof *s->composed);
	s->composed[s->site.n_pages] = &composed_nothing;
	s->laid_out = arena_array(&s->arena, n, sizeof *s->laid_out);
	s->book.history = s->history;
	s->book.composed = s->composed;
}

bool stages_load(struct stages *s)
{
	begin_stage(s, STAGE_LOAD);
	bool ok = load_site(&s->site, &s->theme) && s->site.n_pages > 0 &&
	          theme_read(&s->theme, &s->site);
	make_room(s);
	end_stage(s, STAGE_LOAD);
	return ok;
}

void stages_read_history(struct stages *s)
{
	const struct site *site = &s->site;
	const struct options *o = s->options;
	struct history_options options = {
		.root = path_join(&s->arena, o->root, site->config.content),
		.revision = o->revision,
		.wants_authors = site->config.wants_authors,
		.seconds = o->git_seconds,
		.peak = o->stats ? &s->peak : NULL};
	begin_stage(s, STAGE_HISTORY);
	if (o->revision) { /* perhaps a bare repository, which has no such folder */
		options.root = o->root;
		options.prefix =
			*site->config.content
				? arena_format(&s->arena, "%s/", site->config.content)
				: NULL;
	}
	for (size_t i = 0; i < site->n_listed; i++)
		s->history[i].path = site->pages[i].path;
	if (!o->without_history)
		history_read(s->history, site->n_listed, &options, &s->arena, &s->diag);
	end_stage(s, STAGE_HISTORY);
}

bool stages_compose(struct stages *s)
{
	begin_stage(s, STAGE_COMPOSE);
	bool ok = run(
		s,
		(struct pool){.work = compose_item, .lost = compose_died, .context = s},
		s->site.n_pages);
	end_stage(s, STAGE_COMPOSE);
	return ok;
}

void stages_connect(struct stages *s)
{
	begin_stage(s, STAGE_CONNECT);
	s->connected = connect_site(&s->site, s->composed, &s->arena, &s->diag);
	s->book.connected = s->connected;
	s->edition = edition_site(&s->book);
	if (s->site.one_page)
		s->one_page = edition_one_page(&s->book,
		                               s->options->edition == EDITION_ONE_PAGE
		                                       ? s->site.config.url
		                                       : s->site.one_page->root,
		                               &s->arena);
	inventory_report(&s->book, &s->diag);
	end_stage(s, STAGE_CONNECT);
}

/* The pages outside, and the stages that they are composed for. */
struct outside {
	struct stages *stages;
	size_t *numbers; /* of site.unlisted */
	const struct composed **composed;
};

static void outside_item(void *context, size_t item, struct arena *results)
{
	struct outside *o = context;
	struct stages *s = o->stages;
	size_t number = o->numbers[item];
	o->composed[number] =
		compose_page(&s->site, &s->site.unlisted[number], results, &s->composer);
}

static void outside_died(void *context, size_t item, enum loss why)
{
	struct outside *o = context;
	struct stages *s = o->stages;
	size_t number = o->numbers[item];
	o->composed[number] =
		compose_lost(&s->site.unlisted[number], &s->arena, composed_loss(why));
}

/* Whether git has told anything: there is a repository, and it was asked for. */
static bool has_history(const struct stages *s)
{
	size_t i = 0;
	while (i < s->site.n_listed && !s->history[i].changed)
		i++;
	return i < s->site.n_listed;
}

/* Notes which of the pages outside were added since the course was published last. */
static void compare_outside(struct stages *s, const size_t *numbers, size_t n)
{
	const struct options *o = s->options;
	struct published_file *files = arena_array(&s->arena, n, sizeof *files);
	if (o->revision || !has_history(s))
		return;
	for (size_t i = 0; i < n; i++)
		files[i].path = s->site.unlisted[numbers[i]].path;
	struct published *p = arena_alloc(&s->arena, sizeof *p);
	*p = (struct published){path_join(&s->arena, o->root, s->site.config.content),
	                        o->git_seconds, files, n};
	published_compare(p, &s->arena, &s->diag);
	for (size_t i = 0; i < n; i++)
		s->site.unlisted[numbers[i]].is_added = files[i].is_added;
}

bool stages_look_outside(struct stages *s, enum outside_pages which, struct diag *d)
{
	size_t n = 0, n_unlisted = s->site.n_unlisted;
	struct outside o = {.stages = s};
	o.numbers = arena_array(&s->arena, n_unlisted + 1, sizeof *o.numbers);
	o.composed = arena_array(&s->arena, n_unlisted + 1, sizeof *o.composed);
	for (size_t i = 0; i < n_unlisted; i++) {
		o.composed[i] = &composed_nothing;
		if (which == OUTSIDE_ALL || s->site.unlisted[i].is_awaited)
			o.numbers[n++] = i;
	}
	if (n == 0)
		return true;
	compare_outside(s, o.numbers, n);
	bool ok = run(
		s,
		(struct pool){.work = outside_item, .lost = outside_died, .context = &o},
		n);
	connect_unlisted(&s->book, o.composed, d);
	return ok;
}

void stages_ask_search(struct stages *s)
{
	struct arena own = ARENA_PRIVATE;
	if (s->site.expected.kind != VALUE_MAP || !s->site.search_page)
		return;
	struct search_index *x = search_open(&s->book, &own);
	expected_check(x, &s->site, &s->diag);
	search_close(x);
	arena_release(&own);
}

bool stages_open_output(struct stages *s)
{
	return output_open(&s->output, &s->site, &s->arena, &s->diag);
}

/* Stages the files of the content that pages lead to. */
static bool write_assets(struct stages *s)
{
	const struct options *o = s->options;
	struct pool pool = {.jobs = s->site.folder.tree ? 1 : 0,
	                    .seconds = o->git_seconds,
	                    .patience = o->git_seconds * APART_PATIENCE,
	                    .memory = ASSET_MEMORY,
	                    .mapping = s->mapping,
	                    .work = asset_item,
	                    .lost = asset_died,
	                    .context = s,
	                    .peak = o->stats ? &s->peak : NULL};
	size_t n = s->site.n_assets;
	s->assets = arena_array(&s->arena, n + 1, sizeof *s->assets);
	if (n == 0 || pool_run(&pool, n))
		return !s->is_git_lost;
	diag_report_failure(&s->diag, MSG_MACHINE_FORK, (struct place){0}, "", errno);
	return false;
}

bool stages_write(struct stages *s)
{
	struct layout l = layout_of(s);
	begin_stage(s, STAGE_LAYOUT);
	output_begin(&s->output);
	bool ok = run(
		s, (struct pool){.work = layout_item, .lost = layout_died, .context = s},
		l.is_alone ? 1 : s->site.n_pages);
	end_stage(s, STAGE_LAYOUT);
	begin_stage(s, STAGE_FINISH);
	ok = ok && write_assets(s);
	const struct all_laid_out all = {s->laid_out, s->assets};
	ok = ok && layout_finish(&l, &s->output, &all, &s->diag) &&
	     commit_output(&s->output, &s->diag);
	end_stage(s, STAGE_FINISH);
	return ok;
}

void stages_close(struct stages *s)
{
	output_close(&s->output);
	load_close(&s->site);
	composer_release(&s->composer);
	mapping_close(s->mapping);
	*s = (struct stages){.output = {.lock = -1}};
}
