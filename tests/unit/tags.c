#include "markup/tags.h"

#include "../tap.h"
#include "said.h"

/* clang-format off */

/*
 * A tag is told as its kind, its name if the kind is unknown, its attributes
 * in brackets, and what follows it. It stands at column 5 of line 3.
 */
static const struct { const char *src, *told, *said; } cases[] = {
	{"{% hint %}", "hint", ""},
	{"{%hint%}", "hint", ""},
	{"{%  hint\t %}", "hint", ""},
	{"{% hint %} suite", "hint| suite", ""},
	{"{% hint %}{% endhint %}", "hint|{% endhint %}", ""},
	{"{% endhint %}", "/hint", ""},
	{"{% endcontent-ref %}", "/content-ref", ""},
	{"{% Hint %}", "?Hint", ""},
	{"{% end %}", "?end", ""},
	{"{% endrien %}", "/?rien", ""},
	{"{% rien %}", "?rien", ""},
	{"{% été a=\"b\" %}", "?été[a=b]", ""},
	{"{% @mermaid/diagram content=\"a\" %}", "@mermaid/diagram[content=a]", ""},
	{"{% @mermaid/diagram content=\"A[\"b\"]\n--> C\" fullWidth=\"true\" %}", "@mermaid/diagram[content=A[\"b\"]\n--> C][fullWidth=true]", ""},
	{"{% include \"a.md\" %}", "include[=a.md]", ""},
	{"{% if \"a\" in visitor.claims.b %}", "if[=a][in][visitor.claims.b]", ""},
	{"{% tab title=\"a\"\n\ticon=\"b\"\n%}", "tab[title=a][icon=b]", ""},

	/* quotes and escapes */
	{"{% hint style=\"info\" %}", "hint[style=info]", ""},
	{"{% hint style='info' %}", "hint[style=info]", ""},
	{"{% hint style=\"info\"%}", "hint[style=info]", ""},
	{"{% hint style = \"info\" %}", "hint[style=info]", ""},
	{"{% tab title=\"\" %}", "tab[title=]", ""},
	{"{% tab title=\"L'été\" icon='a \"b\"' %}", "tab[title=L'été][icon=a \"b\"]", ""},
	{"{% tab title=\"a \\\"b\\\" c\" %}", "tab[title=a \"b\" c]", ""},
	{"{% tab title='l\\'eau' %}", "tab[title=l'eau]", ""},
	{"{% tab title=\"l\\'eau\" %}", "tab[title=l'eau]", ""},
	{"{% file src=\"cafe\\_dinum.pdf\" %}", "file[src=cafe_dinum.pdf]", ""},
	{"{% tab title=\"a\\\\\" %}", "tab[title=a\\]", ""},
	{"{% tab title=\"C:\\temp\" %}", "tab[title=C:\\temp]", ""},
	{"{% tab title=\"a %} b\" %}c", "tab[title=a %} b]|c", ""},
	{"{% tab title=\"&& &amp; <b>\" %}", "tab[title=&& &amp; <b>]", ""},
	{"{% tab title=\"🎉 « été »\" %}", "tab[title=🎉 « été »]", ""},
	{"{% embed url=\"https://a.fr/?b=c&d=%20#e\" %}", "embed[url=https://a.fr/?b=c&d=%20#e]", ""},
	{"{% tab title=\"un \"mot\" dit\" icon=\"b\" %}", "tab[title=un \"mot\" dit][icon=b]", ""},
	{"{% tab title=\"un \"mot\"\" icon %}", "tab[title=un \"mot\"][icon]", ""},
	{"{% tab title='un 'mot' dit' %}", "tab[title=un 'mot' dit]", ""},
	{"{% tab title=\"a\"icon=\"b\" %}", "tab[title=a][icon=b]", ""},
	{"{% tab title=\"a\" title=\"b\" %}", "tab[title=a][title=b]", ""},

	{"{% tab title=\"Dis \"oui\" à tous\" %}", "tab[title=Dis \"oui\" à tous]", ""},
	{"{% tab title=\"a\", icon=\"b\" %}", "tab[title=a][icon=b]", ""},
	{"{% tab title=\"a \"b=c\" d\" icon=\"e\" %}", "tab[title=a \"b=c\" d][icon=e]", ""},
	{"{% tab title=\"\" icon=\"\"%}", "tab[title=][icon=]", ""},
	{"{% swagger-response status=\"401\" description=\"{ \"status\" : 401, \"error\" : \"non\" }\" %}",
		"swagger-response[status=401][description={ \"status\" : 401, \"error\" : \"non\" }]", ""},
	{"{% swagger-response description=\"{\n \"a\" : [1]\n}\" status=401 %}",
		"swagger-response[description={\n \"a\" : [1]\n}][status=401]", ""},
	{"{% tab title=\"<a href=\"b\">c</a>\" icon=\"d\" %}", "tab[title=<a href=\"b\">c</a>][icon=d]", ""},
	{"{% if visitor.a == \"b\" && c == \"d\" %}e", "if[visitor.a==][=b][c==][=d]|e", ""},

	/* embeds of before 2020: all in one value */
	{"{% embed data=\"{\\\"url\\\":\\\"https://a.fr/b\\\",\\\"type\\\":\\\"video\\\",\\\"title\\\":\\\"Un titre\\\"}\" %}c",
		"embed[url=https://a.fr/b][caption=Un titre][data={\"url\":\"https://a.fr/b\",\"type\":\"video\",\"title\":\"Un titre\"}]|c", ""},
	{"{% embed data=\"{\\\"icon\\\":{\\\"url\\\":\\\"x\\\"},\\\"url\\\":\\\"https:\\\\/\\\\/a.fr\\\"}\" %}",
		"embed[url=https://a.fr][data={\"icon\":{\"url\":\"x\"},\"url\":\"https:\\/\\/a.fr\"}]", ""},
	{"{% embed data='{\"url\":\"https:\\/\\/a.fr\",\"title\":\"Caf\\u00e9 \\\\\"noir\\\\\"\"}' %}",
		"embed[url=https://a.fr][caption=Café \"noir\"][data={\"url\":\"https:\\/\\/a.fr\",\"title\":\"Caf\\u00e9 \\\"noir\\\"\"}]", ""},
	{"{% embed data='{\"url\":\"u\",\"title\":\"\\ud83d\\ude00 \\ud83d x\"}' %}", "embed[data={\"url\":\"u\",\"title\":\"\\ud83d\\ude00 \\ud83d x\"}]", ""},
	{"{% embed data='{\"title\":\"\\ud83d\\ude00 \\u00e9\",\"url\":\"u\"}' %}", "embed[url=u][caption=😀 é][data={\"title\":\"\\ud83d\\ude00 \\u00e9\",\"url\":\"u\"}]", ""},
	{"{% embed data='{\"title\":\"C:\\\\\\\\ud83d\\\\\\\\ude00\",\"url\":\"u\",\"n\":[1.5,null,{}],}' %}", "embed[url=u][caption=C:\\ud83d\\ude00][data={\"title\":\"C:\\\\ud83d\\\\ude00\",\"url\":\"u\",\"n\":[1.5,null,{}],}]", ""},
	{"{% embed data='{\"url\":\"u\",\"title\":\"' %}", "embed[data={\"url\":\"u\",\"title\":\"]", ""},
	{"{% embed data='{\"url\":\"\\ud83d\\u' %}", "embed[data={\"url\":\"\\ud83d\\u]", ""},
	{"{% embed data=\"{\\\"title\\\":\\\"sans adresse\\\"}\" %}", "embed[data={\"title\":\"sans adresse\"}]", ""},
	{"{% embed data=\"rien\" %}", "embed[data=rien]", ""},
	{"{% embed url=\"a\" data=\"{}\" %}", "embed[url=a][data={}]", ""},
	{"{% file data=\"{\\\"url\\\":\\\"a\\\"}\" %}", "file[data={\"url\":\"a\"}]", ""},

	/* values without quotes, names without value */
	{"{% hint style=info %}", "hint[style=info]", ""},
	{"{% hint style=info%}", "hint[style=info]", ""},
	{"{% hint style= %}", "hint[style=]", ""},
	{"{% embed url=https://a.fr/b?c=d %}", "embed[url=https://a.fr/b?c=d]", ""},
	{"{% code lineNumbers %}", "code[lineNumbers]", ""},
	{"{% code lineNumbers overflow=\"wrap\" fullWidth %}", "code[lineNumbers][overflow=wrap][fullWidth]", ""},
	{"{% columns , ; ! %}", "columns", ""},
	{"{% file src=\"a\" % caption=\"b\" %}", "file[src=a][caption=b]", ""},

	/* a quote that is never closed: the value ends before the tag does */
	{"{% embed url=\"https://a.fr/#/room/!x:y %}", "embed[url=https://a.fr/#/room/!x:y]",
		"3:18: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},
	{"{% embed url=\"https://a.fr%}", "embed[url=https://a.fr]",
		"3:18: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},
	{"{% embed url='https://a.fr %}{% endembed %}", "embed[url=https://a.fr]|{% endembed %}",
		"3:18: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},
	{"{% tab icon=\"é\" title=\"été %} suite", "tab[icon=é][title=été]| suite",
		"3:27: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},
	{"{% tab title=\" %}", "tab[title=]",
		"3:18: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},

	{"{% swagger method=\"get\" path=\"/f/{id} baseUrl=\"https://a.fr\" summary=\"Lire un\" %}",
		"swagger[method=get][path=/f/{id}][baseUrl=https://a.fr][summary=Lire un]",
		"3:34: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},
	{"{% swagger path=\"/f baseUrl=\"\" summary='Lire' %}", "swagger[path=/f][baseUrl=][summary=Lire]",
		"3:21: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},
	{"{% hint style=\"info %} un \"mot\" {% endhint %}", "hint[style=info]| un \"mot\" {% endhint %}",
		"3:19: il manque le guillemet qui ferme cette valeur [balise-ouverte]"},

	/* no tags: no name, no end */
	{"{% %}", NULL, ""},
	{"{%%}", NULL, ""},
	{"{%}", NULL, ""},
	{"{%", NULL, ""},
	{"{% \"hint\" %}", NULL, ""},
	{"{% % %}", NULL, ""},
	{"{% hint", NULL, ""},
	{"{% hint }", NULL, ""},
	{"{% hint %", NULL, ""},
	{"{% hint style=\"info\"", NULL, ""},
	{"{%s}/bar{%ip4}", NULL, ""},
	{"{% a b=\"c %}\"", NULL, ""},
};

static const struct { const char *name; enum tag_id id; enum tag_body body; enum tag_id parent; } kinds[] = {
	{"hint", TAG_HINT, TAG_HAS_BODY, TAG_UNKNOWN},
	{"tabs", TAG_TABS, TAG_HAS_BODY, TAG_UNKNOWN},
	{"tab", TAG_TAB, TAG_HAS_BODY, TAG_TABS},
	{"code-tabs", TAG_TABS, TAG_HAS_BODY, TAG_UNKNOWN},
	{"code-tabs-item", TAG_TAB, TAG_HAS_BODY, TAG_TABS},
	{"content-ref", TAG_CONTENT_REF, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"page-ref", TAG_PAGE_REF, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"embed", TAG_EMBED, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"file", TAG_FILE, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"step", TAG_STEP, TAG_HAS_BODY, TAG_STEPPER},
	{"column", TAG_COLUMN, TAG_HAS_BODY, TAG_COLUMNS},
	{"update", TAG_UPDATE, TAG_HAS_BODY, TAG_UPDATES},
	{"include", TAG_INCLUDE, TAG_IS_LEAF, TAG_UNKNOWN},
	{"swagger", TAG_API, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"api-method", TAG_API, TAG_HAS_BODY, TAG_UNKNOWN},
	{"@a/b", TAG_INTEGRATION, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"@", TAG_UNKNOWN, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"", TAG_UNKNOWN, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"ta", TAG_UNKNOWN, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"tabss", TAG_UNKNOWN, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
	{"HINT", TAG_UNKNOWN, TAG_MAY_HAVE_BODY, TAG_UNKNOWN},
};

static const struct { const char *name, *nearest; } nearest[] = {
	{"hnit", "hint"}, {"hints", "hint"}, {"content_ref", "content-ref"}, {"stepp", "step"}, {"mermaid", NULL}, {"", NULL},
};
/* clang-format on */

static const char *told(struct arena *a, const struct tag *t, const char *rest)
{
	struct buf b = buf_new(a);
	buf_add_format(&b, "%s%s%s", t->is_end ? "/" : "",
	               t->kind->id == TAG_UNKNOWN ? "?" : "", t->name);
	for (size_t i = 0; i < t->n_attributes; i++) {
		const struct attribute *at = &t->attributes[i];
		buf_add_format(&b, at->value ? "[%s=%s]" : "[%s]", at->name, at->value);
	}
	if (*rest)
		buf_add_format(&b, "|%s", rest);
	return buf_text(&b);
}

static void test_cases(struct arena *a)
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct diag d = {.arena = a};
		struct tag tag;
		const char *src = cases[i].src;
		size_t len = strlen(src);
		char *exact =
			arena_alloc_raw(a, len); /* sanitizers see what reads behind it */
		memcpy(exact, src, len);
		size_t n = tag_parse(a, exact, len, &tag, (struct place){NULL, 3, 5}, &d);
		is(n ? told(a, &tag, src + n) : NULL, cases[i].told, "%s", src);
		is(said(a, &d), cases[i].said, "said of %s", src);
	}
}

static void test_kinds(struct arena *a)
{
	(void)a;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		const struct tag_kind *k =
			tag_kind_find(kinds[i].name, strlen(kinds[i].name));
		ok(k && k->id == kinds[i].id && k->body == kinds[i].body &&
		           k->parent == kinds[i].parent,
		   "the row of \"%s\"", kinds[i].name);
	}
	ok(tag_kind_find("hinted", 4)->id == TAG_HINT, "a name has a length");
	for (size_t i = 0; i < COUNT(nearest); i++)
		is(tag_kind_nearest(nearest[i].name), nearest[i].nearest,
		   "nearest to \"%s\"", nearest[i].name);
}

static void test_attributes(void)
{
	static const struct attribute attributes[] = {
		{"a", "1"}, {"b", NULL}, {"a", "2"}, {"c", ""}};
	size_t n = COUNT(attributes);
	is(attribute_find(attributes, n, "a"), "1", "the first of two counts");
	is(attribute_find(attributes, n, "b"), "", "without a value");
	is(attribute_find(attributes, n, "c"), "", "with an empty one");
	is(attribute_find(attributes, n, "d"), NULL, "absent");
	is(attribute_find(NULL, 0, "a"), NULL, "of none");
}

int main(void)
{
	struct arena a = ARENA_PRIVATE;
	test_cases(&a);
	test_kinds(&a);
	test_attributes();
	arena_release(&a);
	return finish();
}
