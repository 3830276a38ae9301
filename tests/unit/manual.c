/*
 * What is written for people is complete: each field of templates stands once in
 * themes/README.md, each key of front matter in CONTRIBUTING.md, each command and option
 * in the manual page, each code of a diagnostic is explained in both languages, and no
 * message lacks its code.
 */

#include "../tap.h"

#include "app/commands.h"
#include "base/buf.h"
#include "base/file.h"
#include "course/front.h"
#include "theme/view.h"

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
			const char *at = strstr(manual, row);
			ok(at && !strstr(at + 1, row), "themes/README.md has one row %s",
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

/* Whether a table is in the order of its names: one finds a row again. */
static bool is_after(const char *before, const char *name)
{
	return !before || strcmp(before, name) < 0;
}

/* A name with its dashes, as the manual page spells it. */
static const char *spelt_option(struct arena *a, const char *name)
{
	struct buf b = buf_new(a);
	buf_add_string(&b, "\\-\\-");
	for (const char *p = name; *p; p++)
		buf_add_format(&b, "%s%c", *p == '-' ? "\\" : "", *p);
	return buf_text(&b);
}

static bool has_word(const char *text, const char *word)
{
	for (const char *at = text; (at = strstr(at, word)); at++)
		if (!strchr("\\abcdefghijklmnopqrstuvwxyz", at[strlen(word)]))
			return true;
	return false;
}

/* The part of the page from one line to the next that begins with `end`. */
static const char *part(struct arena *a, const char *page, const char *start,
                        const char *end)
{
	const char *from = strstr(page, start);
	const char *to = from ? strstr(from + 1, end) : NULL;
	return to ? arena_copy(a, from, (size_t)(to - from)) : "";
}

static void check_options(struct arena *a, const char *page, const char *of_options)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++) {
		const char letter[] = {'\\', '-', rows[i].letter, '\0'};
		ok(has_word(of_options, spelt_option(a, rows[i].name)) &&
		           (!rows[i].letter || strstr(of_options, letter)),
		   "the manual page has --%s", rows[i].name);
		ok(is_after(i ? rows[i - 1].name : NULL, rows[i].name),
		   "--%s is in its place", rows[i].name);
	}
	for (size_t i = 0; i < N_COMMANDS; i++) {
		const struct command *c = &commands()[i];
		const char *start = arena_format(a, ".B sommaire %s\n", c->name);
		const char *synopsis = part(a, page, start, ".br\n");
		ok(*synopsis && is_after(i ? c[-1].name : NULL, c->name),
		   "the synopsis has %s", c->name);
		for (size_t k = 0; k < n; k++)
			if (rows[k].commands != ALL_COMMANDS)
				ok(has_word(synopsis, spelt_option(a, rows[k].name)) ==
				           ((rows[k].commands & command_bit(c)) != 0),
				   "the synopsis of %s, and --%s", c->name, rows[k].name);
	}
}

static void check_page(struct arena *a)
{
	struct bytes page = {"", 0};
	ok(file_read(a, "generator/install/sommaire.1", 1 << 20, &page),
	   "the manual page can be read");
	check_options(a, part(a, page.data, ".SH SYNOPSIS", ".SH DESCRIPTION"),
	              part(a, page.data, ".SH OPTIONS", ".SH EXIT"));
}

/* Within the rows of the table of keys, several of which may be one row. */
static void check_keys(const char *manual)
{
	const char *table = strstr(manual, "| Clé | Pages |");
	const char *end = table ? strstr(table, "\n\n") : NULL, *key;
	ok(end != NULL, "CONTRIBUTING.md has a table of keys");
	for (size_t i = 0; end && (key = front_key(i)); i++) {
		char cell[64];
		snprintf(cell, sizeof cell, "`%s`", key);
		const char *at = strstr(table, cell);
		ok(at && at < end, "the table of keys has %s", cell);
	}
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct bytes manual = {"", 0};
	ok(file_read(&a, "CONTRIBUTING.md", 1 << 20, &manual),
	   "CONTRIBUTING.md can be read");
	check_keys(manual.data);
	ok(file_read(&a, "themes/README.md", 1 << 20, &manual),
	   "themes/README.md can be read");
	check_fields(manual.data);
	check_codes();
	check_page(&a);
	arena_release(&a);
	return finish();
}
