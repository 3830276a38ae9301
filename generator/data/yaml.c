#include "data/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/text.h"
#include "data/conflicts.h"
#include "data/yaml_slips.h"

enum { DEEPEST = 16, LONGEST_FRONT_MATTER = 64 << 10 };

struct reader {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	const char *src;
	size_t len;
	int first_line;
	yaml_parser_t parser;
	bool is_broken; /* a fault was reported: stop */
	/* Lines end for libyaml where they do for nobody else. */
	bool has_odd_ends;
	struct walked {
		size_t index; /* characters behind `at` */
		const char *at;
		int line, column;
	} walked; /* to the last place that was asked for */
};

static const char BYTE_ORDER_MARK[] = "\xef\xbb\xbf";

static const char *text_start(const struct reader *r)
{
	size_t len = strlen(BYTE_ORDER_MARK);
	bool has_it = r->len >= len && memcmp(r->src, BYTE_ORDER_MARK, len) == 0;
	return r->src + (has_it ? len : 0);
}

/* U+0085, U+2028 and U+2029: line breaks of YAML 1.1 (https://yaml.org/spec/1.1/). */
static bool has_odd_ends(const char *text, size_t len)
{
	return memmem(text, len, "\xc2\x85", 2) || memmem(text, len, "\xe2\x80\xa8", 3) ||
	       memmem(text, len, "\xe2\x80\xa9", 3);
}

/* Goes on to the character of this number; marks come in the order of the text mostly. */
static void walk_to(struct reader *r, size_t index)
{
	struct walked *w = &r->walked;
	const char *end = r->src + r->len;
	if (!w->at || index < w->index)
		*w = (struct walked){0, text_start(r), r->first_line, 1};
	for (; w->index < index && w->at < end; w->index++) {
		uint32_t c = text_next(&w->at, end);
		bool ends = c == '\n' || (c == '\r' && !(w->at < end && *w->at == '\n'));
		w->line += ends;
		w->column = ends ? 1 : w->column + 1;
	}
}

static struct place place_of(struct reader *r, yaml_mark_t mark)
{
	if (!r->has_odd_ends)
		return (struct place){r->path, r->first_line + (int)mark.line,
		                      (int)mark.column + 1};
	walk_to(r, mark.index);
	return (struct place){r->path, r->walked.line, r->walked.column};
}

/* The byte at a mark, which counts characters behind a byte order mark; NUL when outside.
 */
static char byte_at(struct reader *r, yaml_mark_t mark)
{
	walk_to(r, mark.index);
	return r->walked.at < r->src + r->len ? *r->walked.at : '\0';
}

/* Where the value of "key: value" starts, of a line that has one without quotes; NULL:
 * it has none, or is an item of a list, whose first colon may be either. */
static const char *find_value(const char *line, size_t len)
{
	const char *colon = memmem(line, len, ": ", 2), *end = line + len;
	const char *value = colon ? colon + 2 : end;
	const char *first = line;
	while (first < end && *first == ' ')
		first++;
	while (value < end && *value == ' ')
		value++;
	bool is_free = value < end && !strchr("\"'|>[{&*!#\r\n", *value) &&
	               (!colon || !memchr(first, '#', (size_t)(colon - first)));
	return is_free && first < end && !strchr("\"'-", *first) ? value : NULL;
}

static void cure_value(struct diag *d, struct place at, const char *line, size_t len)
{
	while (len > 0 && strchr(" \r\n", line[len - 1]))
		len--;
	const char *value = find_value(line, len);
	if (!value || !diag_wants_changes(d))
		return;
	struct buf b = buf_new(d->arena);
	buf_add_char(&b, '"');
	for (const char *p = value; p < line + len; p++) {
		if (*p == '"' || *p == '\\')
			buf_add_char(&b, '\\');
		buf_add_char(&b, *p);
	}
	buf_add_char(&b, '"');
	at.column = text_length(line, (size_t)(value - line)) + 1;
	diag_cure(d, (struct change){.at = at,
	                             .old = arena_copy(d->arena, value,
	                                               (size_t)(line + len - value)),
	                             .fresh = buf_text(&b)});
}

