#include "theme/view.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "course/front.h"
#include "course/page_kinds.h"
#include "data/url.h"
#include "french/locale.h"
#include "markup/rawhtml.h"
#include "source/history.h"
#include "theme/body.h"
#include "theme/view_internal.h"
#include "words/calendar.h"
#include "words/labels.h"

static struct value page_object(const struct page *page)
{
	return value_object(&view_page_type, page);
}

struct value view_page_list(const struct page_list *pages, struct view *view)
{
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	list->items = arena_array(view->arena, pages->n, sizeof *list->items);
	for (; list->n < pages->n; list->n++)
		list->items[list->n] = page_object(pages->items[list->n]);
	list->cap = list->n;
	return value_of_list(list);
}

static struct value text_list(const char *const *texts, size_t n, struct view *view)
{
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	for (size_t i = 0; i < n; i++)
		value_list_add(view->arena, list, value_text(texts[i]));
	return value_of_list(list);
}

struct value view_address(const struct view *view, const struct page *page)
{
	/* A page of the root is "./" seen from there, and nothing else when it has an
	 * address. */
	bool is_plain = *page->href && strcmp(view->root, "./") == 0;
	const char *root = is_plain ? "" : view->root;
	if (!view->edition->pages) { /* asked for each item of each menu */
		size_t start = strlen(root), len = strlen(page->href);
		char *address = arena_alloc_raw(view->arena, start + len + 1);
		memcpy(address, root, start);
		memcpy(address + start, page->href, len + 1);
		return value_text_n(address, start + len);
	}
	struct buf b = buf_new(view->arena);
	bool ok = edition_add_address(view->edition, &b,
	                              (struct edition_target){page, NULL}, root);
	return ok ? value_text_n(buf_text(&b), b.len) : VALUE_NONE;
}

/* The page that an earlier address leads to has the part that is meant, too. */
static struct value page_address(const struct view *view, const struct page *page)
{
	struct value address = view_address(view, page);
	if (!view->id || page != view->page)
		return address;
	struct buf b = buf_new(view->arena);
	buf_add(&b, address.text, address.len);
	buf_add_char(&b, '#');
	text_add_fragment(&b, view->id, strlen(view->id));
	return value_text_n(buf_text(&b), b.len);
}

static const struct history_file *history_of(const struct view *view,
                                             const struct page *page)
{
	return &view->book->history[page->number];
}

static const char *language_of(const struct site *site, const struct page *page)
{
	return page->language ? page->language : site->config.language;
}

#define PAGE(name, expression)                                                           \
	static struct value page_##name(const void *self, void *env)                     \
	{                                                                                \
		const struct page *page = self;                                          \
		struct view *view = env;                                                 \
		(void)page, (void)view;                                                  \
		return expression;                                                       \
	}

PAGE(terms, view_terms(page, view))
PAGE(title, value_text(page->title))
PAGE(nav_title, value_text(page->nav_title))
PAGE(description, value_text(page->description))
PAGE(icon, value_text(page->icon))
PAGE(checked, value_text(page->front ? page->front->last_checked : NULL))
PAGE(review, value_text(page->front ? page->front->review : NULL))
PAGE(responsible, value_text(page->front ? page->front->responsible : NULL))
PAGE(id, value_text(page->id))
PAGE(language, value_text(language_of(view->site, page)))
PAGE(dir, value_text(locale_direction(language_of(view->site, page))))
PAGE(url, page_address(view, page))
PAGE(anchor, value_text(arena_format(view->arena, "%s%s",
                                     edition_page(view->edition, page).prefix,
                                     composed_title_id)))
PAGE(level, value_int(1 + edition_page(view->edition, page).shift))
PAGE(is_home, value_bool(page == view->site->home))
PAGE(is_hidden, value_bool(page->state == STATE_HIDDEN))
PAGE(is_outside, value_bool(edition_page(view->edition, page).is_outside))
PAGE(words, value_int((int64_t)view_composed(view, page)->n_words))
PAGE(duration, value_int(view_connected(view, page)->minutes))
PAGE(objectives, text_list(page->objectives, page->n_objectives, view))
PAGE(prerequisites, view_page_list(&page->prerequisites, view))
PAGE(sheets, view_page_list(&page->sheets, view))
PAGE(cases, view_page_list(&view_connected(view, page)->cases, view))
PAGE(follow_ups, view_page_list(&view_connected(view, page)->follow_ups, view))
PAGE(chapter_sheets, view_page_list(&view_connected(view, page)->chapter_sheets, view))
PAGE(backlinks, view_page_list(&view_connected(view, page)->backlinks, view))
PAGE(n_backlinks, value_int((int64_t)view_connected(view, page)->n_backlinks))
PAGE(total_duration, value_int(view_connected(view, page)->total_minutes))
PAGE(children, view_page_list(&page->children, view))
PAGE(previous, page_object(page->previous))
PAGE(next, page_object(page->next))
PAGE(chapter, page_object(page->chapter))
PAGE(position, value_int((int64_t)page->rank))
PAGE(n_siblings, value_int((int64_t)page->n_siblings))
PAGE(n_questions, value_int((int64_t)view_composed(view, page)->n_questions))
PAGE(authors,
     text_list(history_of(view, page)->authors, history_of(view, page)->n_authors, view))
