#ifndef MODEL_PLACEHOLDERS_H
#define MODEL_PLACEHOLDERS_H

/*
 * Words that the models of pages put where an editor should write: those of
 * `sommaire new` (app/new.c) and of the frames in CONTRIBUTING.md, between
 * « and ». French quotations stand between these, too: only the models' own
 * words count.
 */

#include "format/markdown.h"
#include "format/yaml.h"

/* Whether these words, without « and », are a model's. */
bool placeholder_is_known(const char *text, size_t len);
/* Reports those of a page, in its front matter and outside code. */
void placeholders_report(struct document *doc, const struct front_matter *f,
                         struct diag *d);

#endif
