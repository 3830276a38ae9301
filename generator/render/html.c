#include "render/html.h"

#include <assert.h>
#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "base/file.h"
#include "render/html_internal.h"

struct html_writer html_writer(struct arena *scratch, struct document *doc,
                               enum language lang, enum page_type type)
{
	struct html_writer w = {
		.out = buf_new(scratch), .doc = doc, .lang = lang, .type = type};
	buf_reserve(&w.out, doc->len * 2 + 1024);
	return w;
}

void html_add(struct html_writer *w, const char *html)
{
	buf_add_string(&w->out, html);
}

void html_add_text(struct html_writer *w, const char *text, size_t len)
{
	text_add_html(&w->out, text, len);
}

void html_add_attribute(struct html_writer *w, const char *name, const char *value)
{
	buf_add_char(&w->out, ' ');
	html_add(w, name);
	html_add(w, "=\"");
	text_add_attr(&w->out, value, strlen(value));
	buf_add_char(&w->out, '"');
}

void html_line(struct html_writer *w)
{
	if (w->out.len > w->piece_start ? w->out.data[w->out.len - 1] != '\n'
	                                : w->n_pieces > 0)
		buf_add_char(&w->out, '\n');
}

static void end_piece(struct html_writer *w)
{
	if (w->out.len == w->piece_start)
		return;
	struct piece piece = {.kind = PIECE_BYTES,
	                      .link = w->piece_start,
	                      .len = w->out.len - w->piece_start};
	ARRAY_ADD(w->doc->arena, w->pieces, w->n_pieces, w->cap_pieces, piece);
	w->piece_start = w->out.len;
}

void html_add_hole(struct html_writer *w, enum piece_kind kind, size_t link)
{
	end_piece(w);
	ARRAY_ADD(w->doc->arena, w->pieces, w->n_pieces, w->cap_pieces,
	          (struct piece){.kind = kind, .link = link});
}

size_t html_finish(struct html_writer *w, struct arena *bodies, struct piece **pieces)
{
	end_piece(w);
	const char *bytes = arena_copy(bodies, buf_text(&w->out), w->out.len);
	*pieces = arena_alloc_raw(bodies, w->n_pieces * sizeof **pieces);
	for (size_t i = 0; i < w->n_pieces; i++) {
		struct piece *piece = &(*pieces)[i];
		*piece = w->pieces[i];
		if (piece->kind == PIECE_BYTES) {
			piece->bytes =
				bytes + piece->link; /* it held the offset until now */
			piece->link = 0;
		}
	}
	return w->n_pieces;
}

void html_open_link(struct html_writer *w, const struct link_note *note,
                    const char *class)
{
	if (note->kind == LINK_HOLE) {
		html_add_hole(w, PIECE_LINK_OPEN, note->hole);
		return;
	}
	if (note->kind == LINK_DROPPED)
		return;
	html_add(w, "<a");
	if (class)
		html_add_attribute(w, "class", class);
	html_add(w, " href=\"");
	text_add_url(&w->out, note->href, strlen(note->href));
	buf_add_char(&w->out, '"');
	if (note->title)
		html_add_attribute(w, "title", note->title);
	buf_add_char(&w->out, '>');
}

void html_add_link_text(struct html_writer *w, const struct link_note *note)
{
	if (note->kind == LINK_HOLE)
		html_add_hole(w, PIECE_LINK_TEXT, note->hole);
	else
		html_add_text(w, note->text, strlen(note->text));
}

void html_close_link(struct html_writer *w, const struct link_note *note)
{
	if (note->kind == LINK_HOLE)
		html_add_hole(w, PIECE_LINK_CLOSE, note->hole);
	else if (note->kind == LINK_DIRECT)
		html_add(w, "</a>");
}

bool html_is_in_link(const cmark_node *node)
{
	for (const cmark_node *up = node->parent; up && up->type != CMARK_NODE_DOCUMENT;
	     up = up->parent)
		if (up->type == CMARK_NODE_LINK || node_is_html(up, HTML_A))
			return true;
	return false;
}

static const char *literal(const cmark_node *node, size_t *len)
{
	*len = (size_t)node->as.literal.len;
	return (const char *)node->as.literal.data;
}

/* In tight lists paragraphs have no tags of their own. */
static bool is_in_tight_list(const cmark_node *paragraph)
{
	const cmark_node *list = paragraph->parent ? paragraph->parent->parent : NULL;
	return list && list->type == CMARK_NODE_LIST && list->as.list.tight;
}

static bool is_task_text(const cmark_node *paragraph)
{
	return paragraph->parent && node_is_task(paragraph->parent) && !paragraph->prev;
}

static void write_paragraph(struct html_writer *w, const cmark_node *node, bool entering)
{
	if (is_in_tight_list(node) || is_task_text(node))
		return;
	if (entering)
		html_line(w);
	html_add(w, entering ? "<p>" : "</p>\n");
}

