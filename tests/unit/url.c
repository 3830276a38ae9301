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
	{"Chapitre 1 : a.md", true},
	{"Chapitre%201%20:%20a.md", true},
	{"fiches/10:30.md", true},
	{"news:fr.comp", true},
	{"note: a.md", false}, /* unless it is a file: see sites */
	{"java script:alert(1)", false},
	{"vbscript :a", false},
	{" d ata :text/html,a", false},
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

/* As whom each of url_is_… takes an address. */
enum { NONE = 0, WEB = 1, SITE = 2, FOLDER = 4, MAILBOX = 8, LOOKS_WEB = 16 };
static const struct { const char *url; int is; } kinds[] = {
	{"https://a.fr", WEB | SITE | LOOKS_WEB},
	{"http://a.fr:8080/b/%C3%A9/", WEB | SITE | LOOKS_WEB},
	{"http://[::1]/", WEB | SITE | LOOKS_WEB},
	{"https://\xc3\xa9t\xc3\xa9.fr/", WEB | SITE | LOOKS_WEB},
	{"https://a.fr//b", WEB | SITE | LOOKS_WEB},
	{"https://a.fr/b?c=d", WEB | LOOKS_WEB},
	{"https://a.fr/b#c", WEB | LOOKS_WEB},
	{"https://a.fr/@b", WEB | SITE | LOOKS_WEB},
	{"https://a,b/", WEB | LOOKS_WEB},
	{"https://", LOOKS_WEB},
	{"https:///a.fr", LOOKS_WEB},
	{"https://?a", LOOKS_WEB},
	{"https://:80", LOOKS_WEB},
	{"https://.", LOOKS_WEB},
	{"https:a.fr", LOOKS_WEB},
	{"https:/a.fr", LOOKS_WEB},
	{"https:\\\\a.fr", LOOKS_WEB},
	{"https://h\\@a.fr/", LOOKS_WEB},
	{"https://nom:secret@a.fr/", LOOKS_WEB},
	{"HTTPS://a.fr/", LOOKS_WEB},
	{"httpx://a.fr/", LOOKS_WEB},
	{"https://a.fr/\nX: y", NONE}, /* a sentence */
	{"https://a.fr/\nX", LOOKS_WEB},
	{"https://a.fr/\t", LOOKS_WEB},
	{"https://a.fr/\x7f", LOOKS_WEB},
	{"https://a.fr/\xc2\x85", LOOKS_WEB},
	{"https://a.fr/" NBSP "b", LOOKS_WEB},
	{"https://a.fr/\xe2\x80\xae" "b", LOOKS_WEB},
	{"https://a\xe2\x80\x8b.fr/", LOOKS_WEB},
	{"https://a.fr/\xff", LOOKS_WEB},
	{"https://a.fr/\"b", LOOKS_WEB},
	{"https://a.fr/<b>", LOOKS_WEB},
	{"https://a.fr/ b", NONE},
	{" https://a.fr/", NONE},
	{"http est un protocole", NONE},
	{"http", FOLDER},
	{"", NONE},
	{".", FOLDER},
	{"../guide/", FOLDER},
	{"guide", FOLDER},
	{"/guide", NONE},
	{"//a.fr", NONE},
	{"\\\\a.fr", NONE},
	{"javascript:alert(1)", NONE},
	{"javascript:alert(1)//https://", NONE},
	{"data:text/html,a", NONE},
	{"#a", NONE},
	{"a?b", NONE},
	{"a b", NONE},
	{"equipe@exemple.fr", FOLDER | MAILBOX},
	{"a+b@c.fr", FOLDER | MAILBOX},
	{"@b", FOLDER},
	{"a@", FOLDER},
	{"a@b@c", FOLDER},
	{"a@b?bcc=c@d", NONE},
	{"a@b,c", FOLDER},
	{"mailto:a@b.fr", NONE},
	{"javascript:a@b", NONE},
	{"a @b.fr", NONE},
	{"<a@b.fr>", NONE},
};

static const struct { const char *url, *collapsed; } slashes[] = {
	{"https://a.fr", "https://a.fr"},
	{"https://a.fr/b/c/", "https://a.fr/b/c/"},
	{"https://a.fr//", "https://a.fr/"},
	{"https://a.fr//evil.test/", "https://a.fr/evil.test/"},
	{"https://a.fr/b////c//d", "https://a.fr/b/c/d"},
};
/* clang-format on */

static int kind_of(const char *url)
{
	return (url_is_web(url) ? WEB : 0) | (url_is_site(url) ? SITE : 0) |
	       (url_is_folder(url) ? FOLDER : 0) | (url_is_mailbox(url) ? MAILBOX : 0) |
	       (url_looks_web(url) ? LOOKS_WEB : 0);
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	for (size_t i = 0; i < COUNT(kinds); i++)
		ok(kind_of(kinds[i].url) == kinds[i].is, "row %zu: %d", i,
		   kind_of(kinds[i].url));
	for (size_t i = 0; i < COUNT(slashes); i++)
		is(url_collapse(&a, slashes[i].url), slashes[i].collapsed, "%s",
		   slashes[i].url);
	arena_release(&a);
	for (size_t i = 0; i < COUNT(urls); i++)
		ok(url_is_safe(urls[i].url) == urls[i].is_safe, "%s is %s", urls[i].url,
		   urls[i].is_safe ? "safe" : "not safe");
	return finish();
}
