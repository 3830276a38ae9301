#include "app/init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/first_table.h"
#include "app/starter.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/config.h"
#include "course/site.h"
#include "report/places.h"
#include "report/report.h"
#include "words/diag.h"
#include "words/language.h"
#include "words/message_names.h"
#include "words/sentence.h"

static const char *const language_codes[N_LANGUAGES] = {"fr", "en"};
static const char SITE_FILE[] = "site.yml";
static const char BASELINE_FILE[] = "fautes-connues.txt";

enum { LARGEST_TEMPLATE = 64 << 10, LARGEST_SETTINGS = 1 << 20 };

enum outcome { MADE, WAS_THERE, FAILED, LEFT_OUT };

/* Files that are copied as they came with the program: their names there, and here; what
 * the address of a repository holds on whose forge they are of no use. */
enum copied { COPY_IGNORE, COPY_GITHUB, COPY_GITLAB, N_COPIES };
static const struct {
	const char *from, *to, *useless_on;
} copies[N_COPIES] = {
	[COPY_IGNORE] = {"gitignore", ".gitignore", NULL},
	[COPY_GITHUB] = {"workflow.yml", ".github/workflows/sommaire.yml", "gitlab"},
	[COPY_GITLAB] = {"gitlab-ci.yml", ".gitlab-ci.yml", "github.com"},
};