static void write_heading(struct html_writer *w, const cmark_node *node, bool entering)
{
	const struct heading_note *note = heading_note_of(node);
	if (entering) {
		html_line(w);
		html_add(w, "<h");
		buf_add_char(&w->out, (char)('0' + note->level));
		if (note->id)
			html_add_attribute(w, "id", note->id);
		html_add(w, ">");
		for (size_t i = 0; i < note->n_aliases; i++) {
			html_add(w, "<span");
			html_add_attribute(w, "id", note->aliases[i]);
			html_add(w, "></span>");
		}
		return;
	}
	/* For who points at it: the page's contents lead to the same places, and a
	 * heading is not to be read twice. */
	if (note->id && !note->is_question && !html_is_in_link(node)) {
		html_add(w, "<a class=\"anchor\" href=\"#");
		text_add_fragment(&w->out, note->id, strlen(note->id));
		html_add(w, "\" aria-hidden=\"true\" tabindex=\"-1\">#</a>");
	}
	w->section = note->text;
	html_add(w, "</h");
	buf_add_char(&w->out, (char)('0' + note->level));
	html_add(w, ">\n");
}

static bool has_tasks(const cmark_node *list)
{
	for (const cmark_node *item = list->first_child; item; item = item->next)
		if (node_is_task(item))
			return true;
	return false;
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
	if (has_tasks(node))
		html_add(w, " class=\"tasks\"");
	html_add(w, ">\n");
}

static bool is_checked(const struct html_writer *w, const cmark_node *item)
{
	struct document *doc = w->doc;
	for (const cmark_node *up = item->parent; up && w->doc->has_includes;
	     up = up->parent) {
		struct include *include = include_of(up);
		if (!include)
			continue;
		doc = &include->doc; /* its lines are its own */
		break;
	}
	return markdown_is_checked(doc, item);
}

/* A task's box and its text are one label; blocks below the text follow it. */
static void write_task(struct html_writer *w, const cmark_node *node, bool entering)
{
	bool checked = is_checked(w, node);
	if (entering) {
		html_line(w);
		html_add(w,
		         checked ? "<li><label><input type=\"checkbox\" checked> <span>"
		                 : "<li><label><input type=\"checkbox\"> <span>");
		const cmark_node *first = node->first_child;
		if (!first || first->type != CMARK_NODE_PARAGRAPH)
			html_add(w, "</span></label>");
	} else {
		html_add(w, "</li>\n");
	}
}

static void write_item(struct html_writer *w, const cmark_node *node, bool entering)
{
	if (node_is_task(node)) {
		write_task(w, node, entering);
	} else if (entering) {
		html_line(w);
		html_add(w, "<li>");
	} else {
		html_add(w, "</li>\n");
	}
}

/* A region that one can scroll needs a name, and names of regions are not to be the same.
 */
void html_add_code_region(struct html_writer *w)
{
	buf_add_format(&w->out, " tabindex=\"0\" role=\"region\" aria-label=\"%s %d\"",
	               body_label(LABEL_CODE, w->lang), ++w->n_codes);
}

void html_end_image(struct html_writer *w, const struct link_note *note)
{
	bool is_drawing = strcmp(path_extension(note->href), ".svg") == 0;
	html_add(w, is_drawing ? ">" : " loading=\"lazy\">");
}

