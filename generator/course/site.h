#ifndef COURSE_SITE_H
#define COURSE_SITE_H

/*
 * The course as it was loaded: what all pages may know of each other. Read
 * this file first.
 *
 * load fills what stands here, and it is const for all stages behind it, each
 * of which has a type of its own for what it returns:
 *
 *     load      struct site, struct page      this file
 *     history   struct history_file           source/history.h
 *     compose   struct composed               course/composed.h
 *     connect   struct connected              connect/book.h
 *     lay out   struct laid_out               site/layout.h
 *
 * Everything lives in the site's arena, a mapping that the worker processes
 * share.
 */

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "course/page_kinds.h"
#include "data/value.h"
#include "french/phrases.h"
#include "french/typography.h"
#include "source/source.h"
#include "words/diag.h"
#include "words/language.h"

struct front;
struct labels;

enum page_state {
	STATE_PUBLISHED,
	STATE_HIDDEN,   /* published; out of menus, search and sitemap */
	STATE_DRAFT,    /* published with --drafts only */
	STATE_UNLISTED, /* in no table of contents: not published */
};

/* What a page lists behind its text, with `liste:`. */
enum listing { LISTING_NONE, LISTING_SHEETS, LISTING_CASES };

/* One line of the table of contents. */
enum entry_kind { ENTRY_GROUP, ENTRY_PAGE, ENTRY_LINK };

struct entry {
	enum entry_kind kind;
	const char *title;
	const char *url;    /* ENTRY_LINK */
	const char *path;   /* ENTRY_PAGE: of its file, as listed */
	const char *slug;   /* its part of addresses */
	const char *prefix; /* where the addresses of its children start: "a/b/" */
	struct page *page;  /* ENTRY_PAGE; NULL: not published */
	/* ENTRY_LINK that only leads to a page of the course: the page's place */
	const struct entry *place;
	struct entry *parent; /* NULL at the top */
	struct entry *first_child, *last_child, *next, *previous;
	size_t n_children;
	size_t rank; /* among its siblings, from 0 */
	int line;    /* in SUMMARY.md; 0: made from folders */
	int indent;  /* columns before its star there */
};

/* A term of the glossary. */
struct term {
	const char *name;       /* as it should read */
	const char *definition; /* plain text; "": none */
	const char *forms; /* how else it is called, commas between; "": by no other */
	const struct page *page;
	struct place at, forms_at; /* of its heading, of its other forms */
	bool is_double;            /* another term has its name */
};

struct page_list {
	const struct page **items;
	size_t n, cap;
};

/* An earlier address, and the page that answers for it. */
struct redirect {
	const char *from; /* "old/address/", or "old/address.html" */
	const struct page *to;
	const char *anchor; /* of its target, as written, without #; NULL: none */
	struct place at;    /* of the line that says it */
	bool is_of_file; /* nobody wrote it: the page's file is there, its place is not */
};

/* Bytes of a page's file; a larger one is not composed. */
enum { LARGEST_PAGE = 1 << 20 };

struct page {
	/* First what other pages ask for: it fits a line of the cache. */
	size_t number; /* its place in site.pages */
	/* of its file, from the content folder: "fiches/pitch.md"; NULL: made by us */
	const char *path;
	const char *address; /* from the site's root: "fiches/pitch/", "" for the home */
	const char *href;    /* the address as an attribute may hold it */
	const char *title, *nav_title;
	enum page_type type;
	enum page_state state;
	struct entry *entry;    /* NULL: unlisted or made by us */
	const char *shown_path; /* as the author knows it: "content/fiches/pitch.md" */
	const struct source_file *file;
	const char *id;     /* "fiches/pitch" */
	const char *output; /* "fiches/pitch/index.html" */
	/* Leads back from its address to the site's root: "../../", "./". */
	const char *root;
	const char *description; /* NULL: none */
	const char *icon;
	const char *language; /* NULL: the site's */
	/* What the program says within its text, in its language if the theme can. */
	const struct labels *labels;
	struct value meta;         /* the front matter, for templates: a map, or nil */
	const struct front *front; /* the same, typed; NULL: made by us */
	bool has_no_text;          /* nothing but front matter and a heading */
	bool has_lost_header;      /* it could not be read, or not in full */
	bool is_added;             /* unlisted, and not there when last published */
	bool is_awaited;           /* unlisted, and told so: a line is proposed */
	int body_line;             /* of the file, on which the body starts */
	int minutes;               /* from `duree`; 0: computed */
	const struct page *parent; /* the page above it in the table of contents */
	struct page_list children;
	const struct page *previous, *next; /* in reading order */
	/* nearest page above of type chapitre, or itself; NULL: none */
	const struct page *chapter;
	size_t n_siblings, rank; /* place among the pages of its parent, from 1 */
	const char **aliases;    /* earlier addresses, from front matter */
	size_t n_aliases;
	const char **objectives;
	size_t n_objectives;
	struct page_list prerequisites, sheets; /* each page once, never itself */
	enum listing listing;
};

/* Who settled the language of a site: nobody, its first pages, its publisher. */
enum language_source { LANGUAGE_ASSUMED, LANGUAGE_GUESSED, LANGUAGE_SAID };
enum addresses { ADDRESSES_GITBOOK, ADDRESSES_FILES };
/* The site itself, and further ways to show the course (see theme/edition.h). */
enum edition_kind { EDITION_SITE, EDITION_ONE_PAGE, N_EDITIONS };
/* Their names in site.yml and on the command line, as "une-page"; closed by NULL. */
extern const char *const edition_names[N_EDITIONS + 1];

