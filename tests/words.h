#ifndef TESTS_WORDS_H
#define TESTS_WORDS_H

/* What the program says to readers, from the theme that comes with it: tests run in the
 * top folder. */

#include "base/file.h"
#include "data/yaml.h"
#include "theme/labels.h"
#include "words/labels.h"

/* Returns how many are missing. */
static inline size_t words_read(struct labels *labels, struct arena *a,
                                const char *language)
{
	struct bytes bytes = {"", 0};
	struct diag quiet = {.arena = a};
	const char *path = arena_format(a, "themes/cours/labels.%s.yml", language);
	file_read(a, path, 1 << 20, &bytes);
	return labels_fill(labels, yaml_parse(a, path, bytes.data, bytes.len, 1, &quiet),
	                   a);
}

static inline const struct labels *words_of(struct arena *a, const char *language)
{
	struct labels *labels = arena_alloc(a, sizeof *labels);
	words_read(labels, a, language);
	labels_finish(labels, a);
	return labels;
}

#endif
