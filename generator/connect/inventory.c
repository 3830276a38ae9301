#include "connect/inventory.h"

#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/site.h"

/* Words of one or two letters, articles mostly, do not tell titles apart. */
enum { SHORTEST_WORD = 3 };

/* The next word of a folded title, from `*at`, which moves behind it; NULL: no more. */
static const char *next_word(const char **at, size_t *len)
{
	const char *word = NULL, *end = *at + strlen(*at);
	*len = 0;
	while (*at < end) {
		const char *start = *at;
		uint32_t c = text_next(at, end);
		bool is_part = text_is_letter(c) || text_is_digit(c);
		if (!is_part && word)
			break;
		if (is_part && !word)
			word = start;
		if (is_part)
			*len = (size_t)(*at - word);
	}
	return word;
}

static bool has_word(const char *title, const char *word, size_t len)
{
	size_t n;
	for (const char *other; (other = next_word(&title, &n));)
		if (n == len && memcmp(other, word, len) == 0)
			return true;
	return false;
}

/* Whether one folded title has words, and all of them stand in another. */
static bool is_within(const char *part, const char *whole)
{
	bool has_some = false;
	size_t len;
	for (const char *word; (word = next_word(&part, &len));) {
		if (len < SHORTEST_WORD && !text_is_digit((unsigned char)*word))
			continue;
		if (!has_word(whole, word, len))
			return false;
		has_some = true;
	}
	return has_some;
}

/* Behind "Chapitre 1. " or "Étude de cas : ", which menus put before titles. */
static const char *without_lead(const char *title)
{
	const char *stop = strstr(title, ". "), *colon = strstr(title, ": ");
	if (!stop || (colon && colon < stop))
		stop = colon;
	return stop ? stop + 2 : title;
}

/* Whether the menu's title is the page's, made shorter or with a lead before it. One of
 * the same words, which other accents or capitals part, is a slip. */
static bool is_meant(const char *title, const char *nav_title)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *whole = text_fold(&scratch, title);
	const char *menu = text_fold(&scratch, nav_title);
	const char *rest = without_lead(menu);
	bool is_short = is_within(rest, whole) || is_within(menu, whole);
	bool is_slip = rest == menu && is_within(whole, menu);
	arena_release(&scratch);
	return is_short && !is_slip;
}

static void report_title(const struct book *book, const struct page *page, struct diag *d)
{
	bool is_same = !page->entry || page == book->site->home ||
	               strcmp(page->title, page->nav_title) == 0;
	if (!is_same && !is_meant(page->title, page->nav_title))
		diag_report(d, MSG_TITLE_DIFFERS, (struct place){page->shown_path, 0, 0},
		            page->title, page->nav_title, NULL);
}

static void report_file(const struct book *book, size_t number, struct diag *d)
{
	const struct asset *asset = &book->site->assets[number];
	if (book->connected->uses_asset[number])
		return;
	struct place at = {
		path_join(d->arena, book->site->config.content, asset->file->path), 0, 0};
	diag_report(d, MSG_FILE_UNUSED, at, NULL);
}

void inventory_report(const struct book *book, struct diag *d)
{
	for (size_t i = 0; i < book->site->n_listed; i++)
		report_title(book, &book->site->pages[i], d);
	for (size_t i = 0; i < book->site->n_assets; i++)
		report_file(book, i, d);
}
