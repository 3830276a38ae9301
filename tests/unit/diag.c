#include "words/diag.h"

#include <errno.h>

#include "../tap.h"
#include "said.h"
#include "words/reason.h"

/* clang-format off */

/* Reported in an order of their own; what is said of them must come in the order below. */
static const struct { enum message message; struct place at; const char *args[4]; } reported[] = {
	{MSG_DEAD_PAGE,       {"content/b.md", 2, 1},  {"x.md"}},
	{MSG_DEAD_PAGE,       {"content/a.md", 10, 3}, {"y.md"}},
	{MSG_DEAD_PAGE,       {"content/a.md", 9, 30}, {"y.md"}},
	{MSG_DEAD_PAGE,       {"content/a.md", 10, 3}, {"x.md"}},
	{MSG_PAGE_LARGE,      {"content/a.md", 0, 0},  {NULL}},
	{MSG_DEAD_PAGE,       {"content/a.md", 10, 3}, {"y.md"}}, /* again */
	{MSG_DEAD_FILE,       {"content/a.md", 10, 3}, {"x.md"}},
	{MSG_REMOTE_IMAGE,    {"content/a.md", 10, 3}, {"a.fr"}},
	{MSG_DEAD_ANCHOR,     {"content/a.md", 10, 3}, {"x.md", "un"}},
	{MSG_DEAD_ANCHOR,     {"content/a.md", 10, 3}, {"x.md", "deux", "trois"}},
	{MSG_SUMMARY_NO_PAGE, {NULL, 0, 0},            {NULL}},
	{MSG_DEAD_PAGE,       {"content/a.md", 10, 0}, {"y.md"}},
	{MSG_DEAD_PAGE,       {"content/a.md", 10, 2}, {"y.md"}},
};

static const char expected[] =
	" le cours n’a aucune page à publier [table-des-matieres]\n"
	"content/a.md: la page dépasse 1 Mio~: elle est publiée sans son texte [page-trop-grande]\n"
	"content/a.md:9:30: la page «~y.md~» n’existe pas [lien-mort]\n"
	"content/a.md:10: la page «~y.md~» n’existe pas [lien-mort]\n"
	"content/a.md:10:2: la page «~y.md~» n’existe pas [lien-mort]\n"
	"content/a.md:10:3: la page «~x.md~» n’a pas de titre «~#deux~» [ancre-morte]\n"
	"content/a.md:10:3: la page «~x.md~» n’a pas de titre «~#un~» [ancre-morte]\n"
	"content/a.md:10:3: cette image est prise sur un autre site (a.fr) [image-distante]\n"
	"content/a.md:10:3: la page «~x.md~» n’existe pas [lien-mort]\n"
	"content/a.md:10:3: la page «~y.md~» n’existe pas [lien-mort]\n"
	"content/a.md:10:3: le fichier «~x.md~» n’existe pas [lien-mort]\n"
	"content/b.md:2:1: la page «~x.md~» n’existe pas [lien-mort]";

