#include "model/keys.h"

#include <string.h>

#include "base/text.h"
#include "format/yaml.h"

struct reading {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	const struct value_entry *entry;
};

/* What each kind expects, in both languages. */
static const char *const expectations[][2] = {
	[KEY_TEXT] = {"un texte", "a text"},
	[KEY_BOOL] = {"true ou false", "true or false"},
	[KEY_MINUTES] = {"un nombre de minutes (par exemple 10)",
                         "a number of minutes (for instance 10)"},
	[KEY_LIST] = {"une liste (une ligne par valeur, précédée d’un tiret)",
                      "a list (one line a value, each with a dash)"},
	[KEY_MAP] = {"des lignes « clé: valeur » en retrait",
                     "indented lines “key: value”"},
	[KEY_CHOICE] = {"un seul mot", "a single word"},
};

static char *key_form(struct arena *a, const char *name)
{
	char *form = text_fold(a, name);
	for (char *p = form; *p; p++)
		if (*p == '_' || *p == ' ')
			*p = '-';
	return form;
}

static struct place value_place(const struct reading *r)
{
	const struct value_entry *e = r->entry;
	if (e->value.line)
		return (struct place){r->path, e->value.line, e->value.column};
	return (struct place){r->path, e->line, e->column};
}

static void report_kind(struct reading *r, enum key_kind kind)
{
	diag_report(r->diag, MSG_WRONG_TYPE, value_place(r), r->entry->key,
	            expectations[kind][0], expectations[kind][1], NULL);
}

static bool read_bool(const struct value *v, bool *out)
{
	static const char *const words[][2] = {
		{"oui", "non"}, {"true", "false"}, {"yes", "no"}, {"on", "off"}};
	if (v->kind == VALUE_BOOL) {
		*out = v->boolean;
		return true;
	}
	for (size_t i = 0; v->kind == VALUE_TEXT && i < COUNT(words); i++)
		for (int no = 0; no < 2; no++)
			if (text_same(v->text, words[i][no])) {
				*out = !no;
				return true;
			}
	return false;
}

static bool read_list(struct reading *r, const struct value *v, struct value *out)
{
	struct value_list *list = arena_alloc(r->arena, sizeof *list);
	if (v->kind == VALUE_LIST) {
		for (size_t i = 0; i < v->list->n; i++) {
			const struct value *item = &v->list->items[i];
			if (item->kind == VALUE_MAP) { /* "- Savoir : compter" */
				diag_report(
					r->diag, MSG_YAML_COLON,
					(struct place){r->path, item->line, item->column},
					NULL);
				continue;
			}
			if (item->kind == VALUE_NIL) { /* a dash by itself */
				diag_report(
					r->diag, MSG_EMPTY_ITEM,
					(struct place){r->path, item->line, item->column},
					r->entry->key, NULL);
				continue;
			}
			const char *text = value_scalar(r->arena, item);
			if (!text)
				return false;
			struct value copy = value_text(text);
			copy.line = item->line;
			copy.column = item->column;
			value_list_add(r->arena, list, copy);
		}
	} else {
		const char *text = value_scalar(r->arena, v);
		if (!text)
			return false;
		if (v->is_folded)
			diag_report(r->diag, MSG_LIST_AS_TEXT, value_place(r),
			            r->entry->key, NULL);
		struct value copy = value_text(text);
		copy.line = v->line;
		copy.column = v->column;
		value_list_add(r->arena, list, copy);
	}
	*out = value_of_list(list);
	return true;
}

/* The number of a word in "a b c", compared without accents; -1 when it is none of them.
 */
static int find_choice(const char *choices, const char *word)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *form = key_form(&scratch, word);
	int number = 0, found = -1;
	for (const char *at = choices; *at; number++) {
		size_t len = strcspn(at, " ");
		if (strlen(form) == len && memcmp(form, at, len) == 0)
			found = number;
		at += len + (at[len] == ' ');
	}
	arena_release(&scratch);
	return found;
}

static const char *nearest_choice(struct arena *a, const char *choices, const char *word)
{
	const char *list[32];
	size_t n = 0;
	for (const char *at = choices; *at && n < COUNT(list);) {
		size_t len = strcspn(at, " ");
		list[n++] = arena_copy(a, at, len);
		at += len + (at[len] == ' ');
	}
	return text_nearest(word, list, n);
}

/* "a b c" as "a, b, c" */
static const char *shown_choices(struct arena *a, const char *choices)
{
	struct buf b = buf_new(a);
	for (const char *p = choices; *p; p++)
		buf_add_string(&b, *p == ' ' ? ", " : (char[]){*p, '\0'});
	return buf_text(&b);
}

