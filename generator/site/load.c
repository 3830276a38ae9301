#include "site/load.h"

#include <errno.h>
#include <string.h>

#include "address/addresses.h"
#include "address/outputs.h"
#include "address/pages.h"
#include "address/redirects.h"
#include "address/relations.h"
#include "address/spaces.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "check/glossary_order.h"
#include "check/omissions.h"
#include "check/page_file.h"
#include "check/placeholders.h"
#include "check/placement.h"
#include "check/shelves.h"
#include "check/unread.h"
#include "course/config.h"
#include "course/docs.h"
#include "course/find.h"
#include "course/front.h"
#include "course/glossary.h"
#include "course/misnamed.h"
#include "course/page_kinds.h"
#include "course/suggest.h"
#include "course/summary.h"
#include "data/emoji.h"
#include "data/value.h"
#include "data/yaml.h"
#include "french/anchors.h"
#include "markup/markdown.h"
#include "markup/tree.h"
#include "search/expected.h"
#include "site/unsaid.h"
#include "source/source.h"
#include "theme/labels.h"
#include "words/diag.h"
#include "words/labels.h"
#include "words/message_names.h"
#include "words/reason.h"

enum { N_OWN_PAGES = 5 };
/* Bytes of a page's heading. Some take cmark a time that grows with their square, and
 * nothing ends this process; real ones have 110 at most. */
enum { LONGEST_TITLE = 1000 };

static bool open_sources(struct site *site)
{
	const struct options *o = site->options;
	const struct source_git git = {o->revision, o->git_seconds};
	if (o->revision &&
	    !source_open_tree(&site->folder, site->arena, o->root, &git, site->diag))
		return false;
	errno = 0;
	if (!o->revision && !file_is_folder(o->root)) {
		if (reason_is_of_machine(errno) && errno)
			diag_report_unread(site->diag, MSG_MACHINE_LIST, ".", errno);
		else
			diag_report(site->diag, MSG_NO_COURSE, (struct place){0}, o->root,
			            NULL);
		return false;
	}
	config_read(site);
	docs_read(site);
	expected_read(site);
	if (site->diag->has_unread)
		return false;
	if (o->revision) {
		source_narrow(&site->source, &site->folder, site->config.content,
		              site->arena);
		return true;
	}
	const char *root = strcmp(o->root, ".") == 0
	                           ? ""
	                           : o->root; /* paths as the author knows them */
	const char *content = path_join(site->arena, root, site->config.content);
	size_t first = site->diag->n;
	bool ok = source_open_folder(&site->source, site->arena, content, o->out,
	                             site->diag);
	diag_name_from(site->diag, first, root);
	return ok;
}

static const char *shown_path(const struct site *site, const char *path)
{
	return path_join(site->arena, site->config.content, path);
}

/* "a/pitch" from "a/pitch.md", "a" from "a/README.md". */
static const char *default_id(struct arena *a, const char *path)
{
	size_t len = strlen(path) - 3;
	if (len > 7 && strcmp(path + len - 7, "/README.md") == 0)
		len -= 7;
	return arena_copy(a, path, len);
}

/* Whether a line of Markdown surely reads as it is written: most titles do. */
static bool is_plain(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)line[i];
		bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		               (c >= '0' && c <= '9') || c >= 0x80;
		if (!is_word && (!c || !strchr(" '(),;?%+-/", c)))
			return false;
	}
	return true;
}

/* Where a page's text starts: behind blank lines and comments. */
static const char *skip_comments(const char *at, const char *end)
{
	for (;;) {
		while (at < end && strchr(" \t\r\n", *at))
			at++;
		if (end - at < 4 || memcmp(at, "<!--", 4) != 0)
			return at;
		const char *close = memmem(at, (size_t)(end - at), "-->", 3);
		if (!close)
			return at;
		at = close + 3;
	}
}

/* Whether a line underlines a title: `=====`. */
static bool is_underline(const char *line, const char *end)
{
	const char *at = line;
	while (at < end && *at == '=')
		at++;
	while (at > line && at < end && strchr(" \t\r", *at))
		at++;
	return at > line && (at == end || *at == '\n');
}

