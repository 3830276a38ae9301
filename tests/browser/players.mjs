// Films: nothing is asked of their sites before the reader wants it; then one player stands in the page.

import { openPage } from './harness.mjs';
import { attempt } from './tap.mjs';

async function watches(browser, url) {
  const page = await openPage(browser);
  const faults = [], asked = [];
  try {
    await page.route((address) => address.hostname !== '127.0.0.1', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>Un lecteur</p>' });
    });
    await page.goto(url);
    const embed = page.locator('.embed[data-player]').first();
    const button = embed.getByRole('button');
    const wanted = await embed.getAttribute('data-player');
    if (asked.length) faults.push(`asked before anybody wanted it: ${asked}`);
    if (!(await page.evaluate(() => document.querySelector('.watch > button').getAttribute('aria-describedby')))) faults.push('a button that does not say what it loads');
    await button.focus();
    await page.keyboard.press('Enter');
    await embed.frameLocator('iframe').getByText('Un lecteur').waitFor({ timeout: 5000 });
    const frame = await page.evaluate(() => ({ title: document.activeElement.title, name: document.activeElement.localName }));
    if (frame.name !== 'iframe') faults.push(`the focus is on ${frame.name}`);
    if (!frame.title) faults.push('a frame without a title');
    if (asked.length !== 1 || asked[0] !== wanted) faults.push(`asked for ${asked} where ${wanted} was wanted`);
    return [...faults, ...page.faults];
  } finally {
    await page.context().close();
  }
}

export async function testPlayers(browser, site, address) {
  for (const page of site.pages.filter((one) => one.source.includes('data-player=')))
    await attempt(`${site.name}/${page.url}: a film is loaded once it is asked for`, () => watches(browser, address + page.url));
}
