#include "install/manual/completions.h"

#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "base/mem.h"
#include "course/page_kinds.h"
#include "words/diag.h"
#include "words/language.h"
#include "words/message_names.h"
#include "words/sentence.h"

/* What stands behind an option, or as an operand. */
enum what { NOTHING, WORDS, FILES, FOLDERS, REVISIONS, ANYTHING };

static enum what what_follows(const struct option_row *o)
{
	if (o->choices)
		return WORDS;
	switch (o->value) {
	case SAY_NOTHING: return NOTHING;
	case SAY_VALUE_FILE: return FILES;
	case SAY_VALUE_FOLDER: return FOLDERS;
	case SAY_VALUE_REVISION: return REVISIONS;
	default: return ANYTHING;
	}
}

static bool takes(const struct option_row *o, size_t command)
{
	return o->commands & 1u << command;
}

/* --- words, " " between them --- */

static void put_words(const char *const *words)
{
	for (size_t i = 0; words[i]; i++)
		printf("%s%s", i ? " " : "", words[i]);
}

static void put_names(void)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		printf("%s%s", i ? " " : "", commands()[i].name);
}

static void put_types(void)
{
	const char *name;
	for (size_t i = 0; (name = page_type_word(i)); i++)
		printf("%s%s", i ? " " : "", name);
}

static void put_codes(void)
{
	size_t n;
	const struct explanation *known = diag_explanations(&n);
	for (size_t i = 0; i < n; i++)
		printf("%s%s", i ? " " : "", known[i].code);
}

/* The first operand of a command whose operands are words; NULL: folders, or none. */
static void (*operand_words(enum command_id id))(void)
{
	switch (id) {
	case COMMAND_EXPLAIN: return put_codes;
	case COMMAND_HELP: return put_names;
	case COMMAND_NEW: return put_types;
	default: return NULL;
	}
}

/* The text within '…'; `special` signs get a backslash. */
static void put_quoted(const char *text, const char *special)
{
	for (; *text; text++)
		if (*text == '\'')
			fputs("'\\''", stdout);
		else
			printf("%s%c", strchr(special, *text) ? "\\" : "", *text);
}

static const char *help_of(struct arena *a, const struct option_row *o,
                           enum language lang)
{
	const char *choices = o->choices ? words_joined(a, o->choices) : NULL;
	return sentence_fill(a, o->help, lang, choices, NULL);
}

/* --- bash --- */

static void put_bash_options(size_t command)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++) {
		if (!takes(&rows[i], command))
			continue;
		printf(" --%s", rows[i].name);
		if (rows[i].letter)
			printf(" -%c", rows[i].letter);
	}
}

/* What is done for the value of an option. */
static void put_bash_way(const struct option_row *o)
{
	static const char *const ways[] = {
		[FILES] = "_sommaire_files",
		[FOLDERS] = "_sommaire_folders",
		[REVISIONS] = "_sommaire_words \"$(git for-each-ref "
			      "--format='%(refname:short)' 2>/dev/null)\"",
		[ANYTHING] = ":",
	};
	enum what what = what_follows(o);
	fputs(")\n\t\t", stdout);
	if (what == WORDS) {
		fputs("_sommaire_words '", stdout);
		put_words(o->choices);
		puts("'");
	} else {
		puts(ways[what]);
	}
	puts("\t\treturn ;;");
}

/* An arm for one option of one command, where a value stands behind it. */
static void put_bash_value(const char *command, const struct option_row *o)
{
	printf("\t%s:--%s", command, o->name);
	if (o->letter)
		printf("|%s:-%c", command, o->letter);
	put_bash_way(o);
}

/* Those of a command, or before any the options of all. */
static void put_bash_values(const char *command, unsigned takers)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++)
		if ((rows[i].commands & takers) == takers &&
		    what_follows(&rows[i]) != NOTHING)
			put_bash_value(command, &rows[i]);
}

