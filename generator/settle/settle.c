#include "settle/settle.h"

#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "markup/rawhtml.h"
#include "markup/tags.h"
#include "settle/notes.h"

enum { LONGEST_OPEN = 12 }; /* lines; what may be folded and is shorter stays open */
/* In a table of so many columns more bytes than these make a wide one. */
enum { MANY_COLUMNS = 4, MOST_NARROW = 60 };

struct settling {
	struct document *doc;
	const cmark_node *link; /* the outermost that is open; NULL: none */
	int n_tabs;
};

static bool is_heading(enum html_id id)
{
	return id >= HTML_H1 && id <= HTML_H6;
}

/* Whether a paragraph or heading is around: then no block may be written. */
static bool is_in_phrase(const cmark_node *node)
{
	for (const cmark_node *up = node->parent; up; up = up->parent) {
		if (up->type == CMARK_NODE_PARAGRAPH || up->type == CMARK_NODE_HEADING)
			return true;
		if (CMARK_NODE_TYPE_BLOCK_P(up->type) &&
		    up->type != node_type_element_block())
			return false;
	}
	return false;
}

/* Whether a heading of Markdown is below: another may not be around it. */
static bool holds_heading(const cmark_node *node)
{
	for (const cmark_node *n = node; n; n = node_next(n, node))
		if (n->type == CMARK_NODE_HEADING)
			return true;
	return false;
}

static bool is_in_heading(const cmark_node *node)
{
	for (const cmark_node *up = node->parent; up; up = up->parent)
		if (node_element(up) && node_element(up)->html &&
		    is_heading(node_element(up)->html->id))
			return true;
	return false;
}

bool settle_heading(const cmark_node *node)
{
	struct element *e = node_element(node);
	if (!e || !e->html || e->tag || !is_heading(e->html->id) || is_in_phrase(node) ||
	    is_in_heading(node))
		return false;
	bool is_around = holds_heading(node); /* never closed, most likely */
	e->settled.written = is_around                ? HTML_DIV
	                     : e->html->id == HTML_H1 ? HTML_H2 /* the title is h1 */
	                                              : e->html->id;
	return !is_around;
}

/* Elements that browsers drop, or move elsewhere, outside of these. */
/* clang-format off */
static const enum html_id parents[N_HTML][4] = {
	[HTML_LI]         = {HTML_UL, HTML_OL},
	[HTML_DT]         = {HTML_DL},
	[HTML_DD]         = {HTML_DL},
	[HTML_SUMMARY]    = {HTML_DETAILS},
	[HTML_FIGCAPTION] = {HTML_FIGURE},
	[HTML_CAPTION]    = {HTML_TABLE},
	[HTML_THEAD]      = {HTML_TABLE},
	[HTML_TBODY]      = {HTML_TABLE},
	[HTML_TFOOT]      = {HTML_TABLE},
	[HTML_TR]         = {HTML_TABLE, HTML_THEAD, HTML_TBODY, HTML_TFOOT},
	[HTML_TD]         = {HTML_TR},
	[HTML_TH]         = {HTML_TR},
};
/* clang-format on */

/* Of a cell of a table `<div>` is as inline as all else that is in it. */
static bool is_raw_block(const cmark_node *node)
{
	const struct element *e = node_element(node);
	return e && e->html && e->html->flags & HTML_BLOCK && !parents[e->html->id][0];
}

/* Whether a block is below, however deep: `<p><b><div>`. */
static bool holds_blocks(const cmark_node *node)
{
	for (const cmark_node *n = node->first_child; n; n = node_next(n, node))
		if (CMARK_NODE_TYPE_BLOCK_P(n->type) || is_raw_block(n))
			return true;
	return false;
}

/* Whether a part of a list, a table … stands where it is none; its tags are left out
 * then. What is around was settled before. */
static bool is_out_of_place(const cmark_node *node, enum html_id id)
{
	if (!parents[id][0])
		return false;
	const cmark_node *up = node->parent;
	while (node_element(up) && node_element(up)->html &&
	       node_element(up)->html->flags & HTML_UNWRAPPED)
		up = up->parent;
	for (size_t i = 0; i < COUNT(parents[id]) && parents[id][i]; i++)
		if (node_is_html(up, parents[id][i]))
			return node_element(up)->settled.written == HTML_NONE;
	return true;
}

