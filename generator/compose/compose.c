#include "compose/compose.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "check/companions.h"
#include "check/placeholders.h"
#include "check/rules.h"
#include "check/slips.h"
#include "compose/compose_internal.h"
#include "compose/embeds.h"
#include "compose/includes.h"
#include "compose/players.h"
#include "compose/publishable.h"
#include "course/find.h"
#include "course/page_kinds.h"
#include "data/invisible.h"
#include "data/yaml.h"
#include "html/html.h"
#include "markup/markdown.h"
#include "markup/rawhtml.h"
#include "markup/tags.h"
#include "settle/notes.h"
#include "settle/quiz.h"
#include "settle/settle.h"
#include "source/source.h"
#include "words/calendar.h"
#include "words/labels.h"

static bool is_inline(const cmark_node *node)
{
	return CMARK_NODE_TYPE_INLINE_P(node->type);
}

/* An address shown as its own text is left as it is. */
static bool is_bare_address(const cmark_node *text)
{
	const cmark_node *link = text->parent;
	if (link->type != CMARK_NODE_LINK)
		return false;
	size_t len = (size_t)text->as.literal.len;
	return len > 3 && link->as.link.url.len > 0 &&
	       !memchr(text->as.literal.data, ' ', len) &&
	       memmem(link->as.link.url.data, (size_t)link->as.link.url.len,
	              text->as.literal.data, len);
}

static bool is_code_element(const cmark_node *node)
{
	const struct element *e = node_element(node);
	return e && e->html &&
	       (e->html->flags & HTML_VERBATIM || e->html->id == HTML_CODE ||
	        e->html->id == HTML_KBD || e->html->id == HTML_SAMP);
}

static void add_run(struct composing *c, cmark_node *node, struct text_run run)
{
	struct runs *runs = &c->runs;
	size_t n = runs->n;
	run.result = run.text;
	run.result_len = run.len;
	ARRAY_ADD(c->doc.arena, runs->nodes, n, runs->cap_nodes, node);
	ARRAY_ADD(c->doc.arena, runs->items, runs->n, runs->cap, run);
}

static void gather_runs(struct composing *c, cmark_node *container)
{
	static const struct text_run gap = {.text = "", .is_opaque = true};
	static const struct text_run line = {.text = "\n", .len = 1};
	c->runs.n = 0;
	bool in_code = is_code_element(container);
	for (cmark_node *n = container->first_child; n;) {
		struct text_run words = {.text = (const char *)n->as.literal.data,
		                         .len = (size_t)n->as.literal.len,
		                         .is_opaque = true};
		if (n->type == CMARK_NODE_TEXT) {
			c->out.n_words += text_words(words.text, words.len);
			words.is_opaque = in_code || is_bare_address(n);
			add_run(c, n, words);
		} else if (n->type == CMARK_NODE_CODE) {
			c->out.n_words += text_words(words.text, words.len);
			add_run(c, n, words);
		} else if (n->type == CMARK_NODE_SOFTBREAK ||
		           n->type == CMARK_NODE_LINEBREAK) {
			add_run(c, n, line);
		} else if (n->type == CMARK_NODE_IMAGE) {
			add_run(c, n, gap);
		}
		bool is_closed = is_code_element(n) ||
		                 (n->first_child && !is_inline(n->first_child));
		if (is_closed) /* blanks before it and behind it are not neighbours */
			add_run(c, n, gap);
		n = is_closed ? node_next_beside(n, container) : node_next(n, container);
	}
}

/* Sets the typography of a block's texts. They stay what they are until the next block's
 * are set. */
static const struct runs *set_typography(struct composing *c, cmark_node *container)
{
	struct runs *runs = &c->runs;
	gather_runs(c, container);
	if (!c->typography)
		return runs;
	c->typography(c->doc.arena, runs->items, runs->n);
	for (size_t i = 0; i < runs->n; i++) {
		const struct text_run *run = &runs->items[i];
		bool is_break = runs->nodes[i]->type == CMARK_NODE_LINEBREAK; /* stays */
		if (run->result == run->text || run->is_opaque || is_break)
			continue;
		runs->nodes[i]->type = CMARK_NODE_TEXT;
		runs->nodes[i]->as.literal =
			(cmark_chunk){(unsigned char *)(uintptr_t)run->result,
		                      (bufsize_t)run->result_len, 0};
	}
	return runs;
}

