#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "report/report_internal.h"
#include "words/sentence.h"
#include "words/shown.h"

static void add_number(struct buf *b, int number)
{
	buf_add_char(b, ':');
	buf_add_number(b, (unsigned)number);
}

static void add_place(struct buf *b, const struct place *at)
{
	if (!at->path)
		return;
	shown_add_line(b, at->path, strlen(at->path));
	if (at->line > 0)
		add_number(b, at->line);
	if (at->line > 0 && at->column > 0)
		add_number(b, at->column);
	buf_add_string(b, ": ");
}

/* A sentence on a line of its own. */
static void add_sentence(struct buf *b, const char *before, const char *sentence)
{
	buf_add_string(b, before);
	buf_add_string(b, sentence);
	buf_add_char(b, '\n');
}

void report_text(struct report *r, struct excerpt *x, const struct finding *f,
                 enum severity s, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE, text = ARENA_PRIVATE;
	struct buf b = buf_new(&text);
	const char *help = report_help(&scratch, f, r->lang);
	add_place(&b, &f->at);
	add_sentence(&b, "",
	             sentence_fill(&scratch, SAY_FINDING, r->lang,
	                           severity_name(s, r->lang),
	                           report_sentence(&scratch, f, r->lang),
	                           message_code(f->message), NULL));
	excerpt_add(x, f, &b);
	if (help)
		add_sentence(
			&b, "  ",
			sentence_fill(&scratch, SAY_FINDING_HELP, r->lang, help, NULL));
	const char *link = report_link(&scratch, r, f);
	if (link)
		add_sentence(
			&b, "  ",
			sentence_fill(&scratch, SAY_FINDING_LINK, r->lang, link, NULL));
	fwrite(b.data, 1, b.len, out);
	arena_release(&text);
	arena_release(&scratch);
}
