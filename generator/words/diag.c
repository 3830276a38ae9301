#include "words/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "words/reason.h"
#include "words/shown.h"
#include "words/tally.h"

struct message_row {
	const char *code;
	enum severity severity;
	const char *text[N_LANGUAGES];
	const char *help[N_LANGUAGES];
	int since; /* 0: as its code */
};

/* The last argument of a row, its number, is left out of the first ones. */
#define ROW_SINCE(name, code, severity, fr, en, help_fr, help_en, since)                 \
	[MSG_##name] = {code, SEVERITY_##severity, {fr, en}, {help_fr, help_en}, since},
#define ROW_FIRST(name, code, severity, fr, en, help_fr, help_en)                        \
	ROW_SINCE(name, code, severity, fr, en, help_fr, help_en, 0)
#define ROW_PICK(a, b, c, d, e, f, g, h, row, ...) row
#define MESSAGE(...)                               ROW_PICK(__VA_ARGS__, ROW_SINCE, ROW_FIRST, 0)(__VA_ARGS__)
static const struct message_row rows[N_MESSAGES] = {
#include "words/messages.h"
};

/* Fails when message-names.awk does not see all of them. */
#define MESSAGE(...) +1
enum {
	N_ROWS = 0
#include "words/messages.h"
};
_Static_assert((int)N_ROWS == (int)N_MESSAGES,
               "a row whose name does not stand behind its bracket");

#define EXPLAIN_SINCE(code, fr, en, since) {code, {fr, en}, since},
#define EXPLAIN_FIRST(code, fr, en)        EXPLAIN_SINCE(code, fr, en, 1)
#define EXPLAIN_PICK(a, b, c, d, row, ...) row
#define EXPLAIN(...)                                                                     \
	EXPLAIN_PICK(__VA_ARGS__, EXPLAIN_SINCE, EXPLAIN_FIRST, 0)(__VA_ARGS__)
static const struct explanation explanations[] = {
#include "words/messages.h"
};

static const short explanation_of[N_MESSAGES] = {EXPLANATIONS_OF_MESSAGES};

const struct explanation *diag_explanations(size_t *n)
{
	*n = COUNT(explanations);
	return explanations;
}

const char *message_code(enum message m)
{
	return rows[m].code;
}

int message_since(enum message m)
{
	int since = rows[m].since, code = explanation_of[m];
	if (!since && code >= 0)
		since = explanations[code].since;
	return since ? since : 1;
}

int message_newest(void)
{
	int newest = 1;
	for (int m = 0; m < N_MESSAGES; m++)
		newest = rows[m].since > newest ? rows[m].since : newest;
	for (size_t i = 0; i < COUNT(explanations); i++)
		newest = explanations[i].since > newest ? explanations[i].since : newest;
	return newest;
}

enum severity message_severity(enum message m)
{
	return rows[m].severity;
}

struct place place_of_byte(const char *path, const char *src, size_t offset,
                           int first_line)
{
	struct place at = {path, first_line, 0};
	const char *start = src;
	for (size_t i = 0; i < offset; i++)
		if (src[i] == '\n') {
			at.line++;
			start = src + i + 1;
		}
	at.column = text_length(start, (size_t)(src + offset - start)) + 1;
	return at;
}

/* Whether a message says that something which is there could not be read. */
static bool is_unread(enum message m)
{
	static const enum message unread[] = {
		MSG_MACHINE_READ,    MSG_MACHINE_LIST,     MSG_BLOB_MISSING,
		MSG_REVISION_LONG,   MSG_REVISION_LARGE,   MSG_REPOSITORY_BROKEN,
		MSG_REPOSITORY_SLOW, MSG_REPOSITORY_CRASH, MSG_HISTORY_BROKEN,
		MSG_HISTORY_SLOW,    MSG_HISTORY_CRASH,    MSG_LEADS_OUTSIDE,
		MSG_MACHINE_HISTORY, MSG_MACHINE_FORK,
	};
	for (size_t i = 0; i < COUNT(unread); i++)
		if (m == unread[i])
			return true;
	return false;
}

/* Whether one more of a message is kept; otherwise it is counted. */
static bool may_keep(struct diag *d, enum message m, const char *path)
{
	struct tally *t = tally_get(&d->tallies, d->arena, m, path);
	if (t->n++ < MOST_KEPT)
		return true;
	if (t->n > MOST_KEPT + 1) {
		d->findings[t->rest].n_more++;
		return false;
	}
	struct finding rest = {.message = m, .n_more = 1};
	rest.at.path = path ? arena_string(d->arena, path) : NULL;
	t->rest = d->n;
	ARRAY_ADD(d->arena, d->findings, d->n, d->cap, rest);
	return false;
}

/* Findings mostly come file by file: those of one share its name. */
static const char *keep_path(struct diag *d, const char *path)
{
	const char *last = d->n ? d->findings[d->n - 1].at.path : NULL;
	if (!path || (last && strcmp(last, path) == 0))
		return path ? last : NULL;
	return arena_string(d->arena, path);
}

void diag_report(struct diag *d, enum message m, struct place at, ...)
{
	struct finding f = {.message = m, .at = at};
	d->is_last_kept = may_keep(d, m, at.path);
	if (!d->is_last_kept)
		return;
	f.at.path = keep_path(d, at.path);
	va_list args;
	va_start(args, at);
	for (size_t i = 0; i < COUNT(f.args); i++) {
		const char *arg = va_arg(args, const char *);
		if (!arg)
			break;
		f.args[i] = arena_string(d->arena, arg);
	}
	va_end(args);
	d->has_unread |= is_unread(m);
	ARRAY_ADD(d->arena, d->findings, d->n, d->cap, f);
}

bool diag_wants_changes(const struct diag *d)
{
	return d->wants_changes && d->is_last_kept && d->n > 0;
}

void diag_cure(struct diag *d, struct change change)
{
	struct finding *f = diag_wants_changes(d) ? &d->findings[d->n - 1] : NULL;
	if (!f || f->n_changes == MOST_CHANGES)
		return;
	if (!f->changes)
		f->changes = arena_array(d->arena, MOST_CHANGES, sizeof *f->changes);
	change.order = d->n_changes++;
	change.at.path = arena_string(d->arena, change.at.path);
	change.old = arena_string(d->arena, change.old);
	change.fresh = arena_string(d->arena, change.fresh);
	f->changes[f->n_changes++] = change;
}

void diag_report_failure(struct diag *d, enum message m, struct place at,
                         const char *name, int error)
{
	diag_report(d, m, at, name, reason_text(error, LANGUAGE_FR),
	            reason_text(error, LANGUAGE_EN), NULL);
}

void diag_report_unread(struct diag *d, enum message m, const char *path, int error)
{
	diag_report_failure(d, m, (struct place){path, 0, 0}, path, error);
}

void diag_keep_unread(struct diag *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->n; i++)
		if (is_unread(d->findings[i].message))
			d->findings[n++] = d->findings[i];
	d->n = n;
	d->tallies = (struct map){0};
}

