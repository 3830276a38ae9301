// Overview pages (`liste:`): tables that stay tables on a phone, a matrix whose cells all say something.

import { openPage } from './harness.mjs';
import { attempt } from './tap.mjs';

const phone = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };

// How often each role stands in what Chromium tells screen readers.
async function rolesOf(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const counts = {};
  for (const node of nodes.filter((node) => !node.ignored))
    counts[node.role?.value] = (counts[node.role?.value] ?? 0) + 1;
  return counts;
}

// The same rows and headers, whether they stand side by side or are stacked.
async function staysATable(browser, url) {
  const [wide, narrow] = [await openPage(browser), await openPage(browser, phone)];
  const faults = [];
  const found = [];
  for (const page of [wide, narrow]) {
    await page.goto(url);
    found.push(await rolesOf(page));
    await page.context().close();
  }
  // The matrix leaves cells that say no out of its rows there.
  for (const role of ['table', 'row', 'columnheader', 'rowheader', 'cell'])
    if (!found[0][role] || (role === 'cell' ? found[1][role] > found[0][role] : found[0][role] !== found[1][role]))
      faults.push(`${role}: ${found[0][role]} on a wide screen, ${found[1][role]} on a phone`);
  return faults;
}

// Every cell has words, every row and column a header. Runs in the page.
function matrixFaults() {
  const faults = [];
  const region = document.querySelector('.scroll:has(.matrix)');
  const table = region.querySelector('table');
  const columns = table.tHead.rows[0].cells;
  if (!table.caption?.innerText.trim()) faults.push('no caption');
  if (region.tabIndex !== 0 || !document.getElementById(region.getAttribute('aria-labelledby'))) faults.push('the region has no name');
  for (const cell of columns) if (cell.scope !== 'col') faults.push(`no scope: ${cell.outerHTML}`);
  for (const row of table.tBodies[0].rows) {
    if (row.cells.length !== columns.length) faults.push(`${row.cells.length} cells under ${columns.length} headers`);
    if (row.cells[0].scope !== 'row') faults.push(`no header: ${row.outerHTML}`);
    for (const cell of [...row.cells].slice(1)) {
      const words = [...cell.childNodes].filter((node) => node.ariaHidden !== 'true' && getComputedStyle(node).display !== 'none')
        .map((node) => node.textContent).join('').trim();
      if (!['oui', 'aucun lien'].includes(words)) faults.push(`a cell says “${words}”`);
    }
  }
  return faults;
}

// On a phone each row is a sheet and the names of its cases, or a dash; nothing is to be scrolled. Runs in the page.
function stackedFaults() {
  const region = document.querySelector('.scroll:has(.matrix)');
  const faults = region.scrollWidth > region.clientWidth ? ['it scrolls'] : [];
  for (const row of region.querySelectorAll('tbody tr')) {
    const shown = [...row.cells].slice(1).filter((cell) => cell.checkVisibility()).map((cell) => cell.innerText.trim()).filter(Boolean);
    const links = row.querySelectorAll('td a').length;
    if (links ? shown.length !== links : !/^—/.test(shown.join(' '))) faults.push(`a row shows ${JSON.stringify(shown)}`);
  }
  return faults;
}

export async function testOverviews(browser, site, address) {
  for (const { name, url, source } of site.pages) {
    if (source.includes('class="stacked"'))
      await attempt(`${site.name}, ${name}: its table is one on a phone too`, () => staysATable(browser, address + url));
    if (!source.includes('class="matrix"')) continue;
    for (const [what, options, faultsOf] of [['each cell of its matrix says something', {}, matrixFaults],
      ['its matrix is a list on a phone', { viewport: phone.viewport }, stackedFaults]])
      await attempt(`${site.name}, ${name}: ${what}`, async () => {
        const page = await openPage(browser, options);
        await page.goto(address + url);
        const faults = await page.evaluate(faultsOf);
        await page.context().close();
        return faults;
      });
  }
}