/* What a title reads as: a line of Markdown, or one with its underline. */
static const char *title_words(struct arena *scratch, const char *at, size_t len)
{
	struct diag quiet = {.arena = scratch};
	struct document doc = {.arena = scratch,
	                       .path = "",
	                       .text = at,
	                       .len = len,
	                       .first_line = 1,
	                       .mode = MARKDOWN_PLAIN,
	                       .diag = &quiet};
	markdown_parse(&doc);
	const cmark_node *heading = doc.root->first_child;
	return heading && heading->type == CMARK_NODE_HEADING
	               ? node_title(scratch, heading)
	               : "";
}

/* The bytes of a title that are read; the end of a long one is reported and left out. */
static size_t title_length(struct site *site, const struct page *page, const char *at,
                           const struct front_matter *f)
{
	diag_report(site->diag, MSG_TITLE_LONG,
	            place_of_byte(page->shown_path, f->body, (size_t)(at - f->body),
	                          f->body_line),
	            arena_format(site->arena, "%d", LONGEST_TITLE), NULL);
	return text_cut(at, LONGEST_TITLE);
}

static const char *underlined(struct arena *a, const char *line, size_t len)
{
	struct buf b = buf_new(a);
	buf_add(&b, line, len);
	buf_add_string(&b, "\n="); /* one is enough */
	return buf_text(&b);
}

/* The text of a page's first `# Title`, when it comes before anything but blank lines and
 * comments. */
static const char *first_heading(struct site *site, const struct page *page,
                                 const struct front_matter *f, struct arena *scratch)
{
	const char *end = f->body + f->body_len, *at = skip_comments(f->body, end);
	const char *stop = memchr(at, '\n', (size_t)(end - at));
	bool is_underlined = stop && is_underline(stop + 1, end);
	size_t len = (size_t)((stop ? stop : end) - at);
	if (!is_underlined && (len < 2 || at[0] != '#' || !strchr(" \t", at[1])))
		return NULL;
	if (len > LONGEST_TITLE)
		len = title_length(site, page, at, f);
	at = text_repair(scratch, at, len, &len); /* composing the page will say so */
	const char *text = at + 1;
	if (is_underlined)
		text = title_words(scratch, underlined(scratch, at, len), len + 2);
	else if (!is_plain(text, --len))
		text = title_words(scratch, at, len + 1);
	if (text != at + 1)
		len = strlen(text);
	for (; len > 0 && *text == ' '; len--)
		text++;
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return len ? arena_copy(site->arena, text, len) : NULL;
}

/* "# clubs-de-partage.md" is no title: somebody's tool wrote the file's name. */
static bool is_file_name(const char *title)
{
	return path_is_page(title, strlen(title));
}

static void fill_lists(struct site *site, struct page *page, const struct front *front)
{
	const struct value *o = &front->objectives, *al = &front->aliases;
	for (size_t i = 0, cap = 0; o->kind == VALUE_LIST && i < o->list->n; i++)
		ARRAY_ADD(site->arena, page->objectives, page->n_objectives, cap,
		          page_polish(site, page, o->list->items[i].text));
	for (size_t i = 0, cap = 0; al->kind == VALUE_LIST && i < al->list->n; i++)
		ARRAY_ADD(site->arena, page->aliases, page->n_aliases, cap,
		          al->list->items[i].text);
}

/* Texts of front matter as they should read; its keys under the names that the manual
 * gives them. */
static void polish_value(const struct site *site, const struct page *page,
                         struct value *v)
{
	if (v->kind == VALUE_TEXT) {
		v->text = page_polish(site, page, v->text);
		v->len = strlen(v->text);
	}
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->list->n; i++)
		polish_value(site, page, &v->list->items[i]);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->n; i++) {
		struct value_entry *e = &v->map->entries[i];
		e->key = page_polish(site, page, e->key);
		polish_value(site, page, &e->value);
	}
}

static void polish_meta(const struct site *site, struct page *page)
{
	for (size_t i = 0; page->meta.kind == VALUE_MAP && i < page->meta.map->n; i++) {
		struct value_entry *e = &page->meta.map->entries[i];
		e->key = front_key_name(e->key);
		polish_value(site, page, &e->value);
	}
}