char *compose_trim(char *text)
{
	while (*text == ' ')
		text++;
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		text[--len] = '\0';
	return text;
}

static char *chunk_string(struct composing *c, const cmark_chunk *chunk)
{
	return arena_copy(c->doc.arena, (const char *)chunk->data, (size_t)chunk->len);
}

/* A mention, and a link whose words are only the file's name, show what the page or its
 * section is called. `text`: NULL for a mention. */
static void name_link(struct composing *c, struct link_note *note, const char *url,
                      const char *text)
{
	if (text && *text && !path_is_page(text, strcspn(text, "#")))
		return; /* "page.md#partie" is no better than "page.md" */
	bool is_section = text && *url == '#'; /* of this page */
	if (note->page && !is_section)
		note->text = note->page->title;
	else if (text && !*text)
		note->text = strstr(url, "://")
		                     ? embed_label(c->doc.arena, url, c->page->labels)
		                     : path_name(url);
}

static void note_link(struct composing *c, cmark_node *node)
{
	const char *url = chunk_string(c, &node->as.link.url);
	const char *title = chunk_string(c, &node->as.link.title);
	char *text = node_text(c->doc.arena, node);
	c->links.looked_at = node;
	struct link_note *note =
		link_resolve(&c->links, url, text, node_place(c->links.doc, node));
	bool is_mention = strcmp(title, "mention") == 0;
	note->title = *title && !is_mention ? title : NULL;
	bool has_image = node->first_child && node->first_child->type == CMARK_NODE_IMAGE;
	if (!has_image && *text &&
	    !*compose_trim(text)) /* `[\` and `](url)`: nobody sees it */
		note->kind = LINK_DROPPED;
	else if (!has_image)
		name_link(c, note, url, is_mention ? NULL : text);
	link_note_set(node, note);
}

static void note_image(struct composing *c, cmark_node *node)
{
	const char *url = chunk_string(c, &node->as.link.url);
	c->links.looked_at = node;
	struct link_note *note =
		image_resolve(&c->links, url, node_place(c->links.doc, node));
	note->title =
		node->as.link.title.len ? chunk_string(c, &node->as.link.title) : NULL;
	link_note_set(node, note);
}

/* The other picture of `<picture>`: `srcset` holds one address, at times with a width or
 * a density behind it. */
static void note_source(struct composing *c, struct element *e)
{
	const char *set = element_attribute(e, "srcset");
	if (!set || !*set)
		return;
	size_t len = strlen(set), last = len;
	while (last > 0 && set[last - 1] != ' ')
		last--;
	bool has_size = last > 1 && (set[len - 1] == 'x' || set[len - 1] == 'w') &&
	                strspn(set + last, "0123456789.") == len - last - 1;
	e->note = image_resolve(&c->links,
	                        arena_copy(c->doc.arena, set, has_size ? last - 1 : len),
	                        e->at);
}

static void note_html_link(struct composing *c, cmark_node *node, struct element *e,
                           const char *href)
{
	const char *text = node_text(c->doc.arena, node);
	struct link_note *note = link_resolve(&c->links, href, text, e->at);
	if (!node->first_child || node->first_child->type == CMARK_NODE_TEXT)
		name_link(c, note, href,
		          element_attribute(e, "data-mention") ? NULL : text);
	e->note = note;
}

