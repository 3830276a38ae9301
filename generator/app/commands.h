#ifndef APP_COMMANDS_H
#define APP_COMMANDS_H

/*
 * What can be typed: the table of commands and that of their options, each sorted by
 * name. An option that means another thing to another command is a row again. What is
 * read from a command line, help and the manual's test follow from them.
 */

#include "app/build.h"
#include "base/mem.h"
#include "words/message_names.h"

/* The place of each in the table, and in that of main.c. */
enum command_id {
	COMMAND_BUILD,
	COMMAND_CHECK,
	COMMAND_EXPLAIN,
	COMMAND_FACTS,
	COMMAND_HELP,
	COMMAND_INIT,
	COMMAND_NEW,
	COMMAND_VERSION,
	N_COMMANDS
};

enum { MOST_OPERANDS = 3, MOST_NUMBER = 100000 };

/* What was typed: options of all commands, and the words that are none. */
struct command_line {
	const struct command *command; /* NULL: none was named */
	struct build_options build;
	const char *operands[MOST_OPERANDS];
	int n_operands;
	bool wants_help, wants_version;
};

struct command {
	const char *name;
	/* {1} of the detail: the types of pages */
	enum sentence operands, summary, detail, example;
	int least, most;  /* operands */
	bool takes_names; /* of folders, or a title: several words need quotes */
};

enum option_kind {
	OPTION_TEXT,
	OPTION_FLAG,
	OPTION_NUMBER,
	OPTION_ADDRESS,
	OPTION_FORMAT,
	OPTION_EDITION,
	OPTION_LANGUAGE,
	OPTION_TAG /* of a language, any */
};

struct option_row {
	const char *name;  /* without its dashes */
	char letter;       /* 0: none */
	unsigned commands; /* that take it: a bit each, 1 << command_id */
	enum option_kind kind;
	size_t offset;              /* of its field in struct command_line */
	enum sentence value;        /* what stands for it in help; SAY_NOTHING: a flag */
	const char *const *choices; /* its only values, closed by NULL; NULL: others */
	enum sentence help;         /* {1}: the choices */
};

#define ALL_COMMANDS ((1u << N_COMMANDS) - 1)

/* N_COMMANDS rows. */
const struct command *commands(void);
const struct option_row *option_rows(size_t *n);
enum command_id command_id(const struct command *c);
const struct command *command_find(const char *name); /* NULL: there is none */
/* The bit of a command, as in option_row; without one, that of none. */
unsigned command_bit(const struct command *c);
/* Words of a list as one text, ", " between them. */
const char *words_joined(struct arena *a, const char *const *words);

#endif
