#include "words/sentence.h"

#include <stdarg.h>

#define SENTENCE(name, fr, en) [SAY_##name] = {fr, en},
static const char *const rows[N_SENTENCES][N_LANGUAGES] = {
	[SAY_NOTHING] = {"", ""},
#include "words/messages.h"
};

/* Fails when message-names.awk does not see all of them. */
#define SENTENCE(...) +1
enum {
	N_ROWS = 1 /* SAY_NOTHING */
#include "words/messages.h"
};
_Static_assert((int)N_ROWS == (int)N_SENTENCES,
               "a row whose name does not stand behind its bracket");

const char *sentence_text(enum sentence s, enum language lang)
{
	return rows[s][lang];
}

char *sentence_fill(struct arena *a, enum sentence s, enum language lang, ...)
{
	const char *args[5] = {NULL};
	size_t n = 0;
	va_list list;
	va_start(list, lang);
	for (const char *arg; n < COUNT(args) && (arg = va_arg(list, const char *)); n++)
		args[n] = arg;
	va_end(list);
	return message_fill(a, rows[s][lang], &(struct filling){args, n, lang});
}
