#include "settle/destinations_scan.h"

#include <string.h>

#include "base/text.h"

/*
 * CommonMark's order of things within a line: what comes first wins, code and
 * raw HTML are whole, a bracket belongs to the nearest one that is open, and
 * around a link no other link is.
 */

enum { LONGEST = 4096 }; /* bytes of a destination with its title, of a tag */

enum bracket { BRACKET_LINK, BRACKET_IMAGE, BRACKET_DEAD };

struct opener {
	enum bracket kind;
	size_t n_before; /* candidates that stand before it */
};

struct scan {
	struct candidates *out;
	const char *at, *end;
	struct opener *openers;
	size_t n_openers, cap_openers;
	size_t n_settled; /* of these, those below which no bracket may open a link */
	bool lacks_comment_end; /* from here on */
};

static const char *limit(const char *at, const char *end)
{
	return end - at > LONGEST ? at + LONGEST : end;
}

static void add(struct candidates *c, enum destination_kind kind, const char *start,
                const char *end)
{
	struct candidate candidate = {.kind = kind, .start = start, .end = end};
	ARRAY_ADD(c->arena, c->items, c->n, c->cap, candidate);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_sign(char c)
{
	return c > ' ' && c < 0x7f && !is_letter(c) && !(c >= '0' && c <= '9');
}

/* Blanks, one end of a line, and the marks of quotes behind it. */
static const char *skip_blanks(const char *at, const char *end)
{
	bool is_new_line = false;
	while (at < end && (text_is_blank_byte(*at) || (is_new_line && *at == '>'))) {
		is_new_line |= *at == '\n';
		at++;
	}
	return at;
}

static const char *pointed_end(const char *at, const char *end)
{
	for (; at < end && *at != '\n' && *at != '<'; at++) {
		if (*at == '>')
			return at;
		at += *at == '\\' && end - at > 1 && is_sign(at[1]);
	}
	return NULL;
}

static const char *plain_end(const char *at, const char *end)
{
	int depth = 0;
	for (; at < end && (unsigned char)*at > ' ' && *at != 0x7f; at++) {
		if (*at == '\\' && end - at > 1 && is_sign(at[1]))
			at++;
		else if (*at == '(')
			depth++;
		else if (*at == ')' && depth-- == 0)
			break;
	}
	return at;
}

const char *candidate_end(const char **at, const char *end)
{
	if (*at < end && **at == '<') {
		(*at)++;
		return pointed_end(*at, end);
	}
	return plain_end(*at, end);
}

/* Behind a title at `at`, or `at` itself: none starts there. */
static const char *skip_title(const char *at, const char *end)
{
	char quote = at < end ? *at : '\0';
	if (quote != '"' && quote != '\'' && quote != '(')
		return at;
	char closing = quote == '(' ? ')' : quote;
	for (at++; at < end && *at != closing; at++)
		at += *at == '\\' && end - at > 1;
	return at < end ? at + 1 : end;
}

/* `(destination "title")` at `at`; NULL: it is none. */
static const char *read_inline(struct scan *s, const char *at, enum destination_kind kind)
{
	const char *stop = limit(at, s->end), *start = skip_blanks(at + 1, stop);
	const char *end = candidate_end(&start, stop);
	if (!end)
		return NULL;
	bool is_pointed = start[-1] == '<' && end < stop && *end == '>';
	const char *behind = skip_blanks(end + is_pointed, stop);
	behind = skip_blanks(skip_title(behind, stop), stop);
	if (behind == stop || *behind != ')')
		return NULL;
	add(s->out, kind, start, end);
	return behind + 1;
}

/* Within a link, an address is none of its own. */
static void drop_bare(struct candidates *c, size_t first)
{
	size_t n = first;
	for (size_t i = first; i < c->n; i++)
		if (!c->items[i].is_bare)
			c->items[n++] = c->items[i];
	c->n = n;
}

static void close_bracket(struct scan *s)
{
	s->at++;
	if (s->n_openers == 0)
		return;
	struct opener opener = s->openers[--s->n_openers];
	if (s->n_settled > s->n_openers)
		s->n_settled = s->n_openers;
	bool is_image = opener.kind == BRACKET_IMAGE;
	if (opener.kind == BRACKET_DEAD || s->at == s->end || *s->at != '(')
		return;
	const char *behind =
		read_inline(s, s->at, is_image ? DESTINATION_IMAGE : DESTINATION_LINK);
	if (!behind)
		return;
	s->at = behind;
	drop_bare(s->out, opener.n_before);
	for (size_t i = s->n_settled; !is_image && i < s->n_openers; i++)
		if (s->openers[i].kind == BRACKET_LINK)
			s->openers[i].kind = BRACKET_DEAD;
	s->n_settled = is_image ? s->n_settled : s->n_openers;
}

static void open_bracket(struct scan *s, enum bracket kind)
{
	struct opener opener = {kind, s->out->n};
	ARRAY_ADD(s->out->arena, s->openers, s->n_openers, s->cap_openers, opener);
	s->at += kind == BRACKET_IMAGE ? 2 : 1;
}

/* Code between as many backquotes, formulas between two "$$"; alone they are text. */
static void skip_code(struct scan *s)
{
	char mark = *s->at;
	size_t n = 1;
	while (s->at + n < s->end && s->at[n] == mark)
		n++;
	const char *at = s->at += n;
	if (mark == '$' && n != 2)
		return;
	while ((at = memchr(at, mark, (size_t)(s->end - at)))) {
		size_t m = 1;
		while (at + m < s->end && at[m] == mark)
			m++;
		at += m;
		if (m == n) {
			s->at = at;
			return;
		}
	}
}

/* `<scheme:…>` or `<a@b>`. */
static bool read_autolink(struct scan *s)
{
	const char *start = s->at + 1, *at = start;
	bool is_address = false;
	for (; at < s->end && *at != '>' && *at != '<' && (unsigned char)*at > ' '; at++)
		is_address |= *at == ':' || *at == '@';
	if (at == s->end || *at != '>' || !is_address || is_sign(*start))
		return false;
	add(s->out, DESTINATION_AUTOLINK, start, at);
	s->at = at + 1;
	return true;
}

static bool is_name_byte(char c)
{
	return (unsigned char)c > ' ' && !strchr("=\"'<>%{}", c);
}

/* A value at `at`: where it ends, and what stands behind it. */
static const char *read_value(struct candidates *c, const char *at, const char *end,
                              enum destination_kind kind)
{
	char quote = at < end ? *at : '\0';
	const char *start = at;
	if (quote == '"' || quote == '\'') {
		for (start = ++at; at < end && *at != quote; at++)
			at += kind == DESTINATION_TAG && *at == '\\' && end - at > 1;
		if (at < end)
			add(c, kind, start, at++);
		return at;
	}
	while (at < end && !text_is_blank_byte(*at) && *at != '>' &&
	       !(*at == '%' && end - at > 1 && at[1] == '}'))
		at++;
	add(c, kind, start, at);
	return at;
}

/* Names and values up to what closes the tag. */
static const char *read_values(struct candidates *c, const char *at, const char *end,
                               enum destination_kind kind)
{
	bool is_tag = kind == DESTINATION_TAG;
	while (at < end) {
		bool is_closed =
			is_tag ? *at == '%' && end - at > 1 && at[1] == '}' : *at == '>';
		if (is_closed)
			return at + 1 + is_tag;
		const char *name = at;
		while (at < end && is_name_byte(*at))
			at++;
		const char *behind = at;
		while (behind < end && text_is_blank_byte(*behind))
			behind++;
		if (behind < end && *behind == '=' && at > name) {
			behind++;
			while (behind < end && text_is_blank_byte(*behind))
				behind++;
			at = read_value(c, behind, end, kind);
		} else if (is_tag && *at == '"') { /* `{% include "x.md" %}` */
			at = read_value(c, at, end, kind);
		} else {
			at += at == name;
		}
	}
	return NULL;
}

const char *candidates_of_tag(struct candidates *c, const char *at, const char *end)
{
	if (end - at < 3)
		return NULL;
	if (at[0] == '{' && at[1] == '%')
		return read_values(c, at + 2, end, DESTINATION_TAG);
	const char *name = at + 1 + (at[1] == '/');
	if (*at != '<' || !is_letter(*name))
		return NULL;
	while (name < end && is_name_byte(*name) && *name != '/')
		name++;
	return read_values(c, name, end, DESTINATION_HTML);
}

static const char *comment_end(struct scan *s)
{
	const char *at = s->at, *end = s->end;
	if (s->lacks_comment_end || (size_t)(end - at) < 7 || memcmp(at, "<!--", 4) != 0)
		return NULL;
	const char *close = memmem(at + 4, (size_t)(end - at) - 4, "-->", 3);
	s->lacks_comment_end = !close;
	return close ? close + 3 : NULL;
}

static void read_tag(struct scan *s)
{
	if (*s->at == '<' && read_autolink(s))
		return;
	size_t before = s->out->n;
	const char *behind = *s->at == '<' ? comment_end(s) : NULL;
	if (!behind)
		behind = candidates_of_tag(s->out, s->at, limit(s->at, s->end));
	if (!behind)
		s->out->n = before;
	s->at = behind ? behind : s->at + 1;
}

/* An address that starts here, without anything around it. */
static void read_bare(struct scan *s)
{
	static const char *const starts[] = {"http://", "https://", "ftp://", "www."};
	for (size_t i = 0; i < COUNT(starts); i++)
		if (text_start_length(s->at, (size_t)(s->end - s->at), starts[i])) {
			add(s->out, DESTINATION_AUTOLINK, s->at, s->end);
			s->out->items[s->out->n - 1].is_bare = true;
		}
	s->at++;
}

/* The name before an "@". */
static void read_mail(struct scan *s, const char *from)
{
	const char *start = s->at;
	while (start > from &&
	       (is_letter(start[-1]) || strchr("0123456789.-_+\\", start[-1])))
		start--;
	if (start < s->at) {
		add(s->out, DESTINATION_AUTOLINK, start, s->end);
		s->out->items[s->out->n - 1].is_bare = true;
	}
	s->at++;
}

struct candidates candidates_read(struct arena *a, const char *at, const char *end)
{
	struct candidates found = {.arena = a};
	struct scan s = {.out = &found, .at = at, .end = end};
	while (s.at < end) {
		char next = end - s.at > 1 ? s.at[1] : '\0';
		switch (*s.at) {
		case '\\': s.at += 1 + is_sign(next); break;
		case '`':
		case '$': skip_code(&s); break;
		case '[': open_bracket(&s, BRACKET_LINK); break;
		case ']': close_bracket(&s); break;
		case '!':
			if (next == '[')
				open_bracket(&s, BRACKET_IMAGE);
			else
				s.at++;
			break;
		case '<': read_tag(&s); break;
		case '{':
			if (next == '%')
				read_tag(&s);
			else
				s.at++;
			break;
		case 'h':
		case 'w':
		case 'f': read_bare(&s); break;
		case '@': read_mail(&s, at); break;
		default: s.at++;
		}
	}
	return found;
}
