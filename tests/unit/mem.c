#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../tap.h"

/* Sizes around what chunks hold, the smallest and the largest. */
static const size_t sizes[] = {
	0,     1,     15,    16,    17,      1000,          65519,
	65520, 65521, 65536, 70000, 1 << 20, (1 << 20) + 1, 3 << 20,
	5};

static bool is_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i])
			return false;
	return true;
}

static bool is_filled(const char *p, size_t n, char c)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] != c)
			return false;
	return true;
}

/* Allocates all sizes twice over; true when each is zeroed, aligned and its own. */
static bool allocates_well(struct arena *a)
{
	char *all[COUNT(sizes)];
	bool is_right = true;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		all[i] = arena_alloc(a, sizes[i]);
		is_right &= is_zero(all[i], sizes[i]) &&
		            (uintptr_t)all[i] % ARENA_ALIGNMENT == 0;
		memset(all[i], 'a' + (int)i, sizes[i]);
	}
	for (size_t i = 0; i < COUNT(sizes); i++)
		is_right &= is_filled(all[i], sizes[i], (char)('a' + (int)i));
	return is_right;
}

static void test_private(void)
{
	struct arena a = ARENA_PRIVATE;
	ok(allocates_well(&a), "what is allocated is zeroed, aligned and apart");
	for (int i = 0; i < 3; i++) {
		arena_reset(&a);
		ok(allocates_well(&a), "after a reset, too");
	}
	is(arena_copy(&a, "abcdef", 3), "abc", "a copy ends in NUL");
	is(arena_copy(&a, NULL, 0), "", "a copy of nothing");
	is(arena_string(&a, "été"), "été", "a string");
	is(arena_format(&a, "%s-%d", "a", 7), "a-7", "a format");
	ok(arena_alloc(&a, 0) != arena_alloc(&a, 0),
	   "even of nothing there is a place each");
	ok(is_zero(arena_array(&a, 1000, 12), 12000), "an array is zeroed");
	arena_release(&a);
	ok(!a.chunks && allocates_well(&a), "an arena can be used after its release");
	arena_release(&a);
	arena_release(&a);
	arena_reset(&a);
	ok(!a.chunks, "releasing twice and resetting nothing is fine");
}

static void test_reset(void)
{
	struct arena a = ARENA_PRIVATE;
	for (int i = 0; i < 1000; i++)
		memset(arena_alloc(&a, 1000), 'x', 1000);
	arena_reset(&a);
	for (int i = 0; i < 900; i++)
		arena_alloc(&a, 1000);
	/* Under sanitizers each allocation is a chunk. */
	bool is_malloc = a.chunks && a.at == a.end;
	ok(is_malloc || (a.chunks && *(void **)(void *)a.chunks == NULL),
	   "room for as much again is one chunk");
	arena_release(&a);
}

static void test_extending(void)
{
	struct mapping *m = mapping_open();
	struct arena a = mapping_arena(m);
	char *p = arena_alloc(&a, 100);
	memset(p, 'x', 100);
	ok(arena_extend(&a, p, 100, 1000),
	   "what was allocated last can grow in its place");
	char *q = arena_alloc(&a, 16);
	ok(q >= p + 1000 && is_filled(p, 100, 'x'), "what comes then lies behind it");
	ok(!arena_extend(&a, p, 1000, 2000), "nothing else can");
	ok(!arena_extend(&a, q, 16, (size_t)64 << 20), "nor beyond its chunk");
	mapping_close(m);
}

static void test_arrays(void)
{
	enum { N = 10000 };
	struct arena a = ARENA_PRIVATE;
	int *numbers = NULL, *others = NULL;
	size_t n = 0, cap = 0, n_others = 0, cap_others = 0;
	bool is_right = true;
	for (int i = 0; i < N; i++) {
		ARRAY_ADD(&a, numbers, n, cap, i);
		if (i % 3 == 0)
			ARRAY_ADD(&a, others, n_others, cap_others, -i);
	}
	for (int i = 0; i < N; i++)
		is_right &= numbers[i] == i && (i % 3 || others[i / 3] == -i);
	ok(is_right && n == N && n_others == (N + 2) / 3,
	   "two arrays grow beside each other");
	struct pair {
		int a, b;
	} *pairs = NULL;
	size_t n_pairs = 0, cap_pairs = 0;
	ARRAY_ADD(&a, pairs, n_pairs, cap_pairs, (struct pair){1, 2});
	ok(n_pairs == 1 && pairs[0].a == 1 && pairs[0].b == 2, "items may be structures");
	arena_release(&a);
}

