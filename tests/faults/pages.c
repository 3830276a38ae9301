/*
 * Preloaded: a page that says @abandon@ aborts whoever parses it, one that
 * says @boucle@ never ends, one that says @faute@ ends as a wild pointer does.
 */

#include <cmark-gfm.h>
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static int says(const char *text, size_t len, const char *word)
{
	return memmem(text, len, word, strlen(word)) != NULL;
}

void cmark_parser_feed(cmark_parser *parser, const char *text, size_t len)
{
	void (*real)(cmark_parser *, const char *, size_t) =
		dlsym(RTLD_NEXT, "cmark_parser_feed");
	if (says(text, len, "@abandon@"))
		abort();
	while (says(text, len, "@boucle@"))
		;
	if (says(text, len, "@faute@"))
		raise(SIGSEGV);
	real(parser, text, len);
}
