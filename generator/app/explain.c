#include "app/explain.h"

#include <stdlib.h>
#include <string.h>

#include "app/columns.h"
#include "app/commands.h"
#include "app/complain.h"
#include "base/mem.h"
#include "base/text.h"
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
	"cle-inconnue",          "en-tete-illisible",  "html-inconnu",
	"lien-approche",         "lien-en-texte",      "lien-mort",
	"lien-vers-soi",         "liste-mal-ecrite",   "nom-de-page",
	"note-absente",          "page-mal-rangee",    "page-non-listee",
	"redirection-en-chaine", "table-des-matieres", "tableau-mal-ecrit",
	"titre-mal-ecrit",
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

/* The code as it was meant: it may have been copied with its brackets. */
static const char *bare_code(struct arena *a, const char *typed)
{
	size_t len = strlen(typed);
	bool has_brackets = len > 2 && typed[0] == '[' && typed[len - 1] == ']';
	return text_fold(a, has_brackets ? arena_copy(a, typed + 1, len - 2) : typed);
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

enum status explain_code(const char *typed, enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	size_t n, found = 0;
	const struct explanation *known = sort_codes(&scratch, &n);
	const char *code = typed ? bare_code(&scratch, typed) : NULL;
	while (code && found < n && strcmp(known[found].code, code) != 0)
		found++;
	if (!code) {
		list_codes(known, n, lang, &scratch);
	} else if (found < n) {
		fprintf(stdout, "%s\n\n", code);
		columns_print(stdout, "", 0, known[found].text[lang]);
		if (is_mended(code)) {
			fputc('\n', stdout);
			columns_print(stdout, "", 0,
			              sentence_text(SAY_EXPLAIN_MENDED, lang));
		}
	} else {
		complain(lang, MSG_CODE_UNKNOWN, typed,
		         codes_like(&scratch, code, known, n), NULL);
	}
	arena_release(&scratch);
	return code && found == n ? STATUS_MACHINE : STATUS_FINE;
}
