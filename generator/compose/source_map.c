#include "base/file.h"
#include "compose/compose_internal.h"
#include "markup/tags.h"

#include <string.h>

#include "base/text.h"
#include "compose/links_internal.h"
#include "course/find.h"
#include "settle/destinations.h"

/* Files. */

static uint32_t number_file(struct composing *c, const char *path)
{
	struct source_map *s = &c->source_map;
	for (size_t i = 0; i < s->n_files; i++)
		if (strcmp(s->files[i], path) == 0)
			return (uint32_t)i;
	ARRAY_ADD(c->doc.arena, s->files, s->n_files, s->cap_files, path);
	return (uint32_t)s->n_files - 1;
}

/* Of a note that an included file has, an element within says whose file it is. */
static bool is_around_footnote(const cmark_node *node)
{
	return include_of(node) && node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION;
}

void source_map_number_files(struct composing *c)
{
	struct source_map *s = &c->source_map;
	cmark_node *root = c->doc.root;
	number_file(c, c->page->path);
	for (cmark_node *n = root; n && c->doc.has_includes; n = node_next(n, root)) {
		struct include *include = include_of(n);
		if (!include || is_around_footnote(n))
			continue;
		include->number = number_file(c, include->path);
		ARRAY_ADD(c->doc.arena, s->includes, s->n_includes, s->cap_includes,
		          include);
	}
}

struct document *source_map_document(struct composing *c, struct include *include)
{
	return include ? &include->doc : &c->doc;
}

/* Blocks. */

static enum block_kind kind_of(const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (e)
		return !e->tag                     ? BLOCK_HTML
		       : e->tag->id == TAG_INCLUDE ? BLOCK_INCLUDE
		                                   : BLOCK_TAG;
	switch (node->type) {
	case CMARK_NODE_PARAGRAPH: return BLOCK_PARAGRAPH;
	case CMARK_NODE_HEADING: return BLOCK_HEADING;
	case CMARK_NODE_LIST: return BLOCK_LIST;
	case CMARK_NODE_ITEM: return BLOCK_ITEM;
	case CMARK_NODE_CODE_BLOCK: return BLOCK_CODE;
	case CMARK_NODE_BLOCK_QUOTE: return BLOCK_QUOTE;
	case CMARK_NODE_THEMATIC_BREAK: return BLOCK_RULE;
	case CMARK_NODE_FOOTNOTE_DEFINITION: return BLOCK_FOOTNOTE;
	default: break;
	}
	switch (node_gfm_type(node)) {
	case GFM_TABLE: return BLOCK_TABLE;
	case GFM_TABLE_ROW: return BLOCK_ROW;
	default: return N_BLOCK_KINDS; /* a cell: its row is enough */
	}
}

/* What blocks are being noted in. */
struct walk {
	struct composing *c;
	struct include *include; /* NULL: the page's own text */
};

static bool is_blank_line(struct document *doc, int line)
{
	size_t len;
	const char *text = document_line(doc, line, &len);
	return text_is_blank(text, len);
}

/* Where a block ends that says so itself; of what holds blocks, these know it. */
static int own_last(struct walk *w, const cmark_node *node, enum block_kind kind)
{
	static const bool holds_blocks[N_BLOCK_KINDS] = {[BLOCK_LIST] = true,
	                                                 [BLOCK_ITEM] = true,
	                                                 [BLOCK_QUOTE] = true,
	                                                 [BLOCK_FOOTNOTE] = true};
	const struct element *e = node_element(node);
	int last = e ? e->last_line : holds_blocks[kind] ? 0 : node->end_line;
	if (kind == BLOCK_ROW && node->next) /* code in a cell may have lines */
		last = node->prev ? node->next->start_line - 1 : node->start_line;
	else if (kind == BLOCK_ROW && node->parent->end_line > last)
		last = node->prev ? node->parent->end_line : node->start_line;
	while (last > node->start_line &&
	       is_blank_line(source_map_document(w->c, w->include), last))
		last--;
	return last > node->start_line ? last : node->start_line;
}

static void enter(struct walk *w, cmark_node *node)
{
	struct source_map *s = &w->c->source_map;
	enum block_kind kind = kind_of(node);
	node_set_number(node, 0);
	if (kind == BLOCK_FOOTNOTE && node->first_child && include_of(node->first_child))
		w->include = include_of(node->first_child);
	if (kind == N_BLOCK_KINDS || is_around_footnote(node))
		return;
	struct block block = {.kind = kind,
	                      .file = w->include ? w->include->number : 0,
	                      .first = node->start_line,
	                      .last = own_last(w, node, kind)};
	ARRAY_ADD(w->c->doc.arena, s->blocks, s->n_blocks, s->cap_blocks, block);
	node_set_number(node, s->n_blocks);
	if (kind == BLOCK_INCLUDE && include_of(node))
		w->include = include_of(node);
}

