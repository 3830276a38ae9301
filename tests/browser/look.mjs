// Pictures of every kind of page, for people to look at: build/look/SITE-KIND-VIEW.png

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, buildSite, openPage, samples, startBrowser, top } from './harness.mjs';

const views = [
  { name: '1280', viewport: { width: 1280, height: 800 } },
  { name: '1280-sombre', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: '320', viewport: { width: 320, height: 640 } },
  { name: '768', viewport: { width: 768, height: 1024 } },
  { name: '2000', viewport: { width: 2000, height: 1100 } },
  { name: 'papier', viewport: { width: 700, height: 990 }, media: 'print' },
];
const out = path.join(build, 'look');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
const browser = await startBrowser();
for (const [name, course] of [['cours', top], ['difficile', path.join(top, 'tests/browser/course')]]) {
  const site = buildSite(`look-${name}`, course);
  for (const { media = 'screen', name: view, ...options } of views) {
    const page = await openPage(browser, options);
    await page.emulateMedia({ media, colorScheme: options.colorScheme ?? 'light' });
    for (const sample of samples(site)) {
      const title = sample.name.replace(/\/?index\.html$/, '').replaceAll('/', '_') || 'accueil';
      await page.goto(pathToFileURL(sample.file).href);
      await page.screenshot({ path: path.join(out, `${name}-${sample.kind.replaceAll(' ', '-')}-${title}-${view}.png`), fullPage: true });
    }
    await page.context().close();
  }
}
await browser.close();
console.log(`${fs.readdirSync(out).length} pictures in ${path.relative(process.cwd(), out)}/`);
