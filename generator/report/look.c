#include "report/look.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

/* Seen on a dark ground and on a light one. */
static const char *colour_of(enum severity s)
{
	switch (s) {
	case SEVERITY_ERROR: return "\033[1;31m";   /* red */
	case SEVERITY_WARNING: return "\033[1;35m"; /* magenta */
	case SEVERITY_NOTE: return "\033[1;34m";    /* blue */
	default: return "\033[1m";
	}
}

void look_add(struct buf *b, const struct terminal *t, enum severity s, const char *text)
{
	buf_add_string(b, t->has_colours ? colour_of(s) : "");
	buf_add_string(b, text);
	buf_add_string(b, t->has_colours ? "\033[0m" : "");
}

void look_add_wrapped(struct buf *b, const struct terminal *t, const char *text,
                      struct margins margins)
{
	int at = margins.at;
	bool is_first = true; /* on its line */
	if (t->columns == 0) {
		buf_add_string(b, text);
		text = "";
	}
	while (*text) {
		size_t len = strcspn(text, " ");
		int width = text_width(text, len);
		if (!is_first && at + 1 + width > t->columns) {
			buf_add_format(b, "\n%*s", margins.below, "");
			at = margins.below;
		} else if (!is_first) {
			buf_add_char(b, ' ');
			at++;
		}
		buf_add(b, text, len);
		at += width;
		is_first = false;
		text += len;
		text += strspn(text, " ");
	}
	buf_add_char(b, '\n');
}
