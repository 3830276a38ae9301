// The files themselves: valid HTML, one title, strict policy, weight, links that lead somewhere under any path.

import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { ask, filesBelow, isWellFormed, require } from './harness.mjs';
import { equals, holds } from './tap.mjs';

const heaviestStyle = 14_000; // bytes of CSS, compressed
const heaviestBook = 4_000; // of what the course in one page has more
export const validation = {
  extends: ['html-validate:recommended'],
  rules: {
    'no-redundant-role': 'off', // RGAA 9.2 asks for explicit roles
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off', // templates indent; bytes, not validity
    'long-title': 'off', // the editor's words
    'attribute-boolean-style': 'off', // checked="" is as valid as checked
    'attr-quotes': ['error', { style: 'auto' }],
    'require-sri': 'off',
    'valid-id': ['error', { relaxed: true }], // GitBook's anchors keep dots
    'prefer-native-element': ['error', { exclude: ['region', 'list', 'listitem', 'article'] }],
    'text-content': 'off', // axe looks at computed names
  },
};

async function isValid(site) {
  const { HtmlValidate, StaticConfigLoader } = require('html-validate');
  const validator = new HtmlValidate(new StaticConfigLoader(validation));
  for (const page of site.pages) {
    const report = await validator.validateString(page.source, page.file);
    holds(`${site.name}, ${page.name}: valid`, report.results.flatMap((result) =>
      result.messages.map((message) => `${page.name}:${message.line}:${message.column}: ${message.message} (${message.ruleId})`)));
  }
}

function policyFaults({ name, source, kind, isRedirect }) {
  const faults = [];
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(source)?.[1];
  if (isRedirect) return faults;
  if (!policy) faults.push('no policy');
  else if (!policy.includes("default-src 'none'") || policy.includes('unsafe')) faults.push(`a weak policy: ${policy}`);
  if (/<style[\s>]/.test(source)) faults.push('a style element');
  if (/<script(?![^>]*\ssrc=)(?![^>]*type="application\/)[^>]*>/.test(source)) faults.push('an inline script');
  if (/<[^>]*\s(style|on\w+)="/.test(source.replace(/<code[\s\S]*?<\/code>/g, ''))) faults.push('an inline style or handler');
  for (const [tag, count] of [['<h1[\\s>]', 1], ['<main[\\s>]', 1], ['<title>', 1], ['<html lang="\\w', 1]]) {
    const found = source.match(new RegExp(tag, 'g'))?.length ?? 0;
    if (found !== count && !(kind === 'livre' && tag.startsWith('<h1') && found > count)) // its parts have one each
      faults.push(`${found} times ${tag}`);
  }
  for (const role of ['banner', 'main', 'contentinfo', 'navigation']) {
    if (!source.includes(`role="${role}"`)) faults.push(`no role="${role}"`);
  }
  return faults.map((fault) => `${name}: ${fault}`);
}

const decode = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function linksOf(source) {
  const clean = source.replace(/<(pre|code)[\s>][\s\S]*?<\/\1>/g, '');
  return [...clean.matchAll(/<(\w+)[^>]*?\s(href|src|data-src)="([^"]*)"/g)]
    .map(([tag, element, , value]) => ({ element, value: decode(value), isAbsolute: /rel="(canonical|alternate)"/.test(tag) }));
}

// Asks the server for each address once.
function asker() {
  const answers = new Map();
  return (url) => {
    if (!answers.has(url)) {
      answers.set(url, ask(url).then(({ ok, status, url: final, type, text }) =>
        ({ ok, status, final, text: type.includes('html') ? text : '' })));
    }
    return answers.get(url);
  };
}

async function deadLinks(site, address, page, askOnce) {
  const faults = [];
  for (const { value, isAbsolute } of linksOf(page.source)) {
    if (/^(https?:|mailto:|tel:|data:)/.test(value) && !value.startsWith(address)) continue;
    if (value.startsWith('/') && page.name !== '404.html') faults.push(`root-absolute: ${value}`);
    if (value.startsWith(address) && !isAbsolute) faults.push(`absolute: ${value}`);
    const target = new URL(value, address + page.url);
    const anchor = decodeURIComponent(target.hash.slice(1));
    target.hash = '';
    const answer = await askOnce(target.href);
    if (!answer.ok) faults.push(`${answer.status}: ${value}`);
    else if (answer.final !== target.href) faults.push(`redirected: ${value}`);
    else if (anchor && !new RegExp(`\\s(id|name)="${anchor.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"`).test(answer.text))
      faults.push(`no such anchor: ${value}`);
  }
  return faults;
}

function styleWeight(site) {
  const sheets = filesBelow(site.out).filter((file) => file.endsWith('.css'));
  const weigh = (files) => files.reduce((sum, file) => sum + zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length, 0);
  const [book, pages] = [sheets.filter((file) => /\/livre\./.test(file)), sheets.filter((file) => !/\/livre\./.test(file))];
  return [[weigh(pages), heaviestStyle], [weigh(book), heaviestBook]]
    .filter(([bytes, most]) => bytes > most).map(([bytes, most]) => `${bytes} bytes of CSS, over ${most}`);
}

export async function testMarkup(site, address) {
  const askOnce = asker();
  await isValid(site);
  holds(`${site.name}: strict policy, one title, landmarks`, site.pages.flatMap(policyFaults));
  holds(`${site.name}: light style sheets`, styleWeight(site));
  for (const page of site.pages)
    holds(`${site.name}, ${page.name}: its links lead somewhere`, await deadLinks(site, address, page, askOnce));
  holds(`${site.name}: sitemap.xml is well-formed`, isWellFormed(path.join(site.out, 'sitemap.xml')));
  const lost = await ask(`${address}nulle/part/ici`);
  equals(`${site.name}: an unknown address is answered with 404`, lost.status, 404);
  holds(`${site.name}: and with the site's own page`, lost.text.includes('<h1') ? '' : 'no title');
}
