#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "html/html_internal.h"
#include "markup/tags.h"

/*
 * What raw HTML looks like on a page: the few elements that are more than
 * their own name.
 */

enum { WIDEST = 4096 }; /* pixels that a picture may ask for */

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

/* Whether an attribute's value is ids of the page, with blanks between them. */
static bool holds_ids(const char *name)
{
	static const char names[] =
		" id headers aria-activedescendant aria-controls aria-describedby "
		"aria-details aria-errormessage aria-flowto aria-labelledby aria-owns ";
	return html_list_has(names, name);
}

static void add_ids(struct html_writer *w, const char *name, const char *ids)
{
	buf_add_char(&w->out, ' ');
	html_add(w, name);
	html_add(w, "=\"");
	for (const char *at = ids; *at;) {
		size_t blanks = strspn(at, " "), len = strcspn(at + blanks, " ");
		text_add_attr(&w->out, at, blanks);
		at += blanks;
		if (len > 0)
			html_add_ref(w, REF_ID, 0);
		text_add_attr(&w->out, at, len);
		at += len;
	}
	buf_add_char(&w->out, '"');
}

static void add_attributes(struct html_writer *w, const struct element *e)
{
	for (size_t i = 0; i < e->n_attributes; i++) {
		const struct attribute *a = &e->attributes[i];
		bool is_taken = w->is_copy && a->name && strcmp(a->name, "id") == 0;
		if (!a->name || !is_written(a->name) || !a->value || is_taken)
			continue;
		if (holds_ids(a->name))
			add_ids(w, a->name, a->value);
		else
			html_add_attribute(w, a->name, a->value);
	}
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

static void add_image(struct html_writer *w, const struct element *e)
{
	const struct link_note *note = e->note;
	const char *alt = element_attribute(e, "alt");
	if (!note || note->kind == LINK_DROPPED) {
		html_add_text(w, alt ? alt : "", alt ? strlen(alt) : 0);
		return;
	}
	if (note->is_remote_image) {
		html_add_remote_image(w, note, alt);
		return;
	}
	html_add(w, "<img src=\"");
	html_add_address(w, note);
	html_add(w, "\"");
	html_add_attribute(w, "alt", alt ? alt : "");
	if (element_attribute(e, "data-size") &&
	    strcmp(element_attribute(e, "data-size"), "line") == 0)
		html_add(w, " class=\"in-line\"");
	add_size(w, note, element_attribute(e, "width"));
	html_end_image(w, note);
}

static bool write_html_image(struct html_writer *w, const cmark_node *node,
                             const struct element *e, bool entering)
{
	(void)node;
	if (entering)
		add_image(w, e);
	return false;
}

static bool write_source(struct html_writer *w, const cmark_node *node,
                         const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	(void)node;
	if (!entering)
		return false;
	html_add(w, "<source srcset=\"");
	html_add_address(w, note);
	html_add(w, "\" media=\"(prefers-color-scheme: dark)\"");
	add_size(w, note, NULL);
	html_add(w, ">");
	return false;
}

/* How a link looks: as a button of GitBook's, or as what leads from a card. */
static const char *link_class(const struct element *e)
{
	const char *class = element_attribute(e, "class");
	if (!class)
		return NULL;
	if (strcmp(class, "card-link") == 0 || strcmp(class, "card-more") == 0)
		return class;
	if (strncmp(class, "button", 6) != 0)
		return NULL;
	return strstr(class, "secondary") ? "button quiet" : "button";
}

static void open_anchor(struct html_writer *w, const char *id)
{
	html_add(w, "<span");
	html_add_id(w, "id", id);
	html_add(w, ">");
}

/* An id may be on the page once only. */
static const char *own_id(const struct html_writer *w, const struct element *e)
{
	const char *id = element_attribute(e, "id");
	return id && *id && !w->is_copy ? id : NULL;
}

/* Its place stands before it. */
static bool write_html_link(struct html_writer *w, const cmark_node *node,
                            const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	const char *id = own_id(w, e);
	(void)node;
	if (entering && id) {
		open_anchor(w, id);
		html_add(w, "</span>");
	}
	if (entering)
		html_open_link(w, note, link_class(e));
	if (entering && note->text)
		html_add_link_text(w, note);
	if (!entering || note->text)
		html_close_link(w, note);
	return !note->text;
}

static bool write_anchor(struct html_writer *w, const cmark_node *node,
                         const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	const char *id = own_id(w, e);
	if (id && entering)
		open_anchor(w, id);
	else if (id)
		html_add(w, "</span>");
	if (id)
		return true;
	bool is_named = note && note->text && node->first_child;
	if (entering && is_named)
		html_add_link_text(w, note);
	return !is_named;
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
	const char *style = element_attribute(e, "style");
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
	const char *found = element_attribute(e, name);
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
	else if (element_attribute(e, "data-header-hidden"))
		class = "headless";
	if (class)
		html_add_attribute(w, "class", class);
}

/* Authors' own classes were dropped while reading. */
static void add_class(struct html_writer *w, const cmark_node *node,
                      const struct element *e)
{
	(void)node;
	add_look(w, e, element_attribute(e, "class"), "end");
}

static void add_box_class(struct html_writer *w, const cmark_node *node,
                          const struct element *e)
{
	(void)node;
	add_look(w, e, NULL, "end");
}

/* The class of a column that asks for so many pixels; NULL: it does not. Styles within
 * the page are not allowed, so there are a few widths, in rem. */
static const char *column_class(const struct element *e)
{
	static const struct {
		int rem;
		const char *class;
	} widths[] = {{4, "col-4"},   {6, "col-6"},   {9, "col-9"},  {12, "col-12"},
	              {16, "col-16"}, {22, "col-22"}, {30, "col-30"}};
	const char *asked = element_attribute(e, "width");
	char *end = NULL;
	double pixels = asked ? strtod(asked, &end) : 0;
	if (!(pixels > 0) || strchr(end, '%'))
		return NULL;
	size_t i = 0;
	while (i + 1 < COUNT(widths) &&
	       pixels * 2 > 16 * (widths[i].rem + widths[i + 1].rem))
		i++;
	return widths[i].class;
}

static void add_cell_class(struct html_writer *w, const cmark_node *node,
                           const struct element *e)
{
	const char *usual = element_attribute(e, "class"), *column = column_class(e);
	(void)node;
	add_look(w, e, usual ? usual : column, "num");
}

/* Headers say what they head, as those of Markdown's tables do. */
static void add_header(struct html_writer *w, const cmark_node *cell,
                       const struct element *e)
{
	add_cell_class(w, cell, e);
	if (!element_attribute(e, "scope"))
		html_add_attribute(w, "scope", e->settled.heads_row ? "row" : "col");
}

static void add_fold(struct html_writer *w, const cmark_node *node,
                     const struct element *e)
{
	(void)node;
	html_add(w, element_attribute(e, "open") ? " class=\"fold\" open"
	                                         : " class=\"fold\"");
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
	[HTML_PLACE]       = {.write = write_anchor},
	[HTML_CARD_TITLE]  = {.open = "<p class=\"card-title\">", .close = "</p>"},
	[HTML_CARD_BOX]    = {.open = "<div class=\"card-title\">", .close = "</div>"},
};
/* clang-format on */

/* Of a heading; 0: it is another element. */
static int level_of(enum html_id id)
{
	return id >= HTML_H1 && id <= HTML_H6 ? (int)(id - HTML_H1) + 1 : 0;
}

static void open_element(struct html_writer *w, const cmark_node *node,
                         const struct element *e)
{
	enum html_id id = e->settled.written;
	if (e->html->flags & HTML_BLOCK && !rows[id].stays_on_line)
		html_line(w);
	if (rows[id].wrap)
		rows[id].wrap(w, e, true);
	if (level_of(id))
		html_open_heading(w, level_of(id));
	else
		buf_add_format(&w->out, "<%s", html_element_of(id)->name);
	if (rows[id].add)
		rows[id].add(w, node, e);
	else
		add_class(w, node, e);
	add_attributes(w, e);
	html_open_block(w, node, ">");
}

static void close_element(struct html_writer *w, const struct element *e)
{
	enum html_id id = e->settled.written;
	if (e->settled.ends_footnote)
		html_add_ways_back(w);
	if (level_of(id))
		html_close_heading(w, level_of(id));
	else
		buf_add_format(&w->out, "</%s>", html_element_of(id)->name);
	if (rows[id].wrap)
		rows[id].wrap(w, e, false);
	if (e->html->flags & HTML_BLOCK)
		html_line(w);
}

static bool write_html(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	enum html_id id = e->settled.written;
	if (id == HTML_NONE)
		return true;
	if (rows[id].write)
		return rows[id].write(w, node, e, entering);
	if (rows[id].open)
		html_add(w, entering ? rows[id].open : rows[id].close);
	else if (entering)
		open_element(w, node, e);
	else
		close_element(w, e);
	return !(e->html->flags & HTML_VOID);
}

bool html_element(struct html_writer *w, const cmark_node *node, const struct element *e,
                  bool entering)
{
	if (e->html && !e->tag)
		return write_html(w, node, e, entering);
	html_tag(w, node, e, entering);
	return true;
}
