#include "markup/blocks.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "markup/footnotes.h"
#include "markup/inner_tags.h"
#include "markup/parser.h"
#include "markup/rawhtml.h"
#include "markup/tables.h"
#include "markup/tags.h"
#include "markup/tidy.h"
#include "words/diag.h"
#include "words/message_names.h"

struct pairing {
	struct document *doc;
	cmark_node *container;
	cmark_node *before; /* the child being looked at: what is new goes before it */
	bool is_inline;     /* inside a paragraph or heading */
	cmark_node **open;
	size_t n_open, cap_open;
	cmark_node *paragraph;  /* opened by us for text between blocks; NULL: none */
	const cmark_node *next; /* the sibling behind what is being looked at */
	const char
		*crossed[8]; /* names that something else closed: their ends are told */
	size_t n_crossed;
	bool is_cut;          /* the tag being read had no "%}" */
	size_t n_dropped;     /* openings of tags within a line that were left out */
	size_t n_embeds;      /* raw HTML that became one: its end is dropped */
	const char *misspelt; /* what the last unknown tag was meant to be; NULL: none */
};

static int n_newlines(const char *text, size_t len)
{
	int n = 0;
	for (const char *end = text + len;
	     (text = memchr(text, '\n', (size_t)(end - text))); text++)
		n++;
	return n;
}

static cmark_node *top(const struct pairing *p)
{
	return p->n_open ? p->open[p->n_open - 1] : NULL;
}

static void insert_node(struct pairing *p, cmark_node *node)
{
	if (top(p))
		node_append(top(p), node);
	else if (p->before)
		node_insert_before(p->before, node);
	else
		node_append(p->container, node);
}

/* Says that an element was never closed, unless HTML lets its end be left out. */
static void report_open(struct pairing *p, const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (node == p->paragraph)
		p->paragraph = NULL;
	else if (e->tag)
		diag_report(p->doc->diag, MSG_TAG_OPEN, e->at, e->name, NULL);
	else if (strcmp(e->name, "details") == 0)
		diag_report(p->doc->diag, MSG_DETAILS_OPEN, e->at, NULL);
	else if (!(e->html->flags & (HTML_OPTIONAL_END | HTML_UNWRAPPED)))
		diag_report(p->doc->diag, MSG_HTML_OPEN, e->at, e->name, NULL);
}

/* What is closed by the end of something else may be ended once more: one fault. */
static void record_crossed(struct pairing *p, const cmark_node *node)
{
	if (node != p->paragraph && p->n_crossed < COUNT(p->crossed))
		p->crossed[p->n_crossed++] = node_element(node)->name;
}

static bool was_crossed(struct pairing *p, const char *name)
{
	for (size_t i = 0; i < p->n_crossed; i++)
		if (strcmp(p->crossed[i], name) == 0) {
			p->crossed[i] = p->crossed[--p->n_crossed];
			return true;
		}
	return false;
}

/* Closes the open elements from number `first` on; all but that one are reported. */
static void close_down_to(struct pairing *p, size_t first, bool is_matched)
{
	while (p->n_open > first) {
		cmark_node *node = p->open[--p->n_open];
		if (p->n_open > first && is_matched)
			record_crossed(p, node);
		if (p->n_open > first || !is_matched)
			report_open(p, node);
		if (node == p->paragraph)
			p->paragraph = NULL;
	}
}

static bool is_same(const struct element *open, const struct element *close)
{
	bool both_tags = open->tag && close->tag;
	return both_tags || (open->html && close->html)
	               ? strcmp(open->name, close->name) == 0
	               : false;
}

static void close_element(struct pairing *p, const struct element *e)
{
	for (size_t i = p->n_open; i > 0; i--)
		if (is_same(node_element(p->open[i - 1]), e)) {
			node_element(p->open[i - 1])->last_line = e->last_line;
			close_down_to(p, i - 1, true);
			return;
		}
	if (was_crossed(p, e->name))
		return;
	if (e->tag && p->misspelt && strcmp(p->misspelt, e->name) == 0)
		p->misspelt = NULL; /* "{% hnt %}": its end is right */
	else if (e->tag)
		diag_report(p->doc->diag, MSG_TAG_END, e->at, e->name, NULL);
	else if (!(e->html->flags & (HTML_OPTIONAL_END | HTML_UNWRAPPED | HTML_VOID)))
		diag_report(p->doc->diag, MSG_HTML_END, e->at, e->name, NULL);
}

