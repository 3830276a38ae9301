#include "app/command_line.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "app/complain.h"
#include "app/help.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/site.h"
#include "data/url.h"
#include "french/locale.h"
#include "report/report.h"
#include "words/language.h"
#include "words/message_names.h"
#include "words/sentence.h"

enum {
	MOST_OPTIONS = 32,
	FIRST_LONG =
		256, /* what getopt gives for a row without a letter; then its place */
	FOUND_END = -1,
	FOUND_WORD = -2
};

/* The table of options as getopt_long wants it. */
struct grammar {
	struct option longs[MOST_OPTIONS + 1];
	char shorts[2 * MOST_OPTIONS + 3];
};

struct reading {
	struct command_line *c;
	int argc;
	char **argv;
	struct grammar grammar;
	bool only_words;  /* behind "--" */
	const char *word; /* where getopt is, or the word that it found */
	struct arena scratch;
};

static int value_of(const struct option_row *rows, size_t i)
{
	return rows[i].letter ? rows[i].letter : FIRST_LONG + (int)i;
}

/* With the options that one of these commands takes. "+" ends at each word, ":" leaves
 * mistakes to us. */
static void make_grammar(struct grammar *g, unsigned takers)
{
	size_t n, n_longs = 0, n_shorts = 0;
	const struct option_row *rows = option_rows(&n);
	*g = (struct grammar){.shorts = "+:"};
	n_shorts = 2;
	for (size_t i = 0; i < n && i < MOST_OPTIONS; i++) {
		const struct option_row *o = &rows[i];
		bool has_value = o->kind != OPTION_FLAG;
		if (!(o->commands & takers))
			continue;
		g->longs[n_longs++] =
			(struct option){o->name, has_value, NULL, value_of(rows, i)};
		if (o->letter)
			g->shorts[n_shorts++] = o->letter;
		if (o->letter && has_value)
			g->shorts[n_shorts++] = ':';
	}
}

static const struct option_row *find_row(int value)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++)
		if (value_of(rows, i) == value)
			return &rows[i];
	return NULL;
}

static struct reading start(struct command_line *c, int argc, char **argv,
                            unsigned takers)
{
	struct reading r = {.c = c, .argc = argc, .argv = argv};
	make_grammar(&r.grammar, takers);
	optind = 0; /* makes getopt start anew */
	return r;
}

/* The next option as getopt has it, FOUND_WORD or FOUND_END. */
static int next(struct reading *r)
{
	int before = optind ? optind : 1;
	if (!r->only_words) {
		r->word = before < r->argc ? r->argv[before] : NULL;
		int found = getopt_long(r->argc, r->argv, r->grammar.shorts,
		                        r->grammar.longs, NULL);
		if (found != -1)
			return found;
		r->only_words = optind > before;
	}
	if (optind >= r->argc)
		return FOUND_END;
	r->word = r->argv[optind++];
	return FOUND_WORD;
}

/* --- values --- */

static bool parse_number(const char *text, int *out)
{
	if (!*text || strlen(text) > 6 || text[strspn(text, "0123456789")])
		return false;
	*out = (int)strtol(text, NULL, 10);
	return *out <= MOST_NUMBER;
}

static bool parse_choice(const char *text, const char *const *choices, unsigned *out)
{
	for (unsigned i = 0; choices[i]; i++)
		if (strcmp(text, choices[i]) == 0) {
			*out = i;
			return true;
		}
	return false;
}

static bool set_number(struct reading *r, const struct option_row *o, const char *name,
                       const char *value)
{
	if (parse_number(value, (int *)(void *)((char *)r->c + o->offset)))
		return true;
	complain(r->c->build.lang, MSG_OPTION_NUMBER, name, value,
	         arena_format(&r->scratch, "%d", MOST_NUMBER), NULL);
	return false;
}

