#include "compose/includes.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "check/slips.h"
#include "data/invisible.h"
#include "data/yaml.h"
#include "markup/markdown.h"
#include "markup/tags.h"
#include "settle/destinations.h"
#include "settle/notes.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

enum { MOST_INCLUDES = 100 }; /* of a page: files that include each other multiply */

static const char SHARED_FOLDER[] = ".gitbook/includes/"; /* GitBook keeps them there */

struct expanding {
	const struct site *site;
	const struct page *page;
	struct document *doc; /* the page's */
	int n;
	int n_footnotes; /* footnotes of the page so far */
};

static const char *wanted_path(const struct element *e)
{
	static const char *const names[] = {"", "src", "path", "file"};
	const char *path = NULL;
	for (size_t i = 0; i < COUNT(names) && !path; i++)
		path = element_attribute(e, names[i]);
	return path ? path : "";
}

/* The file that a tag means: by its path, or by its name in the folder of what is shared.
 */
static const struct source_file *find_file(const struct expanding *x, const char *from,
                                           const char *written, bool *is_outside)
{
	struct arena *a = x->doc->arena;
	const char *path = path_resolve(a, from, written);
	*is_outside = !path;
	const struct source_file *file =
		path && *path ? source_find(&x->site->source, path) : NULL;
	const char *name = path_name(written);
	for (int i = 0; *name && !file && i < 2; i++)
		file = source_find(
			&x->site->source,
			arena_format(a, "%s%s%s", SHARED_FOLDER, name, i ? ".md" : ""));
	return file && strcmp(path_extension(file->path), ".md") == 0 ? file : NULL;
}

static bool is_cycle(const struct expanding *x, const struct include *outer,
                     const char *path)
{
	for (; outer; outer = outer->outer)
		if (strcmp(outer->path, path) == 0)
			return true;
	return strcmp(x->page->path, path) == 0;
}

/* Finds and checks the file of a tag; NULL, with a report, when it cannot be shown. */
static const struct source_file *resolve(struct expanding *x, const struct element *e,
                                         const struct include *outer)
{
	const char *written = wanted_path(e);
	bool is_outside;
	const struct source_file *file =
		find_file(x, outer ? outer->path : x->page->path, written, &is_outside);
	struct diag *d = x->doc->diag;
	if (!file)
		diag_report(d, is_outside ? MSG_LINK_ABOVE : MSG_INCLUDE_MISSING, e->at,
		            written, NULL);
	else if (is_cycle(x, outer, file->path))
		diag_report(d, MSG_INCLUDE_CYCLE, e->at, file->path, NULL);
	else if (x->n++ >= MOST_INCLUDES)
		diag_report(d, MSG_INCLUDE_MANY, e->at, NULL);
	else
		return file;
	return NULL;
}

/* Text that is UTF-8 without NULs, as a page's is; true: it was so. */
static bool clean(struct bytes *text, struct arena *a, const char *path, struct diag *d)
{
	size_t valid = text_check(text->data, text->len);
	if (valid == text->len && !memchr(text->data, '\0', text->len)) {
		*text = invisible_clean(&(struct invisible_in){*text, 0, path}, a, d);
		return true;
	}
	diag_report(d, valid == text->len ? MSG_NUL_BYTE : MSG_BAD_UTF8,
	            valid == text->len ? (struct place){path, 0, 0}
	                               : place_of_byte(path, text->data, valid, 1),
	            NULL);
	text->data = text_repair(a, text->data, text->len, &text->len);
	return false;
}

