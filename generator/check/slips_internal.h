#ifndef CHECK_SLIPS_INTERNAL_H
#define CHECK_SLIPS_INTERNAL_H

/*
 * What the files of the slips share: the page that is looked at, and one text
 * of it. For check/slips*.c only.
 */

#include "check/slips.h"
#include "course/site.h"

/* What a page has more of is told often enough. */
enum { MOST_REPORTS = 50 };

/* Stars, underscores, tildes. */
enum { N_MARKS = 3 };

struct slips {
	struct document *doc;
	struct diag *diag;
	int n_searches; /* of a line: each looks at all of it */
	/* Whether the page holds a sign at all: many texts need not be searched for it.
	 */
	bool may_have_html, has_comments, has_braces, has_mark[N_MARKS];
	const struct site *site; /* NULL: see slips_know */
	const char *from;
	bool has_conflict; /* whose start was told */
	/* The last block that was looked at for each of the marks. */
	const cmark_node *marked[N_MARKS];
};

/* One text of the tree: it stands on one line of the file. */
struct stretch {
	const cmark_node *node;
	const char *text;
	size_t len;
};

struct slip_change {
	const char *old, *fresh;
};

/*
 * Where bytes of a text stand in the file. NULL in `path` when its line does
 * not have them as they are: a backslash or an entity wrote them, on purpose.
 */
struct place slips_place(struct slips *l, const struct stretch *s, const char *at,
                         size_t len);

/* The cure of what was reported at a place: `old`, so many characters behind it, becomes
 * `fresh`. Nothing where nobody wants changes. */
void slips_cure(struct slips *l, struct place at, int n_behind,
                struct slip_change change);

/* The first `c` at most `most` bytes from here; NULL when there is none. */
const char *slips_find_near(const char *at, const char *end, char c, size_t most);
/* The text that a node is; of no bytes when it is none. */
struct stretch slips_stretch(const cmark_node *node);
/* Bytes of the blank that stands here, which may be a no-break space; 0: none does. */
size_t slips_blank_length(const char *at, size_t len);
/* What the line below starts with, in this paragraph or the next one; NULL: none. */
const cmark_node *slips_next_line(const cmark_node *text);
const cmark_node *slips_line_above(const cmark_node *text);
/* A line behind the blanks and signs of quotes that it starts with. */
const char *slips_skip_marks(const char *line, size_t *len);

/* A text that starts a line of a paragraph or heading. */
void slips_look_at_start(struct slips *l, const struct stretch *s);
/* A row without its table; lines of a spreadsheet. Texts that start a line. */
void slips_look_for_table(struct slips *l, const struct stretch *s);
void slips_look_for_grid(struct slips *l, const struct stretch *s);
void slips_look_for_cells(struct slips *l, const struct stretch *s);
/* ":::note", at the start of a line. */
void slips_look_for_box(struct slips *l, const struct stretch *s);
/* "{width=50%}" behind an image or a link; "[mot]{.rouge}". */
void slips_look_at_braces(struct slips *l, const struct stretch *s);
/* "[^ 1]" that a line "[^ 1]: texte" makes a link of. */
void slips_look_at_spaced_call(struct slips *l, const struct stretch *s);
/* Any text: its stars; "[x][y]", where it has a bracket; the end of a heading. */
void slips_look_at_marks(struct slips *l, const struct stretch *s);
/* Bold or italics. */
void slips_look_at_nested(struct slips *l, const cmark_node *inner);
void slips_look_for_references(struct slips *l, const struct stretch *s);
void slips_look_at_attributes(struct slips *l, const struct stretch *s);
void slips_look_at_code(struct slips *l, const cmark_node *code);
/* A text that stands in an element of raw HTML, as it was written there. */
void slips_look_at_raw(struct slips *l, const struct stretch *s);
void slips_look_at_row(struct slips *l, const cmark_node *row);

#endif
