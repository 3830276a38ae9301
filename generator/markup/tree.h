#ifndef MARKUP_TREE_H
#define MARKUP_TREE_H

/*
 * The tree of a document: cmark-gfm's own nodes, with node types of ours.
 *
 * cmark's node is our document tree and is not wrapped. What GitBook's tags
 * and raw HTML stand for becomes ELEMENT nodes, whose user_data is a struct
 * element; they may contain any node.
 *
 * cmark keeps global tables and its allocator has no user pointer, so one
 * process parses one document at a time: workers are processes.
 */

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "markup/rawhtml.h"
#include "markup/tags.h"
#include "words/diag.h"

/* What is decided of an element before it is written (settle/settle.h). */
struct settled {
	enum html_id written; /* HTML_NONE: its tags are left out */
	int number;      /* of a tab, from 1; of a column its share, in twelfths, or 0 */
	int group;       /* of a tab: the number of its tabs; 0: it stands alone */
	bool has_shares; /* columns: one of them has */
	bool is_folded;  /* code */
	bool heads_row;  /* a header of its row, not of its column */
	bool ends_footnote; /* the ways back of a note stand in it */
};

struct element {
	const struct tag_kind *tag;      /* a tag … */
	const struct html_element *html; /* … or raw HTML */
	const char *name;
	struct attribute *attributes;
	size_t n_attributes;
	struct place at;
	/* That of its closing tag. Where nothing closed it, the last line that is known
	 * to be in it: of its opening tag, or of its words. */
	int last_line;
	void *note; /* what a later stage found out about it */
	struct settled settled;
};

enum markdown_mode {
	MARKDOWN_COURSE, /* everything this module offers */
	MARKDOWN_PLAIN,  /* CommonMark and GFM alone: raw HTML stays as it is */
	MARKDOWN_BARE,   /* CommonMark alone, likewise */
};

/* Markdown behind raw HTML on one line, which the parser read as a line of its own. */
struct glued {
	int line;
	size_t bytes; /* that stand before it */
};

struct document {
	/* What the caller gives. */
	struct arena *arena; /* private: all memory is this one's, the tree's, too */
	const char *path;    /* for places */
	const char *text;    /* the body, and the line of the file on which it starts */
	size_t len;
	int first_line;
	enum markdown_mode mode;
	/* Bytes that a block's words may have: they are cut there, before anything is
	 * looked for in them (see node_is_cut). 0: as many as there are. */
	size_t longest_words;
	struct diag *diag;
	const struct bytes *emoji; /* short names: see emoji.h; NULL: they stay text */
	bool keeps_elements; /* those that the text has, for who looks for them there */
	/* The bytes of the file that the body is a part of; NULL: it was repaired, and no
	 * byte is where it was. */
	const char *file;

	/* What markdown_parse makes of it. */
	cmark_node *root;
	bool has_inner_tags; /* tags within lines */
	bool has_includes;
	struct map *footnotes; /* by name, where raw HTML may call some; NULL: nowhere */
	const char **lines; /* where each line starts; made when a place is asked for */
	size_t n_lines, cap_lines;
	bool has_lone_returns;
	/* The line that was asked for last, and the byte of it whose column was: a line
	 * may be all of the text, and be asked for at each of its links. */
	struct {
		const char *start;
		size_t len, byte;
		int characters; /* before that byte */
	} asked;
	struct glued *glued; /* in the order of lines */
	size_t n_glued, cap_glued;
	const struct element **elements; /* where they are kept */
	size_t n_elements, cap_elements;
};

cmark_node_type node_type_element_block(void);
cmark_node_type node_type_element_inline(void);
cmark_node_type node_type_tag_line(void); /* between parsing and pairing only */
/* The element of a node of ours; NULL for cmark's own nodes. */
struct element *node_element(const cmark_node *node);
/* The value of an attribute; NULL: there is none, or no element. */
const char *element_attribute(const struct element *e, const char *name);
bool node_is_tag(const cmark_node *node, enum tag_id id);
bool node_is_html(const cmark_node *node, enum html_id id);
bool node_is_task(const cmark_node *item);
bool node_is_cut(const cmark_node *block); /* see longest_words */
/* GFM's own node types, which cmark makes known at run time. */
enum gfm_type { GFM_NONE, GFM_TABLE, GFM_TABLE_ROW, GFM_TABLE_CELL, GFM_STRIKETHROUGH };
enum gfm_type node_gfm_type(const cmark_node *node);

cmark_node *node_new_element(struct document *doc, bool is_block,
                             const struct element *e);
cmark_node *node_new_text(struct document *doc, const char *text, size_t len);
cmark_node *node_new_paragraph(int line);
/* Without text: it is named by where it leads. */
cmark_node *node_new_link(struct document *doc, const char *url);
cmark_node *node_new_tag_line(const char *text, int line, int column);
cmark_node *node_new_code(const char *info, const char *text, size_t len);
/* The user_data of a CODE node that is a formula, and the info of such a block. */
extern const char node_formula[];
/* Tree surgery without cmark's check of what may contain what. */
void node_append(cmark_node *parent, cmark_node *child);
void node_insert_before(cmark_node *sibling, cmark_node *node);
void node_unlink(cmark_node *node);

/* The node after this one in reading order, inside `root`; NULL at the end. `beside` does
 * not go below the node. */
cmark_node *node_next(const cmark_node *node, const cmark_node *root);
cmark_node *node_next_beside(const cmark_node *node, const cmark_node *root);

/* The number of a block, as the body's references have it, and 0 before it got one. cmark
 * keeps something else there while it parses. */
static inline size_t node_number(const cmark_node *node)
{
	return (size_t)node->internal_offset;
}
static inline void node_set_number(cmark_node *node, size_t number)
{
	node->internal_offset = (int)number;
}

/* Where a node starts; columns are counted in characters. */
struct place node_place(struct document *doc, const cmark_node *node);
/* Whether a task is ticked, read from its line: the extension says so for any [x] on it.
 */
bool node_is_checked(struct document *doc, const cmark_node *item);
/* The line of the file, without its end; "" when there is none. */
const char *document_line(struct document *doc, int line, size_t *len);
/* All text below a node; links are named by it. */
char *node_text(struct arena *a, const cmark_node *node);
/* What a heading is called: its text without that of its images, unless they are all
 * that it holds. */
char *node_title(struct arena *a, const cmark_node *heading);

#endif
