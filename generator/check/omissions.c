#include "check/omissions.h"

#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/front.h"
#include "course/keys.h"
#include "course/page_kinds.h"
#include "words/diag.h"
#include "words/message_names.h"

enum {
	FEWEST_TYPED = 2, /* one other page is no custom yet */
	LEAST_PAGES = 5,  /* of a course for each one that is empty */
};

static const char *skip_blank(const char *at, const char *end)
{
	while (at < end && strchr(" \t\r\n", *at))
		at++;
	return at;
}

bool omissions_is_empty(const struct front_matter *f)
{
	const char *end = f->body + f->body_len, *at = skip_blank(f->body, end);
	if (end - at > 1 && at[0] == '#' && at[1] == ' ') {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		at = skip_blank(newline ? newline : end, end);
	}
	return at == end;
}

/* A page without text that lists pages below it, or all sheets, says something all the
 * same. */
static bool says_nothing(const struct page *page)
{
	return page->has_no_text && !page->entry->first_child &&
	       page->listing == LISTING_NONE && page->state == STATE_PUBLISHED;
}

/* A course with many empty pages is a draft: its author knows of them. */
static void check_texts(struct site *site)
{
	size_t n = 0;
	for (size_t i = 0; i < site->n_listed; i++)
		n += says_nothing(&site->pages[i]);
	for (size_t i = 0; n <= site->n_listed / LEAST_PAGES && i < site->n_listed; i++)
		if (says_nothing(&site->pages[i]))
			diag_report(site->diag, MSG_PAGE_EMPTY,
			            (struct place){site->pages[i].shown_path, 0, 0},
			            NULL);
}

/* The pages of one folder. */
struct tally {
	const struct page *typed;   /* one that has a type; NULL: none */
	const struct page *without; /* one that has none */
	size_t n_typed, n_without;
	bool is_mixed; /* of several types */
};

static bool has_type(const struct page *page)
{
	return page->front->type != CHOICE_NONE;
}

static void count(struct tally *t, const struct page *page)
{
	if (!has_type(page)) {
		t->without = page;
		t->n_without++;
		return;
	}
	t->is_mixed |= t->typed && t->typed->type != page->type;
	t->typed = page;
	t->n_typed++;
}

static struct tally *tally_of(struct map *tallies, struct arena *a,
                              const struct page *page)
{
	const char *folder = path_folder(a, page->path);
	struct tally *t = map_find_string(tallies, folder);
	if (!t) {
		t = arena_alloc(a, sizeof *t);
		*t = (struct tally){0};
		map_put_string(tallies, folder, t);
	}
	return t;
}

/* Whether a page lacks the type of all the others in its folder. */
static bool is_odd_one_out(const struct tally *t, const struct page *page)
{
	return t->without == page && t->n_without == 1 && t->n_typed >= FEWEST_TYPED &&
	       !t->is_mixed && !page->has_lost_header;
}

/* A README.md stands for its folder: it is not one of the pages in it. */
static bool is_in_folder(const struct page *page)
{
	return strcmp(path_name(page->path), "README.md") != 0;
}

static void check_types(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	struct map tallies = map_new(&scratch);
	for (size_t i = 0; i < site->n_listed; i++)
		if (is_in_folder(&site->pages[i]))
			count(tally_of(&tallies, &scratch, &site->pages[i]),
			      &site->pages[i]);
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		if (!is_in_folder(page) || has_type(page))
			continue;
		const struct tally *t = tally_of(&tallies, &scratch, page);
		if (is_odd_one_out(t, page))
			diag_report(site->diag, MSG_TYPE_MISSING,
			            (struct place){page->shown_path, 0, 0},
			            page_kinds[t->typed->type].name, NULL);
	}
	arena_release(&scratch);
}

/* The bytes of "Chapitre 3. " or "3. " at the start of a title; 0: none. */
static size_t number_length(const char *title)
{
	static const char *const words[] = {"chapitre ", "module ",  "partie ",
	                                    "lecon ",    "chapter ", "part "};
	size_t at = 0;
	for (size_t i = 0; i < COUNT(words) && !at; i++)
		at = text_start_length(title, strlen(title), words[i]);
	size_t digits = strspn(title + at, "0123456789");
	size_t behind = at + digits + strspn(title + at + digits, " ");
	return digits && digits < 4 && title[behind] && strchr(".:)", title[behind])
	               ? behind + 1
	               : 0;
}

/* Titles of a course's pages: each its own, and without the number that the table of
 * contents gives. */
static void check_titles(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	struct map titles = map_new(&scratch);
	for (size_t i = 0; site->is_course && i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		struct place at = {page->shown_path, 0, 0};
		const char *form = text_fold(&scratch, page->title);
		if (!page_kinds[page->type].is_of_course)
			continue;
		if (page->type == PAGE_CHAPTER && number_length(form))
			diag_report(site->diag, MSG_TITLE_NUMBERED, at, page->title,
			            NULL);
		const char *key = arena_format(&scratch, "%s\t%s", form,
		                               page_kinds[page->type].name);
		const struct page *other =
			map_put_string(&titles, key, (void *)(uintptr_t)page);
		if (other)
			diag_report(site->diag, MSG_TITLE_SAME, at, page->title,
			            other->path, NULL);
	}
	arena_release(&scratch);
}

void omissions_check(struct site *site)
{
	check_titles(site);
	check_texts(site);
	check_types(site);
}