static void fill_page(struct site *site, struct page *page, const char *heading)
{
	const struct front *front = page->front;
	const char *listed = page->entry ? page->entry->title : "";
	const char *title = front->title                        ? front->title
	                    : heading && !is_file_name(heading) ? heading
	                                                        : listed;
	const char *name = path_name(page->id);
	page->title = page_polish(site, page, *title ? title : name);
	page->nav_title = *listed ? site_polish(site, listed) : page->title;
	page->description = page_polish(site, page, front->description);
	page->icon = front->icon;
	page->minutes = front->minutes;
	bool is_readme = strcmp(path_name(page->path), "README.md") == 0;
	page->type = front->type >= 0 ? (enum page_type)front->type
	             : is_readme      ? PAGE_SECTION
	                              : PAGE_PLAIN;
	page->listing =
		front->listing >= 0 ? (enum listing)(front->listing + 1) : LISTING_NONE;
	if (front->id)
		page->id = front->id;
	fill_lists(site, page, front);
	page->state = !page->entry       ? STATE_UNLISTED
	              : front->is_draft  ? STATE_DRAFT
	              : front->is_hidden ? STATE_HIDDEN
	                                 : STATE_PUBLISHED;
}

/* Whether one of the last findings is that front matter cannot be read. */
static bool is_broken(const struct diag *d, size_t from)
{
	bool is_found = false;
	for (size_t i = from; i < d->n; i++)
		is_found |= strcmp(message_code(d->findings[i].message),
		                   message_code(MSG_YAML_SYNTAX)) == 0;
	return is_found;
}

/* Reads the first lines of a page's file: front matter and, if needed, its first heading.
 */
static void read_page(struct site *site, struct page *page, struct arena *texts,
                      struct arena *scratch)
{
	struct bytes bytes;
	struct front *front = arena_alloc(site->arena, sizeof *front);
	const char *heading = NULL;
	page->body_line = 1;
	arena_reset(scratch);
	if (!source_keep(&site->source, texts, page->file, LARGEST_PAGE, &bytes) &&
	    !(errno == EFBIG &&
	      source_read(&site->source, scratch, page->file, SIZE_MAX / 4, &bytes))) {
		diag_report_unread(site->diag, MSG_MACHINE_READ, page->shown_path, errno);
		bytes = (struct bytes){"", 0};
	}
	size_t n_faults = site->diag->n;
	struct front_matter f =
		yaml_split(page->shown_path, bytes.data, bytes.len, site->diag);
	page->body_line = f.body_line;
	if (f.yaml)
		page->meta = yaml_parse(site->arena, page->shown_path, f.yaml, f.yaml_len,
		                        2, site->diag);
	page->has_lost_header = site->diag->n > n_faults;
	page->has_lost_header |= page_file_check(site, page, bytes, &f);
	page->has_no_text = omissions_is_empty(&f);
	/* What could not be read has cut the values around it: those are not looked at.
	 */
	struct diag quiet = {.arena = scratch};
	front_read(front, page->meta, page->shown_path, site->arena,
	           is_broken(site->diag, n_faults) ? &quiet : site->diag);
	page->language = front->language;
	front->responsible = page_polish(site, page, front->responsible);
	if (!front->title && bytes.len <= LARGEST_PAGE)
		heading = first_heading(site, page, &f, scratch);
	if (heading && is_file_name(heading))
		diag_report(site->diag, MSG_TITLE_FILE_NAME,
		            (struct place){page->shown_path, 0, 0}, heading, NULL);
	page->front = front;
	fill_page(site, page, heading);
	polish_meta(site, page);
}

static bool is_page_file(const struct site *site, const char *path)
{
	return strcmp(path_extension(path), ".md") == 0 && path[0] != '.' &&
	       !strstr(path, "/.") && strcmp(path, site->config.summary) != 0;
}

/* Gives a page that is not to be published back: its entry keeps its children as a group.
 */
static void unpublish(struct site *site, const struct page *page, size_t *cap)
{
	struct entry *e = page->entry;
	if (e) {
		e->kind = ENTRY_GROUP;
		e->page = NULL;
		e->title = page->nav_title;
	}
	ARRAY_ADD(site->arena, site->unlisted, site->n_unlisted, *cap, *page);
	/* It has no address: nobody reads its body. */
	site->unlisted[site->n_unlisted - 1].root = "";
}

