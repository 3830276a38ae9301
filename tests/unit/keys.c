#include "course/keys.h"

#include <stddef.h>

#include "../tap.h"
#include "data/yaml.h"
#include "said.h"

/* A table with one key of each kind, and two whose names are not written as ours are. */
struct target {
	const char *text, *other;
	bool is_on;
	int minutes, choice;
	struct value list, map, any;
	const char *day, *language;
	unsigned words;
};

#define FIELD(name)       offsetof(struct target, name)
#define UNKNOWN(name)     "la clé «~" name "~» est inconnue [cle-inconnue]"
#define CHOICES           "(admis~: page, fiche, etude-de-cas) [valeur-inattendue]"
#define WANTS(name, what) "«~" name "~» attend " what " [valeur-inattendue]"
#define A_LIST            "une liste (une ligne par valeur, précédée d’un tiret)"
#define A_DAY             "une date (année-mois-jour, par exemple 2026-11-23)"
#define A_LANGUAGE        "le code d’une langue (fr, en, pt-BR…)"
#define A_MAP             "des lignes «~clé: valeur~» en retrait"

static const char *type_word(size_t number)
{
	static const char *const words[] = {"page", "fiche", "etude-de-cas"};
	return number < COUNT(words) ? words[number] : NULL;
}

/* clang-format off */
static const struct key keys[] = {
	{"titre",          KEY_TEXT,    FIELD(text), NULL},
	{"mise-en-oeuvre", KEY_TEXT,    FIELD(other), NULL},
	{"cachee",         KEY_BOOL,    FIELD(is_on), NULL},
	{"duree",          KEY_MINUTES, FIELD(minutes), NULL},
	{"type",           KEY_CHOICE,  FIELD(choice), type_word},
	{"objectifs",      KEY_LIST,    FIELD(list), NULL},
	{"resultats",      KEY_MAP,     FIELD(map), NULL},
	{"tags",           KEY_ANY,     FIELD(any), NULL},
	{"jour",           KEY_DATE,    FIELD(day), NULL},
	{"langue",         KEY_LANGUAGE, FIELD(language), NULL},
	{"formes",         KEY_WORDS,   FIELD(words), type_word},
	{"vue",            KEY_BOOL,    KEY_UNKEPT, NULL},
	{"coverY",         KEY_IGNORED, KEY_UNKEPT, NULL},
	{"nav_order",      KEY_FOREIGN, KEY_UNKEPT, NULL},
};

