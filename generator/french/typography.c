#include "french/typography.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

/*
 * A paragraph's runs are joined into one text; one pass over it jumps from
 * one byte that a rule starts at to the next, and notes edits; the edits are
 * then dealt out to the runs they fall in. The rules are the Imprimerie
 * nationale's, kept to what cannot go wrong in a text of the web.
 *
 * A line break ("\n") bounds words and is never changed.
 */

/* Bytes [at, at + len), at least one, become `by`, which is GROWTH bytes longer at most.
 */
struct edit {
	size_t at, len;
	const char *by;
};

enum { GROWTH = 2, ROOM = 40 };

struct paragraph {
	const char *text; /* a letter stands for an opaque run */
	size_t len;
	struct arena *arena;
	struct edit *edits; /* in order, none over another */
	size_t n_edits, cap_edits;
};

/* What a byte may start. */
enum trigger { NONE, APOSTROPHE, COLON, SIGN, DOT, DIGIT, LATIN, TITLE };

/* clang-format off */
static const unsigned char triggers[256] = {
	['\''] = APOSTROPHE,
	[':'] = COLON,
	[';'] = SIGN, ['!'] = SIGN, ['?'] = SIGN,
	['.'] = DOT,
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,
	['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
	[0xc2] = LATIN, /* « » ° */
	['M'] = TITLE, ['D'] = TITLE,
};
/* clang-format on */

/* The byte at i, or 0 outside of the text (before it, too: i wraps round). */
static unsigned char byte_at(const struct paragraph *p, size_t i)
{
	return i < p->len ? (unsigned char)p->text[i] : 0;
}

static bool has_word(const struct paragraph *p, size_t i, const char *word)
{
	size_t len = strlen(word);
	return i <= p->len && len <= p->len - i && memcmp(p->text + i, word, len) == 0;
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static bool is_ascii_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* The character that starts at i; 0 at the end. */
static uint32_t char_at(const struct paragraph *p, size_t i)
{
	unsigned char c = byte_at(p, i);
	if (c < 0x80)
		return c;
	const char *at = p->text + i;
	return text_next(&at, p->text + p->len);
}

/* The character that ends before i; 0 at the start. */
static uint32_t char_before(const struct paragraph *p, size_t i)
{
	unsigned char c = byte_at(p, i - 1);
	if (c < 0x80)
		return c;
	size_t start = i - 1;
	while (start > 0 && i - start < 4 &&
	       ((unsigned char)p->text[start] & 0xc0) == 0x80)
		start--;
	return char_at(p, start);
}

static bool is_letter(uint32_t c)
{
	if (c >= 0xc0 && c <= 0x17f) /* French needs no further table */
		return c != 0xd7 && c != 0xf7;
	return text_is_letter(c);
}

static bool is_alphanumeric(uint32_t c)
{
	return text_is_digit(c) || is_letter(c);
}

/* Length of the space at i, no-break or not; a line break is none. */
static size_t space_at(const struct paragraph *p, size_t i)
{
	unsigned char c = byte_at(p, i);
	if (c == ' ' || c == '\t')
		return 1;
	if (c == 0xc2)
		return byte_at(p, i + 1) == 0xa0 ? 2 : 0;
	return c == 0xe2 && has_word(p, i, NNBSP) ? 3 : 0;
}

static size_t skip_spaces(const struct paragraph *p, size_t i)
{
	for (size_t n; (n = space_at(p, i)); i += n)
		;
	return i;
}

/* Where the spaces that end before i start. */
static size_t spaces_before(const struct paragraph *p, size_t i)
{
	for (;;) {
		unsigned char c = byte_at(p, i - 1);
		if (c == ' ' || c == '\t')
			i--;
		else if (c == 0xa0 && byte_at(p, i - 2) == 0xc2)
			i -= 2;
		else if (c == 0xaf && i >= 3 && has_word(p, i - 3, NNBSP))
			i -= 3;
		else
			return i;
	}
}

static void replace(struct paragraph *p, size_t start, size_t end, const char *by)
{
	if (end - start == strlen(by) && memcmp(p->text + start, by, end - start) == 0)
		return;
	assert(p->n_edits == 0 ||
	       p->edits[p->n_edits - 1].at + p->edits[p->n_edits - 1].len <= start);
	ARRAY_ADD(p->arena, p->edits, p->n_edits, p->cap_edits,
	          (struct edit){start, end - start, by});
}

/* What a sign may follow: the end of a word, of a number, of what was opened. */
static bool closes_before(const struct paragraph *p, size_t i)
{
	static const uint32_t openers[] = {0xab,   0x2039, 0x201c, 0x2018, /* « ‹ “ ‘ */
	                                   0x2013, 0x2014, 0x2022, 0xb7}; /* – — • · */
	uint32_t c = char_before(p, i);
	if (c < 0x80)
		return is_ascii_letter((unsigned char)c) || text_is_digit(c) ||
		       (c && strchr(")]}%$\"'.+", (int)c));
	for (size_t k = 0; k < COUNT(openers); k++)
		if (c == openers[k])
			return false;
	return true;
}

/* What may follow a sign: the end, a space, what closes; no letter or digit. */
static bool ends_after(const struct paragraph *p, size_t i, const char *closers)
{
	uint32_t c = char_at(p, i);
	if (c < 0x80)
		return c == 0 || c == ' ' || c == '\n' || c == '\t' ||
		       strchr(closers, (int)c);
	return !is_letter(c);
}

/*
 * ; ! ? and : take a no-break space where a space was typed. Smileys are not
 * signs: `:)` and `;)` keep their space.
 */
static size_t space_sign(struct paragraph *p, size_t i, const char *signs,
                         const char *space)
{
	size_t end = i + 1, start = spaces_before(p, i);
	while (byte_at(p, end) && strchr(signs, byte_at(p, end)))
		end++;
	bool is_smiley =
		(p->text[i] == ':' || p->text[i] == ';') && byte_at(p, end) == ')';
	if (start < i && !is_smiley && closes_before(p, start) &&
	    ends_after(p, end, ")]}\".,"))
		replace(p, start, i, space);
	return end;
}

/* « text »: a no-break space inside, typed or not. */
static size_t space_guillemets(struct paragraph *p, size_t i)
{
	if (byte_at(p, i + 1) == 0xab) {
		size_t end = skip_spaces(p, i + 2);
		bool is_last = end >= p->len || p->text[end] == '\n';
		if (end > i + 2 && !is_last)
			replace(p, i + 2, end, NBSP);
		else if (!is_last)
			replace(p, i, end, "«" NBSP);
	} else if (byte_at(p, i + 1) == 0xbb) {
		size_t start = spaces_before(p, i);
		uint32_t before = char_before(p, start);
		bool is_first =
			before == 0 || before == '\n' || before == 0xab; /* « »: done */
		if (start < i && !is_first)
			replace(p, start, i, NBSP);
		else if (!is_first)
			replace(p, i, i + 2, NBSP "»");
	}
	return i + 2;
}

/* l'eau, l'«eau», d'1 heure: a letter before; 'quoted', '90 and 5' are left alone. */
static size_t curl_apostrophe(struct paragraph *p, size_t i)
{
	uint32_t after = char_at(p, i + 1);
	bool is_elision = is_alphanumeric(after) || after == 0xab || after == 0x201c;
	if (is_elision && is_letter(char_before(p, i)))
		replace(p, i, i + 1, "’");
	return i + 1;
}

/* `12`, `A`, `L. 123`, `IV`: what a page or article is cited by; no new sentence. */
static bool is_reference(const struct paragraph *p, size_t i)
{
	unsigned char c = byte_at(p, i), next = byte_at(p, i + 1);
	if (is_digit(c))
		return true;
	return c >= 'A' && c <= 'Z' && !(next >= 'a' && next <= 'z') && next != '\'' &&
	       next < 0x80;
}

/* p. 12, art. L. 3, fig. 4 */
static void space_citation(struct paragraph *p, size_t dot)
{
	static const char *const words[] = {"p", "art", "fig", "P", "Art", "Fig"};
	size_t end = skip_spaces(p, dot + 1);
	if (end == dot + 1 || !is_reference(p, end))
		return;
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t len = strlen(words[i]);
		if (len <= dot && has_word(p, dot - len, words[i]) &&
		    !is_alphanumeric(char_before(p, dot - len))) {
			replace(p, dot + 1, end, NBSP);
			return;
		}
	}
}

/* Three dots by themselves: not four, not a path (`../`), not a range (`a...b`). */
static size_t shorten_dots(struct paragraph *p, size_t i)
{
	size_t end = i;
	while (byte_at(p, end) == '.')
		end++;
	if (end - i == 1)
		space_citation(p, i);
	if (end - i != 3)
		return end;
	bool is_range =
		is_alphanumeric(char_before(p, i)) && is_alphanumeric(char_at(p, end));
	if (!is_range && byte_at(p, i - 1) != '/' && byte_at(p, end) != '/')
		replace(p, i, end, "…");
	return end;
}

/* M. Dupont, Mme Durand, Dr Martin */
static size_t space_title(struct paragraph *p, size_t i)
{
	static const char *const words[] = {"M.", "MM.", "Mme", "Mmes", "Dr"};
	for (size_t w = 0; w < COUNT(words); w++) {
		size_t end = i + strlen(words[w]), next = skip_spaces(p, end);
		if (next > end && has_word(p, i, words[w]) &&
		    is_letter(char_at(p, next)) && !is_alphanumeric(char_before(p, i))) {
			replace(p, end, next, NBSP);
			return next;
		}
	}
	return i + 1;
}

/* n° 12 */
static size_t space_degree(struct paragraph *p, size_t i)
{
	unsigned char n = byte_at(p, i - 1);
	size_t end = skip_spaces(p, i + 2);
	if ((n == 'n' || n == 'N') && end > i + 2 &&
	    !is_alphanumeric(char_before(p, i - 1)) && is_alphanumeric(char_at(p, end)))
		replace(p, i + 2, end, NBSP);
	return i + 2;
}

static size_t skip_digits(const struct paragraph *p, size_t i)
{
	while (is_digit(byte_at(p, i)))
		i++;
	return i;
}

/*
 * `10 000`: groups of three after at most three digits, by one space each.
 * Returns where the digits end, and in *is_number whether they are that:
 * `01 23 45 67 89` and `2024 150 000` are not.
 */
static size_t skip_groups(const struct paragraph *p, size_t i, bool *is_number)
{
	size_t end = skip_digits(p, i), n;
	*is_number = p->text[i] != '0' && end - i <= 3;
	while ((n = space_at(p, end)) && is_digit(byte_at(p, end + n))) {
		size_t next = skip_digits(p, end + n);
		if (next - (end + n) != 3)
			*is_number = false;
		end = next;
	}
	return end;
}

static void space_groups(struct paragraph *p, size_t i, size_t end)
{
	for (i = skip_digits(p, i); i < end; i = skip_digits(p, i)) {
		size_t n = space_at(p, i);
		replace(p, i, i + n, NNBSP);
		i += n;
	}
}

/* 10 %, 3 h: the unit must end there (`2024 j'ai`, `3 histoires`). */
static void space_unit(struct paragraph *p, size_t i)
{
	static const char *const units[] = {"%",  "€",   "k€", "M€", "°C",
	                                    "h",  "min", "j",  "an", "ans",
	                                    "km", "Mo",  "Go", "ko", "px"};
	size_t start = skip_spaces(p, i);
	if (start == i)
		return;
	for (size_t u = 0; u < COUNT(units); u++) {
		if (!has_word(p, start, units[u]))
			continue;
		uint32_t after = char_at(p, start + strlen(units[u]));
		if (!is_alphanumeric(after) && after != '\'' && after != 0x2019) {
			replace(p, i, start, NBSP);
			return;
		}
	}
}

static size_t space_number(struct paragraph *p, size_t i)
{
	bool is_number;
	uint32_t before = char_before(p, i);
	size_t end = skip_groups(p, i, &is_number);
	bool is_word = is_letter(before) || before == '_'; /* `A4`, `v2` */
	if (is_number && !is_word && before != '+')
		space_groups(p, i, end);
	while ((byte_at(p, end) == ',' || byte_at(p, end) == '.') &&
	       is_digit(byte_at(p, end + 1)))
		end = skip_digits(p, end + 1);
	if (!is_word)
		space_unit(p, end);
	return end;
}

static size_t apply_rule(struct paragraph *p, size_t i)
{
	switch ((enum trigger)triggers[(unsigned char)p->text[i]]) {
	case APOSTROPHE: return curl_apostrophe(p, i);
	case COLON: return space_sign(p, i, "", NBSP);
	case SIGN: return space_sign(p, i, ";!?", NNBSP);
	case DOT: return shorten_dots(p, i);
	case DIGIT: return space_number(p, i);
	case TITLE: return space_title(p, i);
	case LATIN:
		return byte_at(p, i + 1) == 0xb0 ? space_degree(p, i)
		                                 : space_guillemets(p, i);
	case NONE: break;
	}
	return i + 1;
}

/* The next byte that a rule may start at, or the end. Four at a time: most start none. */
static size_t next_trigger(const char *text, size_t i, size_t len)
{
	const unsigned char *t = (const unsigned char *)text;
	while (len - i >= 4 && !(triggers[t[i]] | triggers[t[i + 1]] |
	                         triggers[t[i + 2]] | triggers[t[i + 3]]))
		i += 4;
	while (i < len && !triggers[t[i]])
		i++;
	return i;
}

static void find_edits(struct paragraph *p, size_t first)
{
	for (size_t i = first; i < p->len;)
		i = next_trigger(p->text, apply_rule(p, i), p->len);
}

static size_t width_of(const struct text_run *run)
{
	return run->is_opaque ? 1 : run->len;
}

/* Where in the joined text the first rule may start; its length when none may. */
static size_t first_trigger(const struct text_run *runs, size_t n)
{
	size_t start = 0;
	for (size_t i = 0; i < n; start += width_of(&runs[i++])) {
		size_t at = runs[i].is_opaque
		                    ? 1
		                    : next_trigger(runs[i].text, 0, runs[i].len);
		if (at < width_of(&runs[i]))
			return start + at;
	}
	return start;
}

static void join(struct paragraph *p, const struct text_run *runs, size_t n)
{
	char *at = arena_alloc_raw(p->arena, p->len + 1);
	p->text = at;
	for (size_t i = 0; i < n; i++) {
		if (runs[i].is_opaque)
			*at = 'x';
		else if (runs[i].len)
			memcpy(at, runs[i].text, runs[i].len);
		at += width_of(&runs[i]);
	}
	*at = '\0';
}

static char *put(char *at, const char *src, size_t len)
{
	memcpy(at, src, len);
	return at + len;
}

/*
 * Rewrites the run that stands at `start` of the paragraph by the edits that
 * touch it. What stands for bytes of several runs goes where the last is.
 */
static void rewrite(const struct paragraph *p, struct text_run *run, size_t start,
                    const struct edit *first, const struct edit *last)
{
	size_t end = start + run->len, from = start;
	char *result =
		arena_alloc_raw(p->arena, run->len + (size_t)(last - first) * GROWTH + 1);
	char *at = result;
	for (const struct edit *e = first; e < last; e++) {
		if (e->at > from)
			at = put(at, p->text + from, e->at - from);
		from = e->at + e->len;
		if (from <= end)
			at = put(at, e->by, strlen(e->by));
	}
	if (from < end)
		at = put(at, p->text + from, end - from);
	*at = '\0';
	run->result = result;
	run->result_len = (size_t)(at - result);
}

static void deal_out(const struct paragraph *p, struct text_run *runs, size_t n)
{
	const struct edit *e = p->edits, *last = p->edits + p->n_edits;
	for (size_t i = 0, start = 0; i < n && e < last; i++) {
		size_t end = start + width_of(&runs[i]);
		const struct edit *first = e;
		while (e < last && e->at < end && e->at + e->len <= end)
			e++;
		bool reaches_in =
			e < last && e->at < end; /* and beyond: the next run's, too */
		if (e > first || reaches_in)
			rewrite(p, &runs[i], start, first, e + reaches_in);
		start = end;
	}
}

void typography_french(struct arena *a, struct text_run *runs, size_t n)
{
	struct edit edits[ROOM]; /* enough for most paragraphs */
	struct paragraph p = {.arena = a, .edits = edits, .cap_edits = ROOM};
	for (size_t i = 0; i < n; i++) {
		runs[i].result = runs[i].text;
		runs[i].result_len = runs[i].len;
		p.len += width_of(&runs[i]);
	}
	size_t first = first_trigger(runs, n);
	if (first == p.len)
		return;
	p.text = runs->text;
	if (n > 1)
		join(&p, runs, n);
	find_edits(&p, first);
	deal_out(&p, runs, n);
}

const char *typography_text(typography *set, struct arena *a, const char *text)
{
	struct text_run run = {.text = text, .len = strlen(text)};
	if (!set)
		return text;
	set(a, &run, 1);
	return run.result;
}