void diag_add(struct diag *dst, const struct finding *findings, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		dst->has_unread |= is_unread(findings[i].message);
		ARRAY_ADD(dst->arena, dst->findings, dst->n, dst->cap, findings[i]);
	}
}

void diag_name_from(struct diag *d, size_t first, const char *folder)
{
	size_t len = strlen(folder);
	while (len > 0 && folder[len - 1] == '/')
		len--;
	for (size_t i = first; len && i < d->n; i++) {
		const char **path = &d->findings[i].at.path;
		if (!*path || strncmp(*path, folder, len) != 0)
			continue;
		const char *rest = *path + len;
		if (*rest == '/')
			*path = rest + strspn(rest, "/");
		else if (!*rest)
			*path = ".";
	}
}

void diag_append(struct diag *dst, const struct diag *src)
{
	diag_add(dst, src->findings, src->n);
}

static int compare_text(const char *a, const char *b)
{
	if (a == b)
		return 0;
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

static int compare_findings(const void *pa, const void *pb)
{
	const struct finding *a = pa, *b = pb;
	int order = compare_text(a->at.path, b->at.path);
	if (order == 0)
		order = (a->at.line > b->at.line) - (a->at.line < b->at.line);
	if (order == 0)
		order = (a->at.column > b->at.column) - (a->at.column < b->at.column);
	if (order == 0)
		order = strcmp(rows[a->message].code, rows[b->message].code);
	if (order == 0)
		order = (a->message > b->message) - (a->message < b->message);
	if (order == 0)
		order = (a->n_more > 0) - (b->n_more > 0);
	for (size_t i = 0; order == 0 && i < COUNT(a->args); i++)
		order = compare_text(a->args[i], b->args[i]);
	return order;
}

void diag_sort(struct diag *d)
{
	if (d->n == 0)
		return;
	/* Findings that compare equal are the same finding: no tie to break. */
	qsort(d->findings, d->n, sizeof *d->findings, compare_findings);
	size_t n = 1;
	for (size_t i = 1; i < d->n; i++)
		if (compare_findings(&d->findings[n - 1], &d->findings[i]) != 0)
			d->findings[n++] = d->findings[i];
		else if (d->findings[i].n_more)
			d->findings[n - 1].n_more += d->findings[i].n_more;
	d->n = n;
	d->tallies = (struct map){0}; /* they say where findings stood */
}

size_t finding_weight(const struct finding *f)
{
	return f->n_more ? f->n_more : 1;
}

size_t diag_count(const struct diag *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->n; i++)
		n += finding_weight(&d->findings[i]);
	return n;
}

