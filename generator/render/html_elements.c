#include <string.h>

#include "render/html_internal.h"
#include "render/mentions.h"

/*
 * What tags and raw HTML look like on a page: one row a tag, and the few raw
 * elements that are more than their own name.
 */

static const char *attribute(const struct element *e, const char *name)
{
	return attribute_find(e->attributes, e->n_attributes, name);
}

const char *body_label(enum body_label label, enum language lang)
{
	/* clang-format off */
	static const char *const labels[N_BODY_LABELS][N_LANGUAGES] = {
		[LABEL_HINT_INFO]     = {"À noter", "Note"},
		[LABEL_HINT_SUCCESS]  = {"Bonne pratique", "Good practice"},
		[LABEL_HINT_WARNING]  = {"Attention", "Warning"},
		[LABEL_HINT_DANGER]   = {"À ne pas faire", "Danger"},
		[LABEL_CODE]          = {"Code", "Code"},
		[LABEL_TABLE]         = {"Tableau", "Table"},
		[LABEL_COLON]         = {NBSP ": ", ": "},
		[LABEL_NOTES]         = {"Notes", "Notes"},
		[LABEL_NOTE]          = {"Note", "Note"},
		[LABEL_NOTE_BACK]     = {"Revenir à l’appel de la note", "Back to reference"},
		[LABEL_TAB]           = {"Onglet", "Tab"},
		[LABEL_QUESTION]      = {"Question", "Question"},
		[LABEL_OF]            = {"sur", "of"},
		[LABEL_SEVERAL]       = {"plusieurs réponses possibles", "several answers possible"},
		[LABEL_ANSWER]        = {"Voir la réponse", "Show the answer"},
		[LABEL_RIGHT]         = {"Bonne réponse", "Right"},
		[LABEL_WRONG]         = {"Mauvaise réponse", "Wrong"},
		[LABEL_REMOTE_IMAGE]  = {"Image sur un autre site", "Image on another site"},
		[LABEL_FAILED]        = {"Le texte de cette page n’a pas pu être composé.",
		                         "The text of this page could not be composed."},
		[LABEL_RIGHT_ANSWER]  = {"La bonne réponse", "The right answer"},
		[LABEL_RIGHT_ANSWERS] = {"Les bonnes réponses", "The right answers"},
	};
	/* clang-format on */
	return labels[label][lang];
}

static void write_hint(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	static const struct {
		const char *style;
		enum body_label label;
	} styles[] = {{"info", LABEL_HINT_INFO},
	              {"success", LABEL_HINT_SUCCESS},
	              {"warning", LABEL_HINT_WARNING},
	              {"danger", LABEL_HINT_DANGER}};
	if (!entering) {
		html_line(w);
		html_add(w, "</div>\n");
		return;
	}
	const char *style = attribute(e, "style");
	size_t i = COUNT(styles) - 1;
	while (i > 0 && !(style && strcmp(styles[i].style, style) == 0))
		i--;
	const struct heading_note *title =
		node->first_child ? html_heading_note(node->first_child) : NULL;
	html_line(w);
	buf_add_format(&w->out, "<div class=\"hint hint-%s\" role=\"note\"",
	               styles[i].style);
	if (title && title->id) {
		html_add_attribute(w, "aria-labelledby", title->id);
		html_add(w, ">\n");
		return;
	}
	w->n_hints++;
	buf_add_format(&w->out,
	               " aria-labelledby=\"hint-%d\">\n<p class=\"hint-title\" "
	               "id=\"hint-%d\">%s</p>\n",
	               w->n_hints, w->n_hints, body_label(styles[i].label, w->lang));
}

static void write_tabs(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	(void)e;
	html_line(w);
	if (entering) {
		int *number = arena_alloc(w->doc->arena, sizeof *number);
		*number = ++w->n_tabs;
		node_element(node)->note = number;
	}
	html_add(w, entering ? "<div class=\"tabs\">\n" : "</div>\n");
}

