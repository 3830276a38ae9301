/*
 * A whole course in a folder, built twice and checked once. A line "==== PATH" starts a
 * file, "==== PATH -> TARGET" is a symbolic link. Nothing is written outside the site's
 * folder, the second build ends as the first and leaves the same bytes, and what is
 * between the theme's tags is balanced HTML without script.
 */

#include "fuzz.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "app/build.h"

enum { LONGEST_PATH = 600, LARGEST_SITE = 1 << 24 };

/* How pages start that are judged: themes of the input may write anything. */
#define LAYOUT "themes/essai/layouts/page.html"
#define OURS   "<main id=\"f7c1\">"

static const char layout[] =
	OURS "<h1>{{ page.title }}</h1><nav>{% for p in site.pages %}<a href=\"{{ p.url "
	     "}}\">"
	     "{{ p.nav_title }}</a>{% endfor %}</nav>{{ page.body }}</main>";

/* Whether a name stays in its folder; the fuzzer's own files are not for the input. */
static bool is_inside(const char *path)
{
	for (const char *at = path; *at;) {
		size_t len = strcspn(at, "/");
		if (len == 0 || len > 200 || strncmp(at, "..", len) == 0)
			return false;
		at += len + (at[len] == '/');
	}
	return *path && strlen(path) < LONGEST_PATH && path[strlen(path) - 1] != '/';
}

static void write_one(struct arena *a, const char *root, char *head, const char *text,
                      size_t len)
{
	char *arrow = strstr(head, " -> ");
	if (arrow)
		*arrow = '\0';
	if (!is_inside(head))
		return;
	const char *path = path_join(a, root, head);
	struct stat st;
	bool is_ours = strcmp(head, LAYOUT) == 0;
	bool is_free = !is_ours && file_make_parents(path) && lstat(path, &st) != 0;
	if (arrow && is_free && arrow[4]) {
		if (symlink(arrow + 4, path) != 0)
			return;
	} else if (!arrow && is_free) {
		file_write(path, text, len);
	}
}

static void write_course(struct arena *a, const char *root, const char *text)
{
	static const char start[] = "==== ";
	const char *page = path_join(a, root, LAYOUT);
	const char *config = path_join(a, root, "site.yml");
	for (const char *at = strstr(text, start); at;) {
		const char *line = at + strlen(start), *end = strchr(line, '\n');
		const char *next = end ? strstr(end, "\n==== ") : NULL;
		if (!end)
			break;
		size_t len = next ? (size_t)(next - end - 1) + 1 : strlen(end + 1);
		char *head = arena_copy(a, line, (size_t)(end - line));
		write_one(a, root, head, end + 1, next && len > 0 ? len - 1 : len);
		at = next ? next + 1 : NULL;
	}
	struct stat st;
	if (lstat(page, &st) != 0 && file_make_parents(page))
		file_write(page, layout, strlen(layout));
	if (lstat(config, &st) != 0)
		file_write(config, "theme: essai\n", 13);
}

/* All that is in a folder, into one text: names and bytes. HTML of the layout is judged.
 */
static void gather(struct arena *a, const char *folder, const char *name, struct buf *b)
{
	struct dirent **entries;
	int n = scandir(*name ? path_join(a, folder, name) : folder, &entries, NULL,
	                alphasort);
	for (int i = 0; i < n; i++) {
		const char *entry = arena_string(a, entries[i]->d_name);
		free(entries[i]);
		if (entry[0] == '.' && (!entry[1] || entry[1] == '.' || entry[1] == 's'))
			continue;
		const char *path = *name ? path_join(a, name, entry) : entry;
		const char *whole = path_join(a, folder, path);
		struct stat st;
		REQUIRE(lstat(whole, &st) == 0);
		REQUIRE(S_ISDIR(st.st_mode) || S_ISREG(st.st_mode));
		if (S_ISDIR(st.st_mode)) {
			gather(a, folder, path, b);
			continue;
		}
		struct bytes text;
		REQUIRE(file_read(a, whole, LARGEST_SITE, &text));
		buf_add_format(b, "%s %zu ", path, text.len);
		buf_add(b, text.data, text.len);
		if (text.len > strlen(OURS) && memcmp(text.data, OURS, strlen(OURS)) == 0)
			html_check(text.data, text.len);
	}
	if (n >= 0)
		free(entries);
}

static enum status run(const char *course, const char *out, enum build_goal goal,
                       enum report_format format)
{
	struct build_options o = {.options = {.root = course,
	                                      .out = out,
	                                      .page_seconds = 10,
	                                      .is_quiet = true},
	                          .goal = goal,
	                          .format = format};
	enum status s = build_run(&o);
	REQUIRE(s <= STATUS_MACHINE);
	return s;
}

/* Reports are for nobody here. */
static void be_quiet(void)
{
	int nowhere = open("/dev/null", O_WRONLY);
	REQUIRE(nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0);
	close(nowhere);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char root[64];
	static struct arena arena;
	if (!*root) {
		strcpy(root, access("/dev/shm", W_OK) == 0
		                     ? "/dev/shm/sommaire-fuzz-XXXXXX"
		                     : "/tmp/sommaire-fuzz-XXXXXX");
		REQUIRE(mkdtemp(root));
		be_quiet();
	}
	const char *course = path_join(&arena, root, "c"),
		   *out = path_join(&arena, root, "o");
	file_remove_tree(course);
	file_remove_tree(out);
	write_course(&arena, course, arena_copy(&arena, (const char *)data, size));
	enum status first = run(course, out, BUILD_WRITE, REPORT_TEXT);
	struct buf site = buf_new(&arena), again = buf_new(&arena),
		   beside = buf_new(&arena);
	gather(&arena, out, "", &site);
	REQUIRE(run(course, out, BUILD_WRITE, REPORT_TEXT) == first);
	gather(&arena, out, "", &again);
	REQUIRE(site.len == again.len &&
	        memcmp(buf_text(&site), buf_text(&again), site.len) == 0);
	run(course, out, BUILD_CHECK, (enum report_format)(size % (REPORT_GITHUB + 1)));
	gather(&arena, out, "", &beside);
	REQUIRE(beside.len == site.len); /* a check writes nothing */
	arena_reset(&arena);
	return 0;
}
