#include "app/new.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/first_table.h"
#include "app/neighbour.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/config.h"
#include "course/page_kinds.h"
#include "course/page_models.h"
#include "course/site.h"
#include "course/summary_write.h"
#include "data/yaml.h"
#include "french/anchors.h"
#include "report/places.h"
#include "report/report.h"
#include "theme/theme.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/shown.h"

enum { LARGEST_SUMMARY = 4 << 20 };

/* "Écrire un mail" as "ecrire-un-mail", "C++" as "c": names of files are plain. "" when
 * nothing of a title can be in one. */
static char *file_slug(struct arena *a, const char *title)
{
	char *slug = slug_make(a, title, strlen(title)), *to = slug;
	if (text_same(slug, "page") && !text_same(title, "page"))
		return arena_string(a, ""); /* what it is called for want of letters */
	for (const char *p = slug; *p; p++) {
		bool is_gap = strchr(".+_-", *p) != NULL;
		if (!is_gap)
			*to++ = *p;
		else if (to > slug && to[-1] != '-')
			*to++ = '-';
	}
	while (to > slug && to[-1] == '-')
		to--;
	*to = '\0';
	return slug;
}

/* The last "](" of a line: a title may hold others. NULL: there is none. */
static const char *find_link(const char *line, size_t len)
{
	const char *link = NULL, *end = line + len;
	for (const char *at = line; (at = memmem(at, (size_t)(end - at), "](", 2)); at++)
		link = at;
	return link;
}

/* The indentation of the last line that lists a page of the same folder, and the place
 * behind it and the lines below it. */
static size_t find_line(const char *summary, const char *folder, int *indent)
{
	size_t place = strlen(summary);
	*indent = 0;
	for (const char *at = summary; *at;) {
		size_t len = strcspn(at, "\n"), spaces = strspn(at, " ");
		const char *link = find_link(at, len);
		bool is_item = at[spaces] == '*' || at[spaces] == '-';
		if (is_item && link && *folder &&
		    strncmp(link + 2, folder, strlen(folder)) == 0) {
			place = (size_t)(at - summary) + len + (at[len] == '\n');
			*indent = (int)spaces;
		} else if (is_item && spaces > (size_t)*indent &&
		           place < strlen(summary) &&
		           place == (size_t)(at - summary)) /* what stands below it stays
		                                               there */
			place += len + (at[len] == '\n');
		at += len + (at[len] == '\n');
	}
	return place;
}

/* Whether a page stands for its folder. */
static bool is_home_of_folder(const char *path)
{
	return strchr(path, '/') && text_same(path_name(path), "readme.md");
}

/* Where pages like this one stand: beside its file, or its folder. */
static const char *folder_of_pages(struct arena *a, const char *path)
{
	char *folder = path_folder(a, path);
	if (!is_home_of_folder(path))
		return folder;
	folder[strlen(folder) - 1] = '\0';
	return path_folder(a, folder);
}

/* What a page is made of, and where; paths lead from the course's folder. */
struct making {
	struct site *site;
	enum page_type type;
	struct bytes model;
	const char *title;
	const char *page, *summary;
	const char *listed; /* the page, from the content's folder */
	/* the last page of its type, from there; NULL: it is the first */
	const char *neighbour;
	bool has_summary;
};

static enum status refuse(const struct making *m, const char *path)
{
	int reason = errno;
	struct places places = places_of(m->site->arena, m->site->options);
	struct finding f =
		report_unwritten(places_here(m->site->arena, &places, path), reason);
	report_alone(m->site->config.messages, &f, stderr);
	return STATUS_MACHINE;
}

/* The table of contents with one more line, behind its neighbours. */
static struct bytes add_to_summary(const struct making *m, const char *summary)
{
	struct arena *a = m->site->arena;
	const char *from = m->site->config.summary, *folder = path_folder(a, m->listed);
	int indent;
	if (!page_kinds[m->type].is_leaf)
		folder = m->neighbour ? m->neighbour : "";
	size_t place = find_line(summary, *folder ? path_relative(a, from, folder) : "",
	                         &indent);
	struct buf b = buf_new(a);
	buf_add(&b, summary, place);
	if (place > 0 && summary[place - 1] != '\n')
		buf_add_char(&b, '\n');
	summary_add_page(&b, indent, m->title, path_relative(a, from, m->listed));
	buf_add_string(&b, summary + place);
	return (struct bytes){buf_text(&b), b.len};
}

