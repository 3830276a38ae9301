#include "format/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/text.h"

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
};

static struct place place_of(const struct reader *r, yaml_mark_t mark)
{
	return (struct place){r->path, r->first_line + (int)mark.line, (int)mark.column + 1};
}

/* The byte at a mark, which counts characters in its line; NUL when outside. */
static char byte_at(const struct reader *r, yaml_mark_t mark)
{
	return mark.index < r->len ? r->src[mark.index] : '\0';
}

static void report_syntax(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const char *problem = p->problem ? p->problem : "";
	struct place at = place_of(r, p->problem_mark);
	r->is_broken = true;
	if (strstr(problem, "mapping values are not allowed"))
		diag_report(r->diag, MSG_YAML_COLON, at, NULL);
	else if (byte_at(r, p->problem_mark) == '\t' || strstr(problem, "tab"))
		diag_report(r->diag, MSG_YAML_TAB, at, NULL);
	else if (p->error == YAML_READER_ERROR)
		diag_report(r->diag, MSG_YAML_CONTROL, (struct place){r->path, r->first_line, 0}, NULL);
	else
		diag_report(r->diag, MSG_YAML_SYNTAX, at, problem, NULL);
}

static bool next_event(struct reader *r, yaml_event_t *e)
{
	if (r->is_broken)
		return false;
	if (yaml_parser_parse(&r->parser, e))
		return true;
	report_syntax(r);
	return false;
}

static bool is_whole_number(const char *s)
{
	size_t digits = strspn(s + (*s == '-'), "0123456789");
	const char *first = s + (*s == '-');
	return digits > 0 && digits < 16 && first[digits] == '\0' && (digits == 1 || *first != '0') &&
	       strcmp(s, "-0") != 0;
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
		if (!is_end)
			value_list_add(r->arena, list, read_value(r, &e, depth));
		yaml_event_delete(&e);
		if (is_end)
			break;
	}
	return value_of_list(list);
}

/* Reads the key's value and files both, unless the key stands there already. */
static void read_entry(struct reader *r, struct value_map *map, const char *key, struct place at,
                       int depth)
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
		if (e.type == YAML_SCALAR_EVENT) {
			const char *key = arena_copy(r->arena, (const char *)e.data.scalar.value,
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
	const yaml_char_t *anchor = NULL;
	if (e->type == YAML_SCALAR_EVENT)
		anchor = e->data.scalar.anchor;
	else if (e->type == YAML_SEQUENCE_START_EVENT)
		anchor = e->data.sequence_start.anchor;
	else if (e->type == YAML_MAPPING_START_EVENT)
		anchor = e->data.mapping_start.anchor;
	if (anchor || e->type == YAML_ALIAS_EVENT) {
		diag_report(r->diag, MSG_YAML_ALIAS, at, NULL);
		r->is_broken = true;
	} else if (depth >= DEEPEST) {
		diag_report(r->diag, MSG_YAML_DEEP, at, NULL);
		r->is_broken = true;
	} else if (e->type == YAML_SCALAR_EVENT) {
		v = scalar_value(r, e);
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
		bool is_end = e.type == YAML_STREAM_END_EVENT || e.type == YAML_DOCUMENT_END_EVENT;
		if (e.type != YAML_STREAM_START_EVENT && e.type != YAML_DOCUMENT_START_EVENT && !is_end)
			v = read_value(r, &e, 0);
		yaml_event_delete(&e);
		if (is_end)
			break;
	}
	return v;
}

/* Where a byte of the source stands, lines and characters counted. */
static struct place place_of_byte(const struct reader *r, size_t offset)
{
	int line = r->first_line;
	const char *start = r->src;
	for (const char *p = r->src; p < r->src + offset; p++)
		if (*p == '\n') {
			line++;
			start = p + 1;
		}
	return (struct place){r->path, line, text_length(start, (size_t)(r->src + offset - start)) + 1};
}

struct value yaml_parse(struct arena *a, const char *path, const char *src, size_t len,
                        int first_line, struct diag *d)
{
	struct reader r = {.arena = a, .diag = d, .path = path, .src = src, .len = len,
	                   .first_line = first_line};
	size_t valid = text_check(src, len);
	if (valid < len) {
		diag_report(d, MSG_BAD_UTF8, place_of_byte(&r, valid), NULL);
		return VALUE_NONE;
	}
	if (!yaml_parser_initialize(&r.parser))
		mem_exhausted(sizeof r.parser);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)src, len);
	struct value v = read_document(&r);
	yaml_parser_delete(&r.parser);
	if (v.kind == VALUE_MAP || v.kind == VALUE_NIL)
		return v;
	diag_report(d, MSG_YAML_NOT_MAP, (struct place){path, v.line, v.column}, NULL);
	return VALUE_NONE;
}

/* Length of the line at `src`, its end included. */
static size_t line_length(const char *src, const char *end)
{
	const char *newline = memchr(src, '\n', (size_t)(end - src));
	return (size_t)(newline ? newline + 1 - src : end - src);
}

static bool is_fence(const char *line, size_t len)
{
	while (len > 0 && (line[len - 1] == '\n' || line[len - 1] == '\r' || line[len - 1] == ' '))
		len--;
	return len == 3 && (memcmp(line, "---", 3) == 0 || memcmp(line, "...", 3) == 0);
}

struct front_matter yaml_split(const char *path, const char *src, size_t len, struct diag *d)
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
		diag_report(d, MSG_FRONT_MATTER_OPEN, (struct place){path, 1, 1}, NULL);
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
