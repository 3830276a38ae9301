// The keyboard alone: skip links first, every stop seen, no trap.

import { openPage, samples } from './harness.mjs';
import { attempt } from './tap.mjs';

const most = 400; // stops on a page, before we call it a trap

// What is wrong with the element that has the focus; null when none has it any more. Runs in the page.
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const faults = [];
  const what = element.outerHTML.slice(0, 100);
  if (box.width < 1 || box.height < 1) faults.push(`no size: ${what}`);
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push(`out of sight: ${what}`);
  // The mark may stand on the element, on what it draws over its card, or on the card itself.
  const card = [element.parentElement, element.parentElement?.parentElement].filter(Boolean);
  const marks = [style, getComputedStyle(element, '::before'), getComputedStyle(element, '::after'), ...card.map((e) => getComputedStyle(e))];
  if (!marks.some((mark) => mark.outlineStyle !== 'none' && parseFloat(mark.outlineWidth) >= 2)
    && style.boxShadow === 'none') faults.push(`focus does not show: ${what}`);
  return { faults, text: element.textContent.trim(), href: element.getAttribute('href') };
}

async function walk(page) {
  const faults = [], stops = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const found = await page.evaluate(stop);
    if (!found) return { faults, stops };
    faults.push(...found.faults);
    stops.push(found);
  }
  return { faults: [...faults, `still within the page after ${most} stops`], stops };
}

async function skip(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(stop);
  if (!first?.href?.startsWith('#')) return [`the first stop is no skip link: ${JSON.stringify(first)}`];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate((id) => {
    const target = document.getElementById(id);
    const element = document.activeElement;
    return target !== null && (element === document.body || target.contains(element)
      || (target.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  }, decodeURIComponent(first.href.slice(1)));
  return [...first.faults, inside ? '' : `« ${first.text} » does not lead to ${first.href}`];
}

export async function testKeyboard(browser, site, address) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
    const page = await openPage(browser, { viewport, reducedMotion: 'reduce' });
    for (const { url, kind, name } of samples(site)) {
      const title = `${site.name}, ${kind} (${name}), ${viewport.width} px`;
      await page.goto(address + url);
      await attempt(`${title}: skip link`, () => skip(page));
      await page.goto('about:blank');
      await page.goto(address + url);
      await attempt(`${title}: every stop shows`, async () => {
        const { faults, stops } = await walk(page);
        return stops.length ? faults : 'nothing can be reached';
      });
    }
    await page.context().close();
  }
}