static bool parse(struct expanding *x, struct include *include,
                  const struct source_file *file)
{
	struct arena *a = x->doc->arena;
	struct diag *d = x->doc->diag, quiet = {.arena = a};
	const char *path = path_join(a, x->site->config.content, file->path);
	struct bytes bytes;
	if (!source_read(&x->site->source, a, file, LARGEST_PAGE, &bytes)) {
		if (errno == EFBIG)
			diag_report(d, MSG_PAGE_LARGE, (struct place){path, 0, 0}, NULL);
		else
			diag_report_unread(d, MSG_MACHINE_READ, path, errno);
		return false;
	}
	bool is_clean = clean(&bytes, a, path, d);
	struct front_matter f = yaml_split(path, bytes.data, bytes.len, &quiet);
	include->doc = (struct document){.arena = a,
	                                 .path = path,
	                                 .text = f.body,
	                                 .len = f.body_len,
	                                 .first_line = f.body_line,
	                                 .mode = MARKDOWN_COURSE,
	                                 .diag = d,
	                                 .emoji = x->doc->emoji,
	                                 .keeps_elements = x->doc->keeps_elements,
	                                 .file = is_clean ? bytes.data : NULL};
	markdown_parse(&include->doc);
	if (include->doc.keeps_elements)
		include->destinations = destinations_find(&include->doc);
	struct slips *slips = slips_open(&include->doc, d);
	for (const cmark_node *n = include->doc.root; n;
	     n = node_next(n, include->doc.root))
		slips_look_at(slips, n);
	slips_close(slips);
	return true;
}

static int count_footnotes(const cmark_node *root)
{
	int n = 0;
	for (const cmark_node *c = root->last_child;
	     c && c->type == CMARK_NODE_FOOTNOTE_DEFINITION; c = c->prev)
		n++;
	return n;
}

/* A note's text, in an element that knows whose file it is. */
static cmark_node *wrap(struct document *doc, cmark_node *definition,
                        const struct element *e, const struct include *include)
{
	struct element copy = *e;
	copy.note = (void *)(uintptr_t)include;
	cmark_node *box = node_new_element(doc, true, &copy);
	while (definition->first_child)
		node_append(box, definition->first_child);
	node_append(definition, box);
	return definition;
}

/* Notes of the included text go behind those of the page, under further numbers. */
static void move_notes(struct expanding *x, cmark_node *root, const struct element *e,
                       const struct include *include)
{
	struct arena *a = x->doc->arena;
	int n = count_footnotes(root);
	for (cmark_node *node = root; n && node; node = node_next(node, root)) {
		if (node->type != CMARK_NODE_FOOTNOTE_REFERENCE)
			continue;
		int number = 0;
		for (bufsize_t i = 0; i < node->as.literal.len; i++)
			number = number * 10 + (node->as.literal.data[i] - '0');
		char *text = arena_format(a, "%d", number + x->n_footnotes);
		node->as.literal =
			(cmark_chunk){(unsigned char *)text, (bufsize_t)strlen(text), 0};
	}
	x->n_footnotes += n;
	for (cmark_node *child = root->first_child, *next; child; child = next) {
		next = child->next;
		if (child->type == CMARK_NODE_FOOTNOTE_DEFINITION)
			node_append(x->doc->root, wrap(x->doc, child, e, include));
	}
}

static void expand_tree(struct expanding *x, cmark_node *root, struct include *outer);

static void expand(struct expanding *x, cmark_node *node, struct include *outer)
{
	struct element *e = node_element(node);
	const struct source_file *file = resolve(x, e, outer);
	struct include *include = arena_alloc(x->doc->arena, sizeof *include);
	if (!file || !parse(x, include, file))
		return;
	include->path = file->path;
	include->file = file;
	include->outer = outer;
	expand_tree(x, include->doc.root, include);
	move_notes(x, include->doc.root, e, include);
	while (include->doc.root->first_child)
		node_append(node, include->doc.root->first_child);
	e->note = include;
}

static void expand_tree(struct expanding *x, cmark_node *root, struct include *outer)
{
	for (cmark_node *node = root, *next; node; node = next) {
		next = node_next(node, root);
		if (node_is_tag(node, TAG_INCLUDE) && !node_element(node)->note)
			expand(x, node, outer);
	}
}

void includes_expand(const struct site *site, const struct page *page,
                     struct document *doc)
{
	struct expanding x = {.site = site, .page = page, .doc = doc};
	x.n_footnotes = count_footnotes(doc->root);
	expand_tree(&x, doc->root, NULL);
}
