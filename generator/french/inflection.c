#include "french/inflection.h"

#include <stdbool.h>
#include <string.h>

#include "base/mem.h"

/*
 * An ending and what stands for it in keys. Tried in order, each group once:
 * plural first, then feminine. `least` is the bytes that a word must have for
 * the rule: shorter ones are left alone, since they are often other words.
 */
struct rule {
	const char *ending, *instead;
	size_t least;
};

/* clang-format off */
static const struct rule plurals[] = {
	{"eaux", "eau", 5},  /* tableaux */
	{"aux",  "al",  5},  /* canaux; noyaux, whose singular is written so, too */
	{"eau",  "eau", 3},
	{"au",   "al",  4},
	{"x",    "",    4},  /* lieux; choix, prix lose it in both numbers */
	{"s",    "",    4},
};

static const struct rule feminines[] = {
	{"trice",  "teu", 7},  /* utilisatrice, utilisateur */
	{"euse",   "eu",  7},  /* intrapreneuse; heureuse */
	{"eure",   "eu",  7},  /* ingénieure */
	{"eur",    "eu",  6},
	{"ienne",  "ien", 7},
	{"elle",   "el",  6},  /* institutionnelle */
	{"ive",    "if",  6},
	{"ère",    "er",  7},
	{"ée",     "é",   5},
	{"ante",   "ant", 8},  /* intervenante */
	{"ente",   "ent", 7},
	{"ale",    "al",  6},  /* départementale */
	{"ique",   "ic",  6},  /* publique, public; technique is technique in both */
};
/* clang-format on */

/* Lower case of the letters of French; all keep their length in UTF-8. */
static void lower(const char *word, size_t len, char *out)
{
	unsigned char before = 0;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)word[i];
		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		else if (before == 0xc3 && c >= 0x80 && c <= 0x9e && c != 0x97)
			c = (unsigned char)(c + 32); /* À to Þ */
		else if (before == 0xc5 && c == 0x92)
			c = 0x93; /* Œ */
		before = (unsigned char)word[i];
		out[i] = (char)c;
	}
}

static size_t apply(const struct rule *rules, size_t n_rules, char *word, size_t len)
{
	for (size_t i = 0; i < n_rules; i++) {
		size_t ending = strlen(rules[i].ending);
		if (len < rules[i].least || len < ending ||
		    memcmp(word + len - ending, rules[i].ending, ending) != 0)
			continue;
		size_t instead = strlen(rules[i].instead);
		memcpy(word + len - ending, rules[i].instead, instead);
		return len - ending + instead;
	}
	return len;
}

size_t inflection_plain(const char *word, size_t len, char *out)
{
	if (len > INFLECTION_LONGEST)
		return 0;
	lower(word, len, out);
	return len;
}

size_t inflection_key(const char *word, size_t len, char *out)
{
	len = inflection_plain(word, len, out);
	len = apply(plurals, COUNT(plurals), out, len);
	return apply(feminines, COUNT(feminines), out, len);
}
