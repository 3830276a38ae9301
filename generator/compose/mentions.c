#include "compose/mentions.h"

#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "compose/ids.h"
#include "course/page_kinds.h"
#include "french/phrases.h"
#include "french/typography.h"
#include "markup/rawhtml.h"
#include "settle/notes.h"

struct mentions mentions_new(const struct site *site, const struct page *page,
                             struct document *doc)
{
	struct mentions m = {.site = site, .doc = doc};
	m.typography = page_typography(site, page);
	if (site->phrases && site->config.wants_glossary && page->type != PAGE_GLOSSARY &&
	    page->type != PAGE_QUIZ)
		m.seen = arena_array(doc->arena, site->n_terms + 1, sizeof *m.seen);
	return m;
}

/* Elements whose text is no running text, or that do something when pressed. */
static bool is_closed_element(const struct element *e)
{
	/* clang-format off */
	static const bool closed[N_HTML] = {
		[HTML_A] = true, [HTML_BUTTON] = true, [HTML_CAPTION] = true, [HTML_CODE] = true,
		[HTML_H1] = true, [HTML_H2] = true, [HTML_H3] = true, [HTML_H4] = true, [HTML_H5] = true,
		[HTML_H6] = true, [HTML_KBD] = true, [HTML_PRE] = true, [HTML_SAMP] = true,
		[HTML_SUMMARY] = true, [HTML_TH] = true,
	};
	/* clang-format on */
	return e && e->html && closed[e->html->id];
}

static bool is_first_row(const cmark_node *node)
{
	return node_gfm_type(node) == GFM_TABLE_ROW && !node->prev;
}

/* A task's first paragraph is the label of its box. */
static bool is_label(const cmark_node *node)
{
	return node->parent && node_is_task(node->parent) && !node->prev;
}

static bool may_hold_terms(const cmark_node *container)
{
	for (const cmark_node *n = container; n; n = n->parent)
		if (n->type == CMARK_NODE_HEADING || n->type == CMARK_NODE_LINK ||
		    is_first_row(n) || is_label(n) || is_closed_element(node_element(n)))
			return false;
	return true;
}

static cmark_node *new_element(struct mentions *m, enum html_id id,
                               const cmark_node *text, void *note)
{
	const struct html_element *kind = html_element_of(id);
	struct element e = {.html = kind,
	                    .name = kind->name,
	                    .at = {m->doc->path, text->start_line, 0},
	                    .note = note};
	return node_new_element(m->doc, false, &e);
}

/* The length of what a text has at its end; 0: it has not. */
static size_t ends_with(const char *text, size_t len, const char *what)
{
	size_t n = strlen(what);
	return n <= len && memcmp(text + len - n, what, n) == 0 ? n : 0;
}

static size_t letters_before(const char *text, size_t len)
{
	size_t n = 0;
	while (n < len && (text[len - n - 1] | 32) >= 'a' &&
	       (text[len - n - 1] | 32) <= 'z')
		n++;
	return n;
}

/* How much before a button must stay on its line: "l’", "« ", "(". Browsers break there.
 */
static size_t glued_before(const char *text, size_t len)
{
	static const char *const signs[] = {"(", "«", "« ", "«\xc2\xa0", "«\xe2\x80\xaf"};
	static const char *const apostrophes[] = {"’", "'"};
	size_t n = 0;
	for (size_t i = 0; i < COUNT(apostrophes) && n == 0; i++) {
		n = ends_with(text, len, apostrophes[i]);
		n += n ? letters_before(text, len - n) : 0;
	}
	for (size_t i = 0; i < COUNT(signs); i++) {
		size_t more = ends_with(text, len - n, signs[i]);
		if (more)
			return n + more;
	}
	return n;
}

/* And behind it: " »", " :" and their like, with what ends the sentence. */
static size_t glued_behind(const char *text, size_t len)
{
	static const char *const spaces[] = {" ", "\xc2\xa0", "\xe2\x80\xaf"};
	static const char *const signs[] = {"»", ":", ";", "!", "?"};
	size_t space = 0;
	for (size_t i = 0; i < COUNT(spaces) && space == 0; i++)
		space = text_start_length(text, len, spaces[i]);
	for (size_t i = 0; i < COUNT(signs) && space > 0; i++) {
		size_t n = space + text_start_length(text + space, len - space, signs[i]);
		if (n > space)
			return n + (n < len && memchr(",.", text[n], 2));
	}
	return 0;
}

