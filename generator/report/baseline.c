#include "report/baseline.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/text.h"
#include "base/version.h"
#include "course/config.h"
#include "course/find.h"
#include "report/excerpt.h"
#include "words/reason.h"
#include "words/sentence.h"
#include "words/shown.h"

enum {
	LARGEST_BASELINE = 16 << 20,
	MOST_COMPLAINTS = 10,  /* about lines: what has more is not a baseline */
	LONGEST_SUBJECT = 160, /* bytes; longer ones are cut and end with their hash */
	LONGEST_COUNT = 6,     /* digits */
};

static const char SIGN[] = "# sommaire";
/* A comment of the file: "# version 0.1.0, messages 2". */
static const char VERSION_SIGN[] = "# version ", GENERATION_SIGN[] = ", messages ";

/* One line of the file. */
struct known {
	const char *path, *code, *subject;
	long count, used;
	bool is_gone;       /* no such file any more */
	struct known *next; /* another line of by_rest with this code and subject */
};

/* Text that stands in one field of one line: control characters, backslashes and bytes
 * that are not UTF-8 as \xNN. */
static const char *add_field(struct arena *a, const char *text, size_t len)
{
	struct buf b = buf_new(a);
	size_t valid = text_check(text, len);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		bool is_wrong = i == valid;
		if (is_wrong)
			valid = i + 1 + text_check(text + i + 1, len - i - 1);
		if (c < ' ' || c == 0x7f || c == '\\' || is_wrong)
			buf_add_format(&b, "\\x%02x", c);
		else
			buf_add_char(&b, (char)c);
	}
	return buf_text(&b);
}

static const char *cut_subject(struct arena *a, const char *text)
{
	size_t len = strlen(text), at = LONGEST_SUBJECT;
	if (len <= LONGEST_SUBJECT)
		return text;
	while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
		at--;
	return arena_format(a, "%.*s… %08x", (int)at, text,
	                    (unsigned)(hash_bytes(text, len) & 0xffffffff));
}

/* What a finding is about: what its sentence names, or the text it stands on. */
static const char *subject_of(struct arena *a, struct excerpt *x, const struct finding *f)
{
	const char *subject = finding_subject(a, f);
	size_t len = strlen(subject);
	if (!len)
		subject = excerpt_text(x, f, &len);
	return cut_subject(a, add_field(a, subject, len));
}

/* Between tabs, which no field holds. */
static const char *name_of(struct arena *a, const char *path, const char *code,
                           const char *subject)
{
	return arena_format(a, "%s\t%s\t%s", path, code, subject);
}

/* Whether a fault may be known: one of the course's files, not of the machine. */
static bool may_be_known(const struct report *r, const struct finding *f)
{
	static const char *const never[] = {"fautes-connues", "fichier-illisible",
	                                    "page-en-echec", "contenu-absent",
	                                    "dossier-illisible"};
	for (size_t i = 0; i < COUNT(never); i++)
		if (strcmp(message_code(f->message), never[i]) == 0)
			return false;
	return f->at.path && report_severity(r, f) >= SEVERITY_NOTE;
}

static bool is_gone(const struct site *site, const char *path)
{
	size_t len = strlen(site->config.content);
	bool is_content = strncmp(path, site->config.content, len) == 0 &&
	                  (len == 0 || path[len] == '/');
	bool is_page = strcmp(path_extension(path), ".md") == 0;
	return is_content && is_page && !strchr(path, '\\') && !excerpt_file(site, path);
}

static void add_known(struct baseline *b, struct known line)
{
	struct known *same = map_find_string(
		&b->by_name, name_of(&b->arena, line.path, line.code, line.subject));
	if (same) { /* a merge may leave a line twice */
		same->count = line.count > same->count ? line.count : same->count;
		return;
	}
	struct known *k = arena_alloc(&b->arena, sizeof *k);
	*k = line;
	k->is_gone = is_gone(b->site, k->path);
	ARRAY_ADD(&b->arena, b->known, b->n, b->cap, k);
	map_put_string(&b->by_name, name_of(&b->arena, k->path, k->code, k->subject), k);
	if (k->is_gone)
		k->next = map_put_string(&b->by_rest,
		                         name_of(&b->arena, "", k->code, k->subject), k);
}

