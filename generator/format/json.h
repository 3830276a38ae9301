#ifndef FORMAT_JSON_H
#define FORMAT_JSON_H

/*
 * JSON (RFC 8259), read strictly: one document, no comment, no key twice in
 * a map, 64 levels at most. Values and keys know their line and column.
 */

#include "base/diag.h"
#include "format/value.h"

/* Reads a document into `out`, allocated in `a`. The first fault is reported: false. */
bool json_parse(struct arena *a, const char *path, const char *src, size_t len,
                struct value *out, struct diag *d);

#endif
