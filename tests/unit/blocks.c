#include "markup/blocks.h"
#include "markup/markdown.h"

#include "../tap.h"
#include "said.h"

/*
 * A tree is told on one line: a node's name, its children in parentheses,
 * texts in quotes. Tags are {name a=b}, raw HTML <name a=b>; "/" and "//" are
 * soft and hard breaks; text in backquotes is code.
 */

#define OPEN(name) "la balise «~" name "~» n’est pas fermée [balise-ouverte]"
#define END(name)                                                                        \
	"«~end" name "~» ne ferme rien~: aucune balise «~" name                          \
	"~» n’est ouverte ici [balise-ouverte]"
#define HTML_OPEN_(name) "l’élément HTML <" name "> n’est pas fermé [balise-ouverte]"
#define HTML_END(name)                                                                   \
	"</" name "> ne ferme rien~: aucun <" name "> n’est ouvert ici [balise-ouverte]"
#define ALONE(name, of)                                                                  \
	"la balise «~" name "~» ne s’emploie qu’à l’intérieur de «~" of                  \
	"~» [balise-inconnue]"
#define TAG(name)                                                                        \
	"la balise «~" name                                                              \
	"~» est inconnue~: son contenu est affiché sans elle [balise-inconnue]"
#define ELEMENT(name)                                                                    \
	"<" name                                                                         \
	"> n’est pas un élément admis~: il est affiché comme du texte [html-inconnu]"
#define MIDDLE(name)                                                                     \
	"la balise «~" name                                                              \
	"~» est au milieu d’un texte~: elle est retirée, ce qui l’entoure reste "  \
	"[balise-mal-placee]"
#define CUT   "il manque «~%}~» à la fin de cette balise [balise-ouverte]"
#define QUOTE "il manque le guillemet qui ferme cette valeur [balise-ouverte]"

