#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/terminal.h"
#include "report/look.h"
#include "report/places.h"
#include "report/report_internal.h"
#include "words/sentence.h"
#include "words/shown.h"

enum { INDENT = 2 };

static void add_number(struct buf *b, int number)
{
	buf_add_char(b, ':');
	buf_add_number(b, (unsigned)number);
}

const char *report_place(struct arena *a, const struct report *r, const struct place *at)
{
	struct buf b = buf_new(a);
	if (!at->path)
		return "";
	const char *path = places_here(a, &r->places, at->path);
	shown_add_line(&b, path, strlen(path));
	if (at->line > 0)
		add_number(&b, at->line);
	if (at->line > 0 && at->column > 0)
		add_number(&b, at->column);
	return buf_text(&b);
}

/* The sentence, whose first word is how grave it is, behind the indent of its line. */
static void add_sentence(struct buf *b, struct report *r, const struct finding *f,
                         enum severity s)
{
	struct arena scratch = ARENA_PRIVATE;
	int at = b->len > 0 ? INDENT : 0;
	const char *name = severity_name(s, r->lang);
	const char *all = sentence_fill(&scratch, SAY_FINDING, r->lang, name,
	                                report_sentence(&scratch, f, r->lang),
	                                message_code(f->message), NULL);
	look_add(b, &r->terminal, s, name);
	look_add_wrapped(b, &r->terminal, all + strlen(name),
	                 (struct margins){at + (int)strlen(name), at});
	arena_release(&scratch);
}

void report_text_help(struct buf *b, struct report *r, const struct finding *f,
                      int indent)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *help = report_help(&scratch, f, r->lang);
	if (help) {
		buf_add_format(b, "%*s", indent, "");
		look_add_wrapped(
			b, &r->terminal,
			sentence_fill(&scratch, SAY_FINDING_HELP, r->lang, help, NULL),
			(struct margins){indent, indent + INDENT});
	}
	const char *link = report_link(&scratch, r, f);
	if (link) /* whole, as a terminal opens it */
		buf_add_format(
			b, "%*s%s\n", indent, "",
			sentence_fill(&scratch, SAY_FINDING_LINK, r->lang, link, NULL));
	arena_release(&scratch);
}

/* Logs and files have place and sentence on one line, which tools look for; on a terminal
 * a place has a line of its own. */
void report_text(struct report *r, struct excerpt *x, const struct finding *f,
                 enum severity s, FILE *out)
{
	struct arena text = ARENA_PRIVATE;
	bool is_narrow = r->terminal.columns > 0;
	struct buf b = buf_new(&text);
	const char *place = report_place(&text, r, &f->at);
	if (*place) {
		look_add(&b, &r->terminal, SEVERITY_NONE, place);
		buf_add_string(&b, is_narrow ? "\n  " : ": ");
	}
	add_sentence(&b, r, f, s);
	excerpt_add(x, f, &b);
	report_text_help(&b, r, f, INDENT);
	fwrite(b.data, 1, b.len, out);
	arena_release(&text);
}
