#include "course/glossary.h"

#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/text.h"
#include "course/composed.h"
#include "course/page_kinds.h"
#include "data/conflicts.h"
#include "data/yaml.h"
#include "french/locale.h"
#include "french/phrases.h"
#include "markup/markdown.h"
#include "markup/tree.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

/* "Autres formes : …", as it stands below a term. */
struct forms {
	const char *list;
	struct place at;
};

/* A term as its page has it. */
struct found {
	const char *name, *definition; /* as they are written */
	struct place at;
	struct forms *forms;
	size_t n_forms, cap_forms;
	struct place odd; /* of a paragraph that was to give forms; no line: none */
};

/* What was found in a page. */
struct findings {
	struct found *terms;
	size_t n, cap;
	int error; /* why it could not be read; 0: it was */
};

/* Pages are read in a worker, as nothing else would end what takes too long; what they
 * say is made known here. */
struct reading {
	struct site *site;
	const struct page **pages;
	struct findings *found; /* of each */
	size_t n, cap_terms;
	struct arena scratch;
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
	                                     "autre formes",  "autres forme",
	                                     "other forms",   "other form"};
	const char *colon = strchr(text, ':');
	if (!colon)
		return NULL;
	const char *before = text_fold(a, trimmed(a, text, (size_t)(colon - text)));
	for (size_t i = 0; i < COUNT(starts); i++)
		if (strcmp(trimmed(a, before, strlen(before)), starts[i]) == 0)
			return colon + 1;
	return NULL;
}

/* Whether a paragraph is meant to give other forms, and does not: "Autres formes x",
 * "Synonymes : x". */
static bool is_nearly_forms(struct arena *a, const char *text)
{
	static const char *const starts[] = {"autres formes", "autre forme", "formes",
	                                     "autres noms",   "synonymes",   "synonyme",
	                                     "variantes",     "variante",    "pluriel",
	                                     "other forms",   "synonyms"};
	enum { LONGEST_FORMS = 150, SURE = 2 };
	if (strlen(text) > LONGEST_FORMS)
		return false;
	const char *folded = text_fold(a, text);
	for (size_t i = 0; i < COUNT(starts); i++) {
		size_t n = strlen(starts[i]);
		if (strncmp(folded, starts[i], n) != 0)
			continue;
		const char *behind = folded + n + strspn(folded + n, " ");
		return *behind == ':' || (i < SURE && *behind);
	}
	return false;
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
		            arena_format(&r->scratch, "%d", owner->at.line),
		            arena_format(&r->scratch, "%d", term->at.line), NULL);
	} else if (is_name && owner->forms_at.line) {
		diag_report(d, MSG_TERM_FORM_IS_NAME, owner->forms_at, form, owner->name,
		            arena_format(&r->scratch, "%d", term->at.line), NULL);
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
		char *form = trimmed(&r->scratch, at, len);
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
	add_form(r, number, arena_copy(&r->scratch, name, (size_t)(open - name)));
	add_form(r, number,
	         arena_copy(&r->scratch, open + 2, (size_t)(close - open - 2)));
}

/* The paragraphs of a definition as one text, without those of other forms. */
static void find_definition(struct document *doc, const cmark_node *heading,
                            struct arena *results, struct found *term)
{
	struct buf b = buf_new(doc->arena);
	for (const cmark_node *block = heading->next; block && !is_term(block);
	     block = block->next)
		for (const cmark_node *n = block; n; n = node_next(n, block)) {
			if (n->type != CMARK_NODE_PARAGRAPH)
				continue;
			const char *text = node_text(doc->arena, n);
			const char *list = other_forms(doc->arena, text);
			struct forms forms = {.at = node_place(doc, n)};
			if (!list && is_nearly_forms(doc->arena, text))
				term->odd = forms.at;
			if (list) {
				forms.list = arena_string(results, list);
				ARRAY_ADD(results, term->forms, term->n_forms,
				          term->cap_forms, forms);
			}
			if (!list && b.len > 0)
				buf_add_char(&b, ' ');
			buf_add_string(&b, list ? "" : text);
		}
	term->definition = arena_string(results, buf_text(&b));
}

static void find_terms(struct document *doc, struct arena *results,
                       struct findings *found)
{
	for (const cmark_node *n = doc->root->first_child; n; n = n->next) {
		const char *text = is_term(n) ? node_title(doc->arena, n) : "";
		struct found term = {.name = trimmed(results, text, strlen(text))};
		if (!*term.name)
			continue;
		term.at = node_place(doc, n);
		find_definition(doc, n, results, &term);
		ARRAY_ADD(results, found->terms, found->n, found->cap, term);
	}
}

