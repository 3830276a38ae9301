#include "html/html.h"

#include <assert.h>
#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "html/html_internal.h"

static const char *literal(const cmark_node *node, size_t *len)
{
	*len = (size_t)node->as.literal.len;
	return (const char *)node->as.literal.data;
}

static void write_paragraph(struct html_writer *w, const cmark_node *node, bool entering)
{
	enum form form = form_of(node);
	if (form == FORM_BARE)
		return;
	if (form == FORM_LABEL) {
		html_add(w, entering ? "" : "</span></label>");
		return;
	}
	if (entering) {
		html_line(w);
		html_open_block(w, node, "<p>");
		return;
	}
	if (form == FORM_END)
		html_add_ways_back(w);
	html_add(w, "</p>\n");
}

static void write_heading(struct html_writer *w, const cmark_node *node, bool entering)
{
	const struct heading_note *note = heading_note_of(node);
	if (entering) {
		html_line(w);
		html_open_heading(w, note->level);
		if (note->id)
			html_add_id(w, "id", note->id);
		html_open_block(w, node, ">");
		for (size_t i = 0; i < note->n_aliases; i++) {
			html_add(w, "<span");
			html_add_id(w, "id", note->aliases[i]);
			html_add(w, "></span>");
		}
		return;
	}
	/* For who points at it: the page's contents lead to the same places, and a
	 * heading is not to be read twice. */
	if (note->has_anchor) {
		html_add(w, "<a class=\"anchor\" href=\"");
		html_add_local_address(w, note->id);
		html_add(w, "\" aria-hidden=\"true\" tabindex=\"-1\">#</a>");
	}
	w->section = note->text;
	html_close_heading(w, note->level);
	html_add(w, "\n");
}

static void write_list(struct html_writer *w, const cmark_node *node, bool entering)
{
	const char *name = node->as.list.list_type == CMARK_BULLET_LIST ? "ul" : "ol";
	if (!entering) {
		html_add(w, *name == 'u' ? "</ul>\n" : "</ol>\n");
		return;
	}
	html_line(w);
	html_add(w, *name == 'u' ? "<ul" : "<ol");
	if (*name == 'o' && node->as.list.start != 1)
		buf_add_format(&w->out, " start=\"%d\"", node->as.list.start);
	if (form_of(node) == FORM_TASKS)
		html_add(w, " class=\"tasks\"");
	html_open_block(w, node, ">\n");
}

/* A task's box and its text are one label; blocks below the text follow it. */
static void write_item(struct html_writer *w, const cmark_node *node, bool entering)
{
	/* clang-format off */
	static const char *const starts[N_FORMS] = {
		[FORM_USUAL]        = "<li>",
		[FORM_BOX]          = "<li><label><input type=\"checkbox\"> <span>",
		[FORM_BOX_ALONE]    = "<li><label><input type=\"checkbox\"> <span></span></label>",
		[FORM_TICKED]       = "<li><label><input type=\"checkbox\" checked> <span>",
		[FORM_TICKED_ALONE] = "<li><label><input type=\"checkbox\" checked> <span></span></label>",
	};
	/* clang-format on */
	if (!entering) {
		html_add(w, "</li>\n");
		return;
	}
	html_line(w);
	html_open_block(w, node, starts[form_of(node)]);
}

static void write_table(struct html_writer *w, const cmark_node *node, bool entering)
{
	if (entering) {
		html_line(w);
		html_open_table_region(w);
		html_open_block(w, node, "<table>");
		return;
	}
	if (node->first_child && node->first_child != node->last_child) {
		html_line(w);
		html_add(w, "</tbody>");
	}
	html_add(w, "</table></div>\n");
}

static void write_row(struct html_writer *w, const cmark_node *node, bool entering)
{
	bool is_header = cmark_gfm_extensions_get_table_row_is_header(
		(cmark_node *)(uintptr_t)node);
	if (entering) {
		html_line(w);
		if (is_header)
			html_add(w, "<thead>\n");
		else if (node->prev &&
		         cmark_gfm_extensions_get_table_row_is_header(node->prev))
			html_add(w, "<tbody>\n");
		html_open_block(w, node, "<tr>");
		return;
	}
	html_line(w);
	html_add(w, "</tr>");
	if (is_header) {
		html_line(w);
		html_add(w, "</thead>");
		html_line(w);
	}
}

