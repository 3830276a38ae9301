#ifndef THEME_THEME_H
#define THEME_THEME_H

/*
 * A theme: templates parsed once, labels, assets under fingerprinted names.
 */

#include "base/file.h"
#include "base/map.h"
#include "course/page_kinds.h"
#include "course/site.h"
#include "data/value.h"
#include "liquid/template.h"
#include "source/source.h"
#include "words/labels.h"

struct theme_file {
	const char *name;          /* "cours.css", "404.html" */
	const char *output;        /* "assets/cours.1a2b3c4d.css" */
	struct bytes bytes;        /* of an asset */
	struct template *template; /* of a layout, partial or extra */
};

struct theme_files {
	struct theme_file *items;
	size_t n, cap;
};

/* What the program says to readers, in one language that pages are written in. */
struct theme_words {
	const char *code; /* "fr" */
	const struct labels *labels;
};

struct theme {
	const char *name;
	const char *folder; /* as the author knows it, for places */
	struct source source;
	bool is_found;
	struct theme_files layouts, partials, extras, assets;
	struct map partials_by_name;
	struct value labels; /* of the site's language, for templates: a map */
	struct theme_words *words;
	size_t n_words, cap_words;
	struct value options;
	struct value asset_paths; /* map: name -> path from the site's root */
	struct template_source templates;
	const char **partial_names;
};

/*
 * Finds the site's theme: themes/NAME of the course's folder, of the
 * installation, or a folder when the name holds a "/", and reads its files but
 * its labels. One that is not there has no files, and theme_read will say so.
 */
void theme_open(struct theme *theme, struct site *site);
/*
 * Makes templates of its files. False, with a report, when there is none. Faults of
 * templates are reported; they render what could be understood.
 */
bool theme_read(struct theme *theme, struct site *site);
/* Whether pages of a type have a layout of their own, once the theme is open. */
bool theme_has_layout_of(const struct theme *theme, enum page_type type);
/* A file of data; nil: there is none. */
struct value theme_read_yaml(struct theme *theme, struct site *site, const char *name);
/* What stands at earlier addresses: layouts/redirection.html. NULL when the theme has
 * none. */
const struct template *theme_redirect(const struct theme *theme);
/* The layout of a page: its type's own, or page.html. NULL when the theme has none. */
const struct template *theme_layout(const struct theme *theme, const struct site *site,
                                    const struct page *page);

#endif
