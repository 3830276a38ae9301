#include "base/buf.h"
#include "compose/compose_internal.h"
#include "markup/rawhtml.h"
#include "markup/tags.h"
#include "settle/notes.h"

#include <string.h>

#include "base/text.h"
#include "course/find.h"
#include "course/front.h"
#include "french/anchors.h"
#include "settle/settle.h"

/*
 * Headings and other anchors of a page that links may lead to: their ids,
 * their levels, their words.
 */

enum { FIRST_LEVEL = 2 };

static void drop_id(struct element *e)
{
	for (size_t i = 0; i < e->n_attributes; i++)
		if (e->attributes[i].name && strcmp(e->attributes[i].name, "id") == 0)
			e->attributes[i].value = NULL;
}

/* The id of an `<a>`; NULL: it is none, or has none. */
static const char *anchor_id(const cmark_node *node)
{
	const struct element *e = node_is_html(node, HTML_A) ? node_element(node) : NULL;
	const char *id = element_attribute(e, "id");
	return id && *id ? id : NULL;
}

/* `<a href="#x" id="x"></a>` in a heading: GitBook's way to say its id. Taken out; around
 * its words it loses the id. */
static const char *take_explicit_id(cmark_node *heading)
{
	const char *id = NULL;
	for (cmark_node *n = heading->first_child, *next; n; n = next) {
		next = n->next;
		const char *value = anchor_id(n);
		if (!value || (id && n->first_child))
			continue;
		id = id ? id : value;
		if (n->first_child)
			drop_id(node_element(n));
		else
			node_unlink(n);
	}
	return id;
}

static void add_heading(struct composing *c, struct heading h)
{
	ARRAY_ADD(c->doc.arena, c->headings, c->n_headings, c->cap_headings, h);
}

static const char *heading_id(struct composing *c, const char *explicit_id,
                              const char *computed, struct place at)
{
	if (explicit_id && ids_take(&c->ids, explicit_id))
		return explicit_id;
	if (explicit_id)
		diag_report(c->links.diag, MSG_ID_DUPLICATE, at, explicit_id, NULL);
	return ids_free(&c->ids, *computed ? computed : "section");
}

/*
 * The level at which a heading is written: one below the heading that it
 * belongs to, so that no level is skipped, as RGAA 9.1 asks. Headings of one
 * level under the same heading stay equal.
 */
static int outline_level(struct composing *c, int level)
{
	level = level < FIRST_LEVEL ? FIRST_LEVEL : level;
	while (c->n_levels > 0 && c->levels[c->n_levels - 1] >= level)
		c->n_levels--;
	c->levels[c->n_levels++] = level;
	return FIRST_LEVEL + c->n_levels - 1;
}

static void keep_waiting(struct composing *c, const char *id)
{
	ARRAY_ADD(c->doc.arena, c->waiting, c->n_waiting, c->cap_waiting, id);
}

static bool is_one_blank(const cmark_node *node)
{
	return node->type == CMARK_NODE_SOFTBREAK ||
	       (node->type == CMARK_NODE_TEXT && node->as.literal.len == 1 &&
	        *node->as.literal.data == ' ');
}

/* `<a name="x"></a>` alone in front of a heading, and nothing else: the heading answers
 * for it. */
static bool is_above_heading(const cmark_node *paragraph)
{
	const cmark_node *n = paragraph->first_child;
	if (!paragraph->next || paragraph->next->type != CMARK_NODE_HEADING)
		return false;
	while (n && (is_one_blank(n) || (anchor_id(n) && !n->first_child)))
		n = n->next;
	return !n;
}

void headings_note_paragraph(struct composing *c, cmark_node *node)
{
	if (!is_above_heading(node))
		return;
	for (const cmark_node *n = node->first_child; n; n = n->next)
		if (anchor_id(n))
			keep_waiting(c, anchor_id(n));
	node_unlink(node);
}

static bool holds_image(const cmark_node *node)
{
	for (const cmark_node *n = node->first_child; n; n = node_next(n, node))
		if (n->type == CMARK_NODE_IMAGE || node_is_html(n, HTML_IMG))
			return true;
	return false;
}

static bool is_in_image(const cmark_node *node)
{
	for (const cmark_node *up = node->parent;
	     up && CMARK_NODE_TYPE_INLINE_P(up->type); up = up->parent)
		if (up->type == CMARK_NODE_IMAGE)
			return true;
	return false;
}

enum images { BESIDE_IMAGES, WITH_IMAGES };

static const char *join_runs(struct arena *a, const struct runs *runs, enum images which)
{
	struct buf b = buf_new(a);
	buf_reserve(&b, 0);
	for (size_t i = 0; i < runs->n; i++)
		if (which == WITH_IMAGES || !is_in_image(runs->nodes[i]))
			buf_add(&b, runs->items[i].text, runs->items[i].len);
	return compose_trim(b.data);
}

