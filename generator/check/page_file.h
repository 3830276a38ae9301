#ifndef CHECK_PAGE_FILE_H
#define CHECK_PAGE_FILE_H

/*
 * What is wrong with a page's file before it is read as Markdown: front
 * matter that its first line does not open, values that are cut off, accents
 * and ends of lines that another program spoilt.
 */

#include "base/file.h"
#include "base/mem.h"
#include "course/site.h"
#include "data/yaml.h"
#include "words/diag.h"

/* Says what is wrong with the bytes of a page's file. True when its front matter is text
 * now, so that what it says is not known. */
bool page_file_check(struct site *site, const struct page *page, struct bytes bytes,
                     const struct front_matter *f);

/* The same text, of which nobody sees some signs: each kind of them is reported once,
 * with the changes that take all of them out. Control bytes, which HTML does not allow,
 * are blanks then, and the text is in `a`. `start` is where it starts in its file. */
struct bytes page_file_clean(struct bytes text, struct place start, struct arena *a,
                             struct diag *d);

#endif