static void read_choice(struct reading *r, const struct key *key, int *out)
{
	const char *word = value_scalar(r->arena, &r->entry->value);
	int choice = word ? find_choice(key->choices, word) : -1;
	if (choice >= 0)
		*out = choice;
	else if (word)
		diag_report(r->diag, MSG_WRONG_CHOICE, value_place(r), r->entry->key,
		            word, shown_choices(r->arena, key->choices),
		            nearest_choice(r->arena, key->choices, word), NULL);
	else
		report_kind(r, key->kind);
}

static void read_key(struct reading *r, const struct key *key, void *field)
{
	const struct value *v = &r->entry->value;
	bool ok = true;
	if (v->kind == VALUE_NIL && key->kind < KEY_IGNORED)
		return; /* an empty line keeps the default */
	switch (key->kind) {
	case KEY_TEXT: {
		const char *text = value_scalar(r->arena, v);
		ok = text != NULL;
		if (ok)
			*(const char **)field = text;
		break;
	}
	case KEY_BOOL: ok = read_bool(v, field); break;
	case KEY_MINUTES:
		ok = v->kind == VALUE_INT && v->integer > 0 && v->integer < 100000;
		if (ok)
			*(int *)field = (int)v->integer;
		break;
	case KEY_LIST: ok = read_list(r, v, field); break;
	case KEY_MAP:
		ok = v->kind == VALUE_MAP;
		if (ok)
			*(struct value *)field = *v;
		break;
	case KEY_ANY: *(struct value *)field = *v; break;
	case KEY_CHOICE: read_choice(r, key, field); break;
	case KEY_FOREIGN:
		diag_report(r->diag, MSG_OTHER_TOOL_KEY,
		            (struct place){r->path, r->entry->line, r->entry->column},
		            r->entry->key, NULL);
		break;
	case KEY_IGNORED: break;
	}
	if (!ok)
		report_kind(r, key->kind);
}

/* Whether a row's name, which is ASCII, has this form: other tools write coverY and
 * nav_order. */
static bool has_form(const char *name, const char *form)
{
	for (; *name; name++, form++) {
		bool is_upper = *name >= 'A' && *name <= 'Z';
		if (*form != (*name == '_' ? '-' : is_upper ? *name + 32 : *name))
			return false;
	}
	return !*form;
}

const struct key *keys_find(const struct key *keys, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) /* nearly all are written as the manual does */
		if (strcmp(keys[i].name, name) == 0)
			return &keys[i];
	struct arena scratch = ARENA_PRIVATE;
	const char *form = key_form(&scratch, name);
	const struct key *found = NULL;
	for (size_t i = 0; i < n && !found; i++)
		if (has_form(keys[i].name, form))
			found = &keys[i];
	arena_release(&scratch);
	return found;
}

/* The name without no-break spaces behind it, which nobody sees: "cout :". */
static const char *without_no_break(struct arena *a, const char *name)
{
	size_t len = strlen(name);
	for (;;) {
		if (len > 2 && memcmp(name + len - 2, NBSP, 2) == 0)
			len -= 2;
		else if (len > 3 && memcmp(name + len - 3, NNBSP, 3) == 0)
			len -= 3;
		else
			return arena_copy(a, name, len);
	}
}

static void report_unknown(const struct reading *r, const struct key *keys, size_t n)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *plain = without_no_break(&scratch, r->entry->key);
	if (strcmp(plain, r->entry->key) != 0 && keys_find(keys, n, plain)) {
		diag_report(r->diag, MSG_KEY_NO_BREAK,
		            (struct place){r->path, r->entry->line, r->entry->column},
		            plain, NULL);
		arena_release(&scratch);
		return;
	}
	const char **names = arena_array(&scratch, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = keys[i].name;
	diag_report(r->diag, MSG_UNKNOWN_KEY,
	            (struct place){r->path, r->entry->line, r->entry->column},
	            r->entry->key, text_nearest(r->entry->key, names, n), NULL);
	arena_release(&scratch);
}

void keys_read(const struct key *keys, size_t n, struct value map, void *target,
               const char *path, struct arena *a, struct diag *d)
{
	for (size_t i = 0; map.kind == VALUE_MAP && i < map.map->n; i++) {
		struct reading r = {a, d, path, &map.map->entries[i]};
		const struct key *key = keys_find(keys, n, r.entry->key);
		if (key)
			read_key(&r, key, (char *)target + key->offset);
		else
			report_unknown(&r, keys, n);
	}
}
