#include <stdlib.h>
#include <string.h>

#include "render/html_internal.h"
#include "render/mentions.h"

/*
 * What raw HTML looks like on a page: the few elements that are more than
 * their own name, and where each may stand.
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
	if (!node_is_html(node, "source"))
		return false;
	const struct element *e = node_element(node);
	const struct link_note *note = e->note;
	const char *media = element_attribute(e, "media");
	return note && note->kind == LINK_DIRECT && !note->is_remote_image && media &&
	       strstr(media, "dark");
}

static bool has_dark_source(const cmark_node *picture)
{
	bool has_source = false, has_image = false;
	for (const cmark_node *n = picture->first_child; n; n = n->next) {
		has_source |= is_dark_source(n);
		has_image |= node_is_html(n, "img") || n->type == CMARK_NODE_IMAGE;
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

static void write_html_image(struct html_writer *w, const cmark_node *node,
                             const struct element *e)
{
	const struct link_note *note = e->note;
	const char *alt = element_attribute(e, "alt");
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
	if (element_attribute(e, "data-size") &&
	    strcmp(element_attribute(e, "data-size"), "line") == 0)
		html_add(w, " class=\"in-line\"");
	add_size(w, note, element_attribute(e, "width"));
	html_end_image(w, note);
}

static void write_source(struct html_writer *w, const cmark_node *node,
                         const struct element *e)
{
	const struct link_note *note = e->note;
	if (!is_dark_source(node) || !has_dark_source(node->parent))
		return;
	html_add(w, "<source srcset=\"");
	text_add_url(&w->out, note->href, strlen(note->href));
	html_add(w, "\" media=\"(prefers-color-scheme: dark)\"");
	add_size(w, note, NULL);
	html_add(w, ">");
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
	const char *id = element_attribute(e, "id");
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

static bool is_heading(const char *name)
{
	return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
}

static bool is_in_heading(const cmark_node *node)
{
	for (const cmark_node *up = node->parent; up; up = up->parent)
		if (node_element(up) && node_element(up)->html &&
		    is_heading(node_element(up)->html->name))
			return true;
	return false;
}

/* Elements that browsers drop, or move elsewhere, outside of these. */
/* clang-format off */
static const struct { const char *name, *parents[4]; } parts[] = {
	{"li", {"ul", "ol"}}, {"dt", {"dl"}}, {"dd", {"dl"}},
	{"summary", {"details"}}, {"figcaption", {"figure"}}, {"caption", {"table"}},
	{"thead", {"table"}}, {"tbody", {"table"}}, {"tfoot", {"table"}},
	{"tr", {"table", "thead", "tbody", "tfoot"}}, {"td", {"tr"}}, {"th", {"tr"}},
};
/* clang-format on */

static const char *written_name(const cmark_node *node, const struct element *e);

/* Whether a part of a list, a table … stands where it is one; its tags are left out else.
 */
static bool is_out_of_place(const cmark_node *node, const char *name)
{
	size_t i = 0;
	while (i < COUNT(parts) && strcmp(parts[i].name, name) != 0)
		i++;
	if (i == COUNT(parts))
		return is_heading(name) && is_in_heading(node);
	const cmark_node *up = node->parent;
	while (node_element(up) && node_element(up)->html &&
	       node_element(up)->html->flags & HTML_UNWRAPPED)
		up = up->parent;
	for (size_t k = 0; k < COUNT(parts[i].parents) && parts[i].parents[k]; k++)
		if (node_is_html(up, parts[i].parents[k]))
			return written_name(up, node_element(up)) == NULL;
	return true;
}

/* The name under which an element is written; NULL: its tags are left out. */
static const char *written_name(const cmark_node *node, const struct element *e)
{
	const char *name = e->html->name;
	if (e->html->flags & HTML_UNWRAPPED ||
	    (strcmp(name, "picture") == 0 && !has_dark_source(node)))
		return NULL;
	if ((e->html->flags & HTML_BLOCK && is_in_phrase(node)) ||
	    is_out_of_place(node, name))
		return NULL;
	if (!node->first_child && !element_attribute(e, "id") &&
	    (strcmp(name, "p") == 0 || strcmp(name, "figcaption") == 0))
		return NULL;
	if ((strcmp(name, "p") == 0 && holds_blocks(node)) ||
	    (is_heading(name) && holds_heading(node)))
		return "div"; /* never closed, most likely */
	if (strcmp(name, "strike") == 0)
		return "s";
	if (strcmp(name, "h1") == 0)
		return "h2";
	if (strcmp(name, "th") == 0 && !node->first_child) /* a corner, not a header */
		return "td";
	return name;
}

/* Colours that GitBook's editor gives to words, as classes: the theme chooses tones that
 * can be read, in the dark too. */
