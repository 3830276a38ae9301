#include "course/summary_slips.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/find.h"
#include "course/summary.h"
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
	struct place at; /* of the line, behind its blanks */
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

static void report(struct site *site, struct document *doc, const struct line *l,
                   struct place at)
{
	enum message m = judge(l);
	size_t len = 0;
	bool is_apart;
	const char *target = find_target(l, &len, &is_apart);
	target = target ? text_decode_url(doc->arena, target, len) : "";
	record_misread(site, doc, target);
	const char *name = path_name(target);
	bool is_space = m == MSG_SUMMARY_SPACE;
	diag_report(site->diag, m, at, is_space ? name : first_sign(doc->arena, l),
	            is_space ? without_spaces(doc->arena, name) : NULL, NULL);
	if (diag_wants_changes(site->diag))
		cure(site, doc, l, (struct slip){m, at});
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
