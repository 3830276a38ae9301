#include "app/init.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/report.h"
#include "base/text.h"
#include "model/config.h"

static const char SITE_FILE[] = "site.yml";
static const char WORKFLOW_FILE[] = ".github/workflows/sommaire.yml";
static const char BASELINE_FILE[] = "fautes-connues.txt";

/* clang-format off */
static const char site_head[] =
	"# Ce que le site dit de lui-même. Chaque clé est facultative ; une ligne qui commence par # ne compte pas.\n"
	"\n";
static const char site_tail[] =
	"\n"
	"# À REMPLIR : l’adresse publique du site. Les moteurs de recherche et les redirections en ont besoin.\n"
	"# url: https://exemple.gouv.fr/\n"
	"\n"
	"# La phrase qui présente le site, la personne à qui écrire, la licence du texte.\n"
	"# description: \"…\"\n"
	"# contact: equipe@exemple.gouv.fr\n"
	"# licence: \"Licence Ouverte 2.0\"\n"
	"\n"
	"# Le dépôt sur la forge, pour les liens « Modifier cette page ».\n"
	"# repository: {url: https://github.com/organisation/depot, branch: main}\n"
	"\n"
	"# La langue du site (fr par défaut).\n"
	"# language: fr\n"
	"\n"
	"# La gravité d’une sorte de message : erreur, avertissement, note, remarque ou non.\n"
	"# checks: {image-distante: note}\n";
static const char site_baseline[] =
	"\n"
	"# Les fautes du jour où ce fichier a été créé : elles ne sont plus signalées, les nouvelles le sont.\n"
	"# Pour retirer celles qui sont corrigées : sommaire check --shrink-baseline\n"
	"baseline: %s\n";

static const char workflow[] =
	"# À chaque envoi (push) et à chaque proposition (pull request), le site est construit et vérifié ; les fautes\n"
	"# nouvelles se lisent à côté des lignes dont elles parlent, et le rapport entier dans le résumé de l’exécution.\n"
	"# La branche par défaut est publiée sur Pages, même quand une page a une faute (état 1) : la faute de l’un ne\n"
	"# retient pas la correction de l’autre. Seule une machine ou une commande en panne (état 2) arrête la publication.\n"
	"#\n"
	"# À REMPLIR, une fois :\n"
	"#   - ci-dessous, SOMMAIRE_REPOSITORY : ce dépôt ne contient que du texte ; le programme qui en fait un site est\n"
	"#     copié depuis son propre dépôt git, puis compilé ici (une minute environ). Donnez l’adresse https de ce dépôt,\n"
	"#     ou d’une copie que vous tenez ; elle doit se lire sans mot de passe.\n"
	"#   - SOMMAIRE_VERSION : une étiquette (v0.1.0) ou un commit plutôt qu’une branche : le site ne change alors de\n"
	"#     programme que le jour où vous l’écrivez ici.\n"
	"#   - sur la forge : Settings, Pages, Source : « GitHub Actions ».\n"
	"# Ce fichier suppose que le contenu est à la racine du dépôt.\n"
	"name: sommaire\n"
	"\n"
	"on:\n"
	"  push:\n"
	"  pull_request:\n"
	"\n"
	"env:\n"
	"  SOMMAIRE_REPOSITORY: \"\"\n"
	"  SOMMAIRE_VERSION: main\n"
	"\n"
	"permissions:\n"
	"  contents: read\n"
	"\n"
	"concurrency:\n"
	"  group: sommaire-${{ github.ref }}\n"
	"  cancel-in-progress: true\n"
	"\n"
	"jobs:\n"
	"  site:\n"
	"    runs-on: ubuntu-latest\n"
	"    permissions:\n"
	"      contents: read\n"
	"      pages: read\n"
	"    outputs:\n"
	"      publishable: ${{ steps.upload.outcome }}\n"
	"    steps:\n"
	"      - uses: actions/checkout@v4\n"
	"        with:\n"
	"          fetch-depth: 0 # la date de chaque page se lit dans l’historique\n"
	"      - name: programme\n"
	"        run: |\n"
	"          if [ -z \"$SOMMAIRE_REPOSITORY\" ]; then\n"
	"            echo '::error file=.github/workflows/sommaire.yml::Donnez l’adresse du dépôt du programme (SOMMAIRE_REPOSITORY).'\n"
	"            exit 1\n"
	"          fi\n"
	"          git init --quiet \"$RUNNER_TEMP/sommaire\"\n"
	"          cd \"$RUNNER_TEMP/sommaire\"\n"
	"          git fetch --quiet --depth 1 -- \"$SOMMAIRE_REPOSITORY\" \"$SOMMAIRE_VERSION\"\n"
	"          git checkout --quiet FETCH_HEAD\n"
	"          make deps all\n"
	"          echo \"$RUNNER_TEMP/sommaire/build\" >>\"$GITHUB_PATH\"\n"
	"      - id: pages\n"
	"        if: github.event_name == 'push' && github.ref_name == github.event.repository.default_branch\n"
	"        uses: actions/configure-pages@v5\n"
	"      - name: construire\n"
	"        env:\n"
	"          ADDRESS: ${{ steps.pages.outputs.base_url }}\n"
	"        run: |\n"
	"          status=0\n"
	"          sommaire build -o \"$RUNNER_TEMP/site\" ${ADDRESS:+--url \"$ADDRESS\"} || status=$?\n"
	"          test \"$status\" -le 1\n"
	"      - id: upload\n"
	"        if: steps.pages.outcome == 'success'\n"
	"        uses: actions/upload-pages-artifact@v3\n"
	"        with:\n"
	"          path: ${{ runner.temp }}/site\n"
	"      - name: rapport\n"
	"        run: sommaire check --format markdown >>\"$GITHUB_STEP_SUMMARY\" || test $? -le 1\n"
	"      - name: vérifier\n"
	"        run: sommaire check --format github\n"
	"\n"
	"  publier:\n"
	"    needs: site\n"
	"    if: ${{ !cancelled() && needs.site.outputs.publishable == 'success' }}\n"
	"    runs-on: ubuntu-latest\n"
	"    permissions:\n"
	"      pages: write\n"
	"      id-token: write\n"
	"    environment:\n"
	"      name: github-pages\n"
	"      url: ${{ steps.deploy.outputs.page_url }}\n"
	"    steps:\n"
	"      - id: deploy\n"
	"        uses: actions/deploy-pages@v4\n";
