#include "base/file.h"

#include <stdlib.h>

char *file_real_path(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	char *copy = real ? arena_string(a, real) : NULL;
	free(real);
	return copy;
}
