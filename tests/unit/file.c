#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../tap.h"

/* clang-format off */
static const struct { const char *folder, *name, *joined; } joins[] = {
	{"a", "b.md", "a/b.md"},
	{"a/", "b.md", "a/b.md"},
	{"", "b.md", "b.md"},
	{"/", "b.md", "/b.md"},
	{"a/b", "c/d", "a/b/c/d"},
	{"a", "", "a/"},
	{"", "", ""},
};

static const struct { const char *path, *folder, *name, *extension; } parts[] = {
	{"a/b.md", "a/", "b.md", ".md"},
	{"b.md", "", "b.md", ".md"},
	{"/b", "/", "b", ""},
	{"a.b/c", "a.b/", "c", ""},
	{"a/b/", "a/b/", "", ""},
	{"a/.gitbook.yaml", "a/", ".gitbook.yaml", ".yaml"},
	{".cache", "", ".cache", ""},
	{"a.tar.gz", "", "a.tar.gz", ".gz"},
	{"a.", "", "a.", "."},
	{"", "", "", ""},
};

static const struct { const char *from, *target, *path; } resolved[] = {
	{"b.md", "c.md", "c.md"},
	{"a/b.md", "c.md", "a/c.md"},
	{"a/b.md", "./c.md", "a/c.md"},
	{"a/b.md", "../c.md", "c.md"},
	{"a/b/c.md", "../../d/e.md", "d/e.md"},
	{"a/b.md", "c/", "a/c/"},
	{"a/b.md", "c/../d.md", "a/d.md"},
	{"a/b.md", "c/..", "a/"},
	{"a/b.md", ".", "a/"},
	{"a/b.md", "./", "a/"},
	{"a/b.md", "..", ""},
	{"a/b.md", "", "a/"},
	{"a/b.md", "c//d.md", "a/c/d.md"},
	{"a/b.md", "...", "a/..."},
	{"a/b.md", "..c", "a/..c"},
	{"a/b.md", ".c", "a/.c"},
	/* from the root */
	{"a/b.md", "/c.md", "c.md"},
	{"a/b.md", "/", ""},
	{"a/b.md", "/./c/../d.md", "d.md"},
	/* above it */
	{"b.md", "../c.md", NULL},
	{"a/b.md", "../../c.md", NULL},
	{"a/b.md", "/../c.md", NULL},
	{"a/b.md", "../../a/b.md", NULL},
	{"", "..", NULL},
};

static const struct { const char *from, *to, *relative; } relatives[] = {
	/* files */
	{"a.html", "b.html", "b.html"},
	{"a/b.html", "a/c.html", "c.html"},
	{"a/b.html", "c.html", "../c.html"},
	{"a.html", "b/c.html", "b/c.html"},
	{"a/b/c.html", "a/d/e.html", "../d/e.html"},
	{"a/b.html", "c/d.html", "../c/d.html"},
	{"ab/c.html", "a/c.html", "../a/c.html"},
	{"a/c.html", "ab/c.html", "../ab/c.html"},
	{"a.html", "a.html", "a.html"},
	/* addresses that end in "/" */
	{"", "a/", "a/"},
	{"a/", "", "../"},
	{"a/", "a/", "./"},
	{"", "", "./"},
	{"a/", "a/b/", "b/"},
	{"a/b/", "a/", "../"},
	{"a/b/", "a/c/", "../c/"},
	{"a/b/", "ab/", "../../ab/"},
	{"a/b/", "assets/x.png", "../../assets/x.png"},
};
/* clang-format on */

static char base[] = "/tmp/sommaire-file-XXXXXX";

static char *in_base(struct arena *a, const char *path)
{
	return path_join(a, base, path);
}

static void test_paths(struct arena *a)
{
	for (size_t i = 0; i < COUNT(joins); i++)
		is(path_join(a, joins[i].folder, joins[i].name), joins[i].joined,
		   "%s and %s", joins[i].folder, joins[i].name);
	for (size_t i = 0; i < COUNT(parts); i++) {
		const char *path = parts[i].path;
		is(path_folder(a, path), parts[i].folder, "folder of %s", path);
		is(path_name(path), parts[i].name, "name of %s", path);
		is(path_extension(path), parts[i].extension, "extension of %s", path);
	}
	for (size_t i = 0; i < COUNT(resolved); i++)
		is(path_resolve(a, resolved[i].from, resolved[i].target),
		   resolved[i].path, "%s as seen from %s", resolved[i].target,
		   resolved[i].from);
	for (size_t i = 0; i < COUNT(relatives); i++)
		is(path_relative(a, relatives[i].from, relatives[i].to),
		   relatives[i].relative, "from %s to %s", relatives[i].from,
		   relatives[i].to);
}