static bool set_choice(struct reading *r, const struct option_row *o, const char *name,
                       const char *value)
{
	unsigned choice = 0;
	size_t n = 0;
	while (o->choices[n])
		n++;
	if (!parse_choice(value, o->choices, &choice)) {
		complain(r->c->build.lang, MSG_OPTION_CHOICE, name, value,
		         words_joined(&r->scratch, o->choices),
		         text_nearest(value, o->choices, n), NULL);
		return false;
	}
	if (o->kind == OPTION_FORMAT)
		r->c->build.format = (enum report_format)choice;
	else if (o->kind == OPTION_EDITION)
		r->c->build.options.edition = (enum edition_kind)choice;
	else
		r->c->build.lang = (enum language)choice;
	r->c->build.has_language |= o->kind == OPTION_LANGUAGE;
	return true;
}

static bool set_option(struct reading *r, const struct option_row *o, const char *name,
                       const char *value)
{
	void *field = (char *)r->c + o->offset;
	switch (o->kind) {
	case OPTION_FLAG: *(bool *)field = true; return true;
	case OPTION_NUMBER: return set_number(r, o, name, value);
	case OPTION_FORMAT:
	case OPTION_EDITION:
	case OPTION_LANGUAGE: return set_choice(r, o, name, value);
	case OPTION_TAG:
		if (!locale_is_tag(value)) {
			complain(r->c->build.lang, MSG_OPTION_TAG, name, value, NULL);
			return false;
		}
		break;
	case OPTION_ADDRESS:
		if (!url_is_site(value)) {
			complain(r->c->build.lang, MSG_OPTION_ADDRESS, name, value, NULL);
			return false;
		}
		break;
	case OPTION_TEXT: break;
	}
	*(const char **)field = value;
	return true;
}

/* --- mistakes --- */

/* As it was meant: "-o", or "--output" where a long name was typed. */
static const char *typed_name(struct reading *r, const struct option_row *o)
{
	return strncmp(r->word, "--", 2) == 0
	               ? arena_format(&r->scratch, "--%s", o->name)
	               : arena_format(&r->scratch, "-%c", o->letter);
}

/* Long names of the command's options: those that begin so, or all for "". */
static const char **names_from(struct reading *r, const char *start, size_t len,
                               size_t *found)
{
	size_t n = 0;
	const char **names = arena_array(&r->scratch, MOST_OPTIONS + 1, sizeof *names);
	for (const struct option *o = r->grammar.longs; o->name; o++)
		if (strncmp(o->name, start, len) == 0)
			names[n++] = arena_format(&r->scratch, "--%s", o->name);
	*found = n;
	return names;
}

