#ifndef CHECK_PLACEMENT_H
#define CHECK_PLACEMENT_H

/*
 * Where the line of a page belongs that the table of contents lacks, and what it says:
 * behind the page that its front matter wants read before it, a chapter behind its
 * predecessor, a leaf in its chapter behind those of its type; else behind the pages of
 * its folder. Titles follow the custom of their neighbours ("Chapitre 3. …").
 */

#include "base/mem.h"
#include "course/site.h"

struct placement {
	const struct page *page; /* one of site.unlisted */
	/* the line of the table's file below which it goes; 0: at the end of the file */
	int below;
	/* another such page, whose line comes right before this one; NULL: the line
	 * `below` does */
	const struct page *after;
	int indent;       /* blanks before its star, which `line` holds */
	const char *line; /* "  * [Titre](fiches/x.md)", without an end */
};

/* In the order in which the lines stand in the file: those below the same line follow one
 * another as they are here. */
struct placements {
	struct placement *items;
	size_t n;
};

/* The lines of all pages that want one: no drafts, hidden pages, included files, nor what
 * another space or a faulty line of the table has. Behind pages_relate; in the arena. */
struct placements placements_of(const struct site *site, struct arena *a);
/* Says of each of these pages that no table of contents has it, and what to add; they
 * are awaited from then on. */
void placements_report(struct site *site);

#endif
