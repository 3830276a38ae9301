#include "markup/tidy.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "data/emoji.h"
#include "markup/footnotes.h"
#include "markup/rawhtml.h"
#include "words/diag.h"

enum { MOST_GAPS = 8 }; /* side by side: thousands would be read for each of them */

static const char BROKEN_ENTITY[] = "&#xNAN;"; /* a fault of GitBook's editor */

/* Bold that encloses nothing, as it is and as GitBook escaped it in 2021. */
static const char *const empty_marks[] = {"****", "\\*\\*\\*\\*"};

/* Emoji's names stand between two colons, a fault of an entity behind "&", empty bold is
 * of stars. */
bool tidy_is_needed(const char *text, size_t len)
{
	const char *end = text + len;
	for (const char *at = text; (at = memchr(at, '&', (size_t)(end - at))); at++)
		if (end - at > 3 && memcmp(at, "&#x", 3) == 0)
			return true;
	for (const char *at = text; (at = memchr(at, ':', (size_t)(end - at))); at++)
		if (emoji_may_start(at, end))
			return true;
	for (const char *at = text; (at = memchr(at, '<', (size_t)(end - at))); at++)
		if (end - at > 3 && memcmp(at, "<!--", 4) == 0)
			return true;
	for (const char *at = text; (at = memchr(at, '*', (size_t)(end - at))); at++)
		if (text_start_length(at, (size_t)(end - at), empty_marks[0]) ||
		    text_start_length(at, (size_t)(end - at), empty_marks[1] + 1))
			return true;
	return false;
}

static void set_text(cmark_node *node, const char *text, size_t len)
{
	node->as.literal.data = (unsigned char *)(uintptr_t)text;
	node->as.literal.len = (bufsize_t)len;
}

bool tidy_is_in_code(const cmark_node *node)
{
	static const char names[] = " code kbd pre samp ";
	for (const cmark_node *up = node->parent; up; up = up->parent) {
		const struct element *e = node_element(up);
		if (e && e->html && html_list_has(names, e->html->name))
			return true;
	}
	return false;
}

static void drop_broken_entities(struct document *doc, cmark_node *node)
{
	const char *text = (const char *)node->as.literal.data;
	const char *end = text + node->as.literal.len, *at;
	if (!memchr(text, '&', (size_t)(end - text)))
		return;
	struct buf b = buf_new(doc->arena);
	size_t len = sizeof BROKEN_ENTITY - 1;
	while ((at = memmem(text, (size_t)(end - text), BROKEN_ENTITY, len))) {
		buf_add(&b, text, (size_t)(at - text));
		text = at + len;
	}
	if (text == (const char *)node->as.literal.data)
		return;
	buf_add(&b, text, (size_t)(end - text));
	set_text(node, buf_text(&b), b.len);
}

/* Says that four stars are not shown; they have a cure where their line has them once. */
static void report_empty_marks(struct document *doc, const cmark_node *node)
{
	struct place at = node_place(doc, node);
	size_t len;
	const char *line = document_line(doc, at.line, &len), *found = NULL;
	size_t i = 0;
	while (i < COUNT(empty_marks) &&
	       !(found = memmem(line, len, empty_marks[i], strlen(empty_marks[i]))))
		i++;
	if (found)
		at.column = text_length(line, (size_t)(found - line)) + 1;
	diag_report(doc->diag, MSG_MARK_EMPTY, at, empty_marks[0], NULL);
	if (!found)
		return;
	const char *rest = found + strlen(empty_marks[i]);
	if (!memmem(rest, (size_t)(line + len - rest), empty_marks[i], 4))
		diag_cure(doc->diag,
		          (struct change){.at = at, .old = empty_marks[i], .fresh = ""});
}

/* GitBook's editor leaves "****" where bold was taken off, and shows none of it. Several
 * of them in a text, longer ones, or the only ones of a block stand for something. */
