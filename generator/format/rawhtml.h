#ifndef FORMAT_RAWHTML_H
#define FORMAT_RAWHTML_H

/*
 * Raw HTML in Markdown, read as tokens against a table of what is allowed.
 *
 * What the table does not know is text: pseudo-HTML such as
 * `<mon-application>` is shown as it was typed, and reported. Comments
 * vanish. Attributes that are not in the table are dropped, and those that
 * could run script are reported.
 */

#include "base/diag.h"
#include "format/tags.h"

enum html_flag {
	HTML_VOID = 1 << 0,         /* has no end: br, img */
	HTML_BLOCK = 1 << 1,        /* stands between blocks: div, table, details */
	HTML_OPTIONAL_END = 1 << 2, /* li, td, p …: closing what is around closes it */
	HTML_VERBATIM = 1 << 3,     /* pre: white space counts */
	HTML_STRUCTURE =
		1 << 4, /* holds only elements: white space between them is nothing */
	HTML_UNWRAPPED = 1 << 5, /* its tags are dropped without a word, its content
	                            stays: font, center */
	HTML_EMBED = 1 << 6,     /* shows another site: iframe, video. Its opening has an
	                            address of the web as `src`, or else is text */
};

struct html_element {
	const char *name;
	unsigned flags;
	const char *attributes; /* allowed besides id, title, lang and dir, between
	                           spaces: " href rel " */
	const char
		*closes; /* elements whose open sibling this one ends, between spaces */
};

/* Whether a list between spaces, " td th p ", holds a name; NULL holds none. */
bool html_list_has(const char *list, const char *name);
const struct html_element *html_element_find(const char *name, size_t len);

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

/* Whether an address may be followed: relative, http, https, mailto, tel … but not
 * javascript or data, however it is disguised. */
bool url_is_safe(const char *url);

/* Text with HTML entities decoded; `&#xNAN;` and its like vanish. */
const char *html_decode(struct arena *a, const char *src, size_t len,
                        size_t *decoded_len);

#endif
