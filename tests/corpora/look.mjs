// The pages with most blocks, in a browser: no violation for axe, and nothing sticks out of a narrow window.

import fs from 'node:fs';
import { openPage, require } from '../browser/harness.mjs';
import { holds } from '../browser/tap.mjs';
import { rules, tooWide, violations } from '../browser/views.mjs';

const most = 40;

// What is more than a paragraph: a page with many is where things go wrong.
function blocksOf({ source }) {
  return source.match(/<(?:table|details|figure|blockquote|pre|ol|img)\b|class="(?:hint|tabs|embed|file|page-ref|columns|steps|cards)\b/g)?.length ?? 0;
}

export async function testLook(browser, site, address) {
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const page = await openPage(browser, { viewport: { width: 320, height: 640 } });
  const chosen = site.pages.filter(({ isRedirect }) => !isRedirect).sort((a, b) => blocksOf(b) - blocksOf(a)).slice(0, most);
  const broken = [], wide = [];
  for (const { url, name } of chosen) {
    await page.goto(address + url, { waitUntil: 'load' });
    await page.evaluate(axe);
    const results = await page.evaluate((runOnly) => globalThis.axe.run({ runOnly }), rules);
    broken.push(...violations(results).map((violation) => `${name}: ${violation}`));
    wide.push(...(await page.evaluate(tooWide)).map((fault) => `${name}: ${fault}`));
  }
  await page.context().close();
  holds(`${site.name}: ${chosen.length} pages with most blocks are accessible`, broken);
  holds(`${site.name}: and fit in 320 px`, wide);
}
