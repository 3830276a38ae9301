// Every kind of page, wide and narrow, light and dark: it fits, it is accessible, nothing goes wrong.

import fs from 'node:fs';
import { openPage, require, samples } from './harness.mjs';
import { attempt, holds } from './tap.mjs';

export const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const views = [
  { name: '1280 px, light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: '1280 px, dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: '320 px, light', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: '320 px, dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
];

// What sticks out of the window. Runs in the page.
export function tooWide() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
  return [`${root.scrollWidth} px in a window of ${root.clientWidth}: ${wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 90)).join(' … ')}`];
}

// Text that its own box hides. Runs in the page. Boxes that scroll, and texts for screen readers only, are fine.
function cut() {
  return [...document.querySelectorAll('body *')].filter((element) => {
    const style = getComputedStyle(element);
    return [style.overflowX, style.overflowY].some((value) => value === 'hidden' || value === 'clip')
      && element.clientWidth > 2 && element.clientHeight > 2 && element.textContent.trim()
      && !element.closest('svg')
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map((element) => `cut: ${element.outerHTML.slice(0, 120)}`);
}

// WCAG 1.4.12, as a reader's own style sheet would ask for.
function spaceText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
    + ' p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

export function violations(results) {
  return results.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.html.slice(0, 160)}\n${node.any.concat(node.all).map((check) => check.message).join('\n')}`));
}

export async function testViews(browser, site, address) {
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const view of views) {
    const page = await openPage(browser, view);
    for (const { url, kind, name } of samples(site)) {
      const title = `${site.name}, ${kind} (${name}), ${view.name}`;
      page.faults.length = 0;
      await attempt(`${title}: accessible`, async () => {
        await page.goto(address + url, { waitUntil: 'load' });
        await page.evaluate(axe);
        return violations(await page.evaluate((runOnly) => globalThis.axe.run({ runOnly }), rules));
      });
      await attempt(`${title}: fits`, async () => {
        const wide = await page.evaluate(tooWide);
        await page.evaluate(spaceText);
        return [...wide, ...await page.evaluate(tooWide), ...await page.evaluate(cut)];
      });
      holds(`${title}: no error, no request elsewhere`, page.faults);
    }
    await page.context().close();
  }
}
