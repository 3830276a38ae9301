/*
 * The one list of page types is whole, and the theme that we bring has the words for
 * each.
 */

#include "course/page_kinds.h"
#include "base/file.h"

#include "../tap.h"
#include "data/yaml.h"

static void check_rows(void)
{
	for (int i = 0; i < N_PAGE_TYPES; i++) {
		const struct page_kind *kind = &page_kinds[i];
		ok(kind->name && kind->layout, "type %d has a row", i);
		bool is_twin = false;
		for (int k = 0; k < i; k++)
			is_twin |= strcmp(page_kinds[k].name, kind->name) == 0;
		ok(!is_twin, "no other type is called %s", kind->name);
		ok((kind->folder != NULL) == (i < N_WRITTEN_TYPES),
		   "%s is made by authors, or by us", kind->name);
	}
	for (size_t i = 0; i < N_WRITTEN_TYPES; i++)
		is(page_type_word(i), page_kinds[i].name, "word %zu", i);
	ok(!page_type_word(N_WRITTEN_TYPES), "and no other word");
}

static void check_labels(struct arena *a, const char *path)
{
	struct diag d = {.arena = a};
	struct bytes bytes = {"", 0};
	ok(file_read(a, path, 1 << 20, &bytes), "%s can be read", path);
	struct value labels = yaml_parse(a, path, bytes.data, bytes.len, 1, &d);
	const struct value_entry *kinds =
		labels.kind == VALUE_MAP ? value_map_find(labels.map, "kinds", 5) : NULL;
	for (size_t i = 0; i < N_WRITTEN_TYPES; i++) {
		const char *name = page_kinds[i].name;
		ok(kinds && kinds->value.kind == VALUE_MAP &&
		           value_map_find(kinds->value.map, name, strlen(name)),
		   "%s has a word for %s", path, name);
	}
}

/* What tells people of the types by hand. */
static void check_manual(struct arena *a)
{
	struct bytes editors = {"", 0};
	ok(file_read(a, "content/ecrire/en-tete.md", 1 << 20, &editors),
	   "the page of keys can be read");
	const char *row = strstr(editors.data, "\n| `type` |");
	size_t len = row ? strcspn(row + 1, "\n") : 0;
	for (size_t i = 0; i < N_WRITTEN_TYPES; i++) {
		const char *name = page_kinds[i].name;
		const char *cell = arena_format(a, "`%s`", name);
		ok(row && memmem(row, len, cell, strlen(cell)), "editors read of %s",
		   name);
	}
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	check_rows();
	check_labels(&a, "themes/cours/labels.fr.yml");
	check_labels(&a, "themes/cours/labels.en.yml");
	check_manual(&a);
	arena_release(&a);
	return finish();
}
