#include "app/init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/config.h"
#include "course/site.h"
#include "report/report.h"
#include "words/diag.h"
#include "words/language.h"
#include "words/message_names.h"
#include "words/sentence.h"

static const char *const language_codes[N_LANGUAGES] = {"fr", "en"};
static const char SITE_FILE[] = "site.yml";
static const char WORKFLOW_FILE[] = ".github/workflows/sommaire.yml";
static const char BASELINE_FILE[] = "fautes-connues.txt";

enum { LARGEST_TEMPLATE = 64 << 10 };

enum outcome { MADE, WAS_THERE, FAILED };

struct making {
	const char *root;
	struct arena *arena;
	enum outcome site, baseline, workflow;
	const char *baseline_file;
	/* as they came with the program, in each language of messages */
	const char *site_text[N_LANGUAGES], *workflow_text[N_LANGUAGES];
	enum language lang; /* of messages */
	bool has_key;       /* site.yml names a baseline */
	bool has_known;     /* there is a baseline now */
	bool is_quiet;      /* says only what went wrong */
};

static bool is_there(struct making *m, const char *name)
{
	return faccessat(AT_FDCWD, path_join(m->arena, m->root, name), F_OK,
	                 AT_SYMLINK_NOFOLLOW) == 0;
}

/* A line on standard output, with a string for {1} and one for {2}. */
static void say(const struct making *m, enum sentence sentence, const char *first,
                const char *second)
{
	fprintf(stdout, "%s\n",
	        sentence_fill(m->arena, sentence, m->lang, first, second, NULL));
}

static void complain_of(const struct making *m, struct finding f)
{
	report_alone(m->lang, &f, stderr);
}

/* Says what became of a file; errno tells why it failed. */
static enum outcome tell(const struct making *m, enum outcome outcome, const char *name)
{
	if (outcome == FAILED)
		complain_of(m, report_unwritten(name, errno));
	else if (!m->is_quiet)
		say(m, outcome == MADE ? SAY_INIT_MADE : SAY_INIT_KEPT, name, NULL);
	return outcome;
}

/* Makes a file that is not there: never through a link, never over another. */
static enum outcome make_file(struct making *m, const char *name, const char *text)
{
	if (file_make_new(m->root, name, (struct bytes){text, strlen(text)}))
		return MADE;
	return errno == EEXIST ? WAS_THERE : FAILED;
}

/* A file that comes with the program; NULL, told, when it does not. */
static const char *read_template(const struct making *m, enum language lang,
                                 const char *name)
{
	const char *inside =
		arena_format(m->arena, "init/%s/%s", language_codes[lang], name);
	const char *path = file_beside_program(m->arena, inside);
	struct bytes bytes;
	if (path && file_read(m->arena, path, LARGEST_TEMPLATE, &bytes))
		return bytes.data;
	complain_of(m,
	            (struct finding){.message = MSG_INIT_NO_TEMPLATE, .args = {inside}});
	return NULL;
}

/* Whether no link stands on the way to what will be made, and what it is made of is
 * there; told where it is not so. */
static bool may_begin(struct making *m)
{
	char *folders[] = {path_folder(m->arena, WORKFLOW_FILE),
	                   path_folder(m->arena, m->baseline_file)};
	for (size_t i = 0; i < COUNT(folders); i++) {
		size_t len = strlen(folders[i]);
		if (!len)
			continue;
		folders[i][len - 1] = '\0'; /* "a/" would be what a link leads to */
		if (file_has_no_link(m->root, folders[i]))
			continue;
		tell(m, FAILED, folders[i]);
		return false;
	}
	for (enum language lang = 0; lang < N_LANGUAGES; lang++) {
		m->site_text[lang] = read_template(m, lang, "site.yml");
		m->workflow_text[lang] = m->site_text[lang]
		                                 ? read_template(m, lang, "workflow.yml")
		                                 : NULL;
		if (!m->workflow_text[lang])
			return false;
	}
	return true;
}

static const char *fill_site(struct making *m, const struct build_facts *facts)
{
	struct buf quoted = buf_new(m->arena), b = buf_new(m->arena);
	text_add_json(&quoted, facts->title, strlen(facts->title));
	const char *const args[] = {buf_text(&quoted), facts->language};
	buf_add_string(&b, message_fill(m->arena, m->site_text[m->lang],
	                                &(struct filling){args, COUNT(args), m->lang}));
	if (m->has_known)
		buf_add_string(&b, sentence_fill(m->arena, SAY_INIT_SITE_BASELINE,
		                                 m->lang, m->baseline_file, NULL));
	return buf_text(&b);
}

