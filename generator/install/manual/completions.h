#ifndef INSTALL_MANUAL_COMPLETIONS_H
#define INSTALL_MANUAL_COMPLETIONS_H

/* What a shell needs to complete a command line of ours, from the tables of commands. */

#include <stdbool.h>

/* Prints the file for "bash", "zsh" or "fish"; false, told, of another. */
bool completions_print(const char *shell);

#endif
