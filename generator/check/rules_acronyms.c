#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "check/rules_internal.h"
#include "french/phrases.h"

/* A shorter word that stands alone in capitals is an acronym. */
enum { SHORTEST_SHOUT = 5, LEAST_CAPITALS = 2, MOST_CAPITALS = 6 };
/* What is longer is no address, and no name in brackets. */
enum { LONGEST_TOKEN = 200 };

/*
 * Acronyms that nobody needs to be told, in the order of the alphabet: files,
 * devices and papers of everyday life that people name without knowing what
 * the letters stand for (French dictionaries have them as nouns), and words in
 * capitals that are no acronyms at all.
 */
static const char *const common[] = {
	"CD",     "CDD", "CDI",  "CSV", "CV",  "DVD",  "ET",  "EU",  "FAQ", "FAX", "GIF",
	"GPS",    "HT",  "HTML", "IA",  "ID",  "JPEG", "JPG", "NB",  "NE",  "NON", "NOTE",
	"OK",     "ONU", "OU",   "OUI", "PAS", "PC",   "PDF", "PME", "PNG", "PS",  "QR",
	"README", "RDV", "RIB",  "RTT", "SMS", "SNCF", "SOS", "TER", "TGV", "TOP", "TOUS",
	"TTC",    "TV",  "TVA",  "UE",  "URL", "USA",  "USB", "VIP", "WC",  "XYZ", "ZIP",
};

/* One word of a text, and whether it is an acronym: 2 to 6 capitals, perhaps with the s
 * of a plural. */
struct acronym_word {
	size_t start, end; /* bytes; the s is left out of an acronym */
	bool is_acronym;
	bool is_capitals; /* two of them at least, and no other letter: perhaps shouted */
};

static bool is_capital(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) ||
	       c == 0x152;
}

static bool is_part(uint32_t c)
{
	bool is_below = c >= 0x2080 && c <= 0x2089; /* CO₂ */
	return text_is_letter(c) || text_is_digit(c) || c == '_' || is_below;
}

/* The next word from byte `*at` on, which moves behind it; false at the end. */
static bool next_word(const char *text, size_t len, size_t *at, struct acronym_word *word)
{
	const char *start = text + *at, *end = text + len, *p = start, *stop;
	uint32_t c = 0, last = 0;
	int n = 0, n_capitals = 0;
	while (p < end && !is_part(text_next(&p, end)))
		start = p;
	for (p = stop = start; p < end; stop = p, n++) {
		bool is_small = *p >= 'a' && *p <= 'z'; /* most are: told at once */
		c = is_small ? (uint32_t)*p++ : text_next(&p, end);
		if (!is_small && !is_part(c))
			break;
		n_capitals += !is_small && is_capital(c);
		last = c;
	}
	*at = (size_t)(stop - text);
	bool is_plural = last == 's' && n_capitals == n - 1;
	*word = (struct acronym_word){.start = (size_t)(start - text),
	                              .end = *at - is_plural};
	word->is_capitals = n_capitals >= LEAST_CAPITALS && n_capitals == n - is_plural;
	word->is_acronym = word->is_capitals && n_capitals <= MOST_CAPITALS;
	return n > 0;
}

/* Whether the glossary has it as a term, or as another form of one. */
static bool is_in_glossary(const struct site *site, const char *name)
{
	struct phrase_match m;
	return site->phrases && phrases_find(site->phrases, name, strlen(name), 0, &m);
}

static bool is_common(const char *name)
{
	for (size_t i = 0; i < COUNT(common); i++)
		if (common[i][0] == name[0] && strcmp(common[i], name) == 0)
			return true;
	return false;
}

/* XIX, IV: centuries, annexes. */
static bool is_number(const char *name)
{
	return name[strspn(name, "IVX")] == '\0';
}

static bool is_in(const char *signs, char c)
{
	return c != '\0' && strchr(signs, c);
}

/* Whether only spaces and apostrophes stand between two words. */
static bool is_beside(const struct passage *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!is_in(" '’\xc2\xa0-", p->text[i]))
			return false;
	return true;
}

/* Whether letters are joined to a word by the hyphen before them, in a name: `A-JUST`,
 * `Demandes-OPS`. */
static bool is_in_name(const struct passage *p, size_t at)
{
	size_t start = at;
	if (at < 2 || p->text[at - 1] != '-')
		return false;
	for (start = at - 1; start > 0 && !is_in(" \n/(-'#", p->text[start - 1]);)
		start--;
	bool is_capital = p->text[start] >= 'A' && p->text[start] <= 'Z';
	return is_capital && (start + 2 == at || p->text[start + 1] >= 'a');
}

/* Whether a word is a part of an address, a number, a name of a program's: `A_B`, `#AB`,
 * `R&D`, `UTF-8`, `[NOM]`. */
static bool is_part_of_more(const struct passage *p, const struct acronym_word *w)
{
	char before = w->start > 0 ? p->text[w->start - 1] : '\0';
	const char *behind = p->text + w->end + (p->text[w->end] == 's');
	size_t start = w->start, end = w->end;
	if (is_in("#.&@[{<$%=", before) || is_in("&@=]}>", *behind) ||
	    (is_in("-.:/", *behind) && text_is_digit((unsigned char)behind[1])) ||
	    (*behind == '.' && text_is_letter((unsigned char)behind[1])))
		return true;
	if (is_in_name(p, w->start) ||
	    (before == '-' && w->start > 1 &&
	     text_is_digit((unsigned char)p->text[w->start - 2])))
		return true;
	while (w->start - start < LONGEST_TOKEN && start > 0 &&
	       !is_in(" \n", p->text[start - 1]))
		start--;
	while (end - w->end < LONGEST_TOKEN && end < p->len &&
	       !is_in(" \n", p->text[end]))
		end++;
	return memmem(p->text + start, end - start, "://", 3) ||
	       memchr(p->text + start, '@', end - start) ||
	       memmem(p->text + start, end - start, "www.", 4);
}

