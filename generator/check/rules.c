#include "check/rules.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "check/rules_internal.h"
#include "markup/rawhtml.h"
#include "markup/tags.h"

/* Sections start at level 2: the page's title is the only heading of level 1. */
enum { TITLE_LEVEL = 1, FIRST_LEVEL = 2, LAST_LEVEL = 6 };
/* A heading is short. */
enum { LONGEST_HEADING = 80, LONGEST_ALTERNATIVE = 200 };

static bool is_same_word(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

/* Whether anything below a node is seen or heard: words, code, an image. Of what is
 * nested without end, so much is taken for granted. */
static bool has_words(const cmark_node *node)
{
	int n_seen = 0;
	for (const cmark_node *n = node->first_child; n; n = node_next(n, node)) {
		size_t len = (size_t)n->as.literal.len;
		if (n->type == CMARK_NODE_TEXT &&
		    strspn((const char *)n->as.literal.data, " \t\r\n") < len)
			return true;
		if (n->type == CMARK_NODE_CODE || n->type == CMARK_NODE_IMAGE ||
		    node_is_html(n, HTML_IMG) || ++n_seen > MOST_RULE_NODES)
			return true;
	}
	return false;
}

static bool is_html_heading(const cmark_node *node)
{
	const struct element *e = node_element(node);
	return e && e->html && e->name[0] == 'h' && e->name[1] >= '1' &&
	       e->name[1] <= '6' && e->name[2] == '\0';
}

/* The level of a heading as it is printed; 0: no heading, or one without words, which is
 * left out. */
static int heading_level(const cmark_node *node)
{
	int level = node->type == CMARK_NODE_HEADING ? node->as.heading.level
	            : is_html_heading(node)          ? node_element(node)->name[1] - '0'
	                                             : 0;
	if (level == 0 || !has_words(node))
		return 0;
	return level < FIRST_LEVEL ? FIRST_LEVEL : level;
}

bool rules_may_report(struct rules *r)
{
	return r->n_reports++ < MOST_RULE_REPORTS;
}

static bool is_blank_text(const cmark_node *node)
{
	const unsigned char *text = node->as.literal.data;
	size_t n = 0, len = (size_t)node->as.literal.len;
	while (node->type == CMARK_NODE_TEXT && n < len && text[n] == ' ')
		n++;
	return node->type == CMARK_NODE_TEXT && n == len;
}

/* Whether a heading may stand alone: an image in place of words, or the line of a list.
 */
static bool may_stand_alone(const cmark_node *heading)
{
	const cmark_node *n = heading->first_child;
	while (n && (n->type == CMARK_NODE_IMAGE || node_is_html(n, HTML_IMG) ||
	             is_blank_text(n)))
		n = n->next;
	return !n || heading->parent->type == CMARK_NODE_ITEM;
}

static void report_section(struct rules *r)
{
	if (r->section && !may_stand_alone(r->section) &&
	    !(r->has_own_rules && r->section_level == FIRST_LEVEL) && rules_may_report(r))
		diag_report(r->diag, MSG_SECTION_EMPTY, node_place(r->doc, r->section),
		            NULL);
	r->section = NULL;
}

static void look_at_heading(struct rules *r, const cmark_node *heading, int level)
{
	static const char signs[] = "######";
	bool is_lost_term = r->type == PAGE_GLOSSARY && level > FIRST_LEVEL;
	if (is_lost_term && rules_may_report(r))
		diag_report(r->diag, MSG_TERM_LEVEL, node_place(r->doc, heading), NULL);
	else if (level > r->level + 1 && rules_may_report(r))
		diag_report(r->diag, MSG_LEVEL_SKIPPED, node_place(r->doc, heading),
		            arena_format(r->doc->arena, "%d", r->level),
		            arena_format(r->doc->arena, "%d", level),
		            arena_copy(r->doc->arena, signs, (size_t)r->level + 1), NULL);
	bool is_title = heading->type == CMARK_NODE_HEADING &&
	                heading->as.heading.level == TITLE_LEVEL;
	if (is_title && r->has_title && r->site->is_course && rules_may_report(r))
		diag_report(r->diag, MSG_TITLE_AGAIN, node_place(r->doc, heading), NULL);
	r->has_title |= is_title;
	if (level <= r->section_level)
		report_section(r);
	r->level = level;
	r->section = heading;
	r->section_level = level;
	r->behind_heading = node_next_beside(heading, r->doc->root);
	r->is_behind_heading = false;
}

/* Whether a node is something that fills a section. */
static bool is_content(const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (node->type == CMARK_NODE_TEXT)
		return strspn((const char *)node->as.literal.data, " \t\r\n") <
		       (size_t)node->as.literal.len;
	return node->type == CMARK_NODE_CODE || node->type == CMARK_NODE_CODE_BLOCK ||
	       node->type == CMARK_NODE_IMAGE ||
	       (e && (e->tag || e->html->flags & HTML_VOID));
}

/* What stands behind the heading of a section fills it, not the heading's own words. */
static void look_under_heading(struct rules *r, const cmark_node *node)
{
	r->is_behind_heading = r->is_behind_heading || node == r->behind_heading;
	if (r->is_behind_heading && is_content(node))
		r->section = NULL;
}

/* The only child of a node, blank texts beside it left aside; NULL: none, or several. */
static const cmark_node *only_child(const cmark_node *node)
{
	const cmark_node *only = NULL;
	for (const cmark_node *n = node->first_child; n; n = n->next) {
		if (is_blank_text(n))
			continue;
		if (only)
			return NULL;
		only = n;
	}
	return only;
}

/* Whether a block is where sections are written: not a list, a quote, a hint or a cell.
 */
static bool may_hold_headings(const cmark_node *block)
{
	const struct element *e = node_element(block);
	if (!e)
		return block->type == CMARK_NODE_DOCUMENT;
	return e->tag ? e->tag->id == TAG_TAB || e->tag->id == TAG_STEP
	              : is_same_word(e->name, "details") || is_same_word(e->name, "div");
}

static bool is_bold_paragraph(const cmark_node *node)
{
	if (!node || node->type != CMARK_NODE_PARAGRAPH)
		return false;
	const cmark_node *child = node->first_child;
	if (!child || (child->type != CMARK_NODE_STRONG &&
	               child->type != CMARK_NODE_EMPH && !is_blank_text(child)))
		return false;
	child = only_child(node);
	if (child && child->type == CMARK_NODE_EMPH)
		child = only_child(child);
	return child && child->type == CMARK_NODE_STRONG;
}

/* "Table 8.13. Des choses", "Figure 2 : la chose": what stands above a table, or below an
 * image. */
static bool is_caption(const char *text)
{
	static const char *const words[] = {"Tableau", "Table", "Figure", "Fig.",
	                                    "Image",   "Photo", "Schéma", "Graphique"};
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t n = strlen(words[i]);
		if (strncasecmp(text, words[i], n) != 0)
			continue;
		const char *number = text + n, *end = number + strlen(number);
		uint32_t blank = number < end ? text_next(&number, end) : 0;
		return (blank == ' ' || blank == 0xa0) && *number >= '0' &&
		       *number <= '9';
	}
	return false;
}

