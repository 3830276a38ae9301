#include "report/report_gitbook.h"

#include <ctype.h>
#include <string.h>

#include "base/file.h"
#include "data/value.h"
#include "source/source.h"

enum where {
	IN_FRONT, /* a key of the front matter */
	IN_TAG,   /* {% name %} */
	IN_TAGS,  /* {% name… %} */
	IN_FENCE, /* a fence that names this language; "": any */
	IN_TEXT,  /* these very characters */
};

/* clang-format off */
static const struct {
	enum where where;
	const char *sign;
	enum sentence text;
} rows[N_DIFFERENCES] = {
	{IN_TAG, "if", SAY_GITBOOK_IF},
	{IN_FRONT, "noIndex", SAY_GITBOOK_NOINDEX},
	{IN_TAG, "embed", SAY_GITBOOK_EMBED},
	{IN_TAGS, "openapi", SAY_GITBOOK_OPENAPI},
	{IN_TAGS, "swagger", SAY_GITBOOK_SWAGGER},
	{IN_TAGS, "@", SAY_GITBOOK_INTEGRATION},
	{IN_FENCE, "", SAY_GITBOOK_CODE},
	{IN_FENCE, "mermaid", SAY_GITBOOK_MERMAID},
	{IN_TEXT, "$$", SAY_GITBOOK_FORMULA},
	{IN_FRONT, "cover", SAY_GITBOOK_COVER},
	{IN_FRONT, "icon", SAY_GITBOOK_ICON},
	{IN_TEXT, "<i class=\"fa-", SAY_GITBOOK_ICON_IN_TEXT},
	{IN_FRONT, "layout", SAY_GITBOOK_LAYOUT},
};
/* clang-format on */

static void add_page(struct arena *a, struct difference *d, const struct page *page)
{
	struct page_list *l = &d->pages;
	if (l->n == 0 || l->items[l->n - 1] != page)
		ARRAY_ADD(a, l->items, l->n, l->cap, page);
}

/* Whether a line holds the tag: "{% embed url=…", or a tag that starts so. */
static bool has_tag(const char *line, size_t len, const char *name, bool is_start)
{
	size_t n = strlen(name);
	const char *end = line + len, *at = line;
	while ((at = memmem(at, (size_t)(end - at), "{%", 2))) {
		for (at += 2; at < end && *at == ' '; at++)
			;
		if ((size_t)(end - at) <= n || memcmp(at, name, n) != 0)
			continue;
		if (is_start || strchr(" %", at[n]))
			return true;
	}
	return false;
}

static bool line_has(size_t row, const char *line, size_t len)
{
	const char *sign = rows[row].sign;
	switch (rows[row].where) {
	case IN_TAG: return has_tag(line, len, sign, false);
	case IN_TAGS: return has_tag(line, len, sign, true);
	case IN_TEXT: return memmem(line, len, sign, strlen(sign)) != NULL;
	case IN_FENCE:
	case IN_FRONT: break;
	}
	return false;
}

/* How many backquotes or tildes open a fence; 0: the line is none. */
static size_t fence_length(const char *line, size_t len)
{
	size_t start = 0, n = 0;
	while (start < len && line[start] == ' ')
		start++;
	char c = start < len ? line[start] : ' ';
	while ((c == '`' || c == '~') && start + n < len && line[start + n] == c)
		n++;
	return n > 2 ? start + n : 0;
}

/* Whether what follows a fence names a language: this one, or any that has no row. */
static bool names_language(const char *info, size_t len, const char *language)
{
	size_t n = 0;
	while (n < len && !strchr(" \t\r,{", info[n]))
		n++;
	if (*language)
		return n == strlen(language) && memcmp(info, language, n) == 0;
	for (size_t i = 0; i < N_DIFFERENCES; i++)
		if (rows[i].where == IN_FENCE && *rows[i].sign &&
		    names_language(info, len, rows[i].sign))
			return false;
	return n > 0 && isalpha((unsigned char)*info);
}

static void scan_line(struct arena *a, struct difference *found, const struct page *page,
                      const char *line, size_t len, bool *in_code)
{
	size_t fence = fence_length(line, len);
	bool opens = fence && !*in_code;
	for (size_t i = 0; i < N_DIFFERENCES; i++)
		if (rows[i].where == IN_FENCE
		            ? opens && names_language(line + fence, len - fence,
		                                      rows[i].sign)
		            : !*in_code && !fence && line_has(i, line, len))
			add_page(a, &found[i], page);
	*in_code ^= fence != 0;
}

static void scan_text(struct arena *a, struct difference *found, const struct page *page,
                      struct bytes text)
{
	bool in_code = false;
	for (const char *at = text.data, *end = at + text.len; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((newline ? newline : end) - at);
		scan_line(a, found, page, at, len, &in_code);
		at += len + 1;
	}
}

void report_differences(const struct site *site, struct arena *a,
                        struct difference found[N_DIFFERENCES])
{
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < N_DIFFERENCES; i++)
		found[i] = (struct difference){.text = rows[i].text};
	for (size_t k = 0; k < site->n_listed; k++) {
		const struct page *page = &site->pages[k];
		struct bytes text;
		for (size_t i = 0; i < N_DIFFERENCES; i++)
			if (rows[i].where == IN_FRONT && page->meta.kind == VALUE_MAP &&
			    value_map_find(page->meta.map, rows[i].sign,
			                   strlen(rows[i].sign)))
				add_page(a, &found[i], page);
		arena_reset(&scratch);
		if (source_read(&site->source, &scratch, page->file, LARGEST_PAGE, &text))
			scan_text(a, found, page, text);
	}
	arena_release(&scratch);
}