/* Length of the line at `src`, its end included. */
static size_t line_length(const char *src, const char *end)
{
	const char *newline = memchr(src, '\n', (size_t)(end - src));
	return (size_t)(newline ? newline + 1 - src : end - src);
}

/* The line of the file with this number, its end included; NULL: there is none. */
static const char *find_line(const struct reader *r, int number, size_t *len)
{
	const char *at = r->src, *end = r->src + r->len;
	for (int i = r->first_line; i < number && at < end; i++)
		at += line_length(at, end);
	*len = at < end ? line_length(at, end) : 0;
	return at < end ? at : NULL;
}

/* A value that is no plain one: quotes around it are the cure. */
static void report_value(struct reader *r, enum message m, struct place at,
                         const char *sign)
{
	size_t len;
	const char *line = find_line(r, at.line, &len);
	diag_report(r->diag, m, at, sign, NULL);
	if (line)
		cure_value(r->diag, at, line, len);
}

/* Signs that YAML keeps for itself: @ ` % and a tab. */
static void report_first_sign(struct reader *r, struct place at)
{
	char sign[2] = {byte_at(r, r->parser.problem_mark), '\0'};
	if (sign[0] == '\t')
		diag_report(r->diag, MSG_YAML_TAB, at, NULL);
	else
		report_value(r, MSG_YAML_FIRST_SIGN, at, sign);
}

/* A line without colon and space. The space may be there, but one that does not break. */
static void report_bare(struct reader *r, struct place at, enum message otherwise)
{
	size_t len;
	const char *line = find_line(r, at.line, &len);
	const char *colon = line ? memchr(line, ':', len) : NULL;
	bool is_no_break = line && (memmem(line, len, ":" NBSP, 3) ||
	                            memmem(line, len, ":" NNBSP, 4));
	diag_report(r->diag, is_no_break ? MSG_YAML_NO_BREAK : otherwise, at, NULL);
	if (!is_no_break)
		return;
	at.column = text_length(line, (size_t)(colon - line)) + 1;
	diag_cure(r->diag,
	          (struct change){.at = at,
	                          .old = strncmp(colon + 1, NBSP, strlen(NBSP)) == 0
	                                         ? ":" NBSP
	                                         : ":" NNBSP,
	                          .fresh = ": "});
}

/* An item of a list that goes on with what looks like the next item: its dash stands
 * further right than the others. */
static void report_stray_dash(struct reader *r, const struct value *item, int last)
{
	size_t len;
	int number = item->line;
	const char *line = find_line(r, number, &len), *end = r->src + r->len;
	while (line && (line += len) < end && ++number <= last) {
		size_t blank = 0;
		len = line_length(line, end);
		while (blank < len && line[blank] == ' ')
			blank++;
		size_t sign = yaml_item_sign(line + blank, len - blank);
		if (!sign && (len - blank < 2 || memcmp(line + blank, "- ", 2) != 0))
			continue;
		diag_report(r->diag, sign ? MSG_YAML_ITEM_SIGN : MSG_YAML_DASH,
		            (struct place){r->path, number, (int)blank + 1},
		            arena_copy(r->arena, line + blank, sign), NULL);
		return;
	}
}

