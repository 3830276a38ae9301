#include "settle/destinations.h"

#include <cmark-gfm/houdini.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/text.h"
#include "markup/parser.h"
#include "markup/tree_internal.h"
#include "settle/destinations_scan.h"

enum {
	MOST_TAG_BYTES = 1 << 14, /* of a tag, from its start: what is longer is none */
	MOST_PASSED = 64, /* candidates that no link has, before one is given up */
	MOST_TRIES = 64,  /* of starts of tags on a line */
};

/* A definition, `[label]: destination`; those that lead to the same form a chain. */
struct definition {
	struct candidate place;
	bool is_taken;
	struct definition *next;
};

struct finder {
	struct document *doc;
	struct destinations *found;
	const char *floor;      /* behind what was found last */
	struct map definitions; /* by what they lead to */
	bool has_definitions;   /* they were looked for */
	int line, column;       /* counted last, and the byte there */
	const char *byte;
};

static const char *text_end(const struct finder *f)
{
	return f->doc->text + f->doc->len;
}

static void add(struct finder *f, struct candidate c, struct written w)
{
	struct destinations *d = f->found;
	w.kind = c.kind;
	w.start = (size_t)(c.start - f->doc->text);
	w.end = (size_t)(c.end - f->doc->text);
	w.rank = d->n;
	ARRAY_ADD(f->doc->arena, d->items, d->n, d->cap, w);
}

/* As cmark decodes a destination; in one that stands between "<" and ">", alone, a
 * backslash is one. */
static struct bytes decode_markdown(const char *start, size_t len, bool has_escapes)
{
	if (!memchr(start, '&', len) && !(has_escapes && memchr(start, '\\', len)))
		return (struct bytes){start, len};
	cmark_strbuf out;
	cmark_strbuf_init(&tree_mem, &out, 0);
	houdini_unescape_html_f(&out, (const uint8_t *)start, (bufsize_t)len);
	if (has_escapes)
		cmark_strbuf_unescape(&out);
	return (struct bytes){(const char *)out.ptr, (size_t)out.size};
}

static struct bytes decode_tag(struct arena *a, const char *start, size_t len)
{
	if (!memchr(start, '\\', len))
		return (struct bytes){start, len};
	struct buf b = buf_new(a);
	for (size_t i = 0; i < len; i++) {
		i += start[i] == '\\' && i + 1 < len &&
		     strchr("\"'\\_*[](){}<>#+-.!`~&|", start[i + 1]);
		buf_add_char(&b, start[i]);
	}
	return (struct bytes){buf_text(&b), b.len};
}

static struct bytes decode(struct finder *f, const struct candidate *c)
{
	size_t len = (size_t)(c->end - c->start);
	struct bytes b = {.data = c->start};
	switch (c->kind) {
	case DESTINATION_TAG:
	case DESTINATION_INCLUDE: return decode_tag(f->doc->arena, c->start, len);
	case DESTINATION_HTML:
		b.data = html_decode(f->doc->arena, c->start, len, &b.len);
		return b;
	default: return decode_markdown(c->start, len, c->kind != DESTINATION_AUTOLINK);
	}
}

static bool is_same(struct bytes decoded, const char *value, size_t len)
{
	return decoded.len == len && memcmp(decoded.data, value, len) == 0;
}

/* What the link adds to an address that stands alone. */
static const char *without_scheme(const char *value, const char *written)
{
	const char *scheme = *written == 'w' ? "http://" : "mailto:";
	return text_starts(value, scheme) ? value + strlen(scheme) : value;
}

/* Whether a candidate is where `value` was read from; one that stands alone gets its
 * end. */
static bool holds(struct finder *f, struct candidate *c, const char *value)
{
	if (!c->is_bare)
		return is_same(decode(f, c), value, strlen(value)) ||
		       (c->kind == DESTINATION_AUTOLINK &&
		        is_same(decode(f, c), without_scheme(value, ""),
		                strlen(without_scheme(value, ""))));
	const char *alone = without_scheme(value, c->start);
	size_t len = parser_address_length(c->start, c->end, alone);
	c->end = c->start + len;
	return len > 0;
}

/* Definitions. */

/* Whether a line is code, where nothing is defined. */
static bool *find_code_lines(struct document *doc, size_t n_lines)
{
	bool *is_code = arena_array(doc->arena, n_lines + 1, sizeof *is_code);
	for (const cmark_node *n = doc->root; n; n = node_next(n, doc->root))
		for (int i = n->start_line;
		     n->type == CMARK_NODE_CODE_BLOCK && i <= n->end_line; i++)
			if (i >= doc->first_line &&
			    (size_t)(i - doc->first_line) < n_lines)
				is_code[i - doc->first_line] = true;
	return is_code;
}

