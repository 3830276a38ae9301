#include "app/commands.h"

#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "course/site.h"
#include "report/report.h"
#include "words/language.h"

/* clang-format off */
static const struct command command_table[N_COMMANDS] = {
	[COMMAND_BUILD]   = {"build", SAY_BUILD_OPERANDS, SAY_BUILD_SUMMARY, SAY_BUILD_DETAIL, SAY_BUILD_EXAMPLE,
		.least = 0, .most = 1, .takes_names = true},
	[COMMAND_CHECK]   = {"check", SAY_BUILD_OPERANDS, SAY_CHECK_SUMMARY, SAY_BUILD_DETAIL, SAY_CHECK_EXAMPLE,
		.least = 0, .most = 1, .takes_names = true},
	[COMMAND_EXPLAIN] = {"explain", SAY_EXPLAIN_OPERANDS, SAY_EXPLAIN_SUMMARY, SAY_EXPLAIN_DETAIL, SAY_EXPLAIN_EXAMPLE,
		.least = 0, .most = 1},
	[COMMAND_FACTS]   = {"facts", SAY_BUILD_OPERANDS, SAY_FACTS_SUMMARY, SAY_BUILD_DETAIL, SAY_FACTS_EXAMPLE,
		.least = 0, .most = 1, .takes_names = true},
	[COMMAND_HELP]    = {"help", SAY_HELP_COMMAND_OPERANDS, SAY_HELP_SUMMARY, SAY_HELP_DETAIL, SAY_HELP_COMMAND_EXAMPLE,
		.least = 0, .most = 1},
	[COMMAND_INIT]    = {"init", SAY_BUILD_OPERANDS, SAY_INIT_SUMMARY, SAY_BUILD_DETAIL, SAY_INIT_EXAMPLE,
		.least = 0, .most = 1, .takes_names = true},
	[COMMAND_NEW]     = {"new", SAY_NEW_OPERANDS, SAY_NEW_SUMMARY, SAY_NEW_DETAIL, SAY_NEW_EXAMPLE,
		.least = 2, .most = 3, .takes_names = true},
	[COMMAND_VERSION] = {"version", SAY_NOTHING, SAY_VERSION_SUMMARY, SAY_NOTHING, SAY_VERSION_EXAMPLE,
		.least = 0, .most = 0},
};

static const char *const formats[] = {
	[REPORT_TEXT] = "text", [REPORT_MARKDOWN] = "markdown", [REPORT_JSON] = "json",
	[REPORT_SARIF] = "sarif", [REPORT_GITHUB] = "github", NULL};
static const char *const explain_formats[] = {
	[REPORT_TEXT] = "text", [REPORT_MARKDOWN] = "markdown", NULL};
static const char *const languages[] = {[LANGUAGE_FR] = "fr", [LANGUAGE_EN] = "en", NULL};

#define FOR(command) (1u << COMMAND_##command)
#define READERS      (FOR(BUILD) | FOR(CHECK)) /* of a course */
#define COMPOSERS    (READERS | FOR(FACTS))
#define AT(field)    offsetof(struct command_line, field)
#define IN(field)    AT(build.options.field)

