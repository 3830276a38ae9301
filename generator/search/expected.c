#include "search/expected.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "course/config.h"
#include "course/suggest.h"
#include "data/value.h"
#include "data/yaml.h"
#include "search/rank.h"
#include "words/message_names.h"

enum { LARGEST_EXPECTED = 1 << 20, FIRST_RESULTS = 3 };

static const char file[] = "recherche.yml";

void expected_read(struct site *site)
{
	struct bytes bytes;
	if (site_read_optional(site, file, LARGEST_EXPECTED, &bytes) != READING_DONE)
		return;
	site->expected =
		yaml_parse(site->arena, file, bytes.data, bytes.len, 1, site->diag);
}

static struct place place_of(const struct value *v)
{
	return (struct place){file, v->line, v->column};
}

/* The page that a query must bring. NULL, told: none, or one that search leaves out. */
static const struct page *page_of(const struct search_index *x, const struct site *site,
                                  const struct value *v, struct diag *d)
{
	if (v->kind != VALUE_TEXT || !*v->text) {
		diag_report(d, MSG_EXPECTED_FORM, place_of(v), NULL);
		return NULL;
	}
	const struct page *page = site_find_page(site, v->text);
	for (size_t i = 0; page && i < x->n_pages; i++)
		if (x->pages[i].page == page)
			return page;
	if (page)
		diag_report(d, MSG_EXPECTED_UNSEARCHED, place_of(v), v->text, NULL);
	else
		diag_report(d, MSG_EXPECTED_NO_PAGE, place_of(v), v->text,
		            suggest_page(site, v->text), NULL);
	return NULL;
}

static const char *list_pages(const struct search_index *x,
                              const struct search_result *results, size_t n,
                              struct arena *a)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; i < n; i++)
		buf_add_format(&b, "%s%s", i ? ", " : "",
		               x->pages[results[i].page].page->path);
	return buf_text(&b);
}

static void ask(const struct search_index *x, const struct value_entry *e,
                const struct page *page, struct diag *d)
{
	struct place at = {file, e->line, e->column};
	struct search_result results[MOST_RESULTS];
	size_t n = search_rank(x, e->key, results);
	if (n > FIRST_RESULTS)
		n = FIRST_RESULTS;
	for (size_t i = 0; i < n; i++)
		if (x->pages[results[i].page].page == page)
			return;
	struct arena scratch = ARENA_PRIVATE;
	if (n > 0)
		diag_report(d, MSG_EXPECTED_MISSED, at, e->key, page->path,
		            list_pages(x, results, n, &scratch), NULL);
	else
		diag_report(d, MSG_EXPECTED_NOTHING, at, e->key, page->path, NULL);
	arena_release(&scratch);
}

void expected_check(const struct search_index *x, const struct site *site, struct diag *d)
{
	const struct value *all = &site->expected;
	for (size_t i = 0; all->kind == VALUE_MAP && i < all->map->n; i++) {
		const struct value_entry *e = &all->map->entries[i];
		const struct page *page = page_of(x, site, &e->value, d);
		if (page)
			ask(x, e, page, d);
	}
}
