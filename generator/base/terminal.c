#include "base/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/machine.h"

/* Whether a variable asks for something: it is there, and says anything but "0". */
static bool is_asked(const char *name)
{
	const char *value = getenv(name);
	return value && *value && strcmp(value, "0") != 0;
}

static bool is_refused(const char *name)
{
	const char *value = getenv(name);
	return value && strcmp(value, "0") == 0;
}

static bool is_dumb(void)
{
	const char *name = getenv("TERM");
	return !name || !*name || strcmp(name, "dumb") == 0;
}

static bool wants_colours(bool is_there)
{
	const char *never = getenv("NO_COLOR");
	if (never && *never)
		return false;
	if (is_asked("FORCE_COLOR") || is_asked("CLICOLOR_FORCE"))
		return true;
	return is_there && !is_dumb() && !is_refused("FORCE_COLOR") &&
	       !is_refused("CLICOLOR");
}

static int columns_of(int fd)
{
	const char *said = getenv("COLUMNS");
	int columns = machine_columns(fd);
	if (columns <= 0 && said && strlen(said) < 5)
		columns = (int)strtol(said, NULL, 10);
	if (columns <= 0)
		columns = USUAL_COLUMNS;
	return columns < LEAST_COLUMNS  ? LEAST_COLUMNS
	       : columns > MOST_COLUMNS ? MOST_COLUMNS
	                                : columns;
}

struct terminal terminal_of(int fd)
{
	bool is_there = isatty(fd) == 1;
	return (struct terminal){.is_there = is_there,
	                         .has_colours = wants_colours(is_there),
	                         .can_rewrite = is_there && !is_dumb(),
	                         .columns = is_there ? columns_of(fd) : 0};
}
