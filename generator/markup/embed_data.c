#include "markup/embed_data.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "data/value.h"
#include "data/yaml.h"
#include "words/diag.h"

/* A text of the map that says something; NULL: there is none. */
static const char *find_text(const struct value *data, const char *key)
{
	const struct value_entry *found = value_map_find(data->map, key, strlen(key));
	bool is_text = found && found->value.kind == VALUE_TEXT && *found->value.text;
	return is_text ? found->value.text : NULL;
}

/* What `\ud83d` at `at` stands for; 0 when nothing such is there. */
static uint32_t escaped_at(const char *at)
{
	char digits[5] = "";
	if (!text_starts(at, "\\u") || strspn(at + 2, "0123456789abcdefABCDEF") < 4)
		return 0;
	memcpy(digits, at + 2, 4);
	return (uint32_t)strtoul(digits, NULL, 16);
}

/* JSON is YAML, but for a character that is written as two surrogates. */
static const char *join_surrogates(struct arena *a, const char *json)
{
	struct buf b = buf_new(a);
	for (const char *at = json; *at;) {
		uint32_t high = escaped_at(at), low = high ? escaped_at(at + 6) : 0;
		bool is_pair =
			high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
		size_t n = is_pair ? 12 : *at == '\\' && at[1] ? 2 : 1;
		if (is_pair)
			text_add_utf8(&b,
			              0x10000 + (high - 0xd800) * 0x400 + low - 0xdc00);
		else
			buf_add(&b, at, n);
		at += n;
	}
	return buf_text(&b);
}

struct embed_data embed_data_read(struct arena *a, const char *json)
{
	struct diag quiet = {.arena = a};
	json = join_surrogates(a, json);
	struct value data = yaml_parse(a, NULL, json, strlen(json), 1, &quiet);
	if (data.kind != VALUE_MAP)
		return (struct embed_data){0};
	return (struct embed_data){find_text(&data, "url"), find_text(&data, "title")};
}
