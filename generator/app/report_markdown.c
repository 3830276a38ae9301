#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/report_gitbook.h"
#include "app/report_internal.h"
#include "app/report_kinds.h"
#include "base/text.h"

enum { MOST_OPEN = 12 }; /* items of a list that stands open; longer ones are folded */

/* One finding of the report. */
struct item {
	const struct finding *finding;
	const struct report_kind *kind; /* NULL: its code is its kind */
	int rank;
	enum severity severity;
	bool is_known, is_outside;
	size_t order; /* in which it was found */
};

struct markdown {
	struct report *r;
	FILE *out;
	struct arena arena;
	struct map outside; /* paths of pages that are not published */
	struct item *items;
	size_t n, cap;
	bool is_below_heading; /* which left a blank line */
};

static const char *say(const struct markdown *m, const char *fr, const char *en)
{
	return m->r->lang == LANGUAGE_FR ? fr : en;
}

/* Text of the course between our Markdown: it is no markup, and nothing of it is obeyed.
 */
static void add_text(struct markdown *m, const char *text)
{
	struct arena scratch = ARENA_PRIVATE;
	for (const char *p = diag_shown(&scratch, text); *p; p++)
		if (*p == '<' || *p == '>' || *p == '&')
			fprintf(m->out, "&#%d;", *p);
		else if (strchr("\\`*_[]|~", *p))
			fprintf(m->out, "\\%c", *p);
		else
			fputc(*p, m->out);
	arena_release(&scratch);
}

