#include <stdlib.h>
#include <string.h>

#include "render/html_internal.h"

/*
 * What raw HTML looks like on a page: the few elements that are more than
 * their own name, and where each may stand.
 */

enum { WIDEST = 4096 }; /* pixels that a picture may ask for */

static const char *attribute(const struct element *e, const char *name)
{
	return attribute_find(e->attributes, e->n_attributes, name);
}

/* Attributes that only say how things looked elsewhere, or that the writer handles by
 * itself. */
static bool is_written(const char *name)
{
	static const char *const skipped[] = {"href",   "src",   "alt",   "class",
	                                      "style",  "align", "width", "height",
	                                      "target", "rel",   "type",  "open"};
	for (size_t i = 0; i < COUNT(skipped); i++)
		if (strcmp(skipped[i], name) == 0)
			return false;
	return strncmp(name, "data-", 5) != 0;
}

static void add_attributes(struct html_writer *w, const struct element *e)
{
	for (size_t i = 0; i < e->n_attributes; i++) {
		const struct attribute *a = &e->attributes[i];
		bool is_taken = w->is_copy && a->name && strcmp(a->name, "id") == 0;
		if (a->name && is_written(a->name) && a->value && !is_taken)
			html_add_attribute(w, a->name, a->value);
	}
}

/* A picture for dark pages, which we have. */
static bool is_dark_source(const cmark_node *node)
{
	if (!node_is_html(node, HTML_SOURCE))
		return false;
	const struct element *e = node_element(node);
	const struct link_note *note = e->note;
	const char *media = attribute(e, "media");
	return note && note->kind == LINK_DIRECT && !note->is_remote_image && media &&
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

/* Width and height: the picture's own, or as wide as its author wants. */
static void add_size(struct html_writer *w, const struct link_note *note,
                     const char *wanted)
{
	int width = note->width, height = note->height;
	char *end;
	long asked = wanted ? strtol(wanted, &end, 10) : 0;
	if (asked > 0 && asked <= WIDEST && !*end && width > 0) {
		height = (int)(((long long)height * asked + width / 2) / width);
		width = (int)asked;
	}
	if (width > 0)
		buf_add_format(&w->out, " width=\"%d\" height=\"%d\"", width,
		               height > 0 ? height : 1);
}

static void add_image(struct html_writer *w, const cmark_node *node,
                      const struct element *e)
{
	const struct link_note *note = e->note;
	const char *alt = attribute(e, "alt");
	if (!note || note->kind == LINK_DROPPED) {
		html_add_text(w, alt ? alt : "", alt ? strlen(alt) : 0);
		return;
	}
	if (note->is_remote_image) {
		html_add_remote_image(w, node, note, alt);
		return;
	}
	html_add(w, "<img src=\"");
	text_add_url(&w->out, note->href, strlen(note->href));
	html_add(w, "\"");
	html_add_attribute(w, "alt", alt ? alt : "");
	if (attribute(e, "data-size") && strcmp(attribute(e, "data-size"), "line") == 0)
		html_add(w, " class=\"in-line\"");
	add_size(w, note, attribute(e, "width"));
	html_end_image(w, note);
}

static bool write_html_image(struct html_writer *w, const cmark_node *node,
                             const struct element *e, bool entering)
{
	if (entering)
		add_image(w, node, e);
	return false;
}

static bool write_source(struct html_writer *w, const cmark_node *node,
                         const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	if (!entering || !is_dark_source(node) || !has_dark_source(node->parent))
		return false;
	html_add(w, "<source srcset=\"");
	text_add_url(&w->out, note->href, strlen(note->href));
	html_add(w, "\" media=\"(prefers-color-scheme: dark)\"");
	add_size(w, note, NULL);
	html_add(w, ">");
	return false;
}

/* How a link looks: as a button of GitBook's, or as what leads from a card. */
static const char *link_class(const struct element *e)
{
	const char *class = attribute(e, "class");
	if (!class)
		return NULL;
	if (strcmp(class, "card-link") == 0 || strcmp(class, "card-more") == 0)
		return class;
	if (strncmp(class, "button", 6) != 0)
		return NULL;
	return strstr(class, "secondary") ? "button quiet" : "button";
}

static void open_place(struct html_writer *w, const char *id)
{
	html_add(w, "<span");
	html_add_attribute(w, "id", id);
	html_add(w, ">");
}

static bool write_html_link(struct html_writer *w, const cmark_node *node,
                            const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	const char *id = attribute(e, "id");
	bool has_id = id && *id && !w->is_copy;
	bool is_anchor = !note || note->kind == LINK_DROPPED || html_is_in_link(node);
	if (has_id && entering)
		open_place(w, id);
	if (has_id && (is_anchor ? !entering : entering)) /* a link stands behind it */
		html_add(w, "</span>");
	if (has_id && is_anchor)
		return true;
	if (is_anchor) {
		bool is_named = note && note->text && node->first_child;
		if (entering && is_named)
			html_add_link_text(w, note);
		return !is_named;
	}
	if (entering)
		html_open_link(w, note, link_class(e));
	if (entering && note->text)
		html_add_link_text(w, note);
	if (!entering || note->text)
		html_close_link(w, note);
	return !note->text;
}

/* Whether a paragraph or heading is around: then no block may be written. */
static bool is_in_phrase(const cmark_node *node)
{
	for (const cmark_node *up = node->parent; up; up = up->parent) {
		if (up->type == CMARK_NODE_PARAGRAPH || up->type == CMARK_NODE_HEADING)
			return true;
		if (CMARK_NODE_TYPE_BLOCK_P(up->type) &&
		    up->type != markdown_element_block())
			return false;
	}
	return false;
}

/* Whether a block is below, however deep: `<p><b><div>`. */
static bool holds_blocks(const cmark_node *node)
{
	for (const cmark_node *n = node->first_child; n;) {
		if (CMARK_NODE_TYPE_BLOCK_P(n->type))
			return true;
		const cmark_node *next = n->first_child;
		for (; !next && n != node; n = n->parent)
			next = n->next;
		if (!next)
			return false;
		n = next;
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

static bool is_heading(enum html_id id)
{
	return id >= HTML_H1 && id <= HTML_H6;
}

static bool is_in_heading(const cmark_node *node)
{
	for (const cmark_node *up = node->parent; up; up = up->parent)
		if (node_element(up) && node_element(up)->html &&
		    is_heading(node_element(up)->html->id))
			return true;
	return false;
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

static enum html_id written(const cmark_node *node, const struct element *e);

/* Whether a part of a list, a table … stands where it is one; its tags are left out else.
 */
static bool is_out_of_place(const cmark_node *node, enum html_id id)
{
	if (!parents[id][0])
		return is_heading(id) && is_in_heading(node);
	const cmark_node *up = node->parent;
	while (node_element(up) && node_element(up)->html &&
	       node_element(up)->html->flags & HTML_UNWRAPPED)
		up = up->parent;
	for (size_t i = 0; i < COUNT(parents[id]) && parents[id][i]; i++)
		if (node_is_html(up, parents[id][i]))
			return written(up, node_element(up)) == HTML_NONE;
	return true;
}

/* As what an element is written; HTML_NONE: its tags are left out. */
static enum html_id written(const cmark_node *node, const struct element *e)
{
	enum html_id id = e->html->id;
	if (e->html->flags & HTML_UNWRAPPED ||
	    (id == HTML_PICTURE && !has_dark_source(node)))
		return HTML_NONE;
	if ((e->html->flags & HTML_BLOCK && is_in_phrase(node)) ||
	    is_out_of_place(node, id))
		return HTML_NONE;
	if (!node->first_child && !attribute(e, "id") &&
	    (id == HTML_P || id == HTML_FIGCAPTION))
		return HTML_NONE;
	if ((id == HTML_P && holds_blocks(node)) ||
	    (is_heading(id) && holds_heading(node)))
		return HTML_DIV; /* never closed, most likely */
	if (id == HTML_STRIKE)
		return HTML_S;
	if (id == HTML_H1)
		return HTML_H2;
	if (id == HTML_TH && !node->first_child) /* a corner, not a header */
		return HTML_TD;
	return id;
}

/* Colours that GitBook's editor gives to words, as classes: the theme chooses tones that
 * can be read, in the dark too. */
static void add_mark_class(struct html_writer *w, const cmark_node *node,
                           const struct element *e)
{
	static const char *const colours[] = {"red",     "orange", "yellow",  "green",
	                                      "blue",    "purple", "pink",    "teal",
	                                      "gray",    "brown",  "primary", "success",
	                                      "warning", "danger", "info"};
	(void)node;
	const char *style = attribute(e, "style");
	const char *back = style ? strstr(style, "background-color:") : NULL;
	const char *at = back ? back + 17 : style ? strstr(style, "color:") : NULL;
	if (!at)
		return;
	at += back ? 0 : 6;
	at += strspn(at, " $");
	size_t len = strcspn(at, " ;");
	for (size_t i = 0; i < COUNT(colours); i++)
		if (strlen(colours[i]) == len && memcmp(colours[i], at, len) == 0)
			buf_add_format(&w->out, " class=\"%s-%s\"", back ? "on" : "in",
			               colours[i]);
}

static bool attribute_is(const struct element *e, const char *name, const char *value)
{
	const char *found = attribute(e, name);
	return found && strcmp(found, value) == 0;
}

/* The class of how a block stands, and of what is made from GitBook's tables; `usual`
 * when none of its attributes asks for another. */
static void add_look(struct html_writer *w, const struct element *e, const char *usual,
                     const char *at_right)
{
	const char *class = usual;
	if (attribute_is(e, "data-with-frame", "true"))
		class = "frame";
	else if (attribute_is(e, "align", "center"))
		class = "center";
	else if (attribute_is(e, "align", "right"))
		class = at_right;
	else if (attribute_is(e, "data-card-size", "large"))
		class = "cards large";
	else if (attribute(e, "data-header-hidden"))
		class = "headless";
	if (class)
		html_add_attribute(w, "class", class);
}

/* Authors' own classes were dropped while reading. */
static void add_class(struct html_writer *w, const cmark_node *node,
                      const struct element *e)
{
	(void)node;
	add_look(w, e, attribute(e, "class"), "end");
}

static void add_box_class(struct html_writer *w, const cmark_node *node,
                          const struct element *e)
{
	(void)node;
	add_look(w, e, NULL, "end");
}

static void add_cell_class(struct html_writer *w, const cmark_node *node,
                           const struct element *e)
{
	(void)node;
	add_look(w, e, attribute(e, "class"), "num");
}

/* Headers say what they head, as those of Markdown's tables do. */
static void add_header(struct html_writer *w, const cmark_node *cell,
                       const struct element *e)
{
	add_cell_class(w, cell, e);
	if (attribute(e, "scope"))
		return;
	bool is_in_head = node_is_html(cell->parent->parent, HTML_THEAD);
	bool has_data = false;
	for (const cmark_node *n = cell->parent->first_child; n; n = n->next)
		has_data |= node_is_html(n, HTML_TD);
	html_add_attribute(w, "scope", has_data && !is_in_head ? "row" : "col");
}

static void add_fold(struct html_writer *w, const cmark_node *node,
                     const struct element *e)
{
	(void)node;
	html_add(w, attribute(e, "open") ? " class=\"fold\" open" : " class=\"fold\"");
}

static void add_code(struct html_writer *w, const cmark_node *node,
                     const struct element *e)
{
	(void)node;
	html_add_language(w, e, HTML_CODE);
}

static void add_listing(struct html_writer *w, const cmark_node *node,
                        const struct element *e)
{
	(void)node;
	html_add_code_region(w);
	html_add_language(w, e, HTML_PRE);
}

static void add_no_class(struct html_writer *w, const cmark_node *node,
                         const struct element *e)
{
	(void)w, (void)node, (void)e;
}

static void put_in_region(struct html_writer *w, const struct element *e, bool entering)
{
	(void)e;
	if (entering)
		html_open_table_region(w);
	else
		html_add(w, "</div>");
}

/* The first mention of a term (see notes.h): authors cannot write a button. */
static bool write_mention(struct html_writer *w, const cmark_node *node,
                          const struct element *e, bool entering)
{
	(void)node;
	const struct mention *mention = e->note;
	if (!entering) {
		html_add(w, "</button>");
		return true;
	}
	html_add(w, mention->name ? "<button type=\"button\""
	                          : "<button type=\"button\" class=\"term\"");
	html_add_attribute(w, "popovertarget", mention->id);
	if (mention->name)
		html_add_attribute(w, "aria-label", mention->name);
	html_add(w, ">");
	return true;
}

/* What is more than its name and its attributes: one row an element. */
/* clang-format off */
static const struct {
	/* All of it; returns whether what it holds is to be written. */
	bool (*write)(struct html_writer *, const cmark_node *, const struct element *, bool);
	/* Attributes before those that authors wrote; NULL: add_class. */
	void (*add)(struct html_writer *, const cmark_node *, const struct element *);
	/* What is around it. */
	void (*wrap)(struct html_writer *, const struct element *, bool);
	const char *open, *close; /* in place of its tags */
	bool stays_on_line; /* though it is a block */
} rows[N_HTML] = {
	[HTML_A]       = {.write = write_html_link},
	[HTML_CODE]    = {.add = add_code},
	[HTML_DETAILS] = {.add = add_fold},
	[HTML_DIV]     = {.add = add_box_class},
	[HTML_I]       = {.add = add_no_class},
	[HTML_IMG]     = {.write = write_html_image},
	[HTML_MARK]    = {.add = add_mark_class},
	[HTML_PRE]     = {.add = add_listing, .wrap = html_pre_title},
	[HTML_SOURCE]  = {.write = write_source},
	[HTML_SUMMARY] = {.stays_on_line = true},
	[HTML_TABLE]   = {.wrap = put_in_region},
	[HTML_TD]      = {.add = add_cell_class},
	[HTML_TH]      = {.add = add_header},

	[HTML_TERM_BUTTON] = {.write = write_mention},
	[HTML_TERM_LABEL]  = {.open = "<label class=\"term\">", .close = "</label>"},
	[HTML_TERM_HIDDEN] = {.open = "<span aria-hidden=\"true\">", .close = "</span>"},
	[HTML_TERM_GLUE]   = {.open = "<span class=\"glue\">", .close = "</span>"},
	[HTML_CARD_TITLE]  = {.open = "<p class=\"card-title\">", .close = "</p>"},
	[HTML_CARD_BOX]    = {.open = "<div class=\"card-title\">", .close = "</div>"},
};
/* clang-format on */

static void open_element(struct html_writer *w, const cmark_node *node,
                         const struct element *e, enum html_id id)
{
	if (e->html->flags & HTML_BLOCK && !rows[id].stays_on_line)
		html_line(w);
	if (rows[id].wrap)
		rows[id].wrap(w, e, true);
	html_add(w, "<");
	html_add(w, html_element_of(id)->name);
	if (rows[id].add)
		rows[id].add(w, node, e);
	else
		add_class(w, node, e);
	add_attributes(w, e);
	html_add(w, ">");
}

static void close_element(struct html_writer *w, const struct element *e, enum html_id id)
{
	html_add(w, "</");
	html_add(w, html_element_of(id)->name);
	html_add(w, ">");
	if (rows[id].wrap)
		rows[id].wrap(w, e, false);
	if (e->html->flags & HTML_BLOCK)
		html_line(w);
}

bool html_is_heading(const cmark_node *node)
{
	const struct element *e = node_element(node);
	return e && e->html && is_heading(e->html->id) && is_heading(written(node, e));
}

/* A card's title that leads nowhere: it stays one, without the link. */
static bool is_dead_card(const cmark_node *node, const struct element *e)
{
	const struct link_note *note = e->note;
	return e->html->id == HTML_A && attribute_is(e, "class", "card-link") &&
	       !is_in_phrase(node) &&
	       (!note || note->kind == LINK_DROPPED || html_is_in_link(node));
}

static enum html_id settled(const cmark_node *node, const struct element *e)
{
	if (is_dead_card(node, e))
		return holds_blocks(node) ? HTML_CARD_BOX : HTML_CARD_TITLE;
	return written(node, e);
}

static bool write_html(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	enum html_id id = settled(node, e);
	if (id == HTML_NONE)
		return true;
	if (rows[id].write)
		return rows[id].write(w, node, e, entering);
	if (rows[id].open)
		html_add(w, entering ? rows[id].open : rows[id].close);
	else if (entering)
		open_element(w, node, e, id);
	else
		close_element(w, e, id);
	return !(e->html->flags & HTML_VOID);
}

bool html_element(struct html_writer *w, const cmark_node *node, const struct element *e,
                  bool entering)
{
	if (e->html && !e->tag)
		return write_html(w, node, e, entering);
	return html_tag(w, node, e, entering);
}