/* A picture for dark pages, which we have. */
static bool is_dark_source(const cmark_node *node)
{
	if (!node_is_html(node, HTML_SOURCE))
		return false;
	const struct element *e = node_element(node);
	const struct link_note *note = e->note;
	const char *media = element_attribute(e, "media");
	return note && note->kind == LINK_ASSET && !note->is_remote_image && media &&
	       strstr(media, "dark");
}

static bool has_dark_source(const cmark_node *picture)
{
	bool has_source = false, has_image = false;
	for (const cmark_node *n = picture->first_child; n; n = n->next) {
		has_source |= is_dark_source(n);
		has_image |= node_is_html(n, HTML_IMG) || n->type == CMARK_NODE_IMAGE;
	}
	return has_source && has_image;
}

/* A link; a card's title that leads nowhere, which stays one; or its words, which may be
 * a place to lead to. */
static enum html_id settle_link(const cmark_node *node, const struct element *e)
{
	const struct link_note *note = e->note;
	const char *class = element_attribute(e, "class");
	if (note && note->kind != LINK_DROPPED && !note->is_in_link)
		return HTML_A;
	if (!class || strcmp(class, "card-link") != 0 || is_in_phrase(node))
		return HTML_PLACE;
	return holds_blocks(node) ? HTML_CARD_BOX : HTML_CARD_TITLE;
}

static enum html_id settle_source(const cmark_node *node)
{
	bool is_in_picture = node_is_html(node->parent, HTML_PICTURE) &&
	                     node_element(node->parent)->settled.written == HTML_PICTURE;
	return is_in_picture && is_dark_source(node) ? HTML_SOURCE : HTML_NONE;
}

static enum html_id settle_html(const cmark_node *node, const struct element *e)
{
	enum html_id id = e->html->id;
	if (e->html->flags & HTML_UNWRAPPED)
		return HTML_NONE;
	if ((e->html->flags & HTML_BLOCK && is_in_phrase(node)) ||
	    is_out_of_place(node, id))
		return HTML_NONE;
	bool is_empty = !node->first_child;
	switch (id) {
	case HTML_A: return settle_link(node, e);
	case HTML_FIGCAPTION:
		return is_empty && !element_attribute(e, "id") ? HTML_NONE : id;
	case HTML_P:
		if (is_empty && !element_attribute(e, "id"))
			return HTML_NONE;
		return holds_blocks(node) ? HTML_DIV : id; /* never closed, most likely */
	case HTML_PICTURE: return has_dark_source(node) ? id : HTML_NONE;
	case HTML_SOURCE: return settle_source(node);
	case HTML_STRIKE: return HTML_S;
	case HTML_TH: return is_empty ? HTML_TD : id; /* a corner, not a header */
	default: return id;
	}
}

/* Headers say what they head, as those of Markdown's tables do. */
static bool heads_row(const cmark_node *cell)
{
	bool has_data = false;
	for (const cmark_node *n = cell->parent->first_child; n; n = n->next)
		has_data |= node_is_html(n, HTML_TD);
	return has_data && !node_is_html(cell->parent->parent, HTML_THEAD);
}

/* The width that a column asks for, in twelfths; 0: none. Styles within the page are
 * not allowed, so it is a class. */
static int column_share(const struct element *e)
{
	const char *width = element_attribute(e, "width");
	double percent = width && strchr(width, '%') ? strtod(width, NULL) : 0;
	int share = (int)(percent * 12 / 100 + .5);
	return share < 0 || share > 12 ? 0 : share;
}

static bool has_shares(const cmark_node *columns)
{
	for (const cmark_node *n = columns->first_child; n; n = n->next)
		if (node_is_tag(n, TAG_COLUMN) && column_share(node_element(n)))
			return true;
	return false;
}

/* The tabs of a group; what is between them is none. */
static void number_tabs(struct settling *x, const cmark_node *group)
{
	int n = 0;
	x->n_tabs++;
	for (const cmark_node *tab = group->first_child; tab; tab = tab->next)
		if (node_is_tag(tab, TAG_TAB)) {
			node_element(tab)->settled.group = x->n_tabs;
			node_element(tab)->settled.number = ++n;
		}
}

/* A tab that lost its group is told apart from those beside it. */
static int lone_tab_number(const cmark_node *tab)
{
	const cmark_node *before = tab->prev;
	while (before && !node_is_tag(before, TAG_TAB))
		before = before->prev;
	return before ? node_element(before)->settled.number + 1 : 1;
}

