#ifndef HTML_HTML_INTERNAL_H
#define HTML_HTML_INTERNAL_H

/* What the files of the serialiser share; nothing here is for others. */

#include "html/html.h"
#include "markup/rawhtml.h"

/* Starts a line unless one just started. */
void html_line(struct html_writer *w);
void html_add(struct html_writer *w, const char *html);
/* What the program says to readers, ready to be written. */
const char *html_label(const struct html_writer *w, enum label label);
/* Right before the ">" of a block's opening tag: where references to blocks are wanted,
 * one to where it comes from. */
void html_add_block(struct html_writer *w, const cmark_node *node);
/* A block's opening tag, or the rest of it; more may follow its ">". */
void html_open_block(struct html_writer *w, const cmark_node *node, const char *tag);
/* The opening tag of a block that holds blocks, or, for NULL, the closing one, on a line
 * of its own. */
void html_box(struct html_writer *w, const char *open, const char *close,
              const cmark_node *opened);
void html_add_text(struct html_writer *w, const char *text, size_t len);
void html_add_attribute(struct html_writer *w, const char *name, const char *value);
/* An attribute whose value is an id of the page. */
void html_add_id(struct html_writer *w, const char *name, const char *id);
/* Where an id of the page itself leads to, or, "", its top. */
void html_add_local_address(struct html_writer *w, const char *id);
/* Where a link or an image leads. */
void html_add_address(struct html_writer *w, const struct link_note *note);
/* The tag of a heading, without what follows its name. */
void html_open_heading(struct html_writer *w, int level);
void html_close_heading(struct html_writer *w, int level);
/* A part begins, which the same number ends: its place among the writer's parts. */
size_t html_begin_part(struct html_writer *w, enum part_kind kind, size_t heading);
void html_end_part(struct html_writer *w, size_t part);
/* Within another link these two write nothing. */
void html_open_link(struct html_writer *w, const struct link_note *note,
                    const char *class);
/* What is printed in place of the link's own text, which must not be NULL. */
void html_add_link_text(struct html_writer *w, const struct link_note *note);
void html_close_link(struct html_writer *w, const struct link_note *note);

/* "fnref-3" of the first call of the third note, "fnref-3-2" of the second. */
const char *html_call_id(struct html_writer *w, int footnote, int call);
const char *html_footnote_id(struct html_writer *w, int footnote);
/* The ways back to where the note that is open was called. */
void html_add_ways_back(struct html_writer *w);
/* An image that another site has: its words, as a link. */
void html_add_remote_image(struct html_writer *w, const struct link_note *note,
                           const char *alt);
/* Ends an image's tag: drawings are small and come at once, others when they are near. */
void html_end_image(struct html_writer *w, const struct link_note *note);
/* What holds a table, so that it may scroll: named by its number and its section. */
void html_open_table_region(struct html_writer *w);
/* The attributes of a block of code. */
void html_add_code_region(struct html_writer *w);
/*
 * Elements of ours, from tags and raw HTML. `entering` is true for the
 * opening; html_element returns false when the children are not to be
 * written.
 */
bool html_element(struct html_writer *w, const cmark_node *node, const struct element *e,
                  bool entering);
/* The same for tags alone (html_tags.c). */
void html_tag(struct html_writer *w, const cmark_node *node, const struct element *e,
              bool entering);
/* Writers of tags (html_blocks.c, html_code.c), for the table in html_tags.c. */
typedef void html_tag_writer(struct html_writer *w, const cmark_node *node,
                             const struct element *e, bool entering);
html_tag_writer html_block_link, html_code, html_updates, html_update, html_prompt,
	html_api, html_api_field, html_api_answer, html_integration;

/* Blocks of code (html_code.c). */
void html_code_block(struct html_writer *w, const cmark_node *node);
/* The title of a raw `<pre data-title>`: the figure around it, opened and closed. */
void html_pre_title(struct html_writer *w, const struct element *e, bool entering);
/* The language that a raw `<pre>` or `<code>` names in its class. */
void html_add_language(struct html_writer *w, const struct element *e, enum html_id id);

/* A page of type quiz: one section a question. */
void html_quiz(struct html_writer *w, const cmark_node *root);

#endif
