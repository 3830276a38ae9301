#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "compose/compose_internal.h"
#include "markup/rawhtml.h"

#include <string.h>

#include "base/text.h"
#include "compose/lexicon.h"
#include "french/anchors.h"

enum {
	LONGEST_EXCERPT = 160,
	USUAL_LENGTH = 1000, /* of a section's text, for which there is room at once */
	MOST_PARAGRAPHS = 4,
	MOST_OPEN_FOOTNOTES = 20
};

/* A section while its page is read. */
struct passage {
	struct section facts;
	const cmark_node *heading; /* NULL: the title */
	struct include *include;   /* the file that it starts in; NULL: the page's own */
	const cmark_node *paragraphs[MOST_PARAGRAPHS]; /* the first ones */
	size_t n_paragraphs;
	const char *text; /* as it was typed */
	size_t len;
};

struct sections {
	struct passage *items;
	size_t n, cap;
	struct lexicon *lexicon;
	struct buf text;      /* of the section that is read */
	bool *seen_footnotes; /* by number: footnotes that were read where they are called
	                       */
	size_t n_seen, cap_seen;
	struct include *include;
	int n_open_footnotes; /* that call each other, and are read */
};

/* Reading. */

/* Ends of lines and of blocks are blanks: a text that is broken elsewhere is the same. */
static void add_gap(struct sections *s)
{
	if (s->text.len > 0 && s->text.data[s->text.len - 1] != ' ')
		buf_add_char(&s->text, ' ');
}

static void close_part(struct composing *c)
{
	struct sections *s = c->sections;
	struct passage *part = &s->items[s->n - 1];
	struct section *facts = &part->facts;
	while (s->text.len > 0 && s->text.data[s->text.len - 1] == ' ')
		s->text.len--;
	buf_reserve(&s->text, LEXICON_ROOM);
	memset(s->text.data + s->text.len, 0, LEXICON_ROOM);
	part->text = buf_text(&s->text);
	part->len = s->text.len;
	facts->hash = hash_content(part->text, part->len);
	facts->first_count = (uint32_t)s->lexicon->n_counts;
	lexicon_count(s->lexicon, part->text, part->len);
	facts->n_counts = (uint32_t)s->lexicon->n_counts - facts->first_count;
}

static void open_part(struct composing *c, const cmark_node *heading)
{
	struct sections *s = c->sections;
	struct passage part = {.heading = heading, .include = s->include};
	const struct document *doc = source_map_document(c, s->include);
	if (s->n > 0)
		close_part(c);
	part.facts.file = s->include ? s->include->number : 0;
	part.facts.first = heading ? heading->start_line : doc->first_line;
	ARRAY_ADD(c->doc.arena, s->items, s->n, s->cap, part);
	s->text = buf_new(c->doc.arena);
	buf_reserve(&s->text, USUAL_LENGTH);
}

/* Whether a heading says anything: one that does not is taken out. */
static bool says_something(const cmark_node *heading)
{
	for (const cmark_node *n = heading->first_child; n; n = node_next(n, heading)) {
		bool is_words = n->type == CMARK_NODE_TEXT || n->type == CMARK_NODE_CODE;
		if (n->type == CMARK_NODE_IMAGE || node_is_html(n, HTML_IMG) ||
		    (is_words && !text_is_blank((const char *)n->as.literal.data,
		                                (size_t)n->as.literal.len)))
			return true;
	}
	return false;
}

static bool starts_section(const struct composing *c, const cmark_node *node)
{
	bool is_title = node == c->doc.root->first_child && node->as.heading.level == 1;
	return node->type == CMARK_NODE_HEADING && !is_title && says_something(node);
}

/* Words that a tag or an image shows from its attributes. */
static void add_attributes(struct sections *s, const struct element *e)
{
	static const char *const shown[] = {"title", "caption", "summary", "description",
	                                    "alt"};
	for (size_t i = 0; e->n_attributes > 0 && i < COUNT(shown); i++) {
		const char *value = element_attribute(e, shown[i]);
		if (!value || !*value)
			continue;
		add_gap(s);
		buf_add_string(&s->text, value);
		add_gap(s);
	}
}

static void read_tree(struct composing *c, cmark_node *root);

/* A footnote is read where it is called first. */
static void read_footnote(struct composing *c, const cmark_node *call)
{
	struct sections *s = c->sections;
	size_t number = 0;
	for (bufsize_t i = 0; i < call->as.literal.len; i++)
		number = number * 10 + (size_t)(call->as.literal.data[i] - '0');
	while (s->n_seen <= number)
		ARRAY_ADD(c->doc.arena, s->seen_footnotes, s->n_seen, s->cap_seen, false);
	bool is_new = !s->seen_footnotes[number] && call->parent_footnote_def;
	s->seen_footnotes[number] = true;
	if (!is_new || s->n_open_footnotes == MOST_OPEN_FOOTNOTES)
		return;
	s->n_open_footnotes++;
	add_gap(s);
	read_tree(c, call->parent_footnote_def);
	add_gap(s);
	s->n_open_footnotes--;
}

