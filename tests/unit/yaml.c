#include "data/yaml.h"

#include "../tap.h"
#include "said.h"

#define BYTES(literal) literal, sizeof literal - 1

/* clang-format off */
static const struct { const char *src; size_t len; const char *dump, *said; } documents[] = {
	/* kinds */
	{BYTES(""), "nil", ""},
	{BYTES("\n# nothing\n"), "nil", ""},
	{BYTES("title: Un titre"), "{title: \"Un titre\"}", ""},
	{BYTES("a: 1\nb: -25\nc: 0\n"), "{a: 1, b: -25, c: 0}", ""},
	{BYTES("a: true\nb: false\n"), "{a: true, b: false}", ""},
	{BYTES("a: null\nb: ~\nc:\nd: \"\"\n"), "{a: nil, b: nil, c: nil, d: \"\"}", ""},
	{BYTES("a: '1'\nb: \"true\"\nc: 'null'\nd: \"~\"\n"), "{a: \"1\", b: \"true\", c: \"null\", d: \"~\"}", ""},
	/* what is text here, whatever other readers of YAML think */
	{BYTES("a: no\nb: oui\nc: Yes\nd: on\n"), "{a: \"no\", b: \"oui\", c: \"Yes\", d: \"on\"}", ""},
	{BYTES("a: 1_000\nb: 0x10\nc: 1e3\nd: 1.5\ne: +5\n"), "{a: \"1_000\", b: \"0x10\", c: \"1e3\", d: \"1.5\", e: \"+5\"}", ""},
	{BYTES("a: 007\nb: -0\nc: 2024-01-31\nd: 12:30\n"), "{a: \"007\", b: \"-0\", c: \"2024-01-31\", d: \"12:30\"}", ""},
	{BYTES("a: 999999999999999\nb: 1000000000000000\nd: 1 2"), "{a: 999999999999999, b: \"1000000000000000\", d: \"1 2\"}", ""},
	/* strings as GitBook writes them */
	{BYTES("a: \"caf\\u00e9\\_!\"\nb: 'l''été'\nc: 'Mise à jour : Août'\n"), "{a: \"café~!\", b: \"l'été\", c: \"Mise à jour : Août\"}", ""},
	{BYTES("a: >-\n  une\n  phrase\nb: |\n  deux\n  lignes\n"), "{a: \"une phrase\", b: \"deux\nlignes\n\"}", ""},
	{BYTES("a: une\n  suite\n"), "{a: \"une suite\"}", ""},
	{BYTES("a: b # rien\nc: d#e\n"), "{a: \"b\", c: \"d#e\"}", ""},
	{BYTES("durée: 5\n\"a b\": 1\n40: x\n"), "{durée: 5, a b: 1, 40: \"x\"}", ""},
	/* lists and maps */
	{BYTES("a:\n  - 1\n  - b\n  -\n"), "{a: [1, \"b\", nil]}", ""},
	{BYTES("a:\n- 1\n- 2\n"), "{a: [1, 2]}", ""},
	{BYTES("a: [1, b, [c]]\nd: {e: 1, f: {g: 2}}\n"), "{a: [1, \"b\", [\"c\"]], d: {e: 1, f: {g: 2}}}", ""},
	{BYTES("a: []\nb: {}\n"), "{a: [], b: {}}", ""},
	{BYTES("a:\n  b:\n    c: 1\n  d: 2\n"), "{a: {b: {c: 1}, d: 2}}", ""},
	/* the ends of lines, marks of the start */
	{BYTES("a: 1\r\nb: x\r\n"), "{a: 1, b: \"x\"}", ""},
	{BYTES("\xef\xbb\xbf" "a: 1\n"), "{a: 1}", ""},
	{BYTES("---\na: 1\n"), "{a: 1}", ""},
	{BYTES("a: 1"), "{a: 1}", ""},

	/* a colon that starts another key; what was read before a fault is kept */
	{BYTES("a: 1\nb:\xc2\xa0" "2\n"), "{a: 1}", "2:1: l’espace qui suit les deux-points est insécable~: la clé n’est pas reconnue [en-tete-illisible]"},
	{BYTES("a:\n  - b\n   - c\n"), "{a: [\"b - c\"]}", "3:4: ce tiret n’est pas aligné avec ceux du dessus~: sa ligne est lue comme la suite de la précédente [valeur-inattendue]"},
	{BYTES("a:\n  - b\n    c\n"), "{a: [\"b c\"]}", ""},
	{BYTES("title: Chapitre 1 : suite\n"), "{title: \"Chapitre 1\"}", "1:19: deux-points inattendu~: ce qui suit ressemble à une autre clé [en-tete-illisible]"},
	{BYTES("a: 1\nété: L’été : chaud\nb: 2\n"), "{a: 1, été: \"L’été\"}", "2:12: deux-points inattendu~: ce qui suit ressemble à une autre clé [en-tete-illisible]"},
	/* tabs */
	{BYTES("\ta: 1\n"), "nil", "1:1: une tabulation sert de retrait [en-tete-illisible]"},
	{BYTES("a:\n\tb: 1\n"), "{a: nil}", "2:1: une tabulation sert de retrait [en-tete-illisible]"},
	{BYTES("durée:\n\tété: 1\n"), "{durée: nil}", "2:1: une tabulation sert de retrait [en-tete-illisible]"},
	{BYTES("\xef\xbb\xbf" "durée:\r\n\tété: 1\r\n"), "{durée: nil}", "2:1: une tabulation sert de retrait [en-tete-illisible]"},
	{BYTES("a: b\n\tc: d\n"), "{a: \"b\"}", "2:1: une tabulation sert de retrait [en-tete-illisible]"},
	{BYTES("a: |\n\tb\n"), "{a: \"\"}", "2:1: une tabulation sert de retrait [en-tete-illisible]"},
	{BYTES("a:\tb\nc: d\te\n"), "{a: \"b\", c: \"d\te\"}", ""},
	/* signs that YAML keeps for itself */
	{BYTES("a: @x\n"), "{}", "1:4: une valeur ne peut pas commencer par «~@~» [en-tete-illisible]"},
	{BYTES("été: 1\na: `x`\n"), "{été: 1}", "2:4: une valeur ne peut pas commencer par «~`~» [en-tete-illisible]"},
	{BYTES("a: 100%\nb: x@y.fr\n"), "{a: \"100%\", b: \"x@y.fr\"}", ""},
	/* a line that is no pair */
	{BYTES("a: 1\ntitle:Titre\n"), "{a: 1}", "2:1: cette ligne n’a pas la forme «~clé: valeur~» [en-tete-illisible]"},
	{BYTES("a: 1\nà la ligne\nb: 2\n"), "{a: 1}", "2:1: cette ligne n’a pas la forme «~clé: valeur~» [en-tete-illisible]"},
	{BYTES("Juste un texte\n"), "nil", "1:1: on attend ici des lignes «~clé: valeur~» [en-tete-illisible]"},
	{BYTES("- a\n- b\n"), "nil", "1:1: on attend ici des lignes «~clé: valeur~» [en-tete-illisible]"},
	{BYTES("\n\n  \"a\"\n"), "nil", "3:3: on attend ici des lignes «~clé: valeur~» [en-tete-illisible]"},
	/* never closed: where it opens */
	{BYTES("a: 1\nb: \"texte\nc: 2\n"), "{a: 1}", "2:4: ce guillemet n’est pas fermé [en-tete-illisible]"},
	{BYTES("a: 'texte\n"), "{}", "1:4: ce guillemet n’est pas fermé [en-tete-illisible]"},
	{BYTES("a: [1, 2\nb: 3\n"), "{a: [1, \"2 b\"]}", "1:4: cette valeur commence par «~[~», et ce n’est pas une liste entière [en-tete-illisible]"},
	{BYTES("a: {b: 1\n"), "{a: {b: 1}}", "1:4: cette valeur commence par «~{~», et ce n’est pas une liste entière [en-tete-illisible]"},
	/* what was typed in the place of a dash, a quote, the margin */
	{BYTES("a:\n  * un\n"), "{}", "2:3: cette ligne d’une liste commence par «~*~» [en-tete-illisible]"},
	{BYTES("a:\n  - un\n  – deux\n"), "{a: [\"un\"]}", "3:3: cette ligne d’une liste commence par «~–~» [en-tete-illisible]"},
	{BYTES("a: - un\n"), "{}", "1:4: une liste ne commence pas sur la ligne de sa clé [en-tete-illisible]"},
	{BYTES("a:\n  - un\n b: 2\n"), "{a: [\"un\"]}", "3:2: cette ligne a 1 espace de trop au début [en-tete-illisible]"},
	{BYTES("a: \"un \"deux\" trois\"\n"), "{a: \"un \"}", "1:4: des guillemets droits se trouvent à l’intérieur de la valeur [en-tete-illisible]"},
	{BYTES("a: \"un\" deux\n"), "{a: \"un\"}", "1:4: la valeur continue derrière le guillemet qui la ferme [en-tete-illisible]"},
	{BYTES("a: 'l'été'\n"), "{a: \"l\"}", "1:4: la valeur est entre apostrophes ('), et en contient [en-tete-illisible]"},
	/* the first version counts, and the marks are told */
	{BYTES("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\nc: 3\n"), "{a: 1, c: 3}", "1:1: deux versions de ces lignes se contredisent ici [conflit]"},
	/* anchors and aliases, of values and of keys */
	{BYTES("a: &x 1\n"), "{a: nil}", "1:4: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("a: &x [1]\n"), "{a: nil}", "1:4: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("a: &x {b: 1}\n"), "{a: nil}", "1:4: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("a: 1\nb: *titre\n"), "{a: 1, b: nil}", "2:4: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("a:\n  <<: *x\n"), "{a: {<<: nil}}", "2:7: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("&x a: 1\n"), "{}", "1:1: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("*x : 1\n"), "{}", "1:1: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("a: b & c * d\n"), "{a: \"b & c * d\"}", ""},
	/* a key that is none */
	{BYTES("[a]: 1\n"), "{}", "1:1: ce passage ne suit pas la forme «~clé: valeur~» [en-tete-illisible]"},
	{BYTES("? {a: 1}\n: 2\n"), "{}", "1:3: ce passage ne suit pas la forme «~clé: valeur~» [en-tete-illisible]"},
	/* twice the same: the first counts */
	{BYTES("a: 1\nb: 2\na: 3\n"), "{a: 1, b: 2}", "3:1: la clé «~a~» est écrite deux fois (déjà ligne 1) [cle-en-double]"},
	{BYTES("a:\n  b: 1\n  b: {c: 2}\nd: 3\nb: 4\n"), "{a: {b: 1}, d: 3, b: 4}",
		"3:3: la clé «~b~» est écrite deux fois (déjà ligne 2) [cle-en-double]"},
	{BYTES("a:\na: 1\n"), "{a: nil}", "2:1: la clé «~a~» est écrite deux fois (déjà ligne 1) [cle-en-double]"},
	{BYTES("a: 1\na: 2\na: 3\n"), "{a: 1}",
		"2:1: la clé «~a~» est écrite deux fois (déjà ligne 1) [cle-en-double]\n"
		"3:1: la clé «~a~» est écrite deux fois (déjà ligne 1) [cle-en-double]"},
	/* ends of lines for YAML alone: U+2028, U+2029, U+0085, in text, quotes and remarks */
	{BYTES("a: \"x\xe2\x80\xa8y\"\nb: 1\nb: 2\n"), NULL, "3:1: la clé «~b~» est écrite deux fois (déjà ligne 2) [cle-en-double]"},
	{BYTES("# x\xe2\x80\xa9# y\nb: 1\r\nb: 2\n"), NULL, "3:1: la clé «~b~» est écrite deux fois (déjà ligne 2) [cle-en-double]"},
	{BYTES("\xef\xbb\xbf# x\xc2\x85\na: 1\nb: *t\n"), NULL, "3:4: les renvois «~&~» et «~*~» ne sont pas admis ici [en-tete-illisible]"},
	{BYTES("# \xe2\x80\xa8\xe2\x80\xa8\xe2\x80\xa8\na: 1\n\tb: 2\n"), NULL, "3:1: une tabulation sert de retrait [en-tete-illisible]"},
	/* bytes */
	{BYTES("a: 1\nb: \xe9t\xe9\n"), "{a: 1, b: \"\xef\xbf\xbdt\xef\xbf\xbd\"}", "2:4: les accents de ce fichier sont illisibles à partir d’ici [encodage]"},
	{BYTES("été: \xff"), "{été: \"\xef\xbf\xbd\"}", "1:6: les accents de ce fichier sont illisibles à partir d’ici [encodage]"},
	{BYTES("a: 1\nété: x\x01y\n"), "nil", "2:7: un caractère invisible empêche de lire ce passage [en-tete-illisible]"},
	{BYTES("a: x\0y\n"), "nil", "1:5: un caractère invisible empêche de lire ce passage [en-tete-illisible]"},
	/* levels: the map, fourteen lists and what is in the last make sixteen */
	{BYTES("a: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]"), "{a: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]}", ""},
	{BYTES("a: [[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]"), NULL, "1:19: trop de niveaux imbriqués (16 au plus) [en-tete-illisible]"},
};

static const struct { const char *src; size_t len; const char *yaml, *body; int line; const char *said; } pages[] = {
	{BYTES("# Titre\n"), NULL, "# Titre\n", 1, ""},
	{BYTES(""), NULL, "", 1, ""},
	{BYTES("---\na: 1\n---\n# Titre\n"), "a: 1\n", "# Titre\n", 4, ""},
	{BYTES("---\n---\nx"), "", "x", 3, ""},
	{BYTES("---\na: 1\n---"), "a: 1\n", "", 4, ""},
	{BYTES("---\na: 1\n...\nx"), "a: 1\n", "x", 4, ""},
	{BYTES("---  \na: 1\n--- \nx"), "a: 1\n", "x", 4, ""},
	{BYTES("---\na: 1\n---\nx\n---\ny\n"), "a: 1\n", "x\n---\ny\n", 4, ""},
	{BYTES("---\na: |\n  ---\n---\nx"), "a: |\n  ---\n", "x", 5, ""},
	/* ends of lines, byte order marks */
	{BYTES("---\r\na: 1\r\n---\r\nx\r\n"), "a: 1\r\n", "x\r\n", 4, ""},
	{BYTES("\xef\xbb\xbf---\na: 1\n---\nx"), "a: 1\n", "x", 4, ""},
	{BYTES("\xef\xbb\xbf# Titre\n"), NULL, "# Titre\n", 1, ""},
	{BYTES("\xef\xbb\xbf"), NULL, "", 1, ""},
	/* never closed */
	{BYTES("---\na: 1\n\n# Titre\n"), NULL, "---\na: 1\n\n# Titre\n", 1, "1:1: l’en-tête de la page n’est pas fermé [en-tete-illisible]"},
	{BYTES("---\r\na: 1\r\n"), NULL, "---\r\na: 1\r\n", 1, "1:1: l’en-tête de la page n’est pas fermé [en-tete-illisible]"},
	{BYTES("---\na: 1\n ---\n"), NULL, "---\na: 1\n ---\n", 1, "1:1: l’en-tête de la page n’est pas fermé [en-tete-illisible]"},
	{BYTES("---\na: 1\n----\n"), NULL, "---\na: 1\n----\n", 1, "1:1: l’en-tête de la page n’est pas fermé [en-tete-illisible]"},
	/* dashes that are a rule */
	{BYTES("---"), NULL, "---", 1, ""},
	{BYTES("---\n"), NULL, "---\n", 1, ""},
	{BYTES("---\n\nTexte : suite\n"), NULL, "---\n\nTexte : suite\n", 1, ""},
	{BYTES("---\nTexte\n"), NULL, "---\nTexte\n", 1, ""},
	{BYTES("----\na: 1\n---\n"), NULL, "----\na: 1\n---\n", 1, ""},
	{BYTES(" ---\na: 1\n---\n"), NULL, " ---\na: 1\n---\n", 1, ""},
	{BYTES("\n---\na: 1\n---\n"), NULL, "\n---\na: 1\n---\n", 1, ""},
	{BYTES("...\na: 1\n---\n"), NULL, "...\na: 1\n---\n", 1, ""},
};

static const struct { struct value value; const char *text; } scalars[] = {
	{{.kind = VALUE_TEXT, .text = "1.50", .len = 4}, "1.50"},
	{{.kind = VALUE_INT, .integer = -42}, "-42"},
	{{.kind = VALUE_INT, .integer = 999999999999999}, "999999999999999"},
	{{.kind = VALUE_BOOL, .boolean = true}, "true"},
	{{.kind = VALUE_BOOL, .boolean = false}, "false"},
	{{.kind = VALUE_NIL}, NULL},
	{{.kind = VALUE_LIST}, NULL},
	{{.kind = VALUE_MAP}, NULL},
};
/* clang-format on */

static void add_value(struct buf *b, const struct value *v)
{
	switch (v->kind) {
	case VALUE_BOOL: buf_add_string(b, v->boolean ? "true" : "false"); break;
	case VALUE_INT: buf_add_format(b, "%lld", (long long)v->integer); break;
	case VALUE_TEXT: buf_add_format(b, "\"%s\"", spelt(b->arena, v->text)); break;
	case VALUE_LIST:
		buf_add_char(b, '[');
		for (size_t i = 0; i < v->list->n; i++) {
			buf_add_string(b, i ? ", " : "");
			add_value(b, &v->list->items[i]);
		}
		buf_add_char(b, ']');
		break;
	case VALUE_MAP:
		buf_add_char(b, '{');
		for (size_t i = 0; i < v->map->n; i++) {
			buf_add_format(b, "%s%s: ", i ? ", " : "",
			               v->map->entries[i].key);
			add_value(b, &v->map->entries[i].value);
		}
		buf_add_char(b, '}');
		break;
	default: buf_add_string(b, "nil"); break;
	}
}

static const char *dump(struct arena *a, const struct value *v)
{
	struct buf b = buf_new(a);
	add_value(&b, v);
	return buf_text(&b);
}

/* The same bytes in a block of exactly their size, so that sanitizers see what reads
 * behind it. */
static const char *exactly(struct arena *a, const char *src, size_t len)
{
	char *copy = arena_alloc_raw(a, len);
	memcpy(copy, src, len);
	return copy;
}

static void test_documents(struct arena *a)
{
	for (size_t i = 0; i < COUNT(documents); i++) {
		struct diag d = {.arena = a};
		const char *src = exactly(a, documents[i].src, documents[i].len);
		struct value v = yaml_parse(a, "", src, documents[i].len, 1, &d);
		if (documents[i].dump)
			is(dump(a, &v), documents[i].dump, "%s", documents[i].src);
		if (documents[i].said)
			is(said(a, &d), documents[i].said, "said of %s",
			   documents[i].src);
	}
}

static void test_places(struct arena *a)
{
	static const char src[] = "titre: Un\nété:\n  - a\n  - b: 1\n";
	struct diag d = {.arena = a};
	struct value v = yaml_parse(a, "a.md", src, sizeof src - 1, 2, &d);
	const struct value_entry *e = v.map->entries;
	ok(e[0].line == 2 && e[0].column == 1 && e[0].value.line == 2 &&
	           e[0].value.column == 8,
	   "a key and its value have places");
	const struct value *items = e[1].value.list->items;
	ok(e[1].line == 3 && items[0].line == 4 && items[0].column == 5 &&
	           items[1].line == 5 && items[1].column == 5,
	   "so have the items of a list");
	yaml_parse(a, "a.md", "a: 1\na: 2\n", 10, 2, &d);
	is(said(a, &d),
	   "a.md:3:1: la clé «~a~» est écrite deux fois (déjà ligne 2) [cle-en-double]",
	   "lines are those of the file");
}

/* Many keys are looked up another way than few. */
static void test_many_keys(struct arena *a)
{
	enum { KEYS = 300 };
	struct buf b = buf_new(a);
	struct diag d = {.arena = a};
	size_t n_found = 0;
	for (int i = 0; i < KEYS; i++)
		buf_add_format(&b, "key%d: %d\n", i, i);
	buf_add_string(&b, "key7: again\n");
	struct value v = yaml_parse(a, "", b.data, b.len, 1, &d);
	for (int i = 0; i < KEYS; i++) {
		const char *key = arena_format(a, "key%d", i);
		const struct value_entry *e = value_map_find(v.map, key, strlen(key));
		n_found += e && e->value.kind == VALUE_INT && e->value.integer == i;
	}
	ok(n_found == KEYS && v.map->n == KEYS, "each of many keys is found");
	is(said(a, &d),
	   "301:1: la clé «~key7~» est écrite deux fois (déjà ligne 8) [cle-en-double]",
	   "one of many twice");
}

static void test_pages(struct arena *a)
{
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct diag d = {.arena = a};
		const char *src = exactly(a, pages[i].src, pages[i].len);
		struct front_matter f = yaml_split("", src, pages[i].len, &d);
		is(f.yaml ? arena_copy(a, f.yaml, f.yaml_len) : NULL, pages[i].yaml,
		   "front matter of %s", pages[i].src);
		is(arena_copy(a, f.body, f.body_len), pages[i].body, "body of %s",
		   pages[i].src);
		ok(f.body_line == pages[i].line, "line of the body of %s: %d",
		   pages[i].src, f.body_line);
		is(said(a, &d), pages[i].said, "said of %s", pages[i].src);
	}
}