/* clang-format on */

enum outcome { MADE, WAS_THERE, FAILED };

struct making {
	const char *root;
	struct arena *arena;
	enum outcome site, baseline, workflow;
	const char *baseline_file;
	enum language lang; /* of messages */
	bool has_key;       /* site.yml names a baseline */
	bool has_known;     /* there is a baseline now */
	bool is_quiet;      /* says only what went wrong */
};

static bool is_there(struct making *m, const char *name)
{
	return faccessat(AT_FDCWD, path_join(m->arena, m->root, name), F_OK,
	                 AT_SYMLINK_NOFOLLOW) == 0;
}

/* Says what became of a file; errno tells why it failed. */
static enum outcome tell(const struct making *m, enum outcome outcome, const char *name)
{
	struct finding f = report_unwritten(name, errno);
	if (m->is_quiet && outcome != FAILED)
		return outcome;
	if (outcome == MADE)
		fprintf(stdout, "créé" NBSP ": %s\n", name);
	else if (outcome == WAS_THERE)
		fprintf(stdout, "laissé tel quel, il existe déjà" NBSP ": %s\n", name);
	else
		report_alone(m->lang, &f, stderr);
	return outcome;
}

/* Makes a file that is not there: never through a link, never over another. */
static enum outcome make_file(struct making *m, const char *name, const char *text)
{
	if (file_make_new(m->root, name, (struct bytes){text, strlen(text)}))
		return MADE;
	return errno == EEXIST ? WAS_THERE : FAILED;
}

/* Whether no link stands on the way to what will be made; told where one does. */
static bool may_begin(struct making *m)
{
	char *folders[] = {path_folder(m->arena, WORKFLOW_FILE),
	                   path_folder(m->arena, m->baseline_file)};
	for (size_t i = 0; i < COUNT(folders); i++) {
		size_t len = strlen(folders[i]);
		if (!len)
			continue;
		folders[i][len - 1] = '\0'; /* "a/" would be what a link leads to */
		if (file_has_no_link(m->root, folders[i]))
			continue;
		tell(m, FAILED, folders[i]);
		return false;
	}
	return true;
}

static const char *site_text(struct making *m, const char *title)
{
	struct buf b = buf_new(m->arena);
	buf_add_string(&b, site_head);
	buf_add_string(&b, "title: \"");
	text_add_json(&b, title, strlen(title));
	buf_add_string(&b, "\"\n");
	buf_add_string(&b, site_tail);
	if (m->has_known)
		buf_add_format(&b, site_baseline, m->baseline_file);
	return buf_text(&b);
}

