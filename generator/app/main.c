#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/build.h"
#include "app/explain.h"
#include "app/init.h"
#include "app/new.h"
#include "base/text.h"

#ifndef SOMMAIRE_VERSION
#define SOMMAIRE_VERSION "0.1.0"
#endif

enum { MOST_ARGUMENTS = 3 };

/* What was typed: options of all commands, and the words that are none. */
struct command_line {
	struct build_options build;
	const char *words[MOST_ARGUMENTS];
	int n_words;
	bool wants_help;
};

enum option_kind {
	OPTION_TEXT,
	OPTION_FLAG,
	OPTION_NUMBER,
	OPTION_FORMAT,
	OPTION_LANGUAGE
};

struct option {
	const char *name, *letter;
	enum option_kind kind;
	size_t offset;        /* in struct command_line */
	const char *commands; /* that take it, between spaces */
	const char *value, *help[N_LANGUAGES];
};

#define IN(field) offsetof(struct command_line, build.options.field)
/* clang-format off */
static const struct option options[] = {
	{"--output", "-o", OPTION_TEXT, IN(out), " build ", "DOSSIER",
	 {"dossier du site (défaut : build/site)", "folder of the site (default: build/site)"}},
	{"--ref", NULL, OPTION_TEXT, IN(revision), " build check ", "RÉVISION",
	 {"lire une branche, une étiquette ou un commit du dépôt git", "read a branch, tag or commit of the git repository"}},
	{"--url", NULL, OPTION_TEXT, IN(url), " build check ", "ADRESSE",
	 {"adresse publique du site", "public address of the site"}},
	{"--drafts", NULL, OPTION_FLAG, IN(with_drafts), " build check ", NULL,
	 {"publier aussi les brouillons", "publish drafts, too"}},
	{"--jobs", "-j", OPTION_NUMBER, IN(jobs), " build check ", "N",
	 {"nombre de processus (0 : aucun autre)", "number of processes (0: no other)"}},
	{"--page-seconds", NULL, OPTION_NUMBER, IN(page_seconds), " build check ", "N",
	 {"temps de calcul accordé à une page, en secondes", "computing time that a page may take, in seconds"}},
	{"--strict", NULL, OPTION_FLAG, IN(is_strict), " build check ", NULL,
	 {"compter les avertissements comme des erreurs", "count warnings as errors"}},
	{"--no-exceptions", NULL, OPTION_FLAG, IN(without_exceptions), " build check ", NULL,
	 {"ignorer les exceptions de site.yml", "ignore the exceptions of site.yml"}},
	{"--baseline", NULL, OPTION_TEXT, IN(baseline), " build check ", "FICHIER",
	 {"ne pas signaler les fautes connues que liste ce fichier", "do not tell the known faults that this file lists"}},
	{"--write-baseline", NULL, OPTION_TEXT, IN(write_baseline), " check ", "FICHIER",
	 {"y noter toutes les fautes d’aujourd’hui", "note all faults of today there"}},
	{"--shrink-baseline", NULL, OPTION_FLAG, IN(shrinks_baseline), " check ", NULL,
	 {"retirer des fautes connues celles qui sont corrigées", "take out of the known faults those that were mended"}},
	{"--stats", NULL, OPTION_TEXT, IN(stats), " build ", "FICHIER",
	 {"écrire des mesures en JSON", "write measures as JSON"}},
	{"--quiet", "-q", OPTION_FLAG, IN(is_quiet), " build check ", NULL,
	 {"ne dire que les fautes", "only tell faults"}},
	{"--format", NULL, OPTION_FORMAT, offsetof(struct command_line, build.format), " check ", "FORME",
	 {"text, markdown, json, sarif ou github", "text, markdown, json, sarif or github"}},
	{"--lang", NULL, OPTION_LANGUAGE, offsetof(struct command_line, build.lang), " build check explain help ", "fr|en",
	 {"langue des messages", "language of messages"}},
	{"--help", "-h", OPTION_FLAG, offsetof(struct command_line, wants_help), " build check explain init new help ", NULL,
	 {"afficher cette aide", "show this help"}},
};
/* clang-format on */

static enum status run_build(struct command_line *c);
static enum status run_check(struct command_line *c);
static enum status run_explain(struct command_line *c);
static enum status run_init(struct command_line *c);
static enum status run_new(struct command_line *c);