/* The bytes of a space, no-break ones included, at `at`; 0: none. */
static size_t space_length(const char *at)
{
	return *at == ' ' || *at == '\n'                ? 1
	       : strncmp(at, NBSP, strlen(NBSP)) == 0   ? strlen(NBSP)
	       : strncmp(at, NNBSP, strlen(NNBSP)) == 0 ? strlen(NNBSP)
	                                                : 0;
}

/* « nom développé (SIGLE) », or « (ou SIGLE) ». */
static bool is_in_brackets(const struct passage *p, const struct acronym_word *w)
{
	static const char *const leads[] = {"(",      "(ou ",  "(dit ",
	                                    "(dite ", "(the ", "(« "};
	for (size_t i = 0; i < COUNT(leads); i++) {
		size_t len = strlen(leads[i]);
		if (w->start > len + 4 &&
		    memcmp(p->text + w->start - len, leads[i], len) == 0)
			return true;
	}
	return false;
}

/* « SIGLE (nom développé) »: some words in brackets. */
static bool has_brackets(const char *behind)
{
	if (*behind != '(')
		return false;
	size_t len = 0;
	while (len < LONGEST_TOKEN && behind[len] && !strchr(")\n", behind[len]))
		len++;
	return len > 8 && (memchr(behind, ' ', len) || len > 10);
}

/* « SIGLE : nom développé », with the same initial. */
static bool has_expansion(const char *behind, const char *name)
{
	static const char *const signs[] = {":", "=", ",", "-", "–", "—"};
	for (size_t i = 0; i < COUNT(signs); i++) {
		size_t len = strlen(signs[i]);
		if (!text_starts(behind, signs[i]))
			continue;
		const char *at = behind + len;
		for (size_t n; (n = space_length(at)) > 0;)
			at += n;
		char initial = (char)(*at >= 'a' && *at <= 'z' ? *at - 32 : *at);
		return initial == name[0] && at[1] >= 'a';
	}
	return false;
}

static bool is_explained(const struct passage *p, const struct acronym_word *w)
{
	const char *behind = p->text + w->end + (p->text[w->end] == 's');
	for (size_t n; (n = space_length(behind)) > 0;)
		behind += n;
	bool is_label = w->start == 0 && *behind == ':';
	bool is_translated = text_starts(behind, ", de l’anglais") ||
	                     text_starts(behind, ", de l'anglais");
	return is_label || is_translated || is_in_brackets(p, w) ||
	       has_brackets(behind) || has_expansion(behind, p->text + w->start);
}

static struct acronym *note(struct rules *r, const struct passage *p,
                            const struct acronym_word *w)
{
	size_t len = w->end - w->start;
	struct acronym *known = map_find(&r->by_name, p->text + w->start, len);
	struct acronym *a = known ? known : arena_alloc(r->doc->arena, sizeof *a);
	if (!known) {
		a->name = arena_copy(r->doc->arena, p->text + w->start, len);
		a->is_explained = is_common(a->name) || is_number(a->name) ||
		                  is_in_glossary(r->site, a->name);
		map_put_string(&r->by_name, a->name, a);
		ARRAY_ADD(r->doc->arena, r->acronyms, r->n_acronyms, r->cap_acronyms, a);
	}
	if (!a->is_explained && !a->at.path && p->n_parts > 0 && rules_may_report(r))
		a->at = passage_place(r, p, w->start, len);
	return a;
}

/* Whether a text is all in capitals: a cell, a heading that is shouted. */
static bool is_all_capitals(const struct passage *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->text[i] >= 'a' && p->text[i] <= 'z')
			return false;
	return true;
}

void acronyms_look_at(struct rules *r, const struct passage *p)
{
	struct acronym_word before = {0}, word, next;
	size_t at = 0;
	bool is_all_shouted = is_all_capitals(p);
	bool is_there = next_word(p->text, p->len, &at, &word);
	while (is_there) {
		bool has_next = next_word(p->text, p->len, &at, &next);
		/* Words in capitals side by side are shouted. */
		bool is_shouted =
			(is_all_shouted && word.end - word.start >= SHORTEST_SHOUT) ||
			(before.is_capitals && is_beside(p, before.end, word.start)) ||
			(has_next && next.is_capitals &&
		         is_beside(p, word.end, next.start));
		if (word.is_acronym && !is_shouted && !is_part_of_more(p, &word))
			note(r, p, &word)->is_explained |= is_explained(p, &word);
		before = word;
		word = next;
		is_there = has_next;
	}
}

void acronyms_look_at_title(struct rules *r, const char *title)
{
	struct passage p = {.text = title, .len = strlen(title)};
	if (text_may_have_capitals(p.text, p.len))
		acronyms_look_at(r, &p);
}

void acronyms_explain(struct rules *r, const char *text)
{
	struct acronym_word word;
	size_t len = strlen(text);
	struct passage p = {.text = text, .len = len};
	for (size_t at = 0; next_word(text, len, &at, &word);)
		if (word.is_acronym)
			note(r, &p, &word)->is_explained = true;
}

void acronyms_report(struct rules *r)
{
	for (size_t i = 0; i < r->n_acronyms; i++) {
		const struct acronym *a = r->acronyms[i];
		if (!a->is_explained && a->at.path)
			diag_report(r->diag, MSG_ACRONYM_UNKNOWN, a->at, a->name, NULL);
	}
}
