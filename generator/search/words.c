#include "search/words.h"

#include <string.h>

#include "base/text.h"

struct words words_of(const char *folded)
{
	return (struct words){.at = folded, .end = folded + strlen(folded)};
}

bool words_next(struct words *w)
{
	w->word = NULL;
	while (w->at < w->end) {
		const char *start = w->at;
		uint32_t c = text_next(&w->at, w->end);
		bool is_part = text_is_letter(c) || text_is_digit(c);
		if (!is_part && w->word)
			return true;
		if (!is_part)
			continue;
		if (!w->word) {
			w->word = start;
			w->len = 0;
		}
		if ((size_t)(w->at - w->word) <= LONGEST_SEARCHED)
			w->len = (size_t)(w->at - w->word);
	}
	return w->word != NULL;
}