/* What was read is told field by field, those that changed. */
static const struct { const char *yaml, *told, *said; } cases[] = {
	{"", "", ""},
	{"titre: Un titre\n", "titre=Un titre", ""},
	/* names without accents, _ and - alike */
	{"Titre: a\nDURÉE: 5\nmise_en_œuvre: b\n", "titre=a oeuvre=b duree=5", ""},
	{"mise en œuvre: b\n", "oeuvre=b", ""},
	{"mise-en-oeuvre: b\n", "oeuvre=b", ""},
	{"cache\xcc\x81" "e: true\n", "cachee", ""},
	{"nav-order: 1\nCoverY: 2\nCOVERY: 3\n", "", "1:1: la clé «~nav-order~» n’est pas employée ici [cle-inconnue]"},
	/* an empty line keeps what was there */
	{"titre:\nduree:\ntype:\nobjectifs:\nresultats:\ncachee:\n", "", ""},
	{"tags:\n", "", ""},

	/* texts */
	{"titre: 12\n", "titre=12", ""},
	{"titre: true\n", "titre=true", ""},
	{"titre: \"\"\n", "titre=", ""},
	{"titre: [a]\n", "", "1:8: " WANTS("titre", "un texte")},
	{"titre:\n  a: b\n", "", "2:3: " WANTS("titre", "un texte")},
	/* yes and no */
	{"cachee: true\n", "cachee", ""},
	{"cachee: Oui\n", "cachee", ""},
	{"cachee: yes\n", "cachee", ""},
	{"cachee: on\n", "cachee", ""},
	{"cachee: \"true\"\n", "cachee", ""},
	{"cachee: False\n", "", ""},
	{"cachee: non\n", "", ""},
	{"cachee: NO\n", "", ""},
	{"cachee: peut-être\n", "", "1:9: " WANTS("cachee", "true ou false")},
	{"cachee: 1\n", "", "1:9: " WANTS("cachee", "true ou false")},
	{"cachee: [true]\n", "", "1:9: " WANTS("cachee", "true ou false")},
	/* minutes */
	{"duree: 45\n", "duree=45", ""},
	{"duree: 1\n", "duree=1", ""},
	{"duree: 0\n", "", "1:8: " WANTS("duree", "un nombre de minutes (par exemple 10)")},
	{"durée: -5\n", "", "1:8: " WANTS("durée", "un nombre de minutes (par exemple 10)")},
	{"duree: 45 min\n", "", "1:8: " WANTS("duree", "un nombre de minutes (par exemple 10)")},
	{"duree: 1.5\n", "", "1:8: " WANTS("duree", "un nombre de minutes (par exemple 10)")},
	{"duree: 999999999\n", "", "1:8: " WANTS("duree", "un nombre de minutes (par exemple 10)")},
	/* choices */
	{"type: page\n", "", ""},
	{"type: fiche\n", "type=1", ""},
	{"type: Étude de cas\n", "type=2", ""},
	{"type: etude_de_cas\n", "type=2", ""},
	{"type: fich\n", "type=-2", "1:7: «~fich~» n’est pas une valeur de «~type~» " CHOICES
		" -> vouliez-vous dire «~fiche~»^?"},
	{"type: quiz\n", "type=-2", "1:7: «~quiz~» n’est pas une valeur de «~type~» " CHOICES " -> écrivez l’un des mots admis"},
	{"type: [fiche]\n", "type=-2", "1:7: " WANTS("type", "un seul mot")},
	{"type: page fiche\n", "type=-2", "1:7: «~page fiche~» n’est pas une valeur de «~type~» " CHOICES " -> écrivez l’un des mots admis"},
	{"type: \"\"\n", "type=-2", "1:7: «~~» n’est pas une valeur de «~type~» " CHOICES " -> écrivez l’un des mots admis"},
	/* lists */
	{"objectifs:\n  - a\n  - 2\n  - true\n", "objectifs=[a|2|true]", ""},
	{"objectifs: [a, \"b, c\"]\n", "objectifs=[a|b, c]", ""},
	{"objectifs: a\n", "objectifs=[a]", ""},
	{"objectifs: []\n", "objectifs=[]", ""},
	{"objectifs: {a: b}\n", "", "1:12: " WANTS("objectifs", A_LIST)},
	{"objectifs:\n  - a\n  - [b]\n", "objectifs=[a]", "2:3: " WANTS("objectifs", A_LIST)},
	{"objectifs:\n  - a\n  - Savoir : compter\n", "objectifs=[a]",
		"3:5: deux-points inattendu~: ce qui suit ressemble à une autre clé [en-tete-illisible]"
		" -> mettez la valeur entre guillemets droits (\"), par exemple~: title: \"Chapitre 1~: introduction\""},
	/* maps */
	{"resultats:\n  DDT appelées: 40\n", "resultats={1}", ""},
	{"resultats: a\n", "", "1:12: " WANTS("resultats", A_MAP)},
	{"resultats: [a]\n", "", "1:12: " WANTS("resultats", A_MAP)},
	/* whatever it is */
	{"tags: [a]\n", "tags", ""},
	{"tags: 1\n", "tags", ""},
	/* days */
	{"jour: 2026-11-23\n", "jour=2026-11-23", ""},
	{"jour: \"2024-02-29\"\n", "jour=2024-02-29", ""},
	{"jour: 2000-02-29\n", "jour=2000-02-29", ""},
	{"jour: 2026-02-29\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 1900-02-29\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 2026-13-01\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 2026-00-10\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 2026-04-31\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 2026-04-00\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 2026-4-3\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 23/11/2026\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 2026-11-23T10\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: 2026\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: novembre\n", "", "1:7: " WANTS("jour", A_DAY)},
	{"jour: [2026-11-23]\n", "", "1:7: " WANTS("jour", A_DAY)},
	/* languages */
	{"langue: fr\n", "langue=fr", ""},
	{"langue: pt-BR\n", "langue=pt-BR", ""},
	{"langue: gsw-Latn-CH-1996\n", "langue=gsw-Latn-CH-1996", ""},
	{"langue: français\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	{"langue: french\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	{"langue: f\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	{"langue: fr_FR\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	{"langue: fr-\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	{"langue: fr-Abcdefghi\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	{"langue: \"\"\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	{"langue: \"fr\\\" onload=\"\n", "", "1:9: " WANTS("langue", A_LANGUAGE)},
	/* words of a few */
	{"formes: [page, Étude de cas]\n", "formes=5", ""},
	{"formes: fiche\n", "formes=2", ""},
	{"formes: []\n", "", ""},
	{"formes:\n  - fiche\n  - fich\n", "formes=2", "3:5: «~fich~» n’est pas une valeur de «~formes~» " CHOICES
		" -> vouliez-vous dire «~fiche~»^?"},
	{"formes: {page: 1}\n", "", "1:9: " WANTS("formes", "une liste de mots (un par ligne, précédé d’un tiret)")},
	/* checked, and kept nowhere */
	{"vue: oui\n", "", ""},
	{"vue: peut-être\n", "", "1:6: " WANTS("vue", "true ou false")},

	/* keys of nobody, and of others */
	{"titer: a\n", "", "1:1: " UNKNOWN("titer") " -> vouliez-vous dire «~titre~»^?"},
	{"titre: a\nobjectif: b\n", "titre=a", "2:1: " UNKNOWN("objectif") " -> vouliez-vous dire «~objectifs~»^?"},
	{"zzzzzz: 1\n", "", "1:1: " UNKNOWN("zzzzzz") " -> vérifiez son orthographe, ou retirez la ligne"},
	{"coverY: 12\n", "", ""},
	{"nav_order: 1\n", "", "1:1: la clé «~nav_order~» n’est pas employée ici [cle-inconnue]"},
	/* all that is wrong is said */
	{"titer: a\nduree: x\ntitre: b\n", "titre=b", "1:1: " UNKNOWN("titer") " -> vouliez-vous dire «~titre~»^?\n"
		"2:8: " WANTS("duree", "un nombre de minutes (par exemple 10)")},
	{"objectifs:\n  -\n  - a\n", "objectifs=[a]", "2:4: cette ligne de la liste «~objectifs~» est vide [valeur-inattendue]"
		" -> écrivez une valeur après le tiret, ou retirez la ligne"},
	{"objectifs: a\n  b\n", "objectifs=[a b]",
		"1:12: «~objectifs~» est lu d’un seul tenant, sur plusieurs lignes~: il manque des tirets [valeur-inattendue]"
		" -> une valeur par ligne, chacune précédée de deux espaces, d’un tiret et d’une espace"},
};
/* clang-format on */

static void add_list(struct buf *b, const struct value_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		buf_add_format(b, "%s%s", i ? "|" : "", list->items[i].text);
}

static const char *told(struct arena *a, const struct target *t)
{
	struct buf b = buf_new(a);
	if (t->text)
		buf_add_format(&b, " titre=%s", t->text);
	if (t->other)
		buf_add_format(&b, " oeuvre=%s", t->other);
	if (t->is_on)
		buf_add_string(&b, " cachee");
	if (t->minutes)
		buf_add_format(&b, " duree=%d", t->minutes);
	if (t->choice)
		buf_add_format(&b, " type=%d", t->choice);
	if (t->list.kind == VALUE_LIST) {
		buf_add_string(&b, " objectifs=[");
		add_list(&b, t->list.list);
		buf_add_char(&b, ']');
	}
	if (t->map.kind == VALUE_MAP)
		buf_add_format(&b, " resultats={%zu}", t->map.map->n);
	if (t->day)
		buf_add_format(&b, " jour=%s", t->day);
	if (t->language)
		buf_add_format(&b, " langue=%s", t->language);
	if (t->words)
		buf_add_format(&b, " formes=%u", t->words);
	if (t->any.kind != VALUE_NIL)
		buf_add_string(&b, " tags");
	return b.len ? b.data + 1 : "";
}

static void test_cases(struct arena *a)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct diag d = {.arena = a};
		struct target target = {0};
		struct value map =
			yaml_parse(a, "", cases[i].yaml, strlen(cases[i].yaml), 1, &d);
		keys_read(keys, COUNT(keys), map, &target, "", a, &d);
		if (cases[i].told)
			is(told(a, &target), cases[i].told, "%s", cases[i].yaml);
		if (cases[i].said)
			is(said_with_help(a, &d), cases[i].said, "said of %s",
			   cases[i].yaml);
	}
}

static void test_defaults(struct arena *a)
{
	static const char yaml[] =
		"titre: [x]\nduree: y\ntype: z\ncachee: 3\nobjectifs: {}\n";
	struct diag d = {.arena = a};
	struct target target = {.text = "a", .minutes = 7, .choice = 2, .is_on = true};
	struct value map = yaml_parse(a, "", yaml, sizeof yaml - 1, 1, &d);
	keys_read(keys, COUNT(keys), map, &target, "a.md", a, &d);
	is(told(a, &target), "titre=a cachee duree=7 type=-2",
	   "what is wrong changes nothing but a choice");
	ok(d.n == 5, "and is reported, each");
	keys_read(keys, COUNT(keys), VALUE_NONE, &target, "a.md", a, &d);
	is(told(a, &target), "titre=a cachee duree=7 type=-2", "nor does no map at all");
	ok(keys_find(keys, COUNT(keys), "Durée") == &keys[3],
	   "a row is found by any spelling");
	ok(!keys_find(keys, COUNT(keys), "dure") && !keys_find(keys, COUNT(keys), "") &&
	           !keys_find(keys, 0, "titre"),
	   "others are not");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_cases(&a);
	test_defaults(&a);
	arena_release(&a);
	return finish();
}
