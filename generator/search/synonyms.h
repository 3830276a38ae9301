#ifndef SEARCH_SYNONYMS_H
#define SEARCH_SYNONYMS_H

/*
 * Words that say the same, by language: who asks for one means the others. What only a
 * course knows, its acronyms and its terms, is in its glossary.
 */

#include <stddef.h>

/* The rows of a language, a tag of BCP 47, each one or more words, folded, with blanks
 * between them; NULL behind the last. Of a language without any: none. */
const char *const *synonyms_of(const char *language);

#endif
