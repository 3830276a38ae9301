/*
 * What is written for people is complete: each field of templates stands in
 * themes/README.md, each code of a diagnostic is explained in both languages, and no
 * message lacks its code.
 */

#include "../tap.h"

#include "base/file.h"
#include "render/view.h"

static void check_fields(const char *manual)
{
	size_t n_types;
	const struct value_type *const *types = view_types(&n_types);
	for (size_t t = 0; t < n_types; t++)
		for (size_t i = 0; i < types[t]->n_fields; i++) {
			const struct value_field *f = &types[t]->fields[i];
			char row[128];
			snprintf(row, sizeof row, "| `%s.%s` | %s |", types[t]->name,
			         f->name, f->kind);
			ok(strstr(manual, row) != NULL, "themes/README.md has a row %s",
			   row);
			ok(value_field_find(types[t], f->name, strlen(f->name)) == f,
			   "%s.%s is found: the table is in order", types[t]->name,
			   f->name);
		}
}

static bool is_explained(const char *code)
{
	size_t n;
	const struct explanation *known = diag_explanations(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(known[i].code, code) == 0)
			return *known[i].text[LANGUAGE_FR] && *known[i].text[LANGUAGE_EN];
	return false;
}

static void check_codes(void)
{
	for (int m = 0; m < N_MESSAGES; m++)
		ok(is_explained(message_code((enum message)m)),
		   "%s is explained (message %d)", message_code((enum message)m), m);
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct bytes manual = {"", 0};
	ok(file_read(&a, "themes/README.md", 1 << 20, &manual),
	   "themes/README.md can be read");
	check_fields(manual.data);
	check_codes();
	arena_release(&a);
	return finish();
}
