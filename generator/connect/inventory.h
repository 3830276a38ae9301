#ifndef CONNECT_INVENTORY_H
#define CONNECT_INVENTORY_H

/*
 * What is no fault, and worth a look when a course moves in: titles that differ from the
 * table of contents, files that no page uses. After connect.
 */

#include "connect/book.h"
#include "words/diag.h"

void inventory_report(const struct book *book, struct diag *d);

#endif
