#include "site/layout.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

#include "address/pages.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "compose/publishable.h"
#include "connect/book.h"
#include "course/page_kinds.h"
#include "liquid/template.h"
#include "search/expected.h"
#include "search/index.h"
#include "search/shards.h"
#include "site/redirect_files.h"
#include "source/source.h"
#include "theme/view.h"

enum { LARGEST_ASSET = 1 << 30 };

/* A page as templates see it from its own address. */
static struct view view_of(const struct layout *l, const struct page *page,
                           struct arena *scratch)
{
	const struct edition *edition =
		page->type == PAGE_ONE_PAGE ? l->one_page : l->edition;
	return (struct view){.edition = edition,
	                     .book = l->edition->book,
	                     .site = l->edition->book->site,
	                     .theme = l->theme,
	                     .page = page,
	                     .root = page->root,
	                     .arena = scratch};
}

static void render(const struct template *t, struct view *view, struct buf *out,
                   struct diag *d)
{
	template_render(t, view_globals(view), view, view->arena, out, d);
}

struct bytes layout_render(const struct layout *l, const struct page *page,
                           struct arena *scratch, struct diag *d)
{
	const struct template *t = theme_layout(l->theme, l->edition->book->site, page);
	struct buf out = buf_new(scratch);
	buf_reserve(&out, 32 << 10);
	struct view view = view_of(l, page, scratch);
	render(t, &view, &out, d);
	return (struct bytes){buf_text(&out), out.len};
}

struct laid_out layout_page(const struct layout *l, const struct page *page,
                            struct arena *results, struct arena *scratch)
{
	arena_reset(scratch);
	struct diag diag = {.arena = results};
	struct bytes html = layout_render(l, page, scratch, &diag);
	struct laid_out result = {.hash = hash_content(html.data, html.len),
	                          .size = html.len,
	                          .findings = diag.findings,
	                          .n_findings = diag.n};
	errno = 0;
	result.is_written = output_stage(l->output, page->output, html.data, html.len,
	                                 scratch, &result.is_kept);
	result.reason = result.is_written ? 0 : errno ? errno : EIO;
	return result;
}

/* The errno that ends the build: none where a file is too large, whoever reads it and
 * whenever. */
static int report_unread(const struct site *site, const struct asset *asset,
                         struct diag *d, int reason)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *path = path_join(&scratch, site->config.content, asset->file->path);
	bool is_large = reason == EFBIG;
	if (site->source.tree && !is_large)
		diag_report(d, MSG_BLOB_MISSING, (struct place){path, 0, 0}, NULL);
	else
		diag_report_unread(d, is_large ? MSG_FILE_UNREADABLE : MSG_MACHINE_READ,
		                   path, reason);
	arena_release(&scratch);
	return is_large ? 0 : reason;
}

struct laid_out layout_asset(const struct layout *l, const struct asset *asset,
                             struct arena *results, struct arena *scratch)
{
	const struct site *site = l->edition->book->site;
	struct diag diag = {.arena = results};
	struct bytes bytes;
	struct laid_out result = {0};
	arena_reset(scratch);
	if (!source_read_here(&site->source, scratch, asset->file, LARGEST_ASSET,
	                      &bytes)) {
		result.reason = report_unread(site, asset, &diag, errno);
	} else if (publishable_check_bytes(site, asset, bytes, &diag)) {
		result.hash = hash_content(bytes.data, bytes.len);
		result.size = bytes.len;
		errno = 0;
		result.is_written = output_stage(l->output, asset->output, bytes.data,
		                                 bytes.len, scratch, &result.is_kept);
		result.reason = result.is_written ? 0 : errno ? errno : EIO;
	}
	result.findings = diag.findings;
	result.n_findings = diag.n;
	return result;
}

struct finishing {
	const struct layout *layout;
	const struct site *site;
	struct output *output;
	struct diag *diag;
	struct arena scratch;
};

static bool fail(struct finishing *f, const char *path, int reason)
{
	diag_report_failure(f->diag, MSG_MACHINE_WRITE, (struct place){0}, path, reason);
	return false;
}

static bool stage(struct finishing *f, const char *path, const void *data, size_t len)
{
	bool is_kept;
	if (output_is_stopped(f->output))
		return false;
	if (!output_stage(f->output, path, data, len, &f->scratch, &is_kept))
		return fail(f, path, errno);
	output_add(f->output, path, hash_content(data, len), len, is_kept);
	return true;
}

/* A file that was read and could not be staged is told here; one that could not be read
 * was told where it was read. */
static bool add_asset(struct finishing *f, const struct asset *asset,
                      const struct laid_out *laid_out)
{
	diag_add(f->diag, laid_out->findings, laid_out->n_findings);
	if (laid_out->is_written)
		output_add(f->output, asset->output, laid_out->hash, laid_out->size,
		           laid_out->is_kept);
	else if (laid_out->reason && laid_out->n_findings == 0)
		return fail(f, asset->output, laid_out->reason);
	return laid_out->is_written || !laid_out->reason;
}

