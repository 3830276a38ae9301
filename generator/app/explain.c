#include "app/explain.h"

#include <stdlib.h>
#include <string.h>

#include "app/columns.h"
#include "app/commands.h"
#include "app/complain.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"
#include "report/report_markdown.h"
#include "words/diag.h"
#include "words/message_names.h"
#include "words/sentence.h"

static int compare_codes(const void *a, const void *b)
{
	return strcmp(((const struct explanation *)a)->code,
	              ((const struct explanation *)b)->code);
}

/* Codes of which some findings have one cure only, which `check --fix` makes. */
static const char *const mended[] = {
	"balise-inconnue",       "balise-ouverte",     "casse-du-lien",
	"cle-inconnue",          "en-tete-illisible",  "encodage",
	"gras-mal-ecrit",        "html-inconnu",       "lien-approche",
	"lien-en-texte",         "lien-mort",          "lien-vers-soi",
	"liste-mal-ecrite",      "nom-de-page",        "note-absente",
	"ordre-du-glossaire",    "page-mal-rangee",    "page-non-listee",
	"redirection-en-chaine", "table-des-matieres", "tableau-mal-ecrit",
	"terme-mal-ecrit",       "titre-mal-ecrit",
};

static bool is_mended(const char *code)
{
	for (size_t i = 0; i < COUNT(mended); i++)
		if (strcmp(mended[i], code) == 0)
			return true;
	return false;
}

enum { SHORTEST_SUMMARY = 48 };

/* The first sentence, and more of them where it says too little alone. A full stop ends
 * one; "site.yml" holds none. */
static const char *first_sentences(struct arena *a, const char *text)
{
	const char *stop = text;
	do
		stop = strstr(stop + 1, ". ");
	while (stop && stop - text < SHORTEST_SUMMARY);
	return stop ? arena_copy(a, text, (size_t)(stop - text) + 1) : text;
}

static void list_codes(const struct explanation *sorted, size_t n, enum language lang,
                       struct arena *a)
{
	int widest = 0;
	for (size_t i = 0; i < n; i++) {
		int width = (int)strlen(sorted[i].code); /* codes are ASCII */
		widest = width > widest ? width : widest;
	}
	for (size_t i = 0; i < n; i++)
		columns_print(stdout, sorted[i].code, widest + 2,
		              first_sentences(a, sorted[i].text[lang]));
}

/* All codes, in order. */
static struct explanation *sort_codes(struct arena *a, size_t *n)
{
	const struct explanation *known = diag_explanations(n);
	struct explanation *sorted = arena_array(a, *n, sizeof *sorted);
	memcpy(sorted, known, *n * sizeof *sorted);
	qsort(sorted, *n, sizeof *sorted, compare_codes); /* codes are unique: no tie */
	return sorted;
}

/* The code as it was meant: it may have been copied with its brackets, or one of them,
 * and blanks. */
static const char *bare_code(struct arena *a, const char *typed)
{
	static const char around[] = "[] \t\r\n";
	const char *start = typed + strspn(typed, around);
	size_t len = strlen(start);
	while (len > 0 && strchr(around, start[len - 1]))
		len--;
	return text_fold(a, arena_copy(a, start, len));
}

/* Codes that a typed one may stand for: those with the same letters in them, else the
 * nearest; NULL when there is none. */
static const char *codes_like(struct arena *a, const char *typed,
                              const struct explanation *known, size_t n)
{
	const char **codes = arena_array(a, n, sizeof *codes),
		   **like = arena_array(a, n + 1, sizeof *like);
	size_t n_like = 0;
	for (size_t i = 0; i < n; i++) {
		codes[i] = known[i].code;
		if (strlen(typed) > 2 && strstr(codes[i], typed))
			like[n_like++] = codes[i];
	}
	return n_like ? words_joined(a, like) : text_nearest(typed, codes, n);
}

/* --- as Markdown --- */

/* What a message says, "…" for what it would name. */
static const char *general_text(struct arena *a, enum message m, enum language lang)
{
	struct finding f = {.message = m, .args = {"…", "…", "…", "…"}};
	return finding_text(a, &f, lang);
}

/* Text of ours, in which tags are meant to be read: a page of a course would obey them.
 */
static void write_text(struct markdown *m, const char *text)
{
	for (const char *tag; (tag = strstr(text, "{%")); text = tag + 1) {
		markdown_text(m, arena_copy(&m->arena, text, (size_t)(tag - text)));
		fputs("&#123;", m->out);
	}
	markdown_text(m, text);
}

/* Each sentence once: several messages may say one thing. */
static void write_messages(struct markdown *m, const char *code)
{
	struct map said = map_new(&m->arena);
	enum language lang = m->r->lang;
	for (int i = 0; i < N_MESSAGES; i++) {
		enum message message = (enum message)i;
		const char *text = general_text(&m->arena, message, lang);
		if (strcmp(message_code(message), code) != 0 ||
		    map_put_string(&said, text, m))
			continue;
		fputs("- ", m->out);
		markdown_text(
			m, sentence_fill(&m->arena, SAY_CODES_ITEM, lang,
		                         severity_name(message_severity(message), lang),
		                         text, NULL));
		fputc('\n', m->out);
	}
}

static void write_code(struct markdown *m, const struct explanation *e)
{
	fprintf(m->out, "## %s\n\n", e->code);
	write_messages(m, e->code);
	fputc('\n', m->out);
	write_text(m, e->text[m->r->lang]);
	if (is_mended(e->code)) {
		fputs("\n\n", m->out);
		write_text(m, sentence_text(SAY_EXPLAIN_MENDED, m->r->lang));
	}
	fputc('\n', m->out);
}

/* The page of all codes, or what it says of one. */
static void write_markdown(const struct explanation *known, size_t n, bool is_page,
                           enum language lang)
{
	struct report r = {.lang = lang};
	struct markdown m = {.r = &r, .out = stdout};
	if (is_page)
		fputs(sentence_text(SAY_CODES_HEAD, lang), stdout);
	for (size_t i = 0; i < n; i++) {
		fputs(is_page ? "\n" : "", stdout);
		write_code(&m, &known[i]);
	}
	arena_release(&m.arena);
}

/* --- as text --- */

static void print_text(const struct explanation *known, size_t n, bool is_list,
                       enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	if (is_list) {
		list_codes(known, n, lang, &scratch);
	} else {
		fprintf(stdout, "%s\n\n", known->code);
		columns_print(stdout, "", 0, known->text[lang]);
		if (is_mended(known->code)) {
			fputc('\n', stdout);
			columns_print(stdout, "", 0,
			              sentence_text(SAY_EXPLAIN_MENDED, lang));
		}
	}
	arena_release(&scratch);
}

enum status explain_code(const char *typed, enum report_format format, enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	size_t n, found = 0;
	const struct explanation *known = sort_codes(&scratch, &n);
	const char *code = typed ? bare_code(&scratch, typed) : NULL;
	while (code && found < n && strcmp(known[found].code, code) != 0)
		found++;
	bool is_unknown = code && found == n;
	if (is_unknown)
		complain(lang, MSG_CODE_UNKNOWN, typed,
		         codes_like(&scratch, code, known, n), NULL);
	else
		(format == REPORT_MARKDOWN ? write_markdown : print_text)(
			known + found, code ? 1 : n, !code, lang);
	arena_release(&scratch);
	return is_unknown ? STATUS_MACHINE : STATUS_FINE;
}