/* clang-format off */
static const struct { const char *src, *tree, *said; } cases[] = {
	{"", "", ""},
	{"a *b* **c** `d`\ne\\\nf", "p(\"a \" em(\"b\") \" \" strong(\"c\") \" \" `d` / \"e\" // \"f\")", ""},

	/* pairs */
	{"{% hint style=\"info\" %}\nA *b*\n{% endhint %}\n", "{hint style=info}(p(\"A \" em(\"b\")))", ""},
	{"{% hint %}\n{% endhint %}\n", "{hint}", ""},
	{"{% hint %}\n\na\n\nb\n\n{% endhint %}\n", "{hint}(p(\"a\") p(\"b\"))", ""},
	{"{% hint %}\r\na\r\n{% endhint %}\r\n", "{hint}(p(\"a\"))", ""},
	{"a\n{% hint %}\nb\n{% endhint %}\nc", "p(\"a\") {hint}(p(\"b\")) p(\"c\")", ""},
	{"   {% hint %}\na\n  {% endhint %}\n", "{hint}(p(\"a\"))", ""},
	{"{% hint %}\n# A\n\n* b\n* c\n\n> d\n{% endhint %}\n", "{hint}(h1(\"A\") ul(li(p(\"b\")) li(p(\"c\"))) quote(p(\"d\")))", ""},
	{"{% hint %}\n| a |\n|---|\n| b |\n{% endhint %}\n", "{hint}(table(header(cell(\"a\")) row(cell(\"b\"))))", ""},
	{"{% hint %}\na\n---\n{% endhint %}\n", "{hint}(h2(\"a\"))", ""},
	{"{% hint %}\na\n{% endhint %}\n{% hint %}\nb\n{% endhint %}\n", "{hint}(p(\"a\")) {hint}(p(\"b\"))", ""},

	/* nested */
	{"{% tabs %}\n{% tab title=\"A\" %}\n{% hint %}\nx\n{% endhint %}\n{% endtab %}\n\n{% tab title=\"B\" %}\ny\n{% endtab %}\n{% endtabs %}\n",
		"{tabs}({tab title=A}({hint}(p(\"x\"))) {tab title=B}(p(\"y\")))", ""},
	{"{% hint %}\n{% hint %}\na\n{% endhint %}\nb\n{% endhint %}\nc\n", "{hint}({hint}(p(\"a\")) p(\"b\")) p(\"c\")", ""},
	{"{% stepper %}\n{% step %}\n## A\n{% tabs %}\n{% tab title=\"B\" %}\nc\n{% endtab %}\n{% endtabs %}\n{% endstep %}\n{% endstepper %}\n",
		"{stepper}({step}(h2(\"A\") {tabs}({tab title=B}(p(\"c\")))))", ""},
	{"{% columns %}\n{% column width=\"50%\" %}\na\n{% endcolumn %}\n{% column %}\nb\n{% endcolumn %}\n{% endcolumns %}\n",
		"{columns}({column width=50%}(p(\"a\")) {column}(p(\"b\")))", ""},

	/* those that may stand alone */
	{"{% page-ref page=\"a.md\" %}\nx\n", "{page-ref page=a.md} p(\"x\")", ""},
	{"{% embed url=\"u\" %}\nA\n{% endembed %}\n{% embed url=\"v\" %}\nB\n", "{embed url=u}(p(\"A\")) {embed url=v} p(\"B\")", ""},
	{"{% embed url=\"u\" %}\n\n{% embed url=\"v\" %}\nB\n{% endembed %}\n", "{embed url=u} {embed url=v}(p(\"B\"))", ""},
	{"{% file src=\"a\" %}\n{% hint %}\nx\n{% endhint %}\n{% endfile %}\n", "{file src=a}({hint}(p(\"x\")))", ""},
	{"{% hint %}\n{% embed url=\"u\" %}\n{% endhint %}\n{% embed url=\"v\" %}\nx\n{% endembed %}\n",
		"{hint}({embed url=u}) {embed url=v}(p(\"x\"))", ""},

	/* not paired */
	{"{% hint %}\nx\n", "{hint}(p(\"x\"))", "1:1: " OPEN("hint")},
	{"x\n\n{% endhint %}\ny\n", "p(\"x\") p(\"y\")", "3:1: " END("hint")},
	{"{% tabs %}\n{% tab %}\nx\n{% endtabs %}\ny\n", "{tabs}({tab}(p(\"x\"))) p(\"y\")", "2:1: " OPEN("tab")},
	{"{% tabs %}\n{% tab %}\n{% hint %}\nx\n{% endtabs %}\n", "{tabs}({tab}({hint}(p(\"x\"))))", "2:1: " OPEN("tab") "\n3:1: " OPEN("hint")},
	{"{% tabs %}\n{% tab %}\nx\n{% endhint %}\ny\n{% endtab %}\n{% endtabs %}\n", "{tabs}({tab}(p(\"x\") p(\"y\")))", "4:1: " END("hint")},
	{"{% hint %}\na\n{% tabs %}\n{% endhint %}\n{% endtabs %}\nb\n", "{hint}(p(\"a\") {tabs}) p(\"b\")", "3:1: " OPEN("tabs")},
	{"{% hint %}\n{% hint %}\nx\n", "{hint}({hint}(p(\"x\")))", "1:1: " OPEN("hint") "\n2:1: " OPEN("hint")},
	{"{% endhint %}\n{% endhint %}\n", "", "1:1: " END("hint") "\n2:1: " END("hint")},

	/* out of place, not known */
	{"{% tab title=\"A\" %}\nx\n{% endtab %}\n", "{tab title=A}(p(\"x\"))", "1:1: " ALONE("tab", "tabs")},
	{"{% tabs %}\n{% hint %}\n{% tab %}\nx\n{% endtab %}\n{% endhint %}\n{% endtabs %}\n", "{tabs}({hint}({tab}(p(\"x\"))))", "3:1: " ALONE("tab", "tabs")},
	{"{% step %}\n{% endstep %}\n{% column %}\n{% endcolumn %}\n", "{step} {column}", "1:1: " ALONE("step", "stepper") "\n3:1: " ALONE("column", "columns")},
	{"{% rien %}\nx\n", "{rien} p(\"x\")", "1:1: " TAG("rien")},
	{"{% rien %}\nx\n{% endrien %}\ny\n", "{rien}(p(\"x\")) p(\"y\")", "1:1: " TAG("rien")},
	{"x\n{% endrien %}\n", "p(\"x\")", "2:1: " END("rien")},
	{"{% hnit %}\nx\n", "{hnit} p(\"x\")", NULL /* how it is worded is the message table's */},
	{"{% été %}\n{% rien %}\n", "{été} {rien}", "1:1: " TAG("été") "\n2:1: " TAG("rien")},

	/* in lists and quotes */
	{"* a\n\n  {% hint %}\n  b\n  {% endhint %}\n* c\n", "ul(li(p(\"a\") {hint}(p(\"b\"))) li(p(\"c\")))", ""},
	{"* a\n  {% hint %}\n  b\n  {% endhint %}\n", "ul(li(p(\"a\") {hint}(p(\"b\"))))", ""},
	{"* {% hint %}\n  b\n  {% endhint %}\n", "ul(li({hint}(p(\"b\"))))", ""},
	{"1. a\n\n     {% hint %}\n     b\n     {% endhint %}\n2. c\n", "ol(li(p(\"a\") {hint}(p(\"b\"))) li(p(\"c\")))", ""},
	{"* a\n  * b\n\n    {% embed url=\"u\" %}\n  * c\n", "ul(li(p(\"a\") ul(li(p(\"b\") {embed url=u}) li(p(\"c\")))))", ""},
	{"* a\n{% hint %}\nb\n{% endhint %}\n* c\n", "ul(li(p(\"a\"))) {hint}(p(\"b\")) ul(li(p(\"c\")))", ""},
	{"> {% hint %}\n> a\n> {% endhint %}\n\nb\n", "quote({hint}(p(\"a\"))) p(\"b\")", ""},
	{"> a\n{% hint %}\nb\n{% endhint %}\n", "quote(p(\"a\")) {hint}(p(\"b\"))", ""},
	/* an end does not reach out of them */
	{"{% hint %}\n* a\n\n  {% endhint %}\n", "{hint}(ul(li(p(\"a\"))))", "1:1: " OPEN("hint") "\n4:3: " END("hint")},
	{"> {% hint %}\n> a\n\n{% endhint %}\n", "quote({hint}(p(\"a\")))", "1:3: " OPEN("hint") "\n4:1: " END("hint")},
	{"* {% hint %}\n  a\n* b\n  {% endhint %}\n", "ul(li({hint}(p(\"a\"))) li(p(\"b\")))", "1:3: " OPEN("hint") "\n4:3: " END("hint")},

	/* in code they are code, in a text they are text */
	{"```\n{% hint %}\n```\n", "code(\"{% hint %}\\n\")", ""},
	{"~~~js\n{% endhint %}\n~~~\n", "code js(\"{% endhint %}\\n\")", ""},
	{"    {% hint %}\n", "code(\"{% hint %}\\n\")", ""},
	{"a `{% hint %}` b\n", "p(\"a \" `{% hint %}` \" b\")", ""},
	{"a {% hint %} b\n", "p(\"a b\")", "1:3: " MIDDLE("hint")},
	{"# {% hint %}\n", "h1", "1:3: " MIDDLE("hint")},
	{"# a {% hint %} b {% endhint %}\n", "h1(\"a b\")", "1:5: " MIDDLE("hint")},
	{"a {% endhint %} b\n", "p(\"a\") p(\"b\")", "1:3: " END("hint")},
	{"a {% hint %} b {% endhint %} c\n", "p(\"a\") {hint}(p(\"b\")) p(\"c\")", ""},
	{"a\n  {% hint %}\nb {% endhint %}\n", "p(\"a\") {hint}(p(\"b\"))", ""},
	{"{% hint %}\na {% endhint %}\n", "{hint}(p(\"a\"))", ""},
	{"- a {% hint %}\n  b\n  {% endhint %}\n", "ul(li(p(\"a\") {hint}(p(\"b\"))))", ""},
	{"a {% rien %} b\n", "p(\"a b\")", "1:3: " MIDDLE("rien")},
	{"a {% embed url=\"https://a.fr\" %} b\n", "p(\"a\") {embed url=https://a.fr} p(\"b\")", ""},
	{"{% @m/d content=\"a\n\n  b [\"c\"]\n\" %}\n\nd\n", "{@m/d content=a\n\n  b [\"c\"]\n} p(\"d\")", ""},
	{"{% hint\nstyle=\"info\" %}\na\n{% endhint %}\n", "{hint style=info}(p(\"a\"))", ""},
	{"<p>a {% hint %} b {% endhint %} c</p>\n", "<p>(\"a \" {hint}(\" b \") \" c\")", ""},
	{"\\{% hint %}\n", "p(\"{% hint %}\")", ""},
	{"{% hint\n", "", "1:1: " CUT},
	{"{% hint\na\n{% endhint %}\n", "{hint}(p(\"a\"))", "1:1: " CUT},
	{"{% rien\n", "p(\"{% rien\")", ""},
	{"$$\na_b\n$$\n", "code math(\"a_b\")", ""},
	{"{%s}/bar\n", "p(\"{%s}/bar\")", ""},
	{"{% %}\n", "p(\"{% %}\")", ""},
	{"{{ a }}\n", "p(\"{{ a }}\")", ""},
	{"{% code title=\"a.js\" %}\n```js\na\n{% endcode %}\n```\n{% endcode %}\n", "{code title=a.js}(code js(\"a\\n{% endcode %}\\n\"))", ""},
	{"<pre>\n{% hint %}\n</pre>\n", "<pre>(\"\\n{% hint %}\\n\")", ""},
	{"<!--\n{% hint %}\n-->\na\n", "p(\"a\")", ""},

	/* Markdown behind a table on its line */
	{"<table><tr><td>a</td></tr></table># B\n", "<table>(<tr>(<td>(\"a\"))) h1(\"B\")", ""},
	{"<table>\n<tr><td>a</td></tr>\n</table>*b*\n*c*\n", "<table>(<tr>(<td>(\"a\"))) p(em(\"b\") / em(\"c\"))", ""},
	{"<table><tr><td>a</td></tr></table>{% hint %}\n*b*\n{% endhint %}\n", "<table>(<tr>(<td>(\"a\"))) {hint}(p(em(\"b\")))", ""},
	{"<table><tr><td>a</td></tr></table>\t    *b* {% rien %}\n", "<table>(<tr>(<td>(\"a\"))) p(em(\"b\"))", "1:44: " MIDDLE("rien")},
	{"<table><tr><td>a</td></tr></table> <!-- b -->\n*c*\n", "<table>(<tr>(<td>(\"a\"))) <p>(\"\\n*c*\\n\")", NULL},
	{"* <table>\n  <tr><td>a</td></tr>\n  </table>*b*\n", "ul(li(<table>(<tr>(<td>(\"a\"))) <p>(\"*b*\\n\")))", NULL},
	{"x\n</table>*b*\n", "p(\"x\") <p>(\"*b*\\n\")", NULL},

	/* lines of code in a row of a table */
	{"| a | b |\n|---|---|\n| <pre><code><strong>c\n</strong>d\n</code></pre> | e |\n| f | {% rien %} |\n", "table(header(cell(\"a\") cell(\"b\")) row(cell(<pre>(<code>(<strong>(\"c\\n\") \"d\\n\"))) cell(\"e\")) row(cell(\"f\") cell))", "6:7: " MIDDLE("rien")},
	{"| a | b |\n|---|---|\n| <pre>c</pre> | <pre>\r\nd</pre> |\r\n", "table(header(cell(\"a\") cell(\"b\")) row(cell(<pre>(\"c\")) cell(<pre>(\"\\nd\"))))", ""},
	{"| a | b |\n|---|---|\n| <pre>c | d |\n| e | f |\n", "table(header(cell(\"a\") cell(\"b\")) row(cell(<pre>(\"c\")) cell(\"d\")) row(cell(\"e\") cell(\"f\")))", NULL},
	{"| a | b |\n|---|---|\n| <pre>c | d |\n\n</pre> | e |\n", "table(header(cell(\"a\") cell(\"b\")) row(cell(<pre>(\"c\")) cell(\"d\"))) p(\"| e |\")", NULL},
	{"```\n| <pre>c\n</pre> |\n```\n", "code(\"| <pre>c\\n</pre> |\\n\")", ""},

	/* blocks of raw HTML within a line, where they are none */
	{"a<div>b</div><div>c</div>\n", "p(\"a\" <br> <div>(\"b\") <br> <div>(\"c\"))", ""},
	{"* a <p>b</p> <p>c</p>d\n", "ul(li(p(\"a \" <br> <p>(\"b\") \" \" <br> <p>(\"c\") <br> \"d\")))", ""},
	{"a <div><p>b</p></div>\n", "p(\"a \" <br> <div>(<p>(\"b\")))", ""},
	{"**a<p>b**\n", "p(strong(\"a\" <br> <p>(\"b\")))", ""},
	{"a<br><p>b</p><br>c\n", "p(\"a\" <br> <p>(\"b\") <br> \"c\")", ""},
	{"a<hr>b <p></p> c\n", "p(\"a\" <br> <hr> \"b \" <br> <p> \" c\")", ""},
	{"a <figure>b<figcaption></figcaption></figure>\n", "p(\"a \" <br> <figure>(\"b\" <figcaption>))", ""},
	{"# <a id=\"x\"></a> <p>b</p>\n", "h1(<a id=x> \" \" <p>(\"b\"))", ""},
	{"| a |\n|---|\n| b<p>c</p> |\n", "table(header(cell(\"a\")) row(cell(\"b\" <p>(\"c\"))))", ""},

	/* several on one line */
	{"{% hint %} a *b* {% endhint %}\n", "{hint}(p(\"a \" em(\"b\")))", ""},
	{"{% hint %}a{% endhint %} b\n", "{hint}(p(\"a\")) p(\"b\")", ""},
	{"{% hint %}a\nb\n{% endhint %}\n", "{hint}(p(\"a\") p(\"b\"))", ""},
	{"{% content-ref url=\"a.md\" %}[a](a.md){% endcontent-ref %}\n", "{content-ref url=a.md}(p(a[a.md](\"a\")))", ""},
	{"{% tabs %}{% tab title=\"A\" %}a{% endtab %}{% endtabs %}\n", "{tabs}({tab title=A}(p(\"a\")))", ""},
	{"* {% hint %}a{% endhint %}\n", "ul(li({hint}(p(\"a\"))))", ""},
	{"{% hint %}<b>a</b>{% endhint %}\n", "{hint}(p(<b>(\"a\")))", ""},
	{"{% hint %}# A{% endhint %}\n", "{hint}(h1(\"A\"))", ""},
	{"{% embed url=\"u %}\na\n{% endembed %}\n", "{embed url=u}(p(\"a\"))", "1:14: " QUOTE},
	{"été {% hint %}\n\n{% hint %} é {% endtab %} {% endhint %}\n", "p(\"été\") {hint}(p(\"é\"))", "1:5: " MIDDLE("hint") "\n3:14: " END("tab")},

	/* GitHub's alerts */
	{"> [!NOTE]\n> a\n", "{hint style=info}(p(\"a\"))", ""},
	{"> [!TIP]\n> a\n", "{hint style=success}(p(\"a\"))", ""},
	{"> [!IMPORTANT]\n> a\n", "{hint style=info}(p(\"a\"))", ""},
	{"> [!WARNING]\n> a\n", "{hint style=warning}(p(\"a\"))", ""},
	{"> [!CAUTION]\n> a\n", "{hint style=danger}(p(\"a\"))", ""},
	{"> [!note]\n> a\n", "{hint style=info}(p(\"a\"))", ""},
	{"> [!NOTE]  \n> a\n>\n> * b\n", "{hint style=info}(p(\"a\") ul(li(p(\"b\"))))", ""},
	{"> [!NOTE]\n>\n> a\n", "{hint style=info}(p(\"a\"))", ""},
	{"> [!NOTE]\n", "{hint style=info}", ""},
	{"> [!NOTE]\n> > [!TIP]\n> > a\n", "{hint style=info}({hint style=success}(p(\"a\")))", ""},
	{"> [!NOTE]\n> {% hint %}\n> a\n> {% endhint %}\n", "{hint style=info}({hint}(p(\"a\")))", ""},
	{"* b\n\n  > [!NOTE]\n  > a\n", "ul(li(p(\"b\") {hint style=info}(p(\"a\"))))", ""},
	{"> [!NOTE] a\n", "quote(p(\"[!NOTE] a\"))", ""},
	{"> [!RIEN]\n> a\n", "quote(p(\"[!RIEN]\" / \"a\"))", ""},
	{"> a\n> [!NOTE]\n", "quote(p(\"a\" / \"[!NOTE]\"))", ""},
	{"> [!NOTE]*\n> a\n", "quote(p(\"[!NOTE]*\" / \"a\"))", ""},
	{"> *[!NOTE]*\n> a\n", "quote(p(em(\"[!NOTE]\") / \"a\"))", ""},
	{"[!NOTE]\na\n", "p(\"[!NOTE]\" / \"a\")", ""},

	/* raw HTML across blocks */
	{"<details>\n<summary>T</summary>\n\nA **b**\n\n</details>\n\nc\n", "<details>(<summary>(\"T\") p(\"A \" strong(\"b\"))) p(\"c\")", ""},
	{"<details>\n\n<summary>T *x*</summary>\n\n* a\n\n</details>\n", "<details>(<summary>(\"T *x*\") ul(li(p(\"a\"))))", ""},
	{"<div>\n*a*\n</div>\n", "<div>(\"\\n*a*\\n\")", ""},
	{"<div>\n\n*a*\n\n</div>\n", "<div>(p(em(\"a\")))", ""},
	{"<div><p>a</p>\n<p>b</p></div>\n", "<div>(<p>(\"a\") <p>(\"b\"))", ""},
	{"<figure><img src=\"a.png\" alt=\"\"><figcaption><p>b</p></figcaption></figure>\n",
		"<figure>(<img src=a.png alt=> <figcaption>(<p>(\"b\")))", ""},
	{"* <div>\n\n  a\n\n  </div>\n* b\n", "ul(li(<div>(p(\"a\"))) li(p(\"b\")))", ""},
	{"<b>\na\n</b>\n", "<p>(<b>(\"\\na\\n\") \"\\n\")", ""},
	{"<!-- a -->\nb\n", "p(\"b\")", ""},
	{"<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>\n",
		"<table>(<thead>(<tr>(<th>(\"a\"))) <tbody>(<tr>(<td>(\"b\"))))", ""},
	{"<pre class=\"language-js\"><code>a\n\n<strong>b</strong>\n</code></pre>\n", "<pre class=language-js>(<code>(\"a\\n\\n\" <strong>(\"b\") \"\\n\"))", ""},
	/* with tags in it, and in tags */
	{"<details>\n<summary>T</summary>\n{% hint %}\na\n{% endhint %}\n</details>\n", "<details>(<summary>(\"T\") {hint}(p(\"a\")))", ""},
	{"{% hint %}\n<div>\na\n</div>\n{% endhint %}\n", "{hint}(<div>(\"\\na\\n\"))", ""},
	{"<div>\n\n{% hint %}\n\n</div>\n\n{% endhint %}\n", "<div>({hint})", "3:1: " OPEN("hint")},
	{"{% hint %}\n\n<div>\n\n{% endhint %}\n\na\n", "{hint}(<div>) p(\"a\")", "3:1: " HTML_OPEN_("div")},

	/* raw HTML in a line */
	{"a <b>c *d*</b> e\n", "p(\"a \" <b>(\"c \" em(\"d\")) \" e\")", ""},
	{"a<br>b<br/>c\n", "p(\"a\" <br> \"b\" <br> \"c\")", ""},
	{"a<!-- x -->b\n", "p(\"ab\")", ""},
	{"# A <a href=\"#b\" id=\"b\"></a>\n", "h1(\"A \" <a href=#b id=b>)", ""},
	{"*<b>a</b>*\n", "p(em(<b>(\"a\")))", ""},
	{"| a |\n|---|\n| <b>c</b><br>d |\n", "table(header(cell(\"a\")) row(cell(<b>(\"c\") <br> \"d\")))", ""},
	{"a <b>c\n", "p(\"a \" <b>(\"c\"))", "1:3: " HTML_OPEN_("b")},
	{"a</b>c\n", "p(\"ac\")", "1:2: " HTML_END("b")},
	{"été <b>*c</b>*\n", "p(\"été \" <b>(em(\"c\")))", "1:5: " HTML_OPEN_("b") "\n1:10: " HTML_END("b")},
	{"*a <b>* c</b>\n", "p(em(\"a \" <b>) \" c\")", "1:4: " HTML_OPEN_("b") "\n1:10: " HTML_END("b")},
	{"a <i><b>c</i> d</b>\n", "p(\"a \" <i>(<b>(\"c\")) \" d\")", "1:6: " HTML_OPEN_("b")},
	{"a </br> b </p>\n", "p(\"a  b\")", ""},
	{"a <x> b\n", "p(\"a <x> b\")", "1:3: " ELEMENT("x")},
	{"a\nb <mon-application>\n", "p(\"a\" / \"b <mon-application>\")", "2:3: " ELEMENT("mon-application")},
	{"<script>\nalert(1)\n</script>\n", NULL, "1:1: " ELEMENT("script")},

	/* ends that HTML lets be left out */
	{"<ul>\n<li>a\n<li>b\n</ul>\n", "<ul>(<li>(\"a\\n\") <li>(\"b\\n\"))", ""},
	{"<ul><li>a<ul><li>b</ul><li>c</ul>\n", "<ul>(<li>(\"a\" <ul>(<li>(\"b\"))) <li>(\"c\"))", ""},
	{"<table>\n<tr><td>a<td>b\n<tr><td>c</table>\n", "<table>(<tr>(<td>(\"a\") <td>(\"b\\n\")) <tr>(<td>(\"c\")))", ""},
	{"<table><thead><tr><th>a<tbody><tr><td>b</table>\n", "<table>(<thead>(<tr>(<th>(\"a\"))) <tbody>(<tr>(<td>(\"b\"))))", ""},
	{"<p>a<p>b</p>\n", "<p>(\"a\") <p>(\"b\")", ""},
	{"<p>a<div>b</div></p>\n", "<p>(\"a\") <div>(\"b\")", ""},
	{"<dl><dt>a<dd>b<dt>c</dl>\n", "<dl>(<dt>(\"a\") <dd>(\"b\") <dt>(\"c\"))", ""},
	{"<div><p>a</div>\n", "<div>(<p>(\"a\"))", ""},
	{"<div>a\n", "<div>(\"a\\n\")", "1:1: " HTML_OPEN_("div")},
	{"a\n\n</div>\n", "p(\"a\")", "3:1: " HTML_END("div")},
	{"<div>\n\n* a\n\n  </div>\n", "<div>(ul(li(p(\"a\"))))", "1:1: " HTML_OPEN_("div") "\n5:3: " HTML_END("div")},

	/* what GFM adds */
	{"* [ ] a\n* [x] b\n", "ul(task(p(\"a\")) task(p(\"b\")))", ""},
	{"~~a~~\n", "p(del(\"a\"))", ""},
	{"voir https://a.fr\n", "p(\"voir \" a[https://a.fr](\"https://a.fr\"))", ""},
	{"![a](b.png)\n", "p(img[b.png](\"a\"))", ""},
	{"a\n\n***\n", "p(\"a\") hr", ""},
};
/* clang-format on */

