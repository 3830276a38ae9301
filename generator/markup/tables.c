#include "markup/tables.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "markup/rawhtml.h"
#include "markup/tags.h"
#include "markup/tidy.h"
#include "words/diag.h"
#include "words/message_names.h"

enum { MOST_COLUMNS = 64, MOST_STARS = 10 };

struct column {
	const cmark_node *header;
	const char *type; /* "": text */
	bool is_hidden, is_target, is_cover, is_dark_cover;
};

struct table {
	struct document *doc;
	cmark_node *node;
	struct column columns[MOST_COLUMNS];
	size_t n_columns;
};

static const char *attribute(const cmark_node *node, const char *name)
{
	return element_attribute(node_element(node), name);
}

static bool is_set(const cmark_node *node, const char *name)
{
	const char *value = attribute(node, name);
	return value && strcmp(value, "false") != 0;
}

/* An element that stands where another one, which it is made of, is written. */
static cmark_node *new_element(struct table *t, enum html_id id,
                               const struct element *source)
{
	const struct html_element *html = html_element_of(id);
	struct element e = {.html = html,
	                    .name = html->name,
	                    .at = source->at,
	                    .last_line = source->last_line};
	return node_new_element(t->doc, html->flags & HTML_BLOCK, &e);
}

static void set_attribute(struct table *t, cmark_node *node, const char *name,
                          const char *value)
{
	struct element *e = node_element(node);
	struct attribute *more =
		arena_array(t->doc->arena, e->n_attributes + 1, sizeof *more);
	if (e->n_attributes)
		memcpy(more, e->attributes, e->n_attributes * sizeof *more);
	more[e->n_attributes++] = (struct attribute){name, value};
	e->attributes = more;
}

static bool is_cell(const cmark_node *node)
{
	return node_is_html(node, HTML_TD) || node_is_html(node, HTML_TH);
}

/* The first row below an element, or the next one behind a row; NULL: none. */
static cmark_node *next_row(const cmark_node *from, const cmark_node *table)
{
	cmark_node *n = node_is_html(from, HTML_TR) ? node_next_beside(from, table)
	                                            : node_next(from, table);
	while (n && !node_is_html(n, HTML_TR))
		n = is_cell(n) ? node_next_beside(n, table) : node_next(n, table);
	return n;
}

static bool has_cards(const cmark_node *table)
{
	const char *view = attribute(table, "data-view");
	return view && strcmp(view, "cards") == 0;
}

/* False when cells span columns: then nobody can tell which column is which. */
static bool read_columns(struct table *t)
{
	const cmark_node *row = next_row(t->node, t->node);
	for (cmark_node *cell = row ? row->first_child : NULL; cell; cell = cell->next) {
		if (!is_cell(cell) || is_set(cell, "colspan") ||
		    t->n_columns == MOST_COLUMNS)
			return false;
		const char *type = attribute(cell, "data-type");
		t->columns[t->n_columns++] = (struct column){
			.header = cell,
			.type = type ? type : "",
			.is_hidden = is_set(cell, "data-hidden"),
			.is_target = is_set(cell, "data-card-target"),
			.is_cover = is_set(cell, "data-card-cover"),
			.is_dark_cover = is_set(cell, "data-card-cover-dark")};
	}
	return t->n_columns > 0;
}

/* Whether a reader would see nothing of it. */
static bool is_empty(const cmark_node *node)
{
	const cmark_node *n = node;
	while (n) {
		bool is_icon = tidy_is_icon(n);
		const char *text = (const char *)n->as.literal.data;
		size_t len = (size_t)n->as.literal.len;
		if (n->type == CMARK_NODE_TEXT)
			for (size_t i = 0; i < len; i++)
				if (!strchr(" \t\r\n", text[i]))
					return false;
		if (n->type == CMARK_NODE_IMAGE || n->type == CMARK_NODE_CODE ||
		    node_is_html(n, HTML_IMG) ||
		    (node_is_html(n, HTML_A) && attribute(n, "href")))
			return false;
		n = is_icon ? node_next_beside(n, node) : node_next(n, node);
	}
	return true;
}

/* The first link below a node, itself included; NULL: none. */
static cmark_node *find_link(cmark_node *node)
{
	for (cmark_node *n = node; n; n = node_next(n, node))
		if (node_is_html(n, HTML_A) && attribute(n, "href"))
			return n;
	return NULL;
}