static void note_html(struct composing *c, cmark_node *node, struct element *e)
{
	const char *id = element_attribute(e, "id"), *href = element_attribute(e, "href");
	c->links.looked_at = e;
	headings_note_html(c, node, e);
	/* `<a href="#x" id="x"></a>`, GitBook's way to say an id, leads nowhere. */
	bool is_place = id && *id && href && *href == '#' && !node->first_child;
	if (e->html->id == HTML_A && href && !is_place && (*href || node->first_child))
		note_html_link(c, node, e, href);
	if (e->html->id == HTML_SOURCE)
		note_source(c, e);
	if (e->html->id == HTML_IMG && element_attribute(e, "src"))
		e->note = image_resolve(&c->links, element_attribute(e, "src"), e->at);
}

/* A film that can be watched in the page, whose policy must then know the player. */
static const char *note_player(struct composing *c, const char *url)
{
	struct player player = player_find(c->doc.arena, url);
	if (!player.origin)
		return NULL;
	bool is_known = false;
	for (size_t i = 0; i < c->n_players && !is_known; i++)
		is_known = strcmp(c->players[i], player.origin) == 0;
	if (!is_known)
		ARRAY_ADD(c->doc.arena, c->players, c->n_players, c->cap_players,
		          player.origin);
	return player.address;
}

/* For frame-src of the page's policy; NULL: no frame is shown. */
static const char *all_players(const struct composing *c)
{
	struct buf b = buf_new(c->doc.arena);
	for (size_t i = 0; i < c->n_players; i++) {
		buf_add_string(&b, i ? " " : "");
		buf_add_string(&b, c->players[i]);
	}
	return c->n_players ? buf_text(&b) : NULL;
}

/* A file's kind and size. */
static const char *detail_of(struct composing *c, const struct source_file *file)
{
	size_t size = 0;
	struct arena *a = c->doc.arena;
	if (!source_size(&c->site->source, file, &size))
		diag_report_unread(c->links.diag, MSG_MACHINE_READ,
		                   path_join(a, c->site->config.content, file->path),
		                   errno);
	return file_detail(a, file->path, size, c->page->labels);
}

/* What a block that is one link is called. */
static void name_block_link(struct composing *c, const cmark_node *node,
                            const struct element *e, const char *url)
{
	struct link_note *note = e->note;
	struct arena *a = c->doc.arena;
	const char *caption = element_attribute(e, "caption");
	const struct source_file *file = note->file;
	const struct page *page = note->page;
	bool is_caption_free = caption && *caption && !node->first_child;
	if (page) {
		note->text = page->title;
		if (note->kind != LINK_DROPPED && page != c->page)
			note->detail = page->description;
	} else if (e->tag->id == TAG_FILE || file) {
		note->text = is_caption_free ? caption : link_file_name(a, url);
		note->detail =
			file && note->kind != LINK_DROPPED ? detail_of(c, file) : NULL;
	} else {
		note->text = embed_label(a, url, c->page->labels);
		note->player = note->kind == LINK_DIRECT ? note_player(c, url) : NULL;
		if (is_caption_free && note->kind == LINK_DIRECT &&
		    strncmp(url, "http", 4) == 0 && strchr(note->text, '.')) {
			note->text = caption;
			note->detail = embed_host(a, url);
		}
	}
}

static bool is_page_ref(const struct element *e)
{
	return e->tag->id == TAG_CONTENT_REF || e->tag->id == TAG_PAGE_REF;
}

static bool holds_link(const cmark_node *node)
{
	for (const cmark_node *n = node->first_child; n; n = node_next(n, node))
		if (n->type == CMARK_NODE_LINK || node_is_html(n, HTML_A))
			return true;
	return false;
}

/* A block without an address is what it holds: a link, which may well lead somewhere, or
 * words. */
static void note_empty_block(struct composing *c, const cmark_node *node,
                             const struct element *e)
{
	const char *caption = element_attribute(e, "caption");
	if (e->tag->id == TAG_INTEGRATION || (is_page_ref(e) && holds_link(node)))
		return;
	link_resolve(&c->links, "",
	             caption && *caption ? caption
	                                 : compose_trim(node_text(c->doc.arena, node)),
	             e->at);
}

