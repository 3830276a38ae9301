#include "course/summary_write.h"

#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/summary.h"
#include "words/message_names.h"
#include "words/sentence.h"

/* "&amp" would be read as a sign. */
static bool may_be_entity(const char *at)
{
	bool is_letter = (at[1] | 32) >= 'a' && (at[1] | 32) <= 'z';
	return *at == '&' && (is_letter || at[1] == '#');
}

void summary_add_words(struct buf *b, const char *words)
{
	for (const char *at = words; *at; at++) {
		bool is_edge = at == words || !at[1];
		bool is_sign = strchr("[]\\*_`<~{", *at) || may_be_entity(at) ||
		               (*at == '#' && is_edge);
		if (is_sign)
			buf_add_char(b, '\\');
		buf_add_char(b, (unsigned char)*at < ' ' ? ' ' : *at);
	}
}

void summary_add_page(struct buf *b, int indent, const char *title, const char *path)
{
	buf_add_format(b, "%*s* [", indent, "");
	summary_add_words(b, title);
	buf_add_string(b, "](");
	text_add_destination(b, path);
	buf_add_string(b, ")\n");
}

/* "1. Start" or "+ more" would open a list where the words start the line. */
static void add_label_words(struct buf *b, const char *words)
{
	size_t digits = strspn(words, "0123456789");
	if (digits && words[digits] && strchr(".)", words[digits])) {
		buf_add(b, words, digits);
		words += digits;
		buf_add_char(b, '\\');
		buf_add_char(b, *words++);
	} else if (*words && strchr("+->=", *words)) {
		buf_add_char(b, '\\');
		buf_add_char(b, *words++);
	}
	summary_add_words(b, words);
}

/* A folder without a page of its own keeps its part of addresses by an id. */
static void add_folder(struct buf *b, int indent, const struct entry *e)
{
	buf_add_format(b, "%*s* ", indent, "");
	add_label_words(b, e->title);
	buf_add_string(b, " <a id=\"");
	text_add_attr(b, e->slug, strlen(e->slug));
	buf_add_string(b, "\"></a>\n");
}

static int depth_of(const struct entry *e)
{
	int depth = 0;
	for (const struct entry *up = e->parent; up->parent; up = up->parent)
		depth++;
	return depth;
}

void summary_add_table(struct buf *b, const struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	buf_add_format(b, "# %s\n\n",
	               sentence_text(SAY_SUMMARY_TITLE, site->config.messages));
	for (const struct entry *e = site->entries->first_child; e; e = entry_next(e)) {
		int indent = 2 * depth_of(e);
		if (e->path)
			summary_add_page(
				b, indent, e->title,
				path_relative(&scratch, site->config.summary, e->path));
		else
			add_folder(b, indent, e);
	}
	arena_release(&scratch);
}
