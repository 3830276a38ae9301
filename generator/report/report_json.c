#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "report/places.h"
#include "report/report_internal.h"
#include "words/shown.h"

/* A path may be of any bytes, and is told as it is: what a terminal would obey or not
 * show is "\u202e" to it, and the same to who reads JSON. */
static void add_path(struct buf *b, const char *path)
{
	const char *at = path, *end = path + strlen(path);
	while (at < end) {
		const char *start = at;
		uint32_t c = text_next(&at, end);
		bool is_wrong = text_check(start, (size_t)(at - start)) == 0;
		bool is_hidden = shown_is_unseen(c) || (c >= 0x7f && c < 0xa0) ||
		                 (c == '[' && shown_opens_command(b));
		if (is_wrong)
			text_add_utf8(b, c);
		else if (is_hidden && c > 0xffff)
			buf_add_format(b, "\\u%04x\\u%04x", 0xd7c0 + (c >> 10),
			               0xdc00 + (c & 0x3ff));
		else if (is_hidden)
			buf_add_format(b, "\\u%04x", c);
		else
			text_add_json(b, start, (size_t)(at - start));
	}
}

static void print_field(const char *name, const struct buf *value, FILE *out)
{
	fprintf(out, "\"%s\": \"%s\"", name, buf_text(value));
}

static void print_json_text(const char *name, const char *text, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	text_add_json(&b, text, strlen(text));
	print_field(name, &b, out);
	arena_release(&scratch);
}

static void print_path(const char *name, const char *path, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	add_path(&b, path);
	print_field(name, &b, out);
	arena_release(&scratch);
}

void report_json(struct report *r, const struct finding *f, enum severity s,
                 bool is_first, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *help = report_help(&scratch, f, r->lang);
	const char *link = report_link(&scratch, r, f);
	fputs(is_first ? "\n  {" : ",\n  {", out);
	print_path("path", f->at.path ? f->at.path : "", out);
	fprintf(out, ", \"line\": %d, \"column\": %d, ", f->at.line, f->at.column);
	print_json_text("severity", severity_name(s, LANGUAGE_EN), out);
	fputs(", ", out);
	print_json_text("code", message_code(f->message), out);
	fputs(", ", out);
	print_json_text("message", report_sentence(&scratch, f, r->lang), out);
	if (help) {
		fputs(", ", out);
		print_json_text("help", help, out);
	}
	if (link) {
		fputs(", ", out);
		print_json_text("link", link, out);
	}
	if (f->n_more)
		fprintf(out, ", \"count\": %zu", f->n_more);
	fputs("}", out);
	arena_release(&scratch);
}

void report_sarif_rules(const struct report *r, const struct diag *d, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	struct map written = map_new(&scratch);
	const char *before = "\n    {";
	for (size_t i = 0; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		const char *code = message_code(f->message);
		const char *link = report_link(&scratch, r, f);
		if (!link || !report_severity(r, f) || map_find_string(&written, code))
			continue;
		map_put_string(&written, code, &written);
		fputs(written.n == 1 ? ", \"rules\": [" : "", out);
		fputs(before, out);
		print_json_text("id", code, out);
		fputs(", ", out);
		print_json_text("helpUri", link, out);
		fputs("}", out);
		before = ",\n    {";
	}
	fputs(written.n ? "]" : "", out);
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
	print_json_text("text", report_sentence(&scratch, f, r->lang), out);
	fputs("}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {", out);
	print_path("uri",
	           places_in_repository(&scratch, &r->places,
	                                f->at.path ? f->at.path : "site.yml"),
	           out);
	fprintf(out, "}, \"region\": {\"startLine\": %d, \"startColumn\": %d}}}]",
	        f->at.line ? f->at.line : 1, f->at.column ? f->at.column : 1);
	if (f->n_more)
		fprintf(out, ", \"occurrenceCount\": %zu", f->n_more);
	fputs("}", out);
	arena_release(&scratch);
}