static const char *name_of(const cmark_node *node)
{
	static const char *const gfm[] = {[GFM_TABLE] = "table",
	                                  [GFM_TABLE_CELL] = "cell",
	                                  [GFM_STRIKETHROUGH] = "del"};
	static const struct {
		cmark_node_type type;
		const char *name;
	} names[] = {
		{CMARK_NODE_PARAGRAPH, "p"},       {CMARK_NODE_BLOCK_QUOTE, "quote"},
		{CMARK_NODE_ITEM, "li"},           {CMARK_NODE_CODE_BLOCK, "code"},
		{CMARK_NODE_THEMATIC_BREAK, "hr"}, {CMARK_NODE_EMPH, "em"},
		{CMARK_NODE_STRONG, "strong"},     {CMARK_NODE_LINK, "a"},
		{CMARK_NODE_IMAGE, "img"},         {CMARK_NODE_SOFTBREAK, "/"},
		{CMARK_NODE_LINEBREAK, "//"},
	};
	enum gfm_type type = node_gfm_type(node);
	if (type == GFM_TABLE_ROW)
		return node->prev ? "row" : "header";
	if (type != GFM_NONE)
		return gfm[type];
	if (node_is_task(node))
		return "task";
	if (node->type == CMARK_NODE_LIST)
		return node->as.list.list_type == CMARK_ORDERED_LIST ? "ol" : "ul";
	for (size_t i = 0; i < COUNT(names); i++)
		if (names[i].type == node->type)
			return names[i].name;
	return "?";
}