/* Runs a function in a process of its own; returns its exit status, -1 when it was
 * killed. */
static int in_child(void (*run)(void *), void *context)
{
	int status = 0;
	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		run(context);
		_exit(0);
	}
	return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status)
	               ? WEXITSTATUS(status)
	               : -1;
}

struct shared {
	struct mapping *mapping;
	const char *texts[4];
	size_t worker;
};

static void write_shared(void *context)
{
	struct shared *s = context;
	struct arena a = mapping_arena(s->mapping);
	if (allocates_well(&a))
		s->texts[s->worker] = arena_format(&a, "worker %zu", s->worker);
}

static void test_mapping(void)
{
	struct mapping *m = mapping_open();
	struct arena a = mapping_arena(m);
	ok(allocates_well(&a), "a shared arena allocates as a private one does");
	struct shared *s = arena_alloc(&a, sizeof *s);
	s->mapping = m;
	size_t before = mapping_used(m);
	for (s->worker = 0; s->worker < COUNT(s->texts); s->worker++)
		in_child(write_shared, s);
	for (size_t i = 0; i < COUNT(s->texts); i++) {
		char expected[] = {
			'w', 'o', 'r', 'k', 'e', 'r', ' ', (char)('0' + (int)i), '\0'};
		is(s->texts[i], expected,
		   "what worker %zu wrote is read at the same address", i);
		ok(mapping_holds(m, s->texts[i]), "it lies in the mapping");
	}
	ok(mapping_used(m) > before, "all processes count together");
	ok(allocates_well(&a), "the parent goes on beside them");
	struct arena private = ARENA_PRIVATE;
	ok(!mapping_holds(m, arena_string(&private, "a")) && !mapping_holds(m, "a") &&
	           mapping_holds(m, s),
	   "what is private lies elsewhere");
	arena_release(&private);
	mapping_close(m);
	mapping_close(NULL);
}

static void test_recycling(void)
{
	struct mapping *m = mapping_open();
	struct arena texts = mapping_arena(m), bodies = mapping_arena(m);
	char *first = arena_alloc_raw(&texts, 4096),
	     *second = arena_alloc_raw(&texts, 4096);
	memset(first, 'x', 8192);
	arena_alloc_raw(&bodies, bodies.chunk_size ? 1 : 64 << 10);
	size_t before = mapping_used(m);
	arena_recycle(&bodies, first, 4096);
	arena_recycle(&bodies, second, 4096);
	char *p = arena_alloc(&bodies, 6000);
	ok(ARENA_IS_MALLOC || (p == first && mapping_used(m) == before),
	   "neighbours that are given back serve as one chunk");
	ok(p[0] == 0 && p[5999] == 0, "what is asked for zeroed is zero");
	arena_recycle(&bodies, NULL, 0);
	ok(arena_alloc_raw(&bodies, 4096) != p, "what is handed out is not recycled");
	mapping_close(m);
}

static void ask_too_much(void *context)
{
	struct arena a = ARENA_PRIVATE;
	if (freopen("/dev/null", "w", stderr))
		arena_array(&a, SIZE_MAX / 2, *(size_t *)context);
}

static void ask_over_the_mapping(void *context)
{
	struct arena a = mapping_arena(context);
	if (freopen("/dev/null", "w", stderr))
		arena_alloc_raw(&a, (size_t)65 << 30);
}

static void test_exhaustion(void)
{
	struct mapping *m = mapping_open();
	size_t size = 3;
	ok(in_child(ask_too_much, &size) == 2,
	   "a size that overflows ends with status 2");
	ok(in_child(ask_over_the_mapping, m) == 2, "more than the mapping holds, too");
	mapping_close(m);
}

int main(void)
{
	test_private();
	test_reset();
	test_extending();
	test_arrays();
	test_mapping();
	test_recycling();
	test_exhaustion();
	return finish();
}
