#include "format/emoji.h"

#include "../tap.h"

#include "base/mem.h"

/* clang-format off */
static const struct { const char *text, *shown; } cases[] = {
	{"", ""},
	{"Partir :rocket:", "Partir 🚀"},
	{":+1::-1:", "👍👎"},
	{":100: et :1st_place_medal:", "💯 et 🥇"},
	{"a:warning:b", "a⚠️b"},
	/* what is none stays */
	{":rougir:", ":rougir:"},
	{":rouge :rocket:", ":rouge 🚀"},
	{"12:30:45 ratio 3:4", "12:30:45 ratio 3:4"},
	{"::", "::"},
	{":", ":"},
	{"fin :rocket", "fin :rocket"},
	{":Rocket:", ":Rocket:"},
	{":roc:", ":roc:"},
	{":rocketship:", ":rocketship:"},
	{"http://a.fr:80:", "http://a.fr:80:"},
	{":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:", ":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:"},
};

/* Names at both ends of the table and around: that it is in order. */
static const char *const names[] = {"+1", "-1", "100", "adhesive_bandage", "zzz", "zipper_mouth_face", "zero",
	"heart", "hearts", "heartpulse", "heart_eyes", "white_check_mark", "x", "tada", "a", "wave", "warning"};
/* clang-format on */

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	plan(COUNT(cases) + COUNT(names));
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t len;
		const char *shown =
			emoji_replace(&a, cases[i].text, strlen(cases[i].text), &len);
		is(arena_copy(&a, shown, len), cases[i].shown, "%s", cases[i].text);
	}
	for (size_t i = 0; i < COUNT(names); i++) {
		bool is_none =
			strcmp(names[i], "hearts") == 0 || strcmp(names[i], "a") == 0;
		ok((emoji_find(names[i], strlen(names[i])) == NULL) == is_none, "name %s",
		   names[i]);
	}
	arena_release(&a);
	return finish();
}