static void make_pages(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	struct map listed = map_new(&scratch);
	size_t n = 0, cap = 0;
	for (struct entry *e = site->entries->first_child; e; e = entry_next(e))
		if (e->path) {
			map_put_string(&listed, e->path, e);
			n++;
		}
	site->pages = arena_array(site->arena, n + N_OWN_PAGES, sizeof *site->pages);
	struct arena reading = ARENA_PRIVATE, texts = mapping_arena(site->mapping);
	for (struct entry *e = site->entries->first_child; e; e = entry_next(e)) {
		if (!e->path)
			continue;
		struct page page = {.number = site->n_pages,
		                    .path = e->path,
		                    .entry = e,
		                    .file = source_find(&site->source, e->path),
		                    .shown_path = shown_path(site, e->path),
		                    .id = default_id(site->arena, e->path)};
		read_page(site, &page, &texts, &reading);
		if (page.state == STATE_DRAFT && !site->options->with_drafts) {
			unpublish(site, &page, &cap);
			continue;
		}
		if (page.state == STATE_DRAFT)
			page.state = STATE_PUBLISHED;
		e->title = page.nav_title;
		e->page = &site->pages[site->n_pages];
		site->pages[site->n_pages++] = page;
	}
	site->n_listed = site->n_pages;
	for (size_t i = 0; i < site->n_listed; i++)
		site->is_course |= page_kinds[site->pages[i].type].is_of_course;
	for (size_t i = 0; i < site->source.n; i++) {
		const struct source_file *file = &site->source.files[i];
		if (!is_page_file(site, file->path) ||
		    map_find_string(&listed, file->path))
			continue;
		struct page page = {.path = file->path,
		                    .file = file,
		                    .shown_path = shown_path(site, file->path),
		                    .id = default_id(site->arena, file->path)};
		read_page(site, &page, &reading, &reading);
		source_forget(&site->source, file); /* nobody will compose it */
		unpublish(site, &page, &cap);
	}
	arena_release(&reading);
	arena_release(&scratch);
}

/* Tells each unknown key of front matter once, at its first page, with their number:
 * another tool's key is in all of them. */
static void fold_keys(struct site *site)
{
	struct diag *d = site->diag;
	struct arena scratch = ARENA_PRIVATE;
	struct map first = map_new(&scratch);
	size_t *counts = arena_array(&scratch, d->n + 1, sizeof *counts), n = 0;
	for (size_t i = 0; i < d->n; i++) {
		struct finding f = d->findings[i];
		bool is_key =
			f.message == MSG_UNKNOWN_KEY || f.message == MSG_OTHER_TOOL_KEY;
		size_t *known = is_key ? map_find_string(&first, f.args[0]) : NULL;
		if (known) {
			++*known;
			continue;
		}
		counts[n] = 1;
		if (is_key && strcmp(path_extension(f.at.path), ".md") == 0)
			map_put_string(&first, f.args[0], &counts[n]);
		d->findings[n++] = f;
	}
	d->n = n;
	for (size_t i = 0; i < n; i++)
		if (counts[i] > 1) {
			struct finding *f = &d->findings[i];
			f->message = f->message == MSG_UNKNOWN_KEY
			                     ? MSG_UNKNOWN_KEY_OFTEN
			                     : MSG_OTHER_TOOL_KEY_OFTEN;
			f->args[2] = arena_format(d->arena, "%zu", counts[i]);
		}
	arena_release(&scratch);
}

static void index_files(struct site *site)
{
	struct source *source = &site->source;
	site->by_folded = map_new(site->arena);
	map_reserve(&site->by_folded, source->n);
	for (size_t i = 0; i < source->n; i++) {
		const char *folded = text_fold(site->arena, source->files[i].path);
		if (!map_find_string(&site->by_folded, folded))
			map_put_string(&site->by_folded, folded, &source->files[i]);
	}
}

