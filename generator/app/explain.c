#include "app/explain.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static int compare_codes(const void *a, const void *b)
{
	return strcmp(((const struct explanation *)a)->code,
	              ((const struct explanation *)b)->code);
}

static void list_codes(const struct explanation *known, size_t n, struct arena *a)
{
	struct explanation *sorted = arena_array(a, n, sizeof *sorted);
	memcpy(sorted, known, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, compare_codes); /* codes are unique: no tie */
	for (size_t i = 0; i < n; i++) {
		fputs(sorted[i].code, stdout);
		fputc('\n', stdout);
	}
}

enum status explain_code(const char *code, enum language lang)
{
	struct arena scratch = ARENA_PRIVATE;
	size_t n;
	const struct explanation *known = diag_explanations(&n);
	const char **codes = arena_array(&scratch, n, sizeof *codes);
	enum status status = STATUS_MACHINE;
	for (size_t i = 0; i < n; i++) {
		codes[i] = known[i].code;
		if (code && text_same(known[i].code, code)) {
			fprintf(stdout, "%s\n\n%s\n", known[i].code, known[i].text[lang]);
			status = STATUS_FINE;
		}
	}
	if (!code) {
		list_codes(known, n, &scratch);
		status = STATUS_FINE;
	} else if (status != STATUS_FINE) {
		const char *nearest = text_nearest(code, codes, n);
		fprintf(stderr,
		        lang == LANGUAGE_FR ? "le code «" NBSP "%s" NBSP "» est inconnu"
		                            : "unknown code “%s”",
		        code);
		if (nearest)
			fprintf(stderr,
			        lang == LANGUAGE_FR ? NBSP "; vouliez-vous dire «" NBSP
			                                   "%s" NBSP "»" NNBSP "?"
			                            : "; did you mean “%s”?",
			        nearest);
		fputc('\n', stderr);
	}
	arena_release(&scratch);
	return status;
}