static void put_bash_operands(void)
{
	for (size_t i = 0; i < N_COMMANDS; i++) {
		void (*put)(void) = operand_words((enum command_id)i);
		printf("\t%s)\n", commands()[i].name);
		if (put) {
			fputs("\t\tif [ \"$operands\" -eq 0 ]; then\n"
			      "\t\t\t_sommaire_words '",
			      stdout);
			put();
			puts(commands()[i].most == MOST_OPERANDS
			             ? "'\n\t\telif [ \"$operands\" -eq 2 ]; then\n"
			               "\t\t\t_sommaire_folders\n\t\tfi ;;"
			             : "'\n\t\tfi ;;");
		} else if (commands()[i].most) {
			puts("\t\t_sommaire_folders ;;");
		} else {
			puts("\t\t: ;;");
		}
	}
}

/* The options that a value stands behind: what follows them is no word of ours. */
static void put_bash_takers(const char *before)
{
	size_t n;
	bool is_first = true;
	const struct option_row *rows = option_rows(&n);
	for (size_t i = 0; i < n; i++) {
		bool is_again = i && strcmp(rows[i - 1].name, rows[i].name) == 0;
		if (what_follows(&rows[i]) == NOTHING || is_again)
			continue;
		printf("%s%s--%s", is_first ? "" : "|", before, rows[i].name);
		if (rows[i].letter)
			printf("|%s-%c", before, rows[i].letter);
		is_first = false;
	}
}

/* A sign "=" is a word of its own there. */
static void print_bash(void)
{
	fputs("# bash completion for sommaire, made of its table of commands\n\n"
	      "_sommaire_words()\n{\n\tlocal IFS=$' \\t\\n'\n"
	      "\tCOMPREPLY=($(compgen -W \"$1\" -- \"$cur\"))\n}\n\n"
	      "_sommaire_files()\n{\n\tlocal IFS=$'\\n'\n"
	      "\tcompopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "
	      "\"$cur\"))\n}\n\n"
	      "_sommaire_folders()\n{\n\tlocal IFS=$'\\n'\n"
	      "\tcompopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "
	      "\"$cur\"))\n}\n\n"
	      "_sommaire()\n{\n"
	      "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
	      "\tlocal command= before= operands=0 options= is_behind= i word\n"
	      "\tCOMPREPLY=()\n"
	      "\tif [ \"$cur\" = = ]; then\n\t\tcur=\n"
	      "\telif [ \"$prev\" = = ]; then\n"
	      "\t\tprev=${COMP_WORDS[COMP_CWORD-2]}\n\tfi\n"
	      "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	      "\t\tword=${COMP_WORDS[i]}\n"
	      "\t\tif [ \"$word\" = = ]; then\n\t\t\tcontinue\n\t\tfi\n"
	      "\t\tcase ${is_behind:+-}$before in\n\t\t",
	      stdout);
	put_bash_takers("");
	fputs(")\n\t\t\tbefore=\n\t\t\tcontinue ;;\n\t\tesac\n"
	      "\t\tbefore=$word\n"
	      "\t\tcase $is_behind$word in\n"
	      "\t\t--) is_behind=+ ;;\n"
	      "\t\t-*) ;;\n"
	      "\t\t*) if [ -z \"$command\" ]; then command=$word; else "
	      "operands=$((operands + 1)); fi ;;\n"
	      "\t\tesac\n\tdone\n"
	      "\tcase ${is_behind:+-}$command:$prev in\n",
	      stdout);
	for (size_t c = 0; c < N_COMMANDS; c++)
		put_bash_values(commands()[c].name, 1u << c);
	put_bash_values("", ALL_COMMANDS);
	fputs("\t-*) ;;\n\t", stdout);
	put_bash_takers("*:");
	fputs(")\n\t\treturn ;;\n\tesac\n\tcase $command in\n", stdout);
	for (size_t c = 0; c < N_COMMANDS; c++) {
		printf("\t%s) options='", commands()[c].name);
		put_bash_options(c);
		puts("' ;;");
	}
	fputs("\t*) options='--help -h --lang --version -V' ;;\n\tesac\n"
	      "\tcase $is_behind$cur in\n"
	      "\t-*)\n\t\t_sommaire_words \"$options\"\n\t\treturn ;;\n\tesac\n"
	      "\tcase $command in\n\t'')\n\t\t_sommaire_words '",
	      stdout);
	put_names();
	puts("' ;;");
	put_bash_operands();
	puts("\tesac\n}\n\ncomplete -F _sommaire sommaire");
}

