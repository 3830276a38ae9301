#ifndef DATA_VALUE_H
#define DATA_VALUE_H

/*
 * A value: what YAML and JSON files hold, and what templates see.
 *
 * Lists and maps are built once and then only read. An object is a C
 * structure seen through a table of fields, so that a template reads the
 * model itself and nothing is copied before it is asked for.
 */

#include <stdint.h>

#include "base/map.h"
#include "base/mem.h"

enum value_kind {
	VALUE_NIL,
	VALUE_BOOL,
	VALUE_INT,
	VALUE_FLOAT,
	VALUE_TEXT, /* escaped where it enters a page */
	VALUE_HTML, /* written as it is */
	VALUE_LIST,
	VALUE_MAP,
	VALUE_OBJECT,
};

struct value {
	enum value_kind kind;
	bool is_quoted;   /* a text that was written between quotes, or in a block */
	bool is_folded;   /* a text without quotes that YAML joined from several lines */
	int line, column; /* where it stands in its file, from 1; 0: in none */
	union {
		bool boolean;
		int64_t integer;
		double number;
		struct {
			const char *text; /* ends in NUL */
			size_t len;
		};
		const struct value_list *list;
		const struct value_map *map;
		struct {
			const struct value_type *type;
			const void *self;
		};
	};
};

struct value_list {
	struct value *items;
	size_t n, cap;
};

struct value_entry {
	const char *key;
	struct value value;
	int line, column; /* of the key */
};

/* Entries keep the order of their file. */
struct value_map {
	struct value_entry *entries;
	size_t n, cap;
	struct map index; /* key -> entry number + 1, once there are many */
};

/*
 * One field of an object: a row of its type's table. `env` is what the
 * caller of the template passed, unknown to this layer.
 */
struct value_field {
	const char *name;
	const char *kind; /* for the documentation: "text", "HTML", "list of page" … */
	struct value (*get)(const void *self, void *env);
};

struct value_type {
	const char *name;
	/* in the order of their names, as strcmp has it */
	const struct value_field *fields;
	size_t n_fields;
};

#define VALUE_NONE ((struct value){0})
struct value value_bool(bool b);
struct value value_int(int64_t i);
struct value value_float(double x);
struct value value_text(const char *text);                 /* NULL gives nil */
struct value value_text_n(const char *text, size_t len);   /* text[len] must be NUL */
struct value value_html(const char *html, size_t len);     /* NULL gives nil */
struct value value_of_list(const struct value_list *list); /* NULL gives nil */
struct value value_of_map(const struct value_map *map);    /* NULL gives nil */
/* NULL self gives nil */
struct value value_object(const struct value_type *type, const void *self);

void value_list_add(struct arena *a, struct value_list *list, struct value v);
struct value_entry *value_map_add(struct arena *a, struct value_map *map, const char *key,
                                  struct value v);
/* The entry with this key, or NULL. */
const struct value_entry *value_map_find(const struct value_map *map, const char *key,
                                         size_t len);
/* The field of an object, or NULL. */
const struct value_field *value_field_find(const struct value_type *type,
                                           const char *name, size_t len);

#endif