static void drop_empty_marks(struct document *doc, cmark_node *node)
{
	const char *text = (const char *)node->as.literal.data;
	size_t len = (size_t)node->as.literal.len, n = strlen(empty_marks[0]);
	const char *end = text + len, *at = memmem(text, len, empty_marks[0], n);
	bool is_alone = len == n && !node->prev && !node->next;
	if (!at || is_alone || (at + n < end && at[n] == '*') ||
	    memmem(at + n, (size_t)(end - at) - n, empty_marks[0], n) ||
	    tidy_is_in_code(node))
		return;
	report_empty_marks(doc, node);
	const char *rest = at + n;
	bool is_last = rest == end && !node->next;
	while (at > text && at[-1] == ' ' && (is_last || (rest < end && *rest == ' ')))
		at--;
	struct buf b = buf_new(doc->arena);
	buf_add(&b, text, (size_t)(at - text));
	buf_add(&b, rest, (size_t)(end - rest));
	set_text(node, buf_text(&b), b.len);
}

/* Bytes up to the end of a comment that starts here; 0: it does not end in this text. */
static size_t comment_length(const char *at, const char *end)
{
	size_t left = (size_t)(end - at);
	for (size_t n = 5; n <= 6; n++) /* "<!-->" and "<!--->" */
		if (left >= n && memcmp(at + n - 3, "-->", 3) == 0)
			return n;
	const char *stop = left > 4 ? memmem(at + 4, left - 4, "-->", 3) : NULL;
	return stop ? (size_t)(stop + 3 - at) : 0;
}

/* The text behind this one that ends a comment; `len` is how much of it does. NULL: none.
 */
static cmark_node *find_comment_end(cmark_node *node, size_t *len)
{
	for (cmark_node *n = node->next; n; n = n->next) {
		const char *text = (const char *)n->as.literal.data, *stop = NULL;
		if (n->type == CMARK_NODE_TEXT)
			stop = memmem(text, (size_t)n->as.literal.len, "-->", 3);
		if (stop) {
			*len = (size_t)(stop + 3 - text);
			return n;
		}
	}
	return NULL;
}

enum { SHOWN = 12 }; /* bytes that tell one comment of a line from another */

static bool is_escaped(struct document *doc, const cmark_node *node, const char *comment)
{
	size_t len, left = (size_t)((const char *)node->as.literal.data +
	                            node->as.literal.len - comment);
	const char *line = document_line(doc, node_place(doc, node).line, &len);
	const char *at = memmem(line, len, comment, left < SHOWN ? left : SHOWN);
	return !at || (at > line && at[-1] == '\\');
}

/* Comments with two dashes within: the parser follows an older rule than browsers do, and
 * CommonMark since 0.31. */
static void drop_comments(struct document *doc, cmark_node *node)
{
	const char *text = (const char *)node->as.literal.data;
	const char *end = text + node->as.literal.len, *at;
	if (!memchr(text, '<', (size_t)(end - text)) ||
	    !(at = memmem(text, (size_t)(end - text), "<!--", 4)) ||
	    is_escaped(doc, node, at) || tidy_is_in_code(node))
		return;
	size_t len = comment_length(at, end), rest = 0;
	cmark_node *last = len ? NULL : find_comment_end(node, &rest);
	if (!len && !last)
		return;
	struct buf b = buf_new(doc->arena);
	buf_add(&b, text, (size_t)(at - text));
	if (len)
		buf_add(&b, at + len, (size_t)(end - at) - len);
	set_text(node, buf_text(&b), b.len);
	while (last && node->next != last)
		node_unlink(node->next);
	if (last)
		set_text(last, (const char *)last->as.literal.data + rest,
		         (size_t)last->as.literal.len - rest);
	drop_comments(doc, node);
}

static void tidy_text(struct document *doc, cmark_node *node)
{
	drop_broken_entities(doc, node);
	drop_comments(doc, node);
	drop_empty_marks(doc, node);
	const char *text = (const char *)node->as.literal.data;
	size_t len = (size_t)node->as.literal.len;
	if (!memchr(text, ':', len))
		return;
	struct bytes shown =
		emoji_replace(doc->arena, doc->emoji, (struct bytes){text, len});
	if (shown.data != text && !tidy_is_in_code(node))
		set_text(node, shown.data, shown.len);
}

