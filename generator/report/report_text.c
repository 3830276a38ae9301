#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "report/report_internal.h"
#include "words/sentence.h"
#include "words/shown.h"

static void print_place(const struct finding *f, struct arena *scratch, FILE *out)
{
	if (!f->at.path)
		return;
	struct buf b = buf_new(scratch);
	shown_add_line(&b, f->at.path, strlen(f->at.path));
	fputs(buf_text(&b), out);
	if (f->at.line > 0)
		fprintf(out, ":%d", f->at.line);
	if (f->at.line > 0 && f->at.column > 0)
		fprintf(out, ":%d", f->at.column);
	fputs(": ", out);
}

void report_text(struct report *r, struct excerpt *x, const struct finding *f,
                 enum severity s, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *help = report_help(&scratch, f, r->lang);
	print_place(f, &scratch, out);
	fprintf(out, "%s\n",
	        sentence_fill(&scratch, SAY_FINDING, r->lang, severity_name(s, r->lang),
	                      report_sentence(&scratch, f, r->lang),
	                      message_code(f->message), NULL));
	excerpt_print(x, f, out);
	if (help)
		fprintf(out, "  %s\n",
		        sentence_fill(&scratch, SAY_FINDING_HELP, r->lang, help, NULL));
	arena_release(&scratch);
}
