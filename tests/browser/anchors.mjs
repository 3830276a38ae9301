// A fragment as a forge writes it — accents kept, dots left out — arrives at the heading that GitBook's rule names.

import { openPage, samples } from './harness.mjs';
import { attempt } from './tap.mjs';

const forgeStyle = (text) => text.trim().toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replace(/ /g, '-');

async function arrival(page, url, fragment) {
  await page.goto('about:blank');
  await page.goto(`${url}#${fragment}`);
  await page.waitForTimeout(100);
  return page.evaluate(() => [location.hash, document.querySelector(':target')?.getBoundingClientRect().top ?? -1]);
}

export async function testAnchors(browser, site, address) {
  const page = await openPage(browser);
  for (const { url, kind, name } of samples(site)) {
    await page.goto(address + url);
    const headings = await page.$$eval('article h2[id]', (all) => all.map((h) => [h.id, h.firstChild?.textContent ?? '']));
    const found = headings.find(([id, text]) => text && forgeStyle(text) !== id && !text.includes('#'));
    if (!found || url === '404.html') continue;
    await attempt(`${site.name}, ${kind} (${name}): an anchor of the forge arrives`, async () => {
      const [hash, top] = await arrival(page, address + url, encodeURIComponent(forgeStyle(found[1])));
      const [, none] = await arrival(page, address + url, 'tout-autre-chose-%E0');
      return [hash === `#${found[0]}` ? '' : `${found[1]}: ${hash}`, top >= 0 && top < 400 ? '' : `stands at ${top}`,
        none === -1 ? '' : 'an unknown anchor arrives somewhere', ...page.faults];
    });
  }
  await page.context().close();
}
