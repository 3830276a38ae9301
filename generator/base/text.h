#ifndef BASE_TEXT_H
#define BASE_TEXT_H

/*
 * Text: UTF-8, French folding, and escaping for each place a string
 * can enter. All text is UTF-8, checked once on reading (text_check), so the
 * functions here may assume it; on bad bytes they return U+FFFD and go on.
 */

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

#define NBSP  "\xc2\xa0"     /* U+00A0, no-break space */
#define NNBSP "\xe2\x80\xaf" /* U+202F, narrow no-break space */

/* Offset of the first byte that is not UTF-8, or `len` when all is well. */
size_t text_check(const char *src, size_t len);
/* The same text with each wrong byte replaced by U+FFFD; `src` itself when none is wrong.
 */
const char *text_repair(struct arena *a, const char *src, size_t len,
                        size_t *repaired_len);
/* Reads one character at *at (which must be < end) and moves *at behind it. */
static inline uint32_t text_next(const char **at, const char *end);
uint32_t text_next_foreign(const char **at, const char *end); /* what is not ASCII */
void text_add_utf8(struct buf *b, uint32_t c);
/* Characters in a string; columns are counted so, from 1. */
int text_length(const char *src, size_t len);
/* Bytes of the characters that `max` bytes of a longer string hold whole. */
static inline size_t text_cut(const char *src, size_t max)
{
	while (max > 0 && ((unsigned char)src[max] & 0xc0) == 0x80)
		max--;
	return max;
}
/* Bytes of the first `n` characters; `len` when there are fewer. */
size_t text_offset(const char *src, size_t len, int n);
/* Cells on a terminal: 0 for marks that combine, 2 for wide characters and emoji. */
int text_width(const char *src, size_t len);

static inline uint32_t text_next(const char **at, const char *end)
{
	unsigned char first = (unsigned char)**at;
	if (first >= 0x80)
		return text_next_foreign(at, end);
	(*at)++;
	return first;
}

/* Whether a text starts with another one. */
static inline bool text_starts(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

/* The length of `start` where the first `len` bytes of a text start with it; 0 otherwise.
 */
static inline size_t text_start_length(const char *text, size_t len, const char *start)
{
	size_t n = strlen(start);
	return len >= n && memcmp(text, start, n) == 0 ? n : 0;
}

/* What separates words in tags and raw HTML: blanks and ends of lines. */
static inline bool text_is_blank_byte(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Whether nothing but blanks and ends of lines is in a text, which ends in NUL somewhere
 * behind `len` bytes. */
static inline bool text_is_blank(const char *text, size_t len)
{
	return strspn(text, " \t\r\n") >= len;
}

/* What ends the line that `at` is on: "\n", or a "\r" that none follows, as CommonMark
 * has it; NULL: the text does. */
const char *text_line_end(const char *at, const char *end);

/* Words as readers count them: runs of letters, digits and apostrophes, told by bytes;
 * quick, since every text of every page passes here. */
size_t text_words(const char *src, size_t len);

/* Whether two capitals may stand side by side: those of ASCII, for which @ [ \ ] ^ _ pass
 * too; quick, likewise. */
bool text_may_have_capitals(const char *src, size_t len);

bool text_is_space(uint32_t c);  /* white space, U+00A0 and U+202F included */
bool text_is_letter(uint32_t c); /* a letter of any alphabet */
bool text_is_digit(uint32_t c);  /* 0 to 9 */
bool text_is_emoji(uint32_t c);  /* pictographs, joiners, variation selectors, keycaps */

/* What two spellings have in common: lower case, no accents, œ as oe, ’ as ', no-break
 * spaces as spaces. Names of keys, tags and values are compared so. */
char *text_fold(struct arena *a, const char *src);
/* equal once folded (ASCII case and French accents) */
bool text_same(const char *a, const char *b);
/* One character folded so; returns how many that makes, 0 for a mark. */
enum { MOST_FOLDED = 8 };
size_t text_fold_char(uint32_t c, uint32_t parts[MOST_FOLDED]);
/* The same of what a character means: "²" is 2, "…" three dots, "½" 1⁄2. */
size_t text_meant_char(uint32_t c, uint32_t parts[MOST_FOLDED]);
uint32_t text_lower(uint32_t c); /* its accents stay */
/* NFC; returns `src` itself when it is NFC already. */
const char *text_nfc(struct arena *a, const char *src);

/* An id as HTML has it: without white space, each run of which is one "-"; `src` itself
 * where there is none. */
const char *text_id(struct arena *a, const char *src);

/* Escaping, named after the place the string enters. */
void text_add_html(struct buf *b, const char *src, size_t len); /* & < > between tags */
void text_add_attr(struct buf *b, const char *src, size_t len); /* & < > " in "…" */
/* percent-encodes what an address may not hold, a second # too; for href="…", & as &amp;
 * too */
void text_add_url(struct buf *b, const char *src, size_t len);
/* what stands behind the # of an address */
void text_add_fragment(struct buf *b, const char *src, size_t len);
/* a file's path as a relative address: also % # ? */
void text_add_path(struct buf *b, const char *src, size_t len);
/* a path between the round brackets of a Markdown link, or the quotes of an attribute:
 * what would end it, or lead elsewhere, as %NN */
void text_add_destination(struct buf *b, const char *path);
/* a value behind "?name=": letters and digits stay */
void text_add_query(struct buf *b, const char *src, size_t len);
/* For an address that is escaped as text: each # behind the first as %23; `src` itself
 * when there is none. */
const char *text_one_fragment(struct arena *a, const char *src);
/* Percent-encoded bytes as bytes, but for %00; a % that encodes nothing stays. */
char *text_decode_url(struct arena *a, const char *src, size_t len);
/* A name as a shell reads it as one word: in quotes where it needs them. */
const char *text_shell_word(struct arena *a, const char *name);
/* between "…"; < > & as \u003c … so that it may stand in a script */
void text_add_json(struct buf *b, const char *src, size_t len);

/* Bytes of a folded name that may be near to another. */
enum { LONGEST_NEAR = 64 };
/* Operations needed to turn a into b (insert, delete, replace, swap), at most `limit`
 * + 1. */
int text_distance(const char *a, const char *b, int limit);
/* How many such operations a folded name of `len` bytes may hold and still be meant. */
int text_reach(size_t len);
/* The candidate nearest to `name` once folded, or NULL when none is near. For the few
 * names of a table: see base/nearest.h for many. */
const char *text_nearest(const char *name, const char *const *candidates, size_t n);

#endif