static const struct option_row option_table[] = {
	{"all", 0, READERS, OPTION_FLAG, AT(build.lists_all), SAY_NOTHING, NULL, SAY_OPTION_ALL},
	{"baseline", 0, READERS, OPTION_TEXT, IN(baseline), SAY_VALUE_FILE, NULL, SAY_OPTION_BASELINE},
	{"drafts", 0, COMPOSERS, OPTION_FLAG, IN(with_drafts), SAY_NOTHING, NULL, SAY_OPTION_DRAFTS},
	{"dry-run", 0, FOR(CHECK), OPTION_FLAG, AT(build.is_dry_run), SAY_NOTHING, NULL, SAY_OPTION_DRY_RUN},
	{"edition", 0, FOR(BUILD), OPTION_EDITION, IN(edition), SAY_VALUE_EDITION, edition_names, SAY_OPTION_EDITION},
	{"fix", 0, FOR(CHECK), OPTION_FLAG, AT(build.fixes), SAY_NOTHING, NULL, SAY_OPTION_FIX},
	{"format", 0, FOR(CHECK), OPTION_FORMAT, AT(build.format), SAY_VALUE_FORM, formats, SAY_OPTION_FORMAT},
	{"format", 0, FOR(EXPLAIN), OPTION_FORMAT, AT(build.format), SAY_VALUE_FORM, explain_formats, SAY_OPTION_EXPLAIN_FORMAT},
	{"git-seconds", 0, COMPOSERS, OPTION_NUMBER, IN(git_seconds), SAY_VALUE_NUMBER, NULL, SAY_OPTION_GIT_SECONDS},
	{"help", 'h', ALL_COMMANDS, OPTION_FLAG, AT(wants_help), SAY_NOTHING, NULL, SAY_OPTION_HELP},
	{"jobs", 'j', COMPOSERS, OPTION_NUMBER, IN(jobs), SAY_VALUE_NUMBER, NULL, SAY_OPTION_JOBS},
	{"lang", 0, ALL_COMMANDS, OPTION_LANGUAGE, AT(build.lang), SAY_VALUE_LANGUAGE, languages, SAY_OPTION_LANG},
	{"no-exceptions", 0, READERS, OPTION_FLAG, IN(without_exceptions), SAY_NOTHING, NULL, SAY_OPTION_NO_EXCEPTIONS},
	{"no-history", 0, READERS, OPTION_FLAG, IN(without_history), SAY_NOTHING, NULL, SAY_OPTION_NO_HISTORY},
	{"output", 'o', FOR(BUILD), OPTION_TEXT, IN(out), SAY_VALUE_FOLDER, NULL, SAY_OPTION_OUTPUT},
	{"page-seconds", 0, COMPOSERS, OPTION_NUMBER, IN(page_seconds), SAY_VALUE_NUMBER, NULL, SAY_OPTION_PAGE_SECONDS},
	{"quiet", 'q', READERS | FOR(INIT) | FOR(NEW), OPTION_FLAG, IN(is_quiet), SAY_NOTHING, NULL, SAY_OPTION_QUIET},
	{"ref", 0, COMPOSERS, OPTION_TEXT, IN(revision), SAY_VALUE_REVISION, NULL, SAY_OPTION_REF},
	{"shrink-baseline", 0, FOR(CHECK), OPTION_FLAG, IN(shrinks_baseline), SAY_NOTHING, NULL, SAY_OPTION_SHRINK_BASELINE},
	{"site-language", 0, COMPOSERS | FOR(INIT), OPTION_TAG, IN(language), SAY_VALUE_LANGUAGE, NULL, SAY_OPTION_SITE_LANGUAGE},
	{"stats", 0, FOR(BUILD), OPTION_TEXT, IN(stats), SAY_VALUE_FILE, NULL, SAY_OPTION_STATS},
	{"strict", 0, READERS, OPTION_FLAG, IN(is_strict), SAY_NOTHING, NULL, SAY_OPTION_STRICT},
	{"url", 0, READERS, OPTION_ADDRESS, IN(url), SAY_VALUE_ADDRESS, NULL, SAY_OPTION_URL},
	{"version", 'V', ALL_COMMANDS, OPTION_FLAG, AT(wants_version), SAY_NOTHING, NULL, SAY_OPTION_VERSION},
	{"write-baseline", 0, FOR(CHECK), OPTION_TEXT, IN(write_baseline), SAY_VALUE_FILE, NULL, SAY_OPTION_WRITE_BASELINE},
};
/* clang-format on */

const struct command *commands(void)
{
	return command_table;
}

const struct option_row *option_rows(size_t *n)
{
	*n = COUNT(option_table);
	return option_table;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < N_COMMANDS; i++)
		if (strcmp(command_table[i].name, name) == 0)
			return &command_table[i];
	return NULL;
}

enum command_id command_id(const struct command *c)
{
	return (enum command_id)(c - command_table);
}

unsigned command_bit(const struct command *c)
{
	return c ? 1u << command_id(c) : 0;
}

const char *words_joined(struct arena *a, const char *const *words)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; words[i]; i++) {
		buf_add_string(&b, i ? ", " : "");
		buf_add_string(&b, words[i]);
	}
	return buf_text(&b);
}
