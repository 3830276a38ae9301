#ifndef COURSE_KEYS_H
#define COURSE_KEYS_H

/*
 * Typed tables of keys: what site.yml and front matter may say.
 *
 * Adding a key is adding a row. Keys and fixed values are compared without
 * accents, `_` and `-` alike. An unknown key is reported with the nearest
 * known one, a value of the wrong kind with what is expected; the field then
 * keeps the value it had, and a list what could be read of it.
 */

#include "base/mem.h"
#include "data/value.h"
#include "words/diag.h"
#include "words/message_names.h"

enum key_kind {
	KEY_TEXT,     /* const char *; numbers and true/false count as what was typed */
	KEY_BOOL,     /* bool; oui and non, too */
	KEY_MINUTES,  /* int, from 1 */
	KEY_DATE,     /* const char *: a day, "2026-11-23" */
	KEY_SITE,     /* const char *: an address of the web below which pages stand */
	KEY_CONTACT,  /* const char *: an address of the web, or one to write to */
	KEY_LANGUAGE, /* const char *: "fr", "pt-BR": of BCP 47 */
	KEY_LIST,    /* struct value: a list of texts; one text counts as a list of one */
	KEY_MAP,     /* struct value: a map */
	KEY_ANY,     /* struct value */
	KEY_CHOICE,  /* int: the number of its word, or CHOICE_UNKNOWN */
	KEY_WORDS,   /* unsigned: a list of such words, the bit of each */
	KEY_IGNORED, /* known to GitBook; says nothing here */
	KEY_FOREIGN, /* of another tool: a note */
};

/* Of a choice: nothing was written (the caller's default), or a word that is none. */
enum { CHOICE_NONE = -1, CHOICE_UNKNOWN = -2 };

#define KEY_UNKEPT SIZE_MAX /* a key that is checked, and kept nowhere */

struct key {
	const char *name;
	enum key_kind kind;
	size_t offset; /* of the field in the structure that is filled, or KEY_UNKEPT */
	/* Of KEY_CHOICE and KEY_WORDS: the words that it takes, by their number; NULL
	 * behind the last. */
	const char *(*word)(size_t number);
};

/* The row of a key, compared without accents; NULL: there is none. */
const struct key *keys_find(const struct key *keys, size_t n, const char *name);
/* Fills `target` from a map (nil is an empty one). Texts go to the arena. */
void keys_read(const struct key *keys, size_t n, struct value map, void *target,
               const char *path, struct arena *a, struct diag *d);
/* Reports texts of a value, or of the list that it is, that look like an address of the
 * web and are none; takes them out, since themes make links of such texts. */
void keys_check_addresses(struct value_entry *e, const char *path, struct arena *a,
                          struct diag *d);
/* What a value of this kind is, as people are told. */
enum sentence keys_wanted(enum key_kind kind);
/* Reports that a key's value is not what it wants. */
void keys_report(struct diag *d, struct place at, const char *key, enum sentence wanted);

#endif
