#include "course/config.h"

#include <stdlib.h>

#include "../tap.h"
#include "base/file.h"
#include "course/front.h"
#include "data/yaml.h"
#include "said.h"

#define WANTS(name, what) "«~" name "~» attend " what " [valeur-inattendue]"

/* clang-format off */

/* The two files of a course's folder, what comes of them where it is no default, and what is said. */
static const struct { const char *site, *gitbook, *told, *said; } courses[] = {
	{NULL, NULL, "", ""},
	{"", NULL, "file", ""},
	{"# rien\n", NULL, "file", ""},
	{"title: Cours\ndescription: Un cours\n", NULL, "file title=Cours description=Un cours", ""},
	{"Titre: a\ntitle: Cours\n", NULL, "file title=Cours", "site.yml:1:1: la clé «~Titre~» est inconnue [cle-inconnue]"},
	{"TITLE: Cours\n", NULL, "file title=Cours", ""},
	{"url: https://a.fr/b\n", NULL, "file url=https://a.fr/b/ base=/b/", ""},
	{"url: https://a.fr/\n", NULL, "file url=https://a.fr/", ""},
	{"url: https://a.fr\n", NULL, "file url=https://a.fr/", ""},
	{"url: a.fr\n", NULL, "file", "site.yml:1:6: " WANTS("url", "une adresse complète (https://…), sans espace ni mot de passe")},
	{"url: javascript:a\n", NULL, "file", "site.yml:1:6: " WANTS("url", "une adresse complète (https://…), sans espace ni mot de passe")},
	{"content: ./cours/\n", NULL, "file content=cours", ""},
	{"content: .\n", NULL, "file", ""},
	{"addresses: fichiers\n", NULL, "file addresses=files", ""},
	{"addresses: gitbook\n", NULL, "file", ""},
	{"addresses: fichier\n", NULL, "file", "site.yml:1:12: «~fichier~» n’est pas une valeur de «~addresses~» (admis~: gitbook, fichiers) [valeur-inattendue]"},
	{"language: en\n", NULL, "file language=en", ""},
	{"language: anglais\n", NULL, "file", "site.yml:1:11: " WANTS("language", "le code d’une langue (fr, en, pt-BR…)")},
	{"editions: [une-page]\n", NULL, "file one-page", ""},
	{"éditions: Une page\n", NULL, "file one-page", ""},
	{"editions:\n  - epub\n", NULL, "file", "site.yml:2:5: «~epub~» n’est pas une valeur de «~editions~» (admis~: une-page) [valeur-inattendue]"},
	{"repository: {url: \"javascript:alert(1)//\"}\n", NULL, "file", "site.yml:1:19: " WANTS("url", "une adresse complète (https://…), sans espace ni mot de passe")},
	{"contact: javascript://a\n", NULL, "file", "site.yml:1:10: " WANTS("contact", "une adresse électronique (equipe@exemple.fr) ou une adresse complète (https://…)")},
	{"repository: {url: \"https://g.fr/a\", branch: trunk}\n", NULL, "file repository=https://g.fr/a branch=trunk", ""},
	{"repository:\n  url: https://u\n  tag: v1\n", NULL, "file repository=https://u", "site.yml:3:3: la clé «~tag~» est inconnue [cle-inconnue]"},
	{"repository: u\n", NULL, "file", "site.yml:1:13: " WANTS("repository", "des lignes «~clé: valeur~» en retrait")},
	{"typography: false\nglossary: non\nauthors: oui\n", NULL, "file -typography -glossary authors", ""},
	{"mentions_légales:\n  éditeur: DINUM\n", NULL, "file legal={1}", ""},
	{"checks: {lien-mort: note}\n", NULL, "file checks={1}", ""},
	{"theme: autre\ncontact: a@b.fr\nlicence: CC\n", NULL, "file theme=autre contact=a@b.fr", ""},
	{"- a\n", NULL, "file", "site.yml:1:1: on attend ici des lignes «~clé: valeur~» [en-tete-illisible]"},
	{"title: a: b\n", NULL, "file title=a", "site.yml:1:9: deux-points inattendu~: ce qui suit ressemble à une autre clé [en-tete-illisible]"},
	/* GitBook's own file; site.yml changes what it says, and nothing else */
	{NULL, "root: ./content/\n", "content=content", ""},
	{NULL, "root: content\nstructure:\n  readme: ACCUEIL.md\n  summary: ./toc.md\n", "content=content summary=toc.md readme=ACCUEIL.md", ""},
	{NULL, "redirects:\n  a/b: c.md\n", "gitbook-redirects={1}", ""},
	{"url: https://a.fr\n", "root: ./content/\nredirects:\n  a/b: c.md\n", "file url=https://a.fr/ content=content gitbook-redirects={1}", ""},
	{"content: autre\n", "root: ./content/\n", "file content=autre", ""},
	{NULL, "roots: a\n", "", ".gitbook.yaml:1:1: la clé «~roots~» est inconnue [cle-inconnue]"},
};

