#ifndef COURSE_PAGE_MODELS_H
#define COURSE_PAGE_MODELS_H

/*
 * Models of pages: files named after a type, "fiche.md", that `new` copies and whose
 * « … » editors replace.
 *
 * The content's own stand in its folder ".modeles", which is no part of the site; those
 * of a theme in its folder "modeles", in English in the folder "en" of that one.
 */

#include "base/file.h"
#include "course/page_kinds.h"
#include "course/site.h"
#include "words/language.h"

/* Where a model may come from, the first that has one first. */
enum model_origin {
	MODEL_OF_COURSE,
	MODEL_OF_THEME,     /* in the course's folder */
	MODEL_OF_INSTALLED, /* the site's theme, as the program came with it */
	MODEL_OF_PROGRAM,   /* the theme that the program came with */
	N_MODEL_ORIGINS,
};

/* One model of each type at most: a theme has them in each language of messages. */
struct model_place {
	enum model_origin origin;
	enum language lang;
};

/* Reads the model of a type from one place. False: it has none, or one that is a link,
 * large or not UTF-8; or the machine failed, which is reported. After config_read. */
bool page_model_read(const struct site *site, struct model_place place,
                     enum page_type type, struct bytes *out);
/* Reads the model that counts, in the site's language before French; false: there is none
 * anywhere, or the machine failed, which is reported. */
bool page_model_find(const struct site *site, enum page_type type, struct bytes *out);
/* Where the course's own would be, from its folder. */
const char *page_model_own_path(const struct site *site, enum page_type type);

#endif
