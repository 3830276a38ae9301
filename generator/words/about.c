#include "words/about.h"

#include <string.h>

#include "base/mem.h"

#define ABOUT(of, name, fr, en) {of, name, {fr, en}},
static const struct {
	const char *of, *name, *text[N_LANGUAGES];
} rows[] = {
#include "words/messages.h"
};

const char *about(const char *of, const char *name, enum language lang)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (strcmp(rows[i].of, of) == 0 && strcmp(rows[i].name, name) == 0)
			return rows[i].text[lang];
	return NULL;
}
