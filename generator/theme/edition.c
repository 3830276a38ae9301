#include "theme/edition.h"

#include <string.h>

#include "base/text.h"
#include "course/composed.h"
#include "course/site.h"

struct edition edition_site(const struct book *book)
{
	return (struct edition){.book = book};
}

/* Pages above it in the table of contents; groups do not count. */
static int depth_of(const struct page *page)
{
	int depth = 0;
	for (const struct entry *e = page->entry->parent; e; e = e->parent)
		depth += e->page != NULL;
	return depth;
}

/* Whether the table of contents shows it: what stands below a hidden page is as hidden
 * as that is. */
static bool is_held(const struct page *page)
{
	for (const struct entry *e = page->entry; e; e = e->parent)
		if (e->page && e->page->state != STATE_PUBLISHED)
			return false;
	return page->entry != NULL;
}

/* The site's address as an attribute may hold it, and as it stays where a template
 * escapes it once more: without "&" and "'". NULL: there is none. */
static const char *address_of_site(const char *url, struct arena *a)
{
	struct buf b = buf_new(a);
	for (const char *at = url; at && *at; at += *at != '\0') {
		size_t len = strcspn(at, "&'");
		text_add_url(&b, at, len);
		if (at[len])
			buf_add_format(&b, "%%%02X", (unsigned char)at[len]);
		at += len;
	}
	return url ? buf_text(&b) : NULL;
}

struct edition edition_one_page(const struct book *book, const char *outside,
                                struct arena *a)
{
	const struct site *site = book->site;
	struct edition_page *pages = arena_array(a, site->n_pages + 1, sizeof *pages),
			    next = {0};
	for (size_t i = 0; i <= site->n_pages; i++) {
		const struct page *page = i < site->n_pages ? &site->pages[i] : NULL;
		const struct body *body = &book->composed[i]->body;
		pages[i] = next;
		pages[i].prefix = "";
		pages[i].is_outside = !page || !is_held(page);
		if (pages[i].is_outside)
			continue;
		pages[i].prefix = arena_format(a, "p%zu-", i + 1);
		pages[i].shift = 1 + depth_of(page);
		next.first_footnote += body->n_footnotes;
		next.first_table += body->n_tables;
		next.first_code += body->n_codes;
	}
	return (struct edition){book, pages, address_of_site(outside, a)};
}

struct edition_page edition_page(const struct edition *e, const struct page *page)
{
	return e->pages ? e->pages[page->number] : (struct edition_page){.prefix = ""};
}

static void add_fragment(struct buf *b, const char *prefix, const char *id)
{
	buf_add_char(b, '#');
	buf_add_string(b, prefix);
	text_add_fragment(b, id, strlen(id));
}

bool edition_add_address(const struct edition *e, struct buf *b, struct edition_target to,
                         const char *root)
{
	struct edition_page shown = edition_page(e, to.page);
	if (e->pages && !shown.is_outside) {
		add_fragment(b, shown.prefix, to.id ? to.id : composed_title_id);
		return true;
	}
	if (e->pages && !e->outside)
		return false;
	buf_add_string(b, e->pages ? e->outside : root);
	buf_add_string(b, to.page->href);
	if (to.id)
		add_fragment(b, "", to.id);
	return true;
}