/* The place of a tab among its siblings, from 1. */
static int tab_number(const cmark_node *node)
{
	int n = 1;
	for (const cmark_node *p = node->prev; p; p = p->prev)
		n += node_is_tag(p, TAG_TAB);
	return n;
}

static void write_tab(struct html_writer *w, const cmark_node *node,
                      const struct element *e, bool entering)
{
	if (!entering) {
		html_line(w);
		html_add(w, "</div></details>\n");
		return;
	}
	const char *title = attribute(e, "title");
	int number = tab_number(node);
	const int *group = node_is_tag(node->parent, TAG_TABS)
	                           ? node_element(node->parent)->note
	                           : NULL;
	html_line(w);
	html_add(w, "<details");
	if (group) /* opening one closes the others */
		buf_add_format(&w->out, " name=\"tabs-%d\"", *group);
	html_add(w, number == 1 || !group ? " open><summary>" : "><summary>");
	if (title && *title)
		html_add_text(w, title, strlen(title));
	else
		buf_add_format(&w->out, "%s %d", body_label(LABEL_TAB, w->lang), number);
	html_add(w, "</summary><div class=\"tab\">\n");
}

/* A block that leads to a page: its title, then what it is about. */
static void write_page_ref(struct html_writer *w, const cmark_node *node,
                           const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	if (!entering || !note)
		return;
	html_line(w);
	bool is_link = !html_is_in_link(node);
	html_add(w, "<p class=\"page-ref\">");
	if (is_link)
		html_open_link(w, note, NULL);
	html_add(w, "<b>");
	html_add_text(w, note->text, strlen(note->text));
	html_add(w, "</b>");
	if (note->detail) {
		html_add(w, " <span>");
		html_add_text(w, note->detail, strlen(note->detail));
		html_add(w, "</span>");
	}
	if (is_link)
		html_close_link(w, note);
	html_add(w, "</p>\n");
}

/* A link in a block of its own, with a caption below it when there is one. */
static void write_block_link(struct html_writer *w, const cmark_node *node,
                             const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	const char *kind = e->tag->id == TAG_FILE ? "file" : "embed";
	html_line(w);
	if (!entering) {
		html_add(w, "</div>\n");
		return;
	}
	const char *caption = attribute(e, "caption");
	buf_add_format(&w->out, "<div class=\"%s\">", kind);
	if (note) {
		const char *text =
			caption && *caption && !node->first_child ? caption : note->text;
		bool is_link = !html_is_in_link(node);
		html_add(w, "<p>");
		if (is_link)
			html_open_link(w, note, NULL);
		html_add_text(w, text, strlen(text));
		if (is_link)
			html_close_link(w, note);
		html_add(w, "</p>");
	}
	html_line(w);
}

static void write_code(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	const char *title = attribute(e, "title");
	(void)node;
	html_line(w);
	if (!entering) {
		html_add(w, "</figure>\n");
		return;
	}
	html_add(w, "<figure class=\"listing\">\n");
	if (title && *title) {
		html_add(w, "<figcaption>");
		html_add_text(w, title, strlen(title));
		html_add(w, "</figcaption>\n");
	}
}

static void write_box(struct html_writer *w, const char *open, const char *close,
                      bool entering)
{
	html_line(w);
	html_add(w, entering ? open : close);
	html_add(w, "\n");
}

static void write_stepper(struct html_writer *w, const cmark_node *node,
                          const struct element *e, bool entering)
{
	(void)node, (void)e;
	write_box(w, "<ol class=\"steps\">", "</ol>", entering);
}

static void write_step(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	(void)e;
	bool is_inside = node->parent && node_is_tag(node->parent, TAG_STEPPER);
	write_box(w, is_inside ? "<li>" : "<div>", is_inside ? "</li>" : "</div>",
	          entering);
}

static void write_columns(struct html_writer *w, const cmark_node *node,
                          const struct element *e, bool entering)
{
	(void)node, (void)e;
	write_box(w, "<div class=\"columns\">", "</div>", entering);
}