static void add_mark_class(struct html_writer *w, const struct element *e)
{
	static const char *const colours[] = {"red",     "orange", "yellow",  "green",
	                                      "blue",    "purple", "pink",    "teal",
	                                      "gray",    "brown",  "primary", "success",
	                                      "warning", "danger", "info"};
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

/* Classes of what is made from GitBook's tables, and of how blocks stand. Authors' own
 * were dropped while reading. */
static void add_class(struct html_writer *w, const struct element *e, const char *name)
{
	const char *class =
		strcmp(name, "div") == 0 ? NULL : element_attribute(e, "class");
	if (attribute_is(e, "data-with-frame", "true"))
		class = "frame";
	else if (attribute_is(e, "align", "center"))
		class = "center";
	else if (attribute_is(e, "align", "right"))
		class = strcmp(name, "td") == 0 || strcmp(name, "th") == 0 ? "num"
		                                                           : "end";
	else if (attribute_is(e, "data-card-size", "large"))
		class = "cards large";
	else if (element_attribute(e, "data-header-hidden"))
		class = "headless";
	if (class && strcmp(name, "code") != 0 && strcmp(name, "pre") != 0 &&
	    strcmp(name, "i") != 0)
		html_add_attribute(w, "class", class);
}

bool html_is_heading(const cmark_node *node)
{
	const struct element *e = node_element(node);
	const char *name = e && e->html ? e->html->name : "";
	name = is_heading(name) ? written_name(node, e) : NULL;
	return name && is_heading(name);
}

/* Headers say what they head, as those of Markdown's tables do. */
static void add_scope(struct html_writer *w, const cmark_node *cell,
                      const struct element *e)
{
	if (element_attribute(e, "scope"))
		return;
	bool is_in_head = node_is_html(cell->parent->parent, "thead");
	bool has_data = false;
	for (const cmark_node *n = cell->parent->first_child; n; n = n->next)
		has_data |= node_is_html(n, "td");
	html_add_attribute(w, "scope", has_data && !is_in_head ? "row" : "col");
}

static void write_html_block_start(struct html_writer *w, const cmark_node *node,
                                   const struct element *e, const char *name)
{
	bool is_pre = strcmp(name, "pre") == 0;
	if (strcmp(name, "table") == 0)
		html_open_table_region(w);
	if (is_pre)
		html_pre_title(w, e, true);
	buf_add_format(&w->out, "<%s", name);
	if (strcmp(name, "details") == 0)
		html_add(w, element_attribute(e, "open") ? " class=\"fold\" open"
		                                         : " class=\"fold\"");
	else if (strcmp(name, "mark") == 0)
		add_mark_class(w, e);
	else
		add_class(w, e, name);
	if (is_pre)
		html_add_code_region(w);
	if (strcmp(name, "th") == 0)
		add_scope(w, node, e);
	if (is_pre || strcmp(name, "code") == 0)
		html_add_language(w, e, name);
	add_attributes(w, e);
	html_add(w, ">");
}

/* The first mention of a term (see mentions.h): authors cannot write a button. */
static void write_mention(struct html_writer *w, const cmark_node *node,
                          const struct mention *mention)
{
	const struct element *around = node_element(node->parent);
	bool is_whole =
		!around || !around->html || strcmp(around->html->name, "term-label") != 0;
	html_add(w, is_whole ? "<button type=\"button\" class=\"term\""
	                     : "<button type=\"button\"");
	html_add_attribute(w, "popovertarget", mention->id);
	if (mention->name)
		html_add_attribute(w, "aria-label", mention->name);
	html_add(w, ">");
}

/* Elements of ours that no author writes; false when it is none. */
static bool write_own_element(struct html_writer *w, const cmark_node *node,
                              const struct element *e, bool entering)
{
	/* clang-format off */
	static const struct { const char *name, *open, *close; } ours[] = {
		{"term-button", NULL,                          "</button>"},
		{"term-label",  "<label class=\"term\">",      "</label>"},
		{"term-hidden", "<span aria-hidden=\"true\">", "</span>"},
		{"term-glue",   "<span class=\"glue\">",       "</span>"},
	};
	/* clang-format on */
	for (size_t i = 0; i < COUNT(ours); i++) {
		if (strcmp(e->html->name, ours[i].name) != 0)
			continue;
		if (entering && !ours[i].open)
			write_mention(w, node, e->note);
		else
			html_add(w, entering ? ours[i].open : ours[i].close);
		return true;
	}
	return false;
}

/* A card's title that leads nowhere: it stays one, without the link. */
static bool is_dead_card(const cmark_node *node, const struct element *e)
{
	const struct link_note *note = e->note;
	const char *class = element_attribute(e, "class");
	return class && strcmp(class, "card-link") == 0 && !is_in_phrase(node) &&
	       (!note || note->kind == LINK_DROPPED || html_is_in_link(node));
}

static void write_card_title(struct html_writer *w, const cmark_node *node, bool entering)
{
	const char *name = holds_blocks(node) ? "div" : "p";
	buf_add_format(&w->out, entering ? "<%s class=\"card-title\">" : "</%s>", name);
}

static bool write_html(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	if (write_own_element(w, node, e, entering))
		return true;
	if (is_dead_card(node, e)) {
		write_card_title(w, node, entering);
		return true;
	}
	if (strcmp(e->html->name, "a") == 0)
		return write_html_link(w, node, e, entering);
	if (strcmp(e->html->name, "img") == 0) {
		if (entering)
			write_html_image(w, node, e);
		return false;
	}
	if (strcmp(e->html->name, "source") == 0) {
		if (entering)
			write_source(w, node, e);
		return false;
	}
	const char *name = written_name(node, e);
	if (!name)
		return true;
	bool is_block = e->html->flags & HTML_BLOCK;
	if (entering) {
		if (is_block && strcmp(name, "summary") != 0)
			html_line(w);
		write_html_block_start(w, node, e, name);
		return !(e->html->flags & HTML_VOID);
	}
	buf_add_format(&w->out, strcmp(name, "table") == 0 ? "</%s></div>" : "</%s>",
	               name);
	if (strcmp(name, "pre") == 0)
		html_pre_title(w, e, false);
	if (is_block)
		html_line(w);
	return true;
}

bool html_element(struct html_writer *w, const cmark_node *node, const struct element *e,
                  bool entering)
{
	if (e->html && !e->tag)
		return write_html(w, node, e, entering);
	return html_tag(w, node, e, entering);
}
