#include "site/stages.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "compose/compose.h"
#include "connect/connect.h"

#include "../tap.h"

/*
 * The recipe as a library: courses one behind the other and side by side in one
 * process give what processes of their own give, and a page can be made alone.
 */

/* Of tests/sites; each is copied, with the theme that it names. */
static const char *const names[] = {"faits-des-pages", "faits-d-un-quiz",
                                    "le-cours-en-une-page"};
static const char *courses[COUNT(names)];

static struct options options_of(const char *root, const char *out)
{
	return (struct options){.root = root,
	                        .out = out,
	                        .is_quiet = true,
	                        .jobs = 2,
	                        .page_seconds = 10};
}

/* The stages up to what all pages are known by. */
static bool read_course(struct stages *s, const struct options *o)
{
	stages_open(s, o);
	return stages_load(s) && stages_open_output(s);
}

static bool finish_course(struct stages *s)
{
	stages_read_history(s);
	bool ok = stages_compose(s);
	if (ok)
		stages_connect(s);
	ok = ok && stages_write(s);
	stages_close(s);
	return ok;
}

static bool run(struct arena *a, const char *command, const char *course, const char *out)
{
	return system(arena_format(a, command, course, out)) == 0;
}

/* In a process of its own, which has done nothing before. */
static bool build_alone(const char *course, const char *out)
{
	int status;
	fflush(NULL); /* or the child prints it once more */
	pid_t pid = fork();
	if (pid == 0) {
		struct options o = options_of(course, out);
		struct stages s;
		_exit(read_course(&s, &o) && finish_course(&s) ? 0 : 1);
	}
	return waitpid(pid, &status, 0) == pid && status == 0;
}

/* Whether a folder holds what such a process makes of the course. */
static bool is_as_alone(struct arena *a, const char *out)
{
	return run(a, "diff -r --exclude=.sommaire %s %s-alone >&2", out, out);
}

static void test_behind(struct arena *a, const char *folder)
{
	for (size_t i = 0; i < COUNT(courses); i++) {
		const char *out = arena_format(a, "%s/behind-%zu", folder, i);
		struct options o = options_of(courses[i], out);
		struct stages s;
		ok(build_alone(courses[i], arena_format(a, "%s-alone", out)), "alone");
		ok(read_course(&s, &o) && finish_course(&s), "%s is built", courses[i]);
		ok(is_as_alone(a, out), "as a process of its own builds it");
	}
}

static void test_beside(struct arena *a, const char *folder)
{
	struct stages all[COUNT(courses)];
	struct options o[COUNT(courses)];
	for (size_t i = 0; i < COUNT(courses); i++) {
		const char *out = arena_format(a, "%s/beside-%zu", folder, i);
		o[i] = options_of(courses[i], out);
		ok(build_alone(courses[i], arena_format(a, "%s-alone", out)), "alone");
		ok(read_course(&all[i], &o[i]), "%s is read beside others", courses[i]);
	}
	for (size_t i = COUNT(courses); i-- > 0;) {
		ok(finish_course(&all[i]), "and built");
		ok(is_as_alone(a, o[i].out), "as a process of its own does");
	}
}

static bool is_same(struct bytes one, struct bytes other)
{
	return one.len == other.len && memcmp(one.data, other.data, one.len) == 0;
}

/* Composed and laid out a second time, alone, in the process at hand. */
static bool is_same_alone(struct stages *s, const struct page *page)
{
	struct arena html = ARENA_PRIVATE;
	struct composer composer = {0};
	struct diag quiet = {.arena = &html};
	struct layout l = {.edition = &s->edition, .theme = &s->theme};
	struct bytes before = layout_render(&l, page, &html, &quiet);
	s->composed[page->number] = compose_page(&s->site, page, &s->arena, &composer);
	s->book.connected = connect_site(&s->site, s->book.composed, &s->arena, &quiet);
	bool same = is_same(before, layout_render(&l, page, &html, &quiet));
	composer_release(&composer);
	arena_release(&html);
	return same;
}

static void test_page_alone(struct arena *a, const char *folder)
{
	struct options o = options_of(courses[0], arena_format(a, "%s/alone", folder));
	struct stages s;
	bool is_ready = read_course(&s, &o) && stages_compose(&s);
	if (is_ready)
		stages_connect(&s);
	for (size_t i = 0; is_ready && i < s.site.n_listed; i++)
		ok(is_same_alone(&s, &s.site.pages[i]), "%s is made again alone",
		   s.site.pages[i].path);
	stages_close(&s);
}

static void copy_courses(struct arena *a, const char *folder)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		courses[i] = arena_format(a, "%s/%s", folder, names[i]);
		run(a, "cp -R tests/sites/%s/input %s", names[i], courses[i]);
		run(a, "mkdir -p %s/themes%s", courses[i], "");
		run(a, "cp -R tests/sites/%s %s/themes/faits", "theme", courses[i]);
	}
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	char folder[] = "/tmp/sommaire-stages-XXXXXX";
	if (!mkdtemp(folder))
		return 1;
	copy_courses(&a, folder);
	test_behind(&a, folder);
	test_beside(&a, folder);
	test_page_alone(&a, folder);
	run(&a, "rm -rf %s%s", folder, "");
	arena_release(&a);
	return finish();
}