static const struct {
	enum message message;
	const char *args[4];
	enum language lang;
	const char *text, *help;
} filled[] = {
	{MSG_DEAD_PAGE, {"a.md", "b.md"}, LANGUAGE_FR, "la page «~a.md~» n’existe pas", "vouliez-vous dire «~b.md~»^?"},
	{MSG_DEAD_PAGE, {"a.md", "b.md"}, LANGUAGE_EN, "there is no page “a.md”", "did you mean “b.md”?"},
	/* without the argument of its help there is another one, or none */
	{MSG_DEAD_PAGE, {"a.md"}, LANGUAGE_FR, "la page «~a.md~» n’existe pas",
		"vérifiez le nom du fichier et son dossier^; le chemin part de la page où vous écrivez"},
	{MSG_UNLISTED_BESIDE, {"* [Un](un.md)", "4", "SUMMARY.md"}, LANGUAGE_EN, "the page is in no table of contents: it is not published",
		"add this line to SUMMARY.md, right below line 4: `* [Un](un.md)`"},
	{MSG_UNLISTED_BESIDE, {" * [Un](un.md)", "4", "SUMMARY.md", "1"}, LANGUAGE_FR,
		"la page n’est dans aucune table des matières~: elle n’est pas publiée",
		"ajoutez cette ligne à SUMMARY.md, juste sous la ligne 4, avec 1 espace devant l’étoile~: ` * [Un](un.md)`"},
	{MSG_UNLISTED_BESIDE, {"* [Un](un.md)"}, LANGUAGE_EN, "the page is in no table of contents: it is not published", NULL},
	{MSG_ATTRIBUTE_UNKNOWN, {NULL}, LANGUAGE_FR, "l’attribut «~{1}~» de <{2}> n’est pas repris", NULL},
	{MSG_WRONG_CHOICE, {"type", "a", "b c", "b"}, LANGUAGE_FR,
		"«~a~» n’est pas une valeur de «~type~» (admis~: b c)", "vouliez-vous dire «~b~»^?"},
	{MSG_TAG_OPEN, {"hint"}, LANGUAGE_FR, "la balise «~hint~» n’est pas fermée",
		"ajoutez une ligne {% endhint %} là où le bloc finit"},
	{MSG_OTHER_TOOL_KEY, {"date"}, LANGUAGE_FR, "la clé «~date~» n’est pas employée ici", NULL},
	/* what stands for {1} is not filled in turn */
	{MSG_DEAD_PAGE, {"{2}", "{1}"}, LANGUAGE_FR, "la page «~{2}~» n’existe pas", "vouliez-vous dire «~{1}~»^?"},
	{MSG_DEAD_PAGE, {"100%s", "|"}, LANGUAGE_FR, "la page «~100%s~» n’existe pas", "vouliez-vous dire «~|~»^?"},
	/* what a terminal would obey */
	{MSG_ATTRIBUTE_UNKNOWN, {"a\x1b[31m\r\n\x7f" "b\xc2\x9b" "é", "p"}, LANGUAGE_EN,
		"the attribute “a [31m   b é” of <p> is dropped", NULL},
	{MSG_DEAD_ANCHOR, {"x.md", "#[add-mask]"}, LANGUAGE_FR, "la page «~x.md~» n’a pas de titre «~##\\[add-mask]~»",
		"ouvrez la page visée et reprenez l’un de ses titres"},
};

static const struct { const char *src; size_t offset; int first_line, line, column; } places[] = {
	{"abc", 0, 1, 1, 1},
	{"abc", 2, 1, 1, 3},
	{"abc", 3, 1, 1, 4},
	{"a\nbc", 1, 1, 1, 2},
	{"a\nbc", 2, 1, 2, 1},
	{"a\nbc", 3, 5, 6, 2},
	{"été", 3, 1, 1, 3},
	{"é\n\nté", 5, 2, 4, 2},
	{"", 0, 7, 7, 1},
};
/* clang-format on */

static void report(struct diag *d, enum message m, struct place at,
                   const char *const *args)
{
	diag_report(d, m, at, args[0], args[1], args[2], args[3], NULL);
}

static void test_order(struct arena *a)
{
	struct diag d = {.arena = a}, back = {.arena = a}, all = {.arena = a};
	diag_sort(&d);
	ok(d.n == 0, "nothing is sorted to nothing");
	for (size_t i = 0; i < COUNT(reported); i++) {
		report(&d, reported[i].message, reported[i].at, reported[i].args);
		size_t k = COUNT(reported) - 1 - i;
		report(&back, reported[k].message, reported[k].at, reported[k].args);
	}
	is(said(a, &d), expected, "by path, line, column, code, arguments; once each");
	is(said(a, &back), expected, "in whatever order they came");
	diag_append(&all, &d);
	diag_append(&all, &back);
	ok(all.n == 2 * d.n, "findings are put together");
	is(said(a, &all), expected, "and each kept once");
}