/* The words of a heading as they were typed: those that node_title finds. */
static const char *typed_text(struct arena *a, const struct runs *runs)
{
	const char *words = join_runs(a, runs, BESIDE_IMAGES);
	return *words ? words : join_runs(a, runs, WITH_IMAGES);
}

static bool is_in_tab(const cmark_node *heading)
{
	const cmark_node *up = heading->parent;
	while (up && !node_is_tag(up, TAG_TAB))
		up = up->parent;
	return up != NULL;
}

void headings_note(struct composing *c, cmark_node *node, const struct runs *runs)
{
	const char *explicit_id = take_explicit_id(node);
	char *text = compose_trim(node_title(c->doc.arena, node));
	if (!*text && !holds_image(node)) {
		if (explicit_id) /* the next one answers for it */
			keep_waiting(c, explicit_id);
		node_unlink(node);
		return;
	}
	struct heading_note *note = arena_alloc(c->doc.arena, sizeof *note);
	const char *computed = anchor_gitbook(c->doc.arena, text);
	const char *github =
		anchor_rules_agree(text)
			? computed
			: anchor_github(c->doc.arena, typed_text(c->doc.arena, runs));
	note->text = text;
	note->level = outline_level(c, node->as.heading.level);
	note->id = heading_id(c, explicit_id, computed, node_place(c->links.doc, node));
	note->has_own_id = explicit_id && note->id == explicit_id;
	heading_note_set(node, note);
	note->number = c->n_headings;
	aliases_record(&c->aliases,
	               (struct titled){note, c->n_headings, computed, github});
	struct heading h = {.level = note->level,
	                    .id = note->id,
	                    .text = text,
	                    .is_in_tab = is_in_tab(node)};
	for (; c->n_waiting > 0; c->n_waiting--)
		aliases_add(&c->aliases, &h, c->waiting[c->n_waiting - 1]);
	note->aliases = h.aliases;
	note->n_aliases = h.n_aliases;
	add_heading(c, h);
}

/* A title of front matter stands for the heading, whose words nobody sees then. */
static void report_title(struct composing *c, const cmark_node *heading, const char *text)
{
	struct arena *a = c->doc.arena;
	const char *title = c->page->title;
	if (c->page->has_lost_header || /* told already, and mended first */
	    !c->page->front->title)
		return;
	if (*text && !path_is_page(text, strlen(text)) && strcmp(text, title) != 0 &&
	    strcmp(anchor_bare(a, text), anchor_bare(a, title)) != 0)
		diag_report(c->links.diag, MSG_TITLE_HIDDEN,
		            node_place(c->links.doc, heading), text, title, NULL);
}

void headings_take_title(struct composing *c)
{
	cmark_node *first = c->doc.root->first_child;
	struct heading h = {.level = 1, .id = composed_title_id, .text = c->page->title};
	if (first && first->type == CMARK_NODE_HEADING && first->as.heading.level == 1) {
		const char *explicit_id = take_explicit_id(first);
		const char *text = compose_trim(node_title(c->doc.arena, first));
		c->out.n_words += text_words(text, strlen(text));
		report_title(c, first, text);
		if (explicit_id)
			aliases_add(&c->aliases, &h, explicit_id);
		aliases_record(&c->aliases, (struct titled){.github = anchor_github(
								    c->doc.arena, text)});
		node_unlink(first);
	}
	add_heading(c, h);
}

static void set_outline_level(struct composing *c, struct element *e)
{
	int level = outline_level(c, (int)(e->html->id - HTML_H1) + 1);
	e->settled.written = HTML_H1 + (enum html_id)(level - 1);
	e->html = html_element_of(e->settled.written);
}

/* What has an id in raw HTML; of a heading the words are known, too. */
static void add_anchor(struct composing *c, const cmark_node *node, const char *id,
                       bool is_heading)
{
	struct heading h = {.level = 0, .id = id, .text = ""};
	if (is_heading)
		h.text = compose_trim(node_title(c->doc.arena, node));
	add_heading(c, h);
}

void headings_note_html(struct composing *c, const cmark_node *node, struct element *e)
{
	const char *id = element_attribute(e, "id");
	bool is_heading = settle_heading(node);
	if (id && *id && !ids_take(&c->ids, id)) {
		diag_report(c->links.diag, MSG_ID_DUPLICATE, e->at, id, NULL);
		drop_id(e);
	} else if (id && *id) {
		add_anchor(c, node, id, is_heading);
	}
	if (is_heading)
		set_outline_level(c, e);
}
