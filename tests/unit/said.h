#ifndef TESTS_UNIT_SAID_H
#define TESTS_UNIT_SAID_H

/*
 * What was reported, as one string: a line a finding, in order of place, in
 * French and without an excerpt. ~ is a no-break space and ^ a narrow one.
 */

#include "base/text.h"
#include "words/diag.h"

/* Spells no-break spaces out. */
static inline const char *spelt(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);
	for (const char *at = text, *end = text + strlen(text); at < end;) {
		uint32_t c = text_next(&at, end);
		text_add_utf8(&b, c == 0xa0 ? '~' : c == 0x202f ? '^' : c);
	}
	return buf_text(&b);
}

/* Whether a French sentence has its no-break spaces, and no typewriter's signs. */
static inline bool is_typographic(struct arena *a, const char *text)
{
	static const char *const wrong[] = {" :", " ;",  " !", " ?", " »",
	                                    "« ", "...", "^:", "«^"};
	const char *line = text ? spelt(a, text) : "";
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (strstr(line, wrong[i]))
			return false;
	for (const char *p = line; (p = strchr(p, '\'')); p++)
		if (p > line && p[1] != ' ' && text_is_letter((unsigned char)p[1]))
			return false;
	return true;
}

static inline void add_finding(struct buf *b, const struct finding *f)
{
	struct arena *a = b->arena;
	if (f->at.path && *f->at.path)
		buf_add_format(b, "%s:", f->at.path);
	if (f->at.line)
		buf_add_format(b, "%d:", f->at.line);
	if (f->at.column)
		buf_add_format(b, "%d:", f->at.column);
	buf_add_format(b, " %s [%s]", spelt(a, finding_text(a, f, LANGUAGE_FR)),
	               message_code(f->message));
}

static inline const char *said(struct arena *a, struct diag *d)
{
	struct buf b = buf_new(a);
	diag_sort(d);
	for (size_t i = 0; i < d->n; i++) {
		buf_add_string(&b, i ? "\n" : "");
		add_finding(&b, &d->findings[i]);
	}
	return buf_text(&b);
}

/* The same, each finding followed by its help, where it has one. */
static inline const char *said_with_help(struct arena *a, struct diag *d)
{
	struct buf b = buf_new(a);
	diag_sort(d);
	for (size_t i = 0; i < d->n; i++) {
		const char *help = finding_help(a, &d->findings[i], LANGUAGE_FR);
		buf_add_string(&b, i ? "\n" : "");
		add_finding(&b, &d->findings[i]);
		if (help)
			buf_add_format(&b, " -> %s", spelt(a, help));
	}
	return buf_text(&b);
}

#endif
