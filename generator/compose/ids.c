#include "compose/ids.h"

#include <string.h>

#include "course/composed.h"

/* The theme gives it to the element that holds the page. */
static const char main_id[] = "contenu";

struct page_ids ids_new(const struct document *doc, struct arena *a)
{
	return (struct page_ids){
		.doc = doc, .arena = a, .taken = map_new(a), .numbers = map_new(a)};
}

/* "hint-1", "fn-2", "fnref-2-1", "nav-1-4" … : the serialiser's and the navigation's own.
 */
static bool is_numbered(const char *id, const char *start)
{
	if (*id != *start) /* nearly all */
		return false;
	size_t len = strlen(start);
	return strncmp(id, start, len) == 0 && id[len] &&
	       !id[len + strspn(id + len, "0123456789-")];
}

/* Most ids start otherwise: asked first. */
static bool starts_like_ours(const char *id)
{
	return *id == 'h' || *id == 'f' || *id == 'n' || *id == 'c';
}

static bool is_of_our_family(const char *id)
{
	return is_numbered(id, "hint-") || is_numbered(id, "fn-") ||
	       is_numbered(id, "fnref-") || is_numbered(id, "nav-") ||
	       strncmp(id, "cours_", 6) == 0;
}

char *ids_of_term(struct arena *a, size_t number)
{
	return arena_format(a, "cours_terme-%zu", number);
}

/* Ids that the page has without its author. */
static bool is_reserved(const struct page_ids *ids, const char *id)
{
	const cmark_node *last = ids->doc->root->last_child;
	bool has_footnotes = last && last->type == CMARK_NODE_FOOTNOTE_DEFINITION;
	return strcmp(id, composed_title_id) == 0 || strcmp(id, main_id) == 0 ||
	       (has_footnotes && strcmp(id, "notes") == 0) ||
	       (starts_like_ours(id) && is_of_our_family(id));
}

bool ids_take(struct page_ids *ids, const char *id)
{
	return !is_reserved(ids, id) && !map_put_string(&ids->taken, id, ids);
}

const char *ids_free(struct page_ids *ids, const char *id)
{
	if (ids_take(ids, id))
		return id;
	/* no number would free it */
	if (starts_like_ours(id) &&
	    is_of_our_family(arena_format(ids->arena, "%s-1", id))) {
		id = arena_format(ids->arena, "section-%s", id);
		if (ids_take(ids, id))
			return id;
	}
	uintptr_t i = (uintptr_t)map_find_string(&ids->numbers, id);
	const char *wanted;
	do
		wanted = arena_format(ids->arena, "%s-%d", id, (int)++i);
	while (!ids_take(ids, wanted));
	map_put_string(&ids->numbers, id, (void *)i);
	return wanted;
}