/* Blocks that are one link: content-ref, page-ref, embed, file. */
static void note_block_link(struct composing *c, cmark_node *node, struct element *e)
{
	static const char *const names[] = {"url", "page", "src"};
	const char *url = NULL;
	for (size_t i = 0; i < COUNT(names) && !url; i++)
		url = element_attribute(e, names[i]);
	if (!url || !url[strspn(url, " ")]) {
		note_empty_block(c, node, e);
		return;
	}
	c->links.looked_at = e;
	struct link_note *note = link_resolve(&c->links, url, "", e->at);
	const char *text =
		is_page_ref(e) ? compose_trim(node_text(c->doc.arena, node)) : "";
	e->note = note;
	name_block_link(c, node, e, url);
	if (*text && !note->page)
		note->text = text;
	while (is_page_ref(e) && node->first_child)
		node_unlink(node->first_child);
}

/* Where the description of an interface lies. */
static void note_api(struct composing *c, cmark_node *node, struct element *e)
{
	(void)node;
	const char *url = element_attribute(e, "src");
	c->links.looked_at = e;
	if (url && *url)
		e->note = link_resolve(&c->links, url, "", e->at);
}

static void check_hint(struct composing *c, cmark_node *node, struct element *e)
{
	(void)node;
	static const char *const styles[] = {"info", "success", "warning", "danger"};
	const char *style = element_attribute(e, "style");
	for (size_t i = 0; style && i < COUNT(styles); i++)
		if (strcmp(style, styles[i]) == 0)
			return;
	if (style && *style)
		diag_report(c->links.diag, MSG_WRONG_CHOICE, e->at, "style", style,
		            "info, success, warning, danger",
		            text_nearest(style, styles, COUNT(styles)), NULL);
}

/* What a tag's attributes show to readers. */
static void set_titles(struct composing *c, struct element *e)
{
	for (size_t i = 0; i < e->n_attributes; i++) {
		struct attribute *a = &e->attributes[i];
		if (a->value &&
		    html_list_has(" title caption summary description ", a->name))
			a->value = typography_text(c->typography, c->doc.arena, a->value);
	}
}

/* Of an update; without one it has no date. */
static void check_update(struct composing *c, cmark_node *node, struct element *e)
{
	(void)node;
	const char *date = element_attribute(e, "date");
	struct tm day;
	if (date && *date && !calendar_read(date, &day))
		diag_report(c->links.diag, MSG_UPDATE_DATE, e->at, date, NULL);
}

static void note_element(struct composing *c, cmark_node *node, struct element *e)
{
	/* clang-format off */
	static void (*const tags[N_TAGS])(struct composing *, cmark_node *, struct element *) = {
		[TAG_HINT]        = check_hint,
		[TAG_CONTENT_REF] = note_block_link,
		[TAG_PAGE_REF]    = note_block_link,
		[TAG_EMBED]       = note_block_link,
		[TAG_FILE]        = note_block_link,
		[TAG_INTEGRATION] = note_block_link,
		[TAG_API]         = note_api,
		[TAG_UPDATE]      = check_update,
	};
	/* clang-format on */
	if (!e->tag) {
		note_html(c, node, e);
		return;
	}
	if (c->typography)
		set_titles(c, e);
	if (tags[e->tag->id])
		tags[e->tag->id](c, node, e);
}

static void note_node(struct composing *c, cmark_node *node)
{
	static const struct runs none;
	const struct runs *runs = &none;
	struct element *e = node_element(node);
	bool holds_text =
		node->first_child && is_inline(node->first_child) && !is_inline(node);
	if (holds_text) {
		mentions_wrap(&c->mentions, node); /* of words as they were typed */
		runs = set_typography(c, node);
	}
	if (e)
		note_element(c, node, e);
	else if (node->type == CMARK_NODE_HEADING)
		headings_note(c, node, runs);
	else if (node->type == CMARK_NODE_PARAGRAPH)
		headings_note_paragraph(c, node);
	else if (node->type == CMARK_NODE_LINK)
		note_link(c, node);
	else if (node->type == CMARK_NODE_IMAGE)
		note_image(c, node);
	else if (node->type == CMARK_NODE_CODE_BLOCK)
		c->out.n_words += text_words((const char *)node->as.code.literal.data,
		                             (size_t)node->as.code.literal.len);
}

