#include "course/summary_slips.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/find.h"
#include "course/summary.h"
#include "course/summary_write.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/message_names.h"

/* What a line may start with in place of a star and a space. The longer start comes
 * first. */
/* clang-format off */
static const struct {
	const char *start;
	enum message message;
} starts[] = {
	{"\\*", MSG_SUMMARY_BACKSLASH}, {"\\-", MSG_SUMMARY_BACKSLASH},
	{"*[", MSG_SUMMARY_STAR}, {"-[", MSG_SUMMARY_STAR}, {"+[", MSG_SUMMARY_STAR},
	{"•", MSG_SUMMARY_SIGN}, {"·", MSG_SUMMARY_SIGN}, {"–", MSG_SUMMARY_SIGN},
	{"—", MSG_SUMMARY_SIGN}, {"◦", MSG_SUMMARY_SIGN}, {"‣", MSG_SUMMARY_SIGN},
	{"−", MSG_SUMMARY_SIGN}, {"[", MSG_SUMMARY_NO_STAR},
};
/* clang-format on */

struct line {
	const char *text; /* behind its blanks */
	size_t len;
	bool is_first; /* of its paragraph */
};

/* The first "]" whose words may be a link's, from `at` on; a backslash takes the next
 * sign as it is. */
static const char *find_bracket(const char *at, const char *end)
{
	for (; at < end && *at != ']'; at++)
		if (*at == '\\' && at + 1 < end)
			at++;
	return at < end ? at : NULL;
}

/* What stands between the brackets behind a link's words: "](x.md)", else "] (x.md)";
 * NULL: nothing does. Words may hold brackets of their own, so that the first pair is not
 * always the link's. Each byte is looked at once. */
static const char *find_target(const struct line *l, size_t *len, bool *is_apart)
{
	const char *end = l->text + l->len, *apart = NULL, *at = l->text;
	const char *last = memrchr(l->text, ')', l->len);
	*is_apart = false;
	for (; last && (at = find_bracket(at, end)); at++) {
		const char *open = at + 1;
		while (open < end && *open == ' ')
			open++;
		if (open >= last || *open != '(')
			continue;
		apart = open + 1;
		if (open == at + 1)
			break;
	}
	if (!apart)
		return NULL;
	*is_apart = apart[-2] == ' ';
	*len = (size_t)((const char *)memchr(apart, ')', (size_t)(end - apart)) - apart);
	return apart;
}

/* Whether a no-break space stands before the words of a line that has a link. */
static bool has_no_break_space(const struct line *l)
{
	const char *stop = memchr(l->text, '[', l->len);
	size_t len = stop ? (size_t)(stop - l->text) : 0;
	return memmem(l->text, len, NBSP, strlen(NBSP)) ||
	       memmem(l->text, len, NNBSP, strlen(NNBSP));
}

/* "##Part" */
static bool is_tight_heading(const struct line *l)
{
	size_t n = 0;
	while (n < l->len && l->text[n] == '#')
		n++;
	return n > 1 && n < 7 && n < l->len && l->text[n] != ' ' && l->text[n] != '\t';
}

static bool is_item(const struct line *l)
{
	return l->len > 2 && strchr("*-+", l->text[0]) && l->text[1] == ' ';
}

/* Whether words in square brackets and others in round ones, with a space between, were
 * to be a link: "* Part [one] (again)" is a heading of the menu. */
static bool is_meant(const struct line *l, const char *target, size_t len)
{
	bool is_address = memchr(target, '/', len) || memchr(target, '.', len);
	bool is_word = !memchr(target, ' ', len);
	bool starts_it = is_item(l) && l->text[2] == '[';
	return (is_address && is_word) || starts_it;
}

