#include "base/mem.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/machine.h"

/*
 * A bump allocator. Under sanitizers private arenas are plain malloc, one
 * call an allocation, so that they see what runs over and what is used after
 * a reset.
 */

enum {
	ALIGNMENT = ARENA_ALIGNMENT,
	SMALLEST_CHUNK = 64 << 10,
	LARGEST_CHUNK = 1 << 20,
	LARGEST_SHARED_CHUNK =
		256 << 10, /* its unused end is memory lost, one a worker and stage */
	LARGEST_KEPT = 8 << 20,
};

struct chunk {
	struct chunk *next;
	size_t size;
};

/* Stands at the start of the mapping, so that all processes count together. */
struct mapping {
	size_t size;
	atomic_size_t used;
};

/* Nobody here knows the reader's language. */
void mem_exhausted(size_t wanted)
{
	fprintf(stderr,
	        "mémoire épuisée (%zu octets demandés) / memory exhausted (%zu bytes)\n",
	        wanted, wanted);
	_exit(MEM_STATUS);
}

static size_t round_up(size_t size, size_t to)
{
	if (size > SIZE_MAX - to)
		mem_exhausted(size);
	return (size + to - 1) / to * to;
}

struct mapping *mapping_open(void)
{
	size_t size;
	struct mapping *m = machine_map(&size);
	if (!m)
		mem_exhausted(size);
	m->size = size;
	atomic_init(&m->used, round_up(sizeof *m, ALIGNMENT));
	return m;
}

void mapping_close(struct mapping *m)
{
	if (m)
		machine_unmap(m, m->size);
}

void mapping_rest(struct mapping *m)
{
	machine_rest(m, mapping_used(m));
}

struct arena mapping_arena(struct mapping *m)
{
	return (struct arena){.mapping = m};
}

bool mapping_holds(const struct mapping *m, const void *p)
{
	uintptr_t at = (uintptr_t)p, start = (uintptr_t)m;
	return at >= start && at < start + m->size;
}

size_t mapping_used(const struct mapping *m)
{
	return atomic_load(&((struct mapping *)(uintptr_t)m)->used);
}

static char *take_shared_chunk(struct arena *a, size_t size)
{
	struct mapping *m = a->mapping;
	size_t at = atomic_fetch_add(&m->used, size);
	if (at > m->size || size > m->size - at)
		mem_exhausted(size);
	char *chunk = (char *)m + at;
	machine_expect(chunk, size);
	return chunk;
}

static char *take_private_chunk(struct arena *a, size_t size)
{
	struct chunk *p = malloc(round_up(sizeof *p, ALIGNMENT) + size);
	if (!p)
		mem_exhausted(size);
	p->size = size;
	p->next = a->chunks;
	a->chunks = p;
	return (char *)p + round_up(sizeof *p, ALIGNMENT);
}

static char *take_chunk(struct arena *a, size_t size)
{
	return a->mapping ? take_shared_chunk(a, size) : take_private_chunk(a, size);
}

static size_t range_size(const struct free_range *r)
{
	return (size_t)(r->end - r->at);
}

void arena_recycle(struct arena *a, const void *p, size_t size)
{
	char *from = (char *)(uintptr_t)p;
	size = round_up(size, ALIGNMENT);
	if (ARENA_IS_MALLOC || !p)
		return;
	a->is_used = true;
	if (a->end == from) { /* the chunk at hand goes on there */
		a->end += size;
		return;
	}
	struct free_range *smallest = &a->spare[0];
	for (size_t i = 0; i < COUNT(a->spare); i++) {
		if (a->spare[i].end == from) {
			a->spare[i].end += size;
			return;
		}
		if (range_size(&a->spare[i]) < range_size(smallest))
			smallest = &a->spare[i];
	}
	/* Even a larger one goes: what comes next follows this one, and joins it. */
	*smallest = (struct free_range){from, from + size};
}

