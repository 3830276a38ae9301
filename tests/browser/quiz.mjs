// A quiz: a form that the keyboard can do from end to end, a list and folds without JavaScript.

import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openPage, require } from './harness.mjs';
import { attempt, holds } from './tap.mjs';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

// The answers, which the page has out of sight: for each question whether each choice is right.
const keyOf = (page) => page.evaluate(() => [...document.querySelectorAll('.question')].map((question) =>
  [...question.querySelectorAll('.answers > li')].map((answer) => answer.className === 'right')));

// Where the focus is. Runs in the page.
function focused() {
  const element = document.activeElement;
  const questions = [...document.querySelectorAll('.question')];
  const question = questions.findIndex((one) => one.contains(element));
  const inputs = question < 0 ? [] : [...questions[question].querySelectorAll('.choice > input')];
  return { question, choice: inputs.indexOf(element), type: element.type, text: element.textContent.trim() };
}

// What the reader sees of a question. Runs in the page.
function stateOf(i) {
  const question = document.querySelectorAll('.question')[i];
  const verdict = question.querySelector('.verdict');
  return {
    verdict: verdict.textContent, kind: verdict.className.replace(/^verdict ?/, ''),
    words: [...question.querySelectorAll('.choice > em')].map((word) => word.textContent),
    described: [...question.querySelectorAll('.choice > input')].map((input) => input.getAttribute('aria-describedby') === verdict.id),
    explains: question.querySelector('.answers').checkVisibility({ contentVisibilityAuto: true }),
  };
}

async function tabTo(page, isThere, most = 200) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(focused);
    if (isThere(found)) return found;
  }
  throw new Error(`not reached by ${most} stops: ${isThere}`);
}

// Answers a question by keyboard: `wanted` says which choices. The focus ends on its button.
async function answer(page, i, wanted) {
  let at = await tabTo(page, (found) => found.question === i && found.choice >= 0);
  if (at.type === 'radio') {
    await page.keyboard.press('Space');
    for (let k = 0; k < wanted.indexOf(true); k++) await page.keyboard.press('ArrowDown');
  } else {
    for (; at.type === 'checkbox'; at = await page.evaluate(focused)) {
      if (wanted[at.choice]) await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      if (at.choice === wanted.length - 1) break;
    }
  }
  const end = await page.evaluate(focused);
  if (end.type !== 'button') await tabTo(page, (found) => found.question === i && found.type === 'button', 10);
  await page.keyboard.press('Enter');
}

// From the first question to the total: the first one wrong, the others right.
async function playByKeyboard(page, key) {
  const faults = [];
  const expect = (isSo, what) => isSo || faults.push(what);
  await tabTo(page, (found) => found.question === 0 && found.choice === 0);
  await page.keyboard.press('Enter');
  const empty = await page.evaluate(stateOf, 0);
  expect(empty.verdict && empty.kind === '' && !empty.explains, `checked without a choice: ${JSON.stringify(empty)}`);
  await page.keyboard.press('Shift+Tab');
  for (const [i, rights] of key.entries()) {
    const wrong = rights.indexOf(false);
    const wanted = i === 0 ? rights.map((_, k) => k === wrong) : rights;
    const before = await page.evaluate(stateOf, i);
    expect(!before.explains && before.words.every((word) => !word), `question ${i + 1} tells before it is asked`);
    await answer(page, i, wanted);
    const after = await page.evaluate(stateOf, i);
    expect(after.kind === (i === 0 ? 'verdict-wrong' : 'verdict-right'), `question ${i + 1}: ${JSON.stringify(after)}`);
    expect(after.explains, `question ${i + 1}: no explanation`);
    expect(rights.every((right, k) => Boolean(after.words[k]) === (right || wanted[k])), `words of question ${i + 1}: ${after.words}`);
    expect(after.words.every((word, k) => Boolean(word) === after.described[k]), `question ${i + 1}: verdict and description differ`);
  }
  const total = await page.locator('.score .total').textContent();
  expect(total.includes(`${key.length - 1} sur ${key.length}`), `total: ${total}`);
  expect(await page.locator('.review a').count() === 1, 'the missed question is not linked');
  return faults;
}

async function startAgain(page) {
  await tabTo(page, (found) => found.type === 'reset');
  await page.keyboard.press('Enter');
  const { question, choice } = await page.evaluate(focused);
  const left = await page.locator('.choice > input:checked').count();
  const state = await page.evaluate(stateOf, 0);
  return [question === 0 && choice === 0 ? '' : 'the focus is not on the first choice', left ? `${left} choices are left` : '',
    state.explains || state.verdict ? `still told: ${JSON.stringify(state)}` : '',
    await page.locator('.score .total').textContent() ? 'the total stays' : ''];
}