static void write_cell(struct html_writer *w, const cmark_node *node, bool entering)
{
	/* clang-format off */
	static const struct { const char *open, *close; } tags[N_FORMS] = {
		[FORM_HEADER]        = {"<th scope=\"col\">", "</th>"},
		[FORM_HEADER_CENTER] = {"<th scope=\"col\" class=\"center\">", "</th>"},
		[FORM_HEADER_NUM]    = {"<th scope=\"col\" class=\"num\">", "</th>"},
		[FORM_CELL]          = {"<td>", "</td>"},
		[FORM_CELL_CENTER]   = {"<td class=\"center\">", "</td>"},
		[FORM_CELL_NUM]      = {"<td class=\"num\">", "</td>"},
		[FORM_CELL_LONG]     = {"<td class=\"long\">", "</td>"},
	};
	/* clang-format on */
	enum form form = form_of(node);
	if (entering)
		html_line(w);
	html_add(w, entering ? tags[form].open : tags[form].close);
}

static void write_image(struct html_writer *w, const cmark_node *node)
{
	const struct link_note *note = link_note_of(node);
	char *text = node_text(w->doc->arena, node);
	if (note->kind == LINK_DROPPED) {
		html_add_text(w, text, strlen(text));
		return;
	}
	if (note->is_remote_image) {
		html_add_remote_image(w, note, text);
		return;
	}
	html_add(w, "<img src=\"");
	html_add_address(w, note);
	html_add(w, "\" alt=\"");
	text_add_html(&w->out, text, strlen(text));
	html_add(w, "\"");
	if (note->title) {
		html_add(w, " title=\"");
		text_add_html(&w->out, note->title, strlen(note->title));
		html_add(w, "\"");
	}
	if (note->width > 0)
		buf_add_format(&w->out, " width=\"%d\" height=\"%d\"", note->width,
		               note->height);
	html_end_image(w, note);
}

/* Returns whether the link's own children are to be written. */
static bool write_link(struct html_writer *w, const cmark_node *node, bool entering)
{
	const struct link_note *note = link_note_of(node);
	if (entering)
		html_open_link(w, note, NULL);
	if (entering && note->text)
		html_add_link_text(w, note);
	if (!entering || note->text)
		html_close_link(w, note);
	return !note->text;
}

static int footnote_number(const cmark_node *call)
{
	int n = 0;
	for (bufsize_t i = 0; i < call->as.literal.len; i++)
		n = n * 10 + (call->as.literal.data[i] - '0');
	return n;
}

static void write_reference(struct html_writer *w, const cmark_node *node)
{
	int n = footnote_number(node);
	bool is_link = form_of(node) != FORM_IN_LINK;
	html_add(w, "<sup class=\"ref\"");
	if (is_link) {
		html_add(w, "><a href=\"");
		html_add_local_address(w, html_footnote_id(w, n));
		buf_add_char(&w->out, '"');
	}
	if (!w->is_copy)
		html_add_id(w, "id", html_call_id(w, n, node->footnote.ref_ix));
	if (is_link) {
		buf_add_format(&w->out, " aria-label=\"%s ", html_label(w, LABEL_NOTE));
		html_add_ref(w, REF_FOOTNOTE, (size_t)n);
		buf_add_char(&w->out, '"');
	}
	buf_add_char(&w->out, '>');
	html_add_ref(w, REF_FOOTNOTE, (size_t)n);
	html_add(w, is_link ? "</a></sup>" : "</sup>");
}

static void open_footnotes(struct html_writer *w)
{
	html_begin_part(w, PART_NOTES, 0);
	html_add(w, "<section class=\"footnotes\"");
	html_add_id(w, "aria-labelledby", "notes");
	html_add(w, ">\n");
	html_open_heading(w, 2);
	html_add_id(w, "id", "notes");
	html_add(w, ">");
	html_add(w, html_label(w, LABEL_NOTES));
	html_close_heading(w, 2);
	html_add(w, "\n<ol>\n");
	html_begin_part(w, PART_NOTE_ITEMS, 0);
}

/* The notes are what a page ends with, and so are their parts. */
static void close_notes(struct html_writer *w)
{
	html_end_part(w, w->n_parts - 1);
	html_add(w, "</ol>\n</section>\n");
	html_end_part(w, w->n_parts - 2);
}