static bool add_assets(struct finishing *f, const struct laid_out *laid_out)
{
	const struct theme_files *assets = &f->layout->theme->assets;
	for (size_t i = 0; i < assets->n; i++)
		if (!stage(f, assets->items[i].output, assets->items[i].bytes.data,
		           assets->items[i].bytes.len))
			return false;
	for (size_t i = 0; i < f->site->n_assets; i++)
		if (f->layout->edition->book->connected->uses_asset[i] &&
		    !add_asset(f, &f->site->assets[i], &laid_out[i]))
			return false;
	return true;
}

static bool add_pages(struct finishing *f, const struct laid_out *pages)
{
	for (size_t i = 0; i < f->site->n_pages; i++) {
		const struct page *page = &f->site->pages[i];
		const struct laid_out *laid_out = &pages[i];
		if (f->layout->is_alone && page->type != PAGE_ONE_PAGE)
			continue;
		if (!laid_out->is_written)
			return fail(f, page->output,
			            laid_out->reason ? laid_out->reason : EIO);
		output_add(f->output, page->output, laid_out->hash, laid_out->size,
		           laid_out->is_kept);
		diag_add(f->diag, laid_out->findings, laid_out->n_findings);
	}
	return true;
}

/* Files that stand for no page: 404.html and its like know the site by absolute
 * addresses. */
static bool stage_extras(struct finishing *f)
{
	const struct theme_files *extras = &f->layout->theme->extras;
	struct page nowhere = {.number = f->site->n_pages,
	                       .title = "404",
	                       .nav_title = "404",
	                       .id = "404",
	                       .address = "",
	                       .href = "",
	                       .output = "404.html",
	                       .root = f->site->config.base_path,
	                       .state = STATE_HIDDEN};
	for (size_t i = 0; i < extras->n; i++) {
		arena_reset(&f->scratch);
		struct buf out = buf_new(&f->scratch);
		struct view view = view_of(f->layout, &nowhere, &f->scratch);
		view.type = "erreur";
		render(extras->items[i].template, &view, &out, f->diag);
		const char *blank = buf_text(&out);
		if (blank[strspn(blank, " \t\r\n")] == '\0')
			continue; /* nothing to say: a sitemap without an address */
		if (!stage(f, extras->items[i].output, buf_text(&out), out.len))
			return false;
	}
	return true;
}

/* At each earlier address stands a page that leads on, whatever the host can do. */
static bool stage_redirects(struct finishing *f)
{
	const struct template *t = theme_redirect(f->layout->theme);
	for (size_t i = 0; t && i < f->site->n_redirects; i++) {
		const struct redirect *r = &f->site->redirects[i];
		arena_reset(&f->scratch);
		struct buf out = buf_new(&f->scratch);
		size_t len = strlen(r->from);
		const char *path =
			arena_format(f->output->arena, "%s%s", r->from,
		                     r->from[len - 1] == '/' ? "index.html" : "");
		struct view view = view_of(f->layout, r->to, &f->scratch);
		view.root = address_root(&f->scratch, r->from);
		view.type = "redirection";
		view.id = f->layout->edition->book->connected->redirect_ids[i];
		render(t, &view, &out, f->diag);
		if (!stage(f, path, buf_text(&out), out.len))
			return false;
	}
	return true;
}

/* The same for hosts that can do better. */
static bool stage_redirect_files(struct finishing *f)
{
	static const struct {
		const char *path;
		void (*add)(struct buf *, const struct book *);
	} files[] = {{"_redirects", redirect_files_add_lines},
	             {"redirections.nginx.conf", redirect_files_add_map}};
	bool ok = true;
	for (size_t i = 0; f->site->n_redirects > 0 && ok && i < COUNT(files); i++) {
		arena_reset(&f->scratch);
		struct buf out = buf_new(&f->scratch);
		files[i].add(&out, f->layout->edition->book);
		ok = stage(f, files[i].path, buf_text(&out), out.len);
	}
	return ok;
}

/* The index of search, beside the page that asks it. */
static bool stage_search(struct finishing *f)
{
	const struct book *book = f->layout->edition->book;
	const struct page *page = f->site->search_page;
	struct arena own = ARENA_PRIVATE;
	if (!page)
		return true;
	struct search_index *x = search_open(book, &own);
	expected_check(x, f->site, f->diag);
	struct search_shards shards = shards_open(x, &own);
	bool ok = true;
	for (size_t i = 0; ok && i < shards_count(&shards); i++) {
		arena_reset(&f->scratch);
		struct search_file file = shards_file(&shards, book, i, &f->scratch);
		const char *path =
			arena_format(f->output->arena, "%s%s", page->address, file.name);
		ok = stage(f, path, file.bytes.data, file.bytes.len);
	}
	search_close(x);
	arena_release(&own);
	return ok;
}

bool layout_finish(const struct layout *l, struct output *output,
                   const struct all_laid_out *all, struct diag *d)
{
	struct finishing f = {
		.layout = l, .site = l->edition->book->site, .output = output, .diag = d};
	bool ok = add_assets(&f, all->assets) && add_pages(&f, all->pages);
	if (!l->is_alone)
		ok = ok && stage_search(&f) && stage_redirects(&f) &&
		     stage_redirect_files(&f) && stage_extras(&f);
	arena_release(&f.scratch);
	return ok;
}
