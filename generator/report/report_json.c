#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "report/report_internal.h"

static void print_json_text(const char *name, const char *text, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	text_add_json(&b, text, strlen(text));
	fprintf(out, "\"%s\": \"%s\"", name, buf_text(&b));
	arena_release(&scratch);
}

void report_json(struct report *r, const struct finding *f, enum severity s,
                 bool is_first, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *help = finding_help(&scratch, f, r->lang);
	fputs(is_first ? "\n  {" : ",\n  {", out);
	print_json_text("path", f->at.path ? f->at.path : "", out);
	fprintf(out, ", \"line\": %d, \"column\": %d, ", f->at.line, f->at.column);
	print_json_text("severity", severity_name(s, LANGUAGE_EN), out);
	fputs(", ", out);
	print_json_text("code", message_code(f->message), out);
	fputs(", ", out);
	print_json_text("message", finding_text(&scratch, f, r->lang), out);
	if (help) {
		fputs(", ", out);
		print_json_text("help", help, out);
	}
	fputs("}", out);
	arena_release(&scratch);
}

/* SARIF 2.1.0, the least that forges read. */
void report_sarif(struct report *r, const struct finding *f, enum severity s,
                  bool is_first, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	fputs(is_first ? "\n    {" : ",\n    {", out);
	print_json_text("ruleId", message_code(f->message), out);
	fprintf(out, ", \"level\": \"%s\", \"message\": {",
	        s == SEVERITY_REMARK ? "note" : severity_name(s, LANGUAGE_EN));
	print_json_text("text", finding_text(&scratch, f, r->lang), out);
	fputs("}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {", out);
	print_json_text("uri", f->at.path ? f->at.path : "site.yml", out);
	fprintf(out, "}, \"region\": {\"startLine\": %d, \"startColumn\": %d}}}]}",
	        f->at.line ? f->at.line : 1, f->at.column ? f->at.column : 1);
	arena_release(&scratch);
}