/* The length of a text without the backslash at its end, which meant a new line that
 * nothing follows. In `C:\` and `a\b\` it belongs to the word. */
static size_t without_backslash(const char *text, size_t len)
{
	size_t start = len - 1;
	while (start > 0 && text[start - 1] != ' ')
		start--;
	size_t word = len - 1 - start;
	bool is_drive = word == 2 && text[len - 2] == ':' && text[start] >= 'A';
	bool is_meant =
		word > 0 && (is_drive || memchr(text + start, '\\', word - 1) != NULL);
	return is_meant ? len : len - 1;
}

static void trim_end(cmark_node *text)
{
	const char *bytes = (const char *)text->as.literal.data;
	size_t len = (size_t)text->as.literal.len, before;
	do {
		before = len;
		while (len > 0 && bytes[len - 1] == ' ')
			len--;
		if (len > 0 && bytes[len - 1] == '\\')
			len = without_backslash(bytes, len);
	} while (len < before);
	text->as.literal.len = (bufsize_t)len;
}

static void trim_start(cmark_node *text)
{
	while (text->as.literal.len > 0 && *text->as.literal.data == ' ') {
		text->as.literal.data++;
		text->as.literal.len--;
	}
}

static bool is_nothing(const cmark_node *node)
{
	return node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK ||
	       (node->type == CMARK_NODE_TEXT && node->as.literal.len == 0);
}

/* Blanks and breaks at both ends of a paragraph or heading: `&#x20;` and `\` make them.
 */
static void trim(cmark_node *container)
{
	for (cmark_node *n; (n = container->first_child);) {
		if (n->type == CMARK_NODE_TEXT)
			trim_start(n);
		if (!is_nothing(n))
			break;
		node_unlink(n);
	}
	for (cmark_node *n; (n = container->last_child);) {
		if (n->type == CMARK_NODE_TEXT)
			trim_end(n);
		if (!is_nothing(n))
			break;
		node_unlink(n);
	}
}

bool tidy_is_icon(const cmark_node *node)
{
	const struct element *e = node_element(node);
	const char *class = e && e->html ? element_attribute(e, "class") : NULL;
	return class && e->html->id == HTML_I && strncmp(class, "fa-", 3) == 0;
}

/* Links that are none to a reader: they call a note that is called beside them, or name
 * somebody who has an account at GitBook. */
static bool is_empty_address(const char *url, size_t len)
{
	static const char *const starts[] = {"#user-content-fn-",
	                                     "https://app.gitbook.com/u/"};
	for (size_t i = 0; i < COUNT(starts); i++) {
		size_t n = strlen(starts[i]);
		if (len > n && memcmp(url, starts[i], n) == 0)
			return true;
	}
	return false;
}

/* Takes an icon out, and the paragraph or heading of raw HTML that held nothing else. */
static void drop_icon(cmark_node *node)
{
	cmark_node *parent = node->parent, *next = node->next;
	if (!node->prev && next && next->type == CMARK_NODE_TEXT)
		trim_start(next);
	node_unlink(node);
	const struct element *e = node_element(parent);
	if (e && e->html && !parent->first_child &&
	    html_list_has(" p h1 h2 h3 h4 h5 h6 ", e->html->name))
		node_unlink(parent);
}

/* `<span data-gb-custom-inline data-tag="emoji" data-code="1f680">:rocket:</span>`. */
static void show_emoji(struct document *doc, cmark_node *span, const char *code)
{
	const char *shown = node_text(doc->arena, span);
	if (*shown && *shown != ':')
		return;
	struct buf b = buf_new(doc->arena);
	for (const char *at = code; *at;) {
		char *end;
		unsigned long c = strtoul(at, &end, 16);
		if (end == at || c < 0x20 || c > 0x10ffff)
			return;
		text_add_utf8(&b, (uint32_t)c);
		at = *end == '-' ? end + 1 : end;
	}
	while (span->first_child)
		node_unlink(span->first_child);
	node_append(span, node_new_text(doc, buf_text(&b), b.len));
}