static void report_syntax(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const char *problem = p->problem ? p->problem : "";
	bool is_open = p->context && (strstr(p->context, "quoted scalar") ||
	                              strstr(p->context, "flow"));
	bool is_bare = p->context &&
	               strstr(p->context, "simple key"); /* "key:value" or "key value" */
	/* What is never closed is found at the end; the author looks for where it opens.
	 */
	struct place at =
		place_of(r, is_open || is_bare ? p->context_mark : p->problem_mark);
	struct yaml_fault f = {r->path, r->src, r->len, r->first_line, at};
	r->is_broken = true;
	bool is_told = p->error != YAML_READER_ERROR && yaml_slips_report(&f, r->diag);
	if (is_told)
		return;
	if (strstr(problem, "mapping values are not allowed"))
		report_value(r, MSG_YAML_COLON, at, NULL);
	else if (is_bare)
		report_bare(r, at, MSG_YAML_NO_COLON);
	else if (strstr(problem, "block sequence entries are not allowed"))
		diag_report(r->diag, MSG_YAML_INLINE_LIST, at, NULL);
	else if (strstr(problem, "cannot start any token"))
		report_first_sign(r, at);
	else if (p->error == YAML_READER_ERROR)
		diag_report(
			r->diag, MSG_YAML_CONTROL,
			place_of_byte(r->path, r->src, p->problem_offset, r->first_line),
			NULL);
	else
		diag_report(r->diag, MSG_YAML_SYNTAX, at, problem, NULL);
}

static bool next_event(struct reader *r, yaml_event_t *e)
{
	if (r->is_broken)
		return false;
	if (yaml_parser_parse(&r->parser, e))
		return true;
	if (r->parser.error == YAML_MEMORY_ERROR)
		mem_exhausted(r->len);
	report_syntax(r);
	return false;
}

static bool is_whole_number(const char *s)
{
	size_t digits = strspn(s + (*s == '-'), "0123456789");
	const char *first = s + (*s == '-');
	return digits > 0 && digits < 16 && first[digits] == '\0' &&
	       (digits == 1 || *first != '0') && strcmp(s, "-0") != 0;
}

static int64_t parse_whole_number(const char *s)
{
	int64_t n = 0;
	for (const char *p = s + (*s == '-'); *p; p++)
		n = n * 10 + (*p - '0');
	return *s == '-' ? -n : n;
}

static struct value scalar_value(struct reader *r, const yaml_event_t *e)
{
	const char *text = (const char *)e->data.scalar.value;
	size_t len = e->data.scalar.length;
	if (e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE) {
		if (len == 0 || strcmp(text, "~") == 0 || strcmp(text, "null") == 0)
			return VALUE_NONE;
		if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0)
			return value_bool(*text == 't');
		if (is_whole_number(text))
			return value_int(parse_whole_number(text));
	}
	return value_text_n(arena_copy(r->arena, text, len), len);
}

static struct value read_value(struct reader *r, yaml_event_t *e, int depth);

static struct value read_list(struct reader *r, int depth)
{
	struct value_list *list = arena_alloc(r->arena, sizeof *list);
	yaml_event_t e;
	while (next_event(r, &e)) {
		bool is_end = e.type == YAML_SEQUENCE_END_EVENT;
		if (!is_end) {
			struct value item = read_value(r, &e, depth);
			if (item.is_folded)
				report_stray_dash(r, &item, place_of(r, e.end_mark).line);
			value_list_add(r->arena, list, item);
		}
		yaml_event_delete(&e);
		if (is_end)
			break;
	}
	return value_of_list(list);
}

/* Whether a key or value has an anchor, or is an alias. */
static bool is_reference(const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_ALIAS_EVENT: return true;
	case YAML_SCALAR_EVENT: return e->data.scalar.anchor != NULL;
	case YAML_SEQUENCE_START_EVENT: return e->data.sequence_start.anchor != NULL;
	case YAML_MAPPING_START_EVENT: return e->data.mapping_start.anchor != NULL;
	default: return false;
	}
}

/* Reads the key's value and files both, unless the key stands there already. */
static void read_entry(struct reader *r, struct value_map *map, const char *key,
                       struct place at, int depth)
{
	yaml_event_t e;
	if (!next_event(r, &e))
		return;
	struct value v = read_value(r, &e, depth);
	yaml_event_delete(&e);
	const struct value_entry *before = value_map_find(map, key, strlen(key));
	if (before) {
		char line[16];
		snprintf(line, sizeof line, "%d", before->line);
		diag_report(r->diag, MSG_YAML_DUPLICATE, at, key, line, NULL);
		return;
	}
	struct value_entry *entry = value_map_add(r->arena, map, key, v);
	entry->line = at.line;
	entry->column = at.column;
}