static void write_column(struct html_writer *w, const cmark_node *node,
                         const struct element *e, bool entering)
{
	(void)node, (void)e;
	write_box(w, "<div class=\"column\">", "</div>", entering);
}

/* clang-format off */
static const struct {
	void (*write)(struct html_writer *, const cmark_node *, const struct element *, bool);
	bool hides_body; /* its body is a title that we know better */
} tag_writers[N_TAGS] = {
	[TAG_HINT]        = {write_hint, false},
	[TAG_TABS]        = {write_tabs, false},
	[TAG_TAB]         = {write_tab, false},
	[TAG_CONTENT_REF] = {write_page_ref, true},
	[TAG_PAGE_REF]    = {write_page_ref, true},
	[TAG_EMBED]       = {write_block_link, false},
	[TAG_FILE]        = {write_block_link, false},
	[TAG_CODE]        = {write_code, false},
	[TAG_STEPPER]     = {write_stepper, false},
	[TAG_STEP]        = {write_step, false},
	[TAG_COLUMNS]     = {write_columns, false},
	[TAG_COLUMN]      = {write_column, false},
};
/* clang-format on */

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

static void write_html_image(struct html_writer *w, const cmark_node *node,
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
	if (note->width > 0)
		buf_add_format(&w->out, " width=\"%d\" height=\"%d\"", note->width,
		               note->height);
	html_end_image(w, note);
}

static bool write_html_link(struct html_writer *w, const cmark_node *node,
                            const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	const char *id = attribute(e, "id");
	bool is_anchor = !note || note->kind == LINK_DROPPED || html_is_in_link(node);
	if (is_anchor && id && *id && !w->is_copy) {
		if (entering) {
			html_add(w, "<span");
			html_add_attribute(w, "id", id);
			html_add(w, ">");
		} else {
			html_add(w, "</span>");
		}
		return true;
	}
	if (is_anchor)
		return true;
	if (entering)
		html_open_link(w, note, NULL);
	if (entering && note->text)
		html_add_text(w, note->text, strlen(note->text));
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
	if (e->html->flags & HTML_UNWRAPPED || strcmp(name, "picture") == 0 ||
	    strcmp(name, "source") == 0)
		return NULL;
	if ((e->html->flags & HTML_BLOCK && is_in_phrase(node)) ||
	    is_out_of_place(node, name))
		return NULL;
	if (strcmp(name, "p") == 0 && holds_blocks(node))
		return "div";
	if (strcmp(name, "th") == 0 && !node->first_child) /* a corner, not a header */
		return "td";
	if (strcmp(name, "strike") == 0)
		return "s";
	if (strcmp(name, "h1") == 0)
		return "h2";
	return name;
}

/* Headers say what they head, as those of Markdown's tables do. */
static void add_scope(struct html_writer *w, const cmark_node *cell,
                      const struct element *e)
{
	if (attribute(e, "scope"))
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
	if (strcmp(name, "table") == 0)
		html_open_table_region(w);
	buf_add_format(&w->out, "<%s", name);
	if (strcmp(name, "details") == 0)
		html_add(w, attribute(e, "open") ? " class=\"fold\" open"
		                                 : " class=\"fold\"");
	if (strcmp(name, "pre") == 0)
		html_add_code_region(w);
	if (strcmp(name, "th") == 0)
		add_scope(w, node, e);
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

static bool write_html(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	if (write_own_element(w, node, e, entering))
		return true;
	if (strcmp(e->html->name, "a") == 0)
		return write_html_link(w, node, e, entering);
	if (strcmp(e->html->name, "img") == 0) {
		if (entering)
			write_html_image(w, node, e);
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
	if (is_block)
		html_line(w);
	return true;
}

bool html_element(struct html_writer *w, const cmark_node *node, const struct element *e,
                  bool entering)
{
	if (e->html)
		return write_html(w, node, e, entering);
	if (!tag_writers[e->tag->id].write)
		return true; /* unknown: only its content */
	tag_writers[e->tag->id].write(w, node, e, entering);
	return !(entering && tag_writers[e->tag->id].hides_body && e->note);
}