/* The message for a line that starts as it should, or whose fault stands further on. */
static enum message judge_link(const struct line *l)
{
	bool is_apart;
	size_t len;
	const char *target = find_target(l, &len, &is_apart);
	if (!target)
		return N_MESSAGES;
	if (is_apart)
		return is_meant(l, target, len) ? MSG_SUMMARY_APART : N_MESSAGES;
	if (!l->is_first && is_item(l))
		return MSG_SUMMARY_TOO_FAR;
	for (; len > 0 && *target == ' '; len--) /* around it they do no harm */
		target++;
	while (len > 0 && target[len - 1] == ' ')
		len--;
	bool has_space = memchr(target, ' ', len) && !memchr(target, '"', len) &&
	                 target[0] != '<' && memmem(target, len, ".md", 3);
	return has_space ? MSG_SUMMARY_SPACE : N_MESSAGES;
}

static enum message judge(const struct line *l)
{
	size_t len;
	bool is_apart, has_link = find_target(l, &len, &is_apart) != NULL;
	if (is_tight_heading(l))
		return MSG_SUMMARY_HEADING;
	if (has_link && has_no_break_space(l))
		return MSG_SUMMARY_NO_BREAK;
	if (is_item(l))
		return judge_link(l);
	for (size_t i = 0; has_link && i < COUNT(starts); i++)
		if (text_start_length(l->text, l->len, starts[i].start))
			return starts[i].message;
	return N_MESSAGES;
}

static void record_misread(struct site *site, const struct document *doc,
                           const char *target)
{
	const char *path = path_resolve(doc->arena, site->config.summary, target);
	const struct source_file *file = path ? site_find_file(site, path) : NULL;
	if (file)
		map_put_string(&site->misread, file->path, site);
}

/* "a b.md" as "a-b.md". */
static const char *without_spaces(struct arena *a, const char *name)
{
	char *plain = arena_string(a, name);
	for (char *p = plain; *p; p++)
		if (*p == ' ')
			*p = '-';
	return plain;
}

/* The sign a line starts with, as it is written. */
static const char *first_sign(struct arena *a, const struct line *l)
{
	const char *at = l->text;
	text_next(&at, l->text + l->len);
	return arena_copy(a, l->text, (size_t)(at - l->text));
}

struct slip {
	enum message message;
	struct place at;  /* of the line, behind its blanks */
	const char *page; /* that its path means; NULL: it is no matter of its path */
};

/* The line as it should be, of what has one cure: it is written anew up to where its
 * fault ends. */
static void cure(struct site *site, struct document *doc, const struct line *l,
                 struct slip slip)
{
	struct arena *a = doc->arena;
	const char *text = l->text, *end = text + l->len, *at = text, *p;
	struct buf b = buf_new(a);
	bool is_apart;
	size_t len = 0;
	const char *target = find_target(l, &len, &is_apart);
	switch (slip.message) {
	case MSG_SUMMARY_STAR: buf_add_format(&b, "%c ", *at++); break;
	case MSG_SUMMARY_NO_STAR: buf_add_string(&b, "* "); break;
	case MSG_SUMMARY_BACKSLASH:
		at += 2;
		buf_add_format(&b, "%c%s", text[1], at < end && *at != ' ' ? " " : "");
		break;
	case MSG_SUMMARY_SIGN:
		text_next(&at, end);
		buf_add_string(&b, at < end && *at == ' ' ? "*" : "* ");
		break;
	case MSG_SUMMARY_NO_BREAK:
		at = memchr(text, '[', l->len);
		for (p = text; p < at;) {
			const char *sign = p;
			uint32_t c = text_next(&p, at);
			if (c == 0xa0 || c == 0x202f)
				buf_add_char(&b, ' ');
			else
				buf_add(&b, sign, (size_t)(p - sign));
		}
		break;
	case MSG_SUMMARY_HEADING:
		at += strspn(at, "#");
		buf_add(&b, text, (size_t)(at - text));
		buf_add_char(&b, ' ');
		break;
	case MSG_SUMMARY_APART:
		at = target - 1;
		p = at;
		while (p[-1] == ' ')
			p--;
		buf_add(&b, text, (size_t)(p - text));
		break;
	case MSG_SUMMARY_SPACE:
		buf_add(&b, text, (size_t)(target - text));
		for (; len > 0 && target[len - 1] == ' '; len--)
			continue;
		for (at = target; at < target + len; at++)
			buf_add_string(&b, *at == ' ' ? "%20" : (char[]){*at, '\0'});
		break;
	default: return;
	}
	diag_cure(site->diag,
	          (struct change){.at = slip.at,
	                          .old = arena_copy(a, text, (size_t)(at - text)),
	                          .fresh = buf_text(&b)});
}