/* Whether a text reads like a heading: short, and no sentence, label or address. */
static bool reads_like_heading(const char *text)
{
	static const char *const ends[] = {".", ":",  ";",  ",",  "!",  "…", ")",
	                                   "»", "\"", "。", "：", "！", "？"};
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < COUNT(ends); i++) {
		size_t n = strlen(ends[i]);
		if (len >= n && memcmp(text + len - n, ends[i], n) == 0)
			return false;
	}
	return text_words(text, len) > 0 && len <= LONGEST_HEADING && !is_caption(text) &&
	       !memchr(text, '@', len) && !strstr(text, "://");
}

static bool holds(const cmark_node *node, cmark_node_type type)
{
	for (const cmark_node *n = node->first_child; n; n = node_next(n, node))
		if (n->type == type)
			return true;
	return false;
}

static void look_at_bold(struct rules *r, const cmark_node *paragraph)
{
	const cmark_node *next = paragraph->next;
	if (!is_bold_paragraph(paragraph) || !may_hold_headings(paragraph->parent) ||
	    !next || heading_level(next) > 0 || next->type == CMARK_NODE_THEMATIC_BREAK ||
	    is_bold_paragraph(next) || is_bold_paragraph(paragraph->prev) ||
	    holds(paragraph, CMARK_NODE_LINK) || holds(paragraph, CMARK_NODE_LINEBREAK) ||
	    !reads_like_heading(node_text(r->doc->arena, paragraph)) ||
	    !rules_may_report(r))
		return;
	int level = r->has_own_rules        ? FIRST_LEVEL
	            : r->level < LAST_LEVEL ? r->level + 1
	                                    : LAST_LEVEL;
	diag_report(r->diag, MSG_BOLD_HEADING, node_place(r->doc, paragraph),
	            arena_copy(r->doc->arena, "######", (size_t)level), NULL);
}