PAGE(ancestors, view_ancestors(view, page))

/* Its children that its text does not link to: the others are shown there. */
static struct value page_unlinked_children(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	const struct composed *composed = view_composed(view, page);
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	for (size_t i = 0; i < page->children.n; i++) {
		const struct page *child = page->children.items[i];
		size_t k = 0;
		while (k < composed->n_linked && composed->linked[k] != child->number)
			k++;
		if (k == composed->n_linked)
			value_list_add(view->arena, list, page_object(child));
	}
	return value_of_list(list);
}

static struct value page_type(const void *self, void *env)
{
	const struct page *page = self;
	const struct view *view = env;
	return value_text(page == view->page && view->type ? view->type
	                                                   : page_kinds[page->type].name);
}

/* What it lists behind its text, in the word that its author wrote. */
static struct value page_listing(const void *self, void *env)
{
	enum listing listing = ((const struct page *)self)->listing;
	(void)env;
	return listing == LISTING_NONE ? VALUE_NONE
	                               : value_text(front_listing_word(listing - 1));
}

static struct value page_root(const void *self, void *env)
{
	const struct view *view = env;
	(void)self;
	return value_text(view->root);
}

static struct value page_absolute_url(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	if (!view->site->config.url)
		return VALUE_NONE;
	struct buf b = buf_new(view->arena);
	buf_add_string(&b, view->site->config.url);
	buf_add_string(&b, page->href);
	return value_text(buf_text(&b));
}

static struct value make_body(struct view *view, const struct page *page)
{
	struct body_range all = body_whole(view->book, page, page->root);
	if (view->edition->pages) { /* notes and answers stand at its end */
		all.root = view->root;
		all.left_out = 1u << PART_NOTES | 1u << PART_ANSWER;
	}
	struct bytes body = body_write(view->edition, &all, view->arena);
	return value_html(body.data, body.len);
}

static struct value page_meta(const void *self, void *env)
{
	static const struct value_map empty;
	const struct page *page = self;
	(void)env;
	return page->meta.kind == VALUE_MAP ? page->meta : value_of_map(&empty);
}

/* The day of a page's last change, where its author was; false: it is not known. */
static bool find_day(const struct view *view, const struct page *page, struct tm *out)
{
	const struct history_file *h = history_of(view, page);
	return h->changed && calendar_of(h->changed, h->changed_offset * 60, out);
}

static struct value page_date(const void *self, void *env)
{
	struct view *view = env;
	struct tm tm;
	if (!find_day(view, self, &tm))
		return VALUE_NONE;
	return value_text(arena_format(view->arena, "%04d-%02d-%02d", tm.tm_year + 1900,
	                               tm.tm_mon + 1, tm.tm_mday));
}

static struct value page_date_text(const void *self, void *env)
{
	struct view *view = env;
	struct tm tm;
	if (!find_day(view, self, &tm))
		return VALUE_NONE;
	return value_text(calendar_text(view->arena, view->site->labels, &tm, NBSP));
}

/* Where the forge lets one edit a file: GitLab's way, or GitHub's. */
static struct value page_edit_url(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	const struct config *c = &view->site->config;
	if (!c->repository_url || !page->shown_path)
		return VALUE_NONE;
	size_t len = strlen(c->repository_url);
	while (len > 0 && c->repository_url[len - 1] == '/')
		len--;
	struct buf b = buf_new(view->arena);
	buf_add(&b, c->repository_url, len);
	buf_add_string(&b, strstr(c->repository_url, "gitlab") ? "/-/edit/" : "/edit/");
	text_add_path(&b, c->repository_branch, strlen(c->repository_branch));
	buf_add_char(&b, '/');
	text_add_path(&b, page->shown_path, strlen(page->shown_path));
	return value_text(buf_text(&b));
}