/* --- zsh --- */

static void put_zsh_option(const struct option_row *o, enum language lang)
{
	static const char *const ways[] = {[FILES] = "_files",
	                                   [FOLDERS] = "_files -/",
	                                   [REVISIONS] = "_sommaire_revisions",
	                                   [ANYTHING] = " "};
	struct arena scratch = ARENA_PRIVATE;
	enum what what = what_follows(o);
	fputs("\t\t\t", stdout);
	if (o->letter)
		printf("'(-%c --%s)'{-%c%s,--%s", o->letter, o->name, o->letter,
		       what == NOTHING ? "" : "+", o->name);
	else
		printf("--%s", o->name);
	fputs(what == NOTHING ? "" : "=", stdout);
	fputs(o->letter ? "}'[" : "'[", stdout);
	put_quoted(help_of(&scratch, o, lang), "[]:\\");
	fputs("]", stdout);
	if (what != NOTHING) {
		putchar(':');
		put_quoted(sentence_text(o->value, lang), "[]:\\");
		putchar(':');
		if (what == WORDS) {
			putchar('(');
			put_words(o->choices);
			putchar(')');
		} else {
			fputs(ways[what], stdout);
		}
	}
	puts("' \\");
	arena_release(&scratch);
}

static void put_zsh_operands(size_t command)
{
	void (*put)(void) = operand_words((enum command_id)command);
	const struct command *c = &commands()[command];
	if (put) {
		fputs("\t\t\t'1: :(", stdout);
		put();
		fputs(")'", stdout);
		fputs(c->most == MOST_OPERANDS ? " '2: : ' '3: :_files -/'" : "", stdout);
	} else if (c->most) {
		fputs("\t\t\t'1: :_files -/'", stdout);
	} else {
		fputs("\t\t\t&& return", stdout);
	}
	puts(" ;;");
}

static void put_zsh_function(enum language lang)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	printf("_sommaire_%s()\n{\n\tlocal -a commands\n\tcommands=(\n",
	       lang == LANGUAGE_FR ? "fr" : "en");
	for (size_t c = 0; c < N_COMMANDS; c++) {
		printf("\t\t'%s:", commands()[c].name);
		put_quoted(sentence_text(commands()[c].summary, lang), "\\");
		puts("'");
	}
	puts("\t)\n\tif [[ $1 == command ]]; then\n\t\t_describe -t commands sommaire "
	     "commands\n\t\treturn\n\tfi\n\tcase $words[1] in");
	for (size_t c = 0; c < N_COMMANDS; c++) {
		printf("\t%s)\n\t\t_arguments -s \\\n", commands()[c].name);
		for (size_t i = 0; i < n; i++)
			if (takes(&rows[i], c))
				put_zsh_option(&rows[i], lang);
		put_zsh_operands(c);
	}
	puts("\tesac\n}\n");
}

