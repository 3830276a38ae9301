#include "app/report.h"

#include <string.h>

#include "base/text.h"
#include "format/yaml.h"
#include "model/config.h"

enum { LARGEST_FILE = 64 << 20, WIDEST_LINE = 200 };

static bool parse_severity(const struct value *v, enum severity *out)
{
	if (v->kind == VALUE_BOOL && !v->boolean) {
		*out = SEVERITY_NONE;
		return true;
	}
	for (int i = SEVERITY_NONE; v->kind == VALUE_TEXT && i <= SEVERITY_ERROR; i++)
		for (int lang = 0; lang < N_LANGUAGES; lang++)
			if (strcmp(v->text, severity_name((enum severity)i,
			                                  (enum language)lang)) == 0) {
				*out = (enum severity)i;
				return true;
			}
	return false;
}

enum severity report_severity(const struct report *r, enum message m)
{
	enum severity severity = message_severity(m);
	const struct value *checks = &r->site->config.checks;
	const char *code = message_code(m);
	if (checks->kind == VALUE_MAP && !r->without_exceptions) {
		const struct value_entry *e =
			value_map_find(checks->map, code, strlen(code));
		if (e)
			parse_severity(&e->value, &severity);
	}
	return severity == SEVERITY_WARNING && r->is_strict ? SEVERITY_ERROR : severity;
}

void report_check_config(struct site *site)
{
	size_t n;
	const struct explanation *known = diag_explanations(&n);
	const struct value *checks = &site->config.checks;
	const char **codes = arena_array(site->arena, n, sizeof *codes);
	for (size_t i = 0; i < n; i++)
		codes[i] = known[i].code;
	for (size_t i = 0; checks->kind == VALUE_MAP && i < checks->map->n; i++) {
		const struct value_entry *e = &checks->map->entries[i];
		struct place at = {"site.yml", e->line, e->column};
		enum severity unused;
		size_t k = 0;
		while (k < n && strcmp(codes[k], e->key) != 0)
			k++;
		if (k == n)
			diag_report(site->diag, MSG_UNKNOWN_KEY, at, e->key,
			            text_nearest(e->key, codes, n), NULL);
		const char *word = value_scalar(site->arena, &e->value);
		if (!word)
			diag_report(site->diag, MSG_WRONG_TYPE, at, e->key, "un seul mot",
			            "a single word", NULL);
		else if (!parse_severity(&e->value, &unused))
			diag_report(site->diag, MSG_WRONG_CHOICE, at, e->key, word,
			            "erreur, avertissement, note, remarque, non", NULL);
	}
}

/* The file that findings are about, read once for all of its findings. */
struct excerpt {
	struct arena arena;
	const char *path;
	struct bytes bytes;
	bool is_there;
	/* The last place asked for, since findings come in order: a line, where it
	 * starts, and the byte of a column in it. */
	int line, column;
	const char *at;
	size_t byte;
};

static void open_excerpt(struct excerpt *x, const struct report *r, const char *path)
{
	if (x->path && strcmp(x->path, path) == 0)
		return;
	arena_reset(&x->arena);
	x->path = path;
	x->is_there = false;
	x->at = NULL;
	const struct source *content = &r->site->source;
	size_t len = strlen(r->site->config.content);
	const char *inside = len && strncmp(path, r->site->config.content, len) == 0 &&
	                                     path[len] == '/'
	                             ? path + len + 1
	                             : path;
	const struct source_file *file = content->n ? source_find(content, inside) : NULL;
	if (file)
		x->is_there =
			source_read(content, &x->arena, file, LARGEST_FILE, &x->bytes);
	else
		x->is_there = site_read_file(r->site, path, LARGEST_FILE, &x->bytes);
}

