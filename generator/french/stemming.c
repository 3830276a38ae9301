#include "french/stemming.h"

#include <libstemmer.h>
#include <string.h>

#include "base/mem.h"
#include "french/locale.h"

enum { SHORTEST_STEMMED = 4, SHORTEST_ENDED = 5, SHORTEST_OF_AGE = 5 };

/* Endings of French words, folded, and those that they stand for. */
static const struct {
	const char *ending, *stands_for;
} feminine[] = {
	{"euses", "eur"},  {"euse", "eur"},  {"rices", "eur"}, {"rice", "eur"},
	{"ales", "al"},    {"aux", "al"},    {"ives", "if"},   {"ive", "if"},
	{"iennes", "ien"}, {"ienne", "ien"}, {"ieres", "ier"}, {"iere", "ier"},
};

/* What Snowball takes off where it has its accent: "chargé" was folded. */
static const char *const last_endings[] = {"ees", "ee", "es", "er", "e"};

struct stemmer stemmer_open(const char *language)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *code = locale_code(&scratch, language);
	struct stemmer s = {.snowball = sb_stemmer_new(code, "UTF_8"),
	                    .is_french = strcmp(code, "fr") == 0};
	arena_release(&scratch);
	return s;
}

void stemmer_close(struct stemmer *s)
{
	if (s->snowball)
		sb_stemmer_delete(s->snowball);
	*s = (struct stemmer){0};
}

static bool ends_in(const char *word, size_t len, const char *ending)
{
	size_t n = strlen(ending);
	return len >= n && memcmp(word + len - n, ending, n) == 0;
}

/* The masculine of a feminine in `word`, which has room; its length. */
static size_t take_masculine(char *word, size_t len)
{
	for (size_t i = 0; i < COUNT(feminine); i++) {
		size_t n = strlen(feminine[i].ending), m = strlen(feminine[i].stands_for);
		if (len <= n + 2 || !ends_in(word, len, feminine[i].ending))
			continue;
		memcpy(word + len - n, feminine[i].stands_for, m);
		return len - n + m;
	}
	return len;
}

/* "Démarchage" is said of "démarcher"; "village" is not of "ville". */
static size_t cut_age(const char *stem, size_t len)
{
	return len >= SHORTEST_OF_AGE + 2 && ends_in(stem, len, "ag") ? len - 2 : len;
}

static size_t cut_last_ending(const char *stem, size_t len)
{
	for (size_t i = 0; len >= SHORTEST_ENDED && i < COUNT(last_endings); i++)
		if (ends_in(stem, len, last_endings[i]))
			return len - strlen(last_endings[i]);
	return len;
}

size_t stemmer_stem(const struct stemmer *s, const char *word, size_t len,
                    char stem[LONGEST_STEM + 1])
{
	memcpy(stem, word, len);
	if (s->snowball && len >= SHORTEST_STEMMED) {
		len = s->is_french ? take_masculine(stem, len) : len;
		const sb_symbol *found =
			sb_stemmer_stem(s->snowball, (const sb_symbol *)stem, (int)len);
		size_t n = found ? (size_t)sb_stemmer_length(s->snowball) : 0;
		if (n > 0 && n <= LONGEST_STEM)
			memmove(stem, found, len = n);
		len = s->is_french ? cut_age(stem, cut_last_ending(stem, len)) : len;
	}
	stem[len] = '\0';
	return len;
}
