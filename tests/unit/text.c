#include "base/text.h"

#include "../tap.h"

#define BYTES(literal) literal, sizeof literal - 1

/* clang-format off */

/* --- UTF-8 --- */

static const struct { const char *src; size_t len, good; const char *repaired; } checks[] = {
	{BYTES(""), 0, ""},
	{BYTES("abc"), 3, "abc"},
	{BYTES("Où l’été finit"), 19, "Où l’été finit"},
	{BYTES("\x7f\xc2\x80\xdf\xbf"), 5, "\x7f\xc2\x80\xdf\xbf"},
	{BYTES("\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbd"), 12, "\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbd"},
	{BYTES("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), 8, "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"},
	/* no character starts so */
	{BYTES("\x80"), 0, "\xef\xbf\xbd"},
	{BYTES("a\xff"), 1, "a\xef\xbf\xbd"},
	{BYTES("\xfe" "abc"), 0, "\xef\xbf\xbd" "abc"},
	{BYTES("\xf5\x80\x80\x80"), 0, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	/* written longer than it must be */
	{BYTES("\xc0\xaf"), 0, "\xef\xbf\xbd\xef\xbf\xbd"},
	{BYTES("\xc1\xbf"), 0, "\xef\xbf\xbd\xef\xbf\xbd"},
	{BYTES("\xe0\x9f\xbf"), 0, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	{BYTES("\xf0\x8f\xbf\xbf"), 0, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	/* surrogates, and what lies behind the last character */
	{BYTES("\xed\xa0\x80"), 0, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	{BYTES("\xed\xbf\xbf"), 0, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	{BYTES("\xf4\x90\x80\x80"), 0, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	/* cut short */
	{BYTES("\xc3"), 0, "\xef\xbf\xbd"},
	{BYTES("a\xc3" "b"), 1, "a\xef\xbf\xbd" "b"},
	{BYTES("\xe2\x80"), 0, "\xef\xbf\xbd\xef\xbf\xbd"},
	{BYTES("\xe2\x80" "a"), 0, "\xef\xbf\xbd\xef\xbf\xbd" "a"},
	{BYTES("\xf0\x9f\x8e"), 0, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
	{BYTES("\xe9t\xe9"), 0, "\xef\xbf\xbdt\xef\xbf\xbd"},
	/* around the eight bytes that are looked at together */
	{BYTES("1234567\xff"), 7, "1234567\xef\xbf\xbd"},
	{BYTES("12345678\xff"), 8, "12345678\xef\xbf\xbd"},
	{BYTES("123456789\xff"), 9, "123456789\xef\xbf\xbd"},
	{BYTES("1234567\xc3\xa9" "12345678\xc3"), 17, "1234567\xc3\xa9" "12345678\xef\xbf\xbd"},
};

/* Characters, and cells on a terminal. */
static const struct { const char *text; int length, width; } widths[] = {
	{"", 0, 0},
	{"abc", 3, 3},
	{"été", 3, 3},
	{"e\xcc\x81", 2, 1},
	{"a" NBSP "b" NNBSP "c", 5, 5},
	{"\t", 1, 1},
	{"🎉", 1, 2},
	{"日本", 2, 4},
	{"a\xe2\x80\x8b" "b", 3, 2},
	{"«~»", 3, 3},
};

static const struct { const char *text; size_t n; } words[] = {
	{"", 0},
	{"   ", 0},
	{"mot", 1},
	{"un mot", 2},
	{"  un  mot  ", 2},
	{"un,deux;trois.", 3},
	{"l'eau et l’air", 3},
	{"été à Noël", 3},
	{"peut-être", 2},
	{"en 2024, 10 agents", 4},
	{"+ - = ? ! . ( ) / % & * # \" $ < >", 0},
	{"a1b2", 1},
	/* runs over the border of eight bytes, and up to it */
	{"abcdefgh", 1},
	{"abcdefghi", 1},
	{"abcdefg hi", 2},
	{"abcdefgh ij", 2},
	{"1234567'9 1", 2},
	{"a b c d e f g h i", 9},
	{"un deux\ntrois\tquatre", 4},
};

/* --- Ids and folding --- */

static const struct { const char *text, *id; } ids[] = {
	{"", ""},
	{" \n", ""},
	{"Déjà#une'id", "Déjà#une'id"},
	{" un  autre\tid\r\n", "un-autre-id"},
	{"un id", "un id"},
};

static const struct { const char *text, *folded; } folds[] = {
	{"", ""},
	{"Étude de Cas", "etude de cas"},
	{"ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ", "aaaceeeeiioouuuy"},
	{"àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy"},
	{"œuvre Œuvre æ Æ", "oeuvre oeuvre ae ae"},
	{"e\xcc\x81te\xcc\x81", "ete"},
	{"l’eau", "l'eau"},
	{"10" NBSP "000" NNBSP "€", "10 000 €"},
	{"Straße", "strasse"},
	{"Ørsted Łódź Đ", "orsted lodz d"},
	{"ПРИВЕТ", "привет"},
	{"a_b-c.d", "a_b-c.d"},
	{"🎉 1", "🎉 1"},
};

static const struct { const char *a, *b; bool is_same; } same[] = {
	{"", "", true},
	{"durée", "DUREE", true},
	{"cœur", "coeur", true},
	{"l'eau", "l’eau", true},
	{"e\xcc\x81", "é", true},
	{"a", "b", false},
	{"a", "a ", false},
	{"mise-en-œuvre", "mise_en_oeuvre", false},
};

static const struct { const char *text, *nfc; } nfcs[] = {
	{"abc", "abc"},
	{"été", "été"},
	{"e\xcc\x81te\xcc\x81.md", "été.md"},
	{"c\xcc\xa7" "a", "ça"},
	{"\xff", "\xff"},
};

/* --- Escaping --- */

enum place_of_text { IN_HTML, IN_ATTR, IN_URL, IN_FRAGMENT, IN_PATH_OF_FILE, IN_QUERY, IN_JSON };

static const struct { enum place_of_text where; const char *text; size_t len; const char *expected; } escapes[] = {
	{IN_HTML, BYTES(""), ""},
	{IN_HTML, BYTES("Bonjour"), "Bonjour"},
	{IN_HTML, BYTES("a < b & c > d"), "a &lt; b &amp; c &gt; d"},
	{IN_HTML, BYTES("&amp;"), "&amp;amp;"},
	{IN_HTML, BYTES("l'été \"chaud\""), "l'été &quot;chaud&quot;"},
	{IN_HTML, BYTES("<<<<<<<<<"), "&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;"},
	{IN_HTML, BYTES("1234567<9"), "1234567&lt;9"},
	{IN_HTML, BYTES("12345678<"), "12345678&lt;"},
	{IN_HTML, BYTES("12345678>2345678"), "12345678&gt;2345678"},
	{IN_HTML, BYTES("1234567812345678&"), "1234567812345678&amp;"},
	{IN_HTML, BYTES("=?;:%$#!/`{}"), "=?;:%$#!/`{}"},
	{IN_ATTR, BYTES("\"><script>"), "&quot;&gt;&lt;script&gt;"},
	{IN_ATTR, BYTES("l'été"), "l&#39;été"},
	{IN_ATTR, BYTES("12345678'"), "12345678&#39;"},
	{IN_ATTR, BYTES("a&b"), "a&amp;b"},

	{IN_URL, BYTES("https://a.fr/b?c=d&e=f#g"), "https://a.fr/b?c=d&amp;e=f#g"},
	{IN_URL, BYTES("image (13) été.png"), "image%20(13)%20%C3%A9t%C3%A9.png"},
	{IN_URL, BYTES("a\"b<c>d'e"), "a%22b%3Cc%3Ed&#x27;e"},
	{IN_URL, BYTES("100%"), "100%25"},
	{IN_URL, BYTES("a%20b%C3%A9"), "a%20b%C3%A9"},
	{IN_URL, BYTES("a%2"), "a%252"},
	{IN_URL, BYTES("a%zz"), "a%25zz"},
	{IN_URL, BYTES("a\\b[c]^`{|}"), "a%5Cb%5Bc%5D%5E%60%7B%7C%7D"},
	{IN_URL, BYTES("a\nb\tc\x01" "d\x7f"), "a%0Ab%09c%01d%7F"},
	{IN_URL, BYTES("a\0b"), "a%00b"},
	{IN_URL, BYTES("~user/-_.!*();@=+$,:"), "~user/-_.!*();@=+$,:"},
	/* a fragment holds no second #: as %23, which applications that look for it read */
	{IN_URL, BYTES("https://a.fr/#/#salon:a.fr"), "https://a.fr/#/%23salon:a.fr"},
	{IN_URL, BYTES("https://a.fr/#/%23salon?via=b&c=d"), "https://a.fr/#/%23salon?via=b&amp;c=d"},
	{IN_URL, BYTES("#a#b##"), "#a%23b%23%23"},
	{IN_URL, BYTES("##"), "#%23"},
	{IN_URL, BYTES("a%2#3#%C3%A9%"), "a%252#3%23%C3%A9%25"},
	{IN_URL, BYTES("#"), "#"},
	{IN_URL, BYTES("a%23b"), "a%23b"},
	{IN_URL, BYTES("#/#salon été"), "#/%23salon%20%C3%A9t%C3%A9"},
	{IN_FRAGMENT, BYTES("étape-1"), "%C3%A9tape-1"},
	{IN_FRAGMENT, BYTES("a#b%23c:d?e/f&g"), "a%23b%23c:d?e/f&amp;g"},

	{IN_QUERY, BYTES("Été 2021 : l’a&b"), "%C3%89t%C3%A9%202021%20%3A%20l%E2%80%99a%26b"},
	{IN_PATH_OF_FILE, BYTES("a/b.png"), "a/b.png"},
	{IN_PATH_OF_FILE, BYTES("100%.png"), "100%25.png"},
	{IN_PATH_OF_FILE, BYTES("a%20b.png"), "a%2520b.png"},
	{IN_PATH_OF_FILE, BYTES("a#b?c.png"), "a%23b%3Fc.png"},
	{IN_PATH_OF_FILE, BYTES("javascript:a"), "javascript%3Aa"},
	{IN_PATH_OF_FILE, BYTES("a&b'c\"d.png"), "a&amp;b&#x27;c%22d.png"},

	{IN_JSON, BYTES("Bonjour"), "Bonjour"},
	{IN_JSON, BYTES("\"a\\b\""), "\\\"a\\\\b\\\""},
	{IN_JSON, BYTES("\n\r\t\b\f"), "\\n\\r\\t\\b\\f"},
	{IN_JSON, BYTES("\x01\x1f\0"), "\\u0001\\u001f\\u0000"},
	{IN_JSON, BYTES("</script> & <!--"), "\\u003c/script\\u003e \\u0026 \\u003c!--"},
	{IN_JSON, BYTES("été 🎉 l'eau /"), "été 🎉 l'eau /"},
};

static const struct { uint32_t c; const char *utf8; } characters[] = {
	{'a', "a"},
	{0x7f, "\x7f"},
	{0x80, "\xc2\x80"},
	{0xe9, "é"},
	{0x7ff, "\xdf\xbf"},
	{0x800, "\xe0\xa0\x80"},
	{0xffff, "\xef\xbf\xbf"},
	{0x1f389, "🎉"},
	{0x10ffff, "\xf4\x8f\xbf\xbf"},
	{0, "\xef\xbf\xbd"},
	{0xd800, "\xef\xbf\xbd"},
	{0xdfff, "\xef\xbf\xbd"},
	{0x110000, "\xef\xbf\xbd"},
	{0xffffffff, "\xef\xbf\xbd"},
};

/* --- Likeness --- */

static const struct { const char *a, *b; int limit, distance; } distances[] = {
	{"", "", 3, 0},
	{"hint", "hint", 3, 0},
	{"hint", "hnit", 3, 1},   /* swapped */
	{"hint", "hin", 3, 1},    /* deleted */
	{"hint", "hints", 3, 1},  /* inserted */
	{"hint", "hunt", 3, 1},   /* replaced */
	{"", "abc", 3, 3},
	{"kitten", "sitting", 5, 3},
	{"ca", "abc", 5, 3},      /* what was swapped is not touched again */
	{"abcd", "badc", 5, 2},
	{"abc", "xyz", 5, 3},
	{"abc", "xyz", 1, 2},     /* never more than the limit and one */
	{"abcdef", "uvwxyz", 2, 3},
	{"abc", "abcdef", 2, 3},
};

static const char *const names[] = {"title", "description", "durée", "étude-de-cas", "hint", "tabs", "tab"};

static const struct { const char *name, *nearest; } nearests[] = {
	{"title", "title"},
	{"titel", "title"},
	{"TITLE", "title"},
	{"tilte", "title"},
	{"descripton", "description"},
	{"duree", "durée"},
	{"duré", "durée"},
	{"Etude de cas", "étude-de-cas"},
	{"hnit", "hint"},
	{"tabz", "tabs"},         /* the first of those equally near */
	{"tbs", "tabs"},
	{"zzz", NULL},
	{"hi", NULL},
	{"", NULL},
	{"descriptionaaaaaaa", NULL},
};
static const struct { const char *text; bool has_them; } capitals[] = {
	{"", false}, {"A", false}, {"AB", true}, {"Un Deux Trois", false}, {"la DDT", true},
	{"Un mot, puis Un autre, puis Un troisième", false}, {"É À Ç", false}, {"aB1C", false},
	{"une phrase assez longue, et ses deux capitales : UE", true},
};
/* clang-format on */

static void test_characters(struct arena *a)
{
	for (size_t i = 0; i < COUNT(checks); i++) {
		size_t len, good = text_check(checks[i].src, checks[i].len);
		const char *repaired = text_repair(a, checks[i].src, checks[i].len, &len);
		ok(good == checks[i].good, "the first wrong byte, row %zu", i);
		is(repaired, checks[i].repaired, "repaired, row %zu", i);
		if (good == checks[i].len)
			ok(repaired == checks[i].src && len == checks[i].len,
			   "not copied, row %zu", i);
		else
			ok(len == strlen(repaired) && text_check(repaired, len) == len,
			   "valid once repaired, row %zu", i);
	}
	for (size_t i = 0; i < COUNT(characters); i++) {
		struct buf b = buf_new(a);
		text_add_utf8(&b, characters[i].c);
		is(buf_text(&b), characters[i].utf8, "U+%04X", (unsigned)characters[i].c);
		const char *at = b.data;
		uint32_t c = text_next(&at, b.data + b.len);
		bool is_valid = strcmp(b.data, "\xef\xbf\xbd") != 0;
		ok(c == (is_valid ? characters[i].c : 0xfffd) && at == b.data + b.len,
		   "U+%04X is read back", (unsigned)characters[i].c);
	}
	const char *bad = "\xc3";
	ok(text_next(&bad, bad + 1) == 0xfffd && *bad == '\0',
	   "a wrong byte is U+FFFD, and one byte long");
}

static void test_measures(struct arena *a)
{
	for (size_t i = 0; i < COUNT(widths); i++) {
		size_t len = strlen(widths[i].text);
		int length = text_length(widths[i].text, len);
		int width = text_width(widths[i].text, len);
		ok(length == widths[i].length && width == widths[i].width,
		   "%s: %d characters, %d cells", widths[i].text, length, width);
	}
	/* Wherever a character stands that is not ASCII, and one byte at a time. */
	for (size_t before = 0; before < 40; before++) {
		struct buf b = buf_new(a);
		for (size_t i = 0; i < before; i++)
			buf_add_char(&b, 'a');
		buf_add_string(&b, "é€𝄞 et la suite");
		int n = (int)before;
		ok(text_length(b.data, b.len) == n + 15 &&
		           text_offset(b.data, b.len, n) == before &&
		           text_offset(b.data, b.len, n + 1) == before + 2 &&
		           text_offset(b.data, b.len, n + 3) == before + 9 &&
		           text_offset(b.data, b.len, n + 16) == b.len &&
		           text_offset(b.data, b.len, -1) == 0,
		   "characters behind %zu bytes", before);
	}
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t n = text_words(words[i].text, strlen(words[i].text));
		ok(n == words[i].n, "%s: %zu words", words[i].text, n);
	}
	ok(text_words("un deux trois", 6) == 2, "words end where the text does");
	for (size_t i = 0; i < COUNT(capitals); i++) {
		const char *text = capitals[i].text;
		ok(text_may_have_capitals(text, strlen(text)) == capitals[i].has_them,
		   "%s: capitals side by side", text);
	}
	/* Wherever they stand, at each length. */
	for (size_t len = 2; len < 70; len++) {
		char text[70];
		bool is_found = true;
		for (size_t at = 0; at + 1 < len; at++) {
			memset(text, 'x', sizeof text);
			is_found = is_found && !text_may_have_capitals(text, len);
			text[at] = 'D';
			text[at + 1] = 'T';
			is_found = is_found && text_may_have_capitals(text, len);
		}
		text[len - 2] = 'x';
		ok(is_found && !text_may_have_capitals(text, len),
		   "capitals in %zu bytes", len);
	}
}

/* Each end behind as many letters as make it fall within what is looked at at once, or
 * over its edge. */
static void test_line_ends(struct arena *a)
{
	static const struct {
		const char *end;
		int at; /* behind the letters; -1: there is none */
	} rows[] = {{"", -1},      {"\n", 0},      {"\r", 0},      {"\r\n", 1},
	            {"\r\r\n", 0}, {"\r\rb\n", 0}, {"\r\nb\r", 1}, {"\nb\r\n", 0}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool is_right = true;
		for (int n = 0; n < 400; n++) {
			char *text = arena_format(a, "%*s%s", n, "", rows[i].end);
			const char *found = text_line_end(text, text + strlen(text));
			const char *meant = rows[i].at < 0 ? NULL : text + n + rows[i].at;
			is_right &= found == meant;
		}
		ok(is_right, "the end of a line, row %zu", i);
	}
}

static void test_kinds(void)
{
	static const uint32_t spaces[] = {' ',  '\t',   '\n',   '\r',
	                                  0xa0, 0x202f, 0x2009, 0x3000};
	static const uint32_t letters[] = {'a', 'Z', 0xe9, 0x153, 0x43f, 0x65e5, 0x301};
	static const uint32_t emoji[] = {0x1f389, 0x2764, 0x200d, 0xfe0f, 0x20e3, 0x2139};
	static const uint32_t others[] = {0, '-', '_', '.', 0x2019, 0xab, 0x20ac, 0xb2};
	for (size_t i = 0; i < COUNT(spaces); i++)
		ok(text_is_space(spaces[i]) && !text_is_letter(spaces[i]),
		   "U+%04X is a space", (unsigned)spaces[i]);
	for (size_t i = 0; i < COUNT(letters); i++)
		ok(text_is_letter(letters[i]) && !text_is_space(letters[i]) &&
		           !text_is_digit(letters[i]) && !text_is_emoji(letters[i]),
		   "U+%04X is a letter", (unsigned)letters[i]);
	for (size_t i = 0; i < COUNT(emoji); i++)
		ok(text_is_emoji(emoji[i]), "U+%04X belongs to emoji",
		   (unsigned)emoji[i]);
	for (size_t i = 0; i < COUNT(others); i++)
		ok(!text_is_letter(others[i]) && !text_is_space(others[i]) &&
		           !text_is_digit(others[i]) && !text_is_emoji(others[i]),
		   "U+%04X is none", (unsigned)others[i]);
	ok(text_is_digit('0') && text_is_digit('9') && !text_is_digit('/') &&
	           !text_is_digit(':') && !text_is_digit(0x661),
	   "digits are 0 to 9");
}

static void test_folding(struct arena *a)
{
	for (size_t i = 0; i < COUNT(ids); i++)
		is(text_id(a, ids[i].text), ids[i].id, "id: %s", ids[i].id);
	for (size_t i = 0; i < COUNT(folds); i++)
		is(text_fold(a, folds[i].text), folds[i].folded, "folded: %s",
		   folds[i].text);
	for (size_t i = 0; i < COUNT(same); i++)
		ok(text_same(same[i].a, same[i].b) == same[i].is_same, "%s and %s",
		   same[i].a, same[i].b);
	for (size_t i = 0; i < COUNT(nfcs); i++) {
		const char *nfc = text_nfc(a, nfcs[i].text);
		is(nfc, nfcs[i].nfc, "NFC of %s", nfcs[i].nfc);
		if (strcmp(nfcs[i].text, nfcs[i].nfc) == 0)
			ok(nfc == nfcs[i].text, "which is not copied");
	}
}

/* `n` times a text. */
static const char *repeated(struct arena *a, const char *text, size_t n)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; i < n; i++)
		buf_add_string(&b, text);
	return buf_text(&b);
}

static void test_escaping(struct arena *a)
{
	static void (*const add[])(struct buf *, const char *, size_t) = {
		[IN_HTML] = text_add_html,         [IN_ATTR] = text_add_attr,
		[IN_URL] = text_add_url,           [IN_FRAGMENT] = text_add_fragment,
		[IN_PATH_OF_FILE] = text_add_path, [IN_QUERY] = text_add_query,
		[IN_JSON] = text_add_json,
	};
	static const char *const labels[] = {"HTML",          "attribute", "address",
	                                     "plain address", "fragment",  "path",
	                                     "query",         "JSON"};
	for (size_t i = 0; i < COUNT(escapes); i++) {
		struct buf b = buf_new(a);
		add[escapes[i].where](&b, escapes[i].text, escapes[i].len);
		is(buf_text(&b), escapes[i].expected, "%s: %s", labels[escapes[i].where],
		   escapes[i].text);
	}
	const char *address = "https://a.fr/?b=c&d#e";
	ok(text_one_fragment(a, address) == address, "an address with one # stays");
	is(text_one_fragment(a, "https://a.fr/?b&c#/#d e#"),
	   "https://a.fr/?b&c#/%23d e%23", "of several # the first stays");
}

static void test_likeness(struct arena *a)
{
	for (size_t i = 0; i < COUNT(distances); i++) {
		int d = text_distance(distances[i].a, distances[i].b, distances[i].limit);
		int back =
			text_distance(distances[i].b, distances[i].a, distances[i].limit);
		ok(d == distances[i].distance && back == d, "from %s to %s: %d",
		   distances[i].a, distances[i].b, d);
	}
	const char *longest = repeated(a, "a", 64), *longer = repeated(a, "a", 65);
	ok(text_distance(longest, longest, 3) == 0, "64 bytes are compared");
	ok(text_distance(longer, longer, 3) == 4, "more are not");
	for (size_t i = 0; i < COUNT(nearests); i++)
		is(text_nearest(nearests[i].name, names, COUNT(names)),
		   nearests[i].nearest, "nearest to %s", nearests[i].name);
	is(text_nearest("a", NULL, 0), NULL, "nearest of none");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_characters(&a);
	test_measures(&a);
	test_line_ends(&a);
	test_kinds();
	test_folding(&a);
	test_escaping(&a);
	test_likeness(&a);
	arena_release(&a);
	return finish();
}