/* clang-format off */
static const struct command {
	const char *name, *usage, *help[N_LANGUAGES];
	int least, most; /* words behind it */
	enum status (*run)(struct command_line *);
} commands[] = {
	{"build", "[DIR]", {"construire le site", "build the site"}, 0, 1, run_build},
	{"check", "[DIR]", {"vérifier le cours sans rien écrire", "check the course and write nothing"}, 0, 1, run_check},
	{"explain", "[CODE]", {"expliquer un message", "explain a message"}, 0, 1, run_explain},
	{"init", "[DIR]", {"préparer un dépôt : site.yml, fautes connues, publication par la forge",
	 "make a repository ready: site.yml, known faults, publication by the forge"}, 0, 1, run_init},
	{"new", "TYPE TITRE [DIR]", {"créer une page et l’ajouter à la table des matières",
	 "make a page and add it to the table of contents"}, 2, 3, run_new},
};
/* clang-format on */

static void complain(const struct command_line *c, const char *fr, const char *en,
                     const char *what)
{
	fprintf(stderr,
	        c->build.lang == LANGUAGE_FR ? "sommaire" NBSP ": %s" NBSP ": %s\n"
	                                     : "sommaire: %s: %s\n",
	        c->build.lang == LANGUAGE_FR ? fr : en, what);
}

static void print_help(FILE *out, enum language lang)
{
	fprintf(out, lang == LANGUAGE_FR ? "sommaire " SOMMAIRE_VERSION
	                                   " : d’un cours en Markdown à un site\n\n"
	                                 : "sommaire " SOMMAIRE_VERSION
	                                   ": from a course in Markdown to a site\n\n");
	for (size_t i = 0; i < COUNT(commands); i++)
		fprintf(out, "  sommaire %s %s\n      %s\n", commands[i].name,
		        commands[i].usage, commands[i].help[lang]);
	fputc('\n', out);
	for (size_t i = 0; i < COUNT(options); i++)
		fprintf(out, "  %s%s%s %s\n      %s (%.*s)\n",
		        options[i].letter ? options[i].letter : "",
		        options[i].letter ? ", " : "", options[i].name,
		        options[i].value ? options[i].value : "", options[i].help[lang],
		        (int)strlen(options[i].commands) - 2, options[i].commands + 1);
}

static bool parse_number(const char *text, int *out)
{
	char *end;
	long n = strtol(text, &end, 10);
	if (end == text || *end || n < 0 || n > 100000)
		return false;
	*out = (int)n;
	return true;
}

static bool parse_word(const char *text, const char *const *words, size_t n, int *out)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(text, words[i]) == 0) {
			*out = (int)i;
			return true;
		}
	return false;
}

static bool set_option(struct command_line *c, const struct option *o, const char *value)
{
	static const char *const formats[] = {"text", "markdown", "json", "sarif",
	                                      "github"};
	static const char *const languages[] = {"fr", "en"};
	void *field = (char *)c + o->offset;
	int choice = 0;
	bool ok = true;
	switch (o->kind) {
	case OPTION_FLAG: *(bool *)field = true; break;
	case OPTION_TEXT: *(const char **)field = value; break;
	case OPTION_NUMBER: ok = parse_number(value, field); break;
	case OPTION_FORMAT:
		ok = parse_word(value, formats, COUNT(formats), &choice);
		c->build.format = (enum report_format)choice;
		break;
	case OPTION_LANGUAGE:
		ok = parse_word(value, languages, COUNT(languages), &choice);
		c->build.lang = (enum language)choice;
		c->build.has_language = true;
		break;
	}
	if (!ok)
		complain(c, "valeur inattendue", "unexpected value", value);
	return ok;
}

static const struct option *find_option(const char *word, size_t len)
{
	for (size_t i = 0; i < COUNT(options); i++) {
		bool is_name = strlen(options[i].name) == len &&
		               memcmp(options[i].name, word, len) == 0;
		bool is_letter = options[i].letter && strlen(options[i].letter) == len &&
		                 memcmp(options[i].letter, word, len) == 0;
		if (is_name || is_letter)
			return &options[i];
	}
	return NULL;
}

