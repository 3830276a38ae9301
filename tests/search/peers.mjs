// Other searches on the same pages and queries: node tests/search/peers.mjs SITE QUERIES.tsv...
// SITE was built by us. MiniSearch gets title, headings, description and text, stop words, folded letters, prefixes and
// slips; Pagefind reads the articles as it comes, in a browser. All of them find pages, ten at most.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { createRequire } from 'node:module';

const [site, ...files] = process.argv.slice(2);
const build = path.resolve(process.env.BUILD ?? 'build');
const require = createRequire(path.join(build, 'npm-search/package.json'));

const queries = files.flatMap((file) => fs.readFileSync(file, 'utf8').split('\n'))
  .map((line) => line.split('\t')).filter(([kind, query]) => query && kind !== 'kind' && !kind.startsWith('#'))
  .map(([kind, text, primary, acceptable]) => ({ kind, text, primary, acceptable }));
const matches = (pattern, address) => Boolean(pattern) && new RegExp(pattern).test(address.replace(/\/$/, ''));
const grade = (query, address) => (matches(query.primary, address) ? 2 : matches(query.acceptable, address) ? 1 : 0);
const gain = (grades) => grades.slice(0, 10).reduce((sum, g, i) => sum + (2 ** g - 1) / Math.log2(i + 2), 0);

// Ours.
const script = fs.readdirSync(path.join(site, 'assets')).find((name) => /^recherche\..*js$/.test(name));
const context = vm.createContext({ TextEncoder });
vm.runInContext(`${fs.readFileSync(path.join(site, 'assets', script), 'utf8')}\nglobalThis.recherche = recherche;`, context);
const load = (name) => vm.runInContext(fs.readFileSync(path.join(site, 'recherche', name), 'utf8'), context);
context.recherche.loadBy(async (name) => load(name));
fs.readdirSync(path.join(site, 'recherche')).filter((name) => name.startsWith('page-')).forEach(load);
const addresses = context.recherche.pages.map(([, address]) => decodeURI(address));
const ours = async (query) => (await context.recherche.rank(query)).map(({ page }) => addresses[page]);

// The pages, as readers have them.
const plain = (html) => html.replace(/<(script|style|template)[\s\S]*?<\/\1>/g, ' ').replace(/<\/?(?:span|a|em|strong|code|b|mark|button)\b[^>]*>/g, '')
  .replace(/<[^>]*>/g, ' ').replace(/&#?\w+;/g, ' ').replace(/\s+/g, ' ');
const sourceOf = (address) => fs.readFileSync(path.join(site, address, address.endsWith('.html') ? '' : 'index.html'), 'utf8');
const documents = addresses.map((address, id) => {
  const source = sourceOf(address), article = /<article[\s\S]*<\/article>/.exec(source)?.[0] ?? '';
  return {
    id, title: plain(/<h1[\s\S]*?<\/h1>/.exec(source)?.[0] ?? ''), description: /<meta name="description" content="([^"]*)"/.exec(source)?.[1] ?? '',
    headings: [...article.matchAll(/<h[2-6][\s\S]*?<\/h[2-6]>/g)].map(([heading]) => plain(heading)).join(' '), text: plain(article),
  };
});

// MiniSearch.
const stops = new Set(/"vides":"([^"]*)"/.exec(fs.readFileSync(path.join(site, 'recherche/index.js'), 'utf8'))[1].split(' '));
function miniSearch() {
  const MiniSearch = require('minisearch');
  const index = new MiniSearch({
    fields: ['title', 'description', 'headings', 'text'],
    tokenize: (text) => context.recherche.fold(text).split(/[^\p{L}\p{N}]+/u),
    processTerm: (term) => (term.length > 1 && !stops.has(term) ? term : null),
    searchOptions: { boost: { title: 4, headings: 2, description: 2 }, prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 4 ? 0.2 : 0) },
  });
  index.addAll(documents);
  return async (query) => index.search(query).slice(0, 10).map(({ id }) => addresses[id]);
}

// Pagefind.
async function pagefind(folder) {
  for (const address of addresses) {
    const file = path.join(folder, address, address.endsWith('.html') ? '' : 'index.html');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, sourceOf(address));
  }
  execFileSync(process.execPath, [path.join(build, 'npm-search/node_modules/pagefind/lib/runner/bin.cjs'), '--site', folder, '--root-selector', 'article', '--quiet']);
  const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (!file.startsWith(folder) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(fs.readFileSync(file));
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage(), home = `http://127.0.0.1:${server.address().port}`;
  await page.goto(`${home}/index.html`);
  const search = (query) => page.evaluate(async (text) => {
    const found = await (await import('/pagefind/pagefind.js')).search(text);
    return Promise.all(found.results.slice(0, 10).map(async (one) => (await one.data()).url));
  }, query);
  return {
    search: async (query) => (await search(query)).map((url) => decodeURI(url.replace(/^\//, '').replace(/index\.html$/, ''))),
    close: async () => { await browser.close(); server.close(); },
  };
}

async function measure(name, search) {
  const kinds = new Map();
  for (const query of queries) {
    const grades = (await search(query.text)).map((address) => grade(query, address));
    const first = grades.findIndex((g) => g > 0), best = gain(addresses.map((address) => grade(query, address)).sort((a, b) => b - a));
    for (const kind of [query.kind, 'all']) {
      if (!kinds.has(kind)) kinds.set(kind, { n: 0, one: 0, three: 0, reciprocal: 0, gain: 0 });
      const f = kinds.get(kind);
      f.n++;
      f.one += first === 0;
      f.three += first >= 0 && first < 3;
      f.reciprocal += first >= 0 ? 1 / (first + 1) : 0;
      f.gain += best > 0 ? gain(grades) / best : 0;
    }
  }
  const all = kinds.get('all');
  kinds.delete('all');
  for (const [kind, f] of [...kinds, ['all', all]])
    console.log(`${name.padEnd(11)} ${kind.padEnd(18)} ${String(f.n).padStart(3)}  hit@1 ${(f.one / f.n).toFixed(2)}  hit@3 ${(f.three / f.n).toFixed(2)}  MRR ${(f.reciprocal / f.n).toFixed(2)}  nDCG ${(f.gain / f.n).toFixed(2)}`);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sommaire-search-'));
try {
  await measure('sommaire', ours);
  await measure('MiniSearch', miniSearch());
  const other = await pagefind(folder);
  await measure('Pagefind', other.search);
  await other.close();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