// The second try shows its verdict and does not change the total.
async function tryAgain(page, key) {
  const answerWith = async (i, k) => {
    const question = page.locator('.question').nth(i);
    for (const [c] of key[i].entries()) {
      const input = question.locator('.choice > input').nth(c);
      if (await input.getAttribute('type') === 'radio' ? c === k : await input.isChecked() !== (k === 'all' ? key[i][c] : c === k))
        await input.click();
    }
    await question.locator('.act button').click();
  };
  const faults = [];
  for (const [i, rights] of key.entries()) await answerWith(i, rights.indexOf(false));
  const single = key.findIndex((rights) => rights.filter(Boolean).length === 1);
  await page.locator('.question').nth(single).locator('.choice > input').nth(key[single].indexOf(true)).click();
  if ((await page.evaluate(stateOf, single)).explains) faults.push('a change of mind still shows the answer');
  await answerWith(single, key[single].indexOf(true));
  if ((await page.evaluate(stateOf, single)).kind !== 'verdict-right') faults.push('the second try is not judged');
  const total = await page.locator('.score .total').textContent();
  if (!total.includes(`0 sur ${key.length}`)) faults.push(`the second try counts: ${total}`);
  return faults;
}

// Some right ones of several are not all of them.
async function answerInPart(page, key) {
  const several = key.findIndex((rights) => rights.filter(Boolean).length > 1);
  if (several < 0) return [];
  const question = page.locator('.question').nth(several);
  await question.locator('.choice > input').nth(key[several].indexOf(true)).check();
  await question.locator('.act button').click();
  const state = await page.evaluate(stateOf, several);
  const number = await question.locator('legend').innerText();
  return [state.kind === 'verdict-part' ? '' : JSON.stringify(state),
    state.words.filter(Boolean).length === key[several].filter(Boolean).length ? '' : `words: ${state.words}`,
    number.includes('plusieurs réponses possibles') ? '' : `the legend does not say so: ${number}`];
}

// The browser's own accessibility tree: what a screen reader is told.
async function treeOf(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter((node) => !node.ignored).map((node) => ({ role: node.role?.value, name: node.name?.value ?? '',
    description: node.description?.value ?? '' }));
}

async function names(page, key) {
  const texts = await page.evaluate(() => [...document.querySelectorAll('.choice > span')].map((span) => {
    const copy = span.cloneNode(true);
    for (const link of copy.querySelectorAll('[aria-label]')) link.replaceWith(link.getAttribute('aria-label'));
    return copy.textContent.replace(/\s+/g, ' ').trim();
  }));
  const headings = await page.evaluate(() => [...document.querySelectorAll('legend h2')].map((h) => h.textContent.replace(/\s+/g, ' ').trim()));
  const faults = [];
  const tree = await treeOf(page);
  const tidy = (text) => text.replace(/\s+/g, ' ').trim();
  const groups = tree.filter(({ role, name }) => role === 'group' && name).map(({ name }) => tidy(name));
  for (const [i, heading] of headings.entries())
    if (!groups.some((name) => name.startsWith(`Question ${i + 1} sur ${key.length}`) && name.endsWith(heading))) faults.push(`no group « ${heading} »: ${groups}`);
  const inputs = tree.filter(({ role }) => role === 'radio' || role === 'checkbox');
  for (const [i, text] of texts.entries())
    if (tidy(inputs[i]?.name ?? '') !== text || inputs[i].description) faults.push(`« ${text} » is called ${JSON.stringify(inputs[i])}`);
  if (!tree.some(({ role, name }) => role === 'form' && name)) faults.push('the form has no name');
  await page.locator('.question').first().locator('.choice > input').nth(key[0].indexOf(true)).click();
  await page.locator('.question').first().locator('.act button').click();
  const { verdict, words } = await page.evaluate(stateOf, 0);
  const told = (await treeOf(page)).filter(({ role }) => role === 'radio' || role === 'checkbox')[key[0].indexOf(true)];
  if (tidy(told.name) !== `${texts[key[0].indexOf(true)]} ${words[key[0].indexOf(true)]}` || tidy(told.description) !== tidy(verdict))
    faults.push(`the verdict is not told: ${JSON.stringify(told)}`);
  if (!(await treeOf(page)).some(({ role }) => role === 'status')) faults.push('no status');
  return faults;
}

