#ifndef BASE_TERMINAL_H
#define BASE_TERMINAL_H

/*
 * What a stream is shown on: whether a person reads it, how wide, in colours.
 *
 * NO_COLOR (https://no-color.org/) forbids colours anywhere; FORCE_COLOR and
 * CLICOLOR_FORCE ask for them where there is no terminal, too; CLICOLOR=0 and TERM=dumb
 * forbid them on a terminal.
 */

#include <stdbool.h>

enum { LEAST_COLUMNS = 40, USUAL_COLUMNS = 80, MOST_COLUMNS = 120 };

struct terminal {
	bool is_there; /* a person reads, now */
	bool has_colours;
	bool can_rewrite; /* a line may be written over */
	/* cells that a line may fill; a very wide one is not read to its end. 0: there is
	 * no terminal, and lines are as long as they are */
	int columns;
};

/* Of an open file. */
struct terminal terminal_of(int fd);

#endif
