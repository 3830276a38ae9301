#include "compose/aliases.h"

#include "base/map.h"
#include "base/mem.h"

void aliases_add(struct aliases *all, struct heading *h, const char *id)
{
	if (!*id || !ids_take(all->ids, id))
		return;
	const char **more = arena_array(all->ids->arena, h->n_aliases + 1, sizeof *more);
	for (size_t i = 0; i < h->n_aliases; i++)
		more[i] = h->aliases[i];
	more[h->n_aliases++] = id;
	h->aliases = more;
}

void aliases_record(struct aliases *all, struct titled titled)
{
	const struct heading_note *note = titled.note;
	if (note && (note->has_own_id || titled.github != titled.computed))
		all->has_any = true;
	ARRAY_ADD(all->ids->arena, all->titled, all->n, all->cap, titled);
}

/* To GitHub the second heading of the same words has -1 behind it, the next one -2. */
static const char *numbered(struct map *seen, const char *anchor)
{
	uintptr_t n = (uintptr_t)map_put_string(seen, anchor, (void *)1);
	if (n == 0 || !*anchor)
		return anchor;
	map_put_string(seen, anchor, (void *)(n + 1));
	return arena_format(seen->arena, "%s-%d", anchor, (int)n);
}

void aliases_give(struct aliases *all, struct heading *headings)
{
	if (!all->has_any)
		return;
	struct map seen = map_new(all->ids->arena);
	map_reserve(&seen, all->n);
	for (size_t i = 0; i < all->n; i++) {
		const struct titled *t = &all->titled[i];
		struct heading *h = &headings[t->number];
		const char *github = numbered(&seen, t->github);
		if (!t->note)
			continue;
		if (t->note->has_own_id)
			aliases_add(all, h, t->computed);
		aliases_add(all, h, github);
		t->note->aliases = h->aliases;
		t->note->n_aliases = h->n_aliases;
	}
}
