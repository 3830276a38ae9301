/*
 * Runs the examples of files in the format of CommonMark's and GFM's spec.txt
 * through our parser and serialiser, and reports as TAP.
 *
 *     build/tests/spec spec.txt...
 *
 * An example without extensions is CommonMark alone; one that names an
 * extension has all of GFM's; "course" is all that a course may write, and the
 * bytes that readers get. How the others are compared: tests/plain.h.
 */

#include <stdio.h>
#include <string.h>

#include "../body.h"
#include "base/file.h"
#include "base/text.h"

#include "../plain.h"

static const char fence[] = "````````````````````````````````";

struct example {
	char *markdown, *html;
	const char *extensions; /* what follows "example" */
	int line;
	char section[200];
};

/* The arrow stands for a tab. */
static void restore_tabs(char *text)
{
	char *to = text;
	for (const char *p = text; *p;) {
		if (strncmp(p, "\xe2\x86\x92", 3) == 0) {
			*to++ = '\t';
			p += 3;
		} else {
			*to++ = *p++;
		}
	}
	*to = '\0';
}

static char *render(struct arena *a, const struct example *e, const char *name)
{
	struct diag quiet = {.arena = a};
	enum markdown_mode mode = e->extensions[0] == '\0'          ? MARKDOWN_BARE
	                          : strstr(e->extensions, "course") ? MARKDOWN_COURSE
	                                                            : MARKDOWN_PLAIN;
	struct document doc = {.arena = a,
	                       .path = name,
	                       .text = e->markdown,
	                       .len = strlen(e->markdown),
	                       .first_line = 1,
	                       .mode = mode,
	                       .diag = &quiet};
	markdown_parse(&doc);
	if (mode != MARKDOWN_COURSE)
		return plain_render(&doc);
	plain_prepare(&doc);
	struct html_writer w = html_writer(a, &doc, words_of(a, "fr"), PAGE_PLAIN);
	html_write(&w, doc.root);
	struct body body = html_finish(&w);
	return body_html(&body, a).data;
}

static void print_lines(const char *label, const char *text)
{
	printf("#   %s:\n", label);
	for (const char *at = text; *at;) {
		size_t len = strcspn(at, "\n");
		printf("#     %.*s\n", (int)len, at);
		at += len + (at[len] == '\n');
	}
}

static bool run(const struct example *e, int number, const char *name)
{
	struct arena a = ARENA_PRIVATE;
	char *got = render(&a, e, name);
	bool is_course = strstr(e->extensions, "course");
	char *wanted = is_course ? e->html : plain_common(&a, e->html);
	bool same = strcmp(got, wanted) == 0;
	printf("%s %d - %s:%d %s\n", same ? "ok" : "not ok", number, name, e->line,
	       e->section);
	if (!same) {
		print_lines("markdown", e->markdown);
		print_lines("expected", wanted);
		print_lines("got", got);
	}
	arena_release(&a);
	return same;
}

static const char *line_end(const char *at)
{
	const char *newline = strchr(at, '\n');
	return newline ? newline + 1 : at + strlen(at);
}

/* Reads the lines up to one that starts with `stop`; moves *at behind it. */
static char *read_until(struct arena *a, const char **at, int *line, const char *stop)
{
	const char *start = *at;
	while (**at && strncmp(*at, stop, strlen(stop)) != 0) {
		*at = line_end(*at);
		(*line)++;
	}
	char *text = arena_copy(a, start, (size_t)(*at - start));
	*at = line_end(*at);
	(*line)++;
	restore_tabs(text);
	return text;
}

/* GFM's file turns examples off that its own renderer writes in another way, and filters
 * tags that we never pass: they are told and not run. */
static bool is_left_out(const struct example *e)
{
	return strstr(e->extensions, "disabled") || strstr(e->extensions, "tagfilter");
}

static bool run_file(const char *path, int *number)
{
	struct arena a = ARENA_PRIVATE;
	struct bytes bytes;
	struct example e = {.section = ""};
	bool ok = file_read(&a, path, 64 << 20, &bytes);
	if (!ok)
		printf("not ok %d - %s cannot be read\n", ++*number, path);
	int line = 1;
	for (const char *at = ok ? bytes.data : ""; *at;) {
		const char *end = line_end(at);
		if (at[0] == '#')
			snprintf(e.section, sizeof e.section, "%.*s",
			         (int)strcspn(at, "\n"), at);
		bool is_example = strncmp(at, fence, 32) == 0 &&
		                  strncmp(at + 32, " example", 8) == 0;
		if (is_example) {
			const char *words = at + 40 + strspn(at + 40, " ");
			e.extensions = arena_copy(&a, words, strcspn(words, "\n"));
			e.line = line;
			line++;
			at = end;
			e.markdown = read_until(&a, &at, &line, ".\n");
			e.html = read_until(&a, &at, &line, fence);
			if (is_left_out(&e))
				printf("# %s:%d left out (%s)\n", path_name(path), e.line,
				       e.extensions);
			else
				ok = run(&e, ++*number, path_name(path)) && ok;
			continue;
		}
		at = end;
		line++;
	}
	arena_release(&a);
	return ok;
}

int main(int argc, char **argv)
{
	bool ok = true;
	int number = 0;
	for (int i = 1; i < argc; i++)
		ok = run_file(argv[i], &number) && ok;
	printf("1..%d\n", number);
	return ok ? 0 : 1;
}
