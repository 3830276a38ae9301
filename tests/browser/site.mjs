// Builds a course and looks at its site from all sides: `node tests/browser/site.mjs NAME [FOLDER]`, where FOLDER
// is below the project's top (the real course without it). Each course is a test of its own, so that they are
// run side by side.

import path from 'node:path';
import { testAnchors } from './anchors.mjs';
import { buildSite, openPage, startBrowser, startServer, top } from './harness.mjs';
import { testKeyboard } from './keyboard.mjs';
import { testMarkup } from './markup.mjs';
import { testOverviews } from './overviews.mjs';
import { testPlayers } from './players.mjs';
import { testQuizzes } from './quiz.mjs';
import { testReading } from './reading.mjs';
import { testSearch } from './search.mjs';
import { finish, holds } from './tap.mjs';
import { testTerms } from './terms.mjs';
import { testViews } from './views.mjs';

const [name, folder = '.'] = process.argv.slice(2);

async function testUnknownAddress(browser, address) {
  const page = await openPage(browser);
  await page.goto(`${address}tout/au/fond/du/site`);
  const styled = await page.evaluate(() => document.styleSheets.length > 0);
  holds(`${name}: the page of unknown addresses is styled at any depth`,
    [...page.faults.filter((fault) => !fault.includes('404')), styled ? '' : 'no style sheet']);
  await page.context().close();
}

const server = await startServer();
const browser = await startBrowser();
try {
  const address = server.address(name);
  const site = buildSite(name, path.join(top, folder), '--url', address);
  holds(`${name}: builds`, site.status === 0 ? '' : `status ${site.status}: ${site.said}`);
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
  await testSearch(browser, site, address);
  await testUnknownAddress(browser, address);
} finally {
  await browser.close();
  await server.close();
}
finish();