static void push(struct pairing *p, cmark_node *node)
{
	insert_node(p, node);
	ARRAY_ADD(p->doc->arena, p->open, p->n_open, p->cap_open, node);
}

/* Text between blocks needs a paragraph around it, unless an element is open that may
 * hold it. */
static void ensure_paragraph(struct pairing *p, struct place at)
{
	if (p->is_inline || p->n_open > 0)
		return;
	const struct html_element *html = html_element_of(HTML_P);
	struct element e = {.html = html, .name = html->name, .at = at};
	p->paragraph = node_new_element(p->doc, true, &e);
	push(p, p->paragraph);
}

static void end_paragraph(struct pairing *p)
{
	for (size_t i = 0; p->paragraph && i < p->n_open; i++)
		if (p->open[i] == p->paragraph)
			close_down_to(p, i, true);
}

/* Elements whose end is implied by the start of this one: `<li>` ends an open `<li>`. */
static void end_implied(struct pairing *p, const struct html_element *html)
{
	while (p->n_open > 0) {
		const struct element *e = node_element(top(p));
		if (!e->html || !html_list_has(html->closes, e->html->name))
			break;
		if (top(p) == p->paragraph)
			p->paragraph = NULL;
		p->n_open--;
	}
}

/* `<div data-gb-custom-block data-tag="hint" data-style="info">`: how GitBook writes a
 * tag where only HTML may stand. */
static void read_custom_block(struct element *e)
{
	const char *name = element_attribute(e, "data-tag");
	if (!name || !element_attribute(e, "data-gb-custom-block"))
		return;
	const struct tag_kind *kind = tag_kind_find(name, strlen(name));
	if (kind->id == TAG_UNKNOWN)
		return;
	e->tag = kind;
	for (size_t i = 0; i < e->n_attributes; i++)
		if (strncmp(e->attributes[i].name, "data-", 5) == 0)
			e->attributes[i].name += 5;
}

/* The node of an element that is written in the text. */
static cmark_node *new_written(struct pairing *p, bool is_block, const struct element *e)
{
	struct document *doc = p->doc;
	cmark_node *node = node_new_element(doc, is_block, e);
	if (doc->keeps_elements)
		ARRAY_ADD(doc->arena, doc->elements, doc->n_elements, doc->cap_elements,
		          node_element(node));
	return node;
}

/* A link named by its caption, or else by where it leads. */
static void insert_link(struct pairing *p, const char *url, const char *caption)
{
	cmark_node *link = node_new_link(p->doc, url);
	if (caption && *caption)
		node_append(link, node_new_text(p->doc, caption, strlen(caption)));
	insert_node(p, link);
}

/* Whether a block may stand here: not within a line, nor in what is one. */
static bool takes_blocks(const struct pairing *p)
{
	for (size_t i = 0; i < p->n_open; i++) {
		const struct html_element *html = node_element(p->open[i])->html;
		if (html &&
		    (!(html->flags & (HTML_BLOCK | HTML_UNWRAPPED)) ||
		     html_list_has(" h1 h2 h3 h4 h5 h6 summary caption dt ", html->name)))
			return false;
	}
	return !p->is_inline;
}

/* `<iframe src="https://…" title="…">` is an embed, or a link where no block can stand.
 */
static void open_embed(struct pairing *p, const struct html_token *t, struct place at)
{
	const char *url = attribute_find(t->attributes, t->n_attributes, "src");
	const char *title = attribute_find(t->attributes, t->n_attributes, "title");
	p->n_embeds++;
	if (!p->is_inline)
		end_paragraph(p);
	if (!takes_blocks(p)) {
		insert_link(p, url, title);
		return;
	}
	struct element e = {.tag = tag_kind_find("embed", 5), .name = "embed", .at = at};
	e.attributes = arena_array(p->doc->arena, 2, sizeof *e.attributes);
	e.attributes[e.n_attributes++] = (struct attribute){"url", url};
	if (title)
		e.attributes[e.n_attributes++] = (struct attribute){"caption", title};
	insert_node(p, new_written(p, true, &e));
}

