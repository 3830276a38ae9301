#include "course/front.h"

#include <string.h>

#include "course/keys.h"
#include "course/page_kinds.h"

const char *front_listing_word(size_t number)
{
	static const char *const words[] = {"fiches", "etudes-de-cas"};
	return number < COUNT(words) ? words[number] : NULL;
}

#define FIELD(name) offsetof(struct front, name)
/* clang-format off */
static const struct key keys[] = {
	{"title",         KEY_TEXT,     FIELD(title), NULL},
	{"description",   KEY_TEXT,     FIELD(description), NULL},
	{"icon",          KEY_TEXT,     FIELD(icon), NULL},
	{"lang",          KEY_LANGUAGE, FIELD(language), NULL},
	{"tags",          KEY_ANY,      KEY_UNKEPT, NULL},
	{"aliases",       KEY_LIST,     FIELD(aliases), NULL},
	{"draft",         KEY_BOOL,     FIELD(is_draft), NULL},
	{"hidden",        KEY_BOOL,     FIELD(is_hidden), NULL},
	{"type",          KEY_CHOICE,   FIELD(type), page_type_word},
	{"id",            KEY_TEXT,     FIELD(id), NULL},
	{"objectifs",     KEY_LIST,     FIELD(objectives), NULL},
	{"duree",         KEY_MINUTES,  FIELD(minutes), NULL},
	{"liste",         KEY_CHOICE,   FIELD(listing), front_listing_word},
	{"prerequis",     KEY_LIST,     FIELD(prerequisites), NULL},
	{"fiches",        KEY_LIST,     FIELD(sheets), NULL},
	{"service",       KEY_TEXT,     KEY_UNKEPT, NULL},
	{"periode",       KEY_TEXT,     KEY_UNKEPT, NULL},
	{"resultats",     KEY_MAP,      FIELD(results), NULL},
	{"sources",       KEY_LIST,     KEY_UNKEPT, NULL},
	{"cout",          KEY_TEXT,     KEY_UNKEPT, NULL},
	{"mise-en-oeuvre", KEY_TEXT,    KEY_UNKEPT, NULL},
	{"verifie-le",    KEY_DATE,     FIELD(last_checked), NULL},
	{"a-revoir",      KEY_DATE,     FIELD(review), NULL},
	{"responsable",   KEY_TEXT,     FIELD(responsible), NULL},
	/* GitBook's */
	{"layout",        KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"cover",         KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"coverY",        KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"coverHeight",   KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"metaLinks",     KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"noIndex",       KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"noRobotsIndex", KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"vars",          KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"if",            KEY_IGNORED,  KEY_UNKEPT, NULL},
	{"name",          KEY_IGNORED,  KEY_UNKEPT, NULL},
	/* other tools' */
	{"date",          KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"author",        KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"authors",       KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"permalink",     KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"slug",          KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"weight",        KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"sidebar_position", KEY_FOREIGN, KEY_UNKEPT, NULL},
	{"sidebar_label", KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"nav_order",     KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"categories",    KEY_FOREIGN,  KEY_UNKEPT, NULL},
	{"keywords",      KEY_FOREIGN,  KEY_UNKEPT, NULL},
};
/* clang-format on */

const char *front_key_name(const char *key)
{
	const struct key *known = keys_find(keys, COUNT(keys), key);
	return known ? known->name : key;
}

void front_read(struct front *front, struct value meta, const char *shown_path,
                struct arena *a, struct diag *d)
{
	*front = (struct front){.type = CHOICE_NONE, .listing = CHOICE_NONE};
	keys_read(keys, COUNT(keys), meta, front, shown_path, a, d);
	for (size_t i = 0; meta.kind == VALUE_MAP && i < meta.map->n; i++) {
		struct value_entry *e = &meta.map->entries[i];
		if (strcmp(front_key_name(e->key), "sources") == 0)
			keys_check_addresses(e, shown_path, a, d);
	}
}

const struct key *front_keys(size_t *n)
{
	*n = COUNT(keys);
	return keys;
}

bool front_has_key(const char *key)
{
	return keys_find(keys, COUNT(keys), key) != NULL;
}

const char *front_key(size_t number)
{
	bool has_meaning = number < COUNT(keys) && keys[number].kind < KEY_IGNORED;
	return has_meaning ? keys[number].name : NULL;
}