static const char *find_line(struct excerpt *x, int number, size_t *len)
{
	const char *end = x->bytes.data + x->bytes.len;
	bool is_behind = x->at && x->line <= number;
	const char *at = is_behind ? x->at : x->bytes.data;
	for (int line = is_behind ? x->line : 1; line < number; line++) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at++)
			return NULL;
	}
	if (!is_behind || x->line < number) {
		x->column = 1;
		x->byte = 0;
	}
	x->line = number;
	x->at = at;
	const char *newline = memchr(at, '\n', (size_t)(end - at));
	*len = (size_t)((newline ? newline : end) - at);
	while (*len > 0 && at[*len - 1] == '\r')
		(*len)--;
	return at;
}

/* Tabs and control characters as one space: the caret must stand where it should. */
static void print_line(FILE *out, const char *line, size_t len)
{
	fputs("  ", out);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)line[i];
		bool is_control = c < 0x20 || c == 0x7f ||
		                  (c == 0xc2 && (unsigned char)line[i + 1] < 0xa0);
		fputc(is_control ? ' ' : c, out);
		i += is_control && c == 0xc2;
	}
	fputc('\n', out);
}

/* Bytes of the first `n` characters of a line. */
static size_t bytes_of(const char *line, size_t len, int n)
{
	const char *at = line, *end = line + len;
	for (; n > 0 && at < end; n--)
		text_next(&at, end);
	return (size_t)(at - line);
}

/* The byte that starts the nth character before byte `at`. */
static size_t bytes_back(const char *line, size_t at, int n)
{
	while (at > 0 && n > 0)
		n -= ((unsigned char)line[--at] & 0xc0) != 0x80;
	return at;
}

/* The byte of a column, counted on from the last one asked for. */
static size_t find_column(struct excerpt *x, const char *line, size_t len, int column)
{
	if (column < x->column || x->byte > len) {
		x->column = 1;
		x->byte = 0;
	}
	x->byte += bytes_of(line + x->byte, len - x->byte, column - x->column);
	x->column = column > 1 ? column : 1;
	return x->byte;
}

static void print_excerpt(struct excerpt *x, const struct report *r,
                          const struct finding *f, FILE *out)
{
	size_t len;
	if (f->at.line < 1)
		return;
	open_excerpt(x, r, f->at.path);
	const char *line = x->is_there ? find_line(x, f->at.line, &len) : NULL;
	if (!line || len == 0)
		return;
	size_t before = find_column(x, line, len, f->at.column), start = 0;
	/* Of a very long line only the part around the place is shown. */
	if (len > WIDEST_LINE) {
		start = bytes_back(line, before, WIDEST_LINE / 2);
		size_t stop = start + bytes_of(line + start, len - start, WIDEST_LINE);
		len = stop;
	}
	print_line(out, line + start, len - start);
	if (f->at.column > 0)
		fprintf(out, "  %*s^\n", text_width(line + start, before - start), "");
}

static void print_place(const struct finding *f, struct arena *scratch, FILE *out)
{
	if (!f->at.path)
		return;
	fputs(diag_shown(scratch, f->at.path), out);
	if (f->at.line > 0)
		fprintf(out, ":%d", f->at.line);
	if (f->at.line > 0 && f->at.column > 0)
		fprintf(out, ":%d", f->at.column);
	fputs(": ", out);
}

static void print_text(struct report *r, struct excerpt *x, const struct finding *f,
                       enum severity s, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *help = finding_help(&scratch, f, r->lang);
	print_place(f, &scratch, out);
	fprintf(out, "%s%s: %s [%s]\n", severity_name(s, r->lang),
	        r->lang == LANGUAGE_FR ? NBSP : "", finding_text(&scratch, f, r->lang),
	        message_code(f->message));
	if (f->at.path)
		print_excerpt(x, r, f, out);
	if (help)
		fprintf(out, "  %s %s\n",
		        r->lang == LANGUAGE_FR ? "aide" NBSP ":" : "help:", help);
	arena_release(&scratch);
}

static void print_json_text(const char *name, const char *text, FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	struct buf b = buf_new(&scratch);
	text_add_json(&b, text, strlen(text));
	fprintf(out, "\"%s\": \"%s\"", name, buf_text(&b));
	arena_release(&scratch);
}

