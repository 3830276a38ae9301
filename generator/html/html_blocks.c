#include <string.h>

#include "html/html_internal.h"
#include "markup/tags.h"
#include "words/calendar.h"

/*
 * Blocks that lead elsewhere, and those of which only a readable form is
 * shown: what has no program behind it here (an interface that one can try, a
 * drawing tool) is named, and its text stays.
 */

/* The value of an attribute when it says something. */
static const char *said(const struct element *e, const char *name)
{
	const char *value = element_attribute(e, name);
	return value && *value ? value : NULL;
}

static void add_code(struct html_writer *w, const char *text)
{
	html_add(w, "<code>");
	html_add_text(w, text, strlen(text));
	html_add(w, "</code>");
}

static void add_paragraph(struct html_writer *w, const char *text)
{
	html_add(w, "<p>");
	html_add_text(w, text, strlen(text));
	html_add(w, "</p>\n");
}

/* A file's type and size belong to its link; another site's name stands beside it. */
static void add_block_link(struct html_writer *w, const struct element *e)
{
	const struct link_note *note = e->note;
	bool is_file = e->tag->id == TAG_FILE;
	html_add(w, "<p>");
	html_open_link(w, note, NULL);
	html_add_link_text(w, note);
	if (note->detail && is_file) {
		html_add(w, " <span>(");
		html_add_text(w, note->detail, strlen(note->detail));
		html_add(w, ")</span>");
	}
	html_close_link(w, note);
	if (note->detail && !is_file) {
		html_add(w, " <span>");
		html_add_text(w, note->detail, strlen(note->detail));
		html_add(w, "</span>");
	}
	html_add(w, "</p>\n");
}

void html_block_link(struct html_writer *w, const cmark_node *node,
                     const struct element *e, bool entering)
{
	const struct link_note *note = e->note;
	const char *caption = said(e, "caption");
	if (!note && !caption && !node->first_child)
		return;
	html_line(w);
	if (!entering) {
		html_add(w, "</div>\n");
		return;
	}
	html_add(w,
	         e->tag->id == TAG_FILE ? "<div class=\"file\"" : "<div class=\"embed\"");
	if (note && note->player)
		html_add_attribute(w, "data-player", note->player);
	html_open_block(w, node, ">");
	if (note)
		add_block_link(w, e);
	if (caption && !node->first_child && !(note && note->text == caption))
		add_paragraph(w, caption);
}

void html_updates(struct html_writer *w, const cmark_node *node, const struct element *e,
                  bool entering)
{
	(void)e;
	html_box(w, "<div class=\"updates\">", "</div>", entering ? node : NULL);
}

/* "15 janvier 2026" of "2026-01-15"; what is no date stays as it is. */
static void add_date(struct html_writer *w, const char *date)
{
	struct tm day;
	if (!calendar_read(date, &day)) {
		html_add_text(w, date, strlen(date));
		return;
	}
	html_add(w, "<time datetime=\"");
	html_add_text(w, date, 10);
	html_add(w, "\">");
	html_add(w, calendar_text(w->doc->arena, w->labels, &day, " "));
	html_add(w, "</time>");
}

static void add_tags(struct html_writer *w, const char *tags)
{
	for (const char *at = tags; *at;) {
		at += strspn(at, ", ");
		size_t len = strcspn(at, ",");
		if (len > 0) {
			html_add(w, " <span class=\"tag\">");
			html_add_text(w, at, len);
			html_add(w, "</span>");
		}
		at += len;
	}
}

void html_update(struct html_writer *w, const cmark_node *node, const struct element *e,
                 bool entering)
{
	const char *date = said(e, "date"), *tags = said(e, "tags");
	html_box(w, "<div class=\"update\">", "</div>", entering ? node : NULL);
	if (!entering || !(date || tags))
		return;
	html_add(w, "<p class=\"update-date\">");
	if (date)
		add_date(w, date);
	add_tags(w, tags ? tags : "");
	html_add(w, "</p>\n");
}

void html_prompt(struct html_writer *w, const cmark_node *node, const struct element *e,
                 bool entering)
{
	const char *description = said(e, "description");
	html_box(w, "<figure class=\"prompt\">", "</figure>", entering ? node : NULL);
	if (!entering)
		return;
	buf_add_format(&w->out, "<figcaption><b>%s</b>", html_label(w, LABEL_PROMPT));
	if (description) {
		html_add(w, " ");
		html_add_text(w, description, strlen(description));
	}
	html_add(w, "</figcaption>\n");
}

/* "GET /v1/pets": what is called, and how. */
static void add_operation(struct html_writer *w, const struct element *e)
{
	static const char *const bases[] = {"baseUrl", "host"};
	const char *method = said(e, "method"), *path = said(e, "path"), *base = NULL;
	for (size_t i = 0; i < COUNT(bases) && !base; i++)
		base = said(e, bases[i]);
	path = path ? path : said(e, "name");
	if (base)
		path = arena_format(w->doc->arena, "%s%s", base, path ? path : "");
	if (!method && !path)
		return;
	html_add(w, "<p>");
	if (method) {
		html_add(w, "<b class=\"method\">");
		for (const char *c = method; *c; c++) {
			char upper = (char)(*c >= 'a' && *c <= 'z' ? *c - 32 : *c);
			html_add_text(w, &upper, 1);
		}
		html_add(w, path ? "</b> " : "</b>");
	}
	if (path)
		add_code(w, path);
	html_add(w, "</p>\n");
}

