#ifndef TESTS_PLAIN_H
#define TESTS_PLAIN_H

/*
 * Our serialiser and cmark's renderer, made comparable.
 *
 * The serialiser writes what readers get, which is more than CommonMark's
 * examples show: regions around tables and code, labels of boxes, images that
 * come late. Each of these differences is undone here, one by one, and
 * nothing else: what remains must be the same bytes. Raw HTML, of which a
 * course has none left, is taken out of the tree before, and put back.
 */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "body.h"
#include "html/html.h"
#include "markup/markdown.h"
#include "settle/settle.h"
#include "words.h"

/* Where raw HTML stood within a line, and as a block. */
enum { RAW_INLINE = '\1', RAW_BLOCK = '\2' };

struct raws {
	cmark_chunk *items;
	size_t n, cap, at;
};

static char *plain_string(struct arena *a, const cmark_chunk *chunk)
{
	return arena_copy(a, (const char *)chunk->data, (size_t)chunk->len);
}

/* What compose hangs on a link, without looking where it leads. */
static void plain_note_link(struct document *doc, cmark_node *node)
{
	struct link_note *note = arena_alloc(doc->arena, sizeof *note);
	note->kind = LINK_DIRECT;
	note->href = plain_string(doc->arena, &node->as.link.url);
	if (node->as.link.title.len > 0)
		note->title = plain_string(doc->arena, &node->as.link.title);
	link_note_set(node, note);
}

static void plain_note_heading(struct document *doc, cmark_node *node)
{
	struct heading_note *note = arena_alloc(doc->arena, sizeof *note);
	note->level = node->as.heading.level;
	heading_note_set(node, note);
}

/* A sign in the place of raw HTML; the node that stands there now. */
static cmark_node *plain_take_raw(struct document *doc, cmark_node *node,
                                  struct raws *raws)
{
	bool is_block = node->type == CMARK_NODE_HTML_BLOCK;
	char sign = is_block ? RAW_BLOCK : RAW_INLINE;
	cmark_node *words = node_new_text(doc, &sign, 1), *instead = words;
	ARRAY_ADD(doc->arena, raws->items, raws->n, raws->cap, node->as.literal);
	if (is_block) {
		instead = node_new_paragraph(node->start_line);
		node_append(instead, words);
	}
	node_insert_before(node, instead);
	node_unlink(node);
	return words;
}

/* Hangs on a tree what compose would, and takes its raw HTML out. */
static struct raws plain_prepare(struct document *doc)
{
	struct raws raws = {0};
	for (cmark_node *n = doc->root; n; n = node_next(n, doc->root)) {
		bool is_raw = n->type == CMARK_NODE_HTML_BLOCK ||
		              n->type == CMARK_NODE_HTML_INLINE;
		bool is_shown = is_raw && n->parent->type != CMARK_NODE_IMAGE;
		if (n->type == CMARK_NODE_LINK || n->type == CMARK_NODE_IMAGE)
			plain_note_link(doc, n);
		else if (n->type == CMARK_NODE_HEADING)
			plain_note_heading(doc, n);
		else if (is_shown)
			n = plain_take_raw(doc, n, &raws);
		else
			settle_heading(n);
	}
	settle(doc);
	return raws;
}

static bool plain_starts(const char *at, const char *with)
{
	return strncmp(at, with, strlen(with)) == 0;
}

static void plain_line(struct buf *b)
{
	if (b->len > 0 && b->data[b->len - 1] != '\n')
		buf_add_char(b, '\n');
}

/* What stands instead of our tags, by how they start: up to their ">", or all of them. */
/* clang-format off */
static const struct { const char *ours, *theirs; } plain_tags[] = {
	{"<br>",                                "<br />"},
	{"<hr>",                                "<hr />"},
	{"<pre ",                               "<pre>"},
	{"<input type=\"checkbox\">",           "<input type=\"checkbox\" disabled=\"\" />"},
	{"<input type=\"checkbox\" checked>",   "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"},
	{"<label>", ""}, {"</label>", ""}, {"<span>", ""}, {"</span>", ""},
	{"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=", ""}, {"</div>", ""},
	{"<th scope=\"col\">",                  "<th>"},
	{"<th scope=\"col\" class=\"center\">", "<th align=\"center\">"},
	{"<th scope=\"col\" class=\"num\">",    "<th align=\"right\">"},
	{"<td class=\"center\">",               "<td align=\"center\">"},
	{"<td class=\"num\">",                  "<td align=\"right\">"},
	{"<td class=\"long\">",                 "<td>"},
	{"</tbody></table>",                    "</tbody>\n</table>"},
	{"<figure class=\"listing\">\n<figcaption>Diagramme (texte Mermaid)</figcaption>\n", ""},
	{"<figure class=\"listing\">\n<figcaption>Formule (texte TeX)</figcaption>\n", ""},
	{"</figure>\n", ""},
};
/* clang-format on */

