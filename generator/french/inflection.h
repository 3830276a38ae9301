#ifndef FRENCH_INFLECTION_H
#define FRENCH_INFLECTION_H

/*
 * French words under one form: singular, masculine, in lower case.
 *
 * What comes out is no word but a key: two words with the same key are taken
 * for forms of one (canal, canaux; intrapreneur, intrapreneuses). The rules
 * are the regular ones of French grammars; where a rule would make two common
 * words one (port, porte), there is none. Accents count: cote is not côte.
 */

#include <stddef.h>

enum { INFLECTION_LONGEST = 64 }; /* bytes of a word; no longer one is inflected */

/*
 * Writes the key of a word (UTF-8, letters and digits) to `out`, at most
 * INFLECTION_LONGEST bytes, without NUL. Returns its length; 0 when the word
 * is too long.
 */
typedef size_t inflection(const char *word, size_t len, char *out);
inflection inflection_key;
/* The same of languages without rules: the word in lower case. */
inflection inflection_plain;

#endif
