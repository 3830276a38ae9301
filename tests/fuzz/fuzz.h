#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

/*
 * What the fuzzers share: a small course in memory, one of whose files is the
 * input, and a judge of the HTML that comes out.
 *
 * A property that does not hold ends the run with the input printed, as a
 * crash does: add the input to NAME.seeds/ with its cure.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "site/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(what)                                                                    \
	do {                                                                             \
		if (!(what)) {                                                           \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__,       \
			        #what);                                                  \
			abort();                                                         \
		}                                                                        \
	} while (0)

struct course {
	struct mapping *mapping;
	struct arena arena;
	struct diag diag;
	struct options options;
	struct site site;
};

/* clang-format off */
static const struct { const char *path, *text; } course_files[] = {
	{"site.yml",            "title: Un cours\nurl: https://example.org/un/cours/\n"},
	{"SUMMARY.md",          "* [Accueil](README.md)\n* [Une page](page.md)\n  * [Une fiche](a/fiche.md)\n* [Mots](mots.md)\n"},
	{"README.md",           "# Accueil\n"},
	{"page.md",             "# Page\n"},
	{"a/fiche.md",          "---\ntype: fiche\n---\n# Fiche\n"},
	{"a/plan (1).svg",      "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='4'/>"},
	{"mots.md",             "---\ntype: glossaire\n---\n# Mots\n\n## DDT\n\nDes territoires.\n\nAutres formes : DDTM\n"},
	{"brouillon.md",        "# Un brouillon\n"},
};
/* clang-format on */

/* Loads the course from the disk, once; from then on it is in memory. */
static inline struct course *course_open(void)
{
	static struct course course;
	char root[] = "/tmp/sommaire-fuzz-XXXXXX";
	REQUIRE(mkdtemp(root));
	course.mapping = mapping_open();
	course.arena = mapping_arena(course.mapping);
	course.diag.arena = &course.arena;
	for (size_t i = 0; i < sizeof course_files / sizeof *course_files; i++) {
		const char *path = path_join(&course.arena, root, course_files[i].path);
		REQUIRE(file_make_parents(path));
		REQUIRE(file_write(path, course_files[i].text,
		                   strlen(course_files[i].text)));
	}
	course.options = (struct options){.root = arena_string(&course.arena, root),
	                                  .page_seconds = 10};
	course.site = (struct site){.mapping = course.mapping,
	                            .arena = &course.arena,
	                            .diag = &course.diag,
	                            .options = &course.options};
	static struct theme theme;
	REQUIRE(load_site(&course.site, &theme));
	struct source *source = &course.site.source;
	for (size_t i = 0; i < source->n; i++)
		REQUIRE(file_read(&course.arena,
		                  path_join(&course.arena, root, source->files[i].path),
		                  1 << 20, &source->files[i].text));
	/* As when a git tree is read: what has a text is not looked for elsewhere. */
	source->tree = (void *)&course;
	REQUIRE(file_remove_tree(root));
	return &course;
}

/* The input in place of a file's text. */
static inline void course_set(struct course *c, const char *path, const char *text,
                              size_t size)
{
	struct source_file *file = NULL;
	for (size_t i = 0; i < c->site.source.n; i++)
		if (strcmp(c->site.source.files[i].path, path) == 0)
			file = &c->site.source.files[i];
	REQUIRE(file);
	file->text = (struct bytes){text, size};
	file->size = size;
}

/* --- HTML
 * -------------------------------------------------------------------------------- */

enum { DEEPEST = 4096 };

static inline bool is_void(const char *name, size_t len)
{
	static const char *const names[] = {"br",     "hr",  "img",   "input", "col",
	                                    "source", "wbr", "track", "area"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return true;
	return false;
}

static inline bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-';
}