static void open_html(struct pairing *p, const struct html_token *t, struct place at,
                      int last_line)
{
	const struct html_element *html = t->element;
	if (html->flags & HTML_EMBED) {
		open_embed(p, t, at);
		return;
	}
	struct element e = {.html = html,
	                    .name = html->name,
	                    .attributes = t->attributes,
	                    .n_attributes = t->n_attributes,
	                    .at = at,
	                    .last_line = last_line};
	if (!p->is_inline)
		read_custom_block(&e);
	if (footnote_is_call(&e)) /* no link: its note is called behind it */
		e.html = html_element_of(HTML_NOBR);
	bool is_block = (html->flags & HTML_BLOCK) && !p->is_inline;
	if (html->closes)
		end_implied(p, html);
	if (!is_block)
		ensure_paragraph(p, at);
	cmark_node *node = new_written(p, is_block, &e);
	if (html->flags & HTML_VOID)
		insert_node(p, node);
	else
		push(p, node);
}

static bool is_verbatim(const struct pairing *p)
{
	for (size_t i = 0; i < p->n_open; i++) {
		const struct element *e = node_element(p->open[i]);
		if (e->html && (e->html->flags & HTML_VERBATIM))
			return true;
	}
	return false;
}

/* Whether the rest of a line, or a later sibling, holds the end tag of this name first.
 */
static bool has_end(const struct tag *tag, const char *rest, const cmark_node *next)
{
	struct arena scratch = ARENA_PRIVATE;
	struct diag quiet = {.arena = &scratch};
	bool found = false, is_decided = false;
	for (const char *text = rest; text && !is_decided;) {
		for (const char *at = text; !is_decided && (at = strstr(at, "{%"));
		     at += 2) {
			struct tag other;
			if (!tag_parse(&scratch, at, strlen(at), &other,
			               (struct place){0}, &quiet))
				continue;
			bool is_same_name = strcmp(other.name, tag->name) == 0;
			is_decided = is_same_name;
			found = is_same_name && other.is_end;
		}
		for (text = NULL; next && !text; next = next->next)
			if (next->type == node_type_tag_line())
				text = next->user_data;
	}
	arena_release(&scratch);
	return found;
}

/* A tab ends the one before it, whose end is missing. */
static void end_neighbour(struct pairing *p, const struct tag_kind *kind)
{
	const struct element *open = top(p) ? node_element(top(p)) : NULL;
	const struct element *around =
		p->n_open > 1 ? node_element(p->open[p->n_open - 2]) : NULL;
	if (kind->parent != TAG_UNKNOWN && open && open->tag == kind && around &&
	    around->tag && around->tag->id == kind->parent)
		close_down_to(p, p->n_open - 1, false);
}

static void report_unknown(struct pairing *p, const struct tag *tag, struct place at)
{
	p->misspelt = tag_kind_nearest(tag->name);
	diag_report(p->doc->diag, MSG_TAG_UNKNOWN, at, tag->name, p->misspelt, NULL);
}

static void open_tag(struct pairing *p, const struct tag *tag, const struct element *e,
                     const char *rest, const cmark_node *next)
{
	const struct tag_kind *kind = tag->kind;
	end_neighbour(p, kind);
	const struct element *around = top(p) ? node_element(top(p)) : NULL;
	if (kind->id == TAG_UNKNOWN)
		report_unknown(p, tag, e->at);
	else if (kind->parent != TAG_UNKNOWN &&
	         !(around && around->tag && around->tag->id == kind->parent))
		diag_report(p->doc->diag, MSG_TAG_ALONE, e->at, tag->name,
		            tag_parent_name(kind), NULL);
	if (kind->id == TAG_IF)
		diag_report(p->doc->diag, MSG_TAG_CONDITION, e->at, NULL);
	p->doc->has_includes |= kind->id == TAG_INCLUDE;
	cmark_node *node = new_written(p, true, e);
	bool may_lack_end = kind->body == TAG_MAY_HAVE_BODY ||
	                    (kind->body == TAG_HAS_BODY && p->is_cut);
	bool has_body =
		may_lack_end ? has_end(tag, rest, next) : kind->body == TAG_HAS_BODY;
	if (p->is_cut && !has_body)
		return;
	if (has_body)
		push(p, node);
	else
		insert_node(p, node);
}

static bool is_markup(const cmark_node *node)
{
	return node->type == CMARK_NODE_HTML_BLOCK ||
	       node->type == CMARK_NODE_HTML_INLINE || node->type == node_type_tag_line();
}

/* What stands between tags: `{% hint %} text {% endhint %}`. */
typedef void insert_text(struct pairing *p, const char *text, size_t len,
                         struct place at);

