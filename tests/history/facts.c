#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "source/history.h"

/*
 * facts ROOT [REVISION]: reads paths, a line each, and prints what history_read
 * says of them, a line each: path, changed, its offset, created, authors, former
 * names. Then a line a report: its code. tests/history/run asks, and compares
 * with git. With FACTS_TIME set, the CPU seconds go to stderr.
 */

static struct history_file *read_paths(struct arena *a, size_t *n)
{
	struct history_file *files = NULL;
	size_t cap = 0;
	char line[4096];
	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		const char *path = arena_string(a, line);
		ARRAY_ADD(a, files, *n, cap, (struct history_file){.path = path});
	}
	return files;
}

static void print_list(const char *const *items, size_t n)
{
	putchar('\t');
	for (size_t i = 0; i < n; i++)
		printf("%s%s", i ? ", " : "", items[i]);
}

static void print_file(const struct history_file *f)
{
	printf("%s\t%" PRId64 "\t%d\t%" PRId64, f->path, f->changed, f->changed_offset,
	       f->created);
	print_list(f->authors, f->n_authors);
	print_list(f->former, f->n_former);
	putchar('\n');
}

int main(int argc, char **argv)
{
	struct arena a = ARENA_PRIVATE;
	struct diag d = {.arena = &a};
	size_t n = 0;
	if (argc < 2) {
		puts("1..0 # SKIP tests/history/run asks it");
		return 0;
	}
	struct history_options options = {
		.root = argv[1],
		.revision = argc > 2 ? argv[2] : NULL,
		.wants_authors = !getenv("FACTS_TIME"),
		.wants_former = !getenv("FACTS_TIME"),
	};
	struct history_file *files = read_paths(&a, &n);
	clock_t start = clock();
	bool ok = history_read(files, n, &options, &a, &d);
	if (getenv("FACTS_TIME"))
		fprintf(stderr, "%.3f\n", (double)(clock() - start) / CLOCKS_PER_SEC);
	for (size_t i = 0; ok && i < n; i++)
		print_file(&files[i]);
	for (size_t i = 0; i < d.n; i++)
		printf("%s\n", message_code(d.findings[i].message));
	arena_release(&a);
	return 0;
}
