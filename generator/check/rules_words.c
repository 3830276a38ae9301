#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "check/rules_internal.h"
#include "markup/rawhtml.h"

enum { MOST_WORDS_PARAGRAPH = 120, MOST_WORDS_SENTENCE = 40, LONGEST_VAGUE = 24 };
/* A word and its space take five bytes at least, on the average of so many; fewer are not
 * counted. */
enum { WORD_BYTES = 5, SHORTEST_LONG = MOST_WORDS_SENTENCE * WORD_BYTES };

/* Links: what their text says. */

/* In small letters; what a link's text is compared with. */
static const char *const vague[] = {
	"ici",
	"cliquez ici",
	"cliquer ici",
	"clique ici",
	"cliquant ici",
	"par ici",
	"c'est ici",
	"c’est ici",
	"ici même",
	"juste ici",
	"là",
	"lien",
	"le lien",
	"ce lien",
	"via ce lien",
	"lien ici",
	"lien suivant",
	"suivre le lien",
	"suivez ce lien",
	"ce lien-ci",
	"cliquez sur ce lien",
	"cette page",
	"cette adresse",
	"here",
	"click here",
	"link",
	"this link",
	"the link",
	"this page",
	"follow this link",
};

bool rules_read_text(const cmark_node *node, char *text, size_t size)
{
	size_t len = 0;
	int n_seen = 0;
	for (const cmark_node *n = node->first_child; n; n = node_next(n, node)) {
		size_t more = n->type == CMARK_NODE_TEXT ? (size_t)n->as.literal.len : 0;
		bool is_read = more || n->type == CMARK_NODE_TEXT ||
		               n->type == CMARK_NODE_STRONG ||
		               n->type == CMARK_NODE_EMPH || node_element(n);
		if (!is_read || len + more >= size || ++n_seen > MOST_RULE_NODES)
			return false;
		if (more)
			memcpy(text + len, n->as.literal.data, more);
		len += more;
	}
	text[len] = '\0';
	return true;
}

/* The text of a link in small letters, without signs around it; "" when it is longer than
 * any vague one, or holds more than words. */
static void read_label(const cmark_node *link, char label[LONGEST_VAGUE])
{
	if (!rules_read_text(link, label, LONGEST_VAGUE))
		label[0] = '\0';
	size_t len = strlen(label), start = strspn(label, " (\"");
	while (len > 0 && strchr(" .:!>)\"", label[len - 1]))
		len--;
	label[len] = '\0';
	start = start < len ? start : len;
	memmove(label, label + start, len - start + 1);
	for (char *p = label; *p; p++)
		*p = (char)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
}

static bool is_vague(const char *label)
{
	for (size_t i = 0; *label && i < COUNT(vague); i++)
		if (label[0] == vague[i][0] && strcmp(label, vague[i]) == 0)
			return true;
	return false;
}

/* Whether a link shows an address: `https://…` or `www.…`, in one word. */
static bool shows_address(const cmark_node *link)
{
	static const char *const starts[] = {"http://", "https://", "www."};
	const cmark_node *first = link->first_child;
	bool is_address = false;
	if (!first || first->type != CMARK_NODE_TEXT || first->as.literal.len < 4 ||
	    (first->as.literal.data[0] != 'h' && first->as.literal.data[0] != 'w'))
		return false;
	for (size_t i = 0; i < COUNT(starts); i++) {
		size_t len = strlen(starts[i]);
		is_address |= (size_t)first->as.literal.len >= len &&
		              memcmp(first->as.literal.data, starts[i], len) == 0;
	}
	for (const cmark_node *n = first; is_address && n; n = n->next)
		if (n->type != CMARK_NODE_TEXT ||
		    memchr(n->as.literal.data, ' ', (size_t)n->as.literal.len))
			return false;
	return is_address;
}

/* Whether its author wrote a link around the address; else the parser found it in the
 * text. */
static bool is_written(struct rules *r, const cmark_node *link, struct place at)
{
	size_t len;
	if (node_element(link))
		return true;
	const char *line = document_line(r->doc, at.line, &len);
	size_t start = text_offset(line, len, at.column - 1);
	return link->start_line > 0 && start < len && line[start] == '[';
}

/* The place of an address that stands in the text; the parser knows its line at best. */
static struct place bare_place(struct rules *r, const cmark_node *link, struct place at)
{
	size_t len;
	const char *line = document_line(r->doc, at.line, &len);
	const cmark_chunk *text = &link->first_child->as.literal;
	const char *found = memmem(line, len, text->data, (size_t)text->len);
	if (found)
		at.column = text_length(line, (size_t)(found - line)) + 1;
	return at;
}

/* A cell of GitBook's cards: where the card leads, which no editor wrote as a text. */
static bool is_in_cards(const cmark_node *link)
{
	const cmark_node *up = link;
	for (int i = 0; up && i < 6; i++, up = up->parent)
		if (rules_is_cards(up))
			return true;
	return false;
}