struct making {
	const char *root;
	struct arena *arena;
	struct options options;        /* with which the course is read */
	const char *content, *summary; /* where pages stand, from the course's folder */
	struct starting starting;
	struct places places;
	enum outcome site, baseline, copied[N_COPIES];
	const char *baseline_file;
	/* as they came with the program */
	const char *site_text, *copied_text[N_COPIES];
	const char *table;  /* of contents, where there is none; NULL: it stays */
	enum language lang; /* of messages */
	bool has_settings;  /* somebody said already what the course is */
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
	name = places_here(m->arena, &m->places, name);
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

/* What comes with the program, in the language of messages, by its name from there. */
static const char *template_name(const struct making *m, const char *name)
{
	return arena_format(m->arena, "init/%s/%s", language_codes[m->lang], name);
}

static void complain_of_template(const struct making *m, const char *name)
{
	complain_of(m, (struct finding){.message = MSG_INIT_NO_TEMPLATE,
	                                .args = {template_name(m, name)}});
}

/* NULL, told, when there is no such file. */
static const char *read_template(const struct making *m, const char *name)
{
	const char *path = file_beside_program(m->arena, template_name(m, name));
	struct bytes bytes;
	if (path && file_read(m->arena, path, LARGEST_TEMPLATE, &bytes))
		return bytes.data;
	complain_of_template(m, name);
	return NULL;
}

/* Whether no link stands on the way to what will be made; told where one does. */
static bool has_no_link(struct making *m, const char *file)
{
	char *folder = path_folder(m->arena, file);
	size_t len = strlen(folder);
	if (!len)
		return true;
	folder[len - 1] = '\0'; /* "a/" would be what a link leads to */
	if (file_has_no_link(m->root, folder))
		return true;
	tell(m, FAILED, folder);
	return false;
}

/* Whether the repository says that it is on such a forge. */
static bool is_on_forge(struct making *m, const char *name)
{
	struct bytes settings;
	const char *path = path_join(m->arena, m->root, ".git/config");
	return name && file_read(m->arena, path, LARGEST_SETTINGS, &settings) &&
	       strstr(settings.data, name);
}

/* Whether all that will be made can be, as far as one can tell before. */
static bool may_begin(struct making *m)
{
	bool ok = has_no_link(m, m->baseline_file);
	m->site_text = ok ? read_template(m, "site.yml") : NULL;
	ok = m->site_text != NULL;
	for (size_t i = 0; ok && i < N_COPIES; i++) {
		ok = has_no_link(m, copies[i].to);
		m->copied[i] = is_on_forge(m, copies[i].useless_on) ? LEFT_OUT : MADE;
		m->copied_text[i] = ok ? read_template(m, copies[i].from) : NULL;
		ok = m->copied_text[i] != NULL;
	}
	return ok;
}

static const char *fill_site(struct making *m, const struct build_facts *facts)
{
	struct buf quoted = buf_new(m->arena), b = buf_new(m->arena);
	text_add_json(&quoted, facts->title, strlen(facts->title));
	const char *const args[] = {buf_text(&quoted), facts->language};
	buf_add_string(&b, message_fill(m->arena, m->site_text,
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
	struct site site = {.arena = &a, .diag = &diag, .options = &m->options};
	config_read(&site);
	const char *named = site.config.baseline;
	if (named && !path_resolve(&a, "", named))
		named = NULL; /* out of the course: a check will say so */
	m->lang = asked->has_language ? asked->lang : site.config.messages;
	m->content = arena_string(m->arena, site.config.content);
	m->summary =
		arena_string(m->arena, path_join(&a, m->content, site.config.summary));
	m->has_settings = site.config.has_file || is_there(m, ".gitbook.yaml");
	m->has_key = named != NULL;
	m->baseline_file = named ? arena_string(m->arena, named) : BASELINE_FILE;
	bool ok = !diag.has_unread;
	diag_keep_unread(&diag);
	if (!ok)
		complain_of(m, diag.findings[0]);
	mapping_close(mapping);
	return ok;
}

/* What is there; in a folder without pages who begins a course says in which language. */
static bool look(struct making *m, const struct build_options *asked)
{
	struct starting *s = &m->starting;
	if (!starter_look(s, m->arena, path_join(m->arena, m->root, m->content), m->lang))
		return false;
	if (!s->has_pages && !m->has_settings)
		m->lang = asked->lang;
	return true;
}

/* The pages of a new course, where there is none. False, told: they are not all there. */
static bool make_pages(struct making *m)
{
	const char *inside = template_name(m, "cours");
	const char *folder = file_beside_program(m->arena, inside), **paths = NULL;
	size_t n = 0;
	bool ok = folder && starter_list(m->arena, folder, &paths, &n);
	if (!ok)
		complain_of_template(m, "cours");
	for (size_t i = 0; ok && i < n; i++)
		ok = has_no_link(m, path_join(m->arena, m->content, paths[i]));
	for (size_t i = 0; ok && i < n; i++) {
		const char *name = path_join(m->arena, m->content, paths[i]);
		const char *text =
			read_template(m, path_join(m->arena, "cours", paths[i]));
		ok = text && tell(m, make_file(m, name, text), name) != FAILED;
	}
	return ok;
}

/* A table of contents in the order of today, where there is none. */
static bool make_table(struct making *m)
{
	if (!m->starting.has_pages || is_there(m, m->summary))
		return true;
	m->table = first_table_make(m->arena, &m->options, m->lang);
	return m->table != NULL;
}

/* "a (GitHub), b (GitLab)": those that were made. */
static const char *workflows(const struct making *m)
{
	const char *github = copies[COPY_GITHUB].to, *gitlab = copies[COPY_GITLAB].to;
	if (m->copied[COPY_GITHUB] == MADE && m->copied[COPY_GITLAB] == MADE)
		return sentence_fill(m->arena, SAY_INIT_EITHER, m->lang, github, gitlab,
		                     NULL);
	return m->copied[COPY_GITHUB] == MADE ? github : gitlab;
}

/* A command in the course's folder, for who stands elsewhere. */
static const char *folder_word(const struct making *m)
{
	const char *folder = m->places.folder;
	return *folder ? arena_format(m->arena, " %s", text_shell_word(m->arena, folder))
	               : "";
}

struct step {
	bool is_needed;
	enum sentence sentence;
	const char *first, *second;
};

static void print_numbered(const struct making *m, const struct step *steps, size_t n)
{
	int number = 1;
	say(m, SAY_INIT_STEPS, NULL, NULL);
	for (size_t i = 0; i < n; i++) {
		if (!steps[i].is_needed)
			continue;
		fprintf(stdout, "  %d. ", number++);
		say(m, steps[i].sentence, steps[i].first, steps[i].second);
	}
}

/* A numbered line for each thing that people have to do themselves. */
static void print_steps(const struct making *m, const char *language)
{
	bool makes_workflow =
		m->copied[COPY_GITHUB] == MADE || m->copied[COPY_GITLAB] == MADE;
	const struct step steps[] = {
		{m->has_known && m->site == WAS_THERE && !m->has_key,
	         SAY_INIT_STEP_BASELINE, m->baseline_file, NULL},
		{m->site == MADE, SAY_INIT_STEP_LANGUAGE, language, NULL},
		{m->site == MADE, SAY_INIT_STEP_URL, NULL, NULL},
		{makes_workflow, SAY_INIT_STEP_REPOSITORY, workflows(m), NULL},
		{m->copied[COPY_GITHUB] == MADE, SAY_INIT_STEP_PAGES, NULL, NULL},
		{true, SAY_INIT_STEP_COMMIT, NULL, NULL},
	};
	print_numbered(m, steps, COUNT(steps));
	say(m, SAY_INIT_REPORT, NULL, NULL);
}

/* The same for a course that was begun just now. */
static void print_first_steps(const struct making *m)
{
	const char *folder = folder_word(m);
	const struct step steps[] = {
		{true, SAY_INIT_FIRST_BUILD, folder,
	         places_here(m->arena, &m->places, "build/site/index.html")},
		{true, SAY_INIT_FIRST_WRITE, NULL, NULL},
		{true, SAY_INIT_FIRST_NEW, folder, NULL},
		{true, SAY_INIT_FIRST_SITE, places_here(m->arena, &m->places, SITE_FILE),
	         NULL},
		{true, SAY_INIT_FIRST_FORGE, workflows(m), NULL},
	};
	print_numbered(m, steps, COUNT(steps));
}

static void tell_baseline(const struct making *m, size_t n_known)
{
	if (n_known && !m->is_quiet)
		say(m, SAY_INIT_MADE_BASELINE,
		    places_here(m->arena, &m->places, m->baseline_file),
		    arena_format(m->arena, "%zu", n_known));
	else if (m->baseline == WAS_THERE)
		tell(m, WAS_THERE, m->baseline_file);
}

/* Makes what is not there yet, once the course was checked. */
static enum status make_files(struct making *m, const struct build_facts *facts)
{
	m->has_known = m->baseline == WAS_THERE || facts->n_known;
	bool has_failed = m->table && tell(m, make_file(m, m->summary, m->table),
	                                   m->summary) == FAILED;
	m->site = tell(m, make_file(m, SITE_FILE, fill_site(m, facts)), SITE_FILE);
	has_failed |= m->site == FAILED;
	tell_baseline(m, facts->n_known);
	for (size_t i = 0; i < N_COPIES; i++) {
		if (m->copied[i] == LEFT_OUT)
			continue;
		m->copied[i] = tell(m, make_file(m, copies[i].to, m->copied_text[i]),
		                    copies[i].to);
		has_failed |= m->copied[i] == FAILED;
	}
	if (!m->is_quiet && m->starting.has_pages)
		print_steps(m, facts->language);
	else if (!m->is_quiet)
		print_first_steps(m);
	return has_failed ? STATUS_MACHINE : STATUS_FINE;
}

/* The course as it is now, and its faults, which are known from here on. */
static enum status check(struct making *m, const struct build_options *asked,
                         struct build_facts *facts)
{
	m->baseline = is_there(m, m->baseline_file) ? WAS_THERE : MADE;
	struct build_options check = {.options = m->options,
	                              .goal = BUILD_CHECK,
	                              .has_language = asked->has_language,
	                              .lang = asked->lang,
	                              .facts = facts};
	if (m->baseline == MADE)
		check.options.write_baseline =
			path_join(m->arena, m->root, m->baseline_file);
	return build_run(&check);
}

/* What the course's pages are written in is known once they were read: what is written
 * for its people is in their language, then. A new course, or one that shows none, has
 * that of who prepares it. */
static bool settle_language(struct making *m, const struct build_options *asked,
                            struct build_facts *facts)
{
	enum language before = m->lang;
	bool is_theirs = m->starting.has_pages && !asked->has_language;
	if (is_theirs)
		m->lang = facts->messages;
	if (!m->starting.has_pages || !facts->language)
		facts->language = asked->options.language ? asked->options.language
		                                          : language_codes[m->lang];
	return m->lang == before || (may_begin(m) && make_table(m));
}

static enum status make(struct making *m, const struct build_options *asked)
{
	struct build_facts facts = {.arena = m->arena};
	if (!read_config(m, asked) || !look(m, asked) || !may_begin(m) ||
	    !make_table(m) || (!m->starting.has_pages && !make_pages(m)))
		return STATUS_MACHINE;
	enum status status = check(m, asked, &facts);
	if (status == STATUS_MACHINE || !settle_language(m, asked, &facts))
		return STATUS_MACHINE;
	return make_files(m, &facts);
}

/* A folder that is not there is made, in one that is. */
static bool make_root(const char *root, enum language lang)
{
	struct arena a = ARENA_PRIVATE;
	struct finding f = {.message = MSG_NO_COURSE, .args = {root}};
	const char *parent = path_folder(&a, root);
	bool ok = file_is_folder(root) ||
	          (!file_exists(root) && file_is_folder(*parent ? parent : ".") &&
	           file_make_folder(root));
	if (!ok)
		report_alone(lang, &f, stderr);
	arena_release(&a);
	return ok;
}

enum status init_course(const struct build_options *asked)
{
	const char *root = asked->options.root;
	struct arena a = ARENA_PRIVATE;
	struct making m = {
		.root = root, .arena = &a, .is_quiet = asked->options.is_quiet};
	m.options = (struct options){
		.root = root,
		.language = asked->options.language,
		.out = path_join(&a, strcmp(root, ".") == 0 ? "" : root, "build/site"),
		.jobs = -1,
		.page_seconds = PAGE_SECONDS,
		.git_seconds = GIT_SECONDS,
		.is_quiet = true};
	m.places = places_of(&a, &m.options);
	enum status status =
		make_root(root, asked->lang) ? make(&m, asked) : STATUS_MACHINE;
	arena_release(&a);
	return status;
}