/* The page of a path that has spaces too many; NULL: none. */
static const char *path_without_spaces(const struct site *site, struct arena *a,
                                       const char *target)
{
	char *plain = arena_string(a, target), *to = plain;
	for (const char *p = plain; *p; p++)
		if (*p != ' ')
			*to++ = *p;
	*to = '\0';
	const char *path = path_resolve(a, site->config.summary, plain);
	const struct source_file *file = path ? site_find_file(site, path) : NULL;
	return file ? file->path : NULL;
}

/* What was just reported of a line's path: it is that of this page. */
static void cure_path(struct site *site, struct document *doc, const struct line *l,
                      struct slip slip)
{
	struct arena *a = doc->arena;
	size_t len;
	bool is_apart;
	const char *target = find_target(l, &len, &is_apart);
	struct buf b = buf_new(a);
	text_add_destination(&b, path_relative(a, site->config.summary, slip.page));
	slip.at.column += text_length(l->text, (size_t)(target - l->text));
	diag_cure(site->diag, (struct change){.at = slip.at,
	                                      .old = arena_copy(a, target, len),
	                                      .fresh = buf_text(&b)});
}

static void report(struct site *site, struct document *doc, const struct line *l,
                   struct place at)
{
	enum message m = judge(l);
	size_t len = 0;
	bool is_apart;
	const char *written = find_target(l, &len, &is_apart);
	const char *target = written ? text_decode_url(doc->arena, written, len) : "";
	record_misread(site, doc, target);
	const char *name = path_name(target);
	bool is_space = m == MSG_SUMMARY_SPACE;
	const char *meant =
		is_space ? path_without_spaces(site, doc->arena, target) : NULL;
	if (meant) {
		diag_report(site->diag, MSG_SUMMARY_MEANT, at, target, meant, NULL);
		cure_path(site, doc, l, (struct slip){m, at, meant});
		map_put_string(&site->misread, meant, site);
		return;
	}
	diag_report(site->diag, m, at, is_space ? name : first_sign(doc->arena, l),
	            is_space ? without_spaces(doc->arena, name) : NULL, NULL);
	if (diag_wants_changes(site->diag))
		cure(site, doc, l, (struct slip){m, at, NULL});
}

/* The rest of a path behind a folder's name, as a page of the content; NULL: none. */
static const char *page_behind(const struct site *site, const char *rest)
{
	const struct source_file *file = *rest ? site_find_file(site, rest) : NULL;
	return file && strcmp(path_extension(file->path), ".md") == 0 ? file->path : NULL;
}

/* The page behind a folder "content/" of a path, wherever it stands there. */
static const char *behind_content(const struct site *site, const char *path, size_t *len)
{
	const char *content = site->config.content;
	size_t n = strlen(content);
	for (const char *at = path; n && (at = strstr(at, content)); at++) {
		bool is_folder = (at == path || at[-1] == '/') && at[n] == '/';
		const char *page = is_folder ? page_behind(site, at + n + 1) : NULL;
		*len = (size_t)(at - path) + n + 1;
		if (page)
			return page;
	}
	return NULL;
}