/* Words within raw HTML. */
static void insert_words(struct pairing *p, const char *text, size_t len, struct place at)
{
	if (text_is_blank(text, len))
		return;
	ensure_paragraph(p, at);
	insert_node(p, node_new_text(p->doc, text, len));
}

static void pair_tags(struct pairing *p, const char *text, struct place start,
                      insert_text *insert_between)
{
	const char *at = text, *end = text + strlen(text), *from = text, *counted = text;
	int line = start.line; /* on which `counted` stands */
	while ((at = strstr(at, "{%"))) {
		struct tag tag;
		struct place place = start;
		place.column += text_length(text, (size_t)(at - text));
		size_t len = tag_parse(p->doc->arena, at, (size_t)(end - at), &tag, place,
		                       p->doc->diag);
		if (!len) {
			at += 2;
			continue;
		}
		line += n_newlines(counted, (size_t)(at - counted));
		counted = at;
		insert_between(p, from, (size_t)(at - from), start);
		if (!p->is_inline)
			end_paragraph(p);
		struct element e = {.tag = tag.kind,
		                    .name = tag.name,
		                    .attributes = tag.attributes,
		                    .n_attributes = tag.n_attributes,
		                    .at = place,
		                    .last_line = line + n_newlines(at, len)};
		at += len;
		from = at;
		if (tag.is_end)
			close_element(p, &e);
		else
			open_tag(p, &tag, &e, at, p->next);
	}
	insert_between(p, from, (size_t)(end - from), start);
}

/* A tag within a heading, a cell, emphasis … : no block can stand there. One that is a
 * link becomes one, of others only the content stays. */
static void drop_tag(struct pairing *p, cmark_node *node)
{
	struct tag tag;
	struct place at = node_place(p->doc, node);
	const cmark_chunk *text = &node->as.literal;
	if (!tag_parse(p->doc->arena, (const char *)text->data, (size_t)text->len, &tag,
	               at, p->doc->diag))
		return;
	const char *url = inner_tag_url(&tag);
	if (tag.is_end && p->n_dropped > 0)
		p->n_dropped--;
	else if (!url)
		diag_report(p->doc->diag, MSG_TAG_MIDDLE, at,
		            tag.is_end ? arena_format(p->doc->arena, "end%s", tag.name)
		                       : tag.name,
		            NULL);
	p->n_dropped += !tag.is_end;
	if (url)
		insert_link(p, url,
		            attribute_find(tag.attributes, tag.n_attributes, "caption"));
	else
		inner_tag_close_gap(node);
}

/* The line on which its last word stands. */
static int last_line_of(const struct html_token *text, struct place at)
{
	size_t len = text->len;
	while (len > 0 && text_is_blank_byte(text->text[len - 1]))
		len--;
	return at.line + n_newlines(text->text, len);
}

static void add_html_text(struct pairing *p, const struct html_token *t, struct place at)
{
	const struct element *e = top(p) ? node_element(top(p)) : NULL;
	bool between_blocks =
		text_is_blank(t->text, t->len) && !p->is_inline && !is_verbatim(p);
	if (between_blocks &&
	    (!e || !top(p)->last_child || (e->html && e->html->flags & HTML_STRUCTURE) ||
	     CMARK_NODE_BLOCK_P(top(p)->last_child)))
		return;
	if (memmem(t->text, t->len, "{%", 2) && !is_verbatim(p)) {
		pair_tags(p, arena_copy(p->doc->arena, t->text, t->len), at,
		          insert_words);
		return;
	}
	ensure_paragraph(p, at);
	if (top(p)) /* where nothing closes it, it reaches as far at least */
		node_element(top(p))->last_line = last_line_of(t, at);
	insert_node(p, node_new_text(p->doc, t->text, t->len));
}

/* The end of an embed, which has none; of what is text, it is text, too. */
static void close_embed(struct pairing *p, const struct html_token *close,
                        struct place at)
{
	struct html_token t = {.kind = HTML_TEXT};
	t.text = arena_format(p->doc->arena, "</%s>", close->element->name);
	t.len = strlen(t.text);
	if (p->n_embeds > 0)
		p->n_embeds--;
	else
		add_html_text(p, &t, at);
}

