#ifndef MARKUP_RAWHTML_H
#define MARKUP_RAWHTML_H

/*
 * Raw HTML in Markdown, read as tokens against a table of what is allowed.
 *
 * What the table does not know is text: pseudo-HTML such as
 * `<mon-application>` is shown as it was typed, and reported. Comments
 * vanish. Attributes that are not in the table are dropped, and those that
 * could run script are reported.
 */

#include "base/mem.h"
#include "markup/tags.h"
#include "words/diag.h"

enum html_flag {
	HTML_VOID = 1 << 0,         /* has no end: br, img */
	HTML_BLOCK = 1 << 1,        /* stands between blocks: div, table, details */
	HTML_OPTIONAL_END = 1 << 2, /* li, td, p …: closing what is around closes it */
	HTML_VERBATIM = 1 << 3,     /* pre: white space counts */
	/* holds only elements: white space between them is nothing */
	HTML_STRUCTURE = 1 << 4,
	/* its tags are dropped without a word, its content stays: font, center */
	HTML_UNWRAPPED = 1 << 5,
	/* shows another site: iframe, video. Its opening has an address of the web as
	 * `src`, or else is text */
	HTML_EMBED = 1 << 6,
};

/* Elements that authors write, in the order of the alphabet, and behind them those that
 * the generator makes. */
enum html_id {
	HTML_NONE,
	HTML_A,
	HTML_ABBR,
	HTML_ARTICLE,
	HTML_ASIDE,
	HTML_B,
	HTML_BLOCKQUOTE,
	HTML_BR,
	HTML_BUTTON,
	HTML_CAPTION,
	HTML_CENTER,
	HTML_CITE,
	HTML_CODE,
	HTML_COL,
	HTML_COLGROUP,
	HTML_DD,
	HTML_DEL,
	HTML_DETAILS,
	HTML_DFN,
	HTML_DIV,
	HTML_DL,
	HTML_DT,
	HTML_EM,
	HTML_FIGCAPTION,
	HTML_FIGURE,
	HTML_FONT,
	HTML_FOOTER,
	HTML_H1,
	HTML_H2,
	HTML_H3,
	HTML_H4,
	HTML_H5,
	HTML_H6,
	HTML_HEADER,
	HTML_HR,
	HTML_I,
	HTML_IFRAME,
	HTML_IMG,
	HTML_INS,
	HTML_KBD,
	HTML_LI,
	HTML_MARK,
	HTML_NOBR,
	HTML_OL,
	HTML_OPTION,
	HTML_P,
	HTML_PICTURE,
	HTML_PRE,
	HTML_Q,
	HTML_S,
	HTML_SAMP,
	HTML_SECTION,
	HTML_SELECT,
	HTML_SMALL,
	HTML_SOURCE,
	HTML_SPAN,
	HTML_STRIKE,
	HTML_STRONG,
	HTML_SUB,
	HTML_SUMMARY,
	HTML_SUP,
	HTML_TABLE,
	HTML_TBODY,
	HTML_TD,
	HTML_TFOOT,
	HTML_TH,
	HTML_THEAD,
	HTML_TIME,
	HTML_TR,
	HTML_TT,
	HTML_U,
	HTML_UL,
	HTML_VAR,
	HTML_VIDEO,
	HTML_WBR,

	HTML_TERM_BUTTON, /* a mention of a term of the glossary */
	HTML_TERM_LABEL,  /* around a mention of several words … */
	HTML_TERM_HIDDEN, /* … of which these stand before its button */
	HTML_TERM_GLUE,   /* a mention, with what must stay on its line */
	HTML_PLACE,       /* an `a` that leads nowhere: its words, or a place */
	HTML_CARD_TITLE,  /* a card's title that leads nowhere */
	HTML_CARD_BOX,    /* the same, where blocks are in it */
	N_HTML
};

struct html_element {
	enum html_id id;
	const char *name;
	unsigned flags;
	/* allowed besides id, title, lang and dir, between spaces: " href rel " */
	const char *attributes;
	/* elements whose open sibling this one ends, between spaces */
	const char *closes;
};

/* Whether a list between spaces, " td th p ", holds a name; NULL holds none. */
bool html_list_has(const char *list, const char *name);
/* The row of a name that authors may write; NULL: there is none. */
const struct html_element *html_element_find(const char *name, size_t len);
const struct html_element *html_element_of(enum html_id id);

enum html_token_kind { HTML_TEXT, HTML_OPEN, HTML_CLOSE };

struct html_token {
	enum html_token_kind kind;
	const struct html_element *element; /* of OPEN and CLOSE */
	struct attribute *attributes;       /* values decoded */
	size_t n_attributes;
	const char *text; /* of TEXT: entities decoded */
	size_t len;
	size_t offset; /* where it starts in the source */
};

struct html_reader {
	struct arena *arena;
	const char *src;
	size_t len, at;
	struct place place; /* of the first byte, then of byte number `counted` */
	struct diag *diag;
	size_t counted;
};

/* Reads the next token; false at the end. */
bool html_next(struct html_reader *r, struct html_token *out);

/* Where a byte of the source stands. Asked in order, it costs what lies between. */
struct place html_place(struct html_reader *r, size_t offset);

/* Text with HTML entities decoded; `&#xNAN;` and its like vanish. */
const char *html_decode(struct arena *a, const char *src, size_t len,
                        size_t *decoded_len);

#endif