/* The row of any command with this letter or this long name; NULL: there is none. */
static const struct option_row *find_elsewhere(char letter, const char *name)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++)
		if (letter ? rows[i].letter == letter : strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

/* The commands that take it, whatever it means to each. */
static const char *takers_of(struct reading *r, const struct option_row *o)
{
	const char *names[N_COMMANDS + 1] = {NULL};
	unsigned takers = 0;
	size_t n = 0, n_rows;
	const struct option_row *rows = option_rows(&n_rows);
	for (size_t i = 0; i < n_rows; i++)
		takers |= strcmp(rows[i].name, o->name) == 0 ? rows[i].commands : 0;
	for (size_t i = 0; i < N_COMMANDS; i++)
		if (takers & command_bit(&commands()[i]))
			names[n++] = commands()[i].name;
	return words_joined(&r->scratch, names);
}

/* `letter` is 0 where a long name is meant. */
static void complain_unknown(struct reading *r, const char *shown, char letter)
{
	size_t n;
	const char **names = names_from(r, "", 0, &n);
	const char *command = r->c->command ? r->c->command->name : NULL;
	const char *name = shown + strspn(shown, "-");
	const struct option_row *o = find_elsewhere(letter, name);
	if (o && command && !(o->commands & command_bit(r->c->command))) {
		complain(r->c->build.lang, MSG_OPTION_ELSEWHERE, shown, command,
		         takers_of(r, o), NULL);
		return;
	}
	const char *dashed = arena_format(&r->scratch, "--%s", name);
	const char *nearest = letter ? NULL : text_nearest(dashed, names, n);
	if (!nearest && !command)
		nearest = help_nearest_command(r->word + strspn(r->word, "-"));
	complain(r->c->build.lang, MSG_OPTION_UNKNOWN, shown,
	         command ? arena_format(&r->scratch, "help %s", command) : "help",
	         nearest, NULL);
}

/* What getopt did not understand: a long name that is none, is short for several or has a
 * value too many; or a letter. */
static void complain_option(struct reading *r)
{
	bool is_letter = strncmp(r->word, "--", 2) != 0 && optopt > 0 && optopt < 0x7f;
	size_t len = strcspn(r->word, "="), n = 0;
	const char *shown = is_letter ? arena_format(&r->scratch, "-%c", optopt)
	                              : arena_copy(&r->scratch, r->word, len);
	const char **names = NULL;
	if (strncmp(shown, "--", 2) == 0 && shown[2])
		names = names_from(r, shown + 2, len - 2, &n);
	if (n > 1)
		complain(r->c->build.lang, MSG_OPTION_AMBIGUOUS, shown,
		         words_joined(&r->scratch, names), NULL);
	else if (n == 1)
		complain(r->c->build.lang, MSG_OPTION_VALUE, names[0], r->word + len + 1,
		         NULL);
	else
		complain_unknown(r, shown, is_letter ? (char)optopt : '\0');
}

/* "-quiet" is no cluster of letters, nor "-output" the folder "utput". */
static bool is_long_with_one_dash(const char *word)
{
	return word[0] == '-' && word[1] != '-' && word[1] &&
	       find_elsewhere('\0', word + 1);
}

/* Whether the value of an option is rather the next option: `--ref --quiet`. One that
 * begins with a dash is written behind "=". */
static bool lacks_value(const struct reading *r, const struct option_row *o)
{
	bool is_own_word = optarg && optarg == r->argv[optind - 1];
	return o->kind != OPTION_FLAG && (!optarg || !*optarg ||
	                                  (is_own_word && optarg[0] == '-' && optarg[1] &&
	                                   !text_is_digit((unsigned char)optarg[1])));
}

/* "-o=site" is meant as "--output=site" is. */
static void skip_sign(const struct reading *r)
{
	bool is_own_word = optarg && optarg == r->argv[optind - 1];
	if (optarg && !is_own_word && *optarg == '=')
		optarg++;
}

static bool take_option(struct reading *r, int found)
{
	const struct option_row *o = find_row(found == ':' ? optopt : found);
	if (is_long_with_one_dash(r->word)) {
		complain_unknown(r, r->word, '\0');
		return false;
	}
	if (found == '?' || !o) {
		complain_option(r);
		return false;
	}
	const char *name = typed_name(r, o);
	if (found != ':' && *name == '-' && name[1] != '-')
		skip_sign(r);
	if (found != ':' && !lacks_value(r, o))
		return set_option(r, o, name, optarg);
	complain(r->c->build.lang, MSG_OPTION_NO_VALUE, name,
	         sentence_text(o->value, r->c->build.lang),
	         o->choices ? words_joined(&r->scratch, o->choices) : NULL, NULL);
	return false;
}

/* --- words --- */

/* The words that may be one name, from the last operand that may have several to the word
 * too many. */
static const char *names_together(struct reading *r)
{
	const struct command_line *c = r->c;
	struct buf b = buf_new(&r->scratch);
	int first = c->command->least ? c->command->least - 1 : 0;
	for (int i = first; i < c->n_operands; i++)
		buf_add_format(&b, "%s ", c->operands[i]);
	buf_add_string(&b, r->word);
	return buf_text(&b);
}

/* Behind a dash that a text's typography made of two hyphens. */
static const char *behind_long_dash(const char *word)
{
	static const char *const dashes[] = {"–", "—", "―", "−"};
	for (size_t i = 0; i < COUNT(dashes); i++)
		if (strncmp(word, dashes[i], strlen(dashes[i])) == 0)
			return word + strlen(dashes[i]) +
			       strspn(word + strlen(dashes[i]), "-");
	return NULL;
}

/* A word that was meant as something else, or that a variable without a value left; told.
 * A title may begin with a dash, and tells itself that it is empty. */
static bool is_slip(struct reading *r)
{
	struct command_line *c = r->c;
	const char *name = r->only_words ? NULL : behind_long_dash(r->word);
	bool is_title = command_id(c->command) == COMMAND_NEW && c->n_operands == 1;
	bool is_option = name && find_elsewhere('\0', name);
	if (is_title || (*r->word && !is_option))
		return false;
	if (is_option)
		complain(c->build.lang, MSG_WORD_DASH, r->word, name, NULL);
	else
		complain(c->build.lang, MSG_WORD_EMPTY, c->command->name,
		         sentence_text(c->command->operands, c->build.lang), NULL);
	return true;
}

static bool take_word(struct reading *r)
{
	struct command_line *c = r->c;
	if (c->command->most && is_slip(r))
		return false;
	if (c->n_operands < c->command->most) {
		c->operands[c->n_operands++] = r->word;
		return true;
	}
	if (c->command->most == 0)
		complain(c->build.lang, MSG_WORD_REFUSED, c->command->name, r->word,
		         NULL);
	else
		complain(c->build.lang, MSG_WORD_EXTRA, c->command->name, r->word,
		         sentence_text(c->command->operands, c->build.lang),
		         c->command->takes_names ? names_together(r) : NULL, NULL);
	return false;
}

static bool is_complete(const struct command_line *c)
{
	enum language lang = c->build.lang;
	const struct options *o = &c->build.options;
	if (c->wants_help || c->wants_version)
		return true;
	if (!c->command)
		complain(lang, MSG_COMMAND_MISSING, NULL);
	else if (o->write_baseline && o->shrinks_baseline)
		complain(lang, MSG_OPTION_APART, "--write-baseline", "--shrink-baseline",
		         NULL);
	else if (c->n_operands < c->command->least)
		complain(lang, MSG_WORD_MISSING, c->command->name,
		         sentence_text(c->command->operands, lang),
		         sentence_text(c->command->example, lang), NULL);
	else
		return true;
	return false;
}

/* Where no language is asked for. */
static bool is_no_language(const char *locale)
{
	size_t len = strcspn(locale, ".");
	return (len == 1 && *locale == 'C') ||
	       (len == 5 && strncmp(locale, "POSIX", len) == 0);
}

/* The first of these that is set says who asks, as a course's language does: French, or
 * English for whoever reads another one. */
static enum language language_of_environment(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return is_no_language(value) ? LANGUAGE_FR
			                             : locale_of(value)->messages;
	}
	return LANGUAGE_FR;
}