/* What stands for a link when only its words stay. */
static cmark_node *unwrap(struct document *doc, cmark_node *link)
{
	struct element e = {.html = html_element_of(HTML_NOBR),
	                    .name = "nobr",
	                    .at = node_place(doc, link)};
	cmark_node *words = node_new_element(doc, false, &e);
	node_insert_before(link, words);
	while (link->first_child)
		node_append(words, link->first_child);
	node_unlink(link);
	return words;
}

/* An element of blocks within a line, whose tags are left out. In a cell they stay. */
static bool is_block_in_line(const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (!e || !e->html || !(e->html->flags & HTML_BLOCK) ||
	    !CMARK_NODE_TYPE_INLINE_P(node->type))
		return false;
	const cmark_node *up = node->parent;
	while (CMARK_NODE_TYPE_INLINE_P(up->type))
		up = up->parent;
	return up->type == CMARK_NODE_PARAGRAPH || up->type == CMARK_NODE_HEADING;
}

/* Whether nothing is to be read here: blanks, the end of a line, an empty anchor. */
static bool is_gap(const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (node->type == CMARK_NODE_TEXT) {
		const char *text = (const char *)node->as.literal.data;
		size_t len = (size_t)node->as.literal.len;
		return text_is_blank(text, len);
	}
	return node->type == CMARK_NODE_SOFTBREAK ||
	       (e && e->html && !node->first_child && !(e->html->flags & HTML_VOID));
}

static bool is_break(const cmark_node *node)
{
	return node->type == CMARK_NODE_LINEBREAK || node_is_html(node, HTML_BR);
}

static void add_break(struct document *doc, cmark_node *before, struct place at)
{
	struct element e = {.html = html_element_of(HTML_BR), .name = "br", .at = at};
	node_insert_before(before, node_new_element(doc, false, &e));
}

void tidy_break_lines(struct document *doc, cmark_node *node)
{
	if (!is_block_in_line(node))
		return;
	struct place at = node_element(node)->at;
	const cmark_node *before = node->prev, *after = node->next;
	for (int i = 0; i < MOST_GAPS && before && is_gap(before); i++)
		before = before->prev;
	for (int i = 0; i < MOST_GAPS && after && is_gap(after); i++)
		after = after->next;
	if (before && !is_break(before) && (node->first_child || after))
		add_break(doc, node, at);
	if (node->first_child && after && !is_break(after) && !is_block_in_line(after))
		add_break(doc, node->next, at);
}

static cmark_node *tidy_element(struct document *doc, cmark_node *node)
{
	struct element *e = node_element(node);
	const char *href = e->html ? element_attribute(e, "href") : NULL;
	if (href && is_empty_address(href, strlen(href)))
		e->html = html_element_of(HTML_NOBR); /* without tags */
	if (footnote_is_call(e))
		footnotes_add_reference(doc, node);
	if (tidy_is_icon(node)) {
		drop_icon(node);
		return NULL;
	}
	const char *tag = e->html ? element_attribute(e, "data-tag") : NULL;
	const char *code = element_attribute(e, "data-code");
	if (tag && code && strcmp(tag, "emoji") == 0)
		show_emoji(doc, node, code);
	return node;
}

cmark_node *tidy_node(struct document *doc, cmark_node *node)
{
	if (node_element(node))
		return tidy_element(doc, node);
	switch (node->type) {
	case CMARK_NODE_TEXT: tidy_text(doc, node); break;
	case CMARK_NODE_LINK:
		return is_empty_address((const char *)node->as.link.url.data,
		                        (size_t)node->as.link.url.len)
		               ? unwrap(doc, node)
		               : node;
	case CMARK_NODE_HEADING: trim(node); break;
	case CMARK_NODE_PARAGRAPH:
		trim(node);
		if (node->first_child)
			break;
		node_unlink(node);
		return NULL;
	default: break;
	}
	return node;
}
