#include "french/guess.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum {
	FEWEST_WORDS = 300, /* that one may go by */
	HINTING_WORDS = 40, /* that are enough to ask */
	LONGEST_WORD = 48,  /* bytes: no small word is so long */
	LEAST_HITS = 8,     /* of 100 words, in prose of a language */
	LONGEST_TAG = 2000, /* bytes */
};

enum script {
	SCRIPT_NONE,
	SCRIPT_LATIN,
	SCRIPT_CYRILLIC,
	SCRIPT_ARABIC,
	SCRIPT_GREEK,
	SCRIPT_HEBREW,
	SCRIPT_ARMENIAN,
	SCRIPT_GEORGIAN,
	SCRIPT_DEVANAGARI,
	SCRIPT_BENGALI,
	SCRIPT_TAMIL,
	SCRIPT_THAI,
	SCRIPT_HAN,
	SCRIPT_KANA,
	SCRIPT_HANGUL,
	N_KNOWN_SCRIPTS
};
_Static_assert((int)N_KNOWN_SCRIPTS <= (int)N_SCRIPTS,
               "a guess has room for all scripts");

/* clang-format off */
static const struct { uint32_t first, last; enum script script; } ranges[] = {
	{'A',    'Z',    SCRIPT_LATIN},      {'a',    'z',    SCRIPT_LATIN},
	{0xC0,   0x24F,  SCRIPT_LATIN},      {0x370,  0x3FF,  SCRIPT_GREEK},
	{0x400,  0x52F,  SCRIPT_CYRILLIC},   {0x531,  0x58F,  SCRIPT_ARMENIAN},
	{0x591,  0x5F4,  SCRIPT_HEBREW},     {0x610,  0x6FF,  SCRIPT_ARABIC},
	{0x900,  0x97F,  SCRIPT_DEVANAGARI}, {0x980,  0x9FF,  SCRIPT_BENGALI},
	{0xB80,  0xBFF,  SCRIPT_TAMIL},      {0xE00,  0xE7F,  SCRIPT_THAI},
	{0x10A0, 0x10FF, SCRIPT_GEORGIAN},   {0x1E00, 0x1EFF, SCRIPT_LATIN},
	{0x3041, 0x30FF, SCRIPT_KANA},       {0x3400, 0x9FFF, SCRIPT_HAN},
	{0xAC00, 0xD7A3, SCRIPT_HANGUL},     {0x20000, 0x3FFFF, SCRIPT_HAN},
};

/* Scripts that are written without blanks: two signs count as a word. */
static const bool has_no_blanks[N_KNOWN_SCRIPTS] = {
	[SCRIPT_HAN] = true, [SCRIPT_KANA] = true, [SCRIPT_THAI] = true};

/* The language of a script that the others are not written in; Japanese has kana. */
static const char *const only_language[N_KNOWN_SCRIPTS] = {
	[SCRIPT_GREEK] = "el",      [SCRIPT_HEBREW] = "he",  [SCRIPT_ARMENIAN] = "hy",
	[SCRIPT_GEORGIAN] = "ka",   [SCRIPT_BENGALI] = "bn", [SCRIPT_TAMIL] = "ta",
	[SCRIPT_DEVANAGARI] = "hi", [SCRIPT_THAI] = "th",    [SCRIPT_HANGUL] = "ko",
	[SCRIPT_HAN] = "zh"};

/* Their most frequent small words, in small letters. A neighbour's are here so that it is
 * not taken for another: where both are as frequent nothing is said. */