/* The same as code, with more backquotes around than it holds. */
static void add_code(struct markdown *m, const char *text)
{
	struct arena scratch = ARENA_PRIVATE;
	const char *shown = diag_shown(&scratch, text);
	int longest = 0, run = 0;
	for (const char *p = shown; *p; p++) {
		run = *p == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	for (int i = 0; i <= longest; i++)
		fputc('`', m->out);
	fprintf(m->out, longest ? " %s " : "%s", shown);
	for (int i = 0; i <= longest; i++)
		fputc('`', m->out);
	arena_release(&scratch);
}

static void add_heading(struct markdown *m, int level, const char *text)
{
	fprintf(m->out, "%s%.*s %s\n\n", m->is_below_heading ? "" : "\n", level, "####",
	        text);
	m->is_below_heading = true;
}

/* A list is open where it is short. Returns whether it was folded, for close_list. */
static bool open_list(struct markdown *m, size_t n, const char *name)
{
	if (n > MOST_OPEN)
		fprintf(m->out, "<details>\n<summary>%s%s %zu</summary>\n\n", name,
		        say(m, NBSP ":", ":"), n);
	return n > MOST_OPEN;
}

static void close_list(struct markdown *m, bool was_folded)
{
	fputs(was_folded ? "\n</details>\n" : "", m->out);
}

/* --- findings by kind --- */

static void add_items(struct markdown *m, const struct diag *d, bool is_known,
                      bool is_outside)
{
	for (size_t i = 0; d && i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		struct item item = {.finding = f,
		                    .severity = report_severity(m->r, f->message),
		                    .is_known = is_known,
		                    .order = m->n};
		item.kind = report_kind_of(f->message, &item.rank);
		bool is_list = item.kind && item.kind->is_list;
		item.is_outside =
			!is_list &&
			(is_outside ||
		         (f->at.path && map_find_string(&m->outside, f->at.path)));
		if (item.severity > SEVERITY_NONE)
			ARRAY_ADD(&m->arena, m->items, m->n, m->cap, item);
	}
}

static const char *kind_code(const struct item *item)
{
	return message_code(item->finding->message);
}

/* By kind; what readers meet first; then by place. */
static int compare_items(const void *pa, const void *pb)
{
	const struct item *a = pa, *b = pb;
	int order = a->rank - b->rank;
	if (!order && !a->kind)
		order = b->severity != a->severity ? (int)b->severity - (int)a->severity
		                                   : strcmp(kind_code(a), kind_code(b));
	order = order ? order : a->is_outside - b->is_outside;
	const struct place *pl = &a->finding->at, *pr = &b->finding->at;
	if (!order && pl->path && pr->path)
		order = strcmp(pl->path, pr->path);
	order = order ? order : (pl->line > pr->line) - (pl->line < pr->line);
	return order ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_same_kind(const struct item *a, const struct item *b)
{
	return a->rank == b->rank && (a->kind || strcmp(kind_code(a), kind_code(b)) == 0);
}

static const char *kind_name(const struct markdown *m, const struct item *item)
{
	return item->kind ? item->kind->name[m->r->lang] : kind_code(item);
}

/* The items of the kind that starts at `first` end before this one. */
static size_t kind_end(const struct markdown *m, size_t first)
{
	size_t end = first;
	while (end < m->n && is_same_kind(&m->items[first], &m->items[end]))
		end++;
	return end;
}

struct counts {
	size_t inside, outside, known;
};

static struct counts count_items(const struct markdown *m, size_t first, size_t end)
{
	struct counts c = {0, 0, 0};
	for (size_t i = first; i < end; i++) {
		c.outside += m->items[i].is_outside;
		c.inside += !m->items[i].is_outside;
		c.known += m->items[i].is_known;
	}
	return c;
}

static void write_table(struct markdown *m)
{
	bool has_known = m->r->known != NULL;
	m->is_below_heading = false;
	fputs(say(m,
	          "| Sorte | Code | Gravité | Nombre | Et sur des pages non publiées |",
	          "| Kind | Code | Severity | Number | And on unpublished pages |"),
	      m->out);
	fputs(has_known ? say(m, " Dont connues |\n", " Known |\n") : "\n", m->out);
	fputs("| --- | --- | --- | ---: | ---: |", m->out);
	fputs(has_known ? " ---: |\n" : "\n", m->out);
	for (size_t i = 0, end; i < m->n; i = end) {
		const struct item *item = &m->items[i];
		end = kind_end(m, i);
		struct counts c = count_items(m, i, end);
		const char *name = kind_name(m, item);
		fprintf(m->out, "| [%s](#%s) | `%s` | %s | %zu | %zu |", name,
		        text_github_anchor(&m->arena, name), kind_code(item),
		        severity_name(item->severity, m->r->lang), c.inside, c.outside);
		if (has_known)
			fprintf(m->out, " %zu |", c.known);
		fputc('\n', m->out);
	}
}

/* The cure of a message that names nothing of its finding; NULL: it has none. */
static const char *general_help(struct markdown *m, const struct finding *f)
{
	struct finding bare = {.message = f->message, .at = f->at};
	return finding_help(&m->arena, &bare, m->r->lang);
}

/* The general cure that most items share; NULL: no two have the same. */
static const char *common_help(struct markdown *m, size_t first, size_t end)
{
	struct map counts = map_new(&m->arena);
	const char *common = NULL;
	uintptr_t most = 1;
	for (size_t i = first; i < end; i++) {
		const char *help =
			finding_help(&m->arena, m->items[i].finding, m->r->lang);
		const char *general = general_help(m, m->items[i].finding);
		if (!help || !general || strcmp(help, general) != 0)
			continue;
		uintptr_t n = (uintptr_t)map_find_string(&counts, help) + 1;
		map_put_string(&counts, help, (void *)n);
		if (n > most) {
			most = n;
			common = help;
		}
	}
	return common;
}

/* What several items say word for word; NULL: they differ, or there is one. */
static const char *common_text(struct markdown *m, size_t first, size_t end)
{
	const char *common = NULL;
	for (size_t i = first; i < end; i++) {
		const char *text =
			finding_text(&m->arena, m->items[i].finding, m->r->lang);
		if (common && strcmp(common, text) != 0)
			return NULL;
		common = text;
	}
	return end - first > 1 ? common : NULL;
}

/* What is told once above a list; NULL: each item tells it. */
struct common {
	const char *text, *help;
};

static void write_item(struct markdown *m, const struct item *item,
                       const struct common *common)
{
	const struct finding *f = item->finding;
	struct arena scratch = ARENA_PRIVATE;
	const char *help = finding_help(&scratch, f, m->r->lang);
	const char *path = f->at.path ? f->at.path : ".";
	fputs("- ", m->out);
	add_code(m,
	         f->at.line ? arena_format(&scratch, "%s:%d", path, f->at.line) : path);
	if (!common->text) {
		fputc(' ', m->out);
		add_text(m, finding_text(&scratch, f, m->r->lang));
	}
	if (help && (!common->help || strcmp(help, common->help) != 0)) {
		fputs(" — ", m->out);
		add_text(m, help);
	}
	fputs(item->is_known ? say(m, " (connue)", " (known)") : "", m->out);
	fputc('\n', m->out);
	arena_release(&scratch);
}

static void write_common(struct markdown *m, const char *before, const char *text)
{
	if (!text)
		return;
	fputs(before, m->out);
	add_text(m, text);
	fputs(".\n\n", m->out);
}

static void write_items(struct markdown *m, size_t first, size_t end)
{
	struct common common = {common_text(m, first, end), common_help(m, first, end)};
	if (first == end)
		return;
	m->is_below_heading = false;
	write_common(m, say(m, "À chaque endroit : ", "At each place: "), common.text);
	write_common(m, say(m, "Remède : ", "Cure: "), common.help);
	bool is_folded = open_list(m, end - first, say(m, "La liste", "The list"));
	for (size_t i = first; i < end; i++)
		write_item(m, &m->items[i], &common);
	close_list(m, is_folded);
}

static void write_kind(struct markdown *m, size_t first, size_t end)
{
	struct counts c = count_items(m, first, end);
	const char *name = kind_name(m, &m->items[first]);
	add_heading(m, 3, name);
	write_items(m, first, first + c.inside);
	if (c.inside && c.outside)
		fputc('\n', m->out);
	if (c.outside)
		fputs(say(m, "Sur des pages qui ne sont pas publiées :\n\n",
		          "On pages that are not published:\n\n"),
		      m->out);
	write_items(m, first + c.inside, end);
}

static void write_kinds(struct markdown *m, bool of_lists)
{
	for (size_t i = 0, end; i < m->n; i = end) {
		end = kind_end(m, i);
		if ((m->items[i].kind && m->items[i].kind->is_list) == of_lists)
			write_kind(m, i, end);
	}
}

/* --- addresses --- */

/* The address that a page's file would give. */
static const char *place_of_file(struct markdown *m, const struct page *page)
{
	const char *path = page->path;
	size_t len = strlen(path) - strlen(".md");
	bool is_readme = strcmp(path_name(path), "README.md") == 0;
	if (is_readme)
		return path_folder(&m->arena, path);
	bool is_files = m->r->site->config.addresses == ADDRESSES_FILES;
	return arena_format(&m->arena, "%.*s%s", (int)len, path,
	                    is_files ? ".html" : "/");
}

static void add_pair(struct markdown *m, const char *from, const char *to)
{
	fputs("- ", m->out);
	add_code(m, from);
	fputs(" → ", m->out);
	add_code(m, *to ? to : "/");
	fputc('\n', m->out);
}

static void write_addresses(struct markdown *m)
{
	const struct site *site = m->r->site;
	size_t n = 0;
	for (size_t i = 0; i < site->n_listed; i++)
		n += strcmp(place_of_file(m, &site->pages[i]), site->pages[i].address) !=
		     0;
	add_heading(m, 2, say(m, "Adresses publiées", "Published addresses"));
	m->is_below_heading = false;
	fprintf(m->out,
	        say(m,
	            "L’adresse d’une page vient de sa place dans la table des matières. "
	            "Pages dont l’adresse est celle du fichier : %zu. Pages dont elle "
	            "diffère : %zu.\n\n",
	            "The address of a page comes from its place in the table of "
	            "contents. "
	            "Pages with the address of their file: %zu. Pages where it differs: "
	            "%zu.\n\n"),
	        site->n_listed - n, n);
	bool is_folded = open_list(
		m, n, say(m, "Adresses qui diffèrent", "Addresses that differ"));
	for (size_t i = 0; i < site->n_listed; i++) {
		const struct page *page = &site->pages[i];
		if (strcmp(place_of_file(m, page), page->address) != 0)
			add_pair(m, page->path, page->address);
	}
	close_list(m, is_folded);
}

static void write_redirects(struct markdown *m)
{
	const struct site *site = m->r->site;
	size_t n = site->n_redirects, n_dead = 0;
	for (size_t i = 0; i < m->n; i++)
		n_dead += strcmp(kind_code(&m->items[i]), "redirection-morte") == 0;
	if (n + n_dead == 0)
		return;
	add_heading(m, 2, say(m, "Redirections", "Redirects"));
	m->is_below_heading = false;
	fprintf(m->out,
	        say(m,
	            "Anciennes adresses qui mènent à une page : %zu. Redirections qui ne "
	            "mènent nulle part : %zu, listées plus haut.\n\n",
	            "Earlier addresses that lead to a page: %zu. Redirects that lead "
	            "nowhere: %zu, listed above.\n\n"),
	        n, n_dead);
	bool is_folded = open_list(
		m, n, say(m, "Anciennes adresses vivantes", "Living redirects"));
	for (size_t i = 0; i < n; i++)
		add_pair(m, site->redirects[i].from, site->redirects[i].to->address);
	close_list(m, is_folded);
}

/* --- pages --- */

static size_t count_hidden(const struct site *site)
{
	size_t n = 0;
	for (size_t i = 0; i < site->n_listed; i++)
		n += site->pages[i].state == STATE_HIDDEN;
	return n;
}

static void write_hidden(struct markdown *m)
{
	const struct site *site = m->r->site;
	size_t n = count_hidden(site);
	if (!n)
		return;
	add_heading(m, 3, say(m, "Pages cachées", "Hidden pages"));
	m->is_below_heading = false;
	fputs(say(m,
	          "Publiées, mais hors des menus et de la recherche (`hidden: "
	          "true`).\n\n",
	          "Published, but out of menus and search (`hidden: true`).\n\n"),
	      m->out);
	bool is_folded = open_list(m, n, say(m, "Pages cachées", "Hidden pages"));
	for (size_t i = 0; i < site->n_listed; i++)
		if (site->pages[i].state == STATE_HIDDEN)
			add_pair(m, site->pages[i].shown_path, site->pages[i].address);
	close_list(m, is_folded);
}

static void write_differences(struct markdown *m)
{
	struct difference found[N_DIFFERENCES];
	bool is_first = true;
	m->is_below_heading = false;
	report_differences(m->r->site, &m->arena, found);
	for (size_t i = 0; i < N_DIFFERENCES; i++) {
		const struct page_list *pages = &found[i].pages;
		if (!pages->n)
			continue;
		if (is_first)
			add_heading(
				m, 2,
				say(m,
			            "Ce que GitBook montrait et que ce site montre "
			            "autrement",
			            "What GitBook showed and this site shows otherwise"));
		is_first = false;
		fprintf(m->out, "%s\n\n", found[i].text[m->r->lang]);
		bool is_folded =
			open_list(m, pages->n, say(m, "Pages concernées", "Pages"));
		for (size_t k = 0; k < pages->n; k++) {
			fputs("- ", m->out);
			add_code(m, pages->items[k]->shown_path);
			fputc('\n', m->out);
		}
		close_list(m, is_folded);
		fputc('\n', m->out);
	}
}

static void write_head(struct markdown *m)
{
	const struct site *site = m->r->site;
	struct report *r = m->r;
	size_t n_used = 0;
	for (size_t i = 0; i < site->n_assets; i++)
		n_used += site->assets[i].is_used;
	fputs(say(m, "# Rapport : ", "# Report: "), m->out);
	add_text(m, site->config.title ? site->config.title : ".");
	fprintf(m->out,
	        say(m,
	            "\n\n- pages publiées : %zu, dont cachées : %zu ;\n- pages non "
	            "publiées : %zu ;\n- fichiers publiés avec elles : %zu, inutilisés : "
	            "%zu ;\n- erreurs : %zu, avertissements : %zu, notes : %zu",
	            "\n\n- published pages: %zu, of which hidden: %zu;\n- unpublished "
	            "pages: %zu;\n- files published with them: %zu, unused: %zu;\n- "
	            "errors: %zu, warnings: %zu, notes: %zu"),
	        site->n_listed, count_hidden(site), site->n_unlisted, n_used,
	        site->n_assets - n_used, r->n_errors, r->n_warnings, r->n_notes);
	if (r->known)
		fprintf(m->out,
		        say(m, " ;\n- fautes connues, qui ne comptent pas : %zu",
		            ";\n- known faults, which do not count: %zu"),
		        r->known->n);
	fputs(".\n", m->out);
}

static bool has_lists(const struct markdown *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->items[i].kind && m->items[i].kind->is_list)
			return true;
	return count_hidden(m->r->site) > 0;
}

static void write_all(struct markdown *m)
{
	write_head(m);
	if (m->n) {
		add_heading(m, 2, say(m, "En bref", "In short"));
		write_table(m);
		add_heading(m, 2, say(m, "Ce qui a été trouvé", "What was found"));
		write_kinds(m, false);
	}
	write_addresses(m);
	write_redirects(m);
	if (has_lists(m)) {
		add_heading(m, 2,
		            say(m, "Pages, titres et fichiers à revoir",
		                "Pages, titles and files to look at"));
		write_kinds(m, true);
		write_hidden(m);
	}
	write_differences(m);
}

void report_markdown(struct report *r, const struct diag *d, FILE *out)
{
	struct markdown m = {.r = r, .out = out};
	const struct site *site = r->site;
	m.outside = map_new(&m.arena);
	for (size_t i = 0; i < site->n_unlisted; i++)
		map_put_string(&m.outside, site->unlisted[i].shown_path,
		               &site->unlisted[i]);
	add_items(&m, d, false, false);
	add_items(&m, r->known, true, false);
	add_items(&m, r->outside, false, true);
	if (m.n)
		qsort(m.items, m.n, sizeof *m.items, compare_items);
	write_all(&m);
	arena_release(&m.arena);
}
