// What tries to run script (vectors.txt), by every entry of a course, opened without the pages' own policy.
//
// In each entry each vector is a page or a course of its own. A page is opened from the disk with the policy off:
// nothing may run, be asked of another machine, leave for another page, or stand in it as a handler or as an
// address that runs. `node tests/browser/vectors.mjs [ENTRY...]` tries all; with SEED, a number, a thirtieth
// that it chooses.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSite, filesBelow, openPage, scratch, startBrowser } from './harness.mjs';
import { finish, holds } from './tap.mjs';

const escapes = { n: '\n', t: '\t', f: '\f', v: '\v', 0: '\0', '\\': '\\', '"': '"' };

// Bytes, since some vectors are no UTF-8: a character is a byte here.
function readVectors() {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), 'vectors.txt');
  return fs.readFileSync(file, 'latin1').split('\n').filter((line) => line && !line.startsWith('; '))
    .map((line) => line.replace(/\\(x[0-9a-f]{2}|.)/g, (all, what) =>
      what.startsWith('x') ? String.fromCharCode(parseInt(what.slice(1), 16)) : escapes[what] ?? all)
      .replace(/JS/g, 'alert(1)'));
}

const line = (text) => text.replace(/[\n\r\f\v\0]/g, ' ');
const quoted = (text) => `"${line(text).replace(/[\\"]/g, '\\$&').replace(/[\x00-\x08\x0e-\x1f]/g, ' ')}"`;
const attribute = (text) => line(text).replaceAll('"', '&quot;');
const latin = (text) => Buffer.from(text, 'utf8').toString('latin1'); // text of ours, among bytes
const svg = (inner) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`;

// An entry: what a vector becomes. `page`: the text of a page; `files`: further files of a course of its own.
const entries = {
  text: { page: (v) => `# T\n\n${v}\n` },
  'between words': { page: (v) => `# T\n\nUn mot ${v} et un autre.\n\n* ${v}\n\n> ${v}\n\n| a |\n|---|\n| ${line(v)} |\n` },
  heading: { page: (v) => `# ${line(v)}\n\n## ${line(v)}\n\n[x](#${encodeURIComponent(line(v))})\n` },
  'words of links': { page: (v) => `# T\n\n[${v}](README.md) ![${line(v)}](i.png "${line(v)}") [x](README.md "${line(v)}")\n` },
  'addresses of links': { page: (v) => `# T\n\n[x](<${line(v)}>) [y](${v}) ![z](<${line(v)}>) <${line(v)}> <a href="${attribute(v)}">h</a> <img src="${attribute(v)}" alt="">\n` },
  'front matter': { page: (v) => ['fiche', 'chapitre', 'etude-de-cas', 'page'].map((type) => type).slice(v.length % 4, v.length % 4 + 1)
    .map((type) => `---\ntype: ${type}\ntitle: ${quoted(v)}\ndescription: ${quoted(v)}\nobjectifs: [${quoted(v)}]\nresultats: [${quoted(v)}]\nservice: ${quoted(v)}\ncout: ${quoted(v)}\n`
      + `duree: 3\nsources: [${quoted(v)}, ${quoted(`https://a.fr/${v}`)}]\nresponsable: ${quoted(v)}\naliases: [${quoted(v)}]\nprerequis: [${quoted(v)}]\nicon: ${quoted(v)}\ncover: ${quoted(v)}\nlang: ${quoted(v)}\n---\n\n# T\n`)[0] },
  tags: { page: (v) => `# T\n\n{% hint style="${attribute(v)}" title="${attribute(v)}" %}\n${v}\n\n{% endhint %}\n\n{% tabs %}\n{% tab title="${line(v)}" %}\n${v}\n\n{% endtab %}\n{% endtabs %}\n\n`
    + `{% code title="${line(v)}" %}\n\`\`\`${line(v)}\n${v}\n\`\`\`\n{% endcode %}\n\n{% embed url="${line(v)}" caption="${line(v)}" %}\n\n{% file src="${line(v)}" caption="${line(v)}" %}\n\n{% content-ref url="${line(v)}" %}\n[x](<${line(v)}>)\n{% endcontent-ref %}\n` },
  'notes and folds': { page: (v) => `# T\n\nMot[^1].\n\n<details>\n<summary>${v}</summary>\n\n${v}\n\n</details>\n\n<figure><img src="${attribute(v)}" alt="${attribute(v)}"><figcaption>${v}</figcaption></figure>\n\n[^1]: ${line(v)}\n` },
  quiz: { page: (v) => `---\ntype: quiz\n---\n# T\n\n## ${line(v)}\n\n- [x] ${line(v)}\n  ${line(v)}\n- [ ] ${line(v)}\n  ${line(v)}\n` },
  glossary: { files: (v) => ({
    'mots.md': `---\ntype: glossaire\n---\n# Mots\n\n## ${line(v)}\n\n${v}\n\n## DDT\n\n${line(v)}\n\nAutres formes : ${line(v)}, zzz\n`.replace('formes :', latin('formes\u00a0:')),
    'README.md': `# T\n\nLa DDT dit ${line(v)} et zzz.\n` }) },
  'table of contents': { files: (v) => ({
    'README.md': '# T\n\nBonjour.\n', 'page.md': '# P\n',
    'SUMMARY.md': `# Table\n\n* [Accueil](README.md)\n\n## ${line(v)}\n\n* [${line(v)}](page.md "${line(v)}")\n* [x](<${line(v)}>)\n* ${line(v)}\n` }) },
  'site.yml': { files: (v) => ({
    'README.md': '# T\n\n[e](https://app.gitbook.com/s/ABC/x)\n',
    'site.yml': ['title', 'description', 'contact', 'licence', 'language', 'url'].map((key) => `${key}: ${quoted(v)}\n`).join('')
      + `repository: {url: ${quoted(v)}, branch: ${quoted(v)}}\naccessibilite: {etat: ${quoted(v)}, audit: ${quoted(v)}}\nmentions-legales: {editeur: ${quoted(v)}, hebergeur: ${quoted(v)}}\n`
      + `donnees-personnelles: {contact: ${quoted(v)}}\nspaces: {ABC: ${quoted(v)}}\nredirects: {ancien: ${quoted(v)}}\neditions: [une-page]\n` }) },
  'addresses of site.yml': { files: (v) => ({
    'README.md': '# T\n\n[e](https://app.gitbook.com/s/ABC/x)\n',
    'site.yml': `title: T\ncontact: ${quoted(addressOf(v))}\nrepository: {url: ${quoted(addressOf(v))}}\nspaces: {ABC: ${quoted(addressOf(v))}}\nurl: ${quoted(`https://a.fr/${line(v)}`)}\n` }) },
  'names of files': { files: (v) => ({
    'README.md': `# T\n\n[x](<${line(v).replace(/[/<>]/g, '_').slice(0, 80)}.md>) {% include "./${fileName(v)}.md" %}\n`,
    [`${fileName(v)}.md`]: '# P\n\nUne page.\n', [`${fileName(v)}.png`]: '', [`${fileName(v)}/README.md`]: '# D\n' }) },
  pictures: { files: (v) => ({
    'README.md': '# T\n\n![i](i.svg)\n\n[f](i.svg) [g](f.html) [h](f.xhtml) {% file src="f.pdf" %}\n', 'i.svg': svg(v), 'f.html': v, 'f.xhtml': svg(v), 'f.pdf': v }) },
};

// The address within a vector, as an editor would be talked into writing it.
function addressOf(v) {
  return line(/(?:href|src|action|url)\s*=\s*["']?([^"'>\s]+)/.exec(v)?.[1] ?? /\]\(<?([^)>]*)/.exec(v)?.[1] ?? v);
}
function fileName(v) {
  return line(v).replaceAll('/', '\u2215'.charCodeAt() > 255 ? '_' : '/').slice(0, 80).trim() || 'vide';
}

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, path.normalize(`/${name}`));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, Buffer.from(text, 'latin1'));
  }
}

// Not the 404 page, the site map, the theme's own pictures: no page of theirs says what its texts say.
const isOfPages = /^(?!.*\/(404\.html|plan-du-site\/|assets\/)).*\.(html|xhtml|svg)$/;

// The pages to open: {vector, entry, file}.
function makePages(entry, vectors) {
  const slug = entry.replaceAll(/[ .]/g, '-');
  const folder = path.join(scratch, 'vectors', slug);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const { page, files } = entries[entry];
  if (page) {
    const listed = vectors.map(([i]) => `* [v${i}](v${i}.md)\n`).join('');
    write(folder, { 'README.md': '# T\n', 'site.yml': 'title: T\n', 'SUMMARY.md': `# Table\n\n* [T](README.md)\n${listed}`, 'i.png': '' });
    vectors.forEach(([i, v]) => write(folder, { [`v${i}.md`]: page(v) }));
    const site = buildSite(`vectors-${slug}`, folder);
    return { statuses: [site.status], pages: site.pages.map((p) => ({ file: p.file, of: p.name })) };
  }
  const found = vectors.map(([i, v]) => {
    const course = path.join(folder, `v${i}`);
    write(course, { 'site.yml': 'title: T\n', ...files(v) });
    const site = buildSite(`vectors-${slug}/v${i}`, course);
    const opened = fs.existsSync(site.out) ? filesBelow(site.out).filter((f) => entry.includes('site.yml') ? /\.html$/.test(f) : isOfPages.test(f)) : [];
    return { status: site.status, pages: opened.map((file) => ({ file, of: `v${i}/${path.relative(site.out, file)}` })) };
  });
  return { statuses: found.map((f) => f.status), pages: found.flatMap((f) => f.pages) };
}

// Runs in the page: what stands in it that could run. The theme's own scripts, those of search and forms are files.
function standing() {
  const bad = [];
  const runs = /^\s*(javascript|vbscript|data|blob|view-source|feed|filesystem)\s*:/i;
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    for (const { name: key, value } of element.attributes) {
      if (/^on/i.test(key)) bad.push(`${name} has ${key}`);
      if (/^(.*:)?(href|src|action|formaction|data|poster|cite|background|ping|srcdoc|srcset)$/i.test(key) && runs.test(value.replace(/[\x00-\x20]/g, '')))
        bad.push(`${name} has ${key}="${value.slice(0, 60)}"`);
    }
    // A picture's styles are its own, and those of what a browser shows of a broken one.
    const isPicture = document.documentElement.localName === 'svg' || document.querySelector('parsererror');
    if (/^(object|embed|applet|base|frame|frameset|portal|math|style|marquee|noscript|plaintext|xmp)$/.test(name) && !(isPicture && name === 'style')) bad.push(`there is <${name}>`);
    if (name === 'script' && !/\/(assets\/[\w.-]+|chercher|(recherche|search)\/(index|lexique|(mots|page|suites)-\d+))\.js$/.test(element.src) && element.type !== 'application/json') bad.push('there is a script of somebody');
    if (name === 'iframe') bad.push('there is <iframe>');
  }
  return [...bad, ...(window.ran ?? []).map((what) => `ran: ${what}`)];
}

async function testVectors(browser, chosen, asked) {
  const vectors = readVectors().map((v, i) => [i, v]);
  const names = Object.keys(entries).filter((name) => asked.length === 0 || asked.includes(name));
  const page = await openPage(browser, { bypassCSP: true, viewport: { width: 800, height: 600 } });
  await page.addInitScript(() => {
    window.ran = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => window.ran.push(`${name} at ${location.href.slice(-60)}`);
  });
  let opened = 0;
  for (const [n, entry] of names.entries()) {
    const { statuses, pages } = makePages(entry, chosen === undefined ? vectors : vectors.filter(([i]) => (i + chosen) % (2 * names.length) === n));
    const faults = statuses.filter((status) => status !== 0 && status !== 1).map((status) => `status ${status}`);
    for (const { file, of } of pages) {
      page.faults.length = 0;
      const { href } = pathToFileURL(file);
      const isRedirect = /http-equiv="refresh"/i.test(fs.readFileSync(file, 'latin1'));
      await page.goto(href, { waitUntil: isRedirect ? 'commit' : 'load' }).catch((error) => faults.push(`${of}: ${error}`));
      if (isRedirect) continue;
      const found = await page.evaluate(standing).catch((error) => [`left: ${error}`]);
      faults.push(...found.map((fault) => `${of}: ${fault}`), ...page.faults.filter((fault) => !fault.startsWith('failed: file:') && !/ERR_FILE_NOT_FOUND/.test(fault)).map((fault) => `${of}: ${fault}`));
      if (page.url() !== href) faults.push(`${of}: left for ${page.url()}`);
      opened++;
    }
    holds(`nothing runs by way of: ${entry} (${pages.length} pages)`, faults);
  }
  console.log(`# ${vectors.length} vectors, ${names.length} entries, ${opened} pages opened without their policy`);
  await page.context().close();
}

const browser = await startBrowser();
try {
  await testVectors(browser, process.env.SEED === undefined ? undefined : Number(process.env.SEED), process.argv.slice(2));
} finally {
  await browser.close();
}
finish();