/* Addresses that are no page to be named, but a value to be read: of an interface of
 * programs, of the reader's own machine. */
static bool is_value(const cmark_node *link)
{
	static const char *const starts[] = {"api.", "localhost", "127.0.0."};
	static const char *const parts[] = {"/api/", ".api.", ".example/"};
	const cmark_chunk *text = &link->first_child->as.literal;
	const char *at = (const char *)text->data;
	size_t len = (size_t)text->len;
	const char *host = memmem(at, len, "://", 3);
	host = host ? host + 3 : at;
	size_t left = len - (size_t)(host - at);
	for (size_t i = 0; i < COUNT(starts); i++)
		if (text_start_length(host, left, starts[i]) ||
		    memmem(host, left, parts[i], strlen(parts[i])))
			return true;
	return false;
}

static void look_at_label(struct rules *r, const cmark_node *link)
{
	char label[LONGEST_VAGUE];
	read_label(link, label);
	if (is_vague(label) && rules_may_report(r))
		diag_report(r->diag, MSG_LINK_VAGUE, node_place(r->doc, link), label,
		            NULL);
}

void rules_look_at_link(struct rules *r, const cmark_node *link)
{
	if (!shows_address(link)) {
		look_at_label(r, link);
		return;
	}
	if (is_in_cards(link) || is_value(link) || !rules_may_report(r))
		return;
	struct place at = node_place(r->doc, link);
	if (is_written(r, link, at))
		diag_report(r->diag, MSG_LINK_ADDRESS, at, NULL);
	else
		diag_report(r->diag, MSG_LINK_BARE, bare_place(r, link, at), NULL);
}

/* Passages. */

static bool is_left_out(const cmark_node *node)
{
	const struct element *e = node_element(node);
	bool is_code = e && e->html &&
	               (e->html->flags & HTML_VERBATIM || strcmp(e->name, "code") == 0 ||
	                strcmp(e->name, "kbd") == 0 || strcmp(e->name, "samp") == 0);
	return is_code || node->type == CMARK_NODE_IMAGE ||
	       (node->type == CMARK_NODE_LINK && shows_address(node)) ||
	       (node->first_child && !CMARK_NODE_TYPE_INLINE_P(node->first_child->type));
}

/* The next node of a block's words: not below code, images, addresses and blocks. */
static const cmark_node *next_word(const cmark_node *node, const cmark_node *block)
{
	return is_left_out(node) ? node_next_beside(node, block) : node_next(node, block);
}

static struct passage read_passage(struct rules *r, const cmark_node *block)
{
	struct passage p = {0};
	struct buf text = buf_new(r->doc->arena);
	for (const cmark_node *n = block->first_child; n; n = next_word(n, block)) {
		if (n->type == CMARK_NODE_TEXT) {
			struct passage_part part = {text.len, n};
			ARRAY_ADD(r->doc->arena, p.parts, p.n_parts, p.cap_parts, part);
			buf_add(&text, (const char *)n->as.literal.data,
			        (size_t)n->as.literal.len);
		} else if (n->type == CMARK_NODE_LINEBREAK || node_is_html(n, HTML_BR)) {
			buf_add_char(&text, '\n');
		} else if (n->type == CMARK_NODE_SOFTBREAK ||
		           n->type == CMARK_NODE_CODE || is_left_out(n)) {
			buf_add_char(&text, ' ');
		}
	}
	p.text = buf_text(&text);
	p.len = text.len;
	return p;
}

struct place passage_place(struct rules *r, const struct passage *p, size_t at,
                           size_t len)
{
	size_t i = p->n_parts, line_len;
	while (i > 1 && p->parts[i - 1].start > at)
		i--;
	const struct passage_part *part = &p->parts[i - 1];
	struct place place = node_place(r->doc, part->node);
	const char *line = document_line(r->doc, place.line, &line_len);
	const char *wanted = p->text + at;
	size_t start = text_offset(line, line_len, place.column - 1);
	size_t offset = at > part->start ? at - part->start : 0;
	bool is_there = start + offset + len <= line_len &&
	                memcmp(line + start + offset, wanted, len) == 0;
	const char *found = is_there
	                            ? line + start + offset
	                            : memmem(line + start, line_len - start, wanted, len);
	if (found)
		place.column = text_length(line, (size_t)(found - line)) + 1;
	return place;
}

/* Lengths. */

/*
 * Moves behind the sign at `*at`, and quotes and brackets that close; true when a
 * sentence ends there: with a space or nothing. « M. Aubry » is taken for two: a sentence
 * may be found shorter than it is, never longer.
 */
