#include "french/spoken.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"

/*
 * What npm's limax writes, in version 4.2.3: GitBook's addresses agree with it. Letters
 * that it does not know, and other signs, are blanks.
 */

enum { FIRST_GREEK = 0x386, FIRST_CYRILLIC = 0x400 };

/* clang-format off */
static const char *const greek[] = { /* to U+03CE */
	"a", " ", "e", "i", "i", " ", "o", " ", "y", "o", "i", "a", "b", "g", "d",
	"e", "z", "i", "th", "i", "k", "l", "m", "n", "ks", "o", "p", "r", " ",
	"s", "t", "y", "f", "x", "ps", "o", "i", "y", "a", "e", "i", "i", "y", "a",
	"v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "ks", "o",
	"p", "r", "s", "s", "t", "y", "f", "x", "ps", "o", "i", "y", "o", "y", "o",
};

static const char *const cyrillic[] = { /* to U+045F */
	"e", "yo", "dj", "g", "ye", " ", "i", "yi", "j", "lj", "nj", "c", "k", "i",
	"u", "dz", "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l",
	"m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "c", "ch", "sh", "sh",
	"", "y", "", "e", "yu", "ya", "a", "b", "v", "g", "d", "e", "zh", "z", "i",
	"i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "c",
	"ch", "sh", "sh", "", "y", "", "e", "yu", "ya", "e", "yo", "dj", "g", "ye",
	" ", "i", "yi", "j", "lj", "nj", "c", "k", "i", "u", "dz",
};

static const struct spoken {
	uint32_t c;
	const char *text;
} signs[] = { /* in the order of their numbers */
	{'$', "usd"}, {'&', " and "}, {'<', " less than "}, {'>', " greater than "}, {'|', " or "},
	{0xa2, "cent"}, {0xa3, "gbp"}, {0xa4, " currency "}, {0xa5, "cny"}, {0xa9, " c "}, {0xae, " r "},
	{0x3d0, "v"}, {0x3d1, "th"}, {0x3d5, "f"}, {0x3d6, "p"}, {0x3f0, "k"}, {0x3f1, "r"}, {0x3f2, "s"}, {0x3f5, "e"},
	{0x490, "g"}, {0x491, "g"}, {0xe3f, "thb"},
	{0x2018, ""}, {0x201a, ""}, {0x201b, ""}, {0x2032, ""}, {0x2035, ""},
	{0x20a1, "crc"}, {0x20a3, "frf"}, {0x20a4, "itl"}, {0x20a6, "ngn"}, {0x20a7, "esp"}, {0x20a9, "krw"},
	{0x20aa, "ils"}, {0x20ab, "vnd"}, {0x20ac, "eur"}, {0x20ad, "lak"}, {0x20ae, "mnt"}, {0x20af, "grd"},
	{0x20b1, "ars"}, {0x20b2, "pyg"}, {0x20b4, "uah"}, {0x20b5, "ghs"}, {0x20b8, "kzt"}, {0x20b9, "inr"},
	{0x20ba, "try"}, {0x20bc, "azn"}, {0x20bd, "rub"}, {0x20be, "gel"},
	{0x2202, "d"}, {0x2206, " delta "}, {0x2211, " sum "}, {0x221e, " infinity "},
};
/* clang-format on */

static int compare(const void *key, const void *item)
{
	uint32_t c = *(const uint32_t *)key, other = ((const struct spoken *)item)->c;
	return (c > other) - (c < other);
}

const char *spoken(uint32_t c)
{
	if (c >= FIRST_GREEK && c < FIRST_GREEK + COUNT(greek))
		return greek[c - FIRST_GREEK];
	if (c >= FIRST_CYRILLIC && c < FIRST_CYRILLIC + COUNT(cyrillic))
		return cyrillic[c - FIRST_CYRILLIC];
	bool is_latin = (c >= '0' && c <= '9') || (c >= 'A' && c < '|') || c <= ' ' ||
	                (c >= 0xc0 && c < 0x370);
	if (is_latin) /* nearly all */
		return NULL;
	const struct spoken *sign =
		bsearch(&c, signs, COUNT(signs), sizeof *signs, compare);
	return sign ? sign->text : NULL;
}
