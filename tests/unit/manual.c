/*
 * What is written for people is complete: each field of templates stands once in
 * themes/README.md, each key of front matter in content/ecrire/en-tete.md, each command
 * and option in the manual pages, with a sentence, each code of a diagnostic is explained
 * in both languages, and no message lacks its code.
 */

#include "../tap.h"

#include <stdlib.h>

#include "app/commands.h"
#include "base/buf.h"
#include "base/file.h"
#include "course/config.h"
#include "course/front.h"
#include "course/page_kinds.h"
#include "theme/view.h"
#include "words/about.h"

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
static const char *spelt(struct arena *a, const char *before, const char *name)
{
	struct buf b = buf_new(a);
	buf_add_string(&b, before);
	for (const char *p = name; *p; p++)
		buf_add_format(&b, "%s%c", *p == '-' ? "\\" : "", *p);
	buf_add_string(&b, "\\fR");
	return buf_text(&b);
}

/* The part of the page from one line to the next that begins with `end`. */
static const char *part(struct arena *a, const char *page, const char *start,
                        const char *end)
{
	const char *from = strstr(page, start);
	const char *to = from ? strstr(from + 1, end) : NULL;
	return to ? arena_copy(a, from, (size_t)(to - from)) : "";
}

static void check_options(struct arena *a, const char *page, const char *path)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++)
		ok(strstr(part(a, page, ".SH OPTIONS", "\n.SH"),
		          spelt(a, "\\fB\\-\\-", rows[i].name)),
		   "%s has --%s", path, rows[i].name);
	for (size_t i = 0; i < N_COMMANDS; i++) {
		const struct command *c = &commands()[i];
		const char *start = arena_format(a, "\\fBsommaire %s\\fR", c->name);
		const char *synopsis = part(a, page, start, "\n");
		ok(*synopsis && strstr(part(a, page, ".SH COMMAND", "\n.SH"),
		                       spelt(a, ".TP\n\\fB", c->name)),
		   "%s has the command %s", path, c->name);
		for (size_t k = 0; k < n; k++)
			if (rows[k].commands != ALL_COMMANDS &&
			    rows[k].commands & command_bit(c))
				ok(strstr(synopsis,
				          spelt(a, "[\\fB\\-\\-", rows[k].name)),
				   "%s: the synopsis of %s has --%s", path, c->name,
				   rows[k].name);
	}
}

static void check_all_keys(struct arena *a, const char *page, const char *path)
{
	size_t n, n_front;
	const struct key_table *tables = config_tables(&n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < tables[i].n; k++)
			ok(strstr(page, spelt(a, ".TP\n\\fB", tables[i].keys[k].name)),
			   "%s has %s of %s", path, tables[i].keys[k].name, tables[i].of);
	const struct key *keys = front_keys(&n_front);
	for (size_t k = 0; k < n_front; k++)
		ok(strstr(page, spelt(a, "\\fB", keys[k].name)), "%s has %s", path,
		   keys[k].name);
	for (size_t i = 0; page_type_word(i); i++)
		ok(strstr(page, spelt(a, ".TP\n\\fB", page_type_word(i))),
		   "%s has the type %s", path, page_type_word(i));
}

/* What make filled in from the templates. */
static void check_pages(struct arena *a)
{
	static const struct {
		const char *path;
		void (*check)(struct arena *a, const char *page, const char *path);
	} pages[] = {{"man/man1/sommaire.1", check_options},
	             {"man/fr/man1/sommaire.1", check_options},
	             {"man/man5/sommaire.5", check_all_keys},
	             {"man/fr/man5/sommaire.5", check_all_keys}};
	const char *build = getenv("BUILD");
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct bytes page = {"", 0};
		const char *path = arena_format(a, "%s/share/%s", build ? build : "build",
		                                pages[i].path);
		ok(file_read(a, path, 1 << 20, &page), "%s can be read", path);
		pages[i].check(a, page.data, pages[i].path);
	}
}

static void check_about(const char *of, const char *name)
{
	const char *fr = about(of, name, LANGUAGE_FR);
	const char *en = about(of, name, LANGUAGE_EN);
	ok(fr && en && *fr && *en && strcmp(fr, en) != 0,
	   "words/messages_manual.h says what %s of %s is", name, of);
}

/* Each row of the tables has its sentences, and stands in its place. */
static void check_sentences(void)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++) {
		check_about("option", rows[i].name);
		ok(!i || strcmp(rows[i - 1].name, rows[i].name) <= 0,
		   "--%s is in its place", rows[i].name);
	}
	for (size_t i = 0; i < N_COMMANDS; i++) {
		check_about("command", commands()[i].name);
		ok(is_after(i ? commands()[i - 1].name : NULL, commands()[i].name),
		   "%s is in its place", commands()[i].name);
	}
	const struct key_table *tables = config_tables(&n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < tables[i].n; k++)
			check_about(tables[i].of, tables[i].keys[k].name);
	for (size_t i = 0; front_key(i); i++)
		check_about("front", front_key(i));
	for (size_t i = 0; page_type_word(i); i++)
		check_about("type", page_type_word(i));
}

/* clang-format off */
#define ABOUT(of, name, fr, en) {of, name},
static const struct { const char *of, *name; } said[] = {
#include "words/messages.h"
};
/* clang-format on */

static bool is_option(const char *name)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].name, name) == 0)
			return true;
	return false;
}

static bool is_type(const char *name)
{
	size_t i = 0;
	while (page_type_word(i) && strcmp(page_type_word(i), name) != 0)
		i++;
	return page_type_word(i) != NULL;
}

/* Whether what a row speaks of is there. */
static bool exists(const char *of, const char *name)
{
	size_t n;
	const struct key_table *tables = config_tables(&n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(tables[i].of, of) == 0)
			return keys_find(tables[i].keys, tables[i].n, name) != NULL;
	return strcmp(of, "option") == 0    ? is_option(name)
	       : strcmp(of, "command") == 0 ? command_find(name) != NULL
	       : strcmp(of, "front") == 0   ? front_has_key(name)
	                                    : is_type(name);
}

static void check_nothing_stale(void)
{
	for (size_t i = 0; i < COUNT(said); i++)
		ok(exists(said[i].of, said[i].name), "%s of %s is there", said[i].name,
		   said[i].of);
}

/* Within the rows of the table of keys, several of which may be one row. */
static void check_keys(const char *manual)
{
	const char *table = strstr(manual, "| Clé | Pages |");
	const char *end = table ? strstr(table, "\n\n") : NULL, *key;
	ok(end != NULL, "editors have a table of keys");
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
	ok(file_read(&a, "content/ecrire/en-tete.md", 1 << 20, &manual),
	   "the page of keys can be read");
	check_keys(manual.data);
	ok(file_read(&a, "themes/README.md", 1 << 20, &manual),
	   "themes/README.md can be read");
	check_fields(manual.data);
	check_codes();
	check_pages(&a);
	check_sentences();
	check_nothing_stale();
	arena_release(&a);
	return finish();
}