static void read_block(struct composing *c, cmark_node *node)
{
	struct sections *s = c->sections;
	add_gap(s);
	if (starts_section(c, node))
		open_part(c, node);
	struct passage *part = &s->items[s->n - 1];
	if ((node->type == CMARK_NODE_PARAGRAPH || node_is_html(node, HTML_P)) &&
	    s->n_open_footnotes == 0 && part->n_paragraphs < MOST_PARAGRAPHS)
		part->paragraphs[part->n_paragraphs++] = node;
	if (node->type == CMARK_NODE_CODE_BLOCK)
		buf_add(&s->text, (const char *)node->as.code.literal.data,
		        (size_t)node->as.code.literal.len);
}

static void read_node(struct composing *c, cmark_node *node)
{
	struct sections *s = c->sections;
	const struct element *e;
	switch (node->type) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		buf_add(&s->text, (const char *)node->as.literal.data,
		        (size_t)node->as.literal.len);
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK: add_gap(s); break;
	case CMARK_NODE_FOOTNOTE_REFERENCE: read_footnote(c, node); break;
	default:
		if (CMARK_NODE_TYPE_BLOCK_P(node->type))
			read_block(c, node);
		if ((e = node_element(node)))
			add_attributes(s, e);
	}
}

static void read_tree(struct composing *c, cmark_node *root)
{
	struct sections *s = c->sections;
	for (cmark_node *n = root->first_child; n;) {
		struct include *include = c->doc.has_includes ? include_of(n) : NULL;
		if (include) {
			struct include *outer = s->include;
			s->include = include;
			add_gap(s);
			read_tree(c, n);
			add_gap(s);
			s->include = outer;
		} else {
			read_node(c, n);
		}
		bool is_done = include || n->type == CMARK_NODE_FOOTNOTE_DEFINITION;
		n = is_done ? node_next_beside(n, root) : node_next(n, root);
	}
}

void sections_read(struct composing *c, struct lexicon *lexicon)
{
	struct sections *s = arena_alloc(c->doc.arena, sizeof *s);
	c->sections = s;
	s->lexicon = lexicon;
	lexicon_begin_page(lexicon, c->doc.arena);
	open_part(c, NULL);
	read_tree(c, c->doc.root);
	close_part(c);
	lexicon_end_page(lexicon);
	c->out.words = lexicon->names.data;
	c->out.words_size = lexicon->names.len;
	c->out.n_distinct = lexicon->n_used;
	c->out.word_counts = lexicon->counts;
	c->out.n_word_counts = lexicon->n_counts;
	c->out.pairs = lexicon_pairs(lexicon, &c->out.n_pairs);
}

/* Naming. */

/* The words of a block as they are printed. */
static void add_printed(struct buf *b, const cmark_node *block)
{
	for (const cmark_node *n = block->first_child; n;) {
		const struct link_note *note = link_note_of(n);
		bool is_named = note && n->type == CMARK_NODE_LINK && note->text;
		if (is_named)
			buf_add_string(b, note->text);
		else if (n->type == CMARK_NODE_TEXT || n->type == CMARK_NODE_CODE)
			buf_add(b, (const char *)n->as.literal.data,
			        (size_t)n->as.literal.len);
		else if (n->type == CMARK_NODE_SOFTBREAK ||
		         n->type == CMARK_NODE_LINEBREAK || node_is_html(n, HTML_BR))
			buf_add_char(b, ' ');
		bool is_picture = n->type == CMARK_NODE_IMAGE;
		n = is_named || is_picture ? node_next_beside(n, block)
		                           : node_next(n, block);
	}
}

/* The character behind the first ones of a text; its end when it has no more than these.
 */
static const char *behind_first(const char *text, const char *end)
{
	const uint64_t ones = 0x0101010101010101u;
	const char *at = text;
	int n = 0;
	for (; n + 8 <= LONGEST_EXCERPT && end - at >= 8; at += 8) {
		uint64_t x;
		memcpy(&x, at, sizeof x);
		uint64_t inner =
			(x & ~(x << 1)) >> 7 & ones; /* bytes that start nothing */
		n += 8 - (int)(inner * ones >> 56);
	}
	for (; at < end; at++)
		if (((unsigned char)*at & 0xc0) != 0x80 && n++ == LONGEST_EXCERPT)
			break;
	return at;
}

/* The first characters of a text, up to the end of a word. */
static const char *cut_excerpt(struct buf *b)
{
	const char *text = buf_text(b), *end = text + b->len;
	const char *at = behind_first(text, end), *space = at;
	if (at == end)
		return text;
	while (space > text && *space != ' ')
		space--;
	b->len = (size_t)((*space == ' ' ? space : at) - text);
	buf_add_string(b, "…");
	return buf_text(b);
}