async function isAccessible(page, axe) {
  for (const question of await page.locator('.question').all()) {
    await question.locator('.choice > input').first().click();
    await question.locator('.act button').click();
  }
  await page.evaluate(axe);
  const results = await page.evaluate((runOnly) => globalThis.axe.run({ runOnly }), rules);
  const small = await page.evaluate(() => [...document.querySelectorAll('.choice, .act button, .score button, .review a, .answer > summary')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.9).map((element) => `small: ${element.outerHTML.slice(0, 100)}`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return [...results.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 160)}`), ...small, wide ? 'wider than the window' : ''];
}

// Nothing that does nothing: a list, and a fold that hides the answers and opens.
async function withoutScripts(page) {
  const faults = [];
  if (await page.locator('.quiz :is(input, button)').count()) faults.push('dead inputs or buttons');
  if (await page.locator('form').count()) faults.push('a dead form');
  if (await page.locator('.answers:visible').count()) faults.push('answers are seen before they are asked for');
  if (await page.locator('.choices > li:visible').count() === 0) faults.push('no choices');
  await page.locator('.answer > summary').first().press('Enter');
  if (await page.locator('.answers').first().isHidden()) faults.push('the answer does not open');
  return faults;
}

// What is wrong on paper: answers are printed where nothing can be checked, else once it was. Runs in the page.
const paperFaults = (hasAnswers) => [...document.querySelectorAll('.question')].flatMap((question) => [
  question.querySelector('.answers').checkVisibility({ contentVisibilityAuto: true }) === hasAnswers ? '' : `answers: ${!hasAnswers} on paper`,
  [...question.querySelectorAll('button')].some((button) => button.checkVisibility()) ? 'a button is printed' : '']).filter(Boolean);

// A page takes a moment to turn into paper.
async function onPaper(page, hasAnswers) {
  await page.emulateMedia({ media: 'print' });
  let faults = await page.evaluate(paperFaults, hasAnswers);
  for (let i = 0; faults.length && i < 20; i++) {
    await page.waitForTimeout(100);
    faults = await page.evaluate(paperFaults, hasAnswers);
  }
  await page.emulateMedia({ media: 'screen' });
  return faults;
}

async function testPage(browser, site, address, { url, file, name }, axe) {
  const title = `${site.name}, ${name}`;
  const page = await openPage(browser);
  const open = async () => {
    await page.goto('about:blank');
    await page.goto(address + url);
    return keyOf(page);
  };
  let sent = 0;
  await attempt(`${title}: the keyboard does it all`, async () => {
    const key = await open();
    await page.waitForLoadState('networkidle');
    page.on('request', () => sent++);
    const before = page.url();
    const faults = await playByKeyboard(page, key);
    return [...faults, sent ? 'something was sent' : '', page.url() === before ? '' : `left for ${page.url()}`];
  });
  await attempt(`${title}: starts again`, () => startAgain(page));
  await attempt(`${title}: the first try counts`, async () => tryAgain(page, await open()));
  await attempt(`${title}: some of several`, async () => answerInPart(page, await open()));
  await attempt(`${title}: names for screen readers`, async () => names(page, await open()));
  await attempt(`${title}: on paper`, async () => { await open(); return onPaper(page, false); });
  await attempt(`${title}: from the disk`, async () => {
    await page.goto(pathToFileURL(file).href);
    return await page.locator('form.quiz .act button').count() ? '' : 'no form';
  });
  holds(`${title}: no error`, page.faults);
  await page.context().close();
  for (const colorScheme of ['light', 'dark']) for (const width of [1280, 320]) {
    const view = await openPage(browser, { viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
    await view.goto(address + url);
    await attempt(`${title}: answered, ${width} px, ${colorScheme}: accessible`, () => isAccessible(view, axe));
    await view.context().close();
  }
  const plain = await openPage(browser, { javaScriptEnabled: false });
  await plain.goto(address + url);
  await attempt(`${title}: without JavaScript, on paper`, () => onPaper(plain, true));
  await attempt(`${title}: without JavaScript`, () => withoutScripts(plain));
  await plain.context().close();
}

export async function testQuizzes(browser, site, address) {
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  // The course in one page has quizzes to read, with their answers at its end.
  const pages = site.pages.filter((page) => page.kind !== 'livre' && page.source.includes('<div class="quiz">'));
  holds(`${site.name}: has a quiz`, pages.length ? '' : 'none');
  for (const page of pages) await testPage(browser, site, address, page, axe);
  holds(`${site.name}: other pages load no script of quizzes`, site.pages.filter((page) => !pages.includes(page) && /quiz\.[^"]*js/.test(page.source)).map((page) => page.name));
}
