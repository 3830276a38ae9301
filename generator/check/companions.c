#include "check/companions.h"

#include <string.h>

#include "base/mem.h"
#include "data/conflicts.h"
#include "words/message_names.h"

/* Whether a code looks at how a page is put together, which two versions spoil as a
 * whole: "=======" makes a heading of the first one. */
static bool is_of_structure(const char *code)
{
	static const char *const codes[] = {
		"section-vide", "titre-de-page",  "niveau-de-titre", "titre-en-gras",
		"quiz",         "quiz-devinable", "titre-mal-ecrit", "liste-mal-ecrite"};
	for (size_t i = 0; i < COUNT(codes); i++)
		if (strcmp(codes[i], code) == 0)
			return true;
	return false;
}

static bool is_companion(const struct document *doc, const struct conflicts *c,
                         const struct finding *f)
{
	bool is_here = f->at.path && strcmp(f->at.path, doc->path) == 0;
	if (f->message == MSG_CONFLICT || !is_here)
		return false;
	return conflicts_hold(c, f->at.line - doc->first_line + 1) ||
	       is_of_structure(message_code(f->message));
}

void companions_drop(const struct page *page, struct document *doc, struct diag *d)
{
	size_t n = 0, n_conflicts = 0;
	for (size_t i = 0; i < d->n; i++)
		n_conflicts += d->findings[i].message == MSG_CONFLICT;
	if (n_conflicts == 0 &&
	    !page->has_lost_header) /* marks in a block of code are none */
		return;
	struct conflicts c = conflicts_find(doc->arena, doc->text, doc->len);
	for (size_t i = 0; i < d->n; i++)
		if (!is_companion(doc, &c, &d->findings[i]))
			d->findings[n++] = d->findings[i];
	d->n = n;
}