/* The model, with the title in the place of its own. */
static struct bytes page_text(const struct making *m)
{
	struct diag quiet = {.arena = m->site->arena};
	struct front_matter f = yaml_split("", m->model.data, m->model.len, &quiet);
	const char *end = m->model.data + m->model.len, *line = f.body, *behind = f.body;
	while (line < end && strncmp(line, "# ", 2) != 0) {
		line = memchr(line, '\n', (size_t)(end - line));
		line = line ? line + 1 : end;
	}
	bool has_title = line < end;
	line = has_title ? line : f.body;
	behind = has_title ? line + strcspn(line, "\r\n") : f.body;
	struct buf b = buf_new(m->site->arena);
	buf_add(&b, m->model.data, (size_t)(line - m->model.data));
	buf_add_string(&b, "# ");
	summary_add_words(&b, m->title);
	buf_add_string(&b, has_title ? "" : "\n\n");
	buf_add(&b, behind, (size_t)(end - behind));
	return (struct bytes){buf_text(&b), b.len};
}

/* A file of the course as it opens from where one stands. */
static const char *shown_path(const struct making *m, const char *path)
{
	struct arena *a = m->site->arena;
	struct places places = places_of(a, m->site->options);
	struct buf b = buf_new(a);
	const char *here = places_here(a, &places, path);
	shown_add_line(&b, here, strlen(here));
	return buf_text(&b);
}

/* Writes both files, or none: a page that no table of contents lists would be lost. */
static enum status write_both(const struct making *m, struct bytes summary)
{
	struct arena *a = m->site->arena;
	const char *root = m->site->options->root;
	if (!file_make_new(root, m->page, page_text(m)))
		return refuse(m, m->page);
	const char *page = path_join(a, root, m->page);
	bool ok = m->has_summary ? file_replace(root, m->summary, summary)
	                         : file_make_new(root, m->summary, summary);
	if (!ok) {
		int reason = errno;
		unlink(page); /* made just now */
		errno = reason;
		return refuse(m, m->summary);
	}
	if (!m->site->options->is_quiet)
		fprintf(stdout, "%s\n%s\n", shown_path(m, m->page),
		        shown_path(m, m->summary));
	return STATUS_FINE;
}

/* The file's name is its title's; that of its type, with a number, where a title has
 * neither letters nor digits. */
static const char *page_path(const struct making *m)
{
	struct arena *a = m->site->arena;
	const struct page_kind *kind = &page_kinds[m->type];
	const char *slug = file_slug(a, m->title);
	bool is_folder = m->neighbour ? is_home_of_folder(m->neighbour) : kind->is_folder;
	const char *folder =
		m->neighbour ? folder_of_pages(a, m->neighbour) : kind->folder;
	const char *stem = path_join(a, folder, *slug ? slug : kind->name);
	const char *end = is_folder ? "/README.md" : ".md";
	const char *path = arena_format(a, "%s%s", stem, end);
	const char *content =
		path_join(a, m->site->options->root, m->site->config.content);
	for (int i = 2; !*slug && i < 1000 && file_exists(path_join(a, content, path));
	     i++)
		path = arena_format(a, "%s-%d%s", stem, i, end);
	return path;
}

static enum status make_page(struct making *m)
{
	struct arena *a = m->site->arena;
	const struct config *c = &m->site->config;
	const char *root = m->site->options->root;
	struct bytes before;
	if (m->type == PAGE_CHAPTER || page_kinds[m->type].is_leaf)
		m->neighbour = neighbour_find(a, m->site->options, m->type);
	m->listed = page_path(m);
	m->page = path_join(a, c->content, m->listed);
	m->summary = path_join(a, c->content, c->summary);
	if (!file_has_no_link(root, m->summary))
		return refuse(m, m->summary);
	m->has_summary =
		file_read(a, path_join(a, root, m->summary), LARGEST_SUMMARY, &before);
	if (!m->has_summary && errno != ENOENT)
		return refuse(m, m->summary);
	const char *table = m->has_summary
	                            ? before.data
	                            : first_table_make(a, m->site->options, c->messages);
	if (!table)
		return STATUS_MACHINE;
	struct bytes after = add_to_summary(m, table);
	errno = EFBIG; /* nobody would read it */
	if (after.len > LARGEST_SUMMARY)
		return refuse(m, m->summary);
	return write_both(m, after);
}

