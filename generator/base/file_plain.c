#include "base/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* There are no links: "." and ".." are worked out in the text. */
char *file_real_path(struct arena *a, const char *path)
{
	struct stat st;
	if (stat(path, &st) < 0)
		return NULL;
	char *inside = path_resolve(a, "", path);
	errno = ENOENT;
	if (!inside)
		return NULL;
	size_t len = strlen(inside);
	if (len > 0 && inside[len - 1] == '/')
		inside[len - 1] = '\0';
	return path_join(a, "/", inside);
}

char *file_program(struct arena *a)
{
	(void)a;
	return NULL;
}