/* What site.yml says already; false, told, when it cannot be read. */
static bool read_config(struct making *m)
{
	struct mapping *mapping = mapping_open();
	struct arena a = mapping_arena(mapping);
	struct diag diag = {.arena = &a};
	struct options options = {.root = m->root};
	struct site site = {.arena = &a, .diag = &diag, .options = &options};
	config_read(&site);
	const char *named = site.config.baseline;
	if (named && !path_resolve(&a, "", named))
		named = NULL; /* out of the course: a check will say so */
	m->lang = site.config.messages;
	m->has_key = named != NULL;
	m->baseline_file = named ? arena_string(m->arena, named) : BASELINE_FILE;
	bool ok = !diag.has_unread;
	diag_keep_unread(&diag);
	if (!ok)
		fprintf(stderr, "sommaire" NBSP ": %s" NBSP ": %s\n",
		        diag.findings->at.path,
		        finding_text(&a, diag.findings, LANGUAGE_FR));
	mapping_close(mapping);
	return ok;
}

static void print_steps(const struct making *m)
{
	int n = 1;
	fprintf(stdout, "\nÀ faire maintenant" NBSP ":\n");
	if (m->has_known && m->site == WAS_THERE && !m->has_key)
		fprintf(stdout,
		        "  %d. ajoutez à site.yml la ligne « baseline: %s »" NBSP ";\n",
		        n++, m->baseline_file);
	if (m->site == MADE)
		fprintf(stdout,
		        "  %d. dans site.yml, donnez l’adresse du site (url)" NBSP ";\n",
		        n++);
	if (m->workflow == MADE) {
		fprintf(stdout,
		        "  %d. dans %s, donnez l’adresse du dépôt du programme "
		        "(SOMMAIRE_REPOSITORY)" NBSP ";\n",
		        n++, WORKFLOW_FILE);
		fprintf(stdout,
		        "  %d. sur la forge" NBSP ": Settings, Pages, Source" NBSP
		        ": « GitHub Actions »" NBSP ";\n",
		        n++);
	}
	fprintf(stdout,
	        "  %d. enregistrez ces fichiers dans git (git add, git commit, git push)",
	        n++);
	fputs(".\n\nPour lire tout ce qui a été trouvé" NBSP
	      ": sommaire check --format markdown >../rapport.md\n",
	      stdout);
}

enum status init_course(const struct build_options *asked)
{
	const char *root = asked->options.root;
	bool is_quiet = asked->options.is_quiet;
	struct arena a = ARENA_PRIVATE;
	struct making m = {.root = root, .arena = &a, .is_quiet = is_quiet};
	if (!read_config(&m) || !may_begin(&m)) {
		arena_release(&a);
		return STATUS_MACHINE;
	}
	m.baseline = is_there(&m, m.baseline_file) ? WAS_THERE : MADE;
	struct build_facts facts = {.arena = &a};
	struct build_options check = {
		.options = {.root = root,
	                    .jobs = -1,
	                    .page_seconds = PAGE_SECONDS,
	                    .is_quiet = true,
	                    .write_baseline =
	                            m.baseline == MADE
	                                    ? path_join(&a, root, m.baseline_file)
	                                    : NULL},
		.goal = BUILD_CHECK,
		.has_language = asked->has_language,
		.lang = asked->lang,
		.facts = &facts};
	enum status status = build_run(&check);
	if (status != STATUS_MACHINE) {
		m.has_known = m.baseline == WAS_THERE || facts.n_known;
		m.site = tell(&m, make_file(&m, SITE_FILE, site_text(&m, facts.title)),
		              SITE_FILE);
		if (facts.n_known && !is_quiet)
			fprintf(stdout,
			        "créé" NBSP ": %s (fautes d’aujourd’hui" NBSP ": %zu)\n",
			        m.baseline_file, facts.n_known);
		else if (m.baseline == WAS_THERE)
			tell(&m, WAS_THERE, m.baseline_file);
		m.workflow =
			tell(&m, make_file(&m, WORKFLOW_FILE, workflow), WORKFLOW_FILE);
		if (!is_quiet)
			print_steps(&m);
		status = m.site == FAILED || m.workflow == FAILED ? STATUS_MACHINE
		                                                  : STATUS_FINE;
	}
	arena_release(&a);
	return status;
}
