#include "source/source.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../tap.h"
#include "base/buf.h"

/*
 * One small course, on disk and as a git tree: both sources must list the
 * same files and say the same things. What a source says is told as one
 * string: a line a file, then a line a report.
 */

#define NFD "e\xcc\x81te\xcc\x81.md" /* été.md as macOS writes it */
#define NFC "\xc3\xa9t\xc3\xa9.md"
#define PNG                                                                              \
	"\x89PNG\r\n\x1a\n\0\0\0\x0d"                                                    \
	"IHDR\0\0\0\5\0\0\0\7\x08\6\0\0\0"
#define TEXT(literal) literal, sizeof literal - 1

/* clang-format off */
static const struct { const char *path, *text; size_t len; } files[] = {
	{"README.md",             TEXT("# Accueil\n")},
	{"SUMMARY.md",            TEXT("* [Accueil](README.md)\n")},
	{"a.md",                  TEXT("a\n")},
	{"a/b.md",                TEXT("b\n")},
	{"a/c/d.md",              TEXT("d\n")},
	{"a/e/f.md",              TEXT("f\n")},
	{"a/i.png",               TEXT(PNG)},
	{"a/i.svg",               TEXT("<svg width='3' height='4'/>")},
	{"a/plan.pdf",            TEXT("%PDF-")},
	{NFD,                     TEXT("chaud\n")},
	{".gitbook/assets/i.txt", TEXT("i\n")},
	{"node_modules/x.md",     TEXT("x\n")},
	{"a/node_modules/y.md",   TEXT("y\n")},
	{".sommaire/manifest",    TEXT("z\n")},
};

static const struct { const char *path, *target; } links[] = {
	{"alias.md",   "a/b.md"},
	{"a/up.md",    "../README.md"},
	{"sub",        "a/e/"},
	{"twice.md",   "alias.md"},
	{"a/c/back",   ".."},
	{"whole",      "."},
	{"loop.md",    "loop.md"},
	{"dead.md",    "nowhere.md"},
	{"absolute",   "/etc"},
	{"hidden.md",  "node_modules/x.md"},
	{"outside.md", "../../../../../../../../etc/passwd"},
};

static const char expected[] =
	".gitbook/assets/i.txt\nREADME.md\nSUMMARY.md\na.md\na/b.md\na/c/d.md\na/e/f.md\na/i.png\n"
	"a/i.svg\na/plan.pdf\na/up.md\nalias.md\n" NFD "\nsub/f.md\ntwice.md\n"
	"lien-en-boucle a/c/back\nlien-hors-dossier absolute\nlien-hors-dossier dead.md\n"
	"lien-hors-dossier hidden.md\nlien-en-boucle loop.md\nlien-hors-dossier outside.md\n"
	"lien-en-boucle whole\n";
/* clang-format on */

static char base[] = "/tmp/sommaire-source-XXXXXX";

static char *in_base(struct arena *a, const char *path)
{
	return path_join(a, base, path);
}

static void make_course(struct arena *a, const char *folder)
{
	for (size_t i = 0; i < COUNT(files); i++) {
		const char *path = path_join(a, in_base(a, folder), files[i].path);
		if (!file_make_parents(path) ||
		    !file_write(path, files[i].text, files[i].len))
			diag("%s cannot be written", path);
	}
	for (size_t i = 0; i < COUNT(links); i++)
		if (symlink(links[i].target,
		            path_join(a, in_base(a, folder), links[i].path)) < 0)
			diag("%s cannot be linked", links[i].path);
}

/* Runs a command of the shell in a folder of the base; true when it ended well. */
static bool shell(struct arena *a, const char *folder, const char *command)
{
	const char *line =
		arena_format(a, "exec 2>&1; cd '%s' && %s", in_base(a, folder), command);
	FILE *p = popen(line, "r");
	char text[500];
	while (p && fgets(text, sizeof text, p))
		diag("%.*s", (int)strcspn(text, "\n"), text);
	return p && pclose(p) == 0;
}

