#ifndef BASE_MEM_H
#define BASE_MEM_H

/*
 * Memory: arenas, and the mapping that worker processes share.
 *
 * Nobody frees by hand: what is allocated lives as long as its arena. When
 * memory runs out the program says so and ends with status 2.
 *
 * An arena is either private (chunks from malloc, released by arena_reset)
 * or shared (chunks of one MAP_SHARED mapping made before the workers are
 * forked, never released). All processes see a shared arena's bytes at the
 * same addresses, which differ from run to run: never sort, hash or print one.
 */

#include <stdbool.h>
#include <stddef.h>

/* Whether a sanitizer watches: private arenas are plain malloc then, and its shadow
 * counts as memory. */
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_IS_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_IS_MALLOC 1
#endif
#endif
#ifndef ARENA_IS_MALLOC
#define ARENA_IS_MALLOC 0
#endif

struct mapping;

struct free_range {
	char *at, *end;
};

struct arena {
	char *at, *end;             /* the free part of the current chunk */
	size_t chunk_size;          /* bytes asked for next */
	struct chunk *chunks;       /* private: what arena_reset gives back */
	struct mapping *mapping;    /* shared: where chunks come from */
	struct free_range spare[4]; /* shared: what arena_recycle was given */
	bool is_used; /* shared: something was recycled, bytes may not be zero */
};

/* A private arena: `{0}` does, too. */
#define ARENA_PRIVATE                                                                    \
	{                                                                                \
		0                                                                        \
	}

/* All return zeroed memory or text that ends in NUL; none returns NULL. */
void *arena_alloc(struct arena *a, size_t size);
/* Not zeroed: for bytes that are written before they are read. */
static inline void *arena_alloc_raw(struct arena *a, size_t size);
/* Makes what was allocated last larger where it stands; false: there is no room, or more
 * was since. The new bytes are not zeroed. */
bool arena_extend(struct arena *a, void *last, size_t size, size_t wanted);
void *arena_array(struct arena *a, size_t n, size_t size); /* n * size, checked */
char *arena_copy(struct arena *a, const char *src, size_t len);
char *arena_string(struct arena *a, const char *src);
char *arena_format(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Private arenas only: everything allocated is gone; room for as much again is kept, in
 * one chunk. */
void arena_reset(struct arena *a);
/* Private arenas only: everything is given back to the system. */
void arena_release(struct arena *a);

/*
 * The shared mapping: 64 GiB of addresses, halved down to 256 MiB where the
 * system refuses, less on a small machine; nothing is charged before it is
 * touched. Ends the program when even that is refused.
 */
struct mapping *mapping_open(void);
void mapping_close(struct mapping *m);
/* This process lets go of the mapping's pages; they stay as they are for all, and come
 * back when they are touched. What waits need not hold them. */
void mapping_rest(struct mapping *m);
/* An arena over the mapping, of this process only: a fork makes its own. */
struct arena mapping_arena(struct mapping *m);
/* Gives an allocation of the mapping, which nobody will read again, to an arena over it
 * (NULL: nothing). What follows something given before joins it; a few such ranges are
 * kept, the largest ones and the last. */
void arena_recycle(struct arena *a, const void *p, size_t size);
/* Whether a result that others will read lies where they can read it. */
bool mapping_holds(const struct mapping *m, const void *p);
/* Bytes handed out so far, by all processes. */
size_t mapping_used(const struct mapping *m);

/* Says that memory ran out, and ends the program with this status. */
enum { MEM_STATUS = 2 };
void mem_exhausted(size_t wanted) __attribute__((noreturn));

/* Append to a growing array: ARRAY_ADD(arena, items, n_items, cap_items, item). */
void *array_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size);
#define ARRAY_ADD(arena, items, n, cap, ...)                                             \
	do {                                                                             \
		if ((n) == (cap))                                                        \
			(items) = array_grow((arena), (items), (n), &(cap),              \
			                     sizeof *(items));                           \
		(items)[(n)++] = __VA_ARGS__;                                            \
	} while (0)

/* Where the chunk has no room, or nothing is asked for. */
void *arena_alloc_slowly(struct arena *a, size_t size);

enum { ARENA_ALIGNMENT = 16 }; /* of what is handed out, and of a chunk's free part */

static inline void *arena_alloc_raw(struct arena *a, size_t size)
{
	if (size == 0 || size > (size_t)(a->end - a->at))
		return arena_alloc_slowly(a, size);
	char *p = a->at;
	a->at += (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
	return p;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