static void set_text(struct table *t, cmark_node *cell, const char *text)
{
	while (cell->first_child)
		node_unlink(cell->first_child);
	node_append(cell, node_new_text(t->doc, text, strlen(text)));
}

/* The label of a choice, from the list in the column's header. */
static const char *option_label(const struct column *column, const char *id)
{
	for (const cmark_node *n = column->header; n; n = node_next(n, column->header)) {
		const char *value =
			node_is_html(n, HTML_OPTION) ? attribute(n, "value") : NULL;
		if (value && strcmp(value, id) == 0)
			return attribute(n, "label");
	}
	return NULL;
}

static void show_options(struct table *t, const struct column *column, cmark_node *cell)
{
	for (cmark_node *n = cell; n; n = node_next(n, cell)) {
		const char *id =
			node_is_html(n, HTML_SPAN) ? attribute(n, "data-option") : NULL;
		const char *label = id && is_empty(n) ? option_label(column, id) : NULL;
		if (label)
			set_text(t, n, label);
	}
}

/* A number of stars, of as many as the column has: "3/5". */
static void show_rating(struct table *t, const struct column *column, cmark_node *cell)
{
	const char *text = node_text(t->doc->arena, cell);
	const char *most = attribute(column->header, "data-max");
	char *end;
	long n = strtol(text, &end, 10), max = most ? strtol(most, NULL, 10) : 5;
	if (end == text || n < 0 || n > max || max > MOST_STARS)
		return;
	set_text(t, cell, arena_format(t->doc->arena, "%ld/%ld", n, max));
}

static void show_checkbox(struct table *t, const struct column *column, cmark_node *cell)
{
	const char *text = node_text(t->doc->arena, cell);
	(void)column;
	if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0)
		set_text(t, cell, *text == 't' ? "☑" : "☐");
}

/* clang-format off */
static const struct {
	const char *type;
	void (*show)(struct table *, const struct column *, cmark_node *cell);
} types[] = {
	{"select", show_options}, {"rating", show_rating}, {"checkbox", show_checkbox},
};
/* clang-format on */

static void show_typed(struct table *t, const struct column *column, cmark_node *cell)
{
	for (size_t i = 0; i < COUNT(types); i++)
		if (strcmp(types[i].type, column->type) == 0)
			types[i].show(t, column, cell);
}

/* The choices that a header lists are no text of it. */
static void drop_options(cmark_node *header)
{
	for (cmark_node *n = header->first_child, *next; n; n = next) {
		next = n->next;
		if (node_is_html(n, HTML_SELECT))
			node_unlink(n);
	}
}

static void arrange_row(struct table *t, cmark_node *row, bool is_header)
{
	size_t i = 0;
	for (cmark_node *cell = row->first_child, *next; cell && i < t->n_columns;
	     cell = next) {
		next = cell->next;
		if (!is_cell(cell))
			continue;
		const struct column *column = &t->columns[i++];
		if (column->is_hidden)
			node_unlink(cell);
		else if (is_header)
			drop_options(cell);
		else
			show_typed(t, column, cell);
	}
}

/* A plain table: what is hidden goes, and a header in which nothing stands. */
static void arrange(struct table *t)
{
	cmark_node *first = next_row(t->node, t->node);
	bool is_head = node_is_html(first->parent, HTML_THEAD);
	for (cmark_node *row = next_row(first, t->node); row;
	     row = next_row(row, t->node))
		arrange_row(t, row, false);
	arrange_row(t, first, is_head);
	if (is_head && is_empty(first) && first->parent->first_child == first &&
	    !first->next)
		node_unlink(first->parent);
}

static void move_children(cmark_node *to, cmark_node *from)
{
	while (from->first_child)
		node_append(to, from->first_child);
}

/* A card, and what is known of it while its row is read. */
struct card {
	cmark_node *item;
	cmark_node *target; /* the link of the hidden column; NULL: none */
	cmark_node *cover, *dark_cover;
	bool has_title;
};

static bool is_remote(const char *url)
{
	return strstr(url, "://") || strncmp(url, "//", 2) == 0;
}

/* The picture that a cell names, by a link or as a picture; NULL: none that may be
 * shown. */