/* clang-format off */
static const struct { int error; bool is_absence, is_of_machine; const char *fr, *en; } errors[] = {
	{ENOENT, true,  false, "aucun fichier ni dossier de ce nom", "no such file or folder"},
	{ENOTDIR, true, false, "un fichier est là où il faut un dossier", "a file is where a folder should be"},
	{EFBIG,  false, false, "il est trop gros", "it is too large"},
	{ELOOP,  false, false, "trop de raccourcis à suivre", "too many symbolic links"},
	{EACCES, false, true,  "accès refusé", "access denied"},
	{EMFILE, false, true,  "trop de fichiers sont ouverts", "too many files are open"},
	{EIO,    false, true,  "le disque ou le réseau a une panne", "the disk or the network failed"},
	{ECHILD, false, true,  "les processus lancés pour cela s’arrêtent aussitôt", "the processes started for it end at once"},
	{ENOMEM, false, true,  "la mémoire est épuisée", "memory is exhausted"},
	{EBADF,  false, true,  "il est fermé", "it is closed"},
	{EDOM,   false, true,  "le système ne dit pas pourquoi", "the system does not say why"}, /* no row */
};
/* clang-format on */

static void test_failures(struct arena *a)
{
	for (size_t i = 0; i < COUNT(errors); i++) {
		int error = errors[i].error;
		is(reason_text(error, LANGUAGE_FR), errors[i].fr, "%s", errors[i].fr);
		is(reason_text(error, LANGUAGE_EN), errors[i].en, "%s", errors[i].en);
		ok(reason_is_absence(error) == errors[i].is_absence &&
		           reason_is_of_machine(error) == errors[i].is_of_machine,
		   "whose fault it is: %s", errors[i].en);
	}
	for (int error = 1; error < 140; error++)
		ok(strcmp(reason_text(error, LANGUAGE_FR), strerror(error)) != 0,
		   "errno %d is not told in the system's words", error);
	struct diag d = {.arena = a}, all = {.arena = a};
	diag_report(&d, MSG_DEAD_PAGE, (struct place){"a.md", 1, 1}, "b.md", NULL);
	diag_report_failure(&d, MSG_MACHINE_WRITE, (struct place){0}, "x", ENOSPC);
	ok(!d.has_unread, "a dead link and a full disk leave nothing unread");
	diag_report_unread(&d, MSG_MACHINE_READ, "site.yml", EACCES);
	diag_append(&all, &d);
	ok(d.has_unread && all.has_unread, "what is unread is known, and handed on");
	diag_keep_unread(&all);
	ok(all.n == 1 && all.findings[0].message == MSG_MACHINE_READ,
	   "nothing else is told then");
	is(finding_text(a, all.findings, LANGUAGE_EN),
	   "this file could not be read (access denied); the site stays as it is",
	   "in words of the reader's language");
}

static void test_copies(struct arena *a)
{
	char path[] = "a.md", name[] = "b.md";
	struct diag d = {.arena = a};
	diag_report(&d, MSG_DEAD_PAGE, (struct place){path, 1, 2}, name, NULL);
	path[0] = name[0] = 'x';
	is(said(a, &d), "a.md:1:2: la page «~b.md~» n’existe pas [lien-mort]",
	   "strings are copied");
}

static void test_texts(struct arena *a)
{
	for (size_t i = 0; i < COUNT(filled); i++) {
		struct diag d = {.arena = a};
		report(&d, filled[i].message, (struct place){0}, filled[i].args);
		const struct finding *f = &d.findings[0];
		const char *help = finding_help(a, f, filled[i].lang);
		is(spelt(a, finding_text(a, f, filled[i].lang)), filled[i].text,
		   "text of row %zu", i);
		is(help ? spelt(a, help) : NULL, filled[i].help, "help of row %zu", i);
	}
	for (size_t i = 0; i < COUNT(places); i++) {
		struct place at = place_of_byte("a.md", places[i].src, places[i].offset,
		                                places[i].first_line);
		ok(at.line == places[i].line && at.column == places[i].column,
		   "byte %zu of row %zu: %d:%d", places[i].offset, i, at.line, at.column);
	}
	is(severity_name(SEVERITY_ERROR, LANGUAGE_FR), "erreur", "error, in French");
	is(severity_name(SEVERITY_WARNING, LANGUAGE_FR), "avertissement",
	   "warning, in French");
	is(severity_name(SEVERITY_NOTE, LANGUAGE_EN), "note", "note, in English");
	is(severity_name(SEVERITY_NONE, LANGUAGE_FR), "non", "none, in French");
}