/* Front matter. */
static const struct { const char *yaml, *told, *said; } pages[] = {
	{"", "", ""},
	{"title: Un titre\ndescription: >-\n  une\n  phrase\n", "title=Un titre description=une phrase", ""},
	{"type: chapitre\n", "type=chapitre", ""},
	{"type: Étude de cas\n", "type=etude-de-cas", ""},
	{"type: étude-de-cas\n", "type=etude-de-cas", ""},
	{"type: page\n", "type=page", ""},
	{"type: plan\n", "", "a.md:2:7: «~plan~» n’est pas une valeur de «~type~» (admis~: page, section, chapitre, fiche, etude-de-cas, quiz, glossaire) [valeur-inattendue]"},
	{"durée: 15\nobjectifs:\n  - a\n  - b\nPrérequis: intro\n", "minutes=15 objectives=2 prerequisites=1", ""},
	{"vérifié-le: 2026-01-31\ncoût: 0\nmise_en_œuvre: un jour\n", "checked=2026-01-31", ""},
	{"service: DMP\npériode: 2024\nrésultats:\n  DDT appelées: 40\nsources: [a, b]\nfiches: [c]\n", "results sheets=1", ""},
	{"a-revoir: 2027-01-31\nresponsable: Nadia B.\n", "review=2027-01-31 responsible=Nadia B.", ""},
	{"À revoir: demain\n", "", "a.md:2:11: " WANTS("À revoir", "une date (année-mois-jour, par exemple 2026-11-23)")},
	{"vérifié-le: novembre 2026\nlang: fr_FR\n", "", "a.md:2:13: " WANTS("vérifié-le", "une date (année-mois-jour, par exemple 2026-11-23)")
		"\na.md:3:7: " WANTS("lang", "le code d’une langue (fr, en, pt-BR…)")},
	{"vérifié-le: 0000-01-01\n", "", "a.md:2:13: " WANTS("vérifié-le", "une date (année-mois-jour, par exemple 2026-11-23)")},
	{"vérifié-le: 2026-11-23T10:00:00\n", "", "a.md:2:13: " WANTS("vérifié-le", "une date (année-mois-jour, par exemple 2026-11-23)")},
	{"vérifié-le: 2024-02-29\n", "checked=2024-02-29", ""},
	{"vérifié-le: 2023-02-29\n", "", "a.md:2:13: " WANTS("vérifié-le", "une date (année-mois-jour, par exemple 2026-11-23)")},
	{"responsable: [a]\n", "", "a.md:2:14: " WANTS("responsable", "un texte")},
	{"hidden: true\ndraft: oui\n", "draft hidden", ""},
	{"duree: dix\n", "", "a.md:2:8: " WANTS("duree", "un nombre de minutes (par exemple 10)")},
	{"objectifs: {a: b}\n", "", "a.md:2:12: " WANTS("objectifs", "une liste (une ligne par valeur, précédée d’un tiret)")},
	{"dureé: 5\n", "minutes=5", ""},
	{"liste: fiches\n", "lists=0", ""},
	{"liste: Études de cas\n", "lists=1", ""},
	{"liste: fiche\n", "", "a.md:2:8: «~fiche~» n’est pas une valeur de «~liste~» (admis~: fiches, etudes-de-cas) [valeur-inattendue]"},
	{"liste: [fiches]\n", "", "a.md:2:8: " WANTS("liste", "un seul mot")},
	{"dure: 5\n", "", "a.md:2:1: la clé «~dure~» est inconnue [cle-inconnue]"},
	/* GitBook's keys are known, other tools' are a note */
	{"layout:\n  title:\n    visible: true\ncover: a.png\ncoverY: 12\nmetaLinks: {}\nnoIndex: true\nvars: {a: 1}\n", "", ""},
	{"sidebar_position: 1\ndate: 2026-01-01\n", "", "a.md:2:1: la clé «~sidebar_position~» n’est pas employée ici [cle-inconnue]\n"
		"a.md:3:1: la clé «~date~» n’est pas employée ici [cle-inconnue]"},
};

static const struct { const char *key, *name; } names[] = {
	{"durée", "duree"}, {"DUREE", "duree"}, {"mise en œuvre", "mise-en-oeuvre"}, {"vérifié_le", "verifie-le"},
	{"title", "title"}, {"covery", "coverY"}, {"Inconnue", "Inconnue"},
};
/* clang-format on */

static char base[] = "/tmp/sommaire-config-XXXXXX";

static void add_field(struct buf *b, const char *name, const char *value,
                      const char *usual)
{
	if (value && strcmp(value, usual) != 0)
		buf_add_format(b, " %s=%s", name, value);
}

static void add_map(struct buf *b, const char *name, const struct value *v)
{
	if (v->kind == VALUE_MAP)
		buf_add_format(b, " %s={%zu}", name, v->map->n);
}