static bool pass_end(const struct passage *p, size_t *at)
{
	static const char *const closing[] = {")", "»", "”", "\"", NBSP, NNBSP, "…", "."};
	char sign = p->text[*at];
	bool is_ellipsis = strncmp(p->text + *at, "…", 3) == 0;
	*at += is_ellipsis ? 3 : 1;
	if (sign == '\n')
		return true;
	if (sign != '.' && sign != '!' && sign != '?' && !is_ellipsis)
		return false;
	for (size_t i = 0; i < COUNT(closing);) {
		size_t len = strlen(closing[i]);
		bool is_closing = strncmp(p->text + *at, closing[i], len) == 0;
		*at += is_closing ? len : 0;
		i = is_closing ? 0 : i + 1;
	}
	return *at >= p->len || p->text[*at] == ' ' || p->text[*at] == '\n';
}

/* Words as people count them: a dash or a guillemet between spaces is none. */
static size_t count_words(const char *text, size_t len)
{
	size_t n = 0;
	bool is_inside = false;
	for (const char *at = text, *end = text + len; at < end;) {
		uint32_t c = text_next(&at, end);
		bool is_small = c >= 'a' && c <= 'z'; /* most are: told at once */
		bool is_part = is_small || text_is_letter(c) || text_is_digit(c) ||
		               c == '\'' || c == 0x2019 ||
		               (is_inside && (c == '-' || c == '.'));
		n += is_part && !is_inside;
		is_inside = is_part;
	}
	return n;
}

static void report_length(struct rules *r, enum message m, struct place at,
                          size_t n_words)
{
	diag_report(r->diag, m, at, arena_format(r->doc->arena, "%zu", n_words), NULL);
}

static void look_at_sentence(struct rules *r, const struct passage *p, size_t start,
                             size_t end)
{
	while (start < end && strchr(" \n", p->text[start]))
		start++;
	if (text_words(p->text + start, end - start) <= MOST_WORDS_SENTENCE)
		return;
	size_t n_words = count_words(p->text + start, end - start);
	if (n_words <= MOST_WORDS_SENTENCE || !rules_may_report(r))
		return;
	size_t shown = strcspn(p->text + start, " \n");
	report_length(r, MSG_SENTENCE_LONG, passage_place(r, p, start, shown), n_words);
}

static void look_at_sentences(struct rules *r, const struct passage *p)
{
	size_t start = 0;
	for (size_t at = 0; at < p->len;)
		if (pass_end(p, &at)) {
			look_at_sentence(r, p, start, at);
			start = at;
		}
	look_at_sentence(r, p, start, p->len);
}

static void look_at_paragraph(struct rules *r, const cmark_node *paragraph,
                              const struct passage *p)
{
	if (text_words(p->text, p->len) <= MOST_WORDS_PARAGRAPH)
		return;
	size_t n_words = count_words(p->text, p->len);
	if (n_words > MOST_WORDS_PARAGRAPH && rules_may_report(r))
		report_length(r, MSG_PARAGRAPH_LONG, node_place(r->doc, paragraph),
		              n_words);
}

/* The last full stop of a text, with a space behind it: where what follows starts; NULL:
 * none. A quick look, which a closer one follows. */
static const char *find_last_end(const char *text, const char *end)
{
	static const char signs[] = {'.', '!', '?'};
	for (size_t i = 0; i < sizeof signs; i++)
		for (const char *at = end;
		     (at = memrchr(text, signs[i], (size_t)(at - text)));)
			if (at[1] == ' ')
				return at + 1;
	return NULL;
}

/* Whether somewhere no full stop comes soon enough behind the last one: nothing needs to
 * be counted before. */
static bool may_have_long_sentence(const struct passage *p)
{
	const char *at = p->text, *end = p->text + p->len;
	while (at && end - at > SHORTEST_LONG)
		at = find_last_end(at, at + SHORTEST_LONG);
	return !at;
}

void rules_look_at_text(struct rules *r, const cmark_node *node)
{
	size_t len = (size_t)node->as.literal.len;
	r->words.n_bytes += len;
	if (!r->words.may_hold_acronyms)
		r->words.may_hold_acronyms =
			text_may_have_capitals((const char *)node->as.literal.data, len);
}

void rules_begin_words(struct rules *r, const cmark_node *block)
{
	rules_end_words(r);
	r->words = (struct words_seen){.block = block};
	r->words.is_paragraph =
		block->type == CMARK_NODE_PARAGRAPH || node_is_html(block, HTML_P);
}

void rules_end_words(struct rules *r)
{
	const struct words_seen *w = &r->words;
	bool may_be_long = w->is_paragraph && w->n_bytes > SHORTEST_LONG;
	if (!w->block || (!w->may_hold_acronyms && !may_be_long))
		return;
	struct passage p = read_passage(r, w->block);
	if (w->may_hold_acronyms)
		acronyms_look_at(r, &p);
	if (w->is_paragraph && p.len > MOST_WORDS_PARAGRAPH * WORD_BYTES)
		look_at_paragraph(r, w->block, &p);
	if (w->is_paragraph && may_have_long_sentence(&p))
		look_at_sentences(r, &p);
}
