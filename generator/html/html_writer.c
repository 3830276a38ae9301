#include "html/html_internal.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"

/*
 * What everything that is written is made of: text, attributes, references,
 * links. It knows no node but by its notes, and calls no writer of one.
 */

struct html_writer html_writer(struct arena *scratch, struct document *doc,
                               const struct labels *labels, enum page_type type)
{
	struct html_writer w = {
		.out = buf_new(scratch), .doc = doc, .labels = labels, .type = type};
	buf_reserve(&w.out, doc->len * 2 + 1024);
	return w;
}

const char *html_label(const struct html_writer *w, enum label label)
{
	return w->labels->html[label];
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

void html_add_id(struct html_writer *w, const char *name, const char *id)
{
	buf_add_char(&w->out, ' ');
	html_add(w, name);
	html_add(w, "=\"");
	html_add_ref(w, REF_ID, 0);
	text_add_attr(&w->out, id, strlen(id));
	buf_add_char(&w->out, '"');
}

void html_line(struct html_writer *w)
{
	size_t len = w->out.len;
	bool is_after_ref = w->n_refs > 0 && w->refs[w->n_refs - 1].at == len;
	if (is_after_ref || (len > 0 && w->out.data[len - 1] != '\n'))
		buf_add_char(&w->out, '\n');
}

void html_add_ref(struct html_writer *w, enum ref_kind kind, size_t number)
{
	struct ref ref = {(uint32_t)w->out.len, (unsigned)kind & 63u,
	                  (uint32_t)number & 0x3ffffffu};
	ARRAY_ADD(w->doc->arena, w->refs, w->n_refs, w->cap_refs, ref);
}

void html_add_block(struct html_writer *w, const cmark_node *node)
{
	if (w->doc->keeps_elements && node_number(node))
		html_add_ref(w, REF_BLOCK, node_number(node) - 1);
}

void html_open_block(struct html_writer *w, const cmark_node *node, const char *tag)
{
	size_t end = 0;
	if (w->doc->keeps_elements) {
		end = strcspn(tag, ">");
		buf_add(&w->out, tag, end);
		html_add_block(w, node);
	}
	html_add(w, tag + end);
}

void html_box(struct html_writer *w, const char *open, const char *close,
              const cmark_node *opened)
{
	html_line(w);
	if (opened)
		html_open_block(w, opened, open);
	else
		html_add(w, close);
	html_add(w, "\n");
}

size_t html_begin_part(struct html_writer *w, enum part_kind kind, size_t heading)
{
	struct part part = {
		.kind = kind, .from = (uint32_t)w->out.len, .heading = (uint32_t)heading};
	ARRAY_ADD(w->doc->arena, w->parts, w->n_parts, w->cap_parts, part);
	return w->n_parts - 1;
}

void html_end_part(struct html_writer *w, size_t part)
{
	w->parts[part].to = (uint32_t)w->out.len;
}

struct body html_finish(struct html_writer *w)
{
	return (struct body){.bytes = buf_text(&w->out),
	                     .len = w->out.len,
	                     .refs = w->refs,
	                     .n_refs = w->n_refs,
	                     .parts = w->parts,
	                     .n_parts = w->n_parts,
	                     .n_footnotes = (uint32_t)w->n_footnotes,
	                     .n_tables = (uint32_t)w->n_tables,
	                     .n_codes = (uint32_t)w->n_codes};
}

void html_open_heading(struct html_writer *w, int level)
{
	html_add_ref(w, REF_HEADING_OPEN, (size_t)level);
}

void html_close_heading(struct html_writer *w, int level)
{
	html_add_ref(w, REF_HEADING_CLOSE, (size_t)level);
}

void html_add_local_address(struct html_writer *w, const char *id)
{
	buf_add_char(&w->out, '#');
	html_add_ref(w, *id ? REF_ID : REF_TITLE_ID, 0);
	text_add_fragment(&w->out, id, strlen(id));
}

void html_add_address(struct html_writer *w, const struct link_note *note)
{
	switch (note->kind) {
	case LINK_DROPPED: break;
	case LINK_LOCAL: html_add_local_address(w, note->href); break;
	case LINK_PAGE: html_add_ref(w, REF_LINK_ADDRESS, note->number); break;
	case LINK_BESIDE: html_add_ref(w, REF_ROOT, 0); /* fall through */
	case LINK_DIRECT: text_add_url(&w->out, note->href, strlen(note->href)); break;
	case LINK_ASSET:
		html_add_ref(w, REF_ASSET, note->number);
		if (note->anchor) {
			buf_add_char(&w->out, '#');
			text_add_fragment(&w->out, note->anchor, strlen(note->anchor));
		}
	}
}

void html_open_link(struct html_writer *w, const struct link_note *note,
                    const char *class)
{
	if (note->is_in_link || note->kind == LINK_DROPPED)
		return;
	if (note->kind == LINK_PAGE)
		html_add_ref(w, REF_LINK_OPEN, note->number);
	html_add(w, "<a");
	if (class)
		html_add_attribute(w, "class", class);
	html_add(w, " href=\"");
	html_add_address(w, note);
	buf_add_char(&w->out, '"');
	if (note->title)
		html_add_attribute(w, "title", note->title);
	buf_add_char(&w->out, '>');
	if (note->kind == LINK_PAGE)
		html_add_ref(w, REF_LINK_OPENED, note->number);
}

void html_add_link_text(struct html_writer *w, const struct link_note *note)
{
	if (note->kind == LINK_PAGE && note->has_section)
		html_add_ref(w, REF_LINK_TEXT, note->number);
	else
		html_add_text(w, note->text, strlen(note->text));
}

void html_close_link(struct html_writer *w, const struct link_note *note)
{
	if (note->is_in_link || note->kind == LINK_DROPPED)
		return;
	if (note->kind == LINK_PAGE)
		html_add_ref(w, REF_LINK_CLOSE, note->number);
	else
		html_add(w, "</a>");
}

/* A region that one can scroll needs a name, and names of regions are not to be the same.
 */
void html_add_code_region(struct html_writer *w)
{
	html_add(w, " tabindex=\"0\" role=\"region\" aria-label=\"");
	html_add(w, html_label(w, LABEL_CODE));
	buf_add_char(&w->out, ' ');
	html_add_ref(w, REF_CODE, (size_t)++w->n_codes);
	buf_add_char(&w->out, '"');
}

void html_end_image(struct html_writer *w, const struct link_note *note)
{
	bool is_drawing = strcmp(path_extension(note->href), ".svg") == 0;
	html_add(w, is_drawing ? ">" : " loading=\"lazy\">");
}

void html_open_table_region(struct html_writer *w)
{
	html_add(w, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
	html_add(w, html_label(w, LABEL_TABLE));
	buf_add_char(&w->out, ' ');
	html_add_ref(w, REF_TABLE, (size_t)++w->n_tables);
	if (w->section) {
		html_add(w, html_label(w, LABEL_COLON));
		text_add_attr(&w->out, w->section, strlen(w->section));
	}
	html_add(w, "\">");
}

void html_add_remote_image(struct html_writer *w, const struct link_note *note,
                           const char *alt)
{
	const char *text = alt && *alt ? alt : html_label(w, LABEL_REMOTE_IMAGE);
	html_open_link(w, note, NULL);
	html_add_text(w, text, strlen(text));
	html_close_link(w, note);
}

/* "fnref-3" of the first call of the third note, "fnref-3-2" of the second. */
const char *html_call_id(struct html_writer *w, int footnote, int call)
{
	return call > 1 ? arena_format(w->doc->arena, "fnref-%d-%d", footnote, call)
	                : arena_format(w->doc->arena, "fnref-%d", footnote);
}

const char *html_footnote_id(struct html_writer *w, int footnote)
{
	return arena_format(w->doc->arena, "fn-%d", footnote);
}

/* A label whose %n is a number. */
static void add_numbered(struct html_writer *w, enum label label, int number)
{
	const char *text = html_label(w, label), *mark = strstr(text, "%n");
	if (!mark) {
		html_add(w, text);
		return;
	}
	buf_add(&w->out, text, (size_t)(mark - text));
	buf_add_format(&w->out, "%d%s", number, mark + 2);
}

void html_add_ways_back(struct html_writer *w)
{
	int n = w->note->footnote.def_count;
	for (int i = 1; i <= n; i++) {
		html_add(w, " <a href=\"");
		html_add_local_address(w, html_call_id(w, w->n_footnotes, i));
		html_add(w, "\" aria-label=\"");
		add_numbered(w, n > 1 ? LABEL_NOTE_BACK_ONE : LABEL_NOTE_BACK, i);
		html_add(w, " ");
		html_add_ref(w, REF_FOOTNOTE, (size_t)w->n_footnotes);
		html_add(w, "\">↩");
		if (i > 1)
			buf_add_format(&w->out, "<sup>%d</sup>", i);
		html_add(w, "</a>");
	}
}