/* Goes on in the largest range that was recycled, when it has room. */
static bool take_spare(struct arena *a, size_t size)
{
	struct free_range *largest = &a->spare[0];
	for (size_t i = 1; i < COUNT(a->spare); i++)
		if (range_size(&a->spare[i]) > range_size(largest))
			largest = &a->spare[i];
	struct free_range taken = *largest;
	if (range_size(&taken) < size)
		return false;
	*largest = (struct free_range){0};
	arena_recycle(a, a->at, (size_t)(a->end - a->at));
	a->at = taken.at;
	a->end = taken.end;
	return true;
}

void *arena_alloc_slowly(struct arena *a, size_t size)
{
	size = round_up(size ? size : 1, ALIGNMENT);
	if (a->chunk_size < SMALLEST_CHUNK)
		a->chunk_size = SMALLEST_CHUNK;
	bool is_alone = (ARENA_IS_MALLOC && !a->mapping) || size > a->chunk_size;
	if (is_alone) /* the rest of the chunk at hand stays of use */
		return take_chunk(a, size);
	if (size > (size_t)(a->end - a->at) && !take_spare(a, size)) {
		if (a->is_used) /* what is recycled next may well follow it */
			arena_recycle(a, a->at, (size_t)(a->end - a->at));
		a->at = take_chunk(a, a->chunk_size);
		a->end = a->at + a->chunk_size;
		if (a->chunk_size < (a->mapping ? LARGEST_SHARED_CHUNK : LARGEST_CHUNK))
			a->chunk_size *= 2;
	}
	char *p = a->at;
	a->at += size;
	return p;
}

bool arena_extend(struct arena *a, void *last, size_t size, size_t wanted)
{
	char *p = last;
	bool is_last = p + round_up(size, ALIGNMENT) == a->at;
	if (!is_last || wanted > (size_t)(a->end - p))
		return false;
	a->at = p + round_up(wanted, ALIGNMENT);
	return true;
}

void *arena_alloc(struct arena *a, size_t size)
{
	char *p = arena_alloc_raw(a, size);
	if (!a->mapping || a->is_used) /* a fresh mapping is zero already */
		memset(p, 0, size);
	return p;
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		mem_exhausted(n);
	return arena_alloc(a, n * size);
}

char *arena_copy(struct arena *a, const char *src, size_t len)
{
	char *p = arena_alloc_raw(a, len + 1);
	if (len)
		memcpy(p, src, len);
	p[len] = '\0';
	return p;
}

char *arena_string(struct arena *a, const char *src)
{
	return arena_copy(a, src, strlen(src));
}

char *arena_format(struct arena *a, const char *fmt, ...)
{
	char small[256]; /* enough nearly always: formatted once */
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	size_t len = (size_t)vsnprintf(small, sizeof small, fmt, args);
	va_end(args);
	char *p = arena_alloc_raw(a, len + 1);
	if (len < sizeof small)
		memcpy(p, small, len + 1);
	else
		vsnprintf(p, len + 1, fmt, again);
	va_end(again);
	return p;
}

static void free_chunks(struct chunk *p)
{
	while (p) {
		struct chunk *next = p->next;
		free(p);
		p = next;
	}
}

void arena_reset(struct arena *a)
{
	size_t size = 0;
	for (const struct chunk *p = a->chunks; p; p = p->next)
		size += p->size;
	bool is_one = a->chunks && !a->chunks->next;
	if (ARENA_IS_MALLOC || !is_one || size > LARGEST_KEPT) {
		free_chunks(a->chunks);
		a->chunks = NULL;
		a->at = a->end = NULL;
		a->chunk_size = size < LARGEST_KEPT ? size : LARGEST_KEPT;
		return;
	}
	a->at = (char *)a->chunks + round_up(sizeof *a->chunks, ALIGNMENT);
	a->end = a->at + a->chunks->size;
}

void arena_release(struct arena *a)
{
	free_chunks(a->chunks);
	*a = (struct arena){0};
}

void *array_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 4;
	if (*cap && more <= SIZE_MAX / size &&
	    arena_extend(a, items, *cap * size, more * size)) {
		*cap = more;
		return items;
	}
	if (more > SIZE_MAX / size)
		mem_exhausted(more);
	char *p = arena_alloc_raw(a, more * size);
	if (n)
		memcpy(p, items, n * size);
	*cap = more;
	return p;
}
