#include "course/glossary.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/page_kinds.h"
#include "data/yaml.h"
#include "french/locale.h"
#include "french/phrases.h"
#include "markup/markdown.h"
#include "markup/tree.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

struct reading {
	struct site *site;
	const struct page *page;
	struct document doc;
	size_t cap;
};

static bool is_term(const cmark_node *node)
{
	return node->type == CMARK_NODE_HEADING && node->as.heading.level == 2;
}

static bool is_trimmed(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '.';
}

/* A part of a text without the blanks around it, nor a full stop behind it. */
static char *trimmed(struct arena *a, const char *at, size_t len)
{
	for (; len > 0 && is_trimmed(*at); len--)
		at++;
	while (len > 0 && is_trimmed(at[len - 1]))
		len--;
	return arena_copy(a, at, len);
}

/* What stands behind "Autres formes :", or NULL when the paragraph is another one. */
static const char *other_forms(struct arena *a, const char *text)
{
	static const char *const starts[] = {"autres formes", "autre forme",
	                                     "other forms", "other form"};
	const char *colon = strchr(text, ':');
	if (!colon)
		return NULL;
	const char *before = text_fold(a, trimmed(a, text, (size_t)(colon - text)));
	for (size_t i = 0; i < COUNT(starts); i++)
		if (strcmp(trimmed(a, before, strlen(before)), starts[i]) == 0)
			return colon + 1;
	return NULL;
}

/* What to say of a form that another term has already: on the line that is to be changed.
 */
static void report_taken(struct reading *r, struct term *term, struct term *owner,
                         const char *form)
{
	struct diag *d = r->site->diag;
	bool is_name = !term->forms_at.line; /* names are added before forms */
	if (is_name && text_same(owner->name, term->name)) {
		diag_report(d, MSG_TERM_DEFINED_TWICE, term->at, term->name,
		            arena_format(r->doc.arena, "%d", owner->at.line),
		            arena_format(r->doc.arena, "%d", term->at.line), NULL);
	} else if (is_name && owner->forms_at.line) {
		diag_report(d, MSG_TERM_FORM_IS_NAME, owner->forms_at, form, owner->name,
		            arena_format(r->doc.arena, "%d", term->at.line), NULL);
	} else {
		diag_report(d, MSG_TERM_TWICE, is_name ? term->at : term->forms_at, form,
		            owner->name, NULL);
	}
	term->is_double |= is_name;
}

static void add_form(struct reading *r, size_t number, const char *form)
{
	struct site *site = r->site;
	size_t owner = phrases_add(site->phrases, form, number);
	if (owner != number && !site->terms[number].is_double)
		report_taken(r, &site->terms[number], &site->terms[owner], form);
}

static void add_forms(struct reading *r, size_t number, const char *list)
{
	for (const char *at = list; *at;) {
		size_t len = strcspn(at, ",;");
		char *form = trimmed(r->doc.arena, at, len);
		if (*form)
			add_form(r, number, form);
		at += len + (at[len] != '\0');
	}
}

/* "Direction (DDT)" is called by both. */
static void add_name(struct reading *r, size_t number, const char *name)
{
	const char *open = strstr(name, " ("), *close = open ? strchr(open, ')') : NULL;
	if (!close || close[1]) {
		add_form(r, number, name);
		return;
	}
	add_form(r, number, arena_copy(r->doc.arena, name, (size_t)(open - name)));
	add_form(r, number,
	         arena_copy(r->doc.arena, open + 2, (size_t)(close - open - 2)));
}

/* The paragraphs of a definition as one text. */
static const char *read_definition(struct reading *r, size_t number,
                                   const cmark_node *heading)
{
	struct arena *a = r->doc.arena;
	struct buf b = buf_new(a);
	for (const cmark_node *block = heading->next; block && !is_term(block);
	     block = block->next)
		for (const cmark_node *n = block; n; n = node_next(n, block)) {
			if (n->type != CMARK_NODE_PARAGRAPH)
				continue;
			const char *text = node_text(a, n);
			const char *forms = other_forms(a, text);
			if (forms) {
				struct place at = node_place(&r->doc, n);
				at.path = r->page->shown_path;
				r->site->terms[number].forms_at = at;
				add_forms(r, number, forms);
			}
			if (!forms && b.len > 0)
				buf_add_char(&b, ' ');
			buf_add_string(&b, forms ? "" : text);
		}
	return site_polish(r->site, arena_string(r->site->arena, buf_text(&b)));
}

static void read_term(struct reading *r, const cmark_node *heading)
{
	struct site *site = r->site;
	const char *text = node_title(r->doc.arena, heading);
	const char *name = trimmed(r->doc.arena, text, strlen(text));
	size_t number = site->n_terms;
	if (!*name)
		return;
	struct term term = {.name = site_polish(site, arena_string(site->arena, name)),
	                    .page = r->page,
	                    .at = node_place(&r->doc, heading)};
	term.at.path = r->page->shown_path;
	ARRAY_ADD(site->arena, site->terms, site->n_terms, r->cap, term);
	add_name(r, number, name);
	site->terms[number].definition = read_definition(r, number, heading);
	if (!*site->terms[number].definition)
		diag_report(site->diag, MSG_TERM_EMPTY, term.at, term.name, NULL);
}

static void read_page(struct reading *r, const struct page *page, struct arena *scratch)
{
	struct bytes bytes;
	struct diag quiet = {.arena = scratch}; /* composing the page will say it */
	if (!source_read(&r->site->source, scratch, page->file, LARGEST_PAGE, &bytes)) {
		if (errno != EFBIG) /* composing the page will say that */
			diag_report_unread(r->site->diag, MSG_MACHINE_READ,
			                   page->shown_path, errno);
		return;
	}
	struct front_matter f =
		yaml_split(page->shown_path, bytes.data, bytes.len, &quiet);
	size_t len;
	const char *body = text_repair(scratch, f.body, f.body_len, &len);
	r->page = page;
	r->doc = (struct document){.arena = scratch,
	                           .path = page->shown_path,
	                           .text = body,
	                           .len = len,
	                           .first_line = f.body_line,
	                           .mode = MARKDOWN_COURSE,
	                           .diag = &quiet,
	                           .emoji = &r->site->emoji};
	markdown_parse(&r->doc);
	for (const cmark_node *n = r->doc.root->first_child; n; n = n->next)
		if (is_term(n))
			read_term(r, n);
}

void glossary_read(struct site *site)
{
	struct reading r = {.site = site};
	struct arena scratch = ARENA_PRIVATE;
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		if (page->type != PAGE_GLOSSARY || !page->file)
			continue;
		if (!site->phrases)
			site->phrases =
				phrases_new(site->arena,
			                    locale_of(site->config.language)->inflection);
		arena_reset(&scratch);
		read_page(&r, page, &scratch);
	}
	arena_release(&scratch);
}
