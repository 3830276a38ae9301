#ifndef APP_HELP_H
#define APP_HELP_H

/* How commands are used, in 80 columns: what --help and `sommaire help` print. */

#include <stdio.h>

#include "app/build.h"
#include "app/commands.h"
#include "words/language.h"

/* All commands, with a sentence each. */
void help_print_all(FILE *out, enum language lang);
/* One command, with its options and an example. */
void help_print(FILE *out, const struct command *c, enum language lang);
/* `sommaire help NAME`, on standard output; without a name, help_print_all. */
enum status help_about(const char *name, enum language lang);
/* The command that a name may stand for; NULL: none is near. */
const char *help_nearest_command(const char *name);
/* Says that there is no such command, and which one is near. */
void help_unknown(const char *name, enum language lang);

#endif