/* Marks that show nothing of themselves. */
static bool is_unseen(uint32_t c)
{
	return text_is_space(c) || c == 0xad || c == 0x85 ||
	       (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064) ||
	       (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

/* What is wrong with a title; N_MESSAGES when nothing is. */
static enum message judge_title(const char *title)
{
	size_t len = strlen(title);
	bool is_empty = true;
	if (text_check(title, len) != len)
		return MSG_NEW_BAD_TITLE;
	for (const char *at = title, *end = title + len; at < end;) {
		uint32_t c = text_next(&at, end);
		bool is_control =
			c < ' ' || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029;
		if (is_control)
			return MSG_NEW_BAD_TITLE;
		is_empty = is_empty && is_unseen(c);
	}
	return is_empty ? MSG_NEW_NO_TITLE : N_MESSAGES;
}

/* Without blanks around it. */
static const char *trim_title(struct arena *a, const char *title)
{
	title += strspn(title, " ");
	size_t len = strlen(title);
	while (len > 0 && title[len - 1] == ' ')
		len--;
	return arena_copy(a, title, len);
}

/* N_WRITTEN_TYPES when there is none of this name. */
static enum page_type find_type(const char *name)
{
	int type = 0;
	while (type < N_WRITTEN_TYPES && !text_same(name, page_kinds[type].name))
		type++;
	return (enum page_type)type;
}

static struct finding unknown_type(struct arena *a, const char *typed)
{
	const char *names[N_WRITTEN_TYPES];
	struct buf all = buf_new(a);
	for (size_t i = 0; i < N_WRITTEN_TYPES; i++) {
		names[i] = page_kinds[i].name;
		buf_add_format(&all, "%s%s", i > 0 ? ", " : "", names[i]);
	}
	return (struct finding){.message = MSG_NEW_BAD_TYPE,
	                        .args = {typed, text_nearest(typed, names, COUNT(names)),
	                                 buf_text(&all)}};
}

/* Says why nothing was made. */
static enum status decline(const struct making *m, struct finding f)
{
	report_alone(m->site->config.messages, &f, stderr);
	return STATUS_MACHINE;
}

static enum status decline_unread(struct site *site)
{
	diag_keep_unread(site->diag);
	report_alone(site->config.messages, site->diag->findings, stderr);
	return STATUS_MACHINE;
}

/* What was typed is judged before anything is looked at but the language to say it in. */
static enum status make_typed(struct making *m, const char *type)
{
	struct site *site = m->site;
	struct finding f = {.message = judge_title(m->title)};
	m->type = find_type(type);
	if (m->type == N_WRITTEN_TYPES)
		f = unknown_type(site->arena, type);
	if (f.message != N_MESSAGES)
		return decline(m, f);
	m->title = trim_title(site->arena, m->title);
	if (page_model_find(site, m->type, &m->model))
		return make_page(m);
	if (site->diag->has_unread)
		return decline_unread(site);
	return decline(m, (struct finding){.message = MSG_NEW_NO_MODEL,
	                                   .args = {page_kinds[m->type].name,
	                                            page_model_own_path(site, m->type)}});
}

enum status new_page(const char *type, const char *title,
                     const struct build_options *asked)
{
	const char *root = asked->options.root;
	struct mapping *mapping = mapping_open();
	struct arena a = mapping_arena(mapping);
	struct diag diag = {.arena = &a};
	struct options options = asked->options;
	options.out = path_join(&a, strcmp(root, ".") == 0 ? "" : root, "build/site");
	struct site site = {
		.mapping = mapping, .arena = &a, .diag = &diag, .options = &options};
	struct making m = {.site = &site, .title = title};
	config_read(&site);
	if (asked->has_language)
		site.config.messages = asked->lang;
	enum status status =
		diag.has_unread ? decline_unread(&site) : make_typed(&m, type);
	mapping_close(mapping);
	return status;
}
