#ifndef CHECK_PAGE_FILE_H
#define CHECK_PAGE_FILE_H

/*
 * What is wrong with a page's file before it is read as Markdown: front
 * matter that its first line does not open, values that are cut off, accents
 * and ends of lines that another program spoilt.
 */

#include "base/file.h"
#include "course/site.h"
#include "data/yaml.h"

/* Says what is wrong with the bytes of a page's file. True when its front matter is text
 * now, so that what it says is not known. */
bool page_file_check(struct site *site, const struct page *page, struct bytes bytes,
                     const struct front_matter *f);

#endif
