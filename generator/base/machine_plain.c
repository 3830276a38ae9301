#include "base/machine.h"

#include <stdint.h>
#include <time.h>
#include <unistd.h>

/*
 * A machine without processes, as WebAssembly is: one run, alone with its files. What is
 * mapped is the end of the process's memory, zero and not touched yet, and stays.
 */

/* A browser grants so much without asking; a course of 350 pages takes 6 MiB. */
static const size_t LARGEST_MAPPING = (size_t)128 << 20;
static const size_t SMALLEST_MAPPING = (size_t)16 << 20;

void *machine_map(size_t *size)
{
	for (*size = LARGEST_MAPPING;; *size /= 2) {
		void *p = sbrk((intptr_t)*size);
		if ((intptr_t)p != -1)
			return p;
		if (*size <= SMALLEST_MAPPING)
			return NULL;
	}
}

void machine_unmap(void *p, size_t size)
{
	(void)p;
	(void)size;
}

void machine_rest(void *p, size_t size)
{
	(void)p;
	(void)size;
}

void machine_expect(void *p, size_t size)
{
	(void)p;
	(void)size;
}

bool machine_lock(int fd)
{
	(void)fd;
	return true;
}

/* Whoever runs this gives the three. */
void machine_hold_streams(void)
{
}

double machine_seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#ifdef __wasm__
/* Debian's libclang-rt asks for these two, which wasi-libc lacks. */
extern void *__stack_chk_guard;
void __stack_chk_fail(void);

void *__stack_chk_guard = (void *)(uintptr_t)0x5bd1e995;

void __stack_chk_fail(void)
{
	__builtin_trap();
}
#endif

int machine_columns(int fd)
{
	(void)fd;
	return 0;
}

long machine_process(void)
{
	return 1;
}

void machine_permit(int fd, unsigned mode)
{
	(void)fd, (void)mode;
}
