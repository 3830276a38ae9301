// Builds two sites — the real course, and one made to be difficult — and looks at them from all sides.

import path from 'node:path';
import { testAnchors } from './anchors.mjs';
import { testAsking } from './asking.mjs';
import { buildSite, openPage, startBrowser, startServer, top } from './harness.mjs';
import { testKeyboard } from './keyboard.mjs';
import { testMarkup } from './markup.mjs';
import { testOverviews } from './overviews.mjs';
import { testPlayers } from './players.mjs';
import { testQuizzes } from './quiz.mjs';
import { testReading } from './reading.mjs';
import { finish, holds } from './tap.mjs';
import { testTerms } from './terms.mjs';
import { testVectors } from './vectors.mjs';
import { testViews } from './views.mjs';

await testAsking();
const server = await startServer();
const browser = await startBrowser();
try {
  const courses = [['cours', top], ['difficile', path.join(top, 'tests/browser/course')]];
  for (const [name, course] of courses) {
    const address = server.address(name);
    const site = buildSite(name, course, '--url', address);
    holds(`${name}: builds`, site.status === 0 ? '' : `status ${site.status}: ${site.said}`);
    if (site.pages.length === 0) continue;
    server.mount(site);
    await testMarkup(site, address);
    await testViews(browser, site, address);
    await testKeyboard(browser, site, address);
    await testReading(browser, site, address);
    await testTerms(browser, site, address);
    await testOverviews(browser, site, address);
    await testQuizzes(browser, site, address);
    await testPlayers(browser, site, address);
    await testAnchors(browser, site, address);

    const page = await openPage(browser);
    await page.goto(`${address}tout/au/fond/du/site`);
    const styled = await page.evaluate(() => document.styleSheets.length > 0);
    holds(`${name}: the page of unknown addresses is styled at any depth`,
      [...page.faults.filter((fault) => !fault.includes('404')), styled ? '' : 'no style sheet']);
    await page.context().close();
  }
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1000));
  console.log(`# SEED=${seed} chooses which vectors are tried by which entry`);
  await testVectors(browser, seed);
} finally {
  await browser.close();
  server.close();
}
finish();
