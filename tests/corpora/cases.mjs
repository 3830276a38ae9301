// The plain reader's own cases: what it takes for words, and that the comparison sees what is lost.

import { finish, equals } from '../browser/tap.mjs';
import { faultsOf, readArticle } from './article.mjs';
import { compare } from './compare.mjs';
import { expand, readSource } from './source.mjs';
import { captionMark, pageMark } from './words.mjs';

const sources = [
  ['plain words', 'Un *deux*, __trois__.', 'Un deux , trois .'],
  ['front matter', '---\ndescription: non\n---\n\nOui', 'Oui'],
  ['a rule is no front matter', 'Oui\n\n---\n\nsi\n\n---\n', 'Oui si'],
  ['entities', 'Caf&eacute;&#x20;&#8217;&#x50;ar', "Café ' Par"],
  ['GitBook’s broken entity', '&#xNAN;_&#x50;ar_ \\&#xNAN;**ici**', 'Par ici'],
  ['escapes', 'a\\_b \\[c\\] \\{{ d \\}}', 'a b [ c ] { { d } }'],
  ['comments', 'a<!-- b -->c <!-- d\n\ne --> f', 'ac f'],
  ['links', '[a](b.md) [c](<d e.md>) [f](g(h)i "titre") ![j](k.png)', 'a c f j'],
  ['references', '[a][1] [b] [c]\n\n[1]: x.md\n[b]: <y z.md> "t"', 'a b [ c ]'],
  ['what only looks like a link', '[a] (b) \\[c](d)', '[ a ] ( b ) [ c ] ( d )'],
  ['autolinks', '<https://a.fr/b> <a@b.fr>', 'https : / / a . fr / b a @ b . fr'],
  ['HTML', '<p align="x">a<br>b</p> <img src="c" alt="d"><mon-app>', 'a b d < mon app'],
  ['tags', '{% hint style="info" %}\na\n{% endhint %}', 'a'],
  ['titles of tags', '{% tab title="Un onglet" icon="x" %}\na\n{% endtab %}', 'Un onglet a'],
  ['captions', '{% embed url="https://a.fr" caption="b c" %}', `${captionMark}bc`],
  ['a quote never closed', '{% embed url="https://a.fr %}\nb\n{% endembed %}', 'b'],
  ['a quote of HTML never closed', '<p>Au <a href="https://a.fr/b salon</a>.</p>', 'Au salon .'],
  ['a quote of HTML that another closes', '<a href="b c">d</a>', 'd'],
  ['what a prompt is for', '{% prompt description="Un essai" icon="x" %}\na\n{% endprompt %}', 'Un essai a'],
  ['blocks that show a page', '{% content-ref url="a.md" %}\n[a.md](a.md)\n{% endcontent-ref %}\nb', `${pageMark} b`],
  ['page-ref has no end', '{% page-ref page="a.md" %}\nb', `${pageMark} b`],
  ['fences', '```js title\n{% a %} <b> &amp; _c_\n```\nd', '{% a %} <b> &amp; _c_ d'],
  ['a fence in a list', '* a\n\n  ```\n  [b](c)\n  ```\n* d', 'a [b](c) d'],
  ['inline code', '`{% a %}` ``b ` c`` d`', '{% a %} b ` c d'],
  ['indented code', 'a\n\n    <b> _c_\n\nd', 'a <b> _c_ d'],
  ['no indented code in a list', '* a\n\n    b_c', 'a b c'],
  ['code behind a marker', '-      [b](c)', '[b](c)'],
  ['tables', '| a | b |\n| :-- | --: |\n| c \\| d | e |', 'a b c d e'],
  ['tasks', '* [ ] a\n* [x] b', 'a b'],
  ['notes stand at the end', 'a[^1] b\n\n[^1]: c\n\nd', 'a b d c'],
];
for (const [name, source, words] of sources)
  equals(name, readSource(source).tokens.map(({ word }) => word).join(' '), words);

const rules = [
  ['numbers of items', '1. a\n2. b', 'number of a list item'],
  ['a file’s name as a text', '[a-b.md](a-b.md)', 'file name as link text'],
  ['the same in HTML', '<a href="a-b.md">a-b.md</a>', 'file name as link text'],
  ['a folder’s name', '<a href="../a-b/">a-b</a>', 'file name as link text'],
  ['hidden columns of cards', '<table data-view="cards"><tr><th data-hidden></th></tr><tr><td><a href="a.png">b</a></td></tr></table>',
    'hidden column of cards'],
  ['a mention', '[a](a.md "mention")', 'mention'],
  ['a shortcode', 'a :rocket: b', ':emoji:'],
  ['a shortcode with a backslash', 'a :point\\_right: b', ':emoji:'],
  ['hidden columns of other tables', '<table><tr><th>a</th><th data-hidden>b</th></tr></table>', 'hidden column of a table'],
];
for (const [name, source, rule] of rules)
  equals(`rule: ${name}`, readSource(source).tokens.find((token) => token.rule)?.rule, rule);