/* The text of a file, or the name of what keeps it from being read. */
static const char *told(struct arena *a, const char *path, size_t max)
{
	struct bytes bytes = {NULL, 0};
	errno = 0;
	if (file_read(a, in_base(a, path), max, &bytes))
		return bytes.data && bytes.data[bytes.len] == '\0' ? bytes.data
		                                                   : "not ended";
	return arena_format(a, "errno: %s", strerror(errno));
}

static const char *reason(struct arena *a, int error)
{
	return arena_format(a, "errno: %s", strerror(error));
}

static bool writes(struct arena *a, const char *path, const char *text)
{
	errno = 0;
	return file_write(in_base(a, path), text, strlen(text));
}

static void test_reading(struct arena *a)
{
	writes(a, "five", "12345");
	writes(a, "empty", "");
	is(told(a, "five", 5), "12345", "a file as large as may be");
	is(told(a, "five", 4), reason(a, EFBIG), "one byte more");
	is(told(a, "empty", 0), "", "an empty file");
	is(told(a, "absent", 9), reason(a, ENOENT), "no file");
	is(told(a, ".", 9), reason(a, EISDIR), "a folder");
	is(told(a, "five/x", 9), reason(a, ENOTDIR), "a file taken for a folder");
	if (symlink("loop", in_base(a, "loop")) == 0)
		is(told(a, "loop", 9), reason(a, ELOOP), "a link to itself");
	if (symlink("five", in_base(a, "link")) == 0)
		is(told(a, "link", 9), "12345", "a link to a file");
	if (mkfifo(in_base(a, "pipe"), 0600) == 0)
		is(told(a, "pipe", 9), reason(a, EINVAL),
		   "a pipe, without waiting for it");
	struct bytes bytes;
	ok(file_write(in_base(a, "nul"), "a\0b", 3) &&
	           file_read(a, in_base(a, "nul"), 9, &bytes) && bytes.len == 3 &&
	           memcmp(bytes.data, "a\0b", 4) == 0,
	   "NUL is a byte like others");
	char *large = arena_alloc(a, 1 << 20);
	memset(large, 'x', 1 << 20);
	ok(file_write(in_base(a, "large"), large, 1 << 20) &&
	           file_read(a, in_base(a, "large"), 1 << 20, &bytes) &&
	           bytes.len == 1 << 20 && memcmp(bytes.data, large, bytes.len) == 0,
	   "a large file");
}

static void test_writing(struct arena *a)
{
	ok(writes(a, "five", "abc"), "a file is replaced");
	is(told(a, "five", 9), "abc", "nothing of the old one stays");
	ok(!writes(a, "none/x", "abc") && errno == ENOENT, "no folder to write in");
	ok(!writes(a, ".", "abc") && errno == EISDIR, "a folder cannot be written");
	ok(!file_write("/dev/full", "abc", 3) && errno == ENOSPC, "a full disk is told");
	ok(file_write("/dev/full", "", 0), "unless nothing is written");
}

static bool holds(struct arena *a, const char *path, const char *text)
{
	struct bytes b;
	return file_read(a, in_base(a, path), 100, &b) && strcmp(b.data, text) == 0;
}

static mode_t mode_of(struct arena *a, const char *path)
{
	struct stat st;
	return stat(in_base(a, path), &st) == 0 ? st.st_mode & 0777 : 0;
}

/* "ok", or why a file of the folder "course" was not written. */
static const char *written(struct arena *a, const char *path, bool is_new)
{
	struct bytes text = {"new", 3};
	const char *root = in_base(a, "course");
	bool ok =
		is_new ? file_make_new(root, path, text) : file_replace(root, path, text);
	return ok ? "ok" : strerror(errno);
}

/* clang-format off */
static const struct { const char *path; int made, replaced; } guarded[] = {
	{"there",          EEXIST, 0},
	{"fresh/deep/one", 0,      0},
	{"missing/one",    0,      0}, /* made just before it is replaced */
	{"./fresh//two",   0,      0},
	{"fresh/../three", 0,      0},
	{"dead",           EEXIST, ELOOP},
	{"alias",          EEXIST, ELOOP},
	{"out/four",       ELOOP,  ELOOP},
	{"out/../five",    0,      0}, /* no link is on that way */
	{"in/six",         ELOOP,  ELOOP},
	{"there/seven",    ENOTDIR, ENOTDIR},
	{"../outside/eight", EXDEV, EXDEV},
	{"fresh",          EEXIST, EISDIR},
	{"",               ENOENT, ENOENT},
};
/* clang-format on */