/* Ends of lines as \n. */
static void add_quoted(struct buf *b, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == '\n')
			buf_add_string(b, "\\n");
		else
			buf_add_char(b, text[i]);
}

static void add_element(struct buf *b, const struct element *e)
{
	buf_add_format(b, "%c%s", e->tag ? '{' : '<', e->name);
	for (size_t i = 0; i < e->n_attributes; i++)
		buf_add_format(b, e->attributes[i].value ? " %s=%s" : " %s",
		               e->attributes[i].name, e->attributes[i].value);
	buf_add_char(b, e->tag ? '}' : '>');
}

static void add_label(struct buf *b, const cmark_node *node)
{
	const struct element *e = node_element(node);
	if (e)
		add_element(b, e);
	else if (node->type == CMARK_NODE_CODE)
		buf_add_format(b, "`%.*s`", node->as.literal.len,
		               (const char *)node->as.literal.data);
	else if (node->type == CMARK_NODE_HEADING)
		buf_add_format(b, "h%d", node->as.heading.level);
	else
		buf_add_string(b, name_of(node));
	if (node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE)
		buf_add_format(b, "[%.*s]", node->as.link.url.len,
		               (const char *)node->as.link.url.data);
	if (node->type != CMARK_NODE_CODE_BLOCK)
		return;
	if (node->as.code.info.len)
		buf_add_format(b, " %.*s", node->as.code.info.len,
		               (const char *)node->as.code.info.data);
	buf_add_string(b, "(\"");
	add_quoted(b, (const char *)node->as.code.literal.data,
	           (size_t)node->as.code.literal.len);
	buf_add_string(b, "\")");
}