static const char *excerpt(struct composing *c, const struct passage *part)
{
	struct buf b = buf_new(c->doc.arena);
	for (size_t i = 0; i < part->n_paragraphs && b.len < LONGEST_EXCERPT; i++) {
		const cmark_node *paragraph = part->paragraphs[i];
		if (!paragraph->parent) /* it was taken out */
			continue;
		if (b.len > 0 && b.data[b.len - 1] != ' ')
			buf_add_char(&b, ' ');
		add_printed(&b, paragraph);
	}
	char *tab = b.len ? strchr(b.data, '\t') : NULL;
	for (; tab; tab = strchr(tab, '\t'))
		*tab = ' ';
	return cut_excerpt(&b);
}

/* The line before the next section of the same file, without the empty ones. */
static int last_line(struct composing *c, size_t number)
{
	struct sections *s = c->sections;
	const struct passage *part = &s->items[number];
	struct document *doc = source_map_document(c, part->include);
	size_t len;
	document_line(doc, doc->first_line, &len); /* makes the index */
	int last = doc->first_line + (int)doc->n_lines - 1;
	for (size_t i = number + 1; i < s->n; i++) {
		const struct passage *next = &s->items[i];
		if (next->facts.file != part->facts.file)
			continue;
		if (next->facts.first >= part->facts.first) /* or it is included again */
			last = next->facts.first - 1;
		break;
	}
	for (; last >= part->facts.first; last--) {
		const char *line = document_line(doc, last, &len);
		if (!text_is_blank(line, len))
			break;
	}
	return last;
}

/* A heading's number: they come in the order of the sections. */
static bool find_heading(struct composing *c, const struct passage *part, size_t *at)
{
	const struct heading_note *note =
		part->heading ? heading_note_of(part->heading) : NULL;
	if (!part->heading)
		return true;
	for (size_t i = *at + 1; note && i < c->n_headings; i++)
		if (c->headings[i].level > 0 && c->headings[i].id == note->id) {
			*at = i;
			return true;
		}
	return false; /* what it stood in is not shown */
}

void sections_name(struct composing *c)
{
	struct sections *s = c->sections;
	struct section *sections = arena_array(c->doc.arena, s->n, sizeof *sections);
	size_t heading = 0, n = 0;
	for (size_t i = 0; i < s->n; i++) {
		struct passage *part = &s->items[i];
		if (!find_heading(c, part, &heading))
			continue;
		part->facts.heading = (uint32_t)heading;
		part->facts.level = (uint32_t)c->headings[heading].level;
		part->facts.last = last_line(c, i);
		part->facts.excerpt = excerpt(c, part);
		sections[n++] = part->facts;
	}
	c->out.sections = sections;
	c->out.n_sections = n;
}

/* Questions. */

/* All that a question says: the texts of its sections. */
static struct bytes question_text(struct composing *c, const struct question *q,
                                  uint32_t *heading)
{
	const struct sections *s = c->sections;
	struct buf b = buf_new(c->doc.arena);
	size_t i = 0;
	while (i < s->n && s->items[i].heading != q->heading)
		i++;
	*heading = i < s->n ? s->items[i].facts.heading : 0;
	for (; i < s->n && (!q->end || s->items[i].heading != q->end); i++) {
		buf_add(&b, s->items[i].text, s->items[i].len);
		buf_add_char(&b, ' ');
	}
	return (struct bytes){buf_text(&b), b.len};
}

static bool has_same_words(const struct asked *items, size_t n, size_t number)
{
	for (size_t i = 0; i < n; i++)
		if (i != number && strcmp(items[i].id, items[number].id) == 0)
			return true;
	return false;
}

/* Ids of the same words get a hash each, and a number where even that is the same. */
static void part_ids(struct composing *c, struct asked *items, const struct quiz *quiz)
{
	struct arena *a = c->doc.arena;
	const char **ids = arena_array(a, quiz->n + 1, sizeof *ids);
	for (size_t i = 0; i < quiz->n; i++) {
		bool is_own = heading_note_of(quiz->questions[i].heading)->has_own_id;
		ids[i] = is_own || !has_same_words(items, quiz->n, i)
		                 ? items[i].id
		                 : arena_format(a, "%s-%08x", items[i].id,
		                                (unsigned)(items[i].hash & 0xffffffffu));
	}
	for (size_t i = 0; i < quiz->n; i++)
		items[i].id = ids[i];
	for (size_t i = 1; i < quiz->n; i++)
		for (int n = 2; has_same_words(items, i + 1, i); n++)
			items[i].id = arena_format(a, "%s-%d", ids[i], n);
}

void sections_record_questions(struct composing *c, const struct quiz *quiz)
{
	struct asked *items = arena_array(c->doc.arena, quiz->n + 1, sizeof *items);
	for (size_t i = 0; i < quiz->n; i++) {
		const struct question *q = &quiz->questions[i];
		const struct heading_note *note = heading_note_of(q->heading);
		struct bytes text = question_text(c, q, &items[i].heading);
		const char *words = anchor_gitbook(c->doc.arena, note->text);
		items[i].hash = hash_content(text.data, text.len);
		items[i].id = note->has_own_id ? note->id : *words ? words : "question";
	}
	part_ids(c, items, quiz);
	c->out.questions = items;
}