/* One line between tabs: file, code, number, text. False when it has another form. */
static bool parse_line(struct arena *a, const char *at, size_t len, struct known *out)
{
	const char *fields[4] = {NULL, NULL, NULL, ""};
	char *line = arena_copy(a, at, len);
	if (memchr(at, '\0', len) || text_check(at, len) != len)
		return false;
	size_t n = 0;
	for (char *field = line; field && n < COUNT(fields); n++) {
		fields[n] = field;
		field = n < 3 ? strchr(field, '\t') : NULL;
		if (field)
			*field++ = '\0';
	}
	size_t digits = n > 2 ? strspn(fields[2], "0123456789") : 0;
	if (!digits || digits > LONGEST_COUNT || fields[2][digits] || !*fields[0] ||
	    !*fields[1])
		return false;
	*out = (struct known){.path = fields[0],
	                      .code = fields[1],
	                      .subject = fields[3],
	                      .count = strtol(fields[2], NULL, 10)};
	return true;
}

/* Lines of a file, one after the other. */
struct lines {
	const char *next, *end;
	const char *at; /* the line, without its end */
	size_t len;
	int number;
};

static struct lines lines_of(struct bytes file)
{
	bool has_bom = file.len >= 3 && memcmp(file.data, "\xef\xbb\xbf", 3) == 0;
	return (struct lines){.next = file.data + (has_bom ? 3 : 0),
	                      .end = file.data + file.len};
}

static bool next_line(struct lines *l)
{
	if (l->next >= l->end)
		return false;
	const char *newline = memchr(l->next, '\n', (size_t)(l->end - l->next));
	l->at = l->next;
	l->len = (size_t)((newline ? newline : l->end) - l->at);
	l->next += l->len + (newline != NULL);
	while (l->len > 0 && l->at[l->len - 1] == '\r')
		l->len--;
	l->number++;
	return true;
}

/* Reads the generation that a comment notes; a file without it is of the first one. */
static void read_generation(struct baseline *b, const struct lines *l)
{
	const char *end = l->at + l->len, *at;
	if (!text_start_length(l->at, l->len, VERSION_SIGN))
		return;
	at = memmem(l->at, l->len, GENERATION_SIGN, strlen(GENERATION_SIGN));
	if (!at)
		return;
	int generation = 0;
	for (at += strlen(GENERATION_SIGN);
	     at < end && generation < 1000 && text_is_digit((unsigned char)*at); at++)
		generation = generation * 10 + (*at - '0');
	b->generation = generation > 0 ? generation : 1;
}

static bool is_comment(const struct lines *l)
{
	return l->len == 0 || *l->at == '#';
}

static void parse_file(struct baseline *b, struct bytes file, struct diag *d)
{
	struct lines l = lines_of(file);
	struct known line;
	int n_wrong = 0;
	if (strncmp(l.next, SIGN, strlen(SIGN)) != 0) {
		diag_report(d, MSG_BASELINE_OTHER_FILE, (struct place){b->shown, 1, 1},
		            b->shown, NULL);
		b->is_refused = b->site->options->baseline != NULL;
		return;
	}
	while (n_wrong < MOST_COMPLAINTS && next_line(&l)) {
		read_generation(b, &l);
		if (is_comment(&l))
			continue;
		if (parse_line(&b->arena, l.at, l.len, &line)) {
			add_known(b, line);
			continue;
		}
		n_wrong++;
		diag_report(d, MSG_BASELINE_LINE, (struct place){b->shown, l.number, 1},
		            NULL);
	}
}