/* What must be known before anything is judged: the command, whose options are meant, and
 * the language of what is said. Returns the command's name, or NULL. */
static const char *look_ahead(struct command_line *c, int argc, char **argv)
{
	const char *name = NULL;
	struct reading r = start(c, argc, argv, ALL_COMMANDS);
	for (int found; (found = next(&r)) != FOUND_END;) {
		const struct option_row *o = find_row(found);
		unsigned choice;
		if (found == FOUND_WORD && !name)
			name = r.word;
		else if (o && optarg && *optarg && lacks_value(&r, o))
			optind--; /* "--format --lang en": no value, but an option */
		else if (o && o->kind == OPTION_LANGUAGE &&
		         parse_choice(optarg, o->choices, &choice))
			c->build.lang = (enum language)choice;
	}
	return name;
}

/* The first word is the command, which is known already. */
static bool read_all(struct reading *r)
{
	bool is_behind = false, ok = true;
	for (int found; ok && (found = next(r)) != FOUND_END;) {
		if (found != FOUND_WORD)
			ok = take_option(r, found);
		else if (is_behind)
			ok = take_word(r);
		else
			is_behind = true;
	}
	return ok;
}

bool command_line_read(struct command_line *c, int argc, char **argv)
{
	c->build.lang = language_of_environment();
	if (argc < 2) {
		help_print_all(stderr, c->build.lang);
		return false;
	}
	const char *name = look_ahead(c, argc, argv);
	c->command = name ? command_find(name) : NULL;
	if (name && !c->command) {
		help_unknown(name, c->build.lang);
		return false;
	}
	struct reading r =
		start(c, argc, argv, name ? command_bit(c->command) : ALL_COMMANDS);
	bool ok = read_all(&r) && is_complete(c);
	arena_release(&r.scratch);
	return ok;
}
