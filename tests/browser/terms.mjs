// Terms of the glossary: their definition without leaving the page, by keyboard and by touch, no script needed.

import { openPage } from './harness.mjs';
import { attempt } from './tap.mjs';

const state = (page) => page.evaluate(() => {
  const button = document.querySelector('button[popovertarget^="cours_terme"]');
  const box = document.getElementById(button.getAttribute('popovertarget'));
  const { top, bottom, left, right } = box.getBoundingClientRect();
  return {
    open: box.matches(':popover-open'), name: box.getAttribute('aria-label'),
    inside: top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1,
    focus: document.activeElement === button, address: location.href,
  };
});

async function byKeyboard(page, url) {
  const term = page.locator('button[popovertarget^="cours_terme"]').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const opened = await state(page);
  await page.keyboard.press('Escape');
  const closed = await state(page);
  return [
    opened.open ? '' : 'Enter does not open it',
    opened.inside ? '' : 'it is not all in the window',
    opened.name?.length > 3 ? '' : 'it has no name',
    opened.address === url ? '' : `the page was left: ${opened.address}`,
    closed.open ? 'Escape does not close it' : '',
    closed.focus ? '' : 'the focus does not come back',
  ];
}

async function byTouch(page) {
  const term = page.locator('button[popovertarget^="cours_terme"]').first();
  await term.tap();
  const opened = await state(page);
  const close = page.locator('.definition:popover-open button');
  const box = await close.boundingBox();
  await close.tap();
  return [
    opened.open && opened.inside ? '' : 'a tap does not show it in the window',
    box?.height >= 44 ? '' : `the button that closes it is ${box?.height} px high`,
    (await state(page)).open ? 'the button does not close it' : '',
  ];
}

async function onPaper(page) {
  await page.emulateMedia({ media: 'print' });
  const hidden = await page.evaluate(() => [...document.querySelectorAll('.definition')]
    .filter((box) => box.getBoundingClientRect().height === 0).map((box) => box.id));
  return hidden.map((id) => `#${id} is not printed`);
}

export async function testTerms(browser, site, address) {
  // The course in one page has its glossary, and prints no definition beside it.
  const found = site.pages.find(({ kind, source }) => kind !== 'livre' && source.includes('class="term"'));
  if (!found) return;
  for (const [name, options] of [['1280 px', {}], ['320 px', { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }]]) {
    const page = await openPage(browser, { ...options, reducedMotion: 'reduce' });
    const url = address + found.url;
    await page.goto(url);
    await attempt(`${site.name}, ${found.name}, ${name}: a term by keyboard`, () => byKeyboard(page, url));
    if (options.hasTouch) await attempt(`${site.name}, ${found.name}: a term by touch`, () => byTouch(page));
    await attempt(`${site.name}, ${found.name}, ${name}: definitions on paper`, () => onPaper(page));
    await page.context().close();
  }
}