/* The page behind "/blob/main/" of an address of the forge. */
static const char *behind_branch(const struct site *site, const char *address)
{
	static const char *const marks[] = {"/blob/", "/edit/", "/raw/", "/tree/"};
	for (size_t i = 0; i < COUNT(marks); i++) {
		const char *at = strstr(address, marks[i]);
		const char *branch = at ? at + strlen(marks[i]) : NULL;
		const char *slash = branch ? strchr(branch, '/') : NULL;
		const char *page = slash ? page_behind(site, slash + 1) : NULL;
		if (page)
			return page;
	}
	return NULL;
}

const char *summary_find_meant(const struct site *site, struct arena *a,
                               const char *written, const char **prefix)
{
	size_t len = 0;
	char *path = arena_copy(a, written, strcspn(written, "?#"));
	for (char *p = path; *p; p++)
		if (*p == '\\')
			*p = '/';
	const char *page = behind_content(site, path, &len);
	bool is_short = page && !strstr(path, "://");
	*prefix = is_short ? arena_copy(a, written, len) : NULL;
	if (!page && strstr(path, "://"))
		page = behind_branch(site, path);
	if (!page && strcmp(path, written) != 0 && !strchr(written, '#')) {
		const char *plain = path_resolve(a, site->config.summary, path);
		page = plain ? page_behind(site, plain) : NULL;
	}
	return page ? path_relative(a, site->config.summary, page) : NULL;
}

/* A word of a line that ends as a page's name does, without the signs around it. */
static bool is_path_sign(char c)
{
	return !strchr(" \t\r()[]<>{}\"'*", c);
}

/* The path of a page that stands in a line. */
struct named {
	const char *page; /* NULL: there is none */
	size_t start, end;
};

static struct named find_path(struct site *site, struct document *doc,
                              const struct line *l)
{
	const char *from = l->text, *stop = l->text + l->len;
	while ((from = memmem(from, (size_t)(stop - from), ".md", 3))) {
		const char *at = from;
		from += 3;
		while (at > l->text && is_path_sign(at[-1]))
			at--;
		const char *word = text_decode_url(doc->arena, at, (size_t)(from - at));
		const char *path = path_resolve(doc->arena, site->config.summary, word);
		const char *page = path ? page_behind(site, path) : NULL;
		if (page)
			return (struct named){page, (size_t)(at - l->text),
			                      (size_t)(from - l->text)};
	}
	return (struct named){0};
}

/* The words of a line beside the path that it names, without signs around them. */
static const char *words_beside(struct arena *a, const struct line *l,
                                const struct named *named)
{
	static const char signs[] = " \t\r()[]<>{}\"'*-+:!`|#";
	size_t from = 0, start = named->start, end = named->end;
	while (from < start && strchr(signs, l->text[from]))
		from++;
	while (start > from && strchr(signs, l->text[start - 1]))
		start--;
	if (start > from)
		return arena_copy(a, l->text + from, start - from);
	from = end;
	end = l->len;
	while (from < end && strchr(signs, l->text[from]))
		from++;
	while (end > from && strchr(signs, l->text[end - 1]))
		end--;
	return arena_copy(a, l->text + from, end - from);
}

bool summary_report_broken(struct site *site, struct document *doc, int number)
{
	size_t len;
	const char *text = document_line(doc, number, &len);
	struct line l = {.text = text, .len = len};
	for (; l.len > 0 && strchr(" \t", *l.text); l.len--)
		l.text++;
	struct named named = find_path(site, doc, &l);
	const char *page = named.page;
	if (!page)
		return false;
	const char *words = words_beside(doc->arena, &l, &named);
	struct buf b = buf_new(doc->arena);
	const char *stem = path_name(page);
	if (!*words)
		words = arena_copy(doc->arena, stem, strlen(stem) - 3); /* of its name */
	summary_add_page(&b, (int)(l.text - text), words,
	                 path_relative(doc->arena, site->config.summary, page));
	diag_report(site->diag, MSG_SUMMARY_BROKEN,
	            (struct place){doc->path, number, (int)(l.text - text) + 1}, page,
	            arena_copy(doc->arena, b.data, b.len - 1), NULL);
	diag_cure(site->diag,
	          (struct change){.at = {doc->path, number, 1},
	                          .old = arena_copy(doc->arena, text, len),
	                          .fresh = arena_copy(doc->arena, b.data, b.len - 1)});
	map_put_string(&site->misread, page, site);
	return true;
}