static void add_children(struct buf *b, const cmark_node *parent);

/* Adds a node, or the texts that stand side by side from here on; returns the last. */
static const cmark_node *add_node(struct buf *b, const cmark_node *node)
{
	if (node->type != CMARK_NODE_TEXT) {
		add_label(b, node);
		if (node->first_child) {
			buf_add_char(b, '(');
			add_children(b, node);
			buf_add_char(b, ')');
		}
		return node;
	}
	buf_add_char(b, '"');
	add_quoted(b, (const char *)node->as.literal.data, (size_t)node->as.literal.len);
	for (; node->next && node->next->type == CMARK_NODE_TEXT; node = node->next)
		add_quoted(b, (const char *)node->next->as.literal.data,
		           (size_t)node->next->as.literal.len);
	buf_add_char(b, '"');
	return node;
}

static void add_children(struct buf *b, const cmark_node *parent)
{
	for (const cmark_node *n = parent->first_child; n; n = n->next) {
		buf_add_string(b, n == parent->first_child ? "" : " ");
		n = add_node(b, n);
	}
}

/* Whether parents, siblings and ends of lists agree, all the way down. */
static bool is_sound(const cmark_node *parent)
{
	const cmark_node *before = NULL;
	for (const cmark_node *n = parent->first_child; n; before = n, n = n->next)
		if (n->parent != parent || n->prev != before || !is_sound(n) ||
		    n->type == CMARK_NODE_HTML_BLOCK ||
		    n->type == CMARK_NODE_HTML_INLINE || n->type == node_type_tag_line())
			return false;
	return parent->last_child == before;
}

