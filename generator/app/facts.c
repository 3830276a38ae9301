#include "app/facts.h"

#include <inttypes.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/terminal.h"
#include "base/text.h"
#include "course/composed.h"
#include "course/site.h"
#include "report/places.h"
#include "report/report.h"
#include "settle/destinations.h"
#include "site/stages.h"
#include "words/diag.h"
#include "words/language.h"

enum { FORMAT = 1 };

/* clang-format off */
static const char *const block_kinds[N_BLOCK_KINDS] = {
	[BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading", [BLOCK_LIST] = "list",
	[BLOCK_ITEM] = "item", [BLOCK_TABLE] = "table", [BLOCK_ROW] = "row",
	[BLOCK_CODE] = "code", [BLOCK_QUOTE] = "quote", [BLOCK_RULE] = "rule",
	[BLOCK_TAG] = "tag", [BLOCK_INCLUDE] = "include", [BLOCK_HTML] = "html",
	[BLOCK_FOOTNOTE] = "footnote", [BLOCK_QUESTION] = "question",
};
static const char *const destination_kinds[N_DESTINATION_KINDS] = {
	[DESTINATION_LINK] = "link", [DESTINATION_IMAGE] = "image",
	[DESTINATION_DEFINITION] = "definition", [DESTINATION_AUTOLINK] = "autolink",
	[DESTINATION_TAG] = "tag", [DESTINATION_INCLUDE] = "include",
	[DESTINATION_HTML] = "html",
};
/* clang-format on */

/* One page, written line by line. */
struct writing {
	struct buf b;
	const struct site *site;
	const struct composed *page;
};

/* The name of a file may be of any bytes; JSON is UTF-8. */
static void add_utf8(struct buf *b, const char *text)
{
	size_t len;
	const char *right = text_repair(b->arena, text, strlen(text), &len);
	text_add_json(b, right, len);
}

static void add_text(struct buf *b, const char *name, const char *text)
{
	buf_add_format(b, "\"%s\": \"", name);
	add_utf8(b, text);
	buf_add_string(b, "\"");
}

static void add_item(struct buf *b, size_t i, const char *text)
{
	buf_add_string(b, i ? ", \"" : "\"");
	add_utf8(b, text);
	buf_add_char(b, '"');
}

static void add_texts(struct buf *b, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		add_item(b, i, texts[i]);
}

static void add_words(struct buf *b, const struct composed *c)
{
	const char *word = c->words;
	for (size_t i = 0; i < c->n_distinct; i++, word += strlen(word) + 1)
		add_item(b, i, word);
}

/* A list of things, each on a line of its own. */
static void add_list(struct writing *w, const char *name, size_t n,
                     void (*add)(struct writing *w, size_t i))
{
	buf_add_format(&w->b, ",\n\t\t\"%s\": [", name);
	for (size_t i = 0; i < n; i++) {
		buf_add_string(&w->b, i ? ",\n\t\t\t{" : "\n\t\t\t{");
		add(w, i);
		buf_add_char(&w->b, '}');
	}
	buf_add_string(&w->b, n ? "\n\t\t]" : "]");
}

static void add_heading(struct writing *w, size_t i)
{
	const struct heading *h = &w->page->headings[i];
	buf_add_format(&w->b, "\"level\": %d, ", h->level);
	add_text(&w->b, "id", h->id);
	buf_add_string(&w->b, ", ");
	add_text(&w->b, "text", h->text);
	if (h->n_aliases == 0)
		return;
	buf_add_string(&w->b, ", \"aliases\": [");
	add_texts(&w->b, (const char *const *)h->aliases, h->n_aliases);
	buf_add_char(&w->b, ']');
}

static void add_section(struct writing *w, size_t i)
{
	const struct section *s = &w->page->sections[i];
	buf_add_format(&w->b,
	               "\"heading\": %" PRIu32 ", \"level\": %" PRIu32
	               ", \"file\": %" PRIu32 ", \"first\": %d, \"last\": %d, "
	               "\"hash\": \"%016" PRIx64 "\", ",
	               s->heading, s->level, s->file, s->first, s->last, s->hash);
	add_text(&w->b, "excerpt", s->excerpt);
	buf_add_string(&w->b, ", \"counts\": [");
	for (size_t k = 0; k < s->n_counts; k++) {
		const struct word_count *c = &w->page->word_counts[s->first_count + k];
		buf_add_format(&w->b, "%s[%" PRIu32 ", %" PRIu32 "]", k ? ", " : "",
		               c->word, c->n);
	}
	buf_add_char(&w->b, ']');
}

static void add_question(struct writing *w, size_t i)
{
	const struct asked *q = &w->page->questions[i];
	add_text(&w->b, "id", q->id);
	buf_add_format(&w->b, ", \"heading\": %" PRIu32 ", \"hash\": \"%016" PRIx64 "\"",
	               q->heading, q->hash);
}

static void add_destination(struct writing *w, size_t i)
{
	const struct destination *d = &w->page->destinations[i];
	add_text(&w->b, "kind", destination_kinds[d->kind]);
	buf_add_format(&w->b,
	               ", \"file\": %" PRIu32 ", \"start\": %" PRIu32
	               ", \"end\": %" PRIu32,
	               d->file, d->start, d->end);
	if (d->target == NO_TARGET)
		return;
	buf_add_string(&w->b, ", ");
	add_text(&w->b, "target", w->site->source.files[d->target].path);
}

static void add_block(struct writing *w, size_t i)
{
	const struct block *block = &w->page->blocks[i];
	add_text(&w->b, "kind", block_kinds[block->kind]);
	buf_add_format(&w->b, ", \"file\": %" PRIu32 ", \"first\": %d, \"last\": %d",
	               block->file, block->first, block->last);
}

static void add_page(struct writing *w, const struct page *page)
{
	const struct composed *c = w->page;
	buf_add_string(&w->b, "{\n\t\t");
	add_text(&w->b, "path", page->path);
	buf_add_string(&w->b, ",\n\t\t");
	add_text(&w->b, "title", page->title);
	buf_add_string(&w->b, ",\n\t\t");
	add_text(&w->b, "address", page->address);
	buf_add_string(&w->b, ",\n\t\t\"files\": [");
	add_texts(&w->b, (const char *const *)c->files, c->n_files);
	buf_add_char(&w->b, ']');
	add_list(w, "headings", c->n_headings, add_heading);
	buf_add_string(&w->b, ",\n\t\t\"words\": [");
	add_words(&w->b, c);
	buf_add_char(&w->b, ']');
	add_list(w, "sections", c->n_sections, add_section);
	add_list(w, "questions", c->questions ? c->n_questions : 0, add_question);
	add_list(w, "links", c->n_destinations, add_destination);
	buf_add_format(&w->b, ",\n\t\t\"unplaced\": %zu", c->n_lost_destinations);
	add_list(w, "blocks", c->n_blocks, add_block);
	buf_add_string(&w->b, "\n\t}");
}

/* False when it was not written whole. */
static bool write_buf(const struct buf *b)
{
	return fwrite(buf_text(b), 1, b->len, stdout) == b->len;
}

static bool write_head(const struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	buf_add_format(&b, "{\n\t\"format\": %d,\n\t", FORMAT);
	add_text(&b, "title", site->config.title);
	buf_add_string(&b, ",\n\t");
	add_text(&b, "content", site->config.content);
	buf_add_string(&b, ",\n\t\"pages\": [");
	bool ok = write_buf(&b);
	arena_release(&scratch);
	return ok;
}

/* Pages of ours, which have no file, are left out. */
static bool write_pages(const struct stages *s)
{
	struct arena scratch = ARENA_PRIVATE;
	bool ok = write_head(&s->site), is_first = true;
	for (size_t i = 0; ok && i < s->site.n_pages; i++) {
		const struct page *page = &s->site.pages[i];
		if (!page->path)
			continue;
		arena_reset(&scratch);
		struct writing w = {buf_new(&scratch), &s->site, s->composed[i]};
		buf_add_string(&w.b, is_first ? "\n\t" : ",\n\t");
		add_page(&w, page);
		ok = write_buf(&w.b);
		is_first = false;
	}
	ok = ok && fputs("\n\t]\n}\n", stdout) >= 0 && fflush(stdout) == 0;
	arena_release(&scratch);
	return ok;
}

/* Whether the machine did what it should; what it did not is in the findings. */
static bool compose(struct stages *s)
{
	if (!stages_load(s) || s->diag.has_unread || !stages_compose(s))
		return false;
	for (size_t i = 0; i < s->site.n_pages; i++)
		diag_add(&s->diag, s->composed[i]->findings, s->composed[i]->n_findings);
	return !s->diag.has_unread;
}

static void tell(struct stages *s, enum language lang)
{
	struct report report = {.site = &s->site,
	                        .lang = lang,
	                        .terminal = terminal_of(fileno(stderr)),
	                        .lists_all = true,
	                        .places = places_of(&s->arena, s->options)};
	if (s->diag.has_unread)
		diag_keep_unread(&s->diag);
	diag_sort(&s->diag);
	report_write(&report, &s->diag, REPORT_TEXT, stderr);
}

enum status facts_run(const struct build_options *asked)
{
	struct options options = asked->options;
	options.wants_sections = options.wants_source_map = true;
	struct stages s;
	stages_open(&s, &options);
	bool ok = compose(&s);
	enum language lang = asked->has_language ? asked->lang : s.site.config.messages;
	if (!ok)
		tell(&s, lang);
	else
		ok = write_pages(&s); /* main tells what did not arrive */
	stages_close(&s);
	return ok ? STATUS_FINE : STATUS_MACHINE;
}
