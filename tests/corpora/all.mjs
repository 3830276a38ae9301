// Real GitBook repositories, built as they are: nothing is lost, nothing is left over, what comes out is valid.
//
//     make check-corpora CORPORA=FOLDER
//
// FOLDER holds one or more repositories, each a folder of its own. See README.md beside this file.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build, buildSite, startBrowser, startServer } from '../browser/harness.mjs';
import { finish, holds } from '../browser/tap.mjs';
import { faultsOf, readArticle } from './article.mjs';
import { compare } from './compare.mjs';
import { expand, readSource } from './source.mjs';
import { tellTable, Tally } from './tally.mjs';
import { testLook } from './look.mjs';
import { testValidity } from './validity.mjs';
import { tokensOf } from './words.mjs';

const folder = process.env.CORPORA ?? process.argv[2];
if (!folder || !fs.existsSync(folder)) {
  process.stderr.write('Which corpora? make check-corpora CORPORA=FOLDER\n');
  process.exit(2);
}

// Files that became pages: [{file, output, title}], with the table of contents as a second witness.
function pagesOf(repository) {
  const list = execFileSync(path.join(build, 'tests/corpora'), [repository], { encoding: 'utf8' });
  return list.trim().split('\n').map((line) => {
    const [file, output, , title] = line.split('\t');
    return { file, output, title };
  });
}

// Files that SUMMARY.md lists, read without our parser; those that exist must be pages.
function unpublished(repository, pages) {
  const summary = fs.readFileSync(path.join(repository, 'SUMMARY.md'), 'utf8');
  const published = new Set(pages.map(({ file }) => file));
  return [...summary.matchAll(/^\s*[*+-] \[.*\]\(<?([^)>]+?\.md)>?(?: "[^"]*")?\)\s*$/gm)]
    .map(([, file]) => decodeURI(file)).filter((file) => fs.existsSync(path.join(repository, file)) && !published.has(file))
    .map((file) => `${file}: listed, there, and no page`);
}

// A file's text, with what it includes.
function textOf(file) {
  return expand(fs.readFileSync(file, 'utf8'), (name) => {
    const included = path.resolve(path.dirname(file), name);
    return fs.existsSync(included) ? fs.readFileSync(included, 'utf8') : null;
  });
}

// The comparison must see what is taken away: each page, with one of its words left out.
function isBlind(source, article, differing) {
  const places = article.tokens.map((token, i) => i)
    .filter((i) => !article.tokens[i].rule && !differing.some(([k, l]) => k <= i && i < l));
  if (places.length === 0) return false;
  const taken = places[Math.floor(places.length * 0.618)];
  return compare(source.tokens, article.tokens.filter((token, i) => i !== taken)).faults.length === 0;
}

function testTitle(tally, page, source, article) {
  const shown = tokensOf(article.title).join(' '), own = source.title.map(({ word }) => word).join(' ');
  if (!article.title.trim()) return [`${page.file}: no title`];
  tally.rule('title', source.title.length === 0 ? 'of SUMMARY.md or the file: the source has none'
    : shown === own ? 'the source’s own' : 'another: front matter, or SUMMARY.md for a file’s name');
  return [];
}

function testWords(name, repository, site, pages, tally) {
  const faults = [], left = [], blind = [];
  for (const page of pages) {
    const place = `${name}/${page.file}`;
    const source = readSource(textOf(path.join(repository, page.file)));
    const html = fs.readFileSync(path.join(site.out, page.output), 'utf8');
    const article = readArticle(html);
    const result = compare(source.tokens, article.tokens);
    tally.add(source, result);
    faults.push(...result.faults.map(({ line, says }) => `${place}:${line}: ${says}`), ...testTitle(tally, page, source, article));
    if (isBlind(source, article, result.differing)) blind.push(place);
  }
  for (const page of site.pages.filter((page) => !page.isRedirect))
    left.push(...faultsOf(page.source).map((fault) => `${name}: ${page.name}: ${fault}`));
  holds(`${name}: all words of ${pages.length} pages, in order, and no others`, faults);
  holds(`${name}: the comparison sees one word that is taken away, on each page`, blind);
  holds(`${name}: no syntax is seen, no title is empty, no link is nameless`, left);
}

const server = await startServer();
const browser = await startBrowser();
const tally = new Tally();
try {
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'SUMMARY.md'))).sort();
  holds(`${folder} holds repositories`, names.length ? '' : 'no folder with a SUMMARY.md');
  for (const name of names) {
    const repository = path.join(folder, name), address = server.address(name);
    const site = buildSite(name, repository, '--url', address);
    holds(`${name}: builds`, site.status < 2 ? '' : `status ${site.status}: ${site.said}`);
    if (site.status > 1) continue;
    const pages = pagesOf(repository);
    holds(`${name}: what SUMMARY.md lists is published`, unpublished(repository, pages));
    testWords(name, repository, site, pages, tally);
    await testValidity(site);
    server.mount(site);
    await testLook(browser, site, address);
  }
} finally {
  await browser.close();
  await server.close();
}
tellTable(tally);
finish();
