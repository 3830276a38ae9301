// Search as readers meet it: the dialog, its page, from the disk, without scripts, by keyboard, on a telephone.

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPage, require } from './harness.mjs';
import { attempt, equals, holds } from './tap.mjs';
import { rules, violations } from './views.mjs';

const telephone = { width: 390, height: 844 };

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

async function axeFaults(page) {
  await page.evaluate(axe);
  return violations(await page.evaluate((runOnly) => globalThis.axe.run({ runOnly }), rules));
}

const answered = (page) => page.waitForSelector('.search-results > li');

async function openDialog(page) {
  await page.click('#cours_chercher');
  await page.waitForSelector('dialog[open] input:focus');
}

async function ask(page, query) {
  await page.fill('#cours_q', query);
  await answered(page);
}

async function testDialog(browser, name, address, word) {
  const page = await openPage(browser, { viewport: telephone, reducedMotion: 'reduce' });
  await page.goto(address);
  const before = await page.evaluate(() => performance.getEntriesByType('resource').filter((entry) => /recherche\/|boite|recherche\./.test(entry.name)).length);
  equals(`${name}: nothing of search is loaded before somebody reaches for it`, before, 0);
  const size = await page.locator('#cours_chercher').boundingBox();
  holds(`${name}: on a telephone its button has 44 pixels`, size.width >= 44 && size.height >= 44 ? '' : JSON.stringify(size));
  await openDialog(page);
  await attempt(`${name}: the empty dialog`, () => axeFaults(page));
  await ask(page, word);
  await attempt(`${name}: the dialog with answers`, () => axeFaults(page));
  holds(`${name}: answers are announced`, /\d/.test(await page.textContent('.search-status')) ? '' : await page.textContent('.search-status'));
  holds(`${name}: the dialog fits a telephone`, await page.evaluate(() => {
    const dialog = document.querySelector('dialog');
    return dialog.scrollWidth > dialog.clientWidth ? `${dialog.scrollWidth} > ${dialog.clientWidth}` : '';
  }));
  await page.keyboard.press('ArrowDown');
  holds(`${name}: an arrow leads to the first answer`, await page.evaluate(() => (document.activeElement.matches('.search-results a') ? '' : document.activeElement.outerHTML)));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog').open);
  equals(`${name}: Escape closes at once, and the button has the focus again`, await page.evaluate(() => document.activeElement.id), 'cours_chercher');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('dialog[open]');
  await page.fill('#cours_q', 'qwxzqwxz');
  await page.waitForFunction(() => document.querySelector('.search-status').textContent.includes('qwxzqwxz'));
  await attempt(`${name}: the dialog without an answer`, () => axeFaults(page));
  await ask(page, word);
  await page.keyboard.press('ArrowDown');
  const wanted = await page.evaluate(() => document.activeElement.href);
  await Promise.all([page.waitForURL((url) => url.href === wanted), page.keyboard.press('Enter')]);
  const marks = await page.waitForFunction(() => !CSS.highlights || CSS.highlights.get('recherche')?.size, null, { timeout: 5000 }).then(() => '', () => 'no word is marked');
  holds(`${name}: the words are marked on the page that opens`, [marks, ...page.faults]);
  await page.context().close();
}

async function testPage(browser, name, address, word) {
  const page = await openPage(browser);
  for (const form of ['#q=', '?q=']) {
    await page.goto('about:blank');
    await page.goto(`${address}recherche/${form}${encodeURIComponent(word)}`);
    await answered(page);
    holds(`${name}: the page answers ${form}`, await page.inputValue('#cours_q') === word ? '' : await page.inputValue('#cours_q'));
  }
  await attempt(`${name}: the page with answers`, () => axeFaults(page));
  holds(`${name}: answers stand before the crumbs and the help`, await page.evaluate(() => {
    const first = document.querySelector('main a');
    return first?.closest('.search-results') ? '' : first?.outerHTML;
  }));
  await page.fill('#cours_q', 'qwxzqwxz');
  await page.waitForFunction(() => document.querySelector('.search-status').textContent.includes('qwxzqwxz'));
  equals(`${name}: the query stands behind #, which no server sees`, new URL(page.url()).hash, '#q=qwxzqwxz');
  holds(`${name}: no fault on the page`, page.faults);
  await page.context().close();
}

async function testWithoutScripts(browser, name, address) {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(address);
  await page.click('#cours_chercher');
  await page.waitForURL(/recherche\/$/);
  const links = await page.locator('.search-help a').count();
  holds(`${name}: without scripts the button leads to the site map`, links > 0 && await page.locator('form').count() === 0 ? '' : `${links} links`);
  await page.context().close();
}

async function testFromDisk(browser, name, site, word) {
  const page = await openPage(browser);
  await page.goto(pathToFileURL(path.join(site.out, 'index.html')).href);
  await openDialog(page);
  await ask(page, word);
  const target = await page.evaluate(() => document.querySelector('.search-results a').href);
  holds(`${name}: answers from the disk, with links to files`, [target.includes('index.html') ? '' : target, ...page.faults]);
  await page.context().close();
}

export async function testSearch(browser, { name, ...site }, address) {
  const word = 'contact';
  await testDialog(browser, name, address, word);
  await testPage(browser, name, address, word);
  await testWithoutScripts(browser, name, address);
  await testFromDisk(browser, name, site, word);
}
