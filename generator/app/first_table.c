#include "app/first_table.h"

#include <stdio.h>

#include "base/buf.h"
#include "course/summary_write.h"
#include "report/report.h"
#include "site/load.h"
#include "theme/theme.h"
#include "words/diag.h"
#include "words/message_names.h"

/* Why there is no table of today, or one without pages that are there and were not seen.
 */
static const struct finding *find_reason(const struct diag *d)
{
	static const enum message reasons[] = {MSG_FOLDER_UNREADABLE, MSG_NO_COURSE,
	                                       MSG_SEVERAL_SPACES};
	for (size_t i = 0; i < d->n; i++)
		for (size_t k = 0; k < COUNT(reasons); k++)
			if (d->findings[i].message == reasons[k])
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
	const struct finding *reason = find_reason(&diag);
	if (reason)
		report_alone(lang, reason, stderr);
	ok = ok && !reason;
	if (ok)
		summary_add_table(&b, &site);
	load_close(&site);
	mapping_close(mapping);
	return ok ? buf_text(&b) : NULL;
}