static const struct { const char *tag; enum script script; const char *words; } languages[] = {
	{"fr", SCRIPT_LATIN, "les des et est pour dans une qui vous sur pas avec au aux ce cette ces sont nous leur plus ou du par votre il elle mais être à"},
	{"en", SCRIPT_LATIN, "the and of to is for that with are this you your be from as can or by have not it will if which on an at"},
	{"es", SCRIPT_LATIN, "el los las del y por con para como es más pero sus al lo se una su este esta son puede también cuando"},
	{"pt", SCRIPT_LATIN, "o os as do da dos das uma e em com para não ao mais no na pelo pela são você seu sua também está"},
	{"it", SCRIPT_LATIN, "il di che e gli per con non una della dei sono è più come anche nel alla i questo puoi dal"},
	{"ca", SCRIPT_LATIN, "els les amb és per i el una al del més aquest aquesta són pot també dels"},
	{"ro", SCRIPT_LATIN, "și în este pentru cu din care sunt nu pe mai să ale prin sau"},
	{"de", SCRIPT_LATIN, "der die und das ist nicht mit für den von ein eine zu auf sie im werden sich auch dem oder wird sind bei"},
	{"nl", SCRIPT_LATIN, "het een van en niet dat met voor zijn op te wordt ook bij naar deze kan worden aan als uit je de"},
	{"sv", SCRIPT_LATIN, "och att är för som på inte med av en det till den om kan du eller från har"},
	{"da", SCRIPT_LATIN, "og at er til på for som ikke med af en det den kan du eller fra har et bliver også"},
	{"nb", SCRIPT_LATIN, "og å er til på for som ikke med av en det den kan du eller fra har et blir også"},
	{"fi", SCRIPT_LATIN, "ja on ei se että kun myös tai voi ole ovat joka sekä kuin"},
	{"pl", SCRIPT_LATIN, "i w na z do nie się jest to że od za przez jak oraz lub dla są"},
	{"cs", SCRIPT_LATIN, "a v na se je že s pro které nebo jako bude jsou do ve"},
	{"sk", SCRIPT_LATIN, "a v na sa je že s pre ktoré alebo ako bude sú do vo"},
	{"hr", SCRIPT_LATIN, "i u je na se za da od su koji ili kao nije može"},
	{"hu", SCRIPT_LATIN, "a az és hogy nem is egy ezt meg vagy van csak"},
	{"tr", SCRIPT_LATIN, "ve bir bu için ile da de olarak olan gibi daha veya"},
	{"vi", SCRIPT_LATIN, "và của các là cho được một trong có không với những"},
	{"id", SCRIPT_LATIN, "yang dan di untuk dengan ini dari pada dapat adalah akan atau tidak"},
	{"ru", SCRIPT_CYRILLIC, "и в не на что с для по это как из или вы при"},
	{"uk", SCRIPT_CYRILLIC, "і в не на що з для та це як або ви при до"},
	{"bg", SCRIPT_CYRILLIC, "и на за да от се в е с не са по или"},
	{"sr", SCRIPT_CYRILLIC, "и у је на се за да од са или које"},
	{"ar", SCRIPT_ARABIC, "في من على إلى أن هذا هذه التي عن مع أو"},
	{"fa", SCRIPT_ARABIC, "و در به از که این را با است برای یا"},
	{"ur", SCRIPT_ARABIC, "کے میں کی ہے اور سے کو کا یہ پر"},
};
/* clang-format on */
_Static_assert(COUNT(languages) <= MOST_GUESSED, "a guess has room for all languages");

/* Which languages have a small word: a bit each. */
struct small_word {
	uint64_t languages;
};

struct guess guess_new(struct arena *a)
{
	struct guess g = {.words = map_new(a)};
	for (size_t i = 0; i < COUNT(languages); i++)
		for (const char *at = languages[i].words; *at;) {
			size_t len = strcspn(at, " ");
			struct small_word *w = map_find(&g.words, at, len);
			if (!w) {
				w = arena_alloc(a, sizeof *w);
				map_put(&g.words, at, len, w);
			}
			w->languages |= UINT64_C(1) << i;
			at += len + (at[len] == ' ');
		}
	return g;
}

static enum script script_of(uint32_t c)
{
	for (size_t i = 0; i < COUNT(ranges); i++)
		if (ranges[i].first <= c && c <= ranges[i].last)
			return ranges[i].script;
	return SCRIPT_NONE;
}

static void count_hits(struct guess *g, struct buf *word)
{
	const struct small_word *w = map_find(&g->words, word->data, word->len);
	for (size_t i = 0; w && i < COUNT(languages); i++)
		g->hits[i] += w->languages >> i & 1;
}

/* Reads the word at `at`, of one script; returns its end. */
static const char *read_word(struct guess *g, const char *at, const char *end,
                             struct buf *word)
{
	const char *next = at;
	enum script script = script_of(text_next(&next, end));
	size_t n_signs = 0;
	word->len = 0;
	for (; script != SCRIPT_NONE; n_signs++) {
		const char *behind = at;
		uint32_t c = at < end ? text_next(&behind, end) : 0;
		if (script_of(c) != script)
			break;
		if (word->len < LONGEST_WORD)
			text_add_utf8(word, text_lower(c));
		at = behind;
	}
	g->scripts[script] += has_no_blanks[script] ? n_signs : n_signs > 0;
	count_hits(g, word);
	return n_signs > 0 ? at : next;
}