/* Behind `[label]:` at the start of a line, which marks of blocks may be before; NULL: no
 * definition starts there. */
static const char *skip_label(const char *at, const char *end)
{
	while (at < end && strchr(" \t>*+-", *at))
		at++;
	if (end - at < 4 || *at != '[' || at[1] == '^')
		return NULL;
	for (at++; at < end && *at != ']' && *at != '\n'; at++)
		at += *at == '\\' && end - at > 1;
	return end - at > 1 && at[0] == ']' && at[1] == ':' ? at + 2 : NULL;
}

static void add_definition(struct finder *f, const char *at)
{
	struct candidate c = {.kind = DESTINATION_DEFINITION, .start = at};
	while (c.start < text_end(f) && strchr(" \t\r\n", *c.start))
		c.start++;
	c.end = candidate_end(&c.start, text_end(f));
	if (!c.end || c.end == c.start)
		return;
	struct definition *definition = arena_alloc(f->doc->arena, sizeof *definition);
	struct bytes value = decode(f, &c);
	definition->place = c;
	definition->next =
		map_put(&f->definitions, arena_copy(f->doc->arena, value.data, value.len),
	                value.len, definition);
}

static void find_definitions(struct finder *f)
{
	size_t len;
	struct document *doc = f->doc;
	document_line(doc, doc->first_line, &len); /* makes the index */
	const bool *is_code = find_code_lines(doc, doc->n_lines);
	bool may_start = true; /* a definition cannot end a paragraph */
	for (size_t i = 0; i < doc->n_lines; i++) {
		const char *line = document_line(doc, doc->first_line + (int)i, &len);
		const char *behind =
			is_code[i] || !may_start ? NULL : skip_label(line, line + len);
		if (behind)
			add_definition(f, behind);
		size_t marks = strspn(line, " \t>");
		may_start = behind || is_code[i] || marks >= len ||
		            text_is_blank(line, len) || line[marks] == '#' ||
		            text_start_length(line + marks, len - marks, "{%") ||
		            line[len - 1] == '>';
	}
	f->has_definitions = true;
}

/* Records all definitions that lead there: the tree does not tell which one was meant. */
static bool find_defined(struct finder *f, const struct written *w)
{
	if (!f->has_definitions)
		find_definitions(f);
	struct definition *d = map_find_string(&f->definitions, w->value);
	bool is_found = d != NULL;
	for (; d && !d->is_taken; d = d->next) {
		d->is_taken = true;
		add(f, d->place, *w);
	}
	return is_found;
}

/* Links and images. */

/* The bytes that hold a block of text. */
struct region {
	const char *start, *end;
};

static struct region region_of_lines(struct document *doc, int first, int last)
{
	size_t len;
	const char *start = document_line(doc, first, &len);
	const char *end = document_line(doc, last, &len);
	bool is_inside = start >= doc->text && start <= doc->text + doc->len &&
	                 end >= start && end <= doc->text + doc->len;
	return is_inside ? (struct region){start, end + len} : (struct region){0};
}

/* The part of a row that is its cell of this number. */
static struct region region_of_cell(struct region row, int number)
{
	const char *at = row.start;
	while (at < row.end && strchr(" \t>*+-", *at))
		at++;
	at += at < row.end && *at == '|';
	for (struct region cell = {at, at};; cell.start = ++cell.end) {
		while (cell.end < row.end && *cell.end != '|')
			cell.end += *cell.end == '\\' && row.end - cell.end > 1 ? 2 : 1;
		if (number-- == 0 || cell.end >= row.end)
			return cell;
	}
}

/* The last line on which something of a block of text starts: one that was cut does not
 * know it. */
static int last_line(const cmark_node *block)
{
	int last =
		block->end_line > block->start_line ? block->end_line : block->start_line;
	for (const cmark_node *n = block->first_child; n; n = node_next(n, block))
		last = n->start_line > last ? n->start_line : last;
	return last;
}

static struct region region_of(struct document *doc, const cmark_node *block)
{
	const struct element *e = node_element(block);
	if (e)
		return region_of_lines(doc, e->at.line,
		                       e->last_line > e->at.line ? e->last_line
		                                                 : e->at.line);
	if (node_gfm_type(block) != GFM_TABLE_CELL)
		return region_of_lines(doc, block->start_line, last_line(block));
	int number = 0;
	for (const cmark_node *n = block->prev; n; n = n->prev)
		number++;
	const cmark_node *row = block->parent;
	int last = row->next ? row->next->start_line - 1 : row->parent->end_line;
	bool is_header = !row->prev; /* the line of dashes is behind it */
	last = is_header || last < row->start_line ? row->start_line : last;
	return region_of_cell(region_of_lines(doc, row->start_line, last), number);
}

