#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/build.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/complain.h"
#include "app/explain.h"
#include "app/facts.h"
#include "app/fix.h"
#include "app/help.h"
#include "app/init.h"
#include "app/new.h"
#include "base/file.h"
#include "base/machine.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/version.h"
#include "course/site.h"
#include "words/language.h"
#include "words/message_names.h"

/* Who only reads needs to know the site's folder, too: it is no content. */
static enum status run_on_course(struct command_line *c,
                                 enum status (*run)(const struct build_options *))
{
	struct options *o = &c->build.options;
	o->root = c->n_operands ? c->operands[0] : ".";
	struct arena scratch = ARENA_PRIVATE;
	if (!o->out)
		o->out = path_join(&scratch, strcmp(o->root, ".") == 0 ? "" : o->root,
		                   o->edition == EDITION_SITE
		                           ? "build/site"
		                           : arena_format(&scratch, "build/%s",
		                                          edition_names[o->edition]));
	enum status status = run(&c->build);
	arena_release(&scratch);
	return status;
}

static enum status run_goal(struct command_line *c, enum build_goal goal)
{
	c->build.goal = goal;
	return run_on_course(c, build_run);
}

static enum status run_build(struct command_line *c)
{
	return run_goal(c, BUILD_WRITE);
}

static enum status run_check(struct command_line *c)
{
	c->build.goal = BUILD_CHECK;
	return run_on_course(c,
	                     c->build.fixes || c->build.is_dry_run ? fix_run : build_run);
}

static enum status run_explain(struct command_line *c)
{
	const char *code = c->n_operands ? c->operands[0] : NULL;
	return explain_code(code, c->build.format, c->build.lang);
}

static enum status run_facts(struct command_line *c)
{
	return run_on_course(c, facts_run);
}

static enum status run_help(struct command_line *c)
{
	return help_about(c->n_operands ? c->operands[0] : NULL, c->build.lang);
}

/* Before a command writes there: whether the operand of this number, or else where one
 * stands, may be a course's folder. False, told, where it is a file. */
static bool find_root(struct command_line *c, int operand)
{
	const char *root = c->n_operands > operand ? c->operands[operand] : ".";
	c->build.options.root = root;
	errno = 0;
	if (file_is_folder(root) || (errno != 0 && errno != ENOTDIR))
		return true;
	complain(c->build.lang, MSG_NO_COURSE, root, NULL);
	return false;
}

static enum status run_init(struct command_line *c)
{
	return find_root(c, 0) ? init_course(&c->build) : STATUS_MACHINE;
}

static enum status run_new(struct command_line *c)
{
	if (!find_root(c, 2))
		return STATUS_MACHINE;
	return new_page(c->operands[0], c->operands[1], &c->build);
}

static enum status run_version(struct command_line *c)
{
	(void)c;
	puts("sommaire " SOMMAIRE_VERSION);
	return STATUS_FINE;
}

static enum status (*const runs[N_COMMANDS])(struct command_line *) = {
	[COMMAND_BUILD] = run_build,     [COMMAND_CHECK] = run_check,
	[COMMAND_EXPLAIN] = run_explain, [COMMAND_FACTS] = run_facts,
	[COMMAND_HELP] = run_help,       [COMMAND_INIT] = run_init,
	[COMMAND_NEW] = run_new,         [COMMAND_VERSION] = run_version,
};

static enum status run(struct command_line *c)
{
	enum language lang = c->build.lang;
	if (c->wants_version)
		return run_version(c);
	if (c->wants_help && c->command)
		help_print(stdout, c->command, lang);
	else if (c->wants_help)
		help_print_all(stdout, lang);
	else
		return runs[command_id(c->command)](c);
	return STATUS_FINE;
}

/* What was printed and said must have arrived: a report that was cut short looks like a
 * good one. A stream that was closed from the start loses nothing when nothing was
 * written to it. */
static bool close_stream(FILE *out)
{
	bool is_lost = fflush(out) != 0 || ferror(out);
	return (fclose(out) == 0 || errno == EBADF) && !is_lost;
}

int main(int argc, char **argv)
{
	struct command_line c = {.build.options = {.jobs = -1,
	                                           .page_seconds = PAGE_SECONDS,
	                                           .git_seconds = GIT_SECONDS}};
	machine_hold_streams();
	pool_ignore_file_limit();
	if (!command_line_read(&c, argc, argv))
		return STATUS_MACHINE;
	enum status status = run(&c);
	if (!close_stream(stdout)) {
		complain(c.build.lang, MSG_OUTPUT_LOST, NULL);
		return STATUS_MACHINE;
	}
	return close_stream(stderr) ? (int)status : STATUS_MACHINE;
}
