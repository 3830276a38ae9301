#include "french/anchors.h"
#include "base/buf.h"
#include "base/text.h"

#include "../tap.h"

/* clang-format off */

/* --- Segments of addresses, as GitBook makes them --- */

static const struct { const char *name, *slug; } slugs[] = {
	{"pitch", "pitch"},
	/* lower case, accents off */
	{"README-doc-incubateur-net", "readme-doc-incubateur-net"},
	{"équipe", "equipe"},
	{"e\xcc\x81quipe", "equipe"},
	{"ÉQUIPE", "equipe"},
	{"cœur", "coeur"},
	{"tchap", "tchap"},
	/* dots, _ and + stay, also at the end */
	{"4.-constitution-scn-etc.", "4.-constitution-scn-etc."},
	{"updown.io", "updown.io"},
	{"decouvrir-beta.gouv.fr", "decouvrir-beta.gouv.fr"},
	{"coach.e", "coach.e"},
	{"elsa-server-+-studio", "elsa-server-+-studio"},
	{"_data_", "_data_"},
	/* all else is one dash, none at the ends */
	{"image (13) (1)", "image-13-1"},
	{"a  b", "a-b"},
	{"a--b", "a-b"},
	{"-a-", "a"},
	{"qui, quoi ; où ?", "qui-quoi-ou"},
	{"a/b", "a-b"},
	{"100%", "100"},
	{"a#b?c", "a-b-c"},
	/* & is spoken, in names of groups above all */
	{"🔐 RGPD & Sécurité", "rgpd-and-securite"},
	{"Boite à outils & kits techniques", "boite-a-outils-and-kits-techniques"},
	{"R&D", "r-and-d"},
	{"« mot »", "mot"},
	{"un–deux—trois", "un-deux-trois"},
	{"a" NBSP "b", "a-b"},
	{"🎉 fête", "fete"},
	/* apostrophes vanish */
	{"l'équipe", "lequipe"},
	{"l’équipe", "lequipe"},
	/* other alphabets stay */
	{"日本語のガイド", "日本語のガイド"},
	{"안전성", "안전성"},
	/* but for Greek and Cyrillic, and signs are spoken, as npm's limax has it */
	{"Привет мир", "privet-mir"},
	{"Καλημέρα", "kalimera"},
	{"5 € | a<b…", "5-eur-or-a-less-than-b..."},
	{"…", "page"},
	{"ｈｔｍｌ", "html"},
	{"日本語", "日本語"},
	/* never empty, never with a dot in front */
	{".caché", "cache"},
	{"...a.b", "a.b"},
	{"-.a", "a"},
	{"", "page"},
	{"🎉", "page"},
	{"---", "page"},
	{"'", "page"},
	{".", "page"},
	{"..", "page"},
	{"...", "page"},
	{"\xff", "page"},
};

/* --- Anchors of headings, as GitBook makes them by its seven rules, and GitHub --- */

