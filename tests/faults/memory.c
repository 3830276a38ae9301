/*
 * Preloaded: the nth piece of memory is refused (count.h). Apart from the other calls,
 * as a sanitizer has its own allocator.
 */

#include "count.h"

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *malloc(size_t size)
{
	return fails("malloc") ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
	return fails("malloc") ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t size)
{
	return fails("malloc") ? NULL : __libc_realloc(p, size);
}
