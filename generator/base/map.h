#ifndef BASE_MAP_H
#define BASE_MAP_H

/*
 * A hash table from strings to pointers, in an arena. Iteration is not
 * offered: order would depend on the hash; keep an array beside it.
 */

#include <stdint.h>

#include "base/mem.h"

struct map {
	struct arena *arena;
	struct map_slot *slots;
	size_t n, cap;
};

struct map map_new(struct arena *a);
/* Room for n keys at once, where their number is known: growing leaves the old slots
 * behind. */
void map_reserve(struct map *m, size_t n);
/* The value stored under the key, or NULL. */
void *map_find(const struct map *m, const char *key, size_t len);
/* Stores the value and returns what stood there before, or NULL. The key is not copied.
 */
void *map_put(struct map *m, const char *key, size_t len, void *value);
void *map_find_string(const struct map *m, const char *key);
void *map_put_string(struct map *m, const char *key, void *value);

/* FNV-1a, 64 bits: stable from run to run, used for names of files too. */
uint64_t hash_bytes(const void *src, size_t len);

/* A quick hash of a file's bytes, to tell whether it changed; the same on every machine
 * of one byte order. */
uint64_t hash_content(const void *src, size_t len);

#endif
