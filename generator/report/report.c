#include "report/report_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "course/find.h"
#include "course/keys.h"
#include "data/value.h"
#include "data/yaml.h"
#include "report/bounded.h"
#include "words/reason.h"
#include "words/sentence.h"

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

/* Whether a code judges how a text is written, which is told of courses only: other
 * repositories have customs of their own. */
static bool is_of_prose(const char *code)
{
	static const char *const codes[] = {
		"adresse-affichee", "alternative-vide", "description-absente",
		"paragraphe-long",  "phrase-longue",    "redaction",
		"sigle-inconnu",    "titre-de-page",    "titre-en-gras",
	};
	for (size_t i = 0; i < COUNT(codes); i++)
		if (strcmp(codes[i], code) == 0)
			return true;
	return false;
}

enum severity report_severity(const struct report *r, const struct finding *f)
{
	enum severity severity = message_severity(f->message);
	const struct value *checks = &r->site->config.checks;
	const char *code = message_code(f->message);
	if (!r->site->is_course && is_of_prose(code))
		severity = SEVERITY_NONE;
	if (checks->kind == VALUE_MAP && !r->without_exceptions) {
		const struct value_entry *e =
			value_map_find(checks->map, code, strlen(code));
		if (e)
			parse_severity(&e->value, &severity);
	}
	if (f->at_most && severity > f->at_most)
		severity = f->at_most;
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
			keys_report(site->diag, at, e->key, SAY_WANTS_CHOICE);
		else if (!parse_severity(&e->value, &unused))
			diag_report(site->diag, MSG_WRONG_CHOICE, at, e->key, word,
			            "erreur, avertissement, note, remarque, non", NULL);
	}
}

/* Remarks of style are for who reads the whole report: they would drown what is to be
 * mended now. */
static bool is_shown(enum severity s, enum report_format format)
{
	bool is_report = format != REPORT_TEXT && format != REPORT_GITHUB;
	return s > SEVERITY_REMARK || (s == SEVERITY_REMARK && is_report);
}

/* What is said in one line of text where there are more than a few: a list for reports.
 * Faults are told one by one. */
static const struct fold {
	const char *code; /* of each */
	enum message many;
} folds[] = {
	{"page-non-listee", MSG_UNLISTED_MANY},
};

static bool is_one_of(const struct fold *fold, enum message m)
{
	return m != fold->many && message_severity(m) <= SEVERITY_NOTE &&
	       strcmp(message_code(m), fold->code) == 0;
}

enum { MOST_SHOWN = 10, PIECE = 64 << 10 };

/* What is written to a stream that gathers nothing is gathered here first. */
struct pieces {
	FILE *gathered, *to;
	char *text;
	size_t len;
};

const char *report_sentence(struct arena *a, const struct finding *f, enum language lang)
{
	if (!f->n_more)
		return finding_text(a, f, lang);
	return sentence_fill(a, SAY_FINDING_MORE, lang, arena_format(a, "%zu", f->n_more),
	                     NULL);
}

const char *report_help(struct arena *a, const struct finding *f, enum language lang)
{
	return f->n_more ? NULL : finding_help(a, f, lang);
}

const char *report_link(struct arena *a, const struct report *r, const struct finding *f)
{
	const char *page = r->site ? r->site->config.help : NULL;
	return page ? arena_format(a, "%s#%s", page, message_code(f->message)) : NULL;
}

/* Which of the findings text and annotations fold, and the paths that come last. */
struct writing {
	struct report *r;
	enum report_format format;
	FILE *out;
	struct excerpt excerpt;
	struct arena scratch;
	struct map outside; /* paths of pages that are not published */
	struct pieces *pieces;
	size_t counts[COUNT(folds)];
	bool is_first;
};

static bool is_folded(const struct writing *w, enum message m)
{
	for (size_t i = 0; w->format == REPORT_TEXT && i < COUNT(folds); i++)
		if (is_one_of(&folds[i], m))
			return w->counts[i] > MOST_SHOWN;
	return false;
}

/* Writes what was gathered when it is enough; the same memory is used again. */
static void pass_on(struct pieces *p, size_t enough)
{
	if (fflush(p->gathered) != 0 || !p->text) /* glibc says nothing of the latter */
		mem_exhausted(p->len);
	if (p->len < enough)
		return;
	fwrite(p->text, 1, p->len, p->to);
	rewind(p->gathered);
}

static void write_finding(struct writing *w, const struct finding *f)
{
	struct report *r = w->r;
	enum severity s = report_severity(r, f);
	if (!is_shown(s, w->format))
		return;
	switch (w->format) {
	case REPORT_TEXT:
		report_text(r, &w->excerpt, f, s, w->out);
		fputs(r->terminal.is_there ? "\n" : "", w->out);
		break;
	case REPORT_JSON: report_json(r, f, s, w->is_first, w->out); break;
	case REPORT_SARIF: report_sarif(r, f, s, w->is_first, w->out); break;
	case REPORT_GITHUB: report_github(r, f, s, w->out); break;
	case REPORT_MARKDOWN: break; /* written as a whole */
	}
	w->is_first = false;
	if (w->pieces)
		pass_on(w->pieces, PIECE);
}