static void index_pages(struct site *site)
{
	struct source *source = &site->source;
	site->page_of = arena_array(site->arena, source->n + 1, sizeof(struct page *));
	for (size_t i = 0; i < site->n_pages; i++)
		site->page_of[site->pages[i].file - source->files] = &site->pages[i];
	for (size_t i = 0; i < site->n_unlisted; i++)
		site->page_of[site->unlisted[i].file - source->files] =
			&site->unlisted[i];
}

/* A safe name for a file: each segment a slug, GitBook's folder without its dot; one that
 * no disk would take is its hash. */
static const char *asset_output(struct arena *a, const char *path)
{
	struct buf b = buf_new(a);
	buf_add_string(&b, "fichiers/");
	for (const char *at = path; *at;) {
		size_t len = strcspn(at, "/");
		const char *start = at[0] == '.' && len > 1 ? at + 1 : at;
		buf_add_string(&b, slug_make(a, start, len - (size_t)(start - at)));
		at += len;
		if (*at == '/') {
			buf_add_char(&b, '/');
			at++;
		}
	}
	return outputs_shortened(a, buf_text(&b), "fichiers/fichier");
}

/* Whether a file of the content is the one of known faults. */
static bool is_baseline(const struct site *site, const char *path)
{
	const char *baseline = site->config.baseline;
	size_t len = strlen(site->config.content);
	if (!baseline)
		return false;
	if (len &&
	    (strncmp(baseline, site->config.content, len) != 0 || baseline[len] != '/'))
		return false;
	return strcmp(baseline + len + (len > 0), path) == 0;
}

static bool is_asset_file(const struct site *site, const char *path)
{
	bool is_gitbook =
		strncmp(path, ".gitbook/", 9) == 0 || strstr(path, "/.gitbook/");
	bool is_hidden = !is_gitbook && (path[0] == '.' || strstr(path, "/."));
	return !is_hidden && strcmp(path_extension(path), ".md") != 0 &&
	       strcmp(path, "site.yml") != 0 && strcmp(path, site->config.summary) != 0 &&
	       !is_baseline(site, path);
}

static void list_assets(struct site *site, struct outputs *outputs)
{
	size_t cap = 0;
	for (size_t i = 0; i < site->source.n; i++) {
		const struct source_file *file = &site->source.files[i];
		if (!is_asset_file(site, file->path))
			continue;
		const char *wanted = asset_output(site->arena, file->path);
		const char *output = outputs_choose(outputs, site->arena, wanted,
		                                    strlen(path_extension(wanted)), NULL);
		ARRAY_ADD(site->arena, site->assets, site->n_assets, cap,
		          (struct asset){.file = file, .output = output});
	}
	site->asset_by_path = map_new(site->arena);
	for (size_t i = 0; i < site->n_assets; i++)
		map_put_string(&site->asset_by_path, site->assets[i].file->path,
		               &site->assets[i]);
}

/* A page or an earlier address gives way to the theme's files; a first page does not. */
static void reserve_theme_files(const struct theme *theme, struct outputs *outputs)
{
	const struct theme_files *const kinds[] = {&theme->assets, &theme->extras};
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t i = 0; i < kinds[k]->n; i++)
			if (strcmp(kinds[k]->items[i].output, "index.html") != 0)
				outputs_reserve(outputs, kinds[k]->items[i].output);
}

static bool wants_one_page(const struct site *site)
{
	return site->options->edition == EDITION_ONE_PAGE ||
	       config_wants(&site->config, EDITION_ONE_PAGE);
}

/* A theme that shows no search has none, and nothing is gathered for it. */
static bool wants_search(const struct site *site, const struct theme *theme)
{
	return site->config.wants_search && site->options->edition == EDITION_SITE &&
	       theme_has_layout_of(theme, PAGE_SEARCH);
}

