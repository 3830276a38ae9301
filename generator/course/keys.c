#include "course/keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "data/url.h"
#include "data/yaml.h"
#include "data/yaml_slips.h"
#include "french/locale.h"
#include "words/calendar.h"
#include "words/language.h"
#include "words/sentence.h"

struct reading {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	const struct value_entry *entry;
};

static const enum sentence expectations[] = {
	[KEY_TEXT] = SAY_WANTS_TEXT,         [KEY_BOOL] = SAY_WANTS_BOOL,
	[KEY_MINUTES] = SAY_WANTS_MINUTES,   [KEY_DATE] = SAY_WANTS_DATE,
	[KEY_LANGUAGE] = SAY_WANTS_LANGUAGE, [KEY_WORDS] = SAY_WANTS_WORDS,
	[KEY_LIST] = SAY_WANTS_LIST,         [KEY_MAP] = SAY_WANTS_MAP,
	[KEY_CHOICE] = SAY_WANTS_CHOICE,     [KEY_SITE] = SAY_WANTS_URL,
	[KEY_CONTACT] = SAY_WANTS_CONTACT,
};

enum sentence keys_wanted(enum key_kind kind)
{
	return kind < COUNT(expectations) ? expectations[kind] : SAY_NOTHING;
}

void keys_report(struct diag *d, struct place at, const char *key, enum sentence wanted)
{
	diag_report(d, MSG_WRONG_TYPE, at, key, sentence_text(wanted, LANGUAGE_FR),
	            sentence_text(wanted, LANGUAGE_EN), NULL);
}

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
	keys_report(r->diag, value_place(r), r->entry->key, expectations[kind]);
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
	bool ok = true;
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
			if (!text) { /* a list in it */
				ok = false;
				continue;
			}
			struct value copy = value_text(text);
			copy.line = item->line;
			copy.column = item->column;
			value_list_add(r->arena, list, copy);
		}
	} else {
		const char *text = value_scalar(r->arena, v);
		if (!text)
			return false;
		size_t sign = yaml_item_sign(text, strlen(text));
		if (sign)
			diag_report(r->diag, MSG_YAML_ITEM_SIGN, value_place(r),
			            arena_copy(r->arena, text, sign), NULL);
		else if (yaml_lacks_space(text, strlen(text)))
			diag_report(r->diag, MSG_YAML_DASH_TIGHT, value_place(r), NULL);
		else if (v->is_folded)
			diag_report(r->diag, MSG_LIST_AS_TEXT, value_place(r),
			            r->entry->key, NULL);
		struct value copy = value_text(text);
		copy.line = v->line;
		copy.column = v->column;
		value_list_add(r->arena, list, copy);
	}
	*out = value_of_list(list);
	return ok;
}

/* The number of the word, compared without accents; CHOICE_UNKNOWN when it is none. */
static int find_choice(const struct key *key, const char *word)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *form = key_form(&scratch, word), *name;
	int found = CHOICE_UNKNOWN;
	for (size_t i = 0; found < 0 && (name = key->word(i)); i++)
		if (strcmp(form, name) == 0)
			found = (int)i;
	arena_release(&scratch);
	return found;
}

static const char *nearest_choice(const struct key *key, const char *word)
{
	const char *list[32];
	size_t n = 0;
	while (n < COUNT(list) && (list[n] = key->word(n)))
		n++;
	return text_nearest(word, list, n);
}

/* "a, b, c" */
static const char *shown_choices(struct arena *a, const struct key *key)
{
	struct buf b = buf_new(a);
	const char *name;
	for (size_t i = 0; (name = key->word(i)); i++)
		buf_add_format(&b, "%s%s", i > 0 ? ", " : "", name);
	return buf_text(&b);
}

static void report_choice(struct reading *r, const struct key *key, struct place at,
                          const char *word)
{
	diag_report(r->diag, MSG_WRONG_CHOICE, at, r->entry->key, word,
	            shown_choices(r->arena, key), nearest_choice(key, word), NULL);
}