static const struct { const char *heading, *anchor, *github; } anchors[] = {
	{"Une page", "une-page", "une-page"},
	/* 1: without :shortcodes: and emoji, sequences of several too */
	{"🎉 Bravo", "bravo", "-bravo"},
	{"Bravo 🎉", "bravo", "bravo-"},
	{"Bravo 🎉 encore", "bravo-encore", "bravo--encore"},
	{"👩‍💻 Tech", "tech", NULL},
	{"❤️ Cœur", "coeur", "\xef\xb8\x8f-cœur"},
	{"🇫🇷 France", "france", "-france"},
	{"ℹ️ Aide", "aide", NULL},
	{":smile: Bravo", "bravo", "smile-bravo"},
	{"Bravo :+1:", "bravo", "bravo-1"},
	{"Bravo :white_check_mark: encore", "bravo-encore", "bravo-white_check_mark-encore"},
	{"à 12:30:45", "a-12-30-45", "à-123045"},
	{"clé: valeur: suite", "cle-valeur-suite", "clé-valeur-suite"},
	{"un : deux : trois", "un-deux-trois", "un--deux--trois"},
	/* 2: lower case, accents off, apostrophes deleted */
	{"Été À Noël", "ete-a-noel", "été-à-noël"},
	{"E\xcc\x81te\xcc\x81", "ete", NULL},
	{"Œuvrer", "oeuvrer", "œuvrer"},
	{"l’équipe", "lequipe", "léquipe"},
	{"l'équipe", "lequipe", "léquipe"},
	/* 3: & is spoken */
	{"Math & TeX", "math-and-tex", "math--tex"},
	{"Username & Password (deprecated)", "username-and-password-deprecated", "username--password-deprecated"},
	{"&", "and", ""},
	/* 4: all else is one dash, none at the ends */
	{"a/b: c, (d) « e » – f ?", "a-b-c-d-e-f", "ab-c-d--e---f-"},
	{"(entre parenthèses)", "entre-parentheses", "entre-parenthèses"},
	{"a -- b", "a-b", "a----b"},
	{"- a -", "a", "--a--"},
	{"CamelCase", "camelcase", "camelcase"},
	{"Elsa Server + Studio", "elsa-server-studio", "elsa-server--studio"},
	{"100 %", "id-100", "100-"},
	{"a" NBSP "b", "a-b", "ab"},
	/* 5: dots and _ stay */
	{"ncs.conf File", "ncs.conf-file", "ncsconf-file"},
	{"sur data.gouv.fr", "sur-data.gouv.fr", "sur-datagouvfr"},
	{"created_at", "created_at", "created_at"},
	{"Etc.", "etc.", "etc"},
	/* 6: a digit first */
	{"1. Trouve une image d’illustration pour ton offre",
		"id-1.-trouve-une-image-dillustration-pour-ton-offre",
		"1-trouve-une-image-dillustration-pour-ton-offre"},
	{"4. Un membre de l'équipe beta.gouv.fr ?", "id-4.-un-membre-de-lequipe-beta.gouv.fr",
		"4-un-membre-de-léquipe-betagouvfr-"},
	{"(2) suite", "id-2-suite", "2-suite"},
	{"n° 2", "n-2", "n-2"},
	/* GitHub's ids as people write them by hand */
	{"Questions fréquentes", "questions-frequentes", "questions-fréquentes"},
	{"Cas d’usage : pré-remplissage", "cas-dusage-pre-remplissage", "cas-dusage--pré-remplissage"},
	{"2. Mission APIE / Nameshield", "id-2.-mission-apie-nameshield", "2-mission-apie--nameshield"},
	/* nothing left */
	{"", "", ""},
	{"🎉", "", ""},
	{"?!", "", ""},
	{"Привет", "privet", "привет"},
	/* 7: signs, Greek and Cyrillic as npm's limax 4.2.3 writes them */
	{"Et si a < b …", "et-si-a-less-than-b-...", NULL},
	{"5 €", "id-5-eur", NULL},
	{"Prix : $5 | £6", "prix-usd5-or-gbp6", NULL},
	{"Surface en m²", "surface-en-m2", NULL},
	{"2º étage, n° 3", "id-2o-etage-n-3", NULL},
	{"½ journée", "id-1-2-journee", NULL},
	{"№ 7 et ™", "no-7-et-tm", NULL},
	{"Où aller…", "ou-aller...", NULL},
	{"… ou pas", "...-ou-pas", NULL},
	{"Щука, ёлка и объезд", "shuka-yolka-i-obezd", NULL},
	{"Україна та ґанок", "ukrayina-ta-ganok", NULL},
	{"Καλημέρα κόσμε", "kalimera-kosme", NULL},
	{"Ὅμηρος", "omiros", NULL},
	{"a > b", "a-greater-than-b", NULL},
	{"Ｆull width", "full-width", NULL},
	{"ﬁn", "fin", NULL},
	{"≤ 3 et ∞", "id-3-et-infinity", NULL},
	/* marks stay where a letter is another one without them */
	{"ガイド", "ガイド", NULL},
	{"カ\xe3\x82\x99イド", "ガイド", NULL},
	{"안전성", "안전성", NULL},
	{"й", "i", NULL},
};

