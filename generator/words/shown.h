#ifndef WORDS_SHOWN_H
#define WORDS_SHOWN_H

/*
 * Text of files and command lines as it may be printed: one line of UTF-8 that neither a
 * terminal nor the log of a forge obeys, and that looks like nothing else.
 *
 * Control characters are blanks. What is unseen, or turns the order of letters round, is
 * named: "<U+202E>". In "##[" and its like, which forges obey wherever they stand, there
 * is a backslash. What is shown already stays the same.
 */

#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

/* Whether a character is unseen, or changes how others look. */
bool shown_is_unseen(uint32_t c);
/* Whether "[" behind these bytes would be a command of a forge. */
bool shown_opens_command(const struct buf *b);

/* What was added before counts: a sentence may end in "#", and its argument begin so. */
void shown_add(struct buf *b, const char *text, size_t len);
char *shown_text(struct arena *a, const char *text);
/* The same for the start of a line, where GitHub obeys "::" behind blanks, too: then it
 * starts with "| ". */
void shown_add_line(struct buf *b, const char *text, size_t len);

#endif