/* Code that may be folded, and is long. */
static bool is_folded(const cmark_node *listing, const struct element *e)
{
	const char *value = element_attribute(e, "expandable");
	size_t n = 0;
	if (!value || strcmp(value, "false") == 0)
		return false;
	for (const cmark_node *code = listing->first_child; code; code = code->next)
		for (bufsize_t i = 0;
		     code->type == CMARK_NODE_CODE_BLOCK && i < code->as.code.literal.len;
		     i++)
			n += code->as.code.literal.data[i] == '\n';
	return n > LONGEST_OPEN;
}

static void settle_tag(struct settling *x, const cmark_node *node, struct element *e)
{
	struct settled *s = &e->settled;
	switch (e->tag->id) {
	case TAG_TABS: number_tabs(x, node); break;
	case TAG_TAB: s->number = s->group ? s->number : lone_tab_number(node); break;
	case TAG_STEP:
		s->written = node_is_tag(node->parent, TAG_STEPPER) ? HTML_LI : HTML_DIV;
		break;
	case TAG_COLUMNS: s->has_shares = has_shares(node); break;
	case TAG_COLUMN: s->number = column_share(e); break;
	case TAG_CODE: s->is_folded = is_folded(node, e); break;
	default: break;
	}
}

static void settle_element(struct settling *x, const cmark_node *node, struct element *e)
{
	struct link_note *link = element_link(e);
	if (link) {
		link->is_in_link = x->link != NULL;
		link->player = x->link ? NULL : link->player;
	}
	if (e->tag) {
		settle_tag(x, node, e);
		return;
	}
	if (!is_heading(e->html->id)) /* settled already */
		e->settled.written = settle_html(node, e);
	e->settled.heads_row = e->settled.written == HTML_TH && heads_row(node);
	if (e->html->id == HTML_A && !x->link)
		x->link = node;
}

static bool has_tasks(const cmark_node *list)
{
	for (const cmark_node *item = list->first_child; item; item = item->next)
		if (node_is_task(item))
			return true;
	return false;
}

/* Whether a task is ticked. Below what is included, lines are the included file's. */
static bool is_ticked(const struct settling *x, const cmark_node *item)
{
	struct document *doc = x->doc;
	const cmark_node *up = x->doc->has_includes ? item->parent : NULL;
	while (up && !include_of(up))
		up = up->parent;
	if (up)
		doc = &include_of(up)->doc;
	return node_is_checked(doc, item);
}

/* A task's box and its first paragraph are one label. */
static enum form item_form(const struct settling *x, const cmark_node *item)
{
	const cmark_node *first = item->first_child;
	bool has_words = first && first->type == CMARK_NODE_PARAGRAPH;
	if (is_ticked(x, item))
		return has_words ? FORM_TICKED : FORM_TICKED_ALONE;
	return has_words ? FORM_BOX : FORM_BOX_ALONE;
}

/* In tight lists paragraphs have no tags of their own. */
static enum form paragraph_form(const cmark_node *paragraph)
{
	const cmark_node *item = paragraph->parent;
	if (!item || item->type != CMARK_NODE_ITEM)
		return FORM_USUAL;
	if (!paragraph->prev && node_is_task(item))
		return FORM_LABEL;
	return item->parent->as.list.tight ? FORM_BARE : FORM_USUAL;
}

static enum form cell_form(const cmark_node *cell, bool is_header, uint8_t alignment)
{
	enum form first = is_header && cell->first_child /* or it is a corner */
	                          ? FORM_HEADER
	                          : FORM_CELL;
	return first + (alignment == 'c' ? 1 : alignment == 'r' ? 2 : 0);
}

/* Whether the words of a cell would stand one below the other in a table of many
 * columns. */
static bool is_long(const cmark_node *cell)
{
	size_t n = 0;
	for (const cmark_node *node = cell; node; node = node_next(node, cell))
		if (node->type == CMARK_NODE_TEXT)
			n += (size_t)node->as.literal.len;
	return n > MOST_NARROW;
}