static const char *cover_url(struct table *t, cmark_node *cell)
{
	const char *url = NULL;
	struct place at = node_element(cell)->at;
	for (cmark_node *n = cell; n && !url; n = node_next(n, cell)) {
		url = node_is_html(n, HTML_A)     ? attribute(n, "href")
		      : node_is_html(n, HTML_IMG) ? attribute(n, "src")
		                                  : NULL;
		if (url)
			at = node_element(n)->at;
	}
	if (!url || !*url || !is_remote(url))
		return url && *url ? url : NULL;
	diag_report(t->doc->diag, MSG_REMOTE_IMAGE, at, url, NULL);
	return NULL;
}

/* Covers say nothing that the card's words do not. */
static void add_cover(struct table *t, struct card *card)
{
	const char *url = card->cover ? cover_url(t, card->cover) : NULL;
	const char *dark = card->dark_cover ? cover_url(t, card->dark_cover) : NULL;
	if (!url)
		return;
	const struct element *cell = node_element(card->cover);
	cmark_node *picture = new_element(t, HTML_PICTURE, cell);
	cmark_node *image = new_element(t, HTML_IMG, cell);
	set_attribute(t, image, "src", url);
	set_attribute(t, image, "alt", "");
	if (dark) {
		cmark_node *source = new_element(t, HTML_SOURCE, cell);
		set_attribute(t, source, "srcset", dark);
		set_attribute(t, source, "media", "(prefers-color-scheme: dark)");
		node_append(picture, source);
	}
	node_append(picture, image);
	node_append(card->item, picture);
}

static bool holds_block(const cmark_node *cell)
{
	for (const cmark_node *n = cell->first_child; n; n = n->next)
		if (CMARK_NODE_TYPE_BLOCK_P(n->type))
			return true;
	return false;
}

/* Whether a link is all that stands in a cell, whatever is around it. */
static bool is_only_link(const cmark_node *cell, const cmark_node *link)
{
	for (const cmark_node *n = link; n != cell; n = n->parent)
		for (const cmark_node *beside = n->parent->first_child; beside;
		     beside = beside->next)
			if (beside != n && !is_empty(beside))
				return false;
	return true;
}

/* Whether an element's children may stand in a title without it. */
static bool is_wrapping(const cmark_node *node)
{
	static const char names[] = " td th p h1 h2 h3 h4 h5 h6 ";
	const struct element *e = node_element(node);
	return e && e->html && html_list_has(names, e->html->name);
}

/* Where a card's title stands: the cell, or its first block that says something. */
static cmark_node *find_words(cmark_node *cell)
{
	cmark_node *words = holds_block(cell) ? cell->first_child : cell;
	while (is_empty(words))
		words = words->next;
	return words;
}

/* What follows the first line of a title, as a paragraph; NULL: nothing does. */
static cmark_node *take_rest(struct table *t, cmark_node *words)
{
	cmark_node *line = is_wrapping(words) ? words->first_child : NULL;
	bool has_title = false;
	while (line && !(has_title && node_is_html(line, HTML_BR))) {
		has_title |= !is_empty(line);
		line = line->next;
	}
	if (!line)
		return NULL;
	cmark_node *rest = new_element(t, HTML_P, node_element(line));
	while (line->next) {
		if (rest->first_child || !node_is_html(line->next, HTML_BR))
			node_append(rest, line->next);
		else
			node_unlink(line->next);
	}
	node_unlink(line);
	return is_empty(rest) ? NULL : rest;
}

/* A title that leads somewhere: by the link that it is, or by the card's. */
static cmark_node *make_link(struct table *t, cmark_node *words, const cmark_node *link)
{
	const char *href = attribute(link, "href");
	cmark_node *title = new_element(t, HTML_A, node_element(link));
	set_attribute(t, title, "href", href);
	set_attribute(t, title, "class", "card-link");
	if (words == link || is_wrapping(words))
		move_children(title, words);
	else
		node_append(title, words);
	return title;
}

/* The words of a card's first cell; the link is around them where there is one. */
static void add_title(struct table *t, struct card *card, cmark_node *cell)
{
	cmark_node *words = find_words(cell), *rest = take_rest(t, words), *title;
	cmark_node *link = find_link(words);
	card->has_title = true;
	if (link && is_only_link(words, link)) {
		title = make_link(t, link, link);
	} else if (!link && card->target) {
		title = make_link(t, words, card->target);
	} else {
		title = new_element(t, HTML_P, node_element(cell));
		set_attribute(t, title, "class", "card-title");
		if (is_wrapping(words))
			move_children(title, words);
		else
			node_append(title, words);
	}
	node_append(card->item, title);
	if (rest)
		node_append(card->item, rest);
	if (words == cell)
		return;
	if (words->parent == cell)
		node_unlink(words);
	move_children(card->item, cell);
}