void html_open_table_region(struct html_writer *w)
{
	char number[16];
	snprintf(number, sizeof number, " %d", ++w->n_tables);
	html_add(w, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
	html_add(w, body_label(LABEL_TABLE, w->lang));
	html_add(w, number);
	if (w->section) {
		html_add(w, body_label(LABEL_COLON, w->lang));
		text_add_attr(&w->out, w->section, strlen(w->section));
	}
	html_add(w, "\">");
}

static void write_table(struct html_writer *w, const cmark_node *node, bool entering)
{
	if (entering) {
		html_line(w);
		html_open_table_region(w);
		html_add(w, "<table>");
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
		html_add(w, "<tr>");
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

static void add_alignment(struct html_writer *w, uint8_t alignment)
{
	if (alignment && alignment != 'l')
		html_add_attribute(w, "class", alignment == 'c' ? "center" : "num");
}

static void write_cell(struct html_writer *w, const cmark_node *node, bool entering)
{
	cmark_node *row = node->parent;
	bool is_header = cmark_gfm_extensions_get_table_row_is_header(row);
	/* A header without words is a corner, not a header. */
	bool is_corner = is_header && !node->first_child;
	if (!entering) {
		html_add(w, is_header && !is_corner ? "</th>" : "</td>");
		return;
	}
	size_t column = 0;
	for (const cmark_node *cell = row->first_child; cell != node; cell = cell->next)
		column++;
	const uint8_t *alignments =
		cmark_gfm_extensions_get_table_alignments(row->parent);
	html_line(w);
	html_add(w, is_header && !is_corner ? "<th" : "<td");
	if (is_header && !is_corner)
		html_add(w, " scope=\"col\"");
	add_alignment(w, alignments[column]);
	html_add(w, ">");
}

void html_add_remote_image(struct html_writer *w, const cmark_node *node,
                           const struct link_note *note, const char *alt)
{
	const char *text = alt && *alt ? alt : body_label(LABEL_REMOTE_IMAGE, w->lang);
	bool is_link = !html_is_in_link(node);
	if (is_link)
		html_open_link(w, note, NULL);
	html_add_text(w, text, strlen(text));
	if (is_link)
		html_close_link(w, note);
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
		html_add_remote_image(w, node, note, text);
		return;
	}
	html_add(w, "<img src=\"");
	text_add_url(&w->out, note->href, strlen(note->href));
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
	bool is_link = !html_is_in_link(node);
	if (entering && is_link)
		html_open_link(w, note, NULL);
	if (entering && note->text)
		html_add_link_text(w, note);
	if (is_link && (!entering || note->text))
		html_close_link(w, note);
	return !note->text;
}

static void add_reference_id(struct html_writer *w, const cmark_node *node)
{
	if (w->is_copy)
		return;
	buf_add_format(&w->out, " id=\"fnref-%.*s", (int)node->as.literal.len,
	               (const char *)node->as.literal.data);
	if (node->footnote.ref_ix > 1)
		buf_add_format(&w->out, "-%d", node->footnote.ref_ix);
	html_add(w, "\"");
}

static void write_reference(struct html_writer *w, const cmark_node *node)
{
	size_t len;
	const char *number = literal(node, &len);
	int n = (int)len;
	if (html_is_in_link(node)) {
		html_add(w, "<sup class=\"ref\"");
		add_reference_id(w, node);
		buf_add_format(&w->out, ">%.*s</sup>", n, number);
		return;
	}
	buf_add_format(&w->out, "<sup class=\"ref\"><a href=\"#fn-%.*s\"", n, number);
	add_reference_id(w, node);
	buf_add_format(&w->out, " aria-label=\"%s %.*s\">%.*s</a></sup>",
	               body_label(LABEL_NOTE, w->lang), n, number, n, number);
}

static void add_back_links(struct html_writer *w, const cmark_node *definition)
{
	for (int i = 1; i <= definition->footnote.def_count; i++) {
		buf_add_format(&w->out, " <a href=\"#fnref-%d", w->n_footnotes);
		if (i > 1)
			buf_add_format(&w->out, "-%d", i);
		buf_add_format(&w->out, "\" aria-label=\"%s %d\">↩</a>",
		               body_label(LABEL_NOTE_BACK, w->lang), w->n_footnotes);
	}
}

static void write_footnote(struct html_writer *w, const cmark_node *node, bool entering)
{
	html_line(w);
	if (entering) {
		if (w->n_footnotes++ == 0)
			buf_add_format(&w->out,
			               "<section class=\"footnotes\" "
			               "aria-labelledby=\"notes\">\n"
			               "<h2 id=\"notes\">%s</h2>\n<ol>\n",
			               body_label(LABEL_NOTES, w->lang));
		buf_add_format(&w->out, "<li id=\"fn-%d\">\n", w->n_footnotes);
		return;
	}
	/* The way back stands at the end of the last paragraph. */
	if (w->out.len >= 5 && memcmp(w->out.data + w->out.len - 5, "</p>\n", 5) == 0) {
		w->out.len -= 5;
		add_back_links(w, node);
		html_add(w, "</p>\n");
	} else {
		add_back_links(w, node);
	}
	html_add(w, "</li>\n");
	if (!node->next)
		html_add(w, "</ol>\n</section>\n");
}

static void write_tags(struct html_writer *w, const char *name, bool entering)
{
	html_add(w, entering ? "<" : "</");
	html_add(w, name);
	html_add(w, ">");
}

static void write_quote(struct html_writer *w, bool entering)
{
	html_line(w);
	html_add(w, entering ? "<blockquote>\n" : "</blockquote>\n");
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
		html_add(w, "<hr>\n");
		break;
	case CMARK_NODE_FOOTNOTE_REFERENCE: write_reference(w, node); break;
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_HTML_BLOCK:
		assert(!"raw HTML"); /* see format/markdown.h: none is left */
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
	case CMARK_NODE_BLOCK_QUOTE: write_quote(w, entering); break;
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

/* A task's label ends with its first paragraph. */
static void end_task_label(struct html_writer *w, const cmark_node *node)
{
	if (node->type == CMARK_NODE_PARAGRAPH && is_task_text(node))
		html_add(w, "</span></label>");
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
			if (goes_down && !is_leaf(node)) {
				write_node(w, node, false);
				end_task_label(w, node);
			}
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