static void count(struct writing *w, const struct diag *d)
{
	struct report *r = w->r;
	for (size_t i = 0; i < d->n; i++) {
		enum message m = d->findings[i].message;
		size_t n = finding_weight(&d->findings[i]);
		switch (report_severity(r, &d->findings[i])) {
		case SEVERITY_ERROR: r->n_errors += n; break;
		case SEVERITY_WARNING: r->n_warnings += n; break;
		case SEVERITY_NOTE: r->n_notes += n; break;
		case SEVERITY_REMARK: r->n_remarks += n; break;
		case SEVERITY_NONE: break;
		}
		for (size_t k = 0; k < COUNT(folds); k++)
			if (is_one_of(&folds[k], m))
				w->counts[k] += n;
	}
}

/* For people: faults that readers meet first, then those of pages that nobody sees, then
 * lists in one line. */
static void write_for_people(struct writing *w, const struct diag *d)
{
	w->outside = site_map_unlisted(w->r->site, &w->scratch);
	for (int last = 0; last < 2; last++)
		for (size_t i = 0; i < d->n; i++) {
			const struct finding *f = &d->findings[i];
			bool is_outside =
				f->at.path && map_find_string(&w->outside, f->at.path);
			if (is_outside == last && !is_folded(w, f->message))
				write_finding(w, f);
		}
	for (size_t i = 0; w->format == REPORT_TEXT && i < COUNT(folds); i++)
		if (w->counts[i] > MOST_SHOWN)
			write_finding(w, &(struct finding){
						 .message = folds[i].many,
						 .args = {arena_format(&w->scratch, "%zu",
			                                               w->counts[i])}});
}

static void write_for_machines(struct writing *w, const struct diag *d)
{
	bool is_json = w->format == REPORT_JSON;
	fputs(is_json ? "["
	              : "{\"version\": \"2.1.0\", \"$schema\": "
	                "\"https://json.schemastore.org/sarif-2.1.0.json\", \"runs\": "
	                "[{\"tool\": {\"driver\": {\"name\": \"sommaire\"",
	      w->out);
	if (!is_json) {
		report_sarif_rules(w->r, d, w->out);
		fputs("}}, \"results\": [", w->out);
	}
	for (size_t i = 0; i < d->n; i++)
		write_finding(w, &d->findings[i]);
	fputs(!is_json ? "]}]}\n" : w->is_first ? "]\n" : "\n]\n", w->out);
}

static void write_findings(struct writing *w, const struct diag *d)
{
	count(w, d);
	struct diag listed = bounded_copy(&w->scratch, d);
	bool is_short = w->r->terminal.is_there && !w->r->lists_all;
	if (w->format == REPORT_MARKDOWN)
		report_markdown(w->r, d, w->out);
	else if (w->format == REPORT_TEXT && is_short)
		report_terminal(w->r, d, w->out);
	else if (w->format == REPORT_TEXT || w->format == REPORT_GITHUB)
		write_for_people(w, &listed);
	else
		write_for_machines(w, &listed);
	excerpt_close(&w->excerpt);
	arena_release(&w->scratch);
}

/* In large pieces to stderr, which gathers nothing: a report is written sign by sign. */
void report_write(struct report *r, const struct diag *d, enum report_format format,
                  FILE *out)
{
	struct pieces p = {.to = out};
	struct writing w = {
		.r = r,
		.format = format,
		.out = out,
		.excerpt = {.site = r->site, .widest = r->terminal.columns - 4},
		.is_first = true};
	p.gathered = out == stderr ? open_memstream(&p.text, &p.len) : NULL;
	if (p.gathered) {
		w.pieces = &p;
		w.out = p.gathered;
	}
	write_findings(&w, d);
	if (!p.gathered)
		return;
	pass_on(&p, 0);
	fclose(p.gathered);
	free(p.text);
}

void report_alone(enum language lang, const struct finding *f, FILE *out)
{
	struct report r = {.lang = lang};
	struct excerpt none = {.site = NULL};
	report_text(&r, &none, f, message_severity(f->message), out);
}

struct finding report_unwritten(const char *path, int reason)
{
	enum message m = reason == ELOOP                ? MSG_WRITE_LINK
	                 : reason == EXDEV              ? MSG_WRITE_OUTSIDE
	                 : reason == EEXIST             ? MSG_WRITE_TAKEN
	                 : reason_is_of_machine(reason) ? MSG_WRITE_FAILED
	                                                : MSG_WRITE_PLACE;
	return (struct finding){.message = m,
	                        .args = {path, reason_text(reason, LANGUAGE_FR),
	                                 reason_text(reason, LANGUAGE_EN)}};
}