/* The name of a file without folders; its extension is from `*stem` on. */
static const char *file_name(struct arena *a, const char *url, size_t *stem)
{
	const char *name = url;
	for (const char *p = url; *p && !strchr("?#", *p); p++)
		name = *p == '/' ? p + 1 : name;
	size_t len = strcspn(name, "?#");
	const char *copy = arena_copy(a, name, len), *dot = strrchr(copy, '.');
	*stem = dot ? (size_t)(dot - copy) : len;
	return copy;
}

static bool ends_as_image(const char *text)
{
	static const char *const extensions[] = {".png",  ".jpg", ".jpeg",
	                                         ".webp", ".svg", ".gif"};
	const char *dot = strrchr(text, '.');
	for (size_t i = 0; dot && i < COUNT(extensions); i++)
		if (text_same(dot, extensions[i]))
			return true;
	return false;
}

/* What programs write in place of an alternative, alone or before a date. */
static bool is_made_by_program(const char *text)
{
	static const char *const words[] = {
		"image",           "img",
		"photo",           "capture",
		"capture d'écran", "screenshot",
		"illustration",    "picture",
		"imgur",           "image d'illustration",
	};
	static const char *const dated[] = {"Capture d’écran 20",
	                                    "Capture d'écran 20",
	                                    "Screenshot 20",
	                                    "Screen Shot 20",
	                                    "IMG_",
	                                    "image ("};
	for (size_t i = 0; i < COUNT(words); i++)
		if (text_same(text, words[i]))
			return true;
	for (size_t i = 0; i < COUNT(dated); i++)
		if (strncmp(text, dated[i], strlen(dated[i])) == 0)
			return true;
	return false;
}

/* Whether an alternative is only the name of the file, or a program's word for it. A name
 * that is one word of the language may be what its author meant: `![plan](plan.png)`. */
static bool says_nothing(struct arena *a, const char *text, const char *url)
{
	size_t stem;
	if (strlen(text) >= LONGEST_ALTERNATIVE)
		return false;
	const char *name = file_name(a, url, &stem);
	bool is_stem = strlen(text) == stem && memcmp(text, name, stem) == 0;
	bool is_coded = text[strcspn(text, "-_0123456789")] != '\0';
	return ends_as_image(text) || (is_stem && is_coded && !strchr(text, ' ')) ||
	       is_made_by_program(text);
}

static void look_at_alternative(struct rules *r, const cmark_node *image,
                                const char *text, const char *url)
{
	while (*text == ' ')
		text++;
	if (*text && says_nothing(r->doc->arena, text, url) && rules_may_report(r))
		diag_report(r->diag, MSG_IMAGE_NAMED, node_place(r->doc, image), text,
		            NULL);
}

