#include "app/columns.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum { WIDEST = 80 };

void columns_print(FILE *out, const char *name, int indent, const char *text)
{
	int at = text_width(name, strlen(name));
	bool starts = true; /* this line has none of the text yet */
	fputs(name, out);
	if (at > 0 && at + 2 > indent) {
		fputc('\n', out);
		at = 0;
	}
	while (*text) {
		size_t len = strcspn(text, " ");
		int width = text_width(text, len);
		if (!starts && at + 1 + width > WIDEST) {
			fputc('\n', out);
			at = 0;
			starts = true;
		}
		int blanks = starts ? indent - at : 1;
		fprintf(out, "%*s%.*s", blanks, "", (int)len, text);
		at += blanks + width;
		starts = false;
		text += len + strspn(text + len, " ");
	}
	fputc('\n', out);
}
