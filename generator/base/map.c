#include "base/map.h"

#include <string.h>

/* Open addressing, linear probing, at most half full. */
struct map_slot {
	const char *key; /* NULL: free */
	size_t len;
	uint64_t hash;
	void *value;
};

enum { SMALLEST = 16 };

uint64_t hash_bytes(const void *src, size_t len)
{
	const unsigned char *p = src;
	uint64_t h = 0xcbf29ce484222325u;
	for (size_t i = 0; i < len; i++)
		h = (h ^ p[i]) * 0x100000001b3u;
	return h;
}

static uint64_t mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 32;
}

static uint64_t load_word(const unsigned char *p)
{
	uint64_t word;
	memcpy(&word, p, sizeof word);
	return word;
}

/* Four lanes: one multiplication need not wait for the other. */
uint64_t hash_content(const void *src, size_t len)
{
	enum { STRIDE = 4 * sizeof(uint64_t) };
	const unsigned char *p = src;
	uint64_t a = 0xcbf29ce484222325u ^ len, b = a + 1, c = a + 2, d = a + 3;
	for (; len >= STRIDE; p += STRIDE, len -= STRIDE) {
		a = mix(a, load_word(p));
		b = mix(b, load_word(p + 8));
		c = mix(c, load_word(p + 16));
		d = mix(d, load_word(p + 24));
	}
	return mix(mix(mix(mix(a, b), c), d), hash_bytes(p, len));
}

struct map map_new(struct arena *a)
{
	return (struct map){.arena = a};
}

/* The slot that holds the key, or the free one where it belongs. */
static struct map_slot *probe(struct map_slot *slots, size_t cap, const char *key,
                              size_t len, uint64_t hash)
{
	size_t i = (size_t)hash & (cap - 1);
	while (slots[i].key && (slots[i].hash != hash || slots[i].len != len ||
	                        memcmp(slots[i].key, key, len) != 0))
		i = (i + 1) & (cap - 1);
	return &slots[i];
}

static void grow(struct map *m, size_t cap)
{
	struct map_slot *slots = arena_array(m->arena, cap, sizeof *slots);
	for (size_t i = 0; i < m->cap; i++) {
		struct map_slot *old = &m->slots[i];
		if (old->key)
			*probe(slots, cap, old->key, old->len, old->hash) = *old;
	}
	m->slots = slots;
	m->cap = cap;
}

void map_reserve(struct map *m, size_t n)
{
	size_t cap = m->cap ? m->cap : SMALLEST;
	while (cap / 2 < n)
		cap *= 2;
	if (cap > m->cap)
		grow(m, cap);
}

void *map_find(const struct map *m, const char *key, size_t len)
{
	if (m->n == 0)
		return NULL;
	return probe(m->slots, m->cap, key, len, hash_bytes(key, len))->value;
}

void *map_put(struct map *m, const char *key, size_t len, void *value)
{
	if (m->n * 2 >= m->cap)
		grow(m, m->cap ? m->cap * 2 : SMALLEST);
	uint64_t hash = hash_bytes(key, len);
	struct map_slot *slot = probe(m->slots, m->cap, key, len, hash);
	void *before = slot->value;
	if (!slot->key)
		m->n++;
	*slot = (struct map_slot){.key = key, .len = len, .hash = hash, .value = value};
	return before;
}

void *map_find_string(const struct map *m, const char *key)
{
	return m->n == 0 ? NULL : map_find(m, key, strlen(key));
}

void *map_put_string(struct map *m, const char *key, void *value)
{
	return map_put(m, key, strlen(key), value);
}