/* Below what is included, places are those of the included file, and links start there.
 */
static void note_tree(struct composing *c, cmark_node *root)
{
	for (cmark_node *node = root->first_child, *next; node; node = next) {
		/* What says nothing is taken out while it is looked at. */
		cmark_node *beside = node_next_beside(node, root);
		struct include *include = c->doc.has_includes ? include_of(node) : NULL;
		if (include) {
			struct link_context outer = c->links;
			c->links.doc = &include->doc;
			c->links.from = include->path;
			note_tree(c, node);
			c->links.doc = outer.doc;
			c->links.from = outer.from;
			next = beside;
			continue;
		}
		note_node(c, node);
		next = node->parent ? node_next(node, root) : beside;
	}
}

/* Text that is UTF-8 without NULs; what was not is said and replaced. */
static struct bytes clean_text(struct composing *c, const struct front_matter *f,
                               struct arena *scratch)
{
	struct bytes text = {f->body, f->body_len};
	size_t valid = text_check(text.data, text.len);
	if (memchr(text.data, '\0', text.len))
		diag_report(c->links.diag, MSG_NUL_BYTE,
		            (struct place){c->page->shown_path, 0, 0}, NULL);
	if (valid == text.len)
		return text;
	bool is_told = f->yaml && text_check(f->yaml, f->yaml_len) < f->yaml_len;
	if (!is_told)
		diag_report(c->links.diag, MSG_BAD_UTF8,
		            place_of_byte(c->page->shown_path, text.data, valid,
		                          f->body_line),
		            NULL);
	text.data = text_repair(scratch, text.data, text.len, &text.len);
	return text;
}

/* The questions of a quiz, which settle must know, and counted; NULL: the page is none.
 */
static struct quiz *find_questions(struct composing *c)
{
	if (c->page->type != PAGE_QUIZ)
		return NULL;
	struct quiz *quiz = arena_alloc(c->doc.arena, sizeof *quiz);
	*quiz = quiz_parse(&c->doc);
	quiz_check(&c->doc, quiz, &c->diag);
	c->out.n_questions = quiz->n;
	return quiz;
}

/* What its author should hear of, before anything is done to the tree. */
static void report_faults(struct composing *c)
{
	struct diag *d = &c->diag;
	struct slips *slips = slips_open(&c->doc, d);
	slips_know(slips, c->site, c->page->path);
	struct rules *rules = rules_open(c->site, c->page, &c->doc, d);
	for (const cmark_node *n = c->doc.root; n; n = node_next(n, c->doc.root)) {
		slips_look_at(slips, n);
		rules_look_at(rules, n);
	}
	slips_close(slips);
	rules_close(rules);
	quiz_look_for(&c->doc, c->page, d);
}

enum { LONGEST_NOTED = 500 }; /* bytes; what is longer is rare, and takes memory */

/* Notes the lines of what will be shown, so that no file needs to be read once more.
 * Those of a text that was repaired, and a first one, which may start with a mark of
 * order, are left to be read as they are. */
static void note_lines(struct composing *c)
{
	struct document *doc = &c->doc;
	for (size_t i = 0; doc->file && i < c->diag.n; i++) {
		struct finding *f = &c->diag.findings[i];
		bool is_shown = message_severity(f->message) > SEVERITY_REMARK;
		size_t len;
		if (!is_shown || f->at.line < 2 || !f->at.path ||
		    strcmp(f->at.path, doc->path) != 0)
			continue;
		const char *line = document_line(doc, f->at.line, &len);
		if (len > 0 && len <= LONGEST_NOTED)
			f->line = arena_copy(doc->arena, line, len);
	}
}

