#include "source/history.h"

/* A program without git finds no repository anywhere, and no page has a history. */

bool history_read(struct history_file *files, size_t n,
                  const struct history_options *options, struct arena *a, struct diag *d)
{
	(void)a;
	for (size_t i = 0; i < n; i++)
		files[i] = (struct history_file){.path = files[i].path};
	diag_report(d, MSG_NO_HISTORY, (struct place){0},
	            *options->root ? options->root : ".", NULL);
	return false;
}
