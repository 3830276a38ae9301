#include <string.h>

#include "base/mem.h"
#include "report/report_markdown.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/sentence.h"
#include "words/shown.h"

enum { MOST_OPEN = 12 }; /* items of a list that stands open; longer ones are folded */

const char *markdown_say(const struct markdown *m, enum sentence s)
{
	return sentence_text(s, m->r->lang);
}

void markdown_counts(struct markdown *m, enum sentence s, const size_t *counts, size_t n)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *args[9];
	for (size_t i = 0; i < n; i++)
		args[i] = arena_format(&scratch, "%zu", counts[i]);
	fputs(message_fill(&scratch, sentence_text(s, m->r->lang),
	                   &(struct filling){args, n, m->r->lang}),
	      m->out);
	arena_release(&scratch);
}

void markdown_text(struct markdown *m, const char *text)
{
	struct arena scratch = ARENA_PRIVATE;
	for (const char *p = shown_text(&scratch, text); *p; p++)
		if (*p == '<' || *p == '>' || *p == '&')
			fprintf(m->out, "&#%d;", *p);
		else if (strchr("\\`*_[]|~", *p))
			fprintf(m->out, "\\%c", *p);
		else
			fputc(*p, m->out);
	arena_release(&scratch);
}

void markdown_code(struct markdown *m, const char *text)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *shown = shown_text(&scratch, text);
	int longest = 0, run = 0; /* more backquotes go around than it holds */
	for (const char *p = shown; *p; p++) {
		run = *p == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	for (int i = 0; i <= longest; i++)
		fputc('`', m->out);
	fprintf(m->out, longest ? " %s " : "%s", shown);
	for (int i = 0; i <= longest; i++)
		fputc('`', m->out);
	arena_release(&scratch);
}

void markdown_heading(struct markdown *m, int level, const char *text)
{
	fprintf(m->out, "%s%.*s %s\n\n", m->is_below_heading ? "" : "\n", level, "####",
	        text);
	m->is_below_heading = true;
}

bool markdown_open_list(struct markdown *m, size_t n, const char *name)
{
	struct arena scratch = ARENA_PRIVATE;
	if (n > MOST_OPEN)
		fprintf(m->out, "<details>\n<summary>%s</summary>\n\n",
		        sentence_fill(&scratch, SAY_REPORT_FOLDED, m->r->lang, name,
		                      arena_format(&scratch, "%zu", n), NULL));
	arena_release(&scratch);
	return n > MOST_OPEN;
}

void markdown_close_list(struct markdown *m, bool was_folded)
{
	fputs(was_folded ? "\n</details>\n" : "", m->out);
}