/* The arguments a sentence needs, as bits. */
static unsigned needs(const char *text)
{
	unsigned bits = 0;
	for (const char *p = text; p && *p; p++)
		if (p[0] == '{' && p[1] >= '1' && p[1] <= '4' &&
		    (p[2] == '}' || p[2] == '?'))
			bits |= 1u << (p[1] - '0');
	return bits;
}

/* Every row of the table: with all arguments given, each reads well in both languages. */
static void test_table(struct arena *a)
{
	static const char *const args[4] = {"{1}", "{2}", "{3}", "{4}"};
	for (int m = 0; m < N_MESSAGES; m++) {
		struct diag d = {.arena = a};
		report(&d, (enum message)m, (struct place){0}, args);
		const struct finding *f = &d.findings[0];
		const char *fr = finding_text(a, f, LANGUAGE_FR),
			   *en = finding_text(a, f, LANGUAGE_EN);
		const char *help = finding_help(a, f, LANGUAGE_FR);
		const char *help_en = finding_help(a, f, LANGUAGE_EN);
		ok(*fr && *en && is_typographic(a, fr) && is_typographic(a, help), "%s",
		   fr);
		ok(!help == !help_en && needs(help) == needs(help_en),
		   "help in both languages: %s", fr);
	}
	size_t n;
	const struct explanation *known = diag_explanations(&n);
	for (size_t i = 0; i < n; i++)
		ok(is_typographic(a, known[i].text[LANGUAGE_FR]),
		   "%s reads well in French", known[i].code);
}

static void test_subjects(struct arena *a)
{
	/* clang-format off */
	static const struct {
		enum message message;
		const char *path, *args[4], *subject;
	} rows[] = {
		{MSG_DEAD_PAGE, "c/a.md", {"b.md", "nearest.md"}, "b.md"},
		{MSG_DEAD_ANCHOR, "c/a.md", {"b.md", "x", "near"}, "b.md, x"},
		{MSG_DEAD_ANCHOR, "c/a.md", {"a.md", "x"}, "., x"},
		{MSG_DEAD_ANCHOR, "c/ba.md", {"a.md", "x"}, "a.md, x"},
		{MSG_YAML_DUPLICATE, "c/a.md", {"title", "12"}, "title"},
		{MSG_UNLISTED, "c/a.md", {"Title", "a.md"}, ""},
		{MSG_NO_COMMIT, NULL, {NULL}, ""},
	};
	/* clang-format on */
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = {.arena = a};
		report(&d, rows[i].message, (struct place){rows[i].path, 3, 1},
		       rows[i].args);
		is(finding_subject(a, &d.findings[0]), rows[i].subject,
		   "subject of row %zu", i);
	}
}

/* A slip made a million times is kept a thousand times, and counted. */
static void test_many(struct arena *a)
{
	struct diag d = {.arena = a}, all = {.arena = a};
	for (int i = 0; i < 250000; i++) {
		struct place at = {i % 2 ? "a.md" : NULL, i + 1, 1};
		diag_report(&d, i % 5 ? MSG_DEAD_PAGE : MSG_DEAD_FILE, at, "x", NULL);
	}
	ok(d.n == (size_t)4 * (MOST_KEPT + 1), "of each message in each file: %zu", d.n);
	ok(diag_count(&d) == 250000, "all are counted: %zu", diag_count(&d));
	diag_append(&all, &d);
	diag_append(&all, &d);
	diag_sort(&all);
	ok(all.n == d.n, "the same findings are one");
	size_t n_more = 0;
	for (size_t i = 0; i < all.n; i++)
		n_more += all.findings[i].n_more;
	ok(n_more == (size_t)2 * (250000 - 4 * MOST_KEPT), "the rest is added up: %zu",
	   n_more);
	diag_report(&all, MSG_DEAD_PAGE, (struct place){"a.md", 1, 1}, "y", NULL);
	ok(all.n == d.n + 1, "what was sorted starts anew");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_order(&a);
	test_failures(&a);
	test_copies(&a);
	test_texts(&a);
	test_table(&a);
	test_subjects(&a);
	test_many(&a);
	arena_release(&a);
	return finish();
}