/* Where the last word of a mention starts: behind its last blank or hyphen; 0: it is one
 * word. */
static size_t last_word(const char *text, size_t len)
{
	for (size_t i = len; i > 1; i--) {
		unsigned char c = (unsigned char)text[i - 1];
		if (c == ' ' || c == '-' || c == '\n' ||
		    (c == 0xa0 && (unsigned char)text[i - 2] == 0xc2) ||
		    (c == 0xaf && (unsigned char)text[i - 2] == 0x80))
			return i < len ? i : 0;
	}
	return 0;
}

/*
 * The element that stands for a mention. A button never breaks over lines as
 * text does: of several words only the last is one, and the label around it
 * answers for the others.
 */
static cmark_node *new_mention(struct mentions *m, const struct term *term,
                               const cmark_node *node, struct bytes words)
{
	struct arena *a = m->doc->arena;
	size_t last = last_word(words.data, words.len);
	struct mention *note = arena_alloc(a, sizeof *note);
	note->id = ids_of_term(a, (size_t)(term - m->site->terms) + 1);
	cmark_node *press = new_element(m, HTML_TERM_BUTTON, node, note);
	node_append(press, node_new_text(m->doc, words.data + last, words.len - last));
	if (last == 0)
		return press;
	note->name = arena_copy(a, words.data, words.len);
	note->name = typography_text(m->typography, a, note->name);
	cmark_node *around = new_element(m, HTML_TERM_LABEL, node, NULL);
	cmark_node *head = new_element(m, HTML_TERM_HIDDEN, node, NULL);
	node_append(head, node_new_text(m->doc, words.data, last));
	node_append(around, head);
	node_append(around, press);
	return around;
}

/* Cuts a text into what stands before the mention, the mention with what may not leave
 * its line, and the rest: the node itself. */
static void cut(struct mentions *m, cmark_node *node, const struct phrase_match *match,
                const struct term *term)
{
	const char *text = (const char *)node->as.literal.data;
	size_t len = (size_t)node->as.literal.len, end = match->start + match->len;
	size_t before = glued_before(text, match->start);
	size_t behind = glued_behind(text + end, len - end),
	       start = match->start - before;
	cmark_node *mention = new_mention(
		m, term, node,
		(struct bytes){(char *)(uintptr_t)text + match->start, match->len});
	if (start > 0)
		node_insert_before(node, node_new_text(m->doc, text, start));
	if (before + behind == 0) {
		node_insert_before(node, mention);
	} else {
		cmark_node *around = new_element(m, HTML_TERM_GLUE, node, NULL);
		node_insert_before(node, around);
		if (before)
			node_append(around, node_new_text(m->doc, text + start, before));
		node_append(around, mention);
		if (behind)
			node_append(around, node_new_text(m->doc, text + end, behind));
	}
	node->as.literal.data += end + behind;
	node->as.literal.len = (bufsize_t)(len - end - behind);
}

static void wrap_text(struct mentions *m, cmark_node *node)
{
	struct phrase_match match;
	size_t from = 0;
	while (phrases_find(m->site->phrases, (const char *)node->as.literal.data,
	                    (size_t)node->as.literal.len, from, &match)) {
		const struct term *term = &m->site->terms[match.number];
		from = match.start + match.len;
		if (m->seen[match.number])
			continue;
		m->seen[match.number] = true;
		ARRAY_ADD(m->doc->arena, m->found, m->n_found, m->cap_found,
		          (uint32_t)match.number);
		cut(m, node, &match, term);
		from = 0;
	}
}

/* Its own text: blocks inside it are looked at when their turn comes. */
static bool is_passed_over(const cmark_node *node)
{
	return node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE ||
	       !CMARK_NODE_TYPE_INLINE_P(node->type) ||
	       is_closed_element(node_element(node));
}

void mentions_wrap(struct mentions *m, cmark_node *container)
{
	if (!m->seen || !may_hold_terms(container))
		return;
	for (cmark_node *n = container->first_child, *next; n; n = next) {
		if (n->type == CMARK_NODE_TEXT)
			wrap_text(m, n);
		next = is_passed_over(n) ? node_next_beside(n, container)
		                         : node_next(n, container);
	}
}
