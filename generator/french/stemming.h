#ifndef FRENCH_STEMMING_H
#define FRENCH_STEMMING_H

/*
 * What forms of a word have in common, for search: "déploiement", "déploiements" and
 * "déployer" are one stem each time.
 *
 * The stems are those of Snowball, for the languages that libstemmer knows; of the
 * feminine in -euse, -trice, -ière and their like Snowball makes another stem than of
 * the masculine, which a table mends. Words are folded as text_fold has them.
 */

#include <stdbool.h>
#include <stddef.h>

struct sb_stemmer;

struct stemmer {
	struct sb_stemmer *snowball; /* NULL: words of this language stay as they are */
	bool is_french;
};

enum { LONGEST_STEM = 64 };

/* `language` is a tag of BCP 47. */
struct stemmer stemmer_open(const char *language);
/* Writes the stem of a folded word of at most LONGEST_STEM bytes; its length. */
size_t stemmer_stem(const struct stemmer *s, const char *word, size_t len,
                    char stem[LONGEST_STEM + 1]);
void stemmer_close(struct stemmer *s);

#endif