static struct value read_map(struct reader *r, int depth)
{
	struct value_map *map = arena_alloc(r->arena, sizeof *map);
	yaml_event_t e;
	while (next_event(r, &e)) {
		bool is_end = e.type == YAML_MAPPING_END_EVENT;
		struct place at = place_of(r, e.start_mark);
		if (is_reference(&e)) {
			r->is_broken = true;
			diag_report(r->diag, MSG_YAML_ALIAS, at, NULL);
		} else if (e.type == YAML_SCALAR_EVENT) {
			const char *key =
				arena_copy(r->arena, (const char *)e.data.scalar.value,
			                   e.data.scalar.length);
			read_entry(r, map, key, at, depth);
		} else if (!is_end) {
			r->is_broken = true;
			diag_report(r->diag, MSG_YAML_SYNTAX, at, "key", NULL);
		}
		yaml_event_delete(&e);
		if (is_end)
			break;
	}
	return value_of_map(map);
}

static struct value read_value(struct reader *r, yaml_event_t *e, int depth)
{
	struct place at = place_of(r, e->start_mark);
	struct value v = VALUE_NONE;
	if (is_reference(e)) {
		struct yaml_fault f = {r->path, r->src, r->len, r->first_line, at};
		if (!yaml_slips_report(&f, r->diag))
			diag_report(r->diag, MSG_YAML_ALIAS, at, NULL);
		r->is_broken = true;
	} else if (depth >= DEEPEST) {
		diag_report(r->diag, MSG_YAML_DEEP, at, NULL);
		r->is_broken = true;
	} else if (e->type == YAML_SCALAR_EVENT) {
		v = scalar_value(r, e);
		v.is_folded = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
		              e->end_mark.line > e->start_mark.line;
		v.is_quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	} else if (e->type == YAML_SEQUENCE_START_EVENT) {
		v = read_list(r, depth + 1);
	} else if (e->type == YAML_MAPPING_START_EVENT) {
		v = read_map(r, depth + 1);
	}
	v.line = at.line;
	v.column = at.column;
	return v;
}

static struct value read_document(struct reader *r)
{
	struct value v = VALUE_NONE;
	yaml_event_t e;
	while (next_event(r, &e)) {
		bool is_end = e.type == YAML_STREAM_END_EVENT ||
		              e.type == YAML_DOCUMENT_END_EVENT;
		if (e.type != YAML_STREAM_START_EVENT &&
		    e.type != YAML_DOCUMENT_START_EVENT && !is_end)
			v = read_value(r, &e, 0);
		yaml_event_delete(&e);
		if (is_end)
			break;
	}
	return v;
}

/*
 * The start of the first line that a tab indents, which the library takes
 * for a continued text more often than not; `len` when there is none.
 */
static size_t find_tab_line(const char *src, size_t len)
{
	const char *end = src + len;
	if (!memchr(src, '\t', len))
		return len;
	for (const char *at = src; at < end; at += line_length(at, end)) {
		size_t blank = 0, line = line_length(at, end);
		while (blank < line && (at[blank] == ' ' || at[blank] == '\t'))
			blank++;
		bool is_empty = blank == line || at[blank] == '\n' || at[blank] == '\r';
		if (!is_empty && memchr(at, '\t', blank))
			return (size_t)(at - src);
	}
	return len;
}

/* Two spaces for each tab before the line that starts here. */
static void cure_tabs(struct reader *r, size_t start)
{
	struct buf b = buf_new(r->arena);
	const char *line = r->src + start, *at = line;
	for (; at < r->src + r->len && (*at == ' ' || *at == '\t'); at++)
		buf_add_string(&b, *at == '\t' ? "  " : " ");
	struct place place = place_of_byte(r->path, r->src, start, r->first_line);
	diag_cure(r->diag,
	          (struct change){.at = place,
	                          .old = arena_copy(r->arena, line, (size_t)(at - line)),
	                          .fresh = buf_text(&b)});
}