static struct document course(struct arena *a, const char *src, struct diag *d)
{
	return (struct document){.arena = a,
	                         .path = "",
	                         .text = src,
	                         .len = strlen(src),
	                         .first_line = 1,
	                         .mode = MARKDOWN_COURSE,
	                         .diag = d};
}

static void test_case(size_t i)
{
	struct arena a = ARENA_PRIVATE, told = ARENA_PRIVATE;
	struct diag d = {.arena = &told};
	const char *src = cases[i].src;
	struct document doc = course(&a, src, &d);
	markdown_parse(&doc);
	struct buf b = buf_new(&told);
	add_children(&b, doc.root);
	if (cases[i].tree)
		is(buf_text(&b), cases[i].tree, "%s", src);
	if (cases[i].said)
		is(said(&told, &d), cases[i].said, "said of %s", src);
	ok(is_sound(doc.root), "a sound tree of %s", src);
	arena_release(&a);
	arena_release(&told);
}

/* Lines are those of the file, columns are characters. */
static void test_places(void)
{
	static const char src[] = "é {% x\n\n> é\n> {% endhint %}\n\n* é <b>é\n";
	struct arena a = ARENA_PRIVATE;
	struct diag d = {.arena = &a};
	struct document doc = course(&a, src, &d);
	size_t len;
	doc.path = "a.md";
	doc.first_line = 10;
	markdown_parse(&doc);
	is(said(&a, &d), "a.md:13:3: " END("hint") "\na.md:15:5: " HTML_OPEN_("b"),
	   "places count from the file's start");
	const char *line = document_line(&doc, 12, &len);
	is(arena_copy(&a, line, len), "> é", "a line of the file");
	document_line(&doc, 16, &len);
	ok(len == 0, "the line behind the last end is empty");
	document_line(&doc, 9, &len);
	ok(len == 0, "before the first there is none");
	document_line(&doc, 99, &len);
	ok(len == 0, "nor far behind");
	static const char old[] = "a\rb\r\nc\n\rd";
	doc = course(&a, old, &d);
	markdown_parse(&doc);
	line = document_line(&doc, 5, &len);
	is(arena_copy(&a, line, len), "d", "a return ends a line, as it does for cmark");
	arena_release(&a);
}