/* Whether a candidate has the form of what is looked for. */
static bool is_form_of(const struct candidate *c, const cmark_node *node)
{
	bool is_of_tag = c->kind == DESTINATION_TAG || c->kind == DESTINATION_HTML;
	bool is_made = node->start_line == 0 && node->type == CMARK_NODE_LINK &&
	               !c->is_bare; /* of a tag within a line */
	if (is_of_tag)
		return is_made;
	return node->type == CMARK_NODE_IMAGE ? c->kind == DESTINATION_IMAGE
	                                      : c->kind != DESTINATION_IMAGE;
}

struct matching {
	struct candidates candidates;
	size_t next;
};

static bool find_candidate(struct finder *f, struct matching *m, const struct written *w)
{
	size_t n_passed = 0;
	for (size_t i = m->next; i < m->candidates.n && n_passed < MOST_PASSED; i++) {
		struct candidate *c = &m->candidates.items[i];
		if (!is_form_of(c, w->node) || !holds(f, c, w->value)) {
			n_passed++;
			continue;
		}
		m->next = i + 1;
		f->floor = c->end;
		add(f, *c, *w);
		return true;
	}
	return false;
}

static void find_node(struct finder *f, struct matching *m, const cmark_node *node)
{
	bool leads = node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE;
	if (!leads || node->as.link.url.len == 0)
		return;
	const cmark_chunk *url = &node->as.link.url;
	struct written w = {.node = node};
	w.value = arena_copy(f->doc->arena, (const char *)url->data, (size_t)url->len);
	if (!find_candidate(f, m, &w) && !find_defined(f, &w))
		f->found->n_missed++;
}

/* Links stand in the text in the order in which they end. */
static void find_in_block(struct finder *f, const cmark_node *block)
{
	struct region r = region_of(f->doc, block);
	struct matching m = {0};
	if (r.start)
		m.candidates = candidates_read(f->doc->arena, r.start, r.end);
	while (m.next < m.candidates.n && f->floor && f->floor > r.start &&
	       f->floor < r.end && m.candidates.items[m.next].start < f->floor)
		m.next++;
	for (const cmark_node *n = block->first_child; n && n != block;) {
		if (n->first_child) {
			n = n->first_child;
			continue;
		}
		find_node(f, &m, n);
		while (n != block && !n->next) {
			n = n->parent;
			if (n != block)
				find_node(f, &m, n);
		}
		n = n == block ? n : n->next;
	}
}

static bool holds_text(const cmark_node *block)
{
	return CMARK_NODE_TYPE_BLOCK_P(block->type) && block->first_child &&
	       CMARK_NODE_TYPE_INLINE_P(block->first_child->type);
}

static bool holds_links(const cmark_node *block)
{
	for (const cmark_node *n = block->first_child; n; n = node_next(n, block))
		if (n->type == CMARK_NODE_LINK || n->type == CMARK_NODE_IMAGE)
			return true;
	return false;
}

static void find_links(struct finder *f)
{
	const cmark_node *root = f->doc->root;
	for (const cmark_node *n = root->first_child, *next; n; n = next) {
		bool is_text = holds_text(n);
		next = is_text ? node_next_beside(n, root) : node_next(n, root);
		if (is_text && holds_links(n))
			find_in_block(f, n);
	}
}

/* Tags and raw HTML. */

const char *element_destination(const struct element *e)
{
	static const char *const of_tags[] = {"url", "page", "src"};
	static const char *const of_includes[] = {"", "src", "path", "file"};
	bool is_include = e->tag && e->tag->id == TAG_INCLUDE;
	const char *const *names = is_include ? of_includes : of_tags;
	size_t n = is_include ? COUNT(of_includes) : COUNT(of_tags);
	const char *value = NULL;
	for (size_t i = 0; e->tag && i < n && !value; i++)
		value = element_attribute(e, names[i]);
	if (e->tag)
		return value;
	switch (e->html->id) {
	case HTML_A: return element_attribute(e, "href");
	case HTML_IMG: return element_attribute(e, "src");
	case HTML_SOURCE: return element_attribute(e, "srcset");
	default: return NULL;
	}
}

/* `<a href="#x" id="x">` says an id and leads nowhere. */
static bool is_place(const struct element *e, const char *value)
{
	const char *id = element_attribute(e, "id");
	return id && *value == '#' && strcmp(value + 1, id) == 0;
}

