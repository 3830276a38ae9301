/*
 * Front matter and site.yml: what is read is text, and what is reported has a
 * place within the file.
 */

#include "fuzz.h"

#include "base/text.h"
#include "data/yaml.h"

enum { DEEPEST_VALUE = 16 };

static void check_value(const struct value *v, int depth)
{
	REQUIRE(depth <= DEEPEST_VALUE + 1);
	if (v->kind == VALUE_TEXT) {
		REQUIRE(v->text[v->len] == '\0');
		REQUIRE(text_check(v->text, v->len) == v->len);
	} else if (v->kind == VALUE_LIST) {
		for (size_t i = 0; i < v->list->n; i++)
			check_value(&v->list->items[i], depth + 1);
	} else if (v->kind == VALUE_MAP) {
		for (size_t i = 0; i < v->map->n; i++)
			check_value(&v->map->entries[i].value, depth + 1);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena arena = ARENA_PRIVATE;
	struct diag diag = {.arena = &arena};
	const char *text = arena_copy(&arena, (const char *)data, size);
	int lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += text[i] == '\n' || text[i] == '\r';

	struct front_matter f = yaml_split("page.md", text, size, &diag);
	REQUIRE(f.body >= text && f.body + f.body_len == text + size);
	REQUIRE(f.body_line >= 1 && f.body_line <= lines + 1);
	struct value v =
		f.yaml ? yaml_parse(&arena, "page.md", f.yaml, f.yaml_len, 2, &diag)
		       : yaml_parse(&arena, "site.yml", text, size, 1, &diag);
	check_value(&v, 1);
	for (size_t i = 0; i < diag.n; i++)
		REQUIRE(diag.findings[i].at.line >= 0 &&
		        diag.findings[i].at.line <= lines + 1);
	arena_reset(&arena);
	return 0;
}