static void print_json(struct report *r, const struct finding *f, enum severity s,
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
static void print_sarif(struct report *r, const struct finding *f, enum severity s,
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

/* In workflow commands `%` escapes; in a property `:` and `,` end it. */
static void print_github_text(const char *text, bool is_property, FILE *out)
{
	for (const char *p = text; *p; p++)
		if (*p == '%' || (is_property && (*p == ':' || *p == ',')))
			fprintf(out, "%%%02X", (unsigned)*p);
		else
			fputc(*p, out);
}

/* Workflow commands: what GitHub shows beside the lines of a change. */
static void print_github(struct report *r, const struct finding *f, enum severity s,
                         FILE *out)
{
	static const char *const commands[] = {"", "", "notice", "warning", "error"};
	struct arena scratch = ARENA_PRIVATE;
	const char *help = finding_help(&scratch, f, r->lang);
	fprintf(out, "::%s ", commands[s]);
	if (f->at.path) {
		fputs("file=", out);
		print_github_text(diag_shown(&scratch, f->at.path), true, out);
		fputc(',', out);
	}
	if (f->at.line > 0)
		fprintf(out, "line=%d,", f->at.line);
	if (f->at.column > 0)
		fprintf(out, "col=%d,", f->at.column);
	fprintf(out, "title=%s::", message_code(f->message));
	print_github_text(finding_text(&scratch, f, r->lang), false, out);
	if (help) {
		fputs("%0A", out);
		print_github_text(help, false, out);
	}
	fputc('\n', out);
	arena_release(&scratch);
}

static void print_markdown(struct report *r, const struct finding *f, enum severity s,
                           FILE *out)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *help = finding_help(&scratch, f, r->lang);
	fprintf(out, "- `");
	fprintf(out, "%s", f->at.path ? diag_shown(&scratch, f->at.path) : "site.yml");
	if (f->at.line > 0)
		fprintf(out, ":%d", f->at.line);
	fprintf(out, "` %s, `%s`%s: %s", severity_name(s, r->lang),
	        message_code(f->message), NBSP, finding_text(&scratch, f, r->lang));
	fprintf(out, help ? " — %s\n" : "%s\n", help ? help : "");
	arena_release(&scratch);
}

/* Remarks of style are for who reads the whole report: they would drown what is to be
 * mended now. */
static bool is_shown(enum severity s, enum report_format format)
{
	bool is_report = format != REPORT_TEXT && format != REPORT_GITHUB;
	return s > SEVERITY_REMARK || (s == SEVERITY_REMARK && is_report);
}

void report_write(struct report *r, const struct diag *d, enum report_format format,
                  FILE *out)
{
	struct excerpt x = {.path = NULL};
	bool is_first = true;
	if (format == REPORT_JSON)
		fputs("[", out);
	if (format == REPORT_SARIF)
		fputs("{\"version\": \"2.1.0\", \"$schema\": "
		      "\"https://json.schemastore.org/sarif-2.1.0.json\", \"runs\": "
		      "[{\"tool\": {\"driver\": "
		      "{\"name\": \"sommaire\"}}, \"results\": [",
		      out);
	for (size_t i = 0; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		enum severity s = report_severity(r, f->message);
		if (!is_shown(s, format))
			continue;
		r->n_errors += s == SEVERITY_ERROR;
		r->n_warnings += s == SEVERITY_WARNING;
		r->n_notes += s == SEVERITY_NOTE;
		switch (format) {
		case REPORT_TEXT: print_text(r, &x, f, s, out); break;
		case REPORT_MARKDOWN: print_markdown(r, f, s, out); break;
		case REPORT_JSON: print_json(r, f, s, is_first, out); break;
		case REPORT_SARIF: print_sarif(r, f, s, is_first, out); break;
		case REPORT_GITHUB: print_github(r, f, s, out); break;
		}
		is_first = false;
	}
	if (format == REPORT_JSON)
		fputs(is_first ? "]\n" : "\n]\n", out);
	if (format == REPORT_SARIF)
		fputs("]}]}\n", out);
	arena_release(&x.arena);
}