static void look_at_image(struct rules *r, const cmark_node *image)
{
	char text[LONGEST_ALTERNATIVE];
	const cmark_chunk *url = &image->as.link.url;
	if (!image->first_child && image->parent->type == CMARK_NODE_PARAGRAPH &&
	    only_child(image->parent) && rules_may_report(r))
		diag_report(r->diag, MSG_IMAGE_UNSAID, node_place(r->doc, image), NULL);
	else if (rules_read_text(image, text, sizeof text) && *text)
		look_at_alternative(r, image, text,
		                    arena_copy(r->doc->arena, (const char *)url->data,
		                               (size_t)url->len));
}

static bool is_in_figure(const cmark_node *node)
{
	for (int i = 0; node && i < 4; i++, node = node->parent)
		if (node_is_html(node, HTML_FIGURE))
			return true;
	return false;
}

static void look_at_img(struct rules *r, const cmark_node *img, const struct element *e)
{
	const char *alt = element_attribute(e, "alt");
	const char *src = element_attribute(e, "src");
	if (!alt)
		diag_report(r->diag, MSG_IMAGE_NO_ALTERNATIVE, e->at, NULL);
	else if (strspn(alt, " ") < strlen(alt))
		look_at_alternative(r, img, alt, src ? src : "");
	else if (is_in_figure(img))
		diag_report(r->diag, MSG_FIGURE_UNSAID, e->at, NULL);
}

static bool row_has_headings(const cmark_node *row)
{
	for (const cmark_node *cell = row->first_child; cell; cell = cell->next)
		if ((node_gfm_type(cell) == GFM_TABLE_CELL ||
		     node_is_html(cell, HTML_TH)) &&
		    has_words(cell))
			return true;
	return false;
}

static bool rows_have_headings(const cmark_node *part)
{
	for (const cmark_node *row = part->first_child; row; row = row->next)
		if (row_has_headings(row))
			return true;
	return false;
}

/* Whether one of the rows of an HTML table, or of its parts, has a heading. */
static bool has_headings(const cmark_node *table)
{
	for (const cmark_node *n = table->first_child; n; n = n->next) {
		bool is_part = node_is_html(n, HTML_THEAD) ||
		               node_is_html(n, HTML_TBODY) || node_is_html(n, HTML_TFOOT);
		if (is_part ? rows_have_headings(n) : row_has_headings(n))
			return true;
	}
	return false;
}

bool rules_is_cards(const cmark_node *node)
{
	bool is_table = node_is_html(node, HTML_TABLE),
	     is_list = node_is_html(node, HTML_UL);
	if (!is_table && !is_list)
		return false;
	const struct element *e = node_element(node);
	const char *view = element_attribute(e, is_table ? "data-view" : "class");
	return view && is_same_word(view, "cards");
}

static void look_at_table(struct rules *r, const cmark_node *table)
{
	const struct element *e = node_element(table);
	bool is_fine = e ? rules_is_cards(table) || has_headings(table)
	                 : !table->first_child || !table->first_child->next ||
	                               row_has_headings(table->first_child);
	if (!is_fine && rules_may_report(r))
		diag_report(r->diag, MSG_TABLE_NO_HEADER, node_place(r->doc, table),
		            NULL);
}

static void look_at_abbr(struct rules *r, const cmark_node *abbr)
{
	char text[LONGEST_ALTERNATIVE];
	if (rules_read_text(abbr, text, sizeof text))
		acronyms_explain(r, text);
}

static void look_at_element(struct rules *r, const cmark_node *node,
                            const struct element *e)
{
	if (!e->html)
		return;
	if (is_same_word(e->name, "img"))
		look_at_img(r, node, e);
	else if (is_same_word(e->name, "table"))
		look_at_table(r, node);
	else if (is_same_word(e->name, "a"))
		rules_look_at_link(r, node);
	else if (is_same_word(e->name, "abbr") && element_attribute(e, "title"))
		look_at_abbr(r, node);
}