/* The file that is in force: the command line's, else that of site.yml. */
static bool find_file(struct baseline *b, struct bytes *file)
{
	const struct options *o = b->site->options;
	if (o->baseline) {
		b->path = b->shown = o->baseline;
		return file_read(&b->arena, b->path, LARGEST_BASELINE, file);
	}
	b->shown = path_resolve(&b->arena, "", b->site->config.baseline);
	b->shown = b->shown && *b->shown ? b->shown : b->site->config.baseline;
	b->path = path_join(&b->arena, o->root, b->shown);
	errno = EXDEV; /* "../" leads out of the course */
	return path_resolve(&b->arena, "", b->shown) &&
	       site_read_file(b->site, b->shown, LARGEST_BASELINE, file);
}

void baseline_read(struct baseline *b, const struct site *site)
{
	struct bytes file;
	*b = (struct baseline){.site = site, .generation = 1};
	b->by_name = map_new(&b->arena);
	b->by_rest = map_new(&b->arena);
	b->unlisted = site_map_unlisted(site, &b->arena);
	b->taken = (struct diag){.arena = &b->arena};
	const struct options *o = site->options;
	bool is_wanted = !o->without_exceptions && !o->write_baseline;
	if (!is_wanted || (!o->baseline && !site->config.baseline))
		return;
	if (find_file(b, &file)) {
		parse_file(b, file, site->diag);
	} else if (reason_is_of_machine(errno)) {
		diag_report_unread(site->diag, MSG_MACHINE_READ, b->shown, errno);
	} else {
		diag_report_failure(site->diag,
		                    reason_is_absence(errno) ? MSG_BASELINE_MISSING
		                                             : MSG_BASELINE_UNFIT,
		                    (struct place){o->baseline ? NULL : "site.yml", 0, 0},
		                    b->shown, errno);
		b->is_refused = o->baseline != NULL;
	}
}

/* The line that knows a finding, and has not yet answered for as many as it says. */
static struct known *find_known(struct baseline *b, struct arena *scratch,
                                const struct finding *f, const char *subject)
{
	const char *code = message_code(f->message);
	const char *path = add_field(scratch, f->at.path, strlen(f->at.path));
	struct known *k =
		map_find_string(&b->by_name, name_of(scratch, path, code, subject));
	if (k && k->used < k->count)
		return k;
	k = map_find_string(&b->by_rest, name_of(scratch, "", code, subject));
	while (k && k->used >= k->count)
		k = k->next;
	return k;
}

/* Moves what is known, or all that may be, from `d` to b->taken. */
static void take(struct baseline *b, const struct report *r, struct diag *d, bool all)
{
	struct arena scratch = ARENA_PRIVATE;
	struct excerpt x = {.site = b->site};
	size_t n = 0;
	for (size_t i = 0; i < d->n; i++) {
		struct finding f = d->findings[i];
		bool is_taken = may_be_known(r, &f);
		if (is_taken && !all) {
			struct known *k =
				find_known(b, &scratch, &f, subject_of(&scratch, &x, &f));
			is_taken = k != NULL;
			if (k)
				k->used++;
		}
		if (is_taken)
			ARRAY_ADD(b->taken.arena, b->taken.findings, b->taken.n,
			          b->taken.cap, f);
		else
			d->findings[n++] = f;
		arena_reset(&scratch);
	}
	d->n = n;
	excerpt_close(&x);
	arena_release(&scratch);
}

/* What is said of a page that is not listed, when it is new: it is a fault that it is not
 * listed. N_MESSAGES: the message says something else. */
static enum message message_of_new(enum message m)
{
	switch (m) {
	case MSG_UNLISTED: return MSG_UNLISTED_NEW;
	case MSG_UNLISTED_BESIDE: return MSG_UNLISTED_NEW_BESIDE;
	case MSG_UNLISTED_AFTER: return MSG_UNLISTED_NEW_AFTER;
	default: return N_MESSAGES;
	}
}

/* Tells of pages that are not listed and new as faults; returns their paths. Without a
 * baseline those are new that were added since the course was published last. */
