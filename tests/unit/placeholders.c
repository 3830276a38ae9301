/*
 * The words that models leave to editors are those that `check` looks for:
 * all of the frames in CONTRIBUTING.md, but for those that are no words.
 */

#include "../tap.h"

#include "base/file.h"
#include "model/placeholders.h"

/* Numbers, and words that stand on a line with others that are known. */
static const char *const too_common[] = {"2", "60", "la page", "pluriel", "féminin"};

static bool is_too_common(const char *text)
{
	for (size_t i = 0; i < COUNT(too_common); i++)
		if (strcmp(too_common[i], text) == 0)
			return true;
	return false;
}

/* Each « … » of a frame, which writes an ordinary space inside them. */
static int check_frame(struct arena *a, const char *at, const char *end)
{
	int n = 0;
	while (at < end && (at = memmem(at, (size_t)(end - at), "« ", 3))) {
		const char *close = memmem(at, (size_t)(end - at), " »", 3);
		if (!close)
			break;
		const char *text = arena_copy(a, at + 3, (size_t)(close - at - 3));
		ok(is_too_common(text) || placeholder_is_known(text, strlen(text)),
		   "« %s » is known", text);
		at = close;
		n++;
	}
	return n;
}

static int check_frames(struct arena *a, const char *manual)
{
	const char *at = strstr(manual, "\n## Les modèles de page\n");
	const char *stop = at ? strstr(at, "\n## L’en-tête de la page\n") : NULL;
	int n = 0;
	while (stop && (at = strstr(at, "```markdown\n")) && at < stop) {
		const char *end = strstr(at + 3, "\n```\n");
		if (!end)
			break;
		n += check_frame(a, at, end);
		at = end + 4;
	}
	return n;
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	struct bytes manual = {"", 0};
	ok(file_read(&a, "CONTRIBUTING.md", 1 << 20, &manual),
	   "CONTRIBUTING.md can be read");
	ok(check_frames(&a, manual.data) > 60, "its frames are found");
	ok(!placeholder_is_known("à noter", strlen("à noter")), "a quotation is not");
	arena_release(&a);
	return finish();
}
