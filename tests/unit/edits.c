#include "base/edits.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../tap.h"

static char base[] = "/tmp/sommaire-edits-XXXXXX";

enum { MOST = 3 };

/* Edits of the file "a" that holds "0123456789", and what it holds then; NULL: they do
 * not go together, and the first ones are there alone. */
/* clang-format off */
static const struct {
	const char *name;
	struct { size_t start; const char *old, *fresh; } edits[MOST];
	const char *text;
	bool is_refused; /* the last one */
} cases[] = {
	{"one", {{2, "23", "x"}}, "01x456789", false},
	{"in any order", {{8, "89", "z"}, {0, "01", "a"}}, "a234567z", false},
	{"insertions", {{0, "", "<"}, {10, "", ">"}}, "<0123456789>", false},
	{"insertions at one place, as they came", {{5, "", "a"}, {5, "", "b"}}, "01234ab56789", false},
	{"the same twice", {{5, "5", "a"}, {5, "5", "a"}}, "01234a6789", false},
	{"side by side", {{4, "45", "a"}, {6, "67", "b"}}, "0123ab89", false},
	{"an insertion at an edge", {{4, "45", "a"}, {6, "", "b"}}, "0123ab6789", false},
	{"taken out", {{0, "0123456789", ""}}, "", false},
	{"over another", {{4, "456", "a"}, {6, "67", "b"}}, "0123a789", true},
	{"another cure of the same bytes", {{4, "4", "a"}, {4, "4", "b"}}, "0123a56789", true},
	{"an insertion within", {{4, "456", "a"}, {5, "", "b"}}, "0123a789", true},
	{"other bytes", {{4, "45", "a"}, {7, "8", "b"}}, "0123a6789", true},
	{"behind the end", {{4, "45", "a"}, {10, "x", "b"}}, "0123a6789", true},
	{"far behind the end", {{4, "45", "a"}, {11, "", "b"}}, "0123a6789", true},
};
/* clang-format on */

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){text, strlen(text)};
}

static void put(struct arena *a, const char *path, const char *text)
{
	file_write(path_join(a, base, path), text, strlen(text));
}

static const char *text_of(struct arena *a, const char *path)
{
	struct bytes b;
	return file_read(a, path_join(a, base, path), 100, &b) ? b.data : NULL;
}

static bool add(struct edits *e, const char *path, size_t start, const char *old)
{
	struct edit edit = {path, start, bytes_of(old), bytes_of("x")};
	return edits_add(e, &edit, 1);
}

static void test_texts(struct arena *a)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct edits e = {.arena = a, .root = base};
		bool was_added = true;
		put(a, "a", "0123456789");
		chmod(path_join(a, base, "a"), 0640);
		for (size_t k = 0; k < MOST && cases[i].edits[k].old; k++) {
			struct edit edit = {"a", cases[i].edits[k].start,
			                    bytes_of(cases[i].edits[k].old),
			                    bytes_of(cases[i].edits[k].fresh)};
			was_added = edits_add(&e, &edit, 1);
		}
		struct stat st;
		ok(was_added != cases[i].is_refused, "%s: %s", cases[i].name,
		   cases[i].is_refused ? "refused" : "added");
		ok(edits_apply(&e) && !e.failed, "%s: made", cases[i].name);
		is(text_of(a, "a"), cases[i].text, "%s", cases[i].name);
		ok(stat(path_join(a, base, "a"), &st) == 0 && (st.st_mode & 0777) == 0640,
		   "%s: permissions stay", cases[i].name);
	}
}

/* Some that belong together are there as a whole, or not at all. */
static void test_groups(struct arena *a)
{
	struct edits e = {.arena = a, .root = base};
	put(a, "a", "0123");
	struct edit edits[] = {{"a", 0, bytes_of("0"), bytes_of("x")},
	                       {"a", 1, bytes_of("9"), bytes_of("x")}};
	ok(!edits_add(&e, edits, 2) && e.n_edits == 0, "one that is refused takes all");
	edits[1] = (struct edit){"a", 0, bytes_of("01"), bytes_of("y")};
	ok(!edits_add(&e, edits, 2) && e.n_edits == 0, "two in the way of each other");
}

static void test_refusals(struct arena *a)
{
	struct edits e = {.arena = a, .root = base};
	put(a, "a", "0123");
	put(a, "closed", "0123");
	chmod(path_join(a, base, "closed"), 0444);
	if (symlink("a", path_join(a, base, "link")) == 0)
		ok(!add(&e, "link", 0, "0") && !edits_bytes(&e, "link") && errno == ELOOP,
		   "a link");
	if (symlink(".", path_join(a, base, "folder")) == 0)
		ok(!edits_bytes(&e, "folder/a") && errno == ELOOP, "behind a link");
	if (mkfifo(path_join(a, base, "pipe"), 0600) == 0)
		ok(!edits_bytes(&e, "pipe") && errno == EINVAL, "a pipe");
	ok(!edits_bytes(&e, "closed") && errno == EACCES, "a file that nobody may write");
	ok(!edits_bytes(&e, "none") && errno == ENOENT, "no file");
	ok(!edits_bytes(&e, "../x") && errno == EXDEV, "a file outside");
	ok(!edits_rename(&e, "a", "closed"), "a name that is taken");
	ok(!edits_rename(&e, "link", "other"), "a link is not renamed");
}

/* What is refused when changes are made leaves all files as they were. */
static void test_all_or_nothing(struct arena *a)
{
	struct edits e = {.arena = a, .root = base};
	put(a, "a", "0123");
	put(a, "b", "0123");
	ok(add(&e, "a", 0, "0") && add(&e, "b", 0, "0"), "two files");
	put(a, "b", "01234");
	ok(!edits_apply(&e) && errno == ESTALE && strcmp(e.failed, "b") == 0,
	   "one that changed meanwhile is refused");
	is(text_of(a, "a"), "0123", "the other one is as before");
	is(text_of(a, "b"), "01234", "it is as somebody left it");

	struct edits names = {.arena = a, .root = base};
	ok(add(&names, "a", 0, "0") && edits_rename(&names, "b", "c"), "a new name");
	put(a, "c", "mine");
	ok(!edits_apply(&names) && errno == EEXIST, "taken meanwhile");
	is(text_of(a, "a"), "0123", "what was changed by then is put back");
	is(text_of(a, "c"), "mine", "who has the name keeps it");
	unlink(path_join(a, base, "c"));

	struct edits again = {.arena = a, .root = base};
	ok(add(&again, "b", 0, "0") && edits_rename(&again, "b", "c") &&
	           edits_rename(&again, "b", "c") && edits_apply(&again),
	   "changed and renamed, which was said twice");
	is(text_of(a, "c"), "x1234", "the new name has the new text");
	is(text_of(a, "b"), NULL, "the old name is gone");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	if (!mkdtemp(base))
		return 1;
	test_texts(&a);
	test_groups(&a);
	test_refusals(&a);
	test_all_or_nothing(&a);
	file_remove_tree(base);
	arena_release(&a);
	return finish();
}