/* clang-format off */
static const struct { const char *src, *text; } texts[] = {
	{"# A *b* **c** `d` [e](f)", "A b c d e"},
	{"a\nb\\\nc<br>d", "a b c d"},
	{"a <b>c</b> &amp; &eacute;", "a c & é"},
	{"a[^1]\n\n[^1]: b", "a"},
	{"![alt](a.png)", "alt"},
	{"", ""},
};
/* clang-format on */

static void test_texts(void)
{
	struct arena a = ARENA_PRIVATE;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct diag d = {.arena = &a};
		struct document doc = course(&a, texts[i].src, &d);
		markdown_parse(&doc);
		const cmark_node *first =
			doc.root->first_child ? doc.root->first_child : doc.root;
		is(node_text(&a, first), texts[i].text, "the text of %s", texts[i].src);
	}
	arena_release(&a);
}

/* Each element in the order in which it was made, with the lines on which it starts and
 * ends. */
/* clang-format off */
static const struct { const char *src, *lines; } ends[] = {
	{"{% hint %}\na\n\n{% endhint %}\n", "hint 1-4"},
	{"{% tabs %}\n{% tab title=\"A\" %}\nx\n{% endtab %}\n{% endtabs %}\n", "tabs 1-5, tab 2-4"},
	{"{% hint %} a {% endhint %}\n", "hint 1-1"},
	{"{% embed\nurl=\"https://a.fr\"\n%}\nb\n", "embed 1-3"},
	{"{% hint\nstyle=\"info\" %} a {% endhint %}\n", "hint 1-2"},
	{"{% hint %}\na\n", "hint 1-1"}, /* what stands in it knows more */
	{"<details>\n<summary>a</summary>\nb\n</details>\n", "details 1-4, summary 2-2"},
	{"<details>\n\nb\n\n</details>\n", "details 1-5"},
	{"<ul>\n<li>a\nb\n<li>c\n</ul>\n", "ul 1-5, li 2-3, li 4-4"},
	{"<p>a\nb\n\n", "p 1-2"},
	{"<img\nsrc=\"a.png\">\n", "img 1-2"},
	{"a <b>c\nd</b>\n", "b 1-2"},
	{"<div>\n<b>a</div>\n", "div 1-2, b 2-2"},
};
/* clang-format on */

static void test_ends(void)
{
	struct arena a = ARENA_PRIVATE;
	for (size_t i = 0; i < COUNT(ends); i++) {
		struct diag d = {.arena = &a};
		struct document doc = course(&a, ends[i].src, &d);
		doc.keeps_elements = true;
		struct buf b = buf_new(&a);
		markdown_parse(&doc);
		for (size_t k = 0; k < doc.n_elements; k++) {
			const struct element *e = doc.elements[k];
			buf_add_format(&b, "%s%s %d-%d", k ? ", " : "", e->name,
			               e->at.line, e->last_line);
		}
		is(buf_text(&b), ends[i].lines, "the lines of %s", ends[i].src);
	}
	arena_release(&a);
}

int main(void)
{
	for (size_t i = 0; i < COUNT(cases); i++)
		test_case(i);
	test_places();
	test_ends();
	test_texts();
	return finish();
}
