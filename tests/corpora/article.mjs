// What a built page says: the words of its article, in order, and what no page should hold.
//
// Texts that the generator adds are tokens with a `rule`: compare.mjs lets them come from nowhere, and counts them.

import { captionMark, codeTokensOf, decode, pageMark, ruleMark, tokensOf } from './words.mjs';

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const codes = new Set(['code', 'pre', 'kbd', 'samp']);

const name = 'name of an embed or a file';

// Which elements hold texts of ours: what they are called, and a test of {name, classes, attributes, parent, number}.
const additions = [
  ['link to a section', (e) => e.name === 'a' && e.classes.includes('anchor')],
  ['title of a hint', (e) => e.classes.includes('hint-title') && /^hint-\d+$/.test(e.attributes.id)],
  ['title of the notes', (e) => e.name === 'h2' && e.attributes.id === 'notes'],
  ['call of a note', (e) => e.name === 'sup' && e.classes.includes('ref')],
  ['way back from a note', (e) => e.name === 'a' && e.attributes.href?.startsWith('#fnref-')],
  ['date and tags of an update', (e) => e.name === 'p' && e.classes.includes('update-date')],
  ['name of a prompt', (e) => e.name === 'b' && e.parent?.name === 'figcaption' && e.parent.parent?.classes.includes('prompt')],
  [name, (e) => e.name === 'p' && e.number === 1 && /^(embed|file)$/.test(e.parent?.classes[0])],
];

const remote = /^Image sur un autre site$/;
const tag = /<(\/?)([a-zA-Z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?-->|<!doctype[^>]*>/gy;

function attributesOf(text) {
  const attributes = {};
  for (const [, name, value] of text.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)) attributes[name] = decode(value ?? '');
  return attributes;
}

// Calls see(event, element or text, stack) for 'open', 'close' and 'text' of a page's HTML.
export function walk(source, see) {
  const stack = [];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next !== at) {
      see('text', decode(source.slice(at, next < 0 ? undefined : next)), stack);
      if (next < 0) return;
    }
    tag.lastIndex = next;
    const found = tag.exec(source);
    if (!found) throw new Error(`no tag at ${JSON.stringify(source.slice(next, next + 60))}`);
    at = tag.lastIndex;
    if (found[2]) step(found, stack, see);
  }
}

function step([, slash, written, text], stack, see) {
  const name = written.toLowerCase();
  if (slash) {
    if (stack.at(-1)?.name !== name) throw new Error(`</${name}> inside <${stack.at(-1)?.name}>`);
    see('close', stack.pop(), stack);
    return;
  }
  const parent = stack.at(-1), attributes = attributesOf(text);
  const element = { name, attributes, parent, classes: (attributes.class ?? '').split(' '), number: 1 };
  if (parent) element.number = parent.children = (parent.children ?? 0) + 1;
  see('open', element, stack);
  const isEmpty = voids.has(name) || text.endsWith('/');
  if (!isEmpty) stack.push(element);
}

function additionOf(element) {
  return additions.find(([, is]) => is(element))?.[0] ?? '';
}

// {tokens: [{word, rule}], title}: of the element of class `prose`, and of the page's h1.
export function readArticle(source) {
  const tokens = [];
  let title = '', text = '', state = { isCode: false, rule: '' }, page = 0;
  const flush = () => {
    const words = state.isCode ? codeTokensOf(text) : tokensOf(text);
    if (remote.test(text.trim())) state = { ...state, rule: 'image on another site' };
    // What a rule holds is one token: none of its words can be taken for a word beside it.
    if (state.rule && words.length) tokens.push({ word: (state.rule === name ? captionMark : ruleMark) + words.join(''), rule: state.rule });
    else tokens.push(...words.map((word) => ({ word, rule: '' })));
    text = '';
  };
  walk(source, (event, what, stack) => {
    const isInside = stack.some((e) => e.classes.includes('prose'));
    if (event === 'text' && stack.at(-1)?.attributes.id === 'titre') title += what;
    if (!isInside) return;
    if (event === 'text') {
      text += page ? '' : what;
      return;
    }
    if (event === 'open' && what.name === 'wbr') return;
    flush();
    if (what.classes.includes('page-ref')) {
      if (event === 'open') tokens.push({ word: pageMark, rule: '' });
      page = event === 'open';
    }
    if (event === 'open' && what.name === 'img' && !page) {
      text = what.attributes.alt ?? '';
      flush();
    }
    const open = event === 'open' && !voids.has(what.name) ? [...stack, what] : stack;
    state = { isCode: open.some((e) => codes.has(e.name)), rule: open.map(additionOf).find((rule) => rule) ?? '' };
  });
  flush();
  return { tokens, title };
}

// Tags and signs that the source's syntax left behind, seen by readers.
const garbage = [
  [/\{%|%\}/, 'a tag of GitBook'],
  [/&(?:#x?[0-9a-z]+|amp|lt|gt|quot|nbsp);/i, 'an entity'],
  [/\\[_*[\]{}()#.!<>&`|~-]/, 'a backslash'],
  [/<\/[a-z]/i, 'an HTML tag'],
  [/\]\((?!\s)/, 'a link’s syntax'],
];

// What is wrong with a page whatever its source said: [what, where].
export function faultsOf(source) {
  const faults = [];
  const named = [];
  walk(source, (event, what, stack) => {
    if (event === 'text') {
      if (!stack.some((e) => codes.has(e.name) || e.name === 'script'))
        for (const [pattern, kind] of garbage)
          if (pattern.test(what)) faults.push(`${kind} is seen: ${around(what, pattern)}`);
      for (const element of named) element.text += what;
      return;
    }
    const isNamed = /^(h[1-6]|a|button|summary)$/.test(what.name);
    if (event === 'open') {
      if (what.name === 'img') for (const element of named) element.text += what.attributes.alt ?? '';
      if (what.name === 'a' && what.classes.includes('anchor')) what.attributes['aria-label'] ||= '';
      if (isNamed) named.push({ what, text: what.attributes['aria-label'] ?? '', isMark: what.classes.includes('anchor') });
      return;
    }
    if (!isNamed) return;
    const { text, isMark } = named.pop();
    // The sign behind a title names nothing.
    if (isMark) for (const element of named) element.text = element.text.replace(/#$/, '');
    if (!text.trim()) faults.push(`<${what.name}> without words: ${JSON.stringify(what.attributes)}`);
  });
  return faults;
}

function around(text, pattern) {
  const at = text.search(pattern);
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 40));
}