static void print_zsh(void)
{
	puts("#compdef sommaire\n# Made of the table of commands of sommaire.\n\n"
	     "_sommaire_revisions()\n{\n\tlocal -a names\n"
	     "\tnames=(${(f)\"$(git for-each-ref --format='%(refname:short)' "
	     "2>/dev/null)\"})\n\tcompadd -a names\n}\n");
	put_zsh_function(LANGUAGE_FR);
	put_zsh_function(LANGUAGE_EN);
	puts("_sommaire()\n{\n"
	     "\tlocal curcontext=$curcontext state line say=_sommaire_en\n"
	     "\tcase ${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}} in\n"
	     "\tfr*|C|C.*|POSIX*) say=_sommaire_fr ;;\n\tesac\n"
	     "\t_arguments -C '1: :->command' '*:: :->rest' && return\n"
	     "\t$say $state\n}\n\n_sommaire \"$@\"");
}

/* --- fish --- */

static void put_fish_condition(unsigned takers)
{
	if (takers == ALL_COMMANDS)
		return;
	fputs(" -n '__fish_seen_subcommand_from", stdout);
	for (size_t c = 0; c < N_COMMANDS; c++)
		if (takers & 1u << c)
			printf(" %s", commands()[c].name);
	fputs("'", stdout);
}

static void put_fish_option(const struct option_row *o, enum language lang)
{
	static const char *const ways[] = {
		[NOTHING] = "",
		[FILES] = " -r -F",
		[FOLDERS] = " -x -a '(__fish_complete_directories)'",
		[REVISIONS] = " -x -a '(git for-each-ref --format=\"%(refname:short)\" "
			      "2>/dev/null)'",
		[ANYTHING] = " -x",
	};
	struct arena scratch = ARENA_PRIVATE;
	enum what what = what_follows(o);
	fputs("\tcomplete -c sommaire", stdout);
	put_fish_condition(o->commands);
	printf(" -l %s", o->name);
	if (o->letter)
		printf(" -s %c", o->letter);
	if (what == WORDS) {
		fputs(" -x -a '", stdout);
		put_words(o->choices);
		fputs("'", stdout);
	} else {
		fputs(ways[what], stdout);
	}
	fputs(" -d '", stdout);
	put_quoted(help_of(&scratch, o, lang), "\\");
	puts("'");
	arena_release(&scratch);
}

static void put_fish_descriptions(enum language lang)
{
	size_t n;
	const struct option_row *rows = option_rows(&n);
	for (size_t c = 0; c < N_COMMANDS; c++) {
		printf("\tcomplete -c sommaire -n __fish_use_subcommand -a %s -d '",
		       commands()[c].name);
		put_quoted(sentence_text(commands()[c].summary, lang), "\\");
		puts("'");
	}
	for (size_t i = 0; i < n; i++)
		put_fish_option(&rows[i], lang);
}

static void print_fish(void)
{
	unsigned in_folders = 0;
	puts("# Made of the table of commands of sommaire.\n\ncomplete -c sommaire -f\n"
	     "set -l locale $LC_ALL $LC_MESSAGES $LANG C\n"
	     "if string match -qr '^(fr|C$|C\\\\.|POSIX)' -- $locale[1]");
	put_fish_descriptions(LANGUAGE_FR);
	puts("else");
	put_fish_descriptions(LANGUAGE_EN);
	puts("end");
	for (size_t c = 0; c < N_COMMANDS; c++) {
		void (*put)(void) = operand_words((enum command_id)c);
		if (!put) {
			in_folders |= commands()[c].most ? 1u << c : 0;
			continue;
		}
		fputs("complete -c sommaire", stdout);
		put_fish_condition(1u << c);
		fputs(" -a '", stdout);
		put();
		puts("'");
	}
	fputs("complete -c sommaire", stdout);
	put_fish_condition(in_folders);
	puts(" -a '(__fish_complete_directories)'");
}

static const struct {
	const char *name;
	void (*print)(void);
} shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};

bool completions_print(const char *shell)
{
	for (size_t i = 0; i < COUNT(shells); i++)
		if (strcmp(shells[i].name, shell) == 0) {
			shells[i].print();
			return true;
		}
	fprintf(stderr, "manual: fr, en, bash, zsh or fish, not “%s”\n", shell);
	return false;
}
