#include "course/summary.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/find.h"
#include "course/misnamed.h"
#include "course/suggest.h"
#include "course/summary_slips.h"
#include "data/conflicts.h"
#include "data/invisible.h"
#include "data/url.h"
#include "french/anchors.h"
#include "markup/markdown.h"
#include "markup/rawhtml.h"
#include "markup/tags.h"
#include "markup/tree.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

enum { LARGEST_SUMMARY = 4 << 20, DEEPEST = 32, MOST_SUGGESTIONS = 100 };

/* Bytes of a line. Some take cmark a time that grows with their square, and nothing ends
 * this process; real ones have 350 at most. */
enum { LONGEST_LINE = 1000 };

struct reading {
	struct site *site;
	struct document *doc;
	const char *folder; /* path of SUMMARY.md: those it lists start there */
	struct map listed;  /* path -> entry */
	struct conflicts conflicts;
	int depth;     /* of the list being read */
	int n_missing; /* pages that are not there */
};

struct entry *entry_next(const struct entry *entry)
{
	if (entry->first_child)
		return entry->first_child;
	while (entry && !entry->next)
		entry = entry->parent;
	return entry ? entry->next : NULL;
}

static struct entry *add_entry(struct site *site, struct entry *parent,
                               enum entry_kind kind, const char *title)
{
	struct entry *e = arena_alloc(site->arena, sizeof *e);
	*e = (struct entry){.kind = kind,
	                    .title = title,
	                    .parent = parent,
	                    .rank = parent->n_children,
	                    .previous = parent->last_child};
	if (parent->last_child)
		parent->last_child->next = e;
	else
		parent->first_child = e;
	parent->last_child = e;
	parent->n_children++;
	return e;
}

/* A path as the author knows it, from the content; the same where it is outside. */
static const char *content_path(const struct site *site, const char *shown)
{
	size_t len = strlen(site->config.content);
	bool is_inside = len > 0 && strncmp(shown, site->config.content, len) == 0 &&
	                 shown[len] == '/';
	return is_inside ? shown + len + 1 : shown;
}

static bool is_page_name(const char *path)
{
	return strcmp(path_extension(path), ".md") == 0;
}

/* Says that a page is not there: it may be, under another name. */
static void report_missing(struct reading *r, const char *wanted, const char *path,
                           struct place at)
{
	struct site *site = r->site;
	bool may_search = r->n_missing++ < MOST_SUGGESTIONS;
	struct misnamed m = {0};
	const struct source_file *file = path ? site_find_file(site, path) : NULL;
	if (may_search && path)
		m = misnamed_find(site, r->doc->arena, path);
	if (!m.found && file) {
		diag_report(site->diag, MSG_SUMMARY_NOT_PAGE, at, wanted, NULL);
		return;
	}
	if (!m.found) {
		diag_report(site->diag, MSG_SUMMARY_MISSING, at, wanted,
		            may_search ? suggest_page(site, wanted) : NULL, NULL);
		return;
	}
	map_put_string(&site->misread,
	               arena_string(site->arena, content_path(site, m.found)), site);
	const char *written =
		path_relative(r->doc->arena, r->folder, content_path(site, m.wanted));
	diag_report(site->diag, MSG_SUMMARY_MISNAMED, at, wanted, m.found, m.wanted,
	            strcmp(written, wanted) == 0 ? NULL : written, NULL);
	if (strcmp(written, wanted) == 0)
		misnamed_cure(site->diag, &m);
}

/* The cure of what was just reported of a line: the path that it gives is that of a file.
 * Nothing where the line does not hold it as it was understood. */
static void cure_target(struct reading *r, struct place at, const char *wanted,
                        const char *path)
{
	size_t len;
	struct diag *d = r->site->diag;
	const char *line = document_line(r->doc, at.line, &len);
	const char *target = arena_format(r->doc->arena, "](%s", wanted);
	const char *found = memmem(line, len, target, strlen(target));
	if (!found || !diag_wants_changes(d))
		return;
	struct buf b = buf_new(r->doc->arena);
	text_add_destination(&b, path_relative(r->doc->arena, r->folder, path));
	at.column = text_length(line, (size_t)(found - line)) + 3;
	diag_cure(d, (struct change){.at = at, .old = wanted, .fresh = buf_text(&b)});
}

/* The page that a path means which leads to none; NULL: there is none. */
static const struct source_file *find_meant(struct reading *r, const char *wanted,
                                            struct place at)
{
	const char *prefix;
	const char *meant = summary_find_meant(r->site, r->doc->arena, wanted, &prefix);
	if (!meant)
		return NULL;
	const struct source_file *file =
		site_find_file(r->site, path_resolve(r->doc->arena, r->folder, meant));
	diag_report(r->site->diag, MSG_SUMMARY_MEANT, at, wanted, meant, prefix, NULL);
	cure_target(r, at, wanted, file->path);
	return file;
}

