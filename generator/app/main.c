#include <errno.h>
#include <stdio.h>

#include "app/command_line.h"
#include "app/complain.h"
#include "app/help.h"

static enum status run(struct command_line *c)
{
	enum language lang = c->build.lang;
	if (c->wants_version)
		puts("sommaire " SOMMAIRE_VERSION);
	else if (c->wants_help && c->command)
		help_print(stdout, c->command, lang);
	else if (c->wants_help)
		help_print_all(stdout, lang);
	else
		return c->command->run(c);
	return STATUS_FINE;
}

/* What was printed must have arrived: a report that was cut short looks like a good one.
 * A standard output that was closed from the start loses nothing when nothing was
 * printed. */
static bool close_output(void)
{
	bool is_lost = fflush(stdout) != 0 || ferror(stdout);
	return (fclose(stdout) == 0 || errno == EBADF) && !is_lost;
}

int main(int argc, char **argv)
{
	struct command_line c = {
		.build.options = {.jobs = -1, .page_seconds = PAGE_SECONDS}};
	if (!command_line_read(&c, argc, argv))
		return STATUS_MACHINE;
	enum status status = run(&c);
	if (close_output())
		return (int)status;
	complain(c.build.lang, MSG_OUTPUT_LOST, NULL);
	return STATUS_MACHINE;
}