/* Whether "javascript:" and its like stand at the start of a value. */
static inline bool is_dangerous(const char *value, const char *end)
{
	static const char *const schemes[] = {"javascript:", "vbscript:", "data:text"};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if ((size_t)(end - value) >= strlen(schemes[i]) &&
		    strncasecmp(value, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

/* One tag, `at` behind its "<": attributes are quoted, none is a handler. Returns what
 * follows it. */
static inline const char *html_check_tag(const char *at, const char *end)
{
	while (at < end && *at != '>') {
		const char *name = at;
		while (at < end && *at != '=' && *at != '>' && *at != ' ' && *at != '\n')
			at++;
		REQUIRE(at - name < 2 || strncasecmp(name, "on", 2) != 0 || at[0] != '=');
		if (at < end && *at == '=') {
			REQUIRE(at + 1 < end && at[1] == '"');
			const char *value = at + 2;
			const char *quote = memchr(value, '"', (size_t)(end - value));
			REQUIRE(quote);
			REQUIRE(!memchr(value, '<', (size_t)(quote - value)));
			REQUIRE(!is_dangerous(value, quote));
			at = quote;
		}
		at += at < end && *at != '>';
	}
	REQUIRE(at < end);
	return at + 1;
}

struct open_tag {
	const char *name;
	size_t len;
};

static inline bool is_one_of(const struct open_tag *t, const char *names)
{
	for (const char *at = names; *at;) {
		size_t len = strcspn(at, " ");
		if (len == t->len && memcmp(at, t->name, len) == 0)
			return true;
		at += len + (at[len] == ' ');
	}
	return false;
}

/* Elements that HTML only knows inside certain parents, or nowhere inside certain others.
 */
static const struct {
	const char *name, *parents, *not_below;
} places[] = {
	{"li", "ul ol", NULL},
	{"summary", "details", NULL},
	{"figcaption", "figure", NULL},
	{"tr", "thead tbody tfoot table", NULL},
	{"td th", "tr", NULL},
	{"thead tbody tfoot caption", "table", NULL},
	{"dt dd", "dl div", NULL},
	{"a", NULL, "a"},
	{"label", NULL, "label"},
	{"p ul ol dl div table blockquote pre h2 h3 h4 h5 h6 figure details section hr",
         NULL, "p"},
	{"h2 h3 h4 h5 h6", NULL, "h2 h3 h4 h5 h6"},
};

/* Where an element may not stand browsers mend the page in their own way. */
static inline bool is_in_place(const struct open_tag *open, size_t n)
{
	const struct open_tag *t = &open[n - 1];
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		if (!is_one_of(t, places[i].name))
			continue;
		if (places[i].parents &&
		    !(n > 1 && is_one_of(&open[n - 2], places[i].parents)))
			return false;
		for (size_t k = 0; places[i].not_below && k + 1 < n; k++)
			if (is_one_of(&open[k], places[i].not_below))
				return false;
	}
	return true;
}

/* Tags are balanced and in their place, no script or style is among them, "<" stands
 * nowhere else. */
static inline void html_check(const char *html, size_t len)
{
	static struct open_tag open[DEEPEST];
	size_t n = 0;
	const char *end = html + len;
	for (const char *at = html; (at = memchr(at, '<', (size_t)(end - at)));) {
		at++;
		bool is_end = at < end && *at == '/';
		at += is_end;
		const char *name = at;
		while (at < end && is_name(*at))
			at++;
		size_t name_len = (size_t)(at - name);
		REQUIRE(name_len > 0);
		REQUIRE(!(name_len == 6 && strncasecmp(name, "script", 6) == 0));
		REQUIRE(!(name_len == 5 && strncasecmp(name, "style", 5) == 0));
		at = html_check_tag(at, end);
		if (is_end) {
			bool is_open = n > 0 && open[n - 1].len == name_len &&
			               memcmp(open[n - 1].name, name, name_len) == 0;
			if (!is_open)
				fprintf(stderr, "%.*s\n^ does not close what is open\n",
				        (int)(at - html), html);
			REQUIRE(is_open);
			n--;
		} else if (!is_void(name, name_len) && at[-2] != '/' && n < DEEPEST) {
			open[n].name = name;
			open[n++].len = name_len;
			if (!is_in_place(open, n))
				fprintf(stderr, "%.*s\n^ is out of place\n",
				        (int)(at - html), html);
			REQUIRE(is_in_place(open, n));
		}
	}
	if (n > 0)
		fprintf(stderr, "%.*s\nnot closed: %.*s\n", (int)len, html,
		        (int)open[n - 1].len, open[n - 1].name);
	REQUIRE(n == 0);
}

#endif