/* Our tag at `at`, as theirs; returns how long ours is. */
static size_t plain_add_tag(struct buf *b, const char *at)
{
	static const char late[] = " loading=\"lazy\">", tasks[] = " class=\"tasks\">";
	size_t len = strcspn(at, ">");
	for (size_t i = 0; i < COUNT(plain_tags); i++)
		if (plain_starts(at, plain_tags[i].ours)) {
			size_t known = strlen(plain_tags[i].ours);
			buf_add_string(b, plain_tags[i].theirs);
			return plain_tags[i].ours[known - 1] == '>' ||
			                       plain_tags[i].ours[known - 1] == '\n'
			               ? known
			               : len + 1;
		}
	bool is_image = plain_starts(at, "<img "), is_list = plain_starts(at + 2, "l ");
	for (size_t i = 0; i < len; i++) {
		if ((is_image && plain_starts(at + i, late)) ||
		    (is_list && plain_starts(at + i, tasks)))
			break;
		bool is_quote = plain_starts(at + i, "&#39;"); /* one sign more */
		buf_add_char(b, is_quote ? '\'' : at[i]);
		i += is_quote ? 4 : 0;
	}
	buf_add_string(b, is_image ? " />" : ">");
	return len + 1;
}

/* Raw HTML in the place of its sign; returns how many bytes stood for it. */
static size_t plain_add_raw(struct buf *b, const char *at, struct raws *raws)
{
	static const char paragraph[] = "<p>\2</p>\n";
	const cmark_chunk *raw = &raws->items[raws->at++];
	bool is_block = *at != RAW_INLINE;
	if (is_block)
		plain_line(b);
	buf_add(b, (const char *)raw->data, (size_t)raw->len);
	if (is_block)
		plain_line(b);
	return *at == '<' ? sizeof paragraph - 1 : 1;
}

/* The address at `at`: a "#" behind the first one is encoded. Returns its length. */
static size_t plain_add_address(struct buf *b, const char *at)
{
	size_t len = strcspn(at, "\"");
	const char *mark = memchr(at, '#', len);
	for (size_t i = 0; i < len; i++)
		if (at[i] == '#' && at + i > mark)
			buf_add_string(b, "%23");
		else
			buf_add_char(b, at[i]);
	return len;
}

/* Theirs and ours: a header without words is a cell, columns are at the left anyway, a
 * box is followed by its words without a paragraph around them. */
static char *plain_common(struct arena *a, const char *html)
{
	static const char box[] = "disabled=\"\" /> \n<p>", end[] = "</p>\n";
	struct buf b = buf_new(a);
	bool is_in_box = false;
	for (const char *at = html; *at;) {
		if (plain_starts(at, "<a href=\"")) {
			buf_add_string(&b, "<a href=\"");
			at += strlen("<a href=\"");
			at += plain_add_address(&b, at);
		} else if (plain_starts(at, " align=\"left\">")) {
			at += strlen(" align=\"left\"");
		} else if (plain_starts(at, "<th") && (at[3] == '>' || at[3] == ' ') &&
		           plain_starts(at + strcspn(at, ">"), "></th>")) {
			size_t len = strcspn(at, ">") - 3;
			buf_add_string(&b, "<td");
			if (!plain_starts(at + 3, " align=\"left\""))
				buf_add(&b, at + 3, len);
			buf_add_string(&b, "></td>");
			at += 3 + len + 6;
		} else if (plain_starts(at, box)) {
			is_in_box = true;
			buf_add_string(&b, "disabled=\"\" /> ");
			at += sizeof box - 1;
		} else if (is_in_box && plain_starts(at, end)) {
			is_in_box = false;
			at += sizeof end - 1;
			if (!plain_starts(at, "</li>"))
				buf_add_char(&b, '\n');
		} else {
			buf_add_char(&b, *at++);
		}
	}
	buf_reserve(&b, 0);
	return arena_copy(a, buf_text(&b), b.len);
}

/* What we write of a document that was parsed without GitBook's tags, as cmark would. */
static char *plain_render(struct document *doc)
{
	struct raws raws = plain_prepare(doc);
	struct html_writer w =
		html_writer(doc->arena, doc, words_of(doc->arena, "fr"), PAGE_PLAIN);
	html_write(&w, doc->root);
	struct body body = html_finish(&w);
	const char *at = body_html(&body, doc->arena).data;
	struct buf b = buf_new(doc->arena);
	while (*at)
		if (*at == RAW_INLINE || *at == RAW_BLOCK || plain_starts(at, "<p>\2"))
			at += plain_add_raw(&b, at, &raws);
		else if (*at == '<')
			at += plain_add_tag(&b, at);
		else
			buf_add_char(&b, *at++);
	return plain_common(doc->arena, arena_copy(doc->arena, buf_text(&b), b.len));
}

#endif