static void add_own_pages(struct site *site, const struct theme *theme,
                          struct outputs *outputs)
{
	const struct config *c = &site->config;
	site->map_page = pages_add_own(site, outputs, PAGE_MAP, LABEL_MAP_TITLE);
	if (c->accessibility.kind == VALUE_MAP)
		site->accessibility_page = pages_add_own(
			site, outputs, PAGE_ACCESSIBILITY, LABEL_ACCESSIBILITY_TITLE);
	if (c->legal.kind == VALUE_MAP)
		site->legal_page =
			pages_add_own(site, outputs, PAGE_LEGAL, LABEL_LEGAL_TITLE);
	if (c->privacy.kind == VALUE_MAP)
		site->privacy_page =
			pages_add_own(site, outputs, PAGE_PRIVACY, LABEL_PRIVACY_TITLE);
	if (wants_search(site, theme))
		site->search_page =
			pages_add_own(site, outputs, PAGE_SEARCH, LABEL_SEARCH_TITLE);
	if (wants_one_page(site))
		site->one_page = pages_add_one_page(site);
}

static void give_words(struct page *pages, size_t n, struct theme *theme,
                       struct site *site)
{
	for (size_t i = 0; i < n; i++)
		pages[i].labels = pages[i].language
		                          ? labels_of(theme, site, pages[i].language)
		                          : site->labels;
}

/* Without its names the course is whole but for them: a publisher is told. */
static void read_emoji(struct site *site)
{
	errno = 0;
	if (emoji_read(site->arena, &site->emoji))
		return;
	if (errno && reason_is_of_machine(errno))
		diag_report_unread(site->diag, MSG_MACHINE_READ, "themes/emoji.tsv",
		                   errno);
	else
		diag_report(site->diag, MSG_NO_EMOJI, (struct place){0}, NULL);
}

/* The table of contents: SUMMARY.md's where there is one, else that of the folders. */
static struct entry *read_entries(struct site *site)
{
	const struct config *c = &site->config;
	bool has_summary = summary_find(site);
	const char *shown = shown_path(site, c->summary);
	if (has_summary)
		return summary_read(site, c->summary, shown);
	if (site_leads_outside(site, shown))
		diag_report(site->diag, MSG_LEADS_OUTSIDE, (struct place){shown, 0, 0},
		            shown, NULL);
	else if (c->summary_at.path)
		diag_report(site->diag, MSG_STRUCTURE_MISSING, c->summary_at, c->summary,
		            NULL);
	return summary_from_folders(site);
}

static void report_empty(struct site *site)
{
	const char *summary = site->config.summary;
	if (source_find(&site->source, summary))
		diag_report(site->diag, MSG_SUMMARY_EMPTY,
		            (struct place){shown_path(site, summary), 0, 0}, NULL);
	else
		diag_report(site->diag, MSG_SUMMARY_NO_PAGE, (struct place){0}, NULL);
}

bool load_site(struct site *site, struct theme *theme)
{
	if (!open_sources(site))
		return false;
	theme_open(theme, site);
	read_emoji(site);
	struct config *c = &site->config;
	placeholders_read(site);
	index_files(site);
	site->suggestions = suggestions_open(&site->source);
	site->misread = map_new(site->arena);
	site->entries = read_entries(site);
	unsaid_language(site);
	if (!source_find(&site->source, c->summary) && spaces_refuse(site))
		return false;
	labels_read(theme, site);
	make_pages(site);
	if (site->diag->has_unread)
		return false;
	fold_keys(site);
	misnamed_check(site);
	if (site->n_pages == 0) {
		report_empty(site);
		return true;
	}
	site->home = &site->pages[0];
	unsaid_title(site);
	if (!c->description)
		c->description = site->home->description;
	index_pages(site);
	unread_check(site);
	struct outputs outputs;
	outputs_open(&outputs);
	reserve_theme_files(theme, &outputs);
	if (config_wants(c, EDITION_ONE_PAGE))
		pages_reserve_one_page(site, &outputs);
	pages_assign_addresses(site, &outputs);
	pages_relate(site);
	placements_report(site);
	if (!glossary_read(site))
		return false;
	glossary_order_check(site);
	relations_check(site);
	shelves_check(site);
	omissions_check(site);
	list_assets(site, &outputs);
	add_own_pages(site, theme, &outputs);
	give_words(site->pages, site->n_pages, theme, site);
	give_words(site->unlisted, site->n_unlisted, theme, site);
	addresses_open(site);
	redirects_read(site, &outputs);
	spaces_record(site);
	outputs_close(&outputs);
	return !site->diag->has_unread;
}

void load_close(struct site *site)
{
	suggestions_close(site->suggestions);
	source_close(&site->folder);
}