/* A line of the table of contents that leads somewhere. */
struct listed {
	const char *title, *url;
	struct place at;
	bool has_children;
};

/* Makes a line that leads to a page of what was its place, which is another one now. */
static void leave_place(struct entry *first, const struct entry *place)
{
	first->kind = ENTRY_LINK;
	first->path = NULL;
	first->place = place;
}

static struct entry *add_page(struct reading *r, struct entry *parent,
                              const struct listed *listed)
{
	const char *title = listed->title, *target = listed->url;
	struct place at = listed->at;
	struct site *site = r->site;
	struct arena *scratch = r->doc->arena;
	char *fragment = strchr(target, '#');
	const char *wanted =
		fragment ? arena_copy(scratch, target, (size_t)(fragment - target))
			 : target;
	const char *decoded = strchr(wanted, '%')
	                              ? text_decode_url(scratch, wanted, strlen(wanted))
	                              : NULL;
	const char *path = path_resolve(scratch, r->folder, wanted);
	const struct source_file *file = path ? site_find_file(site, path) : NULL;
	if (!file && decoded && (path = path_resolve(scratch, r->folder, decoded)))
		file = site_find_file(site, path);
	if (!file && path && r->n_missing < MOST_SUGGESTIONS &&
	    (file = site_find_alike(site, path)) && is_page_name(file->path)) {
		r->n_missing++;
		diag_report(site->diag, MSG_WRONG_CASE, at, wanted,
		            path_relative(scratch, r->folder, file->path), NULL);
		cure_target(r, at, wanted, file->path);
	}
	if (!file)
		file = find_meant(r, wanted, at);
	if (!file || !is_page_name(file->path)) {
		report_missing(r, wanted, path, at);
		return add_entry(site, parent, ENTRY_GROUP, title);
	}
	if (strcmp(file->path, r->folder) == 0) {
		diag_report(site->diag, MSG_SUMMARY_ITSELF, at, NULL);
		return NULL;
	}
	struct entry *first = map_find_string(&r->listed, file->path);
	bool is_home = first && !first->previous && !first->parent->parent;
	bool moves = first && listed->has_children && !first->first_child && !fragment &&
	             !is_home && first != parent;
	if (first && conflicts_hold(&r->conflicts, at.line)) /* each version has it */
		return NULL;
	if (first && !moves) {
		diag_report(site->diag, fragment ? MSG_SUMMARY_ANCHOR : MSG_SUMMARY_TWICE,
		            at, file->path, NULL);
		return fragment || is_home ? NULL : first;
	}
	struct entry *e = add_entry(site, parent, ENTRY_PAGE, title);
	if (moves) {
		diag_report(site->diag, MSG_SUMMARY_TWICE_ABOVE, at, file->path,
		            arena_format(scratch, "%d", first->line), NULL);
		leave_place(first, e);
	}
	e->path = file->path;
	map_put_string(&r->listed, file->path, e);
	return e;
}

static const char *chunk_text(struct arena *a, cmark_chunk c)
{
	return arena_copy(a, (const char *)c.data, (size_t)c.len);
}

static const char *trimmed_text(const struct reading *r, const cmark_node *node)
{
	const char *text = node_text(r->doc->arena, node);
	while (*text == ' ')
		text++;
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return arena_copy(r->site->arena, text, len);
}

/* Whether what looks like an unknown scheme is a file: "note: tri.md". */
static bool is_file_with_colon(const struct reading *r, const char *url)
{
	struct arena *a = r->doc->arena;
	const char *path = text_decode_url(a, url, strlen(url));
	path = path_resolve(a, r->folder, path);
	return path && *path && site_find_file(r->site, path);
}

static bool is_web_address(const char *url)
{
	return strstr(url, "://") || strncmp(url, "mailto:", 7) == 0;
}

/* Whether an address is that of a page's own file on the forge. */
static bool is_forge_page(const struct reading *r, const char *url)
{
	const char *prefix;
	return strstr(url, ".md") &&
	       summary_find_meant(r->site, r->doc->arena, url, &prefix);
}

/* Columns before an item's star; tabs stop at every fourth. */
static int item_indent(struct document *doc, const cmark_node *item)
{
	size_t len;
	const char *line = document_line(doc, item->start_line, &len);
	int column = 0;
	for (size_t i = 0; i < len && strchr(" \t", line[i]); i++)
		column = line[i] == '\t' ? (column / 4 + 1) * 4 : column + 1;
	return column;
}