static void settle_table(cmark_node *table)
{
	const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);
	bool has_many = cmark_gfm_extensions_get_table_columns(table) >= MANY_COLUMNS;
	for (cmark_node *row = table->first_child; row; row = row->next) {
		bool is_header = cmark_gfm_extensions_get_table_row_is_header(row);
		size_t column = 0;
		for (cmark_node *cell = row->first_child; cell; cell = cell->next) {
			enum form form = cell_form(cell, is_header, alignments[column++]);
			bool is_wide = has_many && form == FORM_CELL && is_long(cell);
			form_set(cell, is_wide ? FORM_CELL_LONG : form);
		}
	}
}

static void settle_anchor(const struct settling *x, struct heading_note *note)
{
	note->has_anchor = note->id && !note->is_question && !x->link;
}

static void settle_node(struct settling *x, cmark_node *node)
{
	struct element *e;
	switch (node->type) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_CODE:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG: break; /* most of them */
	case CMARK_NODE_PARAGRAPH: form_set(node, paragraph_form(node)); break;
	case CMARK_NODE_HEADING: settle_anchor(x, heading_note_of(node)); break;
	case CMARK_NODE_LIST:
		form_set(node, has_tasks(node) ? FORM_TASKS : FORM_USUAL);
		break;
	case CMARK_NODE_ITEM:
		form_set(node, node_is_task(node) ? item_form(x, node) : FORM_USUAL);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		link_note_of(node)->is_in_link = x->link != NULL;
		if (node->type == CMARK_NODE_LINK && !x->link)
			x->link = node;
		break;
	case CMARK_NODE_FOOTNOTE_REFERENCE:
		form_set(node, x->link ? FORM_IN_LINK : FORM_USUAL);
		break;
	default:
		if ((e = node_element(node)))
			settle_element(x, node, e);
		else if (node_gfm_type(node) == GFM_TABLE)
			settle_table(node);
	}
}

/* A tag that we do not know: its title is a paragraph before what it holds. */
static bool is_unknown(const struct element *e)
{
	return e->tag && e->tag->id == TAG_UNKNOWN;
}

static bool is_titled(const struct element *e)
{
	const char *title = element_attribute(e, "title");
	return title && *title;
}

static bool is_page_ref(const struct element *e)
{
	return e->tag && (e->tag->id == TAG_CONTENT_REF || e->tag->id == TAG_PAGE_REF);
}

/* Whether of an element nothing is written but what it holds. */
static bool is_see_through(const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (!e)
		return false;
	if (!e->tag)
		return e->settled.written == HTML_NONE;
	return e->tag->id == TAG_INCLUDE || e->tag->id == TAG_IF ||
	       e->tag->id == TAG_API_PART || (is_page_ref(e) && !e->note) ||
	       (is_unknown(e) && (node->first_child || !is_titled(e)));
}

static bool is_paragraph(const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (!e)
		return node->type == CMARK_NODE_PARAGRAPH && form_of(node) == FORM_USUAL;
	return e->tag ? is_page_ref(e) || is_unknown(e) : e->settled.written == HTML_P;
}

/* The paragraph with which a note ends: the ways back stand in it; NULL: it ends
 * otherwise. */
static cmark_node *find_end(const cmark_node *definition)
{
	cmark_node *n = definition->last_child;
	while (n && is_see_through(n)) {
		if (n->last_child) {
			n = n->last_child;
			continue;
		}
		while (n->parent != definition && !n->prev)
			n = n->parent;
		n = n->prev;
	}
	return n && is_paragraph(n) ? n : NULL;
}

static void settle_end(cmark_node *definition)
{
	cmark_node *end = find_end(definition);
	form_set(definition, end ? FORM_USUAL : FORM_OPEN_END);
	if (end && node_element(end))
		node_element(end)->settled.ends_footnote = true;
	else if (end)
		form_set(end, FORM_END);
}

void settle(struct document *doc)
{
	struct settling x = {.doc = doc};
	for (cmark_node *node = doc->root;;) {
		settle_node(&x, node);
		if (node->first_child) {
			node = node->first_child;
			continue;
		}
		while (node != doc->root && !node->next) {
			x.link = node == x.link ? NULL : x.link;
			node = node->parent;
		}
		if (node == doc->root)
			break;
		x.link = node == x.link ? NULL : x.link;
		node = node->next;
	}
	for (cmark_node *n = doc->root->last_child;
	     n && n->type == CMARK_NODE_FOOTNOTE_DEFINITION; n = n->prev)
		settle_end(n);
}