/* Whether a text has a letter or a digit, and not only signs. */
static bool has_word(const char *text)
{
	for (const char *at = text, *end = text + strlen(text); at < end;) {
		uint32_t c = text_next(&at, end);
		if (text_is_letter(c) || text_is_digit(c))
			return true;
	}
	return false;
}

/* The words of a node that are lost beside a link, without blanks around them; NULL:
 * none. */
static const char *lost_words(struct arena *a, const cmark_node *n)
{
	bool is_words = n->type == CMARK_NODE_TEXT || n->type == CMARK_NODE_STRONG ||
	                n->type == CMARK_NODE_EMPH || n->type == CMARK_NODE_CODE;
	const char *text = is_words ? node_text(a, n) : "";
	text += strspn(text, " ");
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return has_word(text) ? arena_copy(a, text, len) : NULL;
}

/* Reports what stands in the lines below that of the link. */
static void report_below(struct site *site, struct document *doc, const cmark_node *n,
                         const char *words)
{
	if (!summary_report_broken(site, doc, n->start_line) && words)
		diag_report(site->diag, MSG_SUMMARY_REST_BELOW, node_place(doc, n), words,
		            NULL);
}

/* A line's second link, whose page is told of here. */
static void report_second(struct site *site, struct document *doc, const cmark_node *link)
{
	const cmark_chunk *url = &link->as.link.url;
	const char *target =
		arena_copy(doc->arena, (const char *)url->data, (size_t)url->len);
	diag_report(site->diag, MSG_SUMMARY_SECOND, node_place(doc, link), target, NULL);
	record_misread(site, doc, target);
}

void summary_report_rest(struct site *site, struct document *doc, const cmark_node *link)
{
	bool has_words = false; /* they were told once */
	int line = link->start_line;
	for (const cmark_node *n = link->parent->first_child; n; n = n->next) {
		const char *words = n == link ? NULL : lost_words(doc->arena, n);
		bool is_link = n != link && n->type == CMARK_NODE_LINK;
		if (n->start_line > line && (words || is_link)) {
			line = n->start_line;
			report_below(site, doc, n, words);
		} else if (is_link && n->as.link.url.len > 0 &&
		           n->start_line == link->start_line) {
			report_second(site, doc, n);
		} else if (words && !has_words && n->start_line == link->start_line) {
			diag_report(site->diag, MSG_SUMMARY_REST, node_place(doc, n),
			            words, NULL);
			has_words = true;
		}
	}
}

/* Whether the parser found the link of an item in its first line, which is then as it
 * should be whatever else stands there. */
static bool is_read(const cmark_node *paragraph)
{
	const cmark_node *n = paragraph->first_child;
	while (n && n->type != CMARK_NODE_LINK)
		n = n->next;
	return paragraph->parent->type == CMARK_NODE_ITEM && n &&
	       n->as.link.url.len > 0 && n->start_line == paragraph->start_line;
}

bool summary_slips_report(struct site *site, struct document *doc,
                          const cmark_node *paragraph)
{
	bool has_told = false;
	int first = paragraph->start_line + is_read(paragraph);
	for (int i = first; i <= paragraph->end_line; i++) {
		size_t len;
		const char *text = document_line(doc, i, &len);
		struct line l = {.text = text, .len = len};
		l.is_first = i == paragraph->start_line;
		for (; l.len > 0 && strchr(" \t", *l.text); l.len--)
			l.text++;
		if (judge(&l) == N_MESSAGES)
			continue;
		int column = (int)(l.text - text) + 1; /* blanks are one byte each */
		report(site, doc, &l, (struct place){doc->path, i, column});
		has_told = true;
	}
	return has_told;
}