/* The end of what stands between two marks that both begin and end here; NULL: they do
 * not. */
static const char *behind_marks(const char *at, const char *end, const char *open,
                                const char *close)
{
	size_t n = text_start_length(at, (size_t)(end - at), open), most = LONGEST_TAG;
	if (n == 0)
		return NULL;
	at += n;
	if ((size_t)(end - at) < most)
		most = (size_t)(end - at);
	const char *found = memmem(at, most, close, strlen(close));
	return found ? found + strlen(close) : NULL;
}

/* Behind what is no prose; `at` itself where prose is. */
static const char *skip_marks(const char *at, const char *end)
{
	static const char *const marks[][2] = {{"```", "```"}, {"~~~", "~~~"},
	                                       {"`", "`"},     {"](", ")"},
	                                       {"{%", "%}"},   {"<", ">"}};
	for (size_t i = 0; i < COUNT(marks); i++) {
		const char *behind = behind_marks(at, end, marks[i][0], marks[i][1]);
		if (behind)
			return behind;
	}
	size_t len = (size_t)(end - at);
	if (!text_start_length(at, len, "http://") &&
	    !text_start_length(at, len, "https://"))
		return at;
	while (at < end && !text_is_blank_byte(*at))
		at++;
	return at;
}

void guess_read(struct guess *g, const char *text, size_t len)
{
	const char *at = text, *end = text + len,
		   *body = behind_marks(at, end, "---\n", "\n---");
	struct arena scratch = ARENA_PRIVATE;
	struct buf word = buf_new(&scratch);
	at = body ? body : at;
	while (at < end) {
		const char *behind = skip_marks(at, end);
		at = behind > at ? behind : read_word(g, at, end, &word);
	}
	arena_release(&scratch);
}

static size_t n_words(const struct guess *g, enum script script)
{
	return has_no_blanks[script] ? g->scripts[script] / 2 : g->scripts[script];
}

/* The script of more than half of the words; Japanese is written in two. */
static enum script main_script(const struct guess *g, size_t *all)
{
	enum script best = SCRIPT_LATIN;
	*all = 0;
	for (enum script s = SCRIPT_LATIN; s < N_KNOWN_SCRIPTS; s++) {
		*all += n_words(g, s);
		if (n_words(g, s) > n_words(g, best))
			best = s;
	}
	size_t n = n_words(g, best);
	if (best == SCRIPT_HAN || best == SCRIPT_KANA)
		n = n_words(g, SCRIPT_HAN) + n_words(g, SCRIPT_KANA);
	return 2 * n > *all ? best : SCRIPT_NONE;
}

/* The language whose small words are most frequent, by half more than those of another;
 * "" where none is. */
static const char *by_small_words(const struct guess *g, enum script script)
{
	size_t best = COUNT(languages), second = 0;
	for (size_t i = 0; i < COUNT(languages); i++) {
		size_t n = g->hits[i], most = best < COUNT(languages) ? g->hits[best] : 0;
		if (languages[i].script != script)
			continue;
		if (n > most)
			best = i;
		if (n > most ? most > second : n > second)
			second = n > most ? most : n;
	}
	if (best == COUNT(languages) || 2 * g->hits[best] < 3 * second ||
	    100 * g->hits[best] < LEAST_HITS * g->scripts[script])
		return "";
	return languages[best].tag;
}

enum guess_state guess_language(const struct guess *g, const char **tag)
{
	size_t all, kana = g->scripts[SCRIPT_KANA], han = g->scripts[SCRIPT_HAN];
	enum script script = main_script(g, &all);
	bool is_japanese =
		(script == SCRIPT_HAN || script == SCRIPT_KANA) && 10 * kana > kana + han;
	*tag = "";
	if (all < HINTING_WORDS)
		return GUESS_NOTHING;
	if (script != SCRIPT_NONE)
		*tag = is_japanese             ? "ja"
		       : only_language[script] ? only_language[script]
		                               : by_small_words(g, script);
	if (!**tag)
		return all > FEWEST_WORDS ? GUESS_MIXED : GUESS_NOTHING;
	return all > FEWEST_WORDS ? GUESS_CLEAR : GUESS_FEW;
}
