#include "base/file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/auxv.h>
#endif

char *file_real_path(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	char *copy = real ? arena_string(a, real) : NULL;
	free(real);
	return copy;
}

char *file_program(struct arena *a)
{
	char *path = file_real_path(a, "/proc/self/exe");
#ifdef __linux__
	/* Where /proc is not mounted, the name that the system was given to run. */
	const char *name = path ? NULL : (const char *)(uintptr_t)getauxval(AT_EXECFN);
	if (name && strchr(name, '/'))
		path = file_real_path(a, name);
#endif
	return path;
}