/* What is around a block reaches as far as it does, in the same file. */
static void leave(struct walk *w, const cmark_node *node)
{
	struct block *blocks = w->c->source_map.blocks;
	if (include_of(node))
		w->include =
			is_around_footnote(node)
				? NULL
				: (struct include *)(uintptr_t)include_of(node)->outer;
	const cmark_node *around = node->parent;
	while (around->parent && !node_number(around))
		around = around->parent;
	if (!node_number(node) || !node_number(around))
		return;
	const struct block *inner = &blocks[node_number(node) - 1];
	struct block *outer = &blocks[node_number(around) - 1];
	if (inner->file == outer->file && inner->last > outer->last)
		outer->last = inner->last;
}

/* The first child that is a block; what is within lines holds none. */
static cmark_node *first_block(cmark_node *child)
{
	while (child && CMARK_NODE_TYPE_INLINE_P(child->type))
		child = child->next;
	return child;
}

void source_map_record_blocks(struct composing *c)
{
	struct walk w = {.c = c};
	cmark_node *root = c->doc.root;
	node_set_number(root, 0);
	for (cmark_node *n = first_block(root->first_child); n;) {
		enter(&w, n);
		cmark_node *child = first_block(n->first_child);
		if (child) {
			n = child;
			continue;
		}
		cmark_node *next;
		for (leave(&w, n); !(next = first_block(n->next)) && n->parent != root;
		     leave(&w, n))
			n = n->parent;
		n = next;
	}
}

void source_map_record_questions(struct composing *c, struct quiz *quiz)
{
	struct source_map *s = &c->source_map;
	for (size_t i = 0; i < quiz->n; i++) {
		struct question *q = &quiz->questions[i];
		struct block block = {.kind = BLOCK_QUESTION,
		                      .first = q->heading->start_line,
		                      .last = q->heading->start_line};
		for (const cmark_node *n = q->heading; n != q->end; n = n->next) {
			size_t number = node_number(n);
			int last = number ? s->blocks[number - 1].last : 0;
			block.last = last > block.last ? last : block.last;
		}
		ARRAY_ADD(c->doc.arena, s->blocks, s->n_blocks, s->cap_blocks, block);
		q->block = s->n_blocks;
	}
}

/* Destinations. */

static uint32_t number_of(const struct composing *c, const struct source_file *file)
{
	return file ? (uint32_t)(file - c->site->source.files) : NO_TARGET;
}

/* What an address means that no link of the page has: one that is not shown. */
static uint32_t resolve_quietly(struct composing *c, const char *from, const char *value)
{
	struct address address = link_take_apart(c->doc.arena, value);
	const char *path = path_resolve(c->doc.arena, from, address.path);
	bool is_elsewhere = strstr(value, "://") || !*address.path;
	return is_elsewhere || !path ? NO_TARGET
	                             : number_of(c, site_find_file(c->site, path));
}

static uint32_t target_of(struct composing *c, const struct written *w, const char *from)
{
	const struct element *e = w->element;
	if (w->kind == DESTINATION_INCLUDE) {
		const struct include *include = e->note;
		return include ? number_of(c, include->file) : NO_TARGET;
	}
	const struct link_note *note = e ? element_link(e) : link_note_of(w->node);
	if (!note)
		return resolve_quietly(c, from, w->value);
	return number_of(c, note->page ? note->page->file : note->file);
}

static void note_destinations(struct composing *c, struct include *include,
                              const struct destinations *d)
{
	const struct document *doc = source_map_document(c, include);
	struct source_map *s = &c->source_map;
	const char *from = include ? include->path : c->page->path;
	s->n_lost += doc->file ? d->n_missed : d->n_missed + d->n;
	size_t offset = doc->file ? (size_t)(doc->text - doc->file) : 0;
	for (size_t i = 0; doc->file && i < d->n; i++) {
		const struct written *w = &d->items[i];
		struct destination item = {.kind = w->kind,
		                           .file = include ? include->number : 0,
		                           .start = (uint32_t)(offset + w->start),
		                           .end = (uint32_t)(offset + w->end),
		                           .target = target_of(c, w, from)};
		ARRAY_ADD(c->doc.arena, s->destinations, s->n_destinations,
		          s->cap_destinations, item);
	}
}

/* A file that is included twice has its destinations once. */
static bool is_first_of_file(const struct source_map *s, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (s->includes[k]->number == s->includes[i]->number)
			return false;
	return true;
}

void source_map_record_destinations(struct composing *c)
{
	struct source_map *s = &c->source_map;
	note_destinations(c, NULL, &s->written);
	for (size_t i = 0; i < s->n_includes; i++)
		if (is_first_of_file(s, i))
			note_destinations(c, s->includes[i],
			                  &s->includes[i]->destinations);
}
