#ifndef DATA_YAML_H
#define DATA_YAML_H

/*
 * YAML, as authors of a course need it: maps, lists and scalars.
 *
 * Anchors and aliases are refused, duplicate keys reported (the first one
 * counts), depth stops at 16. Plain `true`, `false`, `null` and whole numbers
 * have a kind of their own; everything else is text, so that `no`, `oui` or
 * `1_000` hold no surprise. Faults are reported with their place and a cure;
 * what was read before a fault is kept.
 */

#include "base/mem.h"
#include "data/value.h"
#include "words/diag.h"

/*
 * Reads one document. `first_line` is the line of the file on which `src`
 * starts. Returns a map, or nil when there is nothing to keep.
 */
struct value yaml_parse(struct arena *a, const char *path, const char *src, size_t len,
                        int first_line, struct diag *d);

/*
 * Splits a page's text in front matter and body. `body_line` receives the
 * line of the file on which the body starts. Front matter over 64 KiB, or one
 * that never ends, is reported and read as text.
 */
struct front_matter {
	const char *yaml;
	size_t yaml_len;
	const char *body;
	size_t body_len;
	int body_line;
};
struct front_matter yaml_split(const char *path, const char *src, size_t len,
                               struct diag *d);

/* A scalar as text: what the author typed, for whole numbers and true/false too. NULL for
 * others. */
const char *value_scalar(struct arena *a, const struct value *v);

#endif
