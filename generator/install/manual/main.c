/*
 * What is installed beside the program and says what the program's tables say: manual
 * pages, from a template with places for the tables; completions, in completions.c.
 *
 *     manual fr <TEMPLATE >PAGE        manual bash >FILE
 *
 * In a template a line that begins with "@" stands for a table. Run by make.
 */

#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/config.h"
#include "course/front.h"
#include "course/keys.h"
#include "course/page_kinds.h"
#include "install/manual/completions.h"
#include "words/about.h"
#include "words/language.h"
#include "words/sentence.h"

struct printing {
	enum language lang;
	struct arena scratch;
};

/* --- roff --- */

/* Words between accents are bold, and their dashes are those that one types. */
static void put_text(const char *text)
{
	bool is_code = false;
	const char *at = text, *end = text + strlen(text);
	while (at < end) {
		const char *start = at;
		uint32_t c = text_next(&at, end);
		if (c == '`')
			fputs((is_code = !is_code) ? "\\fB" : "\\fR", stdout);
		else if (c == '\\')
			fputs("\\e", stdout);
		else if (is_code && strchr("-'^~", (int)c) && c < 0x80)
			printf(c == '-'    ? "\\-"
			       : c == '\'' ? "\\(aq"
			                   : "\\(%s",
			       c == '^' ? "ha" : "ti");
		else if (c == 0xa0 || c == 0x202f)
			fputs("\\~", stdout);
		else
			fwrite(start, 1, (size_t)(at - start), stdout);
	}
}

/* A line of text: what begins with a point or an apostrophe would be a command. */
static void put_line(const char *text)
{
	fputs(*text == '.' || *text == '\'' ? "\\&" : "", stdout);
	put_text(text);
	putchar('\n');
}

static const char *bold(struct printing *p, const char *text)
{
	return arena_format(&p->scratch, "`%s`", text);
}

/* The head of an entry, bold where it is typed, and what is said of it: nothing where a
 * row is missing, which tests/unit/manual.c tells. */
static void put_entry(const char *head, const char *text)
{
	puts(".TP");
	put_line(head);
	put_line(text ? text : "…");
}

/* --- the tables --- */

static void put_operands(const char *operands)
{
	if (*operands)
		printf("\\fI%s\\fR", operands);
}

/* Not broken at its dashes. */
static void put_option_of_synopsis(struct printing *p, const struct option_row *o)
{
	fputs(" \\%[", stdout);
	put_text(bold(p, arena_format(&p->scratch, "--%s", o->name)));
	if (o->value != SAY_NOTHING)
		printf("\\~\\fI%s\\fR", sentence_text(o->value, p->lang));
	putchar(']');
}

/* A paragraph a command, with the options that it takes and others do not. */
static void put_synopsis(struct printing *p)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < N_COMMANDS; i++) {
		const struct command *c = &commands()[i];
		printf("%s\\fBsommaire %s\\fR", i ? ".br\n" : "", c->name);
		for (size_t k = 0; k < n; k++)
			if (rows[k].commands != ALL_COMMANDS &&
			    rows[k].commands & command_bit(c))
				put_option_of_synopsis(p, &rows[k]);
		fputs(c->operands != SAY_NOTHING ? " " : "", stdout);
		put_operands(sentence_text(c->operands, p->lang));
		putchar('\n');
	}
}

static void put_commands(struct printing *p)
{
	for (size_t i = 0; i < N_COMMANDS; i++) {
		const char *name = commands()[i].name;
		put_entry(bold(p, name), about("command", name, p->lang));
	}
}

/* "-o, --output DOSSIER" */
static const char *option_head(struct printing *p, const struct option_row *o)
{
	const char letter[] = {'`', '-', o->letter, '`', ',', ' ', '\0'};
	const char *value = sentence_text(o->value, p->lang);
	return arena_format(&p->scratch, "%s`--%s`%s%s", o->letter ? letter : "", o->name,
	                    *value ? " " : "", value);
}

/* Several rows of one name are one entry. */
static void put_options(struct printing *p)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++) {
		const struct option_row *o = &rows[i];
		if (i && strcmp(rows[i - 1].name, o->name) == 0)
			continue;
		put_entry(option_head(p, o), about("option", o->name, p->lang));
		if (o->choices)
			printf("%s \\fB%s\\fR.\n",
			       sentence_text(SAY_MANUAL_CHOICES, p->lang),
			       words_joined(&p->scratch, o->choices));
	}
}