static void look_at_block(struct rules *r, const cmark_node *block)
{
	int level = heading_level(block);
	const struct element *e = node_element(block);
	if (level > 0)
		look_at_heading(r, block, level);
	if (block->first_child && CMARK_NODE_TYPE_INLINE_P(block->first_child->type))
		rules_begin_words(r, block);
	if (e)
		look_at_element(r, block, e);
	else if (node_gfm_type(block) == GFM_TABLE)
		look_at_table(r, block);
}

static void look_at_inline(struct rules *r, const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (e)
		look_at_element(r, node, e);
	else if (node->type == CMARK_NODE_LINK)
		rules_look_at_link(r, node);
	else if (node->type == CMARK_NODE_IMAGE)
		look_at_image(r, node);
}

/* Whether a page's first block is its title, which the theme prints. */
static bool is_title(const cmark_node *first)
{
	return (first->type == CMARK_NODE_HEADING &&
	        first->as.heading.level == TITLE_LEVEL) ||
	       node_is_html(first, HTML_H1);
}

struct rules *rules_open(const struct site *site, const struct page *page,
                         struct document *doc, struct diag *d)
{
	struct rules *r = arena_alloc(doc->arena, sizeof *r);
	const cmark_node *first = doc->root->first_child;
	*r = (struct rules){.site = site,
	                    .doc = doc,
	                    .diag = d,
	                    .level = TITLE_LEVEL,
	                    .by_name = map_new(doc->arena)};
	const char *language = page->language ? page->language : site->config.language;
	r->is_judged = site->is_course && strncmp(language, "fr", 2) == 0;
	r->type = page->type;
	r->has_own_rules = page->type == PAGE_GLOSSARY || page->type == PAGE_QUIZ;
	r->has_title = first && is_title(first);
	r->start = r->has_title ? first->next : first;
	acronyms_look_at_title(r, page->title);
	return r;
}

/* The most frequent ones first: this is done for each node of each page. */
void rules_look_at(struct rules *r, const cmark_node *node)
{
	if (r->is_judged && node->type == CMARK_NODE_TEXT) /* the title, too */
		rules_look_at_writing(r, node);
	r->is_behind_title = r->is_behind_title || node == r->start;
	if (!r->is_behind_title)
		return;
	if (r->section)
		look_under_heading(r, node);
	if (node->type == CMARK_NODE_TEXT) {
		rules_look_at_text(r, node);
	} else if (node->type == CMARK_NODE_PARAGRAPH) {
		rules_begin_words(r, node);
		look_at_bold(r, node);
	} else if (!CMARK_NODE_TYPE_INLINE_P(node->type)) {
		look_at_block(r, node);
	} else if (node->type != CMARK_NODE_SOFTBREAK && node->type != CMARK_NODE_CODE) {
		look_at_inline(r, node);
	}
}

void rules_close(struct rules *r)
{
	rules_end_words(r);
	report_section(r);
	acronyms_report(r);
}

/* The home page may have the site's description; one whose front matter could not be read
 * may have its own. */
static bool may_be_described(const struct site *site, const struct page *page)
{
	return page != site->home && page->state == STATE_PUBLISHED &&
	       !page->has_lost_header;
}

void rules_report_descriptions(const struct site *site, struct diag *d)
{
	size_t n_without = 0, n_pages = 0;
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		n_pages += may_be_described(site, page);
		n_without += may_be_described(site, page) && !page->description;
	}
	bool is_usual = n_without <= n_pages / 2;
	if (!is_usual)
		diag_report(d, MSG_FEW_DESCRIPTIONS, (struct place){0},
		            arena_format(d->arena, "%zu", n_without),
		            arena_format(d->arena, "%zu", n_pages), NULL);
	for (size_t i = 0; is_usual && i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		if (may_be_described(site, page) && !page->description)
			diag_report(d, MSG_NO_DESCRIPTION,
			            (struct place){page->shown_path, 0, 0}, NULL);
	}
}
