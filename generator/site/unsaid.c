#include "site/unsaid.h"

#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/docs.h"
#include "course/summary.h"
#include "french/guess.h"
#include "french/locale.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

enum { MOST_PAGES = 10, MOST_READ = 1 << 20, MOST_OF_PAGE = 32 << 10, MOST_FOLDERS = 2 };

static void read_first_pages(struct site *site, struct guess *g, struct arena *scratch)
{
	int n = 0;
	for (struct entry *e = site->entries->first_child; e && n < MOST_PAGES;
	     e = entry_next(e)) {
		struct bytes bytes;
		const struct source_file *file =
			e->path ? source_find(&site->source, e->path) : NULL;
		if (!file ||
		    !source_read(&site->source, scratch, file, MOST_READ, &bytes))
			continue; /* whoever reads its page will say so */
		n++;
		guess_read(g, bytes.data,
		           bytes.len < MOST_OF_PAGE ? bytes.len
		                                    : text_cut(bytes.data, MOST_OF_PAGE));
	}
}

static void guess(struct site *site)
{
	static const enum message told[] = {[GUESS_CLEAR] = MSG_LANGUAGE_GUESSED,
	                                    [GUESS_MIXED] = MSG_LANGUAGE_MIXED,
	                                    [GUESS_FEW] = MSG_LANGUAGE_FEW};
	struct arena scratch = ARENA_PRIVATE;
	struct guess g = guess_new(&scratch);
	const char *tag;
	read_first_pages(site, &g, &scratch);
	enum guess_state state = guess_language(&g, &tag);
	if (state == GUESS_CLEAR) {
		site->config.language = tag;
		site->config.language_from = LANGUAGE_GUESSED;
	}
	bool is_news = state != GUESS_NOTHING &&
	               !(state == GUESS_FEW && strcmp(tag, site->config.language) == 0);
	if (is_news)
		diag_report(site->diag, told[state], (struct place){0}, tag, NULL);
	arena_release(&scratch);
}

void unsaid_language(struct site *site)
{
	struct config *c = &site->config;
	if (c->language_from == LANGUAGE_SAID)
		return;
	const char *language = docs_language(site, &c->language_at);
	if (language) {
		c->language = language;
		c->language_from = LANGUAGE_SAID;
	} else {
		guess(site);
	}
	c->messages = locale_of(c->language)->messages;
}

/* Titles that say of which page they are, and not of which course; folded. */
static const char *const any_home[] = {"accueil",
                                       "a propos",
                                       "about",
                                       "avant-propos",
                                       "bem-vindo",
                                       "bienvenida",
                                       "bienvenidos",
                                       "bienvenido",
                                       "bienvenue",
                                       "benvenuti",
                                       "demarrer",
                                       "doc",
                                       "docs",
                                       "documentation",
                                       "einfuhrung",
                                       "einleitung",
                                       "generalites",
                                       "getting started",
                                       "hello",
                                       "home",
                                       "home page",
                                       "homepage",
                                       "index",
                                       "inicio",
                                       "intro",
                                       "introduccion",
                                       "introducao",
                                       "introduction",
                                       "introduzione",
                                       "nouveautes",
                                       "overview",
                                       "page d'accueil",
                                       "page d’accueil",
                                       "preambule",
                                       "presentation",
                                       "quick start",
                                       "quickstart",
                                       "readme",
                                       "sommaire",
                                       "start here",
                                       "startseite",
                                       "table of contents",
                                       "top",
                                       "untitled",
                                       "vue d'ensemble",
                                       "welcome",
                                       "willkommen",
                                       "what's new",
                                       "whats new",
                                       "what is new",
                                       "главная",
                                       "введение",
                                       "はじめに",
                                       "介绍",
                                       "简介",
                                       "소개"};

/* Names of folders that many courses have; folded. Those of languages, too. */
static const char *const any_folder[] = {
	"book",   "build",   "checkout", "code", "content",       "contenu", "cours",
	"course", "depot",   "doc",      "docs", "documentation", "gitbook", "input",
	"master", "main",    "public",   "repo", "repository",    "root",    "site",
	"source", "sources", "space",    "src",  "tmp",           "trunk",   "website",
	"wiki",   "work",    "workspace"};

static bool is_one_of(const char *text, size_t len, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(list[i]) == len && memcmp(list[i], text, len) == 0)
			return true;
	return false;
}

/* The words without signs around them: "👋 Welcome!" is "welcome". */
static bool is_any_home(const char *title)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *folded = text_fold(&scratch, title), *end = folded + strlen(folded);
	const char *first = NULL, *last = NULL;
	for (const char *at = folded; at < end;) {
		const char *start = at;
		if (!text_is_letter(text_next(&at, end)))
			continue;
		first = first ? first : start;
		last = at;
	}
	bool found = first &&
	             is_one_of(first, (size_t)(last - first), any_home, COUNT(any_home));
	arena_release(&scratch);
	return found;
}

/* "mon-cours.git" as "Mon cours". */
static const char *words_of_name(struct arena *a, const char *name, size_t len)
{
	if (len > 4 && memcmp(name + len - 4, ".git", 4) == 0)
		len -= 4;
	char *words = arena_copy(a, name, len);
	for (char *p = words; *p; p++)
		if (*p == '-' || *p == '_')
			*p = ' ';
	if (words[0] >= 'a' && words[0] <= 'z')
		words[0] = (char)(words[0] - 32);
	return words;
}

static bool is_any_folder(const char *name, size_t len)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *folded = text_fold(&scratch, arena_copy(&scratch, name, len));
	bool found = is_one_of(folded, strlen(folded), any_folder, COUNT(any_folder)) ||
	             (len < 4 && locale_is_tag(folded));
	arena_release(&scratch);
	return found;
}

/* What a folder is called, as words; or the one that it lies in, where any course could
 * be called so. NULL: neither names this one. */
static const char *folder_name(struct arena *a, const char *path)
{
	size_t end = strlen(path);
	for (int n = 0; n < MOST_FOLDERS && end > 0; n++) {
		size_t start = end;
		while (start > 0 && path[start - 1] != '/')
			start--;
		if (end > start && !is_any_folder(path + start, end - start))
			return words_of_name(a, path + start, end - start);
		end = start > 0 ? start - 1 : 0;
	}
	return NULL;
}

/* What the course's repository is called, or else its folder. */
static const char *name_of_place(const struct site *site)
{
	const char *url = site->config.repository_url;
	if (url) {
		size_t len = strlen(url);
		while (len > 0 && url[len - 1] == '/')
			len--;
		const char *trimmed = arena_copy(site->arena, url, len);
		return words_of_name(site->arena, path_name(trimmed),
		                     strlen(path_name(trimmed)));
	}
	const char *root = *site->options->root ? site->options->root : ".";
	const char *real = file_real_path(site->arena, root);
	return real ? folder_name(site->arena, real) : NULL;
}

void unsaid_title(struct site *site)
{
	struct config *c = &site->config;
	if (!c->title)
		c->title = site_polish(site, docs_title(site));
	if (c->title)
		return;
	c->title = site->home->title;
	const char *name = is_any_home(c->title) ? name_of_place(site) : NULL;
	if (!name)
		return;
	c->title = name;
	diag_report(site->diag, MSG_TITLE_OF_PLACE, (struct place){0}, site->home->title,
	            name, NULL);
}
