#ifndef REPORT_REPORT_INTERNAL_H
#define REPORT_REPORT_INTERNAL_H

/* What the formats of a report share; report/report.c calls them. */

#include "base/buf.h"
#include "base/mem.h"
#include "report/excerpt.h"
#include "report/report.h"
#include "words/diag.h"

/* What a finding says, or that there are more like it; its help, or NULL. */
const char *report_sentence(struct arena *a, const struct finding *f, enum language lang);
const char *report_help(struct arena *a, const struct finding *f, enum language lang);
/* Where its code is explained, by `aide` of site.yml; NULL: nobody said. */
const char *report_link(struct arena *a, const struct report *r, const struct finding *f);
/* A finding as people read it, with its line and a caret. */
void report_text(struct report *r, struct excerpt *x, const struct finding *f,
                 enum severity s, FILE *out);
/* Its place as it may be opened, "a.md:3:1"; "" when no file is meant. */
const char *report_place(struct arena *a, const struct report *r, const struct place *at);
/* Its cure on lines of their own, so many cells from the left; nothing without one. */
void report_text_help(struct buf *b, struct report *r, const struct finding *f,
                      int indent);
/* For a terminal: the worst, then each kind with its number, an example and its cure. The
 * findings are sorted and counted. */
void report_terminal(struct report *r, const struct diag *d, FILE *out);
/* One object of a list; `is_first` writes no comma before it. */
void report_json(struct report *r, const struct finding *f, enum severity s,
                 bool is_first, FILE *out);
/* What SARIF calls rules, before its results: the codes that are found, each with the
 * address that explains it; nothing where nobody said one. */
void report_sarif_rules(const struct report *r, const struct diag *d, FILE *out);
void report_sarif(struct report *r, const struct finding *f, enum severity s,
                  bool is_first, FILE *out);
/* A workflow command: what a forge shows beside the lines of a change. */
void report_github(struct report *r, const struct finding *f, enum severity s, FILE *out);
/* The whole report, to be read at leisure: findings by kind, known ones too, addresses,
 * and what differs from GitBook. `n` findings in the order of the sorted diag. */
void report_markdown(struct report *r, const struct diag *d, FILE *out);

#endif