struct value view_contact_url(const struct view *view, const char *subject)
{
	const char *contact = view->site->config.contact;
	if (!contact)
		return VALUE_NONE;
	if (url_is_web(contact))
		return value_text(text_one_fragment(view->arena, contact));
	struct buf b = buf_new(view->arena);
	buf_add_string(&b, "mailto:");
	text_add_path(&b, contact, strlen(contact));
	if (subject) {
		buf_add_string(&b, "?subject=");
		text_add_query(&b, subject, strlen(subject));
	}
	return value_text(buf_text(&b));
}

static struct value page_report_url(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	const char *word = view->site->labels->text[LABEL_REPORT_SUBJECT];
	return view_contact_url(view,
	                        arena_format(view->arena, "%s %s", word, page->title));
}

static struct value page_results(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	struct value results = page->front ? page->front->results : VALUE_NONE;
	for (size_t i = 0; results.kind == VALUE_MAP && i < results.map->n; i++) {
		const struct value_entry *e = &results.map->entries[i];
		struct value_map *row = arena_alloc(view->arena, sizeof *row);
		value_map_add(view->arena, row, "label", value_text(e->key));
		value_map_add(view->arena, row, "value", e->value);
		value_list_add(view->arena, list, value_of_map(row));
	}
	return value_of_list(list);
}

static struct value heading_map(struct view *view, const struct heading *h,
                                struct value_list *children)
{
	struct value_map *map = arena_alloc(view->arena, sizeof *map);
	value_map_add(view->arena, map, "level", value_int(h->level));
	value_map_add(view->arena, map, "id", value_text(h->id));
	value_map_add(view->arena, map, "text", value_text(h->text));
	value_map_add(view->arena, map, "children", value_of_list(children));
	return value_of_map(map);
}

/* The headings of level 2, with those of level 3 below each. Those of tabs are left out:
 * a reader sees one tab at a time, and they often repeat each other. */
static struct value make_toc(struct view *view, const struct page *page)
{
	struct value_list *list = arena_alloc(view->arena, sizeof *list),
			  *children = NULL;
	const struct composed *composed = view_composed(view, page);
	for (size_t i = 0; i < composed->n_headings; i++) {
		const struct heading *h = &composed->headings[i];
		struct value_list *below =
			h->level == 2 ? arena_alloc(view->arena, sizeof *below) : NULL;
		if (h->is_in_tab)
			continue;
		if (h->level == 2) {
			value_list_add(view->arena, list, heading_map(view, h, below));
			children = below;
		} else if (h->level == 3 && children) {
			value_list_add(
				view->arena, children,
				heading_map(view, h,
			                    arena_alloc(view->arena, sizeof *below)));
		}
	}
	return value_of_list(list);
}

/* What templates ask the page for several times is made once. */
#define PAGE_ONCE(name, make)                                                            \
	static struct value page_##name(const void *self, void *env)                     \
	{                                                                                \
		struct view *view = env;                                                 \
		if (self != view->page)                                                  \
			return make(view, self);                                         \
		if (view->name.kind == VALUE_NIL)                                        \
			view->name = make(view, self);                                   \
		return view->name;                                                       \
	}

/* A part of a page's body. */
static struct value part_html(struct view *view, const struct page *page,
                              const struct part *part)
{
	struct body_range range = {
		.page = page, .root = view->root, .from = part->from, .to = part->to};
	struct bytes html = body_write(view->edition, &range, view->arena);
	return value_html(html.data, html.len);
}

/* The items of the list of its notes, for who prints one list of all. */
static struct value page_notes(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	const struct body *body = &view_composed(view, page)->body;
	for (size_t i = 0; i < body->n_parts; i++)
		if (body->parts[i].kind == PART_NOTE_ITEMS)
			return part_html(view, page, &body->parts[i]);
	return VALUE_NONE;
}

/* The answers of a quiz, each with its question. */
static struct value page_answers(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	const struct composed *composed = view_composed(view, page);
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	for (size_t i = 0; i < composed->body.n_parts; i++) {
		const struct part *part = &composed->body.parts[i];
		if (part->kind != PART_ANSWER_TEXT)
			continue;
		const struct heading *h = &composed->headings[part->heading];
		struct value_map *map = arena_alloc(view->arena, sizeof *map);
		struct buf url = buf_new(view->arena);
		edition_add_address(view->edition, &url,
		                    (struct edition_target){page, h->id}, view->root);
		value_map_add(view->arena, map, "text", value_text(h->text));
		value_map_add(view->arena, map, "url",
		              value_html(buf_text(&url), url.len)); /* is escaped */
		value_map_add(view->arena, map, "body", part_html(view, page, part));
		value_list_add(view->arena, list, value_of_map(map));
	}
	return value_of_list(list);
}

