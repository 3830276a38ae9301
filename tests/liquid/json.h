#ifndef TESTS_LIQUID_JSON_H
#define TESTS_LIQUID_JSON_H

/* The JSON that cases are written in, which is ours: the first fault ends the program. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "data/value.h"

struct json {
	struct arena *arena;
	const char *path, *start, *at; /* ends in NUL */
};

static _Noreturn void json_fault(const struct json *j)
{
	int line = 1;
	for (const char *at = j->start; at < j->at; at++)
		line += *at == '\n';
	fprintf(stderr, "%s:%d: not JSON\n", j->path, line);
	exit(2);
}

static bool json_take(struct json *j, char c)
{
	j->at += strspn(j->at, " \t\r\n");
	if (*j->at != c)
		return false;
	j->at++;
	return true;
}

static void json_expect(struct json *j, char c)
{
	if (!json_take(j, c))
		json_fault(j);
}

static uint32_t json_hex(struct json *j)
{
	unsigned c;
	int n = 0;
	if (sscanf(j->at, "%4x%n", &c, &n) != 1 || n != 4)
		json_fault(j);
	j->at += 4;
	return c;
}

static void json_escape(struct json *j, struct buf *b)
{
	static const char codes[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
	const char *code = *j->at ? strchr(codes, *j->at) : NULL;
	if (code) {
		buf_add_char(b, characters[code - codes]);
		j->at++;
		return;
	}
	json_expect(j, 'u');
	uint32_t c = json_hex(j);
	if (c >= 0xd800 && c < 0xdc00) { /* of two surrogates */
		json_expect(j, '\\');
		json_expect(j, 'u');
		c = 0x10000 + (c - 0xd800) * 0x400 + (json_hex(j) - 0xdc00);
	}
	text_add_utf8(b, c);
}

static struct value json_string(struct json *j)
{
	struct buf b = buf_new(j->arena);
	json_expect(j, '"');
	while (*j->at != '"') {
		size_t plain = strcspn(j->at, "\"\\");
		buf_add(&b, j->at, plain);
		j->at += plain;
		if (!*j->at)
			json_fault(j);
		if (*j->at == '\\') {
			j->at++;
			json_escape(j, &b);
		}
	}
	j->at++;
	return value_text_n(buf_text(&b), b.len);
}

/* Numbers with a point or an exponent are floats, as are those of more than 64 bits. */
static struct value json_number(struct json *j)
{
	char *end, *whole;
	double number = strtod(j->at, &end);
	long long integer = strtoll(j->at, &whole, 10);
	if (end == j->at)
		json_fault(j);
	bool is_float = whole != end || (double)integer != number;
	j->at = end;
	return is_float ? value_float(number) : value_int(integer);
}

static struct value json_value(struct json *j);

static struct value json_list(struct json *j)
{
	struct value_list *list = arena_alloc(j->arena, sizeof *list);
	if (json_take(j, ']'))
		return value_of_list(list);
	do
		value_list_add(j->arena, list, json_value(j));
	while (json_take(j, ','));
	json_expect(j, ']');
	return value_of_list(list);
}

static struct value json_map(struct json *j)
{
	struct value_map *map = arena_alloc(j->arena, sizeof *map);
	if (json_take(j, '}'))
		return value_of_map(map);
	do {
		struct value key = json_string(j);
		json_expect(j, ':');
		value_map_add(j->arena, map, key.text, json_value(j));
	} while (json_take(j, ','));
	json_expect(j, '}');
	return value_of_map(map);
}

static struct value json_value(struct json *j)
{
	static const struct {
		const char *word;
		struct value value;
	} words[] = {{"null", {.kind = VALUE_NIL}},
	             {"true", {.kind = VALUE_BOOL, .boolean = true}},
	             {"false", {.kind = VALUE_BOOL}}};
	if (json_take(j, '{'))
		return json_map(j);
	if (json_take(j, '['))
		return json_list(j);
	for (size_t i = 0; i < COUNT(words); i++)
		if (text_starts(j->at, words[i].word)) {
			j->at += strlen(words[i].word);
			return words[i].value;
		}
	return *j->at == '"' ? json_string(j) : json_number(j);
}

static struct value json_read(struct arena *a, const char *path, const struct bytes *file)
{
	struct json j = {a, path, file->data, file->data};
	struct value v = json_value(&j);
	json_expect(&j, '\0');
	return v;
}

#endif