static void pair_html(struct pairing *p, cmark_node *node)
{
	if (inner_tag_is(node)) {
		drop_tag(p, node);
		return;
	}
	struct html_reader r = {.arena = p->doc->arena,
	                        .diag = p->doc->diag,
	                        .src = (const char *)node->as.literal.data,
	                        .len = (size_t)node->as.literal.len,
	                        .place = node_place(p->doc, node)};
	struct html_token t;
	while (html_next(&r, &t)) {
		struct place at = html_place(&r, t.offset);
		struct element e = {.html = t.element, .at = at};
		e.name = t.element ? t.element->name : NULL;
		if (t.kind != HTML_TEXT)
			e.last_line =
				at.line + n_newlines(r.src + t.offset, r.at - t.offset);
		if (t.kind == HTML_TEXT)
			add_html_text(p, &t, at);
		else if (t.kind == HTML_OPEN)
			open_html(p, &t, at, e.last_line);
		else if (t.element->flags & HTML_EMBED)
			close_embed(p, &t, at);
		else
			close_element(p, &e);
	}
	if (!p->is_inline)
		end_paragraph(p);
}

/* Markdown that shares its line with tags. */
static void insert_markdown(struct pairing *p, const char *text, size_t len,
                            struct place at)
{
	if (text_is_blank(text, len))
		return;
	cmark_node *parsed = parser_parse_within(text, len, at.line);
	while (parsed->first_child) {
		cmark_node *child = parsed->first_child;
		if (is_markup(child)) {
			pair_html(p, child);
			node_unlink(child);
		} else {
			insert_node(p, child);
		}
	}
}

/* A block of code, from between two "$$". */
static void insert_formula(struct pairing *p, const cmark_node *leaf, const char *at,
                           const char *end)
{
	while (at < end && text_is_blank(at, 1))
		at++;
	while (end > at && text_is_blank(end - 1, 1))
		end--;
	cmark_node *code = node_new_code(node_formula, at, (size_t)(end - at));
	code->start_line = leaf->start_line;
	code->end_line = leaf->as.html_block_type;
	insert_node(p, code);
}

static void pair_tag_line(struct pairing *p, cmark_node *node)
{
	const char *line = node->user_data;
	struct place start = node_place(p->doc, node);
	if (*line == '$') {
		insert_formula(p, node, line + 2, line + strlen(line) - 2);
		return;
	}
	p->is_cut = !strstr(line, "%}");
	if (p->is_cut) {
		diag_report(p->doc->diag, MSG_TAG_CUT, start, NULL);
		line = arena_format(p->doc->arena, "%s %%}", line);
	}
	pair_tags(p, line, start, insert_markdown);
	p->is_cut = false;
}

/* A block that GitBook wrote in HTML, so far indented that it would be code. */
static void show_gitbook_block(cmark_node *node)
{
	static const char start[] = "<div data-gb-custom-block";
	if (node->as.code.fenced || node->as.code.literal.len < (bufsize_t)sizeof start ||
	    memcmp(node->as.code.literal.data, start, sizeof start - 1) != 0)
		return;
	cmark_chunk text = node->as.code.literal;
	node->type = CMARK_NODE_HTML_BLOCK;
	node->as.literal = text;
}

static bool is_markup_at_last(cmark_node *node)
{
	if (node->type == CMARK_NODE_CODE_BLOCK)
		show_gitbook_block(node);
	return is_markup(node);
}

static void pair_children(struct document *doc, cmark_node *container)
{
	cmark_node *child = container->first_child;
	if (doc->has_inner_tags && child && CMARK_NODE_BLOCK_P(child)) {
		inner_tags_lift(doc, container);
		child = container->first_child;
	} else if (doc->has_inner_tags && child) {
		inner_tags_show_in_code(container);
	}
	while (child && !is_markup_at_last(child))
		child = child->next;
	if (!child)
		return;
	struct pairing p = {.doc = doc,
	                    .container = container,
	                    .is_inline = CMARK_NODE_INLINE_P(child)};
	for (cmark_node *next; child; child = next) {
		next = child->next;
		p.before = child;
		p.next = next;
		if (child->type == node_type_tag_line())
			pair_tag_line(&p, child);
		else if (is_markup_at_last(child))
			pair_html(&p, child);
		else if (p.n_open > 0 &&
		         child->type !=
		                 CMARK_NODE_FOOTNOTE_DEFINITION) /* these end the page */
			node_append(top(&p), child);
		if (is_markup(child))
			node_unlink(child);
	}
	p.before = NULL;
	close_down_to(&p, 0, false);
}