equals('includes', expand('a {% include "b.md" %} {% include "d.md" %}', (file) => (file === 'b.md' ? '---\ne: f\n---\nc' : null)),
  'a c {% include "d.md" %}');
equals('the title is the page’s', readSource('\n# Un titre\n\na').title.map(({ word }) => word).join(' '), 'Un titre');
equals('lines', readSource('---\na: b\n---\n\na\n\nb').tokens.map(({ line }) => line).join(' '), '5 7');

const page = (body) => readArticle(`<article><h1 id="titre">T</h1><div class="prose">${body}</div></article>`).tokens;
const pairs = [
  ['equal', 'Un _deux_ trois', '<p>Un <em>deux</em> trois</p>', ''],
  ['typography', "L'eau : \"oui\"...", '<p>L’eau\u00a0: «\u202foui\u202f»…</p>', ''],
  ['a word is lost', 'Un deux trois', '<p>Un trois</p>', 'lost “deux” (Un ▸ trois)'],
  ['one that stands a line below, too', 'de la\n\nde la', '<p>la</p><p>de la</p>', 'lost “de” ( ▸ la de la)'],
  ['order', 'Un deux', '<p>deux Un</p>', 'lost “Un” ( ▸ deux)|from nowhere “Un” (Un deux ▸ )'],
  ['a sign is lost in code', '`a_b`', '<p><code>ab</code></p>', 'lost “a_b”, from nowhere “ab” ( ▸ )'],
  ['words run together', 'Un<br>deux', '<p>Undeux</p>', 'lost “Un deux”, from nowhere “Undeux” ( ▸ )'],
  ['a shortcode that is no emoji', ':rougir:', '<p>:rougir:</p>', ''],
  ['a shortcode', 'a :rocket: b', '<p>a 🚀 b</p>', ''],
  ['a word in place of a shortcode', 'a :rocket: b', '<p>a fusée b</p>', 'from nowhere “fusée” (a ▸ b)'],
  ['a caption below', '{% embed url="https://vimeo.com/1" caption="Un film" %}', '<div class="embed"><p><a>Voir</a></p><p>Un film</p></div>', ''],
  ['a word of a caption is lost', '{% embed url="https://vimeo.com/1" caption="Un film" %}', '<div class="embed"><p><a>Voir</a></p><p>film</p></div>',
    'lost “\ue000caption:Unfilm”, from nowhere “film” ( ▸ )'],
  ['the date of an update', '{% update date="2026-01-01" %}\na\n{% endupdate %}', '<p class="update-date"><time>1er janvier 2026</time></p><p>a</p>', ''],
  ['from nowhere', 'Un', '<p>Un deux</p>', 'from nowhere “deux” (Un ▸ )'],
  ['what we add', '## Un', '<h2>Un<a class="anchor" href="#un">#</a></h2>', ''],
  ['a title for a name', '[a-b.md](a-b.md) c', '<p><a href="a/">Le titre</a> c</p>', ''],
  ['a word beside a name is lost', '[a-b.md](a-b.md) c d', '<p><a href="a/">Le titre</a> d</p>', 'lost “c”, from nowhere “Le titre” ( ▸ d)'],
];
for (const [name, source, body, says] of pairs)
  equals(`compared: ${name}`, compare(readSource(source).tokens, page(body)).faults.map((fault) => fault.says).join('|'), says);

const left = [
  ['<p>a</p>', 0], ['<p>{% hint %}</p>', 1], ['<p><code>{% hint %}</code></p>', 0], ['<p>&amp;amp;</p>', 1], ['<p>a\\_b</p>', 1],
  ['<p>&lt;/p></p>', 1], ['<h2></h2>', 1], ['<h2><a class="anchor" href="#a" aria-label="b">#</a></h2>', 1], ['<a href="b"></a>', 1],
  ['<a href="b"><img src="c" alt="d"></a>', 0], ['<a href="b"><img src="c" alt=""></a>', 1],
];
for (const [html, n] of left) equals(`left over in ${html}`, faultsOf(html).length, n);
finish();