static void add_cell(struct table *t, struct card *card, cmark_node *cell)
{
	if (holds_block(cell)) {
		move_children(card->item, cell);
		return;
	}
	cmark_node *paragraph = new_element(t, HTML_P, node_element(cell));
	move_children(paragraph, cell);
	node_append(card->item, paragraph);
}

/* A link to where the card leads, when its title could not be it: named by the page. */
static void add_target(struct table *t, struct card *card)
{
	cmark_node *link = new_element(t, HTML_A, node_element(card->target));
	set_attribute(t, link, "href", attribute(card->target, "href"));
	if (is_remote(attribute(card->target, "href")))
		move_children(link, card->target);
	set_attribute(t, link, "class", card->has_title ? "card-more" : "card-link");
	node_append(card->item, link);
}

static bool leads_there(struct card *card)
{
	const char *href = attribute(card->target, "href");
	for (cmark_node *n = card->item; n; n = node_next(n, card->item))
		if (node_is_html(n, HTML_A) && attribute(n, "href") &&
		    strcmp(attribute(n, "href"), href) == 0)
			return true;
	return false;
}

static void read_hidden(struct table *t, struct card *card, cmark_node *row)
{
	size_t i = 0;
	for (cmark_node *cell = row->first_child; cell && i < t->n_columns;
	     cell = cell->next) {
		if (!is_cell(cell))
			continue;
		const struct column *column = &t->columns[i++];
		if (column->is_target)
			card->target = find_link(cell);
		else if (column->is_cover)
			card->cover = cell;
		else if (column->is_dark_cover)
			card->dark_cover = cell;
	}
}

static cmark_node *make_card(struct table *t, cmark_node *row)
{
	struct card card = {.item = new_element(t, HTML_LI, node_element(row))};
	size_t i = 0;
	read_hidden(t, &card, row);
	add_cover(t, &card);
	for (cmark_node *cell = row->first_child, *next; cell; cell = next) {
		next = cell->next;
		if (!is_cell(cell)) { /* out of place; shown all the same */
			node_append(card.item, cell);
			continue;
		}
		const struct column *column = i < t->n_columns ? &t->columns[i++] : NULL;
		if (column && (column->is_hidden || column->is_cover ||
		               column->is_dark_cover || column->is_target))
			continue;
		if (column)
			show_typed(t, column, cell);
		if (is_empty(cell))
			continue;
		if (card.has_title)
			add_cell(t, &card, cell);
		else
			add_title(t, &card, cell);
	}
	if (card.target && !leads_there(&card))
		add_target(t, &card);
	return card.item;
}

static bool is_header_row(const cmark_node *row)
{
	bool has_other = false;
	for (const cmark_node *cell = row->first_child; cell; cell = cell->next)
		has_other |= !node_is_html(cell, HTML_TH);
	return node_is_html(row->parent, HTML_THEAD) || !has_other;
}

static cmark_node *make_cards(struct table *t)
{
	cmark_node *list = new_element(t, HTML_UL, node_element(t->node)), *next;
	set_attribute(t, list, "class", "cards");
	const char *size = attribute(t->node, "data-card-size");
	if (size && strcmp(size, "large") == 0)
		set_attribute(t, list, "data-card-size", "large");
	cmark_node *row = next_row(t->node, t->node);
	if (row && is_header_row(row))
		row = next_row(row, t->node);
	for (; row; row = next) {
		next = next_row(row, t->node);
		cmark_node *card = make_card(t, row);
		if (card->first_child)
			node_append(list, card);
	}
	if (!list->first_child)
		return t->node;
	node_insert_before(t->node, list);
	node_unlink(t->node);
	return list;
}

cmark_node *tables_arrange(struct document *doc, cmark_node *table)
{
	struct table t = {.doc = doc, .node = table};
	if (!read_columns(&t))
		return table;
	if (has_cards(table))
		return make_cards(&t);
	arrange(&t);
	return table;
}