static bool takes(const struct option *o, const char *command)
{
	const char *at = strstr(o->commands, command);
	return at && at[-1] == ' ' && at[strlen(command)] == ' ';
}

/* Reads one option and its value; returns how many words it took, 0 when it is wrong. */
static int parse_option(struct command_line *c, const char *command, char **words, int n)
{
	size_t len = strcspn(words[0], "=");
	const struct option *o = find_option(words[0], len);
	if (!o || !takes(o, command)) {
		complain(c, "option inconnue", "unknown option", words[0]);
		return 0;
	}
	if (o->kind == OPTION_FLAG)
		return set_option(c, o, NULL);
	if (words[0][len] == '=')
		return set_option(c, o, words[0] + len + 1);
	if (n < 2) {
		complain(c, "il manque une valeur après", "a value is missing after",
		         words[0]);
		return 0;
	}
	return set_option(c, o, words[1]) ? 2 : 0;
}

static bool parse_words(struct command_line *c, const struct command *command,
                        char **words, int n)
{
	bool only_words = false;
	for (int i = 0; i < n;) {
		if (!only_words && strcmp(words[i], "--") == 0) {
			only_words = true;
			i++;
		} else if (!only_words && words[i][0] == '-' && words[i][1]) {
			int taken = parse_option(c, command->name, words + i, n - i);
			if (!taken)
				return false;
			i += taken;
		} else if (c->n_words < command->most) {
			c->words[c->n_words++] = words[i++];
		} else {
			complain(c, "mot en trop", "one word too many", words[i]);
			return false;
		}
	}
	if (c->wants_help || c->n_words >= command->least)
		return true;
	complain(c, "il manque un mot", "a word is missing", command->usage);
	return false;
}

/* A check needs to know the site's folder, too: it is no content. */
static enum status run_goal(struct command_line *c, enum build_goal goal)
{
	struct options *o = &c->build.options;
	o->root = c->n_words ? c->words[0] : ".";
	c->build.goal = goal;
	struct arena scratch = ARENA_PRIVATE;
	if (!o->out)
		o->out = path_join(&scratch, strcmp(o->root, ".") == 0 ? "" : o->root,
		                   "build/site");
	enum status status = build_run(&c->build);
	arena_release(&scratch);
	return status;
}

static enum status run_build(struct command_line *c)
{
	return run_goal(c, BUILD_WRITE);
}

static enum status run_check(struct command_line *c)
{
	return run_goal(c, BUILD_CHECK);
}

static enum status run_explain(struct command_line *c)
{
	return explain_code(c->n_words ? c->words[0] : NULL, c->build.lang);
}

static enum status run_init(struct command_line *c)
{
	return init_course(c->n_words ? c->words[0] : ".");
}

static enum status run_new(struct command_line *c)
{
	return new_page(c->words[0], c->words[1], c->n_words > 2 ? c->words[2] : ".");
}

/* What the caller made of signals is inherited: workers are waited for by one of these,
 * and stopped by the other. */
static void reset_signals(void)
{
	sigset_t ours;
	sigemptyset(&ours);
	sigaddset(&ours, SIGCHLD);
	sigaddset(&ours, SIGPROF);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGPROF, SIG_DFL);
	sigprocmask(SIG_UNBLOCK, &ours, NULL);
}

int main(int argc, char **argv)
{
	struct command_line c = {
		.build.options = {.jobs = -1, .page_seconds = PAGE_SECONDS}};
	reset_signals();
	const char *name = argc > 1 ? argv[1] : "--help";
	if (strcmp(name, "--version") == 0) {
		puts("sommaire " SOMMAIRE_VERSION);
		return STATUS_FINE;
	}
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ||
	    strcmp(name, "help") == 0) {
		print_help(stdout, c.build.lang);
		return argc > 1 ? STATUS_FINE : STATUS_MACHINE;
	}
	for (size_t i = 0; i < COUNT(commands); i++) {
		if (strcmp(commands[i].name, name) != 0)
			continue;
		if (!parse_words(&c, &commands[i], argv + 2, argc - 2))
			return STATUS_MACHINE;
		if (c.wants_help) {
			print_help(stdout, c.build.lang);
			return STATUS_FINE;
		}
		return commands[i].run(&c);
	}
	complain(&c, "commande inconnue", "unknown command", name);
	return STATUS_MACHINE;
}
