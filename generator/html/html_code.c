#include <string.h>

#include "base/text.h"
#include "html/html_internal.h"
#include "markup/tags.h"

/*
 * Blocks of code: `{% code %}`, fences, and `<pre>` of raw HTML. The language
 * is a class for whoever wants to colour, and a word for readers. Diagrams
 * and formulas are shown as their text: drawing them takes a program that
 * neither we nor the reader's browser have.
 */

static bool is_on(const struct element *e, const char *name)
{
	const char *value = element_attribute(e, name);
	return value && strcmp(value, "false") != 0;
}

static size_t language_length(const cmark_chunk *info)
{
	size_t n = 0;
	while (n < (size_t)info->len && !strchr(" \t,{", info->data[n]))
		n++;
	return n;
}

static bool is_language(const cmark_node *node, const char *name)
{
	const cmark_chunk *info = &node->as.code.info;
	size_t len = language_length(info);
	return len == strlen(name) && memcmp(info->data, name, len) == 0;
}

static void add_class(struct html_writer *w, const char *language, size_t len)
{
	if (len == 0)
		return;
	html_add(w, " class=\"language-");
	html_add_text(w, language, len);
	html_add(w, "\"");
}

/* For the theme to show. */
static void add_word(struct html_writer *w, const char *language, size_t len)
{
	if (len == 0)
		return;
	html_add(w, " data-language=\"");
	text_add_attr(&w->out, language, len);
	html_add(w, "\"");
}

/* Each line in an element of its own, which the theme numbers. */
static void add_lines(struct html_writer *w, const char *text, size_t len)
{
	for (const char *end = text + len; text < end;) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		size_t n = newline ? (size_t)(newline - text) : (size_t)(end - text);
		html_add(w, "<span class=\"line\">");
		html_add_text(w, text, n);
		html_add(w, newline ? "</span>\n" : "</span>");
		text += n + (newline != NULL);
	}
}

void html_code_block(struct html_writer *w, const cmark_node *node)
{
	const cmark_chunk *text = &node->as.code.literal;
	const char *language = (const char *)node->as.code.info.data;
	size_t len = language_length(&node->as.code.info);
	const struct element *listing =
		node->parent && node_is_tag(node->parent, TAG_CODE)
			? node_element(node->parent)
			: NULL;
	bool is_diagram = is_language(node, "mermaid");
	bool is_source = !listing && (is_diagram || is_language(node, node_formula));
	html_line(w);
	if (is_source)
		buf_add_format(
			&w->out,
			"<figure class=\"listing\">\n<figcaption>%s</figcaption>\n",
			html_label(w, is_diagram ? LABEL_DIAGRAM : LABEL_FORMULA));
	html_add(w, "<pre");
	if (!is_source)
		add_word(w, language, len);
	html_add_code_region(w);
	html_open_block(w, node, "><code");
	add_class(w, language, len);
	html_add(w, ">");
	if (listing && is_on(listing, "lineNumbers"))
		add_lines(w, (const char *)text->data, (size_t)text->len);
	else
		html_add_text(w, (const char *)text->data, (size_t)text->len);
	html_add(w, "</code></pre>\n");
	if (is_source)
		html_add(w, "</figure>\n");
}

void html_code(struct html_writer *w, const cmark_node *node, const struct element *e,
               bool entering)
{
	const char *title = element_attribute(e, "title"),
		   *overflow = element_attribute(e, "overflow");
	bool is_folded = e->settled.is_folded;
	bool is_wrapped = overflow && strcmp(overflow, "wrap") == 0;
	html_line(w);
	if (!entering) {
		html_add(w, is_folded ? "</details>\n</figure>\n" : "</figure>\n");
		return;
	}
	html_open_block(w, node,
	                is_wrapped ? "<figure class=\"listing wrap\">\n"
	                           : "<figure class=\"listing\">\n");
	if (title && *title) {
		html_add(w, "<figcaption>");
		html_add_text(w, title, strlen(title));
		html_add(w, "</figcaption>\n");
	}
	if (is_folded)
		buf_add_format(&w->out, "<details class=\"fold\"><summary>%s</summary>\n",
		               html_label(w, LABEL_SHOW_CODE));
}

void html_pre_title(struct html_writer *w, const struct element *e, bool entering)
{
	const char *title = element_attribute(e, "data-title");
	const char *overflow = element_attribute(e, "data-overflow");
	bool is_wrapped = overflow && strcmp(overflow, "wrap") == 0;
	if (!(title && *title) && !is_wrapped)
		return;
	if (!entering) {
		html_add(w, "\n</figure>");
		return;
	}
	html_add(w, is_wrapped ? "<figure class=\"listing wrap\">\n"
	                       : "<figure class=\"listing\">\n");
	if (!title || !*title)
		return;
	html_add(w, "<figcaption>");
	html_add_text(w, title, strlen(title));
	html_add(w, "</figcaption>\n");
}

void html_add_language(struct html_writer *w, const struct element *e, enum html_id id)
{
	static const char *const starts[] = {"language-", "lang-"};
	const char *class = element_attribute(e, "class");
	for (size_t i = 0; class && i < COUNT(starts); i++) {
		size_t start = strlen(starts[i]);
		if (strncmp(class, starts[i], start) != 0)
			continue;
		size_t len = strcspn(class + start, " ");
		if (id == HTML_PRE)
			add_word(w, class + start, len);
		else
			add_class(w, class + start, len);
		return;
	}
}
