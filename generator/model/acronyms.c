#include "model/acronyms.h"

#include <string.h>

#include "base/text.h"

enum { LEAST_CAPITALS = 2, MOST_CAPITALS = 6, LARGEST_GLOSSARY = 1 << 20 };

static bool is_capital(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) ||
	       c == 0x152;
}

static bool is_part(uint32_t c)
{
	bool is_below = c >= 0x2080 && c <= 0x2089; /* CO₂ */
	return text_is_letter(c) || text_is_digit(c) || c == '_' || is_below;
}

bool acronym_word_next(const char *text, size_t len, size_t *at,
                       struct acronym_word *word)
{
	const char *start = text + *at, *end = text + len, *p = start, *stop;
	uint32_t c = 0, last = 0;
	int n = 0, n_capitals = 0;
	while (p < end && !is_part(text_next(&p, end)))
		start = p;
	for (p = stop = start; p < end && is_part(c = text_next(&p, end)); stop = p) {
		n++;
		n_capitals += is_capital(c);
		last = c;
	}
	*at = (size_t)(stop - text);
	bool is_plural = last == 's' && n_capitals == n - 1;
	*word = (struct acronym_word){.start = (size_t)(start - text),
	                              .end = *at - is_plural};
	word->is_capitals = n_capitals >= LEAST_CAPITALS && n_capitals == n - is_plural;
	word->is_acronym = word->is_capitals && n_capitals <= MOST_CAPITALS;
	return n > 0;
}

/* The acronyms of a term, or of its other forms. */
static void add_line(struct site *site, const char *line, size_t len)
{
	struct acronym_word word;
	for (size_t at = 0; acronym_word_next(line, len, &at, &word);) {
		if (!word.is_acronym)
			continue;
		const char *name =
			arena_copy(site->arena, line + word.start, word.end - word.start);
		map_put_string(&site->acronyms, name, (void *)(uintptr_t)name);
	}
}

static bool is_term(const char *line, size_t len)
{
	static const char other_forms[] = "autres formes";
	char start[sizeof other_forms];
	if (len > 3 && memcmp(line, "## ", 3) == 0)
		return true;
	if (len < sizeof start)
		return false;
	memcpy(start, line, sizeof start - 1);
	start[sizeof start - 1] = '\0';
	return text_same(start, other_forms);
}

void acronyms_load(struct site *site)
{
	struct arena scratch = ARENA_PRIVATE;
	site->acronyms = map_new(site->arena);
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		struct bytes bytes;
		if (page->type != PAGE_GLOSSARY ||
		    !source_read(&site->source, &scratch, page->file, LARGEST_GLOSSARY,
		                 &bytes))
			continue;
		const char *at = bytes.data, *end = bytes.data + bytes.len;
		while (at < end) {
			const char *newline = memchr(at, '\n', (size_t)(end - at));
			size_t len = (size_t)((newline ? newline : end) - at);
			if (is_term(at, len))
				add_line(site, at, len);
			at += len + 1;
		}
	}
	arena_release(&scratch);
}

bool acronym_is_in_glossary(const struct site *site, const char *name)
{
	return map_find_string(&site->acronyms, name) != NULL;
}
