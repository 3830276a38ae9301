/*
 * The table of contents: every entry has a title and hangs in the tree, and no
 * page is listed twice.
 */

#include "fuzz.h"

#include "base/text.h"
#include "course/summary.h"

static void check_entries(const struct entry *parent)
{
	size_t n = 0;
	for (const struct entry *e = parent->first_child; e; e = e->next) {
		REQUIRE(e->parent == parent);
		REQUIRE(e->rank == n++);
		REQUIRE(e->kind != ENTRY_PAGE || e->path);
		REQUIRE(!e->url || !is_dangerous(e->url, e->url + strlen(e->url)));
		REQUIRE(!e->title ||
		        text_check(e->title, strlen(e->title)) == strlen(e->title));
		REQUIRE(e->next || parent->last_child == e);
		check_entries(e);
	}
	REQUIRE(n == parent->n_children);
}

static void check_once(const struct entry *root)
{
	struct arena arena = ARENA_PRIVATE;
	struct map seen = map_new(&arena);
	for (const struct entry *e = root->first_child; e; e = entry_next(e)) {
		if (!e->path)
			continue;
		REQUIRE(!map_find_string(&seen, e->path));
		map_put_string(&seen, e->path, (void *)e);
	}
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct course *course;
	static struct arena arena = ARENA_PRIVATE;
	if (!course)
		course = course_open();
	struct diag diag = {.arena = &arena};
	struct site site = course->site;
	site.arena = &arena;
	site.diag = &diag;
	course_set(course, "SUMMARY.md", arena_copy(&arena, (const char *)data, size),
	           size);
	const struct entry *root = summary_read(&site, "SUMMARY.md", "SUMMARY.md");
	if (root) {
		check_entries(root);
		check_once(root);
	}
	arena_reset(&arena);
	return 0;
}