/* clang-format off */
static const struct { const char *word, *style; } alerts[] = {
	{"[!NOTE]", "info"}, {"[!TIP]", "success"}, {"[!IMPORTANT]", "info"},
	{"[!WARNING]", "warning"}, {"[!CAUTION]", "danger"},
};
/* clang-format on */

/* Takes the texts of the first line out when they spell an alert; NULL when they do not.
 */
static const char *take_alert(struct document *doc, cmark_node *paragraph)
{
	struct buf b = buf_new(doc->arena);
	cmark_node *end = paragraph->first_child;
	for (; end && end->type == CMARK_NODE_TEXT; end = end->next)
		buf_add(&b, (const char *)end->as.literal.data,
		        (size_t)end->as.literal.len);
	if (end && end->type != CMARK_NODE_SOFTBREAK && end->type != CMARK_NODE_LINEBREAK)
		return NULL;
	for (size_t i = 0; i < COUNT(alerts); i++) {
		if (!text_same(buf_text(&b), alerts[i].word))
			continue;
		while (paragraph->first_child != end)
			node_unlink(paragraph->first_child);
		if (end)
			node_unlink(end);
		return alerts[i].style;
	}
	return NULL;
}

/* A quote that starts with [!NOTE] becomes a hint; returns what stands there now. */
static cmark_node *turn_alert(struct document *doc, cmark_node *quote)
{
	cmark_node *first = quote->first_child;
	if (!first || first->type != CMARK_NODE_PARAGRAPH || !first->first_child ||
	    first->first_child->type != CMARK_NODE_TEXT ||
	    first->first_child->as.literal.data[0] != '[')
		return quote;
	const char *style = take_alert(doc, first);
	if (!style)
		return quote;
	if (!first->first_child)
		node_unlink(first);
	struct element e = {.tag = tag_kind_find("hint", 4),
	                    .name = "hint",
	                    .n_attributes = 1,
	                    .at = node_place(doc, quote)};
	e.attributes = arena_alloc(doc->arena, sizeof *e.attributes);
	e.attributes[0] = (struct attribute){"style", style};
	cmark_node *hint = node_new_element(doc, true, &e);
	node_insert_before(quote, hint);
	while (quote->first_child)
		node_append(hint, quote->first_child);
	node_unlink(quote);
	return hint;
}

/* Whether a text, or what is none, may be cut at this end of its paragraph. */
static bool is_sound_end(const cmark_node *node, bool is_last)
{
	if (!node || node->type != CMARK_NODE_TEXT)
		return node && node->type != CMARK_NODE_SOFTBREAK &&
		       node->type != CMARK_NODE_LINEBREAK;
	bufsize_t len = node->as.literal.len;
	char c = len ? (char)node->as.literal.data[is_last ? len - 1 : 0] : ' ';
	return c != ' ' && c != '\\';
}

/* Mends a node whose children are paired. Returns the node to go on with; most nodes need
 * nothing, and are not asked much. */
static cmark_node *mend(struct document *doc, cmark_node *node, bool has_leftovers)
{
	switch (node->type) {
	case CMARK_NODE_TEXT:
		if (has_leftovers)
			tidy_node(doc, node);
		return node_next(node, doc->root);
	case CMARK_NODE_BLOCK_QUOTE: return node_next(turn_alert(doc, node), doc->root);
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
	case CMARK_NODE_CODE: return node_next(node, doc->root);
	case CMARK_NODE_HEADING:
	case CMARK_NODE_PARAGRAPH:
		if (is_sound_end(node->first_child, false) &&
		    is_sound_end(node->last_child, true))
			return node_next(node, doc->root);
		break;
	default: break;
	}
	tidy_break_lines(doc, node);
	cmark_node *beside = node_next_beside(node, doc->root);
	node = node_is_html(node, HTML_TABLE) ? tables_arrange(doc, node)
	                                      : tidy_node(doc, node);
	return node ? node_next(node, doc->root) : beside;
}

void blocks_pair(struct document *doc)
{
	bool has_leftovers = tidy_is_needed(doc->text, doc->len);
	for (cmark_node *node = doc->root; node; node = mend(doc, node, has_leftovers))
		if (node->first_child)
			pair_children(doc, node);
	if (doc->footnotes)
		footnotes_number(doc);
}