static void test_guarded(struct arena *a)
{
	file_make_folder(in_base(a, "course/real"));
	file_make_folder(in_base(a, "outside"));
	writes(a, "course/there", "old");
	writes(a, "outside/theirs", "theirs");
	bool has_links = symlink("../nowhere", in_base(a, "course/dead")) == 0 &&
	                 symlink("../outside/theirs", in_base(a, "course/alias")) == 0 &&
	                 symlink("../outside", in_base(a, "course/out")) == 0 &&
	                 symlink("real", in_base(a, "course/in")) == 0;
	chmod(in_base(a, "course/there"), 0640);
	char planted[64];
	snprintf(planted, sizeof planted, "course/.sommaire-%ld.new", (long)getpid());
	ok(has_links && symlink("../outside/theirs", in_base(a, planted)) == 0,
	   "links are planted");
	for (size_t i = 0; i < COUNT(guarded); i++) {
		int made = guarded[i].made, replaced = guarded[i].replaced;
		const char *path = guarded[i].path;
		is(written(a, path, true), made ? strerror(made) : "ok", "make %s", path);
		is(written(a, path, false), replaced ? strerror(replaced) : "ok",
		   "replace %s", path);
	}
	ok(holds(a, "outside/theirs", "theirs") && !file_exists(in_base(a, "nowhere")) &&
	           !file_exists(in_base(a, "outside/four")),
	   "nothing was written behind a link");
	ok(holds(a, "course/there", "new") && mode_of(a, "course/there") == 0640,
	   "what is replaced keeps its permissions");
	ok(!file_exists(in_base(a, planted)), "nothing is left over");
	ok(!file_has_no_link(in_base(a, "course"), "alias") &&
	           file_has_no_link(in_base(a, "course"), "absent/x") &&
	           file_has_no_link(in_base(a, "course"), "real"),
	   "links are seen beforehand");
}

static void test_folders(struct arena *a)
{
	ok(file_make_folder(in_base(a, "x/y/z")) && file_is_folder(in_base(a, "x/y/z")),
	   "a folder and its parents");
	ok(file_make_folder(in_base(a, "x/y/z")), "that are there");
	ok(file_make_folder(in_base(a, "x/q/")) && file_is_folder(in_base(a, "x/q")),
	   "with a slash");
	ok(!file_make_folder(in_base(a, "five")) && errno == EEXIST,
	   "not where a file is");
	ok(!file_make_folder(in_base(a, "five/x")) && errno == ENOTDIR, "nor below one");
	ok(file_make_parents(in_base(a, "p/q/file")) &&
	           file_is_folder(in_base(a, "p/q")) &&
	           !file_exists(in_base(a, "p/q/file")),
	   "the folders on the way to a file");
	ok(file_make_parents("file") && file_make_parents("/file"),
	   "of which there may be none");
	ok(file_exists(in_base(a, "five")) && file_exists(base) &&
	           !file_exists(in_base(a, "absent")),
	   "what exists");
	ok(symlink("nowhere", in_base(a, "dead")) == 0 &&
	           file_exists(in_base(a, "dead")) && !file_is_folder(in_base(a, "dead")),
	   "a dead link exists");
	ok(symlink("x", in_base(a, "folder-link")) == 0 &&
	           file_is_folder(in_base(a, "folder-link")) &&
	           !file_is_folder(in_base(a, "five")),
	   "a link to a folder is one");
}

static bool is_kept(struct arena *a)
{
	return file_exists(in_base(a, "kept/deep/file"));
}

static void test_removing(struct arena *a)
{
	file_make_folder(in_base(a, "kept/deep"));
	writes(a, "kept/deep/file", "a");
	file_make_folder(in_base(a, "gone/a/b"));
	writes(a, "gone/a/b/file", "a");
	bool has_links = symlink("../../kept", in_base(a, "gone/a/folder")) == 0 &&
	                 symlink("../kept/deep/file", in_base(a, "gone/file")) == 0 &&
	                 symlink("nowhere", in_base(a, "gone/dead")) == 0 &&
	                 symlink("..", in_base(a, "gone/up")) == 0;
	ok(has_links && file_remove_tree(in_base(a, "gone")) &&
	           !file_exists(in_base(a, "gone")),
	   "a tree with links is removed");
	ok(is_kept(a), "what the links lead to stays");
	ok(symlink("kept", in_base(a, "alias")) == 0 &&
	           file_remove_tree(in_base(a, "alias")) &&
	           !file_exists(in_base(a, "alias")) && is_kept(a),
	   "of a link to a folder only the link goes");
	ok(symlink("kept", in_base(a, "alias")) == 0, "there is such a link again");
	file_remove_tree(in_base(a, "alias/"));
	ok(is_kept(a), "a slash behind its name makes no difference");
	ok(file_remove_tree(in_base(a, "five")) && !file_exists(in_base(a, "five")),
	   "a file");
	ok(file_remove_tree(in_base(a, "absent")), "what is not there is gone");
	file_make_folder(in_base(a, "slash/a"));
	ok(file_remove_tree(in_base(a, "slash/")) && !file_exists(in_base(a, "slash")),
	   "a folder named with a slash");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	if (!mkdtemp(base))
		return 1;
	test_paths(&a);
	test_reading(&a);
	test_writing(&a);
	test_guarded(&a);
	test_folders(&a);
	test_removing(&a);
	ok(file_remove_tree(base) && !file_exists(base), "all is cleaned up");
	arena_release(&a);
	return finish();
}