/* In a worker: what a page says, in memory that all processes share. */
static void find_in_page(void *context, size_t item, struct arena *results)
{
	const struct reading *r = context;
	const struct page *page = r->pages[item];
	struct findings found = {0};
	struct arena scratch = ARENA_PRIVATE;
	struct diag quiet = {.arena = &scratch}; /* composing the page will say it */
	struct bytes bytes;
	if (source_read(&r->site->source, &scratch, page->file, LARGEST_PAGE, &bytes)) {
		struct front_matter f =
			yaml_split(page->shown_path, bytes.data, bytes.len, &quiet);
		size_t len;
		const char *body = text_repair(&scratch, f.body, f.body_len, &len);
		body = conflicts_settle(&scratch, body, len, KEEP_FIRST);
		struct document doc = {.arena = &scratch,
		                       .path = page->shown_path,
		                       .text = body,
		                       .len = len,
		                       .first_line = f.body_line,
		                       .mode = MARKDOWN_COURSE,
		                       .diag = &quiet,
		                       .emoji = &r->site->emoji};
		markdown_parse(&doc);
		find_terms(&doc, results, &found);
	} else {
		found.error = errno;
	}
	r->found[item] = found;
	arena_release(&scratch);
}

/* Composing the page will fail likewise, and say the same. */
static void lose_page(void *context, size_t item, enum loss why)
{
	const struct reading *r = context;
	diag_report(r->site->diag, composed_loss(why),
	            (struct place){r->pages[item]->shown_path, 0, 0}, NULL);
}

static const char *join_forms(struct arena *a, const struct found *found)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; i < found->n_forms; i++)
		buf_add_format(&b, i ? ", %s" : "%s", found->forms[i].list);
	return buf_text(&b);
}

static void add_term(struct reading *r, const struct page *page,
                     const struct found *found)
{
	struct site *site = r->site;
	size_t number = site->n_terms;
	struct term term = {.name = site_polish(site, found->name),
	                    .definition = site_polish(site, found->definition),
	                    .forms = join_forms(site->arena, found),
	                    .page = page,
	                    .at = found->at};
	ARRAY_ADD(site->arena, site->terms, site->n_terms, r->cap_terms, term);
	arena_reset(&r->scratch);
	add_name(r, number, found->name);
	for (size_t i = 0; i < found->n_forms; i++) {
		site->terms[number].forms_at = found->forms[i].at;
		add_forms(r, number, found->forms[i].list);
	}
	if (found->odd.line)
		diag_report(site->diag, MSG_TERM_FORMS_ODD, found->odd, NULL);
	if (!*term.definition)
		diag_report(site->diag, MSG_TERM_EMPTY, term.at, term.name, NULL);
}

static void add_page(struct reading *r, size_t item)
{
	const struct findings *found = &r->found[item];
	const struct page *page = r->pages[item];
	if (found->error && found->error != EFBIG) /* composing the page will say that */
		diag_report_unread(r->site->diag, MSG_MACHINE_READ, page->shown_path,
		                   found->error);
	for (size_t i = 0; i < found->n; i++)
		add_term(r, page, &found->terms[i]);
}

static void list_pages(struct reading *r)
{
	struct site *site = r->site;
	r->pages = arena_array(site->arena, site->n_listed + 1, sizeof *r->pages);
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		if (page->type == PAGE_GLOSSARY && page->file)
			r->pages[r->n++] = page;
	}
	r->found = arena_array(site->arena, r->n + 1, sizeof *r->found);
}

bool glossary_read(struct site *site)
{
	struct reading r = {.site = site};
	list_pages(&r);
	struct pool pool = {.jobs = site->options->jobs != 0, /* there are few */
	                    .seconds = site->options->page_seconds,
	                    .mapping = site->mapping,
	                    .work = find_in_page,
	                    .lost = lose_page,
	                    .context = &r};
	if (r.n == 0)
		return true;
	if (!pool_run(&pool, r.n)) {
		diag_report_failure(site->diag, MSG_MACHINE_FORK, (struct place){0}, "",
		                    errno);
		return false;
	}
	site->phrases =
		phrases_new(site->arena, locale_of(site->config.language)->inflection);
	for (size_t i = 0; i < r.n; i++)
		add_page(&r, i);
	arena_release(&r.scratch);
	return true;
}