/* Reports a line that a tab indents; returns how much is there before it. */
static size_t cut_at_tab(struct reader *r)
{
	size_t cut = find_tab_line(r->src, r->len);
	if (cut == r->len)
		return cut;
	const char *tab = memchr(r->src + cut, '\t', r->len - cut);
	diag_report(r->diag, MSG_YAML_TAB,
	            place_of_byte(r->path, r->src, (size_t)(tab - r->src), r->first_line),
	            NULL);
	cure_tabs(r, cut);
	return cut;
}

struct value yaml_parse(struct arena *a, const char *path, const char *src, size_t len,
                        int first_line, struct diag *d)
{
	struct reader r = {.arena = a,
	                   .diag = d,
	                   .path = path,
	                   .src = src,
	                   .len = len,
	                   .first_line = first_line};
	size_t valid = text_check(src, len);
	if (valid < len) {
		diag_report(d, MSG_BAD_UTF8, place_of_byte(path, src, valid, first_line),
		            NULL);
		r.src = src = text_repair(a, src, len, &r.len); /* its keys are ASCII */
	}
	struct conflicts conflicts = conflicts_find(a, src, r.len);
	conflicts_report(&conflicts, path, first_line, d);
	r.src = src = conflicts_settle(a, src, r.len, KEEP_FIRST);
	if (!yaml_parser_initialize(&r.parser))
		mem_exhausted(sizeof r.parser);
	r.len = cut_at_tab(&r);
	r.has_odd_ends = has_odd_ends(src, r.len);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)src, r.len);
	struct value v = read_document(&r);
	yaml_parser_delete(&r.parser);
	if (v.kind == VALUE_MAP || v.kind == VALUE_NIL)
		return v;
	report_bare(&r, (struct place){path, v.line, v.column}, MSG_YAML_NOT_MAP);
	return VALUE_NONE;
}

static bool is_fence(const char *line, size_t len)
{
	while (len > 0 &&
	       (line[len - 1] == '\n' || line[len - 1] == '\r' || line[len - 1] == ' '))
		len--;
	return len == 3 && (memcmp(line, "---", 3) == 0 || memcmp(line, "...", 3) == 0);
}

struct front_matter yaml_split(const char *path, const char *src, size_t len,
                               struct diag *d)
{
	if (len >= 3 && memcmp(src, "\xef\xbb\xbf", 3) == 0) { /* a byte order mark */
		src += 3;
		len -= 3;
	}
	struct front_matter f = {.body = src, .body_len = len, .body_line = 1};
	const char *end = src + len;
	size_t first = line_length(src, end);
	if (!is_fence(src, first) || src[0] != '-')
		return f;
	int line = 2;
	for (const char *at = src + first; at < end; line++) {
		size_t n = line_length(at, end);
		if (is_fence(at, n)) {
			f.yaml = src + first;
			f.yaml_len = (size_t)(at - f.yaml);
			f.body = at + n;
			f.body_len = (size_t)(end - f.body);
			f.body_line = line + 1;
			return f;
		}
		at += n;
		if (at - src > LONGEST_FRONT_MATTER)
			break;
	}
	/* A line of dashes opens a page that has no front matter, too. */
	if (memchr(src + first, ':', line_length(src + first, end)))
		diag_report(d,
		            len > LONGEST_FRONT_MATTER ? MSG_FRONT_MATTER_LONG
		                                       : MSG_FRONT_MATTER_OPEN,
		            (struct place){path, 1, 1}, NULL);
	return f;
}

const char *value_scalar(struct arena *a, const struct value *v)
{
	switch (v->kind) {
	case VALUE_TEXT: return v->text;
	case VALUE_INT: return arena_format(a, "%lld", (long long)v->integer);
	case VALUE_BOOL: return v->boolean ? "true" : "false";
	default: return NULL;
	}
}