static void read_list(struct reading *r, const cmark_node *list, struct entry *parent);

/* Whether words come first, and lines below them. */
static bool has_list(const cmark_node *first)
{
	const cmark_node *n = first && first->type == CMARK_NODE_PARAGRAPH ? first : NULL;
	while (n && n->type != CMARK_NODE_LIST)
		n = n->next;
	return n != NULL;
}

/* The id of `<a href="#x" id="x"></a>` in a heading, or in words without a page; NULL
 * when there is none. */
static const char *explicit_id(struct arena *a, const cmark_node *words)
{
	for (const cmark_node *n = words->first_child; n; n = n->next) {
		if (n->type != CMARK_NODE_HTML_INLINE)
			continue;
		struct diag quiet = {.arena = a};
		struct html_reader reader = {.arena = a,
		                             .diag = &quiet,
		                             .src = (const char *)n->as.literal.data,
		                             .len = (size_t)n->as.literal.len};
		struct html_token t;
		while (html_next(&reader, &t)) {
			const char *id =
				attribute_find(t.attributes, t.n_attributes, "id");
			if (t.kind == HTML_OPEN && id && *id)
				return id;
		}
	}
	return NULL;
}

/* Words above the pages below them: in the menu, and in addresses where they have an id.
 */
static struct entry *add_label(struct reading *r, struct entry *parent,
                               const cmark_node *paragraph, struct place at)
{
	const char *words = trimmed_text(r, paragraph);
	const char *id = explicit_id(r->site->arena, paragraph);
	struct entry *e = add_entry(r->site, parent, ENTRY_GROUP, words);
	e->slug = id ? slug_make(r->site->arena, id, strlen(id)) : "";
	if (!id)
		diag_report(r->site->diag, MSG_SUMMARY_LABEL, at, words, NULL);
	return e;
}

/* Says of a line that it was not read to its end. */
static bool report_cut(struct reading *r, const cmark_node *block)
{
	if (node_is_cut(block))
		diag_report(r->site->diag, MSG_SUMMARY_LONG, node_place(r->doc, block),
		            arena_format(r->doc->arena, "%d", LONGEST_LINE), NULL);
	return node_is_cut(block);
}

static void read_item(struct reading *r, const cmark_node *item, struct entry *parent)
{
	struct site *site = r->site;
	const cmark_node *first = item->first_child;
	const cmark_node *link =
		first && first->type == CMARK_NODE_PARAGRAPH ? first->first_child : NULL;
	while (link && link->type != CMARK_NODE_LINK)
		link = link->next;
	struct place at = node_place(r->doc, item);
	struct entry *e = NULL;
	int indent = item_indent(r->doc, item);
	bool has_told =
		first && first->type == CMARK_NODE_PARAGRAPH &&
		(summary_slips_report(site, r->doc, first) || report_cut(r, first));
	if (!link || link->as.link.url.len == 0) {
		if (!has_told && has_list(first))
			e = add_label(r, parent, first, at);
		else if (!has_told && first && first->type == CMARK_NODE_LIST)
			diag_report(site->diag, MSG_SUMMARY_TWO_STARS, at, NULL);
		else if (!has_told && !summary_report_broken(site, r->doc, at.line))
			diag_report(site->diag, MSG_SUMMARY_LINE, at, NULL);
	} else {
		const char *title = trimmed_text(r, link);
		const char *url = chunk_text(r->doc->arena, link->as.link.url);
		at = node_place(r->doc, link);
		if (link->as.link.title.len > 0) /* GitBook's short title, for menus */
			title = chunk_text(site->arena, link->as.link.title);
		if (!has_told)
			summary_report_rest(site, r->doc, link);
		if (!url_is_safe(url) && !is_file_with_colon(r, url)) {
			diag_report(site->diag, MSG_UNSAFE_LINK, at, url, NULL);
		} else if (is_web_address(url) && !is_forge_page(r, url)) {
			e = add_entry(site, parent, ENTRY_LINK, title);
			e->url = arena_string(site->arena, url);
		} else {
			e = add_page(r, parent,
			             &(struct listed){title, url, at, has_list(first)});
		}
	}
	if (e && !e->line) {
		e->indent = indent;
		e->line = at.line;
	}
	for (const cmark_node *n = first; n; n = n->next)
		if (n->type == CMARK_NODE_LIST)
			read_list(r, n, e ? e : parent);
}

