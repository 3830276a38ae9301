/*
 * How well search answers: graded queries, asked of a course.
 *
 *     build/tests/search COURSE QUERIES.tsv... [--show | --write FOLDER]
 *
 * A line of QUERIES is: kind, query, the addresses that answer it (2), others that do
 * (1), both regular expressions on the address without its last slash. Printed for each
 * kind are the shares of queries of which one of the first, or first three, answers; the
 * mean of 1 / its place; nDCG over ten; as TAP, with the bounds that they keep. With
 * --show also what missed; with --write the files that a browser loads, and what is found
 * here, for same.mjs.
 */

#include <math.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "search/index.h"
#include "search/rank.h"
#include "search/shards.h"
#include "site/stages.h"

/* What each kind keeps, and all of them together. */
static const double least_of_kind = .80, least_gain_of_kind = .70, least_three = .92,
		    least_gain = .85;

enum { MOST_KINDS = 20, LONGEST_LINE = 4096 };

struct figures {
	char kind[64];
	size_t n, n_empty;
	double first, three, reciprocal, gain;
};

static bool matches(const char *pattern, const char *text)
{
	regex_t re;
	if (!*pattern || regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB) != 0)
		return false;
	bool found = regexec(&re, text, 0, NULL, 0) == 0;
	regfree(&re);
	return found;
}

struct query {
	char *kind, *text, *primary, *acceptable;
};

static int grade(const struct query *q, const struct page *page)
{
	char address[1024];
	snprintf(address, sizeof address, "%s", page->address);
	size_t len = strlen(address);
	if (len > 0 && address[len - 1] == '/')
		address[len - 1] = '\0';
	return matches(q->primary, address) ? 2 : matches(q->acceptable, address) ? 1 : 0;
}

static double gain(int grade, size_t place)
{
	return (pow(2, grade) - 1) / log2((double)place + 2);
}

static double best_gain(const struct search_index *x, const struct query *q)
{
	size_t n[3] = {0};
	double sum = 0;
	for (size_t i = 0; i < x->n_pages; i++)
		n[grade(q, x->pages[i].page)]++;
	for (size_t place = 0; place < MOST_RESULTS; place++) {
		int g = n[2] ? 2 : n[1] ? 1 : 0;
		if (g)
			n[g]--;
		sum += gain(g, place);
	}
	return sum;
}

static struct figures *figures_of(struct figures all[MOST_KINDS], const char *kind)
{
	size_t i = 0;
	while (all[i].n && strcmp(all[i].kind, kind) != 0)
		i++;
	snprintf(all[i].kind, sizeof all[i].kind, "%s", kind);
	return &all[i];
}

static void ask(const struct search_index *x, const struct query *q, struct figures *f,
                bool show)
{
	struct search_result results[MOST_RESULTS];
	size_t n = search_rank(x, q->text, results), place = MOST_RESULTS;
	double sum = 0, best = best_gain(x, q);
	for (size_t i = 0; i < n; i++) {
		int g = grade(q, x->pages[results[i].page].page);
		sum += gain(g, i);
		if (g && place == MOST_RESULTS)
			place = i;
	}
	f->n++;
	f->n_empty += n == 0;
	f->first += place == 0;
	f->three += place < 3;
	f->reciprocal += place < MOST_RESULTS ? 1.0 / (double)(place + 1) : 0;
	f->gain += best > 0 ? sum / best : 0;
	if (!show || (place < 3 && sum > least_of_kind * best))
		return;
	printf("# %s: %s: nDCG %.2f, %s\n", q->kind, q->text, best > 0 ? sum / best : 0,
	       place < 3 ? "found" : "missed");
	for (size_t i = 0; i < n && i < 6; i++)
		printf("#     %d %lld %s\n", grade(q, x->pages[results[i].page].page),
		       (long long)results[i].score,
		       x->pages[results[i].page].page->address);
}

static void print_figures(const struct figures *f, double three, double gain)
{
	double n = (double)f->n;
	bool is_good = f->three >= three * n && f->gain >= gain * n && f->n_empty == 0;
	printf("%sok - %-16s %3zu  hit@1 %.2f  hit@3 %.2f  MRR %.2f  nDCG %.2f  empty "
	       "%zu\n",
	       is_good ? "" : "not ", f->kind, f->n, f->first / n, f->three / n,
	       f->reciprocal / n, f->gain / n, f->n_empty);
}