static struct map find_new(struct baseline *b, struct diag *d)
{
	struct arena scratch = ARENA_PRIVATE;
	struct map added = map_new(&b->arena);
	for (size_t i = 0; i < d->n; i++) {
		struct finding *f = &d->findings[i];
		enum message as_new = message_of_new(f->message);
		if (as_new == N_MESSAGES)
			continue;
		/* Older ones do not say which pages were not listed on their day. */
		bool may_tell = b->generation >= message_since(as_new);
		const struct page *page = map_find_string(&b->unlisted, f->at.path);
		bool is_new = b->path ? may_tell && !find_known(b, &scratch, f, "")
		                      : page && page->is_added;
		if (is_new) {
			f->message = as_new;
			map_put_string(&added, f->at.path, b);
		}
		arena_reset(&scratch);
	}
	arena_release(&scratch);
	return added;
}

void baseline_weigh_outside(struct baseline *b, struct diag *d)
{
	b->has_outside = true;
	if (!b->site->n_unlisted)
		return;
	struct map added = find_new(b, d);
	for (size_t i = 0; i < d->n; i++) {
		struct finding *f = &d->findings[i];
		if (f->at.path && map_find_string(&b->unlisted, f->at.path) &&
		    !map_find_string(&added, f->at.path))
			f->at_most = SEVERITY_NOTE;
	}
}

/* Whether a line knows what is no longer there, or less of it. What is wrong on a page
 * that is not listed is found by who looks there. */
static bool is_stale(const struct baseline *b, const struct known *k)
{
	bool was_looked_at = b->has_outside || !map_find_string(&b->unlisted, k->path);
	return was_looked_at && (k->is_gone || k->used < k->count);
}

/* What newer messages say could not be noted: who upgrades is not to be stopped by it. */
static void soften_newer(struct baseline *b, struct diag *d)
{
	if (!b->path || b->generation >= message_newest())
		return;
	for (size_t i = 0; i < d->n; i++)
		if (message_since(d->findings[i].message) > b->generation)
			d->findings[i].at_most = SEVERITY_REMARK;
}

void baseline_take(struct baseline *b, const struct report *r, struct diag *d)
{
	size_t n_stale = 0;
	soften_newer(b, d);
	if (b->n == 0)
		return; /* files are not read to find that nothing is known */
	take(b, r, d, false);
	for (size_t i = 0; i < b->n; i++)
		n_stale += is_stale(b, b->known[i]);
	if (!n_stale || b->site->options->shrinks_baseline)
		return;
	diag_report(d, MSG_BASELINE_STALE, (struct place){b->shown, 0, 0},
	            arena_format(&b->arena, "%zu", n_stale), b->shown, NULL);
	diag_sort(d);
}

void baseline_take_all(struct baseline *b, const struct report *r, struct diag *d)
{
	take(b, r, d, true);
}

static int compare_known(const void *pa, const void *pb)
{
	const struct known *a = pa, *b = pb;
	int order = strcmp(a->path, b->path);
	order = order ? order : strcmp(a->code, b->code);
	return order ? order : strcmp(a->subject, b->subject); /* equal: merged below */
}

/* A file as it is named in the course's folder, where commands are typed; no path of a
 * machine. */
static const char *name_in_course(const struct baseline *b, const char *path)
{
	const char *root = b->site->options->root;
	size_t len = strlen(root);
	if (strncmp(path, root, len) == 0 && path[len] == '/')
		return path + len + strspn(path + len, "/");
	return *path == '/' ? path_name(path) : path;
}

static void add_header(struct baseline *b, struct buf *out, const char *path,
                       enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *shown = shown_text(&scratch, name_in_course(b, path));
	buf_add_format(out, "%s\n%s%s%s%d\n%s", sentence_text(SAY_BASELINE_FIRST, lang),
	               VERSION_SIGN, SOMMAIRE_VERSION, GENERATION_SIGN, message_newest(),
	               sentence_fill(&scratch, SAY_BASELINE_REST, lang, shown, NULL));
	arena_release(&scratch);
}

