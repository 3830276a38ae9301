#include "french/locale.h"

#include <string.h>
#include <strings.h>

/* clang-format off */
static const struct locale rows[] = {
	{"fr", "fra", LANGUAGE_FR, typography_french, inflection_key},
	{"en", "eng", LANGUAGE_EN, NULL, inflection_key}, /* its plurals are French, too */
};
/* clang-format on */
static const struct locale unknown = {NULL, NULL, LANGUAGE_EN, NULL, inflection_plain};

/* Languages, and scripts, that are written from right to left. */
static const char *const from_right[] = {"ar", "arc", "ckb", "dv", "fa", "he", "ks",
                                         "ku", "ps",  "sd",  "ug", "ur", "yi"};
static const char *const right_scripts[] = {"Adlm", "Arab", "Hebr", "Nkoo",
                                            "Rohg", "Syrc", "Thaa"};

static size_t first_part(const char *tag)
{
	return strcspn(tag, "-_.");
}

static bool is_part(const char *part, size_t len, const char *name)
{
	return strlen(name) == len && strncasecmp(part, name, len) == 0;
}

static bool is_listed(const char *part, size_t len, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_part(part, len, list[i]))
			return true;
	return false;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* https://www.rfc-editor.org/rfc/rfc5646: languages of two or three letters, then parts
 * of up to eight letters and digits. */
bool locale_is_tag(const char *text)
{
	size_t len = 0;
	while (is_letter(text[len]))
		len++;
	if (len != 2 && len != 3)
		return false;
	for (text += len; *text == '-'; text += len) {
		text++;
		for (len = 0;
		     is_letter(text[len]) || (text[len] >= '0' && text[len] <= '9');)
			len++;
		if (len < 1 || len > 8)
			return false;
	}
	return !*text;
}

const struct locale *locale_of(const char *tag)
{
	size_t len = first_part(tag);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (is_part(tag, len, rows[i].code) || is_part(tag, len, rows[i].longer))
			return &rows[i];
	return &unknown;
}

const char *locale_code(struct arena *a, const char *tag)
{
	const struct locale *locale = locale_of(tag);
	if (locale->code)
		return locale->code;
	char *code = arena_copy(a, tag, first_part(tag));
	for (char *p = code; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 32);
	return code;
}

/* The script is a part of four letters: "az-Arab", "ar-Latn". */
const char *locale_direction(const char *tag)
{
	size_t len = first_part(tag);
	bool is_rtl = is_listed(tag, len, from_right, COUNT(from_right));
	for (const char *at = tag + len; *at; at += len) {
		at++;
		len = first_part(at);
		if (len == 4)
			is_rtl = is_listed(at, len, right_scripts, COUNT(right_scripts));
	}
	return is_rtl ? "rtl" : "ltr";
}
