// Other ways to read: without JavaScript, on paper, from the disk.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPage, samples } from './harness.mjs';
import { attempt, holds } from './tap.mjs';

// The form of search answers where scripts run only, and is made there.
const textOf = () => {
  document.querySelector('.search-page')?.replaceChildren();
  return (document.querySelector('main') ?? document.body).innerText.replace(/\s+/g, ' ').trim();
};

// Whether a fold that is closed and seen opens by the keyboard.
async function opens(summary) {
  const isOpen = () => summary.evaluate((element) => element.parentElement.open);
  if (await isOpen() || !await summary.isVisible()) return '';
  await summary.press('Enter');
  return await isOpen() ? '' : `a fold does not open: ${await summary.innerText()}`;
}

// Everything that a page says is there without JavaScript, what is folded included.
async function withoutScripts(browser, site, address) {
  const [plain, full] = [await openPage(browser, { javaScriptEnabled: false }), await openPage(browser)];
  for (const { url, kind, name } of samples(site)) {
    await attempt(`${site.name}, ${kind} (${name}): complete without JavaScript`, async () => {
      plain.faults.length = 0;
      await plain.goto(address + url);
      await full.goto(address + url);
      const [texts, expected] = [await plain.locator('main').innerText(), await full.evaluate(textOf)];
      const faults = texts.replace(/\s+/g, ' ').trim().length < expected.length * 0.9 ? ['text is missing'] : [];
      for (const summary of await plain.$$('details > summary'))
        faults.push(await opens(summary));
      if (await plain.locator('a[href]:visible').count() === 0) faults.push('no link');
      return [...faults, ...plain.faults.filter((fault) => url !== '404.html' || !fault.includes('404'))];
    });
  }
  await plain.context().close();
  await full.context().close();
}

// Dark text on white even for a reader of the dark theme; no menus; nothing wider than the sheet.
function paperFaults() {
  const faults = [];
  const light = (colour) => {
    const [r, g, b, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return alpha === 0 ? 1 : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const main = document.querySelector('main');
  const shown = (element) => element.getClientRects().length > 0;
  for (let element = main; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if (light(colour) < 0.9) faults.push(`dark background of ${element.tagName}: ${colour}`);
  }
  if (light(getComputedStyle(main).color) > 0.4) faults.push('pale text');
  for (const nav of document.querySelectorAll('nav:not(.contents)')) { // a book's contents are printed
    if (shown(nav) && !main.contains(nav)) faults.push(`a menu is printed: ${nav.outerHTML.slice(0, 100)}`);
  }
  if (!shown(document.querySelector('h1'))) faults.push('the title is not printed');
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('wider than the sheet');
  return faults;
}

async function onPaper(browser, site, address) {
  const page = await openPage(browser, { viewport: { width: 700, height: 990 }, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const { url, kind, name } of samples(site)) {
    await attempt(`${site.name}, ${kind} (${name}): prints well`, async () => {
      await page.goto(address + url);
      const sheets = await page.pdf({ format: 'A4' });
      return [...await page.evaluate(paperFaults), sheets.length < 1000 ? 'no PDF' : ''];
    });
  }
  await page.context().close();
}

// From the disk there is no server to turn a/ into a/index.html: a click must arrive all the same.
async function fromDisk(browser, site) {
  const page = await openPage(browser);
  for (const { file, kind, name } of samples(site).filter((sample) => sample.name !== '404.html')) {
    page.faults.length = 0;
    await page.goto(pathToFileURL(file).href);
    const styled = await page.evaluate(() => document.styleSheets.length > 0);
    holds(`${site.name}, ${kind} (${name}): from the disk`, [...page.faults, styled ? '' : 'no style sheet']);
  }
  await attempt(`${site.name}: a link of the home page works from the disk`, async () => {
    await page.goto(pathToFileURL(path.join(site.out, 'index.html')).href);
    await page.locator('main a[href]:visible:not([href^="#"]):not([href*=":"])').first().click();
    await page.waitForLoadState();
    return await page.locator('main h1').count() ? page.faults : `arrived at ${page.url()}`;
  });
  await page.context().close();
}

export async function testReading(browser, site, address) {
  await withoutScripts(browser, site, address);
  await onPaper(browser, site, address);
  await fromDisk(browser, site);
}