/* What a key takes: "un texte", or its words. */
static const char *value_of_key(struct printing *p, const struct key *key)
{
	struct buf b = buf_new(&p->scratch);
	buf_add_string(&b, sentence_text(keys_wanted(key->kind), p->lang));
	const char *word;
	for (size_t i = 0; key->word && (word = key->word(i)); i++)
		buf_add_format(&b, "%s`%s`",
		               i ? ", " : sentence_text(SAY_MANUAL_OF, p->lang), word);
	return buf_text(&b);
}

static void put_key(struct printing *p, const char *of, const struct key *key)
{
	const char *value = value_of_key(p, key);
	put_entry(*value ? arena_format(&p->scratch, "`%s`: %s", key->name, value)
	                 : bold(p, key->name),
	          about(of, key->name, p->lang));
}

/* `of`: which of the tables of course/config.h. */
static void put_config(struct printing *p, const char *of)
{
	size_t n;
	const struct key_table *tables = config_tables(&n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; strcmp(tables[i].of, of) == 0 && k < tables[i].n; k++)
			put_key(p, of, &tables[i].keys[k]);
}

static void put_site(struct printing *p)
{
	put_config(p, "site.yml");
}

static void put_repository(struct printing *p)
{
	put_config(p, "repository");
}

static void put_gitbook(struct printing *p)
{
	put_config(p, ".gitbook.yaml");
}

static void put_structure(struct printing *p)
{
	put_config(p, "structure");
}

static void put_front(struct printing *p)
{
	size_t n;
	const struct key *keys = front_keys(&n);
	for (size_t i = 0; i < n; i++)
		if (keys[i].kind < KEY_IGNORED)
			put_key(p, "front", &keys[i]);
}

/* The keys of a kind, in one line. */
static void put_names(struct printing *p, enum key_kind kind)
{
	size_t n;
	bool is_first = true;
	const struct key *keys = front_keys(&n);
	for (size_t i = 0; i < n; i++) {
		if (keys[i].kind != kind)
			continue;
		fputs(is_first ? "" : ", ", stdout);
		put_text(bold(p, keys[i].name));
		is_first = false;
	}
	puts(".");
}

static void put_ignored(struct printing *p)
{
	put_names(p, KEY_IGNORED);
}

static void put_foreign(struct printing *p)
{
	put_names(p, KEY_FOREIGN);
}

static void put_types(struct printing *p)
{
	const char *name;
	for (size_t i = 0; (name = page_type_word(i)); i++)
		put_entry(bold(p, name), about("type", name, p->lang));
}

static const struct {
	const char *line;
	void (*put)(struct printing *p);
} places[] = {
	{"@synopsis", put_synopsis},     {"@commands", put_commands},
	{"@options", put_options},       {"@site", put_site},
	{"@repository", put_repository}, {"@gitbook", put_gitbook},
	{"@structure", put_structure},   {"@front", put_front},
	{"@ignored", put_ignored},       {"@foreign", put_foreign},
	{"@types", put_types},
};

/* False when no table is called so. */
static bool put_table(struct printing *p, const char *line)
{
	for (size_t i = 0; i < COUNT(places); i++)
		if (strcmp(places[i].line, line) == 0) {
			places[i].put(p);
			return true;
		}
	fprintf(stderr, "manual: no table %s\n", line);
	return false;
}

/* False, told, where the template asks for something that there is not. */
static bool fill(enum language lang)
{
	struct printing p = {.lang = lang};
	char line[4096];
	bool ok = true;
	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line != '@')
			puts(line);
		else
			ok &= put_table(&p, line);
	}
	arena_release(&p.scratch);
	return ok && !ferror(stdin);
}

int main(int argc, char **argv)
{
	const char *what = argc == 2 ? argv[1] : "";
	bool ok = strcmp(what, "fr") == 0   ? fill(LANGUAGE_FR)
	          : strcmp(what, "en") == 0 ? fill(LANGUAGE_EN)
	                                    : completions_print(what);
	return ok && fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
