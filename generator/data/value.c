#include "data/value.h"

#include <string.h>

/* Maps of more entries than this are looked up through their index. */
enum { FEW_ENTRIES = 8 };

struct value value_bool(bool b)
{
	return (struct value){.kind = VALUE_BOOL, .boolean = b};
}

struct value value_int(int64_t i)
{
	return (struct value){.kind = VALUE_INT, .integer = i};
}

struct value value_float(double x)
{
	return (struct value){.kind = VALUE_FLOAT, .number = x};
}

struct value value_text(const char *text)
{
	return text ? value_text_n(text, strlen(text)) : VALUE_NONE;
}

struct value value_text_n(const char *text, size_t len)
{
	return (struct value){.kind = VALUE_TEXT, .text = text, .len = len};
}

struct value value_html(const char *html, size_t len)
{
	if (!html)
		return VALUE_NONE;
	return (struct value){.kind = VALUE_HTML, .text = html, .len = len};
}

struct value value_of_list(const struct value_list *list)
{
	if (!list)
		return VALUE_NONE;
	return (struct value){.kind = VALUE_LIST, .list = list};
}

struct value value_of_map(const struct value_map *map)
{
	if (!map)
		return VALUE_NONE;
	return (struct value){.kind = VALUE_MAP, .map = map};
}

struct value value_object(const struct value_type *type, const void *self)
{
	if (!self)
		return VALUE_NONE;
	return (struct value){.kind = VALUE_OBJECT, .type = type, .self = self};
}

void value_list_add(struct arena *a, struct value_list *list, struct value v)
{
	ARRAY_ADD(a, list->items, list->n, list->cap, v);
}

/* The first of several entries with one key is the one that is found. */
static void index_entry(struct value_map *map, size_t number)
{
	const char *key = map->entries[number].key;
	if (!map_find_string(&map->index, key))
		map_put_string(&map->index, key, (void *)(uintptr_t)(number + 1));
}

struct value_entry *value_map_add(struct arena *a, struct value_map *map, const char *key,
                                  struct value v)
{
	ARRAY_ADD(a, map->entries, map->n, map->cap,
	          (struct value_entry){.key = key, .value = v});
	if (map->n == FEW_ENTRIES + 1) {
		map->index = map_new(a);
		for (size_t i = 0; i < map->n; i++)
			index_entry(map, i);
	} else if (map->n > FEW_ENTRIES) {
		index_entry(map, map->n - 1);
	}
	return &map->entries[map->n - 1];
}

static bool is_same(const char *name, const char *key, size_t len)
{
	return name[0] == key[0] && strncmp(name, key, len) == 0 && name[len] == '\0';
}

const struct value_entry *value_map_find(const struct value_map *map, const char *key,
                                         size_t len)
{
	if (map->n > FEW_ENTRIES) {
		uintptr_t number = (uintptr_t)map_find(&map->index, key, len);
		return number ? &map->entries[number - 1] : NULL;
	}
	for (size_t i = 0; i < map->n; i++)
		if (is_same(map->entries[i].key, key, len))
			return &map->entries[i];
	return NULL;
}

const struct value_field *value_field_find(const struct value_type *type,
                                           const char *name, size_t len)
{
	for (size_t from = 0, to = type->n_fields; from < to;) {
		size_t middle = (from + to) / 2;
		const char *at = type->fields[middle].name;
		int order = strncmp(at, name, len);
		if (order == 0 && at[len] == '\0')
			return &type->fields[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}
