// A fragment as a forge writes it — accents kept, dots left out — arrives at the heading that GitBook's rule names, without
// scripts; one that somebody typed arrives by the theme's script.

import { openPage, samples } from './harness.mjs';
import { attempt } from './tap.mjs';

const forgeStyle = (text) => text.trim().replace(/[\u00a0\u202f]/g, ' ').toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replace(/ /g, '-');
const typed = (text) => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

async function arrival(page, url, fragment) {
  await page.goto('about:blank');
  await page.goto(`${url}#${encodeURIComponent(fragment)}`);
  await page.waitForTimeout(100);
  return page.evaluate(() => [decodeURIComponent(location.hash.slice(1)), document.querySelector(':target')?.getBoundingClientRect().top ?? -1]);
}

const isSeen = (top) => (top >= 0 && top < 400 ? '' : `stands at ${top}`);

const headingsOf = (page) => page.$$eval('article h2[id]', (all) => all.map((h) => {
  const words = h.cloneNode(true);
  words.querySelector('.anchor')?.remove();
  return { id: h.id, text: words.textContent, aliases: [...h.querySelectorAll(':scope > span[id]')].map(({ id }) => id) };
}));

export async function testAnchors(browser, site, address) {
  const plain = await openPage(browser, { javaScriptEnabled: false });
  const page = await openPage(browser);
  for (const { url, kind, name } of samples(site)) {
    await page.goto(address + url);
    const headings = await headingsOf(page);
    const found = headings.find(({ text, aliases }) => aliases.includes(forgeStyle(text)));
    if (!found || url === '404.html') continue;
    await attempt(`${site.name}, ${kind} (${name}): an anchor of the forge arrives`, async () => {
      const wanted = forgeStyle(found.text);
      const [hash, top] = await arrival(plain, address + url, wanted);
      return [hash === wanted ? '' : `${found.text}: ${hash}`, isSeen(top), ...plain.faults];
    });
    await attempt(`${site.name}, ${kind} (${name}): so does one that was typed`, async () => {
      const [hash, top] = await arrival(page, address + url, typed(found.text));
      const [, none] = await arrival(page, address + url, 'tout-autre-chose-à');
      return [hash === found.id ? '' : `${found.text}: ${hash}`, isSeen(top),
        none === -1 ? '' : 'an unknown anchor arrives somewhere', ...page.faults];
    });
  }
  await plain.context().close();
  await page.context().close();
}
