#ifndef COURSE_PAGE_KINDS_H
#define COURSE_PAGE_KINDS_H

/*
 * The types of pages: the one list of them.
 *
 * A further type is a constant, a row of the table, a layout and a model of the
 * theme, and the labels that show it.
 */

#include <stdbool.h>
#include <stddef.h>

enum page_type {
	PAGE_PLAIN,
	PAGE_SECTION,
	PAGE_CHAPTER,
	PAGE_SHEET,
	PAGE_CASE,
	PAGE_QUIZ,
	PAGE_GLOSSARY,
	/* made from site.yml, without a file of their own */
	PAGE_MAP,
	PAGE_ACCESSIBILITY,
	PAGE_LEGAL,
	PAGE_PRIVACY,
	PAGE_SEARCH,
	PAGE_ONE_PAGE, /* the whole course (see theme/edition.h) */
	N_PAGE_TYPES,
	N_WRITTEN_TYPES = PAGE_MAP, /* those that authors write stand before */
};

struct page_kind {
	const char *name;   /* "etude-de-cas": in front matter, labels and models */
	const char *layout; /* "etude-de-cas.html" */
	/* of the content, where new pages go: "etudes-de-cas/", ""; NULL: `new` makes
	 * none */
	const char *folder;
	bool is_folder;    /* a new page is the README.md of a folder of its name */
	bool is_of_course; /* only a course has pages of this type */
	bool is_leaf;      /* it stands in a chapter, with no pages below it */
};
extern const struct page_kind page_kinds[N_PAGE_TYPES];

/* The name of a type that authors may write; NULL behind the last. */
const char *page_type_word(size_t type);

#endif