static char *field(char **at)
{
	char *start = *at ? *at : "", *tab = *at ? strchr(*at, '\t') : NULL;
	if (tab)
		*tab = '\0';
	*at = tab ? tab + 1 : NULL;
	return start;
}

/* The files that a browser loads, and what is found here: QUERY, a tab, then
 * "page:section,section" a result. */
static void write_files(struct stages *s, const struct search_index *x,
                        const char *folder)
{
	struct search_shards shards = shards_open(x, &s->arena);
	for (size_t i = 0; i < shards_count(&shards); i++) {
		struct arena scratch = ARENA_PRIVATE;
		struct search_file f = shards_file(&shards, &s->book, i, &scratch);
		FILE *out = fopen(path_join(&scratch, folder, f.name), "w");
		if (!out || fwrite(f.bytes.data, 1, f.bytes.len, out) != f.bytes.len ||
		    fclose(out))
			exit(2);
		arena_release(&scratch);
	}
}

static void print_answers(const struct search_index *x, const char *query)
{
	struct search_result results[MOST_RESULTS];
	size_t n = search_rank(x, query, results);
	printf("%s\t", query);
	for (size_t i = 0; i < n; i++) {
		printf("%s%u:%lld:", i ? " " : "", results[i].page,
		       (long long)results[i].score);
		for (size_t k = 0; k < results[i].n_sections; k++)
			printf("%s%u", k ? "," : "", results[i].sections[k]);
	}
	putchar('\n');
}

struct test {
	const struct search_index *x;
	const char *folder; /* of --write */
	bool shows;
	struct figures kinds[MOST_KINDS];
};

static void ask_all(struct test *t, const char *path)
{
	char line[LONGEST_LINE];
	FILE *queries = fopen(path, "r");
	if (!queries)
		exit(2);
	while (fgets(line, sizeof line, queries)) {
		line[strcspn(line, "\n")] = '\0';
		char *at = line;
		struct query q = {.kind = field(&at)};
		q.text = field(&at);
		q.primary = field(&at);
		q.acceptable = field(&at);
		if (*q.kind == '\0' || *q.kind == '#' || strcmp(q.kind, "kind") == 0)
			continue;
		if (t->folder)
			print_answers(t->x, q.text);
		else
			ask(t->x, &q, figures_of(t->kinds, q.kind), t->shows);
	}
	fclose(queries);
}

static void print_all(const struct test *t)
{
	struct figures whole = {.kind = "all"};
	for (size_t i = 0; t->kinds[i].n; i++) {
		const struct figures *f = &t->kinds[i];
		print_figures(f, least_of_kind, least_gain_of_kind);
		whole.n += f->n;
		whole.n_empty += f->n_empty;
		whole.first += f->first;
		whole.three += f->three;
		whole.reciprocal += f->reciprocal;
		whole.gain += f->gain;
	}
	print_figures(&whole, least_three, least_gain);
}

int main(int argc, char **argv)
{
	struct options options = {.root = argv[1],
	                          .out = "",
	                          .jobs = 2,
	                          .wants_sections = true,
	                          .without_history = true};
	struct stages s;
	stages_open(&s, &options);
	if (argc < 3 || !stages_load(&s) || !stages_compose(&s))
		return 2;
	stages_connect(&s);
	struct search_index *x = search_open(&s.book, &s.arena);
	struct test t = {.x = x};
	int last = argc;
	for (int i = 2; i < argc; i++) {
		if (strncmp(argv[i], "--", 2) != 0)
			continue;
		last = i < last ? i : last;
		t.shows |= strcmp(argv[i], "--show") == 0;
		if (strcmp(argv[i], "--write") == 0 && i + 1 < argc)
			t.folder = argv[i + 1];
	}
	printf("# %zu pages, %zu words, %zu groups\n", x->n_pages, x->n_words,
	       x->n_groups);
	if (t.folder)
		write_files(&s, x, t.folder);
	for (int i = 2; i < last; i++)
		ask_all(&t, argv[i]);
	if (!t.folder)
		print_all(&t);
	search_close(x);
	stages_close(&s);
	return 0;
}