/* All that was found out, from where it was gathered. */
static void gather(struct composing *c)
{
	const struct link_context *l = &c->links;
	struct composed *out = &c->out;
	out->headings = c->headings;
	out->n_headings = c->n_headings;
	out->links = l->links;
	out->n_links = l->n_links;
	out->linked = l->linked;
	out->n_linked = l->n_linked;
	out->assets = l->assets;
	out->n_assets = l->n_assets;
	out->terms = c->mentions.found;
	out->n_terms = c->mentions.n_found;
	out->players = all_players(c);
	out->findings = c->diag.findings;
	out->n_findings = c->diag.n;
	out->files = c->source_map.files;
	out->n_files = c->source_map.n_files;
	out->blocks = c->source_map.blocks;
	out->n_blocks = c->source_map.n_blocks;
	out->destinations = c->source_map.destinations;
	out->n_destinations = c->source_map.n_destinations;
	out->n_lost_destinations = c->source_map.n_lost;
}

static struct composing start(const struct site *site, const struct page *page,
                              struct arena *scratch)
{
	struct composing c = {
		.site = site,
		.page = page,
		.diag = {.arena = scratch, .wants_changes = site->options->wants_changes},
		.typography = page_typography(site, page)};
	c.links = (struct link_context){.site = site, .page = page, .from = page->path};
	return c;
}

/* Steps 1 and 2. Destinations are looked for in the text that was parsed. */
static void parse(struct composing *c, struct bytes bytes, struct arena *scratch)
{
	const struct page *page = c->page;
	struct diag quiet = {.arena = scratch};
	struct front_matter f =
		yaml_split(page->shown_path, bytes.data, bytes.len, &quiet);
	c->links.diag = &c->diag;
	c->links.publishing =
		(struct publishing){.site = c->site, .arena = scratch, .diag = &c->diag};
	struct bytes body = clean_text(c, &f, scratch), file = {NULL, 0};
	if (body.data == f.body) {
		size_t from = (size_t)(f.body - bytes.data);
		file = invisible_clean(
			&(struct invisible_in){bytes, from, page->shown_path}, scratch,
			&c->diag);
		body.data = file.data + from;
	}
	c->doc = (struct document){.arena = scratch,
	                           .path = page->shown_path,
	                           .text = body.data,
	                           .len = body.len,
	                           .first_line = f.body_line,
	                           .mode = MARKDOWN_COURSE,
	                           .diag = &c->diag,
	                           .emoji = &c->site->emoji,
	                           .keeps_elements = c->site->options->wants_source_map,
	                           .file = file.data};
	markdown_parse(&c->doc);
	if (c->doc.keeps_elements)
		c->source_map.written = destinations_find(&c->doc);
	report_faults(c);
	placeholders_report(c->site, &c->doc, &f, &c->diag);
}

/* Step 4: what was typed, before anything is done to it. */
static void read_typed(struct composing *c, struct lexicon *lexicon)
{
	const struct options *o = c->site->options;
	bool wants_sections = o->wants_sections || c->site->search_page;
	if (wants_sections || o->wants_source_map)
		source_map_number_files(c);
	if (o->wants_source_map)
		source_map_record_blocks(c);
	if (wants_sections)
		sections_read(c, lexicon);
}

/* Step 10: what is asked of a page beside its body. */
static void note_facts(struct composing *c, struct quiz *quiz)
{
	const struct options *o = c->site->options;
	if (o->wants_sections || c->site->search_page)
		sections_name(c);
	if (o->wants_sections && quiz)
		sections_record_questions(c, quiz);
	if (o->wants_source_map && quiz)
		source_map_record_questions(c, quiz);
	if (o->wants_source_map)
		source_map_record_destinations(c);
}

/* Steps 3 to 8. */
static void note_document(struct composing *c, struct lexicon *lexicon)
{
	c->links.doc = &c->doc;
	c->links.written = c->diag.wants_changes ? &c->source_map.written : NULL;
	c->ids = ids_new(&c->doc, c->doc.arena);
	c->aliases = (struct aliases){.ids = &c->ids};
	if (c->doc.has_includes)
		includes_expand(c->site, c->page, &c->doc);
	read_typed(c, lexicon);
	headings_take_title(c);
	c->mentions = mentions_new(c->site, c->page, &c->doc);
	note_tree(c, c->doc.root);
	aliases_give(&c->aliases, c->headings);
	links_check_locals(&c->links, c->headings, c->n_headings);
}