/* GitBook's file of a site of several spaces, in the course's folder. */
struct docs_file {
	const char *path;  /* as it is called there; NULL: there is none */
	struct value site; /* what it says of the site; nil: nothing */
};

struct config {
	const char *title, *description, *url,
		*base_path; /* url ends in "/"; base_path: its path, "/" when unknown */
	/* folder of the content, from the course's folder; "" is the folder itself */
	const char *content;
	const char *summary, *readme; /* of .gitbook.yaml */
	struct place summary_at;      /* there; no path: the usual one is meant */
	const char *theme;            /* as it is written */
	const char *theme_folder;     /* "themes/cours": from the course's folder */
	const char *language;
	struct place language_at; /* where it is said */
	enum language_source language_from;
	enum language messages; /* what authors are told in */
	enum addresses addresses;
	unsigned editions; /* beside the site: bit 0 is EDITION_ONE_PAGE */
	const char *repository_url, *repository_branch;
	const char *contact, *licence;
	const char *baseline; /* file of known faults; NULL: none */
	const char *help;     /* address of a page of all messages; NULL: none */
	bool wants_authors, wants_typography, wants_glossary, wants_search;
	struct value accessibility, legal, privacy, checks, menu;
	struct value redirects, gitbook_redirects; /* of site.yml, of .gitbook.yaml */
	struct value spaces; /* GitBook's id of a space -> its address or folder */
	bool is_public_body; /* the law asks its publisher to say how accessible it is */
	bool has_file;       /* there is a site.yml */
};

/* What the command line asks for. */
struct options {
	const char *root; /* the course's folder */
	const char *out;
	const char *revision; /* NULL: the folder as it is */
	const char *url;
	const char *language; /* of the site; NULL: site.yml says it, or nobody does */
	const char *stats;
	const char *baseline, *write_baseline; /* of known faults; NULL: not asked for */
	bool shrinks_baseline;
	bool with_drafts, is_strict, is_quiet, without_exceptions, without_history;
	/* What is gathered of each page beside its body (course/composed.h). */
	bool wants_sections, wants_source_map;
	bool wants_changes; /* that cure findings: words/diag.h */
	int jobs, page_seconds, git_seconds;
	enum edition_kind edition; /* what is built */
};

/* A file that is copied as it is, under a safe name. */
struct asset {
	const struct source_file *file;
	const char *output;
};

static inline bool config_wants(const struct config *c, enum edition_kind kind)
{
	return kind == EDITION_SITE || c->editions & 1u << (kind - 1);
}

struct site {
	struct mapping *mapping;
	struct arena *arena; /* the parent's, over the mapping */
	struct diag *diag;   /* of loading; what later stages find comes behind it */
	const struct options *options;

	struct config config;
	/* with --ref: the whole tree, for site.yml and the theme; empty otherwise */
	struct source folder;
	struct source source; /* the content */
	struct docs_file docs;
	/* recherche.yml: queries, and the page of each; nil: there is none */
	struct value expected;
	struct bytes emoji;          /* their short names: see data/emoji.h */
	const struct labels *labels; /* what the program says to readers */
	/* published pages in reading order, then hidden ones, then ours */
	struct page *pages;
	size_t n_pages;
	size_t n_listed; /* those of the table of contents, which come first */
	/* a page has a type of courses: a chapter, a sheet, a quiz …; how texts are
	 * written is judged there only */
	bool is_course;
	struct page *unlisted;
	size_t n_unlisted;
	struct entry *entries;   /* the root of the table of contents */
	struct map placeholders; /* words that models leave to editors */
	struct map misread;      /* files that its faulty lines mean, told of there */
	const struct page *home, *map_page, *accessibility_page, *legal_page,
		*privacy_page;
	/* where readers search, by an index of it; NULL: they cannot */
	const struct page *search_page;
	/* the whole course; NULL: nobody asked for it */
	const struct page *one_page;
	/* by place in source.files; unlisted ones too; NULL: none */
	struct page **page_of;
	struct map by_id; /* id, and last parts of ids (NULL where several have it) */
	struct term *terms;
	size_t n_terms;
	/* forms of the terms, by their number; NULL: no glossary */
	struct phrases *phrases;
	struct asset *assets;
	size_t n_assets;
	struct map asset_by_path;
	/* path without capitals and accents -> struct source_file */
	struct map by_folded;
	struct suggestions *suggestions; /* of what dead links mean: see suggest.h */
	struct page_list menu;           /* rubrics of the header */
	struct redirect *redirects;      /* sorted by `from` */
	size_t n_redirects;
	/* of pages and redirects (see addresses.h) -> struct page */
	struct map by_address;
	struct map asset_by_output; /* where the site knows its url -> struct asset */
};

/* The page that a file of the content holds; NULL: none. */
struct page *site_page_of(const struct site *site, const struct source_file *file);
/* A text of the course as it should read: with its language's typography, in the site's
 * arena. NULL stays NULL. */
const char *site_polish(const struct site *site, const char *text);
/* The same of a page, whose language may be another. */
const char *page_polish(const struct site *site, const struct page *page,
                        const char *text);
/* How the texts of a page are set, whose language may be another; NULL: they stay as they
 * were typed. */
typography *page_typography(const struct site *site, const struct page *page);
bool page_is_published(const struct site *site, const struct page *page);
/* The page that authors mean by a path in links ("x/", "x", "x.md"); NULL: none. */
struct page *site_find_page(const struct site *site, const char *path);

#endif
