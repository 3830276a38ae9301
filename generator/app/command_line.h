#ifndef APP_COMMAND_LINE_H
#define APP_COMMAND_LINE_H

/*
 * Reads what was typed, as the tables of app/commands.h have it. Options stand anywhere,
 * before the command too; letters may be joined (-qj2) and long names cut short; what
 * follows "--" is no option.
 */

#include "app/commands.h"

/* Fills `c`, whose fields that nobody asked for keep their values, but for the language:
 * without --lang it is that of the environment. False when a mistake was told. */
bool command_line_read(struct command_line *c, int argc, char **argv);

#endif