/* Whether an origin is in a list with blanks: one may begin as another does. */
static bool has_player(const struct buf *b, const char *origin, size_t len)
{
	for (size_t at = 0; at < b->len; at++) {
		const char *end = memchr(b->data + at, ' ', b->len - at);
		size_t found = end ? (size_t)(end - b->data) - at : b->len - at;
		if (found == len && memcmp(b->data + at, origin, len) == 0)
			return true;
		at += found;
	}
	return false;
}

/* Adds the origins in a list with blanks that are not there yet. */
static void add_players(struct buf *b, const char *players)
{
	for (const char *at = players; at && *at;) {
		size_t len = strcspn(at, " ");
		if (!has_player(b, at, len)) {
			buf_add_string(b, b->len ? " " : "");
			buf_add(b, at, len);
		}
		at += len;
		at += *at == ' ';
	}
}

/* The whole course has the films of all its pages. */
static struct value page_players(const void *self, void *env)
{
	const struct page *page = self;
	struct view *view = env;
	if (page->type != PAGE_ONE_PAGE)
		return value_text(view_composed(view, page)->players);
	struct buf b = buf_new(view->arena);
	for (size_t i = 0; i < view->site->n_listed; i++)
		if (!edition_page(view->edition, &view->site->pages[i]).is_outside)
			add_players(&b, view->book->composed[i]->players);
	return b.len ? value_text(buf_text(&b)) : VALUE_NONE;
}

PAGE_ONCE(body, make_body)
PAGE_ONCE(nav, view_near_navigation)
PAGE_ONCE(toc, make_toc)

/* clang-format off */
static const struct value_field page_fields[] = {
	{"absolute_url",  "text or nil",     page_absolute_url},
	{"ancestors",     "list of nav",     page_ancestors},
	{"anchor",        "text",            page_anchor},
	{"answers",       "list of maps",    page_answers},
	{"authors",       "list of text",    page_authors},
	{"backlinks",     "list of page",    page_backlinks},
	{"body",          "HTML",            page_body},
	{"cases",         "list of page",    page_cases},
	{"chapter",       "page or nil",     page_chapter},
	{"chapter_sheets", "list of page",   page_chapter_sheets},
	{"checked",       "text or nil",     page_checked},
	{"children",      "list of page",    page_children},
	{"date",          "text or nil",     page_date},
	{"date_text",     "text or nil",     page_date_text},
	{"description",   "text or nil",     page_description},
	{"dir",           "text",            page_dir},
	{"duration",      "number",          page_duration},
	{"edit_url",      "text or nil",     page_edit_url},
	{"follow_ups",    "list of page",    page_follow_ups},
	{"icon",          "text or nil",     page_icon},
	{"id",            "text",            page_id},
	{"is_hidden",     "true or false",   page_is_hidden},
	{"is_home",       "true or false",   page_is_home},
	{"is_outside",    "true or false",   page_is_outside},
	{"language",      "text",            page_language},
	{"level",         "number",          page_level},
	{"listing",       "text or nil",     page_listing},
	{"meta",          "map",             page_meta},
	{"n_backlinks",   "number",          page_n_backlinks},
	{"n_questions",   "number",          page_n_questions},
	{"n_siblings",    "number",          page_n_siblings},
	{"nav",           "list of nav",     page_nav},
	{"nav_title",     "text",            page_nav_title},
	{"next",          "page or nil",     page_next},
	{"notes",         "HTML or nil",     page_notes},
	{"objectives",    "list of text",    page_objectives},
	{"players",       "text or nil",     page_players},
	{"position",      "number",          page_position},
	{"prerequisites", "list of page",    page_prerequisites},
	{"previous",      "page or nil",     page_previous},
	{"report_url",    "text or nil",     page_report_url},
	{"responsible",   "text or nil",     page_responsible},
	{"results",       "list of maps",    page_results},
	{"review",        "text or nil",     page_review},
	{"root",          "text",            page_root},
	{"sheets",        "list of page",    page_sheets},
	{"terms",         "list of term",    page_terms},
	{"title",         "text",            page_title},
	{"toc",           "list of maps",    page_toc},
	{"total_duration", "number",         page_total_duration},
	{"type",          "text",            page_type},
	{"unlinked_children", "list of page", page_unlinked_children},
	{"url",           "text",            page_url},
	{"words",         "number",          page_words},
};
/* clang-format on */

const struct value_type view_page_type = {"page", page_fields, COUNT(page_fields)};
