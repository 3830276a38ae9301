/*
 * The floor: the least that a generator must do. floor CONTENT OUT
 *
 * Reads each Markdown file, parses its front matter with libyaml and its
 * text with cmark-gfm (malloc), renders with cmark-gfm's own renderer and
 * writes OUT/PATH.html. No titles, no links, no navigation, no template: what
 * ours costs above it is what those cost.
 */

#include <cmark-gfm-core-extensions.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <yaml.h>

enum { LONGEST_PATH = 4096, OPTIONS = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE };

static void fail(const char *path)
{
	perror(path);
	exit(2);
}

static char *read_file(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	struct stat st;
	if (!file || fstat(fileno(file), &st) != 0)
		fail(path);
	*len = (size_t)st.st_size;
	char *text = malloc(*len + 1);
	if (!text || fread(text, 1, *len, file) != *len)
		fail(path);
	text[*len] = '\0';
	fclose(file);
	return text;
}

/* The front matter's length, its two lines of dashes included. */
static size_t front_matter(const char *text)
{
	if (strncmp(text, "---\n", 4) != 0)
		return 0;
	const char *end = strstr(text + 3, "\n---\n");
	return end ? (size_t)(end + 5 - text) : 0;
}

static void parse_yaml(const char *text, size_t len)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true;
	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, len);
	while (more && yaml_parser_parse(&parser, &event)) {
		more = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static char *render(const char *text, size_t len)
{
	static const char *const names[] = {"table", "strikethrough", "autolink",
	                                    "tasklist"};
	cmark_parser *parser = cmark_parser_new(OPTIONS);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		cmark_parser_attach_syntax_extension(
			parser, cmark_find_syntax_extension(names[i]));
	cmark_parser_feed(parser, text, len);
	cmark_node *root = cmark_parser_finish(parser);
	char *html = cmark_render_html(root, OPTIONS,
	                               cmark_parser_get_syntax_extensions(parser));
	cmark_node_free(root);
	cmark_parser_free(parser);
	return html;
}

static void write_page(const char *from, const char *to)
{
	size_t len;
	char *text = read_file(from, &len);
	size_t start = front_matter(text);
	if (start > 8)
		parse_yaml(text + 4, start - 8);
	char *html = render(text + start, len - start);
	FILE *file = fopen(to, "wb");
	if (!file || fputs(html, file) < 0 || fclose(file) != 0)
		fail(to);
	free(html);
	free(text);
}

static void walk(const char *from, const char *to)
{
	DIR *folder = opendir(from);
	if (!folder || mkdir(to, 0777) != 0)
		fail(folder ? to : from);
	for (struct dirent *entry; (entry = readdir(folder));) {
		char source[LONGEST_PATH], target[LONGEST_PATH];
		const char *dot = strrchr(entry->d_name, '.');
		snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
		if (dot == entry->d_name)
			continue;
		if (!dot) {
			snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
			walk(source, target);
		} else if (strcmp(dot, ".md") == 0) {
			int stem = (int)(dot - entry->d_name);
			snprintf(target, sizeof target, "%s/%.*s.html", to, stem,
			         entry->d_name);
			write_page(source, target);
		}
	}
	closedir(folder);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fputs("usage: floor CONTENT OUT\n", stderr);
		return 2;
	}
	cmark_gfm_core_extensions_ensure_registered();
	walk(argv[1], argv[2]);
	return 0;
}
