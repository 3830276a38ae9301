#include "words/tally.h"

#include <string.h>

struct tally *tally_get(struct map *tallies, struct arena *a, size_t kind,
                        const char *path)
{
	uint64_t key[2] = {kind, path ? hash_bytes(path, strlen(path)) : 0};
	struct tally *t = map_find(tallies, (const char *)key, sizeof key);
	if (t)
		return t;
	t = arena_alloc(a, sizeof *t);
	*t = (struct tally){.key = {key[0], key[1]}};
	tallies->arena = a;
	map_put(tallies, (const char *)t->key, sizeof t->key, t);
	return t;
}
