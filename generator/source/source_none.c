#include <errno.h>

#include "source/source_internal.h"

/* A program without git finds no repository anywhere. */

bool source_open_tree(struct source *s, struct arena *a, const char *root,
                      const struct source_git *git, struct diag *d)
{
	(void)git;
	source_begin(s, a, root);
	diag_report(d, MSG_NO_REPOSITORY, (struct place){0}, *root ? root : ".", NULL);
	return false;
}

bool source_read_blob(struct git_tree_source *t, struct arena *a,
                      const struct source_file *f, struct bytes *out, enum reader reader)
{
	(void)t;
	(void)a;
	(void)f;
	(void)out;
	(void)reader;
	errno = EIO;
	return false;
}

void source_close(struct source *s)
{
	(void)s;
}