/* What site.yml says already, and the language to speak; false, told, when it cannot be
 * read. */
static bool read_config(struct making *m, const struct build_options *asked)
{
	struct mapping *mapping = mapping_open();
	struct arena a = mapping_arena(mapping);
	struct diag diag = {.arena = &a};
	struct options options = {.root = m->root, .language = asked->options.language};
	struct site site = {.arena = &a, .diag = &diag, .options = &options};
	config_read(&site);
	const char *named = site.config.baseline;
	if (named && !path_resolve(&a, "", named))
		named = NULL; /* out of the course: a check will say so */
	m->lang = asked->has_language ? asked->lang : site.config.messages;
	m->has_key = named != NULL;
	m->baseline_file = named ? arena_string(m->arena, named) : BASELINE_FILE;
	bool ok = !diag.has_unread;
	diag_keep_unread(&diag);
	if (!ok)
		complain_of(m, diag.findings[0]);
	mapping_close(mapping);
	return ok;
}

/* A numbered line for each thing that people have to do themselves. */
static void print_steps(const struct making *m, const char *language)
{
	const struct {
		bool is_needed;
		enum sentence sentence;
		const char *name;
	} steps[] = {
		{m->has_known && m->site == WAS_THERE && !m->has_key,
	         SAY_INIT_STEP_BASELINE, m->baseline_file},
		{m->site == MADE, SAY_INIT_STEP_LANGUAGE, language},
		{m->site == MADE, SAY_INIT_STEP_URL, NULL},
		{m->workflow == MADE, SAY_INIT_STEP_REPOSITORY, WORKFLOW_FILE},
		{m->workflow == MADE, SAY_INIT_STEP_PAGES, NULL},
		{true, SAY_INIT_STEP_COMMIT, NULL},
	};
	int n = 1;
	say(m, SAY_INIT_STEPS, NULL, NULL);
	for (size_t i = 0; i < COUNT(steps); i++) {
		if (!steps[i].is_needed)
			continue;
		fprintf(stdout, "  %d. ", n++);
		say(m, steps[i].sentence, steps[i].name, NULL);
	}
	say(m, SAY_INIT_REPORT, NULL, NULL);
}

static void tell_baseline(const struct making *m, size_t n_known)
{
	if (n_known && !m->is_quiet)
		say(m, SAY_INIT_MADE_BASELINE, m->baseline_file,
		    arena_format(m->arena, "%zu", n_known));
	else if (m->baseline == WAS_THERE)
		tell(m, WAS_THERE, m->baseline_file);
}

/* Makes what is not there yet, once the course was checked. */
static enum status make_files(struct making *m, const struct build_facts *facts)
{
	m->has_known = m->baseline == WAS_THERE || facts->n_known;
	m->site = tell(m, make_file(m, SITE_FILE, fill_site(m, facts)), SITE_FILE);
	tell_baseline(m, facts->n_known);
	m->workflow = tell(m, make_file(m, WORKFLOW_FILE, m->workflow_text[m->lang]),
	                   WORKFLOW_FILE);
	if (!m->is_quiet)
		print_steps(m, facts->language);
	return m->site == FAILED || m->workflow == FAILED ? STATUS_MACHINE : STATUS_FINE;
}

enum status init_course(const struct build_options *asked)
{
	const char *root = asked->options.root;
	struct arena a = ARENA_PRIVATE;
	struct making m = {
		.root = root, .arena = &a, .is_quiet = asked->options.is_quiet};
	if (!read_config(&m, asked) || !may_begin(&m)) {
		arena_release(&a);
		return STATUS_MACHINE;
	}
	m.baseline = is_there(&m, m.baseline_file) ? WAS_THERE : MADE;
	struct build_facts facts = {.arena = &a};
	struct build_options check = {
		.options = {.root = root,
	                    .language = asked->options.language,
	                    .jobs = -1,
	                    .page_seconds = PAGE_SECONDS,
	                    .git_seconds = GIT_SECONDS,
	                    .is_quiet = true,
	                    .write_baseline =
	                            m.baseline == MADE
	                                    ? path_join(&a, root, m.baseline_file)
	                                    : NULL},
		.goal = BUILD_CHECK,
		.has_language = asked->has_language,
		.lang = asked->lang,
		.facts = &facts};
	enum status status = build_run(&check);
	if (status != STATUS_MACHINE) {
		m.lang = asked->has_language ? asked->lang : facts.messages;
		if (!facts.language) /* that of who prepares the course */
			facts.language = language_codes[m.lang];
		status = make_files(&m, &facts);
	}
	arena_release(&a);
	return status;
}