static void read_choice(struct reading *r, const struct key *key, int *out)
{
	const char *word = value_scalar(r->arena, &r->entry->value);
	*out = word ? find_choice(key, word) : CHOICE_UNKNOWN;
	if (!word)
		report_kind(r, key->kind);
	else if (*out == CHOICE_UNKNOWN)
		report_choice(r, key, value_place(r), word);
}

/* Each word of a list that is none of them is reported by itself. */
static bool read_words(struct reading *r, const struct key *key, unsigned *out)
{
	struct value list = VALUE_NONE;
	bool ok = read_list(r, &r->entry->value, &list);
	unsigned bits = 0;
	for (size_t i = 0; list.kind == VALUE_LIST && i < list.list->n; i++) {
		const struct value *word = &list.list->items[i];
		int number = find_choice(key, word->text);
		if (number >= 0)
			bits |= 1u << number;
		else
			report_choice(r, key,
			              (struct place){r->path, word->line, word->column},
			              word->text);
	}
	*out = bits;
	return ok;
}

static bool read_text(struct reading *r, bool (*is_right)(const char *), const char **out)
{
	const char *text = value_scalar(r->arena, &r->entry->value);
	bool ok = text && (!is_right || is_right(text));
	if (ok)
		*out = text;
	return ok;
}

static bool is_date(const char *text)
{
	struct tm day;
	return calendar_read(text, &day) && !text[10];
}

static bool is_contact(const char *text)
{
	return url_is_mailbox(text) || url_is_web(text);
}

static void read_key(struct reading *r, const struct key *key, void *field)
{
	const struct value *v = &r->entry->value;
	bool ok = true;
	if (v->kind == VALUE_NIL && key->kind < KEY_IGNORED)
		return; /* an empty line keeps the default */
	switch (key->kind) {
	case KEY_TEXT: ok = read_text(r, NULL, field); break;
	case KEY_DATE: ok = read_text(r, is_date, field); break;
	case KEY_LANGUAGE: ok = read_text(r, locale_is_tag, field); break;
	case KEY_SITE: ok = read_text(r, url_is_site, field); break;
	case KEY_CONTACT: ok = read_text(r, is_contact, field); break;
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
	case KEY_WORDS: ok = read_words(r, key, field); break;
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
		diag_cure(r->diag, (struct change){.at = {r->path, r->entry->line,
		                                          r->entry->column},
		                                   .old = r->entry->key,
		                                   .fresh = plain});
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

/* Room for a value of any kind. */
union unkept {
	const char *text;
	bool boolean;
	int number;
	unsigned bits;
	struct value value;
};

void keys_read(const struct key *keys, size_t n, struct value map, void *target,
               const char *path, struct arena *a, struct diag *d)
{
	for (size_t i = 0; map.kind == VALUE_MAP && i < map.map->n; i++) {
		struct reading r = {a, d, path, &map.map->entries[i]};
		const struct key *key = keys_find(keys, n, r.entry->key);
		union unkept unkept;
		if (!key)
			report_unknown(&r, keys, n);
		else if (key->offset == KEY_UNKEPT)
			read_key(&r, key, &unkept);
		else
			read_key(&r, key, (char *)target + key->offset);
	}
}

/* Whether a text may stay; told where it may not. */
static bool check_address(const struct reading *r, const struct value *v)
{
	bool is_right =
		v->kind != VALUE_TEXT || !url_looks_web(v->text) || url_is_web(v->text);
	if (!is_right)
		keys_report(r->diag, (struct place){r->path, v->line, v->column},
		            r->entry->key, SAY_WANTS_URL);
	return is_right;
}

void keys_check_addresses(struct value_entry *e, const char *path, struct arena *a,
                          struct diag *d)
{
	struct reading r = {a, d, path, e};
	struct value whole = e->value;
	if (whole.kind != VALUE_LIST) {
		if (!check_address(&r, &whole))
			e->value = VALUE_NONE;
		return;
	}
	struct value_list *right = arena_alloc(a, sizeof *right);
	for (size_t i = 0; i < whole.list->n; i++)
		if (check_address(&r, &whole.list->items[i]))
			value_list_add(a, right, whole.list->items[i]);
	if (right->n < whole.list->n)
		e->value.list = right;
}
