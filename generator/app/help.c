#include "app/help.h"

#include "app/columns.h"
#include "app/complain.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/version.h"
#include "course/page_kinds.h"
#include "words/message_names.h"
#include "words/sentence.h"

enum { COMMAND_COLUMN = 11, OPTION_COLUMN = 32 };

static void print_line(FILE *out, enum sentence s, enum language lang)
{
	fprintf(out, "%s\n", sentence_text(s, lang));
}

/* "  -o, --output DOSSIER" and what it does. */
static void print_option(FILE *out, const struct option_row *o, enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	const char letter[] = {'-', o->letter, ',', '\0'};
	const char *value = sentence_text(o->value, lang);
	const char *name =
		arena_format(&scratch, "  %3s --%s%s%s", o->letter ? letter : "", o->name,
	                     *value ? " " : "", value);
	const char *choices = o->choices ? words_joined(&scratch, o->choices) : NULL;
	columns_print(out, name, OPTION_COLUMN,
	              sentence_fill(&scratch, o->help, lang, choices, NULL));
	arena_release(&scratch);
}

/* Those that one of these commands takes; of all of them, those that every one takes. */
static void print_options(FILE *out, unsigned of, enum language lang)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++)
		if ((rows[i].commands & of) == of)
			print_option(out, &rows[i], lang);
}

void help_print_all(FILE *out, enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	fprintf(out, "%s\n\n  ",
	        sentence_fill(&scratch, SAY_HELP_TITLE, lang, SOMMAIRE_VERSION, NULL));
	print_line(out, SAY_HELP_USAGE, lang);
	fputc('\n', out);
	print_line(out, SAY_HELP_COMMANDS, lang);
	for (size_t i = 0; i < N_COMMANDS; i++) {
		const struct command *c = &commands()[i];
		columns_print(out, arena_format(&scratch, "  %s", c->name),
		              COMMAND_COLUMN, sentence_text(c->summary, lang));
	}
	fputc('\n', out);
	print_line(out, SAY_HELP_COMMON_OPTIONS, lang);
	print_options(out, ALL_COMMANDS, lang);
	fputc('\n', out);
	print_line(out, SAY_HELP_MORE, lang);
	arena_release(&scratch);
}

/* The types of pages that authors write. */
static const char *types(struct arena *a)
{
	const char *words[N_WRITTEN_TYPES + 1] = {NULL};
	for (size_t i = 0; i < N_WRITTEN_TYPES; i++)
		words[i] = page_type_word(i);
	return words_joined(a, words);
}

void help_print(FILE *out, const struct command *c, enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *operands = sentence_text(c->operands, lang);
	fprintf(out, "%s%s%s\n\n",
	        sentence_fill(&scratch, SAY_HELP_OPERANDS, lang, c->name, NULL),
	        *operands ? " " : "", operands);
	columns_print(out, "", 2, sentence_text(c->summary, lang));
	if (c->detail != SAY_NOTHING)
		columns_print(
			out, "", 2,
			sentence_fill(&scratch, c->detail, lang, types(&scratch), NULL));
	fputc('\n', out);
	print_line(out, SAY_HELP_OPTIONS, lang);
	print_options(out, command_bit(c), lang);
	fputc('\n', out);
	print_line(out, SAY_HELP_EXAMPLE, lang);
	fputs("  ", out);
	print_line(out, c->example, lang);
	arena_release(&scratch);
}

const char *help_nearest_command(const char *name)
{
	const char *names[N_COMMANDS];
	for (size_t i = 0; i < N_COMMANDS; i++)
		names[i] = commands()[i].name;
	return text_nearest(name, names, N_COMMANDS);
}

void help_unknown(const char *name, enum language lang)
{
	complain(lang, MSG_COMMAND_UNKNOWN, name, help_nearest_command(name), NULL);
}

enum status help_about(const char *name, enum language lang)
{
	const struct command *c = name ? command_find(name) : NULL;
	if (c)
		help_print(stdout, c, lang);
	else if (name)
		help_unknown(name, lang);
	else
		help_print_all(stdout, lang);
	return name && !c ? STATUS_MACHINE : STATUS_FINE;
}