/* Front matter of about this size, closed. */
static const char *large_page(struct arena *a, size_t size)
{
	struct buf b = buf_new(a);
	buf_add_string(&b, "---\n");
	while (b.len < size)
		buf_add_string(&b, "# 4567890\n");
	buf_add_string(&b, "a: 1\n---\nbody\n");
	return buf_text(&b);
}

static void test_large_pages(struct arena *a)
{
	struct diag d = {.arena = a};
	const char *fits = large_page(a, 60 << 10);
	struct front_matter f = yaml_split("", fits, strlen(fits), &d);
	ok(f.yaml && d.n == 0 && f.body_len == 5, "front matter under 64 KiB is read");
	char *over = arena_string(a, large_page(a, 70 << 10));
	memcpy(over + 4, "a: 567890", 9);
	f = yaml_split("", over, strlen(over), &d);
	ok(!f.yaml && f.body == over && f.body_line == 1, "over 64 KiB it is text");
	is(said(a, &d),
	   "1:1: l’en-tête de la page n’est pas fermé au bout de 64~Kio "
	   "[en-tete-illisible]",
	   "and reported");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_documents(&a);
	test_places(&a);
	test_many_keys(&a);
	test_pages(&a);
	test_large_pages(&a);
	for (size_t i = 0; i < COUNT(scalars); i++)
		is(value_scalar(&a, &scalars[i].value), scalars[i].text,
		   "as text: row %zu", i);
	arena_release(&a);
	return finish();
}