static void add_schemas(struct html_writer *w, const char *schemas)
{
	buf_add_format(&w->out, "<p>%s%s", html_label(w, LABEL_API_SCHEMAS),
	               html_label(w, LABEL_COLON));
	const char *separator = "";
	for (const char *at = schemas; *at;) {
		at += strspn(at, ", ");
		size_t len = strcspn(at, ", ");
		if (len > 0) {
			html_add(w, separator);
			add_code(w, arena_copy(w->doc->arena, at, len));
			separator = ", ";
		}
		at += len;
	}
	html_add(w, "</p>\n");
}

void html_api(struct html_writer *w, const cmark_node *node, const struct element *e,
              bool entering)
{
	const struct link_note *note = e->note;
	const char *summary = said(e, "summary"), *schemas = said(e, "schemas");
	html_box(w, "<div class=\"api\">", "</div>", entering ? node : NULL);
	if (!entering)
		return;
	add_operation(w, e);
	if (summary)
		add_paragraph(w, summary);
	if (schemas)
		add_schemas(w, schemas);
	if (!note || node->first_child) /* its body is that link, or says more */
		return;
	html_add(w, "<p>");
	html_open_link(w, note, NULL);
	html_add(w, html_label(w, LABEL_API));
	html_close_link(w, note);
	html_add(w, "</p>\n");
}

void html_api_field(struct html_writer *w, const cmark_node *node,
                    const struct element *e, bool entering)
{
	static const char *const facts[] = {"in", "type"};
	const char *name = said(e, "name"), *required = element_attribute(e, "required");
	html_box(w, "<div class=\"api-field\">", "</div>", entering ? node : NULL);
	if (!entering || !name)
		return;
	html_add(w, "<p>");
	add_code(w, name);
	for (size_t i = 0; i < COUNT(facts); i++) {
		const char *fact = said(e, facts[i]);
		html_add(w, fact ? " " : "");
		html_add_text(w, fact ? fact : "", fact ? strlen(fact) : 0);
	}
	if (required && strcmp(required, "false") != 0)
		buf_add_format(&w->out, " <b>%s</b>", html_label(w, LABEL_API_REQUIRED));
	html_add(w, "</p>\n");
}

void html_api_answer(struct html_writer *w, const cmark_node *node,
                     const struct element *e, bool entering)
{
	const char *status = said(e, "status"), *description = said(e, "description");
	status = status ? status : said(e, "httpCode");
	html_box(w, "<div class=\"api-answer\">", "</div>", entering ? node : NULL);
	if (!entering)
		return;
	buf_add_format(&w->out, "<p><b>%s", html_label(w, LABEL_API_ANSWER));
	if (status) {
		html_add(w, " ");
		html_add_text(w, status, strlen(status));
	}
	html_add(w, "</b>");
	if (description) {
		html_add(w, " ");
		html_add_text(w, description, strlen(description));
	}
	html_add(w, "</p>\n");
}

/* What an integration was told, as its author wrote it. */
static void add_source(struct html_writer *w, const struct element *e,
                       const char *content)
{
	bool is_diagram = content && strncmp(e->name, "@mermaid/", 9) == 0;
	html_add(w, "<pre");
	html_add_code_region(w);
	html_add(w, is_diagram ? "><code class=\"language-mermaid\">" : "><code>");
	for (size_t i = 0; !content && i < e->n_attributes; i++) {
		const struct attribute *a = &e->attributes[i];
		const char *value = a->value ? a->value : "";
		html_add_text(w, a->name, strlen(a->name));
		html_add(w, *a->name && *value ? "=" : "");
		html_add_text(w, value, strlen(value));
		html_add(w, "\n");
	}
	if (content)
		html_add_text(w, content, strlen(content));
	html_add(w, "</code></pre>\n");
}

void html_integration(struct html_writer *w, const cmark_node *node,
                      const struct element *e, bool entering)
{
	if (e->note) {
		html_block_link(w, node, e, entering);
		return;
	}
	const char *content = said(e, "content");
	html_box(w, "<figure class=\"listing\">", "</figure>", entering ? node : NULL);
	if (!entering)
		return;
	html_add(w, "<figcaption>");
	if (content && strncmp(e->name, "@mermaid/", 9) == 0) {
		html_add(w, html_label(w, LABEL_DIAGRAM));
	} else {
		html_add(w, html_label(w, LABEL_BLOCK));
		html_add(w, " ");
		html_add_text(w, e->name + 1, strlen(e->name + 1));
	}
	html_add(w, "</figcaption>\n");
	if (e->n_attributes)
		add_source(w, e, content);
}
