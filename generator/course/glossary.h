#ifndef COURSE_GLOSSARY_H
#define COURSE_GLOSSARY_H

/*
 * The glossary: pages of type `glossaire`, where each `##` is a term, the text
 * below it its definition, and "Autres formes : …" what else it is called.
 *
 * Regular plurals and feminine forms need not be listed: french/phrases.h
 * finds them. Terms are read when the course is loaded, because every other
 * page is composed with them, also where site.yml wants no mentions shown.
 */

#include "course/site.h"

/* Fills site->terms and site->phrases; reports terms without a definition and forms that
 * two terms share, and pages that a worker was lost with, whose terms are missing. False,
 * with a report, when none could be forked. */
bool glossary_read(struct site *site);

#endif
