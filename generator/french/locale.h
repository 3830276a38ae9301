#ifndef FRENCH_LOCALE_H
#define FRENCH_LOCALE_H

/*
 * What the program knows of the language that texts are written in: a row a language.
 *
 * A language is said by a tag of BCP 47 ("fr", "pt-BR"); its first part decides, in
 * whatever case. Of one without a row nothing is known: its texts stay as they were
 * typed, and its authors are told in English.
 */

#include <stdbool.h>

#include "base/mem.h"
#include "french/inflection.h"
#include "french/typography.h"
#include "words/language.h"

struct locale {
	const char *code, *longer; /* of ISO 639-1 and 639-2; NULL: of no row */
	enum language messages;    /* what authors are told in */
	typography *typography;    /* NULL: there is none */
	inflection *inflection;    /* of the terms of a glossary */
};

const struct locale *locale_of(const char *tag);
/* Whether a text has the form of a tag. */
bool locale_is_tag(const char *text);
/* What a language's files are called by: "fr" of "FR-ca", of "fra". */
const char *locale_code(struct arena *a, const char *tag);
/* How a language is written: "ltr", or "rtl" from right to left. */
const char *locale_direction(const char *tag);

#endif
