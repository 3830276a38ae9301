#ifndef CHECK_PLACEHOLDERS_H
#define CHECK_PLACEHOLDERS_H

/*
 * Words that the models of pages put where an editor should write, between « and ».
 *
 * They are read from the models (page_models.h), those of the course and those of the
 * themes. French quotations stand between these signs, too: only words of two or
 * more, or a sentence, that a model has are looked for; long ones anywhere, shorter ones
 * where they fill a line or a cell, or end it as a sentence.
 */

#include "course/site.h"
#include "data/yaml.h"
#include "markup/tree.h"
#include "words/diag.h"

/* Reads the models, once, into site->placeholders. After config_read. */
void placeholders_read(struct site *site);
/* Whether these words, without « and », are a model's. */
bool placeholder_is_known(const struct site *site, const char *text, size_t len);
/* Whether a text is nothing but such words, between « and ». */
bool placeholder_is_whole(const struct site *site, const char *text);
/* Reports those of a page, in its front matter and outside code: each of a few, or the
 * first of many with their number. */
void placeholders_report(const struct site *site, struct document *doc,
                         const struct front_matter *f, struct diag *d);

#endif
