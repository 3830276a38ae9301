#include "data/url.h"

#include "../tap.h"
#include "base/mem.h"
#include "base/text.h"

/* clang-format off */
static const struct { const char *url; bool is_safe; } urls[] = {
	{"", true},
	{"page.md", true},
	{"../a/b.md#c", true},
	{"/a", true},
	{"#a", true},
	{"?a=b:c", true},
	{"//a.fr/b", true},
	{"a/b:c", true},
	{"a?b:c", true},
	{"a#b:c", true},
	{":a", true},
	{"image (13).png", true},
	{"un-très-long-nom-de-fichier-sans-deux-points.md", true},
	{"exactly15chars.", true},
	{"exactly16chars..", true},
	{"page.md ", true},
	{"page.md\n", true},
	{" page.md", true},
	{" ", true},
	{"http://a.fr", true},
	{"https://a.fr:8080/b", true},
	{"HTTPS://A.FR", true},
	{"mailto:a@b.fr", true},
	{"tel:+33123456789", true},
	{"sms:3117", true},
	{"ftp://a.fr", true},
	{"javascript%3Aalert(1)", true},      /* a file of that name */
	{"javascript\xef\xbc\x9a" "alert(1)", true}, /* a wide colon is none */
	{"./javascript:alert(1)", true},
	{"&#106;avascript:alert(1)", true},   /* not decoded: an anchor */

	{"javascript:alert(1)", false},
	{"JavaScript:alert(1)", false},
	{"JAVASCRIPT:alert(1)", false},
	{" javascript:alert(1)", false},
	{"\tjavascript:alert(1)", false},
	{"\x01\x1fjavascript:alert(1)", false},
	{"java\nscript:alert(1)", false},
	{"java\tscript:alert(1)", false},
	{"java\rscript\n:alert(1)", false},
	{"j a v a s c r i p t:a", false},
	{"j\na\nv\na\ns\nc\nr\ni\np\nt\n:\na", false},
	{"javascript :a", false},
	{"javascript\x7f:a", false},
	{"javascript://a.fr/%0aalert(1)", false},
	{"javascript:/a", false},
	{"javascript:", false},
	{"data:text/html,<script>", false},
	{"DATA:image/svg+xml;base64,AA", false},
	{"d\na\nta:x", false},
	{"vbscript:a", false},
	{"livescript:a", false},
	{"blob:https://a.fr/b", false},
	{"file:///etc/passwd", false},
	{"view-source:a", false},
	{"feed:javascript:a", false},
	{"jar:a", false},
	{"about:blank", false},
	{"C:\\a.png", false},
	{"unknown:a", false},
	{"averylongschemename:a", false},
	{"averylongschemename\n:a/b", false},
	{NBSP "javascript:a", false},
	{"\xef\xbb\xbfjavascript:a", false},
	{"http\xc3\xa9:a", false},
};
/* clang-format on */

int main(void)
{
	for (size_t i = 0; i < COUNT(urls); i++)
		ok(url_is_safe(urls[i].url) == urls[i].is_safe, "%s is %s", urls[i].url,
		   urls[i].is_safe ? "safe" : "not safe");
	return finish();
}
