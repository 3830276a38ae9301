#include "app/first_table.h"

#include <stdio.h>

#include "base/buf.h"
#include "course/summary_write.h"
#include "report/report.h"
#include "site/load.h"
#include "theme/theme.h"
#include "words/diag.h"
#include "words/message_names.h"

/* What would make the table of today incomplete: pages that are there and were not seen.
 */
static const struct finding *find_unseen(const struct diag *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->findings[i].message == MSG_FOLDER_UNREADABLE ||
		    d->findings[i].message == MSG_NO_COURSE)
			return &d->findings[i];
	return NULL;
}

const char *first_table_make(struct arena *a, const struct options *o, enum language lang)
{
	struct mapping *mapping = mapping_open();
	struct arena own = mapping_arena(mapping);
	struct diag diag = {.arena = &own};
	struct site site = {
		.mapping = mapping, .arena = &own, .diag = &diag, .options = o};
	struct theme theme;
	struct buf b = buf_new(a);
	bool ok = load_site(&site, &theme);
	const struct finding *unseen = find_unseen(&diag);
	if (unseen)
		report_alone(lang, unseen, stderr);
	ok = ok && !unseen;
	if (ok)
		summary_add_table(&b, &site);
	load_close(&site);
	mapping_close(mapping);
	return ok ? buf_text(&b) : NULL;
}
