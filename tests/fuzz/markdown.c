/*
 * A page's text, with its front matter, tags and raw HTML: whatever it is, the
 * body is balanced and harmless HTML, and the same twice.
 */

#include "../body.h"
#include "fuzz.h"

#include "compose/compose.h"

enum { PIECE = 16 << 20 };

static struct body compose(struct course *c, const struct page *page,
                           struct arena *results, struct composer *composer)
{
	return compose_page(&c->site, page, results, composer)->body;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct course *course;
	static struct arena copy = ARENA_PRIVATE, store, empty;
	static struct composer composer;
	if (!course) {
		course = course_open();
		store = mapping_arena(course->mapping);
		store.chunk_size = PIECE;
		arena_alloc(&store, 1);
		empty = store;
	}
	const char *text = arena_copy(&copy, (const char *)data, size);
	course_set(course, "page.md", text, size);
	struct page page = *site_find_page(&course->site, "page.md");
	page.type = (enum page_type)(size % N_WRITTEN_TYPES);
	struct body body = compose(course, &page, &store, &composer);
	struct buf html = body_html(&body, &composer.scratch);
	html_check(html.data, html.len);
	struct body again = compose(course, &page, &store, &composer);
	REQUIRE(again.len == body.len && memcmp(again.bytes, body.bytes, body.len) == 0);
	arena_reset(&copy);
	/* What is published lies in the mapping, which is never given back: the piece is
	 * used again. */
	if (store.end == empty.end)
		memset(empty.at, 0, (size_t)(store.at - empty.at));
	else
		memset(empty.at, 0, (size_t)(empty.end - empty.at));
	store = empty;
	arena_reset(&composer.scratch);
	return 0;
}
