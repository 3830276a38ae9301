#include "report/report_internal.h"

#include "base/mem.h"
#include "report/places.h"
#include "words/shown.h"

/* In workflow commands `%` escapes; in a property `:` and `,` end it. */
static void print_github_text(const char *text, bool is_property, FILE *out)
{
	for (const char *p = text; *p; p++)
		if (*p == '%' || (is_property && (*p == ':' || *p == ',')))
			fprintf(out, "%%%02X", (unsigned)*p);
		else
			fputc(*p, out);
}

void report_github(struct report *r, const struct finding *f, enum severity s, FILE *out)
{
	static const char *const commands[] = {"", "", "notice", "warning", "error"};
	struct arena scratch = ARENA_PRIVATE;
	const char *help = report_help(&scratch, f, r->lang);
	fprintf(out, "::%s ", commands[s]);
	if (f->at.path) {
		fputs("file=", out);
		const char *path = places_in_repository(&scratch, &r->places, f->at.path);
		print_github_text(shown_text(&scratch, path), true, out);
		fputc(',', out);
	}
	if (f->at.line > 0)
		fprintf(out, "line=%d,", f->at.line);
	if (f->at.column > 0)
		fprintf(out, "col=%d,", f->at.column);
	fprintf(out, "title=%s::", message_code(f->message));
	print_github_text(report_sentence(&scratch, f, r->lang), false, out);
	if (help) {
		fputs("%0A", out);
		print_github_text(help, false, out);
	}
	const char *link = report_link(&scratch, r, f);
	if (link) {
		fputs("%0A", out);
		print_github_text(link, false, out);
	}
	fputc('\n', out);
	arena_release(&scratch);
}