static void write_footnote(struct html_writer *w, const cmark_node *node, bool entering)
{
	html_line(w);
	if (entering) {
		w->note = node;
		if (w->n_footnotes++ == 0)
			open_footnotes(w);
		html_add(w, "<li");
		html_add_id(w, "id", html_footnote_id(w, w->n_footnotes));
		html_open_block(w, node, ">\n");
		return;
	}
	if (form_of(node) == FORM_OPEN_END)
		html_add_ways_back(w);
	html_add(w, "</li>\n");
	if (!node->next)
		close_notes(w);
}

static void write_tags(struct html_writer *w, const char *name, bool entering)
{
	html_add(w, entering ? "<" : "</");
	html_add(w, name);
	html_add(w, ">");
}

static void write_quote(struct html_writer *w, const cmark_node *node, bool entering)
{
	html_box(w, "<blockquote>", "</blockquote>", entering ? node : NULL);
}

static void write_leaf(struct html_writer *w, const cmark_node *node)
{
	size_t len;
	const char *text = literal(node, &len);
	switch (node->type) {
	case CMARK_NODE_TEXT: html_add_text(w, text, len); break;
	case CMARK_NODE_SOFTBREAK: html_add(w, "\n"); break;
	case CMARK_NODE_LINEBREAK: html_add(w, "<br>\n"); break;
	case CMARK_NODE_CODE:
		html_add(w, node->user_data ? "<code class=\"formula\">" : "<code>");
		html_add_text(w, text, len);
		html_add(w, "</code>");
		break;
	case CMARK_NODE_CODE_BLOCK: html_code_block(w, node); break;
	case CMARK_NODE_THEMATIC_BREAK:
		html_line(w);
		html_open_block(w, node, "<hr>\n");
		break;
	case CMARK_NODE_FOOTNOTE_REFERENCE: write_reference(w, node); break;
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_HTML_BLOCK:
		assert(!"raw HTML"); /* see markup/markdown.h: none is left */
		break;
	default: break;
	}
}

static void write_gfm(struct html_writer *w, const cmark_node *node, bool entering)
{
	switch (node_gfm_type(node)) {
	case GFM_TABLE: write_table(w, node, entering); break;
	case GFM_TABLE_ROW: write_row(w, node, entering); break;
	case GFM_TABLE_CELL: write_cell(w, node, entering); break;
	case GFM_STRIKETHROUGH: write_tags(w, "del", entering); break;
	case GFM_NONE: break;
	}
}

/* Writes one node's opening or closing; false when its children are not to be written. */
static bool write_node(struct html_writer *w, const cmark_node *node, bool entering)
{
	const struct element *e = node_element(node);
	if (e)
		return html_element(w, node, e, entering);
	switch (node->type) {
	case CMARK_NODE_DOCUMENT: break;
	case CMARK_NODE_PARAGRAPH: write_paragraph(w, node, entering); break;
	case CMARK_NODE_HEADING: write_heading(w, node, entering); break;
	case CMARK_NODE_LIST: write_list(w, node, entering); break;
	case CMARK_NODE_ITEM: write_item(w, node, entering); break;
	case CMARK_NODE_BLOCK_QUOTE: write_quote(w, node, entering); break;
	case CMARK_NODE_EMPH: write_tags(w, "em", entering); break;
	case CMARK_NODE_STRONG: write_tags(w, "strong", entering); break;
	case CMARK_NODE_LINK: return write_link(w, node, entering);
	case CMARK_NODE_IMAGE: write_image(w, node); return false;
	case CMARK_NODE_FOOTNOTE_DEFINITION: write_footnote(w, node, entering); break;
	default:
		if (node_gfm_type(node) != GFM_NONE)
			write_gfm(w, node, entering);
		else if (entering)
			write_leaf(w, node);
	}
	return true;
}

static bool is_leaf(const cmark_node *node)
{
	switch (node->type) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_CODE:
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
	case CMARK_NODE_FOOTNOTE_REFERENCE: return true;
	default: return false;
	}
}

void html_write(struct html_writer *w, const cmark_node *root)
{
	if (root->type == CMARK_NODE_DOCUMENT && w->quiz) {
		html_quiz(w, root);
		return;
	}
	const cmark_node *node = root;
	for (;;) {
		bool goes_down = write_node(w, node, true);
		if (goes_down && node->first_child) {
			node = node->first_child;
			continue;
		}
		for (;;) {
			if (goes_down && !is_leaf(node))
				write_node(w, node, false);
			goes_down = true;
			if (node == root)
				return;
			if (node->next)
				break;
			node = node->parent;
		}
		node = node->next;
	}
}