/* Whether a count takes the singular: one, and in French zero. */
static bool is_singular(const char *count, enum language lang)
{
	return strcmp(count, "1") == 0 ||
	       (lang == LANGUAGE_FR && strcmp(count, "0") == 0);
}

/* Adds what stands between the braces of "{1}" or "{1?page:pages}", of `len` bytes, once
 * its argument is known. */
static void add_filled(struct buf *b, const char *mark, size_t len, const char *arg,
                       enum language lang)
{
	if (len == 1) {
		shown_add(b, arg, strlen(arg));
		return;
	}
	const char *one = mark + 2, *end = mark + len;
	const char *colon = one + strcspn(one, ":");
	if (is_singular(arg, lang))
		buf_add(b, one, (size_t)(colon - one));
	else
		buf_add(b, colon + 1, (size_t)(end - colon) - 1);
}

/* The bytes between the braces at `p`, when they name one of n arguments; 0 otherwise. */
static size_t mark_length(const char *p, size_t n)
{
	size_t len = *p == '{' ? strcspn(p + 1, "{}") : 0;
	bool is_number = len > 0 && p[1] >= '1' && (size_t)(p[1] - '0') <= n;
	bool is_mark = is_number && p[len + 1] == '}' &&
	               (len == 1 || (p[2] == '?' && memchr(p, ':', len)));
	return is_mark ? len : 0;
}

char *message_fill(struct arena *a, const char *fmt, const struct filling *with)
{
	struct buf b = buf_new(a);
	for (const char *p = fmt; *p; p++) {
		size_t before = strcspn(p, "{"), len = mark_length(p, with->n);
		if (len == 0) {
			before += before == 0;
			buf_add(&b, p, before);
			p += before - 1;
			continue;
		}
		const char *arg = with->args[p[1] - '1'];
		if (!arg)
			return NULL;
		if (len == 1 && b.len == 0)
			shown_add_line(&b, arg, strlen(arg));
		else
			add_filled(&b, p + 1, len, arg, with->lang);
		p += len + 1;
	}
	buf_reserve(&b, 0);
	return b.data;
}

/* The sentence with its arguments in place; NULL when one that it needs was not given. */
static char *fill(struct arena *a, const char *fmt, const struct finding *f,
                  enum language lang)
{
	return message_fill(a, fmt, &(struct filling){f->args, COUNT(f->args), lang});
}

char *finding_text(struct arena *a, const struct finding *f, enum language lang)
{
	char *text = fill(a, rows[f->message].text[lang], f, lang);
	return text ? text : arena_string(a, rows[f->message].text[lang]);
}

char *finding_help(struct arena *a, const struct finding *f, enum language lang)
{
	const char *help = rows[f->message].help[lang];
	const char *otherwise = help ? strchr(help, '|') : NULL;
	if (!otherwise)
		return help ? fill(a, help, f, lang) : NULL;
	char *text = fill(a, arena_copy(a, help, (size_t)(otherwise - help)), f, lang);
	return text ? text : fill(a, otherwise + 1, f, lang);
}

/* Whether a name is that of a finding's own file, whole or from a folder on. */
static bool is_own_file(const struct finding *f, const char *name)
{
	const char *path = f->at.path ? f->at.path : "";
	size_t len = strlen(path), n = strlen(name);
	return n > 0 && n <= len && strcmp(path + len - n, name) == 0 &&
	       (n == len || path[len - n - 1] == '/');
}

char *finding_subject(struct arena *a, const struct finding *f)
{
	struct buf b = buf_new(a);
	const char *sentence = rows[f->message].text[LANGUAGE_FR];
	for (size_t i = 0; i < COUNT(f->args); i++) {
		const char mark[] = {'{', (char)('1' + i), '}', '\0'}, *arg = f->args[i];
		bool is_number = arg && !arg[strspn(arg, "0123456789")];
		if (!arg || is_number || !strstr(sentence, mark))
			continue;
		buf_add_string(&b, b.len ? ", " : "");
		buf_add_string(&b, is_own_file(f, arg) ? "." : arg);
	}
	return arena_string(a, buf_text(&b));
}

const char *severity_name(enum severity s, enum language lang)
{
	static const char *const names[][N_LANGUAGES] = {
		[SEVERITY_NONE] = {"non", "none"},
		[SEVERITY_REMARK] = {"remarque", "remark"},
		[SEVERITY_NOTE] = {"note", "note"},
		[SEVERITY_WARNING] = {"avertissement", "warning"},
		[SEVERITY_ERROR] = {"erreur", "error"},
	};
	return names[s][lang];
}