static const char *told(struct arena *a, const struct source *s, struct diag *d,
                        const char *root)
{
	struct buf b = buf_new(a);
	size_t len = strlen(root);
	for (size_t i = 0; i < s->n; i++)
		buf_add_format(&b, "%s\n", s->files[i].path);
	diag_sort(d);
	for (size_t i = 0; i < d->n; i++) {
		const char *path = d->findings[i].at.path ? d->findings[i].at.path : "";
		bool is_inside = strncmp(path, root, len) == 0 && path[len] == '/';
		buf_add_format(&b, "%s %s\n", message_code(d->findings[i].message),
		               path + (is_inside ? len + 1 : 0));
	}
	return buf_text(&b);
}

static const char *open_folder(struct arena *a, struct source *s, const char *folder,
                               const char *skip)
{
	struct diag d = {.arena = a};
	const char *root = in_base(a, folder);
	bool opened = source_open_folder(s, a, root, skip, &d);
	return arena_format(a, "%s%s", opened ? "" : "false\n", told(a, s, &d, root));
}

static const char *open_tree(struct arena *a, struct source *s, const char *folder,
                             const char *revision)
{
	struct diag d = {.arena = a};
	const char *root = in_base(a, folder);
	bool opened = source_open_tree(s, a, root, &(struct source_git){revision, 0}, &d);
	return arena_format(a, "%s%s", opened ? "" : "false\n", told(a, s, &d, root));
}

static void test_folder(struct arena *a)
{
	struct source s;
	struct bytes text;
	make_course(a, "course");
	is(open_folder(a, &s, "course", NULL), expected, "a folder");
	ok(source_find(&s, "a/b.md") && !source_find(&s, "a/x.md"),
	   "files are found by path");
	struct source_file *f = map_find_string(&s.by_nfc, NFC);
	is(f ? f->path : NULL, NFD, "a name in NFD is found by NFC");
	ok(source_read(&s, a, source_find(&s, "a.md"), 10, &text) &&
	           strcmp(text.data, "a\n") == 0,
	   "a file is read");
	ok(!source_read(&s, a, source_find(&s, "README.md"), 3, &text) && errno == EFBIG,
	   "a file too large is not read");
	source_close(&s);
}

static void test_odd_folders(struct arena *a)
{
	struct source s;
	is(open_folder(a, &s, "absent", NULL),
	   arena_format(a, "false\ndossier-illisible %s/absent\n", base),
	   "no such folder");
	is(open_folder(a, &s, "course/a.md", NULL),
	   arena_format(a, "false\ndossier-illisible %s/course/a.md\n", base), "a file");

	shell(a, ".",
	      "mkdir -p out/build/site/deep && touch out/a.md out/build/site/deep/b.md "
	      "&& "
	      "ln -s build/site/deep out/seen && mkfifo out/pipe");
	is(open_folder(a, &s, "out", in_base(a, "out/build/site")),
	   "a.md\nlien-hors-dossier seen\n",
	   "the output is skipped, a link into it refused, a pipe left out");
	is(open_folder(a, &s, "out", in_base(a, "nothing")),
	   "a.md\nbuild/site/deep/b.md\nseen/b.md\n", "an output that is not there yet");

	shell(a, ".",
	      "mkdir -p two/a two/b && touch two/a/x.md && ln -s ../b two/a/b && "
	      "ln -s ../a two/b/a");
	is(open_folder(a, &s, "two", NULL),
	   "a/x.md\nb/a/x.md\nlien-en-boucle a/b/a\nlien-en-boucle b/a/b\n",
	   "folders that link to each other");

	shell(a, ".",
	      "mkdir deep && cd deep && p=. && for i in $(seq 250); do p=$p/d; done && "
	      "mkdir -p $p && touch $p/x.md");
	const char *deep = open_folder(a, &s, "deep", NULL);
	ok(strncmp(deep, "dossier-illisible d/d/", 22) == 0,
	   "folders too deep are reported");

	shell(a, ".",
	      "mkdir bomb && cd bomb && mkdir $(seq 0 20) && touch 20/x.md && "
	      "for i in $(seq 0 19); do ln -s ../$((i+1)) $i/a; ln -s ../$((i+1)) $i/b; "
	      "done");
	open_folder(a, &s, "bomb", NULL);
	ok(s.n <= 1001, "links that multiply are followed a thousand times");
}