/* Reports an item whose star stands elsewhere than those of its list: by a space it
 * belongs to another page than it seems to. */
static void check_indent(struct reading *r, const cmark_node *item,
                         const struct entry *parent)
{
	struct arena *a = r->doc->arena;
	int own = item_indent(r->doc, item), before = item_indent(r->doc, item->prev);
	int theirs = item_indent(r->doc, item->parent->first_child);
	const struct entry *above = parent->last_child;
	while (above && above->last_child)
		above = above->last_child;
	bool is_first = own != theirs && before == theirs; /* those below follow it */
	if (!is_first || !above || !above->line)
		return;
	bool is_even = above->indent == theirs;
	diag_report(r->site->diag, MSG_SUMMARY_UNEVEN, node_place(r->doc, item),
	            arena_format(a, "%d", own), arena_format(a, "%d", above->indent),
	            arena_format(a, "%d", above->line),
	            is_even ? NULL : arena_format(a, "%d", theirs), NULL);
}

/* What is deeper is reported and left out: this function calls itself. */
static void read_list(struct reading *r, const cmark_node *list, struct entry *parent)
{
	if (r->depth == DEEPEST)
		diag_report(r->site->diag, MSG_SUMMARY_LINE, node_place(r->doc, list),
		            NULL);
	if (r->depth >= DEEPEST)
		return;
	r->depth++;
	for (const cmark_node *item = list->first_child; item; item = item->next) {
		if (item->prev)
			check_indent(r, item, parent);
		read_item(r, item, parent);
	}
	r->depth--;
}

static struct entry *read_group(struct reading *r, const cmark_node *heading,
                                struct entry *root)
{
	struct site *site = r->site;
	const char *title = trimmed_text(r, heading);
	const char *id = explicit_id(site->arena, heading);
	struct entry *group = add_entry(site, root, ENTRY_GROUP, title);
	group->line = heading->start_line;
	const cmark_node *link = heading->first_child;
	while (link && link->type != CMARK_NODE_LINK)
		link = link->next;
	if (link && link->as.link.url.len > 0)
		diag_report(site->diag, MSG_SUMMARY_GROUP_PAGE, node_place(r->doc, link),
		            chunk_text(r->doc->arena, link->as.link.url), title, NULL);
	group->slug = slug_make(site->arena, id ? id : title, strlen(id ? id : title));
	return group;
}

enum { LONGEST_GROUP = 60 };

/* Reports what stands between lists: words that may be a group's name, or others. */
static void report_between(struct reading *r, const cmark_node *n)
{
	bool is_line = n->type == CMARK_NODE_PARAGRAPH && n->start_line == n->end_line;
	const char *words = is_line ? trimmed_text(r, n) : "";
	size_t len = strlen(words);
	bool is_sentence = len > 0 && strchr(".:;!?", words[len - 1]);
	bool is_name = len > 0 && len <= LONGEST_GROUP && !is_sentence && n->next &&
	               n->next->type == CMARK_NODE_LIST;
	diag_report(r->site->diag, is_name ? MSG_SUMMARY_NO_GROUP : MSG_SUMMARY_LINE,
	            node_place(r->doc, n), is_name ? words : NULL, NULL);
}

/* Reads what stands between lists, or one of them, into the group that is open. Returns
 * the group that is open behind it. */
static struct entry *read_block(struct reading *r, const cmark_node *n,
                                struct entry *group, struct entry *root)
{
	struct diag *d = r->site->diag;
	bool is_heading = n->type == CMARK_NODE_HEADING;
	if (n->type == CMARK_NODE_PARAGRAPH && summary_slips_report(r->site, r->doc, n))
		return group;
	if (is_heading)
		report_cut(r, n);
	if (is_heading && n->as.heading.level == 1 && n->prev)
		summary_report_broken(r->site, r->doc, n->start_line);
	if (is_heading && n->as.heading.level == 2)
		return read_group(r, n, root);
	if (n->type == CMARK_NODE_THEMATIC_BREAK)
		return root;
	if (is_heading && n->as.heading.level > 2)
		diag_report(d, MSG_SUMMARY_DEEP_HEADING, node_place(r->doc, n),
		            trimmed_text(r, n), NULL);
	else if (n->type == CMARK_NODE_LIST)
		read_list(r, n, group);
	else if (!is_heading && n->type != CMARK_NODE_HTML_BLOCK &&
	         !summary_report_broken(r->site, r->doc, n->start_line))
		report_between(r, n);
	return group;
}