static void add_flag(struct buf *b, const char *name, bool is_said)
{
	if (is_said)
		buf_add_format(b, " %s", name);
}

static const char *course_told(struct arena *a, const struct config *c)
{
	struct buf b = buf_new(a);
	add_flag(&b, "file", c->has_file);
	add_field(&b, "title", c->title, "");
	add_field(&b, "description", c->description, "");
	add_field(&b, "url", c->url, "");
	add_field(&b, "base", c->base_path, "/");
	add_field(&b, "content", c->content, "");
	add_field(&b, "summary", c->summary, "SUMMARY.md");
	add_field(&b, "readme", c->readme, "README.md");
	add_field(&b, "theme", c->theme, "cours");
	add_field(&b, "language", c->language, "fr");
	add_flag(&b, "addresses=files", c->addresses == ADDRESSES_FILES);
	add_flag(&b, "one-page", config_wants(c, EDITION_ONE_PAGE));
	add_field(&b, "repository", c->repository_url, "");
	add_field(&b, "branch", c->repository_branch, "main");
	add_field(&b, "contact", c->contact, "");
	add_flag(&b, "-typography", !c->wants_typography);
	add_flag(&b, "-glossary", !c->wants_glossary);
	add_flag(&b, "authors", c->wants_authors);
	add_map(&b, "legal", &c->legal);
	add_map(&b, "checks", &c->checks);
	add_map(&b, "redirects", &c->redirects);
	add_map(&b, "gitbook-redirects", &c->gitbook_redirects);
	return b.len ? b.data + 1 : "";
}

static void write_file(struct arena *a, const char *name, const char *text)
{
	const char *path = path_join(a, base, name);
	file_remove_tree(path);
	if (text && !file_write(path, text, strlen(text)))
		diag("%s cannot be written", path);
}

static void read_course(struct arena *a, struct site *site, struct diag *d)
{
	static const struct options options = {.root = base};
	*d = (struct diag){.arena = a};
	*site = (struct site){.arena = a, .diag = d, .options = &options};
	config_read(site);
}

static void test_courses(struct arena *a)
{
	struct site site;
	struct diag d;
	for (size_t i = 0; i < COUNT(courses); i++) {
		write_file(a, "site.yml", courses[i].site);
		write_file(a, ".gitbook.yaml", courses[i].gitbook);
		read_course(a, &site, &d);
		const char *name = courses[i].site ? courses[i].site : courses[i].gitbook;
		is(course_told(a, &site.config), courses[i].told, "%s",
		   name ? name : "no file");
		is(said(a, &d), courses[i].said, "said of %s", name ? name : "no file");
	}
	write_file(a, ".gitbook.yaml", NULL);
	write_file(a, "site.yml", NULL);
	file_make_folder(path_join(a, base, "site.yml"));
	read_course(a, &site, &d);
	ok(d.n == 1 && d.findings[0].message == MSG_MACHINE_READ && !site.config.has_file,
	   "a folder of that name cannot be read");
}

static void add_count(struct buf *b, const char *name, const struct value *v)
{
	if (v->kind == VALUE_LIST)
		buf_add_format(b, " %s=%zu", name, v->list->n);
}

static const char *page_told(struct arena *a, const struct front *f)
{
	struct buf b = buf_new(a);
	add_field(&b, "title", f->title, "");
	add_field(&b, "description", f->description, "");
	add_field(&b, "type", f->type >= 0 ? page_kinds[f->type].name : NULL, "");
	if (f->minutes)
		buf_add_format(&b, " minutes=%d", f->minutes);
	if (f->listing >= 0)
		buf_add_format(&b, " lists=%d", f->listing);
	add_count(&b, "objectives", &f->objectives);
	add_count(&b, "prerequisites", &f->prerequisites);
	add_flag(&b, "results", f->results.kind == VALUE_MAP);
	add_count(&b, "sheets", &f->sheets);
	add_field(&b, "checked", f->last_checked, "");
	add_field(&b, "review", f->review, "");
	add_field(&b, "responsible", f->responsible, "");
	add_flag(&b, "draft", f->is_draft);
	add_flag(&b, "hidden", f->is_hidden);
	return b.len ? b.data + 1 : "";
}

static void test_pages(struct arena *a)
{
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct diag d = {.arena = a};
		struct front front;
		struct value meta = yaml_parse(a, "a.md", pages[i].yaml,
		                               strlen(pages[i].yaml), 2, &d);
		front_read(&front, meta, "a.md", a, &d);
		is(page_told(a, &front), pages[i].told, "%s", pages[i].yaml);
		is(said(a, &d), pages[i].said, "said of %s", pages[i].yaml);
	}
	for (size_t i = 0; i < COUNT(names); i++)
		is(front_key_name(names[i].key), names[i].name, "%s", names[i].key);
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	if (!mkdtemp(base))
		return 1;
	test_courses(&a);
	test_pages(&a);
	file_remove_tree(base);
	arena_release(&a);
	return finish();
}