/* Whether GitBook and GitHub agree is seen without making their anchors. */
static const struct { const char *heading; bool is_agreed; } agreed[] = {
	{"Une page", true},
	{"Une", true},
	{"Rendez-vous du 14", true},
	{"", false},
	{"14 juillet", false},
	{"deux  espaces", false},
	{"deux - tirets", false},
	{"- tiret", false},
	{"tiret -", false},
	{"espace ", false},
	{"Étape", false},
	{"l'an", false},
	{"fin.", false},
};

/* --- The last try when an anchor is looked for --- */

static const struct { const char *text, *bare; } bares[] = {
	{"", ""},
	{"Étude de Cas", "etudedecas"},
	{"ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ", "aaaceeeeiioouuuy"},
	{"àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy"},
	{"œuvre Œuvre æ Æ", "oeuvreoeuvreaeae"},
	{"e\xcc\x81te\xcc\x81", "ete"},
	{"l’eau", "leau"},
	{"10" NBSP "000" NNBSP "€", "10000"},
	{"Straße", "strasse"},
	{"Ørsted Łódź Đ", "orstedlodzd"},
	{"ПРИВЕТ", "привет"},
	{"a_b-c.d", "abcd"},
	{"🎉 1", "1"},
};

/* clang-format on */

static void test_addresses(struct arena *a)
{
	for (size_t i = 0; i < COUNT(slugs); i++)
		is(slug_make(a, slugs[i].name, strlen(slugs[i].name)), slugs[i].slug,
		   "slug: %s", slugs[i].name);
	for (size_t i = 0; i < COUNT(anchors); i++) {
		is(anchor_gitbook(a, anchors[i].heading), anchors[i].anchor, "anchor: %s",
		   anchors[i].heading);
		if (anchors[i].github)
			is(anchor_github(a, anchors[i].heading), anchors[i].github,
			   "GitHub's anchor: %s", anchors[i].heading);
		const char *github = anchor_github(a, anchors[i].heading);
		ok(!anchor_rules_agree(anchors[i].heading) ||
		           strcmp(github, anchors[i].anchor) == 0,
		   "what agrees is the same: %s", anchors[i].heading);
	}
	for (size_t i = 0; i < COUNT(agreed); i++)
		ok(anchor_rules_agree(agreed[i].heading) == agreed[i].is_agreed,
		   "seen at once or not: %s", agreed[i].heading);
}

/* `n` times a text. */
static const char *repeated(struct arena *a, const char *text, size_t n)
{
	struct buf b = buf_new(a);
	for (size_t i = 0; i < n; i++)
		buf_add_string(&b, text);
	return buf_text(&b);
}

static void test_long_addresses(struct arena *a)
{
	const char *just = repeated(a, "a", 200), *over = repeated(a, "a", 201);
	const char *other = arena_format(a, "%sb", just);
	is(slug_make(a, just, 200), just, "a segment of 200 bytes stays");
	const char *cut = slug_make(a, over, 201);
	ok(strlen(cut) == 200 && cut[191] == '-' && strspn(cut, "a") == 191 &&
	           strspn(cut + 192, "0123456789abcdef") == 8,
	   "one of 201 is cut, and ends with its hash: %s", cut + 190);
	ok(strcmp(cut, slug_make(a, other, 201)) != 0, "another one ends otherwise");
	const char *wide = repeated(a, "日", 80);
	cut = slug_make(a, wide, strlen(wide));
	ok(strlen(cut) <= 200 && text_check(cut, strlen(cut)) == strlen(cut),
	   "no character is cut in two");
	const char *long_heading = repeated(a, "abc ", 100);
	ok(strlen(anchor_gitbook(a, long_heading)) == 399, "an anchor has any length");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_addresses(&a);
	test_long_addresses(&a);
	for (size_t i = 0; i < COUNT(bares); i++)
		is(anchor_bare(&a, bares[i].text), bares[i].bare, "bare: %s",
		   bares[i].text);
	arena_release(&a);
	return finish();
}
