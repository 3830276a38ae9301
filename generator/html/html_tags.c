#include <string.h>

#include "html/html_internal.h"
#include "markup/tags.h"

/*
 * What tags look like on a page: one row a tag. Those that are more than a box
 * around their content are written in html_blocks.c and html_code.c.
 */

static void write_hint(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	static const struct {
		const char *style;
		enum label label;
	} styles[] = {{"info", LABEL_HINT_INFO},
	              {"success", LABEL_HINT_SUCCESS},
	              {"warning", LABEL_HINT_WARNING},
	              {"danger", LABEL_HINT_DANGER}};
	if (!entering) {
		html_line(w);
		html_add(w, "</div>\n");
		return;
	}
	const char *style = element_attribute(e, "style");
	size_t i = COUNT(styles) - 1;
	while (i > 0 && !(style && strcmp(styles[i].style, style) == 0))
		i--;
	const struct heading_note *title =
		node->first_child ? heading_note_of(node->first_child) : NULL;
	html_line(w);
	buf_add_format(&w->out, "<div class=\"hint hint-%s\" role=\"note\"",
	               styles[i].style);
	if (title && title->id) {
		html_add_id(w, "aria-labelledby", title->id);
		html_open_block(w, node, ">\n");
		return;
	}
	const char *id = arena_format(w->doc->arena, "hint-%d", ++w->n_hints);
	html_add_id(w, "aria-labelledby", id);
	html_open_block(w, node, ">\n<p class=\"hint-title\"");
	html_add_id(w, "id", id);
	buf_add_format(&w->out, ">%s</p>\n", html_label(w, styles[i].label));
}

static void write_tabs(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	(void)e;
	html_box(w, "<div class=\"tabs\">", "</div>", entering ? node : NULL);
}

static void write_tab(struct html_writer *w, const cmark_node *node,
                      const struct element *e, bool entering)
{
	if (!entering) {
		html_line(w);
		html_add(w, "</div></details>\n");
		return;
	}
	const char *title = element_attribute(e, "title");
	int number = e->settled.number, group = e->settled.group;
	html_line(w);
	html_add(w, "<details");
	if (group) /* opening one closes the others */
		html_add_id(w, "name", arena_format(w->doc->arena, "tabs-%d", group));
	html_open_block(w, node,
	                number == 1 || !group ? " open><summary>" : "><summary>");
	if (title && *title)
		html_add_text(w, title, strlen(title));
	else
		buf_add_format(&w->out, "%s %d", html_label(w, LABEL_TAB), number);
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
	html_open_block(w, node, "<p class=\"page-ref\">");
	html_open_link(w, note, NULL);
	html_add(w, "<b>");
	html_add_link_text(w, note);
	html_add(w, "</b>");
	if (note->detail) {
		html_add(w, " <span>");
		html_add_text(w, note->detail, strlen(note->detail));
		html_add(w, "</span>");
	}
	html_close_link(w, note);
	if (e->settled.ends_footnote)
		html_add_ways_back(w);
	html_add(w, "</p>\n");
}

static void write_stepper(struct html_writer *w, const cmark_node *node,
                          const struct element *e, bool entering)
{
	(void)e;
	html_box(w, "<ol class=\"steps\">", "</ol>", entering ? node : NULL);
}

static void write_step(struct html_writer *w, const cmark_node *node,
                       const struct element *e, bool entering)
{
	bool is_inside = e->settled.written == HTML_LI;
	html_box(w, is_inside ? "<li>" : "<div>", is_inside ? "</li>" : "</div>",
	         entering ? node : NULL);
}

static void write_columns(struct html_writer *w, const cmark_node *node,
                          const struct element *e, bool entering)
{
	html_box(w,
	         e->settled.has_shares ? "<div class=\"columns shares\">"
	                               : "<div class=\"columns\">",
	         "</div>", entering ? node : NULL);
}

static void write_column(struct html_writer *w, const cmark_node *node,
                         const struct element *e, bool entering)
{
	int share = e->settled.number;
	html_line(w);
	if (!entering)
		html_add(w, "</div>\n");
	else if (share)
		html_open_block(w, node,
		                arena_format(w->doc->arena,
		                             "<div class=\"column share-%d\">\n", share));
	else
		html_open_block(w, node, "<div class=\"column\">\n");
}

/* A tag that we do not know: what it was called stays, before what it holds. */
static void write_unknown(struct html_writer *w, const cmark_node *node,
                          const struct element *e, bool entering)
{
	const char *title = element_attribute(e, "title");
	if (!entering || !title || !*title)
		return;
	html_line(w);
	html_open_block(w, node, "<p><strong>");
	html_add_text(w, title, strlen(title));
	html_add(w, "</strong>");
	if (e->settled.ends_footnote)
		html_add_ways_back(w);
	html_add(w, "</p>\n");
}

/* clang-format off */
static html_tag_writer *const tag_writers[N_TAGS] = {
	[TAG_UNKNOWN]     = write_unknown,
	[TAG_HINT]        = write_hint,
	[TAG_TABS]        = write_tabs,
	[TAG_TAB]         = write_tab,
	[TAG_CONTENT_REF] = write_page_ref,
	[TAG_PAGE_REF]    = write_page_ref,
	[TAG_EMBED]       = html_block_link,
	[TAG_FILE]        = html_block_link,
	[TAG_CODE]        = html_code,
	[TAG_STEPPER]     = write_stepper,
	[TAG_STEP]        = write_step,
	[TAG_COLUMNS]     = write_columns,
	[TAG_COLUMN]      = write_column,
	[TAG_UPDATES]     = html_updates,
	[TAG_UPDATE]      = html_update,
	[TAG_PROMPT]      = html_prompt,
	[TAG_API]         = html_api,
	[TAG_API_FIELD]   = html_api_field,
	[TAG_API_ANSWER]  = html_api_answer,
	[TAG_INTEGRATION] = html_integration,
};
/* clang-format on */

void html_tag(struct html_writer *w, const cmark_node *node, const struct element *e,
              bool entering)
{
	if (tag_writers[e->tag->id]) /* or only its content */
		tag_writers[e->tag->id](w, node, e, entering);
}