/* `srcset` may hold a width or a density behind its address. */
static const char *address_of(struct finder *f, const struct element *e)
{
	const char *value = element_destination(e);
	const char *space = value ? strrchr(value, ' ') : NULL;
	bool is_set = space && !e->tag && e->html->id == HTML_SOURCE;
	size_t n = is_set ? strspn(space + 1, "0123456789.") : 0;
	bool has_size = n > 0 && (space[n + 1] == 'x' || space[n + 1] == 'w');
	return has_size ? arena_copy(f->doc->arena, value, (size_t)(space - value))
	                : value;
}

/* The byte of a column. Elements come nearly in the order of the text, so counting goes
 * on where it stopped. */
static const char *byte_at(struct finder *f, struct place at)
{
	size_t len;
	const char *line = document_line(f->doc, at.line, &len);
	if (f->line != at.line || f->column > at.column || !f->byte) {
		f->line = at.line;
		f->column = 1;
		f->byte = line;
	}
	while (f->column < at.column && f->byte < line + len) {
		text_next(&f->byte, line + len);
		f->column++;
	}
	return f->byte;
}

static bool is_value(struct finder *f, const struct candidate *c, const char *value)
{
	struct bytes decoded = decode(f, c);
	size_t len = strlen(value);
	if (is_same(decoded, value, len))
		return true;
	return decoded.len > len && memcmp(decoded.data, value, len) == 0 &&
	       decoded.data[len] == ' ' && !memchr(c->start, '&', len);
}

/* Whether the tag that starts at `at` holds the value, which is recorded. */
static bool find_in_tag(struct finder *f, const char *at, const struct written *w)
{
	size_t left = (size_t)(text_end(f) - at);
	const char *end = at + (left < MOST_TAG_BYTES ? left : MOST_TAG_BYTES);
	struct candidates c = {.arena = f->doc->arena};
	candidates_of_tag(&c, at, end);
	bool is_include = w->element->tag && w->element->tag->id == TAG_INCLUDE;
	for (size_t i = 0; i < c.n; i++) {
		if (!is_value(f, &c.items[i], w->value))
			continue;
		size_t len = strlen(w->value);
		if ((size_t)(c.items[i].end - c.items[i].start) > len &&
		    memcmp(c.items[i].start, w->value, len) == 0)
			c.items[i].end = c.items[i].start + len; /* srcset */
		if (is_include)
			c.items[i].kind = DESTINATION_INCLUDE;
		add(f, c.items[i], *w);
		return true;
	}
	return false;
}

/* Within a line, columns of raw HTML are not sure: then any tag that starts on its lines
 * is tried. */
static bool find_on_lines(struct finder *f, const struct written *w)
{
	const struct element *e = w->element;
	struct region r =
		region_of_lines(f->doc, e->at.line,
	                        e->last_line > e->at.line ? e->last_line : e->at.line);
	int n_tries = 0;
	for (const char *at = r.start; at && at < r.end && n_tries < MOST_TRIES; at++) {
		bool is_start =
			*at == '<' || (*at == '{' && r.end - at > 1 && at[1] == '%');
		n_tries += is_start;
		if (is_start && find_in_tag(f, at, w))
			return true;
	}
	return false;
}

static void find_element(struct finder *f, const struct element *e)
{
	struct written w = {.element = e, .value = address_of(f, e)};
	if (!w.value || !*w.value || is_place(e, w.value))
		return;
	const char *at = byte_at(f, e->at);
	bool is_found =
		at < text_end(f) && (*at == '<' || *at == '{') && find_in_tag(f, at, &w);
	if (!is_found && !find_on_lines(f, &w))
		f->found->n_missed++;
}

static int compare(const void *a, const void *b)
{
	const struct written *x = a, *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* What a table was made into leads where its source leads: once. What was found first
 * stays. */
static void keep_each_once(struct destinations *d)
{
	size_t n = 0;
	if (d->n > 1)
		qsort(d->items, d->n, sizeof *d->items, compare);
	for (size_t i = 0; i < d->n; i++)
		if (n == 0 || d->items[i].start >= d->items[n - 1].end)
			d->items[n++] = d->items[i];
	d->n = n;
}

struct destinations destinations_find(struct document *doc)
{
	struct destinations found = {0};
	struct finder f = {.doc = doc, .found = &found};
	f.definitions = map_new(doc->arena);
	find_links(&f);
	for (size_t i = 0; i < doc->n_elements; i++)
		find_element(&f, doc->elements[i]);
	keep_each_once(&found);
	return found;
}
