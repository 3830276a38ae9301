#include "base/buf.h"
#include "base/text.h"
#include "compose/ids.h"
#include "course/page_kinds.h"
#include "theme/view_internal.h"

/* A term of the glossary as templates see it, from the page that mentions it. */

#define TERM(name, expression)                                                           \
	static struct value term_##name(const void *self, void *env)                     \
	{                                                                                \
		const struct term *term = self;                                          \
		struct view *view = env;                                                 \
		(void)view;                                                              \
		return expression;                                                       \
	}

TERM(definition, value_text(term->definition))
TERM(id, value_text(ids_of_term(view->arena, (size_t)(term - view->site->terms) + 1)))
TERM(name, value_text(term->name))

/* An id as a fragment that templates escape like other text: without "&" and "'". */
static void add_fragment(struct buf *b, const char *id)
{
	for (; *id; id++)
		if (*id == '&' || *id == '\'')
			buf_add_format(b, "%%%02X", (unsigned)*id);
		else
			text_add_fragment(b, id, 1);
}

static struct value term_url(const void *self, void *env)
{
	const struct term *term = self;
	struct view *view = env;
	struct value page = view_address(view, term->page);
	const char *anchor =
		view->book->connected->terms[term - view->site->terms].anchor;
	if (!anchor || page.kind == VALUE_NIL)
		return page;
	struct buf b = buf_new(view->arena);
	struct edition_page shown = edition_page(view->edition, term->page);
	bool is_here = view->edition->pages && !shown.is_outside;
	buf_add_string(&b, is_here ? "" : page.text);
	buf_add_char(&b, '#');
	buf_add_string(&b, shown.prefix);
	add_fragment(&b, anchor);
	return value_text(buf_text(&b));
}

/* clang-format off */
static const struct value_field term_fields[] = {
	{"definition", "text", term_definition},
	{"id",         "text", term_id},
	{"name",       "text", term_name},
	{"url",        "text", term_url},
};
/* clang-format on */

const struct value_type view_term_type = {"term", term_fields, COUNT(term_fields)};

struct value view_terms(const struct page *page, struct view *view)
{
	struct value_list *list = arena_alloc(view->arena, sizeof *list);
	const struct composed *composed = view_composed(view, page);
	for (size_t i = 0; page->type == PAGE_ONE_PAGE && i < view->site->n_terms; i++)
		if (view->book->connected->terms[i].is_used)
			value_list_add(
				view->arena, list,
				value_object(&view_term_type, &view->site->terms[i]));
	for (size_t i = 0; i < composed->n_terms; i++)
		value_list_add(view->arena, list,
		               value_object(&view_term_type,
		                            &view->site->terms[composed->terms[i]]));
	return value_of_list(list);
}