bool summary_find(struct site *site)
{
	struct config *c = &site->config;
	if (source_find(&site->source, c->summary))
		return true;
	for (size_t i = 0; i < site->source.n; i++) {
		const char *path = site->source.files[i].path;
		if (strcasecmp(path, c->summary) != 0)
			continue;
		diag_report(
			site->diag, MSG_SUMMARY_CASE,
			(struct place){path_join(site->arena, c->content, path), 0, 0},
			path_name(c->summary), NULL);
		map_put_string(&site->misread, path, site);
		c->summary = path;
		return true;
	}
	return false;
}

struct entry *summary_read(struct site *site, const char *path, const char *shown_path)
{
	const struct source_file *file = source_find(&site->source, path);
	struct bytes bytes;
	struct arena scratch = ARENA_PRIVATE;
	struct entry *root = arena_alloc(site->arena, sizeof *root), *group = root;
	root->kind = ENTRY_GROUP;
	if (!source_read(&site->source, site->arena, file, LARGEST_SUMMARY, &bytes)) {
		diag_report_unread(site->diag, MSG_MACHINE_READ, shown_path, errno);
		return root;
	}
	size_t valid = text_check(bytes.data, bytes.len);
	if (valid < bytes.len) {
		diag_report(site->diag, MSG_BAD_UTF8,
		            place_of_byte(shown_path, bytes.data, valid, 1), NULL);
		bytes.data = text_repair(&scratch, bytes.data, bytes.len, &bytes.len);
	}
	bytes = invisible_clean(&(struct invisible_in){bytes, 0, shown_path}, &scratch,
	                        site->diag);
	struct conflicts conflicts = conflicts_find(&scratch, bytes.data, bytes.len);
	conflicts_report(&conflicts, shown_path, 1, site->diag);
	struct document doc = {
		.arena = &scratch,
		.path = shown_path,
		.text = conflicts_settle(&scratch, bytes.data, bytes.len, KEEP_BOTH),
		.len = bytes.len,
		.first_line = 1,
		.mode = MARKDOWN_PLAIN,
		.longest_words = LONGEST_LINE,
		.diag = site->diag};
	markdown_parse(&doc);
	struct reading r = {.site = site,
	                    .doc = &doc,
	                    .folder = path,
	                    .listed = map_new(&scratch),
	                    .conflicts = conflicts};
	for (const cmark_node *n = doc.root->first_child; n; n = n->next)
		group = read_block(&r, n, group, root);
	arena_release(&scratch);
	return root;
}

/* The entry of a folder, made with those of its parents when it is not there yet. */
static struct entry *folder_entry(struct site *site, struct entry *root,
                                  struct map *folders, const char *folder)
{
	if (*folder == '\0')
		return root;
	struct entry *e = map_find_string(folders, folder);
	if (e)
		return e;
	char *parent = arena_copy(site->arena, folder, strlen(folder) - 1);
	struct entry *above =
		folder_entry(site, root, folders, path_folder(site->arena, parent));
	const char *name = path_name(parent);
	const char *readme = path_join(site->arena, folder, "README.md");
	bool has_page = source_find(&site->source, readme) != NULL;
	e = add_entry(site, above, has_page ? ENTRY_PAGE : ENTRY_GROUP, name);
	if (has_page)
		e->path = readme;
	else
		e->slug = slug_make(site->arena, name, strlen(name));
	map_put_string(folders, arena_string(site->arena, folder), e);
	return e;
}

/* The page of the course's folder, in whatever letters; NULL: none. */
static const char *find_home(const struct site *site)
{
	const char *found = NULL;
	for (size_t i = 0; i < site->source.n; i++) {
		const char *path = site->source.files[i].path;
		if (strcmp(path, "README.md") == 0)
			return path;
		if (!found && strcasecmp(path, "README.md") == 0 && is_page_name(path))
			found = path;
	}
	return found;
}

struct entry *summary_from_folders(struct site *site)
{
	struct entry *root = arena_alloc(site->arena, sizeof *root);
	struct map folders = map_new(site->arena);
	root->kind = ENTRY_GROUP;
	const char *home = find_home(site);
	if (home)
		add_entry(site, root, ENTRY_PAGE, "")->path = home;
	for (size_t i = 0; i < site->source.n; i++) {
		const char *path = site->source.files[i].path, *name = path_name(path);
		if (strcmp(path_extension(path), ".md") != 0 || path[0] == '.' ||
		    strstr(path, "/."))
			continue;
		struct entry *e = folder_entry(site, root, &folders,
		                               path_folder(site->arena, path));
		if (strcmp(name, "README.md") != 0 && !(home && strcmp(path, home) == 0))
			add_entry(site, e, ENTRY_PAGE, "")->path = path;
	}
	return root;
}