static void add_lines(struct baseline *b, struct buf *out)
{
	struct excerpt x = {.site = b->site};
	size_t n = b->taken.n;
	struct known *lines = arena_array(&b->arena, n + 1, sizeof *lines);
	for (size_t i = 0; i < n; i++) {
		const struct finding *f = &b->taken.findings[i];
		lines[i] = (struct known){
			.path = add_field(&b->arena, f->at.path, strlen(f->at.path)),
			.code = message_code(f->message),
			.subject = subject_of(&b->arena, &x, f)};
	}
	if (n)
		qsort(lines, n, sizeof *lines, compare_known);
	for (size_t i = 0, first; i < n;) {
		first = i;
		while (i < n && compare_known(&lines[first], &lines[i]) == 0)
			i++;
		const struct known *k = &lines[first];
		buf_add_format(out, "%s\t%s\t%zu%s%s\n", k->path, k->code, i - first,
		               *k->subject ? "\t" : "", k->subject);
	}
	excerpt_close(&x);
}

/* A folder behind which no link is followed, and a file below it. */
struct target {
	const char *root, *path;
};

/* Where a baseline is written: below the course where it belongs to it, else below the
 * folder that the command line names. */
static struct target find_target(struct baseline *b, const char *path)
{
	struct arena *a = &b->arena;
	const char *root = b->site->options->root;
	if (path == b->path && path != b->site->options->baseline)
		return (struct target){root, b->shown};
	struct target typed = {path_folder(a, path), path_name(path)};
	char here[PATH_MAX];
	if (!getcwd(here, sizeof here))
		return typed;
	const char *from = path_join(a, here + 1, ""); /* what is resolved has no "/" */
	const char *top = path_resolve(a, from, path_join(a, root, ""));
	const char *file = path_resolve(a, from, path);
	size_t len = top ? strlen(top) : 0;
	bool is_inside = top && file && strncmp(file, top, len) == 0 && file[len];
	return is_inside ? (struct target){root, file + len} : typed;
}

/* By the whole of its first line a file is known that may be written over: many begin
 * with SIGN. */
static bool is_first_line(const struct lines *l)
{
	for (int lang = 0; lang < N_LANGUAGES; lang++) {
		const char *first =
			sentence_text(SAY_BASELINE_FIRST, (enum language)lang);
		if (strlen(first) == l->len && memcmp(first, l->at, l->len) == 0)
			return true;
	}
	return false;
}

/* Whether a text is a baseline and nothing else. */
static bool is_baseline(struct arena *a, struct bytes file)
{
	struct lines l = lines_of(file);
	struct known unused;
	if (!next_line(&l) || !is_first_line(&l))
		return false;
	while (next_line(&l))
		if (!is_comment(&l) && !parse_line(a, l.at, l.len, &unused))
			return false;
	return true;
}

/* Whether a file may be written over: it is empty, or a baseline. */
static bool is_ours(struct arena *a, const char *path)
{
	struct bytes old;
	if (!file_read(a, path, LARGEST_BASELINE, &old))
		return reason_is_absence(errno);
	errno = EEXIST;
	return old.len == 0 || is_baseline(a, old);
}

bool baseline_write(struct baseline *b, const char *path, enum language lang)
{
	struct arena text = ARENA_PRIVATE;
	struct buf out = buf_new(&text);
	struct target t = find_target(b, path);
	if (!file_has_no_link(t.root, t.path) ||
	    !is_ours(&b->arena, path_join(&b->arena, t.root, t.path)))
		return false;
	add_header(b, &out, path, lang);
	add_lines(b, &out);
	bool ok = file_replace(t.root, t.path, (struct bytes){out.data, out.len});
	int reason = errno;
	arena_release(&text);
	errno = reason;
	return ok;
}

void baseline_close(struct baseline *b)
{
	arena_release(&b->arena);
}