/* Steps 9 to 12. */
static void write_body(struct composing *c)
{
	struct quiz *quiz = find_questions(c);
	note_facts(c, quiz);
	settle(&c->doc);
	struct html_writer w =
		html_writer(c->doc.arena, &c->doc, c->page->labels, c->page->type);
	w.quiz = quiz;
	html_write(&w, c->doc.root);
	c->out.body = html_finish(&w);
}

/* The machine's fault, with which nothing is published. */
static const struct composed *compose_unread(const struct page *page,
                                             struct arena *results, int reason)
{
	struct arena scratch = ARENA_PRIVATE;
	struct diag diag = {.arena = &scratch};
	diag_report_unread(&diag, MSG_MACHINE_READ, page->shown_path, reason);
	struct composed draft = {
		.is_lost = true, .findings = diag.findings, .n_findings = diag.n};
	const struct composed *result = composed_keep(&draft, results);
	arena_release(&scratch);
	return result;
}

/*
 * The recipe. The steps, and why none may come earlier:
 *
 *  1. parse       the body to a tree
 *  2. report      what was mistyped: nothing is changed in the tree yet
 *  3. include     other files' trees below their tags: 2 has seen the page alone
 *  4. typed       words and lines, where they are asked for: with those of 3, and
 *                 while all is there that 5 and 6 take out or change
 *  5. title       the first heading goes out, its ids are taken first
 *  6. note        each node in reading order, those of 3 too, and block by block:
 *                 mentions (of what was typed), then typography, then headings
 *                 (of both), links and images; ids are taken as they come
 *  7. aliases     further ids of headings, which may not take one of 6
 *  8. anchors     links within the page: 6 and 7 have given all ids
 *  9. questions   of a quiz: their headings have the notes of 6
 * 10. facts       those of 4 get their headings, targets and questions
 * 11. settle      what each node becomes: 8 has dropped dead links, 9 has said
 *                 which headings are questions; the tree is changed no more
 * 12. write       what 11 has settled
 * 13. keep        the facts that all of these have gathered, in one piece
 */
const struct composed *compose_page(const struct site *site, const struct page *page,
                                    struct arena *results, struct composer *composer)
{
	struct arena *scratch = &composer->scratch;
	struct bytes bytes;
	arena_reset(scratch);
	if (!page->file)
		return &composed_nothing;
	if (!source_read(&site->source, scratch, page->file, LARGEST_PAGE, &bytes))
		return errno == EFBIG ? compose_lost(page, results, MSG_PAGE_LARGE)
		                      : compose_unread(page, results, errno);
	struct composing c = start(site, page, scratch);
	parse(&c, bytes, scratch);
	note_document(&c, &composer->lexicon);
	write_body(&c);
	companions_drop(page, &c.doc, &c.diag);
	note_lines(&c);
	gather(&c);
	const struct composed *result = composed_keep(&c.out, results);
	assert(mapping_holds(site->mapping, result));
	struct bytes source = source_forget(&site->source, page->file);
	arena_recycle(results, source.data, source.len + 1);
	return result;
}

const struct composed *compose_lost(const struct page *page, struct arena *results,
                                    enum message why)
{
	struct arena scratch = ARENA_PRIVATE;
	struct diag diag = {.arena = &scratch};
	diag_report(&diag, why, (struct place){page->shown_path, 0, 0}, NULL);
	struct composed draft = {
		.is_lost = true, .findings = diag.findings, .n_findings = diag.n};
	draft.body.bytes =
		arena_format(&scratch, "<p>%s</p>\n", page->labels->html[LABEL_FAILED]);
	draft.body.len = strlen(draft.body.bytes);
	const struct composed *result = composed_keep(&draft, results);
	arena_release(&scratch);
	return result;
}

void composer_release(struct composer *composer)
{
	arena_release(&composer->scratch);
	lexicon_release(&composer->lexicon);
}
