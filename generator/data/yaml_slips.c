#include "data/yaml_slips.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "words/message_names.h"

struct line {
	const char *text; /* behind its blanks */
	size_t len;       /* without its end */
	size_t indent;
	int number; /* in the file */
};

size_t yaml_item_sign(const char *text, size_t len)
{
	static const char *const signs[] = {"*", "+", "•", "·", "–", "—", "−",
	                                    "‐", "‑", "▪", "◦", "●", "→"};
	for (size_t i = 0; i < COUNT(signs); i++) {
		size_t n = text_start_length(text, len, signs[i]);
		bool has_space = n && n < len &&
		                 (text[n] == ' ' || text[n] == '\t' ||
		                  text_start_length(text + n, len - n, NBSP) ||
		                  text_start_length(text + n, len - n, NNBSP));
		if (has_space)
			return n;
	}
	return 0;
}

bool yaml_lacks_space(const char *text, size_t len)
{
	const char *at = text + 1, *end = text + len;
	return len > 1 && *text == '-' && text_is_letter(text_next(&at, end));
}

/* The next line of a text; false at its end. */
static bool next_line(const struct yaml_fault *f, const char **at, struct line *l)
{
	const char *end = f->src + f->len;
	if (*at >= end)
		return false;
	const char *newline = memchr(*at, '\n', (size_t)(end - *at));
	const char *stop = newline ? newline : end;
	while (stop > *at && stop[-1] == '\r')
		stop--;
	l->text = *at;
	while (l->text < stop && *l->text == ' ')
		l->text++;
	l->indent = (size_t)(l->text - *at);
	l->len = (size_t)(stop - l->text);
	*at = newline ? newline + 1 : end;
	return true;
}

/* Where the value of a line starts: behind "- " and "key: "; NULL: it has none. */
static const char *value_of(const struct line *l)
{
	const char *at = l->text, *end = l->text + l->len;
	if (text_start_length(at, l->len, "- "))
		at += 2;
	bool is_quoted = at < end && (*at == '"' || *at == '\'');
	const char *colon = is_quoted ? NULL : memmem(at, (size_t)(end - at), ": ", 2);
	if (!colon && at == l->text)
		return NULL;
	at = colon ? colon + 2 : at;
	while (at < end && *at == ' ')
		at++;
	return at < end ? at : NULL;
}

/* How often a quote stands in a value, those behind a backslash left aside; `*last` is
 * the last one. */
static size_t count_quotes(const char *value, const char *end, const char **last)
{
	size_t n = 0;
	char quote = *value;
	for (const char *p = value; p < end; p++) {
		if (*p == '\\' && quote == '"')
			p++;
		else if (*p == quote) {
			n++;
			*last = p;
		}
	}
	return n;
}

/* What is wrong with the quotes of a line; N_MESSAGES: nothing is. */
static enum message judge_quotes(const struct line *l)
{
	const char *value = value_of(l), *end = l->text + l->len, *last = NULL;
	if (!value || !strchr("\"'", *value))
		return N_MESSAGES;
	while (end > value && end[-1] == ' ')
		end--;
	size_t n = count_quotes(value, end, &last);
	bool is_last = last == end - 1;
	if (n == 1)
		return MSG_YAML_QUOTE_OPEN;
	if (n == 2)
		return is_last ? N_MESSAGES : MSG_YAML_QUOTE_BEHIND;
	return *value == '"' ? MSG_YAML_QUOTE_INSIDE : MSG_YAML_APOSTROPHE;
}

/* Whether a line is "key: …", of small letters as keys are, and not an item. */
static bool is_key(const struct line *l)
{
	size_t n = strcspn(l->text, ":\n");
	size_t letters = strspn(l->text, "abcdefghijklmnopqrstuvwxyz-_");
	return n > 0 && n == letters && n < l->len && l->text[0] != '-' &&
	       (n + 1 == l->len || l->text[n + 1] == ' ');
}

/* What is wrong with the line where the library stopped. */
static enum message judge_place(const struct line *l, int column)
{
	size_t colon = strcspn(l->text, ":\n");
	bool is_first = (size_t)column <= l->indent + colon + 2;
	if (yaml_item_sign(l->text, l->len) || (l->len > 1 && *l->text == '*'))
		return MSG_YAML_ITEM_SIGN;
	if (l->indent > 0 && is_key(l) && is_first)
		return MSG_YAML_INDENT;
	if (text_start_length(l->text, l->len, "- "))
		return MSG_YAML_DASH_APART;
	const char *value = value_of(l);
	return value && strchr("[{", *value) ? MSG_YAML_BRACKET : N_MESSAGES;
}

static void report(const struct yaml_fault *f, const struct line *l, enum message m,
                   struct diag *d)
{
	char sign[8] = {0}, spaces[16];
	const char *value = value_of(l), *at = l->text;
	size_t n = yaml_item_sign(l->text, l->len);
	if (m == MSG_YAML_ITEM_SIGN)
		memcpy(sign, l->text, n ? n : 1);
	else if (m != MSG_YAML_INDENT && m != MSG_YAML_DASH_APART && value)
		sign[0] = *(at = value);
	snprintf(spaces, sizeof spaces, "%zu", l->indent);
	int column = (int)l->indent + text_length(l->text, (size_t)(at - l->text)) + 1;
	struct place place = {f->path, l->number, column};
	diag_report(d, m, place, m == MSG_YAML_INDENT ? spaces : sign,
	            sign[0] == '['   ? "]"
	            : sign[0] == '{' ? "}"
	                             : NULL,
	            NULL);
}

bool yaml_slips_report(const struct yaml_fault *f, struct diag *d)
{
	const char *at = f->src;
	struct line l = {.number = f->first_line}, here = {0};
	for (; next_line(f, &at, &l); l.number++) {
		enum message m = judge_quotes(&l);
		if (m != N_MESSAGES && l.number <= f->at.line) {
			report(f, &l, m, d);
			return true;
		}
		if (l.number == f->at.line)
			here = l;
	}
	enum message m = here.text ? judge_place(&here, f->at.column) : N_MESSAGES;
	if (m != N_MESSAGES)
		report(f, &here, m, d);
	return m != N_MESSAGES;
}