#define GIT "git -c user.name=A -c user.email=a@b.c -c core.precomposeunicode=false "

static void test_tree(struct arena *a)
{
	struct source s;
	struct bytes text;
	shell(a, "course",
	      GIT "init -q -b main . && " GIT "add -f . && " GIT "commit -qm a && "
	          "rm -rf a README.md && git clone -q --bare . ../bare.git");
	is(open_tree(a, &s, "course", "main"), expected,
	   "a tree; the work tree is not looked at");
	const struct source_file *f = source_find(&s, "sub/f.md");
	is(f ? f->text.data : NULL, "f\n", "text is read at once, through links too");
	f = source_find(&s, "a/i.png");
	ok(f && f->width == 5 && f->height == 7 && !f->text.data, "an image is measured");
	f = source_find(&s, "a/i.svg");
	ok(f && f->width == 3 && f->height == 4 && f->text.data,
	   "an SVG is measured, and text");
	f = source_find(&s, "a/plan.pdf");
	ok(f && !f->text.data && f->size == 5 && source_read(&s, a, f, 5, &text) &&
	           strcmp(text.data, "%PDF-") == 0,
	   "other files are read on request");
	ok(f && !source_read(&s, a, f, 4, &text) && errno == EFBIG, "but none too large");
	source_close(&s);
	is(open_tree(a, &s, "bare.git", "HEAD"), expected, "a bare repository");
	source_close(&s);
	shell(a, "course", "git checkout -q . && " GIT "tag -am t v1");
	is(open_tree(a, &s, "course/a/e", "v1"), "f.md\n",
	   "a folder of the repository, by a tag");
	is(s.prefix, "a/e/", "knows its path in the repository");
	source_close(&s);
}

static void test_odd_trees(struct arena *a)
{
	struct source s;
	is(open_tree(a, &s, ".", "main"), "false\ndepot-absent \n", "no repository");
	is(open_tree(a, &s, "course", "nothing"), "false\nversion-absente \n",
	   "no such revision");
	is(open_tree(a, &s, "course", "HEAD:a.md"), "false\nversion-absente \n",
	   "a file's revision");
	shell(a, "course", "mkdir new && touch new/x.md");
	is(open_tree(a, &s, "course/new", "HEAD"), "false\nversion-absente \n",
	   "a folder that the revision lacks");

	shell(a, ".",
	      GIT
	      "init -q lost && cd lost && printf a >a.md && printf b >b.md && "
	      "printf c >c.pdf && " GIT "add . && " GIT "commit -qm a && "
	      "for f in b.md c.pdf; do id=$(git hash-object $f); "
	      "rm -f .git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-); done");
	is(open_tree(a, &s, "lost", "HEAD"),
	   "a.md\ncontenu-absent b.md\ncontenu-absent c.pdf\n",
	   "missing blobs are left out");
	source_close(&s);

	bool is_root = geteuid() == 0;
	if (is_root && shell(a, ".", GIT "init -q theirs && chown -R 12345 theirs"))
		is(open_tree(a, &s, "theirs", "HEAD"), "false\ndepot-etranger \n",
		   "a foreign owner");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	if (!mkdtemp(base))
		return 1;
	setenv("HOME", base, 1); /* nobody's own settings */
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	test_folder(&a);
	test_odd_folders(&a);
	test_tree(&a);
	test_odd_trees(&a);
	arena_release(&a);
	file_remove_tree(base);
	return finish();
}
